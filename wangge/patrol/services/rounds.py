"""A walk through the grid: start, check in, end with the track. Any of them may arrive first, or twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import feeds
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound
from wangge.live import services as live
from wangge.patrol import permissions, queries, rules
from wangge.patrol.models import CheckIn, CheckInPoint, Round
from wangge.patrol.rules import TrackPoint
from wangge.patrol.services import capture
from wangge.patrol.services.capture import CONSOLE, Capture
from wangge.policy import queries as policy
from wangge.territory import queries as territory

LONGEST = timedelta(hours=16)
OFFLINE_AFTER = timedelta(minutes=10)
DWELL_GRACE = 120
"""Seconds by which a claimed stay may exceed what the thinned track shows."""


@dataclass(frozen=True, slots=True)
class RoundEnd:
    """The end of a round: the id its start had, when it began, the thinned track."""

    round_id: UUID
    started_at: datetime
    track: Sequence[TrackPoint] = ()
    note: str = ""
    grid_id: int | None = None


@transaction.atomic
def start_round(*, actor: Actor, capture_: Capture = CONSOLE, grid_id: int | None = None) -> Round:
    """A round begins; the same client id again answers with the one that is there, ended or not."""
    gate.require(actor, permissions.WALK)
    if known := _known(actor, capture_.client_id):
        return known
    row = Round(**capture.columns(actor, capture_, queries.grid_of(actor, grid_id)))
    row.save(force_insert=True)
    audit.record(actor, "patrol.round.started", subject=f"patrol.round:{row.pk}")
    live.announce("patrol.board", round=row.pk)
    return row


def _known(actor: Actor, client_id: UUID | None) -> Round | None:
    if client_id is None:
        return None
    row = Round.objects.select_for_update().filter(client_id=client_id).first()
    if row is not None:
        capture.own(actor, row)
    return row


@transaction.atomic
def end_round(*, actor: Actor, end: RoundEnd, capture_: Capture = CONSOLE) -> Round:
    """A round ends with its track; without its start (lost, or still on the way) it is written whole.

    What the track proves is computed here, never taken from the phone.
    """
    gate.require(actor, permissions.WALK)
    if fault := rules.track_fault(end.track):
        raise Invalid.field("track", fault)
    row = _known(actor, end.round_id)
    if row is not None and row.ended_at is not None:
        return row
    common = capture.columns(actor, capture_, queries.grid_of(actor, end.grid_id))
    ended_at = common["at"]
    if row is None:
        started = common | {"client_id": end.round_id, "at": end.started_at}
        row = Round(**started)
    if not row.at <= ended_at <= row.at + LONGEST:
        raise Invalid.field("started_at", f"巡查时长应在 0 到 {LONGEST.seconds // 3600} 小时之间")
    row.ended_at, row.ended_received_at = ended_at, common["received_at"]
    row.drift_seconds = common["drift_seconds"] or row.drift_seconds
    row.offline = row.ended_received_at - ended_at > OFFLINE_AFTER
    row.note = end.note.strip()[:300]
    read_track_of(row, end.track)
    row.save()
    settle_check_ins(row, end.track)
    audit.record(actor, "patrol.round.ended", subject=f"patrol.round:{row.pk}")
    live.announce("patrol.board", round=row.pk)
    return row


def read_track_of(row: Round, track: Sequence[TrackPoint]) -> None:
    """Store a track and what it proves: way, hours, hours inside, faults, copies, overlaps."""
    facts = rules.read_track(track)
    row.track = [[round(p.lon, 6), round(p.lat, 6), p.second, round(p.accuracy)] for p in track]
    row.points, row.distance = len(track), facts.distance
    row.patrol_seconds = facts.patrol_seconds
    row.gaps, row.jumps, row.fastest = [list(g) for g in facts.gaps], facts.jumps, facts.fastest
    row.inside_seconds = inside_seconds(row, track, facts.patrol_seconds)
    row.print = rules.track_print(track)
    if row.print:
        same = Round.objects.filter(print=row.print).exclude(client_id=row.client_id).order_by("id")
        row.replay_of = same.first()
    row.overlaps = (
        Round.objects.filter(post_id=row.post_id or 0, ended_at__gt=row.at, at__lt=row.ended_at)
        .exclude(client_id=row.client_id)
        .exists()
    )


def inside_seconds(row: Round, track: Sequence[TrackPoint], whole: int) -> int:
    """The part of the time that was inside the grid; all of it where nobody drew the grid's boundary."""
    drawn = territory.map_features("grid", row.village_id)["features"]
    if not any(feature["id"] == row.grid_id for feature in drawn):
        return whole
    grids = territory.locate_many([(p.lon, p.lat) for p in track])
    inside = [p for p, grid in zip(track, grids, strict=True) if grid == row.grid_id]
    return min(rules.read_track(inside).patrol_seconds, whole)


