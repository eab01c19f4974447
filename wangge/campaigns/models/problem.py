"""What was found wrong or asked for, until it is struck off."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from wangge.campaigns.states import OPEN_PROBLEM, PROBLEM

SOURCES = {"inspection": "五有检查", "visit": "挂钩走访", "survey": "专项排查"}
SEVERITIES = {"normal": "一般", "serious": "突出"}


class ProblemMove(models.Model):
    """One move of a problem."""

    retention = {"*": "log"}
    row = models.ForeignKey("campaigns.Problem", models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=20)
    source = models.CharField(max_length=12)
    target = models.CharField(max_length=12)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, blank=True)
    agency_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    data: Any = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["row", "id"], name="campaigns_problemmove_by_row")]


class Problem(models.Model):
    """A problem of one enterprise or site. Its clocks stand in casework; ``due_at`` repeats the running
    one for lists."""

    retention = {"*": "register"}
    move_model: ClassVar[type[models.Model]] = ProblemMove

    no = models.CharField(max_length=20, unique=True)
    premises = models.ForeignKey("premises.Premises", models.PROTECT, related_name="+", db_index=False)
    source = models.CharField(max_length=12)
    inspection = models.ForeignKey("campaigns.Inspection", models.PROTECT, null=True, related_name="+")
    visit = models.ForeignKey("campaigns.LiaisonVisit", models.PROTECT, null=True, related_name="+")
    campaign = models.ForeignKey(
        "campaigns.Campaign", models.PROTECT, null=True, related_name="+", db_index=False
    )
    item = models.CharField(max_length=12, blank=True)
    severity = models.CharField(max_length=10, default="normal")
    text = models.CharField(max_length=500)
    title = models.CharField(max_length=120)
    town = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    village = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    grid = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    agency = models.ForeignKey("org.Agency", models.PROTECT, null=True, related_name="+", db_index=False)
    post = models.ForeignKey("org.Post", models.PROTECT, null=True, related_name="+", db_index=False)
    assignment_id = models.BigIntegerField(null=True)
    status = models.CharField(max_length=12, default=PROBLEM.initial)
    version = models.PositiveIntegerField(default=1)
    due_at = models.DateTimeField(null=True)
    found_at = models.DateTimeField()
    found_by = models.CharField(max_length=80, blank=True)
    result = models.CharField(max_length=1000, blank=True)
    returns = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(PROBLEM.states)), name="campaigns_problem_status"
            ),
            models.CheckConstraint(condition=Q(source__in=list(SOURCES)), name="campaigns_problem_source"),
            models.CheckConstraint(
                condition=Q(severity__in=list(SEVERITIES)), name="campaigns_problem_severity"
            ),
            models.CheckConstraint(
                condition=~Q(status="closed") | Q(closed_at__isnull=False),
                name="campaigns_problem_closed_when",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "due_at", "id"], name="campaigns_p_by_due"),
            models.Index(fields=["-found_at", "-id"], name="campaigns_p_newest"),
            models.Index(fields=["town", "status", "id"], name="campaigns_p_by_town"),
            models.Index(fields=["campaign", "status"], name="campaigns_p_of_campaign"),
            models.Index(
                fields=["post", "id"], condition=Q(status__in=OPEN_PROBLEM), name="campaigns_p_of_post"
            ),
            models.Index(
                fields=["grid", "id"], condition=Q(status__in=OPEN_PROBLEM), name="campaigns_p_of_grid"
            ),
            models.Index(
                fields=["agency", "id"], condition=Q(status__in=OPEN_PROBLEM), name="campaigns_p_of_agency"
            ),
            models.Index(fields=["premises", "-id"], name="campaigns_p_of_premises"),
        ]
