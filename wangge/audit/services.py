"""Writing the permanent log."""

from __future__ import annotations

import json
from typing import Any

import structlog
from django.db import connection, transaction

from wangge.audit import permissions as verbs
from wangge.audit import rules
from wangge.audit.models import AuditEntry, AuditSeal
from wangge.audit.sealing import leaves_between
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid

_INSERT = """
INSERT INTO audit_auditentry
    (at, actor_key, actor_label, post_id, account_id, action, subject, purpose, data)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
SHORTEST_PURPOSE = 2
BATCH = 10_000
log = structlog.get_logger(__name__)


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


@transaction.atomic
def seal_batches(*, most: int = 50) -> int:
    """Seal everything that is surely there, in batches of about 10,000 lines; returns lines sealed.

    A batch is a range of transaction numbers that ends below the oldest one still running: no line
    can be added to it afterwards, whatever its id. Idempotent; two sealers exclude each other.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('audit.seal'))")
        if cursor.fetchone() != (True,):
            return 0
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        safe = int(cursor.fetchone()[0])
    sealed = 0
    for _ in range(most):
        count = _seal_one(safe)
        if not count:
            break
        sealed += count
    return sealed


def _seal_one(safe: int) -> int:
    last = AuditSeal.objects.order_by("-id").first()
    begin = last.to_txid if last else 0
    if safe < begin:
        log.error("audit.clock_of_transactions_went_back", sealed_to=begin, now=safe)
        return 0
    unsealed = AuditEntry.objects.filter(written_in__gte=begin, written_in__lt=safe).order_by("written_in")
    end = list(unsealed.values_list("written_in", flat=True)[BATCH : BATCH + 1])
    # A batch holds whole transactions; one transaction larger than a batch is a batch of its own.
    limit = end[0] if end and end[0] > begin else safe
    if end and limit == end[0] and not unsealed.filter(written_in__lt=limit).exists():
        limit += 1
    found = list(leaves_between(begin, limit))
    if not found:
        return 0
    first, final = found[0][0], found[-1][0]
    tree_root = rules.root([hashed for _, hashed in found])
    before = bytes(last.chain) if last else rules.EMPTY
    AuditSeal.objects.create(
        from_txid=begin,
        to_txid=limit,
        first_id=first,
        last_id=final,
        count=len(found),
        root=tree_root,
        chain=rules.chained(before, tree_root, first, final, len(found)),
        sealed_at=clock.now(),
    )
    return len(found)
