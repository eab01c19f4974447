"""What a phone may ask of patrol when it comes back: each calls the same service as every other door."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from wangge.kit.actor import Actor
from wangge.kit.commands import Answer, Envelope, command
from wangge.kit.errors import BusinessError
from wangge.patrol import queries, services
from wangge.patrol.models import Event, Visit
from wangge.patrol.rules import TrackPoint


class Body(msgspec.Struct, kw_only=True):
    """What every body may say: the clock of the device itself, so that its drift can be shown."""

    device_time: datetime | None = None


def capture(envelope: Envelope, body: Body) -> services.Capture:
    """The circumstances of a command."""
    return services.Capture(
        client_id=envelope.id,
        at=envelope.at,
        device_time=body.device_time,
        received_at=envelope.received_at,
        device_id=envelope.device_id,
    )


class StartRound(Body):
    """A round begins; ``grid_id`` only for an administrator's phone."""

    grid_id: int | None = None


@command("patrol.start_round", StartRound)
def start_round(actor: Actor, envelope: Envelope, body: StartRound) -> Answer:
    """The command's id is the round's client id."""
    row = services.start_round(actor=actor, capture_=capture(envelope, body), grid_id=body.grid_id)
    return {"id": row.pk}


class EndRound(Body):
    """``track`` is ``[[lon, lat, second, accuracy], …]``, thinned; ``round_id`` the id of the start."""

    round_id: UUID
    started_at: datetime
    track: list[tuple[float, float, int, float]] = msgspec.field(default_factory=list)
    note: str = ""
    grid_id: int | None = None


@command("patrol.end_round", EndRound)
def end_round(actor: Actor, envelope: Envelope, body: EndRound) -> Answer:
    """What the track proves goes back to the phone."""
    end = services.RoundEnd(
        round_id=body.round_id,
        started_at=body.started_at,
        track=[TrackPoint(*p) for p in body.track],
        note=body.note,
        grid_id=body.grid_id,
    )
    row = services.end_round(actor=actor, end=end, capture_=capture(envelope, body))
    return {"id": row.pk, "distance": row.distance, "seconds": row.inside_seconds}


class CheckInBody(Body):
    """Where the phone thinks it is, how long it stayed."""

    point_id: int
    lon: float
    lat: float
    accuracy: float
    dwell_seconds: int = 0
    round_id: UUID | None = None


@command("patrol.check_in", CheckInBody)
def check_in(actor: Actor, envelope: Envelope, body: CheckInBody) -> Answer:
    """Whether it counts, and why not, goes back to the phone."""
    draft = services.CheckInDraft(
        point_id=body.point_id,
        lon=body.lon,
        lat=body.lat,
        accuracy=body.accuracy,
        dwell_seconds=body.dwell_seconds,
        round_id=body.round_id,
    )
    row = services.check_in(actor=actor, draft=draft, capture_=capture(envelope, body))
    return {"id": row.pk, "counts": row.counts, "reason": row.reason, "distance": row.distance}


class VisitBody(Body):
    """One visit; ``photo`` is the client id of the picture of a refusal."""

    target_kind: str
    target_id: int
    result: str
    target_label: str = ""
    topic: str = ""
    note: str = ""
    photo: UUID | None = None
    lon: float | None = None
    lat: float | None = None
    accuracy: float | None = None
    round_id: UUID | None = None


def visit(body: VisitBody) -> services.VisitDraft:
    """The draft of a body."""
    values = {f: getattr(body, f) for f in body.__struct_fields__ if f != "device_time"}
    return services.VisitDraft(**values)


def visited(row: Visit) -> Answer:
    """What the phone should know of a visit."""
    return {"id": row.pk, "believed": row.believed}


def record_many(actor: Actor, run: Sequence[tuple[Envelope, Any]]) -> list[Answer | Exception]:
    """A day's visits in one go."""
    drafts = [(visit(body), capture(envelope, body)) for envelope, body in run]
    answers = services.record_visits(actor=actor, visits=drafts)
    return [a if isinstance(a, BusinessError) else visited(a) for a in answers]


@command("patrol.record_visit", VisitBody, many=record_many)
def record_visit(actor: Actor, envelope: Envelope, body: VisitBody) -> Answer:
    """One visit."""
    return visited(services.record_visit(actor=actor, draft=visit(body), capture_=capture(envelope, body)))


