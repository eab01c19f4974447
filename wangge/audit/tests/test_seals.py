"""Seals: what is sealed cannot be changed, added to or taken from unseen."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from wangge.audit import queries, rules, services
from wangge.audit.models import AuditEntry, AuditSeal
from wangge.kit import clock
from wangge.kit.actor import system

ACTOR = system("test")


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=40), st.data())
def test_a_root_changes_with_any_leaf(leaves: list[bytes], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(leaves) - 1))
    other = list(leaves)
    other[at] = bytes(32) if leaves[at] != bytes(32) else b"\x01" * 32
    assert rules.root(other) != rules.root(leaves)
    assert rules.root(leaves + [leaves[-1]]) != rules.root(leaves)


def test_a_leaf_does_not_depend_on_the_order_of_the_data() -> None:
    moment = datetime(2021, 8, 1, tzinfo=UTC)
    one = rules.leaf({"at": moment, "data": {"a": 1, "b": 2}})
    two = rules.leaf({"data": {"b": 2, "a": 1}, "at": moment})
    assert one == two


def written(count: int) -> None:
    for number in range(count):
        services.record(ACTOR, "test.line.written", subject=f"test.line:{number}", data={"n": number})


def as_intruder(statement: str) -> None:
    """What somebody with the owner's password could do."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry DISABLE TRIGGER audit_entry_grows")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_auditentry ENABLE TRIGGER audit_entry_grows")


@pytest.mark.django_db(transaction=True)
def test_everything_is_sealed_once_in_whole_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "BATCH", 4)
    written(11)
    assert services.seal_batches() == 11
    assert services.seal_batches() == 0
    assert list(AuditSeal.objects.order_by("id").values_list("count", flat=True)) == [4, 4, 3]
    assert queries.verify() == queries.Verification(3, 11, 0, [])
    written(2)
    assert queries.verify(clock.today()) == queries.Verification(3, 11, 2, [])


@pytest.mark.django_db(transaction=True)
def test_one_large_transaction_is_one_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "BATCH", 4)
    with transaction.atomic():
        written(9)
    written(1)
    assert services.seal_batches() == 10
    assert list(AuditSeal.objects.order_by("id").values_list("count", flat=True)) == [9, 1]
    assert queries.verify().whole


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_auditentry SET purpose = 'another' WHERE subject = 'test.line:1'",
        "DELETE FROM audit_auditentry WHERE subject = 'test.line:1'",
        "INSERT INTO audit_auditentry"
        " (at, actor_key, actor_label, action, subject, purpose, data, written_in)"
        " SELECT at, actor_key, actor_label, action, subject, purpose, data, written_in"
        " FROM audit_auditentry LIMIT 1",
    ],
)
def test_a_changed_removed_or_added_line_breaks_its_seal(statement: str) -> None:
    written(3)
    services.seal_batches()
    assert queries.verify().whole
    as_intruder(statement)
    seal = AuditSeal.objects.get()
    assert queries.verify().broken == [seal.pk]


@pytest.mark.django_db(transaction=True)
def test_truncating_is_refused_outside_the_tests() -> None:
    written(1)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry ENABLE TRIGGER audit_entry_no_truncate")
        try:
            with pytest.raises(ProgrammingError, match="the log only grows"):
                cursor.execute("TRUNCATE audit_auditentry")
        finally:
            cursor.execute("ALTER TABLE audit_auditentry DISABLE TRIGGER audit_entry_no_truncate")
    assert AuditEntry.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_auditentry SET purpose = ''", "DELETE FROM audit_auditentry", "TRUNCATE audit_auditseal"],
)
def test_the_web_role_has_no_right_to_change_the_log(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE wangge_web")
        written(1)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute(statement)
    assert AuditEntry.objects.filter(action="test.line.written").count() == 1
