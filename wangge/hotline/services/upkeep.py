"""What time does to tickets: lateness when a clock is missed, callers made unrecognisable after a year."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db import transaction

from wangge.audit import services as audit
from wangge.casework import services as casework
from wangge.hotline.models import Follow, Ticket
from wangge.hotline.queries import KIND
from wangge.hotline.services import story
from wangge.kit import clock, crypto, jobs, retention
from wangge.kit.actor import system

ERASE_BATCH = 500


@transaction.atomic
def mark_late(*, ticket_id: int, assignment_id: int | None, clock_kind: str, waiting: bool = False) -> bool:
    """A clock of the ticket was missed: the lead's makes the ticket late; a co unit's is only noted.

    Idempotent; returns whether the ticket became late now. Every desk locks ticket before clock, the
    watch holds the clock already: it must not wait for a ticket that is in somebody's hands, so that
    one is marked by a job a moment later (``waiting``).
    """
    rows = Ticket.objects.filter(pk=ticket_id, open=True)
    ticket = rows.select_for_update(skip_locked=not waiting).first()
    if ticket is None and not waiting and rows.exists():
        about = {"ticket_id": ticket_id, "assignment_id": assignment_id, "clock_kind": clock_kind}
        jobs.enqueue("hotline.mark_late", **about)
    if ticket is None or clock_kind not in ("sign", "reply"):
        return False
    column = "late" if clock_kind == "reply" else "sign_late"
    word = "办结超时" if clock_kind == "reply" else "签收超时"
    changed = assignment_id == ticket.lead_assignment_id and not getattr(ticket, column)
    if changed:
        Ticket.objects.filter(pk=ticket_id).update(**{column: True})
        casework.note(
            actor=system("clock"), subject_kind=KIND, subject_id=ticket_id, action="missed", label=word
        )
    story.tell(ticket)
    return changed


def pseudonymise_callers() -> int:
    """Take the callers out of tickets older than the retention of callers; returns how many.

    Names and numbers are erased; the blind index is replaced by a keyed hash of itself, so repeats can
    still be counted and nobody can be looked up. Each batch leaves its certificate in the log.
    """
    before = clock.now() - timedelta(days=retention.CALLER.days)
    done = 0
    while batch := _pseudonymise_batch(before):
        done += batch
    return done


@transaction.atomic
def _pseudonymise_batch(before: object) -> int:
    rows = list(
        Ticket.objects.select_for_update(skip_locked=True)
        .filter(received_at__lt=before, pseudonymised=False, open=False)
        .only("id", "caller_no_index", "contact_no_index", "id_no_index")
        .order_by("received_at")[:ERASE_BATCH]
    )
    for row in rows:
        row.caller_sealed = row.caller_no_sealed = row.contact_no_sealed = row.id_no_sealed = b""
        row.caller_no_index = _unknown(row.caller_no_index)
        row.contact_no_index = _unknown(row.contact_no_index)
        row.id_no_index = _unknown(row.id_no_index)
        row.pseudonymised = True
    columns = ["caller_sealed", "caller_no_sealed", "contact_no_sealed", "id_no_sealed", "pseudonymised"]
    columns += ["caller_no_index", "contact_no_index", "id_no_index"]
    Ticket.objects.bulk_update(rows, columns)
    ids = sorted(row.pk for row in rows)
    Follow.objects.filter(ticket_id__in=ids).update(caller_sealed=b"", number_sealed=b"", number_index=b"")
    if ids:
        digest = hashlib.sha256(",".join(map(str, ids)).encode()).hexdigest()
        audit.record(
            system("retention"),
            "hotline.callers.pseudonymised",
            data={"count": len(ids), "sha256_of_ids": digest, "method": "erase and rehash"},
        )
    return len(ids)


def _unknown(index: bytes | memoryview) -> bytes:
    return crypto.blind_index("pseudonym", bytes(index).hex()) if index else b""
