"""What is addressed to the one who asks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from wangge.kit import clock, paging
from wangge.kit.actor import Actor
from wangge.notify.models import Message, MessageRead

BELL_DAYS = 30
MOST_COUNTED = 100


@dataclass(frozen=True, slots=True)
class MessageCard:
    """One message as its reader sees it."""

    id: int
    kind: str
    subject: str
    title: str
    text: str
    urgent: bool
    created_at: datetime
    read: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """The bell: ``count`` stops at 100; ``urgent`` tells whether to be loud."""

    count: int
    urgent: int


def messages_visible_to(actor: Actor) -> QuerySet[Message]:
    """Messages to this post or to its own agency; the explicit half of the two walls."""
    if actor.post_id is None:
        return Message.objects.none()
    addressed = Q(to_post_id=actor.post_id)
    if actor.agency_id is not None:
        addressed |= Q(to_agency_id=actor.agency_id)
    return Message.objects.filter(addressed)


def _with_read(actor: Actor, rows: QuerySet[Message]) -> QuerySet[Any]:
    seen = MessageRead.objects.filter(message_id=OuterRef("pk"), post_id=actor.post_id or 0)
    return rows.annotate(seen=Exists(seen))


def unread_for(actor: Actor) -> Unread:
    """How many messages of the last thirty days this post has not read."""
    since = clock.now() - timedelta(days=BELL_DAYS)
    rows = _with_read(actor, messages_visible_to(actor)).filter(created_at__gt=since, seen=False)
    urgent = list(rows.order_by("-id").values_list("urgent", flat=True)[:MOST_COUNTED])
    return Unread(len(urgent), sum(urgent))


def messages_for(
    actor: Actor, *, unread_only: bool = False, cursor: str = "", limit: int = 30
) -> paging.Page[MessageCard]:
    """Newest first, by keyset."""
    limit = paging.checked_limit(limit)
    rows = _with_read(actor, messages_visible_to(actor))
    if unread_only:
        rows = rows.filter(seen=False)
    if cursor:
        (last,) = paging.decode(cursor, 1)
        rows = rows.filter(pk__lt=int(last))
    columns = ("id", "kind", "subject", "title", "text", "urgent", "created_at", "seen")
    found = list(rows.order_by("-id").values_list(*columns)[: limit + 1])
    following = paging.encode(found[limit - 1][0]) if len(found) > limit else None
    return paging.Page([MessageCard(*row) for row in found[:limit]], following)


def notices_for(actor: Actor, ids: Collection[int] | None = None, most: int = 200) -> list[MessageCard]:
    """What a phone keeps: the bell's days, newest first; ``ids`` of them or all (one more than ``most``)."""
    since = clock.now() - timedelta(days=BELL_DAYS)
    rows = _with_read(actor, messages_visible_to(actor)).filter(created_at__gt=since)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    columns = ("id", "kind", "subject", "title", "text", "urgent", "created_at", "seen")
    return [MessageCard(*row) for row in rows.order_by("-id").values_list(*columns)[: most + 1]]
