"""What phones may ask for: store a filled-in sheet, judged again by the server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from wangge.forms import services
from wangge.forms.models import AnswerSheet
from wangge.kit.actor import Actor
from wangge.kit.commands import Answer, Envelope, command


class SheetBody(msgspec.Struct, forbid_unknown_fields=True):
    """A sheet; files are named by their client ids inside the answers."""

    version_id: int
    answers: dict[str, Any]
    subject_kind: str = ""
    subject_id: int | None = None


def _sheet(envelope: Envelope, body: SheetBody) -> services.Sheet:
    return services.Sheet(
        client_id=envelope.id,
        version_id=body.version_id,
        answers=body.answers,
        captured_at=envelope.at,
        subject_kind=body.subject_kind,
        subject_id=body.subject_id,
    )


def many(actor: Actor, run: Sequence[tuple[Envelope, Any]]) -> list[Answer | Exception]:
    """A run of sheets: one read of what they need, one INSERT."""
    made = services.submit_sheets(actor=actor, sheets=[_sheet(envelope, body) for envelope, body in run])
    return [{"id": row.pk} if isinstance(row, AnswerSheet) else row for row in made]


@command("forms.submit_sheet", SheetBody, many=many)
def submit_sheet(actor: Actor, envelope: Envelope, body: SheetBody) -> Answer:
    """Store one sheet; a wrong answer refuses it and names the question."""
    return {"id": services.submit_sheet(actor=actor, sheet=_sheet(envelope, body)).pk}
