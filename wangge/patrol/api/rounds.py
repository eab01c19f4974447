"""Rounds, visits and served notices: lists and pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from wangge.kit.http import actor_of
from wangge.patrol import queries, services

router = Router()


class RoundRowOut(Schema):
    """One line of the rounds; ``button_seconds`` is shown and never counted."""

    id: int
    grid: str
    grid_id: int
    by_label: str
    at: datetime
    ended_at: datetime | None
    received_at: datetime
    distance: int
    patrol_seconds: int
    inside_seconds: int
    button_seconds: int | None
    points: int
    drift_seconds: int
    offline: bool
    faults: list[str]


class RoundListOut(Schema):
    """A page of rounds."""

    items: list[RoundRowOut]
    next_cursor: str | None


class CheckInOut(Schema):
    """A check-in, counted or not, and why not."""

    id: int
    point_id: int
    point: str
    at: datetime
    lon: float
    lat: float
    accuracy: float
    distance: int
    dwell_seconds: int
    track_dwell: int | None
    counts: bool
    reason: str


class VisitRowOut(Schema):
    """A visit."""

    id: int
    target_kind: str
    target_kind_label: str
    target_id: int
    target_label: str
    result: str
    result_label: str
    topic: str
    note: str
    at: datetime
    received_at: datetime
    by_label: str
    grid: str
    believed: bool
    photo: str


class VisitListOut(Schema):
    """A page of visits."""

    items: list[VisitRowOut]
    next_cursor: str | None


class RoundEventOut(Schema):
    """An event found on the way."""

    id: int
    no: str
    title: str
    status_label: str


class RoundPageOut(Schema):
    """A round with its track ``[lon, lat, second, accuracy]`` and what was done on the way."""

    row: RoundRowOut
    track: list[list[float]]
    gaps: list[list[int]]
    check_ins: list[CheckInOut]
    visits: list[VisitRowOut]
    events: list[RoundEventOut]
    note: str


class ServedOut(Schema):
    """A served notice; the name masked."""

    id: int
    no: str
    kind_id: int
    title: str
    version: int
    place: str
    served_to: str
    refused: bool
    signature: str
    photo: str
    signed: bool
    note: str
    at: datetime
    received_at: datetime
    by_label: str
    grid: str


class ServedListOut(Schema):
    """A page of served notices."""

    items: list[ServedOut]
    next_cursor: str | None


class ServedNameOut(Schema):
    """The name in the clear, for one look."""

    served_to: str


class LookIn(Schema):
    """Why somebody looks."""

    purpose: str = Field(max_length=200)


@router.get("rounds", response=RoundListOut, operation_id="patrol_list_rounds")
def list_rounds(
    request: HttpRequest, area: int | None = None, cursor: str | None = None, limit: int = 50
) -> Any:
    """Rounds in scope, newest first."""
    return queries.rounds(actor_of(request), area_id=area, cursor=cursor, limit=limit)


@router.get("rounds/{int:round_id}", response=RoundPageOut, operation_id="patrol_read_round")
def read_round(request: HttpRequest, round_id: int) -> Any:
    """A round with its track."""
    found = queries.round_page(actor_of(request), round_id)
    events = [RoundEventOut(id=pk, no=no, title=title, status_label=s) for pk, no, title, s in found.events]
    return {
        "row": found.row,
        "track": found.track,
        "gaps": found.gaps,
        "check_ins": found.check_ins,
        "visits": found.visits,
        "events": events,
        "note": found.note,
    }


@router.get("visits", response=VisitListOut, operation_id="patrol_list_visits")
def list_visits(
    request: HttpRequest,
    area: int | None = None,
    target_kind: str = "",
    target_id: int | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Visits in scope, newest first; with a target its history."""
    return queries.visits(
        actor_of(request),
        area_id=area,
        target_kind=target_kind,
        target_id=target_id,
        cursor=cursor,
        limit=limit,
    )


@router.get("notices", response=ServedListOut, operation_id="patrol_list_notices")
def list_notices(
    request: HttpRequest, area: int | None = None, cursor: str | None = None, limit: int = 50
) -> Any:
    """Served notices in scope, newest first."""
    return queries.notices(actor_of(request), area_id=area, cursor=cursor, limit=limit)


@router.post("notices/{int:notice_id}/reveal", response=ServedNameOut, operation_id="patrol_reveal_served_to")
def reveal(request: HttpRequest, notice_id: int, payload: LookIn) -> Any:
    """The name in the clear, with a purpose, logged."""
    name = services.reveal_served_to(actor=actor_of(request), notice_id=notice_id, purpose=payload.purpose)
    return {"served_to": name}
