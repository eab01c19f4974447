"""What comes in and goes out about events. Names begin with the noun: contracts know shapes by name."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from wangge.patrol import queries, rules, services
from wangge.patrol.models import Event
from wangge.patrol.states import EVENT


class EventRowOut(Schema):
    """One line of a list; ``due_at`` is the deadline that runs now."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    step: int
    class_code: str
    class_path: str
    level: str
    level_label: str
    urgent: bool
    self_handled: bool
    grid: str
    grid_id: int
    town: str
    agency: str
    reporter: str
    at: datetime
    received_at: datetime
    due_at: datetime | None
    late: bool
    returns: int
    redo_count: int
    joins: int
    version: int


class EventListOut(Schema):
    """A page of a list; no totals."""

    items: list[EventRowOut]
    next_cursor: str | None


class EventBriefOut(Schema):
    """An event after a move."""

    id: int
    no: str
    status: str
    status_label: str
    tone: str
    version: int


def brief(event: Event) -> EventBriefOut:
    """An event after a move."""
    return EventBriefOut(
        id=event.pk,
        no=event.no,
        status=event.status,
        status_label=EVENT.labels[event.status],
        tone=EVENT.tones[event.status],
        version=event.version,
    )


class BoardColumnOut(Schema):
    """Open events of one state."""

    status: str
    label: str
    tone: str
    step: int
    step_label: str
    count: int
    late: int


class EventMoveOut(Schema):
    """A move that may be tried now."""

    name: str
    label: str


class EventStepOut(Schema):
    """One of the seven steps; ``seconds`` since the step before."""

    number: int
    name: str
    at: datetime | None
    by: str
    seconds: int | None


class EventClockOut(Schema):
    """A clock in short; its minutes are explained by its own address."""

    id: int
    kind: str
    kind_label: str
    calendar: str
    state: str
    state_label: str
    tone: str
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None
    allowed_minutes: int
    rule_text: str


class SameOut(Schema):
    """Another event with the very same picture, or joined with this one."""

    id: int
    no: str
    title: str = ""


class PictureOut(Schema):
    """A picture or voice note; without ``url`` it is still on the phone."""

    role: str
    role_label: str
    client_id: str
    url: str
    mime: str
    by_label: str
    at: datetime
    same_as: list[SameOut]


class DoubleOut(Schema):
    """An open event that may be the same thing, ``metres`` away."""

    id: int
    no: str
    title: str
    status_label: str
    tone: str
    metres: int
    reported_at: datetime
    reporter: str


class EventPageOut(Schema):
    """Everything the event page shows."""

    id: int
    no: str
    version: int
    title: str
    description: str
    status: str
    status_label: str
    tone: str
    step: int
    step_label: str
    class_code: str
    class_path: str
    level: str
    level_label: str
    urgent: bool
    source_label: str
    self_handled: bool
    place: list[str]
    grid_id: int
    address: str
    lon: float | None
    lat: float | None
    accuracy: float | None
    reporter: str
    occurred_at: datetime
    at: datetime
    received_at: datetime
    agency: str
    agency_id: int | None
    with_grid: bool
    due_at: datetime | None
    late: bool
    returns: int
    redo_count: int
    urges: int
    handling: str
    verification: str
    verification_label: str
    verify_text: str
    verifier: str
    score: int | None
    rating_text: str
    joined_into: int | None
    joined: list[SameOut]
    moves: list[EventMoveOut]
    steps: list[EventStepOut]
    clocks: list[EventClockOut]
    pictures: list[PictureOut]
    doubles: list[DoubleOut]
    warnings: list[str]


_PLAIN = (
    "no", "version", "title", "description", "status", "class_code", "level", "urgent", "self_handled",
    "grid_id", "address", "lon", "lat", "accuracy", "occurred_at", "at", "received_at", "agency_id",
    "with_grid", "returns", "redo_count", "urges", "handling", "verification", "verify_text", "score",
    "rating_text",
)  # fmt: skip


