from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction

from wangge.audit import services
from wangge.audit.models import AuditEntry
from wangge.kit.errors import Forbidden, Invalid
from wangge.org.testing import an_actor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_auditentry SET action = 'x'", "DELETE FROM audit_auditentry"]
)
def test_not_even_the_owner_changes_or_deletes_a_line(statement: str) -> None:
    services.record(an_actor("operator"), "hotline.ticket.created", subject="hotline.ticket:1")
    before = list(AuditEntry.objects.values_list("pk", "action"))
    with pytest.raises(ProgrammingError, match="the log only grows"), transaction.atomic():
        connection.cursor().execute(statement)
    assert list(AuditEntry.objects.values_list("pk", "action")) == before


def test_a_look_at_personal_data_needs_a_purpose_and_leaves_a_line() -> None:
    actor = an_actor("callback")
    before = AuditEntry.objects.count()
    with pytest.raises(Invalid, match="请填写查看完整信息的事由"):
        services.reveal(actor, subject="hotline.ticket:1", field="caller_phone", purpose=" ")
    assert AuditEntry.objects.count() == before
    services.reveal(actor, subject="hotline.ticket:1", field="caller_phone", purpose="回访核实")
    entry = AuditEntry.objects.get(action="audit.field.revealed")
    assert (entry.actor_key, entry.purpose, entry.data) == (actor.key, "回访核实", {"field": "caller_phone"})


def test_a_role_without_the_verb_sees_nothing_whatever_the_purpose() -> None:
    with pytest.raises(Forbidden):
        services.reveal(an_actor("analyst"), subject="hotline.ticket:1", field="caller_phone", purpose="好奇")
