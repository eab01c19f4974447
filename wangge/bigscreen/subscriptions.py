"""Whenever a ticket comes or moves, the walls re-read."""

from __future__ import annotations

from wangge.hotline.events import TicketMoved, TicketTaken
from wangge.kit.events import subscribe
from wangge.live import services as live


@subscribe(TicketTaken)
def ticket_taken(event: TicketTaken) -> None:
    """A new ticket."""
    live.announce("wall")


@subscribe(TicketMoved)
def ticket_moved(event: TicketMoved) -> None:
    """A ticket went on."""
    live.announce("wall")