def settle_check_ins(row: Round, track: Sequence[TrackPoint]) -> None:
    """Judge the round's check-ins again, now that the track tells how long somebody really stayed."""
    for check in CheckIn.objects.filter(round_client=row.client_id).select_related("point"):
        judge(check, check.point, seconds_near(row, check.point, track))
        check.save(update_fields=["track_dwell", "counts", "reason", "distance"])


def seconds_near(row: Round, point: CheckInPoint, track: Sequence[TrackPoint]) -> int:
    """Seconds the track spent at a point."""
    return rules.dwell_near(track, point.lon, point.lat, point.radius + 20)


@dataclass(frozen=True, slots=True)
class CheckInDraft:
    """Somebody says he is at a point: where the phone thinks it is, how long he stayed."""

    point_id: int
    lon: float
    lat: float
    accuracy: float
    dwell_seconds: int = 0
    round_id: UUID | None = None


@transaction.atomic
def check_in(*, actor: Actor, draft: CheckInDraft, capture_: Capture = CONSOLE) -> CheckIn:
    """Write a check-in down; the server says whether it counts and why not."""
    gate.require(actor, permissions.WALK)
    if capture_.client_id and (known := CheckIn.objects.filter(client_id=capture_.client_id).first()):
        capture.own(actor, known)
        return known
    capture.check_point(draft.lon, draft.lat)
    if draft.accuracy < 0 or draft.dwell_seconds < 0:
        raise Invalid.field("dwell_seconds", "不能为负数")
    point = queries.point(draft.point_id)
    grid = territory.area(point.grid_id)
    if not queries.covers(actor, grid):
        raise NotFound("没有这个巡查点")
    row = CheckIn(
        **capture.columns(actor, capture_, grid),
        round_client=draft.round_id,
        point=point,
        lon=draft.lon,
        lat=draft.lat,
        accuracy=draft.accuracy,
        dwell_seconds=draft.dwell_seconds,
    )
    walked = (
        Round.objects.filter(client_id=draft.round_id, ended_at__isnull=False).first()
        if draft.round_id
        else None
    )
    stayed = None
    if walked is not None:
        stayed = seconds_near(walked, point, [TrackPoint(p[0], p[1], p[2], p[3]) for p in walked.track])
    judge(row, point, stayed)
    row.save(force_insert=True)
    audit.record(actor, "patrol.check_in.made", subject=f"patrol.check_in:{row.pk}")
    feeds.changed("patrol.checkpoint", point.pk, area_ids=[point.grid_id])
    return row


def judge(row: CheckIn, point: CheckInPoint, track_dwell: int | None) -> None:
    """Distance by the server, stay by the track where there is one."""
    dwell = row.dwell_seconds
    if track_dwell is not None:
        dwell = min(dwell, track_dwell + DWELL_GRACE)
    verdict = rules.judge_check_in(
        rules.metres(row.lon, row.lat, point.lon, point.lat),
        row.accuracy,
        dwell,
        most_metres=point.radius,
        least_dwell=policy.limit("patrol.check_in_dwell_seconds", row.received_at),
    )
    row.track_dwell = track_dwell
    row.distance, row.counts, row.reason = verdict.distance, verdict.counts, verdict.reason
