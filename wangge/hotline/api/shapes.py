"""What goes out: lists, pages, boards. Personal data only masked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from wangge.hotline import queries
from wangge.hotline.models import Disposal, Ticket
from wangge.hotline.states import TICKET


class TicketRowOut(Schema):
    """One line of a list; ``remaining_minutes`` runs negative when late."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    channel: str
    kind: str
    urgency: str
    topic: str
    town: str
    town_id: int | None
    agency: str
    agency_id: int | None
    received_at: datetime
    due_at: datetime | None
    remaining_minutes: int | None
    late: bool
    returns: int
    redo_count: int
    follows: int
    urges: int
    supervised: bool
    confidential: bool
    excluded: bool
    caller_masked: str
    version: int


class TicketListOut(Schema):
    """A page of a list; no totals."""

    items: list[TicketRowOut]
    next_cursor: str | None


class TicketBriefOut(Schema):
    """A ticket after a move: what the desk needs to go on without reading the page again."""

    id: int
    no: str
    status: str
    status_label: str
    tone: str
    version: int


class CallerOut(Schema):
    """The caller, masked; empty when ``hidden``."""

    hidden: bool
    caller_type: str
    name: str
    caller_no: str
    contact_no: str
    has_id_no: bool
    may_reveal: bool


class FollowerOut(Schema):
    """A further caller in the clear, for one look."""

    name: str
    number: str


class RevealedOut(Schema):
    """A caller in the clear, for one look."""

    name: str
    caller_no: str
    contact_no: str
    id_no: str
    followers: list[FollowerOut]


class MoveOut(Schema):
    """A move that may be tried now."""

    name: str
    label: str


class UnitOut(Schema):
    """An agency's part."""

    assignment_id: int
    agency_id: int
    agency: str
    duty: str
    duty_label: str
    status: str
    status_label: str
    tone: str
    assigned_at: datetime
    signed_at: datetime | None
    submitted_at: datetime | None
    ended_at: datetime | None
    mine: bool


class ClockOut(Schema):
    """A clock in short."""

    id: int
    kind: str
    kind_label: str
    calendar: str
    state: str
    state_label: str
    tone: str
    assignment_id: int | None
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None
    allowed_minutes: int
    rule_text: str


class RequestOut(Schema):
    """A request and its decision."""

    id: int
    kind: str
    agency_id: int | None
    reason_code: str
    text: str
    work_days: int | None
    status: str
    applicant_label: str
    asked_at: datetime
    approver_label: str
    decision_text: str
    decided_at: datetime | None


class DisposalOut(Schema):
    """What a unit did: internal note and public reply are two fields."""

    id: int
    agency_id: int | None
    agency: str
    round: int
    factual: bool | None
    beyond_duty: bool
    application_type: str
    contacted: bool
    contacted_at: datetime | None
    solved: bool
    unsolved_reason: str
    internal_note: str
    public_reply: str
    by_label: str
    at: datetime

    @staticmethod
    def resolve_agency(paper: Disposal) -> str:
        """The agency's name; it was read with the disposal."""
        return paper.agency.name if paper.agency else ""


class CallbackOut(Schema):
    """One call-back."""

    id: int
    round: int
    reached: bool
    failed_reason: str
    solved: str
    satisfaction: str
    unit_satisfaction: str
    operator_satisfaction: str
    fit: str
    citizen_words: str
    by_label: str
    at: datetime


class SupervisionOut(Schema):
    """One urging or supervision."""

    id: int
    kind: str
    agency_id: int | None
    text: str
    by_label: str
    at: datetime


class FollowOut(Schema):
    """A further call."""

    id: int
    channel: str
    caller: str
    number: str
    words: str
    wants_callback: bool
    by_label: str
    at: datetime


class TicketAttachmentOut(Schema):
    """An attachment; ``url`` serves it through the ticket's own gate."""

    id: int
    kind: str
    name: str
    mime: str
    size: int
    status: str
    by_label: str
    at: datetime
    url: str


