"""The seven steps with their clocks; the short way; returns, redo, joining, voiding; refusals."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from wangge.audit.models import AuditEntry
from wangge.casework import queries as casework
from wangge.casework import watch
from wangge.kit import clock
from wangge.kit.errors import BusinessError, Conflict, Forbidden, Invalid, NotFound
from wangge.notify import queries as notify
from wangge.org.testing import Person
from wangge.patrol import queries, services, states, testing
from wangge.patrol.models import Event, EventFile, EventMove, EventUnit

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
MONDAY = clock.at(2021, 8, 2, 9, 0)


def snapshot(event: Event) -> tuple[Any, ...]:
    row = Event.objects.filter(pk=event.pk).values().get()
    moves = EventMove.objects.filter(row_id=event.pk).count()
    return (sorted((k, str(v)) for k, v in row.items()), moves, EventUnit.objects.count())


def clocks(event: Event) -> dict[str, str]:
    return {c.kind: c.state for c in casework.clocks_of(queries.KIND, [event.pk])}


def test_an_event_walks_the_seven_steps(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        event = testing.a_fed_back_event(cast)
        assert event.no == "W20210802-000001"
        assert clocks(event) == {"sign": "met", "return": "met", "reply": "met"}
        niu = cast["niu"].actor
        services.verify_event(actor=niu, event_id=event.pk, passed=True, text="现场已恢复")
        services.close_event(actor=cast["dai"].actor, event_id=event.pk)
        done = services.rate_event(actor=niu, event_id=event.pk, score=5)
    moves = list(
        EventMove.objects.filter(row_id=event.pk).order_by("id").values_list("name", "source", "target")
    )
    assert moves == [
        ("establish", "collected", "established"),
        ("dispatch", "established", "awaiting_sign"),
        ("sign", "awaiting_sign", "in_progress"),
        ("feed_back", "in_progress", "fed_back"),
        ("verify", "fed_back", "verified"),
        ("close", "verified", "closed"),
        ("rate", "closed", "rated"),
    ]
    assert (done.status, done.verification, done.score, done.open) == ("rated", "other", 5, False)
    page = queries.event_page(cast["dai"].actor, event.pk)
    assert [(s.number, s.name) for s in page.steps] == [
        (1, "信息收集"), (2, "案卷建立"), (3, "任务派遣"), (4, "任务处理"), (5, "处理反馈"), (6, "核查结案"),
        (7, "综合评价"),
    ]  # fmt: skip
    assert page.steps[-1].by.endswith("钮")
    assignment = casework.assignments_of(queries.KIND, [event.pk])[0]
    assert assignment.status == "accepted"


@pytest.mark.parametrize(
    ("more", "sign", "reply", "calendar"),
    [
        ({}, timedelta(hours=6), clock.at(2021, 8, 5, 9, 0), "work"),
        ({"level": "larger"}, timedelta(hours=6), clock.at(2021, 8, 9, 9, 0), "work"),
        ({"level": "major"}, timedelta(hours=6), clock.at(2021, 8, 3, 9, 0), "work"),
        ({"urgent": True}, timedelta(minutes=30), clock.at(2021, 8, 2, 11, 0), "always"),
        ({"class_code": "epidemic_cardroom"}, timedelta(hours=2), clock.at(2021, 8, 3, 9, 0), "always"),
    ],
)
def test_clocks_follow_level_urgency_and_epidemic(
    cast: Cast, more: dict[str, Any], sign: timedelta, reply: Any, calendar: str
) -> None:
    with clock.moved_to(MONDAY):
        event = testing.a_dispatched_event(cast, **more)
    assert event.sign_due is not None
    assert event.sign_due == MONDAY + sign
    assert event.reply_due == reply
    card = next(c for c in casework.clocks_of(queries.KIND, [event.pk]) if c.kind == "sign")
    assert card.calendar == calendar
    with clock.moved_to(MONDAY):
        story = queries.clock_story(cast["yin"].actor, event.pk, card.id)
    assert sum(s.seconds for s in story.segments if s.counted) == card.allowed_seconds


def test_a_missed_clock_makes_the_event_late_at_its_minute_and_is_escalated(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        event = testing.a_dispatched_event(cast, urgent=True)
    with clock.moved_to(MONDAY + timedelta(minutes=29)):
        watch.look()
        assert testing.reread(event).sign_late is False
    with clock.moved_to(MONDAY + timedelta(minutes=31)):
        watch.look()
        assert (testing.reread(event).sign_late, testing.reread(event).late) == (True, False)
    with clock.moved_to(MONDAY + timedelta(hours=2, minutes=1)):
        watch.look()
    assert testing.reread(event).late is True
    with clock.moved_to(MONDAY + timedelta(hours=6, minutes=31)):
        watch.look()
        titles = [m.title for m in notify.messages_for(cast["niu"].actor).items]
    assert "超时未办,请督办" in titles


def test_small_things_do_not_leave_the_grid(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    event = testing.an_event(zhang, self_handled=True)
    assert (event.status, event.self_handled, event.handler_post_id) == ("self_handled", True, zhang.post_id)
    assert EventMove.objects.get(row_id=event.pk).name == "handle_self"
    assert casework.clocks_of(queries.KIND, [event.pk]) == []
    services.verify_event(actor=cast["dai"].actor, event_id=event.pk, passed=True)
    assert testing.reread(event).verification == "other"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"level": "major"}, "self_handled"),
        ({"urgent": True}, "self_handled"),
        ({"handling": " "}, "handling"),
        ({"pictures": (testing.a_picture("before"),)}, "pictures"),
        ({"title": " "}, "title"),
        ({"class_code": "nothing"}, "class_code"),
        ({"lon": 121.0}, "lon"),
        ({"occurred_at": clock.at(2031, 1, 1)}, "occurred_at"),
    ],
)
def test_what_is_not_small_or_not_proved_is_refused(cast: Cast, more: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        testing.an_event(cast["zhang"].actor, self_handled=True, **more)
    assert list(refused.value.data["fields"]) == [field]
    assert (Event.objects.count(), EventFile.objects.count()) == (0, 0)


def test_own_check_is_written_down_as_own(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    event = testing.an_event(zhang, self_handled=True)
    services.verify_event(actor=zhang, event_id=event.pk, passed=True)
    assert testing.reread(event).verification == "own"
    page = queries.event_page(cast["dai"].actor, event.pk)
    assert "由处理人本人核查,不计入他人核查" in page.warnings


def test_nobody_looked_in_time_is_closed_and_says_so(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        old = testing.an_event(cast["zhang"].actor, self_handled=True)
    with clock.moved_to(MONDAY + timedelta(days=7, minutes=1)):
        young = testing.an_event(cast["zhang"].actor, self_handled=True)
        assert services.close_unchecked(actor=testing.TESTER) == 1
        assert services.close_unchecked(actor=testing.TESTER) == 0
    assert (testing.reread(old).status, testing.reread(old).verification) == ("closed", "none")
    assert testing.reread(young).status == "self_handled"


def test_a_self_handled_one_that_is_not_right_is_taken_over(cast: Cast) -> None:
    event = testing.an_event(cast["zhang"].actor, self_handled=True)
    with pytest.raises(Conflict) as refused:
        services.verify_event(actor=cast["niu"].actor, event_id=event.pk, passed=False, text="仍在漏水")
    assert refused.value.code == "take_over_instead"
    services.establish_case(actor=cast["dai"].actor, event_id=event.pk, text="仍在漏水")
    again = testing.reread(event)
    assert (again.status, again.self_handled, again.handling) == ("established", False, "")


def test_reporter_handles_it_after_all(cast: Cast) -> None:
    event = testing.an_event(cast["zhang"].actor)
    with pytest.raises(Invalid):
        services.handle_self(actor=cast["zhang"].actor, event_id=event.pk, handling="已清理")
    services.handle_self(
        actor=cast["zhang"].actor, event_id=event.pk, handling="已清理", pictures=[testing.a_picture("after")]
    )
    assert testing.reread(event).status == "self_handled"
    assert EventFile.objects.filter(event=event).count() == 2


def test_the_same_report_twice_is_one_event(cast: Cast) -> None:
    zhang, draft = cast["zhang"].actor, testing.a_finding()
    captured = services.Capture(client_id=testing.uuid7())
    one = services.report_finding(actor=zhang, draft=draft, capture=captured)
    two = services.report_finding(actor=zhang, draft=draft, capture=captured)
    assert (one.pk, Event.objects.count()) == (two.pk, 1)
    with pytest.raises(Conflict) as refused:
        services.report_finding(actor=cast["xue"].actor, draft=draft, capture=captured)
    assert refused.value.code == "client_id_taken"


def test_return_once_decided_by_the_desk(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        event = testing.a_dispatched_event(cast)
        yin, dai = cast["yin"].actor, cast["dai"].actor
        services.request_return(actor=yin, event_id=event.pk, reason_code="not_mine", text="属水务")
        services.decide_return(actor=dai, event_id=event.pk, approved=False, text="请先处置")
        assert testing.reread(event).status == "awaiting_sign"
        before = snapshot(event)
        with pytest.raises(Conflict) as refused:
            services.request_return(actor=yin, event_id=event.pk, reason_code="not_mine", text="再退")
        assert refused.value.code == "too_many_returns"
        assert snapshot(event) == before


def test_an_approved_return_frees_the_unit_and_is_not_sent_back_to_it(cast: Cast) -> None:
    event = testing.a_signed_event(cast)
    yin, dai = cast["yin"].actor, cast["dai"].actor
    services.request_return(actor=yin, event_id=event.pk, reason_code="not_mine", text="属水务")
    services.decide_return(actor=dai, event_id=event.pk, approved=True)
    free = testing.reread(event)
    assert (free.status, free.agency_id, free.returns, free.returned_by_ids) == (
        "established", None, 1, [yin.agency_id],
    )  # fmt: skip
    assert clocks(event) == {"sign": "met", "return": "met", "reply": "cancelled"}
    with pytest.raises(NotFound):
        queries.event_for(yin, event.pk)
    with pytest.raises(Conflict) as refused:
        services.dispatch(actor=dai, event_id=event.pk, agency_id=yin.agency_id)
    assert refused.value.code == "unit_has_returned"
    services.dispatch(actor=dai, event_id=event.pk, agency_id=cast["ji"].actor.agency_id)
    assert queries.event_for(cast["ji"].actor, event.pk).status == "awaiting_sign"


def test_redo_keeps_what_was_left_of_the_term(cast: Cast) -> None:
    with clock.moved_to(MONDAY):
        event = testing.a_signed_event(cast)
    with clock.moved_to(MONDAY + timedelta(days=1)):
        services.feed_back(actor=cast["yin"].actor, event_id=event.pk, handling="已修")
    with clock.moved_to(MONDAY + timedelta(days=1, hours=1)):
        again = services.verify_event(actor=cast["niu"].actor, event_id=event.pk, passed=False, text="仍漏")
    assert (again.status, again.redo_count, again.fed_back_at) == ("in_progress", 1, None)
    # fed back after one of three work days: two are left, counted from Tuesday 10:00
    assert again.reply_due == clock.at(2021, 8, 5, 10, 0)
    with clock.moved_to(MONDAY + timedelta(days=1, hours=2)):
        services.feed_back(actor=cast["yin"].actor, event_id=event.pk, handling="已重修")
        done = services.verify_event(actor=cast["niu"].actor, event_id=event.pk, passed=True)
    assert done.status == "verified"


def test_the_grids_own_worker_handles_what_is_dispatched_to_the_grid(cast: Cast) -> None:
    zhang, xue, dai = cast["zhang"].actor, cast["xue"].actor, cast["dai"].actor
    event = testing.an_event(zhang)
    services.establish_case(actor=dai, event_id=event.pk)
    with pytest.raises(Conflict) as refused:
        services.dispatch(actor=dai, event_id=event.pk, to_grid=True)
    assert refused.value.code == "no_agency_of_grid"
    village = testing.an_agency_of(event.grid_id)
    services.dispatch(actor=dai, event_id=event.pk, to_grid=True)
    assert testing.reread(event).agency_id == village.pk
    with pytest.raises(NotFound):
        services.feed_back(actor=xue, event_id=event.pk, handling="代办")
    done = services.feed_back(
        actor=zhang, event_id=event.pk, handling="已清理", pictures=[testing.a_picture("after")]
    )
    assert (done.status, done.handler_post_id) == ("fed_back", zhang.post_id)
    assert clocks(event) == {"sign": "met", "return": "met", "reply": "met"}


def test_a_grid_worker_does_not_handle_what_a_unit_has(cast: Cast) -> None:
    event = testing.a_dispatched_event(cast)
    before = snapshot(event)
    with pytest.raises(Conflict) as refused:
        services.sign_event(actor=cast["zhang"].actor, event_id=event.pk)
    assert refused.value.code == "not_your_assignment"
    assert snapshot(event) == before


def test_two_reports_of_one_thing_are_proposed_and_joined(cast: Cast) -> None:
    zhang, dai = cast["zhang"].actor, cast["dai"].actor
    here = {"lon": 121.0, "lat": 32.0}
    one = testing.an_event(zhang, **here)
    two = testing.an_event(zhang, lon=121.0003, lat=32.0)
    far = testing.an_event(zhang, lon=121.01, lat=32.0)
    testing.an_event(zhang, class_code="city_light", **here)
    page = queries.event_page(dai, two.pk)
    assert [(d.id, d.metres) for d in page.doubles] == [(one.pk, 28)]
    assert queries.event_page(dai, far.pk).doubles == []
    services.join_event(actor=dai, event_id=two.pk, into_id=one.pk)
    assert (testing.reread(two).status, testing.reread(one).joins) == ("joined", 1)
    assert queries.event_page(dai, one.pk).joined == [(two.pk, two.no, two.title)]
    with pytest.raises(Conflict):
        services.join_event(actor=dai, event_id=far.pk, into_id=two.pk)
    other = testing.an_event(cast["xue"].actor, **here)
    with pytest.raises(Conflict) as refused:
        services.join_event(actor=dai, event_id=other.pk, into_id=one.pk)
    assert refused.value.code == "other_grid"


def test_one_picture_for_two_events_is_told(cast: Cast) -> None:
    digest = "ab" * 32
    one = testing.an_event(cast["zhang"].actor, pictures=(testing.a_picture("before", digest),))
    two = testing.an_event(cast["zhang"].actor, pictures=(testing.a_picture("before", digest),))
    page = queries.event_page(cast["dai"].actor, two.pk)
    assert page.warnings == (f"有照片与事件 {one.no} 完全相同",)


def test_voiding_cancels_what_runs_and_says_why(cast: Cast) -> None:
    event = testing.a_signed_event(cast)
    with pytest.raises(Invalid):
        services.void_event(actor=cast["dai"].actor, event_id=event.pk, reason_code="untrue", text=" ")
    services.void_event(actor=cast["dai"].actor, event_id=event.pk, reason_code="untrue", text="现场无此情况")
    assert testing.reread(event).status == "voided"
    assert clocks(event)["reply"] == "cancelled"
    assert casework.assignments_of(queries.KIND, [event.pk])[0].status == "cancelled"


def test_nobody_rates_his_own_work_and_a_low_score_says_why(cast: Cast) -> None:
    zhang, niu = cast["zhang"].actor, cast["niu"].actor
    event = testing.an_event(zhang, self_handled=True)
    services.verify_event(actor=niu, event_id=event.pk, passed=True)
    services.close_event(actor=cast["dai"].actor, event_id=event.pk)
    before = snapshot(event)
    with pytest.raises(Forbidden):
        services.rate_event(actor=zhang, event_id=event.pk, score=5)
    with pytest.raises(Invalid):
        services.rate_event(actor=niu, event_id=event.pk, score=2)
    with pytest.raises(Invalid):
        services.rate_event(actor=niu, event_id=event.pk, score=6)
    assert snapshot(event) == before


def test_every_write_leaves_an_audit_line_without_words(cast: Cast) -> None:
    event = testing.a_fed_back_event(cast)
    lines = AuditEntry.objects.filter(subject=f"patrol.event:{event.pk}").order_by("id")
    assert [line.action for line in lines] == [
        f"patrol.event.{name}" for name in ("report", "establish", "dispatch", "sign", "feed_back")
    ]
    assert "积水" not in str([line.data for line in lines])


def test_every_door_in_every_state_obeys_the_table(cast: Cast) -> None:
    """(state, move): allowed ones go where the table says, all others change nothing."""
    who = {name: person.actor for name, person in cast.items()}
    doors: dict[str, Any] = {
        "establish": lambda pk: services.establish_case(actor=who["dai"], event_id=pk),
        "dispatch": lambda pk: services.dispatch(
            actor=who["dai"], event_id=pk, agency_id=who["yin"].agency_id
        ),
        "sign": lambda pk: services.sign_event(actor=who["yin"], event_id=pk),
        "request_return": lambda pk: services.request_return(
            actor=who["yin"], event_id=pk, reason_code="other", text="退"
        ),
        "approve_return": lambda pk: services.decide_return(actor=who["dai"], event_id=pk, approved=True),
        "reject_return": lambda pk: services.decide_return(
            actor=who["dai"], event_id=pk, approved=False, text="不同意"
        ),
        "feed_back": lambda pk: services.feed_back(actor=who["yin"], event_id=pk, handling="已办"),
        "order_redo": lambda pk: services.verify_event(
            actor=who["niu"], event_id=pk, passed=False, text="重办"
        ),
        "verify": lambda pk: services.verify_event(actor=who["niu"], event_id=pk, passed=True),
        "close": lambda pk: services.close_event(actor=who["dai"], event_id=pk),
        "rate": lambda pk: services.rate_event(actor=who["niu"], event_id=pk, score=4),
        "void": lambda pk: services.void_event(
            actor=who["dai"], event_id=pk, reason_code="other", text="作废"
        ),
        "urge": lambda pk: services.urge(actor=who["dai"], event_id=pk, text="请尽快"),
        "handle_self": lambda pk: services.handle_self(
            actor=who["zhang"], event_id=pk, handling="已清", pictures=[testing.a_picture("after")]
        ),
    }
    roads: dict[str, list[str]] = {
        "collected": [],
        "established": ["establish"],
        "awaiting_sign": ["establish", "dispatch"],
        "in_progress": ["establish", "dispatch", "sign"],
        "return_requested": ["establish", "dispatch", "request_return"],
        "fed_back": ["establish", "dispatch", "sign", "feed_back"],
        "verified": ["establish", "dispatch", "sign", "feed_back", "verify"],
        "closed": ["establish", "dispatch", "sign", "feed_back", "verify", "close"],
        "rated": ["establish", "dispatch", "sign", "feed_back", "verify", "close", "rate"],
        "voided": ["void"],
        "self_handled": ["handle_self"],
    }
    seen = 0
    for state, road in roads.items():
        for name, door in doors.items():
            event = testing.an_event(who["zhang"])
            for step in road:
                doors[step](event.pk)
            before = snapshot(event)
            move = "take_over" if (state, name) == ("self_handled", "establish") else name
            if name == "feed_back" and state == "awaiting_sign":
                move = ""  # signed and fed back in one breath
            try:
                door(event.pk)
            except BusinessError:
                assert snapshot(event) == before, (state, name)
                continue
            seen += 1
            after = testing.reread(event).status
            if move:
                target = states.EVENT.move(move)
                assert state in target.sources, (state, name)
                assert after == (target.target or state), (state, name)
    assert seen == 30
