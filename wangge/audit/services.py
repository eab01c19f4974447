"""Writing the permanent log."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection

from wangge.audit import permissions as verbs
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid

_INSERT = """
INSERT INTO audit_auditentry
    (at, actor_key, actor_label, post_id, account_id, action, subject, purpose, data)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
SHORTEST_PURPOSE = 2


def record(
    actor: Actor,
    action: str,
    *,
    subject: str = "",
    purpose: str = "",
    data: dict[str, Any] | None = None,
) -> None:
    """Write one line in the caller's transaction: it commits or vanishes with the fact.

    ``action`` is ``context.noun.done``; ``subject`` ``hotline.ticket:7``; ``data`` ids and codes
    only: no name, number, address or text of a person.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                clock.now(),
                actor.key[:60],
                actor.label[:90],
                actor.post_id,
                actor.account_id,
                action,
                subject,
                purpose[:200],
                json.dumps(data or {}, ensure_ascii=False),
            ],
        )


def reveal(actor: Actor, *, subject: str, field: str, purpose: str) -> None:
    """Record a look at personal data before it is shown; without a purpose nothing is shown (422).

    The caller has already passed its own gate for the row; this one asks whether the role may look
    at all (403).
    """
    permissions.require(actor, verbs.REVEAL)
    if len(purpose.strip()) < SHORTEST_PURPOSE:
        raise Invalid.field("purpose", "请填写查看完整信息的事由")
    record(actor, "audit.field.revealed", subject=subject, purpose=purpose.strip(), data={"field": field})
