"""What the wall shows: one answer for all of it, without any person's name or number."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from wangge.bigscreen import permissions as verbs
from wangge.bigscreen.rules import late_words, matter
from wangge.hotline import queries as hotline
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.org import queries as org
from wangge.policy import queries as policy
from wangge.reports import queries as reports
from wangge.reports.queries import Ask, FigureValue, Group
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class Tile:
    """A place in the strip: figure code, span, the short name, and what a bare count includes."""

    code: str
    span: str
    span_en: str
    short: str
    short_en: str
    says: str = ""
    says_en: str = ""


FRESH = 2.0  # seconds one answer serves every wall
CAME_IN, LATE, SOON = 14, 10, 6
SOON_IS = timedelta(hours=2)
DAYS = 30
TREND_DAYS = 14
TODAY = ("total", "direct_rate", "by_hour", "by_topic", "by_kind", "top_categories")
NOW = (
    "open",
    "late_now",
    "open_by_age",
    "open_by_stage",
    "open_by_town",
    "late_by_town",
    "open_by_agency",
    "late_by_agency",
)
MONTH = ("on_time_all", "satisfaction_overall", "sign_rate", "by_day")
STRIP = (
    Tile("total", "今日", "today", "受理总量", "Taken", "直接答复与派发", "answered and dispatched"),
    Tile("direct_rate", "今日", "today", "直接答复率", "Direct answers"),
    Tile("open", "此刻", "now", "在办工单", "Open", "不限受理日期", "whenever taken"),
    Tile("late_now", "此刻", "now", "当前逾期", "Late now", "时限已过未答复", "due and not answered"),
    Tile("on_time_all", f"{DAYS}日", f"{DAYS} days", "按时办结率", "On time"),
    Tile("sign_rate", f"{DAYS}日", f"{DAYS} days", "及时签收率", "Signed in time"),
    Tile("satisfaction_overall", f"{DAYS}日", f"{DAYS} days", "综合满意率", "Satisfaction"),
)

_LINES = """
SELECT (SELECT json_agg(x) FROM (
    SELECT id, no, kind, topic, category, urgency, town_id, status, received_at
    FROM hotline_ticket_facts ORDER BY received_at DESC, id DESC LIMIT %(came_in)s) x),
  (SELECT json_agg(x) FROM (
    SELECT id, no, kind, topic, category, urgency, town_id, status, received_at, reply_due, lead_agency_id
    FROM hotline_ticket_facts WHERE open AND replied_at IS NULL AND reply_due < %(now)s
    ORDER BY reply_due, id LIMIT %(late)s) x),
  (SELECT json_agg(x) FROM (
    SELECT id, no, kind, topic, category, urgency, town_id, status, received_at, reply_due, lead_agency_id
    FROM hotline_ticket_facts
    WHERE open AND replied_at IS NULL AND reply_due >= %(now)s AND reply_due < %(soon)s
    ORDER BY reply_due, id LIMIT %(soon_most)s) x)
"""


@dataclass(frozen=True, slots=True)
class StripFigure:
    """A figure of the strip in its place."""

    tile: Tile
    figure: FigureValue


@dataclass(frozen=True, slots=True)
class Line:
    """One ticket on the wall: number, matter in coded words, where, when, whose."""

    id: int
    no: str
    kind: str
    kind_label: str
    topic_label: str
    urgency: str
    urgency_label: str
    title: str
    detail: str
    town: str
    status_label: str
    received_at: datetime
    agency: str
    reply_due: datetime | None
    minutes_left: int | None
    time_words: str


@dataclass(frozen=True, slots=True)
class TownLoad:
    """One town on the map."""

    id: int
    name: str
    lon: float | None
    lat: float | None
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class AgencyLoad:
    """One unit with its open and late tickets."""

    id: int
    name: str
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a trend: key is an hour or a date."""

    key: str
    value: int


@dataclass(frozen=True, slots=True)
class Wall:
    """Everything on the wall as of a moment."""

    mode: str
    mode_label: str
    mode_since: datetime | None
    district: str
    as_of: datetime
    strip: tuple[StripFigure, ...]
    hours_today: tuple[Point, ...]
    hours_yesterday: tuple[Point, ...]
    days: tuple[Point, ...]
    kinds: FigureValue
    topics: FigureValue
    categories: FigureValue
    ages: FigureValue
    stages: FigureValue
    towns: tuple[TownLoad, ...]
    unplaced: int
    agencies: tuple[AgencyLoad, ...]
    came_in: tuple[Line, ...]
    late: tuple[Line, ...]
    soon: tuple[Line, ...]


class _Kept:
    """One answer for everybody: what is shown is the whole district's, the same for each role."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.answer: Wall | None = None
        self.made = 0.0

    def forget(self) -> None:
        """Count again at the next question (tests, a moved clock)."""
        self.answer = None

    def get(self, actor: Actor) -> Wall:
        if self.answer is not None and time.monotonic() - self.made < FRESH:
            return self.answer
        with self.lock:
            if self.answer is None or time.monotonic() - self.made >= FRESH:
                self.answer = _compose(actor)
                self.made = time.monotonic()
            return self.answer


_kept = _Kept()
forget_cache = _kept.forget


def wall(actor: Actor) -> Wall:
    """The wall, at most two seconds old. Needs ``bigscreen.wall.view``; only roles of the whole district
    hold it, so one answer is everybody's."""
    permissions.require(actor, verbs.VIEW)
    return _kept.get(actor)


