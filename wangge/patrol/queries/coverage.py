"""Coverage: who covered what, which grids are white. Each figure has its written definition; none of them
counts events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum

from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.patrol import permissions, rules
from wangge.patrol.models import CheckInPoint, Event, EventFile, Round
from wangge.patrol.queries.households import households_by_grid
from wangge.patrol.queries.scope import (
    check_ins_visible_to,
    covers,
    events_visible_to,
    rounds_visible_to,
    visits_visible_to,
)
from wangge.territory import queries as territory

DEFINITIONS: dict[str, tuple[str, str]] = {
    "households": (
        "入户覆盖率",
        "本季度内至少当面走访一次的不同户数 ÷ 网格户数(人口库登记户数,没有时用区划登记户数)。"
        "电话、不在、拒绝不算;同一人前后两户间隔少于 30 秒的不算;同一户走访多次只算一户。",
    ),
    "points": (
        "巡查点到位率",
        "本周(周一至周日)至少一次有效打卡的不同巡查点数 ÷ 在用巡查点数。有效:服务器计算的距离在打卡半径内,"
        "定位误差不超过 100 米,停留达到规定秒数;有轨迹的以轨迹停留时间为准。",
    ),
    "hours": (
        "在岗巡查时长",
        "本周轨迹点落在本网格内的时间之和。超过 5 分钟没有定位的不算;原地不动超过 15 分钟的部分不算;"
        "与他次巡查重叠、轨迹与他次完全相同的整次不算。不使用开始、结束按钮的时间差。",
    ),
    "verified": (
        "他人核查率",
        "本季度结案事件中由处理人以外的人现场核查的件数 ÷ 本季度结案事件数。"
        "本人核查、到期未抽查结案的只进分母。",
    ),
    "doubts": (
        "疑点",
        "本季度相同照片(内容指纹一致)用于不同事件的件数;本周有不可能速度、重复轨迹的巡查次数;"
        "本周手机时间与服务器相差超过 2 分钟的巡查次数。",
    ),
}
"""Code → name and written definition, printed beside each figure."""


@dataclass(slots=True)
class Tally:
    """Sums of one or more grids."""

    grids: int = 0
    white: int = 0
    households: int = 0
    met: int = 0
    points: int = 0
    reached: int = 0
    inside_seconds: int = 0
    rounds: int = 0
    closed: int = 0
    verified_other: int = 0
    verified_own: int = 0
    unchecked: int = 0
    same_photos: int = 0
    doubtful_rounds: int = 0
    drifting: int = 0
    events: int = 0
    last_at: datetime | None = None
    workers: set[str] = field(default_factory=set)

    def add(self, other: Tally) -> None:
        """Take another tally in."""
        for name in _SUMS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.last_at = max(filter(None, (self.last_at, other.last_at)), default=None)
        self.workers |= other.workers


_SUMS = (
    "grids", "white", "households", "met", "points", "reached", "inside_seconds", "rounds", "closed",
    "verified_other", "verified_own", "unchecked", "same_photos", "doubtful_rounds", "drifting", "events",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One area: shares in percent (``None`` without a denominator), their parts, doubts, a colour word."""

    area_id: int
    area: str
    kind: str
    colour: str
    households_share: float | None
    points_share: float | None
    hours: float
    verified_share: float | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """One post: what it covered; ``events`` is shown and is no score."""

    post_id: int
    label: str
    grid: str
    met: int
    points: int
    hours: float
    rounds: int
    doubts: int
    events: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of an area on a day: the quarter and week it lies in, the parts, the white grids."""

    area_id: int
    area: str
    path: tuple[tuple[int, str], ...]
    quarter: tuple[date, date]
    week: tuple[date, date]
    whole: CoverageRow
    rows: tuple[CoverageRow, ...]
    white: tuple[tuple[int, str], ...]
    workers: tuple[WorkerRow, ...]


_BELOW = {"district": "town_id", "town": "village_id", "village": "grid_id"}


def coverage(actor: Actor, area_id: int | None = None, day: date | None = None) -> Coverage:
    """The coverage of an area in reach (the actor's own by default), split by the level below."""
    gate.require(actor, permissions.COVERAGE)
    here = _area(actor, area_id)
    on = day or clock.today()
    quarter, week = rules.quarter_of(on), _week(on)
    grids = [g for g in territory.areas("grid") if here.id in (g.district_id, g.town_id, g.village_id, g.id)]
    tallies = tallies_of(actor, grids, quarter, week)
    level = _BELOW.get(here.kind, "grid_id")
    groups: dict[int, Tally] = defaultdict(Tally)
    whole = Tally()
    for grid in grids:
        groups[getattr(grid, level) or grid.id].add(tallies[grid.id])
        whole.add(tallies[grid.id])
    names = _names(level, grids, here)
    rows = [_row(pk, names.get(pk, ""), level.removesuffix("_id"), tally) for pk, tally in groups.items()]
    order = {"white": 0, "thin": 1, "fair": 2, "good": 3}
    rows.sort(key=lambda r: (order[r.colour], r.households_share or 0.0, r.area_id))
    return Coverage(
        area_id=here.id,
        area=here.name,
        path=_path(actor, here),
        quarter=quarter,
        week=week,
        whole=_row(here.id, here.name, here.kind, whole),
        rows=tuple(rows),
        white=tuple((g.id, "".join(g.path_names[1:])) for g in grids if tallies[g.id].white),
        workers=tuple(workers(actor, [g.id for g in grids], quarter, week)) if len(grids) <= 400 else (),
    )


def _area(actor: Actor, area_id: int | None) -> territory.AreaCard:
    if area_id is None:
        area_id = actor.area_id if actor.area_id and not actor.district_wide else territory.district().id
    here = territory.area(area_id)
    if not covers(actor, here):
        raise NotFound
    return here


def _path(actor: Actor, here: territory.AreaCard) -> tuple[tuple[int, str], ...]:
    above = [i for i in (here.district_id, here.town_id, here.village_id) if i and i != here.id]
    cards = [territory.area(i) for i in above]
    return tuple((c.id, c.short_name) for c in cards if covers(actor, c))


def _names(level: str, grids: Sequence[territory.AreaCard], here: territory.AreaCard) -> dict[int, str]:
    if level == "grid_id":
        return {g.id: g.name for g in grids}
    kind = level.removesuffix("_id")
    return {a.id: a.short_name for a in territory.areas(kind, here.id)}


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=7)


