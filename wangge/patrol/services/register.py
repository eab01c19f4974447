"""Keeping the registers: check-in points, the class tree, notice texts; what a new house starts with."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import clock, feeds
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound, StaleVersion
from wangge.patrol import permissions, queries, rules
from wangge.patrol.models import CheckInPoint, EventClass, NoticeKind
from wangge.patrol.services import capture, story
from wangge.territory import queries as territory

POINT = "patrol.checkpoint"
CLASS = "patrol.class"
NOTICE = "patrol.notice_kind"


@transaction.atomic
def seed(*, actor: Actor) -> None:
    """The event tree (spec §4.4) and the first notice texts; what is there stays as people changed it."""
    gate.require(actor, permissions.CLASSES)
    names = {c.code: c.name for c in rules.SEED_CLASSES}
    rows = [
        EventClass(
            code=c.code,
            name=c.name,
            parent_code=c.parent,
            path=f"{names[c.parent]}->{c.name}" if c.parent else c.name,
            position=number * 10,
        )
        for number, c in enumerate(_ordered(), start=1)
    ]
    EventClass.objects.bulk_create(rows, ignore_conflicts=True)
    for code, title, text in rules.SEED_NOTICES:
        if not NoticeKind.objects.filter(code=code).exists():
            NoticeKind.objects.create(code=code, version=1, title=title, text=text, valid_from=clock.now())


def _ordered() -> list[rules.ClassNode]:
    """The seeded tree, each parent before its children."""
    found: list[rules.ClassNode] = []
    for top in (c for c in rules.SEED_CLASSES if not c.parent):
        found += [top, *(c for c in rules.SEED_CLASSES if c.parent == top.code)]
    return found


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A check-in point as the editor sends it; WGS-84, ``radius`` in metres."""

    grid_id: int
    name: str
    kind: str
    lon: float
    lat: float
    radius: int = 80
    note: str = ""


@transaction.atomic
def add_point(*, actor: Actor, draft: PointDraft) -> CheckInPoint:
    """A new check-in point of a grid in reach."""
    gate.require(actor, permissions.POINTS)
    grid = queries.grid_of(actor, draft.grid_id)
    _check(draft)
    same = CheckInPoint.objects.filter(grid_id=grid.id, name=draft.name.strip(), valid_to__isnull=True)
    if same.exists():
        raise Conflict("该网格已有同名巡查点", code="point_exists")
    row = CheckInPoint.objects.create(
        grid_id=grid.id,
        village_id=grid.village_id or 0,
        town_id=grid.town_id or 0,
        name=draft.name.strip(),
        kind=draft.kind,
        lon=draft.lon,
        lat=draft.lat,
        radius=draft.radius,
        note=draft.note.strip()[:200],
        valid_from=clock.now(),
    )
    _told(actor, "added", row)
    return row


def _check(draft: PointDraft) -> None:
    story.need(draft.name, "name", "请填写名称")
    if len(draft.name.strip()) > 60:
        raise Invalid.field("name", "名称最多 60 个字")
    story.one_of(draft.kind, rules.POINT_KINDS, "kind")
    capture.check_point(draft.lon, draft.lat)
    if not 20 <= draft.radius <= 500:
        raise Invalid.field("radius", "打卡半径应在 20 到 500 米之间")


def _told(actor: Actor, what: str, row: CheckInPoint) -> None:
    audit.record(actor, f"patrol.point.{what}", subject=f"patrol.point:{row.pk}")
    feeds.changed(POINT, row.pk, area_ids=[row.grid_id])


def _point_for(actor: Actor, point_id: int) -> CheckInPoint:
    gate.require(actor, permissions.POINTS)
    row = CheckInPoint.objects.select_for_update().filter(pk=point_id, valid_to__isnull=True).first()
    if row is None or not queries.covers(actor, territory.area(row.grid_id)):
        raise NotFound("没有这个巡查点")
    return row


@transaction.atomic
def change_point(
    *, actor: Actor, point_id: int, draft: PointDraft, version: int | None = None
) -> CheckInPoint:
    """Correct a point; one that moved more than its radius is a new point, or old check-ins would lie."""
    row = _point_for(actor, point_id)
    if version is not None and version != row.version:
        raise StaleVersion
    if draft.grid_id != row.grid_id:
        raise Invalid.field("grid_id", "巡查点不能换网格,请停用后新建")
    _check(draft)
    if rules.metres(row.lon, row.lat, draft.lon, draft.lat) > row.radius:
        _end(actor, row)
        return add_point(actor=actor, draft=draft)
    row.name, row.kind, row.radius = draft.name.strip(), draft.kind, draft.radius
    row.note, row.lon, row.lat, row.version = draft.note.strip()[:200], draft.lon, draft.lat, row.version + 1
    row.save()
    _told(actor, "changed", row)
    return row


def _end(actor: Actor, row: CheckInPoint) -> None:
    row.valid_to = clock.now()
    row.save(update_fields=["valid_to"])
    _told(actor, "ended", row)


@transaction.atomic
def end_point(*, actor: Actor, point_id: int) -> CheckInPoint:
    """The point is no longer to be looked at; its past check-ins stay."""
    row = _point_for(actor, point_id)
    _end(actor, row)
    return row


def _code(code: str) -> str:
    plain = code.strip()
    if not plain or not plain.isascii() or not plain.replace("_", "").isalnum() or len(plain) > 40:
        raise Invalid.field("code", "代码只用字母、数字和下划线,最多 40 个")
    return plain


@transaction.atomic
def set_class(
    *, actor: Actor, code: str, name: str, parent_code: str = "", active: bool = True
) -> EventClass:
    """Add a class, rename it or take it out of use; events keep theirs."""
    gate.require(actor, permissions.CLASSES)
    words = story.need(name, "name", "请填写名称")[:30]
    own = _code(code)
    parent = EventClass.objects.filter(code=parent_code).first() if parent_code else None
    if parent_code and (parent is None or parent.parent_code or parent_code == own):
        raise Invalid.field("parent_code", "上级分类不正确")
    last = EventClass.objects.order_by("-position").values_list("position", flat=True).first() or 0
    values = {
        "name": words,
        "parent_code": parent_code,
        "path": f"{parent.name}->{words}" if parent else words,
        "active": active,
    }
    row, _made = EventClass.objects.update_or_create(
        code=own, defaults=values, create_defaults=values | {"position": last + 10}
    )
    audit.record(actor, "patrol.class.set", subject=f"patrol.class:{row.pk}")
    feeds.changed(CLASS)
    return row


@transaction.atomic
def set_notice_kind(*, actor: Actor, code: str, title: str, text: str, document: str = "") -> NoticeKind:
    """A new version of a notice from now on; what was served keeps the text it was served with."""
    gate.require(actor, permissions.NOTICE_KINDS)
    words = story.need(text, "text", "请填写正文")
    name = story.need(title, "title", "请填写标题")[:60]
    own, paper, now = _code(code), document.strip()[:120], clock.now()
    before = NoticeKind.objects.select_for_update().filter(code=own, valid_to__isnull=True).first()
    if before is not None:
        if (before.title, before.text, before.document) == (name, words, paper):
            return before
        before.valid_to = now
        before.save(update_fields=["valid_to"])
    row = NoticeKind.objects.create(
        code=own,
        version=before.version + 1 if before else 1,
        title=name,
        text=words,
        document=paper,
        valid_from=now,
    )
    audit.record(actor, "patrol.notice_kind.set", subject=f"patrol.notice_kind:{row.pk}")
    feeds.changed(NOTICE)
    return row