def page(found: queries.EventPage) -> EventPageOut:
    """The page of an event."""
    event = found.event
    return EventPageOut(
        id=event.pk,
        **{name: getattr(event, name) for name in _PLAIN},
        status_label=found.status_label,
        tone=found.tone,
        step=found.step,
        step_label=found.step_label,
        class_path=found.class_path,
        level_label=found.level_label,
        source_label=rules.SOURCES[event.source],
        place=list(found.place),
        reporter=event.by_label,
        agency=found.agency,
        due_at=found.due_at,
        late=found.late,
        verification_label=rules.VERIFICATIONS[event.verification],
        verifier=event.verifier_label,
        joined_into=event.joined_into_id,
        joined=[SameOut(id=pk, no=no, title=title) for pk, no, title in found.joined],
        moves=[EventMoveOut(name=m.name, label=m.label) for m in found.moves],
        steps=[EventStepOut(**_of(s)) for s in found.steps],
        clocks=[clock(c) for c in found.clocks],
        pictures=[picture(p) for p in found.pictures],
        doubles=[DoubleOut(**_of(d)) for d in found.doubles],
        warnings=list(found.warnings),
    )


def _of(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}


def clock(card: Any) -> EventClockOut:
    """A clock in short."""
    values = {name: getattr(card, name) for name in EventClockOut.model_fields if name != "allowed_minutes"}
    return EventClockOut(**values, allowed_minutes=card.allowed_seconds // 60)


def picture(view: Any) -> PictureOut:
    """A picture with its doubles."""
    values = _of(view) | {"same_as": [SameOut(id=pk, no=no) for pk, no in view.same_as]}
    return PictureOut(**values)


class EventTimelineOut(Schema):
    """One line of the story."""

    id: int
    at: datetime
    by_label: str
    action: str
    action_label: str
    note: str


class EventSegmentOut(Schema):
    """One stretch of a clock."""

    from_at: datetime = Field(alias="from")
    to_at: datetime = Field(alias="to")
    counted: bool
    minutes: int
    reason: str
    phase: str


class EventChangeOut(Schema):
    """What people did to a clock."""

    kind: str
    label: str
    at: datetime
    minutes: int
    by: str
    text: str


class EventStoryOut(Schema):
    """Every minute of a clock explained."""

    due_at: datetime
    allowed_minutes: int
    rule_text: str
    segments: list[EventSegmentOut]
    changes: list[EventChangeOut]
    notes: list[str]


class PictureIn(Schema):
    """A file by the id its maker gave it."""

    client_id: UUID
    role: str
    digest: str = Field("", max_length=64)

    def paper(self) -> services.Picture:
        """For the service."""
        return services.Picture(self.client_id, self.role, self.digest)


class FindingIn(Schema):
    """An event written down at a desk."""

    class_code: str = Field(max_length=40)
    title: str = Field(max_length=60)
    description: str = Field("", max_length=4000)
    level: str = "general"
    urgent: bool = False
    address: str = Field("", max_length=200)
    lon: float | None = None
    lat: float | None = None
    grid_id: int | None = None
    occurred_at: datetime | None = None
    source: str = ""

    def paper(self) -> services.FindingDraft:
        """For the service."""
        return services.FindingDraft(**self.dict())


class EstablishIn(Schema):
    """The desk may correct level, class and urgency when it establishes a case."""

    level: str = ""
    class_code: str = Field("", max_length=40)
    urgent: bool | None = None
    text: str = Field("", max_length=500)


class DispatchEventIn(Schema):
    """To an agency, or to the grid's own workers."""

    agency_id: int | None = None
    to_grid: bool = False
    note: str = Field("", max_length=500)


class EventTextIn(Schema):
    """Words."""

    text: str = Field("", max_length=1000)


class EventReasonIn(Schema):
    """A reason by code, and words."""

    reason_code: str = Field(max_length=20)
    text: str = Field(max_length=1000)


class EventDecisionIn(Schema):
    """Yes or no, and why."""

    approved: bool
    text: str = Field("", max_length=1000)


class HandlingIn(Schema):
    """What was done."""

    handling: str = Field(max_length=2000)
    pictures: list[PictureIn] = Field(default_factory=list, max_length=12)


class VerifyIn(Schema):
    """Whether it is put right."""

    passed: bool
    text: str = Field("", max_length=1000)


class RateIn(Schema):
    """1–5."""

    score: int
    text: str = Field("", max_length=500)


class JoinIn(Schema):
    """Into which open event of the same grid."""

    into_id: int
    text: str = Field("", max_length=500)
