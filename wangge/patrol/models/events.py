"""The patrol event 事件 (spec §4.4), its moves, its units, its pictures, the tree of classes."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from wangge.patrol import rules, states
from wangge.patrol.models.columns import Captured, one_of

NEWEST = ("-received_at", "-id")


def newest(name: str, *columns: str, condition: Q | None = None) -> models.Index:
    """An index for a list: equality on the columns, newest first, keyset-ready."""
    return models.Index(fields=[*columns, *NEWEST], name=f"patrol_event_{name}", condition=condition)


class EventClass(models.Model):
    """One node of the event tree; codes never change, names may. ``path`` is ``城市管理->井盖缺损``."""

    retention = {"*": "register"}
    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=30)
    parent_code = models.CharField(max_length=40, default="", blank=True)
    path = models.CharField(max_length=120)
    position = models.PositiveIntegerField(default=0)
    active = models.BooleanField(default=True)


class EventMove(models.Model):
    """One move of an event, to the second; every duration and figure can be recounted from these rows."""

    retention = {"*": "ticket"}
    row = models.ForeignKey("patrol.Event", models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=30)
    source = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, default="")
    agency = models.ForeignKey("org.Agency", models.PROTECT, related_name="+", null=True, db_index=False)
    at = models.DateTimeField()
    reason = models.TextField(default="", blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["row", "id"], name="patrol_move_row")]


class Event(Captured):
    """One thing found in a grid, from 信息收集 to 综合评价. ``post`` is the reporter, ``at`` when it was
    written on the phone, ``received_at`` when the server had it: the list's order and the clocks' start."""

    retention = {"*": "ticket"}
    move_model: ClassVar[type[EventMove]] = EventMove

    no = models.CharField(max_length=24, unique=True)
    status = models.CharField(max_length=20, default=states.EVENT.initial)
    version = models.PositiveIntegerField(default=1)
    open = models.GeneratedField(
        expression=models.Case(
            models.When(status__in=sorted(states.ENDED), then=models.Value(False)), default=models.Value(True)
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    source = models.CharField(max_length=8, default="phone")
    klass = models.ForeignKey(EventClass, models.PROTECT, related_name="+", db_index=False)
    class_code = models.CharField(max_length=40)
    level = models.CharField(max_length=8, default="general")
    urgent = models.BooleanField(default=False)
    title = models.CharField(max_length=60)
    description = models.TextField(default="", blank=True)
    address = models.CharField(max_length=200, default="", blank=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    accuracy = models.FloatField(null=True)
    round_client = models.UUIDField(null=True)
    occurred_at = models.DateTimeField()
    self_handled = models.BooleanField(default=False)

    agency = models.ForeignKey("org.Agency", models.PROTECT, related_name="+", null=True, db_index=False)
    assignment_id = models.BigIntegerField(null=True)
    with_grid = models.BooleanField(default=False)
    returned_by_ids = ArrayField(models.BigIntegerField(), default=list)
    dispatched_at = models.DateTimeField(null=True)
    sign_due = models.DateTimeField(null=True)
    reply_due = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    fed_back_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    sign_late = models.BooleanField(default=False)
    late = models.BooleanField(default=False)
    returns = models.PositiveSmallIntegerField(default=0)
    redo_count = models.PositiveSmallIntegerField(default=0)
    urges = models.PositiveSmallIntegerField(default=0)

    handling = models.TextField(default="", blank=True)
    handler_post_id = models.BigIntegerField(null=True)
    verification = models.CharField(max_length=6, default="", blank=True)
    verify_text = models.TextField(default="", blank=True)
    verifier_label = models.CharField(max_length=80, default="", blank=True)
    score = models.PositiveSmallIntegerField(null=True)
    rating_text = models.TextField(default="", blank=True)
    joined_into = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, db_index=False)
    joins = models.PositiveSmallIntegerField(default=0)
    void_code = models.CharField(max_length=12, default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=sorted(states.EVENT.states)), name="patrol_event_status"
            ),
            models.CheckConstraint(condition=one_of("level", rules.LEVELS), name="patrol_event_level"),
            models.CheckConstraint(condition=one_of("source", rules.SOURCES), name="patrol_event_source"),
            models.CheckConstraint(
                condition=one_of("verification", rules.VERIFICATIONS), name="patrol_event_verification"
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=1, score__lte=5), name="patrol_event_score"
            ),
            models.CheckConstraint(
                condition=Q(status="joined") ^ Q(joined_into__isnull=True), name="patrol_event_joined"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="patrol_event_has_title"),
        ]
        indexes = [
            newest("newest"),
            newest("status", "status"),
            newest("town", "town"),
            newest("village", "village"),
            newest("grid", "grid"),
            newest("class", "class_code"),
            newest("post", "post"),
            newest("agency", "agency"),
            newest("late", "late", condition=Q(late=True, open=True)),
            newest("town_status", "town", "status"),
            newest("open", "grid", condition=Q(open=True)),
            models.Index(
                fields=["joined_into"], condition=Q(joined_into__isnull=False), name="patrol_event_into"
            ),
            models.Index(
                fields=["round_client"], condition=Q(round_client__isnull=False), name="patrol_event_round"
            ),
        ]


class EventUnit(models.Model):
    """An agency that has or had an event in its hands: what the row policy and the unit's list read."""

    retention = {"*": "ticket"}
    event = models.ForeignKey(Event, models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey("org.Agency", models.PROTECT, related_name="+", db_index=False)
    assignment_id = models.BigIntegerField()
    active = models.BooleanField(default=True)
    due_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "agency"], name="patrol_unit_once")]
        indexes = [models.Index(fields=["agency", "-event"], name="patrol_unit_agency")]


class EventFile(models.Model):
    """A picture or voice note of an event, named by the id the phone gave it: it may come later.

    ``digest`` is the SHA-256 the phone took of the bytes, to find one picture sold twice.
    """

    retention = {"*": "ticket"}
    event = models.ForeignKey(Event, models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(max_length=8)
    client_id = models.UUIDField()
    digest = models.BinaryField(default=bytes)
    by_label = models.CharField(max_length=80, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=one_of("role", rules.FILE_ROLES), name="patrol_file_role"),
            models.UniqueConstraint(fields=["event", "client_id"], name="patrol_file_once"),
        ]
        indexes = [
            models.Index(fields=["digest"], condition=~Q(digest=b""), name="patrol_file_digest"),
            models.Index(fields=["client_id"], name="patrol_file_client"),
            models.Index(fields=["id"], condition=Q(digest=b""), name="patrol_file_unread"),
        ]
