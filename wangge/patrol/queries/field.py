"""What a phone keeps of patrol: open events, check-in points, classes, notice texts, who was met when."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import F, Max, Q

from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.patrol import permissions, rules
from wangge.patrol.models import CheckIn, CheckInPoint, Event, EventUnit, Visit
from wangge.patrol.queries.events import due_of
from wangge.patrol.queries.reference import classes, notice_kinds
from wangge.patrol.queries.scope import area_filter, check_ins_visible_to, events_visible_to
from wangge.patrol.states import EVENT, LABELS, STEPS, TONES

Record = dict[str, Any]
MOST_TASKS = 300
FIELD_MOVES = ("sign", "feed_back", "handle_self")


def task_records(actor: Actor, ids: Collection[int] | None) -> list[Record]:
    """Open events of the own grid or area, and what this post reported itself, newest first."""
    rows = events_visible_to(actor)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    rows = rows.filter(Q(open=True) | Q(post_id=actor.post_id or 0))
    named = rows.annotate(_class=F("klass__path"), _agency=F("agency__short_name"))
    found = list(named.order_by("-received_at", "-id")[: MOST_TASKS + 1])
    hands = set(
        EventUnit.objects.filter(
            event_id__in=[e.pk for e in found], agency_id__in=actor.agency_ids, active=True
        ).values_list("event_id", flat=True)
    )
    return [_task(actor, event, event.pk in hands) for event in found]


def _task(actor: Actor, event: Any, at_agency: bool) -> Record:
    own = actor.role == "grid_worker"
    hands = (event.with_grid and actor.area_id == event.grid_id) if own else at_agency
    can = [
        name
        for name in FIELD_MOVES
        if name in EVENT.allowed(event.status)
        and (
            (hands and actor.may(permissions.FEED_BACK))
            if name != "handle_self"
            else event.post_id == actor.post_id
        )
    ]
    if event.status == "awaiting_sign" and hands:
        can.append("feed_back")
    due = due_of(event.status, event.sign_due, event.reply_due)
    return {
        "id": event.pk,
        "no": event.no,
        "title": event.title,
        "description": event.description,
        "status": event.status,
        "status_label": LABELS[event.status],
        "tone": TONES[event.status],
        "step": STEPS[event.status][0],
        "open": event.open,
        "class_code": event.class_code,
        "class_path": event._class,
        "level": event.level,
        "urgent": event.urgent,
        "address": event.address,
        "lon": event.lon,
        "lat": event.lat,
        "agency": event._agency or "",
        "handling": event.handling,
        "reported_at": event.received_at.isoformat(),
        "due_at": due.isoformat() if due else None,
        "late": event.late,
        "mine": event.post_id == actor.post_id,
        "todo": bool(can and hands),
        "can": can,
        "grid_id": event.grid_id,
        "version": event.version,
    }


def point_records(actor: Actor, ids: Collection[int] | None) -> list[Record]:
    """Check-in points of the own grid or area with the last check-in that counted."""
    rows = CheckInPoint.objects.filter(valid_to__isnull=True)
    if not (actor.district_wide or actor.kind == "system"):
        rows = rows.filter(area_filter(actor))
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    found = list(rows.order_by("-pk")[:1001])
    last = _last_counted(actor, [p.pk for p in found])
    return [
        {
            "id": p.pk,
            "name": p.name,
            "kind": p.kind,
            "kind_label": rules.POINT_KINDS[p.kind],
            "lon": p.lon,
            "lat": p.lat,
            "radius": p.radius,
            "note": p.note,
            "grid_id": p.grid_id,
            "last_at": last[p.pk].isoformat() if p.pk in last else None,
        }
        for p in found
    ]


def _last_counted(actor: Actor, point_ids: Collection[int]) -> dict[int, Any]:
    rows = CheckIn.objects.all() if actor.kind == "system" else check_ins_visible_to(actor)
    grouped = rows.filter(point_id__in=point_ids, counts=True).values("point_id").order_by()
    return dict(grouped.annotate(last=Max("at")).values_list("point_id", "last"))


def class_records(actor: Actor, ids: Collection[int] | None) -> list[Record]:
    """The event tree in use."""
    del actor
    return [
        {
            "id": c.pk,
            "code": c.code,
            "name": c.name,
            "parent_code": c.parent_code,
            "path": c.path,
            "position": c.position,
        }
        for c in classes()
        if ids is None or c.pk in ids
    ]


def notice_kind_records(actor: Actor, ids: Collection[int] | None) -> list[Record]:
    """The notice texts in force."""
    del actor
    return [
        {"id": k.pk, "code": k.code, "version": k.version, "title": k.title, "text": k.text}
        for k in notice_kinds()
        if ids is None or k.pk in ids
    ]


def household_records(actor: Actor, ids: Collection[int] | None) -> list[Record]:
    """Households visited this quarter in the own grid, by whomever: when met, when last tried, with what.

    Only ids and moments: who lives there is the register's feed.
    """
    if actor.area_kind != "grid" or actor.area_id is None:
        return []
    first, _next = rules.quarter_of(clock.today())
    rows = Visit.objects.filter(grid_id=actor.area_id, target_kind="household", at__gte=clock.start_of(first))
    if ids is not None:
        rows = rows.filter(target_id__in=ids)
    records: dict[int, Record] = {}
    columns = ("target_id", "at", "result", "believed")
    for target_id, at, result, believed in rows.order_by("-at", "-id").values_list(*columns)[:6000]:
        record = records.setdefault(
            target_id, {"id": target_id, "last_at": at.isoformat(), "last_result": result, "met_at": None}
        )
        if result == "met" and believed and record["met_at"] is None:
            record["met_at"] = at.isoformat()
    return list(records.values())


def task_record(actor: Actor, event: Event) -> Record | None:
    """The record of one event as this actor's phone keeps it; ``None`` when it does not."""
    return next(iter(task_records(actor, [event.pk])), None)
