"""What phones keep of campaigns: their part of the lists with prefilled values, and open problems."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from wangge.campaigns import queries, services
from wangge.campaigns.models import Problem, Target
from wangge.campaigns.models.problem import SEVERITIES
from wangge.campaigns.queries import registers
from wangge.campaigns.states import ON_PHONES, OPEN_PROBLEM, PROBLEM, TARGET
from wangge.kit.actor import Actor
from wangge.kit.feeds import Record, feed

ROLES = ("grid_worker", "liaison", "area_admin")
MOST_TARGETS = 1000


@feed("campaigns.campaign", most=50, roles=ROLES)
def read_campaigns(actor: Actor, ids: Collection[int] | None) -> Iterable[Record]:
    """Campaigns at work that have a unit of this post."""
    for row in queries.campaigns_of_phone(actor):
        if ids is None or row.pk in ids:
            yield {
                "id": row.pk,
                "no": row.no,
                "title": row.title,
                "purpose": row.purpose,
                "kind": row.kind,
                "status": row.status,
                "due_at": row.due_at.isoformat(),
                "form_version_id": row.form_version_id,
                "rounds": row.rounds,
            }


@feed("campaigns.target", most=MOST_TARGETS, roles=ROLES)
def read_targets(actor: Actor, ids: Collection[int] | None) -> Iterable[Record]:
    """Units of this post's part of the lists: the open ones first, then the newest of the others."""
    rows = queries.targets_visible_to(actor).filter(campaign__status__in=ON_PHONES)
    if actor.role == "area_admin":  # an administrator helps with what nobody else has, and checks again
        rows = rows.filter(post_id=actor.post_id or 0) | rows.filter(status="recheck")
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    found = list(
        rows.exclude(status="dropped").select_related("campaign").order_by("-status", "-pk")[:MOST_TARGETS]
    )
    premises_ids = [r.subject_id for r in found if r.subject_kind == registers.PREMISES]
    values = services.prefill(premises_ids)
    for row in found:
        yield _target(row, values.get(row.subject_id, {}) if row.subject_kind == registers.PREMISES else {})


def _target(row: Target, values: dict[str, object]) -> dict[str, Any]:
    return {
        "id": row.pk,
        "campaign_id": row.campaign_id,
        "form_version_id": row.campaign.form_version_id,
        "due_at": row.campaign.due_at.isoformat(),
        "subject_kind": row.subject_kind,
        "subject_id": row.subject_id,
        "kind": row.kind,
        "title": row.title,
        "address": row.address,
        "lon": row.lon,
        "lat": row.lat,
        "post_id": row.post_id,
        "status": row.status,
        "status_label": TARGET.labels[row.status],
        "version": row.version,
        "answered_at": row.answered_at.isoformat() if row.answered_at else None,
        "values": values,
    }


@feed("campaigns.problem", most=300, roles=ROLES)
def read_problems(actor: Actor, ids: Collection[int] | None) -> Iterable[Record]:
    """Problems in reach that are not struck off, newest first."""
    rows = queries.problems_visible_to(actor).filter(status__in=OPEN_PROBLEM)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    for row in rows.order_by("-id")[:300]:
        yield _problem(row)


def _problem(row: Problem) -> dict[str, Any]:
    return {
        "id": row.pk,
        "no": row.no,
        "premises_id": row.premises_id,
        "title": row.title,
        "text": row.text,
        "source": row.source,
        "item": row.item,
        "severity": row.severity,
        "severity_label": SEVERITIES[row.severity],
        "status": row.status,
        "status_label": PROBLEM.labels[row.status],
        "version": row.version,
        "result": row.result,
        "found_at": row.found_at.isoformat(),
        "due_at": row.due_at.isoformat() if row.due_at else None,
    }
