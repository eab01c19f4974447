"""What phones say about notices."""

from __future__ import annotations

import msgspec

from wangge.kit import permissions
from wangge.kit.actor import Actor
from wangge.kit.commands import Answer, Envelope, command
from wangge.notify import permissions as verbs
from wangge.notify import services


class ReadNotice(msgspec.Struct, forbid_unknown_fields=True):
    """The notice that was read; the moment is the envelope's."""

    id: int


@command("notify.read_notice", ReadNotice)
def read_notice(actor: Actor, envelope: Envelope, body: ReadNotice) -> Answer:
    """A read receipt with the moment at which it was read, offline or not."""
    permissions.require(actor, verbs.READ)
    return {"marked": services.mark_read(actor=actor, message_ids=[body.id], at=envelope.at)}
