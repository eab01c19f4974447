"""In the grid: report a finding, handle it oneself, add pictures, join two reports of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from wangge.casework import services as casework
from wangge.files import services as files
from wangge.kit import clock
from wangge.kit import events as announcements
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.patrol import events, permissions, queries, rules
from wangge.patrol.models import Event, EventFile, EventMove
from wangge.patrol.services import capture, story
from wangge.patrol.services.capture import CONSOLE, Capture
from wangge.territory import queries as territory

MOST_FILES = 12


@dataclass(frozen=True, slots=True)
class Picture:
    """A file by the id the phone gave it; ``digest`` is the hex SHA-256 of its bytes, or ``""``."""

    client_id: UUID
    role: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """What was found. Give a point, or a grid (desks and administrators), or neither (own grid)."""

    class_code: str
    title: str
    description: str = ""
    level: str = "general"
    urgent: bool = False
    address: str = ""
    lon: float | None = None
    lat: float | None = None
    accuracy: float | None = None
    grid_id: int | None = None
    occurred_at: datetime | None = None
    round_id: UUID | None = None
    self_handled: bool = False
    handling: str = ""
    source: str = ""
    pictures: Sequence[Picture] = field(default_factory=tuple)


@transaction.atomic
def report_finding(*, actor: Actor, draft: FindingDraft, capture: Capture = CONSOLE) -> Event:
    """Write an event down; with ``self_handled`` it is done already and waits for a check.

    The same client id again answers with the event that is there. Raises ``Invalid``, ``Forbidden``.
    """
    gate.require(actor, permissions.REPORT)
    if known := _known(actor, capture):
        return known
    klass = check(actor, draft)
    grid = place(actor, draft)
    event = Event(
        **columns_of(actor, draft, capture, grid),
        klass=klass,
        class_code=klass.code,
        no=casework.next_number("patrol.event", "W", capture.received_at or clock.now()),
    )
    if draft.self_handled:
        event.status, event.handling = "self_handled", draft.handling.strip()
        event.fed_back_at, event.handler_post_id = event.received_at, actor.post_id
    event.version = 1
    event.save(force_insert=True)
    add_files(actor, event, draft.pictures)
    if draft.self_handled:
        write_first_move(actor, event)
    else:
        story.written(actor, event, "report", "上报", draft.description.strip())
    announcements.announce(
        events.EventReported(
            event_id=event.pk,
            class_code=klass.code,
            level=event.level,
            grid_id=grid.id,
            self_handled=draft.self_handled,
        )
    )
    return event


def _known(actor: Actor, capture_: Capture) -> Event | None:
    if capture_.client_id is None:
        return None
    event = Event.objects.filter(client_id=capture_.client_id).first()
    if event is not None:
        capture.own(actor, event)
    return event


def columns_of(
    actor: Actor, draft: FindingDraft, capture_: Capture, grid: territory.AreaCard
) -> dict[str, Any]:
    """Every plain column of a new event."""
    common = capture.columns(actor, capture_, grid)
    occurred = draft.occurred_at or common["at"]
    if occurred > common["received_at"] + capture.LATEST:
        raise Invalid.field("occurred_at", "发生时间晚于当前时间")
    return common | {
        "source": draft.source or ("phone" if actor.role in permissions.AREA else "desk"),
        "level": draft.level,
        "urgent": draft.urgent,
        "title": draft.title.strip()[:60],
        "description": draft.description.strip(),
        "address": draft.address.strip()[:200],
        "lon": draft.lon,
        "lat": draft.lat,
        "accuracy": draft.accuracy,
        "round_client": draft.round_id,
        "occurred_at": occurred,
        "self_handled": draft.self_handled,
    }


def check(actor: Actor, draft: FindingDraft) -> Any:
    """Raise ``Invalid`` for what is wrong with a draft; returns its class."""
    story.need(draft.title, "title", "请填写标题")
    story.one_of(draft.level, rules.LEVELS, "level")
    if draft.source:
        story.one_of(draft.source, rules.SOURCES, "source")
    capture.check_point(draft.lon, draft.lat)
    if draft.self_handled:
        gate.require(actor, permissions.HANDLE_SELF)
        check_self(draft.level, draft.urgent, draft.handling, draft.pictures)
    return queries.event_class(draft.class_code)


def check_self(level: str, urgent: bool, handling: str, pictures: Sequence[Picture]) -> None:
    """小事不出网格: only small things, with words and a picture of how it looks afterwards."""
    if level != "general" or urgent:
        raise Invalid.field("self_handled", "较大、重大或紧急事件应上报,不能自行处置")
    story.need(handling, "handling", "请填写处置情况")
    if not any(p.role == "after" for p in pictures):
        raise Invalid.field("pictures", "自行处置须有处置后照片")


def place(actor: Actor, draft: FindingDraft) -> territory.AreaCard:
    """The grid of an event: where its point lies, if in reach; else the actor's own or the one named."""
    if draft.lon is not None and draft.lat is not None:
        found = territory.locate(draft.lon, draft.lat)
        if found is not None and _near(actor, found):
            return found
    return queries.grid_of(actor, draft.grid_id)


