"""From the first word to the archive: the six desks, one after the other."""

from __future__ import annotations

import pytest

from wangge.hotline import services, testing
from wangge.hotline.models import Ticket, TicketMove, TicketUnit
from wangge.kit import clock
from wangge.kit.errors import Conflict, Forbidden, Invalid
from wangge.org.testing import Person

pytestmark = pytest.mark.django_db


def test_a_call_becomes_a_task_and_is_closed(cast: dict[str, Person]) -> None:
    with clock.moved_to(clock.at(2021, 8, 2, 9, 0)):
        ticket = testing.a_reviewed_ticket(cast)
        services.record_callback(
            actor=cast["fan"].actor, ticket_id=ticket.pk, callback=testing.a_callback("satisfied")
        )
        services.close_ticket(actor=cast["fan"].actor, ticket_id=ticket.pk)
    ticket = testing.reread(ticket)
    assert (ticket.status, ticket.late, ticket.satisfaction, ticket.callback_effective) == (
        "closed", False, "satisfied", True,
    )  # fmt: skip
    assert ticket.no == "20210802-000001"
    assert ticket.public_reply == "您反映的下水道已疏通。"
    moves = list(TicketMove.objects.filter(row=ticket).order_by("id").values_list("name", "source", "target"))
    assert moves == [
        ("take_in", "", "received"),
        ("submit_for_dispatch", "received", "awaiting_dispatch"),
        ("dispatch", "awaiting_dispatch", "awaiting_sign"),
        ("sign", "awaiting_sign", "in_progress"),
        ("submit_reply", "in_progress", "awaiting_review"),
        ("pass_review", "awaiting_review", "awaiting_callback"),
        ("record_callback_content", "awaiting_callback", "awaiting_close"),
        ("close", "awaiting_close", "closed"),
    ]
    assert list(TicketUnit.objects.filter(ticket=ticket).values_list("active", flat=True)) == [False]


def test_a_question_is_answered_in_one_call(cast: dict[str, Person]) -> None:
    draft = testing.a_draft("我近期能去苏州吗?", kind="inquiry", topic="epidemic_policy")
    reply = services.DirectReply(public_reply="低风险地区可以正常出行", three_way_with="区卫健委")
    ticket = services.take_and_answer(actor=cast["mo"].actor, draft=draft, reply=reply)
    assert (ticket.status, ticket.direct, ticket.three_way_with) == ("closed", True, "区卫健委")
    assert ticket.dispatched_at is None
    assert ticket.closed_at == ticket.received_at or ticket.closed_at is not None


def test_the_clock_of_a_complaint_skips_the_weekend(cast: dict[str, Person]) -> None:
    with clock.moved_to(clock.at(2021, 8, 6, 16, 30)):
        ticket = testing.a_dispatched_ticket(cast)
    assert ticket.sign_due == clock.at(2021, 8, 9, 11, 30)
    assert ticket.reply_due == clock.at(2021, 8, 13, 16, 30)


def test_a_late_reply_makes_the_ticket_late(cast: dict[str, Person]) -> None:
    with clock.moved_to(clock.at(2021, 8, 2, 9, 0)):
        ticket = testing.a_signed_ticket(cast)
    with clock.moved_to(clock.at(2021, 8, 30, 9, 0)):
        services.submit_reply(actor=cast["yin"].actor, ticket_id=ticket.pk, disposal=testing.a_disposal())
    assert testing.reread(ticket).late is True


def test_only_the_desk_takes_calls_and_a_refusal_changes_nothing(cast: dict[str, Person]) -> None:
    for name in ("yin", "fan", "niu"):
        with pytest.raises(Forbidden):
            services.take_call(actor=cast[name].actor, draft=testing.a_draft())
    assert Ticket.objects.count() == 0


def test_a_draft_says_everything_that_is_wrong_at_once(cast: dict[str, Person]) -> None:
    draft = testing.a_draft(" ", kind="praise", caller_no="12ab")
    with pytest.raises(Invalid) as refusal:
        services.take_call(actor=cast["mo"].actor, draft=draft)
    assert set(refusal.value.data["fields"]) == {"content", "kind", "caller_no"}
    assert Ticket.objects.count() == 0


def test_a_ticket_is_signed_by_its_unit_and_once(cast: dict[str, Person]) -> None:
    ticket = testing.a_signed_ticket(cast)
    with pytest.raises(Conflict) as refusal:
        services.sign_ticket(actor=cast["yin"].actor, ticket_id=ticket.pk)
    assert refusal.value.code == "wrong_state"
    assert TicketMove.objects.filter(row=ticket, name="sign").count() == 1
