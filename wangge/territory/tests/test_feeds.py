"""The own area on the phone."""

from __future__ import annotations

import pytest

from wangge.kit.actor import Actor
from wangge.territory.feeds import own_grid
from wangge.territory.queries import around
from wangge.territory.testing import a_grid, a_town, a_village, square

pytestmark = pytest.mark.django_db


def of(area_id: int | None, ids: list[int] | None = None) -> list[dict]:
    return list(own_grid(Actor(kind="device", role="grid_worker", area_id=area_id), ids))


def test_a_grid_comes_with_its_boundary_and_the_names_beside_it() -> None:
    village = a_village(a_town("石港镇"), "示范村")
    mine = a_grid(village, square(121.0, 32.0), name="示范村第1网格")
    a_grid(village, square(121.01, 32.0), name="示范村第2网格")
    a_grid(village, square(121.5, 32.5), name="示范村第3网格")
    (record,) = of(mine.id)
    assert (record["name"], record["code"], record["neighbours"]) == (
        "示范村第1网格",
        mine.key,
        ["示范村第2网格"],
    )
    assert record["boundary"]["coordinates"][0][0] == [121.0, 32.0]
    assert record["path"] == ["通州区", "石港镇", "示范村", "示范村第1网格"]


def test_a_village_has_itself_and_a_post_without_area_nothing() -> None:
    village = a_village()
    assert [(r["kind"], r["neighbours"]) for r in of(village.id)] == [("village", [])]
    assert of(None) == []
    assert of(village.id, [village.id + 1]) == []


def test_around_an_area_are_its_ancestors_and_what_lies_inside() -> None:
    town = a_town("平潮镇")
    village, other = a_village(town), a_village(town)
    grid, beside = a_grid(village), a_grid(other)
    above = {town.id, town.parent_id}
    assert set(around(grid.id)) == above | {village.id, grid.id}
    assert set(around(village.id)) == above | {village.id, grid.id}
    assert set(around(town.id)) == above | {village.id, other.id, grid.id, beside.id}
    assert around(10**9) == ()