def _near(actor: Actor, grid: territory.AreaCard) -> bool:
    """A grid worker may report what lies across the border of his grid, within his town."""
    if actor.role != "grid_worker" or actor.area_id is None:
        return queries.covers(actor, grid)
    return territory.lineage(actor.area_id).town_id == grid.town_id


def write_first_move(actor: Actor, event: Event) -> None:
    """The move of an event that was born handled."""
    EventMove.objects.create(
        row=event,
        name="handle_self",
        source="collected",
        target="self_handled",
        by=actor.key,
        by_label=actor.label[:80],
        agency_id=actor.agency_id,
        at=clock.now(),
        reason=event.handling,
    )
    story.written(actor, event, "handle_self", "上报并自行处置", event.handling)


def add_files(actor: Actor, event: Event, pictures: Iterable[Picture]) -> None:
    """Name pictures of an event, in one statement; a repeated id changes nothing."""
    wanted = list(pictures)
    if not wanted:
        return
    if len(wanted) > MOST_FILES:
        raise Invalid.field("pictures", f"照片和语音最多 {MOST_FILES} 个")
    now = clock.now()
    rows = [
        EventFile(
            event=event,
            role=story.one_of(p.role, rules.FILE_ROLES, "pictures"),
            client_id=p.client_id,
            digest=_digest(p.digest),
            by_label=actor.label[:80],
            at=now,
        )
        for p in wanted
    ]
    EventFile.objects.bulk_create(rows, ignore_conflicts=True)
    files.claim(
        actor=actor, client_ids=[p.client_id for p in wanted], subject_kind=story.KIND, subject_id=event.pk
    )


def _digest(text: str) -> bytes:
    try:
        raw = bytes.fromhex(text)
    except ValueError:
        raw = b"?"
    if len(raw) not in (0, 32):
        raise Invalid.field("pictures", "照片指纹不正确")
    return raw


@transaction.atomic
def handle_self(*, actor: Actor, event_id: int, handling: str, pictures: Sequence[Picture] = ()) -> Event:
    """A reported small thing was put right by its reporter after all; it waits for a check."""
    event = story.fetch(actor, permissions.HANDLE_SELF, event_id)
    if event.post_id != actor.post_id and actor.kind != "system":
        raise Conflict("只能由上报人自行处置", code="not_your_finding")
    check_self(event.level, event.urgent, handling, pictures)
    add_files(actor, event, pictures)
    story.move(
        actor,
        event,
        "handle_self",
        reason=handling.strip(),
        self_handled=True,
        handling=handling.strip(),
        fed_back_at=clock.now(),
        handler_post_id=actor.post_id,
    )
    return event


@transaction.atomic
def join_event(*, actor: Actor, event_id: int, into_id: int, text: str = "") -> Event:
    """Two reports of one thing: this one ends, the other goes on and carries both pictures' reporters."""
    event = story.fetch(actor, permissions.JOIN, event_id)
    into = queries.event_for(actor, into_id, lock=True)
    if into.pk == event.pk or into.joined_into_id == event.pk:
        raise Invalid.field("into_id", "不能并入自身")
    if into.grid_id != event.grid_id:
        raise Conflict("只能并入同一网格的事件", code="other_grid")
    story.allow(into, "take_in_joined")
    note = text.strip()
    story.move(
        actor,
        event,
        "join",
        reason=note,
        data={"into": into.pk},
        joined_into_id=into.pk,
        closed_at=clock.now(),
    )
    story.move(actor, into, "take_in_joined", reason=note, data={"event": event.pk}, joins=into.joins + 1)
    story.inform_reporter(event, "您上报的事件已并入", f"事件{event.no}已并入{into.no},请关注后续处理")
    return into
