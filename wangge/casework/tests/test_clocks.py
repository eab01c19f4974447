"""Clocks: when they are due, and every minute of it explained."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wangge.casework import queries, rules, services
from wangge.casework.models import Clock, ClockChange
from wangge.casework.states import CLOCK
from wangge.casework.testing import SUBJECT, a_clock, a_subject, an_assignment
from wangge.kit import clock
from wangge.kit.actor import system
from wangge.kit.errors import BusinessError, Conflict, NotFound
from wangge.org.testing import an_agency
from wangge.policy import queries as policy_queries
from wangge.policy import services as policy

ME = system("test")
MONDAY = clock.at(2021, 8, 2, 9)
WEEK = 5 * 420 * 60


def a_reply(**facts: object) -> Clock:
    return a_clock(an_assignment(an_agency().pk), "reply", MONDAY, **facts)


def story_at(row: Clock, moment: datetime) -> queries.ClockStory:
    with clock.moved_to(moment):
        found = queries.explained(row.pk, row.subject_kind, row.subject_id)
    assert found is not None
    return found


def total(story: queries.ClockStory, *phases: str) -> int:
    return sum(s.seconds for s in story.segments if s.counted and s.phase in phases)


def test_signing_stops_the_sign_clock_and_a_late_one_is_missed() -> None:
    first = an_assignment(an_agency().pk)
    a_clock(first, "sign", MONDAY)
    services.sign(actor=ME, assignment_id=first.pk)
    second = an_assignment(an_agency().pk, duty="co")
    a_clock(second, "sign", MONDAY)
    with clock.moved_to(MONDAY + timedelta(days=1)):
        services.sign(actor=ME, assignment_id=second.pk)
        cards = queries.clocks_of(SUBJECT[0], [SUBJECT[1]])
    assert [(c.state, c.late_seconds) for c in cards] == [("met", 0), ("missed", (7 - 4) * 3600)]


def test_a_reply_in_the_due_second_is_in_time_and_one_second_later_is_not() -> None:
    for extra, expected in ((0, "met"), (1, "missed")):
        row = a_clock(an_assignment(an_agency().pk, subject=a_subject()), "sign", MONDAY)
        with clock.moved_to(row.due_at + timedelta(seconds=extra)):
            services.stop_clock(row.subject_kind, row.subject_id, "sign", row.assignment_id)
        row.refresh_from_db()
        assert (row.state, row.next_look_at) == (expected, None)


def test_stopping_touches_only_the_clock_that_was_meant_and_twice_is_once() -> None:
    one, other = a_reply(), a_clock(an_assignment(an_agency().pk, duty="co"), "reply", MONDAY)
    services.stop_clock(*SUBJECT, "reply", one.assignment_id)
    with clock.moved_to(MONDAY + timedelta(days=30)):
        services.stop_clock(*SUBJECT, "reply", one.assignment_id)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, one.stopped_at, other.state) == ("met", MONDAY, "running")


def test_one_clock_of_a_kind_runs_at_a_time() -> None:
    row = a_reply()
    assert row.assignment is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        a_clock(row.assignment, "reply", MONDAY)
    decision = policy_queries.deadline_for("hotline", "sign", {"epidemic": True}, MONDAY)
    of = {"subject_kind": "test.subject", "subject_id": 7, "kind": "sign", "decision": decision}
    services.start_clock(actor=ME, **of)
    with pytest.raises(IntegrityError), transaction.atomic():
        services.start_clock(actor=ME, **of)


def test_five_work_days_are_explained_to_the_second_through_pause_and_extension() -> None:
    row = a_reply()
    assert row.due_at == clock.at(2021, 8, 9, 9)
    with clock.moved_to(clock.at(2021, 8, 3, 10)):
        services.pause_clock(actor=ME, clock_id=row.pk, reason="等待诉求人补充材料")
        with pytest.raises(Conflict, match="挂起期间不能延期"), transaction.atomic():
            services.extend_clock(actor=ME, clock_id=row.pk, work_days=1)
    paused = story_at(row, clock.at(2021, 8, 4, 10))
    assert (paused.clock.remaining_seconds, paused.segments[-1].reason) == (
        WEEK - 8 * 3600,
        "挂起不计:等待诉求人补充材料",
    )
    with clock.moved_to(clock.at(2021, 8, 5, 10)):
        assert services.resume_clock(actor=ME, clock_id=row.pk).due_at == clock.at(2021, 8, 11, 9)
        extended = services.extend_clock(actor=ME, clock_id=row.pk, work_days=2, reason="需现场勘查")
        assert extended.due_at == clock.at(2021, 8, 13, 9)
        with pytest.raises(Conflict, match="只能挂起一次"), transaction.atomic():
            services.pause_clock(actor=ME, clock_id=row.pk)
    story = story_at(row, clock.at(2021, 8, 5, 10))
    assert total(story, "used", "left") == 7 * 420 * 60
    assert total(story, "used") == 8 * 3600
    assert sum(s.minutes for s in story.segments if s.counted) == 7 * 420
    idle = [s for s in story.segments if s.reason.startswith("挂起")]
    assert [(s.start, s.end, s.counted) for s in idle] == [
        (clock.at(2021, 8, 3, 10), clock.at(2021, 8, 5, 10), False)
    ]
    assert (story.segments[0].start, story.segments[-1].end) == (MONDAY, clock.at(2021, 8, 13, 9))
    assert [(c.label, c.text) for c in story.changes] == [
        ("挂起", "等待诉求人补充材料"),
        ("恢复", ""),
        ("延期", "需现场勘查"),
    ]
    assert list(story.notes) == [
        "适用规则:投诉举报 5 个工作日内办结",
        "系统批准延期 14 小时:需现场勘查",
    ]
    assert queries.explained(row.pk, SUBJECT[0], 2) is None


def test_stretches_touch_each_other_and_a_late_one_says_how_late() -> None:
    row = a_reply()
    story = story_at(row, clock.at(2021, 8, 9, 11))
    ends = [s.end for s in story.segments[:-1]]
    assert ends == [s.start for s in story.segments[1:]]
    assert (total(story, "used"), total(story, "left"), total(story, "late")) == (WEEK, 0, 2 * 3600)
    assert (story.clock.late_seconds, story.clock.state, story.clock.tone) == (2 * 3600, "running", "late")
    reasons = {s.reason for s in story.segments if not s.counted}
    assert reasons == {
        "午休不计",
        "夜间不计",
        "下班后不计",
        "上班前不计",
        "8 月 7 日 周六不计",
        "8 月 8 日 周日不计",
    }


def test_a_national_day_story_names_the_holiday_and_the_made_up_sunday() -> None:
    start = clock.at(2021, 9, 24, 16)
    row = a_clock(an_assignment(an_agency().pk), "reply", start)
    assert row.due_at == clock.at(2021, 9, 30, 16)
    reasons = [s.reason for s in story_at(row, start).segments]
    assert "9 月 26 日(周日)调休上班计入" in reasons
    assert "9 月 25 日 周六不计" in reasons
    over = a_clock(an_assignment(an_agency().pk, subject=a_subject()), "reply", clock.at(2021, 9, 29, 9))
    assert over.due_at == clock.at(2021, 10, 12, 9)
    told = [s.reason for s in story_at(over, start).segments]
    assert "10 月 1 日 国庆节放假不计" in told
    assert "10 月 9 日(周六)调休上班计入" in told


def test_the_worked_example_of_the_papers_is_true() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs/subsystems/clocks.md").read_text()
    start = clock.at(2021, 9, 24, 16)
    row = a_clock(an_assignment(an_agency().pk), "reply", start, kind="help")
    lines = [
        f"| {_wall(s.start)} | {_wall(s.end)} | {s.minutes if s.counted else '–'} | {s.reason} |"
        for s in story_at(row, start).segments
    ]
    assert len(lines) == 15
    assert "\n".join(lines) in page


def _wall(moment: datetime) -> str:
    return moment.astimezone(clock.CHINA).strftime("%m-%d %H:%M")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 86400 * 20), st.integers(1, 10 * 420 * 60), st.integers(0, 86400 * 40), st.booleans())
def test_used_and_left_always_add_up_to_what_was_allowed(
    begin: int, allowed: int, later: int, always: bool
) -> None:
    """A running clock is only arithmetic: no row is needed to explain it."""
    start = MONDAY + timedelta(seconds=begin)
    calendar = "always" if always else "work"
    row = Clock(
        subject_kind="t",
        subject_id=1,
        kind="reply",
        calendar=calendar,
        started_at=start,
        allowed_seconds=allowed,
        due_at=policy_queries.due_after(start, allowed, calendar),
    )
    segments = queries._segments(row, [], start + timedelta(seconds=later))
    by_phase = {p: sum(s.seconds for s in segments if s.counted and s.phase == p) for p in ("used", "left")}
    assert by_phase["used"] + by_phase["left"] == allowed
    counted = [s for s in segments if s.counted and s.phase != "late"]
    assert sum(s.minutes for s in counted) == allowed // 60
    assert by_phase["left"] == max(0, queries._left(row, start + timedelta(seconds=later)))


def test_an_epidemic_clock_counts_every_hour() -> None:
    at = clock.at(2021, 8, 7, 22)
    row = a_clock(an_assignment(an_agency().pk), "reply", at, epidemic=True, kind="inquiry")
    assert row.due_at == clock.at(2021, 8, 8, 22)
    story = story_at(row, at)
    assert [(s.counted, s.seconds, s.reason) for s in story.segments] == [(True, 86400, "按自然时间连续计时")]
    services.extend_clock(actor=ME, clock_id=row.pk, work_days=1, reason="转运车辆调度")
    row.refresh_from_db()
    assert row.due_at == clock.at(2021, 8, 9, 22)


def test_a_running_clock_keeps_the_rule_it_started_with() -> None:
    row = a_reply()
    rule = policy.NewDeadline("reply", 42, 1, "work_days", "work", "一天", {"kind": ["complaint"]})
    policy.set_deadline(actor=ME, business="hotline", rule=rule)
    row.refresh_from_db()
    assert (row.due_at, row.rule_text) == (clock.at(2021, 8, 9, 9), "投诉举报 5 个工作日内办结")


def test_a_corrected_calendar_leaves_the_due_moment_and_says_so() -> None:
    row = a_reply()
    policy.set_day(
        actor=ME, day=clock.at(2021, 8, 4).date(), kind="holiday", name="防汛停工", source="通防指〔2021〕3号"
    )
    story = story_at(row, MONDAY)
    assert story.clock.due_at == clock.at(2021, 8, 9, 9)
    assert total(story, "used", "left") == WEEK - 420 * 60
    assert story.notes[-1] == "计时开始后工作日历有过修订,截止时间保持不变"
    assert "8 月 4 日 防汛停工放假不计" in [s.reason for s in story.segments]


ACTS = {
    "pause": services.pause_clock,
    "resume": services.resume_clock,
    "extend": lambda **kwargs: services.extend_clock(work_days=1, **kwargs),
}


@pytest.mark.parametrize("state", sorted(CLOCK.states))
@pytest.mark.parametrize("name", sorted(ACTS))
def test_a_clock_changes_where_its_table_says_and_nowhere_else(state: str, name: str) -> None:
    row = a_reply()
    Clock.objects.filter(pk=row.pk).update(
        state=state, stopped_at=None if state in ("running", "paused") else MONDAY
    )
    before = Clock.objects.values().get(pk=row.pk)
    if state in CLOCK.move(name).sources:
        after = ACTS[name](actor=ME, clock_id=row.pk)
        assert after.state == (CLOCK.move(name).target or state)
        assert ClockChange.objects.filter(clock_id=row.pk, kind=name).count() == 1
        return
    with pytest.raises(Conflict), transaction.atomic():
        ACTS[name](actor=ME, clock_id=row.pk)
    assert Clock.objects.values().get(pk=row.pk) == before
    assert ClockChange.objects.count() == 0


def test_a_late_clock_is_not_paused_and_an_unknown_one_is_not_found() -> None:
    row = a_reply()
    with (
        clock.moved_to(clock.at(2021, 8, 9, 9, 1)),
        pytest.raises(Conflict, match="已经超时"),
        transaction.atomic(),
    ):
        services.pause_clock(actor=ME, clock_id=row.pk)
    with pytest.raises(NotFound), transaction.atomic():
        services.extend_clock(actor=ME, clock_id=987_654, work_days=1)
    with pytest.raises(Conflict, match="延期时间应大于 0"), transaction.atomic():
        services.extend_clock(actor=ME, clock_id=row.pk)


def test_a_deadline_in_a_year_nobody_announced_is_refused_and_a_page_of_that_year_still_opens() -> None:
    row = an_assignment(an_agency().pk)
    with pytest.raises(BusinessError, match="2027 年的工作日历尚未维护"), transaction.atomic():
        a_clock(row, "reply", clock.at(2026, 12, 30, 9))
    assert Clock.objects.count() == 0
    last = a_clock(row, "sign", clock.at(2026, 12, 31, 9))
    assert last.due_at == clock.at(2026, 12, 31, 15)
    with clock.moved_to(clock.at(2027, 1, 4, 9)):
        (card,) = queries.clocks_of(*SUBJECT[:1], [SUBJECT[1]])
    assert (card.remaining_seconds, card.late_seconds, card.tone) == (0, 1, "late")


def test_an_inbox_has_what_is_due_first_on_top_page_by_page() -> None:
    agency = an_agency().pk
    due = []
    for day in (5, 3, 4):
        row = an_assignment(agency, subject=a_subject())
        a_clock(row, "sign", clock.at(2021, 8, day, 9))
        a_clock(row, "reply", clock.at(2021, 8, day, 9))
        due.append((clock.at(2021, 8, day, 14, 30), row.pk))
    signed = an_assignment(agency, subject=a_subject())
    a_clock(signed, "reply", MONDAY)
    services.sign(actor=ME, assignment_id=signed.pk)
    an_assignment(an_agency().pk, subject=a_subject())
    first = queries.inbox_of([agency], ["awaiting_sign", "in_progress"], limit=3)
    assert first.next_cursor is not None
    rest = queries.inbox_of([agency], ["awaiting_sign", "in_progress"], first.next_cursor, 3)
    seen = [(r.due_at, r.assignment_id) for r in [*first.items, *rest.items]]
    assert [pk for _due, pk in seen] == [pk for _due, pk in sorted(due)] + [signed.pk]
    assert rest.next_cursor is None
    assert [c.kind for c in queries.due_before(clock.at(2021, 8, 4, 18), "sign")] == ["sign", "sign"]


def test_minutes_of_a_page_add_up() -> None:
    assert rules.whole_minutes([90, 90, 59, 1]) == [1, 2, 0, 1]


def test_the_database_refuses_a_clock_that_contradicts_itself() -> None:
    row = a_reply()
    for wrong in ("state = 'asleep'", "stopped_at = now()", "told_level = 3", "kind = 'x'"):
        with (
            pytest.raises(IntegrityError, match="violates check"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"UPDATE casework_clock SET {wrong} WHERE id = %s", [row.pk])
