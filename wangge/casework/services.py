"""Writes of the shared parts. Each runs inside the transaction of the business that calls it.

Permissions and scope are the business's: it has fetched its subject through its own gate. Few
statements per call: these run on every step of every ticket.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from wangge.casework import rules
from wangge.casework.models import Assignment, Clock, ClockChange, TimelineEntry
from wangge.casework.states import ASSIGNMENT, OPEN_CLOCK
from wangge.kit import clock as time
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, NotFound
from wangge.policy import queries as policy
from wangge.policy.queries import DeadlineDecision


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


@transaction.atomic
def assign(
    *,
    actor: Actor,
    subject_kind: str,
    subject_id: int,
    agency_id: int,
    duty: str,
    parent_id: int | None = None,
) -> Assignment:
    """Give the subject to an agency; one open lead at a time (the database says so)."""
    del actor
    return Assignment.objects.create(
        subject_kind=subject_kind,
        subject_id=subject_id,
        agency_id=agency_id,
        duty=duty,
        parent_id=parent_id,
        assigned_at=time.now(),
    )


def _assignment(assignment_id: int) -> Assignment:
    row = Assignment.objects.filter(pk=assignment_id).first()
    if row is None:
        raise NotFound
    return row


def _moved(actor: Actor, assignment_id: int, name: str, reason: str = "", **columns: Any) -> Assignment:
    row = _assignment(assignment_id)
    ASSIGNMENT.apply(row, name, by=actor, reason=reason[:500], version=row.version + 1, **columns)
    return row


@transaction.atomic
def sign(*, actor: Actor, assignment_id: int) -> Assignment:
    """The agency acknowledges; its sign clock stops."""
    row = _moved(actor, assignment_id, "sign", signed_at=time.now())
    stop_clock(row.subject_kind, row.subject_id, "sign", assignment_id)
    return row


@transaction.atomic
def submit(*, actor: Actor, assignment_id: int) -> Assignment:
    """The agency says it is done; its reply clock stops."""
    row = _moved(actor, assignment_id, "submit", submitted_at=time.now())
    stop_clock(row.subject_kind, row.subject_id, "reply", assignment_id)
    return row


@transaction.atomic
def accept(*, actor: Actor, assignment_id: int) -> Assignment:
    """The work is good."""
    return _moved(actor, assignment_id, "accept", ended_at=time.now())


@transaction.atomic
def reopen(*, actor: Actor, assignment_id: int, reason: str = "") -> Assignment:
    """Back to work; the caller starts a new reply clock."""
    return _moved(actor, assignment_id, "reopen", reason, submitted_at=None, ended_at=None)


@transaction.atomic
def return_assignment(*, actor: Actor, assignment_id: int, reason: str = "") -> Assignment:
    """The agency is relieved; its running clocks are cancelled."""
    row = _moved(actor, assignment_id, "return", reason, ended_at=time.now())
    _cancel_clocks(assignment_id)
    return row


@transaction.atomic
def cancel(*, actor: Actor, assignment_id: int, reason: str = "") -> Assignment:
    """The work is no longer wanted; its running clocks are cancelled."""
    row = _moved(actor, assignment_id, "cancel", reason, ended_at=time.now())
    _cancel_clocks(assignment_id)
    return row


def _cancel_clocks(assignment_id: int) -> None:
    Clock.objects.filter(assignment_id=assignment_id, state__in=OPEN_CLOCK).update(
        state="cancelled", stopped_at=time.now(), next_look_at=None
    )


def ladder_of(allowed_seconds: int, at: datetime) -> tuple[rules.Rung, ...]:
    minutes = {
        "warn_first": policy.limit("casework.warn_first_minutes", at),
        "warn_last": policy.limit("casework.warn_last_minutes", at),
        "head": policy.limit("casework.escalate_head_minutes", at),
        "supervisor": policy.limit("casework.escalate_supervisor_minutes", at),
        "commander": policy.limit("casework.escalate_commander_minutes", at),
    }
    return rules.ladder(minutes, allowed_seconds)


def next_look(clock: Clock, level: int) -> datetime | None:
    """When the watch should look at a running clock that has reached ``level``; ``None``: never again."""
    rung = rules.next_rung(ladder_of(clock.allowed_seconds, clock.started_at), level)
    if rung is None:
        return None
    return policy.due_after(clock.due_at, rung.offset, clock.calendar) if rung.offset else clock.due_at


@transaction.atomic
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
    """Start a deadline by a decision of policy; it keeps this rule whatever changes later."""
    now = at or time.now()
    row = Clock(
        subject_kind=subject_kind,
        subject_id=subject_id,
        assignment_id=assignment_id,
        agency_id=None,
        kind=kind,
        calendar=decision.calendar,
        started_at=now,
        allowed_seconds=decision.seconds,
        due_at=policy.due_after(now, decision.seconds, decision.calendar),
        rule_id=decision.rule_id,
        rule_text=decision.rule_text,
    )
    row.next_look_at = next_look(row, 0)
    row.save(force_insert=True)
    del actor
    return row


def stop_clock(subject_kind: str, subject_id: int, kind: str, assignment_id: int | None = None) -> None:
    """The work is done: met when in time, missed otherwise. Nothing happens when none runs."""
    now = time.now()
    rows = Clock.objects.filter(
        subject_kind=subject_kind,
        subject_id=subject_id,
        kind=kind,
        state__in=OPEN_CLOCK,
    )
    own = (
        rows.filter(assignment__isnull=True)
        if assignment_id is None
        else rows.filter(assignment_id=assignment_id)
    )
    met = own.filter(due_at__gte=now) | own.filter(state="paused")
    if not met.update(state="met", stopped_at=now, next_look_at=None):
        own.update(state="missed", stopped_at=now, next_look_at=None)


def _locked(clock_id: int) -> Clock:
    row = Clock.objects.select_for_update().filter(pk=clock_id).first()
    if row is None:
        raise NotFound
    if row.state not in OPEN_CLOCK:
        raise Conflict("时限已结束,不能再调整", code="clock_ended")
    return row


def _changed(actor: Actor, clock: Clock, kind: str, seconds: int, text: str) -> None:
    ClockChange.objects.create(
        clock=clock,
        kind=kind,
        at=time.now(),
        seconds=seconds,
        by=actor.key,
        by_label=actor.label,
        text=text[:300],
    )


@transaction.atomic
def extend_clock(
    *, actor: Actor, clock_id: int, work_days: int = 0, minutes: int = 0, reason: str = ""
) -> Clock:
    """An approved extension: more time of the clock's own calendar, added to the old due moment."""
    row = _locked(clock_id)
    if row.state == "paused":
        raise Conflict("挂起期间不能延期", code="paused")
    seconds = (
        policy.seconds_of(work_days, "work_days", row.started_at)
        if row.calendar == "work"
        else work_days * 86400
    )
    seconds += minutes * 60
    if seconds <= 0:
        raise Conflict("延期时间应大于 0", code="no_time")
    row.allowed_seconds += seconds
    row.due_at = policy.due_after(row.due_at, seconds, row.calendar)
    row.level = 0
    row.next_look_at = next_look(row, 0)
    row.save(update_fields=["allowed_seconds", "due_at", "level", "next_look_at"])
    _changed(actor, row, "extend", seconds, reason)
    return row


@transaction.atomic
def pause_clock(*, actor: Actor, clock_id: int, reason: str = "") -> Clock:
    """Let the clock stand still; once per clock."""
    row = _locked(clock_id)
    if row.paused_at is not None:
        raise Conflict("每个时限只能挂起一次", code="paused_before")
    now = time.now()
    row.used_seconds = max(policy.seconds_between(row.started_at, now, row.calendar), 0)
    if row.used_seconds >= row.allowed_seconds:
        raise Conflict("已经超时,不能挂起", code="late_already")
    row.state, row.paused_at, row.next_look_at = "paused", now, None
    row.save(update_fields=["state", "paused_at", "used_seconds", "next_look_at"])
    _changed(actor, row, "pause", 0, reason)
    return row


@transaction.atomic
def resume_clock(*, actor: Actor, clock_id: int, reason: str = "") -> Clock:
    """Let it run on with what was left; the due moment moves."""
    row = _locked(clock_id)
    if row.state != "paused":
        raise Conflict("时限没有挂起", code="not_paused")
    now = time.now()
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
        by_label=actor.label,
        agency_id=actor.agency_id,
        action=action,
        label=label,
        text=text,
        public=public,
        data=data or {},
    )
