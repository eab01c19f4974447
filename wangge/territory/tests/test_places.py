"""Places: each in its grid, or refused with a reason."""

from __future__ import annotations

import pytest

from wangge.kit.actor import Actor, system
from wangge.kit.errors import Forbidden, Invalid
from wangge.territory import queries, services
from wangge.territory.rules import wgs84_to_gcj02
from wangge.territory.services import PlaceRow
from wangge.territory.testing import a_grid, a_village, square

pytestmark = pytest.mark.django_db
ME = system("test")


def test_a_place_belongs_to_the_grid_it_lies_in_and_to_everything_above() -> None:
    village = a_village()
    grid = a_grid(village, square(121.0, 32.0))
    made = services.create_place(actor=ME, name="示范农贸市场", kind="market", lon=121.005, lat=32.005)
    for area_id in (grid.id, village.id, village.town_id, village.district_id):
        assert [p.id for p in queries.places(area_id or 0)] == [made]
    assert queries.places(grid.id, "school") == []


def test_a_place_outside_every_grid_is_refused() -> None:
    a_grid(a_village(), square(121.0, 32.0))
    with pytest.raises(Invalid, match="不在任何网格内"):
        services.create_place(actor=ME, name="远方", kind="market", lon=120.0, lat=32.0)
    with pytest.raises(Forbidden):
        services.import_places(actor=Actor(kind="post", role="operator"), rows=[])


def test_every_place_of_a_list_is_stored_or_refused_and_the_list_may_come_twice() -> None:
    grid = a_grid(a_village(), square(121.0, 32.0))
    lon, lat = wgs84_to_gcj02(121.005, 32.005)
    rows = [
        PlaceRow("示范小学", "school", lon, lat, "示范路 1 号", 2),
        PlaceRow("示范小学", "school", lon, lat, "示范路 1 号", 3),
        PlaceRow("", "school", lon, lat, line=4),
        PlaceRow("无类别", " ", lon, lat, line=5),
        PlaceRow("远方", "school", float("nan"), lat, line=6),
    ]
    first = services.import_places(actor=ME, rows=rows, datum="gcj02")
    assert (first.rows_in, first.stored, first.already) == (5, 2, 1)
    assert first.refused == [
        (4, "", "名称应为 1 到 80 个字"),
        (5, "无类别", "类别应为 1 到 20 个字"),
        (6, "远方", "该位置不在任何网格内"),
    ]
    again = services.import_places(actor=ME, rows=rows, datum="gcj02")
    assert (again.stored, again.already, len(again.refused)) == (2, 2, 3)
    (kept,) = queries.places(grid.id)
    assert kept.name == "示范小学"
    assert (abs(kept.lon - 121.005), abs(kept.lat - 32.005)) < (1e-6, 1e-6)
