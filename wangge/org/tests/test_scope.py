"""The second wall and what the gate costs."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from wangge.kit.actor import Actor, system
from wangge.org import queries, services
from wangge.org.middleware import ActorMiddleware
from wangge.org.services.scope import variables_of
from wangge.org.testing import a_person, an_agency, logged_in, the_cast

POLICY = """
CREATE TABLE sample_case (id int PRIMARY KEY, town_id bigint, agency_id bigint);
INSERT INTO sample_case VALUES (1, {town}, {agency}), (2, 0, 0);
ALTER TABLE sample_case ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON sample_case TO wangge_web;
CREATE POLICY sample_case_scope ON sample_case USING (
    (SELECT current_setting('wangge.scope', true)) = 'all'
    OR ((SELECT current_setting('wangge.scope', true)) = 'area' AND town_id = ANY (
        (SELECT string_to_array(nullif(current_setting('wangge.areas', true), ''), ','))::bigint[]))
    OR ((SELECT current_setting('wangge.scope', true)) = 'agency' AND agency_id = ANY (
        (SELECT string_to_array(nullif(current_setting('wangge.agencies', true), ''), ','))::bigint[])))
"""


def seen() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM sample_case ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def wall(db: None) -> Iterator[dict[str, Actor]]:
    cast = {name: person.actor for name, person in the_cast().items()}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(POLICY.format(town=cast["zhang"].area_id, agency=cast["yin"].agency_id))
        cursor.execute("SET LOCAL ROLE wangge_web")
        yield cast
        cursor.execute("RESET ROLE")


def test_the_database_shows_each_role_its_own_rows_and_nothing_to_nobody(wall: dict[str, Actor]) -> None:
    services.unscope_connection()
    assert seen() == []
    expected = {"zhou": [1, 2], "dai": [1, 2], "zhang": [1], "xue": [], "yin": [1], "ji": []}
    found = {}
    for name in expected:
        with services.scoped(wall[name]):
            found[name] = seen()
    assert found == expected
    with services.scoped(system("job")):
        assert seen() == [1, 2]
    assert seen() == []


def test_the_auditor_and_the_administrator_see_no_business_rows(wall: dict[str, Actor]) -> None:
    for role in ("auditor", "sysadmin", "volunteer", "sampler"):
        assert variables_of(Actor(kind="post", post_id=1, account_id=1, role=role))[0] == ""
    assert variables_of(Actor(kind="citizen", account_id=7)) == ("", "", "", "7", "")


@pytest.mark.django_db
def test_the_scope_is_taken_back_whatever_the_view_does() -> None:
    person = a_person("dispatcher")
    request = RequestFactory().get("/")
    request.COOKIES["wangge_session"] = logged_in(person).cookies["wangge_session"].value
    inside: list[str] = []

    def view(_request: object) -> object:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('wangge.scope')")
            inside.append(cursor.fetchone()[0])
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ActorMiddleware(view)(request)  # type: ignore[arg-type]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('wangge.scope'), current_setting('wangge.post')")
        assert (inside, cursor.fetchone()) == (["all"], ("", ""))


@pytest.mark.django_db
def test_the_gate_costs_two_statements_a_request() -> None:
    client = logged_in(a_person("unit_handler", an_agency("城管局")))
    client.get("/api/console/org/me")
    with CaptureQueriesContext(
        connection,
    ) as statements:
        assert client.get("/api/console/org/agencies").status_code == 200
    kinds = [s["sql"].split()[0:2] for s in statements.captured_queries]
    assert len(kinds) == 3, statements.captured_queries
    assert "wangge_session_scope" in statements.captured_queries[0]["sql"] or "set_config" in str(
        statements.captured_queries[0]
    )
    assert "org_agency" in statements.captured_queries[1]["sql"]
    assert "set_config" in statements.captured_queries[2]["sql"]


@pytest.mark.django_db(transaction=True)
def test_one_connection_serves_many_posts_without_mixing_them_up() -> None:
    """Requests of different posts one after the other on the same connection, as in a web thread."""
    people = [a_person("unit_handler", an_agency(f"机构{n}")) for n in range(3)]
    tokens = [logged_in(person).cookies["wangge_session"].value for person in people]
    found: list[tuple[str, str]] = []

    def work() -> None:
        def view(_request: object) -> object:
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_setting('wangge.post')")
                found.append((str(_request.actor.post_id), cursor.fetchone()[0]))  # type: ignore[attr-defined]
            return None

        gate = ActorMiddleware(view)  # type: ignore[arg-type]
        try:
            for token in tokens * 3:
                request = RequestFactory().get("/")
                request.COOKIES["wangge_session"] = token
                gate(request)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 27
    assert all(actor == database for actor, database in found)


@pytest.mark.django_db
def test_entering_takes_about_a_millisecond() -> None:
    token = logged_in(a_person("unit_handler", an_agency("城管局"))).cookies["wangge_session"].value
    queries.enter(token, scope=True)
    times = []
    for _ in range(50):
        begun = time.perf_counter()
        queries.enter(token, scope=True)
        times.append(time.perf_counter() - begun)
    assert sorted(times)[25] < 0.05, "fifty times slower than measured when this was written"
