"""The auditor's reading room: who, what, when; no content; nobody else gets in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wangge.audit import services
from wangge.audit.models import AuditEntry
from wangge.kit import clock
from wangge.kit.actor import system
from wangge.org import services as org
from wangge.org.testing import SYSTEM, a_person, logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(db: None):
    org.set_role_policy(actor=SYSTEM, role="auditor", totp_required=False, session_minutes=60)
    return a_person("auditor")


def test_the_auditor_pages_through_the_log_and_sees_no_content(auditor) -> None:
    for number in range(5):
        services.record(system("t"), "test.line.written", subject="test.line:1", data={"secret": number})
    client = logged_in(auditor)
    page = client.get("/api/console/audit/entries?subject=test.line:1&limit=3").json()
    assert [item["action"] for item in page["items"]] == ["test.line.written"] * 3
    assert "data" not in page["items"][0]
    query = f"subject=test.line:1&limit=3&cursor={page['next_cursor']}"
    last = client.get(f"/api/console/audit/entries?{query}").json()
    assert (len(last["items"]), last["next_cursor"]) == (2, None)


def test_days_are_china_days_and_both_ends_are_included(auditor) -> None:
    for moment in (clock.at(2021, 8, 1), clock.at(2021, 8, 1, 23, 59), clock.at(2021, 8, 2)):
        with clock.moved_to(moment):
            services.record(system("t"), "test.line.dated")
    client = logged_in(auditor)
    address = "/api/console/audit/entries?action=test.line.dated&day_from=2021-08-01&day_to=2021-08-01"
    assert len(client.get(address).json()["items"]) == 2
    wrong = client.get("/api/console/audit/entries?day_from=2021-08-02&day_to=2021-08-01")
    assert wrong.status_code == 422


@pytest.mark.parametrize("role", ["operator", "sysadmin", "wall", "dispatcher"])
def test_others_may_not_read_the_log(role: str) -> None:
    org.set_role_policy(actor=SYSTEM, role=role, totp_required=False, session_minutes=60)
    assert logged_in(a_person(role)).get("/api/console/audit/entries").status_code == 403


def test_what_org_does_is_in_the_log_with_its_purpose(auditor) -> None:
    made = org.create_account(actor=SYSTEM, username="someone", name="某人").account
    entry = AuditEntry.objects.get(action="org.account.created", subject=f"org.account:{made.pk}")
    assert entry.actor_key == "system:test"
    logged_in(auditor)
    assert AuditEntry.objects.filter(action="org.session.opened").count() == 1


def test_a_limit_too_large_is_refused(auditor) -> None:
    answer = logged_in(auditor).get("/api/console/audit/entries?limit=1000")
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_limit")


def test_the_days_before_do_not_count(auditor) -> None:
    with clock.moved_to(clock.now() - timedelta(days=3)):
        services.record(system("t"), "test.line.old")
    found = logged_in(auditor).get("/api/console/audit/verification").json()
    assert (found["seals"], found["whole"]) == (0, True)
    assert found["unsealed"] >= 1
