"""Every read of the area tree. Areas are public facts: whoever is logged in may ask."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, When
from django.db.models.query import QuerySet

from wangge.kit.errors import NotFound
from wangge.territory.models import Area, AreaAlias, AreaSuccession, Place, TreeVersion
from wangge.territory.rules import gcj02_to_wgs84, wgs84_to_gcj02

if TYPE_CHECKING:
    from shapely import STRtree

__all__ = [
    "AreaCard",
    "Lineage",
    "PlaceCard",
    "aliases",
    "area",
    "area_cards",
    "areas",
    "around",
    "below",
    "boundary_of",
    "district",
    "forget_cache",
    "gcj02_to_wgs84",
    "lineage",
    "locate",
    "locate_many",
    "map_features",
    "neighbours",
    "place_names",
    "places",
    "search_areas",
    "successors",
    "towns",
    "tree_version",
    "village_code",
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


def _served() -> int | None:
    """The district this house works for; the only one there is when none was chosen."""
    ids = _living().filter(kind="district").order_by("-is_served", "pk").values_list("pk", "is_served")[:2]
    found = list(ids)
    return found[0][0] if found and (found[0][1] or len(found) == 1) else None


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


def area_cards(area_ids: Iterable[int]) -> dict[int, AreaCard]:
    """Cards by id, ended areas included; ids that do not exist are left out."""
    rows = Area.objects.filter(pk__in=set(area_ids)).defer("boundary")
    return {card.id: card for card in _with_names(list(rows))}


def place_names(area_ids: Iterable[int]) -> dict[int, str]:
    """``"石港镇 示范村 第1网格"`` for each area, the district left out: one statement for a whole list."""
    above = {
        level: Subquery(Area.objects.filter(pk=OuterRef(f"{level}_id")).values("name")[:1])
        for level in ("town", "village")
    }
    rows = Area.objects.filter(pk__in=set(area_ids)).annotate(
        of_town=above["town"], of_village=above["village"]
    )
    return {
        pk: " ".join(dict.fromkeys(name for name in names if name))
        for pk, *names in rows.values_list("pk", "of_town", "of_village", "name")
    }


def below(area_id: int) -> list[int]:
    """The id itself and the ids of all areas below it, ended ones included: somebody may still be
    registered there."""
    inside = Q(pk=area_id) | Q(village_id=area_id) | Q(town_id=area_id) | Q(district_id=area_id)
    return list(Area.objects.filter(inside).order_by("pk").values_list("pk", flat=True))


def areas(kind: str | None = None, parent_id: int | None = None) -> list[AreaCard]:
    """Living areas of a kind and/or under a parent, in the order they were registered (that of codes).

    Without a parent, those of the district that is served; ``areas("district")`` names its neighbours too.
    """
    rows = _living()
    if kind is not None:
        rows = rows.filter(kind=kind)
    if parent_id is not None:
        rows = rows.filter(parent_id=parent_id)
    elif kind != "district":
        rows = rows.filter(district_id=_served())
    return _with_names(list(rows.order_by("kind", "pk")))


def district() -> AreaCard:
    """The district this installation serves; ``NotFound`` before one was loaded or chosen."""
    served = _served()
    if served is None:
        raise NotFound("还没有区划数据,请先导入")
    return area(served)


def towns() -> list[AreaCard]:
    """Every living town and street of the district that is served."""
    return areas("town")


def lineage(area_id: int) -> Lineage:
    """The ids above an area."""
    card = area(area_id)
    return Lineage(card.district_id, card.town_id, card.village_id, card.grid_id)


def search_areas(text: str, limit: int = 20) -> list[AreaCard]:
    """Living areas whose name, pinyin, initials or code start with ``text``; the served district's and
    the larger ones first, at most ``limit``."""
    text = text.strip()
    if not text:
        return []
    lower = text.lower().replace(" ", "")
    match = Q(name__startswith=text) | Q(short_name=text)
    if lower.isascii():
        match |= Q(pinyin__startswith=lower) | Q(initials__startswith=lower)
    if text.isdigit():
        match |= Q(pk__in=AreaAlias.objects.filter(code__startswith=text).values("area_id")[:50])
    served = _served()
    order = {"district": 0, "town": 1, "village": 2, "grid": 3}
    found: list[Area] = []
    for kind in order:  # level by level, so that a thousand grids cannot hide their town
        rows = _living().filter(match, kind=kind)
        found += rows.annotate(near=_is(served)).order_by("near", "pk")[:limit]
    found.sort(key=lambda r: (r.district_id != served, order[r.kind], r.pk))
    return _with_names(found[:limit])


def _is(district_id: int | None) -> Case:
    """0 for rows of the district, 1 for its neighbours'."""
    return Case(When(district_id=district_id or 0, then=0), default=1, output_field=IntegerField())


