"""Work at night."""

from __future__ import annotations

from wangge.forms import services
from wangge.kit.jobs import job


@job("forms.erase_personal", cron="20 18 * * *")
def erase_personal() -> None:
    """Forget personal answers whose time is over. Idempotent."""
    services.erase_personal()
