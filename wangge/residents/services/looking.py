"""Looking at people's data: every look is written down, a full number only with a purpose."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import crypto, paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound
from wangge.kit.subjects import subject
from wangge.residents import permissions, rules
from wangge.residents.models import Person, PersonPhone
from wangge.residents.queries import people as reads
from wangge.residents.queries.people import PersonPage, PersonRow
from wangge.residents.queries.records import LOOKED
from wangge.residents.queries.scope import KIND, person_for

FIELDS = {"id_no": "证件号码", "birthday": "出生日期", "disease_history": "基础病史", "phone": "电话号码"}


@transaction.atomic
def look_at_person(*, actor: Actor, person_id: int) -> PersonPage:
    """One person's page, masked; that it was opened is written down."""
    page = reads.person_page(actor, person_id)
    audit.record(actor, LOOKED, subject=subject(KIND, page.row.id))
    return page


@transaction.atomic
def look_up_number(*, actor: Actor, number: str) -> list[PersonRow]:
    """Who has this identity or telephone number, in scope; the look-up is written down, the number is not.

    ``Invalid`` when it is neither.
    """
    gate.require(actor, permissions.SEE)
    text = rules.normal_id_no(number)
    if len(text) != 18 and len(text) > 4 and not rules.phone_fault(number):
        rows, by = reads.find_by_phone(actor, number), "phone"
    elif len(text) == 18 or (len(text) > 4 and not text.isdigit()):
        found = reads.find_by_id_no(actor, text)
        rows, by = ([found] if found else []), "id_no"
    else:
        raise Invalid.field("text", "请输入完整的证件号码或电话号码")
    for row in rows:
        audit.record(actor, "residents.person.found", subject=subject(KIND, row.id), data={"by": by})
    if not rows:
        audit.record(actor, "residents.person.not_found", data={"by": by})
    return rows


@transaction.atomic
def search_people(
    *, actor: Actor, text: str, area_id: int | None = None, cursor: str = "", limit: int = 50
) -> paging.Page[PersonRow]:
    """A search by name, pinyin or initials; that it was made and how many were shown is written down."""
    page = reads.search(actor, text, area_id, cursor, limit)
    data = {"area": area_id, "shown": len(page.items), "listed": not text.strip()}
    audit.record(actor, "residents.people.searched", data=data)
    return page


@transaction.atomic
def reveal_field(
    *, actor: Actor, person_id: int, field: str, purpose: str, phone_id: int | None = None
) -> str:
    """One field of one person in the clear, for a purpose: ``id_no``, ``birthday``, ``disease_history`` or
    ``phone`` with its id. ``Forbidden`` for other roles, ``Invalid`` without a purpose."""
    gate.require(actor, permissions.REVEAL)
    if field not in FIELDS:
        raise Invalid.field("field", "没有这个字段")
    person = person_for(actor, person_id)
    phone = _phone(person, phone_id) if field == "phone" else None
    audit.reveal(actor, subject=subject(KIND, person.pk), field=field, purpose=purpose)
    if phone is not None:
        return crypto.unseal("phone", phone.number_sealed)
    if field == "id_no":
        return crypto.unseal("id_no", person.id_no_sealed)
    if field == "birthday":
        return person.birthday.isoformat() if person.birthday else ""
    return crypto.unseal("health", person.disease_history_sealed)


def _phone(person: Person, phone_id: int | None) -> PersonPhone:
    """The named number, or the best one: the own before others, none that is known to be wrong before one
    that is not."""
    rows = list(PersonPhone.objects.filter(person=person).order_by("pk"))
    if phone_id is not None:
        rows = [p for p in rows if p.pk == phone_id]
    if not rows:
        raise NotFound("没有可拨打的号码")
    order = list(rules.PHONE_KINDS)
    return min(rows, key=lambda p: (p.wrong_since is not None, order.index(p.kind), p.pk))


@dataclass(frozen=True, slots=True)
class Dial:
    """A number to dial now, and whose it is."""

    phone_id: int
    number: str
    kind: str
    holder: str


@transaction.atomic
def phone_of(*, actor: Actor, person_id: int, purpose: str, phone_id: int | None = None) -> Dial:
    """A number for dialling, written down with the purpose; ``NotFound`` without one or out of scope."""
    gate.require(actor, permissions.CALL)
    person = person_for(actor, person_id)
    phone = _phone(person, phone_id)
    audit.reveal(actor, subject=subject(KIND, person.pk), field="phone", purpose=purpose)
    return Dial(phone.pk, crypto.unseal("phone", phone.number_sealed), phone.kind, phone.holder)
