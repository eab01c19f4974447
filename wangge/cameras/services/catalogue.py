"""The catalogue: points come in, change, go online and offline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from wangge.audit import services as audit
from wangge.cameras import events, permissions, queries, rules
from wangge.cameras.models import VideoPoint
from wangge.kit import clock, crypto, words
from wangge.kit import events as announcements
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, StaleVersion
from wangge.kit.subjects import subject
from wangge.live import services as live
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A point as a list or a catalogue gives it; ``lon``/``lat`` in ``datum``."""

    code: str
    name: str
    source: str = "xueliang"
    klass: str = ""
    status: str = "offline"
    town_id: int | None = None
    address: str = ""
    lon: float | None = None
    lat: float | None = None
    datum: str = "wgs84"
    bearing: int | None = None
    agency_id: int | None = None
    keeper: str = ""
    keeper_phone: str = ""
    tags: tuple[str, ...] = ()
    protocol: str = ""
    stream: str = ""
    gb_device: str = ""
    ptz: bool = False


@dataclass(slots=True)
class Put:
    """What ``put_points`` did: ids by code; codes that are new, changed, as they were."""

    ids: dict[str, int] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    notes: dict[str, str] = field(default_factory=dict)


def draft_fault(draft: PointDraft) -> str:
    """Why a draft cannot be stored, in Chinese; empty when it can."""
    if not rules.CODE.fullmatch(draft.code):
        return "点位编号应为 4 到 32 位字母、数字、横线"
    if not 1 <= len(draft.name) <= 120:
        return "名称应为 1 到 120 个字"
    for label, value, known in (
        ("来源", draft.source, rules.SOURCES),
        ("状态", draft.status, rules.STATUSES),
        ("坐标系", draft.datum, rules.DATUMS),
        ("接入方式", draft.protocol, rules.PROTOCOLS),
    ):
        if value not in known:
            return f"{label}“{value}”不在可选范围内"
    if draft.klass and draft.klass not in rules.CLASSES:
        return f"类别“{draft.klass}”不在可选范围内"
    if draft.bearing is not None and not 0 <= draft.bearing < 360:
        return "朝向应为 0 到 359 度"
    if draft.protocol == "rtsp" and not draft.stream.startswith(("rtsp://", "rtsps://")):
        return "RTSP 地址应以 rtsp:// 开头"
    if len(draft.address) > 200:
        return "地址超过 200 个字"
    return ""


def placed(drafts: Sequence[PointDraft]) -> list[tuple[float | None, float | None, int | None, str]]:
    """For each draft its WGS-84 place, its grid, and what is odd about the place (empty: nothing)."""
    points: list[tuple[float, float] | None] = []
    odd: list[str] = []
    for draft in drafts:
        point, remark = _wgs84(draft)
        points.append(point)
        odd.append(remark)
    known = [p for p in points if p is not None]
    grids = iter(territory.locate_many(known))
    answer: list[tuple[float | None, float | None, int | None, str]] = []
    for point, remark in zip(points, odd, strict=True):
        if point is None:
            answer.append((None, None, None, remark))
            continue
        grid = next(grids)
        answer.append((point[0], point[1], grid, remark or ("" if grid else "坐标不在本区任何网格内")))
    return answer


def _wgs84(draft: PointDraft) -> tuple[tuple[float, float] | None, str]:
    lon, lat = draft.lon, draft.lat
    if lon is None or lat is None:
        return None, "没有坐标"
    west, south, east, north = rules.PLAUSIBLE
    if not (west <= lon <= east and south <= lat <= north):
        swapped = west <= lat <= east and south <= lon <= north
        return None, "经度和纬度疑似写反,坐标未采用" if swapped else "坐标不在中国境内,未采用"
    if draft.datum == "gcj02":
        return territory.gcj02_to_wgs84(lon, lat), ""
    return (lon, lat), ""


