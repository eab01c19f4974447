"""Tidying the files' root."""

from __future__ import annotations

from wangge.files import services
from wangge.kit import jobs


@jobs.job("files.sweep", cron="40 18 * * *")
def sweep() -> None:
    """Remove files whose row was rolled back and staged uploads nobody used. Idempotent."""
    services.sweep()
