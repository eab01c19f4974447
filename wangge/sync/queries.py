"""Changes down: what a phone must put and drop to hold exactly what the server chose for it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import structlog
from django.db import connection

from wangge.kit import clock, feeds, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError
from wangge.sync import permissions as verbs
from wangge.sync.rules import PAGE_RECORDS, PAGE_ROWS, Cursor, read_cursor, scope_of
from wangge.territory import queries as territory

log = structlog.get_logger(__name__)
UNKNOWN = -1

_EDGE = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_ROWS = """
SELECT xid, id, kind, record_id FROM sync_change
WHERE xid >= %s AND (xid > %s OR id > %s) AND ({scope})
ORDER BY xid, id LIMIT %s
"""
_ALL = "area_id IS NULL AND post_id IS NULL AND agency_id IS NULL"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose changes a phone hears of: its area with what is above and below, its post, its agencies."""

    areas: tuple[int, ...] | None
    post_id: int
    agencies: tuple[int, ...]


def reach_of(actor: Actor) -> Reach:
    """The reach of a post; ``areas`` ``None`` is the whole district."""
    areas: tuple[int, ...] | None = ()
    if actor.area_id is not None:
        areas = territory.around(actor.area_id)
    elif actor.district_wide:
        areas = None
    return Reach(areas, actor.post_id or 0, tuple(sorted(actor.agency_ids)))


def feeds_of(actor: Actor) -> dict[str, feeds.Feed]:
    """The kinds this post's phones keep, by name."""
    return {
        kind: feed
        for kind, feed in sorted(feeds.known().items())
        if not feed.roles or actor.role in feed.roles
    }


def changes(actor: Actor, cursor: str = "") -> dict[str, Any]:
    """One page of changes since the cursor, or everything the phone may keep.

    Settled are changes of transactions below the oldest open one: the cursor moves past those only.
    Changes of younger ones that are visible already are given now and once more with a later page.
    """
    permissions.require(actor, verbs.USE)
    kinds = feeds_of(actor)
    now = clock.now()
    scope = scope_of(
        post=actor.post_id,
        role=actor.role,
        area=actor.area_id,
        agencies=sorted(actor.agency_ids),
        kinds={kind: feed.schema for kind, feed in kinds.items()},
    )
    edge = _edge()
    known = read_cursor(cursor, scope, now) if cursor else None
    full = known is None or known.xid > edge
    place = Cursor(edge, 0, scope, now, {}, tuple(kinds)) if known is None or full else known
    page = _rest_of(actor, kinds, place) if place.rest else _since(actor, kinds, place, edge)
    after = replace(page.place, issued=now)
    return {
        "cursor": after.text(),
        "full": full,
        "more": page.more,
        "server_time": now,
        "kinds": page.kinds,
    }


@dataclass(frozen=True, slots=True)
class _Page:
    place: Cursor
    kinds: dict[str, Any]
    more: bool


def _edge() -> int:
    with connection.cursor() as cursor:
        cursor.execute(_EDGE)
        return int(cursor.fetchone()[0])


def _rest_of(actor: Actor, kinds: dict[str, feeds.Feed], place: Cursor) -> _Page:
    """Kinds that are still to be given whole, as many as fit a page; at least one."""
    rest = [kind for kind in place.rest if kind in kinds]
    given: dict[str, Any] = {}
    bounds = dict(place.bounds)
    size = 0
    while rest and (not given or size < PAGE_RECORDS):
        kind = rest.pop(0)
        bounds[kind] = _whole(actor, kinds[kind], given)
        size += max(bounds[kind], 0)
    return _Page(replace(place, bounds=bounds, rest=tuple(rest)), given, bool(rest))


def _since(actor: Actor, kinds: dict[str, feeds.Feed], place: Cursor, edge: int) -> _Page:
    rows = _rows(reach_of(actor), place)
    shown = rows[:PAGE_ROWS]
    more = len(rows) > PAGE_ROWS and shown[-1][0] < edge
    changed: dict[str, set[int | None]] = defaultdict(set)
    for _xid, _row, kind, record_id in shown:
        if kind in kinds:
            changed[kind].add(record_id)
    for kind, bound in place.bounds.items():
        if bound == UNKNOWN and kind in kinds:
            changed[kind].add(None)
    given: dict[str, Any] = {}
    bounds = dict(place.bounds)
    for kind, ids in sorted(changed.items()):
        bounds[kind] = _delta(actor, kinds[kind], ids, bounds.get(kind, UNKNOWN), given)
    xid, row = (shown[-1][0], shown[-1][1]) if more else (edge, 0)
    return _Page(replace(place, xid=xid, row=row, bounds=bounds), given, more)


def _rows(reach: Reach, place: Cursor) -> list[tuple[int, int, str, int | None]]:
    conditions, values = [f"({_ALL})", "post_id = %s"], [reach.post_id]
    parameters: list[Any] = [place.xid, place.xid, place.row, *values]
    if reach.areas is None:
        conditions.append("area_id IS NOT NULL")
    elif reach.areas:
        conditions.append("area_id = ANY(%s::bigint[])")
        parameters.append(list(reach.areas))
    if reach.agencies:
        conditions.append("agency_id = ANY(%s::bigint[])")
        parameters.append(list(reach.agencies))
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(scope=" OR ".join(conditions)), [*parameters, PAGE_ROWS + 1])
        return list(cursor.fetchall())


def _delta(
    actor: Actor, feed: feeds.Feed, ids: Collection[int | None], bound: int, given: dict[str, Any]
) -> int:
    """Put and drop the changed records; read the whole kind where single records do not tell enough."""
    wanted = sorted(i for i in ids if i is not None)
    if None in ids or len(wanted) > feed.most or not 0 <= bound <= feed.most:
        return _whole(actor, feed, given)
    records = _read(actor, feed, wanted)
    if records is None:
        return UNKNOWN
    bound += len(records)
    if bound > feed.most:
        return _whole(actor, feed, given)
    there = {record["id"] for record in records}
    gone = [i for i in wanted if i not in there]
    given[feed.kind] = {"schema": feed.schema, "whole": False, "records": records, "gone": gone}
    return bound


def _whole(actor: Actor, feed: feeds.Feed, given: dict[str, Any]) -> int:
    """The whole kind; returns what the phone holds then: past the limit when it was cut."""
    records = _read(actor, feed, None)
    if records is None:
        return UNKNOWN
    cut = len(records) > feed.most
    entry: dict[str, Any] = {
        "schema": feed.schema,
        "whole": True,
        "records": records[: feed.most],
        "gone": [],
    }
    given[feed.kind] = entry | ({"cut": True} if cut else {})
    return len(records)


def _read(actor: Actor, feed: feeds.Feed, ids: Collection[int] | None) -> list[feeds.Record] | None:
    """Records of a feed; none for whom it refuses, ``None`` when it broke: one bad kind stops no other."""
    try:
        return list(itertools.islice(feed.read(actor, ids), feed.most + 1))
    except BusinessError:
        return []
    except Exception as error:
        log.exception("sync.feed_broke", kind=feed.kind, error=type(error).__name__)
        return None
