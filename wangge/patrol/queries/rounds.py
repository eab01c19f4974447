"""Rounds, check-ins, visits and notices as lists and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from wangge.kit import crypto, paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.patrol import permissions, rules
from wangge.patrol.models import CheckIn, Event, NoticeServed, Round, Visit
from wangge.patrol.queries.events import in_area, older
from wangge.patrol.queries.pictures import file_urls
from wangge.patrol.queries.scope import (
    check_ins_visible_to,
    events_visible_to,
    notices_visible_to,
    rounds_visible_to,
    visits_visible_to,
)
from wangge.patrol.states import LABELS


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One line of the list of rounds. Hours come from the track; ``button_seconds`` is end minus start,
    shown beside them and never counted. ``faults`` are Chinese words."""

    id: int
    client_id: UUID
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
    faults: tuple[str, ...]


def faults_of(row: Round) -> tuple[str, ...]:
    """What makes a round doubtful."""
    found = []
    if row.jumps:
        found.append(f"{row.jumps} 处速度不可能(最快 {round(row.fastest * 3.6)} 千米/时)")
    if row.replay_of_id:
        found.append("轨迹与另一次巡查完全相同,不计入")
    if row.overlaps:
        found.append("与本人另一次巡查时间重叠,不计入")
    if row.gaps:
        minutes = sum(end - begin for begin, end in row.gaps) // 60
        found.append(f"{len(row.gaps)} 段无定位,共 {minutes} 分钟不计")
    if row.ended_at and row.patrol_seconds > row.inside_seconds + 600:
        found.append(f"{(row.patrol_seconds - row.inside_seconds) // 60} 分钟不在本网格")
    if words := rules.drift_words(row.drift_seconds):
        found.append(words)
    return tuple(found)


def _round(row: Any) -> RoundRow:
    return RoundRow(
        id=row.pk,
        client_id=row.client_id,
        grid=row._grid,
        grid_id=row.grid_id,
        by_label=row.by_label,
        at=row.at,
        ended_at=row.ended_at,
        received_at=row.received_at,
        distance=row.distance,
        patrol_seconds=row.patrol_seconds,
        inside_seconds=row.inside_seconds,
        button_seconds=int((row.ended_at - row.at).total_seconds()) if row.ended_at else None,
        points=row.points,
        drift_seconds=row.drift_seconds,
        offline=row.offline,
        faults=faults_of(row),
    )


def rounds(
    actor: Actor, *, area_id: int | None = None, cursor: str | None = None, limit: int = 50
) -> paging.Page[RoundRow]:
    """One page of the rounds in scope, newest first, without their tracks."""
    gate.require(actor, permissions.SEE_ROUNDS)
    limit = paging.checked_limit(limit)
    rows = rounds_visible_to(actor).filter(older(cursor, "at"))
    if area_id is not None:
        rows = rows.filter(in_area(actor, area_id))
    named: QuerySet[Any] = rows.defer("track").annotate(_grid=F("grid__name"))
    found = [_round(row) for row in named.order_by("-at", "-id")[: limit + 1]]
    return _page(found, limit, "at")


def _page(found: list[Any], limit: int, moment: str) -> paging.Page[Any]:
    shown = found[:limit]
    more = len(found) > limit
    return paging.Page(shown, paging.encode(getattr(shown[-1], moment), shown[-1].id) if more else None)


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """A check-in as the round's page shows it."""

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


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit as lists show it."""

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


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round with what was done on the way, whatever of it has arrived."""

    row: RoundRow
    track: Sequence[Sequence[float]]
    gaps: Sequence[Sequence[int]]
    check_ins: Sequence[CheckInRow]
    visits: Sequence[VisitRow]
    events: Sequence[tuple[int, str, str, str]]
    note: str


def round_page(actor: Actor, round_id: int) -> RoundPage:
    """The page of a round in scope; ``NotFound`` otherwise."""
    gate.require(actor, permissions.SEE_ROUNDS)
    rows: QuerySet[Any] = rounds_visible_to(actor).annotate(_grid=F("grid__name"))
    row = rows.filter(pk=round_id).first()
    if row is None:
        raise NotFound
    made: QuerySet[Event] = events_visible_to(actor).filter(round_client=row.client_id).order_by("id")
    return RoundPage(
        row=_round(row),
        track=row.track,
        gaps=row.gaps,
        check_ins=check_ins_of(check_ins_visible_to(actor).filter(round_client=row.client_id)),
        visits=_visits(
            visits_visible_to(actor).filter(round_client=row.client_id).order_by("at", "id")[:500]
        ),
        events=[
            (pk, no, title, LABELS[status])
            for pk, no, title, status in made.values_list("id", "no", "title", "status")[:200]
        ],
        note=row.note,
    )


