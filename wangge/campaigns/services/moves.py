"""Moving many units of a list at once: one UPDATE, one INSERT of move rows, phones told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wangge.campaigns.models import Target, TargetMove
from wangge.campaigns.states import TARGET
from wangge.kit import feeds
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict
from wangge.live import services as live

FEED = "campaigns.target"
MOST_NAMED = 500


@dataclass(frozen=True, slots=True)
class Step:
    """One move of one unit, as it will be written."""

    target: Target
    name: str
    source: str
    result: str
    at: datetime
    reason: str = ""
    data: dict[str, Any] | None = None


def step(
    target: Target, name: str, at: datetime, reason: str = "", data: dict[str, Any] | None = None
) -> Step:
    """Move a unit in memory; ``Conflict`` when its state does not allow it. ``write`` stores it."""
    move = TARGET.move(name)
    if target.status not in move.sources:
        label, verb = TARGET.labels[target.status], TARGET.move_labels[name]
        raise Conflict(
            f"“{target.title}”当前为“{label}”,不能{verb}",
            code="wrong_state",
            data={"status": target.status, "move": name},
        )
    source = target.status
    target.status = move.target or source
    return Step(target, name, source, target.status, at, reason, data)


def write(actor: Actor, steps: Sequence[Step], columns: Sequence[str] = ()) -> None:
    """Store what ``step`` did, rows held by the caller, and tell phones and pages."""
    if not steps:
        return
    targets = list({s.target.pk: s.target for s in steps}.values())
    Target.objects.bulk_update(targets, ["status", *columns], batch_size=1000)
    TargetMove.objects.bulk_create([_row(actor, s) for s in steps], batch_size=2000)
    tell(targets)


def _row(actor: Actor, one: Step) -> TargetMove:
    return TargetMove(
        row_id=one.target.pk,
        campaign_id=one.target.campaign_id,
        name=one.name,
        source=one.source,
        target=one.result,
        by=actor.key,
        by_label=actor.label[:80],
        agency_id=actor.agency_id,
        at=one.at,
        reason=one.reason[:500],
        data=one.data or {},
    )


def tell(targets: Iterable[Target], also_posts: Iterable[int] = ()) -> None:
    """Phones of the grids and posts concerned read these units again; open pages re-read."""
    rows = list(targets)
    areas = {r.grid_id for r in rows if r.grid_id}
    posts = {r.post_id for r in rows if r.post_id} | set(also_posts)
    if len(rows) > MOST_NAMED:
        feeds.changed(FEED, area_ids=areas, post_ids=posts)
    elif areas or posts:
        feeds.changed(FEED, *(r.pk for r in rows), area_ids=areas, post_ids=posts)
    for campaign_id in {r.campaign_id for r in rows}:
        live.announce(f"campaigns.campaign:{campaign_id}")
