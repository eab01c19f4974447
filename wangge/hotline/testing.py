"""Builders: tickets at every station of their way, through the real services."""

from __future__ import annotations

from typing import Any

from wangge.hotline import services
from wangge.hotline.models import Ticket
from wangge.kit.actor import Actor, system
from wangge.org.testing import Person

TESTER = system("testing")


def a_draft(
    content: str = "平潮镇某小区门口下水道堵塞,污水外溢,请尽快疏通", **more: Any
) -> services.TicketDraft:
    """A draft with invented caller and number."""
    values: dict[str, Any] = {
        "content": content,
        "kind": "complaint",
        "caller": "陈大有",
        "caller_no": "19900000001",
    }
    return services.TicketDraft(**(values | more))


def a_ticket(actor: Actor = TESTER, *, submit: bool = False, **draft: Any) -> Ticket:
    """A received ticket (with ``submit``: one that waits for dispatch)."""
    return services.take_call(actor=actor, draft=a_draft(**draft), submit=submit)


def a_dispatched_ticket(cast: dict[str, Person], **draft: Any) -> Ticket:
    """A ticket taken by 莫 and sent by 戴 to the unit of 尹."""
    ticket = a_ticket(cast["mo"].actor, submit=True, **draft)
    unit = cast["yin"].actor.agency_id
    assert unit is not None
    return services.dispatch_ticket(actor=cast["dai"].actor, ticket_id=ticket.pk, agency_id=unit)


def a_signed_ticket(cast: dict[str, Person], **draft: Any) -> Ticket:
    """A ticket in the hands of 尹."""
    ticket = a_dispatched_ticket(cast, **draft)
    return services.sign_ticket(actor=cast["yin"].actor, ticket_id=ticket.pk)


def a_disposal(**more: Any) -> services.DisposalDraft:
    """What a unit hands in."""
    values: dict[str, Any] = {"internal_note": "已派工人到场疏通", "public_reply": "您反映的下水道已疏通。"}
    return services.DisposalDraft(**(values | more))


def an_answered_ticket(cast: dict[str, Person], **draft: Any) -> Ticket:
    """A ticket whose reply waits for review."""
    ticket = a_signed_ticket(cast, **draft)
    services.submit_reply(actor=cast["yin"].actor, ticket_id=ticket.pk, disposal=a_disposal())
    return reread(ticket)


def a_reviewed_ticket(cast: dict[str, Person], **draft: Any) -> Ticket:
    """A ticket that waits for its call-back."""
    ticket = an_answered_ticket(cast, **draft)
    return services.review_ticket(actor=cast["bian"].actor, ticket_id=ticket.pk, passed=True)


def a_callback(satisfaction: str = "satisfied", **more: Any) -> services.CallbackDraft:
    """A call-back that reached the citizen."""
    values: dict[str, Any] = {
        "satisfaction": satisfaction,
        "unit_satisfaction": satisfaction,
        "operator_satisfaction": "satisfied",
        "solved": "no" if satisfaction == "dissatisfied" else "yes",
        "fit": "fits",
        "citizen_words": "还是堵" if satisfaction == "dissatisfied" else "",
    }
    return services.CallbackDraft(**(values | more))


def reread(ticket: Ticket) -> Ticket:
    """The ticket as the database has it now."""
    return Ticket.objects.get(pk=ticket.pk)
