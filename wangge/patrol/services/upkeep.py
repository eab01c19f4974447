"""What runs by itself: lateness at its minute, tracks that have lived their ninety days."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from wangge.files import queries as files
from wangge.kit import clock, jobs, retention
from wangge.patrol.models import Event, EventFile, Round
from wangge.patrol.services import story


@transaction.atomic
def mark_late(event_id: int, clock_kind: str, *, waiting: bool = False) -> None:
    """A clock of the event was missed; the event says so from this minute on. Again changes nothing.

    The watch holds the clock and must not wait for an event in somebody's hands: a job marks that one.
    """
    column = {"sign": "sign_late", "reply": "late"}.get(clock_kind)
    if column is None:
        return
    rows = Event.objects.filter(pk=event_id, **{column: False})
    event = rows.select_for_update(skip_locked=not waiting).first()
    if event is None and not waiting and rows.exists():
        jobs.enqueue("patrol.mark_late", event_id=event_id, clock_kind=clock_kind)
    if event is not None:
        Event.objects.filter(pk=event_id).update(**{column: True})
        story.tell(event)


@transaction.atomic
def take_digests(*, most: int = 1000) -> int:
    """Note the fingerprint of pictures that have arrived since, so that one sold twice is found.

    Returns how many were noted. Pictures still on their phone are asked for again, for ninety days.
    """
    since = clock.now() - timedelta(days=retention.WORK.days)
    rows = list(EventFile.objects.filter(digest=b"", at__gte=since).order_by("id")[:most])
    known = files.digests_of([row.client_id for row in rows])
    found = [row for row in rows if row.client_id in known]
    for row in found:
        row.digest = known[row.client_id]
    EventFile.objects.bulk_update(found, ["digest"])
    return len(found)


@transaction.atomic
def forget_tracks(*, most: int = 2000) -> int:
    """Erase the points of tracks older than their retention; way, hours and faults stay. Idempotent."""
    before = clock.now() - timedelta(days=retention.WORK.days)
    old = Round.objects.filter(at__lt=before).exclude(track=[]).order_by("at")
    return Round.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:most])).update(track=[])
