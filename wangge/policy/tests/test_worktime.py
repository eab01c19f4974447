"""Chinese working time against the shared vectors, and as properties."""

from __future__ import annotations

import itertools
import json
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.policy import rules

FILE = Path(__file__).resolve().parents[3] / "contracts" / "vectors" / "worktime.json"
VECTORS = json.loads(FILE.read_text())
CALENDAR = rules.WorkCalendar(
    date.fromisoformat(VECTORS["first"]),
    tuple(VECTORS["kinds"]),
    {date.fromisoformat(d): n for d, n in VECTORS["names"].items()},
    tuple((date.fromisoformat(d), tuple((a, b) for a, b in w)) for d, w in VECTORS["hours"]),
)
BEGIN = datetime(2021, 1, 1, tzinfo=UTC)
moments = st.integers(0, 333 * 86400).map(lambda second: BEGIN + timedelta(seconds=second))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda c: f"{c['start']}+{c['minutes']}")
def test_a_deadline_falls_where_the_shared_vector_says(case: dict[str, object]) -> None:
    start, due = datetime.fromisoformat(str(case["start"])), datetime.fromisoformat(str(case["due"]))
    seconds = int(str(case["minutes"])) * 60
    assert rules.add_work_time(CALENDAR, start, seconds) == due
    story = rules.explain(CALENDAR, start, due)
    assert sum(s.seconds for s in story if s.counted) == seconds
    if case["segments"] is not None:
        told = [
            [datetime.fromisoformat(a), datetime.fromisoformat(b), c, r] for a, b, c, r in case["segments"]
        ]  # type: ignore[attr-defined]
        assert [[s.start, s.end, s.counted, s.reason] for s in story] == told


def test_the_make_up_sunday_counts_and_national_day_does_not() -> None:
    assert CALENDAR.kind(date(2021, 9, 26)) == "makeup"
    assert CALENDAR.kind(date(2021, 10, 1)) == "holiday"
    assert CALENDAR.names[date(2021, 10, 1)] == "国庆节"


@given(moments, st.integers(0, 30 * 420 * 60), st.integers(0, 10 * 420 * 60))
def test_adding_twice_is_adding_once_and_measuring_undoes_adding(start: datetime, one: int, two: int) -> None:
    left = CALENDAR.elapsed(datetime(2021, 12, 31, 15, 59, 59, tzinfo=UTC)) - CALENDAR.elapsed(start)
    if one + two > left:
        with pytest.raises(rules.CalendarGap, match="2022"):
            rules.add_work_time(CALENDAR, start, one + two)
        return
    once = rules.add_work_time(CALENDAR, start, one + two)
    if one:
        assert rules.add_work_time(CALENDAR, rules.add_work_time(CALENDAR, start, one), two) == once
    assert rules.work_seconds_between(CALENDAR, start, once) == one + two


@given(moments, st.integers(0, 40 * 86400))
def test_every_minute_is_explained_once_and_the_counted_ones_add_up(start: datetime, length: int) -> None:
    end = start + timedelta(seconds=length)
    story = rules.explain(CALENDAR, start, end) if end.year == 2021 else []
    if not story:
        return
    assert story[0].start == start
    assert story[-1].end == end
    assert all(a.end == b.start for a, b in itertools.pairwise(story))
    counted = sum(s.seconds for s in story if s.counted)
    assert counted == rules.work_seconds_between(CALENDAR, start, end)


def test_a_year_nobody_announced_is_refused_and_not_guessed() -> None:
    with pytest.raises(rules.CalendarGap) as gap:
        rules.add_work_time(CALENDAR, datetime(2021, 12, 31, 8, tzinfo=UTC), 7 * 3600)
    assert gap.value.year == 2022


@given(moments, st.integers(0, 15 * 86400), st.integers(0, 15 * 86400))
def test_work_time_never_runs_backwards_and_adds_up(start: datetime, one: int, two: int) -> None:
    middle, end = start + timedelta(seconds=one), start + timedelta(seconds=one + two)
    first = rules.work_seconds_between(CALENDAR, start, middle)
    second = rules.work_seconds_between(CALENDAR, middle, end)
    assert first >= 0
    assert second >= 0
    assert first + second == rules.work_seconds_between(CALENDAR, start, end)
    assert first == -rules.work_seconds_between(CALENDAR, middle, start)


@given(moments, st.integers(1, 20 * 420 * 60))
def test_going_back_from_a_due_moment_finds_as_much_time(due: datetime, lead: int) -> None:
    if CALENDAR.elapsed(due) < lead:
        return
    warned = rules.add_work_time(CALENDAR, due, -lead)
    assert warned <= due
    assert rules.work_seconds_between(CALENDAR, warned, due) == lead


@given(moments, st.integers(1, 999_999))
def test_parts_of_a_second_change_nothing(start: datetime, micro: int) -> None:
    due = rules.add_work_time(CALENDAR, start.replace(microsecond=micro), 3600)
    assert due == rules.add_work_time(CALENDAR, start, 3600)
    story = rules.explain(CALENDAR, start.replace(microsecond=micro), due)
    assert sum(s.seconds for s in story if s.counted) == 3600


@pytest.mark.parametrize("case", VECTORS["between"], ids=lambda c: f"{c['from']}-{c['to']}")
def test_the_time_between_is_what_the_shared_vector_says(case: dict[str, object]) -> None:
    start, end = datetime.fromisoformat(str(case["from"])), datetime.fromisoformat(str(case["to"]))
    assert rules.work_seconds_between(CALENDAR, start, end) == int(str(case["minutes"])) * 60


def test_other_duty_hours_count_from_their_day_on() -> None:
    summer = (date(2021, 7, 1), ((510, 690), (870, 1080)))
    calendar = rules.WorkCalendar(CALENDAR.first, CALENDAR.kinds, CALENDAR.names, (*CALENDAR.hours, summer))
    wednesday = datetime(2021, 6, 30, 9, 0, tzinfo=UTC)  # 17:00 in China
    assert rules.add_work_time(calendar, wednesday, 3600) == datetime(2021, 7, 1, 1, 0, tzinfo=UTC)
    afternoon = datetime(2021, 7, 1, 6, 0, tzinfo=UTC)  # 14:00: still lunch in summer
    assert rules.work_seconds_between(calendar, afternoon, afternoon + timedelta(hours=1)) == 1800


def test_a_year_is_made_of_weekdays_and_the_notice() -> None:
    days = rules.year_of_days(2021, {date(2021, 10, 1): "国庆节"}, [date(2021, 9, 26)])
    kinds = {day: (kind, name) for day, kind, name in days}
    assert len(days) == 365
    assert kinds[date(2021, 10, 1)] == ("holiday", "国庆节")
    assert kinds[date(2021, 9, 26)] == ("makeup", "")
    assert kinds[date(2021, 9, 27)] == ("workday", "")
    for wrong in (date(2021, 9, 27), date(2022, 1, 1)):
        with pytest.raises(ValueError, match=r"2021|2022"):
            rules.year_of_days(2021, {}, [wrong])


def test_fifty_thousand_deadlines_take_less_than_a_second() -> None:
    start = datetime(2021, 8, 2, 1, tzinfo=UTC)
    rules.add_work_time(CALENDAR, start, 60)
    began = time.process_time()
    for _ in range(5_000):
        rules.add_work_time(CALENDAR, start, 5 * 420 * 60)
    assert time.process_time() - began < 0.25  # a tenth of the promise, with room for a busy machine
