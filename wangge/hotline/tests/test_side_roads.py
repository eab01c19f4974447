"""Returns, extensions, suspension, added units, redo, supervision, refusal, exclusion, chasing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wangge.casework import queries as casework
from wangge.hotline import queries, services, testing
from wangge.hotline.models import (
    Callback,
    Disposal,
    Follow,
    Supervision,
    Ticket,
    TicketMove,
    TicketRequest,
    TicketUnit,
)
from wangge.kit import clock, jobs
from wangge.kit.errors import BusinessError, Conflict, Invalid, NotFound, StaleVersion
from wangge.notify.models import OutgoingText
from wangge.org.testing import Person

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
MONDAY = clock.at(2021, 8, 2, 9, 0)


def state(ticket: Ticket) -> tuple[str, int, int]:
    """What a refusal must not change: status, version, number of moves."""
    now = testing.reread(ticket)
    return now.status, now.version, TicketMove.objects.filter(row=ticket).count()


def return_it(cast: Cast, ticket: Ticket, who: str = "yin") -> TicketRequest:
    return services.request_return(
        actor=cast[who].actor, ticket_id=ticket.pk, reason_code="not_our_duty", text="排水属住建局"
    )


def test_a_unit_gives_back_what_is_not_its_duty(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_dispatched_ticket(cast)
        request = return_it(cast, ticket)
        assert testing.reread(ticket).status == "return_requested"
        services.decide_return(actor=cast["dai"].actor, ticket_id=ticket.pk, approved=True, text="同意")
        ticket = testing.reread(ticket)
        assert (ticket.status, ticket.returns, ticket.lead_agency_id, ticket.reply_due) == (
            "awaiting_dispatch", 1, None, None,
        )  # fmt: skip
        assert ticket.returned_by_ids == [cast["yin"].actor.agency_id]
        request.refresh_from_db()
        assert (request.status, request.approver, request.decision_text) == (
            "approved", cast["dai"].actor.key, "同意",
        )  # fmt: skip
        assert request.decided_at == MONDAY
        with pytest.raises(NotFound):
            queries.ticket_for(cast["yin"].actor, ticket.pk)
        with pytest.raises(Conflict) as refusal:
            sent_to(cast, ticket, "yin")
        assert refusal.value.code == "unit_has_returned"
        sent_to(cast, ticket, "ji")
    assert testing.reread(ticket).lead_agency_id == cast["ji"].actor.agency_id
    assert [c.state for c in casework.clocks_of("hotline.ticket", [ticket.pk])] == ["cancelled"] * 3 + [
        "running"
    ] * 3


def sent_to(cast: Cast, ticket: Ticket, to: str) -> Ticket:
    unit = cast[to].actor.agency_id
    assert unit is not None
    return services.dispatch_ticket(actor=cast["dai"].actor, ticket_id=ticket.pk, agency_id=unit)


def test_a_rejected_return_leaves_the_ticket_with_the_unit_and_is_the_only_one(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_dispatched_ticket(cast)
        return_it(cast, ticket)
        with pytest.raises(Invalid):
            services.decide_return(actor=cast["dai"].actor, ticket_id=ticket.pk, approved=False, text=" ")
        assert testing.reread(ticket).status == "return_requested"
        services.decide_return(
            actor=cast["dai"].actor, ticket_id=ticket.pk, approved=False, text="首接负责,请办理"
        )
        before = state(ticket)
        assert before[0] == "awaiting_sign"
        with pytest.raises(Conflict) as refusal:
            return_it(cast, ticket)
    assert refusal.value.code == "too_many_returns"
    assert state(ticket) == before
    assert TicketRequest.objects.count() == 1


def test_a_return_comes_within_its_own_term(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_dispatched_ticket(cast)
    before = state(ticket)
    with clock.moved_to(MONDAY + timedelta(days=2)), pytest.raises(Conflict) as refusal:
        return_it(cast, ticket)
    assert refusal.value.code == "return_too_late"
    assert state(ticket) == before


def test_one_extension_moves_the_due_moment_by_working_days(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_signed_ticket(cast)
        assert ticket.reply_due == clock.at(2021, 8, 9, 9, 0) or ticket.reply_due is not None
        first_due = ticket.reply_due
        for days in (0, 6):
            with pytest.raises(Invalid):
                extend(cast, ticket, days)
        extend(cast, ticket, 3)
        assert testing.reread(ticket).status == "extension_requested"
        services.decide_extension(actor=cast["dai"].actor, ticket_id=ticket.pk, approved=True, work_days=2)
        ticket = testing.reread(ticket)
        assert ticket.status == "in_progress"
        assert first_due is not None
        assert ticket.reply_due is not None
        assert ticket.reply_due.date() - first_due.date() == timedelta(days=2)
        assert TicketUnit.objects.get(ticket=ticket).due_at == ticket.reply_due
        with pytest.raises(Conflict) as refusal:
            extend(cast, ticket, 1)
        assert refusal.value.code == "too_many_extensions"


def extend(cast: Cast, ticket: Ticket, days: int) -> TicketRequest:
    return services.request_extension(
        actor=cast["yin"].actor,
        ticket_id=ticket.pk,
        work_days=days,
        reason_code="complex",
        text="需协调管线单位",
    )


def test_a_refused_extension_changes_no_deadline(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_signed_ticket(cast)
        extend(cast, ticket, 3)
        services.decide_extension(
            actor=cast["dai"].actor, ticket_id=ticket.pk, approved=False, text="理由不充分"
        )
    after = testing.reread(ticket)
    assert (after.status, after.reply_due, after.extensions) == ("in_progress", ticket.reply_due, 0)


def test_a_suspended_clock_stands_still_once(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_signed_ticket(cast)
        suspend(cast, ticket)
        assert testing.reread(ticket).status == "suspended"
    with clock.moved_to(MONDAY + timedelta(days=2)):
        services.resume(actor=cast["yin"].actor, ticket_id=ticket.pk, text="材料已到")
        after = testing.reread(ticket)
        assert ticket.reply_due is not None
        assert (after.status, after.reply_due) == ("in_progress", ticket.reply_due + timedelta(days=2))
        with pytest.raises(Conflict) as refusal:
            suspend(cast, ticket)
    assert refusal.value.code == "too_many_suspensions"


def suspend(cast: Cast, ticket: Ticket) -> Ticket:
    return services.suspend(
        actor=cast["yin"].actor, ticket_id=ticket.pk, reason_code="await_material", text="等待房产证复印件"
    )


def test_an_added_unit_has_its_own_clocks_and_its_own_reply(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_signed_ticket(cast)
        zhujian = cast["ji"].actor.agency_id
        assert zhujian is not None
        services.add_unit(actor=cast["yin"].actor, ticket_id=ticket.pk, agency_id=zhujian, note="请配合")
        assert queries.ticket_for(cast["ji"].actor, ticket.pk).status == "in_progress"
        services.sign_ticket(actor=cast["ji"].actor, ticket_id=ticket.pk)
        services.submit_reply(
            actor=cast["ji"].actor, ticket_id=ticket.pk, disposal=testing.a_disposal(public_reply="已配合")
        )
        after = testing.reread(ticket)
        assert (after.status, after.co_agency_ids) == ("in_progress", [zhujian])
        services.submit_reply(actor=cast["yin"].actor, ticket_id=ticket.pk, disposal=testing.a_disposal())
        services.review_ticket(actor=cast["bian"].actor, ticket_id=ticket.pk, passed=True)
    assert testing.reread(ticket).public_reply == "您反映的下水道已疏通。"
    found = {a.agency_id: a.status for a in casework.assignments_of("hotline.ticket", [ticket.pk])}
    assert found == {cast["yin"].actor.agency_id: "accepted", zhujian: "accepted"}
    assert Disposal.objects.filter(ticket=ticket).count() == 2


def test_a_co_unit_may_return_its_part_while_the_lead_works_on(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_signed_ticket(cast)
        zhujian = cast["ji"].actor.agency_id
        assert zhujian is not None
        services.add_unit(actor=cast["dai"].actor, ticket_id=ticket.pk, agency_id=zhujian)
        return_it(cast, ticket, "ji")
        assert testing.reread(ticket).status == "in_progress"
        services.decide_return(actor=cast["dai"].actor, ticket_id=ticket.pk, approved=True, text="同意")
    after = testing.reread(ticket)
    assert (after.status, after.co_agency_ids, after.returns) == ("in_progress", [], 0)
    assert after.returned_by_ids == [zhujian]


def test_a_reply_that_fails_review_keeps_what_was_left_of_its_term(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_signed_ticket(cast)
    with clock.moved_to(MONDAY + timedelta(days=1)):
        services.submit_reply(actor=cast["yin"].actor, ticket_id=ticket.pk, disposal=testing.a_disposal())
    with clock.moved_to(MONDAY + timedelta(days=2)):
        with pytest.raises(Invalid):
            services.review_ticket(actor=cast["bian"].actor, ticket_id=ticket.pk, passed=False)
        services.review_ticket(
            actor=cast["bian"].actor, ticket_id=ticket.pk, passed=False, text="未说明处理结果"
        )
    after = testing.reread(ticket)
    assert ticket.reply_due is not None
    assert (after.status, after.redo_count, after.replied_at) == ("in_progress", 1, None)
    assert after.reply_due == ticket.reply_due + timedelta(days=1)
    assert TicketUnit.objects.get(ticket=ticket).active is True


def test_an_unhappy_citizen_is_heard_again(cast: Cast) -> None:
    ticket = testing.a_reviewed_ticket(cast)
    with pytest.raises(Invalid):
        services.record_callback(
            actor=cast["fan"].actor,
            ticket_id=ticket.pk,
            callback=testing.a_callback("dissatisfied", citizen_words=" "),
        )
    assert Callback.objects.count() == 0
    services.record_callback(
        actor=cast["fan"].actor, ticket_id=ticket.pk, callback=testing.a_callback("dissatisfied")
    )
    assert testing.reread(ticket).status == "awaiting_supervision"
    services.order_redo(actor=cast["niu"].actor, ticket_id=ticket.pk, text="三日内重新疏通")
    after = testing.reread(ticket)
    assert (after.status, after.redo_count, after.satisfaction, after.callback_effective) == (
        "in_progress", 1, "", False,
    )  # fmt: skip
    order = TicketMove.objects.get(row=ticket, name="order_redo").reason
    assert order == "三日内重新疏通\n诉求人原话:还是堵"
    services.submit_reply(actor=cast["yin"].actor, ticket_id=ticket.pk, disposal=testing.a_disposal())
    services.review_ticket(actor=cast["bian"].actor, ticket_id=ticket.pk, passed=True)
    services.record_callback(
        actor=cast["fan"].actor, ticket_id=ticket.pk, callback=testing.a_callback("basic")
    )
    assert testing.reread(ticket).status == "awaiting_close"
    assert list(Callback.objects.order_by("id").values_list("round", "satisfaction")) == [
        (0, "dissatisfied"),
        (1, "basic"),
    ]


def test_an_unhappy_ticket_may_be_closed_with_a_judged_reason(cast: Cast) -> None:
    ticket = testing.a_reviewed_ticket(cast)
    services.record_callback(
        actor=cast["fan"].actor, ticket_id=ticket.pk, callback=testing.a_callback("dissatisfied")
    )
    services.close_with_reason(actor=cast["niu"].actor, ticket_id=ticket.pk, text="专家论证后无法加装")
    after = testing.reread(ticket)
    assert (after.status, after.satisfaction, after.callback_effective) == ("closed", "dissatisfied", True)


def test_three_calls_that_reach_nobody_end_the_call_back_without_an_opinion(cast: Cast) -> None:
    ticket = testing.a_reviewed_ticket(cast)
    silent = services.CallbackDraft(reached=False, failed_reason="no_answer")
    for attempt in (1, 2):
        services.record_callback(actor=cast["fan"].actor, ticket_id=ticket.pk, callback=silent)
        assert (testing.reread(ticket).status, testing.reread(ticket).callback_attempts) == (
            "awaiting_callback", attempt,
        )  # fmt: skip
    services.record_callback(actor=cast["fan"].actor, ticket_id=ticket.pk, callback=silent)
    after = testing.reread(ticket)
    assert (after.status, after.callback_effective, after.satisfaction) == ("awaiting_close", False, "")


def test_no_opinion_is_a_call_back_but_not_an_effective_one(cast: Cast) -> None:
    ticket = testing.a_reviewed_ticket(cast)
    services.record_callback(
        actor=cast["fan"].actor, ticket_id=ticket.pk, callback=testing.a_callback("no_opinion")
    )
    after = testing.reread(ticket)
    assert (after.status, after.satisfaction, after.callback_effective) == (
        "awaiting_close", "no_opinion", False,
    )  # fmt: skip


def test_urging_and_supervising_leave_records_and_not_states(cast: Cast) -> None:
    ticket = testing.a_signed_ticket(cast)
    services.urge(actor=cast["mo"].actor, ticket_id=ticket.pk, text="来电人催问")
    services.supervise(actor=cast["niu"].actor, ticket_id=ticket.pk, text="请今日反馈")
    after = testing.reread(ticket)
    assert (after.status, after.urges, after.supervised) == ("in_progress", 1, True)
    assert list(Supervision.objects.order_by("id").values_list("kind", "text")) == [
        ("urge", "来电人催问"),
        ("supervise", "请今日反馈"),
    ]


def test_a_refusal_names_reason_and_basis_and_stops_the_clocks(cast: Cast) -> None:
    ticket = testing.a_signed_ticket(cast)
    before = state(ticket)
    with pytest.raises(Invalid):
        services.refuse_ticket(
            actor=cast["dai"].actor, ticket_id=ticket.pk, reason_code="litigation", basis=""
        )
    assert state(ticket) == before
    services.refuse_ticket(
        actor=cast["dai"].actor,
        ticket_id=ticket.pk,
        reason_code="litigation",
        basis="已由法院立案,请咨询12368",
    )
    after = testing.reread(ticket)
    assert (after.status, after.refuse_code, after.open) == ("refused", "litigation", False)
    assert {c.state for c in casework.clocks_of("hotline.ticket", [ticket.pk])} <= {"cancelled", "met"}
    with pytest.raises(Conflict):
        services.urge(actor=cast["mo"].actor, ticket_id=ticket.pk, text="再催")


def test_a_detail_is_asked_and_given_and_can_be_searched(cast: Cast) -> None:
    ticket = testing.a_ticket(cast["mo"].actor, submit=True)
    services.ask_detail(actor=cast["dai"].actor, ticket_id=ticket.pk, text="哪一栋楼")
    services.give_detail(actor=cast["mo"].actor, ticket_id=ticket.pk, text="梧桐苑七号楼")
    after = testing.reread(ticket)
    assert (after.status, after.detail_wanted) == ("received", "")
    assert after.content.endswith("【补充】梧桐苑七号楼")
    found = queries.tickets(cast["dai"].actor, queries.TicketFilter(q="梧桐苑"))
    assert [row.id for row in found.items] == [ticket.pk]


def test_a_neighbour_joins_the_ticket_that_is_there(cast: Cast) -> None:
    ticket = testing.a_dispatched_ticket(cast)
    services.follow_ticket(
        actor=cast["mo"].actor,
        ticket_id=ticket.pk,
        draft=services.FollowDraft(caller="吴小二", number="19900000022", words="我家门口也堵"),
    )
    assert testing.reread(ticket).follows == 1
    follow = Follow.objects.get()
    assert b"19900000022" not in bytes(follow.number_sealed)
    text = OutgoingText.objects.get()
    assert (text.number_masked, text.text) == (
        "199****0022", f"您反映的事项已并入工单{ticket.no},当前状态:待签收。",
    )  # fmt: skip
    history = services.look_up_caller(actor=cast["mo"].actor, number="199 0000 0022")
    assert [(p.id, p.followed) for p in history] == [(ticket.pk, True)]


def test_an_unreasonable_demand_leaves_the_rates_and_stays_counted(cast: Cast) -> None:
    ticket = testing.a_reviewed_ticket(cast)
    services.request_exclusion(
        actor=cast["yin"].actor, ticket_id=ticket.pk, reason_code="beyond", text="要求拆除合法建筑"
    )
    services.decide_exclusion(
        actor=cast["niu"].actor, ticket_id=ticket.pk, approved=True, text="评审组一致同意"
    )
    after = testing.reread(ticket)
    assert (after.excluded, after.status) == (True, "awaiting_callback")
    with pytest.raises(Invalid):
        services.request_exclusion(
            actor=cast["yin"].actor, ticket_id=ticket.pk, reason_code="beyond", text="再次申请"
        )


def test_a_closed_matter_is_chased_in_a_new_linked_ticket(cast: Cast) -> None:
    draft = testing.a_draft("灯不亮", confidential=True)
    old = services.take_and_answer(
        actor=cast["mo"].actor, draft=draft, reply=services.DirectReply(public_reply="已转告")
    )
    new = services.reopen_ticket(actor=cast["mo"].actor, ticket_id=old.pk, text="路灯仍然不亮")
    assert (new.status, new.reopened_from_id, new.confidential) == ("awaiting_dispatch", old.pk, True)
    assert bytes(new.caller_no_index) == bytes(testing.reread(old).caller_no_index)
    assert testing.reread(old).status == "closed"
    page = queries.ticket_page(cast["mo"].actor, old.pk)
    assert [(r.id, r.relation) for r in page.related] == [(new.pk, "追办工单")]


def test_a_changed_type_stays_visible_and_an_old_version_is_refused(cast: Cast) -> None:
    ticket = testing.a_ticket(cast["mo"].actor)
    change = services.Amendment(why="实为咨询", kind="inquiry")
    with pytest.raises(StaleVersion):
        services.amend_ticket(actor=cast["mo"].actor, ticket_id=ticket.pk, amendment=change, version=9)
    services.amend_ticket(actor=cast["mo"].actor, ticket_id=ticket.pk, amendment=change, version=1)
    move = TicketMove.objects.get(row=ticket, name="amend")
    assert move.data == {"before": {"kind": "complaint"}, "after": {"kind": "inquiry"}, "fields": ["kind"]}
    assert testing.reread(ticket).version == 2


def test_a_reply_says_why_it_is_not_solved_and_when_the_citizen_was_called(cast: Cast) -> None:
    ticket = testing.a_signed_ticket(cast)
    before = state(ticket)
    for wrong in ({"solved": False}, {"contacted": True}, {"public_reply": " "}, {"contact_no": "abc"}):
        with pytest.raises(BusinessError):
            services.submit_reply(
                actor=cast["yin"].actor, ticket_id=ticket.pk, disposal=testing.a_disposal(**wrong)
            )
    assert state(ticket) == before
    assert Disposal.objects.count() == 0


def test_a_missed_clock_makes_the_ticket_late_before_anybody_answers(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_signed_ticket(cast, kind="inquiry")
    assert ticket.reply_due is not None
    with clock.moved_to(ticket.reply_due + timedelta(days=1)):
        for _ in range(4):
            jobs.run("casework.look_at_clocks")
    assert testing.reread(ticket).late is True


def test_a_signed_ticket_may_still_go_back_and_a_refused_return_leads_to_where_it_came_from(
    cast: Cast,
) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_dispatched_ticket(cast)
        services.sign_ticket(actor=cast["yin"].actor, ticket_id=ticket.pk)
        return_it(cast, ticket)
        assert testing.reread(ticket).status == "return_requested"
        services.decide_return(
            actor=cast["dai"].actor, ticket_id=ticket.pk, approved=False, text="属城管职责"
        )
        assert testing.reread(ticket).status == "in_progress"
        assert TicketMove.objects.filter(row=ticket).latest("id").name == "reject_return_signed"


def test_after_a_working_day_a_signed_ticket_stays(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        ticket = testing.a_dispatched_ticket(cast)
        services.sign_ticket(actor=cast["yin"].actor, ticket_id=ticket.pk)
    with clock.moved_to(clock.at(2021, 8, 3, 9, 1)):
        before = state(ticket)
        with pytest.raises(Conflict, match="已超过退单期限"):
            return_it(cast, ticket)
        assert state(ticket) == before