_COMPARED = (
    "name", "source", "klass", "town_id", "village_id", "grid_id", "address", "lon", "lat", "given_lon",
    "given_lat", "datum", "bearing", "agency_id", "keeper", "tags", "tokens", "protocol", "gb_device", "ptz",
)  # fmt: skip


@transaction.atomic
def put_points(*, actor: Actor, drafts: Sequence[PointDraft]) -> Put:
    """Store points by code: new ones are added, known ones changed where they differ; set-based.

    The drafts have passed ``draft_fault``. Stream addresses and phones are compared in the clear, so a
    list loaded again changes nothing. ``notes`` say by code what is odd about the place.
    """
    gate.require(actor, permissions.IMPORT)
    now, put = clock.now(), Put()
    lineages = _Lineages()
    known = {
        p.code: p for p in VideoPoint.objects.filter(code__in=[d.code for d in drafts]).select_for_update()
    }
    fresh: list[VideoPoint] = []
    altered: list[VideoPoint] = []
    for draft, (lon, lat, grid, remark) in zip(drafts, placed(drafts), strict=True):
        columns = _columns(draft, lon, lat, lineages.of(grid, draft.town_id))
        remark = remark or lineages.disagreement(grid, draft.town_id)
        if remark:
            put.notes[draft.code] = remark
        point = known.get(draft.code)
        if point is None:
            point = VideoPoint(code=draft.code, status=draft.status, status_since=now)
            put.added.add(draft.code)
            fresh.append(point)
        elif _differs(point, draft, columns):
            put.changed.add(draft.code)
            altered.append(point)
        if draft.code in put.added or draft.code in put.changed:
            _renew(point, draft, columns, now)
        known[draft.code] = point
    VideoPoint.objects.bulk_create(fresh, batch_size=1000)
    VideoPoint.objects.bulk_update(
        altered,
        [
            *(c.removesuffix("_id") for c in _COMPARED),
            "stream_sealed",
            "keeper_phone_sealed",
            "version",
            "changed_at",
        ],
        batch_size=500,
    )
    put.ids = {code: point.pk for code, point in known.items()}
    if fresh or altered:
        announcements.announce(events.PointsChanged())
        live.announce("cameras.points")
    return put


def _columns(
    draft: PointDraft, lon: float | None, lat: float | None, above: tuple[int | None, int | None, int | None]
) -> dict[str, Any]:
    town_id, village_id, grid_id = above
    return {
        "name": draft.name,
        "source": draft.source,
        "klass": draft.klass or rules.class_of(draft.name),
        "town_id": town_id,
        "village_id": village_id,
        "grid_id": grid_id,
        "address": draft.address,
        "lon": lon,
        "lat": lat,
        "given_lon": draft.lon,
        "given_lat": draft.lat,
        "datum": draft.datum,
        "bearing": draft.bearing,
        "agency_id": draft.agency_id,
        "keeper": draft.keeper[:40],
        "tags": list(draft.tags),
        "tokens": list(dict.fromkeys(words.bigrams(f"{draft.name} {draft.address}"))),
        "protocol": draft.protocol,
        "gb_device": draft.gb_device,
        "ptz": draft.ptz,
    }


def _differs(point: VideoPoint, draft: PointDraft, columns: Mapping[str, Any]) -> bool:
    if any(getattr(point, c) != columns[c] for c in _COMPARED):
        return True
    return (
        crypto.unseal("stream", point.stream_sealed) != draft.stream
        or crypto.unseal("phone", point.keeper_phone_sealed) != draft.keeper_phone
    )


def _renew(point: VideoPoint, draft: PointDraft, columns: Mapping[str, Any], now: datetime) -> None:
    for column, value in columns.items():
        setattr(point, column, value)
    _seal(point, draft)
    point.version = point.version + 1 if point.pk else 1
    point.changed_at = now


