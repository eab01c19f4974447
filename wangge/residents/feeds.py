"""What a grid worker's phone keeps: the people and households of the own grid, masked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from wangge.kit.actor import Actor
from wangge.kit.feeds import feed
from wangge.residents import queries

ROLES = {"grid_worker"}


@feed("residents.person", schema=1, most=2000, roles=ROLES)
def people(actor: Actor, ids: Collection[int] | None) -> Iterable[dict[str, Any]]:
    """People of the own grid."""
    return queries.person_records(actor, ids)


@feed("residents.household", schema=1, most=2000, roles=ROLES)
def households(actor: Actor, ids: Collection[int] | None) -> Iterable[dict[str, Any]]:
    """Households of the own grid."""
    return queries.household_records(actor, ids)
