"""The tree, the two codings, the point in its grid."""

from __future__ import annotations

import csv
import math
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.kit.actor import Actor, system
from wangge.kit.errors import Conflict, Forbidden, Invalid, NotFound
from wangge.territory import queries, rules, services
from wangge.territory.rules import CodeRow
from wangge.territory.services import NewArea
from wangge.territory.testing import a_district, a_grid, a_town, a_village, square

ME = system("test")


def shared(name: str) -> Path:
    here = Path(__file__).resolve()
    for root in here.parents:
        if (root / "shared" / "data" / name).exists():
            return root / "shared" / "data" / name
    pytest.skip("the shared real inputs are not beside this checkout")


def pack(name: str, code: str, label: str) -> list[CodeRow]:
    with shared(f"divisions/{name}").open(encoding="utf-8-sig") as lines:
        return [CodeRow(r[code], r[label], n) for n, r in enumerate(csv.DictReader(lines), start=2)]


@given(st.floats(73, 135), st.floats(4, 53))
def test_the_datum_conversion_comes_back_within_a_metre(lon: float, lat: float) -> None:
    back = rules.gcj02_to_wgs84(*rules.wgs84_to_gcj02(lon, lat))
    metres = math.hypot((back[0] - lon) * 111_320 * math.cos(math.radians(lat)), (back[1] - lat) * 110_540)
    assert metres < 1


def test_the_shift_in_tongzhou_is_a_few_hundred_metres_and_none_abroad() -> None:
    lon, lat = rules.wgs84_to_gcj02(121.07, 32.07)
    assert 200 < math.hypot((lon - 121.07) * 94_000, (lat - 32.07) * 110_540) < 800
    assert rules.wgs84_to_gcj02(-73.9, 40.7) == (-73.9, 40.7)


def test_grid_codes_have_their_lengths_and_refuse_nonsense() -> None:
    assert rules.grid_code("320612110201", "1", 7) == "3206121102011007"
    assert rules.cjt349_code("320612110201", 7) == "01010032061211020107"
    with pytest.raises(ValueError):
        rules.grid_code("320612", "1", 7)


@pytest.mark.django_db
def test_a_grid_knows_its_whole_lineage() -> None:
    town = a_town("石港镇")
    village = a_village(town)
    grid = a_grid(village)
    assert queries.lineage(grid.id) == queries.Lineage(town.district_id, town.id, village.id, grid.id)
    assert queries.area(grid.id).path_names == ("通州区", "石港镇", village.name, grid.name)
    with pytest.raises(NotFound):
        queries.area(grid.id + 999)


@pytest.mark.django_db
def test_a_grid_never_hangs_under_a_town_and_a_stranger_may_not_draw() -> None:
    town = a_town()
    with pytest.raises(Invalid, match="上级区划的层级不对"):
        services.create_area(actor=ME, new=NewArea("grid", "错", "g", town.id, grid_kind="1"))
    with pytest.raises(Forbidden):
        services.create_area(
            actor=Actor(kind="post", role="operator"), new=NewArea("village", "错", "v", town.id)
        )
    assert queries.areas("village") == []


@pytest.mark.django_db
def test_a_point_finds_its_grid_and_the_border_belongs_to_the_first() -> None:
    village = a_village()
    west = a_grid(village, square(121.0, 32.0))
    east = a_grid(village, square(121.01, 32.0))
    points = [(121.005, 32.005), (121.015, 32.005), (121.01, 32.005), (0.0, 0.0)]
    assert queries.locate_many(points) == [west.id, east.id, west.id, None]
    found = queries.locate(121.015, 32.001)
    assert found is not None
    assert found.name == east.name


@pytest.mark.django_db
def test_a_redrawn_boundary_is_seen_at_once_and_a_broken_ring_is_mended() -> None:
    grid = a_grid(a_village(), square(121.0, 32.0))
    assert queries.locate(121.5, 32.5) is None
    bow_tie = {"type": "Polygon", "coordinates": [[[121, 32], [122, 33], [122, 32], [121, 33], [121, 32]]]}
    services.set_boundary(actor=ME, area_id=grid.id, geometry=bow_tie, datum="wgs84")
    found = queries.locate(121.9, 32.5)
    assert found is not None
    assert found.id == grid.id


