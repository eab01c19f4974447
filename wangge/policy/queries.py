"""Reads of policy: the calendar, the deadline that applies, limits, the mode.

Rules are read often and change seldom: one snapshot per process, dropped when the version row
has another token (looked at every two seconds).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from wangge.kit import clock
from wangge.kit.errors import BusinessError
from wangge.policy import rules
from wangge.policy.models import CalendarDay, DeadlineRule, DutyHours, Limit, ModeChange, PolicyVersion
from wangge.policy.rules import CalendarGap, DeadlineCase, Segment, WorkCalendar

__all__ = [
    "CalendarGap",
    "DeadlineDecision",
    "Segment",
    "WorkCalendar",
    "calendar",
    "deadline_for",
    "limit",
    "mode",
]
MODES = {"routine": "平时", "emergency": "战时", "drill": "演练"}


@dataclass(frozen=True, slots=True)
class DeadlineDecision:
    """How long a clock may run: seconds of the named calendar, the rule and its Chinese words."""

    seconds: int
    calendar: str
    amount: int
    unit: str
    rule_id: int
    rule_text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the banner: a stable code, a tone, Chinese words."""

    code: str
    tone: str
    text: str


@dataclass(frozen=True)
class _Snapshot:
    version: int
    calendar: WorkCalendar | None
    deadlines: tuple[tuple[str, str, datetime, datetime | None, DeadlineCase], ...]
    limits: tuple[tuple[str, datetime, int], ...]
    modes: tuple[tuple[datetime, str], ...]


class _Memory:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.looked = 0.0
        self.kept: _Snapshot | None = None

    def current(self) -> _Snapshot:
        now = time.monotonic()
        kept = self.kept
        if kept is None or now - self.looked > 2.0:
            with self.lock:
                number = PolicyVersion.objects.values_list("number", flat=True).first() or 0
                if self.kept is None or self.kept.version != number:
                    self.kept = _read(number)
                self.looked = now
                kept = self.kept
        return kept

    def forget(self) -> None:
        """Read again at the next question."""
        self.kept = None


_memory = _Memory()
forget_cache = _memory.forget


def _read(number: int) -> _Snapshot:
    deadlines = tuple(
        (
            r.business,
            r.clock_kind,
            r.valid_from,
            r.valid_to,
            DeadlineCase(r.pk, r.priority, r.conditions, r.amount, r.unit, r.calendar, r.text),
        )
        for r in DeadlineRule.objects.all()
    )
    limits = tuple(Limit.objects.order_by("-valid_from").values_list("name", "valid_from", "value"))
    modes = tuple(ModeChange.objects.order_by("-at", "-id").values_list("at", "mode"))
    return _Snapshot(number, _read_calendar(), deadlines, limits, modes)


def _read_calendar() -> WorkCalendar | None:
    days = list(CalendarDay.objects.order_by("day").values_list("day", "kind", "name"))
    hours = [
        (row.valid_from, tuple((int(a), int(b)) for a, b in row.windows))
        for row in DutyHours.objects.order_by("valid_from")
    ]
    if not days or not hours:
        return None
    kinds = []
    for position, (day, kind, _name) in enumerate(days):
        if day != days[0][0] + timedelta(days=position):
            break
        kinds.append(kind)
    return WorkCalendar(days[0][0], tuple(kinds), {d: n for d, _k, n in days if n}, tuple(hours))


def calendar() -> WorkCalendar:
    """The work calendar; refuses with a Chinese message when none was loaded."""
    found = _memory.current().calendar
    if found is None:
        raise BusinessError("还没有工作日历,请先导入", code="no_calendar", status=409)
    return found


def calendar_gaps(today: date) -> list[int]:
    """Years that must be known and are not: this one, and the next from 1 November on."""
    wanted = [today.year] + ([today.year + 1] if today.month >= 11 else [])
    days = CalendarDay.objects
    return [y for y in wanted if days.filter(day__year=y).count() < 365]


def notices(today: date) -> list[Notice]:
    """What whoever works with deadlines must know today: a year without a calendar, 战时."""
    found = [
        Notice(
            "calendar_gap",
            "late" if year == today.year else "watch",
            f"{year} 年的工作日历尚未维护,跨年时限将无法计算,请按国务院办公厅通知录入",
        )
        for year in calendar_gaps(today)
    ]
    if mode() == "emergency":
        found.append(Notice("emergency", "watch", "当前为战时状态,时限按战时规则计算"))
    return found


