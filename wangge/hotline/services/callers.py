"""Looking at a caller's data: always with a purpose, always written down."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from wangge.audit import services as audit
from wangge.hotline import permissions, queries, rules
from wangge.hotline.models import Follow, Ticket
from wangge.hotline.queries import callers
from wangge.hotline.queries.callers import PastTicket
from wangge.hotline.queries.scope import KIND
from wangge.kit import crypto
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Forbidden, Invalid
from wangge.kit.subjects import subject


@dataclass(frozen=True, slots=True)
class Follower:
    """A further caller of the ticket, in the clear, for one look."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class RevealedCaller:
    """A caller in the clear, for one look."""

    name: str
    caller_no: str
    contact_no: str
    id_no: str
    followers: tuple[Follower, ...] = ()


@transaction.atomic
def reveal_caller(*, actor: Actor, ticket_id: int, purpose: str) -> RevealedCaller:
    """The caller of a ticket in scope, unmasked; the purpose and the look go to the log.

    Raises ``Forbidden`` for a confidential caller outside follow-up, ``Invalid`` without a purpose.
    """
    gate.require(actor, permissions.REVEAL)
    ticket = queries.ticket_for(actor, ticket_id)
    if len(purpose.strip()) < 2:
        raise Invalid.field("purpose", "请填写查看目的")
    if queries.hides_caller(actor, ticket.confidential):
        raise Forbidden("诉求人要求保密,承办单位不能查看其信息", code="caller_is_confidential")
    if not callers.may_reveal(actor, ticket):
        raise Forbidden("您不在此工单的办理环节,不能查看诉求人信息", code="not_in_hand")
    audit.reveal(actor, subject=subject(KIND, ticket.pk), field="caller", purpose=purpose.strip())
    return RevealedCaller(
        name=crypto.unseal("name", ticket.caller_sealed),
        caller_no=crypto.unseal("phone", ticket.caller_no_sealed),
        contact_no=crypto.unseal("phone", ticket.contact_no_sealed),
        id_no=crypto.unseal("id_no", ticket.id_no_sealed),
        followers=followers_of(ticket) if ticket.follows else (),
    )


def followers_of(ticket: Ticket) -> tuple[Follower, ...]:
    """Who else called about the ticket, in the order of their calls."""
    rows = Follow.objects.filter(ticket_id=ticket.pk).order_by("id")
    return tuple(
        Follower(crypto.unseal("name", f.caller_sealed), crypto.unseal("phone", f.number_sealed))
        for f in rows
    )


@transaction.atomic
def look_up_caller(*, actor: Actor, number: str) -> list[PastTicket]:
    """The card of a ringing number: its earlier tickets, and those it follows; the look-up is logged."""
    gate.require(actor, permissions.HISTORY)
    if fault := rules.phone_fault(number) or ("" if number.strip() else "请输入号码"):
        raise Invalid.field("number", fault)
    found = callers.history_of(actor, number)
    audit.record(actor, "hotline.caller.looked_up", data={"found": len(found)})
    return found
