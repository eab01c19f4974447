"""Doors of reports: figures with their rows, the daily brief with its moves."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from wangge.kit.http import actor_of
from wangge.reports import queries, services

console = Router()


class GroupOut(Schema):
    """One part of a split figure."""

    key: str
    label: str
    value: int


class PeriodOut(Schema):
    """China dates, both included."""

    first: date
    last: date


class FigureOut(Schema):
    """A figure: the number, what it is made of, its variant and definition, the printed words."""

    code: str
    name: str
    name_en: str
    family: str
    unit: str
    value: float | None
    numerator: int
    denominator: int | None
    text: str
    text_en: str
    variant: str
    variant_label: str
    variant_label_en: str
    definition: str
    definition_en: str
    good_is: str
    period: PeriodOut | None
    town_id: int | None
    as_of: datetime
    groups: list[GroupOut]


class CheckOut(Schema):
    """One equation between cuts of the total."""

    code: str
    label: str
    left: int
    right: int
    holds: bool


class FiguresOut(Schema):
    """Every figure of a period, and whether the cuts agree."""

    first: date
    last: date
    town_id: int | None
    as_of: datetime
    holds: bool
    checks: list[CheckOut]
    figures: list[FigureOut]


class DefinitionOut(Schema):
    """What a figure means and how it is counted, without counting."""

    code: str
    name: str
    name_en: str
    family: str
    unit: str
    variant: str
    variant_label: str
    definition: str
    definition_en: str
    query: str


class RowOut(Schema):
    """One ticket behind a figure; no data of a person."""

    id: int
    no: str
    received_at: datetime
    channel: str
    channel_label: str
    kind: str
    kind_label: str
    topic: str
    town: str
    agency: str
    status: str
    status_label: str
    direct: bool
    dispatched: bool
    refused: bool
    reply_due: datetime | None
    replied_at: datetime | None
    late: bool
    satisfaction: str
    satisfaction_label: str
    solved: str
    excluded: bool
    closed_at: datetime | None
    counted: bool
    key: str


class RowsOut(Schema):
    """One page of rows."""

    items: list[RowOut]
    next_cursor: str | None


class PeriodQuery(Schema):
    """Which days (``from``, ``to``, China dates, both included) and which town."""

    first: date | None = Field(None, alias="from")
    last: date | None = Field(None, alias="to")
    town: int | None = None


class RowsQuery(PeriodQuery):
    """Which rows of a figure."""

    key: str | None = None
    counted: bool | None = None
    cursor: str | None = None
    limit: int = 50


@console.get("figures", response=FiguresOut, operation_id="reports_list_figures")
def list_figures(request: HttpRequest, asked: Query[PeriodQuery]) -> Any:
    """Every figure of a period (China dates, both included; without dates today)."""
    days = queries.period(asked.first, asked.last)
    found = queries.figures(actor_of(request), None, days, asked.town)
    checks = queries.checks(queries.cuts(found))
    return {
        "first": days.first,
        "last": days.last,
        "town_id": asked.town,
        "as_of": found["total"].as_of,
        "holds": all(c.holds for c in checks),
        "checks": checks,
        "figures": list(found.values()),
    }


@console.get("definitions", response=list[DefinitionOut], operation_id="reports_list_definitions")
def list_definitions(request: HttpRequest) -> Any:
    """Every figure's written definition and query."""
    return queries.definitions(actor_of(request))


@console.get("figures/{code}", response=FigureOut, operation_id="reports_read_figure")
def read_figure(request: HttpRequest, code: str, asked: Query[PeriodQuery]) -> Any:
    """One figure."""
    return queries.figure(actor_of(request), code, queries.period(asked.first, asked.last), asked.town)


@console.get("figures/{code}/rows", response=RowsOut, operation_id="reports_list_rows")
def list_rows(request: HttpRequest, code: str, asked: Query[RowsQuery]) -> Any:
    """The tickets of a figure's denominator, newest first; ``counted`` marks the numerator."""
    wanted = queries.RowFilter(queries.period(asked.first, asked.last), asked.town, asked.key, asked.counted)
    return queries.rows(actor_of(request), code, wanted, cursor=asked.cursor, limit=asked.limit)


class ExampleOut(Schema):
    """An anonymous example; ``chosen`` ones are printed."""

    ticket_id: int
    kind: str
    kind_label: str
    called: str
    matter: str
    answer: str
    chosen: bool


