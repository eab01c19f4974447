"""Columns that everything captured on a phone has: where it belongs, who made it, when and on what."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q


def area() -> models.ForeignKey[Any, Any]:
    """A node of the tree a row belongs to; the indexes are named by the table."""
    return models.ForeignKey("territory.Area", models.PROTECT, related_name="+", db_index=False)


def one_of(column: str, codes: dict[str, str], *, empty: bool = False) -> Q:
    """A CHECK condition: the column holds one of the codes (or nothing)."""
    return Q(**{f"{column}__in": [*codes, ""] if empty else list(codes)})


class Captured(models.Model):
    """``client_id`` is the idempotency key; ``at`` is the device's time corrected by the offset it knew,
    ``received_at`` the server's; ``drift_seconds`` how wrong the device's own clock was."""

    client_id = models.UUIDField(unique=True)
    grid = area()
    village = area()
    town = area()
    post = models.ForeignKey("org.Post", models.PROTECT, related_name="+", null=True, db_index=False)
    by_label = models.CharField(max_length=80, default="")
    device_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    received_at = models.DateTimeField()
    drift_seconds = models.IntegerField(default=0)

    class Meta:
        abstract = True
