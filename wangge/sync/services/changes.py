"""Keeping that something changed, in the transaction in which it did."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection, transaction

from wangge.kit import clock
from wangge.live.services import announce
from wangge.sync.models import Answer, Change
from wangge.sync.rules import ANSWERS_LIVE, CHANGES_LIVE, MOST_TARGETS

_KEEP = """
INSERT INTO sync_change (xid, kind, record_id, area_id, post_id, agency_id, at)
SELECT pg_current_xact_id()::text::bigint, %s, record.id, whose.area_id, whose.post_id, whose.agency_id, %s
FROM unnest(%s::bigint[]) AS record(id),
     unnest(%s::bigint[], %s::bigint[], %s::bigint[]) AS whose(area_id, post_id, agency_id)
"""


def keep(
    kind: str,
    ids: Collection[int],
    area_ids: Collection[int],
    post_ids: Collection[int],
    agency_ids: Collection[int],
) -> None:
    """See ``kit.feeds.changed``: one statement, and a hint for the phones that listen."""
    areas, posts, agencies = sorted(set(area_ids)), sorted(set(post_ids)), sorted(set(agency_ids))
    whose: list[tuple[int | None, int | None, int | None]] = [(a, None, None) for a in areas]
    whose += [(None, p, None) for p in posts]
    whose += [(None, None, g) for g in agencies]
    columns = [list(column) for column in zip(*(whose or [(None, None, None)]), strict=True)]
    records: list[int | None] = [*sorted(set(ids))] or [None]
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [kind, clock.now(), records, *columns])
    if not 0 < len(whose) <= MOST_TARGETS:
        announce("device.all")
        return
    for area in areas:
        announce(f"device.area:{area}")
    for post in posts:
        announce(f"device.post:{post}")
    for agency in agencies:
        announce(f"device.agency:{agency}")


@transaction.atomic
def forget_old() -> tuple[int, int]:
    """Forget changes past thirty days and answers past ninety; returns how many of each. Idempotent."""
    now = clock.now()
    changes = Change.objects.filter(at__lt=now - CHANGES_LIVE)._raw_delete("default")
    answers = Answer.objects.filter(received_at__lt=now - ANSWERS_LIVE)._raw_delete("default")
    return changes, answers
