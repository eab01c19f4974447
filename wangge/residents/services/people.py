"""Registering, correcting and moving people and households."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from wangge.audit import services as audit
from wangge.kit import clock, crypto, feeds
from wangge.kit import events as announcements
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, StaleVersion
from wangge.kit.subjects import subject
from wangge.residents import events, permissions, rules
from wangge.residents.models import CareTag, Household, Person, PersonPhone, Provenance
from wangge.residents.queries.duplicates import possible_duplicates
from wangge.residents.queries.field import record_of
from wangge.residents.queries.people import care_kinds
from wangge.residents.queries.scope import HOUSEHOLD, KIND, household_for, known_number, person_for
from wangge.residents.services import drafts
from wangge.residents.services.drafts import Origin, PersonDraft, PhoneDraft, Said
from wangge.territory.queries import AreaCard


def touch(people: Sequence[Person], grids: Sequence[int | None] = ()) -> None:
    """Tell the phones of the people's grids (and of ``grids``, which they left) that they changed."""
    areas = {p.grid_id for p in people} | set(grids)
    area_ids = [a for a in areas if a is not None]
    if area_ids and people:
        feeds.changed("residents.person", *(p.pk for p in people), area_ids=area_ids)
        homes = {p.household_id for p in people if p.household_id}
        if homes:
            feeds.changed("residents.household", *sorted(homes), area_ids=area_ids)


@transaction.atomic
def register_person(
    *, actor: Actor, draft: PersonDraft, origin: Origin | None = None, certain: bool = False
) -> Person:
    """Somebody new in the actor's area.

    Raises ``Invalid`` naming every wrong field; ``Conflict`` ``known_id_no`` when the identity number is
    in the register already (``data["person_id"]`` when it may be seen), ``may_be_known`` when others look
    like the same person, unless ``certain``. Sent twice with one client id it is stored once.
    """
    gate.require(actor, permissions.EDIT)
    origin = origin or Origin()
    if origin.client_id and (known := Person.objects.filter(client_id=origin.client_id).first()):
        return known
    drafts.refuse(drafts.draft_faults(draft, [k.code for k in care_kinds()]))
    home = household_for(actor, draft.household_id) if draft.household_id else None
    if home is not None:
        draft = replace(draft, area_id=home.place_id, address=draft.address or home.address)
    card = drafts.place_for(actor, draft.area_id)
    _refuse_known(actor, draft, certain)
    return store_person(actor, draft, card, origin, "registered")


def _refuse_known(actor: Actor, draft: PersonDraft, certain: bool) -> None:
    own = next((p.number for p in draft.phones if p.kind == "own"), "")
    alike, hidden = possible_duplicates(
        actor,
        name=draft.name,
        id_type=draft.id_type,
        id_no=draft.id_no,
        phone=own,
        birthday=draft.birthday,
    )
    same = next((one for one in alike if one.certain), None)
    if same is not None:
        raise Conflict(
            "此证件号码已在人口库中,请在原有记录上更正",
            code="known_id_no",
            data={"person_id": same.person.id},
        )
    if hidden:
        raise Conflict("此证件号码已登记在其他网格,请办理迁移或来通返通登记", code="known_id_no")
    suspects = [one for one in alike if "姓名" in "".join(one.reasons)]
    if suspects and not certain:
        raise Conflict(
            f"可能已登记:有{len(suspects)}人与之相近,请核对后确认",
            code="may_be_known",
            data={"person_ids": [one.person.id for one in suspects]},
        )


def store_person(actor: Actor, draft: PersonDraft, card: AreaCard, origin: Origin, act: str) -> Person:
    """Write a checked person with numbers, care tags and provenance; announce, tell the phones."""
    person = drafts.new_person(draft, card, origin)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        # Somebody else was faster with the same number: the unique index knows, the look-up did not.
        raise Conflict("此证件号码刚刚被登记,请重新查询", code="known_id_no") from error
    PersonPhone.objects.bulk_create(drafts.new_phones(person, draft.phones, origin))
    CareTag.objects.bulk_create(drafts.new_care(person, draft.care, origin))
    drafts.line(actor, origin, Said(act, drafts.filled(draft)), person_id=person.pk).save()
    audit.record(actor, f"residents.person.{act}", subject=subject(KIND, person.pk), data={"place": card.id})
    announcements.announce(events.PersonRegistered(person_id=person.pk, place_id=card.id))
    touch([person])
    return person


