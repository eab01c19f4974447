"""Anybody tries anything: the machine holds, refusals change nothing, the facts follow the moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wangge.hotline import services, states, testing
from wangge.hotline.models import Follow, Ticket, TicketMove
from wangge.hotline.services import upkeep
from wangge.hotline.tests.test_facts import recounted
from wangge.kit import clock, crypto
from wangge.kit.errors import BusinessError
from wangge.org.testing import Person

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
MONDAY = clock.at(2021, 8, 2, 9, 0)


def doors(cast: Cast, pk: int) -> dict[str, Callable[[], Any]]:
    """What people try with one ticket."""
    who = {name: person.actor for name, person in cast.items()}
    units = [who["yin"].agency_id or 0, who["ji"].agency_id or 0]
    decide, back = services.decide_return, services.record_callback
    return {
        "submit": lambda: services.submit_for_dispatch(actor=who["mo"], ticket_id=pk),
        "answer": lambda: services.answer_directly(
            actor=who["mo"], ticket_id=pk, reply=services.DirectReply(public_reply="答复")
        ),
        "ask": lambda: services.ask_detail(actor=who["dai"], ticket_id=pk, text="补充"),
        "give": lambda: services.give_detail(actor=who["mo"], ticket_id=pk, text="已补充"),
        "dispatch": lambda: services.dispatch_ticket(actor=who["dai"], ticket_id=pk, agency_id=units[0]),
        "elsewhere": lambda: services.dispatch_ticket(actor=who["dai"], ticket_id=pk, agency_id=units[1]),
        "sign": lambda: services.sign_ticket(actor=who["yin"], ticket_id=pk),
        "sign_ji": lambda: services.sign_ticket(actor=who["ji"], ticket_id=pk),
        "return": lambda: services.request_return(
            actor=who["yin"], ticket_id=pk, reason_code="other", text="非本单位"
        ),
        "return_yes": lambda: decide(actor=who["dai"], ticket_id=pk, approved=True),
        "return_no": lambda: decide(actor=who["dai"], ticket_id=pk, approved=False, text="请办理"),
        "add": lambda: services.add_unit(actor=who["dai"], ticket_id=pk, agency_id=units[1]),
        "extend": lambda: services.request_extension(
            actor=who["yin"], ticket_id=pk, work_days=2, reason_code="other", text="复杂"
        ),
        "extend_yes": lambda: services.decide_extension(actor=who["dai"], ticket_id=pk, approved=True),
        "suspend": lambda: services.suspend(
            actor=who["yin"], ticket_id=pk, reason_code="await_material", text="等材料"
        ),
        "resume": lambda: services.resume(actor=who["yin"], ticket_id=pk),
        "reply": lambda: services.submit_reply(actor=who["yin"], ticket_id=pk, disposal=testing.a_disposal()),
        "reply_ji": lambda: services.submit_reply(
            actor=who["ji"], ticket_id=pk, disposal=testing.a_disposal()
        ),
        "pass": lambda: services.review_ticket(actor=who["bian"], ticket_id=pk, passed=True),
        "fail": lambda: services.review_ticket(actor=who["bian"], ticket_id=pk, passed=False, text="不清"),
        "happy": lambda: back(actor=who["fan"], ticket_id=pk, callback=testing.a_callback()),
        "unhappy": lambda: back(actor=who["fan"], ticket_id=pk, callback=testing.a_callback("dissatisfied")),
        "redo": lambda: services.order_redo(actor=who["niu"], ticket_id=pk, text="重办"),
        "close": lambda: services.close_ticket(actor=who["fan"], ticket_id=pk),
        "archive": lambda: services.archive(actor=who["bian"], ticket_id=pk),
        "urge": lambda: services.urge(actor=who["mo"], ticket_id=pk, text="催"),
        "refuse": lambda: services.refuse_ticket(
            actor=who["dai"], ticket_id=pk, reason_code="withdrawn", basis="撤回"
        ),
    }


ROAD = ["submit", "dispatch", "sign", "reply", "pass", "happy", "close", "archive"]
SIDE = [
    "ask", "give", "elsewhere", "sign_ji", "return", "return_yes", "return_no", "add", "extend", "extend_yes",
    "suspend", "resume", "reply_ji", "fail", "unhappy", "redo", "urge", "answer", "refuse",
]  # fmt: skip


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.sampled_from(ROAD * 3 + SIDE), min_size=10, max_size=30))
def test_the_machine_holds_whatever_is_tried(cast: Cast, steps: list[str]) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_ticket(cast["mo"].actor)
        tries = doors(cast, ticket.pk)
        for minutes, step in enumerate(steps, start=1):
            before = snapshot(ticket)
            try:
                with clock.moved_to(MONDAY + timedelta(minutes=minutes)), transaction.atomic():
                    tries[step]()
            except BusinessError:
                assert snapshot(ticket) == before, step
    moves = list(TicketMove.objects.filter(row=ticket).order_by("id"))
    for earlier, later in pairwise(moves):
        assert earlier.target == later.source
    again = recounted(moves)
    stored = testing.reread(ticket)
    for name in (
        "status",
        "replied_at",
        "dispatched_at",
        "closed_at",
        "returns",
        "redo_count",
        "satisfaction",
    ):
        assert getattr(stored, name) == again[name], name
    assert stored.open == (stored.status in states.OPEN)


def snapshot(ticket: Ticket) -> tuple[Any, ...]:
    """Everything of a ticket that a refusal must leave alone."""
    row = Ticket.objects.filter(pk=ticket.pk).values().get()
    return (sorted((k, str(v)) for k, v in row.items()), TicketMove.objects.filter(row=ticket).count())


def test_callers_fade_after_a_year_and_repeats_can_still_be_counted(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        old = [testing.a_ticket(cast["mo"].actor) for _ in range(2)]
        services.follow_ticket(
            actor=cast["mo"].actor, ticket_id=old[0].pk, draft=services.FollowDraft(number="19900000005")
        )
        for ticket in old:
            services.refuse_ticket(
                actor=cast["mo"].actor, ticket_id=ticket.pk, reason_code="withdrawn", basis="撤回"
            )
        still_open = testing.a_ticket(cast["mo"].actor)
    with clock.moved_to(MONDAY + timedelta(days=366)):
        young = testing.a_ticket(cast["mo"].actor)
        assert upkeep.pseudonymise_callers() == 2
        assert upkeep.pseudonymise_callers() == 0
    faded = [testing.reread(t) for t in old]
    assert [
        bytes(t.caller_sealed) + bytes(t.caller_no_sealed) + bytes(t.contact_no_sealed) for t in faded
    ] == [
        b"",
        b"",
    ]
    known = crypto.blind_index("phone", "19900000001")
    assert bytes(faded[0].caller_no_index) == bytes(faded[1].caller_no_index) != known
    assert bytes(Follow.objects.get().number_index) == b""
    for ticket in (still_open, young):
        assert bytes(testing.reread(ticket).caller_no_index) == known
