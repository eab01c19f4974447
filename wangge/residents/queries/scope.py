"""The gate: which people, households and registrations an actor may see (spec §12.1)."""

from __future__ import annotations

from typing import TypeVar

from django.db import connection
from django.db.models import Model, Q, QuerySet

from wangge.kit import crypto
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.residents import permissions, rules
from wangge.residents.models import Household, Person, Registration
from wangge.territory import queries as territory

KIND = "residents.person"
HOUSEHOLD = "residents.household"
REGISTRATION = "residents.registration"
_LEVELS = {"town": "town_id", "village": "village_id", "grid": "grid_id"}
M = TypeVar("M", bound=Model)


def _inside(actor: Actor, rows: QuerySet[M]) -> QuerySet[M]:
    """The rows of the actor's area: a grid worker's own grid, an administrator's town or village, the
    district for its desks; nothing for everybody else."""
    if actor.kind == "system":
        return rows
    if not actor.in_post or not actor.may(permissions.SEE):
        return rows.none()
    if actor.role == "grid_worker" and actor.area_kind != "grid":
        return rows.none()
    if actor.district_wide:
        return rows
    column = _LEVELS.get(actor.area_kind)
    if column is None:
        return rows if actor.area_kind == "district" and actor.area_id is not None else rows.none()
    return rows.filter(Q(**{column: actor.area_id}))


def people_visible_to(actor: Actor) -> QuerySet[Person]:
    """People in the actor's scope, without the doubles that were merged into another row."""
    return _inside(actor, Person.objects.filter(merged_into__isnull=True))


def households_visible_to(actor: Actor) -> QuerySet[Household]:
    """Households in the actor's scope."""
    return _inside(actor, Household.objects.all())


def registrations_visible_to(actor: Actor) -> QuerySet[Registration]:
    """Registrations of arrivals that stay in the actor's area."""
    return _inside(actor, Registration.objects.all())


def person_for(actor: Actor, person_id: int) -> Person:
    """The person if in scope, under the id of a merged double too; ``NotFound`` otherwise."""
    person = people_visible_to(actor).filter(pk=person_id).first()
    if person is None:
        kept = Person.objects.filter(pk=person_id).values_list("merged_into", flat=True).first()
        person = people_visible_to(actor).filter(pk=kept).first() if kept else None
    if person is None:
        raise NotFound
    return person


def household_for(actor: Actor, household_id: int) -> Household:
    """The household if in scope; ``NotFound`` otherwise."""
    household = households_visible_to(actor).filter(pk=household_id).first()
    if household is None:
        raise NotFound
    return household


def registration_for(actor: Actor, registration_id: int) -> Registration:
    """The registration if in scope; ``NotFound`` otherwise."""
    registration = registrations_visible_to(actor).filter(pk=registration_id).first()
    if registration is None:
        raise NotFound
    return registration


def places_of(actor: Actor, area_id: int | None) -> list[int] | None:
    """The areas to search: those below ``area_id`` that lie in the actor's scope; ``None`` = everywhere.

    An area outside the scope gives an empty list: nothing is found there, as if nobody lived in it.
    """
    own = None if actor.kind == "system" or actor.district_wide else actor.area_id
    if own is None and not (actor.kind == "system" or actor.district_wide):
        return []
    if area_id is None:
        return None if own is None else territory.below(own)
    wanted = territory.below(area_id)
    if own is None:
        return wanted
    mine = set(territory.below(own))
    return [area for area in wanted if area in mine] or (sorted(mine) if own in wanted else [])


def index_of(id_type: str, id_no: str) -> bytes:
    """The blind index of an identity number, normalised; ``b""`` for none."""
    return crypto.blind_index("id_no", rules.normal_id_no(id_no))


def known_number(id_type: str, id_no: str) -> tuple[int, int] | None:
    """(person id, place id) of whoever has this number, in the whole register and whatever the scope.

    Only services that register somebody ask; what they tell the actor is that the number is known.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, place_id FROM residents_known(%s, %s)", [id_type, index_of(id_type, id_no)]
        )
        row = cursor.fetchone()
    return (row[0], row[1]) if row else None
