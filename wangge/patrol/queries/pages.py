"""One event as a page: facts, pictures, clocks, units, what may be done next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from wangge.casework import queries as casework
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.patrol import permissions as verbs
from wangge.patrol import rules
from wangge.patrol.models import Event, EventUnit
from wangge.patrol.queries.events import Duplicate, due_of, duplicates
from wangge.patrol.queries.pictures import PictureView, pictures_of
from wangge.patrol.queries.scope import KIND, event_for, events_visible_to
from wangge.patrol.states import EVENT, LABELS, STEPS, TONES
from wangge.territory import queries as territory

NEEDS: dict[str, str] = {
    "handle_self": verbs.HANDLE_SELF,
    "establish": verbs.ESTABLISH,
    "take_over": verbs.ESTABLISH,
    "dispatch": verbs.DISPATCH,
    "sign": verbs.SIGN,
    "request_return": verbs.RETURN,
    "approve_return": verbs.DECIDE,
    "reject_return": verbs.DECIDE,
    "feed_back": verbs.FEED_BACK,
    "order_redo": verbs.VERIFY,
    "verify": verbs.VERIFY,
    "close": verbs.CLOSE,
    "rate": verbs.RATE,
    "join": verbs.JOIN,
    "void": verbs.VOID,
    "urge": verbs.URGE,
}
UNIT_MOVES = frozenset({"sign", "request_return", "feed_back"})


@dataclass(frozen=True, slots=True)
class AllowedMove:
    """A move this actor may try now, with its Chinese label."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One of the seven steps: when it was reached, how many seconds after the one before."""

    number: int
    name: str
    at: datetime | None
    by: str
    seconds: int | None


@dataclass(frozen=True, slots=True)
class EventPage:
    """Everything the event page shows, as this actor may see it."""

    event: Event
    status_label: str
    tone: str
    step: int
    step_label: str
    class_path: str
    level_label: str
    place: tuple[str, ...]
    agency: str
    due_at: datetime | None
    late: bool
    moves: tuple[AllowedMove, ...]
    steps: tuple[StepView, ...]
    clocks: Sequence[casework.ClockCard]
    pictures: Sequence[PictureView]
    doubles: Sequence[Duplicate]
    joined: Sequence[tuple[int, str, str]]
    warnings: tuple[str, ...]


def event_page(actor: Actor, event_id: int) -> EventPage:
    """The page of an event in scope; ``NotFound`` otherwise."""
    gate.require(actor, verbs.SEE)
    event = event_for(actor, event_id)
    due = due_of(event.status, event.sign_due, event.reply_due)
    pictures = pictures_of(actor, event)
    proposes = event.status in ("collected", "established")
    return EventPage(
        event=event,
        status_label=LABELS[event.status],
        tone=TONES[event.status],
        step=STEPS[event.status][0],
        step_label=STEPS[event.status][1],
        class_path=event.klass.path,
        level_label=rules.LEVELS[event.level],
        place=territory.area(event.grid_id).path_names,
        agency=event.agency.name if event.agency else "",
        due_at=due,
        late=event.late or (due is not None and due < clock.now()),
        moves=allowed_moves(actor, event),
        steps=steps_of(event),
        clocks=casework.clocks_of(KIND, [event.pk]),
        pictures=pictures,
        doubles=duplicates(
            actor,
            event.class_code,
            event.lon,
            event.lat,
            event.grid_id,
            without=event.pk,
            at=event.received_at,
        )
        if proposes
        else (),
        joined=joined_to(actor, event),
        warnings=warnings_of(event, pictures),
    )


def joined_to(actor: Actor, event: Event) -> list[tuple[int, str, str]]:
    """(id, number, title) of the events this one took in, or that took it in."""
    rows = events_visible_to(actor)
    if event.joined_into_id:
        rows = rows.filter(pk=event.joined_into_id)
    elif event.joins:
        rows = rows.filter(joined_into_id=event.pk)
    else:
        return []
    return list(rows.order_by("id").values_list("id", "no", "title")[:20])


