"""What patrol announces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventReported:
    """A grid worker or a desk wrote an event down; ``self_handled`` when it is done already."""

    event_id: int
    class_code: str
    level: str
    grid_id: int
    self_handled: bool


@dataclass(frozen=True, slots=True)
class EventMoved:
    """An event made a move of its table."""

    event_id: int
    move: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class VisitRecorded:
    """A household, an enterprise or a place was visited."""

    visit_id: int
    target_kind: str
    target_id: int
    grid_id: int
    result: str
