"""What comes with everything captured: who, on which device, when; told apart from the server's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.kit.ids import uuid7
from wangge.territory import queries as territory

LATEST = timedelta(minutes=10)
"""How far ahead of the server a corrected device time may lie."""


@dataclass(frozen=True, slots=True)
class Capture:
    """Circumstances of a capture. ``at`` is the device's time corrected by its known offset,
    ``device_time`` what its own clock showed; without one it was made at the console, now."""

    client_id: UUID | None = None
    at: datetime | None = None
    device_time: datetime | None = None
    received_at: datetime | None = None
    device_id: int | None = None


CONSOLE = Capture()


def columns(actor: Actor, capture: Capture, grid: territory.AreaCard) -> dict[str, Any]:
    """The columns of ``Captured``; a moment in the future is refused: no corrected clock is so wrong."""
    received = capture.received_at or clock.now()
    at = capture.at or received
    if at > received + LATEST:
        raise Invalid.field("at", "时间晚于当前时间,请校准手机时间")
    drift = int((capture.device_time - at).total_seconds()) if capture.device_time else 0
    return {
        "client_id": capture.client_id or uuid7(),
        "grid_id": grid.id,
        "village_id": grid.village_id,
        "town_id": grid.town_id,
        "post_id": actor.post_id,
        "by_label": actor.label[:80],
        "device_id": capture.device_id,
        "at": at,
        "received_at": received,
        "drift_seconds": max(min(drift, 2**31 - 1), -(2**31)),
    }


def own(actor: Actor, row: Any) -> None:
    """A repeated client id answers with what is there, to its maker only."""
    if actor.kind != "system" and row.post_id != actor.post_id:
        raise Conflict("这个编号已被其他人使用", code="client_id_taken")


def check_point(lon: float | None, lat: float | None) -> None:
    """Both or none, and on this earth."""
    if (lon is None) != (lat is None):
        raise Invalid.field("lon", "坐标应成对填写")
    if lon is not None and lat is not None and not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise Invalid.field("lon", "坐标不正确")
