"""The own area on the phone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wangge.kit import feeds
from wangge.kit.actor import Actor
from wangge.territory import queries


@feeds.feed("territory.grid", most=1)
def own_grid(actor: Actor, ids: Collection[int] | None) -> Iterator[feeds.Record]:
    """The area of the post (a grid, for who manages more a village or town): id, kind, name, code,
    path, lon, lat, households, persons, boundary (GeoJSON, WGS-84), schematic, neighbours (names)."""
    if actor.area_id is None or (ids is not None and actor.area_id not in ids):
        return
    card = queries.area(actor.area_id)
    yield {
        "id": card.id,
        "kind": card.kind,
        "name": card.name,
        "code": card.key,
        "path": list(card.path_names),
        "lon": card.lon,
        "lat": card.lat,
        "households": card.households,
        "persons": card.persons,
        "boundary": queries.boundary_of(card.id),
        "schematic": card.is_schematic,
        "neighbours": queries.neighbours(card.id) if card.kind == "grid" else [],
    }
