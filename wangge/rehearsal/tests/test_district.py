"""The demo district: real names and codes, invented lines, nothing lost between them."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import shape

from wangge.kit.actor import system
from wangge.rehearsal import district
from wangge.territory import queries

pytestmark = pytest.mark.django_db
ME = system("demo")


def shapes(kind: str, parent_id: int | None = None) -> list[shapely.Geometry]:
    return [shape(f["geometry"]) for f in queries.map_features(kind, parent_id)["features"]]


def test_the_demo_district_has_tongzhous_towns_and_the_planned_villages_and_grids() -> None:
    district.load(ME)
    home = queries.district()
    assert (home.name, home.key, home.is_schematic) == ("通州区", "320612", True)
    assert [t.name for t in queries.towns()] == [row[0] for row in district.TOWNS]
    villages, grids = queries.areas("village"), queries.areas("grid")
    assert (len(villages), len(grids)) == (262, 1408)
    assert len({v.name for v in villages}) == 262
    assert {len(g.key) for g in grids} == {16}
    assert all(g.is_schematic and g.lon and g.lat and g.households for g in grids)
    assert home.households == sum(g.households for g in grids)


def test_loading_the_demo_district_twice_changes_nothing() -> None:
    district.load(ME)
    before = queries.tree_version()
    district.load(ME)
    assert queries.tree_version() == before
    assert len(queries.areas("district")) == 1


def test_towns_are_their_villages_and_villages_their_grids_without_gap_or_overlap() -> None:
    district.load(ME)
    towns = shapes("town")
    assert shapely.coverage_is_valid(towns)
    whole = shapes("district")[0].area
    assert abs(sum(t.area for t in towns) - whole) < 1e-12
    for town, drawn in zip(queries.towns(), towns, strict=True):
        villages, grids = shapes("village", town.id), shapes("grid", town.id)
        for below in (villages, grids):
            assert shapely.coverage_is_valid(below)
            assert abs(sum(v.area for v in below) - drawn.area) < 1e-12
            assert {v.geom_type for v in below} == {"Polygon"}


def test_every_grids_centre_is_found_in_it() -> None:
    district.load(ME)
    grids = queries.areas("grid")
    assert queries.locate_many([(g.lon or 0, g.lat or 0) for g in grids]) == [g.id for g in grids]


def test_the_swapped_codes_of_the_two_codings_lead_to_different_towns() -> None:
    district.load(ME)
    named = {t.name: t.id for t in queries.towns()}
    codes = queries.aliases([named["先锋街道"], named["兴东街道"]])
    assert ("nbs", "2021", "320612003", "先锋街道") in codes[named["先锋街道"]]
    assert ("mca", "2023", "320612002", "先锋街道") in codes[named["先锋街道"]]
    assert ("mca", "2023", "320612003", "兴东街道") in codes[named["兴东街道"]]
    assert {t.name for t in queries.search_areas("320612002")} >= {"先锋街道", "兴东街道"}
