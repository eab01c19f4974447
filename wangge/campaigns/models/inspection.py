"""Five-haves inspections and liaison visits of one enterprise or site."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

INSPECTION_KINDS = {"routine": "常态化巡查", "group": "分组走访", "surprise": "突击检查"}
FIVE = {
    "guide": "有疫情防控指南",
    "system": "有防控管理制度和责任人",
    "supplies": "有适量防护物资储备",
    "support": "有属地医疗卫生力量指导支持",
    "isolation": "有隔离场所和转运安排准备",
}
GATE = {
    "health_code": "查健康码",
    "travel_code": "查行程码",
    "mask": "佩戴口罩",
    "vaccine": "查疫苗接种",
    "temperature": "测量体温",
}
ANSWERS = {"yes": "是", "no": "否", "na": "不适用"}


class Inspection(models.Model):
    """One look at a unit: the five haves, the gate, who looked. Never edited: a new look is a new row.

    ``passed``: none of the five is "no". ``latest`` marks the last one of the unit.
    """

    retention = {"*": "register"}
    client_id = models.UUIDField(unique=True)
    premises = models.ForeignKey("premises.Premises", models.PROTECT, related_name="+", db_index=False)
    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10)
    team = models.CharField(max_length=40, blank=True)
    inspectors: Any = models.JSONField(default=list)
    vaccinated = models.PositiveIntegerField(null=True)
    leaflets = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=1000, blank=True)
    passed = models.BooleanField()
    latest = models.BooleanField(default=True)
    signature = models.CharField(max_length=36, blank=True)
    photos: Any = models.JSONField(default=list)
    title = models.CharField(max_length=120)
    town = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    village = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    grid = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    post = models.ForeignKey("org.Post", models.PROTECT, null=True, related_name="+", db_index=False)
    agency = models.ForeignKey("org.Agency", models.PROTECT, null=True, related_name="+", db_index=False)
    by_label = models.CharField(max_length=80, blank=True)
    captured_at = models.DateTimeField()
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(INSPECTION_KINDS)), name="campaigns_insp_kind"),
            models.UniqueConstraint(
                fields=["premises"], condition=Q(latest=True), name="campaigns_insp_one_latest"
            ),
        ]
        indexes = [
            models.Index(fields=["-captured_at", "-id"], name="campaigns_i_newest"),
            models.Index(fields=["town", "-captured_at", "-id"], name="campaigns_i_by_town"),
            models.Index(fields=["premises", "-captured_at"], name="campaigns_i_of_premises"),
            models.Index(
                fields=["town", "passed"], condition=Q(latest=True), name="campaigns_i_latest_by_town"
            ),
        ]


class InspectionItem(models.Model):
    """One of the ten questions of an inspection, with what proves the answer."""

    retention = {"*": "register"}
    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="+", db_index=False)
    part = models.CharField(max_length=4)
    code = models.CharField(max_length=12)
    answer = models.CharField(max_length=3)
    evidence = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inspection", "code"], name="campaigns_item_once"),
            models.CheckConstraint(condition=Q(answer__in=list(ANSWERS)), name="campaigns_item_answer"),
            models.CheckConstraint(
                condition=Q(part="five", code__in=list(FIVE)) | Q(part="gate", code__in=list(GATE)),
                name="campaigns_item_code",
            ),
        ]


class LiaisonVisit(models.Model):
    """An official was at an enterprise: when, what was said, what was handed out. ``paired``: it was the
    one in his care that day."""

    retention = {"*": "register"}
    client_id = models.UUIDField(unique=True)
    premises = models.ForeignKey("premises.Premises", models.PROTECT, related_name="+", db_index=False)
    paired = models.BooleanField(default=True)
    campaign = models.ForeignKey(
        "campaigns.Campaign", models.PROTECT, null=True, related_name="+", db_index=False
    )
    round = models.PositiveSmallIntegerField(default=1)
    summary = models.CharField(max_length=1000, blank=True)
    manuals = models.PositiveIntegerField(default=0)
    leaflets = models.PositiveIntegerField(default=0)
    photos: Any = models.JSONField(default=list)
    title = models.CharField(max_length=120)
    town = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    village = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    grid = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+", db_index=False)
    post = models.ForeignKey("org.Post", models.PROTECT, null=True, related_name="+", db_index=False)
    agency = models.ForeignKey("org.Agency", models.PROTECT, null=True, related_name="+", db_index=False)
    by_label = models.CharField(max_length=80, blank=True)
    visited_at = models.DateTimeField()
    stored_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["-visited_at", "-id"], name="campaigns_v_newest"),
            models.Index(fields=["campaign", "premises"], name="campaigns_v_of_campaign"),
            models.Index(fields=["premises", "-visited_at"], name="campaigns_v_of_premises"),
            models.Index(fields=["post", "-visited_at"], name="campaigns_v_of_post"),
        ]


class Suggestion(models.Model):
    """What the enterprise would like to be done otherwise; nobody has to close it."""

    retention = {"*": "register"}
    visit = models.ForeignKey(LiaisonVisit, models.PROTECT, related_name="+")
    text = models.CharField(max_length=500)
    at = models.DateTimeField()
