"""The gate: which events, rounds, visits and notices an actor may see (spec §12.1)."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound
from wangge.patrol import permissions
from wangge.patrol.models import CheckIn, Event, EventUnit, NoticeServed, Round, Visit
from wangge.territory import queries as territory

KIND = "patrol.event"
_LEVELS = {"town": "town_id", "village": "village_id", "grid": "grid_id"}
M = TypeVar("M", bound=Model)


def area_filter(actor: Actor) -> Q:
    """The rows inside the actor's area; nothing for an area of no level."""
    if actor.area_id is None:
        return Q(pk__in=[])
    if actor.area_kind == "district":
        return Q()
    column = _LEVELS.get(actor.area_kind)
    return Q(**{column: actor.area_id}) if column else Q(pk__in=[])


def of_units(actor: Actor) -> Exists:
    """The events that one of the actor's agencies has or had in its hands."""
    return Exists(EventUnit.objects.filter(event_id=OuterRef("pk"), agency_id__in=actor.agency_ids))


def events_visible_to(actor: Actor) -> QuerySet[Event]:
    """Events in the actor's scope.

    District desks: all. Grid worker: own grid while open, and what he reported himself. Town and village
    administrators: own area and what their agency was given. Units: what they were given. Else none.
    """
    rows = Event.objects.all()
    if actor.kind == "system":
        return rows
    if not actor.in_post or not actor.may(permissions.SEE):
        return rows.none()
    if actor.role == "grid_worker":
        return rows.filter((area_filter(actor) & Q(open=True)) | Q(post_id=actor.post_id))
    if actor.district_wide:
        return rows
    if actor.role == "area_admin":
        return rows.filter(area_filter(actor) | Q(of_units(actor)) | Q(post_id=actor.post_id))
    return rows.filter(of_units(actor))


def event_for(actor: Actor, event_id: int, *, lock: bool = False) -> Event:
    """The event if it is in scope, locked when it will be moved; ``NotFound`` otherwise."""
    rows = events_visible_to(actor).filter(pk=event_id)
    event = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if event is None:
        raise NotFound
    return event


def event_named(actor: Actor, event_id: int | None, client_id: UUID | None) -> int:
    """The id of an event given by id or by the client id of its report; ``NotFound`` for neither."""
    if event_id is not None:
        return event_id
    if client_id is not None:
        found = events_visible_to(actor).filter(client_id=client_id).values_list("pk", flat=True).first()
        if found is not None:
            return found
    raise NotFound("没有找到对应的事件")


def _captured(actor: Actor, rows: QuerySet[M], permission: str) -> QuerySet[M]:
    if actor.kind == "system":
        return rows
    if not actor.in_post or not actor.may(permission):
        return rows.none()
    if actor.district_wide:
        return rows
    if actor.role == "grid_worker":
        return rows.filter(post_id=actor.post_id)
    return rows.filter(area_filter(actor)) if actor.role == "area_admin" else rows.none()


def rounds_visible_to(actor: Actor) -> QuerySet[Round]:
    """District desks: all; administrators: own area; grid worker: his own."""
    return _captured(actor, Round.objects.all(), permissions.SEE_ROUNDS)


def check_ins_visible_to(actor: Actor) -> QuerySet[CheckIn]:
    """As the rounds."""
    return _captured(actor, CheckIn.objects.all(), permissions.SEE_ROUNDS)


def visits_visible_to(actor: Actor) -> QuerySet[Visit]:
    """As the rounds."""
    return _captured(actor, Visit.objects.all(), permissions.SEE_ROUNDS)


def notices_visible_to(actor: Actor) -> QuerySet[NoticeServed]:
    """As the rounds."""
    return _captured(actor, NoticeServed.objects.all(), permissions.SEE_NOTICES)


def visit_for(actor: Actor, visit_id: int) -> Visit:
    """The visit if in scope; ``NotFound`` otherwise."""
    row = visits_visible_to(actor).filter(pk=visit_id).first()
    if row is None:
        raise NotFound
    return row


def grid_of(actor: Actor, grid_id: int | None) -> territory.AreaCard:
    """The grid an actor works in: a grid worker's own whatever was asked, otherwise one of his area.

    ``Invalid`` when none was named, ``NotFound`` for one outside the actor's area.
    """
    if actor.role == "grid_worker" and actor.area_id is not None:
        return territory.area(actor.area_id)
    if grid_id is None:
        raise Invalid.field("grid_id", "请选择网格")
    grid = territory.area(grid_id)
    if grid.kind != "grid" or not covers(actor, grid):
        raise NotFound
    return grid


def covers(actor: Actor, area: territory.AreaCard) -> bool:
    """Whether an area lies in the actor's reach."""
    if actor.kind == "system" or actor.district_wide:
        return True
    return actor.area_id in {area.id, area.village_id, area.town_id, area.district_id}
