"""Background entry points."""

from __future__ import annotations

from wangge.kit.actor import system
from wangge.kit.jobs import job
from wangge.patrol import services


@job("patrol.close_unchecked", cron="17 18 * * *")
def close_unchecked() -> None:
    """Nightly: self-handled events nobody looked at in time are closed as unchecked. Idempotent."""
    while services.close_unchecked(actor=system("patrol-close")):
        pass


@job("patrol.mark_late")
def mark_late(event_id: int, clock_kind: str) -> None:
    """An event that was in somebody's hands when its clock was missed. Idempotent."""
    services.mark_late(event_id, clock_kind, waiting=True)


@job("patrol.take_digests", cron="*/10 * * * *")
def take_digests() -> None:
    """Every ten minutes: fingerprints of pictures that have arrived. Idempotent."""
    services.take_digests()


@job("patrol.forget_tracks", cron="43 18 * * *")
def forget_tracks() -> None:
    """Nightly: erase the points of old tracks. Idempotent."""
    while services.forget_tracks():
        pass
