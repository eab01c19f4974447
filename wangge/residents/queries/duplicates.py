"""Who may be the same person as the one being entered: shown while typing, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from wangge.kit import crypto
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.residents import permissions, rules
from wangge.residents.models import Person, PersonPhone
from wangge.residents.queries.people import PersonRow, ids_by_start, rows_of
from wangge.residents.queries.scope import known_number, people_visible_to, places_of

MOST = 10


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody who may be the same, with the reasons; ``certain`` when the identity number is the same."""

    person: PersonRow
    reasons: tuple[str, ...]
    certain: bool


def possible_duplicates(
    actor: Actor,
    *,
    name: str,
    id_type: str = "id_card",
    id_no: str = "",
    phone: str = "",
    birthday: date | None = None,
) -> tuple[list[Likeness], bool]:
    """Up to ten people in scope who may be the same one, the surest first; and whether the identity number
    is known in the register outside the scope (nothing more is said about that person)."""
    gate.require(actor, permissions.SEE)
    visible = people_visible_to(actor)
    number = rules.normal_id_no(id_no)
    born = rules.birthday_of(id_type, number) or birthday
    known = known_number(id_type, number) if number else None
    phone_index = crypto.blind_index("phone", rules.normal_phone(phone))
    by_phone: set[int] = set()
    if phone_index:
        found = PersonPhone.objects.filter(number_index=phone_index).values_list("person_id", flat=True)
        by_phone = set(found[:50])
    wanted = Q(pk__in=by_phone | ({known[0]} if known else set()))
    spelled = rules.normal_name(name)
    ids = set(_same_name(actor, spelled, born)) if spelled and born else set()
    people = list(visible.filter(wanted | Q(pk__in=ids)).order_by("pk")[:50])
    found_rows = [
        Likeness(row, *_reasons(p, known, by_phone, spelled, born))
        for p, row in zip(people, rows_of(people), strict=True)
    ]
    found_rows.sort(key=lambda one: (not one.certain, -len(one.reasons), one.person.id))
    hidden = known is not None and known[0] not in {p.pk for p in people}
    return found_rows[:MOST], hidden


def _same_name(actor: Actor, name: str, born: date) -> list[int]:
    """People of exactly this name and day of birth in scope, through the name index."""
    ids = ids_by_start("name", name, places_of(actor, None), "", 0, 500)
    rows = people_visible_to(actor).filter(pk__in=ids, name=name, birthday=born)
    return list(rows.values_list("pk", flat=True))


def _reasons(
    person: Person, known: tuple[int, int] | None, by_phone: set[int], name: str, born: date | None
) -> tuple[tuple[str, ...], bool]:
    reasons: list[str] = []
    certain = known is not None and person.pk == known[0]
    if certain:
        reasons.append("证件号码相同")
    if person.pk in by_phone:
        reasons.append("电话相同")
    if person.name == name and born is not None and person.birthday == born:
        reasons.append("姓名和出生日期相同")
    elif person.name == name:
        reasons.append("姓名相同")
    return tuple(reasons), certain
