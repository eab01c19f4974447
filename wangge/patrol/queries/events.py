"""Events as lists and boards: filters, keyset paging (newest first), possible duplicates."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q

from wangge.kit import clock, paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, NotFound
from wangge.patrol import permissions, rules
from wangge.patrol.models import EventUnit
from wangge.patrol.queries.scope import covers, events_visible_to
from wangge.patrol.states import LABELS, OPEN, STEPS, TONES
from wangge.policy import queries as policy
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What is asked for; empty means any. ``mine``: reported by this post, or in its agency's hands."""

    status: tuple[str, ...] = ()
    class_code: str = ""
    level: str = ""
    area_id: int | None = None
    agency_id: int | None = None
    open: bool | None = None
    late: bool = False
    mine: bool = False
    self_handled: bool | None = None
    since: datetime | None = None
    until: datetime | None = None
    no: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of a list. ``due_at`` is the deadline that runs now."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    step: int
    class_code: str
    class_path: str
    level: str
    level_label: str
    urgent: bool
    self_handled: bool
    grid: str
    grid_id: int
    town: str
    agency: str
    reporter: str
    at: datetime
    received_at: datetime
    due_at: datetime | None
    late: bool
    returns: int
    redo_count: int
    joins: int
    version: int


COLUMNS = (
    "id", "no", "title", "status", "class_code", "level", "urgent", "self_handled", "grid_id", "by_label",
    "at", "received_at", "sign_due", "reply_due", "late", "returns", "redo_count", "joins", "version",
)  # fmt: skip


def due_of(status: str, sign_due: datetime | None, reply_due: datetime | None) -> datetime | None:
    """The deadline that runs in a state: signing first, then the handling."""
    if status in ("awaiting_sign", "return_requested"):
        return sign_due or reply_due
    return reply_due if status == "in_progress" else None


def _row(raw: dict[str, Any], now: datetime) -> EventRow:
    due = due_of(raw["status"], raw["sign_due"], raw["reply_due"])
    return EventRow(
        id=raw["id"],
        no=raw["no"],
        title=raw["title"],
        status=raw["status"],
        status_label=LABELS[raw["status"]],
        tone=TONES[raw["status"]],
        step=STEPS[raw["status"]][0],
        class_code=raw["class_code"],
        class_path=raw["_class"],
        level=raw["level"],
        level_label=rules.LEVELS[raw["level"]],
        urgent=raw["urgent"],
        self_handled=raw["self_handled"],
        grid=raw["_grid"],
        grid_id=raw["grid_id"],
        town=raw["_town"] or "",
        agency=raw["_agency"] or "",
        reporter=raw["by_label"],
        at=raw["at"],
        received_at=raw["received_at"],
        due_at=due,
        late=raw["late"] or (due is not None and due < now),
        returns=raw["returns"],
        redo_count=raw["redo_count"],
        joins=raw["joins"],
        version=raw["version"],
    )


def conditions(actor: Actor, wanted: EventFilter) -> Q:
    """The filter as a condition; every equality has its index. ``NotFound`` for an area out of reach."""
    condition = Q()
    if len(wanted.status) == 1:
        condition &= Q(status=wanted.status[0])
    elif wanted.status:
        condition &= Q(status__in=wanted.status)
    for column in ("class_code", "level"):
        if value := getattr(wanted, column):
            condition &= Q(**{column: value})
    if wanted.area_id is not None:
        condition &= in_area(actor, wanted.area_id)
    if wanted.agency_id is not None:
        condition &= Q(agency_id=wanted.agency_id)
    if wanted.open is not None:
        condition &= Q(open=wanted.open)
    if wanted.late:
        condition &= Q(late=True)
    if wanted.self_handled is not None:
        condition &= Q(self_handled=wanted.self_handled)
    if wanted.mine:
        units = EventUnit.objects.filter(agency_id__in=actor.agency_ids, active=True).values("event_id")
        condition &= Q(post_id=actor.post_id or 0) | Q(pk__in=units)
    if wanted.since:
        condition &= Q(received_at__gte=wanted.since)
    if wanted.until:
        condition &= Q(received_at__lt=wanted.until)
    if wanted.no:
        condition &= Q(no__gte=wanted.no, no__lt=wanted.no + "~")
    return condition