def warnings_of(event: Event, pictures: Sequence[PictureView]) -> tuple[str, ...]:
    """What a careful reader should know, in Chinese."""
    found = []
    if words := rules.drift_words(event.drift_seconds):
        found.append(f"{words},时间以服务器为准")
    if event.received_at - event.at > timedelta(hours=1):
        hours = int((event.received_at - event.at).total_seconds() // 3600)
        found.append(f"离线上报,晚 {hours} 小时到达")
    for picture in pictures:
        if picture.same_as:
            numbers = "、".join(no for _id, no in picture.same_as)
            found.append(f"有照片与事件 {numbers} 完全相同")
    if event.verification == "own":
        found.append("由处理人本人核查,不计入他人核查")
    return tuple(dict.fromkeys(found))


def allowed_moves(actor: Actor, event: Event) -> tuple[AllowedMove, ...]:
    """Moves that state, role and hands allow; what else the service refuses it says itself."""
    found = []
    hands = in_hand(actor, event)
    for name in EVENT.allowed(event.status):
        permission = NEEDS.get(name)
        if permission is None or not actor.may(permission):
            continue
        if name in UNIT_MOVES and not hands:
            continue
        if name == "handle_self" and event.post_id != actor.post_id:
            continue
        if name == "order_redo" and event.status != "fed_back":
            continue
        found.append(AllowedMove(name, EVENT.move_labels[name]))
    return tuple(found)


def in_hand(actor: Actor, event: Event) -> bool:
    """Whether the actor may act for the unit that has the event."""
    if actor.kind == "system":
        return True
    if actor.role == "grid_worker":
        return event.with_grid and actor.area_id == event.grid_id
    return EventUnit.objects.filter(event_id=event.pk, agency_id__in=actor.agency_ids, active=True).exists()


_REACHED: tuple[tuple[str, frozenset[str]], ...] = (
    ("案卷建立", frozenset({"establish", "take_over"})),
    ("任务派遣", frozenset({"dispatch"})),
    ("任务处理", frozenset({"sign"})),
    ("处理反馈", frozenset({"feed_back", "handle_self"})),
    ("核查结案", frozenset({"close", "close_unchecked"})),
    ("综合评价", frozenset({"rate"})),
)


def steps_of(event: Event) -> tuple[StepView, ...]:
    """The seven steps with the moment each was last reached; recounted from the move rows."""
    moves: dict[str, tuple[datetime, str]] = {}
    rows = Event.move_model.objects.filter(row_id=event.pk).order_by("id")
    for name, at, by in rows.values_list("name", "at", "by_label"):
        moves[name] = (at, by)
    found = [StepView(1, "信息收集", event.received_at, event.by_label, None)]
    before: datetime = event.received_at
    for number, (label, names) in enumerate(_REACHED, start=2):
        hits = [moves[n] for n in names if n in moves]
        if not hits:
            found.append(StepView(number, label, None, "", None))
            continue
        at, by = max(hits)
        found.append(
            StepView(number, label, at, by, int((at - before).total_seconds()) if at >= before else None)
        )
        before = at
    return tuple(found)


def timeline(actor: Actor, event_id: int) -> Sequence[Any]:
    """Every step of an event in scope, oldest first."""
    gate.require(actor, verbs.SEE)
    event = event_for(actor, event_id)
    entries: Sequence[Any] = casework.timeline_of(KIND, event.pk)
    return entries


def clock_story(actor: Actor, event_id: int, clock_id: int) -> casework.ClockStory:
    """Every minute of one of the event's clocks explained; ``NotFound`` for a clock of another."""
    gate.require(actor, verbs.SEE)
    event = event_for(actor, event_id)
    story = casework.explained(clock_id, KIND, event.pk)
    if story is None:
        raise NotFound
    return story
