"""Saying that something changed: after the commit, coalesced, without content."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection, transaction

CHANNEL = "wangge_live"
MOST_IDS = 50
MOST_BYTES = 7000
Topics = dict[str, dict[str, dict[str, int]]]


class _Wake:
    """What one transaction has to say; runs once, after its commit."""

    def __init__(self) -> None:
        self.topics: Topics = {}

    def add(self, topic: str, ids: dict[str, int]) -> None:
        known = self.topics.setdefault(topic, {})
        if ids:
            known[json.dumps(ids, sort_keys=True)] = ids

    def __call__(self) -> None:
        for payload in payloads(self.topics):
            with connection.cursor() as cursor:
                # A lost wake-up after a power cut wakes nobody who is still there: no fsync for it.
                cursor.execute(
                    "SELECT set_config('synchronous_commit', 'off', true), pg_notify(%s, %s)",
                    [CHANNEL, payload],
                )


def payloads(topics: Topics) -> list[str]:
    """Notifications that say it all, each under PostgreSQL's 8,000 bytes.

    More than 50 ids of a topic are not listed: an empty list means "read it all again".
    """
    found: list[str] = []
    rest: dict[str, list[dict[str, int]]] = {}
    size = 2
    for topic, ids in topics.items():
        listed = list(ids.values()) if len(ids) <= MOST_IDS else []
        length = len(json.dumps({topic: listed}))
        if rest and size + length > MOST_BYTES:
            found.append(json.dumps(rest, separators=(",", ":")))
            rest, size = {}, 2
        rest[topic] = listed
        size += length
    if rest:
        found.append(json.dumps(rest, separators=(",", ":")))
    return found


def announce(topic: str, **ids: int) -> None:
    """Tell whoever listens to ``topic`` that something changed, once this transaction has committed.

    ``ids`` say what (``ticket=7``), never more. Announcements of one transaction leave in one
    notification; a rollback says nothing. A wake-up is a hint: listeners re-read by their own rights.
    """
    wake = _open_wake()
    if wake is None:
        wake = _Wake()
        wake.add(topic, ids)
        transaction.on_commit(wake, robust=True)
    else:
        wake.add(topic, ids)


def _open_wake() -> _Wake | None:
    """The wake of this transaction that will run whenever the present block is kept.

    Joining one of an outer block may wake somebody for an inner savepoint that was rolled back:
    harmless, and cheaper than a second notification.
    """
    here = set(connection.savepoint_ids)
    waiting: list[Any] = list(connection.run_on_commit)
    for savepoints, function, _robust in waiting:
        if isinstance(function, _Wake) and set(savepoints) <= here:
            return function
    return None
