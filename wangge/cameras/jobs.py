"""What the gateway reported, stored; old reports away."""

from __future__ import annotations

from wangge.cameras import services
from wangge.kit import jobs


@jobs.job("cameras.take_in_reports", cron="* * * * *")
def take_in_reports() -> None:
    """Store what the gateway wrote since. Idempotent: every line has an id."""
    services.take_in_reports()


@jobs.job("cameras.push_channels")
def push_channels() -> None:
    """Give the gateway the list of channels. Idempotent: always the whole list."""
    services.push_channels()


@jobs.job("cameras.follow_gateway", cron="* * * * *")
def follow_gateway() -> None:
    """Points are as the gateway sees them. Idempotent."""
    services.follow_gateway()


@jobs.job("cameras.erase_old_reports", cron="40 18 * * *")
def erase_old_reports() -> None:
    """Erase reports older than ninety days. Idempotent."""
    services.erase_old()
