"""Doors: calendar, deadlines, mode."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

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
