"""Assignments of a ticket: giving them, running their clocks, ending them; the unit's projection.

Every change of casework's assignments and clocks goes through here, so that ``TicketUnit`` (what
the row policy and the inbox read) is written in the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from wangge.casework import queries as casework_queries
from wangge.casework import services as casework
from wangge.hotline import rules
from wangge.hotline.models import Ticket, TicketUnit
from wangge.hotline.queries import KIND
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.org import queries as org
from wangge.policy import queries as policy
from wangge.policy.queries import DeadlineDecision

BUSINESS = "hotline"
REDO_LEAST = 4 * 3600  # seconds of the clock's own calendar


def facts_of(ticket: Ticket, **more: Any) -> dict[str, Any]:
    """What the deadline rules may ask about a ticket."""
    return {
        "kind": ticket.kind,
        "urgency": ticket.urgency,
        "topic": ticket.topic,
        "epidemic": rules.is_epidemic(ticket.topic),
        "channel": ticket.channel,
    } | more


def term(ticket: Ticket, kind: str, **more: Any) -> DeadlineDecision:
    """How long a clock of this ticket may run, by the rule in force now."""
    return policy.deadline_for(BUSINESS, kind, facts_of(ticket, **more), clock.now())


def start(
    actor: Actor, ticket: Ticket, assignment_id: int, kind: str, decision: DeadlineDecision
) -> datetime:
    """Start one clock of an assignment; returns when it is due."""
    started = casework.start_clock(
        actor=actor,
        subject_kind=KIND,
        subject_id=ticket.pk,
        kind=kind,
        decision=decision,
        assignment_id=assignment_id,
    )
    return started.due_at


def ordered_days(decision: DeadlineDecision, days: int) -> DeadlineDecision:
    """The term a dispatcher ordered instead of the rule's: working days, or days where it never rests."""
    work = decision.calendar == "work"
    seconds = policy.seconds_of(days, "work_days", clock.now()) if work else days * 86_400
    text = f"派单指定 {days} 个{'工作日' if work else '自然日'}内办结"
    return replace(
        decision, seconds=seconds, amount=days, unit="work_days" if work else "days", rule_text=text
    )


@dataclass(frozen=True, slots=True)
class Duty:
    """What an agency is given: lead, co or transfer, below which assignment, in how many days."""

    code: str
    parent_id: int | None = None
    reply_days: int | None = None


def give(actor: Actor, ticket: Ticket, agency_id: int, duty: Duty) -> TicketUnit:
    """Assign the ticket to an agency and start its sign, return and reply clocks.

    Raises ``Invalid`` for an agency that is not there or does not work any more.
    """
    agency = org.agencies_by_ids([agency_id]).get(agency_id)
    if agency is None or not agency.active:
        raise Invalid.field("agency_id", "没有这个承办单位")
    assignment = casework.assign(
        actor=actor,
        subject_kind=KIND,
        subject_id=ticket.pk,
        agency_id=agency_id,
        duty=duty.code,
        parent_id=duty.parent_id,
    )
    sign_due, reply_due = start_all(actor, ticket, assignment.pk, duty)
    if duty.code == "lead":
        ticket.sign_due, ticket.reply_due = sign_due, reply_due
    unit = TicketUnit(
        ticket_id=ticket.pk,
        agency_id=agency_id,
        assignment_id=assignment.pk,
        duty=duty.code,
        active=True,
        due_at=min(sign_due, reply_due),
        received_at=ticket.received_at,
    )
    TicketUnit.objects.bulk_create(
        [unit],
        update_conflicts=True,
        unique_fields=["ticket", "agency"],
        update_fields=["assignment_id", "duty", "active", "due_at"],
    )
    return unit


def start_all(actor: Actor, ticket: Ticket, assignment_id: int, duty: Duty) -> tuple[datetime, datetime]:
    """Start the three clocks of a new assignment; returns when signing and reply are due."""
    decisions = {kind: term(ticket, kind, duty=duty.code) for kind in ("sign", "return", "reply")}
    if duty.reply_days is not None:
        decisions["reply"] = ordered_days(decisions["reply"], duty.reply_days)
    clocks = casework.start_clocks(
        actor=actor,
        subject_kind=KIND,
        subject_id=ticket.pk,
        decisions=decisions,
        assignment_id=assignment_id,
    )
    return clocks["sign"].due_at, clocks["reply"].due_at


def finish(unit: TicketUnit) -> None:
    """The unit is done: it keeps seeing the ticket, the inbox lets it go."""
    unit.active = False
    unit.due_at = None
    unit.save(update_fields=["active", "due_at"])


def wake(unit: TicketUnit, due_at: datetime | None) -> None:
    """The unit has work again, due then."""
    unit.active = True
    unit.due_at = due_at
    unit.save(update_fields=["active", "due_at"])


