"""People of a premises: who answers for it and who works there. Numbers are sealed, looks are logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import clock, crypto, events
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound
from wangge.kit.subjects import subject
from wangge.premises import permissions, queries, rules
from wangge.premises.events import PremisesChanged
from wangge.premises.models import Contact, Premises, StaffMember
from wangge.premises.services import writing

KEEP_FORMER_DAYS = 90


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """Somebody for a roster, in the clear; will be sealed. ``row_no`` is the line of a file."""

    name: str
    id_no: str = ""
    phone: str = ""
    position: str = ""
    valid_from: date | None = None
    row_no: int = 0


@dataclass
class StaffReport:
    """What became of a roster: given = added + updated + unchanged + refused."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RevealedContact:
    """A contact in the clear, for one look."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class RevealedStaff:
    """Somebody of a roster in the clear, for one look."""

    name: str
    id_no: str
    phone: str


@transaction.atomic
def set_contact(*, actor: Actor, premises_id: int, name: str, phone: str, role: str = "main") -> Contact:
    """Who answers for a premises in a role from today on; the one before has ended. The same: no change."""
    gate.require(actor, permissions.SET_CONTACT)
    row = queries.premises_for(actor, premises_id, lock=True)
    faults = writing.contact_faults(name, phone)
    if role not in rules.CONTACT_ROLES:
        faults["role"] = "联系人类别不在可选范围内"
    if not name.strip():
        faults["contact_name"] = "请填写联系人姓名"
    if faults:
        raise Invalid(";".join(faults.values()), data={"fields": faults})
    number = rules.normal_phone(phone)
    hashed = crypto.blind_index("phone", number)
    present = Contact.objects.filter(premises=row, role=role, valid_to__isnull=True).first()
    if present and present.name == name.strip() and bytes(present.phone_index) == hashed:
        return present
    if present:
        Contact.objects.filter(pk=present.pk).update(valid_to=clock.today())
    contact = Contact.objects.create(
        premises=row,
        role=role,
        name=name.strip(),
        phone_sealed=crypto.seal("phone", number),
        phone_index=hashed,
        valid_from=clock.today(),
    )
    writing.told([row])
    events.announce(PremisesChanged((row.pk,), ("contact",)))
    audit.record(actor, "premises.contact.set", subject=subject(queries.KIND, row.pk), data={"role": role})
    return contact


@transaction.atomic
def reveal_contact(*, actor: Actor, premises_id: int, purpose: str, role: str = "main") -> RevealedContact:
    """The number of a contact, unmasked; the purpose and the look go to the log."""
    gate.require(actor, permissions.REVEAL)
    row = queries.premises_for(actor, premises_id)
    contact = Contact.objects.filter(premises=row, role=role, valid_to__isnull=True).first()
    if contact is None:
        raise NotFound("没有登记这一联系人")
    audit.reveal(actor, subject=subject(queries.KIND, row.pk), field=f"contact.{role}", purpose=purpose)
    return RevealedContact(contact.name, crypto.unseal("phone", contact.phone_sealed))


@transaction.atomic
def put_staff(
    *, actor: Actor, premises_id: int, members: Sequence[StaffDraft], source: str = "console"
) -> StaffReport:
    """Add people to a roster or correct what is known of them; known and unchanged ones stay.

    Somebody is known by the ID number, else by name and phone. A line that cannot be stored is refused
    alone, with its reason in the report.
    """
    gate.require(actor, permissions.PUT_STAFF)
    row = queries.premises_for(actor, premises_id, lock=True)
    report, seen = StaffReport(), dict[bytes, int]()
    good: dict[bytes, StaffDraft] = {}
    for at, draft in enumerate(members, 1):
        member, no = _normal(draft), draft.row_no or at
        key = crypto.blind_index("staff", rules.person_key(member.name, member.id_no, member.phone))
        if fault := _fault(member):
            report.refused.append((no, fault))
        elif key in seen:
            report.refused.append((no, f"与第{seen[key]}行重复"))
        else:
            seen[key], good[key] = no, member
    known = {
        bytes(m.person_index): m
        for m in StaffMember.objects.filter(premises=row, valid_to__isnull=True, person_index__in=list(good))
    }
    fresh = [_member(row, key, m, source) for key, m in good.items() if key not in known]
    StaffMember.objects.bulk_create(fresh, batch_size=1000)
    report.added = len(fresh)
    changed = [m for key, m in known.items() if _renewed(m, good[key])]
    StaffMember.objects.bulk_update(changed, ["phone_sealed", "phone_index", "position"], batch_size=500)
    report.updated = len(changed)
    report.unchanged = len(known) - len(changed)
    audit.record(
        actor,
        "premises.staff.put",
        subject=subject(queries.KIND, row.pk),
        data={"added": report.added, "updated": report.updated, "refused": len(report.refused)},
    )
    return report


def _normal(draft: StaffDraft) -> StaffDraft:
    return StaffDraft(
        name=rules.normal_name(draft.name),
        id_no=rules.normal_code(draft.id_no),
        phone=rules.normal_phone(draft.phone),
        position=draft.position.strip(),
        valid_from=draft.valid_from,
    )


def _fault(member: StaffDraft) -> str:
    if not member.name:
        return "姓名为空"
    if len(member.name) > 40 or len(member.position) > 40:
        return "姓名或岗位超过40字"
    return rules.id_no_fault(member.id_no) or rules.phone_fault(member.phone)


def _member(row: Premises, key: bytes, member: StaffDraft, source: str) -> StaffMember:
    return StaffMember(
        premises=row,
        name_sealed=crypto.seal("name", member.name),
        id_no_sealed=crypto.seal("id_no", member.id_no),
        id_no_index=crypto.blind_index("id_no", member.id_no),
        phone_sealed=crypto.seal("phone", member.phone),
        phone_index=crypto.blind_index("phone", member.phone),
        person_index=key,
        position=member.position,
        valid_from=member.valid_from or clock.today(),
        source=source,
    )


def _renewed(known: StaffMember, given: StaffDraft) -> bool:
    """Take over what the file knows better; empty cells say nothing. Whether something changed."""
    hashed = crypto.blind_index("phone", given.phone)
    new_phone = bool(given.phone) and bytes(known.phone_index) != hashed
    new_position = bool(given.position) and known.position != given.position
    if new_phone:
        known.phone_sealed, known.phone_index = crypto.seal("phone", given.phone), hashed
    if new_position:
        known.position = given.position
    return new_phone or new_position


@transaction.atomic
def end_staff(*, actor: Actor, premises_id: int, staff_id: int, day: date | None = None) -> None:
    """Somebody works there no more, from ``day`` (today) on."""
    gate.require(actor, permissions.PUT_STAFF)
    row = queries.premises_for(actor, premises_id)
    member = StaffMember.objects.filter(pk=staff_id, premises=row, valid_to__isnull=True).first()
    if member is None:
        raise NotFound
    last = day or clock.today()
    if last < member.valid_from:
        raise Invalid.field("day", "离岗日期不能早于到岗日期")
    StaffMember.objects.filter(pk=member.pk).update(valid_to=last)
    audit.record(
        actor, "premises.staff.ended", subject=subject(queries.KIND, row.pk), data={"staff": staff_id}
    )


@transaction.atomic
def reveal_staff(*, actor: Actor, premises_id: int, staff_id: int, purpose: str) -> RevealedStaff:
    """Somebody of a roster, unmasked; one person at a time, with a purpose, written down."""
    gate.require(actor, permissions.REVEAL_STAFF)
    row = queries.premises_for(actor, premises_id)
    member = StaffMember.objects.filter(pk=staff_id, premises=row).first()
    if member is None:
        raise NotFound
    audit.reveal(actor, subject=subject(queries.KIND, row.pk), field=f"staff.{staff_id}", purpose=purpose)
    return RevealedStaff(
        crypto.unseal("name", member.name_sealed),
        crypto.unseal("id_no", member.id_no_sealed),
        crypto.unseal("phone", member.phone_sealed),
    )


@transaction.atomic
def erase_former_people(*, most: int = 5000) -> int:
    """Erase contacts and staff who ended more than 90 days ago; returns how many. Idempotent."""
    before = date.fromordinal(clock.today().toordinal() - KEEP_FORMER_DAYS)
    erased = 0
    for model in (Contact, StaffMember):
        old = list(
            model.objects.filter(valid_to__lt=before).order_by("valid_to").values_list("pk", flat=True)[:most]
        )
        erased += model.objects.filter(pk__in=old).delete()[0]
    return erased
