"""Assignments, clocks and timelines that every business shares. The subject is text, never a key."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from wangge.casework.states import ASSIGNMENT, CLOCK, OPEN_ASSIGNMENT, OPEN_CLOCK

CLOCK_KINDS = {"sign": "签收", "return": "退单", "reply": "办结"}
CHANGE_KINDS = {"extend": "延期", "pause": "挂起", "resume": "恢复"}
DUTIES = {"lead": "主办", "co": "协办", "transfer": "转办"}


class AssignmentMove(models.Model):
    """One move of one assignment."""

    retention = {"*": "ticket"}
    row = models.ForeignKey("casework.Assignment", models.PROTECT, related_name="+")
    name = models.CharField(max_length=20)
    source = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, blank=True)
    agency_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["row", "id"])]


class Assignment(models.Model):
    """A piece of work given to an agency: who, what for, how far."""

    retention = {"*": "ticket"}
    move_model: type[models.Model] = AssignmentMove
    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    agency = models.ForeignKey("org.Agency", models.PROTECT, related_name="+", db_index=False)
    duty = models.CharField(max_length=10)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False)
    status = models.CharField(max_length=20, default=ASSIGNMENT.initial)
    assigned_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(ASSIGNMENT.states)), name="assignment_status"
            ),
            models.CheckConstraint(condition=Q(duty__in=list(DUTIES)), name="assignment_duty"),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id"],
                condition=Q(duty="lead", status__in=OPEN_ASSIGNMENT),
                name="assignment_one_open_lead",
            ),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "agency"],
                condition=Q(status__in=OPEN_ASSIGNMENT),
                name="assignment_open_once_each",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"]),
            models.Index(fields=["agency", "status", "id"]),
        ]


class Clock(models.Model):
    """One deadline of a subject. It keeps the rule it started with; ``due_at`` is always current.

    ``allowed_seconds`` counts on its calendar (``work`` or ``always``) and grows with an approved
    extension; ``used_seconds`` is what had passed when it was paused. ``level`` is the last rung of
    the ladder that passed, ``told_level`` the last one the day shift heard of: at night they differ.
    A clock runs on after its due moment until somebody stops it; then it is ``missed``.
    """

    retention = {"*": "ticket"}
    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    assignment = models.ForeignKey(Assignment, models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=10)
    calendar = models.CharField(max_length=6)
    state = models.CharField(max_length=10, default="running")
    started_at = models.DateTimeField()
    allowed_seconds = models.PositiveIntegerField()
    used_seconds = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    resumed_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    rule_id = models.BigIntegerField(null=True)
    rule_text = models.CharField(max_length=120)
    level = models.PositiveSmallIntegerField(default=0)
    told_level = models.PositiveSmallIntegerField(default=0)
    next_look_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=sorted(CLOCK.states)), name="clock_state"),
            models.CheckConstraint(condition=Q(kind__in=list(CLOCK_KINDS)), name="clock_kind"),
            models.CheckConstraint(condition=Q(calendar__in=["work", "always"]), name="clock_calendar"),
            models.UniqueConstraint(
                fields=["assignment", "kind"], condition=Q(state__in=OPEN_CLOCK), name="clock_one_open_each"
            ),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "kind"],
                condition=Q(state__in=OPEN_CLOCK, assignment__isnull=True),
                name="clock_one_open_of_subject",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_CLOCK) ^ Q(stopped_at__isnull=False),
                name="clock_stopped_when_ended",
            ),
            models.CheckConstraint(condition=Q(told_level__lte=F("level")), name="clock_told_what_passed"),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"]),
            models.Index(fields=["next_look_at"], condition=Q(state="running"), name="clock_next_look"),
            models.Index(fields=["due_at", "id"], condition=Q(state="running"), name="clock_running_by_due"),
        ]


class ClockChange(models.Model):
    """What people did to a clock: extended, paused, resumed it. Start and stop stand on the clock."""

    retention = {"*": "ticket"}
    clock = models.ForeignKey(Clock, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10)
    at = models.DateTimeField()
    seconds = models.IntegerField(default=0)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, blank=True)
    text = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["clock", "id"])]


class TimelineEntry(models.Model):
    """One line of a subject's story; only ever appended (the database forbids the rest)."""

    retention = {"*": "ticket"}
    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, blank=True)
    agency_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=40)
    label = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    public = models.BooleanField(default=False)
    data: Any = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_id", "id"])]


class DayNumber(models.Model):
    """Where a kind's numbers of a day begin: short daily numbers without a lock anybody waits for.

    The number is the sequence's value minus ``base``; the first of the day writes the row, the
    others only read it.
    """

    retention = {"*": "register"}
    kind = models.CharField(max_length=40)
    day = models.DateField()
    base = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "day"], name="day_number_once")]
