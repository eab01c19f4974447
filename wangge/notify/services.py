"""Sending messages and marking them read."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from django.db import connection, transaction
from django.db.models import Q

from wangge.kit import clock, crypto, feeds, jobs, retention
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.live.services import announce
from wangge.notify import gateway, queries
from wangge.notify.gateway import GatewayError, SmsGateway
from wangge.notify.models import Message, MessageRead, OutgoingText

log = structlog.get_logger(__name__)
MOST_ATTEMPTS = 3
FEED = "notify.notice"

# Plain SQL without RETURNING: the sender may not see the row it writes for somebody else.
_INSERT = """
INSERT INTO notify_message (id, to_post_id, to_agency_id, kind, subject, title, text, urgent, created_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_NUMBER = "SELECT nextval('notify_message_id_seq')"
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
        cursor.execute(_NUMBER)
        (number,) = cursor.fetchone()
        cursor.execute(
            _INSERT,
            [number, to_post_id, to_agency_id, kind, subject, title[:120], text[:1000], urgent, clock.now()],
        )
    feeds.changed(
        FEED,
        number,
        post_ids=[to_post_id] if to_post_id is not None else [],
        agency_ids=[to_agency_id] if to_agency_id is not None else [],
    )
    announce(f"notify.post:{to_post_id}" if to_post_id else f"notify.agency:{to_agency_id}")


@transaction.atomic
def mark_read(*, actor: Actor, message_ids: list[int], at: datetime | None = None) -> int:
    """Mark messages read for this post (at a moment, when it was offline then); returns how many were
    unread. Others' messages are a 404."""
    wanted = set(message_ids)
    visible = set(queries.messages_visible_to(actor).filter(pk__in=wanted).values_list("pk", flat=True))
    if visible != wanted:
        raise NotFound
    return _mark(actor, visible, at)


@transaction.atomic
def mark_all_read(*, actor: Actor) -> int:
    """Mark everything read that the bell counts."""
    rows = queries.messages_for(actor, unread_only=True, limit=200).items
    return _mark(actor, {card.id for card in rows})


def _mark(actor: Actor, ids: set[int], at: datetime | None = None) -> int:
    if not ids or actor.post_id is None:
        return 0
    known = MessageRead.objects.filter(post_id=actor.post_id, message_id__in=ids)
    fresh = ids - set(known.values_list("message_id", flat=True))
    MessageRead.objects.bulk_create(
        [MessageRead(message_id=pk, post_id=actor.post_id, at=at or clock.now()) for pk in sorted(fresh)],
        ignore_conflicts=True,
    )
    if fresh:
        feeds.changed(FEED, *fresh, post_ids=[actor.post_id])
    announce(f"notify.post:{actor.post_id}")
    return len(fresh)


@transaction.atomic
def text_to(*, number: str, text: str, subject: str = "") -> None:
    """A text message to a telephone: stored sealed as "waiting for the gateway", sent by a job."""
    sealed, masked = crypto.seal("phone", number), crypto.mask_phone(number)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT_TEXT, [sealed, masked, text[:500], subject, clock.now()])
    jobs.enqueue("notify.send_texts")


def send_texts(*, most: int = 200) -> int:
    """Hand waiting texts to the gateway, one short transaction each; returns how many went out.

    Without a gateway they go on waiting. Three refusals make a text ``failed``. A text may go out
    twice when the process dies between the gateway's answer and the commit, never not at all.
    """
    door = gateway.connected()
    if door is None:
        return 0
    sent = 0
    for _ in range(most):
        outcome = _send_next(door)
        if outcome is None:
            break
        sent += outcome
    return sent


@transaction.atomic
def _send_next(door: SmsGateway) -> int | None:
    now = clock.now()
    ready = OutgoingText.objects.select_for_update(skip_locked=True).filter(status="waiting")
    row = ready.filter(Q(not_before__isnull=True) | Q(not_before__lte=now)).order_by("id").first()
    if row is None:
        return None
    try:
        door.send(crypto.unseal("phone", row.number_sealed), row.text, timeout=gateway.TIMEOUT)
    except GatewayError as error:
        row.attempts += 1
        row.problem = str(error)[:120]
        row.not_before = now + timedelta(minutes=5 * row.attempts)
        row.status = "failed" if row.attempts >= MOST_ATTEMPTS else "waiting"
        row.save(update_fields=["attempts", "problem", "not_before", "status"])
        log.warning("notify.text_refused", text=row.pk, attempts=row.attempts)
        return 0
    row.status, row.sent_at, row.problem = "sent", now, ""
    row.save(update_fields=["status", "sent_at", "problem"])
    return 1


@transaction.atomic
def erase_old() -> int:
    """Erase messages and texts past their retention; returns how many rows went."""
    before = clock.now() - timedelta(days=retention.WORK.days)
    old = Message.objects.filter(created_at__lt=before).values("pk")
    gone = MessageRead.objects.filter(message__in=old).delete()[0]
    gone += Message.objects.filter(created_at__lt=before).delete()[0]
    return gone + OutgoingText.objects.filter(created_at__lt=before).delete()[0]
