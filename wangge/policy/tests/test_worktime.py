"""Chinese working time against the shared vectors, and as properties."""

from __future__ import annotations

import itertools
import json
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
