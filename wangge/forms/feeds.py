"""What phones keep of forms: the versions that may be filled in, and what this post sent lately."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wangge.forms import queries
from wangge.forms.permissions import FILLERS
from wangge.kit.actor import Actor
from wangge.kit.feeds import Record, feed


@feed("forms.version", schema=1, most=200, roles=FILLERS)
def versions(actor: Actor, ids: Collection[int] | None) -> Iterable[Record]:
    """Published versions, and replaced ones that running cases are pinned to."""
    for row in queries.on_phones(actor, ids):
        yield {
            "id": row.pk,
            "form_id": row.form_id,
            "code": row.form.code,
            "title": row.form.title,
            "about": row.form.about,
            "number": row.number,
            "offered": row.status == "published" and row.form.retired_at is None,
            "definition": row.definition,
        }


@feed("forms.sheet", schema=1, most=300, roles=FILLERS)
def sheets(actor: Actor, ids: Collection[int] | None) -> Iterable[Record]:
    """Sheets of the own post from the last thirty days, without their answers."""
    for row in queries.mine(actor, ids):
        yield {
            "id": row.pk,
            "client_id": str(row.client_id),
            "version_id": row.version_id,
            "title": row.version.form.title,
            "subject_kind": row.subject_kind,
            "subject_id": row.subject_id,
            "captured_at": row.captured_at.isoformat(),
            "received_at": row.received_at.isoformat(),
        }
