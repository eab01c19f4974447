"""Notices on phones."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict

from wangge.kit import feeds, permissions
from wangge.kit.actor import Actor
from wangge.notify import permissions as verbs
from wangge.notify import queries, services

MOST = 200


@feeds.feed(services.FEED, most=MOST)
def notices(actor: Actor, ids: Collection[int] | None) -> Iterator[feeds.Record]:
    """Messages of thirty days to this post or its agency: id, kind, subject, title, text, urgent,
    created_at, read."""
    permissions.require(actor, verbs.READ)
    for card in queries.notices_for(actor, ids, MOST):
        yield asdict(card) | {"created_at": card.created_at.isoformat()}
