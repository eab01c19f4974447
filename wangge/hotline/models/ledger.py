"""Foreign ledgers: how their columns map, what each load brought, which rows were refused."""

from __future__ import annotations

from django.db import models


class ImportProfile(models.Model):
    """A saved column mapping for one source of ledgers."""

    retention = {"*": "register"}
    name = models.CharField(max_length=60, unique=True)
    source = models.CharField(max_length=40)
    mapping = models.JSONField(default=dict)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]


class ImportBatch(models.Model):
    """One load of one file: ``rows_in == stored + refused``; ``unchanged`` are stored earlier."""

    retention = {"*": "ticket"}
    source = models.CharField(max_length=40)
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    rows_in = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    blank = models.PositiveIntegerField(default=0)
    header = models.JSONField(default=list)
    by = models.CharField(max_length=60)
    by_label = models.CharField(max_length=80, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rows_in=models.F("stored") + models.F("refused")),
                name="hotline_importbatch_rows_are_conserved",
            )
        ]


class RefusedRow(models.Model):
    """A row that could not become a ticket, as it came (sealed), with the reason."""

    retention = {"*": "work"}
    batch = models.ForeignKey("hotline.ImportBatch", on_delete=models.PROTECT, related_name="+")
    row_no = models.PositiveIntegerField()
    reason = models.CharField(max_length=300)
    cells_sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "row_no"], name="hotline_refusedrow_once")]
