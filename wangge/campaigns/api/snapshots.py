"""Figures of a campaign as they stand, locked, frozen, handed over, compared."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from wangge.campaigns import queries, services
from wangge.campaigns.api.campaigns import CampaignRow, row_of
from wangge.campaigns.queries import figures
from wangge.kit.http import actor_of

router = Router()


class TownValueOut(Schema):
    """A figure of one town; ``town_id`` 0 = no place known."""

    town_id: int
    town: str
    value: float | None


class CampaignFigureOut(Schema):
    """A figure with its definition, its query and its parts."""

    code: str
    label: str
    unit: str
    definition: str
    query: str
    value: float | None
    numerator: float
    denominator: float | None
    towns: list[TownValueOut]


class CampaignCheckOut(Schema):
    """An equation between figures."""

    code: str
    label: str
    left: float
    right: float
    holds: bool


class RollupOut(Schema):
    """Everything counted at a moment."""

    figures: list[CampaignFigureOut]
    checks: list[CampaignCheckOut]
    kinds: dict[str, int]
    statuses: dict[str, int]


class SnapshotRow(Schema):
    """A snapshot in a list."""

    number: int
    at: datetime
    by_label: str
    rows: int
    digest: str
    handed_at: datetime | None
    handed_by: str


class CampaignSnapshotOut(SnapshotRow):
    """A frozen snapshot."""

    campaign: CampaignRow
    figures: list[CampaignFigureOut]
    checks: list[CampaignCheckOut]
    rows_hash: str
    handed_to: str


class FigureChangeOut(Schema):
    """A figure that became another."""

    code: str
    label: str
    before: float | None
    after: float | None
    towns: list[dict[str, Any]]


class UnitChangeOut(Schema):
    """A unit that was answered again or moved on or off the list."""

    target_id: int
    title: str
    what: str
    number: int | None
    by_label: str
    reason: str


class SnapshotDifferenceOut(Schema):
    """What changed between two snapshots."""

    before: int
    after: int
    figures: list[FigureChangeOut]
    units: list[UnitChangeOut]


@router.get("campaigns/{int:campaign_id}/rollup", response=RollupOut, operation_id="campaigns_read_rollup")
def read_rollup(request: HttpRequest, campaign_id: int) -> Any:
    """The figures as they stand."""
    _, made = queries.rollup(actor_of(request), campaign_id)
    shown, checks = figures.frozen(made)
    return {"figures": shown, "checks": checks, "kinds": made.kinds, "statuses": made.statuses}


@router.post("campaigns/{int:campaign_id}/lock", response=SnapshotRow, operation_id="campaigns_lock_campaign")
def lock(request: HttpRequest, campaign_id: int) -> Any:
    """Lock what was answered and freeze the figures."""
    return services.lock_campaign(actor=actor_of(request), campaign_id=campaign_id)


@router.post(
    "campaigns/{int:campaign_id}/freeze", response=SnapshotRow, operation_id="campaigns_freeze_campaign"
)
def freeze(request: HttpRequest, campaign_id: int) -> Any:
    """Another snapshot after late corrections."""
    return services.freeze_again(actor=actor_of(request), campaign_id=campaign_id)


@router.post("campaigns/{int:campaign_id}/hand", response=SnapshotRow, operation_id="campaigns_hand_over")
def hand(request: HttpRequest, campaign_id: int) -> Any:
    """Hand the newest snapshot to headquarters."""
    return services.hand_over(actor=actor_of(request), campaign_id=campaign_id)


@router.get(
    "campaigns/{int:campaign_id}/snapshots",
    response=list[SnapshotRow],
    operation_id="campaigns_list_snapshots",
)
def list_snapshots(request: HttpRequest, campaign_id: int) -> Any:
    """Snapshots, newest first."""
    return queries.snapshots(actor_of(request), campaign_id)


@router.get(
    "campaigns/{int:campaign_id}/snapshots/{int:number}",
    response=CampaignSnapshotOut,
    operation_id="campaigns_read_snapshot",
)
def read_snapshot(request: HttpRequest, campaign_id: int, number: int) -> Any:
    """One frozen snapshot."""
    row = queries.snapshot_for(actor_of(request), campaign_id, number)
    plain = {
        name: getattr(row, name)
        for name in (
            "number", "at", "by_label", "rows", "digest", "handed_at", "handed_by", "figures", "checks",
            "rows_hash",
        )
    }  # fmt: skip
    return plain | {
        "campaign": row_of(row.campaign),
        "handed_to": row.handed_to.name if row.handed_to else "",
    }


@router.get(
    "campaigns/{int:campaign_id}/difference",
    response=SnapshotDifferenceOut,
    operation_id="campaigns_read_difference",
)
def read_difference(request: HttpRequest, campaign_id: int, before: int, after: int) -> Any:
    """What changed between two snapshots."""
    return asdict(queries.difference(actor_of(request), campaign_id, before, after))
