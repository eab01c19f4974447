"""Administering: only in a timed, recorded session with a purpose."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from wangge.kit import clock
from wangge.kit.errors import Conflict, Forbidden, Invalid
from wangge.org import queries, services
from wangge.org.models import Account, Agency, Elevation, ElevationLine, Post
from wangge.org.testing import PASSWORD, SYSTEM, Person, a_person, a_post, an_actor, an_agency, logged_in

pytestmark = pytest.mark.django_db
ORG = "/api/console/org"


@pytest.fixture
def xi() -> Person:
    services.set_role_policy(actor=SYSTEM, role="sysadmin", totp_required=False, session_minutes=60)
    return a_person("sysadmin", name="席", username="xi")


def send(client: Client, path: str, body: dict | None = None, method: str = "post"):
    return getattr(client, method)(f"{ORG}/{path}", json.dumps(body or {}), content_type="application/json")


def elevated(person: Person) -> Client:
    client = logged_in(person)
    body = {"purpose": "新员工入职", "minutes": 10, "proof": PASSWORD}
    assert send(client, "session/elevation", body).status_code == 200
    return client


NEW = {"username": "wang", "name": "王"}


def test_the_verb_alone_is_not_enough(xi: Person) -> None:
    answer = send(logged_in(xi), "accounts", NEW)
    assert (answer.status_code, answer.json()["code"]) == (403, "elevation_required")
    assert not Account.objects.filter(username="wang").exists()


def test_without_a_purpose_or_with_a_wrong_proof_nothing_is_elevated(xi: Person) -> None:
    client = logged_in(xi)
    for body, status in (
        ({"purpose": " ", "proof": PASSWORD}, 422),
        ({"purpose": "新员工入职", "proof": "wrong"}, 403),
        ({"purpose": "新员工入职", "proof": PASSWORD, "minutes": 31}, 422),
    ):
        assert send(client, "session/elevation", body).status_code == status
    assert Elevation.objects.count() == 0
    assert client.get(f"{ORG}/me").json()["elevated_until"] is None


def test_others_cannot_be_elevated_at_all() -> None:
    client = logged_in(a_person("commander"))
    body = {"purpose": "看看", "proof": PASSWORD}
    assert send(client, "session/elevation", body).status_code == 403


def test_an_elevated_session_does_its_work_is_recorded_and_ends(xi: Person) -> None:
    client = elevated(xi)
    made = send(client, "accounts", NEW)
    assert made.status_code == 201
    post = {"account_id": made.json()["id"], "role": "operator"}
    assert send(client, "posts", post).status_code == 201
    lines = list(ElevationLine.objects.order_by("id").values_list("method", "path", "status"))
    assert lines == [("POST", f"{ORG}/accounts", 201), ("POST", f"{ORG}/posts", 201)]
    elevation = Elevation.objects.get()
    assert (elevation.purpose, elevation.until - elevation.started_at) == (
        "新员工入职",
        timedelta(minutes=10),
    )
    with connection.cursor() as cursor:  # the log stands above org
        cursor.execute(
            "SELECT actor_key, purpose FROM audit_auditentry WHERE action = 'org.session.elevated'"
        )
        assert cursor.fetchall() == [(xi.actor.key, "新员工入职")]
    with clock.moved_to(clock.now() + timedelta(minutes=11)):
        assert send(client, "accounts", NEW | {"username": "li"}).status_code == 403
    assert send(client, "session/elevation", method="delete").status_code == 204
    assert send(client, "accounts", NEW | {"username": "li"}).status_code == 403
    first = Client()
    log_in = {"username": "wang", "password": made.json()["password"]}
    assert send(first, "session", log_in).json()["stage"] == "password"


def test_choosing_another_post_gives_the_power_back(xi: Person) -> None:
    services.give_post(actor=SYSTEM, account_id=xi.post.account_id, role="operator")
    begun = services.log_in(username="xi", password=PASSWORD, address="")
    services.choose_post(session_id=begun.session_id, post_id=xi.post.pk)
    services.elevate(
        actor=xi.actor, session_id=begun.session_id, purpose="新员工入职", minutes=5, proof=PASSWORD
    )
    services.choose_post(session_id=begun.session_id, post_id=xi.post.pk)
    entry = queries.enter(begun.token)
    assert entry is not None
    assert entry.actor is not None
    assert not entry.actor.elevated


def test_the_list_of_accounts_shows_no_secret_and_pages_by_name(xi: Person) -> None:
    for number in range(3):
        a_post("operator", username=f"op{number}")
    client = elevated(xi)
    page = client.get(f"{ORG}/accounts?q=op&limit=2").json()
    assert [item["username"] for item in page["items"]] == ["op0", "op1"]
    assert page["items"][0]["posts"] == ["话务员"]
    assert "password" not in json.dumps(page).replace("must_change_password", "")
    rest = client.get(f"{ORG}/accounts?q=op&limit=2&cursor={page['next_cursor']}").json()
    assert [item["username"] for item in rest["items"]] == ["op2"]


def test_administrators_close_accounts_but_not_their_own(xi: Person) -> None:
    client = elevated(xi)
    victim = a_person("operator")
    theirs = logged_in(victim)
    assert send(client, f"accounts/{victim.post.account_id}/disable").status_code == 204
    assert theirs.get(f"{ORG}/me").status_code == 401
    assert send(client, f"accounts/{xi.post.account_id}/disable").status_code == 409
    assert client.get(f"{ORG}/me").status_code == 200
    assert send(client, f"accounts/{victim.post.account_id}/enable").status_code == 204


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"role": "unit_handler"}, "agency_id"),
        ({"role": "grid_worker"}, "area_id"),
        ({"role": "emperor"}, "role"),
    ],
)
def test_a_post_without_what_its_role_works_by_is_refused(xi: Person, body: dict, field: str) -> None:
    before = Post.objects.count()
    answer = send(elevated(xi), "posts", {"account_id": xi.post.account_id} | body)
    assert answer.status_code == 422
    assert field in answer.json()["data"]["fields"]
    assert Post.objects.count() == before


def test_the_same_post_is_given_once_and_names_are_taken_once() -> None:
    post = a_post("operator", username="op")
    with pytest.raises(Conflict, match="已有相同的岗位"):
        services.give_post(actor=SYSTEM, account_id=post.account_id, role="operator")
    with pytest.raises(Conflict, match="用户名已被使用"):
        services.create_account(actor=SYSTEM, username="OP", name="另一人")
    an_agency("城管局")
    with pytest.raises(Conflict, match="已有同名机构"):
        an_agency("城管局")
    assert Agency.objects.count() == 1


def test_agencies_are_three_levels_deep_at_most() -> None:
    one = an_agency("一")
    two = an_agency("二", kind="unit", parent_id=one.pk)
    three = an_agency("三", kind="unit", parent_id=two.pk)
    with pytest.raises(Invalid, match="机构最多 3 级"):
        an_agency("四", kind="unit", parent_id=three.pk)


def test_a_weak_password_is_refused_in_chinese() -> None:
    with pytest.raises(Invalid, match="密码太短,至少 10 位"):
        services.create_account(actor=SYSTEM, username="op", name="某", password="short")
    assert Account.objects.count() == 0


def test_logging_others_out_needs_the_elevation_logging_oneself_out_does_not(xi: Person) -> None:
    victim = a_person("operator")
    theirs, client = logged_in(victim), logged_in(xi)
    path = f"accounts/{victim.post.account_id}/sessions"
    assert send(client, path, method="delete").json()["code"] == "elevation_required"
    assert theirs.get(f"{ORG}/me").status_code == 200
    assert send(theirs, path, method="delete").status_code == 204
    assert theirs.get(f"{ORG}/me").status_code == 401


def test_a_dispatcher_administers_nothing() -> None:
    actor = an_actor("dispatcher")
    before = Account.objects.count()
    with pytest.raises(Forbidden):
        services.create_account(actor=actor, username="x1", name="某")
    with pytest.raises(Forbidden):
        services.end_sessions_of(actor=actor, account_id=1)
    assert Account.objects.count() == before


def test_the_agency_of_an_area_is_the_nearest_above() -> None:
    from wangge.territory.testing import a_grid, a_town, a_village

    town = a_town("川姜镇")
    village = a_village(town)
    grid = a_grid(village)
    assert queries.agency_for_area(grid.id) is None
    agency = an_agency("川姜镇人民政府", kind="town", area_id=town.id)
    found = queries.agency_for_area(grid.id)
    assert found is not None
    assert found.id == agency.pk
    own = an_agency("示范村村民委员会", kind="village", area_id=village.id, parent_id=agency.pk)
    assert queries.agency_for_area(grid.id).id == own.pk  # type: ignore[union-attr]


def test_sessions_and_attempts_are_forgotten_after_six_months_but_not_the_elevated(xi: Person) -> None:
    elevated(xi)
    logged_in(xi)
    with clock.moved_to(clock.now() + timedelta(days=181)):
        assert services.erase_old_sessions() == 4
    assert Elevation.objects.count() == 1