def _compose(actor: Actor) -> Wall:
    today = reports.period()
    yesterday = reports.Period(today.first - timedelta(days=1), today.first - timedelta(days=1))
    now_and_today, before, month = reports.panels(
        actor,
        [
            Ask((*TODAY, *NOW), today),
            Ask(("by_hour",), yesterday),
            Ask(MONTH, reports.days_back(DAYS)),
        ],
    )
    figures = now_and_today | {code: month[code] for code in MONTH}
    mode, since = policy.mode_since()
    towns = territory.towns()
    came_in, late, soon = _lines({t.id: t.short_name for t in towns})
    loads = _town_loads(towns, figures)
    return Wall(
        mode=mode,
        mode_label=policy.MODES[mode],
        mode_since=since,
        district=territory.district().name if towns else "",
        as_of=figures["open"].as_of,
        strip=tuple(StripFigure(tile, _bare(figures[tile.code])) for tile in STRIP),
        hours_today=_hours(figures["by_hour"].groups, clock.local().hour),
        hours_yesterday=_hours(before["by_hour"].groups, 23),
        days=_days(month["by_day"].groups),
        kinds=figures["by_kind"],
        topics=figures["by_topic"],
        categories=figures["top_categories"],
        ages=figures["open_by_age"],
        stages=figures["open_by_stage"],
        towns=loads,
        unplaced=sum(g.value for g in figures["open_by_town"].groups if not g.key),
        agencies=_agency_loads(figures),
        came_in=came_in,
        late=late,
        soon=soon,
    )


def _bare(figure: FigureValue) -> FigureValue:
    return replace(figure, groups=())


def _hours(groups: tuple[Group, ...], last: int) -> tuple[Point, ...]:
    counted = {int(g.key): g.value for g in groups}
    return tuple(Point(str(hour), counted.get(hour, 0)) for hour in range(last + 1))


def _days(groups: tuple[Group, ...]) -> tuple[Point, ...]:
    counted = {g.key: g.value for g in groups}
    first = clock.today() - timedelta(days=TREND_DAYS - 1)
    days = [(first + timedelta(days=i)).isoformat() for i in range(TREND_DAYS)]
    return tuple(Point(day, counted.get(day, 0)) for day in days)


def _town_loads(towns: list[territory.AreaCard], figures: dict[str, FigureValue]) -> tuple[TownLoad, ...]:
    opened = {g.key: g.value for g in figures["open_by_town"].groups}
    late = {g.key: g.value for g in figures["late_by_town"].groups}
    return tuple(
        TownLoad(t.id, t.short_name, t.lon, t.lat, opened.get(str(t.id), 0), late.get(str(t.id), 0))
        for t in towns
    )


def _agency_loads(figures: dict[str, FigureValue]) -> tuple[AgencyLoad, ...]:
    late = {g.key: g.value for g in figures["late_by_agency"].groups}
    loads = [
        AgencyLoad(int(g.key), g.label, g.value, late.get(g.key, 0))
        for g in figures["open_by_agency"].groups
        if g.key
    ]
    return tuple(sorted(loads, key=lambda a: (-a.late, -a.open, a.id)))[:8]


def _lines(towns: dict[int, str]) -> tuple[tuple[Line, ...], ...]:
    now = clock.now()
    asked: dict[str, Any] = {
        "now": now,
        "soon": now + SOON_IS,
        "came_in": CAME_IN,
        "late": LATE,
        "soon_most": SOON,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LINES, asked)
        cells = [json.loads(c) if isinstance(c, str) else c or [] for c in cursor.fetchone()]
    rows = [row for cell in cells for row in cell]
    agencies = org.agencies_by_ids({row["lead_agency_id"] for row in rows if row.get("lead_agency_id")})
    options = hotline.options()
    words = {t: {o["code"]: o["label"] for o in options[t]} for t in ("kind", "urgency", "status")}
    words["topic"] = {t.code: t.name for t in hotline.topics()}

    def line(row: dict[str, Any]) -> Line:
        due = datetime.fromisoformat(row["reply_due"]) if row.get("reply_due") else None
        left = int((due - now).total_seconds() // 60) if due else None
        kind = words["kind"].get(row["kind"], "")
        topic = words["topic"].get(row["topic"], "")
        title, detail = matter(row["category"], topic, kind)
        agency = agencies.get(row.get("lead_agency_id") or 0)
        return Line(
            id=row["id"],
            no=row["no"],
            kind=row["kind"],
            kind_label=kind,
            topic_label=topic,
            urgency=row["urgency"],
            urgency_label=words["urgency"].get(row["urgency"], ""),
            title=title,
            detail=detail,
            town=towns.get(row["town_id"], ""),
            status_label=words["status"].get(row["status"], ""),
            received_at=datetime.fromisoformat(row["received_at"]),
            agency=agency.short_name if agency else "",
            reply_due=due,
            minutes_left=left,
            time_words=late_words(abs(left)) if left is not None else "",
        )

    return tuple(tuple(line(row) for row in cell) for cell in cells)
