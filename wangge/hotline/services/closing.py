"""Review, call-back, redo, closing, and the judgement of unreasonable demands."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from wangge.hotline import permissions, rules
from wangge.hotline.models import Callback, Disposal, Ticket, TicketRequest, TicketUnit
from wangge.hotline.services import dispatch, handling, story, units
from wangge.hotline.services.drafts import CallbackDraft
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid

MOST_CALLBACK_ATTEMPTS = 3


@transaction.atomic
def review_ticket(
    *, actor: Actor, ticket_id: int, passed: bool, text: str = "", public_reply: str = ""
) -> Ticket:
    """Judge the lead's reply 审核: on to the call-back, or back to the unit for redo with the reason.

    ``public_reply`` replaces the wording that the citizen will read; the unit's own stays in its
    disposal.
    """
    ticket = story.fetch(actor, permissions.REVIEW, ticket_id)
    if not passed:
        story.allow(ticket, "fail_review")
        return redo(actor, ticket, "fail_review", story.need(text, "text", "退回重办须写明理由"))
    story.allow(ticket, "pass_review")
    units.accept_all(actor, ticket)
    paper = Disposal.objects.filter(ticket_id=ticket.pk, assignment_id=ticket.lead_assignment_id).last()
    reply = public_reply.strip() or (paper.public_reply if paper else ticket.public_reply)
    name = "pass_review" if ticket.callback_wanted else "pass_without_callback"
    story.move(
        actor, ticket, name, reason=text.strip(), public=True, reviewed_at=clock.now(), public_reply=reply
    )
    return ticket


def redo(actor: Actor, ticket: Ticket, name: str, reason: str) -> Ticket:
    """Back to the lead unit: its assignment is opened again and its reply clock runs again."""
    due = units.reopen(actor, ticket, kept=name == "fail_review")
    columns: dict[str, Any] = {"redo_count": ticket.redo_count + 1, "reply_due": due, "replied_at": None}
    if name == "order_redo":
        columns |= {"callback_effective": False, "callback_attempts": 0}
        columns |= {"satisfaction": "", "unit_satisfaction": "", "operator_satisfaction": ""}
        columns |= {"solved": "", "fit": ""}
    story.move(actor, ticket, name, reason=reason, **columns)
    if ticket.lead_agency_id:
        text = f"工单{ticket.no}退回重办:{story.clean(ticket, reason)}"
        story.inform(ticket.lead_agency_id, ticket, "redo", "工单退回重办", text, urgent=True)
    return ticket


@transaction.atomic
def record_callback(*, actor: Actor, ticket_id: int, callback: CallbackDraft) -> Callback:
    """Write a call-back down 回访; the answer decides where the ticket goes.

    满意, 基本满意 and 未表态 go to closing, 不满意 to supervision; not reached stays, and after three
    attempts (or when the desk gives up) it goes to closing without an opinion.
    """
    ticket = story.fetch(actor, permissions.CALL_BACK, ticket_id)
    story.allow(ticket, "record_callback_content")
    paper = callback_of(actor, ticket, callback)
    paper.save(force_insert=True)
    attempts: dict[str, Any] = {"callback_attempts": ticket.callback_attempts + 1}
    if not callback.reached:
        over = callback.give_up or ticket.callback_attempts + 1 >= MOST_CALLBACK_ATTEMPTS
        name = "give_up_callback" if over else "record_callback_unreached"
        reason = rules.CALLBACK_FAILURES[callback.failed_reason]
        story.move(actor, ticket, name, reason=reason, data={"callback_id": paper.pk}, **attempts)
        return paper
    unhappy = callback.satisfaction == "dissatisfied"
    story.move(
        actor,
        ticket,
        "record_callback_dissatisfied" if unhappy else "record_callback_content",
        reason=paper.citizen_words or rules.SATISFACTIONS[paper.satisfaction],
        data={"callback_id": paper.pk, "satisfaction": paper.satisfaction},
        called_back_at=paper.at,
        callback_effective=paper.satisfaction != "no_opinion",
        satisfaction=paper.satisfaction,
        unit_satisfaction=paper.unit_satisfaction,
        operator_satisfaction=paper.operator_satisfaction,
        solved=paper.solved,
        fit=paper.fit,
        **attempts,
    )
    return paper


def callback_of(actor: Actor, ticket: Ticket, draft: CallbackDraft) -> Callback:
    """A checked, unsaved call-back."""
    if draft.reached:
        story.one_of(draft.satisfaction, rules.SATISFACTIONS, "satisfaction")
        story.one_of(draft.solved, rules.SOLVED, "solved")
        for name in ("unit_satisfaction", "operator_satisfaction"):
            if getattr(draft, name) not in {"", *rules.SATISFACTIONS}:
                raise Invalid.field(name, "不在可选范围内")
        if draft.fit not in {"", *rules.FITS}:
            raise Invalid.field("fit", "不在可选范围内")
        if draft.satisfaction == "dissatisfied":
            story.need(draft.citizen_words, "citizen_words", "不满意须记录诉求人原话")
    else:
        story.one_of(draft.failed_reason, rules.CALLBACK_FAILURES, "failed_reason")
    reached = draft.reached
    return Callback(
        ticket=ticket,
        round=ticket.redo_count,
        reached=reached,
        failed_reason="" if reached else draft.failed_reason,
        solved=draft.solved if reached else "",
        satisfaction=draft.satisfaction if reached else "",
        unit_satisfaction=draft.unit_satisfaction if reached else "",
        operator_satisfaction=draft.operator_satisfaction if reached else "",
        fit=draft.fit if reached else "",
        citizen_words=draft.citizen_words.strip(),
        by=actor.key,
        by_label=actor.label,
        at=clock.now(),
    )


@transaction.atomic
def order_redo(*, actor: Actor, ticket_id: int, text: str) -> Ticket:
    """After an unhappy call-back: the unit does it again, with the citizen's words before its eyes."""
    ticket = story.fetch(actor, permissions.REDO, ticket_id)
    story.allow(ticket, "order_redo")
    order = story.need(text, "text", "请写明重办要求")
    last = Callback.objects.filter(ticket_id=ticket.pk, reached=True).last()
    if last and last.citizen_words:
        order = f"{order}\n诉求人原话:{last.citizen_words}"
    return redo(actor, ticket, "order_redo", order)