@pytest.mark.django_db
def test_a_split_grid_ends_and_its_successors_begin() -> None:
    grid = a_grid(a_village())
    halves = [NewArea("grid", f"{grid.name}{s}", f"{grid.key}-{s}", grid_kind="1") for s in "东西"]
    day = date(2021, 8, 1)
    made = services.replace_area(actor=ME, old_id=grid.id, successors=halves, day=day, reason="人口增加")
    assert [c.name for c in queries.areas("grid", grid.parent_id)] == [m.name for m in made]
    assert queries.area(grid.id).name == grid.name
    with pytest.raises(Conflict, match="已停用"):
        services.replace_area(actor=ME, old_id=grid.id, successors=halves, day=day, reason="再来")


@pytest.mark.django_db
def test_areas_are_found_by_name_pinyin_initials_and_code() -> None:
    town = a_town("石港镇", a_district(key="320612"))
    services.add_aliases(actor=ME, source="nbs", edition="2022", codes=[(town.id, "320612110", "石港镇")])
    for text in ("石港", "shigang", "sgz", "320612110"):
        assert [c.id for c in queries.search_areas(text)] == [town.id], text
    assert queries.search_areas("  ") == []


@pytest.mark.django_db
def test_two_codings_that_swap_a_code_are_reported_and_not_merged() -> None:
    one = [
        CodeRow("320612", "通州区", 2),
        CodeRow("320612002", "兴东街道", 3),
        CodeRow("320612003", "先锋街道", 4),
    ]
    two = [
        CodeRow("320612002", "先锋街道", 2),
        CodeRow("320612003000", "兴东街道", 3),
        CodeRow("32061", "短码", 4),
        CodeRow("320612004", " ", 5),
        CodeRow("320612009", "新镇", 6),
    ]
    first = services.import_codes(actor=ME, rows=one, source="nbs", edition="2022")
    assert (first.rows_in, first.stored, first.refused, first.swapped) == (3, 3, [], [])
    second = services.import_codes(actor=ME, rows=two, source="mca", edition="2023")
    assert (second.rows_in, second.stored) == (5, 3)
    assert [fault for _line, _code, _name, fault in second.refused] == [
        "区划代码“32061”应为 6、9 或 12 位数字",
        "名称为空",
    ]
    assert second.swapped == [
        "320612002:本版本为“先锋街道”,nbs 2022 为“兴东街道”",
        "320612003:本版本为“兴东街道”,nbs 2022 为“先锋街道”",
    ]
    assert second.unmatched == ["320612009 新镇"]
    by_name = {c.name: c.id for c in queries.towns()}
    codes = queries.aliases(by_name.values())
    assert codes[by_name["先锋街道"]] == [
        ("mca", "2023", "320612002", "先锋街道"),
        ("nbs", "2022", "320612003", "先锋街道"),
    ]
    again = services.import_codes(actor=ME, rows=two, source="mca", edition="2023")
    assert (again.stored, again.already) == (3, 3)
    assert len(queries.towns()) == 3


@pytest.mark.django_db
def test_both_real_packs_load_with_no_row_lost() -> None:
    nbs = pack("nbs2022_areas_jiangsu.csv", "code", "name") + pack(
        "nbs2022_towns_jiangsu.csv", "code", "name"
    )
    mca = [r for r in pack("areacity2023_level4_jiangsu.csv", "id", "ext_name") if len(r.code) >= 6]
    first = services.import_codes(actor=ME, rows=nbs, source="nbs", edition="2022-10")
    second = services.import_codes(actor=ME, rows=mca, source="mca", edition="2023")
    for report, rows in ((first, nbs), (second, mca)):
        assert report.rows_in == len(rows) == report.stored + len(report.refused)
    assert first.refused == []
    assert any(line.startswith("320612002:") for line in second.swapped)
    assert any(line.startswith("320612003:") for line in second.swapped)
    assert len(queries.aliases([c.id for c in queries.areas("district")])) > 90


@pytest.mark.django_db
def test_a_real_boundary_in_gcj02_is_stored_in_wgs84() -> None:
    import json

    from shapely.geometry import shape

    file = shared("boundaries/nantong_counties_datav2023_gcj02.geojson")
    feature = next(f for f in json.loads(file.read_text())["features"] if f["properties"]["adcode"] == 320612)
    district = a_district()
    services.set_boundary(actor=ME, area_id=district.id, geometry=feature["geometry"], datum="gcj02")
    stored = shape(queries.map_features("district")["features"][0]["geometry"])
    moved = stored.centroid.distance(shape(feature["geometry"]).centroid)
    assert stored.is_valid
    assert 0.002 < moved < 0.01