def in_area(actor: Actor, area_id: int) -> Q:
    """Rows of an area the actor may ask about; ``NotFound`` otherwise."""
    area = territory.area(area_id)
    if not covers(actor, area) and actor.role != "unit_handler":
        raise NotFound
    column = {"town": "town_id", "village": "village_id", "grid": "grid_id"}.get(area.kind)
    return Q(**{column: area_id}) if column else Q()


def position(cursor: str) -> tuple[datetime, int]:
    """Moment and id of the last row of the page before; a cursor that is not ours is a 400."""
    moment, last = paging.decode(cursor, 2)
    try:
        return datetime.fromisoformat(moment), int(last)
    except (TypeError, ValueError):
        raise BusinessError("翻页位置无效,请从第一页重新开始", code="bad_cursor") from None


def older(cursor: str | None, column: str = "received_at") -> Q:
    """Rows that come after the cursor in "newest first"."""
    if not cursor:
        return Q()
    at, last = position(cursor)
    return Q(**{f"{column}__lte": at}) & (Q(**{f"{column}__lt": at}) | Q(**{column: at, "id__lt": last}))


def events(
    actor: Actor, wanted: EventFilter, *, cursor: str | None = None, limit: int = 50
) -> paging.Page[EventRow]:
    """One page of the events in scope that fit, newest first; no totals."""
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    rows = events_visible_to(actor).filter(conditions(actor, wanted), older(cursor))
    found = rows_of(rows.order_by("-received_at", "-id")[: limit + 1])
    shown = found[:limit]
    more = len(found) > limit
    return paging.Page(shown, paging.encode(shown[-1].received_at, shown[-1].id) if more else None)


def rows_of(rows: Any) -> list[EventRow]:
    """Lines of a query, in its order, in one statement."""
    now = clock.now()
    named = rows.annotate(
        _grid=F("grid__name"),
        _town=F("town__short_name"),
        _agency=F("agency__short_name"),
        _class=F("klass__path"),
    )
    return [_row(raw, now) for raw in named.values(*COLUMNS, "_grid", "_town", "_agency", "_class")]


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """How many open events stand in a state."""

    status: str
    label: str
    tone: str
    step: int
    step_label: str
    count: int
    late: int


def board(actor: Actor) -> list[BoardColumn]:
    """Open events of the scope by state, in the order of the closed loop. Open ones are few."""
    gate.require(actor, permissions.SEE)
    rows = events_visible_to(actor).filter(open=True).values("status").order_by("status")
    grouped = rows.annotate(n=Count("id"), late_n=Count("id", filter=Q(late=True)))
    counted: dict[str, tuple[int, int]] = {r["status"]: (r["n"], r["late_n"]) for r in grouped}
    return [
        BoardColumn(
            status,
            LABELS[status],
            TONES[status],
            *STEPS[status],
            *counted.get(status, (0, 0)),
        )
        for status in LABELS
        if status in OPEN
    ]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An open event that may be the same thing."""

    id: int
    no: str
    title: str
    status_label: str
    tone: str
    metres: int
    reported_at: datetime
    reporter: str


def duplicates(
    actor: Actor,
    class_code: str,
    lon: float | None,
    lat: float | None,
    grid_id: int,
    *,
    without: int = 0,
    at: datetime | None = None,
) -> list[Duplicate]:
    """Open events of the same class, near and recent, in the same grid, the nearest first.

    How near and how recent are dated limits of policy. Without a point nothing is proposed.
    """
    if lon is None or lat is None:
        return []
    now = at or clock.now()
    reach = policy.limit("patrol.duplicate_metres", now)
    since = now - timedelta(hours=policy.limit("patrol.duplicate_hours", now))
    high, wide = reach / 111_000, reach / (111_000 * max(math.cos(math.radians(lat)), 0.01))
    rows = events_visible_to(actor).filter(
        grid_id=grid_id,
        open=True,
        class_code=class_code,
        received_at__gte=since,
        lon__range=(lon - wide, lon + wide),
        lat__range=(lat - high, lat + high),
    )
    found = []
    for row in rows.exclude(pk=without).order_by("-received_at")[:50]:
        away = rules.metres(lon, lat, row.lon or 0, row.lat or 0)
        if away <= reach:
            found.append(
                Duplicate(
                    row.pk,
                    row.no,
                    row.title,
                    LABELS[row.status],
                    TONES[row.status],
                    round(away),
                    row.received_at,
                    row.by_label,
                )
            )
    return sorted(found, key=lambda d: (d.metres, d.id))[:5]
