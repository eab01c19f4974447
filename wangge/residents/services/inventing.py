"""A generated population for demo, rehearsals and benches: set-based, through the same rows as a ledger."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import clock, feeds
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Forbidden
from wangge.residents.invented import Home, Town
from wangge.residents.models import Household, Person, Provenance
from wangge.residents.services import drafts
from wangge.residents.services.drafts import Origin, PersonDraft, PhoneDraft, Said
from wangge.residents.services.settling import Settler, new_home, settle
from wangge.territory import queries as territory


@transaction.atomic
def invent_population(
    *, actor: Actor, grid_ids: Sequence[int], people_per_grid: int = 1000, seed: str = "通州"
) -> int:
    """Fill grids with invented people; returns how many. The same seed and grids give the same people.

    Only the system may, and only where nobody lives yet in these grids (``Conflict`` otherwise).
    """
    if actor.kind != "system":
        raise Forbidden
    if Person.objects.filter(grid_id__in=list(grid_ids)).exists():
        raise Conflict("这些网格已有人口,不能再生成演示人口", code="not_empty")
    town = Town(seed, clock.today())
    origin = Origin("system", f"invented:{seed}"[:60])
    cards = territory.area_cards(grid_ids)
    count = 0
    for grid_id in grid_ids:
        card = cards[grid_id]
        village = card.path_names[-2] if len(card.path_names) > 1 else ""
        made = list(town.homes(people_per_grid))
        homes = [new_home(f"{village}{home.address}", card, origin) for home in made]
        Household.objects.bulk_create(homes, batch_size=2000)
        Provenance.objects.bulk_create(
            drafts.line(actor, origin, Said("registered", ["address"]), household_id=home.pk)
            for home in homes
        )
        settlers = [
            Settler(draft, card, origin)
            for home, row in zip(made, homes, strict=True)
            for draft in _drafts(home, row)
        ]
        count += len(settle(actor, settlers, "registered"))
        feeds.changed("residents.person", area_ids=[grid_id])
        feeds.changed("residents.household", area_ids=[grid_id])
    audit.record(actor, "residents.population.invented", data={"people": count, "grids": len(grid_ids)})
    return count


def _drafts(home: Home, row: Household) -> list[PersonDraft]:
    """The people of an invented household as drafts; a child's number is a parent's."""
    parent = next((p for p in home.people if p.phone), None)
    found = []
    for one in home.people:
        phones = [PhoneDraft(one.phone)] if one.phone else []
        if not one.phone and parent is not None:
            kind = "guardian" if one.relation == "child" else "relative"
            phones.append(PhoneDraft(parent.phone, kind, parent.name))
        found.append(
            PersonDraft(
                name=one.name,
                id_no=one.id_no,
                sex=one.sex,
                address=row.address,
                household_id=row.pk,
                relation=one.relation,
                residence=one.residence,
                presence=one.presence,
                no_smartphone=one.no_smartphone,
                preferred_contact="visit" if one.no_smartphone and not one.phone else "phone",
                phones=tuple(phones),
                care=one.care,
            )
        )
    return found
