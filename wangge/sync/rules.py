"""The words of the wire, the cursor, the limits. Pure, no Django."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

OUTCOMES = ("running", "stored", "refused", "conflict")
MOST_COMMANDS = 100
MOST_BYTES = 1_000_000
PAGE_ROWS = 2000
PAGE_RECORDS = 1500
CHANGES_LIVE = timedelta(days=30)
# One day less: a change may be older than the transaction that shows it.
CURSOR_LIVES = timedelta(days=29)
ANSWERS_LIVE = timedelta(days=90)
# A command older than this could be one whose answer is already forgotten.
OLDEST_COMMAND = timedelta(days=80)
MOST_TARGETS = 100


class Sent(msgspec.Struct):
    """One command as the phone sent it; ``body`` or ``sealed``, never both."""

    id: UUID
    seq: int
    name: str
    at: datetime
    sig: str
    body: str | None = None
    sealed: str | None = None
    app: str = ""
    instead_of: UUID | None = None


class Batch(msgspec.Struct):
    """What stands in a request; each command is read on its own, so that one bad one refuses itself."""

    commands: list[msgspec.Raw]


class Plain(msgspec.Struct):
    """The parts of a command as they were written: what the signature covers."""

    id: str = ""
    at: str = ""


def command_text(device_id: int, sent: Sent, plain: Plain) -> bytes:
    """What the phone signed of a command."""
    payload = sent.body if sent.body is not None else sent.sealed or ""
    digest = hashlib.sha256(payload.encode()).hexdigest()
    return (
        f"wangge.command.v1\n{device_id}\n{plain.id}\n{sent.seq}\n{sent.name}\n{plain.at}\n{digest}".encode()
    )


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a phone has come.

    ``(xid, row)`` is the last settled change it has; ``scope`` names post, area and kinds; ``bounds``
    is the most it can hold of each kind (more than the limit: cut, −1: unknown); ``rest`` are kinds
    that it is still to be given whole.
    """

    xid: int
    row: int
    scope: str
    issued: datetime
    bounds: Mapping[str, int] = field(default_factory=dict)
    rest: tuple[str, ...] = ()

    def text(self) -> str:
        """Opaque for the phone."""
        parts = [
            1,
            self.xid,
            self.row,
            self.scope,
            int(self.issued.timestamp()),
            dict(self.bounds),
            self.rest,
        ]
        return (
            base64.urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")
        )


def read_cursor(text: str, scope: str, now: datetime) -> Cursor | None:
    """The cursor if it still holds: ours, of this scope, not too old; ``None`` asks for everything."""
    try:
        version, xid, row, known, issued, bounds, rest = json.loads(
            base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        )
        moment = datetime.fromtimestamp(int(issued), now.tzinfo)
        cursor = Cursor(int(xid), int(row), str(known), moment, dict(bounds), tuple(map(str, rest)))
    except (binascii.Error, ValueError, TypeError, OverflowError, OSError):
        return None
    if version != 1 or known != scope or not now - CURSOR_LIVES < moment:
        return None
    return cursor


def scope_of(**facts: Any) -> str:
    """A short name of what decides which records a phone holds."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]