def _row(area_id: int, name: str, kind: str, tally: Tally) -> CoverageRow:
    households = rules.share(tally.met, tally.households)
    points = rules.share(tally.reached, tally.points)
    hours = round(tally.inside_seconds / 3600, 1)
    shade = rules.colour(households, points, hours)
    return CoverageRow(
        area_id=area_id,
        area=name,
        kind=kind,
        colour=shade,
        households_share=households,
        points_share=points,
        hours=hours,
        verified_share=rules.share(tally.verified_other, tally.closed),
        tally=tally,
    )


def _moments(days: tuple[date, date], column: str) -> Q:
    return Q(**{f"{column}__gte": clock.start_of(days[0]), f"{column}__lt": clock.start_of(days[1])})


def _believed(days: tuple[date, date]) -> Q:
    return _moments(days, "at") & Q(target_kind="household", result="met", believed=True)


def _counted(days: tuple[date, date]) -> Q:
    """Rounds whose hours count."""
    return _moments(days, "at") & Q(ended_at__isnull=False, replay_of__isnull=True, overlaps=False)


def tallies_of(
    actor: Actor,
    grids: Sequence[territory.AreaCard],
    quarter: tuple[date, date],
    week: tuple[date, date],
) -> dict[int, Tally]:
    """The tally of each grid: seven grouped statements, whatever the number of grids."""
    found = {g.id: Tally(grids=1, households=g.households) for g in grids}
    ids = list(found)
    here = _of(ids)
    for grid_id, count in households_by_grid(ids if len(ids) <= FEW else None).items():
        if grid_id in found:
            found[grid_id].households = count
    met = visits_visible_to(actor).filter(here, _believed(quarter)).values("grid_id").order_by()
    _put(found, met.annotate(n=Count("target_id", distinct=True), last=Max("at")), met="n", last_at="last")
    points = CheckInPoint.objects.filter(here, valid_to__isnull=True)
    _put(found, points.values("grid_id").order_by().annotate(n=Count("id")), points="n")
    reached = check_ins_visible_to(actor).filter(here, _moments(week, "at"), counts=True)
    reached = reached.filter(point__valid_to__isnull=True)
    grouped = reached.values("grid_id").order_by()
    _put(found, grouped.annotate(n=Count("point_id", distinct=True)), reached="n")
    _rounds(actor, found, week)
    _events(actor, found, quarter)
    for tally in found.values():
        shares = rules.share(tally.met, tally.households), rules.share(tally.reached, tally.points)
        tally.white = int(rules.colour(*shares, tally.inside_seconds / 3600) == "white")
    return found


FEW = 300


def _of(grid_ids: Iterable[int]) -> Q:
    """Rows of these grids; a district's thousand are not listed, the scope says it already."""
    ids = list(grid_ids)
    return Q(grid_id__in=ids) if len(ids) <= FEW else Q()


def _put(found: dict[int, Tally], rows: Iterable[Mapping[str, Any]], **columns: str) -> None:
    for row in rows:
        if row["grid_id"] not in found:
            continue
        for name, column in columns.items():
            setattr(found[row["grid_id"]], name, row[column] or 0 if name != "last_at" else row[column])


