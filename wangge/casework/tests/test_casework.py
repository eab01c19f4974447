"""Assignments move by their table; clocks explain themselves; the watch climbs its ladder."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from wangge.casework import events, queries, rules, services, watch
from wangge.casework.models import Clock, TimelineEntry
from wangge.casework.states import ASSIGNMENT
from wangge.casework.testing import SUBJECT, a_clock, an_assignment
from wangge.kit import clock
from wangge.kit import events as announcements
from wangge.kit.actor import system
from wangge.kit.errors import Conflict
from wangge.notify.models import Message
from wangge.org.testing import an_agency, the_cast
from wangge.policy.testing import the_rules

pytestmark = pytest.mark.django_db
ME = system("test")
MONDAY = clock.at(2021, 8, 2, 9)


@pytest.fixture(autouse=True)
def _monday() -> object:
    the_rules()
    with clock.moved_to(MONDAY):
        yield


def test_every_move_is_allowed_where_the_table_says_and_refused_elsewhere() -> None:
    agency = an_agency().pk
    acts = {
        "sign": services.sign,
        "submit": services.submit,
        "accept": services.accept,
        "reopen": services.reopen,
        "return": services.return_assignment,
        "cancel": services.cancel,
    }
    for state in sorted(ASSIGNMENT.states):
        for name, act in acts.items():
            row = an_assignment(agency, duty="co")
            type(row).objects.filter(pk=row.pk).update(status=state)
            if state in ASSIGNMENT.move(name).sources:
                assert act(actor=ME, assignment_id=row.pk).status == ASSIGNMENT.move(name).target
            else:
                with pytest.raises(Conflict) as refusal, transaction.atomic():
                    act(actor=ME, assignment_id=row.pk)
                assert refusal.value.code == "wrong_state"
                row.refresh_from_db()
                assert row.status == state


def test_a_subject_has_one_open_lead() -> None:
    agency = an_agency().pk
    an_assignment(agency)
    with pytest.raises(IntegrityError), transaction.atomic():
        an_assignment(agency)
    an_assignment(agency, duty="co")


def test_signing_stops_the_sign_clock_and_a_late_one_is_missed() -> None:
    first = an_assignment(an_agency().pk)
    a_clock(first, "sign", MONDAY)
    services.sign(actor=ME, assignment_id=first.pk)
    second = an_assignment(an_agency().pk, duty="co")
    a_clock(second, "sign", MONDAY)
    with clock.moved_to(MONDAY + timedelta(days=1)):
        services.sign(actor=ME, assignment_id=second.pk)
        cards = queries.clocks_of(*_subjects())
    assert [(c.state, c.late_seconds) for c in cards] == [("met", 0), ("missed", (7 - 4) * 3600)]


def _subjects() -> tuple[str, list[int]]:
    return SUBJECT[0], [SUBJECT[1]]


def test_five_work_days_are_explained_to_the_second_through_pause_and_extension() -> None:
    row = a_clock(an_assignment(an_agency().pk), "reply", MONDAY)
    assert row.due_at == clock.at(2021, 8, 9, 9)
    with clock.moved_to(clock.at(2021, 8, 3, 10)):
        services.pause_clock(actor=ME, clock_id=row.pk, reason="等待诉求人补充材料")
        with pytest.raises(Conflict, match="挂起期间不能延期"):
            services.extend_clock(actor=ME, clock_id=row.pk, work_days=1)
    with clock.moved_to(clock.at(2021, 8, 5, 10)):
        resumed = services.resume_clock(actor=ME, clock_id=row.pk)
        assert resumed.due_at == clock.at(2021, 8, 11, 9)
        extended = services.extend_clock(actor=ME, clock_id=row.pk, work_days=2, reason="需现场勘查")
        assert extended.due_at == clock.at(2021, 8, 13, 9)
        with pytest.raises(Conflict, match="只能挂起一次"):
            services.pause_clock(actor=ME, clock_id=row.pk)
        story = queries.explained(row.pk, *SUBJECT)
    assert story is not None
    assert sum(s.seconds for s in story.segments if s.counted) == 7 * 420 * 60
    assert [s.reason for s in story.segments if not s.counted and "挂起" in s.reason] == [
        "挂起不计:等待诉求人补充材料"
    ]
    assert story.segments[0].start == MONDAY
    assert story.segments[-1].end == clock.at(2021, 8, 13, 9)
    assert [(c.kind, c.text) for c in story.changes] == [
        ("pause", "等待诉求人补充材料"),
        ("resume", ""),
        ("extend", "需现场勘查"),
    ]
    assert queries.explained(row.pk, SUBJECT[0], 2) is None


def test_an_epidemic_clock_counts_every_hour() -> None:
    row = a_clock(
        an_assignment(an_agency().pk), "reply", clock.at(2021, 8, 7, 22), epidemic=True, kind="inquiry"
    )
    assert row.due_at == clock.at(2021, 8, 8, 22)
    story = queries.explained(row.pk, *SUBJECT)
    assert story is not None
    assert [(s.counted, s.seconds) for s in story.segments] == [(True, 86400)]


def test_a_running_clock_keeps_the_rule_it_started_with() -> None:
    from wangge.policy import services as policy

    row = a_clock(an_assignment(an_agency().pk), "reply", MONDAY)
    rule = policy.NewDeadline("reply", 42, 1, "work_days", "work", "一天", {"kind": ["complaint"]})
    policy.set_deadline(actor=ME, business="hotline", rule=rule)
    row.refresh_from_db()
    assert (row.due_at, row.rule_text) == (clock.at(2021, 8, 9, 9), "投诉举报 5 个工作日内办结")


def test_the_watch_climbs_one_rung_at_a_time_and_never_twice() -> None:
    cast = the_cast()
    unit = cast["yin"].actor.agency_id
    assert unit is not None
    row = a_clock(an_assignment(unit), "reply", MONDAY)
    heard: list[str] = []
    for kind in (events.ClockNearDue, events.ClockMissed, events.ClockEscalated):
        announcements.subscribe(kind)(
            lambda e: heard.append(f"{type(e).__name__}{getattr(e, 'level', '')}{getattr(e, 'to', '')}")
        )
    steps = [
        (clock.at(2021, 8, 6, 13, 59), []),
        (clock.at(2021, 8, 6, 14, 1), ["ClockNearDue1"]),
        (clock.at(2021, 8, 6, 17, 29), ["ClockNearDue1", "ClockNearDue2"]),
        (clock.at(2021, 8, 9, 9), ["ClockNearDue1", "ClockNearDue2", "ClockMissed"]),
        (clock.at(2021, 8, 9, 12, 30), ["ClockNearDue1", "ClockNearDue2", "ClockMissed"]),
    ]
    for moment, expected in steps:
        with clock.moved_to(moment):
            watch.look()
            watch.look()
            assert heard == expected, moment
    with clock.moved_to(clock.at(2021, 8, 10, 11)):
        watch.look()
        watch.look()
        watch.look()
    assert heard[3:] == ["ClockEscalatedhead", "ClockEscalatedsupervisor", "ClockEscalatedcommander"]
    told = list(Message.objects.order_by("id").values_list("title", "to_agency_id", "to_post_id"))
    assert [t[0] for t in told] == ["即将到期", "即将到期", "已超时"] + ["超时未办,逐级提醒"] * 3
    assert told[-1][2] == cast["zhou"].actor.post_id
    assert Clock.objects.get(pk=row.pk).next_look_at is None


def test_at_night_a_unit_is_left_in_peace_and_the_dispatcher_hears_of_an_epidemic_clock() -> None:
    cast = the_cast()
    unit = cast["yin"].actor.agency_id
    assert unit is not None
    a_clock(an_assignment(unit), "reply", clock.at(2021, 8, 7, 22), epidemic=True, urgency="urgent")
    with clock.moved_to(clock.at(2021, 8, 8, 0, 5)):
        watch.look()
    told = list(Message.objects.values_list("title", "to_agency_id", "to_post_id"))
    assert {t[1] for t in told} == {None}
    assert {t[2] for t in told} == {cast["dai"].actor.post_id}


def test_a_short_clock_is_not_warned_before_half_its_time() -> None:
    minutes = {"warn_first": 240, "warn_last": 60, "head": 60, "supervisor": 240, "commander": 420}
    assert [r.level for r in rules.ladder(minutes, 7200)] == [2, 3, 4, 5, 6]
    assert [r.level for r in rules.ladder(minutes, 3600)] == [3, 4, 5, 6]


def test_numbers_are_short_daily_and_never_given_twice() -> None:
    day = clock.at(2021, 8, 1, 0, 30)
    one, two = services.next_number("t", "TZ", day), services.next_number("t", "TZ", day)
    assert (one, two) == ("TZ20210801-000001", "TZ20210801-000002")
    assert services.next_number("t", "TZ", clock.at(2021, 8, 2)) == "TZ20210802-000001"


def test_the_timeline_only_grows() -> None:
    services.note(
        actor=ME, subject_kind="t", subject_id=1, action="said", label="说明", text="甲", public=True
    )
    services.note(actor=ME, subject_kind="t", subject_id=1, action="said", label="说明", text="乙")
    assert [e.text for e in queries.timeline_of("t", 1)] == ["甲", "乙"]
    assert [e.text for e in queries.timeline_of("t", 1, public_only=True)] == ["甲"]
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        TimelineEntry.objects.update(text="丙")
    with (
        pytest.raises(DatabaseError, match="only grows"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM casework_timelineentry")
    assert TimelineEntry.objects.count() == 2
