"""Writes of the shared parts. Each runs inside the transaction of the business that calls it.

Permissions and scope are the business's: it has fetched its subject through its own gate. Few
statements per call, no savepoints: these run on every step of every ticket.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction

from wangge.casework import rules
from wangge.casework.models import Assignment, Clock, ClockChange, TimelineEntry
from wangge.casework.states import ASSIGNMENT, CLOCK, OPEN_CLOCK
from wangge.kit import clock as time
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Conflict, NotFound
from wangge.policy import queries as policy
from wangge.policy.queries import DeadlineDecision

STAMPS = ("signed_at", "submitted_at", "ended_at")


def next_number(kind: str, prefix: str, at: datetime) -> str:
    """The next short number of a kind and day: ``20210801-000123``; gaps after a rollback are fine.

    Nobody waits for anybody: the value comes from a sequence, the first of the day stores where
    the day begins.
    """
    day: date = at.astimezone(time.CHINA).date()
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_day_number(%s, %s)", [kind, day])
        (number,) = cursor.fetchone()
    return f"{prefix}{day:%Y%m%d}-{number:06d}"


_GIVE = """
INSERT INTO casework_assignment
    (subject_kind, subject_id, agency_id, duty, parent_id, status, assigned_at, version)
VALUES (%s, %s, %s, %s, %s, %s, %s, 1)
ON CONFLICT DO NOTHING RETURNING *
"""
# One round trip instead of the three of Machine.apply (0.26 ms of CPU against 0.96 ms), with the
# same promise: a conditional UPDATE and one move row. What it refuses, apply explains.
_MOVE = """
WITH moved AS (
    UPDATE casework_assignment SET
        status = %(target)s,
        version = version + 1,
        signed_at = coalesce(%(signed_at)s::timestamptz, signed_at),
        submitted_at = CASE WHEN %(again)s THEN NULL
            ELSE coalesce(%(submitted_at)s::timestamptz, submitted_at) END,
        ended_at = CASE WHEN %(again)s THEN NULL ELSE coalesce(%(ended_at)s::timestamptz, ended_at) END
    WHERE id = %(id)s AND status = ANY(%(sources)s)
    RETURNING casework_assignment.*, old.status AS source
), written AS (
    INSERT INTO casework_assignmentmove
        (row_id, name, source, target, by, by_label, agency_id, at, reason, data)
    SELECT id, %(name)s, source, status, %(by)s, %(by_label)s, %(agency_id)s::bigint, %(at)s,
        %(reason)s, '{}'
    FROM moved
)
SELECT * FROM moved
"""
_STOP = """
UPDATE casework_clock SET
    state = CASE WHEN state = 'running' AND due_at < %s THEN 'missed' ELSE 'met' END,
    stopped_at = %s,
    next_look_at = NULL
WHERE subject_kind = %s AND subject_id = %s AND kind = %s AND state IN ('running', 'paused')
    AND assignment_id IS NOT DISTINCT FROM %s::bigint
