"""Every read of the area tree. Areas are public facts: whoever is logged in may ask."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.db.models.query import QuerySet

from wangge.kit.errors import NotFound
from wangge.territory.models import Area, AreaAlias, TreeVersion
from wangge.territory.rules import gcj02_to_wgs84, wgs84_to_gcj02

if TYPE_CHECKING:
    from shapely import STRtree

__all__ = [
    "AreaCard",
    "Lineage",
    "area",
    "areas",
    "district",
    "gcj02_to_wgs84",
    "lineage",
    "locate",
    "locate_many",
    "map_features",
    "search_areas",
    "towns",
    "wgs84_to_gcj02",
]

CHECK_EVERY = 2.0  # seconds between two looks at the tree's version


@dataclass(frozen=True, slots=True)
class AreaCard:
    """An area as others may know it; ids of the ancestors, own id on the own level."""

    id: int
    key: str
    kind: str
    name: str
    short_name: str
    parent_id: int | None
    district_id: int | None
    town_id: int | None
    village_id: int | None
    grid_id: int | None
    lon: float | None
    lat: float | None
    households: int
    persons: int
    is_schematic: bool
    path_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """The ids on the way up, ``None`` below the own level."""

    district_id: int | None
    town_id: int | None
    village_id: int | None
    grid_id: int | None


def _card(row: Area, names: dict[int, str] | None = None) -> AreaCard:
    names = names or {}
    path = [i for i in (row.district_id, row.town_id, row.village_id, row.pk) if i is not None]
    return AreaCard(
        id=row.pk,
        key=row.key,
        kind=row.kind,
        name=row.name,
        short_name=row.short_name or row.name,
        parent_id=row.parent_id,
        district_id=row.district_id,
        town_id=row.town_id,
        village_id=row.village_id,
        grid_id=row.pk if row.kind == "grid" else None,
        lon=row.lon,
        lat=row.lat,
        households=row.households,
        persons=row.persons,
        is_schematic=row.is_schematic,
        path_names=tuple(names[i] for i in dict.fromkeys(path) if i in names),
    )


def _living() -> QuerySet[Area]:
    return Area.objects.filter(valid_to__isnull=True).defer("boundary")


def _with_names(rows: Sequence[Area]) -> list[AreaCard]:
    wanted = {i for r in rows for i in (r.district_id, r.town_id, r.village_id) if i is not None}
    names = dict(Area.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}
    names |= {r.pk: r.name for r in rows}
    return [_card(r, names) for r in rows]


def area(area_id: int) -> AreaCard:
    """One area, ended ones included; ``NotFound`` when there is none."""
    row = Area.objects.filter(pk=area_id).defer("boundary").first()
    if row is None:
        raise NotFound
    return _with_names([row])[0]


def areas(kind: str | None = None, parent_id: int | None = None) -> list[AreaCard]:
    """Living areas of a kind and/or under a parent, by name."""
    rows = _living()
    if kind is not None:
        rows = rows.filter(kind=kind)
    if parent_id is not None:
        rows = rows.filter(parent_id=parent_id)
    return _with_names(list(rows.order_by("kind", "key")))


def district() -> AreaCard:
    """The district this installation serves; ``NotFound`` before one was loaded."""
    found = areas("district")
    if not found:
        raise NotFound("还没有区划数据,请先导入")
    return found[0]


def towns() -> list[AreaCard]:
    """Every living town and street."""
    return areas("town")


def lineage(area_id: int) -> Lineage:
    """The ids above an area."""
    card = area(area_id)
    return Lineage(card.district_id, card.town_id, card.village_id, card.grid_id)


def search_areas(text: str, limit: int = 20) -> list[AreaCard]:
    """Living areas whose name, pinyin, initials or code start with ``text``; towns first."""
    text = text.strip()
    if not text:
        return []
    lower = text.lower().replace(" ", "")
    match = Q(name__startswith=text) | Q(short_name=text)
    if lower.isascii():
        match |= Q(pinyin__startswith=lower) | Q(initials__startswith=lower)
    if text.isdigit():
        match |= Q(pk__in=AreaAlias.objects.filter(code__startswith=text).values("area_id")[:50])
    order = {"district": 0, "town": 1, "village": 2, "grid": 3}
    rows = sorted(_living().filter(match)[:200], key=lambda r: (order[r.kind], r.key))
    return _with_names(rows[:limit])


def aliases(area_ids: Iterable[int]) -> dict[int, list[tuple[str, str, str, str]]]:
    """(source, edition, code, name) of each area."""
    found: dict[int, list[tuple[str, str, str, str]]] = {}
    rows = AreaAlias.objects.filter(area_id__in=list(area_ids)).order_by("source", "edition", "code")
    for row in rows:
        found.setdefault(row.area_id, []).append((row.source, row.edition, row.code, row.name))
    return found


def map_features(kind: str, parent_id: int | None = None) -> dict[str, Any]:
    """A GeoJSON FeatureCollection of living areas with a boundary, WGS-84.

    Grids and villages need a parent: a whole district of grids is no map.
    """
    rows = Area.objects.filter(valid_to__isnull=True, kind=kind, boundary__isnull=False)
    if parent_id is not None:
        rows = rows.filter(parent_id=parent_id)
    elif kind in {"village", "grid"}:
        return {"type": "FeatureCollection", "features": []}
    features = [
        {
            "type": "Feature",
            "id": r.pk,
            "geometry": r.boundary,
            "properties": {
                "id": r.pk,
                "name": r.name,
                "kind": r.kind,
                "lon": r.lon,
                "lat": r.lat,
                "schematic": r.is_schematic,
            },
        }
        for r in rows.order_by("key")
    ]
    return {"type": "FeatureCollection", "features": features}


def tree_version() -> int:
    """Grows with every change of the tree; part of ETags."""
    return TreeVersion.objects.values_list("number", flat=True).first() or 0


class _Locator:
    """Point → grid: an STRtree over the living grids, rebuilt when the tree's version changed."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.version = -1
        self.looked = 0.0
        self.tree: STRtree | None = None
        self.ids: list[int] = []

    def current(self) -> tuple[STRtree | None, list[int]]:
        now = time.monotonic()
        if self.tree is None or now - self.looked > CHECK_EVERY:
            with self.lock:
                version = tree_version()
                if version != self.version or self.tree is None:
                    self.build()
                    self.version = version
                self.looked = now
        return self.tree, self.ids

    def build(self) -> None:
        from shapely import STRtree, prepare
        from shapely.geometry import shape

        rows = Area.objects.filter(valid_to__isnull=True, kind="grid", boundary__isnull=False)
        pairs = [(pk, shape(boundary)) for pk, boundary in rows.order_by("pk").values_list("pk", "boundary")]
        for _pk, polygon in pairs:
            prepare(polygon)
        self.ids = [pk for pk, _polygon in pairs]
        self.tree = STRtree([polygon for _pk, polygon in pairs])

    def forget(self) -> None:
        """Look again at the next question (after a change in this process, and in tests)."""
        self.tree, self.looked, self.version = None, 0.0, -1


_locator = _Locator()
forget_cache = _locator.forget


def locate_many(points: Sequence[tuple[float, float]]) -> list[int | None]:
    """The grid of each (lon, lat) in WGS-84 degrees, ``None`` outside all of them.

    On a common border the grid with the smaller id wins, so an answer never depends on order.
    """
    import numpy
    import shapely

    tree, ids = _locator.current()
    answer: list[int | None] = [None] * len(points)
    if tree is None or not ids or not points:
        return answer
    at, found = tree.query(shapely.points(numpy.asarray(points, dtype=float)), predicate="intersects")
    for index in numpy.lexsort((-found, at)):
        answer[int(at[index])] = ids[int(found[index])]
    return answer


def locate(lon: float, lat: float) -> AreaCard | None:
    """The grid a point lies in, ``None`` outside all of them; WGS-84 degrees."""
    found = locate_many([(lon, lat)])[0]
    return area(found) if found is not None else None
