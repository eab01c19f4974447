"""Background entry points."""

from __future__ import annotations

from wangge.casework import watch
from wangge.kit.jobs import job


@job("casework.look_at_clocks", cron="* * * * *")
def look_at_clocks() -> None:
    """Every minute: warnings, missed deadlines, escalation. Idempotent."""
    watch.look()