def aliases(area_ids: Iterable[int]) -> dict[int, list[tuple[str, str, str, str]]]:
    """(source, edition, code, name) of each area."""
    found: dict[int, list[tuple[str, str, str, str]]] = {}
    rows = AreaAlias.objects.filter(area_id__in=list(area_ids)).order_by("source", "edition", "code")
    for row in rows:
        found.setdefault(row.area_id, []).append((row.source, row.edition, row.code, row.name))
    return found


def village_code(area_id: int) -> str | None:
    """The 12-digit code of a village or community, from the newest coding that names it."""
    rows = AreaAlias.objects.filter(area_id=area_id).order_by("-pk").values_list("code", flat=True)
    return next((code for code in rows if len(code) == 12), None)


def successors(area_id: int) -> list[AreaCard]:
    """The living areas an ended one became, through any number of changes; itself when it lives."""
    frontier, seen, living = {area_id}, {area_id}, set[int]()
    while frontier:
        living |= set(_living().filter(pk__in=frontier).values_list("pk", flat=True))
        after = AreaSuccession.objects.filter(old_id__in=frontier - living).values_list("new_id", flat=True)
        frontier = set(after) - seen
        seen |= frontier
    return _with_names(list(Area.objects.filter(pk__in=living).defer("boundary").order_by("pk")))


def map_features(kind: str, parent_id: int | None = None) -> dict[str, Any]:
    """A GeoJSON FeatureCollection of living areas with a boundary, WGS-84.

    ``parent_id`` is any area above. Without one: the district served and its towns; villages and grids
    need a parent, a whole district of grids is no map. ``schematic`` says that nobody surveyed it.
    """
    rows = Area.objects.filter(valid_to__isnull=True, kind=kind, boundary__isnull=False)
    if parent_id is not None:
        above = Q(parent_id=parent_id) | Q(town_id=parent_id) | Q(district_id=parent_id, kind="town")
        rows = rows.filter(above).exclude(pk=parent_id)
    elif kind in {"district", "town"}:
        rows = rows.filter(district_id=_served())
    else:
        rows = rows.none()
    return {"type": "FeatureCollection", "features": [_feature(row) for row in rows.order_by("pk")]}


