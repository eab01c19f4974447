"""Two walls: who sees which events, rounds and visits; the database says the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from wangge.kit import subjects
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Forbidden, NotFound
from wangge.org import services as org
from wangge.org.testing import Person, a_person, an_actor, an_agency
from wangge.patrol import queries, services, testing
from wangge.patrol.models import Event, EventFile, EventMove, Round, Visit
from wangge.territory import queries as territory

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]


@contextmanager
def second_wall(actor: Actor) -> Iterator[None]:
    """As the web role with this actor's scope."""
    with transaction.atomic(), org.scoped(actor):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE wangge_web")
        yield
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


def test_who_sees_an_event(cast: Cast) -> None:
    event = testing.a_dispatched_event(cast)
    grid = territory.area(event.grid_id)
    town = a_person("area_admin", None, grid.town_id).actor
    other_village = an_actor("area_admin")
    sees = {name for name, person in cast.items() if queries.events_visible_to(person.actor).exists()}
    assert sees == {"zhou", "mo", "zhang", "dai", "yin", "bian", "fan", "niu"}
    assert queries.events_visible_to(town).count() == 1
    assert queries.events_visible_to(other_village).count() == 0
    for stranger in (cast["xue"].actor, cast["ji"].actor, other_village):
        with pytest.raises(NotFound):
            queries.event_page(stranger, event.pk)
    for role in ("auditor", "sysadmin", "volunteer", "wall", "sampler"):
        with pytest.raises(Forbidden):
            queries.events(a_person(role).actor, queries.EventFilter())


def test_the_database_says_the_same(cast: Cast) -> None:
    event = testing.a_dispatched_event(cast)
    testing.a_round(cast["zhang"].actor)
    testing.a_visit(cast["zhang"].actor, 5)
    town = a_person("area_admin", None, territory.area(event.grid_id).town_id).actor
    counted = {}
    for name, actor in [(n, p.actor) for n, p in cast.items()] + [("town", town)]:
        with second_wall(actor):
            counted[name] = (
                Event.objects.count(),
                EventMove.objects.count(),
                EventFile.objects.count(),
                Round.objects.count(),
                Visit.objects.count(),
            )
    assert counted["dai"] == counted["zhou"] == counted["zhang"] == counted["town"] == (1, 2, 1, 1, 1)
    assert counted["yin"] == (1, 2, 1, 0, 0)
    assert counted["xue"] == counted["ji"] == (0, 0, 0, 0, 0)


def test_everybody_can_do_his_part_behind_the_second_wall(cast: Cast) -> None:
    zhang, dai, yin, niu = (cast[n].actor for n in ("zhang", "dai", "yin", "niu"))
    grid = territory.area(zhang.area_id or 0)
    town_agency = an_agency("石港镇人民政府", kind="town", area_id=grid.town_id)
    town = a_person("area_admin", town_agency, grid.town_id).actor
    with second_wall(zhang):
        event = testing.an_event(zhang)
        testing.a_round(zhang)
        testing.a_visit(zhang, 5)
    with second_wall(town):
        services.establish_case(actor=town, event_id=event.pk)
        services.dispatch(actor=town, event_id=event.pk, agency_id=yin.agency_id)
    with second_wall(yin):
        services.sign_event(actor=yin, event_id=event.pk)
        services.request_return(actor=yin, event_id=event.pk, reason_code="not_mine", text="属镇里")
    with second_wall(town):
        services.decide_return(actor=town, event_id=event.pk, approved=True)
        services.dispatch(actor=town, event_id=event.pk, to_grid=True)
    with second_wall(zhang):
        services.feed_back(actor=zhang, event_id=event.pk, handling="已清理")
    with second_wall(niu):
        services.verify_event(actor=niu, event_id=event.pk, passed=True)
    with second_wall(town):
        services.close_event(actor=town, event_id=event.pk)
        services.rate_event(actor=town, event_id=event.pk, score=4)
    assert testing.reread(event).status == "rated"
    with second_wall(zhang):
        assert queries.event_page(zhang, event.pk).event.score == 4  # his own report, ended or not
    assert testing.reread(event).returned_by_ids == [yin.agency_id]
    with pytest.raises(Conflict):
        services.dispatch(actor=dai, event_id=event.pk, agency_id=yin.agency_id)


def test_a_grid_workers_phone_may_tell_of_the_neighbours_grid(cast: Cast) -> None:
    from wangge.territory.testing import a_grid, a_village, square

    village = a_village()
    own = a_grid(village, square(121.0, 32.0))
    beside = a_grid(village, square(121.01, 32.0))
    worker = a_person("grid_worker", None, own.id).actor
    with second_wall(worker):
        event = testing.an_event(worker, lon=121.015, lat=32.005)
    assert event.grid_id == beside.id
    assert queries.event_for(worker, event.pk).pk == event.pk
    neighbour = a_person("grid_worker", None, beside.id).actor
    assert queries.event_for(neighbour, event.pk).pk == event.pk


def test_moves_only_grow(cast: Cast) -> None:
    event = testing.a_dispatched_event(cast)
    with pytest.raises(ProgrammingError, match="only grows"), transaction.atomic():
        EventMove.objects.filter(row_id=event.pk).update(by="post:1")
    with pytest.raises(ProgrammingError, match="only grows"), transaction.atomic():
        EventMove.objects.filter(row_id=event.pk).delete()


def test_a_subject_is_shown_through_the_gate(cast: Cast) -> None:
    event = testing.an_event(cast["zhang"].actor)
    card = subjects.card(cast["dai"].actor, f"patrol.event:{event.pk}")
    assert (card.number, card.url) == (event.no, f"/patrol/events/{event.pk}")
    with pytest.raises(NotFound):
        subjects.card(cast["xue"].actor, f"patrol.event:{event.pk}")


def test_an_administrator_does_not_judge_the_return_of_his_own_agency(cast: Cast) -> None:
    event = testing.an_event(cast["zhang"].actor)
    grid = territory.area(event.grid_id)
    agency = an_agency("测试镇", kind="town", area_id=grid.town_id)
    town = a_person("area_admin", agency, grid.town_id).actor
    services.establish_case(actor=town, event_id=event.pk)
    services.dispatch(actor=town, event_id=event.pk, agency_id=agency.pk)
    services.request_return(actor=town, event_id=event.pk, reason_code="other", text="人手不足")
    with pytest.raises(Conflict) as refused:
        services.decide_return(actor=town, event_id=event.pk, approved=True)
    assert refused.value.code == "own_request"
    assert testing.reread(event).status == "return_requested"
