"""Pure decisions about clocks: the ladder of warnings, which rungs are spoken and to whom, the phases
of a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

MISSED = 3


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: ``offset`` seconds on the clock's calendar before (negative) or after the due moment."""

    level: int
    name: str
    offset: int


def ladder(minutes: Mapping[str, int], allowed_seconds: int) -> tuple[Rung, ...]:
    """The rungs of a clock in order. A warning longer than half the whole time is left out:

    a two-hour clock is not warned four hours before.
    """
    rungs = []
    for level, name in ((1, "warn_first"), (2, "warn_last")):
        lead = minutes[name] * 60
        if lead * 2 <= allowed_seconds:
            rungs.append(Rung(level, name, -lead))
    rungs.append(Rung(MISSED, "missed", 0))
    for level, name in ((4, "head"), (5, "supervisor"), (6, "commander")):
        rungs.append(Rung(level, name, minutes[name] * 60))
    return tuple(rungs)


def next_rung(rungs: Sequence[Rung], level: int) -> Rung | None:
    """The first rung above ``level``; ``None`` at the top."""
    return next((r for r in rungs if r.level > level), None)


def worth_saying(rungs: Sequence[Rung]) -> list[Rung]:
    """Of rungs that wait to be spoken, those not overtaken: a warning is silent once a later rung
    passed, everything after the due moment is said to its own audience."""
    late = [r for r in rungs if r.level >= MISSED]
    return late or list(rungs[-1:])


def remaining(allowed: int, used: int) -> int:
    """Seconds left, never below zero."""
    return max(allowed - used, 0)


def phase_of(start: datetime, until: datetime, due: datetime) -> str:
    """``used`` before ``until`` (now, or when the clock stopped), ``left`` after it, ``late`` from
    ``due`` on."""
    if start >= due:
        return "late"
    return "used" if start < until else "left"


def whole_minutes(seconds: Sequence[int]) -> list[int]:
    """Stretches in minutes so that the sum of any first of them is their rounded-down total.

    ``[90, 90]`` → ``[1, 2]``: a page that shows minutes still adds up.
    """
    total, shown, found = 0, 0, []
    for length in seconds:
        total += length
        found.append(total // 60 - shown)
        shown = total // 60
    return found