def _feature(row: Area) -> dict[str, Any]:
    properties = {
        "id": row.pk,
        "name": row.name,
        "short_name": row.short_name,
        "kind": row.kind,
        "lon": row.lon,
        "lat": row.lat,
        "schematic": row.is_schematic,
    }
    return {"type": "Feature", "id": row.pk, "geometry": row.boundary, "properties": properties}


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A named point, WGS-84."""

    id: int
    name: str
    kind: str
    address: str
    area_id: int
    lon: float
    lat: float


def places(area_id: int, kind: str | None = None, limit: int = 200) -> list[PlaceCard]:
    """Places in an area or below it, by name."""
    within = Q(area_id=area_id) | Q(area__village_id=area_id) | Q(area__town_id=area_id)
    rows = Place.objects.filter(within | Q(area__district_id=area_id))
    if kind is not None:
        rows = rows.filter(kind=kind)
    columns = ("id", "name", "kind", "address", "area_id", "lon", "lat")
    return [PlaceCard(**row) for row in rows.order_by("name", "pk").values(*columns)[:limit]]


def tree_version() -> str:
    """Another text after every change of the tree; part of ETags."""
    stamp = TreeVersion.objects.values_list("stamp", flat=True).first()
    return str(stamp or "")


@dataclass(frozen=True)
class _Drawn:
    """The living grids as one index, made of one state of the tree."""

    version: str
    tree: STRtree
    ids: tuple[int, ...]


class _Locator:
    """Point → grid: an STRtree over the living grids, rebuilt when the tree's version changed.

    Another process learns of a change after at most ``CHECK_EVERY`` seconds, by one primary-key read.
    """

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.looked = 0.0
        self.drawn: _Drawn | None = None

    def current(self) -> _Drawn:
        drawn = self.drawn
        if drawn is not None and time.monotonic() - self.looked <= CHECK_EVERY:
            return drawn
        with self.lock:
            version = tree_version()
            if self.drawn is None or self.drawn.version != version:
                self.drawn = self.build(version)
            self.looked = time.monotonic()
            return self.drawn

    def build(self, version: str) -> _Drawn:
        import shapely
        from shapely.geometry import shape

        rows = Area.objects.filter(valid_to__isnull=True, kind="grid", boundary__isnull=False)
        pairs = list(rows.order_by("pk").values_list("pk", "boundary"))
        polygons = [shape(boundary) for _pk, boundary in pairs]
        return _Drawn(version, shapely.STRtree(polygons), tuple(pk for pk, _boundary in pairs))

    def forget(self) -> None:
        """Look again at the next question (after a change in this process, and in tests)."""
        self.looked = 0.0
        self.drawn = None


_locator = _Locator()
forget_cache = _locator.forget


def locate_many(points: Sequence[tuple[float, float]]) -> list[int | None]:
    """The grid of each (lon, lat) in WGS-84 degrees, ``None`` outside all of them.

    On a common border the grid with the smaller id wins, so an answer never depends on order.
    """
    drawn = _locator.current()
    return [None if i < 0 else drawn.ids[i] for i in index_of(drawn.tree, points)]


def index_of(tree: STRtree, points: Sequence[tuple[float, float]]) -> list[int]:
    """For each (lon, lat) the smallest index of a polygon of the tree that holds it, −1 for none."""
    import numpy
    import shapely

    first = numpy.full(len(points), len(tree.geometries), dtype=numpy.int64)
    if len(points) and len(tree.geometries):
        at, found = tree.query(shapely.points(numpy.asarray(points, dtype=float)), predicate="intersects")
        numpy.minimum.at(first, at, found)
    first[first == len(tree.geometries)] = -1
    answer: list[int] = first.tolist()
    return answer


def locate(lon: float, lat: float) -> AreaCard | None:
    """The grid a point lies in, ``None`` outside all of them; WGS-84 degrees."""
    found = locate_many([(lon, lat)])[0]
    return area(found) if found is not None else None


def around(area_id: int) -> tuple[int, ...]:
    """The area, everything above it and every living area inside it, by id."""
    row = Area.objects.filter(pk=area_id).values_list("kind", "district_id", "town_id", "village_id").first()
    if row is None:
        return ()
    kind, *above = row
    found = {area_id, *(pk for pk in above if pk is not None)}
    if kind != "grid":
        inside = Area.objects.filter(**{f"{kind}_id": area_id}, valid_to__isnull=True)
        found.update(inside.values_list("pk", flat=True))
    return tuple(sorted(found))


def neighbours(area_id: int) -> list[str]:
    """Names of the living grids that touch or overlap a grid, itself left out."""
    drawn = _locator.current()
    if area_id not in drawn.ids:
        return []
    own = drawn.tree.geometries[drawn.ids.index(area_id)]
    near = {drawn.ids[int(i)] for i in drawn.tree.query(own, predicate="intersects")} - {area_id}
    return list(Area.objects.filter(pk__in=near).order_by("pk").values_list("name", flat=True))


def boundary_of(area_id: int) -> dict[str, Any] | None:
    """The boundary of an area as GeoJSON in WGS-84, ``None`` when it was not drawn."""
    return Area.objects.filter(pk=area_id).values_list("boundary", flat=True).first()
