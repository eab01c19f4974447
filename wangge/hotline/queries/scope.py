"""The gate: which tickets an actor may see (spec §12.1), and whose caller is hidden from whom."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from wangge.hotline import permissions, rules
from wangge.hotline.models import Ticket, TicketUnit
from wangge.kit import crypto
from wangge.kit.actor import Actor, ActorKind
from wangge.kit.errors import NotFound
from wangge.kit.recall import Recalled

KIND = "hotline.ticket"
CALLER_ROLES = frozenset(
    {"operator", "shift_leader", "callback", "supervisor", "commander", "dispatcher", "reviewer"}
)
_LEVELS = {"town": "town_id", "village": "village_id", "grid": "grid_id"}


def area_filter(actor: Actor) -> Q:
    """The rows inside the actor's area; nothing for an area of no level."""
    if actor.area_id is None:
        return Q(pk__in=[])
    if actor.area_kind == "district":
        return Q()
    column = _LEVELS.get(actor.area_kind)
    return Q(**{column: actor.area_id}) if column else Q(pk__in=[])


def of_units(actor: Actor) -> Exists:
    """The rows that one of the actor's agencies has or had in its hands."""
    return Exists(TicketUnit.objects.filter(ticket_id=OuterRef("pk"), agency_id__in=actor.agency_ids))


def tickets_visible_to(actor: Actor) -> QuerySet[Ticket]:
    """Tickets in the actor's scope.

    District desks: all (callers masked). Health officers: epidemic topics. Grid worker: own grid, open
    only. Town and village administrators: own area and what their agency was assigned. Units: what
    they were assigned. Everybody else, the auditor first: none.
    """
    rows = Ticket.objects.all()
    if actor.kind == "system":
        return rows
    if not actor.in_post or not actor.may(permissions.SEE):
        return rows.none()
    if actor.role == "grid_worker":
        return rows.filter(area_filter(actor), open=True) if actor.area_kind == "grid" else rows.none()
    if actor.role == "health_officer":
        return rows.filter(topic__gte=rules.EPIDEMIC, topic__lt=rules.EPIDEMIC + "~")
    if actor.district_wide:
        return rows
    if actor.role == "area_admin":
        return rows.filter(area_filter(actor) | Q(of_units(actor)))
    return rows.filter(of_units(actor))


def sees_all(actor: Actor) -> bool:
    """Whether the scope is the whole district."""
    return actor.kind == "system" or (actor.district_wide and actor.role != "health_officer")


def ticket_for(actor: Actor, ticket_id: int, *, lock: bool = False) -> Ticket:
    """The ticket if it is in scope, locked when it will be moved; ``NotFound`` otherwise."""
    shape = Shape(
        actor.kind, actor.role, actor.area_kind, actor.district_wide, actor.may(permissions.SEE), lock
    )
    area = () if actor.area_id is None else (actor.area_id,)
    found = list(_ONE.rows(shape, ticket_id, tuple(actor.agency_ids), area))
    if not found:
        raise NotFound
    return found[0]


class Shape(NamedTuple):
    """What the one-ticket query depends on besides its numbers."""

    kind: ActorKind
    role: str
    area_kind: str
    district_wide: bool
    sees: bool
    lock: bool


def _one(
    shape: Shape, ticket_id: int, agency_ids: tuple[int, ...], area: tuple[int, ...]
) -> QuerySet[Ticket]:
    somebody = Actor(
        kind=shape.kind,
        role=shape.role,
        agency_ids=frozenset(agency_ids),
        area_id=area[0] if area else None,
        area_kind=shape.area_kind,
        district_wide=shape.district_wide,
        permissions=frozenset({permissions.SEE} if shape.sees else ()),
    )
    rows = tickets_visible_to(somebody).filter(pk=ticket_id)
    return rows.select_for_update() if shape.lock else rows


_ONE = Recalled(_one)


def plain_title(actor: Actor, title: str, confidential: bool, caller_sealed: bytes | memoryview) -> str:
    """The title as this actor may read it: without the caller's name and numbers where it is hidden."""
    if not hides_caller(actor, confidential):
        return title
    return rules.redact(title, [crypto.unseal("name", caller_sealed)])


def hides_caller(actor: Actor, confidential: bool) -> bool:
    """Whether the caller of a ticket is hidden altogether: a confidential one, from all but follow-up."""
    return confidential and actor.kind != "system" and actor.role not in CALLER_ROLES