class PictureBody(msgspec.Struct):
    """A file by client id; ``role`` before, after, voice or extra; ``digest`` hex SHA-256."""

    client_id: UUID
    role: str
    digest: str = ""


def pictures(bodies: Sequence[PictureBody]) -> tuple[services.Picture, ...]:
    """The pictures of a body."""
    return tuple(services.Picture(p.client_id, p.role, p.digest) for p in bodies)


class FindingBody(Body):
    """A finding, reported or handled at once."""

    class_code: str
    title: str
    description: str = ""
    level: str = "general"
    urgent: bool = False
    address: str = ""
    lon: float | None = None
    lat: float | None = None
    accuracy: float | None = None
    grid_id: int | None = None
    occurred_at: datetime | None = None
    round_id: UUID | None = None
    self_handled: bool = False
    handling: str = ""
    pictures: list[PictureBody] = msgspec.field(default_factory=list)


@command("patrol.report_finding", FindingBody)
def report_finding(actor: Actor, envelope: Envelope, body: FindingBody) -> Answer:
    """The number, and open events nearby that may be the same thing."""
    plain = {f: getattr(body, f) for f in body.__struct_fields__ if f not in ("device_time", "pictures")}
    draft = services.FindingDraft(**plain, pictures=pictures(body.pictures))
    event = services.report_finding(actor=actor, draft=draft, capture=capture(envelope, body))
    doubles = queries.duplicates(
        actor, event.class_code, event.lon, event.lat, event.grid_id, without=event.pk, at=event.received_at
    )
    return moved(event) | {"doubles": [{"id": d.id, "no": d.no, "metres": d.metres} for d in doubles]}


def moved(event: Event) -> Answer:
    """What the phone should know of an event."""
    return {"id": event.pk, "no": event.no, "status": event.status, "version": event.version}


class HandlingBody(Body):
    """What was done about an event. ``event`` is its id, or the command id of a report still on its way."""

    handling: str
    event: int | None = None
    reported: UUID | None = None
    pictures: list[PictureBody] = msgspec.field(default_factory=list)


def event_id(actor: Actor, body: HandlingBody) -> int:
    """The event a body means."""
    return queries.event_named(actor, body.event, body.reported)


@command("patrol.handle_self", HandlingBody)
def handle_self(actor: Actor, envelope: Envelope, body: HandlingBody) -> Answer:
    """A reported small thing was put right by its reporter."""
    del envelope
    event = services.handle_self(
        actor=actor,
        event_id=event_id(actor, body),
        handling=body.handling,
        pictures=pictures(body.pictures),
    )
    return moved(event)


@command("patrol.feed_back", HandlingBody)
def feed_back(actor: Actor, envelope: Envelope, body: HandlingBody) -> Answer:
    """The grid's own worker has done what was dispatched to the grid."""
    del envelope
    event = services.feed_back(
        actor=actor,
        event_id=event_id(actor, body),
        handling=body.handling,
        pictures=pictures(body.pictures),
    )
    return moved(event)


class SignBody(Body):
    """Which event is signed for."""

    event: int


@command("patrol.sign", SignBody)
def sign(actor: Actor, envelope: Envelope, body: SignBody) -> Answer:
    """The grid's own worker takes it in hand."""
    del envelope
    return moved(services.sign_event(actor=actor, event_id=body.event))


class NoticeBody(Body):
    """A notice handed over; sealed on the phone, because it names somebody."""

    kind_id: int
    place: str
    served_to: str = ""
    target_kind: str = "place"
    target_id: int | None = None
    refused: bool = False
    signature: UUID | None = None
    photo: UUID | None = None
    note: str = ""
    lon: float | None = None
    lat: float | None = None
    round_id: UUID | None = None


@command("patrol.serve_notice", NoticeBody)
def serve_notice(actor: Actor, envelope: Envelope, body: NoticeBody) -> Answer:
    """The number of the served notice."""
    plain = {f: getattr(body, f) for f in body.__struct_fields__ if f != "device_time"}
    draft = services.NoticeDraft(**plain)
    row = services.serve_notice(actor=actor, draft=draft, capture_=capture(envelope, body))
    return {"id": row.pk, "no": row.no}
