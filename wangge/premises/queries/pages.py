"""One premises with everything its page shows: record, steps, contacts, roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from wangge.kit import crypto, paging, permissions
from wangge.kit.actor import Actor
from wangge.premises import permissions as verbs
from wangge.premises import rules
from wangge.premises.models import Contact, Premises, PremisesMove, StaffMember
from wangge.premises.queries.cards import masked
from wangge.premises.queries.scope import premises_for
from wangge.premises.states import LABELS, PREMISES, TONES
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact; the number masked."""

    id: int
    role: str
    role_label: str
    name: str
    phone_masked: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Somebody on the roster; everything personal masked."""

    id: int
    name_masked: str
    id_no_masked: str
    phone_masked: str
    position: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One step of a premises."""

    name: str
    label: str
    target_label: str
    by_label: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """The record of a premises as console and phone show it."""

    id: int
    kind: str
    kind_label: str
    name: str
    short_name: str
    credit_code: str
    industry: str
    industry_label: str
    above_scale: bool
    address: str
    lon: float | None
    lat: float | None
    town_id: int
    town_name: str
    village_id: int | None
    village_name: str
    grid_id: int | None
    grid_name: str
    dedicated_grid_id: int | None
    staff_total: int
    status: str
    status_label: str
    status_tone: str
    moves: tuple[str, ...]
    version: int
    source: str
    created_at: datetime
    created_by_label: str
    changed_at: datetime


def record(row: Premises) -> Record:
    """A row with the names of its areas."""
    deepest = row.grid_id or row.village_id or row.town_id
    names = dict(zip(("town", "village", "grid"), territory.area(deepest).path_names[1:], strict=False))
    return Record(
        id=row.pk,
        kind=row.kind,
        kind_label=rules.KINDS[row.kind],
        name=row.name,
        short_name=row.short_name,
        credit_code=row.credit_code,
        industry=row.industry,
        industry_label=rules.INDUSTRIES.get(row.industry, ""),
        above_scale=row.above_scale,
        address=row.address,
        lon=row.lon,
        lat=row.lat,
        town_id=row.town_id,
        town_name=names.get("town", ""),
        village_id=row.village_id,
        village_name=names.get("village", ""),
        grid_id=row.grid_id,
        grid_name=names.get("grid", ""),
        dedicated_grid_id=row.dedicated_grid_id,
        staff_total=row.staff_total,
        status=row.status,
        status_label=LABELS[row.status],
        status_tone=TONES[row.status],
        moves=PREMISES.allowed(row.status),
        version=row.version,
        source=row.source,
        created_at=row.created_at,
        created_by_label=row.created_by_label,
        changed_at=row.changed_at,
    )


def record_for(actor: Actor, premises_id: int) -> Record:
    """The record of a premises in scope."""
    permissions.require(actor, verbs.SEE)
    return record(premises_for(actor, premises_id))


def moves_of(actor: Actor, premises_id: int) -> list[MoveRow]:
    """The steps of a premises, newest first."""
    permissions.require(actor, verbs.SEE)
    row = premises_for(actor, premises_id)
    labels = {"register": "登记", **PREMISES.move_labels}
    return [
        MoveRow(m.name, labels.get(m.name, m.name), LABELS[m.target], m.by_label, m.at, m.reason)
        for m in PremisesMove.objects.filter(row=row).order_by("-id")[:50]
    ]


def contacts_of(actor: Actor, premises_id: int) -> list[ContactRow]:
    """Who answers there now, numbers masked."""
    permissions.require(actor, verbs.SEE)
    row = premises_for(actor, premises_id)
    order = list(rules.CONTACT_ROLES)
    found = [
        ContactRow(c.pk, c.role, rules.CONTACT_ROLES[c.role], c.name, masked(c.phone_sealed), c.valid_from)
        for c in Contact.objects.filter(premises=row, valid_to__isnull=True)
    ]
    return sorted(found, key=lambda c: order.index(c.role))


def staff_of(
    actor: Actor, premises_id: int, *, former: bool = False, cursor: str = "", limit: int = 50
) -> paging.Page[StaffRow]:
    """The roster of a premises in the order of entry, everything personal masked."""
    permissions.require(actor, verbs.SEE_STAFF)
    limit = paging.checked_limit(limit)
    row = premises_for(actor, premises_id)
    rows = StaffMember.objects.filter(premises=row, valid_to__isnull=not former)
    if cursor:
        rows = rows.filter(pk__gt=int(paging.decode(cursor, 1)[0]))
    found = list(rows.order_by("id")[: limit + 1])
    more = paging.encode(found[limit - 1].pk) if len(found) > limit else None
    return paging.Page([_staff(member) for member in found[:limit]], more)


def _staff(member: StaffMember) -> StaffRow:
    return StaffRow(
        id=member.pk,
        name_masked=crypto.mask_name(crypto.unseal("name", member.name_sealed)),
        id_no_masked=crypto.mask_id_no(crypto.unseal("id_no", member.id_no_sealed)),
        phone_masked=masked(member.phone_sealed),
        position=member.position,
        valid_from=member.valid_from,
        valid_to=member.valid_to,
    )


def staff_counts(ids: list[int]) -> dict[int, int]:
    """How many people stand on the roster of each premises; those without one are left out."""
    found: dict[int, int] = {}
    rows = StaffMember.objects.filter(premises_id__in=ids, valid_to__isnull=True)
    for premises_id in rows.values_list("premises_id", flat=True):
        found[premises_id] = found.get(premises_id, 0) + 1
    return found
