"""Timed, recorded administrator sessions: no purpose, no power; half an hour at most."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from wangge.kit import clock, events, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Forbidden, Invalid
from wangge.org import permissions as verbs
from wangge.org.events import AccessRecorded
from wangge.org.models import Account, Elevation, ElevationLine, SessionRecord
from wangge.org.rules import LONGEST_ELEVATION
from wangge.org.services.proof import prove


def require_elevated(actor: Actor) -> None:
    """Raise 403 ``elevation_required`` unless the system acts or the post is in an elevated session."""
    if actor.kind != "system" and not actor.elevated:
        raise Forbidden("请先填写事由,进入限时管理状态", code="elevation_required")


def elevate(*, actor: Actor, session_id: int, purpose: str, minutes: int, proof: str) -> datetime:
    """Begin an elevated session and return when it ends.

    ``purpose`` is obligatory, ``minutes`` 1–30. ``proof`` is a fresh one-time code, or the password
    where the account has no second factor. A wrong proof counts like a failed log-in.
    """
    permissions.require(actor, verbs.ELEVATE)
    if len(purpose.strip()) < 4:
        raise Invalid.field("purpose", "请写明本次管理操作的事由")
    if not 1 <= minutes <= LONGEST_ELEVATION:
        raise Invalid.field("minutes", f"时长应在 1 到 {LONGEST_ELEVATION} 分钟之间")
    if actor.post_id is None or actor.account_id is None:
        raise Forbidden
    prove(Account.objects.get(pk=actor.account_id), proof)
    return _begin(actor, session_id, purpose.strip(), minutes)


@transaction.atomic
def _begin(actor: Actor, session_id: int, purpose: str, minutes: int) -> datetime:
    assert actor.post_id is not None
    assert actor.account_id is not None
    now = clock.now()
    until = now + timedelta(minutes=minutes)
    rows = SessionRecord.objects.filter(pk=session_id, account_id=actor.account_id, ended_at__isnull=True)
    if not rows.update(elevated_until=until):
        raise Conflict("登录已失效,请重新登录", code="session_ended")
    Elevation.objects.filter(session_id=session_id, ended_at__isnull=True).update(ended_at=now)
    elevation = Elevation.objects.create(
        session_id=session_id,
        account_id=actor.account_id,
        post_id=actor.post_id,
        purpose=purpose,
        started_at=now,
        until=until,
    )
    data = {"minutes": minutes}
    subject = f"org.elevation:{elevation.pk}"
    events.announce(AccessRecorded(actor, "org.session.elevated", subject, purpose, data))
    return until


@transaction.atomic
def end_elevation(*, actor: Actor, session_id: int) -> None:
    """Give the power back early; without one nothing happens."""
    SessionRecord.objects.filter(pk=session_id).update(elevated_until=None)
    ended = Elevation.objects.filter(session_id=session_id, ended_at__isnull=True)
    if ended.update(ended_at=clock.now()):
        events.announce(AccessRecorded(actor, "org.session.lowered", f"org.session:{session_id}"))


def note_elevated(*, session_id: int, method: str, path: str, status: int) -> None:
    """Record one request of an elevated session: what was asked, never its content."""
    elevation = Elevation.objects.filter(session_id=session_id).order_by("-id").values_list("pk").first()
    if elevation is not None:
        ElevationLine.objects.create(
            elevation_id=elevation[0], at=clock.now(), method=method, path=path[:200], status=status
        )
