"""信息采集登记: people who come from elsewhere, registered on the door step or at a desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import clock, crypto, feeds
from wangge.kit import events as announcements
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.subjects import subject
from wangge.residents import events, permissions, rules
from wangge.residents.models import Person, PersonPhone, Registration
from wangge.residents.queries.scope import KIND, REGISTRATION, known_number, people_visible_to
from wangge.residents.services import drafts
from wangge.residents.services.drafts import Origin, PersonDraft, PhoneDraft, Said
from wangge.residents.services.people import bring, store_person, touch
from wangge.territory.queries import AreaCard


@dataclass(frozen=True, slots=True)
class Journey:
    """Where somebody came from, how, when, how they feel, and who said so."""

    kind: str
    from_place: str
    arrived_on: date
    from_code: str = ""
    last_left_on: date | None = None
    transport: str = "other"
    transport_no: str = ""
    symptoms: tuple[str, ...] = ()
    temperature: float | None = None
    risk_travel: bool = False
    declared_by: str = "self"
    declarer: str = ""
    note: str = ""


LENGTHS = {"from_place": 120, "from_code": 12, "transport_no": 40, "declarer": 40, "note": 300}


@transaction.atomic
def register_arrival(
    *, actor: Actor, person: PersonDraft, journey: Journey, origin: Origin | None = None
) -> Registration:
    """Register somebody who came in; ``person.address`` and ``person.area_id`` are where they stay.

    Who is known by identity number (or, in the own area, by own number and name) is the same person: the
    record moves to where they stay now, also out of another grid. Everybody else is new. ``Invalid`` names
    every wrong field. Sent twice with one client id it is stored once.
    """
    gate.require(actor, permissions.REGISTER)
    origin = replace(origin or Origin(), purpose="epidemic")
    if origin.client_id and (done := Registration.objects.filter(client_id=origin.client_id).first()):
        return done
    _check(person, journey)
    card = drafts.place_for(actor, person.area_id)
    said = replace(origin, client_id=None)
    found = _known(actor, person, card)
    if found is None:
        residence = "floating" if journey.kind == "outsider" else "resident"
        draft = replace(person, residence=residence, care=(), household_id=None)
        found = store_person(actor, draft, card, said, "arrival")
    else:
        _renew(actor, found, person, said)
        if rules.normal_name(person.name) != found.name:
            # Not refused: somebody stands at the door. A desk sees it and corrects one or the other.
            noted = f"申报姓名为“{rules.normal_name(person.name)}”,与人口库不一致,请核对。{journey.note}"
            journey = replace(journey, note=noted[:300])
    return _store(actor, found, journey, card, person.address, origin)


def _check(person: PersonDraft, journey: Journey) -> None:
    faults = drafts.draft_faults(person, [*rules.CARE_KINDS, *person.care])
    asked = {
        "kind": journey.kind,
        "from_place": journey.from_place,
        "last_left_on": journey.last_left_on,
        "arrived_on": journey.arrived_on,
        "address": person.address,
        "phones": len(person.phones),
        "no_smartphone": person.no_smartphone,
        "temperature": journey.temperature,
        "symptoms": journey.symptoms,
        "transport": journey.transport,
        "declared_by": journey.declared_by,
    }
    faults |= rules.arrival_faults(asked, clock.today())
    for name, most in LENGTHS.items():
        if len(getattr(journey, name)) > most:
            faults[name] = f"不超过{most}字"
    if journey.from_code and not journey.from_code.isdecimal():
        faults["from_code"] = "区划代码应为数字"
    drafts.refuse(faults)


def _known(actor: Actor, draft: PersonDraft, card: AreaCard) -> Person | None:
    """The person this is, brought to where they stay; ``None`` when nobody fits."""
    known = known_number(draft.id_type, draft.id_no) if draft.id_no.strip() else None
    person_id = known[0] if known else _same_phone_and_name(actor, draft)
    if person_id is None:
        return None
    place = known[1] if known else None
    visible = people_visible_to(actor).filter(pk=person_id).first()
    moves = visible is None or (place or visible.place_id) != card.id
    if moves:
        left = bring(actor, people_ids=[person_id], card=card, address=draft.address)
        grids: list[int | None] = [*left.values()]
    elif visible is not None and visible.address != draft.address.strip():
        people_visible_to(actor).filter(pk=person_id).update(address=draft.address.strip(), presence="here")
        grids = []
    else:
        grids = []
    person = Person.objects.get(pk=person_id)
    touch([person], grids)
    return person


def _same_phone_and_name(actor: Actor, draft: PersonDraft) -> int | None:
    """Somebody in scope without a known identity number who has this own number and this name."""
    own = next((p.number for p in draft.phones if p.kind == "own"), "")
    index = crypto.blind_index("phone", rules.normal_phone(own))
    if not index:
        return None
    ids = PersonPhone.objects.filter(number_index=index, kind="own").values_list("person_id", flat=True)
    rows = people_visible_to(actor).filter(pk__in=list(ids[:50]), name=rules.normal_name(draft.name))
    if draft.id_no.strip():
        rows = rows.filter(id_no_index__isnull=True)
    return rows.order_by("pk").values_list("pk", flat=True).first()


def _renew(actor: Actor, person: Person, draft: PersonDraft, origin: Origin) -> None:
    """What the declaration adds to a known person: numbers, the paper, a longer stay of the record."""
    columns: dict[str, Any] = {
        "expires_at": max(person.expires_at, rules.expiry(origin.purpose, origin.moment))
    }
    names = ["address"] if rules.normal_name(draft.name) == person.name else ["address", "name"]
    if person.id_no_index is None and draft.id_no.strip():
        columns |= drafts.papers(draft.id_type, draft.id_no)
        names.append("id_no")
    if draft.no_smartphone and not person.no_smartphone:
        columns |= {"no_smartphone": True, "preferred_contact": draft.preferred_contact}
        names.append("no_smartphone")
    Person.objects.filter(pk=person.pk).update(**columns)
    have = set(PersonPhone.objects.filter(person=person).values_list("number_index", flat=True))
    fresh = [p for p in drafts.new_phones(person, draft.phones, origin) if p.number_index not in have]
    PersonPhone.objects.bulk_create(fresh)
    if fresh:
        names.append("phones")
    drafts.line(actor, origin, Said("arrival", names), person_id=person.pk).save()


def _store(
    actor: Actor, person: Person, journey: Journey, card: AreaCard, address: str, origin: Origin
) -> Registration:
    registration = Registration.objects.create(
        client_id=origin.client_id,
        person=person,
        kind=journey.kind,
        from_code=journey.from_code,
        from_place=journey.from_place.strip(),
        last_left_on=journey.last_left_on,
        transport=journey.transport,
        transport_no=journey.transport_no.strip(),
        arrived_on=journey.arrived_on,
        address=address.strip(),
        symptoms=list(dict.fromkeys(journey.symptoms)),
        temperature=journey.temperature,
        risk_travel=journey.risk_travel,
        declared_by=journey.declared_by,
        declarer=journey.declarer.strip(),
        note=journey.note.strip(),
        by=actor.key[:60],
        by_label=actor.label[:90],
        received_at=clock.now(),
        **drafts.located(card),
        **drafts.held(origin),
    )
    for kind, pk in ((REGISTRATION, registration.pk), (KIND, person.pk)):
        audit.record(actor, "residents.arrival.registered", subject=subject(kind, pk))
    announcements.announce(
        events.ArrivalRegistered(
            registration_id=registration.pk,
            person_id=person.pk,
            kind=journey.kind,
            place_id=card.id,
            has_symptoms=bool(journey.symptoms) or (journey.temperature or 0) >= 37.3,
        )
    )
    if card.grid_id:
        feeds.changed("residents.person", person.pk, area_ids=[card.grid_id])
    return registration


def phones_of(own: str, other: str, other_kind: str, holder: str) -> Sequence[PhoneDraft]:
    """The numbers of a door-step form: the own one and one of somebody who answers for the person."""
    found = [PhoneDraft(own)] if own.strip() else []
    return [*found, PhoneDraft(other, other_kind, holder)] if other.strip() else found
