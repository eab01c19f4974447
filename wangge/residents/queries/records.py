"""Registrations, provenance, calls, looks, loads: what happened around people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from wangge.audit import queries as audit
from wangge.kit import paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound
from wangge.kit.subjects import subject
from wangge.residents import permissions, rules
from wangge.residents.models import CallLog, Erasure, ImportBatch, Merge, Person, Provenance, RefusedRow
from wangge.residents.models import Registration as RegistrationTable
from wangge.residents.queries.people import PersonRow, rows_of
from wangge.residents.queries.scope import (
    KIND,
    household_for,
    people_visible_to,
    person_for,
    registration_for,
    registrations_visible_to,
)
from wangge.territory import queries as territory

LOOKED = "residents.person.seen"


@dataclass(frozen=True, slots=True)
class RegistrationFilter:
    """What to look for; empty means any. ``arrived_to`` is included."""

    kind: str = ""
    area_id: int | None = None
    from_code: str = ""
    arrived_from: date | None = None
    arrived_to: date | None = None
    symptoms: bool = False
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """One registration with the person it is about, masked."""

    id: int
    kind: str
    kind_label: str
    person: PersonRow | None
    from_code: str
    from_place: str
    last_left_on: date | None
    transport: str
    transport_label: str
    transport_no: str
    arrived_on: date
    address: str
    place: str
    symptoms: list[str]
    symptom_labels: list[str]
    temperature: float | None
    risk_travel: bool
    declared_by: str
    declared_by_label: str
    declarer: str
    note: str
    source_label: str
    by_label: str
    collected_at: datetime
    received_at: datetime
    expires_at: datetime


def registrations(
    actor: Actor, wanted: RegistrationFilter | None = None, cursor: str = "", limit: int = 50
) -> paging.Page[RegistrationRow]:
    """Registrations in scope, newest first, by keyset on the id."""
    gate.require(actor, permissions.SEE)
    wanted = wanted or RegistrationFilter()
    limit = paging.checked_limit(limit)
    rows = registrations_visible_to(actor)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.area_id:
        card = territory.area(wanted.area_id)
        if card.kind != "district":
            rows = rows.filter(**{f"{card.kind}_id": card.id})
    if wanted.from_code:
        rows = rows.filter(from_code__startswith=wanted.from_code)
    if wanted.arrived_from and wanted.arrived_to and wanted.arrived_from > wanted.arrived_to:
        raise Invalid.field("arrived_to", "结束日期不能早于开始日期")
    if wanted.arrived_from:
        rows = rows.filter(arrived_on__gte=wanted.arrived_from)
    if wanted.arrived_to:
        rows = rows.filter(arrived_on__lte=wanted.arrived_to)
    if wanted.symptoms:
        rows = rows.exclude(symptoms=[])
    if wanted.person_id:
        rows = rows.filter(person_id=wanted.person_id)
    if cursor:
        (last,) = paging.decode(cursor, 1)
        rows = rows.filter(pk__lt=int(last))
    found = list(rows.order_by("-pk")[: limit + 1])
    following = paging.encode(found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(registration_rows(actor, found[:limit]), following)


def registration_rows(actor: Actor, found: list[RegistrationTable]) -> list[RegistrationRow]:
    """Registrations as rows; who has moved out of the actor's area since is left blank."""
    people = people_visible_to(actor).filter(pk__in={r.person_id for r in found})
    by_id = {row.id: row for row in rows_of(list(people))}
    places = territory.place_names(r.place_id for r in found)
    return [_registration(r, by_id.get(r.person_id), places[r.place_id]) for r in found]


def _registration(r: RegistrationTable, person: PersonRow | None, place: str) -> RegistrationRow:
    return RegistrationRow(
        id=r.pk,
        kind=r.kind,
        kind_label=rules.ARRIVALS[r.kind],
        person=person,
        from_code=r.from_code,
        from_place=r.from_place,
        last_left_on=r.last_left_on,
        transport=r.transport,
        transport_label=rules.TRANSPORTS[r.transport],
        transport_no=r.transport_no,
        arrived_on=r.arrived_on,
        address=r.address,
        place=place,
        symptoms=list(r.symptoms),
        symptom_labels=[rules.SYMPTOMS.get(s, s) for s in r.symptoms],
        temperature=float(r.temperature) if r.temperature is not None else None,
        risk_travel=r.risk_travel,
        declared_by=r.declared_by,
        declared_by_label=rules.DECLARERS[r.declared_by],
        declarer=r.declarer,
        note=r.note,
        source_label=rules.SOURCES[r.data_source],
        by_label=r.by_label,
        collected_at=r.collected_at,
        received_at=r.received_at,
        expires_at=r.expires_at,
    )


