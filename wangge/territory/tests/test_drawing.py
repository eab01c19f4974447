"""Boundaries: datum at the door, broken rings mended, files matched or refused feature by feature."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shapely
from shapely.geometry import shape

from wangge.kit.actor import system
from wangge.kit.errors import Invalid
from wangge.territory import queries, rules, services
from wangge.territory.cli import read_codes
from wangge.territory.testing import a_district, a_grid, a_town, a_village, square
from wangge.territory.tests.real import real

pytestmark = pytest.mark.django_db
ME = system("test")
COUNTIES = "boundaries/nantong_counties_datav2023_gcj02.geojson"


def feature(geometry: dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def test_a_redrawn_boundary_is_seen_at_once_and_a_broken_ring_is_mended() -> None:
    grid = a_grid(a_village(), square(121.0, 32.0))
    assert queries.locate(121.5, 32.5) is None
    bow_tie = {"type": "Polygon", "coordinates": [[[121, 32], [122, 33], [122, 32], [121, 33], [121, 32]]]}
    services.set_boundary(actor=ME, area_id=grid.id, geometry=bow_tie, datum="wgs84")
    found = queries.locate(121.9, 32.5)
    assert found is not None
    assert found.id == grid.id


def test_a_spike_left_by_mending_is_dropped() -> None:
    spike = [[121, 32], [121.1, 32], [121.1, 32.1], [121.3, 32.1], [121.1, 32.1], [121, 32.1], [121, 32]]
    mended = shape(services.to_wgs84({"type": "Polygon", "coordinates": [spike]}, "wgs84"))
    assert mended.is_valid
    assert mended.geom_type == "Polygon"
    assert mended.bounds == (121, 32, 121.1, 32.1)


def test_a_boundary_in_gcj02_is_stored_in_wgs84() -> None:
    corners = square(121.0, 32.0)["coordinates"][0]
    shifted = {"type": "Polygon", "coordinates": [[list(rules.wgs84_to_gcj02(*c)) for c in corners]]}
    back = services.to_wgs84(shifted, "gcj02")
    assert shape(back).hausdorff_distance(shape(square(121.0, 32.0))) < 1e-7


@pytest.mark.parametrize(
    ("geometry", "datum", "message"),
    [
        ({"type": "Point", "coordinates": [121, 32]}, "wgs84", "边界应为面"),
        ({"type": "Polygon", "coordinates": []}, "wgs84", "没有面积"),
        ({"type": "Polygon"}, "wgs84", "无法识别"),
        ({"type": "Polygon", "coordinates": [[[1, 2], [3]]]}, "wgs84", "无法识别"),
        ({"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [1, 2], [1, 2]]]}, "wgs84", "没有面积"),
        (square(13_476_000, 3_770_000, 100), "wgs84", "经纬度"),
        (square(121, 32), "bd09", "坐标系应为"),
    ],
)
def test_what_is_no_surface_in_degrees_is_refused(geometry: dict[str, Any], datum: str, message: str) -> None:
    grid = a_grid(a_village(), square(121.0, 32.0))
    with pytest.raises(Invalid, match=message):
        services.set_boundary(actor=ME, area_id=grid.id, geometry=geometry, datum=datum)
    assert queries.locate(121.005, 32.005) == queries.area(grid.id)


def test_every_feature_of_a_file_is_stored_or_refused_with_a_reason() -> None:
    district = a_district(key="320612")
    town = a_town("石港镇", district)
    services.add_aliases(actor=ME, source="nbs", edition="2021", codes=[(town.id, "320612110", "石港镇")])
    one, two = a_village(town, "甲村"), a_village(a_town("平潮镇", district), "甲村")
    report = services.import_boundaries(
        actor=ME,
        collection=collection(
            feature(square(121, 32, 0.5), adcode=320612, name="不论叫什么"),
            feature(square(121, 32, 0.1), code="320612110"),
            feature(square(121, 32), name="甲村"),
            feature(square(121, 32), name="无此村"),
            feature(None, name="石港镇"),
        ),
        datum="wgs84",
    )
    assert (report.rows_in, report.stored) == (5, 2)
    assert report.refused == [
        (3, "甲村", "对应多个区划,无法确定"),
        (4, "无此村", "找不到对应的区划"),
        (5, "石港镇", "边界应为面(Polygon 或 MultiPolygon)"),
    ]
    below = collection(feature(square(121, 32), name="甲村"))
    again = services.import_boundaries(actor=ME, collection=below, datum="wgs84", parent_id=town.id)
    assert (again.stored, queries.area(one.id).lon is None, queries.area(two.id).lon is None) == (
        1,
        False,
        True,
    )


def test_a_file_in_another_reference_system_is_refused_whole() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4527"}}
    with pytest.raises(Invalid, match="不支持的坐标参考系"):
        services.import_boundaries(actor=ME, collection=collection(crs=crs), datum="wgs84")
    with pytest.raises(Invalid, match="FeatureCollection"):
        services.import_boundaries(actor=ME, collection={"type": "Feature"}, datum="wgs84")


def test_the_real_counties_of_nantong_come_in_from_gcj02_valid_and_moved() -> None:
    drawn = json.loads(real(COUNTIES).read_text())
    codes = read_codes(real("divisions/nbs2022_areas_jiangsu.csv"))
    services.import_codes(actor=ME, rows=codes, source="nbs", edition="2022-10")
    report = services.import_boundaries(actor=ME, collection=drawn, datum="gcj02")
    assert (report.rows_in, report.stored, report.refused) == (7, 7, [])
    home = next(a for a in queries.areas("district") if a.key == "320612")
    services.serve_district(actor=ME, area_id=home.id)
    (stored,) = queries.map_features("district")["features"]
    given = next(f for f in drawn["features"] if f["properties"]["adcode"] == 320612)
    moved = shape(stored["geometry"]).centroid.distance(shape(given["geometry"]).centroid)
    assert shapely.is_valid(shape(stored["geometry"]))
    assert stored["properties"]["schematic"] is False
    assert 0.002 < moved < 0.01
