"""Who listens, and to what he may listen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wangge.kit import subjects
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError
from wangge.live import rules
from wangge.org import queries as org
from wangge.org import services as scope


@dataclass(frozen=True, slots=True)
class Listener:
    """A session at the live channel and the topics it may hear."""

    session_id: int
    post_id: int
    account_id: int
    topics: tuple[str, ...]


def listener_of(token: str, topics: Iterable[str]) -> Listener | None:
    """The listener behind a session cookie; ``None`` when nobody is logged in.

    Topics that the post may not hear are left out, as are unknown ones.
    """
    entry = org.enter(token)
    if entry is None or entry.actor is None or entry.actor.post_id is None:
        return None
    actor = entry.actor
    heard = tuple(topic for topic in topics if _may_hear(actor, topic))
    return Listener(entry.session_id, entry.actor.post_id, entry.account_id, heard)


def _may_hear(actor: Actor, topic: str) -> bool:
    answer = rules.may_hear(actor, topic)
    if answer is not None:
        return answer
    try:
        with scope.scoped(actor):
            subjects.card(actor, topic)
    except (BusinessError, KeyError, ValueError):
        return False
    return True


def still_listening(session_ids: Iterable[int]) -> dict[int, int]:
    """Post by session, of the sessions that still hold."""
    return org.living_sessions(session_ids)