def _seal(point: VideoPoint, draft: PointDraft) -> None:
    point.stream_sealed = crypto.seal("stream", draft.stream)
    point.keeper_phone_sealed = crypto.seal("phone", draft.keeper_phone)


class _Lineages:
    """Grid → (town, village, grid), each area read once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[int | None, int | None, int | None]] = {}

    def of(self, grid_id: int | None, town_id: int | None) -> tuple[int | None, int | None, int | None]:
        if grid_id is None:
            return town_id, None, None
        if grid_id not in self._known:
            found = territory.lineage(grid_id)
            self._known[grid_id] = (found.town_id, found.village_id, grid_id)
        return self._known[grid_id]

    def disagreement(self, grid_id: int | None, town_id: int | None) -> str:
        """Words when the list names another town than the coordinates."""
        if grid_id is None or town_id is None or self.of(grid_id, None)[0] == town_id:
            return ""
        return "坐标所在镇(街道)与清单填写的不一致,以坐标为准"


@transaction.atomic
def change_point(*, actor: Actor, point_id: int, version: int, changes: Mapping[str, Any]) -> VideoPoint:
    """Correct a point by hand; ``StaleVersion`` when somebody was faster, ``Invalid`` for a bad value.

    May be changed: name, klass, address, bearing, tags, keeper, ptz, status (停用 and back).
    """
    gate.require(actor, permissions.MAINTAIN)
    point = queries.point_for(actor, point_id, lock=True)
    if point.version != version:
        raise StaleVersion(data={"version": point.version})
    draft = PointDraft(
        code=point.code,
        name=str(changes.get("name", point.name)).strip(),
        source=point.source,
        klass=str(changes.get("klass", point.klass)),
        status=str(changes.get("status", point.status)),
        address=str(changes.get("address", point.address)).strip(),
        bearing=changes.get("bearing", point.bearing),
        keeper=str(changes.get("keeper", point.keeper)).strip(),
        tags=tuple(changes.get("tags", point.tags)),
        ptz=bool(changes.get("ptz", point.ptz)),
    )
    if fault := draft_fault(draft):
        raise Invalid(fault)
    now = clock.now()
    if draft.status != point.status:
        point.status, point.status_since = draft.status, now
    point.name, point.klass, point.address = draft.name, draft.klass, draft.address
    point.bearing, point.keeper, point.ptz = draft.bearing, draft.keeper[:40], draft.ptz
    point.tags = sorted({t.strip()[:20] for t in draft.tags if t.strip()})
    point.tokens = list(dict.fromkeys(words.bigrams(f"{point.name} {point.address}")))
    point.version, point.changed_at = point.version + 1, now
    point.save()
    audit.record(actor, "cameras.point.changed", subject=subject("cameras.point", point.pk))
    announcements.announce(events.PointsChanged((point.pk,)))
    live.announce("cameras.points", point=point.pk)
    return point


@transaction.atomic
def set_status(*, actor: Actor, statuses: Mapping[str, str]) -> int:
    """What the gateway saw: code → online/offline/faulty; retired points stay retired. Returns changes."""
    gate.require(actor, permissions.MAINTAIN)
    now, changed = clock.now(), 0
    ids: list[int] = []
    for status in set(statuses.values()) & {"online", "offline", "faulty"}:
        codes = [code for code, seen in statuses.items() if seen == status]
        rows = VideoPoint.objects.filter(code__in=codes).exclude(status="retired")
        if status == "online":
            rows.update(last_seen_at=now)
        moved = list(rows.exclude(status=status).values_list("pk", flat=True))
        VideoPoint.objects.filter(pk__in=moved).update(status=status, status_since=now, changed_at=now)
        ids += moved
        changed += len(moved)
    if ids:
        announcements.announce(events.PointsChanged(tuple(_few(ids))))
        live.announce("cameras.points")
    return changed


def _few(ids: Iterable[int]) -> list[int]:
    kept = list(ids)
    return kept if len(kept) <= 500 else []
