"""At the unit's desk: sign, return, ask for time, wait for the citizen, answer."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from wangge.casework import services as casework
from wangge.hotline import permissions, rules
from wangge.hotline.models import Disposal, Ticket, TicketRequest, TicketUnit
from wangge.hotline.services import story, units
from wangge.hotline.services.drafts import DisposalDraft
from wangge.kit import clock, crypto
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.policy import queries as policy


@transaction.atomic
def sign_ticket(*, actor: Actor, ticket_id: int) -> Ticket:
    """Take the ticket into the unit's hands 签收; a co unit signs its own assignment only."""
    ticket = story.fetch(actor, permissions.SIGN, ticket_id)
    unit = story.unit_of(actor, ticket)
    lead = story.is_lead(ticket, unit)
    if lead:
        now = clock.now()
        late = rules.is_late(now, ticket.sign_due, now)
        story.move(actor, ticket, "sign", public=True, signed_at=now, sign_late=ticket.sign_late or late)
    else:
        story.must_be_open(ticket)
    casework.sign(actor=actor, assignment_id=story.assignment_of(unit))
    casework.stop_clock(story.KIND, ticket.pk, "return", unit.assignment_id)
    if lead:
        units.wake(unit, ticket.reply_due)
    else:
        units.wake(unit, units.due_of(ticket, unit.assignment_id))
        story.written(actor, ticket, "co_signed", "协办签收")
    return ticket


@transaction.atomic
def request_return(*, actor: Actor, ticket_id: int, reason_code: str, text: str) -> TicketRequest:
    """Ask to give the ticket back 退单, with a reason; at most so often per unit as policy says."""
    ticket = story.fetch(actor, permissions.RETURN, ticket_id)
    unit = story.unit_of(actor, ticket)
    story.one_of(reason_code, rules.RETURN_REASONS, "reason_code")
    most = policy.limit("hotline.returns_per_unit", clock.now())
    asked = TicketRequest.objects.filter(ticket_id=ticket.pk, kind="return", agency_id=unit.agency_id).count()
    if asked >= most:
        raise Conflict(
            f"本单位对此工单的退单申请已达上限({most}次)", code="too_many_returns", data={"limit": most}
        )
    if units.return_is_over(ticket, unit.assignment_id):
        raise Conflict("已超过退单期限", code="return_too_late")
    request = asked_for(actor, ticket, "return", unit, (reason_code, text))
    data = {"request_id": request.pk, "agency_id": unit.agency_id, "reason_code": reason_code}
    if story.is_lead(ticket, unit):
        story.move(actor, ticket, "request_return", reason=request.text, data=data)
    else:
        story.must_be_open(ticket)
        story.written(actor, ticket, "co_return_requested", "协办申请退单", request.text, data=data)
    return request


def asked_for(
    actor: Actor,
    ticket: Ticket,
    kind: str,
    unit: TicketUnit | None,
    reason: tuple[str, str],
    days: int | None = None,
) -> TicketRequest:
    """Write a request down; ``Conflict`` when one of its kind is pending already."""
    code, text = reason
    words = story.need(text, "text", "请填写理由")
    agency_id = unit.agency_id if unit else actor.agency_id
    waiting = TicketRequest.objects.filter(ticket_id=ticket.pk, kind=kind, status="pending")
    same = Q(agency_id=agency_id) if agency_id is not None else Q(agency_id__isnull=True)
    if waiting.filter(same).exists():
        raise Conflict(f"已有待审的{rules.REQUEST_KINDS[kind]}申请", code="request_pending")
    return TicketRequest.objects.create(
        ticket=ticket,
        kind=kind,
        agency_id=agency_id,
        assignment_id=unit.assignment_id if unit else None,
        reason_code=code,
        text=words,
        work_days=days,
        applicant=actor.key,
        applicant_label=actor.label,
        asked_at=clock.now(),
    )


def lead_unit(actor: Actor, ticket: Ticket) -> TicketUnit:
    """The actor's unit if it leads; ``Conflict`` for a co unit."""
    unit = story.unit_of(actor, ticket)
    if not story.is_lead(ticket, unit):
        raise Conflict("此操作由主办单位进行", code="lead_only")
    return unit


