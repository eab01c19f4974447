"""Background work of reports."""

from __future__ import annotations

from datetime import date

from wangge.kit import clock
from wangge.kit.actor import system
from wangge.kit.errors import Conflict
from wangge.kit.jobs import job
from wangge.reports import services


@job("reports.compile_brief", cron="0 9 * * *")
def compile_brief(day: str = "", **_: object) -> None:
    """Write the draft of today's brief at 17:00 in China. Idempotent: a draft is counted again, a checked
    or signed brief stays as it is."""
    try:
        services.compile_brief(actor=system("brief"), day=date.fromisoformat(day) if day else clock.today())
    except Conflict:
        return
