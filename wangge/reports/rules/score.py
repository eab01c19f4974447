"""The monthly unit score 月度考核 (spec §3.7): a table of parts, evaluated exactly, two places half-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from wangge.reports.rules.numbers import rounded

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the scheme: full from ``target`` %, ``slope`` off per point below, not under ``floor``."""

    code: str
    label: str
    full: Decimal
    target: Decimal = Decimal(100)
    slope: Decimal = Decimal(1)
    floor: Decimal = ZERO

    def exact(self, rate: Decimal | None) -> Decimal:
        """The unrounded score of a rate in %; nothing to judge (``None``) is not held against the unit."""
        if rate is None or rate >= self.target:
            return self.full
        return max(self.floor, self.full - self.slope * (self.target - rate))

    def score(self, rate: Decimal | None) -> Decimal:
        """The score as published, two places."""
        return rounded(self.exact(rate))


@dataclass(frozen=True, slots=True)
class Line:
    """One part of one unit: the rate it had and what it earned."""

    code: str
    label: str
    rate: Decimal | None
    score: Decimal
    full: Decimal


@dataclass(frozen=True, slots=True)
class Score:
    """A unit's month: lines, deductions with their reasons, the total."""

    lines: tuple[Line, ...]
    deductions: tuple[tuple[str, Decimal], ...]
    total: Decimal


ON_TIME = Part("on_time", "按时办结", Decimal(25))
SATISFACTION_98 = Part("satisfaction", "群众满意", Decimal(25), Decimal(98), Decimal("0.5"), Decimal("12.5"))
SATISFACTION_95 = Part("satisfaction", "群众满意", Decimal(25), Decimal(95), Decimal("0.5"), Decimal("12.5"))
SIGNING = Part("sign", "及时签收", Decimal(20))


def unit_score(
    scheme: Sequence[Part],
    rates: Mapping[str, Decimal | None],
    deductions: Sequence[tuple[str, Decimal]] = (),
) -> Score:
    """Every part scored, deductions (reason, marks) taken off, the sum never below zero."""
    lines = tuple(
        Line(p.code, p.label, rates.get(p.code), p.score(rates.get(p.code)), p.full) for p in scheme
    )
    total = sum((line.score for line in lines), ZERO) - sum((marks for _, marks in deductions), ZERO)
    return Score(lines, tuple(deductions), max(rounded(total), Decimal("0.00")))


def quality_score(parts: Mapping[str, tuple[Decimal, Decimal]]) -> Decimal:
    """Data quality: the sum of (earned, full) parts, none above its full marks; full 30 in spec §3.7."""
    return rounded(sum((max(ZERO, min(earned, full)) for earned, full in parts.values()), ZERO))


def part_from(row: Mapping[str, Any]) -> Part:
    """A part from a stored scheme row; decimals are stored as texts."""
    numbers = {k: Decimal(str(row[k])) for k in ("full", "target", "slope", "floor") if k in row}
    return Part(str(row["code"]), str(row["label"]), **numbers)
