"""The catalogue: list, tree, map, one point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from wangge.cameras import permissions, rules
from wangge.cameras.models import CameraRight, VideoPoint
from wangge.kit import clock, crypto, paging, words
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound

_LEVELS = {"town": "town_id", "village": "village_id", "grid": "grid_id"}
_CODE = re.compile(r"[0-9A-Za-z_-]{4,32}")


def rights_of(agency_ids: frozenset[int]) -> QuerySet[CameraRight]:
    """The rights of these agencies that hold today."""
    today = clock.today()
    return CameraRight.objects.filter(
        agency_id__in=agency_ids, ended_at__isnull=True, valid_from__lte=today, valid_to__gte=today
    )


def points_visible_to(actor: Actor) -> QuerySet[VideoPoint]:
    """Points in the actor's scope.

    Command desks: all. Area posts: their own area. Units: what they are in charge of and what a right
    of theirs covers today, by class and town. Everybody else: none.
    """
    rows = VideoPoint.objects.all()
    if actor.kind == "system":
        return rows
    if not actor.in_post or not actor.may(permissions.SEE):
        return rows.none()
    if actor.district_wide:
        return rows
    if actor.role == "unit_handler":
        right = rights_of(actor.agency_ids).filter(
            Q(town_id__isnull=True) | Q(town_id=OuterRef("town_id")),
            Q(classes=[]) | Q(classes__contains=_one_class()),
        )
        return rows.filter(Q(agency_id__in=actor.agency_ids) | Exists(right))
    if actor.area_id is None:
        return rows.none()
    if actor.area_kind == "district":
        return rows
    column = _LEVELS.get(actor.area_kind)
    return rows.filter(**{column: actor.area_id}) if column else rows.none()


def _one_class() -> Any:
    from django.contrib.postgres.fields import ArrayField
    from django.db.models import CharField, Func

    return Func(OuterRef("klass"), function="ARRAY", template="%(function)s[%(expressions)s]::varchar(12)[]",
                output_field=ArrayField(CharField(max_length=12)))  # fmt: skip


def point_for(actor: Actor, point_id: int, *, lock: bool = False) -> VideoPoint:
    """The point if it is in scope; ``NotFound`` otherwise."""
    rows = points_visible_to(actor).filter(pk=point_id)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotFound
    return found


def points_for(actor: Actor, point_ids: Sequence[int]) -> list[VideoPoint]:
    """These points in this order, all in scope; ``NotFound`` if one of them is not."""
    found = points_visible_to(actor).in_bulk(point_ids)
    if len(found) < len(set(point_ids)):
        raise NotFound
    return [found[pk] for pk in dict.fromkeys(point_ids)]


@dataclass(frozen=True, slots=True)
class PointFilter:
    """What the page asks for; empty means any. ``q`` is the beginning of a code, or words of the name."""

    town: int | None = None
    village: int | None = None
    grid: int | None = None
    klass: str = ""
    source: str = ""
    status: str = ""
    tag: str = ""
    selected: bool | None = None
    q: str = ""


@dataclass(frozen=True, slots=True)
class PointRow:
    """One line of the list."""

    id: int
    code: str
    name: str
    source: str
    source_label: str
    klass: str
    class_label: str
    status: str
    status_label: str
    tone: str
    status_since: datetime
    town_id: int | None
    town: str
    village: str
    grid_id: int | None
    address: str
    lon: float | None
    lat: float | None
    bearing: int | None
    agency: str
    tags: list[str]
    protocol: str
    ptz: bool
    selected: bool
    version: int


_COLUMNS = (
    "id", "code", "name", "source", "klass", "status", "status_since", "town_id", "grid_id", "address",
    "lon", "lat", "bearing", "tags", "protocol", "ptz", "selected", "version",
)  # fmt: skip


def rows_of(rows: QuerySet[VideoPoint]) -> list[PointRow]:
    """Lines of a query in its order, one statement."""
    named = rows.annotate(
        _town=F("town__short_name"), _village=F("village__short_name"), _agency=F("agency__short_name")
    )
    return [
        PointRow(
            **{c: raw[c] for c in _COLUMNS},
            source_label=rules.SOURCES[raw["source"]],
            class_label=rules.CLASSES[raw["klass"]],
            status_label=rules.STATUSES[raw["status"]],
            tone=rules.TONES[raw["status"]],
            town=raw["_town"] or "",
            village=raw["_village"] or "",
            agency=raw["_agency"] or "",
        )
        for raw in named.values(*_COLUMNS, "_town", "_village", "_agency")
    ]


def filtered(rows: QuerySet[VideoPoint], wanted: PointFilter) -> QuerySet[VideoPoint]:
    """The rows that fit."""
    for column in ("town", "village", "grid"):
        if (value := getattr(wanted, column)) is not None:
            rows = rows.filter(**{f"{column}_id": value})
    for column in ("klass", "source", "status"):
        if value := getattr(wanted, column):
            rows = rows.filter(**{column: value})
    if wanted.tag:
        rows = rows.filter(tags__contains=[wanted.tag])
    if wanted.selected is not None:
        rows = rows.filter(selected=wanted.selected)
    q = wanted.q.strip()
    if _CODE.fullmatch(q):
        return rows.filter(code__gte=q, code__lt=q + "~")
    tokens = list(dict.fromkeys(words.bigrams(q)))
    return rows.filter(tokens__contains=tokens) if tokens else rows


def points(actor: Actor, wanted: PointFilter, cursor: str = "", limit: int = 50) -> paging.Page[PointRow]:
    """One page of the points in scope, by name."""
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    rows = filtered(points_visible_to(actor), wanted)
    if cursor:
        name, last = paging.decode(cursor, 2)
        rows = rows.filter(Q(name__gte=str(name)) & (Q(name__gt=str(name)) | Q(id__gt=int(last))))
    found = rows_of(rows.order_by("name", "id")[: limit + 1])
    shown = found[:limit]
    more = len(found) > limit
    return paging.Page(shown, paging.encode(shown[-1].name, shown[-1].id) if more else None)


def tree(actor: Actor, wanted: PointFilter | None = None) -> list[dict[str, Any]]:
    """Counts by town and class, online and all: the tree beside the list, in one statement."""
    gate.require(actor, permissions.SEE)
    rows = filtered(points_visible_to(actor), wanted or PointFilter())
    counted = rows.values("town_id", "klass").annotate(
        total=Count("id"), online=Count("id", filter=Q(status="online")), town_name=F("town__short_name")
    )
    return [
        {
            "town_id": row["town_id"],
            "town": row["town_name"] or "未定位",
            "klass": row["klass"],
            "class_label": rules.CLASSES[row["klass"]],
            "total": row["total"],
            "online": row["online"],
        }
        for row in counted.order_by("town_id", "klass")
    ]


def map_version(actor: Actor) -> str:
    """Changes whenever what the map would show to this actor may have changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), max(changed_at) FROM cameras_videopoint")
        count, latest = cursor.fetchone()
    return f"{actor.key}-{count}-{latest.timestamp() if latest else 0}"


