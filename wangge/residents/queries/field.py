"""What a grid worker's phone keeps: own grid, masked, no birthday beside a masked identity number."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wangge.kit.actor import Actor
from wangge.residents import rules
from wangge.residents.models import Person
from wangge.residents.queries.people import PersonRow, household_rows, rows_of
from wangge.residents.queries.scope import households_visible_to, people_visible_to

Record = dict[str, Any]
MOST = 2000


def person_records(actor: Actor, ids: Collection[int] | None) -> list[Record]:
    """People of the own grid as the phone keeps them; ``ids`` of them or all."""
    rows = people_visible_to(actor)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    people = list(rows.order_by("-pk")[: MOST + 1])
    return [person_record(p, row) for p, row in zip(people, rows_of(people), strict=True)]


def person_record(person: Person, row: PersonRow) -> Record:
    """One person as the phone keeps it; also what a conflict shows as the server's version."""
    return {
        "id": row.id,
        "name": row.name,
        "pinyin": person.pinyin,
        "initials": person.initials,
        "sex": row.sex,
        "age": row.age,
        "id_type": row.id_type,
        "id_no": row.id_no_masked,
        "phones": [
            {"id": p.id, "kind": p.kind, "holder": p.holder, "number": p.masked, "wrong": p.wrong}
            for p in row.phones
        ],
        "care": list(row.care),
        "address": row.address,
        "household_id": row.household_id,
        "relation": row.relation,
        "residence": row.residence,
        "presence": row.presence,
        "no_smartphone": row.no_smartphone,
        "preferred_contact": row.preferred_contact,
        "grid_id": row.grid_id,
        "version": row.version,
    }


def record_of(person: Person) -> Record:
    """The phone's record of one person that was just written."""
    return person_record(person, rows_of([person])[0])


def household_records(actor: Actor, ids: Collection[int] | None) -> list[Record]:
    """Households of the own grid as the phone keeps them."""
    rows = households_visible_to(actor)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    homes = list(rows.order_by("-pk")[: MOST + 1])
    return [
        {
            "id": row.id,
            "number": row.number,
            "kind": row.kind,
            "address": row.address,
            "persons": row.persons,
            "head": row.head,
            "lon": home.lon,
            "lat": home.lat,
            "grid_id": row.grid_id,
            "version": row.version,
        }
        for home, row in zip(homes, household_rows(homes), strict=True)
    ]


def choices() -> dict[str, dict[str, str]]:
    """Codes and labels the phone and the console show, one table each."""
    return {
        "sex": rules.SEXES,
        "id_type": rules.ID_TYPES,
        "relation": {k: v for k, v in rules.RELATIONS.items() if k},
        "residence": rules.RESIDENCES,
        "presence": rules.PRESENCES,
        "preferred_contact": rules.CONTACTS,
        "phone_kind": rules.PHONE_KINDS,
        "arrival": rules.ARRIVALS,
        "transport": rules.TRANSPORTS,
        "symptom": rules.SYMPTOMS,
        "declared_by": rules.DECLARERS,
        "outcome": rules.OUTCOMES,
    }
