"""Coverage: exact shares, and how each way of gaming them fails."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wangge.kit import clock
from wangge.kit.errors import Forbidden, NotFound
from wangge.kit.ids import uuid7
from wangge.org.testing import Person, a_person, an_actor
from wangge.patrol import queries, services, testing
from wangge.territory import queries as territory
from wangge.territory.testing import a_grid, a_village

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
MONDAY = clock.at(2021, 8, 2, 9, 0)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def grid(cast: Cast) -> territory.AreaCard:
    """A grid of ten households with two check-in points."""
    made = a_grid(a_village(), households=8)
    for number in range(1, 11):
        testing.a_home(made.id, number)
    testing.a_point(made.id, 121.0, 32.0)
    testing.a_point(made.id, 121.1, 32.0)
    return made


def check_in(worker: Person, grid: territory.AreaCard, number: int, **more: float) -> bool:
    point = queries.points(worker.actor, grid.id)[number]
    values = {"lon": point.lon, "lat": point.lat, "accuracy": 8.0, "dwell_seconds": 90} | more
    draft = services.CheckInDraft(point_id=point.id, **values)  # type: ignore[arg-type]
    at = services.Capture(client_id=uuid7(), at=MONDAY, received_at=MONDAY)
    return services.check_in(actor=worker.actor, draft=draft, capture_=at).counts


def of(grid: territory.AreaCard, actor: Person) -> queries.CoverageRow:
    with clock.moved_to(TUESDAY):
        return queries.coverage(actor.actor, grid.id).whole


def test_shares_of_a_grid(cast: Cast, grid: territory.AreaCard) -> None:
    worker = a_person("grid_worker", None, grid.id)
    for household in (1, 2, 3, 4):
        testing.a_visit(worker.actor, household, at=MONDAY + timedelta(minutes=5 * household))
    assert check_in(worker, grid, 0) is True
    with clock.moved_to(MONDAY + timedelta(hours=1)):
        testing.a_round(worker.actor, MONDAY)
    row = of(grid, cast["dai"])
    assert (row.households_share, row.points_share, row.hours) == (40.0, 50.0, 0.5)
    assert (row.tally.met, row.tally.households, row.tally.reached, row.tally.points) == (4, 10, 1, 2)
    assert row.colour == "fair"


def test_events_however_many_leave_every_share_where_it_was(cast: Cast, grid: territory.AreaCard) -> None:
    worker = a_person("grid_worker", None, grid.id)
    with clock.moved_to(MONDAY):
        for _ in range(30):
            testing.an_event(worker.actor, self_handled=True)
    row = of(grid, cast["dai"])
    assert (row.households_share, row.points_share, row.hours, row.colour) == (0.0, 0.0, 0.0, "white")
    assert row.tally.events == 30


def test_what_does_not_count_as_a_household_met(cast: Cast, grid: territory.AreaCard) -> None:
    worker = a_person("grid_worker", None, grid.id).actor
    testing.a_visit(worker, 1, at=MONDAY)
    testing.a_visit(worker, 1, at=MONDAY + timedelta(hours=1))  # the same one again
    testing.a_visit(worker, 2, "phoned", at=MONDAY + timedelta(hours=2))
    testing.a_visit(worker, 3, "absent", at=MONDAY + timedelta(hours=3))
    testing.a_visit(worker, 4, "refused", at=MONDAY + timedelta(hours=4))
    testing.a_visit(worker, 5, at=MONDAY + timedelta(hours=1, seconds=10))  # nobody runs so fast
    testing.a_visit(worker, 6, at=MONDAY - timedelta(days=60))  # last quarter
    assert of(grid, cast["dai"]).tally.met == 1


def test_what_does_not_count_as_a_point_reached(cast: Cast, grid: territory.AreaCard) -> None:
    worker = a_person("grid_worker", None, grid.id)
    assert check_in(worker, grid, 0, lon=121.05) is False
    assert check_in(worker, grid, 0, accuracy=400) is False
    assert check_in(worker, grid, 0, dwell_seconds=5) is False
    assert of(grid, cast["dai"]).tally.reached == 0
    assert check_in(worker, grid, 0) is True
    assert check_in(worker, grid, 0) is True
    assert of(grid, cast["dai"]).tally.reached == 1


def test_what_does_not_count_as_an_hour(cast: Cast, grid: territory.AreaCard) -> None:
    worker = a_person("grid_worker", None, grid.id).actor
    with clock.moved_to(MONDAY + timedelta(hours=9)):
        testing.a_round(worker, MONDAY, track=testing.a_track(minutes=60))
        testing.a_round(worker, MONDAY + timedelta(hours=2), track=testing.a_track(minutes=60))  # replayed
        testing.a_round(  # beside the first
            worker, MONDAY + timedelta(minutes=30), track=testing.a_track(minutes=45, pace=1.0)
        )
        testing.a_round(worker, MONDAY + timedelta(hours=4), track=[])  # buttons only
    row = of(grid, cast["dai"])
    assert (row.hours, row.tally.rounds, row.tally.doubtful_rounds) == (1.0, 4, 1)


def test_verified_by_others_is_told_apart_from_own_and_from_none(
    cast: Cast, grid: territory.AreaCard
) -> None:
    worker = a_person("grid_worker", None, grid.id).actor
    dai, niu = cast["dai"].actor, cast["niu"].actor
    with clock.moved_to(MONDAY):
        for checker in (niu, worker, worker):
            event = testing.an_event(worker, self_handled=True)
            services.verify_event(actor=checker, event_id=event.pk, passed=True)
            services.close_event(actor=dai, event_id=event.pk)
        testing.an_event(worker, self_handled=True)
    with clock.moved_to(MONDAY + timedelta(days=8)):
        services.close_unchecked(actor=testing.TESTER)
        row = queries.coverage(dai, grid.id).whole
    assert (row.tally.closed, row.tally.verified_other, row.tally.verified_own, row.tally.unchecked) == (
        4,
        1,
        2,
        1,
    )
    assert row.verified_share == 25.0


def test_doubts_are_counted(cast: Cast, grid: territory.AreaCard) -> None:
    worker = a_person("grid_worker", None, grid.id).actor
    with clock.moved_to(MONDAY):
        for _ in range(2):
            testing.an_event(worker, pictures=(testing.a_picture("before", "cd" * 32),))
    captured = services.Capture(
        client_id=uuid7(), at=MONDAY, device_time=MONDAY + timedelta(hours=1), received_at=MONDAY
    )
    services.start_round(actor=worker, capture_=captured)
    row = of(grid, cast["dai"])
    assert (row.tally.same_photos, row.tally.drifting) == (2, 1)


def test_the_page_leads_from_the_district_to_the_white_grid(cast: Cast, grid: territory.AreaCard) -> None:
    worker = a_person("grid_worker", None, grid.id)
    testing.a_visit(worker.actor, 1, at=MONDAY)
    village = territory.area(grid.village_id or 0)
    empty = a_grid(village, households=20)
    town = a_person("area_admin", None, grid.town_id).actor
    with clock.moved_to(TUESDAY):
        district = queries.coverage(cast["dai"].actor)
        page = queries.coverage(town, village.id)
    assert district.whole.tally.grids == 4
    assert [r.area_id for r in district.rows] == [grid.town_id]
    assert [(r.area_id, r.colour) for r in page.rows] == [(empty.id, "white"), (grid.id, "thin")]
    assert [pk for pk, _name in page.white] == [empty.id]
    assert (page.whole.households_share, page.whole.tally.households) == (3.3, 30)
    assert [name for _pk, name in page.path] == ["石港"]
    assert [(w.post_id, w.met) for w in page.workers] == [(worker.post.pk, 1)]


def test_who_may_look(cast: Cast, grid: territory.AreaCard) -> None:
    with pytest.raises(Forbidden):
        queries.coverage(cast["zhang"].actor)
    with pytest.raises(NotFound):
        queries.coverage(an_actor("area_admin"), grid.id)
    assert set(queries.DEFINITIONS) == {"households", "points", "hours", "verified", "doubts"}


def test_a_town_of_grids_takes_few_statements(cast: Cast, django_assert_max_num_queries: object) -> None:
    village = a_village()
    for _ in range(20):
        a_grid(village, households=5)
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        assert queries.coverage(cast["dai"].actor, village.id).whole.tally.grids == 20
