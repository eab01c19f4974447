"""Reading log lines in the order in which they are sealed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wangge.audit import rules
from wangge.audit.models import AuditEntry

COLUMNS = (
    "id", "at", "actor_key", "actor_label", "post_id", "account_id", "action", "subject", "purpose", "data",
    "written_in",
)  # fmt: skip


def leaves_between(from_txid: int, to_txid: int) -> Iterator[tuple[int, bytes]]:
    """Id and leaf of every line written in transactions of [from, to), by id."""
    rows: Any = AuditEntry.objects.filter(written_in__gte=from_txid, written_in__lt=to_txid)
    for row in rows.order_by("id").values(*COLUMNS).iterator(chunk_size=5000):
        yield row["id"], rules.leaf(row)
