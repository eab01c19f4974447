"""One ticket as a page: fields masked for who asks, units, clocks, papers, what may be done next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from wangge.casework import queries as casework
from wangge.files import queries as files
from wangge.hotline import permissions as verbs
from wangge.hotline import rules
from wangge.hotline.models import (
    Callback,
    Disposal,
    Follow,
    Supervision,
    Ticket,
    TicketRequest,
    TicketUnit,
)
from wangge.hotline.queries.callers import CallerView, caller_of
from wangge.hotline.queries.lists import due_of
from wangge.hotline.queries.scope import KIND, hides_caller, plain_title, ticket_for, tickets_visible_to
from wangge.hotline.states import LABELS, TICKET, TONES
from wangge.kit import clock, crypto
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.territory import queries as territory

NEEDS: dict[str, str] = {
    "take_in": verbs.TAKE,
    "answer_directly": verbs.ANSWER,
    "ask_detail": verbs.ASK,
    "give_detail": verbs.SUBMIT,
    "submit_for_dispatch": verbs.SUBMIT,
    "dispatch": verbs.DISPATCH,
    "sign": verbs.SIGN,
    "request_return": verbs.RETURN,
    "approve_return": verbs.DECIDE,
    "reject_return": verbs.DECIDE,
    "add_unit": verbs.ADD_UNIT,
    "request_extension": verbs.EXTEND,
    "approve_extension": verbs.DECIDE,
    "reject_extension": verbs.DECIDE,
    "suspend": verbs.SUSPEND,
    "resume": verbs.SUSPEND,
    "submit_reply": verbs.REPLY,
    "pass_review": verbs.REVIEW,
    "fail_review": verbs.REVIEW,
    "record_callback_content": verbs.CALL_BACK,
    "order_redo": verbs.REDO,
    "close_with_reason": verbs.CLOSE_WITH_REASON,
    "close": verbs.CLOSE,
    "archive": verbs.ARCHIVE,
    "refuse": verbs.REFUSE,
    "supervise": verbs.SUPERVISE,
    "urge": verbs.URGE,
    "follow": verbs.FOLLOW,
    "amend": verbs.AMEND,
    "request_exclusion": verbs.EXCLUDE,
    "approve_exclusion": verbs.JUDGE,
    "reject_exclusion": verbs.JUDGE,
    "reopen": verbs.REOPEN,
}
UNIT_MOVES = frozenset({"sign", "request_return", "request_extension", "suspend", "resume", "submit_reply"})


@dataclass(frozen=True, slots=True)
class AllowedMove:
    """A move this actor may try now, with its Chinese label."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """An agency's part in the ticket."""

    assignment_id: int
    agency_id: int
    agency: str
    duty: str
    duty_label: str
    status: str
    status_label: str
    tone: str
    assigned_at: datetime
    signed_at: datetime | None
    submitted_at: datetime | None
    ended_at: datetime | None
    mine: bool


@dataclass(frozen=True, slots=True)
class ClockView:
    """A clock in short; the minutes are explained by ``clock_story``."""

    id: int
    kind: str
    kind_label: str
    calendar: str
    state: str
    state_label: str
    tone: str
    assignment_id: int | None
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None
    allowed_minutes: int
    rule_text: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another ticket of the same story."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    relation: str


@dataclass(frozen=True, slots=True)
class FollowView:
    """A further call, the caller masked."""

    id: int
    channel: str
    caller: str
    number: str
    words: str
    wants_callback: bool
    by_label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TicketPage:
    """Everything the ticket page shows, as this actor may see it."""

    ticket: Ticket
    title: str
    content: str
    status_label: str
    tone: str
    due_at: datetime | None
    remaining_minutes: int | None
    late: bool
    caller: CallerView
    place: tuple[str, ...]
    category_path: str
    lead_agency: str
    moves: tuple[AllowedMove, ...]
    pending: dict[str, int]
    units: tuple[UnitView, ...]
    clocks: tuple[ClockView, ...]
    requests: tuple[TicketRequest, ...]
    disposals: tuple[Disposal, ...]
    callbacks: tuple[Callback, ...]
    supervisions: tuple[Supervision, ...]
    follows: tuple[FollowView, ...]
    attachments: Sequence[Any]
    related: tuple[Related, ...]


