"""What phones keep of premises."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wangge.kit.actor import Actor
from wangge.kit.feeds import Record, feed
from wangge.premises import queries


@feed("premises.enterprise", schema=1, most=2000, roles={"grid_worker", "liaison"})
def enterprises(actor: Actor, ids: Collection[int] | None) -> Iterable[Record]:
    """Living premises of the own grid, for a liaison the paired ones; contacts masked."""
    return queries.phone_records(actor, ids)
