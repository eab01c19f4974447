"""Dated rows that decide: the work calendar, duty hours, deadlines, limits, the district's mode."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wangge.policy.rules import DAY_KINDS


class CalendarDay(models.Model):
    """What kind of day it is; ``version`` grows with every correction."""

    retention = {"*": "register"}
    day = models.DateField(unique=True)
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=30, blank=True)
    source = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(kind__in=list(DAY_KINDS)), name="calendar_kind")]


class DutyHours(models.Model):
    """Duty windows from a day on: ``[[510, 720], [840, 1050]]`` in minutes after midnight."""

    retention = {"*": "register"}
    valid_from = models.DateField(unique=True)
    windows = models.JSONField()
    source = models.CharField(max_length=120, blank=True)


class DeadlineRule(models.Model):
    """One row of a deadline table with the document it comes from."""

    retention = {"*": "register"}
    business = models.CharField(max_length=20)
    clock_kind = models.CharField(max_length=10)
    priority = models.PositiveSmallIntegerField()
    conditions = models.JSONField(default=dict)
    amount = models.PositiveIntegerField()
    unit = models.CharField(max_length=12)
    calendar = models.CharField(max_length=6)
    text = models.CharField(max_length=120)
    document = models.CharField(max_length=120, blank=True)
    issued_by = models.CharField(max_length=60, blank=True)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__in=["minutes", "work_days", "hours"]), name="deadline_unit"
            ),
            models.CheckConstraint(condition=Q(calendar__in=["work", "always"]), name="deadline_calendar"),
            models.CheckConstraint(
                condition=Q(clock_kind__in=["sign", "return", "reply"]), name="deadline_clock"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="deadline_amount"),
        ]
        indexes = [models.Index(fields=["business", "clock_kind", "valid_from"])]


class Limit(models.Model):
    """A dated number other rules ask for: how often, how long at most."""

    retention = {"*": "register"}
    name = models.CharField(max_length=60)
    value = models.IntegerField()
    valid_from = models.DateTimeField()
    document = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "valid_from"], name="limit_once_per_moment")]


class ModeChange(models.Model):
    """平时, 战时 or 演练 from a moment on, by whom and why."""

    retention = {"*": "log"}
    mode = models.CharField(max_length=10)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(mode__in=["routine", "emergency", "drill"]), name="mode_known")
        ]
        indexes = [models.Index(fields=["-at"])]


class PolicyVersion(models.Model):
    """One row; another token with every change, so that processes drop what they cached."""

    retention = {"*": "register"}
    number = models.BigIntegerField(default=0)
