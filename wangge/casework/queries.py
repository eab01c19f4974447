"""Reads of the shared parts. The business that owns the subject has checked the scope already."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from wangge.casework import rules
from wangge.casework.models import CHANGE_KINDS, CLOCK_KINDS, Assignment, Clock, ClockChange, TimelineEntry
from wangge.casework.states import ASSIGNMENT, CLOCK, OPEN_CLOCK
from wangge.kit import clock as time
from wangge.kit import paging
from wangge.kit.errors import BusinessError
from wangge.policy import queries as policy


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """An assignment as a page shows it."""

    id: int
    subject_id: int
    agency_id: int
    agency: str
    duty: str
    status: str
    status_label: str
    tone: str
    assigned_at: datetime
    signed_at: datetime | None
    submitted_at: datetime | None
    ended_at: datetime | None
    parent_id: int | None


@dataclass(frozen=True, slots=True)
class ClockCard:
    """A clock as a page shows it; seconds count on its own calendar, negative when late."""

    id: int
    subject_id: int
    assignment_id: int | None
    kind: str
    kind_label: str
    calendar: str
    state: str
    state_label: str
    tone: str
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None
    paused_at: datetime | None
    allowed_seconds: int
    remaining_seconds: int
    late_seconds: int
    rule_text: str


@dataclass(frozen=True, slots=True)
class StorySegment:
    """One stretch: counted or not, how long, why. ``minutes`` of all counted stretches add up to the
    rounded-down whole; ``phase`` is ``used``, ``left`` (still to come before the due moment) or ``late``."""

    start: datetime
    end: datetime
    counted: bool
    seconds: int
    minutes: int
    reason: str
    phase: str


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """What people did to a clock; ``seconds`` on its calendar."""

    kind: str
    label: str
    at: datetime
    seconds: int
    by_label: str
    text: str


@dataclass(frozen=True, slots=True)
class ClockStory:
    """Every minute explained; ``notes`` are Chinese sentences about rule, extensions, corrections."""

    clock: ClockCard
    segments: Sequence[StorySegment]
    changes: Sequence[ChangeCard]
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One line of an inbox: the clock that decides its place."""

    clock_id: int
    assignment_id: int
    subject_kind: str
    subject_id: int
    status: str
    kind: str
    state: str
    due_at: datetime


_ASSIGNMENT = (
    "id", "subject_id", "agency_id", "agency__short_name", "agency__name", "duty", "status",
    "assigned_at", "signed_at", "submitted_at", "ended_at", "parent_id",
)  # fmt: skip


def assignments_of(subject_kind: str, subject_ids: Iterable[int]) -> list[AssignmentCard]:
    """Assignments of the subjects, oldest first, in one statement."""
    rows = Assignment.objects.filter(subject_kind=subject_kind, subject_id__in=list(subject_ids))
    return [_assignment_card(row) for row in rows.order_by("id").values(*_ASSIGNMENT)]


def _assignment_card(row: dict[str, Any]) -> AssignmentCard:
    return AssignmentCard(
        id=row["id"],
        subject_id=row["subject_id"],
        agency_id=row["agency_id"],
        agency=row["agency__short_name"] or row["agency__name"],
        duty=row["duty"],
        status=row["status"],
        status_label=ASSIGNMENT.labels[row["status"]],
        tone=ASSIGNMENT.tones[row["status"]],
        assigned_at=row["assigned_at"],
        signed_at=row["signed_at"],
        submitted_at=row["submitted_at"],
        ended_at=row["ended_at"],
        parent_id=row["parent_id"],
    )


def inbox_of(
    agency_ids: Iterable[int], statuses: Sequence[str], cursor: str = "", limit: int = 50
) -> paging.Page[InboxRow]:
    """What lies on the desk of these agencies, what is due first on top: an unsigned assignment by its
    sign clock, a signed one by its reply clock. ``cursor`` is the last page's."""
    limit = paging.checked_limit(limit)
    rows = Clock.objects.filter(
        Q(kind="sign", assignment__status="awaiting_sign")
        | Q(kind="reply", assignment__status="in_progress"),
        assignment__agency_id__in=list(agency_ids),
        assignment__status__in=list(statuses),
        state__in=OPEN_CLOCK,
    )
    if cursor:
        due, last = paging.decode(cursor, 2)
        edge = datetime.fromisoformat(due)
        rows = rows.filter(Q(due_at__gt=edge) | Q(due_at=edge, id__gt=int(last)))
    columns = ("id", "assignment_id", "subject_kind", "subject_id", "assignment__status", "kind", "state")
    found = list(rows.order_by("due_at", "id").values_list(*columns, "due_at")[: limit + 1])
    items = [InboxRow(*row) for row in found[:limit]]
    following = paging.encode(items[-1].due_at, items[-1].clock_id) if len(found) > limit else None
    return paging.Page(items, following)


def due_before(moment: datetime, kind: str = "", limit: int = 200) -> list[ClockCard]:
    """Running clocks due before a moment, the most pressing first."""
    now = time.now()
    rows = Clock.objects.filter(state="running", due_at__lt=moment, **({"kind": kind} if kind else {}))
    return [_clock_card(r, now) for r in rows.order_by("due_at", "id")[: paging.checked_limit(limit)]]


