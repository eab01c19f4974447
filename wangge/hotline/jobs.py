"""Background entry points of the hotline; each is idempotent."""

from __future__ import annotations

from wangge.hotline.services import upkeep
from wangge.kit.jobs import job


@job("hotline.mark_late")
def mark_late(ticket_id: int, assignment_id: int | None, clock_kind: str) -> None:
    """A ticket that was in somebody's hands when its clock was missed. Idempotent."""
    upkeep.mark_late(ticket_id=ticket_id, assignment_id=assignment_id, clock_kind=clock_kind, waiting=True)


@job("hotline.pseudonymise_callers", cron="20 18 * * *")
def pseudonymise_callers() -> None:
    """Every night (02:20 in China): callers of tickets older than a year become unrecognisable."""
    upkeep.pseudonymise_callers()