@transaction.atomic
def close_with_reason(*, actor: Actor, ticket_id: int, text: str) -> Ticket:
    """Close an unhappy ticket with a reason that experts or leaders have judged."""
    ticket = story.fetch(actor, permissions.CLOSE_WITH_REASON, ticket_id)
    reason = story.need(text, "text", "请写明结案理由和审定意见")
    story.move(actor, ticket, "close_with_reason", reason=reason, public=True, closed_at=clock.now())
    finished(ticket)
    return ticket


@transaction.atomic
def close_ticket(*, actor: Actor, ticket_id: int, text: str = "") -> Ticket:
    """Close a ticket whose call-back is done 结案."""
    ticket = story.fetch(actor, permissions.CLOSE, ticket_id)
    story.move(actor, ticket, "close", reason=text.strip(), public=True, closed_at=clock.now())
    finished(ticket)
    return ticket


def finished(ticket: Ticket) -> None:
    """Nothing is left in any unit's inbox."""
    TicketUnit.objects.filter(ticket_id=ticket.pk, active=True).update(active=False, due_at=None)


@transaction.atomic
def archive(*, actor: Actor, ticket_id: int) -> Ticket:
    """Put a closed ticket away 归档."""
    ticket = story.fetch(actor, permissions.ARCHIVE, ticket_id)
    story.move(actor, ticket, "archive")
    return ticket


@transaction.atomic
def request_exclusion(*, actor: Actor, ticket_id: int, reason_code: str, text: str) -> TicketRequest:
    """Ask that a demand be judged unreasonable 不合理诉求认定 (spec §3.7), with the grounds."""
    ticket = story.fetch(actor, permissions.EXCLUDE, ticket_id)
    story.allow(ticket, "request_exclusion")
    story.one_of(reason_code, rules.EXCLUSION_REASONS, "reason_code")
    if ticket.excluded:
        raise Invalid("此工单已认定为不合理诉求")
    unit = None if actor.district_wide else unit_ever(actor, ticket)
    request = handling.asked_for(actor, ticket, "exclusion", unit, (reason_code, text))
    data = {"request_id": request.pk, "reason_code": reason_code}
    story.move(actor, ticket, "request_exclusion", reason=request.text, data=data)
    return request


def unit_ever(actor: Actor, ticket: Ticket) -> TicketUnit | None:
    """The actor's unit of this ticket, also when its work is done."""
    units_there = TicketUnit.objects.filter(ticket_id=ticket.pk, agency_id__in=actor.agency_ids)
    return units_there.order_by("id").first()


@transaction.atomic
def decide_exclusion(*, actor: Actor, ticket_id: int, approved: bool, text: str) -> Ticket:
    """The panel's decision: an excluded ticket leaves the satisfaction rates and stays counted."""
    ticket = story.fetch(actor, permissions.JUDGE, ticket_id)
    request = dispatch.pending(ticket, "exclusion", None)
    panel = story.need(text, "text", "请写明评审意见")
    dispatch.decide(actor, request, approved, panel)
    name = "approve_exclusion" if approved else "reject_exclusion"
    story.move(actor, ticket, name, reason=panel, data={"request_id": request.pk}, excluded=approved)
    return ticket