def on_the_map(actor: Actor, wanted: PointFilter) -> dict[str, Any]:
    """Every located point in scope as parallel columns (tens of thousands in one answer).

    ``classes`` and ``statuses`` are the words the numbers point to.
    """
    gate.require(actor, permissions.SEE)
    classes, statuses = list(rules.CLASSES), list(rules.STATUSES)
    place = {c: i for i, c in enumerate(classes)}
    state = {s: i for i, s in enumerate(statuses)}
    rows = filtered(points_visible_to(actor), wanted).filter(lon__isnull=False)
    found = rows.order_by("id").values_list("id", "lon", "lat", "klass", "status", "selected")
    ids, lons, lats, kinds, states, selected = [], [], [], [], [], []
    for pk, lon, lat, klass, status, chosen in found:
        ids.append(pk)
        lons.append(round(lon or 0.0, 6))
        lats.append(round(lat or 0.0, 6))
        kinds.append(place[klass])
        states.append(state[status])
        selected.append(1 if chosen else 0)
    return {
        "classes": [{"code": c, "label": rules.CLASSES[c]} for c in classes],
        "statuses": [{"code": s, "label": rules.STATUSES[s]} for s in statuses],
        "id": ids, "lon": lons, "lat": lats, "klass": kinds, "status": states, "selected": selected,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class PointPage:
    """One point with everything its page shows; the keeper's phone masked."""

    row: PointRow
    keeper: str
    keeper_phone: str
    datum: str
    given_lon: float | None
    given_lat: float | None
    gb_device: str
    last_seen_at: datetime | None
    why_selected: str


def point_page(actor: Actor, point_id: int) -> PointPage:
    """The page of a point in scope."""
    from wangge.cameras.queries.screenings import reason_in_force

    gate.require(actor, permissions.SEE)
    point = point_for(actor, point_id)
    row = rows_of(VideoPoint.objects.filter(pk=point.pk))[0]
    return PointPage(
        row=row,
        keeper=point.keeper,
        keeper_phone=crypto.mask_phone(crypto.unseal("phone", point.keeper_phone_sealed)),
        datum=rules.DATUMS[point.datum],
        given_lon=point.given_lon,
        given_lat=point.given_lat,
        gb_device=point.gb_device,
        last_seen_at=point.last_seen_at,
        why_selected=reason_in_force(point.pk),
    )


def stream_of(point: VideoPoint) -> str:
    """The stream's address in the clear, for the gateway's door only."""
    return crypto.unseal("stream", point.stream_sealed)