def limits(at: datetime | None = None) -> dict[str, int]:
    """Every limit in force at a moment."""
    moment = at or clock.now()
    found: dict[str, int] = {}
    for name, since, value in _memory.current().limits:
        if since <= moment:
            found.setdefault(name, value)
    return dict(sorted(found.items()))


def days_of(year: int) -> list[CalendarDay]:
    """Every stored day of a year."""
    return list(CalendarDay.objects.filter(day__year=year).order_by("day"))


def mode(at: datetime | None = None) -> str:
    """``routine`` 平时, ``emergency`` 战时 or ``drill`` 演练 at a moment (now by default)."""
    return mode_since(at)[0]


def mode_since(at: datetime | None = None) -> tuple[str, datetime | None]:
    """The mode at a moment and since when it holds; ``None`` when it was never switched."""
    moment = at or clock.now()
    for since, name in _memory.current().modes:
        if since <= moment:
            return name, since
    return "routine", None


def limit(name: str, at: datetime | None = None) -> int:
    """The number in force at a moment; an unknown name is a programming error."""
    moment = at or clock.now()
    for known, since, value in _memory.current().limits:
        if known == name and since <= moment:
            return value
    raise KeyError(f"no limit {name!r} in force at {moment:%Y-%m-%d}")


def deadline_for(
    business: str, clock_kind: str, facts: Mapping[str, object], at: datetime
) -> DeadlineDecision:
    """The deadline of a clock that starts at ``at``, by the rule then in force.

    ``facts`` are the business's own words; the mode of the moment is added. A work day is all duty
    hours of the day the clock starts. Refuses when no rule matches.
    """
    snapshot = _memory.current()
    known = dict(facts) | {"mode": mode(at)}
    cases = [
        case
        for owner, kind, since, until, case in snapshot.deadlines
        if owner == business and kind == clock_kind and since <= at and (until is None or at < until)
    ]
    case = rules.first_match(cases, known)
    if case is None:
        raise BusinessError("没有适用的办理时限规则,请联系管理员", code="no_deadline_rule", status=409)
    return DeadlineDecision(
        seconds_of(case.amount, case.unit, at), case.calendar, case.amount, case.unit, case.id, case.text
    )


def seconds_of(amount: int, unit: str, at: datetime) -> int:
    """An amount in seconds: minutes, hours, or work days of the duty hours in force at ``at``."""
    if unit == "work_days":
        return amount * calendar().day_minutes(at.astimezone(clock.CHINA).date()) * 60
    return amount * (3600 if unit == "hours" else 60)


def due_after(start: datetime, seconds: int, kind: str) -> datetime:
    """When ``seconds`` of the ``work`` or ``always`` calendar have passed since ``start``, a whole second.

    409 in Chinese when the answer lies in a year nobody has announced yet.
    """
    if kind == "always":
        return start.replace(microsecond=0) + timedelta(seconds=seconds)
    try:
        return rules.add_work_time(calendar(), start, seconds)
    except CalendarGap as gap:
        raise _gap(gap) from gap


def seconds_between(start: datetime, end: datetime, kind: str) -> int:
    """Counted seconds between two moments on the ``work`` or ``always`` calendar."""
    if kind == "always":
        return int((end - start).total_seconds())
    try:
        return rules.work_seconds_between(calendar(), start, end)
    except CalendarGap as gap:
        raise _gap(gap) from gap


def explained(start: datetime, end: datetime, kind: str) -> list[Segment]:
    """The stretches between two moments, each counted or not, with the reason."""
    if kind == "always":
        return rules.explain_always(start, end)
    try:
        return rules.explain(calendar(), start, end)
    except CalendarGap as gap:
        raise _gap(gap) from gap


def in_duty_hours(moment: datetime) -> bool:
    """Whether people are at their desks at a moment."""
    try:
        return calendar().in_duty(moment)
    except CalendarGap as gap:
        raise _gap(gap) from gap


def _gap(gap: CalendarGap) -> BusinessError:
    return BusinessError(
        f"{gap.year} 年的工作日历尚未维护,无法计算时限,请联系管理员", code="calendar_gap", status=409
    )


def deadline_rules(business: str) -> list[DeadlineRule]:
    """Every deadline row of a business, newest first."""
    return list(
        DeadlineRule.objects.filter(business=business).order_by("clock_kind", "priority", "-valid_from")
    )
