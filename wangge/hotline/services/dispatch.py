"""At the dispatcher's desk: send out, add units, decide returns and extensions, urge, supervise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from wangge.casework import services as casework
from wangge.hotline import permissions, rules
from wangge.hotline.models import Supervision, Ticket, TicketRequest, TicketUnit
from wangge.hotline.services import story, units
from wangge.hotline.states import WITH_UNIT
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound


@transaction.atomic
def dispatch_ticket(
    *,
    actor: Actor,
    ticket_id: int,
    agency_id: int,
    co_agency_ids: Sequence[int] = (),
    note: str = "",
    reply_days: int | None = None,
) -> Ticket:
    """Send a ticket to its lead unit and, with own clocks, to co units 派单.

    ``reply_days`` shortens or lengthens the reply term of the lead to so many working days.
    A unit whose return was approved is not given the same ticket again. Raises ``Conflict``,
    ``Invalid``, ``Forbidden``, ``NotFound``.
    """
    ticket = story.fetch(actor, permissions.DISPATCH, ticket_id)
    story.allow(ticket, "dispatch")
    others = [a for a in dict.fromkeys(co_agency_ids) if a != agency_id]
    if returned := {agency_id, *others} & set(ticket.returned_by_ids):
        raise Conflict(
            "该单位的退单已获同意,不能再派给它",
            code="unit_has_returned",
            data={"agency_ids": sorted(returned)},
        )
    now = clock.now()
    lead = units.give(actor, ticket, agency_id, units.Duty("lead", reply_days=reply_days))
    for other in others:
        units.give(actor, ticket, other, units.Duty("co", lead.assignment_id))
    story.move(
        actor,
        ticket,
        "dispatch",
        reason=note.strip(),
        public=True,
        data={"agency_id": agency_id, "co_agency_ids": others},
        lead_agency_id=agency_id,
        lead_assignment_id=lead.assignment_id,
        co_agency_ids=others,
        dispatched_at=ticket.dispatched_at or now,
        sign_due=ticket.sign_due,
        reply_due=ticket.reply_due,
        signed_at=None,
    )
    for agency in (agency_id, *others):
        story.inform(agency, ticket, "dispatch", "新工单待签收", f"工单{ticket.no}已派至您单位,请及时签收")
    return ticket


@transaction.atomic
def add_unit(*, actor: Actor, ticket_id: int, agency_id: int, duty: str = "co", note: str = "") -> TicketUnit:
    """Give a further unit its own assignment with its own clocks 加派/转派; the ticket stays.

    A handling unit may do so only for a ticket in its own hands.
    """
    ticket = story.fetch(actor, permissions.ADD_UNIT, ticket_id)
    story.allow(ticket, "add_unit")
    if duty not in ("co", "transfer"):
        raise Invalid.field("duty", "不在可选范围内")
    parent = None if actor.district_wide else story.unit_of(actor, ticket).assignment_id
    if TicketUnit.objects.filter(ticket_id=ticket.pk, agency_id=agency_id).exists():
        raise Conflict("该单位已在办理此工单", code="unit_is_there")
    if agency_id in ticket.returned_by_ids:
        raise Conflict("该单位的退单已获同意,不能再派给它", code="unit_has_returned")
    unit = units.give(actor, ticket, agency_id, units.Duty(duty, parent or ticket.lead_assignment_id))
    story.move(
        actor,
        ticket,
        "add_unit",
        reason=note.strip(),
        data={"agency_id": agency_id, "duty": duty},
        co_agency_ids=[*ticket.co_agency_ids, agency_id],
    )
    story.inform(agency_id, ticket, "dispatch", "新工单待签收", f"工单{ticket.no}加派至您单位,请及时签收")
    return unit


def pending(ticket: Ticket, kind: str, request_id: int | None) -> TicketRequest:
    """The request to decide; ``NotFound`` when none is pending."""
    rows = TicketRequest.objects.select_for_update().filter(ticket_id=ticket.pk, kind=kind, status="pending")
    request = (rows.filter(pk=request_id) if request_id else rows.order_by("id")).first()
    if request is None:
        raise NotFound(f"没有待审的{rules.REQUEST_KINDS[kind]}申请")
    return request


def decide(actor: Actor, request: TicketRequest, approved: bool, text: str) -> None:
    """Write the decision down; a rejection needs its reason."""
    request.status = "approved" if approved else "rejected"
    request.decision_text = text.strip() if approved else story.need(text, "text", "驳回须写明理由")
    request.approver, request.approver_label = actor.key, actor.label
    request.decided_at = clock.now()
    request.save(update_fields=["status", "decision_text", "approver", "approver_label", "decided_at"])


@transaction.atomic
def decide_return(
    *, actor: Actor, ticket_id: int, approved: bool, text: str = "", request_id: int | None = None
) -> Ticket:
    """Arbitrate a return 退单仲裁: back to the dispatchers, or back to the unit with the reason."""
    ticket = story.fetch(actor, permissions.DECIDE, ticket_id)
    request = pending(ticket, "return", request_id)
    unit = TicketUnit.objects.get(ticket_id=ticket.pk, assignment_id=request.assignment_id)
    lead = story.is_lead(ticket, unit)
    decide(actor, request, approved, text)
    back = "reject_return_signed" if lead and units.is_signed(ticket, unit.assignment_id) else "reject_return"
    name = "approve_return" if approved else back
    reason = request.decision_text or request.text
    if approved:
        casework.return_assignment(actor=actor, assignment_id=story.assignment_of(unit), reason=reason)
        units.withdraw(unit)
    data = {"request_id": request.pk, "agency_id": request.agency_id}
    taken: dict[str, Any] = (
        {"returned_by_ids": [*ticket.returned_by_ids, request.agency_id]} if approved else {}
    )
    if lead:
        if approved:
            taken |= {"returns": ticket.returns + 1, "sign_due": None, "reply_due": None}
            taken |= {"lead_agency_id": None, "lead_assignment_id": None}
        story.move(actor, ticket, name, reason=reason, data=data, **taken)
    else:
        if approved:
            remaining = [a for a in ticket.co_agency_ids if a != request.agency_id]
            Ticket.objects.filter(pk=ticket.pk).update(co_agency_ids=remaining, **taken)
        story.written(actor, ticket, name, "协办退单" + ("同意" if approved else "驳回"), reason, data=data)
    if request.agency_id is not None:
        word = "同意" if approved else "驳回"
        story.inform(
            request.agency_id, ticket, "return", f"退单申请已{word}", f"工单{ticket.no}的退单申请已{word}"
        )
    return ticket


@transaction.atomic
def decide_extension(
    *, actor: Actor, ticket_id: int, approved: bool, text: str = "", work_days: int | None = None
) -> Ticket:
    """Grant or refuse an extension 延期; ``work_days`` may grant fewer days than were asked."""
    ticket = story.fetch(actor, permissions.DECIDE, ticket_id)
    request = pending(ticket, "extension", None)
    asked = request.work_days or 1
    days = asked if work_days is None else work_days
    if not 1 <= days <= asked:
        raise Invalid.field("work_days", f"应在1到{asked}个工作日之间")
    decide(actor, request, approved, text)
    columns: dict[str, Any] = {}
    if approved:
        due = units.extend(actor, ticket, days, request.text)
        columns |= {"reply_due": due, "extensions": ticket.extensions + 1}
    name = "approve_extension" if approved else "reject_extension"
    data = {"request_id": request.pk, "work_days": days if approved else 0}
    story.move(actor, ticket, name, reason=request.decision_text, data=data, **columns)
    if request.agency_id is not None:
        word = "同意" if approved else "驳回"
        story.inform(
            request.agency_id, ticket, "extension", f"延期申请已{word}", f"工单{ticket.no}的延期申请已{word}"
        )
    return ticket


@transaction.atomic
def urge(*, actor: Actor, ticket_id: int, text: str) -> Ticket:
    """Urge the unit 催办; the state stays, the record and the message remain."""
    return press(actor, story.fetch(actor, permissions.URGE, ticket_id), "urge", text)


@transaction.atomic
def supervise(*, actor: Actor, ticket_id: int, text: str) -> Ticket:
    """Supervise the unit 督办: an urgent message to it, and a mark on the ticket."""
    return press(actor, story.fetch(actor, permissions.SUPERVISE, ticket_id), "supervise", text)


def press(actor: Actor, ticket: Ticket, kind: str, text: str) -> Ticket:
    """One urging or supervision."""
    words = story.need(text, "text", f"请填写{rules.PRESSURES[kind]}内容")
    columns: dict[str, Any] = {"urges": ticket.urges + 1} if kind == "urge" else {"supervised": True}
    story.move(actor, ticket, kind, reason=words, data={"agency_id": ticket.lead_agency_id}, **columns)
    Supervision.objects.create(
        ticket=ticket,
        kind=kind,
        agency_id=ticket.lead_agency_id,
        text=words,
        by=actor.key,
        by_label=actor.label,
        at=clock.now(),
    )
    if ticket.lead_agency_id and ticket.status in WITH_UNIT:
        story.inform(
            ticket.lead_agency_id,
            ticket,
            kind,
            f"工单{rules.PRESSURES[kind]}",
            f"工单{ticket.no}:{rules.redact(words)}",
            urgent=kind == "supervise",
        )
    return ticket
