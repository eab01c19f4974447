"""The mode of the command centre, as dated rows."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from wangge.bigscreen.rules import MODES


class ModeChange(models.Model):
    """From ``at`` on the centre works in this mode: 平时 routine, 战时 emergency, 演练 drill (spec §1.1)."""

    retention = {"*": "log"}
    mode = models.CharField(max_length=10)
    at = models.DateTimeField()
    reason = models.CharField(max_length=200)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, default="")

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="bigscreen_mode_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(mode__in=sorted(MODES)), name="bigscreen_mode_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="bigscreen_mode_has_reason"),
        ]
