"""Feeds: what a phone keeps of each kind of record, chosen by the server.

A context offers feeds in its ``feeds.py`` and says in its services that a record has changed.
``sync`` carries both: a phone that comes back gets the changed records of its scope, read anew
through the feed (so through the owner's scope gate), and a tombstone for every changed record that
the feed does not give any more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from wangge.kit.actor import Actor

Record = dict[str, Any]
Reader = Callable[[Actor, Collection[int] | None], Iterable[Record]]


@dataclass(frozen=True, slots=True)
class Feed:
    """One kind of record on phones.

    ``read(actor, ids)`` gives the records this actor may keep, ``ids`` of them or (``None``) all;
    every record has an integer ``id`` and JSON values, personal data masked. Asked for all it gives
    the newest (or most urgent) first: past ``most``, the hard limit of records on one phone, nothing
    is read any more. ``schema`` is the version of the record's shape: the phone keeps a migration for
    each step. ``roles`` whose phones keep it (empty: everybody's).
    """

    kind: str
    read: Reader
    schema: int
    most: int
    roles: frozenset[str]


class Sink(Protocol):
    """What keeps changes: the sync context in the running system."""

    def __call__(
        self,
        kind: str,
        ids: Collection[int],
        area_ids: Collection[int],
        post_ids: Collection[int],
        agency_ids: Collection[int],
    ) -> None: ...


_feeds: dict[str, Feed] = {}
_sink: list[Sink] = []


def feed(
    kind: str, *, schema: int = 1, most: int = 2000, roles: Iterable[str] = ()
) -> Callable[[Reader], Reader]:
    """Decorator: offer the function as feed ``context.noun``."""

    def register(function: Reader) -> Reader:
        known = _feeds.get(kind)
        if known is not None and known.read.__qualname__ != function.__qualname__:
            raise ValueError(f"two feeds are called {kind}")
        _feeds[kind] = Feed(kind, function, schema, most, frozenset(roles))
        return function

    return register


def known() -> dict[str, Feed]:
    """Every registered feed by kind."""
    return dict(_feeds)


def use(sink: Sink) -> None:
    """Choose what keeps changes (called once by sync)."""
    _sink[:] = [sink]


def changed(
    kind: str,
    *ids: int,
    area_ids: Collection[int] = (),
    post_ids: Collection[int] = (),
    agency_ids: Collection[int] = (),
) -> None:
    """Say in the caller's transaction that records changed for the phones of these areas, posts or
    agencies.

    An area means the phones whose area it is, those above it (a town's administrator) and those
    below it. Without ``ids`` the whole kind is to be read again (imports, a redrawn grid); without
    areas, posts and agencies every phone is meant (a published form). A record that moved between
    grids names both.
    """
    if _sink:
        _sink[0](kind, ids, area_ids, post_ids, agency_ids)
