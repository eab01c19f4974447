"""Chinese working time as pure arithmetic: work days with make-up days, duty hours, every minute explained.

A ``WorkCalendar`` covers whole years; asking beyond it raises ``CalendarGap`` instead of guessing
(make-up days are announced by the State Council year by year). Inside it, adding and measuring
work time are look-ups in prefix sums. All moments are timezone-aware; the result is in UTC.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
WORKING = frozenset({"workday", "makeup"})
DAY_KINDS = {"workday": "工作日", "rest": "周末", "makeup": "调休上班", "holiday": "节假日"}
WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
Window = tuple[int, int]  # minutes after midnight, start and end


class CalendarGap(Exception):
    """The calendar does not cover this day; ``year`` is missing."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year} 年的工作日历尚未维护")
        self.year = year


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of the story: counted or not, whole seconds, and why."""

    start: datetime
    end: datetime
    counted: bool
    reason: str

    @property
    def seconds(self) -> int:
        """Length of the stretch in seconds."""
        return int((self.end - self.start).total_seconds())


@dataclass(frozen=True)
class WorkCalendar:
    """Kinds and names of all days from ``first`` on, and the duty windows by the day they begin.

    ``hours`` is ``((first day, (windows…)), …)`` in ascending order.
    """

    first: date
    kinds: Sequence[str]
    names: Mapping[date, str]
    hours: Sequence[tuple[date, tuple[Window, ...]]]

    @cached_property
    def _offsets(self) -> list[int]:
        """Work seconds before each day, one more entry than days."""
        total, sums = 0, [0]
        for index, kind in enumerate(self.kinds):
            if kind in WORKING:
                day = self.first + timedelta(days=index)
                total += sum(end - start for start, end in self.windows(day)) * 60
            sums.append(total)
        return sums

    @cached_property
    def _begins(self) -> list[date]:
        return [day for day, _windows in self.hours]

    def windows(self, day: date) -> tuple[Window, ...]:
        """The duty windows in force on a day."""
        position = bisect_right(self._begins, day)
        return self.hours[max(position - 1, 0)][1]

    def index(self, day: date) -> int:
        """Position of a day; ``CalendarGap`` outside the covered years."""
        position = (day - self.first).days
        if not 0 <= position < len(self.kinds):
            raise CalendarGap(day.year)
        return position

    def kind(self, day: date) -> str:
        """workday, rest, makeup or holiday."""
        return self.kinds[self.index(day)]

    def day_minutes(self, day: date) -> int:
        """Work minutes of one whole work day under the duty hours of ``day``."""
        return sum(end - start for start, end in self.windows(day))

    def elapsed(self, moment: datetime) -> int:
        """Work seconds from the calendar's first day to a moment."""
        local = moment.astimezone(CHINA)
        day = local.date()
        position = self.index(day)
        before = self._offsets[position]
        if self.kinds[position] not in WORKING:
            return before
        second = local.hour * 3600 + local.minute * 60 + local.second
        return before + sum(max(0, min(second, end * 60) - start * 60) for start, end in self.windows(day))

    def moment(self, elapsed: int) -> datetime:
        """The earliest moment at which ``elapsed`` work seconds have passed; inverse of ``elapsed``."""
        position = bisect_left(self._offsets, elapsed) - 1
        if elapsed > self._offsets[-1]:
            raise CalendarGap((self.first + timedelta(days=len(self.kinds))).year)
        position = max(position, 0)
        day = self.first + timedelta(days=position)
        rest = elapsed - self._offsets[position]
        for start, end in self.windows(day):
            length = (end - start) * 60
            if rest <= length:
                midnight = datetime.combine(day, time(), CHINA)
                return (midnight + timedelta(seconds=start * 60 + rest)).astimezone(UTC)
            rest -= length
        raise CalendarGap(day.year)

    def in_duty(self, moment: datetime) -> bool:
        """Whether a moment lies inside duty hours of a work day."""
        local = moment.astimezone(CHINA)
        if self.kind(local.date()) not in WORKING:
            return False
        minute = local.hour * 60 + local.minute
        return any(start <= minute < end for start, end in self.windows(local.date()))


def add_work_time(calendar: WorkCalendar, start: datetime, seconds: int) -> datetime:
    """When ``seconds`` of work time have passed since ``start``; negative goes back."""
    if seconds == 0:
        return start.astimezone(UTC)
    return calendar.moment(calendar.elapsed(start) + seconds)


def work_seconds_between(calendar: WorkCalendar, start: datetime, end: datetime) -> int:
    """Work seconds between two moments; negative when ``end`` is earlier."""
    return calendar.elapsed(end) - calendar.elapsed(start)


