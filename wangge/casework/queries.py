"""Reads of the shared parts. The business that owns the subject has checked the scope already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from wangge.casework.models import CLOCK_KINDS, Assignment, Clock, ClockChange, TimelineEntry
from wangge.casework.states import ASSIGNMENT, CLOCK_STATES
from wangge.kit import clock as time
from wangge.org import queries as org
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
    agency_id: int | None
    kind: str
    kind_label: str
    calendar: str
    state: str
    state_label: str
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
    """One stretch: counted or not, its seconds, and why."""

    start: datetime
    end: datetime
    counted: bool
    seconds: int
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """What happened to a clock."""

    kind: str
    at: datetime
    seconds: int
    by_label: str
    text: str


@dataclass(frozen=True, slots=True)
class ClockStory:
    """Every minute explained: the counted stretches up to the due moment add up to the allowed time."""

    clock: ClockCard
    segments: Sequence[StorySegment]
    changes: Sequence[ChangeCard]


def assignments_of(subject_kind: str, subject_ids: Iterable[int]) -> list[AssignmentCard]:
    """Assignments of the subjects, oldest first."""
    rows = list(
        Assignment.objects.filter(subject_kind=subject_kind, subject_id__in=list(subject_ids)).order_by("id")
    )
    names = org.agencies_by_ids({r.agency_id for r in rows}) if rows else {}
    return [
        AssignmentCard(
            id=r.pk,
            subject_id=r.subject_id,
            agency_id=r.agency_id,
            agency=names[r.agency_id].short_name or names[r.agency_id].name,
            duty=r.duty,
            status=r.status,
            status_label=ASSIGNMENT.labels[r.status],
            tone=ASSIGNMENT.tones[r.status],
            assigned_at=r.assigned_at,
            signed_at=r.signed_at,
            submitted_at=r.submitted_at,
            ended_at=r.ended_at,
            parent_id=r.parent_id,
        )
        for r in rows
    ]


def _clock_card(row: Clock, now: datetime) -> ClockCard:
    at = row.stopped_at or (row.paused_at if row.state == "paused" else None) or now
    left = policy.seconds_between(at, row.due_at, row.calendar) if row.state != "cancelled" else 0
    if row.state == "paused":
        left = row.allowed_seconds - row.used_seconds
    return ClockCard(
        id=row.pk,
        subject_id=row.subject_id,
        assignment_id=row.assignment_id,
        agency_id=row.agency_id,
        kind=row.kind,
        kind_label=CLOCK_KINDS[row.kind],
        calendar=row.calendar,
        state=row.state,
        state_label=CLOCK_STATES[row.state],
        started_at=row.started_at,
        due_at=row.due_at,
        stopped_at=row.stopped_at,
        paused_at=row.paused_at,
        allowed_seconds=row.allowed_seconds,
        remaining_seconds=max(left, 0),
        late_seconds=max(-left, 0),
        rule_text=row.rule_text,
    )


def clocks_of(subject_kind: str, subject_ids: Iterable[int]) -> list[ClockCard]:
    """Clocks of the subjects, oldest first."""
    now = time.now()
    rows = Clock.objects.filter(subject_kind=subject_kind, subject_id__in=list(subject_ids)).order_by("id")
    return [_clock_card(row, now) for row in rows]


def explained(clock_id: int, subject_kind: str, subject_id: int) -> ClockStory | None:
    """The story of one clock of one subject from start to its due moment (or beyond, when late).

    ``None`` when the clock is not this subject's.
    """
    row = Clock.objects.filter(pk=clock_id, subject_kind=subject_kind, subject_id=subject_id).first()
    if row is None:
        return None
    changes = list(ClockChange.objects.filter(clock_id=clock_id).order_by("id"))
    end = max(row.due_at, row.stopped_at or time.now()) if row.state != "paused" else row.due_at
    if row.stopped_at is not None:
        end = max(row.due_at, row.stopped_at)
    segments = _stretches(row, changes, end)
    cards = [ChangeCard(c.kind, c.at, c.seconds, c.by_label, c.text) for c in changes]
    return ClockStory(_clock_card(row, time.now()), segments, cards)


def _stretches(row: Clock, changes: Sequence[ClockChange], end: datetime) -> list[StorySegment]:
    found: list[StorySegment] = []
    if row.paused_at is None:
        found += _counted(row.started_at, end, row.calendar)
    else:
        reason = next((c.text for c in changes if c.kind == "pause"), "")
        upto = row.resumed_at or row.stopped_at or time.now()
        found += _counted(row.started_at, row.paused_at, row.calendar)
        length = int((upto - row.paused_at).total_seconds())
        found.append(
            StorySegment(row.paused_at, upto, False, length, f"挂起不计:{reason}" if reason else "挂起不计")
        )
        if row.resumed_at is not None:
            found += _counted(row.resumed_at, end, row.calendar)
    late = [s for s in found if s.start < row.due_at < s.end]
    for segment in late:
        position = found.index(segment)
        before = StorySegment(
            segment.start,
            row.due_at,
            segment.counted,
            int((row.due_at - segment.start).total_seconds()),
            segment.reason,
        )
        after = StorySegment(
            row.due_at,
            segment.end,
            segment.counted,
            int((segment.end - row.due_at).total_seconds()),
            segment.reason,
        )
        found[position : position + 1] = [before, after]
    return found


def _counted(start: datetime, end: datetime, calendar: str) -> list[StorySegment]:
    return [
        StorySegment(s.start, s.end, s.counted, s.seconds, s.reason)
        for s in policy.explained(start, end, calendar)
    ]


def timeline_of(subject_kind: str, subject_id: int, public_only: bool = False) -> list[TimelineEntry]:
    """The story of a subject, oldest first."""
    rows = TimelineEntry.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
    return list((rows.filter(public=True) if public_only else rows).order_by("id"))
