"""What a service is given about a person, checked, and the rows made of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wangge.kit import clock, crypto
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound
from wangge.residents import rules
from wangge.residents.models import CareTag, Person, PersonPhone, Provenance
from wangge.residents.queries.scope import places_of
from wangge.territory import queries as territory
from wangge.territory.queries import AreaCard

SAID = "provenance"


@dataclass(frozen=True, slots=True)
class Origin:
    """By which door something was said: ``source`` phone, console, import or system; ``ref`` what it can be
    found under (command id, batch and row); ``at`` the moment of capture, now when unknown."""

    source: str = "console"
    ref: str = ""
    at: datetime | None = None
    client_id: UUID | None = None
    purpose: str = "grid_service"

    @property
    def moment(self) -> datetime:
        """When it was said."""
        return self.at or clock.now()


@dataclass(frozen=True, slots=True)
class PhoneDraft:
    """A number and whose it is."""

    number: str
    kind: str = "own"
    holder: str = ""


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as somebody typed it; ``area_id`` the finest area known (the own grid when empty)."""

    name: str
    id_no: str = ""
    id_type: str = "id_card"
    sex: str = ""
    nationality: str = "CHN"
    birthday: date | None = None
    hukou_code: str = ""
    address: str = ""
    area_id: int | None = None
    household_id: int | None = None
    relation: str = ""
    residence: str = "resident"
    presence: str = "here"
    no_smartphone: bool = False
    preferred_contact: str = "phone"
    disease_history: str = ""
    phones: tuple[PhoneDraft, ...] = ()
    care: tuple[str, ...] = ()


CODES: Mapping[str, Mapping[str, str]] = {
    "sex": rules.SEXES,
    "id_type": rules.ID_TYPES,
    "relation": rules.RELATIONS,
    "residence": rules.RESIDENCES,
    "presence": rules.PRESENCES,
    "preferred_contact": rules.CONTACTS,
}
LONGEST = {"address": 200, "hukou_code": 12, "disease_history": 500, "nationality": 3}


def draft_faults(draft: PersonDraft, care: Sequence[str]) -> dict[str, str]:
    """Every wrong field of a draft with the word to the typist; ``care`` are the codes there are."""
    faults: dict[str, str] = {}
    today = clock.today()
    if fault := rules.name_fault(draft.name):
        faults["name"] = fault
    if draft.id_type in rules.ID_TYPES and (fault := rules.id_no_fault(draft.id_type, draft.id_no, today)):
        faults["id_no"] = fault
    for name, known in CODES.items():
        value = getattr(draft, name)
        if value not in known and not (name == "sex" and value == ""):
            faults[name] = "不在可选范围内"
    for name, most in LONGEST.items():
        if len(getattr(draft, name)) > most:
            faults[name] = f"不超过{most}字"
    if draft.hukou_code and not draft.hukou_code.isdecimal():
        faults["hukou_code"] = "户籍区划应为6至12位数字"
    if draft.birthday and (draft.birthday > today or today.year - draft.birthday.year > rules.OLDEST):
        faults["birthday"] = "出生日期不合理"
    faults |= phone_faults(draft.phones)
    if unknown := [code for code in draft.care if code not in care]:
        faults["care"] = f"没有这类关爱标签:{'、'.join(unknown)}"
    return faults


def phone_faults(phones: Sequence[PhoneDraft]) -> dict[str, str]:
    """Wrong numbers, by ``phone``."""
    for phone in phones:
        fault = rules.phone_fault(phone.number) or ("" if phone.number.strip() else "请填写电话号码")
        if phone.kind not in rules.PHONE_KINDS:
            fault = "号码归属不在可选范围内"
        if fault:
            return {"phone": fault}
    return {}


def refuse(faults: Mapping[str, str]) -> None:
    """Raise ``Invalid`` naming every wrong field, if there is one."""
    if faults:
        raise Invalid(";".join(faults.values()), data={"fields": dict(faults)})


def place_for(actor: Actor, area_id: int | None) -> AreaCard:
    """The area somebody is written into: in the actor's scope, below the district; ``NotFound`` otherwise."""
    wanted = area_id if area_id is not None else actor.area_id
    if wanted is None:
        raise Invalid.field("area_id", "请选择所在网格")
    mine = places_of(actor, None)
    if mine is not None and wanted not in mine:
        raise NotFound("没有这个网格,或不在您的辖区内")
    card = territory.area(wanted)
    if card.town_id is None:
        raise Invalid.field("area_id", "请选择到镇(街道)、村(社区)或网格")
    return card


