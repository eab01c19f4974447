"""Phones: which one signs, whose they are, who may enrol one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from wangge.kit import clock, paging, permissions, signatures
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.org import permissions as verbs
from wangge.org.models import Device, Post
from wangge.org.prepared import Prepared
from wangge.org.queries.actors import ANY_DAY, ANY_ID, POST_COLUMNS, actor_of_row, scoping, sub_agencies
from wangge.org.queries.directory import PostCard, post_cards, valid_on
from wangge.org.rules import (
    AREA_COLUMNS,
    DEVICE_STATES,
    ROLES,
    WITHOUT_PHONE,
    request_text,
    signed_header,
    skewed,
)


@dataclass(frozen=True, slots=True)
class DeviceEntry:
    """A phone as it stands; ``actor`` only while it is active and its post holds."""

    device_id: int
    public_key: bytes
    status: str
    app: str
    post_id: int
    seen_at: datetime
    actor: Actor | None


def _compose_device(scope: bool) -> tuple[QuerySet[Device, Device], tuple[str, ...]]:
    holds = Q(valid_on(ANY_DAY, "post__"), status="active", post__account__is_active=True)
    rows = Device.objects.filter(pk=ANY_ID).annotate(
        _agencies=sub_agencies("post__agency_id", "post__head"),
        _holds=ExpressionWrapper(holds, output_field=BooleanField()),
    )
    columns = ["id", "public_key", "status", "app", "seen_at", "post__account__name", "_agencies", "_holds"]
    columns += [f"post__{c}" for c in POST_COLUMNS]
    if scope:
        setters = scoping(holds, "post__account_id")
        rows, columns = rows.annotate(**setters), [*columns, *setters]
    return rows, tuple(columns)


_DEVICE_TYPES = {ANY_ID: "bigint", ANY_DAY: "date"}
_DEVICE = {
    False: Prepared("wangge_device", _DEVICE_TYPES, lambda: _compose_device(False)),
    True: Prepared("wangge_device_scope", _DEVICE_TYPES, lambda: _compose_device(True)),
}


def device_entry(device_id: int, *, scope: bool = False) -> DeviceEntry | None:
    """The device of an id, ``None`` when there is none, in one statement.

    With ``scope`` the same statement scopes the connection as ``enter`` does: the caller then checks
    the signature and takes the scope back when it does not hold, and at the end in any case.
    """
    row = _DEVICE[scope].row(device_id, clock.today())
    if row is None:
        return None
    name = row["post__account__name"]
    return DeviceEntry(
        device_id=row["id"],
        public_key=bytes(row["public_key"]),
        status=row["status"],
        app=row["app"],
        post_id=row["post__id"],
        seen_at=row["seen_at"],
        actor=actor_of_row(row, name, prefix="post__", device_id=row["id"]) if row["_holds"] else None,
    )


def device_of(
    header: str, method: str, target: str, body: bytes, *, scope: bool = False
) -> DeviceEntry | str:
    """The phone that signed a request, or the code of the refusal: ``clock_skew``, ``bad_signature``,
    ``device_revoked``, ``post_closed``. The clock is asked first, so that a phone can correct its own."""
    signed = signed_header(header)
    if signed is None:
        return "bad_signature"
    if skewed(signed.at, clock.now()):
        return "clock_skew"
    entry = device_entry(signed.device_id, scope=scope)
    text = request_text(method, target, signed.at, hashlib.sha256(body).hexdigest())
    if entry is None or not signatures.holds(entry.public_key, signed.signature, text):
        return "bad_signature"
    if entry.status == "revoked":
        return "device_revoked"
    return entry if entry.actor is not None else "post_closed"


def living_devices(device_ids: Iterable[int]) -> dict[int, int]:
    """Post by device, of those that may still act, in one statement (the live channel asks)."""
    holds = Q(valid_on(clock.today(), "post__"), status="active", post__account__is_active=True)
    return dict(Device.objects.filter(holds, pk__in=list(device_ids)).values_list("pk", "post_id"))


def _inside(actor: Actor, path: str) -> Q:
    """Posts whose area is the actor's or lies in it; everywhere for who administers the system."""
    if actor.kind == "system" or ROLES[actor.role].scope == "":
        return Q()
    column = AREA_COLUMNS.get(actor.area_kind)
    if actor.area_id is None or column is None:
        return Q(pk__in=[])
    return Q(**{f"{path}area__{column}": actor.area_id})


def post_to_enrol(actor: Actor, post_id: int) -> Post:
    """A present post for which this actor may enrol a phone; out of scope is not found."""
    rows = Post.objects.filter(_inside(actor, ""), valid_on(clock.today()), account__is_active=True)
    post = rows.exclude(role__in=WITHOUT_PHONE).filter(pk=post_id).first()
    if post is None:
        raise NotFound
    return post


def posts_to_enrol(actor: Actor, limit: int = 500) -> list[PostCard]:
    """Present posts that may get a phone from this actor, by area and name; at most 500."""
    permissions.require(actor, verbs.ENROL_DEVICES)
    ids = Post.objects.filter(_inside(actor, "")).exclude(role__in=WITHOUT_PHONE).values("pk")[:limit]
    return sorted(post_cards(Post.objects.filter(pk__in=ids)), key=lambda p: (p.area_name, p.account_name))


_DEVICE_ROW = ("id", "name", "app", "status", "enrolled_at", "seen_at", "revoked_at", "post_id")
_OF_POST = ("role", "title", "account__name", "area_id", "area__name", "agency__short_name")


def devices_visible_to(
    actor: Actor, *, status: str = "", cursor: str = "", limit: int = 50
) -> paging.Page[dict[str, Any]]:
    """Phones of the actor's area, the newest first, with whose they are and when they were last seen."""
    permissions.require(actor, verbs.READ_DEVICES)
    limit = paging.checked_limit(limit)
    rows = Device.objects.filter(_inside(actor, "post__"))
    if status:
        rows = rows.filter(status=status)
    if cursor:
        rows = rows.filter(pk__lt=int(paging.decode(cursor, 1)[0]))
    columns = (*_DEVICE_ROW, *(f"post__{c}" for c in _OF_POST))
    found = list(rows.order_by("-pk").values(*columns)[: limit + 1])
    items = [
        {c: row[c] for c in _DEVICE_ROW}
        | {
            "status_label": DEVICE_STATES[row["status"]],
            "title": row["post__title"] or ROLES[row["post__role"]].label,
            "account_name": row["post__account__name"],
            "area_name": row["post__area__name"] or "",
            "agency_name": row["post__agency__short_name"] or "",
        }
        for row in found[:limit]
    ]
    return paging.Page(items, paging.encode(items[-1]["id"]) if len(found) > limit else None)


def device_for(actor: Actor, device_id: int) -> Device:
    """One phone of the actor's area; out of scope is not found."""
    device = Device.objects.filter(_inside(actor, "post__"), pk=device_id).first()
    if device is None:
        raise NotFound
    return device


def post_of_device(post_id: int) -> dict[str, Any]:
    """What a phone shows of the post it works for."""
    row = Post.objects.filter(pk=post_id).values("id", *_OF_POST, "area__kind").get()
    area = {"id": row["area_id"], "name": row["area__name"], "kind": row["area__kind"]}
    return {
        "id": row["id"],
        "role": row["role"],
        "title": row["title"] or ROLES[row["role"]].label,
        "name": row["account__name"],
        "area": area if row["area_id"] else None,
    }
