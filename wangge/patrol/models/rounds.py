"""Where grid workers were and whom they met: check-in points, rounds, check-ins, visits."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from wangge.patrol import rules
from wangge.patrol.models.columns import Captured, area, one_of


class CheckInPoint(models.Model):
    """A place of a grid that should be looked at every week 巡查点; ended ones stay for the figures."""

    retention = {"*": "register"}
    grid = area()
    village = area()
    town = area()
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=12)
    lon = models.FloatField()
    lat = models.FloatField()
    radius = models.PositiveSmallIntegerField(default=80)
    note = models.CharField(max_length=200, default="", blank=True)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=one_of("kind", rules.POINT_KINDS), name="patrol_point_kind"),
            models.CheckConstraint(
                condition=Q(radius__gte=20) & Q(radius__lte=500), name="patrol_point_radius"
            ),
            models.UniqueConstraint(
                fields=["grid", "name"], condition=Q(valid_to__isnull=True), name="patrol_point_once"
            ),
        ]
        indexes = [
            models.Index(fields=["grid", "id"], name="patrol_point_grid"),
            models.Index(fields=["village", "id"], name="patrol_point_village"),
            models.Index(fields=["town", "id"], name="patrol_point_town"),
        ]


class Round(Captured):
    """One walk through a grid. ``at`` is its start; the track is thinned on the phone.

    ``track`` is a list of ``[lon, lat, second, accuracy]``; the columns after it are what it proves.
    ``inside_seconds`` is the part within the grid's boundary, the only hours a figure counts.
    """

    retention = {"*": "ticket", "track": "work"}
    ended_at = models.DateTimeField(null=True)
    ended_received_at = models.DateTimeField(null=True)
    track: Any = models.JSONField(default=list)
    points = models.PositiveIntegerField(default=0)
    distance = models.PositiveIntegerField(default=0)
    patrol_seconds = models.PositiveIntegerField(default=0)
    inside_seconds = models.PositiveIntegerField(default=0)
    gaps: Any = models.JSONField(default=list)
    jumps = models.PositiveIntegerField(default=0)
    fastest = models.FloatField(default=0)
    print = models.BinaryField(default=bytes)
    replay_of = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, db_index=False)
    overlaps = models.BooleanField(default=False)
    offline = models.BooleanField(default=False)
    note = models.CharField(max_length=300, default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=models.F("at")),
                name="patrol_round_period",
            ),
            models.CheckConstraint(
                condition=Q(inside_seconds__lte=models.F("patrol_seconds")), name="patrol_round_inside"
            ),
        ]
        indexes = [
            models.Index(fields=["-at", "-id"], name="patrol_round_newest"),
            models.Index(fields=["town", "-at", "-id"], name="patrol_round_town"),
            models.Index(fields=["village", "-at", "-id"], name="patrol_round_village"),
            models.Index(fields=["grid", "-at", "-id"], name="patrol_round_grid"),
            models.Index(fields=["post", "-at", "-id"], name="patrol_round_post"),
            models.Index(fields=["print"], condition=~Q(print=b""), name="patrol_round_print"),
        ]


class CheckIn(Captured):
    """Somebody was at a check-in point; the server judges distance and stay, the refusal stays readable."""

    retention = {"*": "ticket", "lon": "work", "lat": "work"}
    round_client = models.UUIDField(null=True)
    point = models.ForeignKey(CheckInPoint, models.PROTECT, related_name="+", db_index=False)
    lon = models.FloatField()
    lat = models.FloatField()
    accuracy = models.FloatField()
    distance = models.PositiveIntegerField()
    dwell_seconds = models.PositiveIntegerField()
    track_dwell = models.PositiveIntegerField(null=True)
    counts = models.BooleanField()
    reason = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(counts=True) ^ ~Q(reason=""), name="patrol_check_in_says_why")
        ]
        indexes = [
            models.Index(
                fields=["grid", "at"],
                include=["point"],
                condition=Q(counts=True),
                name="patrol_check_in_week",
            ),
            models.Index(fields=["point", "-at", "-id"], name="patrol_check_in_point"),
            models.Index(
                fields=["round_client"], condition=Q(round_client__isnull=False), name="patrol_check_in_round"
            ),
        ]


class Visit(Captured):
    """A household, an enterprise or a place was visited. The target is an id of the register, its label
    masked as the register shows it; ``believed`` is false where the pace was impossible."""

    retention = {"*": "ticket"}
    round_client = models.UUIDField(null=True)
    target_kind = models.CharField(max_length=10)
    target_id = models.BigIntegerField()
    target_label = models.CharField(max_length=80, default="", blank=True)
    result = models.CharField(max_length=8)
    topic = models.CharField(max_length=40, default="", blank=True)
    note = models.TextField(default="", blank=True)
    photo = models.UUIDField(null=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    accuracy = models.FloatField(null=True)
    believed = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=one_of("target_kind", rules.TARGETS), name="patrol_visit_target"
            ),
            models.CheckConstraint(
                condition=one_of("result", rules.VISIT_RESULTS), name="patrol_visit_result"
            ),
        ]
        indexes = [
            models.Index(
                fields=["grid", "at"],
                include=["target_id"],
                condition=Q(target_kind="household", result="met", believed=True),
                name="patrol_visit_met",
            ),
            models.Index(fields=["grid", "-at", "-id"], name="patrol_visit_grid"),
            models.Index(fields=["target_kind", "target_id", "-at", "-id"], name="patrol_visit_of_target"),
            models.Index(fields=["post", "-at", "-id"], name="patrol_visit_post"),
            models.Index(
                fields=["round_client"], condition=Q(round_client__isnull=False), name="patrol_visit_round"
            ),
        ]
