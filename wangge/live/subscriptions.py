"""A phone that was revoked is told at once."""

from __future__ import annotations

from wangge.kit.events import subscribe
from wangge.live.services import announce
from wangge.org.events import DeviceRevoked


@subscribe(DeviceRevoked)
def device_revoked(event: DeviceRevoked) -> None:
    """End its open line."""
    announce(f"device:{event.device_id}")
