"""Every operation of every API × every role, against a table that people reviewed.

A new operation without a row fails; a role that may suddenly do more, or less, fails. Asked is
only the door (anything but 401 and 403 means it opened); ids in the requests exist nowhere.
``python -m tests.permissions.write_matrix`` proposes the table; the difference is what to review.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.test import Client

from tests.permissions.samples import operations
from wangge.kit.actor import Actor
from wangge.org import queries as org
from wangge.org.models import RolePolicy
from wangge.org.rules import ROLES
from wangge.org.testing import PASSWORD, Person, a_post, an_agency, logged_in
from wangge.policy.testing import the_rules
from wangge.territory.testing import a_grid, a_village

TABLE = Path(__file__).with_name("matrix.json")
SHUT = {401, 403}
# These refuse by a proof (password, code), not by a role; their own tests are in wangge/org/tests.
BY_PROOF = {
    "org_change_password",
    "org_choose_post",
    "org_confirm_totp",
    "org_elevate_session",
    "org_enrol_totp",
    "org_log_in",
    "org_verify_totp",
}
ENDS_THE_SESSION = {"org_log_out", "org_lower_session"}


def somebody(role: str, agency_id: int, area_id: int) -> Client:
    """A browser in which a fresh post of this role is logged in; the administrator is elevated."""
    post = a_post(role, agency_id, area_id)
    client = logged_in(Person(org.actor_for(post.pk), post, post.account.username))
    if role == "sysadmin":
        elevated = client.post(
            "/api/console/org/session/elevation",
            {"purpose": "权限核对", "minutes": 30, "proof": PASSWORD},
            "application/json",
        )
        assert elevated.status_code == 200, elevated.content
    return client


def doors_of(role: str) -> list[str]:
    """Names of the operations that open for a fresh post of this role."""
    the_rules()
    RolePolicy.objects.update(totp_required=False)
    agency_id, area_id = an_agency().pk, a_grid(a_village()).id
    client = somebody(role, agency_id, area_id)
    opened = []
    for operation in operations():
        if operation.name in BY_PROOF:
            continue
        answer = operation.knock(client)
        assert answer.status_code < 500, (operation.name, answer.content)
        assert answer.status_code != 405, operation.name
        if answer.status_code not in SHUT:
            opened.append(operation.name)
        if operation.name in ENDS_THE_SESSION:
            client = somebody(role, agency_id, area_id)
    return opened


def open_to_strangers() -> list[str]:
    """Names of the operations that open without a session."""
    knocked = [(o.name, o.knock(Client()).status_code) for o in operations() if o.name not in BY_PROOF]
    return [name for name, status in knocked if status not in SHUT]


def table() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = json.loads(TABLE.read_text())
    return rows


def test_every_operation_has_a_reviewed_row_and_no_row_is_dead() -> None:
    assert sorted(table()) == [o.name for o in operations() if o.name not in BY_PROOF]


def test_operations_are_named_by_context_verb_noun() -> None:
    assert [o.name for o in operations() if not re.fullmatch(r"[a-z]+(_[a-z0-9]+){2,}", o.name)] == []


@pytest.mark.django_db
def test_a_stranger_opens_only_what_is_for_anybody() -> None:
    assert open_to_strangers() == sorted(name for name, roles in table().items() if "anybody" in roles)


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_opens_exactly_its_doors(role: str) -> None:
    reviewed = [n for n, roles in table().items() if {"anybody", "everybody", role} & set(roles)]
    assert doors_of(role) == sorted(reviewed)


def test_an_actor_without_a_role_may_nothing() -> None:
    assert not Actor(kind="post", role="").permissions
