"""Premises: list, search, read, register, correct, verify, close."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema, Status
from pydantic import ConfigDict

from wangge.kit import permissions as gate
from wangge.kit.http import actor_of, etag, require_version
from wangge.premises import queries, rules, services
from wangge.premises.services import PremisesDraft
from wangge.premises.states import LABELS

router = Router()


class PremisesBody(Schema):
    """An unknown field is an error, so that a misspelt one is not lost."""

    model_config = ConfigDict(extra="forbid")


class PremisesRowOut(Schema):
    """One line of the list; the contact's number masked."""

    id: int
    kind: str
    kind_label: str
    name: str
    credit_code: str
    industry_label: str
    above_scale: bool
    address: str
    town_id: int
    village_id: int | None
    grid_id: int | None
    staff_total: int
    status: str
    status_label: str
    status_tone: str
    contact_name: str
    contact_phone_masked: str
    source: str
    created_by_label: str
    created_at: datetime


class PremisesListOut(Schema):
    """A page; ``cut``: a search had more hits than are shown."""

    items: list[PremisesRowOut]
    next_cursor: str | None
    cut: bool


class PremisesRecordOut(Schema):
    """The whole record of one premises; ``moves`` are the steps its state allows."""

    id: int
    kind: str
    kind_label: str
    name: str
    short_name: str
    credit_code: str
    industry: str
    industry_label: str
    above_scale: bool
    address: str
    lon: float | None
    lat: float | None
    town_id: int
    town_name: str
    village_id: int | None
    village_name: str
    grid_id: int | None
    grid_name: str
    dedicated_grid_id: int | None
    staff_total: int
    status: str
    status_label: str
    status_tone: str
    moves: list[str]
    version: int
    source: str
    created_at: datetime
    created_by_label: str
    changed_at: datetime


class PremisesStepOut(Schema):
    """One step of a premises."""

    name: str
    label: str
    target_label: str
    by_label: str
    at: datetime
    reason: str


class PremisesCodeOut(Schema):
    """A code and its Chinese word."""

    code: str
    label: str


class PremisesWordsOut(Schema):
    """What may be chosen, and what the asker may do."""

    kinds: list[PremisesCodeOut]
    industries: list[PremisesCodeOut]
    states: list[PremisesCodeOut]
    contact_roles: list[PremisesCodeOut]
    may: list[str]
    waiting: int


class PremisesIn(PremisesBody):
    """A new premises."""

    name: str = Field(max_length=120)
    kind: str = "enterprise"
    short_name: str = Field("", max_length=40)
    credit_code: str = Field("", max_length=40)
    industry: str = ""
    above_scale: bool = False
    address: str = Field("", max_length=200)
    lon: float | None = None
    lat: float | None = None
    area_id: int | None = None
    staff_total: int = 0
    contact_name: str = Field("", max_length=40)
    contact_phone: str = Field("", max_length=40)


class PremisesCorrectionIn(PremisesBody):
    """Changed columns; absent ones stay. ``version`` is the one that was read."""

    version: int
    name: str | None = Field(None, max_length=120)
    kind: str | None = None
    short_name: str | None = Field(None, max_length=40)
    credit_code: str | None = Field(None, max_length=40)
    industry: str | None = None
    above_scale: bool | None = None
    address: str | None = Field(None, max_length=200)
    lon: float | None = None
    lat: float | None = None
    area_id: int | None = None
    dedicated_grid_id: int | None = None
    staff_total: int | None = None


class PremisesReasonIn(PremisesBody):
    """Why."""

    reason: str = Field("", max_length=500)


def coded(codes: dict[str, str]) -> list[dict[str, str]]:
    """Codes with their words, in the order of the table."""
    return [{"code": code, "label": label} for code, label in codes.items()]