def ticket_page(actor: Actor, ticket_id: int) -> TicketPage:
    """The page of a ticket in scope; ``NotFound`` otherwise. A confidential caller stays hidden."""
    gate.require(actor, verbs.SEE)
    ticket = ticket_for(actor, ticket_id)
    hidden = hides_caller(actor, ticket.confidential)
    names = [crypto.unseal("name", ticket.caller_sealed)] if hidden else []
    requests = tuple(TicketRequest.objects.filter(ticket_id=ticket.pk).order_by("id"))
    pressures = supervisions_of(ticket)
    if hidden:
        cover([ticket], ("internal_note", "detail_wanted", "public_reply", "refuse_basis"), names)
        cover(requests, ("text", "decision_text"), names)
        cover(pressures, ("text",), names)
    assignments = casework.assignments_of(KIND, [ticket.pk])
    now = clock.now()
    due = due_of(ticket.status, ticket.sign_due, ticket.reply_due)
    return TicketPage(
        ticket=ticket,
        title=rules.redact(ticket.title, names) if hidden else ticket.title,
        content=rules.redact(ticket.content, names) if hidden else ticket.content,
        status_label=LABELS[ticket.status],
        tone=TONES[ticket.status],
        due_at=due,
        remaining_minutes=int((due - now).total_seconds() // 60) if due else None,
        late=ticket.late or (due is not None and due < now),
        caller=caller_of(actor, ticket),
        place=territory.area(ticket.area_id).path_names if ticket.area_id else (),
        category_path=ticket.category.path if ticket.category else "",
        lead_agency=ticket.lead_agency.name if ticket.lead_agency else "",
        moves=allowed_moves(actor, ticket, requests),
        pending={r.kind: r.pk for r in requests if r.status == "pending"},
        units=tuple(unit_view(actor, a) for a in assignments),
        clocks=tuple(clock_view(c) for c in casework.clocks_of(KIND, [ticket.pk])),
        requests=requests,
        disposals=tuple(Disposal.objects.filter(ticket_id=ticket.pk).select_related("agency").order_by("id")),
        callbacks=tuple(shown_callbacks(ticket, names)),
        supervisions=pressures,
        follows=follows_of(ticket, hidden, names) if ticket.follows else (),
        attachments=files.attachments_of(KIND, [ticket.pk]).get(ticket.pk, []),
        related=related_to(actor, ticket),
    )


def supervisions_of(ticket: Ticket) -> tuple[Supervision, ...]:
    """Urgings and supervisions, oldest first; not asked for when there are none."""
    if not ticket.urges and not ticket.supervised:
        return ()
    return tuple(Supervision.objects.filter(ticket_id=ticket.pk).order_by("id"))


def cover(rows: Sequence[Any], columns: Sequence[str], names: list[str]) -> None:
    """Take the hidden caller's name and all numbers out of the texts of rows, in memory only."""
    for row in rows:
        for column in columns:
            setattr(row, column, rules.redact(getattr(row, column), names))


def shown_callbacks(ticket: Ticket, names: list[str]) -> list[Callback]:
    """Call-backs of a ticket; the citizen's words without numbers where the caller is hidden."""
    found = list(Callback.objects.filter(ticket_id=ticket.pk).order_by("id"))
    if names:
        cover(found, ("citizen_words",), names)
    return found


def allowed_moves(actor: Actor, ticket: Ticket, requests: Sequence[TicketRequest]) -> tuple[AllowedMove, ...]:
    """Moves that the state, the role and the papers allow; what the service refuses for other reasons
    (limits, dates) it says itself."""
    pending = {r.kind for r in requests if r.status == "pending"}
    mine = (
        actor.district_wide
        or TicketUnit.objects.filter(
            ticket_id=ticket.pk, agency_id__in=actor.agency_ids, active=True
        ).exists()
    )
    found = []
    for name in TICKET.allowed(ticket.status):
        permission = NEEDS.get(name)
        if permission is None or not actor.may(permission):
            continue
        if name in UNIT_MOVES and not mine:
            continue
        if name in ("approve_exclusion", "reject_exclusion") and "exclusion" not in pending:
            continue
        if name == "request_exclusion" and (ticket.excluded or "exclusion" in pending):
            continue
        if name == "answer_directly" and ticket.dispatched_at:
            continue
        if name == "take_in" and ticket.received_by_id:
            continue
        found.append(AllowedMove(name, TICKET.move_labels[name]))
    return tuple(found)


def unit_view(actor: Actor, assignment: casework.AssignmentCard) -> UnitView:
    """An assignment with its agency's name."""
    return UnitView(
        assignment_id=assignment.id,
        agency_id=assignment.agency_id,
        agency=assignment.agency,
        duty=assignment.duty,
        duty_label=rules.DUTIES.get(assignment.duty, assignment.duty),
        status=assignment.status,
        status_label=assignment.status_label,
        tone=assignment.tone,
        assigned_at=assignment.assigned_at,
        signed_at=assignment.signed_at,
        submitted_at=assignment.submitted_at,
        ended_at=assignment.ended_at,
        mine=assignment.agency_id in actor.agency_ids,
    )


def clock_view(running: casework.ClockCard) -> ClockView:
    """A clock in short."""
    return ClockView(
        id=running.id,
        kind=running.kind,
        kind_label=running.kind_label,
        calendar=running.calendar,
        state=running.state,
        state_label=running.state_label,
        tone=running.tone,
        assignment_id=running.assignment_id,
        started_at=running.started_at,
        due_at=running.due_at,
        stopped_at=running.stopped_at,
        allowed_minutes=running.allowed_seconds // 60,
        rule_text=running.rule_text,
    )


def follows_of(ticket: Ticket, hidden: bool, names: list[str]) -> tuple[FollowView, ...]:
    """Further calls, masked; without any trace of the caller where the ticket is confidential."""
    found = []
    for follow in Follow.objects.filter(ticket_id=ticket.pk).order_by("id"):
        name = "" if hidden else crypto.mask_name(crypto.unseal("name", follow.caller_sealed))
        number = "" if hidden else crypto.mask_phone(crypto.unseal("phone", follow.number_sealed))
        words = rules.redact(follow.words, names) if hidden else follow.words
        found.append(
            FollowView(
                follow.pk,
                follow.channel,
                name,
                number,
                words,
                follow.wants_callback,
                follow.by_label,
                follow.at,
            )
        )
    return tuple(found)


def related_to(actor: Actor, ticket: Ticket) -> tuple[Related, ...]:
    """Tickets linked with this one, as far as they are in scope: repeats, chased ones, the origin."""
    back = {ticket.repeat_of_id, ticket.reopened_from_id} - {None}
    linked = tickets_visible_to(actor).filter(
        Q(pk__in=back) | Q(repeat_of_id=ticket.pk) | Q(reopened_from_id=ticket.pk)
    )
    found = []
    for other in linked.order_by("id")[:20]:
        relation = "原工单" if other.pk in back else "追办工单" if other.reopened_from_id else "重复工单"
        title = plain_title(actor, other.title, other.confidential, other.caller_sealed)
        found.append(
            Related(
                other.pk, other.no, title, other.status, LABELS[other.status], TONES[other.status], relation
            )
        )
    return tuple(found)


def timeline(actor: Actor, ticket_id: int) -> Sequence[Any]:
    """Every step of a ticket in scope, oldest first."""
    gate.require(actor, verbs.SEE)
    ticket = ticket_for(actor, ticket_id)
    entries: Sequence[Any] = casework.timeline_of(KIND, ticket.pk)
    return entries


def clock_owner(ticket_id: int, clock_id: int) -> int | None:
    """The assignment whose clock this is, ``None`` when it is not the ticket's."""
    found = (c.assignment_id for c in casework.clocks_of(KIND, [ticket_id]) if c.id == clock_id)
    return next(found, None)


def clock_story(actor: Actor, ticket_id: int, clock_id: int) -> casework.ClockStory:
    """Every minute of one of the ticket's clocks explained; ``NotFound`` for a clock of another."""
    gate.require(actor, verbs.SEE)
    ticket = ticket_for(actor, ticket_id)
    story = casework.explained(clock_id, KIND, ticket.pk)
    if story is None:
        raise NotFound
    return story
