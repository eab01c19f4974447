"""The registers below, asked through their own gates: what they hold of a subject in sight."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Collection
from typing import Any

from wangge.forms.registers import Held, resolves
from wangge.kit.actor import Actor
from wangge.premises import queries as premises


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
    found = importlib.util.find_spec("wangge.residents.queries")
    return importlib.import_module("wangge.residents.queries") if found else None


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