@router.get("words", response=PremisesWordsOut, operation_id="premises_read_words")
def read_words(request: HttpRequest) -> Any:
    """Kinds, industries, states and contact roles; the asker's verbs; how many wait for verification."""
    actor = actor_of(request)
    waiting = queries.waiting_count(actor)
    return {
        "kinds": coded(rules.KINDS),
        "industries": coded(rules.INDUSTRIES),
        "states": coded(LABELS),
        "contact_roles": coded(rules.CONTACT_ROLES),
        "may": sorted(p for p in gate.table() if p.startswith("premises.") and actor.may(p)),
        "waiting": waiting,
    }


@router.get("premises", response=PremisesListOut, operation_id="premises_list_premises")
def list_premises(
    request: HttpRequest,
    kind: str = "",
    town: int | None = None,
    village: int | None = None,
    grid: int | None = None,
    industry: str = "",
    above_scale: bool | None = None,
    status: str = "",
    q: str = "",
    cursor: str = "",
    limit: int = 50,
) -> Any:
    """Premises in scope by name; with ``q`` (part of a name, pinyin, initials, code) the best hits."""
    wanted = queries.PremisesFilter(
        kind=kind,
        town=town,
        village=village,
        grid=grid,
        industry=industry,
        above_scale=above_scale,
        status=status,
        text=q[:60],
    )
    return queries.premises_list(actor_of(request), wanted, cursor, limit)


@router.post("premises", response={201: PremisesRecordOut}, operation_id="premises_register_premises")
def register_premises(request: HttpRequest, payload: PremisesIn) -> Any:
    """Put a premises on the register."""
    row = services.register_premises(actor=actor_of(request), draft=PremisesDraft(**payload.dict()))
    return Status(201, queries.record(row))


@router.get("premises/{int:premises_id}", response=PremisesRecordOut, operation_id="premises_read_premises")
def read_premises(request: HttpRequest, premises_id: int, response: HttpResponse) -> Any:
    """One premises."""
    found = queries.record_for(actor_of(request), premises_id)
    response["ETag"] = etag(found.version)
    return found


@router.patch(
    "premises/{int:premises_id}", response=PremisesRecordOut, operation_id="premises_correct_premises"
)
def correct_premises(request: HttpRequest, premises_id: int, payload: PremisesCorrectionIn) -> Any:
    """Correct a premises; 412 with the server's record when somebody was faster."""
    require_version(request, payload.version)
    changes = payload.dict(exclude_unset=True, exclude={"version"})
    row = services.correct_premises(
        actor=actor_of(request), premises_id=premises_id, version=payload.version, changes=changes
    )
    return queries.record(row)


@router.get(
    "premises/{int:premises_id}/steps", response=list[PremisesStepOut], operation_id="premises_list_steps"
)
def list_steps(request: HttpRequest, premises_id: int) -> Any:
    """The steps of a premises, newest first."""
    return queries.moves_of(actor_of(request), premises_id)


@router.post(
    "premises/{int:premises_id}/verify", response=PremisesRecordOut, operation_id="premises_verify_premises"
)
def verify_premises(request: HttpRequest, premises_id: int) -> Any:
    """A found one is real."""
    return queries.record(services.verify_premises(actor=actor_of(request), premises_id=premises_id))


@router.post(
    "premises/{int:premises_id}/reject", response=PremisesRecordOut, operation_id="premises_reject_premises"
)
def reject_premises(request: HttpRequest, premises_id: int, payload: PremisesReasonIn) -> Any:
    """A found one is none, or is there already."""
    row = services.reject_premises(actor=actor_of(request), premises_id=premises_id, reason=payload.reason)
    return queries.record(row)


@router.post(
    "premises/{int:premises_id}/close", response=PremisesRecordOut, operation_id="premises_close_premises"
)
def close_premises(request: HttpRequest, premises_id: int, payload: PremisesReasonIn) -> Any:
    """It works no more."""
    row = services.close_premises(actor=actor_of(request), premises_id=premises_id, reason=payload.reason)
    return queries.record(row)


@router.post(
    "premises/{int:premises_id}/reopen", response=PremisesRecordOut, operation_id="premises_reopen_premises"
)
def reopen_premises(request: HttpRequest, premises_id: int) -> Any:
    """It works again."""
    return queries.record(services.reopen_premises(actor=actor_of(request), premises_id=premises_id))
