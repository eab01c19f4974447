"""Doors: calendar, deadlines, mode."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Router, Schema

from wangge.kit import clock
from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of
from wangge.policy import queries, services

console = Router()


class DayOut(Schema):
    """One day of the work calendar."""

    day: date
    kind: str
    name: str
    source: str
    version: int


class CalendarOut(Schema):
    """A year and the years that are missing."""

    year: int
    days: list[DayOut]
    missing_years: list[int]


class DayIn(Schema):
    """What kind of day it is and by which document."""

    kind: str
    name: str = ""
    source: str


class DeadlineOut(Schema):
    """One deadline row."""

    id: int
    clock_kind: str
    priority: int
    conditions: dict[str, Any]
    amount: int
    unit: str
    calendar: str
    text: str
    document: str
    issued_by: str
    valid_from: datetime
    valid_to: datetime | None


class YearIn(Schema):
    """A year's notice: holidays with their names, worked weekends, the document."""

    holidays: dict[date, str]
    makeups: list[date] = []
    source: str


class YearOut(Schema):
    """How many days were written."""

    year: int
    days: int


class DeadlineIn(Schema):
    """A new deadline row; it replaces the one of the same clock and priority from now on."""

    business: str = "hotline"
    clock_kind: Literal["sign", "return", "reply"]
    priority: int = Field(ge=1, le=999)
    amount: int = Field(ge=1, le=9999)
    unit: Literal["minutes", "hours", "work_days"]
    calendar: Literal["work", "always"]
    text: str = Field(min_length=2, max_length=120)
    conditions: dict[str, list[str | bool]] = {}
    document: str = Field(min_length=2, max_length=120)
    issued_by: str = Field(default="", max_length=60)


class LimitOut(Schema):
    """A number in force."""

    name: str
    label: str
    value: int


class LimitIn(Schema):
    """The new value and the document it comes from."""

    value: int = Field(ge=0, le=100_000)
    document: str = Field(min_length=2, max_length=120)


class NoticeOut(Schema):
    """One line of the banner."""

    code: str
    tone: str
    text: str


class ModeOut(Schema):
    """平时 or 战时."""

    mode: str
    label: str


class ModeIn(Schema):
    """The mode to switch to and why."""

    mode: str
    reason: str


@console.get("calendar", response=CalendarOut, operation_id="policy_read_calendar")
def read_calendar(request: HttpRequest, year: int) -> Any:
    """A year of the work calendar."""
    if not 2018 <= year <= 2100:
        raise Invalid.field("year", "年份应在 2018 到 2100 之间")
    missing = queries.calendar_gaps(clock.today())
    return {"year": year, "days": queries.days_of(year), "missing_years": missing}


@console.put("calendar/{day}", response=DayOut, operation_id="policy_set_day")
def set_day(request: HttpRequest, day: date, payload: DayIn) -> Any:
    """Correct a day."""
    return services.set_day(
        actor=actor_of(request), day=day, kind=payload.kind, name=payload.name, source=payload.source
    )


@console.get("deadline-rules", response=list[DeadlineOut], operation_id="policy_list_deadlines")
def list_deadlines(request: HttpRequest, business: str = "hotline") -> Any:
    """Every deadline row of a business."""
    return queries.deadline_rules(business)


@console.post("calendar/years/{year}", response=YearOut, operation_id="policy_announce_year")
def announce_year(request: HttpRequest, year: int, payload: YearIn) -> Any:
    """Enter a year that is missing."""
    days = services.announce_year(
        actor=actor_of(request),
        year=year,
        holidays=payload.holidays,
        makeups=payload.makeups,
        source=payload.source,
    )
    return {"year": year, "days": days}


@console.post("deadline-rules", response=DeadlineOut, operation_id="policy_set_deadline")
def set_deadline(request: HttpRequest, payload: DeadlineIn) -> Any:
    """A new deadline row from now on."""
    fields = payload.dict(exclude={"business"})
    rule = services.NewDeadline(**fields)
    return services.set_deadline(actor=actor_of(request), business=payload.business, rule=rule)


@console.get("limits", response=list[LimitOut], operation_id="policy_list_limits")
def list_limits(request: HttpRequest) -> Any:
    """Every limit in force."""
    return [
        {"name": name, "label": services.LIMIT_LABELS.get(name, name), "value": value}
        for name, value in queries.limits().items()
    ]


@console.put("limits/{name}", response=list[LimitOut], operation_id="policy_set_limit")
def set_limit(request: HttpRequest, name: str, payload: LimitIn) -> Any:
    """A new value from now on."""
    services.set_limit(actor=actor_of(request), name=name, value=payload.value, document=payload.document)
    return list_limits(request)


@console.get("notices", response=list[NoticeOut], operation_id="policy_list_notices")
def list_notices(request: HttpRequest) -> Any:
    """The banner: years without a calendar, 战时."""
    return queries.notices(clock.today())


@console.get("mode", response=ModeOut, operation_id="policy_read_mode")
def read_mode(request: HttpRequest) -> Any:
    """The mode now."""
    mode = queries.mode()
    return {"mode": mode, "label": queries.MODES[mode]}


@console.post("mode", response=ModeOut, operation_id="policy_switch_mode")
def switch_mode(request: HttpRequest, payload: ModeIn) -> Any:
    """Switch between 平时 and 战时."""
    services.switch_mode(actor=actor_of(request), mode=payload.mode, reason=payload.reason)
    return {"mode": payload.mode, "label": queries.MODES[payload.mode]}
