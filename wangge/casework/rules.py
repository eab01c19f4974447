"""Pure decisions about clocks: the ladder of warnings, what a paused clock has left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


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
    for level, name, key in ((1, "warn_first", "warn_first"), (2, "warn_last", "warn_last")):
        lead = minutes[key] * 60
        if lead * 2 <= allowed_seconds:
            rungs.append(Rung(level, name, -lead))
    rungs.append(Rung(3, "missed", 0))
    for level, name in ((4, "head"), (5, "supervisor"), (6, "commander")):
        rungs.append(Rung(level, name, minutes[name] * 60))
    return tuple(rungs)


def next_rung(rungs: tuple[Rung, ...], level: int) -> Rung | None:
    """The first rung above ``level``; ``None`` at the top."""
    return next((r for r in rungs if r.level > level), None)


def remaining(allowed: int, used: int) -> int:
    """Seconds left, never below zero."""
    return max(allowed - used, 0)