"""


def assign(
    *,
    actor: Actor,
    subject_kind: str,
    subject_id: int,
    agency_id: int,
    duty: str,
    parent_id: int | None = None,
) -> Assignment:
    """Give the subject to an agency; one open lead at a time, an agency once at a time (the database
    says so, ``Conflict``)."""
    del actor
    values = (subject_kind, subject_id, agency_id, duty, parent_id, ASSIGNMENT.initial, time.now())
    made = list(Assignment.objects.raw(_GIVE, values))
    if not made:
        raise Conflict("该单位正在办理此事项,或已有主办单位", code="already_assigned")
    return made[0]


def _moved(
    actor: Actor, assignment_id: int, name: str, *, reason: str = "", stamp: str = "", again: bool = False
) -> Assignment:
    """Move an assignment; ``stamp`` names the column that takes the moment, ``again`` clears both ends."""
    now, move = time.now(), ASSIGNMENT.move(name)
    values = {
        "id": assignment_id,
        "name": name,
        "target": move.target,
        "sources": sorted(move.sources),
        "again": again,
        "by": actor.key,
        "by_label": actor.label[:80],
        "agency_id": actor.agency_id,
        "at": now,
        "reason": reason[:500],
    } | {column: now if column == stamp else None for column in STAMPS}
    moved = list(Assignment.objects.raw(_MOVE, values))
    return moved[0] if moved else _explained_move(actor, assignment_id, name, values)


def _explained_move(actor: Actor, assignment_id: int, name: str, values: dict[str, Any]) -> Assignment:
    row = Assignment.objects.filter(pk=assignment_id).first()
    if row is None:
        raise NotFound
    columns = {column: values[column] for column in STAMPS if values[column] is not None}
    if values["again"]:
        columns |= {"submitted_at": None, "ended_at": None}
    ASSIGNMENT.apply(row, name, by=actor, reason=values["reason"], version=row.version + 1, **columns)
    return row


@transaction.atomic(savepoint=False)
def sign(*, actor: Actor, assignment_id: int) -> Assignment:
    """The agency acknowledges; its sign clock stops."""
    row = _moved(actor, assignment_id, "sign", stamp="signed_at")
    stop_clock(row.subject_kind, row.subject_id, "sign", assignment_id)
    return row


@transaction.atomic(savepoint=False)
def submit(*, actor: Actor, assignment_id: int) -> Assignment:
    """The agency says it is done; its reply clock stops."""
    row = _moved(actor, assignment_id, "submit", stamp="submitted_at")
    stop_clock(row.subject_kind, row.subject_id, "reply", assignment_id)
    return row


def accept(*, actor: Actor, assignment_id: int) -> Assignment:
    """The work is good."""
    return _moved(actor, assignment_id, "accept", stamp="ended_at")


@transaction.atomic(savepoint=False)
def reopen(*, actor: Actor, assignment_id: int, reason: str = "") -> Assignment:
    """Back to work; the caller starts a new reply clock. ``Conflict`` when another lead has it now."""
    try:
        with transaction.atomic():
            return _moved(actor, assignment_id, "reopen", reason=reason, again=True)
    except IntegrityError as taken:
        raise Conflict("该事项已另行派办,不能重办", code="already_assigned") from taken


@transaction.atomic(savepoint=False)
def return_assignment(*, actor: Actor, assignment_id: int, reason: str = "") -> Assignment:
    """The agency is relieved; its running clocks are cancelled."""
    row = _moved(actor, assignment_id, "return", reason=reason, stamp="ended_at")
    _cancel_clocks(assignment_id)
    return row


@transaction.atomic(savepoint=False)
def cancel(*, actor: Actor, assignment_id: int, reason: str = "") -> Assignment:
    """The work is no longer wanted; its running clocks are cancelled."""
    row = _moved(actor, assignment_id, "cancel", reason=reason, stamp="ended_at")
    _cancel_clocks(assignment_id)
    return row


def _cancel_clocks(assignment_id: int) -> None:
    Clock.objects.filter(assignment_id=assignment_id, state__in=OPEN_CLOCK).update(
        state="cancelled", stopped_at=_whole(time.now()), next_look_at=None
    )


def _whole(moment: datetime) -> datetime:
    """Clocks count whole seconds: stretches of a story then add up exactly."""
    return moment.replace(microsecond=0)


def ladder_of(allowed_seconds: int, at: datetime) -> tuple[rules.Rung, ...]:
    """The ladder of a clock started at ``at``, by the lead times then in force."""
    minutes = {
        "warn_first": policy.limit("casework.warn_first_minutes", at),
        "warn_last": policy.limit("casework.warn_last_minutes", at),
        "head": policy.limit("casework.escalate_head_minutes", at),
        "supervisor": policy.limit("casework.escalate_supervisor_minutes", at),
        "commander": policy.limit("casework.escalate_commander_minutes", at),
    }
    return rules.ladder(minutes, allowed_seconds)


def moment_of(clock: Clock, rung: rules.Rung) -> datetime:
    """When a rung of a clock passes. A reminder beyond the known calendar falls back to plain hours:
    it decides nothing, and a deadline must not fail for it."""
    if not rung.offset:
        return clock.due_at
    try:
        return policy.due_after(clock.due_at, rung.offset, clock.calendar)
    except BusinessError:
        return clock.due_at + timedelta(seconds=rung.offset)


def next_look(clock: Clock, level: int) -> datetime | None:
    """When the watch should look at a running clock that has reached ``level``; ``None``: never again."""
    if clock.kind == "return":  # a right of the unit, no duty: nobody is warned when it lapses
        return None
    rung = rules.next_rung(ladder_of(clock.allowed_seconds, clock.started_at), level)
    return moment_of(clock, rung) if rung else None


def start_clocks(
    *,
    actor: Actor,
    subject_kind: str,
    subject_id: int,
    decisions: Mapping[str, DeadlineDecision],
    assignment_id: int | None = None,
    at: datetime | None = None,
) -> dict[str, Clock]:
    """Start several clocks (kind → decision of policy) in one statement; each keeps its rule whatever
    changes later. The moments must not lie in a year without a calendar (409)."""
    del actor
    begin = _whole(at or time.now())
    rows = []
    for kind, decision in decisions.items():
        row = Clock(
            subject_kind=subject_kind,
            subject_id=subject_id,
            assignment_id=assignment_id,
            kind=kind,
            calendar=decision.calendar,
            started_at=begin,
            allowed_seconds=decision.seconds,
            due_at=policy.due_after(begin, decision.seconds, decision.calendar),
            rule_id=decision.rule_id,
            rule_text=decision.rule_text,
        )
        row.next_look_at = next_look(row, 0)
        rows.append(row)
    Clock.objects.bulk_create(rows)
    return {row.kind: row for row in rows}


def start_clock(
    *,
    actor: Actor,
    subject_kind: str,
    subject_id: int,
    kind: str,
    decision: DeadlineDecision,
    assignment_id: int | None = None,
    at: datetime | None = None,
) -> Clock:
    """Start one clock; see ``start_clocks``."""
    return start_clocks(
        actor=actor,
        subject_kind=subject_kind,
        subject_id=subject_id,
        decisions={kind: decision},
        assignment_id=assignment_id,
        at=at,
    )[kind]


def stop_clock(subject_kind: str, subject_id: int, kind: str, assignment_id: int | None = None) -> None:
    """The work is done: met when in time, missed otherwise. Nothing happens when none runs."""
    now = _whole(time.now())
    with connection.cursor() as cursor:
        cursor.execute(_STOP, [now, now, subject_kind, subject_id, kind, assignment_id])


_REFUSALS = {
    ("extend", "paused"): ("挂起期间不能延期", "paused"),
    ("pause", "paused"): ("每个时限只能挂起一次", "paused_before"),
    ("resume", "running"): ("时限没有挂起", "not_paused"),
}


def _locked(clock_id: int, move: str) -> Clock:
    """The clock, held until the end of the transaction; ``Conflict`` when its table forbids the move."""
    row = Clock.objects.select_for_update().filter(pk=clock_id).first()
    if row is None:
        raise NotFound
    if row.state not in CLOCK.move(move).sources:
        message, code = _REFUSALS.get((move, row.state), ("时限已结束,不能再调整", "clock_ended"))
        raise Conflict(message, code=code)
    return row


def _changed(actor: Actor, clock: Clock, kind: str, seconds: int, text: str) -> None:
    ClockChange.objects.create(
        clock=clock,
        kind=kind,
        at=_whole(time.now()),
        seconds=seconds,
        by=actor.key,
        by_label=actor.label[:80],
        text=text[:300],
    )


@transaction.atomic(savepoint=False)
def extend_clock(
    *, actor: Actor, clock_id: int, work_days: int = 0, minutes: int = 0, reason: str = ""
) -> Clock:
    """An approved extension: more time of the clock's own calendar, added to the old due moment.

    A work day of an epidemic clock is 24 hours. The ladder begins anew under the new due moment.
    """
    row = _locked(clock_id, "extend")
    work = row.calendar == "work"
    seconds = policy.seconds_of(work_days, "work_days", row.started_at) if work else work_days * 86400
    seconds += minutes * 60
    if seconds <= 0:
        raise Conflict("延期时间应大于 0", code="no_time")
    row.allowed_seconds += seconds
    row.due_at = policy.due_after(row.due_at, seconds, row.calendar)
    row.level = row.told_level = 0
    row.next_look_at = next_look(row, 0)
    row.save(update_fields=["allowed_seconds", "due_at", "level", "told_level", "next_look_at"])
    _changed(actor, row, "extend", seconds, reason)
    return row


@transaction.atomic(savepoint=False)
def pause_clock(*, actor: Actor, clock_id: int, reason: str = "") -> Clock:
    """Let the clock stand still; once per clock, never when it is late already."""
    row = _locked(clock_id, "pause")
    if row.paused_at is not None:
        raise Conflict("每个时限只能挂起一次", code="paused_before")
    now = _whole(time.now())
    row.used_seconds = max(policy.seconds_between(row.started_at, now, row.calendar), 0)
    if row.used_seconds >= row.allowed_seconds:
        raise Conflict("已经超时,不能挂起", code="late_already")
    row.state, row.paused_at, row.next_look_at = "paused", now, None
    row.save(update_fields=["state", "paused_at", "used_seconds", "next_look_at"])
    _changed(actor, row, "pause", 0, reason)
    return row


@transaction.atomic(savepoint=False)
def resume_clock(*, actor: Actor, clock_id: int, reason: str = "") -> Clock:
    """Let it run on with what was left; the due moment moves."""
    row = _locked(clock_id, "resume")
    now = _whole(time.now())
    left = rules.remaining(row.allowed_seconds, row.used_seconds)
    row.state, row.resumed_at = "running", now
    row.due_at = policy.due_after(now, left, row.calendar)
    row.next_look_at = next_look(row, row.level)
    row.save(update_fields=["state", "resumed_at", "due_at", "next_look_at"])
    _changed(actor, row, "resume", left, reason)
    return row


def note(
    *,
    actor: Actor,
    subject_kind: str,
    subject_id: int,
    action: str,
    label: str,
    text: str = "",
    public: bool = False,
    data: dict[str, Any] | None = None,
) -> None:
    """Append one line to a subject's timeline."""
    TimelineEntry.objects.create(
        subject_kind=subject_kind,
        subject_id=subject_id,
        at=time.now(),
        by=actor.key,
        by_label=actor.label[:80],
        agency_id=actor.agency_id,
        action=action,
        label=label,
        text=text,
        public=public,
        data=data or {},
    )
