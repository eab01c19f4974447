"""What casework announces about clocks; subjects are ``(kind, id)``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClockNearDue:
    """A warning before the deadline; ``level`` 1 is the first, 2 the last."""

    clock_id: int
    subject_kind: str
    subject_id: int
    kind: str
    level: int


@dataclass(frozen=True, slots=True)
class ClockMissed:
    """The deadline passed and nobody met it; announced at the minute, by day and by night."""

    clock_id: int
    subject_kind: str
    subject_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class ClockEscalated:
    """Still not met some time after the deadline; ``to`` is head, supervisor or commander."""

    clock_id: int
    subject_kind: str
    subject_id: int
    kind: str
    to: str
