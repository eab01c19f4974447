"""The bell."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from wangge.kit import permissions
from wangge.kit.actor import Actor
from wangge.kit.http import actor_of
from wangge.notify import permissions as verbs
from wangge.notify import queries, services

console = Router()


class MessageOut(Schema):
    id: int
    kind: str
    subject: str
    title: str
    text: str
    urgent: bool
    created_at: datetime
    read: bool


class MessagePage(Schema):
    items: list[MessageOut]
    next_cursor: str | None


class UnreadOut(Schema):
    """``count`` stops at 100."""

    count: int
    urgent: int


class ReadIn(Schema):
    """``ids`` empty: everything the bell counts."""

    ids: list[int] = []


class ReadOut(Schema):
    marked: int
    unread: UnreadOut


def _reader(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    permissions.require(actor, verbs.READ)
    return actor


@console.get("unread", response=UnreadOut, operation_id="notify_count_unread")
def count_unread(request: HttpRequest) -> Any:
    """What the bell shows."""
    return queries.unread_for(_reader(request))


@console.get("messages", response=MessagePage, operation_id="notify_list_messages")
def list_messages(request: HttpRequest, unread: bool = False, cursor: str = "", limit: int = 30) -> Any:
    """Messages to this post and its agency, newest first."""
    return queries.messages_for(_reader(request), unread_only=unread, cursor=cursor, limit=limit)


@console.post("messages/read", response=ReadOut, operation_id="notify_mark_read")
def mark_read(request: HttpRequest, payload: ReadIn) -> Any:
    """Mark some, or everything, read for this post."""
    actor = _reader(request)
    if payload.ids:
        marked = services.mark_read(actor=actor, message_ids=payload.ids)
    else:
        marked = services.mark_all_read(actor=actor)
    return {"marked": marked, "unread": queries.unread_for(actor)}
