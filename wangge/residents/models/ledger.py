"""Loads of people's ledgers and what they refused; what was erased when its time was over."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class ImportBatch(models.Model):
    """One load of one file: ``rows_in == stored + refused``; ``unchanged`` and ``updated`` of the stored
    were known before."""

    retention = {"*": "register"}
    source = models.CharField(max_length=40)
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    header = models.JSONField(default=list)
    purpose = models.CharField(max_length=20)
    rows_in = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    blank = models.PositiveIntegerField(default=0)
    post_id = models.BigIntegerField(null=True)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=90, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rows_in=F("stored") + F("refused")), name="residents_import_rows_are_conserved"
            )
        ]
        indexes = [models.Index(fields=["post_id", "-id"], name="residents_import_by_post")]


class RefusedRow(models.Model):
    """A row that could not be stored, as it came (sealed), with the reason."""

    retention = {"*": "work"}
    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="+", db_index=False)
    row_no = models.PositiveIntegerField()
    reason = models.CharField(max_length=300)
    cells_sealed = models.BinaryField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "row_no"], name="residents_refusedrow_once")]
        indexes = [models.Index(fields=["expires_at"], name="residents_refusedrow_expiry")]


class Erasure(models.Model):
    """Evidence: so many rows of a dataset were erased; ``ids_sha256`` is over their sorted ids."""

    retention = {"*": "log"}
    dataset = models.CharField(max_length=20)
    rows = models.PositiveIntegerField()
    ids_sha256 = models.CharField(max_length=64)
    expired_before = models.DateTimeField()
    method = models.CharField(max_length=60)
    by = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(rows__gt=0), name="residents_erasure_rows")]
