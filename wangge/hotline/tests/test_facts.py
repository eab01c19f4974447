"""The fact columns that figures read are recounted here from the move rows alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from wangge.hotline import services, states, testing
from wangge.hotline.models import Ticket, TicketMove
from wangge.kit import clock
from wangge.org.testing import Person

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
MONDAY = clock.at(2021, 8, 2, 9, 0)


def a_varied_week(cast: Cast) -> None:
    """Tickets on every road."""
    with clock.moved_to(MONDAY):
        services.take_and_answer(
            actor=cast["mo"].actor,
            draft=testing.a_draft(kind="inquiry", channel="web"),
            reply=services.DirectReply(public_reply="可以"),
        )
        testing.a_ticket(cast["mo"].actor)
        refused = testing.a_ticket(cast["mo"].actor)
        services.refuse_ticket(
            actor=cast["mo"].actor, ticket_id=refused.pk, reason_code="litigation", basis="已立案"
        )
        returned = testing.a_dispatched_ticket(cast)
        services.request_return(
            actor=cast["yin"].actor, ticket_id=returned.pk, reason_code="other", text="不属本单位"
        )
        services.decide_return(actor=cast["dai"].actor, ticket_id=returned.pk, approved=True)
        late = testing.a_signed_ticket(cast, kind="inquiry")
        for satisfaction in ("satisfied", "basic", "dissatisfied", "no_opinion"):
            ticket = testing.a_reviewed_ticket(cast)
            services.record_callback(
                actor=cast["fan"].actor, ticket_id=ticket.pk, callback=testing.a_callback(satisfaction)
            )
            if satisfaction == "basic":
                services.close_ticket(actor=cast["fan"].actor, ticket_id=ticket.pk)
            if satisfaction == "dissatisfied":
                services.order_redo(actor=cast["niu"].actor, ticket_id=ticket.pk, text="重办")
    with clock.moved_to(MONDAY + timedelta(days=3)):
        services.submit_reply(actor=cast["yin"].actor, ticket_id=late.pk, disposal=testing.a_disposal())


def recounted(moves: list[TicketMove]) -> dict[str, Any]:
    """The facts of one ticket from its moves."""
    facts: dict[str, Any] = {
        "received_at": moves[0].at, "direct": False, "dispatched": False, "refused": False,
        "dispatched_at": None, "replied_at": None, "satisfaction": "", "callback_effective": False,
        "closed_at": None, "returns": 0,
        "redo_count": 0, "excluded": False, "status": moves[-1].target,
    }  # fmt: skip
    for move in moves:
        if move.name == "answer_directly":
            facts |= {"direct": True, "replied_at": move.at}
        elif move.name == "dispatch":
            facts |= {"dispatched": True, "dispatched_at": facts["dispatched_at"] or move.at}
        elif move.name == "refuse":
            facts["refused"] = True
        elif move.name == "submit_reply":
            facts["replied_at"] = move.at
        elif move.name in ("fail_review", "order_redo"):
            facts |= {"replied_at": None, "redo_count": facts["redo_count"] + 1}
            if move.name == "order_redo":
                facts |= {"satisfaction": "", "callback_effective": False}
        elif move.name in ("record_callback_content", "record_callback_dissatisfied"):
            opinion = move.data["satisfaction"]
            facts |= {"satisfaction": opinion, "callback_effective": opinion != "no_opinion"}
        elif move.name == "approve_return":
            facts["returns"] += 1
        elif move.name == "approve_exclusion":
            facts["excluded"] = True
        if move.target in states.ENDED and move.source not in states.ENDED:
            facts["closed_at"] = move.at
    return facts


def test_every_fact_can_be_recounted_from_the_moves(cast: Cast) -> None:
    a_varied_week(cast)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM hotline_ticket_facts ORDER BY id")
        names = [c.name for c in cursor.description]
        facts = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    assert len(facts) == 9
    for fact in facts:
        again = recounted(list(TicketMove.objects.filter(row_id=fact["id"]).order_by("id")))
        assert {k: fact[k] for k in again} == again, fact["no"]
        assert fact["received_day"] == clock.start_of(fact["received_day"]).date()
    assert sum(f["late"] for f in facts) == 1


def test_total_is_direct_and_dispatched_and_what_is_undecided_or_refused(cast: Cast) -> None:
    a_varied_week(cast)
    total = Ticket.objects.count()
    direct = Ticket.objects.filter(direct=True).count()
    dispatched = Ticket.objects.filter(dispatched_at__isnull=False).count()
    refused = Ticket.objects.filter(status="refused", direct=False, dispatched_at__isnull=True).count()
    undecided = Ticket.objects.filter(direct=False, dispatched_at__isnull=True, open=True).count()
    assert (total, direct, dispatched, refused, undecided) == (9, 1, 6, 1, 1)


def test_each_ticket_was_counted_on_its_day_in_china(cast: Cast) -> None:
    with clock.moved_to(clock.at(2021, 8, 2, 0, 30)):
        ticket = testing.a_ticket(cast["mo"].actor)
    assert str(ticket.received_day) == "2021-08-02"
