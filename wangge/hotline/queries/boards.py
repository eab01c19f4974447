"""The desks: the board by column, the unit's inbox by what is late first, the call-back queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Min, Q

from wangge.hotline import permissions, rules
from wangge.hotline.models import Disposal, Ticket, TicketUnit
from wangge.hotline.queries.callers import CallerView, caller_of
from wangge.hotline.queries.lists import ROW_COLUMNS, TicketRow, row_of, rows_of
from wangge.hotline.queries.scope import tickets_visible_to
from wangge.hotline.states import LABELS, OPEN, TONES
from wangge.kit import clock, paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError

WAITING = ("received", "needs_detail", "awaiting_dispatch", "return_requested", "extension_requested")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the board: how many, since when, how urgent."""

    status: str
    label: str
    tone: str
    count: int
    urgent: int
    late: int
    pending_over_2h: int
    oldest_received_at: datetime | None


@dataclass(frozen=True, slots=True)
class Board:
    """Open tickets by state, as of a moment."""

    columns: tuple[Column, ...]
    open: int
    urgent: int
    late: int
    pending_over_2h: int
    as_of: datetime


def board(actor: Actor) -> Board:
    """Counts of the open tickets in scope, column by column, in one statement.

    ``pending_over_2h``: tickets that wait for somebody at the centre for more than two hours.
    """
    gate.require(actor, permissions.BOARD)
    now = clock.now()
    late = Q(late=True) | (Q(replied_at__isnull=True) & Q(reply_due__lt=now))
    counted: dict[str, dict[str, Any]] = {
        row["status"]: dict(row)
        for row in tickets_visible_to(actor)
        .filter(open=True)
        .values("status")
        .annotate(
            count=Count("id"),
            urgent=Count("id", filter=~Q(urgency="normal")),
            late_count=Count("id", filter=late),
            over=Count("id", filter=Q(received_at__lt=now - rules.OPEN_TOO_LONG)),
            oldest=Min("received_at"),
        )
        .order_by()
    }
    columns = tuple(_column(status, counted.get(status, {})) for status in LABELS if status in OPEN)
    return Board(
        columns=columns,
        open=sum(c.count for c in columns),
        urgent=sum(c.urgent for c in columns),
        late=sum(c.late for c in columns),
        pending_over_2h=sum(c.pending_over_2h for c in columns),
        as_of=now,
    )


def _column(status: str, row: dict[str, Any]) -> Column:
    return Column(
        status=status,
        label=LABELS[status],
        tone=TONES[status],
        count=row.get("count", 0),
        urgent=row.get("urgent", 0),
        late=row.get("late_count", 0),
        pending_over_2h=row.get("over", 0) if status in WAITING else 0,
        oldest_received_at=row.get("oldest"),
    )


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A ticket in a unit's hands: the line, this unit's duty and when *it* must act."""

    ticket: TicketRow
    assignment_id: int | None
    agency_id: int
    duty: str
    duty_label: str
    unit_due_at: datetime | None
    unit_remaining_minutes: int | None


def inbox(actor: Actor, *, cursor: str | None = None, limit: int = 50) -> paging.Page[InboxRow]:
    """What the actor's agencies have to do, what is late first; suspended work last."""
    gate.require(actor, permissions.SIGN)
    limit = paging.checked_limit(limit)
    units = TicketUnit.objects.filter(agency_id__in=actor.agency_ids, active=True)
    if cursor:
        units = units.filter(_after_due(cursor))
    columns = {f"ticket__{c}": c for c in ROW_COLUMNS}
    raws = list(
        units.order_by(F("due_at").asc(nulls_last=True), "ticket_id").annotate(
            _town=F("ticket__town__short_name"), _agency=F("ticket__lead_agency__short_name")
        ).values("assignment_id", "agency_id", "duty", "due_at", "ticket_id", "_town", "_agency", *columns)[
            : limit + 1
        ]
    )  # fmt: skip
    now = clock.now()
    shown = [_inbox_row(actor, raw, columns, now) for raw in raws[:limit]]
    last = raws[limit - 1] if len(raws) > limit else None
    next_cursor = paging.encode(last["due_at"], last["ticket_id"]) if last else None
    return paging.Page(shown, next_cursor)


def _after_due(cursor: str) -> Q:
    due, last = paging.decode(cursor, 2)
    try:
        if due is None:
            return Q(due_at__isnull=True, ticket_id__gt=int(last))
        at = datetime.fromisoformat(due)
        return Q(due_at__gt=at) | Q(due_at=at, ticket_id__gt=int(last)) | Q(due_at__isnull=True)
    except (TypeError, ValueError):
        raise BusinessError("翻页位置无效,请从第一页重新开始", code="bad_cursor") from None


def _inbox_row(actor: Actor, raw: dict[str, Any], columns: dict[str, str], now: datetime) -> InboxRow:
    flat = {plain: raw[joined] for joined, plain in columns.items()}
    due: datetime | None = raw["due_at"]
    return InboxRow(
        ticket=row_of(actor, flat | {"_town": raw["_town"], "_agency": raw["_agency"]}, now),
        assignment_id=raw["assignment_id"],
        agency_id=raw["agency_id"],
        duty=raw["duty"],
        duty_label=rules.DUTIES[raw["duty"]],
        unit_due_at=due,
        unit_remaining_minutes=int((due - now).total_seconds() // 60) if due else None,
    )


@dataclass(frozen=True, slots=True)
class CallbackCard:
    """The next person to call: the matter, what the unit says, the masked caller."""

    ticket: TicketRow
    content: str
    public_reply: str
    unit_solved: bool | None
    attempts: int
    caller: CallerView


def callback_queue(actor: Actor, *, cursor: str | None = None, limit: int = 20) -> paging.Page[CallbackCard]:
    """Tickets that wait for a call-back, longest waiting first."""
    gate.require(actor, permissions.CALL_BACK)
    limit = paging.checked_limit(limit)
    waiting = tickets_visible_to(actor).filter(status="awaiting_callback")
    if cursor:
        moment, last = paging.decode(cursor, 2)
        waiting = waiting.filter(Q(received_at__gt=moment) | Q(received_at=moment, id__gt=last))
    ordered = list(waiting.order_by("received_at", "id")[: limit + 1])
    shown = ordered[:limit]
    rows = {row.id: row for row in rows_of(actor, Ticket.objects.filter(pk__in=[t.pk for t in shown]))}
    solved = _solved(shown)
    cards = [
        CallbackCard(
            ticket=rows[t.pk],
            content=t.content,
            public_reply=t.public_reply,
            unit_solved=solved.get(t.pk),
            attempts=t.callback_attempts,
            caller=caller_of(actor, t),
        )
        for t in shown
    ]
    more = len(ordered) > limit
    return paging.Page(cards, paging.encode(shown[-1].received_at, shown[-1].pk) if more else None)


def _solved(shown: Sequence[Ticket]) -> dict[int, bool]:
    lead = {t.pk: t.lead_assignment_id for t in shown}
    papers = Disposal.objects.filter(ticket_id__in=lead).order_by("id")
    return {
        paper["ticket_id"]: paper["solved"]
        for paper in papers.values("ticket_id", "assignment_id", "solved")
        if paper["assignment_id"] == lead[paper["ticket_id"]]
    }
