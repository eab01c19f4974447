"""Inspections, liaison visits, problems and their figures."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from wangge.campaigns import permissions, queries, services
from wangge.campaigns.models import Inspection, LiaisonVisit, Problem
from wangge.campaigns.models.inspection import ANSWERS, FIVE, GATE, INSPECTION_KINDS
from wangge.campaigns.models.problem import SEVERITIES, SOURCES
from wangge.campaigns.queries.problems import ProblemFilter, liaison_overview
from wangge.campaigns.states import PROBLEM
from wangge.kit.http import actor_of

router = Router()
VERBS = {
    "assign": permissions.GIVE,
    "start": permissions.RECTIFY,
    "rectify": permissions.RECTIFY,
    "pass": permissions.STRIKE,
    "fail": permissions.STRIKE,
    "dismiss": permissions.GIVE,
}


class InspectionRow(Schema):
    """An inspection in a list."""

    id: int
    premises_id: int
    title: str
    kind: str
    kind_label: str
    town: str
    passed: bool
    vaccinated: int | None
    team: str
    by_label: str
    captured_at: datetime


class InspectionRows(Schema):
    """One page of inspections."""

    items: list[InspectionRow]
    next_cursor: str | None


class InspectionItemOut(Schema):
    """One of the ten answers."""

    part: str
    code: str
    label: str
    answer: str
    answer_label: str
    evidence: str
    note: str


class ProblemRow(Schema):
    """A problem in a list."""

    id: int
    no: str
    premises_id: int
    title: str
    text: str
    source: str
    source_label: str
    severity: str
    severity_label: str
    status: str
    status_label: str
    tone: str
    town: str
    agency: str
    post: str
    found_at: datetime
    found_by: str
    due_at: datetime | None
    closed_at: datetime | None
    result: str
    returns: int
    version: int


class ProblemRows(Schema):
    """One page of problems."""

    items: list[ProblemRow]
    next_cursor: str | None


class InspectionOut(InspectionRow):
    """An inspection with its answers and problems."""

    note: str
    inspectors: list[str]
    stored_at: datetime
    photos: list[str]
    signature: str
    items: list[InspectionItemOut]
    problems: list[ProblemRow]


class ProblemClockOut(Schema):
    """A clock of a problem."""

    kind_label: str
    state_label: str
    tone: str
    due_at: datetime
    stopped_at: datetime | None
    rule_text: str


class ProblemMoveOut(Schema):
    """One line of its story."""

    name: str
    label: str
    by_label: str
    at: datetime
    reason: str
    photos: list[str]


class CampaignProblemOut(ProblemRow):
    """A problem with clocks, story and what may be done."""

    allowed: list[str]
    clocks: list[ProblemClockOut]
    moves: list[ProblemMoveOut]


class GiveProblemIn(Schema):
    """Whom it goes to; by default the office of the town."""

    agency_id: int | None = None
    post_id: int | None = None
    version: int | None = None


class ProblemVersionIn(Schema):
    """Which version was seen."""

    version: int | None = None


class RectifyIn(Schema):
    """What was done."""

    result: str
    version: int | None = None


class ProblemRecheckIn(Schema):
    """Passed or not."""

    passed: bool
    note: str = ""
    version: int | None = None


class DismissIn(Schema):
    """Why it is none."""

    reason: str


class KpiOut(Schema):
    """A figure with the words that say what is divided by what."""

    code: str
    label: str
    unit: str
    value: float | None
    numerator: int
    denominator: int | None
    definition: str


class VisitRow(Schema):
    """A liaison visit in a list."""

    id: int
    premises_id: int
    title: str
    town: str
    round: int
    by_label: str
    summary: str
    manuals: int
    leaflets: int
    visited_at: datetime


class VisitRows(Schema):
    """One page of visits."""

    items: list[VisitRow]
    next_cursor: str | None


class VisitOut(VisitRow):
    """A visit with what was asked and suggested."""

    paired: bool
    problems: list[ProblemRow]
    suggestions: list[str]


class LiaisonLineOut(Schema):
    """What one official did."""

    post_id: int
    name: str
    post_title: str
    visits: int
    units: int
    in_care: int
    open_problems: int


def _inspection(row: Inspection) -> dict[str, Any]:
    names = ("id", "premises_id", "title", "kind", "passed", "vaccinated", "team", "by_label", "captured_at")
    plain = {name: getattr(row, name) for name in names}
    return plain | {"kind_label": INSPECTION_KINDS[row.kind], "town": row.town.name if row.town else ""}


def problem_row(row: Problem) -> dict[str, Any]:
    """A problem as lists show it."""
    names = (
        "id", "no", "premises_id", "title", "text", "source", "severity", "status", "found_at", "found_by",
        "due_at", "closed_at", "result", "returns", "version",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names} | {
        "source_label": SOURCES[row.source],
        "severity_label": SEVERITIES[row.severity],
        "status_label": PROBLEM.labels[row.status],
        "tone": PROBLEM.tones[row.status],
        "town": row.town.name if row.town else "",
        "agency": (row.agency.short_name or row.agency.name) if row.agency else "",
        "post": row.post.account.name if row.post else "",
    }


@router.get("inspections", response=InspectionRows, operation_id="campaigns_list_inspections")
def list_inspections(
    request: HttpRequest,
    kind: str = "",
    town: int | None = None,
    passed: bool | None = None,
    premises: int | None = None,
    cursor: str = "",
    limit: int = 50,
) -> Any:
    """Inspections in reach, newest first."""
    page = queries.inspections(
        actor_of(request),
        kind=kind,
        town_id=town,
        passed=passed,
        premises_id=premises,
        cursor=cursor,
        limit=limit,
    )
    return {"items": [_inspection(r) for r in page.items], "next_cursor": page.next_cursor}


@router.get(
    "inspections/{int:inspection_id}", response=InspectionOut, operation_id="campaigns_read_inspection"
)
def read_inspection(request: HttpRequest, inspection_id: int) -> Any:
    """One inspection with its ten answers."""
    page = queries.inspection_page(actor_of(request), inspection_id)
    labels = FIVE | GATE
    items = [
        {
            "part": i.part, "code": i.code, "label": labels[i.code], "answer": i.answer,
            "answer_label": ANSWERS[i.answer], "evidence": i.evidence, "note": i.note,
        }
        for i in page.items
    ]  # fmt: skip
    row = page.row
    more = {name: getattr(row, name) for name in ("note", "inspectors", "stored_at", "photos", "signature")}
    return _inspection(row) | more | {"items": items, "problems": [problem_row(p) for p in page.problems]}


@router.get("kpis", response=list[KpiOut], operation_id="campaigns_read_kpis")
def read_kpis(request: HttpRequest, campaign: int | None = None) -> Any:
    """Coverage, pass rates, problems solved, visits and suggestions of what the reader may see."""
    return queries.kpis(actor_of(request), campaign)


@router.get("problems", response=ProblemRows, operation_id="campaigns_list_problems")
def list_problems(
    request: HttpRequest,
    status: str = "",
    source: str = "",
    town: int | None = None,
    campaign: int | None = None,
    premises: int | None = None,
    late: bool = False,
    cursor: str = "",
    limit: int = 50,
) -> Any:
    """Problems in reach, newest first; ``status=open`` are those not struck off."""
    wanted = ProblemFilter(status, source, town, campaign, premises, late)
    page = queries.problems(actor_of(request), wanted, cursor, limit)
    return {"items": [problem_row(p) for p in page.items], "next_cursor": page.next_cursor}


@router.get("problems/{int:problem_id}", response=CampaignProblemOut, operation_id="campaigns_read_problem")
def read_problem(request: HttpRequest, problem_id: int) -> Any:
    """One problem with its clocks and story."""
    actor = actor_of(request)
    page = queries.problem_page(actor, problem_id)
    moves = [
        {
            "name": m.name, "label": PROBLEM.move_labels.get(m.name, "发现"), "by_label": m.by_label,
            "at": m.at, "reason": m.reason, "photos": m.data.get("photos", []),
        }
        for m in page.moves
    ]  # fmt: skip
    allowed = [m for m in PROBLEM.allowed(page.row.status) if m in VERBS and actor.may(VERBS[m])]
    return problem_row(page.row) | {"allowed": allowed, "clocks": page.clocks, "moves": moves}


@router.post(
    "problems/{int:problem_id}/assign", response=CampaignProblemOut, operation_id="campaigns_assign_problem"
)
def assign_problem(request: HttpRequest, problem_id: int, payload: GiveProblemIn) -> Any:
    """Give it to the unit that sees to it."""
    services.assign_problem(actor=actor_of(request), problem_id=problem_id, **payload.dict())
    return read_problem(request, problem_id)


@router.post(
    "problems/{int:problem_id}/start", response=CampaignProblemOut, operation_id="campaigns_start_problem"
)
def start_problem(request: HttpRequest, problem_id: int, payload: ProblemVersionIn) -> Any:
    """Take it up."""
    services.start_problem(actor=actor_of(request), problem_id=problem_id, version=payload.version)
    return read_problem(request, problem_id)


@router.post(
    "problems/{int:problem_id}/rectify", response=CampaignProblemOut, operation_id="campaigns_rectify_problem"
)
def rectify_problem(request: HttpRequest, problem_id: int, payload: RectifyIn) -> Any:
    """It was put right."""
    services.rectify_problem(
        actor=actor_of(request), problem_id=problem_id, result=payload.result, version=payload.version
    )
    return read_problem(request, problem_id)


@router.post(
    "problems/{int:problem_id}/recheck", response=CampaignProblemOut, operation_id="campaigns_recheck_problem"
)
def recheck_problem(request: HttpRequest, problem_id: int, payload: ProblemRecheckIn) -> Any:
    """Struck off, or back to work."""
    services.recheck_problem(
        actor=actor_of(request),
        problem_id=problem_id,
        passed=payload.passed,
        note=payload.note,
        version=payload.version,
    )
    return read_problem(request, problem_id)


@router.post(
    "problems/{int:problem_id}/dismiss", response=CampaignProblemOut, operation_id="campaigns_dismiss_problem"
)
def dismiss_problem(request: HttpRequest, problem_id: int, payload: DismissIn) -> Any:
    """It is none."""
    services.dismiss_problem(actor=actor_of(request), problem_id=problem_id, reason=payload.reason)
    return read_problem(request, problem_id)


def _visit(row: LiaisonVisit) -> dict[str, Any]:
    names = (
        "id", "premises_id", "title", "round", "by_label", "summary", "manuals", "leaflets", "visited_at",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names} | {"town": row.town.name if row.town else ""}


@router.get("visits", response=VisitRows, operation_id="campaigns_list_visits")
def list_visits(
    request: HttpRequest,
    campaign: int | None = None,
    post: int | None = None,
    cursor: str = "",
    limit: int = 50,
) -> Any:
    """Liaison visits in reach, newest first."""
    page = queries.visits(actor_of(request), campaign_id=campaign, post_id=post, cursor=cursor, limit=limit)
    return {"items": [_visit(r) for r in page.items], "next_cursor": page.next_cursor}


@router.get("visits/{int:visit_id}", response=VisitOut, operation_id="campaigns_read_visit")
def read_visit(request: HttpRequest, visit_id: int) -> Any:
    """One visit."""
    page = queries.visit_page(actor_of(request), visit_id)
    return _visit(page.row) | {
        "paired": page.row.paired,
        "problems": [problem_row(p) for p in page.problems],
        "suggestions": [s.text for s in page.suggestions],
    }


@router.get("liaison", response=list[LiaisonLineOut], operation_id="campaigns_read_liaison")
def read_liaison(request: HttpRequest, campaign: int | None = None) -> Any:
    """What each official did, the busiest first."""
    return liaison_overview(actor_of(request), campaign)
