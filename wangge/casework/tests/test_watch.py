"""The watch: one rung at a time, never twice, people only when they are at work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wangge.casework import events, queries, rules, services, watch
from wangge.casework.models import Clock
from wangge.casework.testing import a_clock, a_subject, an_assignment
from wangge.kit import clock, jobs
from wangge.kit import events as announcements
from wangge.kit.actor import system
from wangge.notify.models import Message
from wangge.org.testing import Person, a_post, an_agency, the_cast
from wangge.policy import services as policy

ME = system("test")
MONDAY = clock.at(2021, 8, 2, 9)
Cast = dict[str, Person]


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def heard() -> Iterator[list[str]]:
    found: list[str] = []

    def listen(event: Any) -> None:
        detail = getattr(event, "level", "") or getattr(event, "to", "")
        found.append(f"{type(event).__name__.removeprefix('Clock')}{detail}")

    kinds = (events.ClockNearDue, events.ClockMissed, events.ClockEscalated)
    for kind in kinds:
        announcements.subscribe(kind)(listen)
    yield found
    for kind in kinds:
        announcements._handlers[kind].remove(listen)


def unit(cast: Cast) -> int:
    found = cast["yin"].actor.agency_id
    assert found is not None
    return found


def look_at(moment: datetime) -> int:
    with clock.moved_to(moment):
        return watch.look()


def told() -> list[tuple[str, str]]:
    """Title and addressee of every message so far, oldest first."""
    rows = Message.objects.order_by("id").values_list(
        "title", "to_agency__short_name", "to_post__account__name"
    )
    return [(title, agency or person) for title, agency, person in rows]


def test_the_watch_climbs_its_ladder_and_never_twice(cast: Cast, heard: list[str]) -> None:
    chief = a_post("unit_handler", unit(cast), name="翟", head=True)
    row = a_clock(an_assignment(unit(cast)), "reply", MONDAY)
    steps = [
        (clock.at(2021, 8, 6, 11, 59), []),
        (clock.at(2021, 8, 6, 12), ["NearDue1"]),
        (clock.at(2021, 8, 6, 14), []),
        (clock.at(2021, 8, 6, 17, 29), ["NearDue2"]),
        (clock.at(2021, 8, 9, 9), ["Missed"]),
        (clock.at(2021, 8, 9, 10), ["Escalatedhead"]),
        (clock.at(2021, 8, 9, 14, 59), []),
        (clock.at(2021, 8, 9, 15), ["Escalatedsupervisor"]),
        (clock.at(2021, 8, 10, 9), ["Escalatedcommander"]),
        (clock.at(2021, 8, 20, 9), []),
    ]
    for moment, expected in steps:
        heard.clear()
        look_at(moment)
        look_at(moment)
        assert heard == expected, moment
    assert told() == [
        ("时限提醒", "城管局"),
        ("即将到期", "城管局"),
        ("已超过时限", "城管局"),
        ("超时未办,请督促", chief.account.name),
        ("超时未办,请督办", "钮"),
        ("超时未办,请协调", "周"),
    ]
    first = Message.objects.earliest("id")
    assert (first.subject, first.text, first.urgent) == ("test.subject:1", "办结时限 8 月 9 日 09:00", False)
    assert Clock.objects.get(pk=row.pk).next_look_at is None


def test_a_due_moment_at_closing_time_is_recorded_at_once_and_told_at_half_past_eight(
    cast: Cast, heard: list[str]
) -> None:
    a_clock(an_assignment(unit(cast)), "sign", clock.at(2021, 8, 2, 11, 30))
    look_at(clock.at(2021, 8, 2, 16, 30))
    assert told() == [("即将到期", "城管局")]
    heard.clear()
    look_at(clock.at(2021, 8, 2, 17, 31))
    assert (heard, len(told())) == (["Missed"], 1)
    look_at(clock.at(2021, 8, 2, 23))
    look_at(clock.at(2021, 8, 3, 8, 29))
    assert (heard, len(told())) == (["Missed"], 1)
    look_at(clock.at(2021, 8, 3, 8, 31))
    assert told()[1:] == [("已超过时限", "城管局")]
    look_at(clock.at(2021, 8, 3, 8, 32))
    assert (heard, len(told())) == (["Missed"], 2)


def test_at_night_only_the_centre_hears_of_an_epidemic_clock_and_the_unit_in_the_morning(cast: Cast) -> None:
    a_clock(an_assignment(unit(cast)), "reply", clock.at(2021, 8, 3, 22), epidemic=True, urgency="urgent")
    look_at(clock.at(2021, 8, 3, 23, 1))
    assert told() == [("即将到期", "戴")]
    look_at(clock.at(2021, 8, 4, 0, 1))
    assert told()[1:] == [("已超过时限", "戴"), ("已超过时限", "周")]
    assert not Message.objects.filter(to_agency__isnull=False).exists()
    look_at(clock.at(2021, 8, 4, 8, 31))
    morning = told()[3:]
    assert ("已超过时限", "城管局") in morning
    assert ("即将到期", "城管局") not in morning
    assert ("超时未办,请协调", "周") in morning


def test_a_clock_stopped_in_the_night_is_not_spoken_of_in_the_morning(cast: Cast) -> None:
    row = a_clock(an_assignment(unit(cast)), "sign", clock.at(2021, 8, 2, 11, 30))
    look_at(clock.at(2021, 8, 2, 17, 31))
    with clock.moved_to(clock.at(2021, 8, 2, 19)):
        services.stop_clock(row.subject_kind, row.subject_id, "sign", row.assignment_id)
    assert look_at(clock.at(2021, 8, 3, 9)) == 0
    assert told() == []


def test_after_a_standstill_overtaken_warnings_stay_silent(cast: Cast, heard: list[str]) -> None:
    a_clock(an_assignment(unit(cast)), "reply", MONDAY)
    look_at(clock.at(2021, 8, 9, 9, 30))
    assert heard == ["Missed"]
    assert told() == [("已超过时限", "城管局")]


def test_an_extension_begins_the_ladder_anew(cast: Cast, heard: list[str]) -> None:
    row = a_clock(an_assignment(unit(cast)), "reply", MONDAY)
    look_at(clock.at(2021, 8, 6, 17))
    with clock.moved_to(clock.at(2021, 8, 6, 17)):
        services.extend_clock(actor=ME, clock_id=row.pk, work_days=1, reason="现场勘查")
    heard.clear()
    look_at(clock.at(2021, 8, 9, 9))
    assert heard == []
    look_at(clock.at(2021, 8, 9, 14))
    assert heard == ["NearDue1"]


def test_a_paused_clock_is_left_alone(cast: Cast) -> None:
    row = a_clock(an_assignment(unit(cast)), "reply", MONDAY)
    services.pause_clock(actor=ME, clock_id=row.pk, reason="等待材料")
    assert look_at(clock.at(2021, 8, 20, 9)) == 0


def test_many_clocks_of_one_unit_come_as_one_message(cast: Cast) -> None:
    for _ in range(4):
        a_clock(an_assignment(unit(cast), subject=a_subject()), "sign", MONDAY)
    look_at(clock.at(2021, 8, 2, 12))
    assert told() == []
    look_at(clock.at(2021, 8, 2, 14))
    assert told() == [("4 项即将到期", "城管局")]
    assert Message.objects.get().text == "共 4 项,时限 8 月 2 日 15:00 至 8 月 2 日 15:00,请在待办中查看"


def test_an_agency_without_a_head_asks_the_one_above_it_or_hears_itself(cast: Cast) -> None:
    below = an_agency("测试区城管局石港中队", kind="unit", short_name="石港中队", parent_id=unit(cast))
    a_clock(an_assignment(below.pk), "sign", MONDAY)
    look_at(clock.at(2021, 8, 2, 15))
    look_at(clock.at(2021, 8, 2, 16))
    assert told()[1:] == [("超时未办,请督促", "石港中队")]
    a_post("unit_handler", unit(cast), name="翟", head=True)
    a_clock(an_assignment(below.pk, subject=a_subject()), "sign", MONDAY)
    look_at(clock.at(2021, 8, 2, 16))
    assert told()[2:] == [("已超过时限", "石港中队"), ("超时未办,请督促", "翟")]


def test_a_clock_without_a_unit_goes_to_the_dispatchers(cast: Cast) -> None:
    from wangge.policy import queries as policy_queries

    services.start_clock(
        actor=ME,
        subject_kind="test.subject",
        subject_id=9,
        kind="sign",
        decision=policy_queries.deadline_for("hotline", "sign", {}, MONDAY),
    )
    look_at(clock.at(2021, 8, 2, 15))
    assert told() == [("已超过时限", "戴")]


def test_lead_times_are_rows_and_a_running_clock_keeps_those_it_began_with(cast: Cast) -> None:
    before = a_clock(an_assignment(unit(cast)), "reply", MONDAY)
    with clock.moved_to(clock.at(2021, 8, 2, 10)):
        policy.set_limit(actor=ME, name="casework.warn_first_minutes", value=420, document="会议纪要")
    after = a_clock(an_assignment(unit(cast), subject=a_subject()), "reply", clock.at(2021, 8, 2, 11))
    assert before.next_look_at == clock.at(2021, 8, 6, 12)
    assert after.next_look_at == clock.at(2021, 8, 6, 11)


def test_in_a_year_without_a_calendar_nobody_is_rung_and_nothing_is_lost(cast: Cast) -> None:
    row = a_clock(an_assignment(unit(cast)), "sign", clock.at(2026, 12, 31, 9))
    look_at(clock.at(2027, 1, 4, 9))
    row.refresh_from_db()
    assert (row.told_level, row.next_look_at) == (0, clock.at(2027, 1, 4, 10))
    assert row.level >= rules.MISSED
    assert told() == []


def test_a_look_costs_few_statements_however_many_clocks(cast: Cast) -> None:
    def statements(clocks: int, day: int) -> int:
        for _ in range(clocks):
            a_clock(an_assignment(unit(cast), subject=a_subject()), "sign", clock.at(2021, 8, day, 9))
        with CaptureQueriesContext(connection) as run:
            assert look_at(clock.at(2021, 8, day, 14)) == clocks
        Clock.objects.update(next_look_at=None)
        return len(run)

    assert statements(4, 2) == statements(40, 3)


def test_the_job_is_offered_every_minute() -> None:
    assert jobs.periodic()["casework.look_at_clocks"] == "* * * * *"
    jobs.run("casework.look_at_clocks")


def test_a_short_clock_is_not_warned_before_half_its_time() -> None:
    minutes = {"warn_first": 240, "warn_last": 60, "head": 60, "supervisor": 240, "commander": 420}
    assert [r.level for r in rules.ladder(minutes, 7200)] == [2, 3, 4, 5, 6]
    assert [r.level for r in rules.ladder(minutes, 3600)] == [3, 4, 5, 6]


def test_a_warned_clock_still_says_how_long_it_has() -> None:
    row = a_clock(an_assignment(an_agency().pk), "sign", MONDAY)
    with clock.moved_to(clock.at(2021, 8, 2, 14, 30)):
        (card,) = queries.clocks_of(row.subject_kind, [row.subject_id])
    assert (card.remaining_seconds, card.tone) == (1800, "accent")


def test_a_return_term_lapses_in_silence(cast: Cast) -> None:
    row = a_clock(an_assignment(unit(cast)), "return", clock.at(2021, 8, 2, 9))
    assert row.next_look_at is None
    look_at(clock.at(2021, 8, 5, 9))
    assert told() == []
