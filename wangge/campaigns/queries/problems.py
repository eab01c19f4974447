"""Inspections, visits and problems: lists, pages, figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from wangge.campaigns import permissions, rules
from wangge.campaigns.models import (
    Inspection,
    InspectionItem,
    LiaisonVisit,
    Problem,
    ProblemMove,
    Suggestion,
    Target,
)
from wangge.campaigns.models.inspection import FIVE
from wangge.campaigns.queries.scope import (
    inspections_visible_to,
    problem_for,
    problems_visible_to,
    visits_visible_to,
)
from wangge.campaigns.states import COUNTED, OPEN_PROBLEM
from wangge.casework import queries as casework
from wangge.kit import clock, paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.premises import queries as premises


@dataclass(frozen=True, slots=True)
class ProblemFilter:
    """Which problems; ``status`` ``open`` means everything not struck off."""

    status: str = ""
    source: str = ""
    town_id: int | None = None
    campaign_id: int | None = None
    premises_id: int | None = None
    late: bool = False


def problems(actor: Actor, wanted: ProblemFilter, cursor: str = "", limit: int = 50) -> paging.Page[Problem]:
    """Problems in reach, newest first; the open ones by what is due first."""
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    rows = problems_visible_to(actor).select_related("town", "agency", "post__account")
    if wanted.status:
        rows = (
            rows.filter(status__in=OPEN_PROBLEM)
            if wanted.status == "open"
            else rows.filter(status=wanted.status)
        )
    if wanted.source:
        rows = rows.filter(source=wanted.source)
    if wanted.town_id:
        rows = rows.filter(town_id=wanted.town_id)
    if wanted.campaign_id:
        rows = rows.filter(campaign_id=wanted.campaign_id)
    if wanted.premises_id:
        rows = rows.filter(premises_id=wanted.premises_id)
    if wanted.late:
        rows = rows.filter(status__in=OPEN_PROBLEM, due_at__lt=clock.now())
    return _by_moment(rows, "found_at", cursor, limit)


def _by_moment(rows: QuerySet[Any], column: str, cursor: str, limit: int) -> paging.Page[Any]:
    """Newest first by a moment and the id."""
    if cursor:
        at, pk = paging.decode(cursor, 2)
        moment = datetime.fromisoformat(str(at))
        rows = rows.filter(Q(**{f"{column}__lte": moment})).exclude(
            Q(**{column: moment}) & Q(pk__gte=int(pk))
        )
    found = list(rows.order_by(f"-{column}", "-id")[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    return paging.Page(found[:limit], paging.encode(getattr(last, column), last.pk) if last else None)


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """A problem with its clocks, its story and what may be done next."""

    row: Problem
    clocks: list[casework.ClockCard]
    moves: list[ProblemMove]


def problem_page(actor: Actor, problem_id: int) -> ProblemPage:
    """One problem."""
    row = problem_for(actor, problem_id)
    clocks = casework.clocks_of("campaigns.problem", [row.pk])
    moves = list(ProblemMove.objects.filter(row_id=row.pk).order_by("id"))
    return ProblemPage(row, list(clocks), moves)


def inspections(
    actor: Actor,
    *,
    kind: str = "",
    town_id: int | None = None,
    passed: bool | None = None,
    premises_id: int | None = None,
    cursor: str = "",
    limit: int = 50,
) -> paging.Page[Inspection]:
    """Inspections in reach, newest first."""
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    rows = inspections_visible_to(actor).select_related("town")
    if kind:
        rows = rows.filter(kind=kind)
    if town_id:
        rows = rows.filter(town_id=town_id)
    if passed is not None:
        rows = rows.filter(passed=passed)
    if premises_id:
        rows = rows.filter(premises_id=premises_id)
    return _by_moment(rows, "captured_at", cursor, limit)


@dataclass(frozen=True, slots=True)
class InspectionPage:
    """An inspection with its ten answers and the problems it found."""

    row: Inspection
    items: list[InspectionItem]
    problems: list[Problem]


def inspection_page(actor: Actor, inspection_id: int) -> InspectionPage:
    """One inspection; out of scope is not found."""
    gate.require(actor, permissions.SEE)
    row = inspections_visible_to(actor).select_related("town").filter(pk=inspection_id).first()
    if row is None:
        raise NotFound
    items = list(InspectionItem.objects.filter(inspection_id=row.pk).order_by("id"))
    return InspectionPage(
        row, items, list(problems_visible_to(actor).filter(inspection_id=row.pk).order_by("id"))
    )


def visits(
    actor: Actor,
    *,
    campaign_id: int | None = None,
    post_id: int | None = None,
    cursor: str = "",
    limit: int = 50,
) -> paging.Page[LiaisonVisit]:
    """Liaison visits in reach, newest first."""
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    rows = visits_visible_to(actor).select_related("town")
    if campaign_id:
        rows = rows.filter(campaign_id=campaign_id)
    if post_id:
        rows = rows.filter(post_id=post_id)
    return _by_moment(rows, "visited_at", cursor, limit)


@dataclass(frozen=True, slots=True)
class VisitPage:
    """A visit with what was asked and suggested."""

    row: LiaisonVisit
    problems: list[Problem]
    suggestions: list[Suggestion]


def visit_page(actor: Actor, visit_id: int) -> VisitPage:
    """One visit; out of scope is not found."""
    gate.require(actor, permissions.SEE)
    row = visits_visible_to(actor).select_related("town").filter(pk=visit_id).first()
    if row is None:
        raise NotFound
    found = list(problems_visible_to(actor).filter(visit_id=row.pk).order_by("id"))
    return VisitPage(row, found, list(Suggestion.objects.filter(visit_id=row.pk).order_by("id")))


@dataclass(frozen=True, slots=True)
class Kpi:
    """One figure of inspections and liaison: the words say what is divided by what."""

    code: str
    label: str
    unit: str
    value: float | int | None
    numerator: int
    denominator: int | None
    definition: str


def kpis(actor: Actor, campaign_id: int | None = None) -> list[Kpi]:
    """Coverage, five-have pass rate, problems solved, visits, suggestions: of what the actor may see."""
    gate.require(actor, permissions.SEE)
    found = [*_inspected(actor, campaign_id), *_solved(actor, campaign_id), *_visited(actor, campaign_id)]
    return found


def _share(code: str, label: str, numerator: int, denominator: int, definition: str) -> Kpi:
    share = rules.percent(numerator, denominator)
    return Kpi(code, label, "%", None if share is None else float(share), numerator, denominator, definition)


def _count(code: str, label: str, unit: str, value: int, definition: str) -> Kpi:
    return Kpi(code, label, unit, value, value, None, definition)


def _inspected(actor: Actor, campaign_id: int | None) -> list[Kpi]:
    rows = inspections_visible_to(actor)
    rows = rows.filter(campaign_id=campaign_id) if campaign_id else rows.filter(latest=True)
    seen = rows.values("premises_id").distinct().count()
    if campaign_id:
        listed = Target.objects.filter(campaign_id=campaign_id, status__in=COUNTED).count()
        of_what = "名单内单位"
    else:
        listed = premises.premises_visible_to(actor).filter(status="active").count()
        of_what = "企业库在册单位"
    passed = rows.filter(passed=True).values("premises_id").distinct().count()
    items = InspectionItem.objects.filter(part="five", inspection__in=rows).exclude(answer="na")
    by_item = {
        code: (yes, all_)
        for code, yes, all_ in items.values_list("code")
        .annotate(yes=Count("pk", filter=Q(answer="yes")), all=Count("pk"))
        .order_by()
    }
    return [
        _share("inspected", "检查覆盖率", seen, listed, f"至少检查过一次的单位 ÷ {of_what}"),
        _count(
            "teams",
            "检查小组",
            "个",
            rows.exclude(team="").values("team").distinct().count(),
            "登记过检查的小组",
        ),
        _count(
            "handed_out",
            "检查中发放宣传单",
            "份",
            rows.aggregate(n=Sum("leaflets"))["n"] or 0,
            "检查中发放的宣传单",
        ),
        _share("five_passed", "五有达标率", passed, seen, "最近一次检查五项都不为“否”的单位 ÷ 检查过的单位"),
        *(
            _share(f"item_{code}", label, *by_item.get(code, (0, 0)), "答“是” ÷ 适用(不含“不适用”)")
            for code, label in FIVE.items()
        ),
    ]


def _solved(actor: Actor, campaign_id: int | None) -> list[Kpi]:
    rows = problems_visible_to(actor).exclude(status="dismissed")
    if campaign_id:
        rows = rows.filter(campaign_id=campaign_id)
    counted = rows.aggregate(
        found=Count("pk"),
        closed=Count("pk", filter=Q(status="closed")),
        late=Count("pk", filter=Q(status__in=OPEN_PROBLEM, due_at__lt=clock.now())),
    )
    return [
        _count("problems", "发现问题", "个", counted["found"], "登记的问题,不含认定不成立"),
        _count("problems_closed", "已销号问题", "个", counted["closed"], "复查通过或当场解决的问题"),
        _share("solved", "问题解决率", counted["closed"], counted["found"], "已销号 ÷ 发现"),
        _count("problems_late", "超期未销号", "个", counted["late"], "时限已过仍未销号的问题"),
    ]


def _visited(actor: Actor, campaign_id: int | None) -> list[Kpi]:
    rows = visits_visible_to(actor)
    if campaign_id:
        rows = rows.filter(campaign_id=campaign_id)
    counted = rows.aggregate(
        visits=Count("pk"),
        units=Count("premises_id", distinct=True),
        people=Count("post_id", distinct=True),
        manuals=Sum("manuals"),
        leaflets=Sum("leaflets"),
    )
    suggestions = Suggestion.objects.filter(visit__in=rows).count()
    questions = problems_visible_to(actor).filter(visit__in=rows).exclude(status="dismissed").count()
    return [
        _count("visits", "走访次数", "次", counted["visits"], "登记的挂钩走访"),
        _count("visited", "走访单位", "家", counted["units"], "至少走访过一次的单位"),
        _count("visitors", "走访人员", "人", counted["people"], "登记过走访的岗位"),
        _count("suggestions", "征求意见建议", "条", suggestions, "走访中企业提出的建议"),
        _count("raised", "征集问题建议", "条", questions + suggestions, "走访中登记的问题 + 建议"),
        _count("manuals", "发放手册", "册", counted["manuals"] or 0, "走访中发放的防控指南手册"),
        _count("leaflets", "发放宣传单", "份", counted["leaflets"] or 0, "走访中发放的宣传单"),
    ]


def liaison_overview(actor: Actor, campaign_id: int | None = None, limit: int = 200) -> list[dict[str, Any]]:
    """Visits by official: how many units in care, how many visits, units reached, problems open."""
    gate.require(actor, permissions.SEE)
    rows = visits_visible_to(actor)
    if campaign_id:
        rows = rows.filter(campaign_id=campaign_id)
    grouped = (
        rows.filter(post_id__isnull=False)
        .values("post_id", name=F("post__account__name"), post_title=F("post__title"))
        .annotate(visits=Count("pk"), units=Count("premises_id", distinct=True))
        .order_by("-visits", "post_id")[:limit]
    )
    lines = list(grouped)
    care = premises.counts_by_post([line["post_id"] for line in lines])
    waiting = problems_visible_to(actor).filter(source="visit", status__in=OPEN_PROBLEM)
    open_by_post = dict(waiting.values_list("post_id").annotate(n=Count("pk")).order_by())
    return [
        line
        | {"in_care": care.get(line["post_id"], 0), "open_problems": open_by_post.get(line["post_id"], 0)}
        for line in lines
    ]
