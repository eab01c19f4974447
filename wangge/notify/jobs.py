"""Texts out, old messages away."""

from __future__ import annotations

from wangge.kit import jobs
from wangge.notify import services


@jobs.job("notify.send_texts", cron="*/5 * * * *")
def send_texts() -> None:
    """Hand waiting texts to the gateway. Idempotent but for a crash between answer and commit."""
    services.send_texts()


@jobs.job("notify.erase_old", cron="20 18 * * *")
def erase_old() -> None:
    """Erase what is older than its retention class says (90 days). Idempotent."""
    services.erase_old()