def year_of_days(
    year: int, holidays: Mapping[date, str], makeups: Sequence[date]
) -> list[tuple[date, str, str]]:
    """Day, kind and name of a whole year: weekdays work and weekends rest, but for what the yearly
    notice of the State Council says. A make-up day must be a weekend and no holiday (``ValueError``)."""
    for day in makeups:
        if day.weekday() < 5 or day in holidays:
            raise ValueError(f"{day} 不能作为调休上班日")
    for day in (*holidays, *makeups):
        if day.year != year:
            raise ValueError(f"{day} 不在 {year} 年")
    found, day = [], date(year, 1, 1)
    while day.year == year:
        if day in holidays:
            found.append((day, "holiday", holidays[day]))
        elif day in makeups:
            found.append((day, "makeup", ""))
        else:
            found.append((day, "workday" if day.weekday() < 5 else "rest", ""))
        day += timedelta(days=1)
    return found


def _day_reason(calendar: WorkCalendar, day: date) -> str:
    kind, name = calendar.kind(day), calendar.names.get(day, "")
    spoken = f"{day.month} 月 {day.day} 日"
    if kind == "holiday":
        return f"{spoken} {name or '法定节假日'}放假不计"
    if kind == "makeup":
        return f"{spoken}({WEEKDAYS[day.weekday()]})调休上班计入"
    if kind == "rest":
        return f"{spoken} {WEEKDAYS[day.weekday()]}不计"
    return f"{spoken}({WEEKDAYS[day.weekday()]})工作时间计入"


def _day_pieces(calendar: WorkCalendar, day: date) -> list[tuple[int, int, bool, str]]:
    """(start second, end second, counted, reason) of one day, covering all of it."""
    if calendar.kind(day) not in WORKING:
        return [(0, 86400, False, _day_reason(calendar, day))]
    pieces: list[tuple[int, int, bool, str]] = []
    at = 0
    for start, end in calendar.windows(day):
        if start * 60 > at:
            pieces.append((at, start * 60, False, "午休不计" if at else "上班前不计"))
        pieces.append((start * 60, end * 60, True, _day_reason(calendar, day)))
        at = end * 60
    if at < 86400:
        pieces.append((at, 86400, False, "下班后不计"))
    return pieces


def explain(calendar: WorkCalendar, start: datetime, end: datetime) -> list[Segment]:
    """The whole time from ``start`` to ``end`` in stretches, each counted or not, each with its reason.

    The counted stretches add up to ``work_seconds_between``; nights between two days are one stretch.
    Parts of a second are cut off on both sides, as everywhere here.
    """
    found: list[Segment] = []
    begin = start.astimezone(CHINA).replace(microsecond=0)
    finish = end.astimezone(CHINA).replace(microsecond=0)
    day = begin.date()
    while day <= finish.date() and begin < finish:
        midnight = datetime.combine(day, time(), CHINA)
        for first, last, counted, reason in _day_pieces(calendar, day):
            low = max(midnight + timedelta(seconds=first), begin)
            high = min(midnight + timedelta(seconds=last), finish)
            if low >= high:
                continue
            previous = found[-1] if found else None
            if previous and not counted and previous.reason == "下班后不计" and reason == "上班前不计":
                found[-1] = Segment(previous.start, high.astimezone(UTC), False, "夜间不计")
                continue
            found.append(Segment(low.astimezone(UTC), high.astimezone(UTC), counted, reason))
        day += timedelta(days=1)
    return found


def explain_always(start: datetime, end: datetime, reason: str = "按自然时间连续计时") -> list[Segment]:
    """Calendar hours: one stretch, all of it counted."""
    if start >= end:
        return []
    return [Segment(start.astimezone(UTC), end.astimezone(UTC), True, reason)]


@dataclass(frozen=True, slots=True)
class DeadlineCase:
    """One row of a decision table: the first whose conditions all hold decides.

    ``conditions`` maps a fact's name to its allowed values.
    """

    id: int
    priority: int
    conditions: Mapping[str, Sequence[object]]
    amount: int
    unit: str
    calendar: str
    text: str


def first_match(cases: Sequence[DeadlineCase], facts: Mapping[str, object]) -> DeadlineCase | None:
    """The case with the lowest priority number whose conditions hold; ``None`` when none does."""
    for case in sorted(cases, key=lambda c: (c.priority, c.id)):
        if all(facts.get(name) in allowed for name, allowed in case.conditions.items()):
            return case
    return None
