"""The permanent log and its seals. Rows only grow: triggers refuse everything else, the owner included."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Func, Q


class WrittenIn(Func):
    """The number of the writing transaction: lets the sealer know which entries are all there."""

    template = "(pg_current_xact_id()::text::bigint)"
    arity = 0


class AuditEntry(models.Model):
    """Who did what to which subject, when, why. ``data`` holds ids and codes, never personal content."""

    retention = {"*": "log"}
    at = models.DateTimeField()
    actor_key = models.CharField(max_length=60)
    actor_label = models.CharField(max_length=90)
    post_id = models.BigIntegerField(null=True)
    account_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=80, default="")
    purpose = models.CharField(max_length=200, default="")
    data = models.JSONField(default=dict)
    written_in = models.BigIntegerField(
        db_default=WrittenIn(output_field=models.BigIntegerField()), editable=False
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(action=""), name="audit_entry_action")]
        indexes = [
            models.Index(fields=["subject", "id"], condition=~Q(subject=""), name="audit_entry_by_subject"),
            models.Index(fields=["actor_key", "id"], name="audit_entry_by_actor"),
            models.Index(fields=["action", "id"], name="audit_entry_by_action"),
            models.Index(fields=["at", "id"], name="audit_entry_by_time"),
            models.Index(fields=["written_in"], name="audit_entry_unsealed"),
        ]


class AuditSeal(models.Model):
    """A Merkle root over all entries of a range of transactions, chained to the seal before it."""

    retention = {"*": "log"}
    from_txid = models.BigIntegerField()
    to_txid = models.BigIntegerField()
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    count = models.PositiveIntegerField()
    root = models.BinaryField(max_length=32)
    chain = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(to_txid__gt=F("from_txid")), name="audit_seal_range"),
            models.UniqueConstraint(fields=["from_txid"], name="audit_seal_follows_once"),
        ]
        indexes = [models.Index(fields=["sealed_at"], name="audit_seal_by_time")]
