"""Sealing, every five minutes."""

from __future__ import annotations

from wangge.audit import services
from wangge.kit import jobs


@jobs.job("audit.seal_batches", cron="*/5 * * * *")
def seal_batches() -> None:
    """Seal what is unsealed. Idempotent."""
    services.seal_batches()
