"""Tickets on the grid worker's phone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wangge.hotline import queries
from wangge.kit import feeds
from wangge.kit.actor import Actor

MOST = 300


@feeds.feed(queries.KIND, most=MOST, roles={"grid_worker"})
def open_tickets(actor: Actor, ids: Collection[int] | None) -> Iterator[feeds.Record]:
    """Open tickets of the own grid, newest first, with their words and the masked caller."""
    yield from queries.tickets_on_phone(actor, ids, MOST)
