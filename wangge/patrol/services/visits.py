"""Visits to households, enterprises and places; a day's visits of an offline phone in two statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from wangge.audit import services as audit
from wangge.files import services as files
from wangge.kit import events as announcements
from wangge.kit import feeds
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Invalid
from wangge.patrol import events, permissions, queries, rules
from wangge.patrol.models import Visit
from wangge.patrol.services import capture, story
from wangge.patrol.services.capture import CONSOLE, Capture
from wangge.territory.queries import AreaCard


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """Whom, with what result; ``photo`` is the client id of the picture of a refusal."""

    target_kind: str
    target_id: int
    result: str
    target_label: str = ""
    topic: str = ""
    note: str = ""
    photo: UUID | None = None
    lon: float | None = None
    lat: float | None = None
    accuracy: float | None = None
    round_id: UUID | None = None
    grid_id: int | None = None


@transaction.atomic
def record_visit(*, actor: Actor, draft: VisitDraft, capture_: Capture = CONSOLE) -> Visit:
    """Write one visit down; see ``record_visits``."""
    answer = record_visits(actor=actor, visits=[(draft, capture_)])[0]
    if isinstance(answer, Exception):
        raise answer
    return answer


@transaction.atomic
def record_visits(
    *, actor: Actor, visits: Sequence[tuple[VisitDraft, Capture]]
) -> list[Visit | BusinessError]:
    """Write visits down in the order given; what is wrong with one refuses that one alone.

    A household must be one of the register, in reach. A client id that is there already answers with the
    stored visit. Visits in person that follow each
    other faster than anybody can walk are stored and not believed.
    """
    gate.require(actor, permissions.VISIT)
    ids = [c.client_id for _d, c in visits if c.client_id]
    known = {row.client_id: row for row in Visit.objects.filter(client_id__in=ids)}
    homes = queries.known_households(actor, {d.target_id for d, _c in visits if d.target_kind == "household"})
    answers: list[Visit | BusinessError] = []
    fresh: list[Visit] = []
    grids: dict[int | None, AreaCard] = {}  # a run of a phone has one: two statements, not two a visit
    for draft, captured in visits:
        try:
            if captured.client_id in known:
                row = known[captured.client_id]
                capture.own(actor, row)
            else:
                if draft.target_kind == "household" and draft.target_id not in homes:
                    raise Invalid.field("target_id", "没有这户,或不在您的网格")
                if draft.grid_id not in grids:
                    grids[draft.grid_id] = queries.grid_of(actor, draft.grid_id)
                row = _row(actor, draft, captured, grids[draft.grid_id])
                known[row.client_id] = row
                fresh.append(row)
            answers.append(row)
        except BusinessError as refusal:
            answers.append(refusal)
    judge_pace(actor, fresh)
    Visit.objects.bulk_create(fresh)
    for row in fresh:
        if row.photo is not None:
            files.claim(actor=actor, client_ids=[row.photo], subject_kind="patrol.visit", subject_id=row.pk)
    _tell(actor, fresh)
    return answers


def _row(actor: Actor, draft: VisitDraft, captured: Capture, grid: AreaCard) -> Visit:
    story.one_of(draft.target_kind, rules.TARGETS, "target_kind")
    story.one_of(draft.result, rules.VISIT_RESULTS, "result")
    capture.check_point(draft.lon, draft.lat)
    if draft.target_id <= 0:
        raise Invalid.field("target_id", "请选择走访对象")
    return Visit(
        **capture.columns(actor, captured, grid),
        round_client=draft.round_id,
        target_kind=draft.target_kind,
        target_id=draft.target_id,
        target_label=draft.target_label.strip()[:80],
        result=draft.result,
        topic=draft.topic.strip()[:40],
        note=draft.note.strip(),
        photo=draft.photo,
        lon=draft.lon,
        lat=draft.lat,
        accuracy=draft.accuracy,
    )


def judge_pace(actor: Actor, rows: Sequence[Visit]) -> None:
    """Mark the visits in person that come too fast after another household's."""
    met = sorted((r for r in rows if r.target_kind == "household" and r.result == "met"), key=lambda r: r.at)
    if not met:
        return
    before = (
        Visit.objects.filter(
            post_id=actor.post_id or 0, target_kind="household", result="met", at__lte=met[0].at
        )
        .order_by("-at", "-id")
        .first()
    )
    last: tuple[int, datetime] | None = (before.target_id, before.at) if before else None
    for row in met:
        if last is not None and last[0] != row.target_id:
            row.believed = rules.believable_pace(last[1], row.at)
        last = (row.target_id, row.at)


def _tell(actor: Actor, rows: Sequence[Visit]) -> None:
    if not rows:
        return
    audit.record(
        actor, "patrol.visit.recorded", subject=f"patrol.visit:{rows[0].pk}", data={"count": len(rows)}
    )
    for row in rows:
        announcements.announce(
            events.VisitRecorded(
                visit_id=row.pk,
                target_kind=row.target_kind,
                target_id=row.target_id,
                grid_id=row.grid_id,
                result=row.result,
            )
        )
    for grid_id in {r.grid_id for r in rows}:
        households = [r.target_id for r in rows if r.grid_id == grid_id and r.target_kind == "household"]
        if households:
            feeds.changed("patrol.household", *households, area_ids=[grid_id])
