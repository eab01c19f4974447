"""What org tells the floors above."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wangge.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class AccessRecorded:
    """Something about access happened that the permanent log must hold.

    ``action`` is ``org.noun.verbed``, ``subject`` ``org.account:7``; ``data`` holds ids and codes,
    never a password, code or address.
    """

    actor: Actor
    action: str
    subject: str = ""
    purpose: str = ""
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeviceRevoked:
    """A phone may no longer act for its post."""

    device_id: int