def withdraw(unit: TicketUnit) -> None:
    """The unit has nothing to do with the ticket any more and does not see it."""
    unit.delete()


def cancel_all(actor: Actor, ticket: Ticket) -> None:
    """End every running assignment of a ticket with its clocks (refusal)."""
    for unit in TicketUnit.objects.filter(ticket_id=ticket.pk, active=True):
        if unit.assignment_id is not None:
            casework.cancel(actor=actor, assignment_id=unit.assignment_id)
        finish(unit)


def due_of(ticket: Ticket, assignment_id: int | None) -> datetime | None:
    """When the reply of an assignment is due, from its clock."""
    for running in casework_queries.clocks_of(KIND, [ticket.pk]):
        if running.assignment_id == assignment_id and running.kind == "reply":
            return running.due_at
    return None


def is_signed(ticket: Ticket, assignment_id: int | None) -> bool:
    """Whether the unit has signed this assignment: a refused return leads back to where it came from."""
    cards = casework_queries.assignments_of(KIND, [ticket.pk])
    return any(card.id == assignment_id and card.signed_at is not None for card in cards)


def return_is_over(ticket: Ticket, assignment_id: int | None) -> bool:
    """Whether the time in which the assignment might be returned has passed."""
    now = clock.now()
    return any(
        c.due_at < now
        for c in casework_queries.clocks_of(KIND, [ticket.pk])
        if c.assignment_id == assignment_id and c.kind == "return"
    )


def reply_clock(ticket: Ticket) -> casework_queries.ClockCard:
    """The newest reply clock of the lead assignment; ``Conflict`` when there is none."""
    clocks = [
        c
        for c in casework_queries.clocks_of(KIND, [ticket.pk])
        if c.assignment_id == ticket.lead_assignment_id and c.kind == "reply"
    ]
    if not clocks:
        raise Conflict("工单没有办理时限", code="no_clock")
    return max(clocks, key=lambda c: c.id)


def set_due(ticket: Ticket, due: datetime | None) -> None:
    """Repeat the lead's due moment where the inbox reads it."""
    TicketUnit.objects.filter(ticket_id=ticket.pk, assignment_id=ticket.lead_assignment_id).update(due_at=due)


def extend(actor: Actor, ticket: Ticket, work_days: int, reason: str) -> datetime:
    """Give the lead's reply clock more working days; returns the new due moment."""
    changed = casework.extend_clock(
        actor=actor, clock_id=reply_clock(ticket).id, work_days=work_days, reason=reason
    )
    set_due(ticket, changed.due_at)
    return changed.due_at


def pause(actor: Actor, ticket: Ticket, reason: str) -> None:
    """Let the lead's reply clock stand still."""
    casework.pause_clock(actor=actor, clock_id=reply_clock(ticket).id, reason=reason)


def unpause(actor: Actor, ticket: Ticket) -> datetime:
    """Let the lead's reply clock run on; returns when the reply is due now."""
    return casework.resume_clock(actor=actor, clock_id=reply_clock(ticket).id).due_at


def accept_all(actor: Actor, ticket: Ticket) -> None:
    """Accept every submitted assignment; what a co unit has not handed in is no longer wanted."""
    for assignment in casework_queries.assignments_of(KIND, [ticket.pk]):
        if assignment.status == "submitted":
            casework.accept(actor=actor, assignment_id=assignment.id)
        elif assignment.status in ("awaiting_sign", "in_progress"):
            casework.cancel(actor=actor, assignment_id=assignment.id)
    TicketUnit.objects.filter(ticket_id=ticket.pk, active=True).update(active=False, due_at=None)


def reopen(actor: Actor, ticket: Ticket, *, kept: bool) -> datetime:
    """Open the lead assignment again; returns when the new reply is due.

    A reply that failed review must be bettered in what was left of its term when it was handed in,
    in half a working day at least; a redo after the call-back gets the full term of the rule.
    """
    if ticket.lead_assignment_id is None:
        raise Conflict("工单没有主办单位", code="no_unit")
    decision = term(ticket, "reply", duty="lead", redo=True)
    if kept:
        left = max(reply_clock(ticket).remaining_seconds, REDO_LEAST)
        decision = replace(decision, seconds=left, rule_text="审核退回,沿用原时限的剩余时间")
    casework.reopen(actor=actor, assignment_id=ticket.lead_assignment_id)
    due = start(actor, ticket, ticket.lead_assignment_id, "reply", decision)
    TicketUnit.objects.filter(ticket_id=ticket.pk, assignment_id=ticket.lead_assignment_id).update(
        active=True, due_at=due
    )
    return due
