"""Boundaries: one drawn by hand, or a GeoJSON file with its datum declared. The store is WGS-84."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy
import shapely
from django.db import transaction
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from wangge.kit import permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.territory.models import Area, AreaAlias
from wangge.territory.permissions import EDIT
from wangge.territory.rules import gcj02_to_wgs84
from wangge.territory.services.tree import touch

Datum = Literal["wgs84", "gcj02"]
CODE_PROPERTIES = ("code", "adcode", "gb", "id")
KNOWN_CRS = ("CRS84", "EPSG::4326", "EPSG:4326", "EPSG::4490", "EPSG:4490")


def to_wgs84(geometry: dict[str, Any], datum: str) -> dict[str, Any]:
    """A GeoJSON surface in WGS-84 whatever it came in, rounded to 0.1 mm; broken rings are mended.

    Raises ``Invalid`` (422) for another datum, for what is no surface and for what is not in degrees.
    """
    if datum not in {"wgs84", "gcj02"}:
        raise Invalid.field("datum", "坐标系应为 wgs84 或 gcj02")
    if geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        raise Invalid.field("geometry", "边界应为面(Polygon 或 MultiPolygon)")
    try:
        drawn = _surface(shapely.force_2d(shapely.make_valid(shape(geometry))))
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError):
        raise Invalid.field("geometry", "边界的坐标不完整,无法识别") from None
    if drawn.is_empty:
        raise Invalid.field("geometry", "边界没有面积")
    west, south, east, north = drawn.bounds
    if not (-180 <= west and east <= 180 and -90 <= south and north <= 90):
        raise Invalid.field("geometry", "坐标应为经纬度(度)")
    if datum == "gcj02":
        drawn = shapely.transform(
            drawn, lambda points: numpy.array([gcj02_to_wgs84(float(x), float(y)) for x, y in points])
        )
    drawn = shapely.transform(drawn, lambda points: numpy.round(points, 9))
    plain: dict[str, Any] = mapping(drawn if drawn.is_valid else _surface(shapely.make_valid(drawn)))
    return plain


def _surface(drawn: BaseGeometry) -> BaseGeometry:
    """Only what has an area: mending a ring may leave lines behind."""
    parts = [p for p in shapely.get_parts(drawn, return_index=False) if p.geom_type.endswith("Polygon")]
    flat = [q for p in parts for q in shapely.get_parts(p)]
    return flat[0] if len(flat) == 1 else shapely.MultiPolygon(flat)


def _store(area_id: int, geometry: dict[str, Any]) -> bool:
    centre = shape(geometry).representative_point()
    columns = {"boundary": geometry, "lon": centre.x, "lat": centre.y, "is_schematic": False}
    return Area.objects.filter(pk=area_id).update(**columns) == 1


@transaction.atomic
def set_boundary(*, actor: Actor, area_id: int, geometry: dict[str, Any], datum: str) -> None:
    """Give an area its boundary; the datum is declared, the store is WGS-84."""
    permissions.require(actor, EDIT)
    if not _store(area_id, to_wgs84(geometry, datum)):
        raise Invalid.field("area_id", "没有这个区划")
    touch()


@dataclass
class DrawingReport:
    """What became of a file: ``rows_in == stored + len(refused)``; refused: (feature no., name, why)."""

    rows_in: int = 0
    stored: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)


@transaction.atomic
def import_boundaries(
    *, actor: Actor, collection: dict[str, Any], datum: str, parent_id: int | None = None
) -> DrawingReport:
    """Store the surfaces of a GeoJSON FeatureCollection on the areas they name.

    A feature names its area by one of the properties ``code``, ``adcode``, ``gb``, ``id`` (our key or
    any coding's code) or by ``name``, unique among the living areas (under ``parent_id`` when given).
    """
    permissions.require(actor, EDIT)
    crs = str(((collection.get("crs") or {}).get("properties") or {}).get("name", "CRS84"))
    if not crs.endswith(KNOWN_CRS):
        raise Invalid(f"不支持的坐标参考系 {crs},请先转换为经纬度")
    report = DrawingReport()
    for number, feature in enumerate(_features(collection), start=1):
        report.rows_in += 1
        properties = feature.get("properties") or {}
        name = str(properties.get("name", ""))
        try:
            area_id = _area_of(properties, name, parent_id)
            _store(area_id, to_wgs84(feature.get("geometry") or {}, datum))
            report.stored += 1
        except Invalid as refusal:
            report.refused.append((number, name, refusal.message))
    touch()
    return report


def _features(collection: dict[str, Any]) -> Sequence[dict[str, Any]]:
    features = collection.get("features")
    if collection.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise Invalid("文件不是 GeoJSON 要素集合(FeatureCollection)")
    return features


def _area_of(properties: dict[str, Any], name: str, parent_id: int | None) -> int:
    """The one living area a feature means; ``Invalid`` when it is none or several."""
    living = Area.objects.filter(valid_to__isnull=True)
    if parent_id is not None:
        living = living.filter(parent_id=parent_id)
    codes = [str(properties[p]) for p in CODE_PROPERTIES if properties.get(p) not in (None, "")]
    found = set(living.filter(key__in=codes).values_list("pk", flat=True))
    if not found and codes:
        named = AreaAlias.objects.filter(code__in=codes).values_list("area_id", flat=True)
        found = set(living.filter(pk__in=list(named)).values_list("pk", flat=True))
    if len(found) != 1 and name:
        same_name = living.filter(name=name)
        if found:
            same_name = same_name.filter(pk__in=found)
        found = set(same_name.values_list("pk", flat=True))
    if len(found) == 1:
        return found.pop()
    raise Invalid("找不到对应的区划" if not found else "对应多个区划,无法确定")
