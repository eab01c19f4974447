"""The registers below, asked through their own gates: what they hold of a subject in sight."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Collection
from typing import Any

from wangge.forms.registers import Found, Held, finds, resolves
from wangge.kit.actor import Actor
from wangge.premises import queries as premises
from wangge.premises.queries import PremisesFilter

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


def _residents() -> Any:
    """The register of people, where this house has one."""
    if importlib.util.find_spec("wangge.residents.queries") is None:
        return None
    found = importlib.import_module("wangge.residents.queries")
    return found if hasattr(found, "cards") else None


@resolves("person")
def people(actor: Actor, ids: Collection[int]) -> dict[int, Held]:
    """People in sight; numbers masked."""
    residents = _residents()
    if residents is None:
        return {}
    cards: dict[int, dict[str, Any]] = residents.cards(actor, ids)
    return {pk: Held(str(values.get("person.name", "")), dict(values)) for pk, values in cards.items()}


@resolves("household")
def households(actor: Actor, ids: Collection[int]) -> dict[int, Held]:
    """Households in sight."""
    residents = _residents()
    if residents is None:
        return {}
    rows = residents.household_rows(residents.households_visible_to(actor).filter(pk__in=list(ids)))
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
    residents = _residents()
    if residents is None or not words.strip():
        return []
    page = residents.search(actor, words, limit=MOST_FOUND)
    return [Found(row.id, row.name, f"{row.id_no_masked} {row.address}".strip()) for row in page.items]


@finds("household")
def find_households(actor: Actor, words: str) -> list[Found]:
    """Households of the own area by the beginning of their address."""
    residents = _residents()
    if residents is None or not words.strip() or actor.area_id is None:
        return []
    page = residents.households(actor, actor.area_id, words, limit=MOST_FOUND)
    return [Found(row.id, row.address, row.head) for row in page.items]
