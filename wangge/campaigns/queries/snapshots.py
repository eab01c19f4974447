"""Frozen snapshots and what changed between two of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wangge.campaigns.models import Response, Snapshot, Target, TargetMove
from wangge.campaigns.queries.scope import campaign_for, sees_all
from wangge.kit.actor import Actor
from wangge.kit.errors import Forbidden, Invalid, NotFound

MOST_CHANGED = 500


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is another in the later snapshot; ``towns`` are those where it moved."""

    code: str
    label: str
    before: float | None
    after: float | None
    towns: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit that was answered again, late, dropped or restored in between."""

    target_id: int
    title: str
    what: str
    number: int | None
    by_label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """From one snapshot to a later one."""

    before: int
    after: int
    figures: list[FigureChange]
    units: list[UnitChange]


def snapshots(actor: Actor, campaign_id: int) -> list[Snapshot]:
    """Every snapshot of a campaign, newest first."""
    _may_read(actor)
    campaign_for(actor, campaign_id)
    return list(Snapshot.objects.filter(campaign_id=campaign_id).order_by("-number"))


def _may_read(actor: Actor) -> None:
    if not sees_all(actor):
        raise Forbidden("全区汇总数据请向组织单位查询")


def snapshot_for(actor: Actor, campaign_id: int, number: int) -> Snapshot:
    """One snapshot by its number."""
    _may_read(actor)
    campaign_for(actor, campaign_id)
    rows = Snapshot.objects.filter(campaign_id=campaign_id, number=number)
    row = rows.select_related(
        "campaign", "campaign__form_version__form", "campaign__agency", "handed_to"
    ).first()
    if row is None:
        raise NotFound
    return row


def difference(actor: Actor, campaign_id: int, before: int, after: int) -> Difference:
    """What changed from snapshot ``before`` to the later ``after``: figures, towns, single units."""
    _may_read(actor)
    if before >= after:
        raise Invalid.field("after", "请选择后一次快照")
    first, second = (snapshot_for(actor, campaign_id, n) for n in (before, after))
    former = {f["code"]: f for f in first.figures}
    changed = [
        FigureChange(
            f["code"],
            f["label"],
            former.get(f["code"], {}).get("value"),
            f["value"],
            _towns(former.get(f["code"]), f),
        )
        for f in second.figures
        if former.get(f["code"], {}).get("value") != f["value"] or _towns(former.get(f["code"]), f)
    ]
    return Difference(before, after, changed, _units(first, second))


def _towns(before: dict[str, Any] | None, after: dict[str, Any]) -> list[dict[str, Any]]:
    former = {t["town_id"]: t["value"] for t in before["towns"]} if before else {}
    latter = {t["town_id"]: t["town"] for t in after["towns"]}
    now = {t["town_id"]: t["value"] for t in after["towns"]}
    return [
        {"town": latter[pk], "before": former.get(pk), "after": now[pk]}
        for pk in now
        if former.get(pk) != now[pk]
    ]


def _units(first: Snapshot, second: Snapshot) -> list[UnitChange]:
    """Answers and moves of the list written after the first and not after the second."""
    responses = Response.objects.filter(
        campaign_id=first.campaign_id, pk__gt=first.last_response_id, pk__lte=second.last_response_id
    ).select_related("target")
    found = [
        UnitChange(r.target_id, r.target.title, r.kind, r.number, r.by_label, r.reason)
        for r in responses.order_by("pk")[:MOST_CHANGED]
    ]
    moved = TargetMove.objects.filter(
        campaign_id=first.campaign_id,
        pk__gt=first.last_move_id,
        pk__lte=second.last_move_id,
        name__in=["drop", "restore"],
    ).order_by("pk")[:MOST_CHANGED]
    titles = dict(Target.objects.filter(pk__in=[m.row_id for m in moved]).values_list("pk", "title"))
    return found + [UnitChange(m.row_id, titles[m.row_id], m.name, None, m.by_label, m.reason) for m in moved]