def _rounds(actor: Actor, found: dict[int, Tally], week: tuple[date, date]) -> None:
    walked: QuerySet[Round] = rounds_visible_to(actor).filter(_of(found), _moments(week, "at"))
    drift = Q(drift_seconds__gt=rules.DRIFT_LIMIT) | Q(drift_seconds__lt=-rules.DRIFT_LIMIT)
    rows = (
        walked.values("grid_id")
        .order_by()
        .annotate(
            n=Count("id"),
            seconds=Sum("inside_seconds", filter=_counted(week)),
            doubtful=Count("id", filter=Q(jumps__gt=0) | Q(replay_of__isnull=False)),
            drifting=Count("id", filter=drift),
            last=Max("at"),
        )
    )
    for row in rows:
        tally = found.get(row["grid_id"])
        if tally is None:
            continue
        tally.rounds, tally.inside_seconds = row["n"], row["seconds"] or 0
        tally.doubtful_rounds, tally.drifting = row["doubtful"], row["drifting"]
        tally.last_at = max(filter(None, (tally.last_at, row["last"])), default=None)
    for grid_id, label in walked.values_list("grid_id", "by_label").distinct():
        if grid_id in found:
            found[grid_id].workers.add(label)


def _events(actor: Actor, found: dict[int, Tally], quarter: tuple[date, date]) -> None:
    scoped: QuerySet[Event] = events_visible_to(actor).filter(_of(found))
    ended = scoped.filter(_moments(quarter, "closed_at"), status__in=("closed", "rated"))
    rows = (
        ended.values("grid_id")
        .order_by()
        .annotate(
            n=Count("id"),
            other=Count("id", filter=Q(verification="other")),
            own=Count("id", filter=Q(verification="own")),
            none=Count("id", filter=Q(verification="none")),
        )
    )
    _put(found, rows, closed="n", verified_other="other", verified_own="own", unchecked="none")
    written = scoped.filter(_moments(quarter, "received_at")).values("grid_id").order_by()
    _put(found, written.annotate(n=Count("id")), events="n")
    files = EventFile.objects.filter(_moments(quarter, "at"), event__grid_id__in=list(found)).exclude(
        digest=b""
    )
    prints = [(event, bytes(digest)) for event, digest in files.values_list("event_id", "digest")]
    twins = {event for owners in rules.same_prints(prints).values() for event in owners}
    for grid_id, n in scoped.filter(pk__in=twins).values_list("grid_id").order_by().annotate(n=Count("id")):
        if grid_id in found:
            found[grid_id].same_photos = n


@dataclass(slots=True)
class _Work:
    label: str = ""
    grid: str = ""
    met: int = 0
    points: int = 0
    seconds: int = 0
    rounds: int = 0
    doubts: int = 0
    events: int = 0


_BY_POST = ("post_id", "by_label", "grid__name")


def _take(found: dict[int, _Work], rows: Iterable[Mapping[str, Any]], **columns: str) -> None:
    for row in rows:
        work = found[row["post_id"]]
        work.label, work.grid = row["by_label"], row["grid__name"]
        for name, column in columns.items():
            setattr(work, name, getattr(work, name) + (row[column] or 0))


def workers(
    actor: Actor, grid_ids: Sequence[int], quarter: tuple[date, date], week: tuple[date, date]
) -> list[WorkerRow]:
    """What each post covered in these grids, the longest on the way first."""
    found: dict[int, _Work] = defaultdict(_Work)
    scoped: dict[str, Any] = {"grid_id__in": list(grid_ids), "post_id__isnull": False}
    met = visits_visible_to(actor).filter(_believed(quarter), **scoped).values(*_BY_POST).order_by()
    _take(found, met.annotate(n=Count("target_id", distinct=True)), met="n")
    walked = rounds_visible_to(actor).filter(_moments(week, "at"), **scoped).values(*_BY_POST).order_by()
    doubtful = Q(jumps__gt=0) | Q(replay_of__isnull=False) | Q(overlaps=True)
    counted = walked.annotate(
        n=Count("id"), s=Sum("inside_seconds", filter=_counted(week)), d=Count("id", filter=doubtful)
    )
    _take(found, counted, rounds="n", seconds="s", doubts="d")
    reached = check_ins_visible_to(actor).filter(_moments(week, "at"), counts=True, **scoped)
    by_post = reached.values(*_BY_POST).order_by()
    _take(found, by_post.annotate(n=Count("point_id", distinct=True)), points="n")
    made = events_visible_to(actor).filter(_moments(quarter, "received_at"), **scoped)
    _take(found, made.values(*_BY_POST).order_by().annotate(n=Count("id")), events="n")
    rows = [
        WorkerRow(
            pk, w.label, w.grid, w.met, w.points, round(w.seconds / 3600, 1), w.rounds, w.doubts, w.events
        )
        for pk, w in found.items()
    ]
    return sorted(rows, key=lambda w: (-w.hours, -w.met, w.post_id))
