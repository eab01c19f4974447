"""Units of lists: coverage, who is missing, answers in versions, re-check, drop, assign."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema

from wangge.campaigns import queries, services
from wangge.campaigns.models.target import RESPONSE_KINDS
from wangge.campaigns.queries import TargetFilter
from wangge.campaigns.services import Filled
from wangge.campaigns.states import TARGET
from wangge.kit import clock
from wangge.kit.http import actor_of

router = Router()


class CampaignCoverageOut(Schema):
    """Coverage of a town, village or worker; ``total`` without what was dropped."""

    id: int
    name: str
    total: int
    covered: int
    missing: int
    recheck: int
    dropped: int


class CampaignTargetOut(Schema):
    """A unit in a list."""

    id: int
    campaign_id: int
    subject_kind: str
    subject_id: int
    kind: str
    title: str
    address: str
    town: str
    village: str
    grid: str
    post_id: int | None
    post: str
    agency: str
    status: str
    status_label: str
    tone: str
    version: int
    answered_at: datetime | None


class TargetPageOut(Schema):
    """One page of units."""

    items: list[CampaignTargetOut]
    next_cursor: str | None


class ResponseOut(Schema):
    """One version of an answer."""

    number: int
    kind: str
    kind_label: str
    current: bool
    by_label: str
    reason: str
    captured_at: datetime
    stored_at: datetime
    answers: dict[str, Any]


class TargetMoveOut(Schema):
    """One line of a unit's story."""

    name: str
    label: str
    by_label: str
    at: datetime
    reason: str


class TargetDetailOut(CampaignTargetOut):
    """A unit with its versions and its story."""

    form_version_id: int | None
    allowed: list[str]
    versions: list[ResponseOut]
    moves: list[TargetMoveOut]


class AssignTargetsIn(Schema):
    """Units and the post that gets them."""

    target_ids: list[int]
    post_id: int
    reason: str = ""


class TargetCountOut(Schema):
    """How many."""

    count: int


class TargetReasonIn(Schema):
    """Why."""

    reason: str = ""


class ResponseIn(Schema):
    """An answer typed in at a desk."""

    client_id: UUID
    answers: dict[str, Any]
    version: int | None = None
    reason: str = ""


class AnsweredOut(Schema):
    """What became of it."""

    target_id: int
    number: int
    status: str
    kind: str


class RecheckIn(Schema):
    """The verdict of a re-check."""

    agrees: bool
    note: str = ""
    client_id: UUID | None = None
    answers: dict[str, Any] | None = None


def _row(row: queries.TargetRow) -> dict[str, Any]:
    plain = {name: getattr(row, name) for name in row.__slots__}
    return plain | {"status_label": TARGET.labels[row.status], "tone": TARGET.tones[row.status]}


@router.get(
    "campaigns/{int:campaign_id}/coverage",
    response=list[CampaignCoverageOut],
    operation_id="campaigns_read_coverage",
)
def read_coverage(request: HttpRequest, campaign_id: int, by: str = "town") -> Any:
    """Coverage by ``town``, ``village`` or ``post``, of what the reader may see."""
    return queries.coverage(actor_of(request), campaign_id, by)


@router.get(
    "campaigns/{int:campaign_id}/targets", response=TargetPageOut, operation_id="campaigns_list_targets"
)
def list_targets(
    request: HttpRequest,
    campaign_id: int,
    status: str = "",
    town: int | None = None,
    village: int | None = None,
    post: int | None = None,
    cursor: str = "",
    limit: int = 50,
) -> Any:
    """Units of a list; ``status=open`` is who is missing."""
    wanted = TargetFilter(status, town, village, post)
    page = queries.targets(actor_of(request), campaign_id, wanted, cursor, limit)
    return {"items": [_row(r) for r in page.items], "next_cursor": page.next_cursor}


@router.get("targets/{int:target_id}", response=TargetDetailOut, operation_id="campaigns_read_target")
def read_target(request: HttpRequest, target_id: int) -> Any:
    """One unit with every version of its answer."""
    page = queries.target_page(actor_of(request), target_id)
    versions = [
        {name: getattr(v, name) for name in v.__slots__} | {"kind_label": RESPONSE_KINDS[v.kind]}
        for v in page.versions
    ]
    moves = [
        {
            "name": m.name,
            "label": TARGET.move_labels.get(m.name, m.name),
            "by_label": m.by_label,
            "at": m.at,
            "reason": m.reason,
        }
        for m in page.moves
    ]
    return _row(page.row) | {
        "form_version_id": page.campaign.form_version_id,
        "allowed": list(TARGET.allowed(page.row.status)),
        "versions": versions,
        "moves": moves,
    }


@router.post("targets/assign", response=TargetCountOut, operation_id="campaigns_assign_targets")
def assign_targets(request: HttpRequest, payload: AssignTargetsIn) -> Any:
    """Give units to a post."""
    done = services.assign_targets(
        actor=actor_of(request), target_ids=payload.target_ids, post_id=payload.post_id, reason=payload.reason
    )
    return {"count": done}


@router.post("targets/{int:target_id}/drop", response=TargetDetailOut, operation_id="campaigns_drop_target")
def drop_target(request: HttpRequest, target_id: int, payload: TargetReasonIn) -> Any:
    """Take it out of the denominator, with the reason."""
    services.drop_target(actor=actor_of(request), target_id=target_id, reason=payload.reason)
    return read_target(request, target_id)


@router.post(
    "targets/{int:target_id}/restore", response=TargetDetailOut, operation_id="campaigns_restore_target"
)
def restore_target(request: HttpRequest, target_id: int, payload: TargetReasonIn) -> Any:
    """Put it back."""
    services.restore_target(actor=actor_of(request), target_id=target_id, reason=payload.reason)
    return read_target(request, target_id)


@router.post(
    "targets/{int:target_id}/responses", response=AnsweredOut, operation_id="campaigns_submit_response"
)
def submit_response(request: HttpRequest, target_id: int, payload: ResponseIn) -> Any:
    """An answer typed in at a desk."""
    filled = Filled(
        payload.client_id, target_id, payload.answers, clock.now(), payload.version, payload.reason
    )
    return services.submit_response(actor=actor_of(request), filled=filled)


@router.post(
    "targets/{int:target_id}/recheck", response=TargetDetailOut, operation_id="campaigns_recheck_target"
)
def recheck_target(request: HttpRequest, target_id: int, payload: RecheckIn) -> Any:
    """The verdict of a re-check."""
    filled = None
    if payload.answers is not None and payload.client_id is not None:
        filled = Filled(payload.client_id, target_id, payload.answers, clock.now())
    services.recheck_target(
        actor=actor_of(request), target_id=target_id, agrees=payload.agrees, note=payload.note, filled=filled
    )
    return read_target(request, target_id)
