"""Doors: areas for the console, towns for the wall."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from wangge.kit.errors import Invalid, NotFound
from wangge.territory import queries

console = Router()
screen = Router()

Kind = Literal["district", "town", "village", "grid"]
Datum = Literal["wgs84", "gcj02"]


class AreaOut(Schema):
    """An area with its ancestors."""

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
    path_names: list[str]


@console.get("areas", response=list[AreaOut], operation_id="territory_list_areas")
def list_areas(request: HttpRequest, kind: Kind | None = None, parent_id: int | None = None) -> Any:
    """Areas of a kind and/or under a parent; without either, the district."""
    if kind is None and parent_id is None:
        kind = "district"
    if kind == "grid" and parent_id is None:
        raise Invalid.field("parent_id", "网格较多,请先选择村(社区)")
    return queries.areas(kind, parent_id)


@console.get("areas/search", response=list[AreaOut], operation_id="territory_search_areas")
def search_areas(request: HttpRequest, q: str) -> Any:
    """The first twenty whose name, pinyin, initials or code start so; larger areas first."""
    return queries.search_areas(q)


@console.get("areas/{area_id}", response=AreaOut, operation_id="territory_read_area")
def read_area(request: HttpRequest, area_id: int) -> Any:
    """One area."""
    return queries.area(area_id)


@console.get("areas/{area_id}/successors", response=list[AreaOut], operation_id="territory_list_successors")
def list_successors(request: HttpRequest, area_id: int) -> Any:
    """The living areas that an ended one became; itself when it lives."""
    queries.area(area_id)
    return queries.successors(area_id)


class PlaceOut(Schema):
    """A named point, WGS-84."""

    id: int
    name: str
    kind: str
    address: str
    area_id: int
    lon: float
    lat: float


@console.get("places", response=list[PlaceOut], operation_id="territory_list_places")
def list_places(request: HttpRequest, area_id: int, kind: str | None = None) -> Any:
    """Places in an area and below it, by name, at most 200."""
    return queries.places(area_id, kind)


@console.get("locate", response=AreaOut, operation_id="territory_locate_point")
def locate_point(request: HttpRequest, lon: float, lat: float, datum: Datum = "wgs84") -> Any:
    """The grid a point lies in; ``datum`` is ``wgs84`` or ``gcj02``."""
    if datum == "gcj02":
        lon, lat = queries.gcj02_to_wgs84(lon, lat)
    card = queries.locate(lon, lat)
    if card is None:
        raise NotFound("该位置不在任何网格内")
    return card


def _features(request: HttpRequest, kind: str, parent_id: int | None) -> HttpResponse:
    """The tree's version is the tag: a map that did not change is not sent again (304)."""
    tag = f'"{queries.tree_version()}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=304)
    else:
        response = JsonResponse(queries.map_features(kind, parent_id))
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response


@console.get("map/{kind}", operation_id="territory_read_map")
def read_map(request: HttpRequest, kind: Kind, parent_id: int | None = None) -> HttpResponse:
    """GeoJSON (WGS-84) of the district, its towns, a town's villages, a town's or village's grids; ETag."""
    return _features(request, kind, parent_id)


@screen.get("towns", operation_id="territory_read_town_map")
def read_town_map(request: HttpRequest) -> HttpResponse:
    """GeoJSON (WGS-84) of the towns, for the wall."""
    return _features(request, "town", None)
