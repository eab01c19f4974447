"""Background entry points of the hotline; each is idempotent."""

from __future__ import annotations

from wangge.hotline.services import upkeep
from wangge.kit.jobs import job


@job("hotline.pseudonymise_callers", cron="20 18 * * *")
def pseudonymise_callers() -> None:
    """Every night (02:20 in China): callers of tickets older than a year become unrecognisable."""
    upkeep.pseudonymise_callers()
