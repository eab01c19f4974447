"""Frozen issues of the daily brief, and the dated scheme of the monthly unit score."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wangge.reports.states import BRIEF


class BriefMove(models.Model):
    """One move of a brief."""

    retention = {"*": "log"}
    row = models.ForeignKey("reports.Brief", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=20)
    source = models.CharField(max_length=10)
    target = models.CharField(max_length=10)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, default="")
    agency = models.ForeignKey(
        "org.Agency", on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    at = models.DateTimeField()
    reason = models.TextField(default="", blank=True)
    data = models.JSONField(default=dict)


class Brief(models.Model):
    """The daily brief 信息日报 of one China date.

    ``figures`` is a list of frozen figures, each with the query that counted it; ``counted`` maps a
    figure code to the ids of the tickets it counted, so that a later recount can say which changed.
    """

    retention = {"*": "log", "examples": "ticket", "counted": "ticket"}
    move_model: ClassVar[type[BriefMove]] = BriefMove

    day = models.DateField(unique=True)
    issue_no = models.PositiveIntegerField()
    status = models.CharField(max_length=10, default=BRIEF.initial)
    version = models.PositiveIntegerField(default=1)
    figures = models.JSONField(default=list)
    checks = models.JSONField(default=list)
    counted = models.JSONField(default=dict)
    examples = models.JSONField(default=list)
    remarks = models.TextField(default="", blank=True)
    compiled_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    checked_by = models.CharField(max_length=80, default="", blank=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(status__in=sorted(BRIEF.states)), name="reports_brief_status"),
            models.CheckConstraint(
                condition=~Q(status="signed") | Q(signed_at__isnull=False), name="reports_brief_signed_when"
            ),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(checked_at__isnull=False), name="reports_brief_checked_when"
            ),
        ]


class ScoreScheme(models.Model):
    """A dated scheme of the monthly unit score. A part: code, label, full, target, slope, floor."""

    retention = {"*": "register"}
    valid_from = models.DateField(unique=True)
    document = models.CharField(max_length=200, default="", blank=True)
    parts = models.JSONField()

    class Meta:
        ordering = ["-valid_from"]
