"""What phones ask for: parse, call the same services as every other door."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from wangge.kit.actor import Actor
from wangge.kit.commands import Answer, Envelope, command
from wangge.kit.errors import BusinessError
from wangge.residents import services
from wangge.residents.services import CallDraft, Correction, Journey, Origin, PersonDraft, PhoneDraft


class PhoneBody(msgspec.Struct, kw_only=True):
    """A number and whose it is."""

    number: str
    kind: str = "own"
    holder: str = ""

    def draft(self) -> PhoneDraft:
        """As the services take it."""
        return PhoneDraft(self.number, self.kind, self.holder)


class ArrivalBody(msgspec.Struct, kw_only=True):
    """信息采集登记; always sealed. ``area_id`` defaults to the grid of the post."""

    kind: str
    name: str
    id_no: str = ""
    id_type: str = "id_card"
    sex: str = ""
    nationality: str = "CHN"
    hukou_code: str = ""
    phones: list[PhoneBody] = []
    no_smartphone: bool = False
    preferred_contact: str = "phone"
    address: str
    area_id: int | None = None
    from_place: str
    from_code: str = ""
    last_left_on: date | None = None
    transport: str = "other"
    transport_no: str = ""
    arrived_on: date
    symptoms: list[str] = []
    temperature: float | None = None
    risk_travel: bool = False
    declared_by: str = "worker"
    declarer: str = ""
    note: str = ""


class CorrectionBody(msgspec.Struct, kw_only=True):
    """纠错 of the version the phone holds; only the named ``fields`` change. Sealed when it holds numbers."""

    person_id: int
    version: int
    fields: dict[str, Any] = {}
    add_phones: list[PhoneBody] = []
    drop_phones: list[int] = []
    care: list[str] | None = None


class CallBody(msgspec.Struct, kw_only=True):
    """A call and what became of it; no number in it, only the number's id."""

    person_id: int
    outcome: str
    called_at: datetime
    phone_id: int | None = None
    seconds: int = 0
    note: str = ""


def origin_of(envelope: Envelope) -> Origin:
    """Where a command comes from."""
    return Origin("phone", f"command:{envelope.id}", envelope.at, envelope.id)


@command("residents.register_arrival", ArrivalBody)
def register_arrival(actor: Actor, envelope: Envelope, body: ArrivalBody) -> Answer:
    """Register somebody who came from elsewhere; answers the ids of registration and person."""
    person = PersonDraft(
        name=body.name,
        id_no=body.id_no,
        id_type=body.id_type,
        sex=body.sex,
        nationality=body.nationality,
        hukou_code=body.hukou_code,
        address=body.address,
        area_id=body.area_id,
        no_smartphone=body.no_smartphone,
        preferred_contact=body.preferred_contact,
        phones=tuple(p.draft() for p in body.phones),
    )
    journey = Journey(
        kind=body.kind,
        from_place=body.from_place,
        arrived_on=body.arrived_on,
        from_code=body.from_code,
        last_left_on=body.last_left_on,
        transport=body.transport,
        transport_no=body.transport_no,
        symptoms=tuple(body.symptoms),
        temperature=body.temperature,
        risk_travel=body.risk_travel,
        declared_by=body.declared_by,
        declarer=body.declarer,
        note=body.note,
    )
    done = services.register_arrival(actor=actor, person=person, journey=journey, origin=origin_of(envelope))
    return {"registration_id": done.pk, "person_id": done.person_id}


@command("residents.correct_person", CorrectionBody)
def correct_person(actor: Actor, envelope: Envelope, body: CorrectionBody) -> Answer:
    """Correct a person; a stale version shows both."""
    fields = dict(body.fields)
    if isinstance(fields.get("birthday"), str):
        fields["birthday"] = msgspec.convert(fields["birthday"], date | None) if fields["birthday"] else None
    correction = Correction(
        fields=fields,
        add_phones=tuple(p.draft() for p in body.add_phones),
        drop_phones=tuple(body.drop_phones),
        care=tuple(body.care) if body.care is not None else None,
    )
    person = services.correct_person(
        actor=actor,
        person_id=body.person_id,
        version=body.version,
        correction=correction,
        origin=origin_of(envelope),
    )
    return {"person_id": person.pk, "version": person.version}


def _call(body: CallBody) -> CallDraft:
    return CallDraft(body.person_id, body.outcome, body.called_at, body.phone_id, body.seconds, body.note)


def log_calls(actor: Actor, items: Sequence[tuple[Envelope, Any]]) -> list[Answer | Exception]:
    """A day's calls at once."""
    calls = [(_call(body), origin_of(envelope)) for envelope, body in items]
    answers = services.log_calls(actor=actor, calls=calls)
    return [a if isinstance(a, BusinessError) else {"call_id": a.pk} for a in answers]


@command("residents.log_call", CallBody, many=log_calls)
def log_call(actor: Actor, envelope: Envelope, body: CallBody) -> Answer:
    """A call to somebody of the own grid."""
    done = services.log_call(actor=actor, call=_call(body), origin=origin_of(envelope))
    return {"call_id": done.pk}
