"""Registers of patrol: check-in points, the class tree, notice texts. Whoever is logged in may read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound
from wangge.patrol import permissions, rules
from wangge.patrol.models import CheckInPoint, EventClass, NoticeKind
from wangge.patrol.queries.scope import area_filter, covers
from wangge.territory import queries as territory

MOST_POINTS = 2000


@dataclass(frozen=True, slots=True)
class PointRow:
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


_POINT = ("id", "grid_id", "name", "kind", "lon", "lat", "radius", "note", "version", "valid_to")


def points(actor: Actor, area_id: int | None = None, *, ended: bool = False) -> list[PointRow]:
    """Check-in points of an area in the actor's reach (his own by default), by grid and name."""
    gate.require(actor, permissions.SEE_ROUNDS)
    rows = CheckInPoint.objects.all() if ended else CheckInPoint.objects.filter(valid_to__isnull=True)
    if area_id is not None:
        if not covers(actor, territory.area(area_id)):
            raise NotFound
        rows = rows.filter(Q(grid_id=area_id) | Q(village_id=area_id) | Q(town_id=area_id))
    elif not (actor.district_wide or actor.kind == "system"):
        rows = rows.filter(area_filter(actor))
    named = rows.annotate(_grid=F("grid__name")).order_by("grid_id", "name", "id")
    return [_point(raw) for raw in named.values(*_POINT, "_grid")[:MOST_POINTS]]


def _point(raw: dict[str, object]) -> PointRow:
    values = dict(raw)
    grid = str(values.pop("_grid"))
    return PointRow(grid=grid, kind_label=rules.POINT_KINDS[str(raw["kind"])], **values)  # type: ignore[arg-type]


def point(point_id: int) -> CheckInPoint:
    """One point, ended ones included; ``NotFound`` when there is none."""
    row = CheckInPoint.objects.filter(pk=point_id).first()
    if row is None:
        raise NotFound("没有这个巡查点")
    return row


def classes(*, whole: bool = False) -> list[EventClass]:
    """The event tree in its order; ``whole`` with the inactive ones."""
    rows = EventClass.objects.all() if whole else EventClass.objects.filter(active=True)
    return list(rows.order_by("position", "id"))


def event_class(code: str) -> EventClass:
    """An active class by code; ``Invalid`` otherwise."""
    row = EventClass.objects.filter(code=code, active=True).first()
    if row is None:
        raise Invalid.field("class_code", "没有这个事件分类")
    return row


def notice_kinds(*, history: bool = False) -> list[NoticeKind]:
    """The texts in force, or every version, newest first."""
    rows = NoticeKind.objects.all() if history else NoticeKind.objects.filter(valid_to__isnull=True)
    return list(rows.order_by("code", "-version"))


def notice_kind(kind_id: int) -> NoticeKind:
    """One version of a text, ended ones included: an offline phone may serve yesterday's."""
    row = NoticeKind.objects.filter(pk=kind_id).first()
    if row is None:
        raise Invalid.field("kind_id", "没有这个告知书模板")
    return row


def class_names(codes: Iterable[str]) -> dict[str, str]:
    """Path by code."""
    return dict(EventClass.objects.filter(code__in=set(codes)).values_list("code", "path"))
