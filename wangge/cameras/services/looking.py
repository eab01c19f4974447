"""Looking: every point is asked for by scope, a refused attempt leaves a line in the audit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from wangge.audit import services as audit
from wangge.cameras import permissions, queries
from wangge.cameras.models import VideoPoint
from wangge.cameras.services.channels import ASKED_FOR, PUSH
from wangge.cameras.services.gateway import RIGHT_VERBS, ViewPass, pass_for
from wangge.kit import clock, jobs
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Forbidden, Invalid, NotFound
from wangge.kit.subjects import subject

MOST = 400


@dataclass(frozen=True, slots=True)
class Seen:
    """A pass and the channels it opens: point id → channel. ``fresh``: the gateway is being told about
    some of them just now, a picture takes some seconds longer."""

    view: ViewPass
    channels: dict[int, str]
    fresh: bool


def look(*, actor: Actor, points: Collection[int], purpose: str, rights: Collection[str] = ()) -> Seen:
    """A pass for these points, all of them in the actor's scope (404) and by the verbs (403).

    A refused attempt is written to the audit before it is answered.
    """
    wanted = list(dict.fromkeys(points))
    try:
        gate.require(actor, permissions.LOOK)
        if not 1 <= len(wanted) <= MOST:
            raise Invalid.field("points", f"一次可查看 1 到 {MOST} 路")
        unknown = [right for right in rights if right not in RIGHT_VERBS]
        if unknown:
            raise Invalid.field("rights", f"没有“{unknown[0]}”这项操作")
        found = queries.points_for(actor, wanted)
        return _issue(actor, found, purpose, rights)
    except (Forbidden, NotFound) as refusal:
        audit.record(
            actor,
            "cameras.pass.refused",
            subject=subject("cameras.point", wanted[0]) if len(wanted) == 1 else "",
            purpose=purpose.strip(),
            data={"points": wanted[:20], "rights": sorted(rights), "status": refusal.status},
        )
        raise


@transaction.atomic
def _issue(actor: Actor, found: list[VideoPoint], purpose: str, rights: Collection[str]) -> Seen:
    dead = [point.name for point in found if point.status == "retired" or not _reachable(point)]
    if dead:
        raise Conflict(f"“{dead[0]}”尚未接入或已停用,没有画面", code="no_stream")
    view = pass_for(actor=actor, channels=[p.code for p in found], purpose=purpose, rights=rights)
    now = clock.now()
    asked = [p for p in found if not p.selected]
    fresh = [p for p in asked if p.asked_at is None or p.asked_at < now - ASKED_FOR / 2]
    if fresh:
        VideoPoint.objects.filter(pk__in=[p.pk for p in fresh]).update(asked_at=now)
        # The page's connection sees one person's points only; the list is made by a worker that sees all.
        jobs.enqueue(PUSH)
    return Seen(view, {p.pk: p.code for p in found}, bool(fresh))


def _reachable(point: VideoPoint) -> bool:
    return bool(point.stream_sealed if point.protocol == "rtsp" else point.gb_device and point.protocol)
