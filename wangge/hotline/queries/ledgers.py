"""Reads of ledger loads: reports, refusals in short, saved mappings."""

from __future__ import annotations

from wangge.hotline import permissions
from wangge.hotline.models import ImportBatch, ImportProfile, RefusedRow
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound


def import_batch(actor: Actor, batch_id: int) -> ImportBatch:
    """The report of one load; ``NotFound`` when there is none."""
    gate.require(actor, permissions.IMPORT)
    batch = ImportBatch.objects.filter(pk=batch_id).first()
    if batch is None:
        raise NotFound
    return batch


def import_batches(actor: Actor) -> list[ImportBatch]:
    """The newest hundred loads."""
    gate.require(actor, permissions.IMPORT)
    return list(ImportBatch.objects.order_by("-id")[:100])


def refusals(actor: Actor, batch_id: int, most: int = 200) -> list[tuple[int, str]]:
    """Row numbers and reasons of refused rows, without their cells."""
    batch = import_batch(actor, batch_id)
    rows = RefusedRow.objects.filter(batch_id=batch.pk).order_by("row_no")
    return list(rows.values_list("row_no", "reason")[:most])


def profiles(actor: Actor) -> list[ImportProfile]:
    """Saved mappings by name."""
    gate.require(actor, permissions.IMPORT)
    return list(ImportProfile.objects.all())
