"""Forgetting log-ins that are old."""

from __future__ import annotations

from wangge.kit import jobs
from wangge.org import services


@jobs.job("org.erase_old_sessions", cron="0 18 * * *")
def erase_old_sessions() -> None:
    """Erase attempts and sessions past six months. Idempotent."""
    services.erase_old_sessions()
