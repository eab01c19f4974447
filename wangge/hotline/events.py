"""What the hotline announces to the floors above it, inside its own transaction."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TicketTaken:
    """A new ticket exists."""

    ticket_id: int
    channel: str
    kind: str


@dataclass(frozen=True, slots=True)
class TicketMoved:
    """A ticket made a move; ``source`` and ``target`` are state codes (equal when it stays)."""

    ticket_id: int
    move: str
    source: str
    target: str
