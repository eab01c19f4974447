"""Commands by name: what a phone may ask for when it comes back, each handled exactly once.

A context offers handlers in its ``commands.py``; ``sync`` carries them: it checks the device's
signature, opens sealed bodies, runs every command in a transaction of its own and stores the answer
under (device, command id) in that transaction, so a command that is sent again gets the stored
answer. A handler parses nothing and stores nothing twice: it calls the same service as every other
door and returns what the phone should know (ids, numbers, states; JSON values only).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from wangge.kit.actor import Actor

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Envelope:
    """What came around a command.

    ``id`` is the UUIDv7 the phone made: the idempotency key, and the client id of what is created.
    ``at`` is the phone's own time corrected by the offset it knew, ``received_at`` the server's.
    """

    id: UUID
    device_id: int
    at: datetime
    received_at: datetime
    app: str = ""


Handler = Callable[[Actor, Envelope, Any], Answer]
ManyHandler = Callable[[Actor, Sequence[tuple[Envelope, Any]]], "list[Answer | Exception]"]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: ``context.verb_noun``, the msgspec shape of its body, who handles it.

    ``handle`` raises ``BusinessError`` to refuse: the refusal is stored and shown on the phone with
    its Chinese message; ``StaleVersion`` and a ``Conflict`` with ``data["server"]`` show both
    versions. ``many`` handles a run of commands of this name in one go (set-based SQL); it answers
    in the same order, a ``BusinessError`` in place of an answer refuses that one alone, and anything
    raised sends the run through ``handle`` one by one.
    """

    name: str
    shape: type[msgspec.Struct]
    handle: Handler
    many: ManyHandler | None = None


_commands: dict[str, Command] = {}


def command(
    name: str, shape: type[msgspec.Struct], *, many: ManyHandler | None = None
) -> Callable[[Handler], Handler]:
    """Decorator: offer the function as command ``context.verb_noun``."""

    def register(function: Handler) -> Handler:
        known = _commands.get(name)
        if known is not None and known.handle.__qualname__ != function.__qualname__:
            raise ValueError(f"two commands are called {name}")
        _commands[name] = Command(name, shape, function, many)
        return function

    return register


def known() -> dict[str, Command]:
    """Every registered command by name."""
    return dict(_commands)