@dataclass(frozen=True, slots=True)
class Correction:
    """What changes: ``fields`` of ``CORRECTABLE``, numbers to add and to drop, the whole list of care."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    add_phones: tuple[PhoneDraft, ...] = ()
    drop_phones: tuple[int, ...] = ()
    care: tuple[str, ...] | None = None


PLAIN = (
    "name", "sex", "nationality", "birthday", "hukou_code", "address", "relation", "residence", "presence",
    "no_smartphone", "preferred_contact",
)  # fmt: skip
CORRECTABLE = frozenset({*PLAIN, "id_no", "id_type", "disease_history"})


@transaction.atomic
def correct_person(
    *, actor: Actor, person_id: int, version: int, correction: Correction, origin: Origin | None = None
) -> Person:
    """纠错: change what is wrong and confirm the rest for another term.

    ``StaleVersion`` with ``data["server"]``, the masked record of now, when ``version`` is not the current
    one; ``Invalid`` for wrong fields; ``Conflict`` when another person has the new identity number.
    """
    gate.require(actor, permissions.EDIT)
    origin = origin or Origin()
    person = person_for(actor, person_id)
    if person.version != version:
        raise StaleVersion(data={"server": record_of(person)})
    draft = _corrected(person, correction)
    drafts.refuse(drafts.draft_faults(draft, [k.code for k in care_kinds()]))
    columns = _columns(person, draft, correction)
    before = {name: getattr(person, name) for name in columns if not name.startswith(("id_no", "disease"))}
    if "id_no" in correction.fields:
        before["id_no"] = crypto.unseal("id_no", person.id_no_sealed)
        _free_number(person, draft)
    _write(person, version, columns | _confirmed(person, origin))
    PersonPhone.objects.filter(person=person, pk__in=correction.drop_phones).delete()
    have = set(PersonPhone.objects.filter(person=person).values_list("number_index", flat=True))
    fresh = drafts.new_phones(person, correction.add_phones, origin)
    PersonPhone.objects.bulk_create(p for p in fresh if p.number_index not in have)
    if correction.care is not None:
        CareTag.objects.filter(person=person).exclude(kind__in=correction.care).delete()
        CareTag.objects.bulk_create(drafts.new_care(person, correction.care, origin), ignore_conflicts=True)
    said = Said("corrected", _names(correction), {"before": before, "after": dict(correction.fields)})
    drafts.line(actor, origin, said, person_id=person.pk).save()
    audit.record(
        actor,
        "residents.person.corrected",
        subject=subject(KIND, person.pk),
        data={"fields": _names(correction)},
    )
    person.refresh_from_db()
    touch([person])
    return person


def _names(correction: Correction) -> list[str]:
    names = [name for name in correction.fields if name != "id_type"]
    if correction.add_phones or correction.drop_phones:
        names.append("phones")
    return [*names, "care"] if correction.care is not None else names


def _corrected(person: Person, correction: Correction) -> PersonDraft:
    """The person as a draft with the correction applied, to be checked as a whole."""
    if unknown := sorted(set(correction.fields) - CORRECTABLE):
        raise Invalid(
            f"这些字段不能更正:{'、'.join(unknown)}", data={"fields": dict.fromkeys(unknown, "不能更正")}
        )
    current: dict[str, Any] = {name: getattr(person, name) for name in PLAIN}
    current["id_type"] = person.id_type
    draft = PersonDraft(**(current | dict(correction.fields)))
    return replace(draft, phones=correction.add_phones, care=correction.care or ())


def _columns(person: Person, draft: PersonDraft, correction: Correction) -> dict[str, Any]:
    """The columns that change."""
    columns = {name: getattr(draft, name) for name in PLAIN if name in correction.fields}
    if "name" in columns:
        columns["name"] = rules.normal_name(draft.name)
        columns["pinyin"], columns["initials"] = rules.spell(columns["name"])
    if "disease_history" in correction.fields:
        columns["disease_history_sealed"] = crypto.seal("health", draft.disease_history.strip())
    if "id_no" in correction.fields:
        columns |= drafts.papers(draft.id_type, draft.id_no)
    elif "birthday" in columns and rules.birthday_of(
        person.id_type, crypto.unseal("id_no", person.id_no_sealed)
    ):
        raise Invalid.field("birthday", "出生日期以身份证号为准,请更正证件号码")
    return columns


def _free_number(person: Person, draft: PersonDraft) -> None:
    """Raise ``Conflict`` when another person has the number."""
    known = known_number(draft.id_type, draft.id_no) if draft.id_no else None
    if known is not None and known[0] != person.pk:
        raise Conflict("此证件号码属于人口库中的另一人,如为同一人请合并", code="known_id_no")


def _confirmed(person: Person, origin: Origin) -> dict[str, Any]:
    """Somebody has just looked at the record: it stays for another term of its purpose."""
    until = rules.expiry(person.purpose, origin.moment)
    return {"expires_at": max(person.expires_at, until)}


def _write(person: Person, version: int, columns: Mapping[str, Any]) -> None:
    """One conditional update; ``StaleVersion`` when somebody was faster."""
    changed = Person.objects.filter(pk=person.pk, version=version).update(
        **columns, version=F("version") + 1, changed_at=clock.now()
    )
    if not changed:
        person.refresh_from_db()
        raise StaleVersion(data={"server": record_of(person)})


@dataclass(frozen=True, slots=True)
class HouseholdDraft:
    """A household as somebody typed it."""

    address: str
    area_id: int | None = None
    number: str = ""
    kind: str = "family"
    lon: float | None = None
    lat: float | None = None


@transaction.atomic
def register_household(*, actor: Actor, draft: HouseholdDraft, origin: Origin | None = None) -> Household:
    """A new household in the actor's area; sent twice with one client id it is stored once."""
    gate.require(actor, permissions.EDIT)
    origin = origin or Origin()
    if origin.client_id and (known := Household.objects.filter(client_id=origin.client_id).first()):
        return known
    drafts.refuse(household_faults(draft))
    card = drafts.place_for(actor, draft.area_id)
    home = Household.objects.create(
        client_id=origin.client_id,
        number=draft.number.strip(),
        kind=draft.kind,
        address=draft.address.strip(),
        lon=draft.lon,
        lat=draft.lat,
        changed_at=clock.now(),
        **drafts.located(card),
        **drafts.held(origin),
    )
    drafts.line(actor, origin, Said("registered", ["address"]), household_id=home.pk).save()
    audit.record(actor, "residents.household.registered", subject=subject(HOUSEHOLD, home.pk))
    if home.grid_id:
        feeds.changed("residents.household", home.pk, area_ids=[home.grid_id])
    return home


