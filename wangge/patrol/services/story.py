"""What every intention does the same way: fetch through the gate, move, write, tell."""

from __future__ import annotations

from typing import Any

from wangge.audit import services as audit
from wangge.casework import services as casework
from wangge.kit import events as announcements
from wangge.kit import feeds, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.kit.subjects import subject
from wangge.live import services as live
from wangge.notify import services as notify
from wangge.patrol import events, queries
from wangge.patrol.models import Event, EventUnit
from wangge.patrol.states import EVENT

KIND = queries.KIND
TASK = "patrol.task"


def fetch(actor: Actor, permission: str, event_id: int) -> Event:
    """The event, locked, if the role may do this and the row is in scope (``Forbidden``, ``NotFound``)."""
    permissions.require(actor, permission)
    return queries.event_for(actor, event_id, lock=True)


def move(
    actor: Actor,
    event: Event,
    name: str,
    *,
    reason: str = "",
    data: dict[str, Any] | None = None,
    **columns: Any,
) -> None:
    """Make one move: state, version, move row, timeline line, audit line, announcements."""
    source = event.status
    EVENT.apply(event, name, by=actor, reason=reason, data=data, version=event.version + 1, **columns)
    written(actor, event, name, EVENT.move_labels[name], reason, data=data)
    announcements.announce(
        events.EventMoved(event_id=event.pk, move=name, source=source, target=event.status)
    )


def written(
    actor: Actor, event: Event, action: str, label: str, text: str = "", *, data: dict[str, Any] | None = None
) -> None:
    """A timeline line and an audit line, and "something changed" for who watches, phones included."""
    casework.note(
        actor=actor, subject_kind=KIND, subject_id=event.pk, action=action, label=label, text=text, data=data
    )
    audit.record(actor, f"patrol.event.{action}", subject=subject(KIND, event.pk))
    tell(event)


def tell(event: Event) -> None:
    """ "Something changed" on the board, the page, the unit's list, the phones of the grid and reporter."""
    live.announce("patrol.board", event=event.pk)
    live.announce(f"patrol.event:{event.pk}", event=event.pk)
    if event.agency_id:
        live.announce(f"patrol.unit:{event.agency_id}", event=event.pk)
    posts = [event.post_id] if event.post_id else []
    feeds.changed(TASK, event.pk, area_ids=[event.grid_id], post_ids=posts)


def inform(agency_id: int, event: Event, title: str, text: str, *, urgent: bool = False) -> None:
    """A message to an agency about an event."""
    notify.send(
        to_agency_id=agency_id,
        kind="patrol",
        subject=subject(KIND, event.pk),
        title=title,
        text=text,
        urgent=urgent or event.urgent,
    )


def inform_reporter(event: Event, title: str, text: str) -> None:
    """A message to whoever reported it."""
    if event.post_id:
        notify.send(
            to_post_id=event.post_id, kind="patrol", subject=subject(KIND, event.pk), title=title, text=text
        )


def unit_of(actor: Actor, event: Event) -> EventUnit:
    """The active unit for which the actor works: his agency, or as the grid's own worker the grid.

    Raises ``Conflict`` when the event is not in the actor's hands.
    """
    units = EventUnit.objects.filter(event_id=event.pk, active=True)
    if actor.kind != "system":
        mine = event.with_grid and actor.role == "grid_worker" and actor.area_id == event.grid_id
        if actor.role == "grid_worker" and not mine:
            units = units.none()
        elif not mine:
            units = units.filter(agency_id__in=actor.agency_ids)
    unit = units.order_by("id").first()
    if unit is None:
        raise Conflict("事件不在您手中", code="not_your_assignment")
    return unit


def allow(event: Event, name: str) -> None:
    """Raise the machine's ``Conflict`` before anything is written, when the state forbids the move."""
    if name not in EVENT.allowed(event.status):
        state, verb = EVENT.labels[event.status], EVENT.move_labels[name]
        data = {"status": event.status, "move": name}
        raise Conflict(f"当前状态“{state}”不能进行“{verb}”", code="wrong_state", data=data)


def need(value: str, field: str, message: str) -> str:
    """The text without outer blanks; ``Invalid`` with the message when nothing is left."""
    text = value.strip()
    if not text:
        raise Invalid.field(field, message)
    return text


def one_of(value: str, codes: dict[str, str], field: str) -> str:
    """The code if it is known; ``Invalid`` otherwise."""
    if value not in codes:
        raise Invalid.field(field, "不在可选范围内")
    return value
