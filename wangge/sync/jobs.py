"""Forgetting."""

from __future__ import annotations

from wangge.kit import jobs
from wangge.sync import services


@jobs.job("sync.forget_old", cron="40 18 * * *")
def forget_old() -> None:
    """Forget changes past thirty days and answers past ninety. Idempotent."""
    services.forget_old()
