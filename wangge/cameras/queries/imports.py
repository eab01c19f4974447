"""What imports brought."""

from __future__ import annotations

from typing import Any

from wangge.cameras import permissions
from wangge.cameras.models import ImportRemark, PointImport
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound

_COLUMNS = (
    "id", "filename", "origin", "rows_in", "stored", "added", "changed", "refused", "blank", "by_label", "at",
)  # fmt: skip


def imports(actor: Actor) -> list[dict[str, Any]]:
    """The newest hundred loads."""
    gate.require(actor, permissions.IMPORT)
    return list(PointImport.objects.order_by("-at", "-id").values(*_COLUMNS)[:100])


def import_report(actor: Actor, import_id: int) -> dict[str, Any]:
    """One load with its first five hundred remarks."""
    gate.require(actor, permissions.IMPORT)
    row = PointImport.objects.filter(pk=import_id).values(*_COLUMNS).first()
    if row is None:
        raise NotFound
    remarks = ImportRemark.objects.filter(load_id=import_id).order_by("row_no", "kind")
    return dict(row) | {"remarks": list(remarks.values("row_no", "kind", "text", "point_id")[:500])}
