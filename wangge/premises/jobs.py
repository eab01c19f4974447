"""Background work of premises."""

from __future__ import annotations

from wangge.kit.jobs import job
from wangge.premises import services


@job("premises.erase_former_people", cron="40 18 * * *")
def erase_former_people() -> None:
    """Every night: contacts and staff who ended 90 days ago are erased. Idempotent."""
    while services.erase_former_people() > 0:
        pass
