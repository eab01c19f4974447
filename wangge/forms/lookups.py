"""The registers below, asked through their own gates: what they hold of a subject in sight."""

from __future__ import annotations

from collections.abc import Collection

from wangge.forms.registers import Found, Held, finds, resolves
from wangge.kit.actor import Actor
from wangge.premises import queries as premises
from wangge.premises.queries import PremisesFilter
from wangge.residents import queries as residents

MOST_FOUND = 20


@resolves("enterprise")
def enterprises(actor: Actor, ids: Collection[int]) -> dict[int, Held]:
    """Enterprises and sites in sight; contacts masked."""
    seen = list(premises.premises_visible_to(actor).filter(pk__in=list(ids)).values_list("pk", flat=True))
    cards, values = premises.cards(seen), premises.register_values(seen)
    return {
        pk: Held(card.name, values.get(pk, {}), (card.town_id, card.village_id, card.grid_id))
        for pk, card in cards.items()
    }


@resolves("person")
def people(actor: Actor, ids: Collection[int]) -> dict[int, Held]:
    """People in sight; numbers masked."""
    cards = residents.cards(actor, ids)
    return {pk: Held(str(values.get("person.name", "")), dict(values)) for pk, values in cards.items()}


@resolves("household")
def households(actor: Actor, ids: Collection[int]) -> dict[int, Held]:
    """Households in sight."""
    rows = residents.household_rows(list(residents.households_visible_to(actor).filter(pk__in=list(ids))))
    return {
        row.id: Held(row.address, {"household.address": row.address, "household.head": row.head})
        for row in rows
    }


@finds("enterprise")
def find_enterprises(actor: Actor, words: str) -> list[Found]:
    """Enterprises and sites in sight by part of the name, pinyin or the beginning of the code."""
    page = premises.premises_list(actor, PremisesFilter(text=words), limit=MOST_FOUND)
    return [Found(row.id, row.name, row.address) for row in page.items]


@finds("person")
def find_people(actor: Actor, words: str) -> list[Found]:
    """People in sight by the beginning of name or pinyin; the number masked."""
    if not words.strip():
        return []
    page = residents.search(actor, words, limit=MOST_FOUND)
    return [Found(row.id, row.name, f"{row.id_no_masked} {row.address}".strip()) for row in page.items]


@finds("household")
def find_households(actor: Actor, words: str) -> list[Found]:
    """Households of the own area by the beginning of their address."""
    if not words.strip() or actor.area_id is None:
        return []
    page = residents.households(actor, actor.area_id, words, limit=MOST_FOUND)
    return [Found(row.id, row.address, row.head) for row in page.items]
