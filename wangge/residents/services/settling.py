"""Many people at once, in a handful of statements: for ledgers and for generated populations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.residents.models import CareTag, Household, Person, PersonPhone, Provenance
from wangge.residents.services import drafts
from wangge.residents.services.drafts import Origin, PersonDraft, Said
from wangge.territory.queries import AreaCard


@dataclass(frozen=True, slots=True)
class Settler:
    """A checked draft, where it goes, where it comes from, and what makes it unique beside the number."""

    draft: PersonDraft
    card: AreaCard
    origin: Origin
    origin_index: bytes | None = None


def settle(actor: Actor, settlers: Sequence[Settler], act: str) -> list[Person]:
    """Write people with numbers, tags and provenance; the caller has checked drafts and doubles."""
    people = [drafts.new_person(s.draft, s.card, s.origin) for s in settlers]
    for person, settler in zip(people, settlers, strict=True):
        person.origin_index = settler.origin_index
    Person.objects.bulk_create(people, batch_size=2000)
    phones: list[PersonPhone] = []
    care: list[CareTag] = []
    said: list[Provenance] = []
    for person, settler in zip(people, settlers, strict=True):
        phones += drafts.new_phones(person, settler.draft.phones, settler.origin)
        care += drafts.new_care(person, settler.draft.care, settler.origin)
        what = Said(act, drafts.filled(settler.draft))
        said.append(drafts.line(actor, settler.origin, what, person_id=person.pk))
    PersonPhone.objects.bulk_create(phones, batch_size=2000)
    CareTag.objects.bulk_create(care, batch_size=2000)
    Provenance.objects.bulk_create(said, batch_size=2000)
    return people


def new_home(address: str, card: AreaCard, origin: Origin, number: str = "") -> Household:
    """An unsaved household."""
    return Household(
        number=number,
        address=address,
        changed_at=clock.now(),
        **drafts.located(card),
        **drafts.held(origin),
    )