def check_ins_of(rows: QuerySet[CheckIn]) -> list[CheckInRow]:
    """Check-ins in the order they were made, with the point's name."""
    columns = (
        "id", "point_id", "point__name", "at", "lon", "lat", "accuracy", "distance", "dwell_seconds",
        "track_dwell", "counts", "reason",
    )  # fmt: skip
    return [CheckInRow(*row) for row in rows.order_by("at", "id").values_list(*columns)[:500]]


def visits(
    actor: Actor,
    *,
    area_id: int | None = None,
    target_kind: str = "",
    target_id: int | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> paging.Page[VisitRow]:
    """One page of the visits in scope, newest first; of one target, its whole history."""
    gate.require(actor, permissions.SEE_ROUNDS)
    limit = paging.checked_limit(limit)
    rows = visits_visible_to(actor).filter(older(cursor, "at"))
    if area_id is not None:
        rows = rows.filter(in_area(actor, area_id))
    if target_kind:
        rows = rows.filter(target_kind=target_kind)
    if target_id is not None:
        rows = rows.filter(target_id=target_id)
    return _page(_visits(rows.order_by("-at", "-id")[: limit + 1]), limit, "at")


def _visits(rows: QuerySet[Visit]) -> list[VisitRow]:
    found: list[VisitRow] = []
    named: list[Any] = list(rows.annotate(_grid=F("grid__name")))
    urls = file_urls(row.photo for row in named)
    for row in named:
        found.append(
            VisitRow(
                id=row.pk,
                target_kind=row.target_kind,
                target_kind_label=rules.TARGETS[row.target_kind],
                target_id=row.target_id,
                target_label=row.target_label,
                result=row.result,
                result_label=rules.VISIT_RESULTS[row.result],
                topic=row.topic,
                note=row.note,
                at=row.at,
                received_at=row.received_at,
                by_label=row.by_label,
                grid=row._grid,
                believed=row.believed,
                photo=urls.get(row.photo, ""),
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A served notice; the name masked. ``signature`` and ``photo`` are addresses, or ``""``."""

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


def notice_for(actor: Actor, notice_id: int) -> NoticeServed:
    """The served notice if in scope; ``NotFound`` otherwise."""
    row = notices_visible_to(actor).filter(pk=notice_id).first()
    if row is None:
        raise NotFound
    return row


def notices(
    actor: Actor, *, area_id: int | None = None, cursor: str | None = None, limit: int = 50
) -> paging.Page[NoticeRow]:
    """One page of the notices in scope, newest first."""
    gate.require(actor, permissions.SEE_NOTICES)
    limit = paging.checked_limit(limit)
    rows = notices_visible_to(actor).filter(older(cursor))
    if area_id is not None:
        rows = rows.filter(in_area(actor, area_id))
    named: QuerySet[Any] = rows.annotate(
        _grid=F("grid__name"), _title=F("kind__title"), _version=F("kind__version")
    )
    listed = list(named.order_by("-received_at", "-id")[: limit + 1])
    urls = file_urls(c for row in listed for c in (row.signature, row.photo))
    found = [_notice(row, urls) for row in listed]
    return _page(found, limit, "received_at")


def _notice(row: Any, urls: dict[UUID, str]) -> NoticeRow:
    return NoticeRow(
        id=row.pk,
        no=row.no,
        kind_id=row.kind_id,
        title=row._title,
        version=row._version,
        place=row.place,
        served_to=crypto.mask_name(crypto.unseal("name", row.served_to_sealed)),
        refused=row.refused,
        signature=urls.get(row.signature, ""),
        photo=urls.get(row.photo, ""),
        signed=row.signature is not None,
        note=row.note,
        at=row.at,
        received_at=row.received_at,
        by_label=row.by_label,
        grid=row._grid,
    )
