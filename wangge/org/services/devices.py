"""Phones: a one-time code, a key that never leaves the phone, and the end of it."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from wangge.kit import clock, events, permissions, signatures
from wangge.kit.actor import Actor, system
from wangge.kit.errors import BusinessError, Conflict, Gone, Invalid, NotFound
from wangge.org import permissions as verbs
from wangge.org import queries
from wangge.org.events import AccessRecorded, DeviceRevoked
from wangge.org.models import Device, EnrolmentCode
from wangge.org.queries import DeviceEntry
from wangge.org.rules import CODE_LENGTH, CODE_LETTERS, CODE_LIFE, enrolment_text, plain_code
from wangge.org.services.elevation import require_elevated

TOUCH_AFTER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class NewCode:
    """A fresh enrolment code: shown once, kept nowhere."""

    code: str
    post_id: int
    expires_at: datetime


def _hash(code: str) -> bytes:
    return hashlib.sha256(plain_code(code).encode()).digest()


@transaction.atomic
def make_enrolment_code(*, actor: Actor, post_id: int) -> NewCode:
    """A code that binds one phone to a post within a quarter of an hour.

    An area's administrator for posts inside the area; the system's in an elevated session for all.
    Codes of this post that were not used yet stop to work.
    """
    permissions.require(actor, verbs.ENROL_DEVICES)
    if actor.role == "sysadmin":
        require_elevated(actor)
    post = queries.post_to_enrol(actor, post_id)
    now = clock.now()
    EnrolmentCode.objects.filter(post=post, used_at__isnull=True, expires_at__gt=now).update(expires_at=now)
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    made = EnrolmentCode.objects.create(
        code_hash=_hash(code),
        post=post,
        by_post_id=actor.post_id,
        made_at=now,
        expires_at=now + CODE_LIFE,
    )
    events.announce(AccessRecorded(actor, "org.enrolment_code.made", f"org.post:{post.pk}"))
    return NewCode(code, post.pk, made.expires_at)


@transaction.atomic
def enrol_device(*, code: str, public_key: str, name: str, app: str, proof: str) -> Device:
    """Bind a key to the post of a code: once, and only for who proves to hold the private key.

    Raises 422 for a key that is none, 410 ``code_ended`` for a code that is unknown, used or over,
    409 ``key_taken`` for a key that some phone already has.
    """
    try:
        spki = signatures.from_text(public_key)
        signatures.public_key(spki)
    except ValueError as error:
        raise Invalid.field("public_key", "公钥格式不正确") from error
    if not signatures.holds(spki, proof, enrolment_text(code, public_key)):
        raise BusinessError("设备签名不正确,请重新扫码", code="bad_proof", status=422)
    now = clock.now()
    row = EnrolmentCode.objects.select_for_update().filter(code_hash=_hash(code)).first()
    if row is None or row.used_at is not None or row.expires_at <= now:
        raise Gone("登记码无效或已过期,请管理员重新生成", code="code_ended")
    try:
        queries.post_to_enrol(system("enrolment"), row.post_id)
    except NotFound as error:
        raise Gone("该岗位已经结束,请联系管理员", code="code_ended") from error
    try:
        with transaction.atomic():
            device = Device.objects.create(
                public_key=spki,
                post_id=row.post_id,
                name=name.strip()[:60] or "手机",
                app=app.strip()[:40],
                enrolled_at=now,
                seen_at=now,
            )
    except IntegrityError as error:
        raise Conflict("这台手机已经登记过", code="key_taken") from error
    EnrolmentCode.objects.filter(pk=row.pk).update(used_at=now, device=device)
    who = queries.actor_for(row.post_id)
    data = {"device_id": device.pk, "code_id": row.pk}
    events.announce(AccessRecorded(who, "org.device.enrolled", f"org.device:{device.pk}", data=data))
    return device


@transaction.atomic
def revoke_device(*, actor: Actor, device_id: int) -> None:
    """End a phone for good, from the next statement on; revoking twice does nothing."""
    permissions.require(actor, verbs.REVOKE_DEVICES)
    if actor.role == "sysadmin":
        require_elevated(actor)
    device = queries.device_for(actor, device_id)
    rows = Device.objects.filter(pk=device.pk, status="active")
    if rows.update(status="revoked", revoked_at=clock.now()):
        events.announce(AccessRecorded(actor, "org.device.revoked", f"org.device:{device.pk}"))
        events.announce(DeviceRevoked(device.pk))


def touch_device(entry: DeviceEntry, app: str) -> None:
    """Remember when a phone was last heard of and which program it runs; writes once a minute at most."""
    now = clock.now()
    app = app[:40] or entry.app
    if now - entry.seen_at < TOUCH_AFTER and app == entry.app:
        return
    Device.objects.filter(pk=entry.device_id, status="active").update(seen_at=now, app=app)
