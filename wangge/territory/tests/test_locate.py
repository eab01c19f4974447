"""Point → grid: borders, holes, several processes, rolled-back changes."""

from __future__ import annotations

import random

import pytest
from django.db import transaction

from wangge.kit.actor import system
from wangge.territory import queries, services
from wangge.territory.models import TreeVersion
from wangge.territory.testing import a_grid, a_village, square

pytestmark = pytest.mark.django_db
ME = system("test")


def test_a_point_finds_its_grid_and_the_border_belongs_to_the_first() -> None:
    village = a_village()
    west = a_grid(village, square(121.0, 32.0))
    east = a_grid(village, square(121.01, 32.0))
    points = [(121.005, 32.005), (121.015, 32.005), (121.01, 32.005), (0.0, 0.0)]
    assert queries.locate_many(points) == [west.id, east.id, west.id, None]
    found = queries.locate(121.015, 32.001)
    assert found is not None
    assert found.name == east.name


def test_answers_do_not_depend_on_the_order_of_the_points() -> None:
    village = a_village()
    grids = [a_grid(village, square(121 + n * 0.01, 32 + m * 0.01)) for n in range(5) for m in range(5)]
    points = [(121 + n * 0.005, 32 + m * 0.005) for n in range(11) for m in range(11)]
    straight = dict(zip(points, queries.locate_many(points), strict=True))
    random.Random(1).shuffle(points)
    assert dict(zip(points, queries.locate_many(points), strict=True)) == straight
    assert set(straight.values()) == {g.id for g in grids}


def test_nothing_drawn_nothing_asked_and_nonsense_find_nothing() -> None:
    queries.forget_cache()  # what other tests drew was rolled back behind the cache
    assert queries.locate_many([(121.0, 32.0)]) == [None]
    a_grid(a_village(), square(121.0, 32.0))
    assert queries.locate_many([]) == []
    assert queries.locate_many([(float("nan"), 32.0), (float("inf"), 0.0), (32.0, 121.0)]) == [None] * 3


def test_a_hole_belongs_to_the_grid_inside_it() -> None:
    village = a_village()
    ring, hole = square(121.0, 32.0, 0.03)["coordinates"][0], square(121.01, 32.01)["coordinates"][0]
    around = a_grid(village, {"type": "Polygon", "coordinates": [ring, hole]})
    market = a_grid(village, square(121.01, 32.01))
    assert queries.locate_many([(121.015, 32.015), (121.005, 32.005)]) == [market.id, around.id]


def test_a_change_by_another_process_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    grid = a_grid(a_village(), square(121.0, 32.0))
    assert queries.locate_many([(121.005, 32.005)]) == [grid.id]
    monkeypatch.setattr(queries, "forget_cache", lambda: None)
    services.set_boundary(actor=ME, area_id=grid.id, geometry=square(121.5, 32.0), datum="wgs84")
    monkeypatch.setattr(queries, "CHECK_EVERY", -1.0)
    assert queries.locate_many([(121.005, 32.005), (121.505, 32.005)]) == [None, grid.id]


def test_looking_again_asks_one_small_question_and_rebuilds_nothing(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: object
) -> None:
    a_grid(a_village(), square(121.0, 32.0))
    queries.locate_many([(121.005, 32.005)])
    with django_assert_num_queries(0):  # type: ignore[operator]
        queries.locate_many([(121.005, 32.005)])
    monkeypatch.setattr(queries, "CHECK_EVERY", -1.0)
    with django_assert_num_queries(1):  # type: ignore[operator]
        queries.locate_many([(121.005, 32.005)])


def test_a_change_that_was_rolled_back_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    grid = a_grid(a_village(), square(121.0, 32.0))
    with transaction.atomic():
        services.set_boundary(actor=ME, area_id=grid.id, geometry=square(121.5, 32.0), datum="wgs84")
        assert queries.locate_many([(121.505, 32.005)]) == [grid.id]
        transaction.set_rollback(True)
    monkeypatch.setattr(queries, "CHECK_EVERY", -1.0)
    assert queries.locate_many([(121.505, 32.005), (121.005, 32.005)]) == [None, grid.id]
    assert TreeVersion.objects.count() == 1
