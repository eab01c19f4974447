"""Reads of file loads: reports and refusals in short."""

from __future__ import annotations

from wangge.kit import permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.premises import permissions as verbs
from wangge.premises.models import ImportBatch, RefusedRow
from wangge.premises.queries.scope import sees_all


def _own(actor: Actor) -> dict[str, int | None]:
    """District desks see every load, an area its own ones."""
    return {} if sees_all(actor) else {"post_id": actor.post_id or 0}


def may_load(actor: Actor, kind: str) -> None:
    """Raise ``Forbidden`` unless the actor may load such files."""
    verb = {"ledger": verbs.IMPORT, "staff": verbs.PUT_STAFF, "pairs": verbs.PAIR}[kind]
    permissions.require(actor, verb)


def import_batch(actor: Actor, batch_id: int) -> ImportBatch:
    """The report of one load; ``NotFound`` when there is none or somebody else's."""
    permissions.require(actor, verbs.IMPORT)
    batch = ImportBatch.objects.filter(pk=batch_id, **_own(actor)).first()
    if batch is None:
        raise NotFound
    may_load(actor, batch.kind)
    return batch


def import_batches(actor: Actor, kind: str = "ledger") -> list[ImportBatch]:
    """The newest hundred loads of a kind."""
    may_load(actor, kind)
    return list(ImportBatch.objects.filter(kind=kind, **_own(actor)).order_by("-id")[:100])


def refusals(actor: Actor, batch_id: int, most: int = 200) -> list[tuple[int, str]]:
    """Row numbers and reasons of refused rows, without their cells."""
    batch = import_batch(actor, batch_id)
    rows = RefusedRow.objects.filter(batch_id=batch.pk).order_by("row_no")
    return list(rows.values_list("row_no", "reason")[:most])
