"""Who looked at which camera, and what the gateway reported."""

from __future__ import annotations

from django.db import models


class CameraView(models.Model):
    """One look at one channel: who, what, from, to, what for. Row-level security: the whole district only.

    ``view`` is the gateway's id. ``ended_at`` is empty while somebody looks; ``seen_at`` is the last
    moment the gateway said so.
    """

    retention = {"*": "log"}
    view = models.UUIDField(unique=True)
    channel = models.CharField(max_length=64)
    viewer = models.CharField(max_length=60)
    post_id = models.BigIntegerField(null=True)
    purpose = models.CharField(max_length=200)
    mode = models.CharField(max_length=10)
    gateway = models.CharField(max_length=20, default="")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=20, default="")

    class Meta:
        indexes = [
            models.Index(fields=["channel", "-id"], name="cameras_view_by_channel"),
            models.Index(fields=["viewer", "-id"], name="cameras_view_by_viewer"),
            models.Index(fields=["began_at"], name="cameras_view_by_time"),
            models.Index(
                fields=["gateway"], name="cameras_view_open", condition=models.Q(ended_at__isnull=True)
            ),
        ]


class GatewayReport(models.Model):
    """One line of the gateway that is not about a view: refusals, device events, alarms, positions,
    verdicts, clips. ``line`` is the gateway's id: a line read twice is stored once."""

    retention = {"*": "work"}
    line = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    gateway = models.CharField(max_length=20, default="")
    channel = models.CharField(max_length=64, default="")
    device = models.CharField(max_length=20, default="")
    facts = models.JSONField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "-id"], name="cameras_report_by_kind"),
            models.Index(fields=["channel", "-id"], name="cameras_report_by_channel"),
            models.Index(fields=["device", "-id"], name="cameras_report_by_device"),
            models.Index(fields=["at"], name="cameras_report_by_time"),
        ]