@transaction.atomic
def request_extension(
    *, actor: Actor, ticket_id: int, work_days: int, reason_code: str, text: str
) -> TicketRequest:
    """Ask for more time 延期: before it is due, once, at most so many working days as policy says."""
    ticket = story.fetch(actor, permissions.EXTEND, ticket_id)
    unit = lead_unit(actor, ticket)
    now = clock.now()
    story.one_of(reason_code, rules.EXTENSION_REASONS, "reason_code")
    most, days = policy.limit("hotline.extensions", now), policy.limit("hotline.extension_work_days", now)
    if not 1 <= work_days <= days:
        raise Invalid.field("work_days", f"应在1到{days}个工作日之间")
    if ticket.extensions >= most:
        raise Conflict(f"延期次数已达上限({most}次)", code="too_many_extensions", data={"limit": most})
    if rules.is_late(None, ticket.reply_due, now):
        raise Conflict("已超过办理期限,不能再申请延期", code="already_late")
    request = asked_for(actor, ticket, "extension", unit, (reason_code, text), work_days)
    data = {"request_id": request.pk, "work_days": work_days, "reason_code": reason_code}
    story.move(actor, ticket, "request_extension", reason=request.text, data=data)
    return request


@transaction.atomic
def suspend(*, actor: Actor, ticket_id: int, reason_code: str, text: str) -> Ticket:
    """Wait for what only the citizen can bring 挂起: the reply clock stands still, once."""
    ticket = story.fetch(actor, permissions.SUSPEND, ticket_id)
    unit = lead_unit(actor, ticket)
    story.one_of(reason_code, rules.SUSPEND_REASONS, "reason_code")
    words = story.need(text, "text", "请写明等待什么材料")
    most = policy.limit("hotline.suspensions", clock.now())
    if ticket.suspensions >= most:
        raise Conflict(f"挂起次数已达上限({most}次)", code="too_many_suspensions", data={"limit": most})
    data = {"reason_code": reason_code}
    story.move(actor, ticket, "suspend", reason=words, data=data, suspensions=ticket.suspensions + 1)
    units.pause(actor, ticket, words)
    units.wake(unit, None)
    return ticket


@transaction.atomic
def resume(*, actor: Actor, ticket_id: int, text: str = "") -> Ticket:
    """Go on after a suspension; the reply is due later by the time that stood still."""
    ticket = story.fetch(actor, permissions.SUSPEND, ticket_id)
    unit = lead_unit(actor, ticket)
    story.allow(ticket, "resume")
    due = units.unpause(actor, ticket)
    story.move(actor, ticket, "resume", reason=text.strip(), reply_due=due)
    units.wake(unit, due)
    return ticket


@transaction.atomic
def submit_reply(*, actor: Actor, ticket_id: int, disposal: DisposalDraft) -> Disposal:
    """Hand in what was done 提交: the lead's reply goes to review, a co unit's opinion to the lead."""
    ticket = story.fetch(actor, permissions.REPLY, ticket_id)
    unit = story.unit_of(actor, ticket)
    lead = story.is_lead(ticket, unit)
    paper = disposal_of(actor, ticket, unit, disposal)
    if lead:
        now = clock.now()
        late = ticket.late or rules.is_late(now, ticket.reply_due, now)
        story.move(actor, ticket, "submit_reply", reason=paper.internal_note, replied_at=now, late=late)
    else:
        story.must_be_open(ticket)
    paper.save(force_insert=True)
    casework.submit(actor=actor, assignment_id=story.assignment_of(unit))
    units.finish(unit)
    if not lead:
        story.written(actor, ticket, "co_submitted", "协办单位提交意见", paper.internal_note)
        if ticket.lead_agency_id:
            text = f"工单{ticket.no}的协办单位已提交意见"
            story.inform(ticket.lead_agency_id, ticket, "co_submitted", "协办意见已提交", text)
    return paper


def disposal_of(actor: Actor, ticket: Ticket, unit: TicketUnit, draft: DisposalDraft) -> Disposal:
    """A checked, unsaved disposal."""
    note = story.need(draft.internal_note, "internal_note", "请填写办理情况(内部)")
    reply = story.need(draft.public_reply, "public_reply", "请填写公开答复内容")
    story.one_of(draft.application_type, rules.APPLICATION_TYPES, "application_type")
    if fault := rules.phone_fault(draft.contact_no):
        raise Invalid.field("contact_no", fault)
    if not draft.solved and not draft.unsolved_reason.strip():
        raise Invalid.field("unsolved_reason", "未解决须写明原因")
    if draft.contacted and draft.contacted_at is None:
        raise Invalid.field("contacted_at", "已联系群众须填写联系时间")
    return Disposal(
        ticket=ticket,
        assignment_id=unit.assignment_id,
        agency_id=unit.agency_id,
        round=ticket.redo_count,
        factual=draft.factual,
        beyond_duty=draft.beyond_duty,
        application_type=draft.application_type,
        contacted=draft.contacted,
        contact_no_sealed=crypto.seal("phone", rules.normal_phone(draft.contact_no)),
        contacted_at=draft.contacted_at,
        solved=draft.solved,
        unsolved_reason=draft.unsolved_reason.strip(),
        internal_note=note,
        public_reply=reply,
        by=actor.key,
        by_label=actor.label,
        at=clock.now(),
    )
