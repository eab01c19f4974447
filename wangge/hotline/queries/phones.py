"""What a grid worker's phone keeps of a ticket."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wangge.hotline import permissions, rules
from wangge.hotline.queries.callers import caller_of
from wangge.hotline.queries.lists import due_of
from wangge.hotline.queries.scope import tickets_visible_to
from wangge.hotline.states import LABELS, TONES
from wangge.kit import crypto
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor

_COLUMNS = (
    "id", "no", "title", "content", "kind", "urgency", "topic", "status", "address", "lon", "lat",
    "received_at", "sign_due", "reply_due", "late", "confidential", "caller_type", "caller_sealed",
    "caller_no_sealed", "contact_no_sealed", "id_no_sealed", "open", "received_by", "version",
)  # fmt: skip


def tickets_on_phone(
    actor: Actor, ids: Collection[int] | None = None, most: int = 300
) -> list[dict[str, Any]]:
    """Tickets in scope as JSON values, newest first; ``ids`` of them or all (one more than ``most``)."""
    gate.require(actor, permissions.SEE)
    rows = tickets_visible_to(actor)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    found = []
    for ticket in rows.only(*_COLUMNS).order_by("-received_at", "-id")[: most + 1]:
        caller = caller_of(actor, ticket)
        due = due_of(ticket.status, ticket.sign_due, ticket.reply_due)
        # A phone may be lost: no number and no name of the caller in any text, confidential or not.
        names = [crypto.unseal("name", ticket.caller_sealed)]
        found.append(
            {
                "id": ticket.pk,
                "no": ticket.no,
                "title": rules.redact(ticket.title, names),
                "content": rules.redact(ticket.content, names),
                "kind": ticket.kind,
                "kind_label": rules.KINDS[ticket.kind],
                "urgency": ticket.urgency,
                "topic": ticket.topic,
                "status": ticket.status,
                "status_label": LABELS[ticket.status],
                "tone": TONES[ticket.status],
                "address": rules.redact(ticket.address, names),
                "lon": ticket.lon,
                "lat": ticket.lat,
                "received_at": ticket.received_at.isoformat(),
                "due_at": due.isoformat() if due else None,
                "late": ticket.late,
                "caller": caller.name,
                "caller_no": caller.caller_no,
                "version": ticket.version,
            }
        )
    return found
