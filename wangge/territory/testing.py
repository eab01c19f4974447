"""Builders for tests above territory."""

from __future__ import annotations

import itertools
from typing import Any

from wangge.kit.actor import system
from wangge.territory import queries, services
from wangge.territory.queries import AreaCard
from wangge.territory.services import NewArea

_numbers = itertools.count(1)
BUILDER = system("test")


def square(lon: float, lat: float, side: float = 0.01) -> dict[str, Any]:
    """A square polygon with its south-west corner at a point, degrees."""
    ring = [[lon, lat], [lon + side, lat], [lon + side, lat + side], [lon, lat + side], [lon, lat]]
    return {"type": "Polygon", "coordinates": [ring]}


def _made(kind: str, name: str, parent: AreaCard | None, **more: Any) -> AreaCard:
    key = more.pop("key", f"test-{kind}-{next(_numbers)}")
    new = NewArea(kind, name, key, parent_id=parent.id if parent else None, **more)
    return services.create_area(actor=BUILDER, new=new)


def a_district(name: str = "通州区", **more: Any) -> AreaCard:
    """The district; the one that is there already when the name is the same."""
    for card in queries.areas("district"):
        if card.name == name:
            return card
    return _made("district", name, None, **more)


def a_town(name: str = "石港镇", district: AreaCard | None = None, **more: Any) -> AreaCard:
    """A town of the district; the one that is there already when the name is the same."""
    parent = district or a_district()
    for card in queries.areas("town", parent.id):
        if card.name == name:
            return card
    return _made("town", name, parent, **more)


def a_village(town: AreaCard | None = None, name: str = "", **more: Any) -> AreaCard:
    """A village of a town."""
    return _made("village", name or f"示范村{next(_numbers)}", town or a_town(), **more)


def a_grid(village: AreaCard | None = None, polygon: dict[str, Any] | None = None, **more: Any) -> AreaCard:
    """A comprehensive grid of a village."""
    more.setdefault("grid_kind", "1")
    name = more.pop("name", "") or f"第{next(_numbers)}网格"
    return _made("grid", name, village or a_village(), boundary=polygon, **more)
