"""Background entry points of campaigns; each is idempotent."""

from __future__ import annotations

from wangge.campaigns import services
from wangge.kit.jobs import job


@job("campaigns.remind_by_clock", cron="*/15 * * * *")
def remind_by_clock() -> None:
    """A day before, four hours before and at the deadline: whoever has units left hears of it, once each."""
    services.remind_by_clock()


@job("campaigns.remind_at_opening")
def remind_at_opening(campaign_id: int) -> None:
    """A reminder asked for at night, sent when people are at work."""
    services.remind_at_opening(campaign_id=campaign_id)
