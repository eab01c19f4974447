"""What changed for whose phones, and what was answered to which command."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q

from wangge.sync.rules import OUTCOMES


class Change(models.Model):
    """A record changed (``record_id``; without one the whole kind) for an area, a post, an agency, or
    (none of the three) for everybody.

    ``xid`` is the number of the transaction that wrote it: readers take what lies below the oldest
    open transaction as settled. It holds no content; what a phone may have is read anew by its scope.
    """

    retention = {"*": "work"}
    xid = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    record_id = models.BigIntegerField(null=True)
    area_id = models.BigIntegerField(null=True)
    post_id = models.BigIntegerField(null=True)
    agency_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["area_id", "xid"], condition=Q(area_id__isnull=False), name="sync_change_area"
            ),
            models.Index(
                fields=["post_id", "xid"], condition=Q(post_id__isnull=False), name="sync_change_post"
            ),
            models.Index(
                fields=["agency_id", "xid"], condition=Q(agency_id__isnull=False), name="sync_change_agency"
            ),
            models.Index(
                fields=["xid"],
                condition=Q(area_id__isnull=True, post_id__isnull=True, agency_id__isnull=True),
                name="sync_change_all",
            ),
            BrinIndex(fields=["at"], name="sync_change_at"),
        ]


class Answer(models.Model):
    """What became of one command of one phone; written in the transaction of the effect.

    ``content_hash`` is the SHA-256 of the signed text: the same id with another content is refused.
    Empty means that the command never came: another was sent instead of it.
    """

    retention = {"*": "work"}
    pk = models.CompositePrimaryKey("device_id", "command_id")
    device = models.ForeignKey("org.Device", models.PROTECT, related_name="+", db_index=False)
    command_id = models.UUIDField()
    post_id = models.BigIntegerField()
    seq = models.BigIntegerField(null=True)
    name = models.CharField(max_length=60)
    content_hash = models.BinaryField(max_length=32)
    outcome = models.CharField(max_length=10)
    result: Any = models.JSONField(default=dict)
    problem: Any = models.JSONField(null=True)
    instead_of = models.UUIDField(null=True)
    at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=OUTCOMES), name="sync_answer_outcome"),
            models.CheckConstraint(condition=Q(seq__gt=0), name="sync_answer_seq"),
            models.CheckConstraint(
                condition=~Q(instead_of=F("command_id")), name="sync_answer_not_instead_of_itself"
            ),
            models.UniqueConstraint(fields=["device", "seq"], name="sync_answer_seq_once"),
        ]
        indexes = [
            BrinIndex(fields=["received_at"], name="sync_answer_at"),
            models.Index(
                fields=["device", "-received_at"],
                condition=Q(outcome__in=["refused", "conflict"]),
                name="sync_answer_refused",
            ),
        ]