class BriefMoveOut(Schema):
    """Who did what to the brief."""

    name: str
    label: str
    by_label: str
    at: datetime
    reason: str


class BriefOut(Schema):
    """A brief as it is read; figures are frozen."""

    id: int
    day: date
    issue_no: int
    status: str
    status_label: str
    tone: str
    version: int
    figures: dict[str, dict[str, Any]]
    checks: list[CheckOut]
    holds: bool
    examples: list[ExampleOut]
    remarks: str
    compiled_at: datetime
    checked_at: datetime | None
    checked_by: str
    signed_at: datetime | None
    signed_by: str
    moves: list[BriefMoveOut]
    allowed: list[str]


class BriefLineOut(Schema):
    """A brief in the list."""

    day: date
    issue_no: int
    status: str
    status_label: str
    total: int
    signed_at: datetime | None
    signed_by: str


class EditIn(Schema):
    """Remarks and the chosen examples of a draft; without ``example_ids`` the choice stays."""

    remarks: str = ""
    example_ids: list[int] | None = None
    version: int | None = None


class ReviseIn(Schema):
    """Why a brief goes back."""

    reason: str


class DifferenceOut(Schema):
    """A frozen figure that reads otherwise today, and because of which tickets."""

    code: str
    name: str
    frozen: str
    now: str
    change: int
    added: list[int]
    gone: list[int]


@console.get("briefs", response=list[BriefLineOut], operation_id="reports_list_briefs")
def list_briefs(request: HttpRequest) -> Any:
    """The latest 31 briefs."""
    return queries.briefs(actor_of(request))


@console.get("brief/{day}", response=BriefOut, operation_id="reports_read_brief")
def read_brief(request: HttpRequest, day: date) -> Any:
    """The brief of a day."""
    return queries.brief(actor_of(request), day)


@console.get("brief/{day}/recount", response=list[DifferenceOut], operation_id="reports_recount_brief")
def recount_brief(request: HttpRequest, day: date) -> Any:
    """What would read otherwise if the brief were counted again now."""
    return queries.recount(actor_of(request), day)


@console.post("brief/{day}/compile", response=BriefOut, operation_id="reports_compile_brief")
def compile_brief(request: HttpRequest, day: date) -> Any:
    """Write or count again the draft."""
    services.compile_brief(actor=actor_of(request), day=day)
    return queries.brief(actor_of(request), day)


@console.post("brief/{day}/edit", response=BriefOut, operation_id="reports_edit_brief")
def edit_brief(request: HttpRequest, day: date, edit: EditIn) -> Any:
    """Change remarks and examples."""
    chosen = None if edit.example_ids is None else tuple(edit.example_ids)
    content = services.BriefEdit(edit.remarks, chosen)
    services.edit_brief(actor=actor_of(request), day=day, edit=content, version=edit.version)
    return queries.brief(actor_of(request), day)


@console.post("brief/{day}/check", response=BriefOut, operation_id="reports_check_brief")
def check_brief(request: HttpRequest, day: date) -> Any:
    """Freeze the numbers; refused while an equation fails."""
    services.check_brief(actor=actor_of(request), day=day)
    return queries.brief(actor_of(request), day)


@console.post("brief/{day}/revise", response=BriefOut, operation_id="reports_revise_brief")
def revise_brief(request: HttpRequest, day: date, why: ReviseIn) -> Any:
    """Back to the draft, with a reason."""
    services.revise_brief(actor=actor_of(request), day=day, reason=why.reason)
    return queries.brief(actor_of(request), day)


@console.post("brief/{day}/sign", response=BriefOut, operation_id="reports_sign_brief")
def sign_brief(request: HttpRequest, day: date) -> Any:
    """Sign: the numbers are final."""
    services.sign_brief(actor=actor_of(request), day=day)
    return queries.brief(actor_of(request), day)


class ScoreLineOut(Schema):
    """One part of a unit's score."""

    code: str
    label: str
    rate: float | None
    score: float
    full: float


class UnitScoreOut(Schema):
    """One unit's month."""

    agency_id: int
    agency: str
    dispatched: int
    lines: list[ScoreLineOut]
    total: float
    full: float


@console.get("scores/{month}", response=list[UnitScoreOut], operation_id="reports_list_scores")
def list_scores(request: HttpRequest, month: date) -> Any:
    """The monthly unit scores; ``month`` is any day of it."""
    return queries.unit_scores(actor_of(request), month)
