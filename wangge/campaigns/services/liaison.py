"""Liaison visits: an official was at the enterprise in his care."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from wangge.audit import services as audit
from wangge.campaigns import permissions, queries
from wangge.campaigns.models import LiaisonVisit, Suggestion
from wangge.campaigns.services import problems
from wangge.campaigns.services.inspections import MOST_PROBLEMS, cover, reachable
from wangge.campaigns.services.problems import Found, Where
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.live import services as live
from wangge.org import queries as org
from wangge.premises import queries as premises


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A visit as it was made: what was asked (problems to be solved) and suggested, what was handed out."""

    client_id: UUID
    premises_id: int
    visited_at: datetime
    summary: str = ""
    questions: Sequence[Found] = ()
    suggestions: Sequence[str] = ()
    manuals: int = 0
    leaflets: int = 0
    photos: Sequence[str] = ()
    campaign_id: int | None = None


def _faults(draft: VisitDraft) -> dict[str, str]:
    found = problems.faults(draft.questions)
    if len(draft.questions) > MOST_PROBLEMS or len(draft.suggestions) > MOST_PROBLEMS:
        found["problems"] = f"一次最多登记 {MOST_PROBLEMS} 条"
    if any(not 2 <= len(text.strip()) <= 500 for text in draft.suggestions):
        found["suggestions"] = "每条建议请写 2 到 500 字"
    if not (0 <= draft.manuals <= 100_000 and 0 <= draft.leaflets <= 100_000):
        found["manuals"] = "发放份数不正确"
    if len(draft.summary) > 1000:
        found["summary"] = "不超过 1000 字"
    return found


@transaction.atomic
def record_visit(*, actor: Actor, draft: VisitDraft) -> LiaisonVisit:
    """Keep a visit; its questions become problems, its suggestions stay. Again stores nothing new.

    In a campaign the visits of a unit are counted: with the last round the unit is covered.
    """
    gate.require(actor, permissions.VISIT)
    faults = _faults(draft)
    if faults:
        raise Invalid(";".join(faults.values()), data={"fields": faults})
    known = LiaisonVisit.objects.filter(client_id=draft.client_id).first()
    if known is not None:
        if known.premises_id != draft.premises_id:
            raise Conflict("同一编号的走访属于另一家单位", code="id_reused")
        return known
    row = _stored(actor, draft)
    problems.claim(actor, draft.photos, queries.VISIT, row.pk)
    where = Where(
        row.premises_id, row.title, row.town_id, row.village_id, row.grid_id, "visit",
        row.post_id, visit_id=row.pk, campaign_id=row.campaign_id,
    )  # fmt: skip
    problems.write_down(actor, where, draft.questions, draft.visited_at)
    Suggestion.objects.bulk_create(
        Suggestion(visit=row, text=text.strip(), at=draft.visited_at) for text in draft.suggestions
    )
    if draft.campaign_id is not None:
        cover(actor, draft.campaign_id, draft.premises_id, draft.visited_at, "visit", row.round)
    audit.record(actor, "campaigns.visit.recorded", subject=f"campaigns.visit:{row.pk}")
    live.announce("campaigns.board")
    return row


def _stored(actor: Actor, draft: VisitDraft) -> LiaisonVisit:
    unit = reachable(actor, draft.premises_id, draft.campaign_id)
    place = unit.town_id or unit.village_id
    agency = org.agency_for_area(place) if place else None
    with connection.cursor() as cursor:
        cursor.execute("SELECT campaigns_visits_before(%s, %s)", [unit.subject_id, draft.campaign_id])
        earlier = cursor.fetchone()[0]
    return LiaisonVisit.objects.create(
        client_id=draft.client_id,
        premises_id=unit.subject_id,
        paired=premises.liaison_of([unit.subject_id]).get(unit.subject_id) == actor.post_id,
        campaign_id=draft.campaign_id,
        round=earlier + 1,
        summary=draft.summary.strip(),
        manuals=draft.manuals,
        leaflets=draft.leaflets,
        photos=list(draft.photos)[:20],
        title=unit.title[:120],
        town_id=unit.town_id,
        village_id=unit.village_id,
        grid_id=unit.grid_id,
        post_id=actor.post_id,
        agency_id=agency.id if agency else None,
        by_label=actor.label[:80],
        visited_at=draft.visited_at,
        stored_at=clock.now(),
    )
