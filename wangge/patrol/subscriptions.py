"""What patrol does when lower floors announce."""

from __future__ import annotations

from wangge.casework.events import ClockMissed
from wangge.kit.events import subscribe
from wangge.patrol import queries, services


@subscribe(ClockMissed)
def clock_missed(event: ClockMissed) -> None:
    """An event whose clock is missed is late from this minute on."""
    if event.subject_kind == queries.KIND:
        services.mark_late(event.subject_id, event.kind)
