"""The coverage page: who covered what, which grids are white."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from wangge.kit.http import actor_of
from wangge.patrol import queries

router = Router()


class CoverageDefinitionOut(Schema):
    """What a figure means, in words."""

    code: str
    name: str
    text: str


class PatrolCoverageRowOut(Schema):
    """One area: shares in percent, ``null`` without a denominator, with their parts."""

    area_id: int
    area: str
    kind: str
    colour: str
    grids: int
    white: int
    households: int
    met: int
    households_share: float | None
    points: int
    reached: int
    points_share: float | None
    hours: float
    rounds: int
    closed: int
    verified_other: int
    verified_own: int
    unchecked: int
    verified_share: float | None
    same_photos: int
    doubtful_rounds: int
    drifting: int
    events: int
    workers: int
    last_at: datetime | None


class CoverageWorkerOut(Schema):
    """One post; the number of events is shown and is no score."""

    post_id: int
    label: str
    grid: str
    met: int
    points: int
    hours: float
    rounds: int
    doubts: int
    events: int


class AreaNameOut(Schema):
    """An area by name."""

    id: int
    name: str


class PatrolCoverageOut(Schema):
    """The coverage of an area; ``quarter`` and ``week`` are first day and day after the last."""

    area_id: int
    area: str
    path: list[AreaNameOut]
    quarter: tuple[date, date]
    week: tuple[date, date]
    whole: PatrolCoverageRowOut
    rows: list[PatrolCoverageRowOut]
    white: list[AreaNameOut]
    workers: list[CoverageWorkerOut]
    definitions: list[CoverageDefinitionOut]


_TALLY = (
    "grids", "white", "households", "met", "points", "reached", "rounds", "closed", "verified_other",
    "verified_own", "unchecked", "same_photos", "doubtful_rounds", "drifting", "events", "last_at",
)  # fmt: skip
_ROW = (
    "area_id", "area", "kind", "colour", "households_share", "points_share", "hours", "verified_share",
)  # fmt: skip


def shaped(row: queries.CoverageRow) -> PatrolCoverageRowOut:
    """A row with its parts."""
    parts = {name: getattr(row.tally, name) for name in _TALLY}
    return PatrolCoverageRowOut(**{n: getattr(row, n) for n in _ROW}, **parts, workers=len(row.tally.workers))


@router.get("coverage", response=PatrolCoverageOut, operation_id="patrol_read_coverage")
def coverage(request: HttpRequest, area: int | None = None, day: date | None = None) -> Any:
    """The coverage of an area in reach on a day."""
    found = queries.coverage(actor_of(request), area, day)
    return PatrolCoverageOut(
        area_id=found.area_id,
        area=found.area,
        path=[AreaNameOut(id=pk, name=name) for pk, name in found.path],
        quarter=found.quarter,
        week=found.week,
        whole=shaped(found.whole),
        rows=[shaped(row) for row in found.rows],
        white=[AreaNameOut(id=pk, name=name) for pk, name in found.white],
        workers=[
            CoverageWorkerOut(**{name: getattr(w, name) for name in CoverageWorkerOut.model_fields})
            for w in found.workers
        ],
        definitions=[
            CoverageDefinitionOut(code=code, name=name, text=text)
            for code, (name, text) in queries.DEFINITIONS.items()
        ],
    )
