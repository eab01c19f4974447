"""From a cookie to an actor: one statement, the right reach."""

from __future__ import annotations

import pytest
from django.db import connection

from wangge.kit.errors import NotFound
from wangge.org import queries, services
from wangge.org.testing import SYSTEM, a_person, a_post, an_actor, an_agency, logged_in, the_cast

pytestmark = pytest.mark.django_db


def test_the_cast_has_ten_people_in_their_roles() -> None:
    cast = the_cast()
    roles = {name: person.actor.role for name, person in cast.items()}
    assert roles == {
        "zhou": "commander",
        "mo": "operator",
        "zhang": "grid_worker",
        "xue": "grid_worker",
        "ji": "unit_handler",
        "dai": "dispatcher",
        "yin": "unit_handler",
        "bian": "reviewer",
        "fan": "callback",
        "niu": "supervisor",
    }
    assert cast["zhou"].actor.district_wide
    assert not cast["zhang"].actor.district_wide
    assert cast["yin"].actor.label == "承办员 尹"


def test_a_head_also_handles_what_the_units_below_are_given() -> None:
    top = an_agency("甲局")
    middle = an_agency("甲局执法大队", kind="unit", parent_id=top.pk)
    low = an_agency("甲局执法一中队", kind="unit", parent_id=middle.pk)
    an_agency("乙局")
    head = a_post("unit_handler", top, head=True)
    member = a_post("unit_handler", top)
    assert queries.actor_for(head.pk).agency_ids == {top.pk, middle.pk, low.pk}
    assert queries.actor_for(member.pk).agency_ids == {top.pk}


def test_an_ended_post_has_no_actor() -> None:
    post = a_post("operator")
    services.end_post(actor=SYSTEM, post_id=post.pk)
    with pytest.raises(NotFound):
        queries.actor_for(post.pk)


def test_a_cookie_becomes_an_actor_and_a_scope_in_one_statement(
    django_assert_num_queries: object,
) -> None:
    person = a_person("unit_handler", an_agency("丙局"))
    token = logged_in(person).cookies["wangge_session"].value
    queries.enter("prepares the statement on this connection", scope=True)
    with django_assert_num_queries(1):  # type: ignore[operator]
        entry = queries.enter(token, scope=True)
    assert entry is not None
    assert entry.actor == person.actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"current_setting('{n}')" for n in queries.SCOPE_VARIABLES))
        found = cursor.fetchone()
    actor = person.actor
    assert found == ("agency", "", str(actor.agency_id), str(actor.account_id), str(actor.post_id))


def test_an_unknown_cookie_is_nobody() -> None:
    assert queries.enter("not-a-session", scope=True) is None


def test_an_actor_without_agency_has_none() -> None:
    assert an_actor("commander").agency_ids == frozenset()
