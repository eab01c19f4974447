"""Check-in points, the event tree, notice texts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from wangge.kit.http import actor_of
from wangge.patrol import queries, rules, services

router = Router()


class CheckInPointOut(Schema):
    """A check-in point; WGS-84, ``radius`` in metres."""

    id: int
    grid_id: int
    grid: str
    name: str
    kind: str
    kind_label: str
    lon: float
    lat: float
    radius: int
    note: str
    version: int
    valid_to: datetime | None


class CheckInPointIn(Schema):
    """A check-in point as the editor sends it; ``version`` guards a change (412)."""

    grid_id: int
    name: str = Field(max_length=60)
    kind: str = Field(max_length=12)
    lon: float
    lat: float
    radius: int = 80
    note: str = Field("", max_length=200)
    version: int | None = None

    def paper(self) -> services.PointDraft:
        """For the service."""
        return services.PointDraft(**self.dict(exclude={"version"}))


class PointIdOut(Schema):
    """Which point it is now: one moved far away is a new one."""

    id: int
    version: int


class EventClassOut(Schema):
    """A node of the event tree."""

    id: int
    code: str
    name: str
    parent_code: str
    path: str
    position: int
    active: bool


class EventClassIn(Schema):
    """Add, rename, take out of use."""

    code: str = Field(max_length=40)
    name: str = Field(max_length=30)
    parent_code: str = Field("", max_length=40)
    active: bool = True


class NoticeKindOut(Schema):
    """One version of a notice's text."""

    id: int
    code: str
    version: int
    title: str
    text: str
    document: str
    valid_from: datetime
    valid_to: datetime | None


class NoticeKindIn(Schema):
    """A new version of a notice's text."""

    code: str = Field(max_length=40)
    title: str = Field(max_length=60)
    text: str = Field(max_length=5000)
    document: str = Field("", max_length=120)


class PatrolWordsOut(Schema):
    """Codes and labels for forms, each as ``{code: label}``."""

    levels: dict[str, str]
    point_kinds: dict[str, str]
    return_reasons: dict[str, str]
    void_reasons: dict[str, str]
    scores: dict[str, str]
    visit_results: dict[str, str]


@router.get("words", response=PatrolWordsOut, operation_id="patrol_read_words")
def words(request: HttpRequest) -> Any:
    """Codes and labels."""
    actor_of(request)
    return {
        "levels": rules.LEVELS,
        "point_kinds": rules.POINT_KINDS,
        "return_reasons": rules.RETURN_REASONS,
        "void_reasons": rules.VOID_REASONS,
        "scores": {str(k): v for k, v in rules.SCORES.items()},
        "visit_results": rules.VISIT_RESULTS,
    }


@router.get("points", response=list[CheckInPointOut], operation_id="patrol_list_points")
def list_points(request: HttpRequest, area: int | None = None, ended: bool = False) -> Any:
    """Check-in points of an area."""
    return queries.points(actor_of(request), area, ended=ended)


@router.post("points", response={201: PointIdOut}, operation_id="patrol_add_point")
def add_point(request: HttpRequest, payload: CheckInPointIn) -> Any:
    """A new point."""
    return Status(201, services.add_point(actor=actor_of(request), draft=payload.paper()))


@router.put("points/{int:point_id}", response=PointIdOut, operation_id="patrol_change_point")
def change_point(request: HttpRequest, point_id: int, payload: CheckInPointIn) -> Any:
    """Correct a point."""
    return services.change_point(
        actor=actor_of(request), point_id=point_id, draft=payload.paper(), version=payload.version
    )


@router.delete("points/{int:point_id}", response={204: None}, operation_id="patrol_end_point")
def end_point(request: HttpRequest, point_id: int) -> Any:
    """Take a point out of use."""
    services.end_point(actor=actor_of(request), point_id=point_id)
    return Status(204, None)


@router.get("classes", response=list[EventClassOut], operation_id="patrol_list_classes")
def list_classes(request: HttpRequest, whole: bool = False) -> Any:
    """The event tree."""
    actor_of(request)
    return queries.classes(whole=whole)


@router.post("classes", response=EventClassOut, operation_id="patrol_set_class")
def set_class(request: HttpRequest, payload: EventClassIn) -> Any:
    """Add, rename, take out of use."""
    return services.set_class(actor=actor_of(request), **payload.dict())


@router.get("notice-kinds", response=list[NoticeKindOut], operation_id="patrol_list_notice_kinds")
def list_notice_kinds(request: HttpRequest, history: bool = False) -> Any:
    """Notice texts, in force or all versions."""
    actor_of(request)
    return queries.notice_kinds(history=history)


@router.post("notice-kinds", response=NoticeKindOut, operation_id="patrol_set_notice_kind")
def set_notice_kind(request: HttpRequest, payload: NoticeKindIn) -> Any:
    """A new version of a text from now on."""
    return services.set_notice_kind(actor=actor_of(request), **payload.dict())