class RelatedOut(Schema):
    """Another ticket of the same story."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    relation: str


class TicketPageOut(Schema):
    """The whole ticket page; the ``ETag`` header carries ``version``."""

    id: int
    no: str
    city_no: str
    prov_no: str
    source: str
    external_no: str
    status: str
    status_label: str
    tone: str
    version: int
    open: bool
    channel: str
    source_level: str
    kind: str
    category_id: int | None
    category_path: str
    topic: str
    urgency: str
    title: str
    content: str
    confidential: bool
    caller: CallerOut
    address: str
    community: str
    poi: str
    area_id: int | None
    town_id: int | None
    place: list[str]
    lon: float | None
    lat: float | None
    received_at: datetime
    lead_agency_id: int | None
    lead_agency: str
    co_agency_ids: list[int]
    direct: bool
    three_way_with: str
    knowledge_ref: str
    detail_wanted: str
    internal_note: str
    public_reply: str
    refuse_code: str
    refuse_basis: str
    dispatched_at: datetime | None
    sign_due: datetime | None
    signed_at: datetime | None
    reply_due: datetime | None
    replied_at: datetime | None
    reviewed_at: datetime | None
    called_back_at: datetime | None
    closed_at: datetime | None
    due_at: datetime | None
    remaining_minutes: int | None
    late: bool
    sign_late: bool
    returns: int
    extensions: int
    suspensions: int
    redo_count: int
    urges: int
    supervised: bool
    callback_wanted: bool
    callback_attempts: int
    satisfaction: str
    unit_satisfaction: str
    operator_satisfaction: str
    solved: str
    fit: str
    excluded: bool
    moves: list[MoveOut]
    pending: dict[str, int]
    units: list[UnitOut]
    clocks: list[ClockOut]
    requests: list[RequestOut]
    disposals: list[DisposalOut]
    callbacks: list[CallbackOut]
    supervisions: list[SupervisionOut]
    follows: list[FollowOut]
    attachments: list[TicketAttachmentOut]
    related: list[RelatedOut]


_OF_PAGE = (
    "title", "content", "status_label", "tone", "due_at", "remaining_minutes", "late", "caller",
    "category_path", "lead_agency", "pending",
)  # fmt: skip
_LISTS = (
    "moves", "units", "clocks", "requests", "disposals", "callbacks", "supervisions", "follows",
    "attachments", "related", "place",
)  # fmt: skip


def page_out(page: queries.TicketPage) -> dict[str, Any]:
    """The page as the schema wants it: columns of the ticket, then what the query made of them."""
    ticket = page.ticket
    plain = {
        name: getattr(ticket, name)
        for name in TicketPageOut.model_fields
        if name not in _OF_PAGE and name not in _LISTS
    }
    made = {name: getattr(page, name) for name in _OF_PAGE}
    return plain | made | {name: list(getattr(page, name)) for name in _LISTS}


def brief(ticket: Ticket) -> TicketBriefOut:
    """A ticket after a move."""
    return TicketBriefOut(
        id=ticket.pk,
        no=ticket.no,
        status=ticket.status,
        status_label=TICKET.labels[ticket.status],
        tone=TICKET.tones[ticket.status],
        version=ticket.version,
    )


class TimelineOut(Schema):
    """One step."""

    id: int
    at: datetime
    by_label: str
    agency_id: int | None
    action: str
    action_label: str
    note: str
    public: bool


class SegmentOut(Schema):
    """A stretch of a clock's time ``[from, to)``, counted or not, and why."""

    from_at: datetime = Field(alias="from")
    to_at: datetime = Field(alias="to")
    counted: bool
    minutes: int
    seconds: int
    reason: str
    phase: str


class ClockChangeOut(Schema):
    """An extension, a pause, a resumption, a stop."""

    kind: str
    at: datetime
    minutes: int
    by: str
    text: str


class ClockStoryOut(Schema):
    """Every minute of a clock; ``remaining_minutes`` and ``late_minutes`` count on its own calendar."""

    clock: ClockOut
    segments: list[SegmentOut]
    changes: list[ClockChangeOut]
    notes: list[str]
    due_at: datetime
    remaining_minutes: int
    late_minutes: int


def story_out(story: Any) -> dict[str, Any]:
    """A clock's story as the schema wants it."""
    running = story.clock
    return {
        "clock": queries.clock_view(running),
        "segments": [
            {
                "from": s.start,
                "to": s.end,
                "counted": s.counted,
                "minutes": s.minutes,
                "phase": s.phase,
                "seconds": s.seconds,
                "reason": s.reason,
            }
            for s in story.segments
        ],
        "changes": [
            {"kind": c.kind, "at": c.at, "minutes": c.seconds // 60, "by": c.by_label, "text": c.text}
            for c in story.changes
        ],
        "notes": list(story.notes),
        "due_at": running.due_at,
        "remaining_minutes": running.remaining_seconds // 60,
        "late_minutes": running.late_seconds // 60,
    }


class ColumnOut(Schema):
    """One column of the board."""

    status: str
    label: str
    tone: str
    count: int
    urgent: int
    late: int
    pending_over_2h: int
    oldest_received_at: datetime | None


class BoardOut(Schema):
    """The board's counts."""

    columns: list[ColumnOut]
    open: int
    urgent: int
    late: int
    pending_over_2h: int
    as_of: datetime


class InboxRowOut(Schema):
    """A ticket in a unit's hands."""

    ticket: TicketRowOut
    assignment_id: int | None
    agency_id: int
    duty: str
    duty_label: str
    unit_due_at: datetime | None
    unit_remaining_minutes: int | None


class InboxOut(Schema):
    """A page of the inbox, what is late first."""

    items: list[InboxRowOut]
    next_cursor: str | None


class CallbackCardOut(Schema):
    """The next person to call."""

    ticket: TicketRowOut
    content: str
    public_reply: str
    unit_solved: bool | None
    attempts: int
    caller: CallerOut


class CallbackQueueOut(Schema):
    """A page of the call-back queue, longest waiting first."""

    items: list[CallbackCardOut]
    next_cursor: str | None


class PastTicketOut(Schema):
    """An earlier matter of a number."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    open: bool
    kind: str
    received_at: datetime
    public_reply: str
    followed: bool


class DuplicateOut(Schema):
    """A matter that may be the same, with the reasons."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    open: bool
    received_at: datetime
    follows: int
    score: float
    reasons: list[str]
    same_number: bool


class ProposedUnitOut(Schema):
    """A proposed agency with reasons."""

    agency_id: int
    agency: str
    score: float
    reasons: list[str]
