"""What the hotline does when casework's clocks speak."""

from __future__ import annotations

from wangge.casework.events import ClockMissed
from wangge.hotline.queries import KIND, clock_owner
from wangge.hotline.services import upkeep
from wangge.kit.events import subscribe


@subscribe(ClockMissed)
def clock_missed(event: ClockMissed) -> None:
    """The lead's reply clock makes the ticket late at the minute it is missed, not when it is answered."""
    if event.subject_kind == KIND:
        upkeep.mark_late(
            ticket_id=event.subject_id,
            assignment_id=clock_owner(event.subject_id, event.clock_id),
            clock_kind=event.kind,
        )
