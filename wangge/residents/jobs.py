"""Background entry points; each is idempotent."""

from __future__ import annotations

from wangge.kit.jobs import job
from wangge.residents import services


@job("residents.erase_expired", cron="40 18 * * *")
def erase_expired() -> None:
    """Every night (02:40 in China): rows past their time are erased, with evidence."""
    services.erase_expired()
