"""Live pages of a campaign: coverage by town and by worker, who is missing, answers of one unit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count

from wangge.campaigns import permissions
from wangge.campaigns.models import Campaign, Response, Target, TargetMove
from wangge.campaigns.queries.scope import campaign_for, sees_all, target_for, targets_visible_to
from wangge.campaigns.states import COVERED
from wangge.kit import paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.org import queries as org
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One line: a town, village or worker; ``total`` without what was dropped."""

    id: int
    name: str
    total: int
    covered: int
    missing: int
    recheck: int
    dropped: int


@dataclass(frozen=True, slots=True)
class TargetFilter:
    """Which units: by state, area or worker; ``post_id`` 0 = nobody has it."""

    status: str = ""
    town_id: int | None = None
    village_id: int | None = None
    post_id: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One unit in a list."""

    id: int
    campaign_id: int
    subject_kind: str
    subject_id: int
    kind: str
    title: str
    address: str
    town: str
    village: str
    grid: str
    post_id: int | None
    post: str
    agency: str
    status: str
    version: int
    answered_at: datetime | None


def coverage(actor: Actor, campaign_id: int, by: str = "town") -> list[CoverageRow]:
    """Coverage of what the actor may see, by ``town``, ``village`` or ``post``; counted from the rows."""
    columns = {"town": "town_id", "village": "village_id", "post": "post_id"}
    if by not in columns:
        raise Invalid.field("by", "应为镇(街道)、村(社区)或人员")
    campaign_for(actor, campaign_id)
    rows = targets_visible_to(actor).filter(campaign_id=campaign_id)
    counted: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    grouped = rows.values_list(columns[by], "status").annotate(n=Count("pk")).order_by()
    for key, status, count in grouped:
        counted[key or 0][status] += count
    names = _post_names(counted) if by == "post" else _area_names(by)
    lines = [_line(key, names, states) for key, states in counted.items()]
    return sorted(lines, key=lambda line: (line.id == 0, -line.missing, line.id))


def _line(key: int, names: dict[int, str], states: dict[str, int]) -> CoverageRow:
    covered = sum(states.get(s, 0) for s in COVERED)
    missing = states.get("open", 0)
    name = names.get(key, "未定位" if not key else f"#{key}")
    return CoverageRow(
        key, name, covered + missing, covered, missing, states.get("recheck", 0), states.get("dropped", 0)
    )


def _area_names(kind: str) -> dict[int, str]:
    cards = territory.towns() if kind == "town" else territory.areas(kind)
    return {card.id: card.name for card in cards} | {0: "未定位"}


def _post_names(ids: Any) -> dict[int, str]:
    cards = org.posts_by_ids(ids)
    return {0: "未分派"} | {pk: f"{p.account_name}({p.title or p.role_label})" for pk, p in cards.items()}


def targets(
    actor: Actor, campaign_id: int, wanted: TargetFilter, cursor: str = "", limit: int = 50
) -> paging.Page[TargetRow]:
    """Units of a campaign in the order they came onto the list; ``status="open"`` is who is missing."""
    campaign_for(actor, campaign_id)
    limit = paging.checked_limit(limit)
    rows = targets_visible_to(actor).filter(campaign_id=campaign_id)
    if wanted.status:
        rows = rows.filter(status=wanted.status)
    if wanted.town_id is not None:
        rows = rows.filter(town_id=wanted.town_id or None)
    if wanted.village_id is not None:
        rows = rows.filter(village_id=wanted.village_id or None)
    if wanted.post_id is not None:
        rows = rows.filter(post_id=wanted.post_id) if wanted.post_id else rows.filter(post_id__isnull=True)
    if cursor:
        rows = rows.filter(pk__gt=int(paging.decode(cursor, 1)[0]))
    found = list(rows.order_by("pk")[: limit + 1])
    more = paging.encode(found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(target_rows(found[:limit]), more)


def target_rows(rows: list[Target]) -> list[TargetRow]:
    """Rows with the names of areas, posts and agencies, a handful of statements for a page."""
    ids = {i for r in rows for i in (r.town_id, r.village_id, r.grid_id) if i}
    areas = {card.id: card.name for card in territory.area_cards(ids).values()}
    posts = org.posts_by_ids({r.post_id for r in rows if r.post_id})
    agencies = org.agencies_by_ids({r.agency_id for r in rows if r.agency_id})
    return [_target_row(row, areas, posts, agencies) for row in rows]


def _target_row(row: Target, areas: dict[int, str], posts: Any, agencies: Any) -> TargetRow:
    post, agency = posts.get(row.post_id), agencies.get(row.agency_id)
    return TargetRow(
        row.pk,
        row.campaign_id,
        row.subject_kind,
        row.subject_id,
        row.kind,
        row.title,
        row.address,
        areas.get(row.town_id or 0, ""),
        areas.get(row.village_id or 0, ""),
        areas.get(row.grid_id or 0, ""),
        row.post_id,
        f"{post.account_name}" if post else "",
        agency.short_name or agency.name if agency else "",
        row.status,
        row.version,
        row.answered_at,
    )


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a unit's answer with the sheet as it was judged."""

    number: int
    kind: str
    current: bool
    by_label: str
    reason: str
    captured_at: datetime
    stored_at: datetime
    answers: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TargetPage:
    """A unit with its answers, newest first, and its moves."""

    row: TargetRow
    campaign: Campaign
    versions: list[Version]
    moves: list[TargetMove]


def target_page(actor: Actor, target_id: int) -> TargetPage:
    """One unit: every version of its answer stays readable."""
    target = target_for(actor, target_id)
    versions = Response.objects.filter(target_id=target.pk).select_related("sheet").order_by("-number")
    shown = [
        Version(
            r.number, r.kind, r.current, r.by_label, r.reason, r.captured_at, r.stored_at, r.sheet.answers
        )
        for r in versions
    ]
    moves = list(TargetMove.objects.filter(row_id=target.pk).order_by("-id")[:100])
    return TargetPage(target_rows([target])[0], target.campaign, shown, moves)


def missing_by_reader(campaign_id: int) -> tuple[dict[int, int], dict[int, int]]:
    """Open units by post, and by agency where no post has them: whom a reminder is for."""
    rows = Target.objects.filter(campaign_id=campaign_id, status="open")
    posts = rows.filter(post_id__isnull=False).values_list("post_id").annotate(n=Count("pk")).order_by()
    agencies = (
        rows.filter(post_id__isnull=True, agency_id__isnull=False)
        .values_list("agency_id")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return dict(posts), dict(agencies)


def may_lead(actor: Actor) -> bool:
    """Whether the actor organises campaigns of the whole district."""
    return sees_all(actor) and actor.may(permissions.MANAGE)


def require_lead(actor: Actor) -> None:
    """Raise ``Forbidden`` unless the actor organises campaigns."""
    gate.require(actor, permissions.MANAGE)
