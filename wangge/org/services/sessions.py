"""Sessions: begun by the log-in, kept alive by use, ended by many hands."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from wangge.kit import clock, events, permissions, retention
from wangge.kit.actor import Actor
from wangge.org import permissions as verbs
from wangge.org.events import AccessRecorded
from wangge.org.models import Elevation, LoginAttempt, SessionRecord
from wangge.org.queries import Entry, key_of
from wangge.org.rules import LONGEST_SESSION
from wangge.org.services.elevation import require_elevated

STEP_MINUTES = 10
TOUCH_AFTER = timedelta(minutes=1)


def begin(*, account_id: int, stage: str, address: str) -> tuple[str, SessionRecord]:
    """A session in an early stage of the log-in (ten minutes), and the token for the cookie."""
    token = secrets.token_urlsafe(32)
    now = clock.now()
    record = SessionRecord.objects.create(
        key=key_of(token),
        account_id=account_id,
        stage=stage,
        address=address,
        created_at=now,
        seen_at=now,
        expires_at=now + timedelta(minutes=STEP_MINUTES),
        idle_minutes=STEP_MINUTES,
    )
    return token, record


def _until(now: datetime, created_at: datetime, idle_minutes: int) -> datetime:
    longest = max(LONGEST_SESSION, timedelta(minutes=idle_minutes))
    return min(now + timedelta(minutes=idle_minutes), created_at + longest)


def stay_until(created_at: datetime, idle_minutes: int) -> datetime:
    """When the session ends if it is not used again; never later than sixteen hours after its start,
    except where the role's policy allows longer idleness (the wall)."""
    return _until(clock.now(), created_at, idle_minutes)


def touch(entry: Entry) -> None:
    """Let a used session live on; writes at most once a minute."""
    now = clock.now()
    if now - entry.seen_at < TOUCH_AFTER or entry.actor is None:
        return
    SessionRecord.objects.filter(pk=entry.session_id, ended_at__isnull=True).update(
        seen_at=now, expires_at=_until(now, entry.created_at, entry.idle_minutes)
    )


def end_sessions(reason: str, *, account_id: int | None = None, post_id: int | None = None) -> int:
    """End every open session of an account or post; returns how many."""
    rows: QuerySet[SessionRecord] = SessionRecord.objects.filter(ended_at__isnull=True)
    if account_id is not None:
        rows = rows.filter(account_id=account_id)
    if post_id is not None:
        rows = rows.filter(post_id=post_id)
    return rows.update(ended_at=clock.now(), end_reason=reason, elevated_until=None)


@transaction.atomic
def log_out(*, session_id: int) -> None:
    """End one session; ending it twice does nothing."""
    SessionRecord.objects.filter(pk=session_id, ended_at__isnull=True).update(
        ended_at=clock.now(), end_reason="logged_out", elevated_until=None
    )


@transaction.atomic
def end_sessions_of(*, actor: Actor, account_id: int) -> int:
    """Log a person out everywhere: one's own account always, another's with the verb, elevated."""
    if actor.account_id != account_id:
        permissions.require(actor, verbs.END_SESSIONS)
        require_elevated(actor)
    count = end_sessions("ended_by_hand", account_id=account_id)
    data = {"sessions": count}
    events.announce(AccessRecorded(actor, "org.session.ended", f"org.account:{account_id}", data=data))
    return count


@transaction.atomic
def erase_old_sessions() -> int:
    """Erase attempts and ended sessions past their retention (six months); returns how many rows.

    Sessions with an elevation stay: the log of administrators is kept.
    """
    before = clock.now() - timedelta(days=retention.SESSION.days)
    gone = LoginAttempt.objects.filter(at__lt=before).delete()[0]
    elevated = Elevation.objects.filter(session=OuterRef("pk"))
    old = SessionRecord.objects.filter(~Exists(elevated), created_at__lt=before, expires_at__lt=before)
    return gone + old.delete()[0]
