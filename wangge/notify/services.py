"""Sending messages and marking them read."""

from __future__ import annotations

from django.db import connection, transaction

from wangge.kit import clock, crypto, jobs
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.live.services import announce
from wangge.notify import queries
from wangge.notify.models import MessageRead

# Plain SQL without RETURNING: the sender may not see the row it writes for somebody else.
_INSERT = """
INSERT INTO notify_message (to_post_id, to_agency_id, kind, subject, title, text, urgent, created_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""
_INSERT_TEXT = """
INSERT INTO notify_outgoingtext
    (number_sealed, number_masked, text, subject, status, attempts, problem, created_at)
VALUES (%s, %s, %s, %s, 'waiting', 0, '', %s)
"""


@transaction.atomic
def send(
    *,
    to_agency_id: int | None = None,
    to_post_id: int | None = None,
    kind: str,
    subject: str,
    title: str,
    text: str,
    urgent: bool = False,
) -> None:
    """A message to one post or to everybody in one agency; exactly one of the two must be named.

    Joins the caller's transaction. ``text`` holds no personal data: the reader opens the subject.
    """
    if (to_agency_id is None) == (to_post_id is None):
        raise ValueError("name a post or an agency, not both")
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [to_post_id, to_agency_id, kind, subject, title[:120], text[:1000], urgent, clock.now()],
        )
    announce(f"notify.post:{to_post_id}" if to_post_id else f"notify.agency:{to_agency_id}")


@transaction.atomic
def mark_read(*, actor: Actor, message_ids: list[int]) -> int:
    """Mark messages read for this post; returns how many were unread. Others' messages are a 404."""
    wanted = set(message_ids)
    visible = set(queries.messages_visible_to(actor).filter(pk__in=wanted).values_list("pk", flat=True))
    if visible != wanted:
        raise NotFound
    return _mark(actor, visible)


@transaction.atomic
def mark_all_read(*, actor: Actor) -> int:
    """Mark everything read that the bell counts."""
    rows = queries.messages_for(actor, unread_only=True, limit=200).items
    return _mark(actor, {card.id for card in rows})


def _mark(actor: Actor, ids: set[int]) -> int:
    if not ids or actor.post_id is None:
        return 0
    known = MessageRead.objects.filter(post_id=actor.post_id, message_id__in=ids)
    fresh = ids - set(known.values_list("message_id", flat=True))
    MessageRead.objects.bulk_create(
        [MessageRead(message_id=pk, post_id=actor.post_id, at=clock.now()) for pk in sorted(fresh)],
        ignore_conflicts=True,
    )
    announce(f"notify.post:{actor.post_id}")
    return len(fresh)


@transaction.atomic
def text_to(*, number: str, text: str, subject: str = "") -> None:
    """A text message to a telephone: stored sealed as "waiting for the gateway", sent by a job."""
    sealed, masked = crypto.seal("phone", number), crypto.mask_phone(number)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT_TEXT, [sealed, masked, text[:500], subject, clock.now()])
    jobs.enqueue("notify.send_texts")
