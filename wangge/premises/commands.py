"""What phones may ask for: correct a premises, report a new one."""

from __future__ import annotations

import msgspec

from wangge.kit.actor import Actor
from wangge.kit.commands import Answer, Envelope, command
from wangge.premises import services
from wangge.premises.services import PremisesDraft


class CorrectBody(msgspec.Struct, forbid_unknown_fields=True):
    """What a visit showed to be different; ``version`` is the one the phone had before it."""

    id: int
    version: int
    staff_total: int | None = None
    address: str | None = None
    short_name: str | None = None
    industry: str | None = None
    lon: float | None = None
    lat: float | None = None
    name: str | None = None


class NewBody(msgspec.Struct, forbid_unknown_fields=True):
    """A premises that is on no list; a contact comes sealed only."""

    name: str
    kind: str = "other"
    credit_code: str = ""
    industry: str = ""
    address: str = ""
    staff_total: int = 0
    lon: float | None = None
    lat: float | None = None
    contact_name: str = ""
    contact_phone: str = ""


@command("premises.correct_premises", CorrectBody)
def correct(actor: Actor, envelope: Envelope, body: CorrectBody) -> Answer:
    """Correct a premises; somebody else's newer version is a conflict that shows both."""
    given = msgspec.structs.asdict(body)
    changes = {k: v for k, v in given.items() if v is not None and k not in {"id", "version"}}
    row = services.correct_premises(actor=actor, premises_id=body.id, version=body.version, changes=changes)
    return {"id": row.pk, "version": row.version}


@command("premises.report_new", NewBody)
def report_new(actor: Actor, envelope: Envelope, body: NewBody) -> Answer:
    """Register what was found on a round in the own grid; it waits for the town's verification."""
    draft = PremisesDraft(
        **msgspec.structs.asdict(body),
        area_id=actor.area_id,
        source="phone",
        client_id=envelope.id,
        found=True,
    )
    row = services.register_premises(actor=actor, draft=draft)
    return {"id": row.pk, "status": row.status}
