"""Notices 告知书: versioned texts, and each one served with signature or refusal."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wangge.patrol import rules
from wangge.patrol.models.columns import Captured, one_of


class NoticeKind(models.Model):
    """One version of a notice's text; a changed text is a new row, what was served keeps its own."""

    retention = {"*": "register"}
    code = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=60)
    text = models.TextField()
    document = models.CharField(max_length=120, default="", blank=True)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="patrol_notice_version"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(valid_to__isnull=True), name="patrol_notice_current"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="patrol_notice_has_text"),
        ]


class NoticeServed(Captured):
    """One notice handed over: to whom (sealed), where, signed or refused with a photo."""

    retention = {"*": "ticket", "served_to_sealed": "caller"}
    no = models.CharField(max_length=24, unique=True)
    kind = models.ForeignKey(NoticeKind, models.PROTECT, related_name="+")
    target_kind = models.CharField(max_length=10, default="place")
    target_id = models.BigIntegerField(null=True)
    place = models.CharField(max_length=120)
    served_to_sealed = models.BinaryField(default=bytes)
    refused = models.BooleanField(default=False)
    signature = models.UUIDField(null=True)
    photo = models.UUIDField(null=True)
    note = models.CharField(max_length=300, default="", blank=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    round_client = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=one_of("target_kind", rules.TARGETS), name="patrol_served_target"
            ),
            models.CheckConstraint(
                condition=Q(refused=False, signature__isnull=False) | Q(refused=True, photo__isnull=False),
                name="patrol_served_proof",
            ),
        ]
        indexes = [
            models.Index(fields=["-received_at", "-id"], name="patrol_served_newest"),
            models.Index(fields=["town", "-received_at", "-id"], name="patrol_served_town"),
            models.Index(fields=["village", "-received_at", "-id"], name="patrol_served_village"),
            models.Index(fields=["grid", "-received_at", "-id"], name="patrol_served_grid"),
        ]
