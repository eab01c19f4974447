"""Screening: a rule over the whole catalogue, a person's review, one selection in force (spec §1.4)."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from wangge.audit import services as audit
from wangge.cameras import events, permissions, queries, rules
from wangge.cameras.models import ScreeningBatch, ScreeningDecision, ScreeningMove, VideoPoint
from wangge.cameras.rules import Candidate, Rule, Verdict
from wangge.cameras.states import SCREENING
from wangge.kit import clock
from wangge.kit import events as announcements
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound
from wangge.kit.subjects import subject
from wangge.live import services as live
from wangge.territory import queries as territory
from wangge.territory.queries import PlaceCard

KIND = "cameras.screening"
METRES = 111_320.0


@transaction.atomic
def run_screening(*, actor: Actor, purpose: str, rule: Any, earlier_id: int | None = None) -> ScreeningBatch:
    """Decide about every point of the catalogue by a rule; nothing is in force until it is adopted.

    ``earlier_id``: the batch this one repeats; what people decided there by hand is kept where the
    point still exists, and the differences can be read. The same catalogue, places and rule give the
    same decisions and the same digest.
    """
    gate.require(actor, permissions.SCREEN)
    if not 1 <= len(purpose.strip()) <= 120:
        raise Invalid.field("purpose", "请填写筛查目的(120 字以内)")
    parsed = rules.parse_rule(rule)
    earlier = queries.batch_for(actor, earlier_id) if earlier_id is not None else None
    places = _places(parsed)
    candidates = _candidates(parsed, places)
    if not candidates:
        raise Conflict("还没有视频点位,请先导入", code="no_points")
    verdicts = rules.screen(parsed, candidates, {p.id: p.name for p in places})
    by_hand = _by_hand(earlier)
    selected = sum(by_hand[v.point_id].selected if v.point_id in by_hand else v.selected for v in verdicts)
    batch = ScreeningBatch.objects.create(
        purpose=purpose.strip(),
        rule=rule,
        total_in=len(verdicts),
        selected=selected,
        digest=_digest(rule, candidates, places),
        earlier=earlier,
        by=actor.key,
        by_label=actor.label[:90],
        at=clock.now(),
    )
    ScreeningDecision.objects.bulk_create(
        [_decision(batch, verdict, by_hand.get(verdict.point_id)) for verdict in verdicts], batch_size=5000
    )
    _first_move(actor, batch)
    audit.record(
        actor,
        "cameras.screening.run",
        subject=subject(KIND, batch.pk),
        purpose=batch.purpose,
        data={"total": batch.total_in, "selected": selected},
    )
    return batch


def _first_move(actor: Actor, batch: ScreeningBatch) -> None:
    ScreeningMove.objects.create(
        row=batch,
        name="run",
        source="",
        target=batch.status,
        by=actor.key,
        by_label=actor.label[:90],
        agency_id=actor.agency_id,
        at=batch.at,
    )


def _places(rule: Rule) -> list[PlaceCard]:
    """Every place of a kind the rule asks for, in the district that is served."""
    kinds = sorted({kind for clause in rule.clauses for kind in clause.near_kinds})
    district = territory.district()
    return [p for kind in kinds for p in territory.places(district.id, kind, limit=100_000)]


def _candidates(rule: Rule, places: Sequence[PlaceCard]) -> list[Candidate]:
    rows = VideoPoint.objects.exclude(status="retired").order_by("id")
    raw = list(rows.values_list("id", "name", "klass", "source", "status", "town_id", "lon", "lat"))
    near, along = _distances(rule, places, [(r[6], r[7]) for r in raw])
    return [
        Candidate(pk, name, klass, source, status, town_id, lon is not None, near[i], along[i])
        for i, (pk, name, klass, source, status, town_id, lon, _lat) in enumerate(raw)
    ]


def _distances(
    rule: Rule, places: Sequence[PlaceCard], points: Sequence[tuple[float | None, float | None]]
) -> tuple[list[dict[int, tuple[float, int]]], list[dict[int, float]]]:
    """For each point and clause the nearest place within reach, and the distance to its line, in metres.

    Degrees are laid flat around the district's middle: within a county the error stays under 0.1 %.
    """
    import numpy
    import shapely

    near: list[dict[int, tuple[float, int]]] = [{} for _ in points]
    along: list[dict[int, float]] = [{} for _ in points]
    located = [i for i, (lon, _lat) in enumerate(points) if lon is not None]
    if not located:
        return near, along
    middle = math.radians(sum(points[i][1] or 0.0 for i in located) / len(located))
    scale = numpy.array([METRES * math.cos(middle), METRES])
    flat = shapely.points(numpy.array([points[i] for i in located], dtype=float) * scale)
    for number, clause in enumerate(rule.clauses):
        chosen = [p for p in places if p.kind in clause.near_kinds]
        if chosen:
            tree = shapely.STRtree(shapely.points(numpy.array([(p.lon, p.lat) for p in chosen]) * scale))
            pairs, metres = tree.query_nearest(
                flat, max_distance=clause.metres, return_distance=True, all_matches=True
            )
            for at, place, distance in zip(pairs[0], pairs[1], metres, strict=True):
                found = (float(distance), chosen[place].id)
                known = near[located[at]].get(number)
                if known is None or found < known:
                    near[located[at]][number] = found
        if clause.along:
            line = shapely.linestrings(numpy.array(clause.along) * scale)
            for at, distance in zip(located, shapely.distance(flat, line), strict=True):
                if distance <= clause.metres:
                    along[at][number] = float(distance)
    return near, along


def _by_hand(earlier: ScreeningBatch | None) -> dict[int, ScreeningDecision]:
    if earlier is None:
        return {}
    return {d.point_id: d for d in ScreeningDecision.objects.filter(batch_id=earlier.pk, by_rule=False)}


def _decision(batch: ScreeningBatch, verdict: Verdict, kept: ScreeningDecision | None) -> ScreeningDecision:
    decision = ScreeningDecision(
        batch=batch,
        point_id=verdict.point_id,
        selected=verdict.selected,
        clause=verdict.clause,
        reason=verdict.reason[:200],
        metres=verdict.metres,
        place_id=verdict.place_id,
    )
    if kept is not None:
        decision.selected, decision.clause, decision.by_rule = kept.selected, -1, False
        decision.reason, decision.by_label, decision.at = kept.reason, kept.by_label, kept.at
    return decision


def _digest(rule: Any, candidates: Sequence[Candidate], places: Sequence[PlaceCard]) -> str:
    lines = [json.dumps(rule, ensure_ascii=False, sort_keys=True)]
    lines += [f"{p.id} {p.kind} {p.lon!r} {p.lat!r} {p.name}" for p in places]
    for c in candidates:
        near = sorted((k, v[1], round(v[0], 3)) for k, v in c.near.items())
        along = sorted((k, round(v, 3)) for k, v in c.along.items())
        lines.append(f"{c.id} {c.name} {c.klass} {c.source} {c.status} {c.town_id} {near} {along}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@transaction.atomic
def override_decision(
    *, actor: Actor, batch_id: int, point_id: int, selected: bool, reason: str
) -> ScreeningDecision:
    """A reviewer decides otherwise than the rule, with a reason; only while the batch is in review."""
    batch = queries.batch_for(actor, batch_id, lock=True)
    if len(reason.strip()) < 2:
        raise Invalid.field("reason", "请写明改判理由")
    decision = (
        ScreeningDecision.objects.select_for_update().filter(batch_id=batch.pk, point_id=point_id).first()
    )
    if decision is None:
        raise NotFound
    if decision.selected == selected:
        raise Conflict(f"该点位已是{'入选' if selected else '剔除'}", code="same_decision")
    change = 1 if selected else -1
    SCREENING.apply(
        batch,
        "override",
        by=actor,
        reason=reason.strip()[:500],
        data={"point": point_id, "selected": selected, "rule_said": decision.reason},
        selected=batch.selected + change,
        version=batch.version + 1,
    )
    decision.selected, decision.by_rule, decision.clause = selected, False, -1
    decision.reason = f"人工{'入选' if selected else '剔除'}:{reason.strip()}"[:200]
    decision.by_label, decision.at = actor.label[:90], clock.now()
    decision.save(update_fields=["selected", "by_rule", "clause", "reason", "by_label", "at"])
    return decision


@transaction.atomic
def adopt_batch(*, actor: Actor, batch_id: int) -> ScreeningBatch:
    """Put a batch in force: its selection is what the wall offers; the one before is replaced."""
    gate.require(actor, permissions.ADOPT)
    batch = queries.batch_for(actor, batch_id, lock=True)
    for other in ScreeningBatch.objects.select_for_update().filter(status="adopted").exclude(pk=batch.pk):
        SCREENING.apply(other, "replace", by=actor, data={"by": batch.pk}, version=other.version + 1)
    now = clock.now()
    SCREENING.apply(
        batch, "adopt", by=actor, version=batch.version + 1, adopted_at=now, reviewer=actor.label[:90]
    )
    chosen = ScreeningDecision.objects.filter(batch_id=batch.pk, selected=True).values("point_id")
    VideoPoint.objects.filter(selected=True).exclude(pk__in=chosen).update(selected=False, changed_at=now)
    VideoPoint.objects.filter(pk__in=chosen, selected=False).update(selected=True, changed_at=now)
    audit.record(actor, "cameras.screening.adopted", subject=subject(KIND, batch.pk))
    announcements.announce(events.ScreeningAdopted(batch.pk, batch.selected))
    live.announce("cameras.points")
    return batch


@transaction.atomic
def discard_batch(*, actor: Actor, batch_id: int, reason: str) -> ScreeningBatch:
    """Set a batch aside; it stays readable."""
    batch = queries.batch_for(actor, batch_id, lock=True)
    SCREENING.apply(batch, "discard", by=actor, reason=reason.strip()[:500], version=batch.version + 1)
    audit.record(actor, "cameras.screening.discarded", subject=subject(KIND, batch.pk))
    return batch


def selection_of(batch: ScreeningBatch) -> Mapping[int, str]:
    """Point id → reason of what a batch selected."""
    rows = ScreeningDecision.objects.filter(batch_id=batch.pk, selected=True).order_by("point_id")
    return dict(rows.values_list("point_id", "reason"))
