"""A campaign, its reminders, its re-check samples and its frozen snapshots."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from wangge.campaigns.states import CAMPAIGN

KINDS = {"survey": "专项排查", "inspection": "五有检查", "liaison": "挂钩走访"}
RULES = {"grid": "按网格分派", "liaison": "按挂钩分派", "agency": "按镇(街道)分派"}


class CampaignMove(models.Model):
    """One move of a campaign."""

    retention = {"*": "log"}
    row = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="+", db_index=False)
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
        indexes = [models.Index(fields=["row", "id"], name="campaigns_move_by_row")]


class Campaign(models.Model):
    """Who asks what of whom until when. ``figures`` are the definitions that its answers are summed by;
    ``rounds`` how often a unit is visited before it counts; the form version never changes."""

    retention = {"*": "register"}
    move_model: ClassVar[type[models.Model]] = CampaignMove

    no = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=80)
    purpose = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=12)
    form_version = models.ForeignKey("forms.FormVersion", models.PROTECT, null=True, related_name="+")
    agency = models.ForeignKey("org.Agency", models.PROTECT, null=True, related_name="+", db_index=False)
    rule = models.CharField(max_length=10, default="grid")
    rounds = models.PositiveSmallIntegerField(default=1)
    figures: Any = models.JSONField(default=list)
    from_at = models.DateTimeField()
    due_at = models.DateTimeField()
    status = models.CharField(max_length=12, default=CAMPAIGN.initial)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60)
    created_by_label = models.CharField(max_length=80, blank=True)
    started_at = models.DateTimeField(null=True)
    locked_at = models.DateTimeField(null=True)
    handed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(CAMPAIGN.states)), name="campaigns_campaign_status"
            ),
            models.CheckConstraint(condition=Q(kind__in=list(KINDS)), name="campaigns_campaign_kind"),
            models.CheckConstraint(condition=Q(rule__in=list(RULES)), name="campaigns_campaign_rule"),
            models.CheckConstraint(condition=Q(due_at__gt=F("from_at")), name="campaigns_campaign_term"),
            models.CheckConstraint(
                condition=~Q(kind="survey") | Q(form_version__isnull=False), name="campaigns_survey_has_form"
            ),
            models.CheckConstraint(condition=Q(rounds__gte=1), name="campaigns_campaign_rounds"),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="campaigns_newest"),
            models.Index(fields=["due_at"], condition=Q(status="running"), name="campaigns_running_by_due"),
        ]


class Reminder(models.Model):
    """One round of reminders: to how many posts and agencies, about how many units; ``rung`` names the
    automatic ones so that each is sent once."""

    retention = {"*": "log"}
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+")
    rung = models.CharField(max_length=10, blank=True)
    at = models.DateTimeField()
    by_label = models.CharField(max_length=80)
    readers = models.PositiveIntegerField()
    units = models.PositiveIntegerField()
    due_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "rung", "due_at"], condition=~Q(rung=""), name="campaigns_reminder_once"
            )
        ]


class Sample(models.Model):
    """A drawn re-check: the seed and the frame it was drawn from say again who was drawn."""

    retention = {"*": "log"}
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+")
    seed = models.CharField(max_length=40)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    frame = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()
    last_response_id = models.BigIntegerField()
    at = models.DateTimeField()
    by_label = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "seed"], name="campaigns_sample_seed_once"),
            models.CheckConstraint(condition=Q(percent__gt=0, percent__lte=100), name="campaigns_percent"),
        ]


class Snapshot(models.Model):
    """Figures as they stood, with the query that counted them, their equations and a hash of the rows.

    ``last_response_id`` and ``last_target_move_id`` bound what was seen: nothing of the campaign could
    be written while it was made. Only the three columns of the hand-over are ever filled in later.
    """

    retention = {"*": "log"}
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80)
    figures: Any = models.JSONField()
    checks: Any = models.JSONField()
    rows = models.PositiveIntegerField()
    last_response_id = models.BigIntegerField()
    last_move_id = models.BigIntegerField()
    rows_hash = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    handed_at = models.DateTimeField(null=True)
    handed_to = models.ForeignKey("org.Agency", models.PROTECT, null=True, related_name="+", db_index=False)
    handed_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "number"], name="campaigns_snapshot_no")]