def household_faults(draft: HouseholdDraft) -> dict[str, str]:
    """Every wrong field of a household."""
    faults = {}
    if not draft.address.strip() or len(draft.address) > 200:
        faults["address"] = "请填写地址,不超过200字"
    if draft.kind not in rules.HOUSEHOLD_KINDS:
        faults["kind"] = "不在可选范围内"
    if len(draft.number) > 40:
        faults["number"] = "户号不超过40字"
    return faults


@transaction.atomic
def move_household(
    *, actor: Actor, household_id: int, area_id: int, address: str, origin: Origin | None = None
) -> Household:
    """A household with everybody in it to another place, in the own area or out of it.

    The phones of both grids are told. ``NotFound`` when the household is not in scope.
    """
    gate.require(actor, permissions.EDIT)
    origin = origin or Origin()
    home = household_for(actor, household_id)
    drafts.refuse(household_faults(HouseholdDraft(address=address)))
    people = list(Person.objects.filter(household=home).order_by("pk"))
    grids = _move(actor, origin, people, home, area_id, address)
    feeds.changed("residents.household", home.pk, area_ids=[g for g in grids if g])
    audit.record(
        actor,
        "residents.household.moved",
        subject=subject(HOUSEHOLD, home.pk),
        data={"from": home.place_id, "to": area_id, "people": len(people)},
    )
    return home


@transaction.atomic
def move_person(
    *, actor: Actor, person_id: int, area_id: int, address: str, origin: Origin | None = None
) -> Person:
    """One person to another place, out of the household; the phones of both grids are told."""
    gate.require(actor, permissions.EDIT)
    origin = origin or Origin()
    person = person_for(actor, person_id)
    drafts.refuse(household_faults(HouseholdDraft(address=address)))
    _move(actor, origin, [person], None, area_id, address)
    return person


def _move(
    actor: Actor,
    origin: Origin,
    people: Sequence[Person],
    home: Household | None,
    area_id: int,
    address: str,
) -> list[int | None]:
    card = drafts.target_of(area_id)
    before = {p.pk: (p.place_id, p.address) for p in people}
    said = [
        drafts.line(
            actor,
            origin,
            Said(
                "moved", ["place", "address"], {"before": before[p.pk], "after": (card.id, address.strip())}
            ),
            person_id=p.pk,
        )
        for p in people
    ]
    left: list[int | None] = [p.grid_id for p in people]
    if home is not None:
        left.append(home.grid_id)
        said.append(drafts.line(actor, origin, Said("moved", ["place", "address"]), household_id=home.pk))
    Provenance.objects.bulk_create(said)
    bring(
        actor,
        people_ids=[p.pk for p in people],
        card=card,
        address=address,
        home_id=home.pk if home else None,
    )
    grids = [*left, card.grid_id]
    touch(people, grids)
    return grids


def bring(
    actor: Actor, *, people_ids: Sequence[int], card: AreaCard, address: str, home_id: int | None = None
) -> dict[int, int]:
    """Write people (and their home) into an area, whoever sees them now; returns the places they left.

    The only write past the row scope: called by services that have checked what the actor may do.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, left_place FROM residents_move(%s, %s, %s, %s, %s, %s, %s, %s)",
            [
                list(people_ids), home_id, card.id, card.town_id, card.village_id, card.grid_id,
                address.strip(), clock.now(),
            ],
        )  # fmt: skip
        left = dict(cursor.fetchall())
    for pk, place in left.items():
        audit.record(
            actor, "residents.person.moved", subject=subject(KIND, pk), data={"from": place, "to": card.id}
        )
    if left:
        places = {*left.values(), card.id}
        announcements.announce(events.PeopleMoved(tuple(sorted(left)), tuple(sorted(places))))
    return left