def registration(actor: Actor, registration_id: int) -> RegistrationRow:
    """One registration in scope."""
    gate.require(actor, permissions.SEE)
    return registration_rows(actor, [registration_for(actor, registration_id)])[0]


@dataclass(frozen=True, slots=True)
class ProvenanceLine:
    """Who said what when; which fields, never the values."""

    id: int
    act: str
    act_label: str
    source_label: str
    ref: str
    fields: list[str]
    purpose_label: str
    by_label: str
    at: datetime


def provenance(actor: Actor, person_id: int) -> list[ProvenanceLine]:
    """The sources of a person's record, newest first: those of merged doubles too; at most a hundred."""
    gate.require(actor, permissions.SEE)
    person = person_for(actor, person_id)
    doubles = Person.objects.filter(merged_into=person).values_list("pk", flat=True)
    rows = Provenance.objects.filter(person_id__in=[person.pk, *doubles]).order_by("-id")[:100]
    return [_line(row) for row in rows]


def household_provenance(actor: Actor, household_id: int) -> list[ProvenanceLine]:
    """The sources of a household's record, newest first."""
    gate.require(actor, permissions.SEE)
    home = household_for(actor, household_id)
    return [_line(row) for row in Provenance.objects.filter(household=home).order_by("-id")[:100]]


def _line(row: Provenance) -> ProvenanceLine:
    return ProvenanceLine(
        id=row.pk,
        act=row.act,
        act_label=rules.ACTS[row.act],
        source_label=rules.SOURCES[row.source],
        ref=row.ref,
        fields=[rules.FIELDS.get(name, name) for name in row.fields],
        purpose_label=rules.label_of(row.purpose),
        by_label=row.by_label,
        at=row.at,
    )


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call to a person."""

    id: int
    outcome: str
    outcome_label: str
    called_at: datetime
    seconds: int
    note: str
    by_label: str


def calls(actor: Actor, person_id: int) -> list[CallLine]:
    """The newest fifty calls to a person."""
    gate.require(actor, permissions.SEE)
    person = person_for(actor, person_id)
    return [
        CallLine(c.pk, c.outcome, rules.OUTCOMES[c.outcome], c.called_at, c.seconds, c.note, c.by_label)
        for c in CallLog.objects.filter(person=person).order_by("-id")[:50]
    ]


def looks_at(actor: Actor, person_id: int, cursor: str = "", limit: int = 50) -> paging.Page[audit.EntryCard]:
    """谁看过: every recorded look at a person and every change of the record, newest first."""
    gate.require(actor, permissions.LOOKS)
    person = person_for(actor, person_id)
    return audit.entries_about(subject(KIND, person.pk), cursor, limit)


def merge_for(actor: Actor, merge_id: int) -> Merge:
    """A merge whose kept person is in scope; ``NotFound`` otherwise."""
    merge = Merge.objects.filter(pk=merge_id).first()
    if merge is None or not people_visible_to(actor).filter(pk=merge.kept_id).exists():
        raise NotFound
    return merge


def import_batches(actor: Actor) -> list[ImportBatch]:
    """The newest hundred loads: the own ones, for a district's desk all."""
    gate.require(actor, permissions.IMPORT)
    rows = ImportBatch.objects.order_by("-id")
    return list((rows if actor.district_wide else rows.filter(post_id=actor.post_id))[:100])


def import_batch(actor: Actor, batch_id: int) -> ImportBatch:
    """The report of one load; ``NotFound`` when there is none, or it is another post's."""
    gate.require(actor, permissions.IMPORT)
    batch = ImportBatch.objects.filter(pk=batch_id).first()
    if batch is None or not (actor.district_wide or batch.post_id == actor.post_id):
        raise NotFound
    return batch


def refusals(actor: Actor, batch_id: int, most: int = 200) -> list[tuple[int, str]]:
    """Row numbers and reasons of refused rows, without their cells."""
    batch = import_batch(actor, batch_id)
    return list(
        RefusedRow.objects.filter(batch=batch).order_by("row_no").values_list("row_no", "reason")[:most]
    )


def erasures(actor: Actor, cursor: str = "", limit: int = 50) -> paging.Page[Erasure]:
    """Evidence of what was erased, newest first."""
    gate.require(actor, permissions.ERASURES)
    limit = paging.checked_limit(limit)
    rows = Erasure.objects.order_by("-pk")
    if cursor:
        (last,) = paging.decode(cursor, 1)
        rows = rows.filter(pk__lt=int(last))
    found = list(rows[: limit + 1])
    return paging.Page(found[:limit], paging.encode(found[limit - 1].pk) if len(found) > limit else None)