def clocks_of(subject_kind: str, subject_ids: Iterable[int]) -> list[ClockCard]:
    """Clocks of the subjects, oldest first, in one statement."""
    now = time.now()
    rows = Clock.objects.filter(subject_kind=subject_kind, subject_id__in=list(subject_ids)).order_by("id")
    return [_clock_card(row, now) for row in rows]


def _clock_card(row: Clock, now: datetime) -> ClockCard:
    left = _left(row, row.stopped_at or now)
    return ClockCard(
        id=row.pk,
        subject_id=row.subject_id,
        assignment_id=row.assignment_id,
        kind=row.kind,
        kind_label=CLOCK_KINDS[row.kind],
        calendar=row.calendar,
        state=row.state,
        state_label=CLOCK.labels[row.state],
        tone="late" if row.state == "running" and left < 0 else CLOCK.tones[row.state],
        started_at=row.started_at,
        due_at=row.due_at,
        stopped_at=row.stopped_at,
        paused_at=row.paused_at,
        allowed_seconds=row.allowed_seconds,
        remaining_seconds=max(left, 0),
        late_seconds=max(-left, 0),
        rule_text=row.rule_text,
    )


def _left(row: Clock, at: datetime) -> int:
    """Seconds from a moment to the due one on the clock's calendar, negative when late.

    In a year without a calendar the page must still open: 0, or 1 second late.
    """
    if row.state == "cancelled":
        return 0
    if row.state == "paused":
        return rules.remaining(row.allowed_seconds, row.used_seconds)
    try:
        left = policy.seconds_between(at, row.due_at, row.calendar)
    except BusinessError:
        left = 0
    if left >= 0 and at.replace(microsecond=0) > row.due_at:
        return -1  # past the due moment in a pause of the calendar: late is late
    return left


def explained(clock_id: int, subject_kind: str, subject_id: int) -> ClockStory | None:
    """The story of one clock of one subject from start to its due moment (or beyond, when late).

    Counted stretches of the phases ``used`` and ``left`` add up to ``allowed_seconds`` unless the
    calendar was corrected meanwhile, which ``notes`` then says. ``None``: not this subject's clock.
    """
    row = Clock.objects.filter(pk=clock_id, subject_kind=subject_kind, subject_id=subject_id).first()
    if row is None:
        return None
    now = time.now().replace(microsecond=0)
    changes = list(ClockChange.objects.filter(clock_id=clock_id).order_by("id"))
    segments = _segments(row, changes, now)
    cards = [
        ChangeCard(c.kind, CHANGE_KINDS.get(c.kind, c.kind), c.at, c.seconds, c.by_label, c.text)
        for c in changes
    ]
    return ClockStory(_clock_card(row, now), segments, cards, _notes(row, changes, segments))


def _segments(row: Clock, changes: Sequence[ClockChange], now: datetime) -> list[StorySegment]:
    until = row.stopped_at or now
    end = until if row.state in ("paused", "cancelled") else max(row.due_at, until)
    cuts = sorted({row.due_at, until})
    pieces = [piece for s in _stretches(row, changes, end) for piece in _cut(s, cuts)]
    minutes = rules.whole_minutes([p.seconds if p.counted else 0 for p in pieces])
    idle = rules.whole_minutes([0 if p.counted else p.seconds for p in pieces])
    return [
        StorySegment(
            p.start,
            p.end,
            p.counted,
            p.seconds,
            counted_minutes if p.counted else idle_minutes,
            p.reason,
            rules.phase_of(p.start, until, end if row.state in ("paused", "cancelled") else row.due_at),
        )
        for p, counted_minutes, idle_minutes in zip(pieces, minutes, idle, strict=True)
    ]


def _stretches(row: Clock, changes: Sequence[ClockChange], end: datetime) -> list[policy.Segment]:
    if row.paused_at is None:
        return policy.explained(row.started_at, end, row.calendar)
    words = next((c.text for c in changes if c.kind == "pause"), "")
    back = row.resumed_at or end
    found = policy.explained(row.started_at, row.paused_at, row.calendar)
    if row.paused_at < back:
        found.append(policy.Segment(row.paused_at, back, False, f"挂起不计:{words}" if words else "挂起不计"))
    return found + (policy.explained(back, end, row.calendar) if row.resumed_at else [])


def _cut(segment: policy.Segment, cuts: Sequence[datetime]) -> list[policy.Segment]:
    edges = [segment.start, *(c for c in cuts if segment.start < c < segment.end), segment.end]
    return [
        policy.Segment(one, two, segment.counted, segment.reason) for one, two in itertools.pairwise(edges)
    ]


def _notes(row: Clock, changes: Sequence[ClockChange], segments: Sequence[StorySegment]) -> list[str]:
    found = [f"适用规则:{row.rule_text}"]
    found += [f"{c.by_label}批准延期 {_spoken(c.seconds)}:{c.text}" for c in changes if c.kind == "extend"]
    counted = sum(s.seconds for s in segments if s.counted and s.phase != "late")
    if row.state not in ("paused", "cancelled") and counted != row.allowed_seconds:
        found.append("计时开始后工作日历有过修订,截止时间保持不变")
    return found


def _spoken(seconds: int) -> str:
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours} 小时 {minutes} 分钟" if minutes else f"{hours} 小时"


def timeline_of(subject_kind: str, subject_id: int, public_only: bool = False) -> list[TimelineEntry]:
    """The story of a subject, oldest first."""
    rows = TimelineEntry.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
    return list((rows.filter(public=True) if public_only else rows).order_by("id"))
