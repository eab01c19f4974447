"""What must hold before a report may be signed (spec §0.3): the cuts of one total agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cuts:
    """One total and its cuts. ``channels`` and ``kinds`` hold known codes only."""

    total: int
    channels: Mapping[str, int]
    kinds: Mapping[str, int]
    direct: int
    dispatched: int
    undecided: int
    refused: int


@dataclass(frozen=True, slots=True)
class Check:
    """One equation: ``left`` and ``right`` as counted, and the words for the report."""

    code: str
    label: str
    left: int
    right: int
    holds: bool


def checks(cuts: Cuts) -> tuple[Check, ...]:
    """The four equations: Σ channel, Σ kind, Σ ways of handling, and nothing left undecided."""

    def equal(code: str, label: str, right: int) -> Check:
        return Check(code, label, cuts.total, right, cuts.total == right)

    handled = cuts.direct + cuts.dispatched + cuts.undecided + cuts.refused
    return (
        equal("channels", "受理总量 = 各渠道之和", sum(cuts.channels.values())),
        equal("kinds", "受理总量 = 各类型之和", sum(cuts.kinds.values())),
        equal("handling", "受理总量 = 直接答复 + 派发 + 不予受理 + 未处置", handled),
        Check("decided", "未处置件数为 0", cuts.undecided, 0, cuts.undecided == 0),
    )


def failures(found: tuple[Check, ...]) -> list[str]:
    """The equations that do not hold, in words with both numbers."""
    return [f"{c.label}:{c.left:,} ≠ {c.right:,}" for c in found if not c.holds]
