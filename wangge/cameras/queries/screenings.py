"""Screening batches: lists, decisions with reasons, what changed since the last run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q

from wangge.cameras import permissions, rules
from wangge.cameras.models import ScreeningBatch, ScreeningDecision
from wangge.cameras.states import SCREENING
from wangge.kit import paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision. ``was`` (in differences): ``True``/``False`` earlier, ``None``: the point is new."""

    id: int
    point_id: int
    code: str
    name: str
    klass: str
    class_label: str
    town: str
    status: str
    selected: bool
    clause: int
    reason: str
    by_rule: bool
    by_label: str
    was: bool | None = None


def batches(actor: Actor) -> list[dict[str, Any]]:
    """The newest hundred batches."""
    gate.require(actor, permissions.SCREEN)
    return [_card(row) for row in ScreeningBatch.objects.order_by("-at", "-id")[:100]]


def batch_for(actor: Actor, batch_id: int, *, lock: bool = False) -> ScreeningBatch:
    """One batch; ``NotFound`` when there is none."""
    gate.require(actor, permissions.SCREEN)
    rows = ScreeningBatch.objects.filter(pk=batch_id)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise NotFound
    return found


def in_force() -> ScreeningBatch | None:
    """The batch whose selection holds now."""
    return ScreeningBatch.objects.filter(status="adopted").first()


def reason_in_force(point_id: int) -> str:
    """Why a point is (or is not) in the selection that holds now; empty before the first."""
    row = ScreeningDecision.objects.filter(batch__status="adopted", point_id=point_id)
    return row.values_list("reason", flat=True).first() or ""


def _card(row: ScreeningBatch) -> dict[str, Any]:
    return {
        "id": row.pk,
        "purpose": row.purpose,
        "status": row.status,
        "status_label": SCREENING.labels[row.status],
        "tone": SCREENING.tones[row.status],
        "total_in": row.total_in,
        "selected": row.selected,
        "share": f"{100 * row.selected / row.total_in:.3f}%" if row.total_in else "-",
        "digest": row.digest,
        "earlier_id": row.earlier_id,
        "by_label": row.by_label,
        "at": row.at,
        "reviewer": row.reviewer,
        "adopted_at": row.adopted_at,
        "version": row.version,
    }


def summary(actor: Actor, batch_id: int) -> dict[str, Any]:
    """A batch with its rule and counts by clause and by reason of refusal."""
    batch = batch_for(actor, batch_id)
    rows = ScreeningDecision.objects.filter(batch_id=batch.pk)
    rule = rules.parse_rule(batch.rule)
    taken = dict(
        rows.filter(selected=True).values_list("clause").annotate(n=Count("id")).values_list("clause", "n")
    )
    clauses = [{"name": c.name, "selected": taken.get(i, 0)} for i, c in enumerate(rule.clauses)]
    with connection.cursor() as cursor:
        cursor.execute(_REFUSALS, [batch.pk])
        refused = [{"reason": reason, "points": n} for reason, n in cursor.fetchall()]
    return _card(batch) | {
        "rule": batch.rule,
        "clauses": clauses,
        "by_hand": rows.filter(by_rule=False).count(),
        "refused": refused,
        "moves": SCREENING.allowed(batch.status),
    }


# Names of places differ from row to row; the reason without them is what can be counted.
_REFUSALS = """
SELECT regexp_replace(reason, '“[^”]*”', '…', 'g') AS kind, count(*) FROM cameras_screeningdecision
WHERE batch_id = %s AND NOT selected GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12
"""


def decisions(
    actor: Actor, batch_id: int, *, selected: bool | None = None, cursor: str = "", limit: int = 50
) -> paging.Page[DecisionRow]:
    """Decisions of a batch, one page."""
    batch = batch_for(actor, batch_id)
    limit = paging.checked_limit(limit)
    rows = ScreeningDecision.objects.filter(batch_id=batch.pk)
    if selected is not None:
        rows = rows.filter(selected=selected)
    if cursor:
        rows = rows.filter(id__gt=int(paging.decode(cursor, 1)[0]))
    found = [_row(d) for d in _named(rows).order_by("id")[: limit + 1]]
    shown = found[:limit]
    return paging.Page(shown, paging.encode(shown[-1].id) if len(found) > limit else None)


def _named(rows: Any) -> Any:
    return rows.values(
        "id", "point_id", "selected", "clause", "reason", "by_rule", "by_label",
        code=F("point__code"), name=F("point__name"), klass=F("point__klass"),
        town=F("point__town__short_name"), state=F("point__status"),
    )  # fmt: skip


def _row(raw: dict[str, Any], was: bool | None = None) -> DecisionRow:
    return DecisionRow(
        id=raw["id"],
        point_id=raw["point_id"],
        code=raw["code"],
        name=raw["name"],
        klass=raw["klass"],
        class_label=rules.CLASSES[raw["klass"]],
        town=raw["town"] or "",
        status=raw["state"],
        selected=raw["selected"],
        clause=raw["clause"],
        reason=raw["reason"],
        by_rule=raw["by_rule"],
        by_label=raw["by_label"],
        was=was,
    )


def differences(actor: Actor, batch_id: int, cursor: str = "", limit: int = 50) -> paging.Page[DecisionRow]:
    """Points decided otherwise than in the batch before, and selected ones that are new."""
    batch = batch_for(actor, batch_id)
    limit = paging.checked_limit(limit)
    if batch.earlier_id is None:
        return paging.Page([], None)
    after = int(paging.decode(cursor, 1)[0]) if cursor else 0
    with connection.cursor() as db:
        db.execute(_DIFFERENT, [batch.earlier_id, batch.pk, after, limit + 1])
        was = dict(db.fetchall())
    found = [
        _row(d, was[d["id"]]) for d in _named(ScreeningDecision.objects.filter(Q(pk__in=was))).order_by("id")
    ]
    shown = found[:limit]
    return paging.Page(shown, paging.encode(shown[-1].id) if len(found) > limit else None)


_DIFFERENT = """
SELECT d.id, e.selected FROM cameras_screeningdecision d
LEFT JOIN cameras_screeningdecision e ON e.batch_id = %s AND e.point_id = d.point_id
WHERE d.batch_id = %s AND d.id > %s AND d.selected IS DISTINCT FROM coalesce(e.selected, false)
ORDER BY d.id LIMIT %s
"""