def target_of(area_id: int) -> AreaCard:
    """The area somebody moves to: any living one of the register, the actor's or not."""
    card = territory.area(area_id)
    if card.town_id is None:
        raise Invalid.field("area_id", "请选择到镇(街道)、村(社区)或网格")
    return card


def located(card: AreaCard) -> dict[str, Any]:
    """The columns that say where a row lies."""
    return {
        "place_id": card.id,
        "town_id": card.town_id,
        "village_id": card.village_id,
        "grid_id": card.grid_id,
    }


def held(origin: Origin) -> dict[str, Any]:
    """The columns that say where a row comes from and how long it stays."""
    moment = origin.moment
    return {
        "data_source": origin.source,
        "collected_at": moment,
        "purpose": origin.purpose,
        "expires_at": rules.expiry(origin.purpose, moment),
    }


def papers(id_type: str, id_no: str) -> dict[str, Any]:
    """The sealed identity number with its index, and what it says itself."""
    number = rules.normal_id_no(id_no)
    columns: dict[str, Any] = {
        "id_type": id_type,
        "id_no_sealed": crypto.seal("id_no", number),
        "id_no_index": crypto.blind_index("id_no", number) or None,
    }
    if born := rules.birthday_of(id_type, number):
        columns |= {"birthday": born, "sex": rules.sex_of(id_type, number)}
    return columns


def new_person(draft: PersonDraft, card: AreaCard, origin: Origin) -> Person:
    """An unsaved person of a checked draft."""
    name = rules.normal_name(draft.name)
    pinyin, initials = rules.spell(name)
    columns = {"sex": draft.sex or "9", "birthday": draft.birthday} | papers(draft.id_type, draft.id_no)
    return Person(
        client_id=origin.client_id,
        name=name,
        pinyin=pinyin,
        initials=initials,
        nationality=draft.nationality,
        hukou_code=draft.hukou_code,
        address=draft.address.strip(),
        household_id=draft.household_id,
        relation=draft.relation,
        residence=draft.residence,
        presence=draft.presence,
        no_smartphone=draft.no_smartphone,
        preferred_contact=draft.preferred_contact,
        disease_history_sealed=crypto.seal("health", draft.disease_history.strip()),
        changed_at=clock.now(),
        **columns,
        **located(card),
        **held(origin),
    )


def new_phones(person: Person, phones: Sequence[PhoneDraft], origin: Origin) -> list[PersonPhone]:
    """Unsaved numbers of a saved person, each number once."""
    found: dict[bytes, PersonPhone] = {}
    for phone in phones:
        number = rules.normal_phone(phone.number)
        index = crypto.blind_index("phone", number)
        if index and index not in found:
            found[index] = PersonPhone(
                person=person,
                kind=phone.kind,
                holder=phone.holder.strip()[:40],
                number_sealed=crypto.seal("phone", number),
                number_index=index,
                **held(origin),
            )
    return list(found.values())


def new_care(person: Person, care: Sequence[str], origin: Origin) -> list[CareTag]:
    """Unsaved care tags of a saved person."""
    return [CareTag(person=person, kind_id=code, **held(origin)) for code in dict.fromkeys(care)]


@dataclass(frozen=True, slots=True)
class Said:
    """One line of provenance to write: what was done, which fields, old and new values."""

    act: str
    fields: Sequence[str] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


def line(
    actor: Actor, origin: Origin, said: Said, *, person_id: int | None = None, household_id: int | None = None
) -> Provenance:
    """An unsaved line: who said what when; the values sealed."""
    values = json.dumps(dict(said.values), ensure_ascii=False, default=str) if said.values else ""
    return Provenance(
        person_id=person_id,
        household_id=household_id,
        act=said.act,
        source=origin.source,
        ref=origin.ref[:60],
        fields=list(said.fields),
        said_sealed=crypto.seal(SAID, values),
        purpose=origin.purpose,
        by=actor.key[:60],
        by_label=actor.label[:90],
        at=origin.moment,
    )


def filled(draft: PersonDraft) -> list[str]:
    """Names of the fields a draft fills."""
    named = {
        "name": draft.name,
        "sex": draft.sex,
        "id_no": draft.id_no,
        "birthday": draft.birthday,
        "hukou_code": draft.hukou_code,
        "address": draft.address,
        "household": draft.household_id,
        "relation": draft.relation,
        "no_smartphone": draft.no_smartphone,
        "disease_history": draft.disease_history,
        "phones": draft.phones,
        "care": draft.care,
    }
    return [name for name, value in named.items() if value]
