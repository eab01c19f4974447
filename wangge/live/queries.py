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
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class Listener:
    """A session or a phone at the live channel and the topics it may hear.

    ``device_id`` is 0 for a session, ``session_id`` 0 for a phone.
    """

    session_id: int
    post_id: int
    account_id: int
    topics: tuple[str, ...]
    device_id: int = 0


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


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a phone may not listen: ``bad_signature``, ``clock_skew``, ``device_revoked``, ``post_closed``."""

    code: str


def phone_of(header: str, target: str) -> Listener | Refusal:
    """The phone behind a signed ``GET`` of ``target`` (path and query as sent).

    It hears that something changed for its post, its agencies, its area and what is above and inside
    it, for everybody, and that it was revoked.
    """
    entry = org.device_of(header, "GET", target, b"")
    if isinstance(entry, str):
        return Refusal(entry)
    actor = entry.actor
    if actor is None or actor.post_id is None:
        return Refusal("post_closed")
    topics = ["device.all", f"device:{entry.device_id}", f"device.post:{actor.post_id}"]
    topics += [f"device.agency:{pk}" for pk in sorted(actor.agency_ids)]
    if actor.area_id is not None:
        topics += [f"device.area:{pk}" for pk in territory.around(actor.area_id)]
    elif actor.district_wide:
        topics.append(rules.ANY_AREA)
    return Listener(0, actor.post_id, actor.account_id or 0, tuple(topics), entry.device_id)


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


def still_listening(
    session_ids: Iterable[int], device_ids: Iterable[int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Post by session and post by phone, of those that still hold."""
    sessions, devices = list(session_ids), list(device_ids)
    return (
        org.living_sessions(sessions) if sessions else {},
        org.living_devices(devices) if devices else {},
    )
