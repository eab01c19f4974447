"""The log-in: password, second factor, new password, choice of post; each step leaves a stage."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import pyotp
from django.contrib.auth.hashers import make_password
from django.db import transaction

from wangge.kit import clock, crypto, events
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Conflict, Invalid, NotFound
from wangge.org import queries
from wangge.org.events import AccessRecorded
from wangge.org.models import Account, RecoveryCode, SessionRecord
from wangge.org.services import proof
from wangge.org.services.directory import check_strength
from wangge.org.services.sessions import begin, end_sessions, stay_until

RECOVERY_CODES = 8
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A session token for the cookie and the stage it is in; ``ready`` means inside."""

    token: str
    stage: str
    session_id: int
    account_id: int


def log_in(*, username: str, password: str, address: str) -> LoggedIn:
    """Check a name and password and begin a session.

    Not one transaction: the try must stay counted when it fails. Raises 401 ``wrong_credentials``
    for unknown, disabled and wrong alike, 429 ``login_throttled`` after too many.
    """
    username = username.strip().lower()[:40]
    attempt = proof.open_attempt(username, address)
    account = queries.account_named(username)
    if not proof.right_password(account, password[:500]) or account is None:
        raise proof.refuse()
    if not queries.posts_of_account(account.pk):
        raise BusinessError("账号没有有效岗位,请联系管理员", code="no_post", status=403)
    with transaction.atomic():
        proof.close_attempt(attempt)
        token, record = begin(account_id=account.pk, stage="password", address=address)
        if account.totp_secret:
            stage = _move(record, "second_factor")
        else:
            stage = _after_proof(record, account)
    return LoggedIn(token, stage, record.pk, account.pk)


def verify_totp(*, session_id: int, code: str) -> str:
    """The second factor; returns the next stage. Raises 401, or 429 after too many."""
    record = _record(session_id, "second_factor")
    attempt = proof.open_attempt(f"code:{record.account_id}", record.address)
    with transaction.atomic():
        right = proof.right_code(record.account, code)
    if not right:
        raise proof.refuse(proof.WRONG_CODE, "wrong_code")
    with transaction.atomic():
        proof.close_attempt(attempt)
        return _after_proof(record, record.account)


@transaction.atomic
def enrol_totp(*, session_id: int) -> str:
    """Begin to bind a second factor: an ``otpauth://`` address for the QR picture.

    Asked again before it is confirmed, the same secret comes back, so that a reloaded page still
    fits the phone.
    """
    record = _record(session_id, "enrol", "ready")
    if record.account.totp_secret:
        raise Conflict("已绑定动态口令,如需更换请联系管理员", code="totp_present")
    secret = crypto.unseal("totp", record.enrolling)
    if not secret:
        secret = pyotp.random_base32()
        SessionRecord.objects.filter(pk=record.pk).update(enrolling=crypto.seal("totp", secret))
    return pyotp.TOTP(secret).provisioning_uri(name=record.account.username, issuer_name="Wangge")


@transaction.atomic
def confirm_totp(*, session_id: int, code: str) -> tuple[str, list[str]]:
    """Bind the second factor by its first code; returns the stage and the recovery codes, shown once."""
    record = _record(session_id, "enrol", "ready")
    step = proof.matching_step(crypto.unseal("totp", record.enrolling), code.strip().replace(" ", ""))
    if step is None:
        raise Invalid.field("code", "动态口令不正确,请核对手机时间后重试")
    rows = Account.objects.filter(pk=record.account_id, totp_secret=b"")
    if not rows.update(totp_secret=bytes(record.enrolling), totp_step=step):
        raise Conflict("已绑定动态口令", code="totp_present")
    SessionRecord.objects.filter(pk=record.pk).update(enrolling=b"")
    RecoveryCode.objects.filter(account_id=record.account_id).delete()
    codes = ["".join(secrets.choice(_LETTERS) for _ in range(10)) for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(
            account_id=record.account_id,
            code_hash=crypto.blind_index("recovery", f"{record.account_id}:{code}"),
        )
        for code in codes
    )
    _tell(record, "org.totp.enrolled")
    stage = record.stage if record.stage == "ready" else _after_proof(record, record.account)
    return stage, codes


def change_password(*, session_id: int, old: str, new: str) -> str:
    """Change one's own password; every other session of the account ends. Returns the stage."""
    record = _record(session_id, "password", "ready")
    account = record.account
    attempt = proof.open_attempt(f"proof:{account.pk}", f"proof:{account.pk}")
    if not proof.right_password(account, old[:500]):
        raise proof.refuse("原密码不正确", "wrong_password", 403)
    proof.close_attempt(attempt)
    if old == new:
        raise Invalid.field("password", "新密码不能与原密码相同")
    check_strength(new, account)
    encoded = make_password(new)
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(password=encoded, must_change_password=False)
        end_sessions("password_changed", account_id=account.pk)
        SessionRecord.objects.filter(pk=session_id).update(ended_at=None, end_reason="")
        account.must_change_password = False
        _tell(record, "org.password.changed")
        return record.stage if record.stage == "ready" else _after_proof(record, account)


@transaction.atomic
def choose_post(*, session_id: int, post_id: int) -> str:
    """Work in one of one's posts; elevation ends. Where the post requires a second factor it is asked for."""
    record = _record(session_id, "post", "ready")
    return _settle(record, record.account, post_id)


def _record(session_id: int, *stages: str) -> SessionRecord:
    record = (
        SessionRecord.objects.select_related("account")
        .filter(pk=session_id, stage__in=stages, ended_at__isnull=True, expires_at__gt=clock.now())
        .first()
    )
    if record is None:
        raise Conflict("登录步骤已变化,请重新登录", code="wrong_stage")
    return record


def _move(record: SessionRecord, stage: str, **columns: object) -> str:
    SessionRecord.objects.filter(pk=record.pk).update(stage=stage, **columns)
    record.stage = stage
    return stage


def _after_proof(record: SessionRecord, account: Account) -> str:
    """What comes after password and code: binding, new password, choice, or in."""
    posts = queries.posts_of_account(account.pk)
    if not posts:
        raise NotFound("账号没有有效岗位,请联系管理员")
    if not Account.objects.filter(pk=account.pk).exclude(totp_secret=b"").exists() and any(
        queries.policy_of(role).totp_required for role in {post.role for post in posts}
    ):
        return _move(record, "enrol")
    if account.must_change_password:
        return _move(record, "password")
    if len(posts) > 1:
        return _move(record, "post")
    return _settle(record, account, posts[0].id)


def _settle(record: SessionRecord, account: Account, post_id: int) -> str:
    post = next((p for p in queries.posts_of_account(account.pk) if p.id == post_id), None)
    if post is None:
        raise NotFound("没有这个岗位,或岗位已经结束")
    policy = queries.policy_of(post.role)
    if policy.totp_required and not Account.objects.filter(pk=account.pk).exclude(totp_secret=b"").exists():
        return _move(record, "enrol")
    minutes = policy.session_minutes
    first = record.post_id is None
    _move(
        record,
        "ready",
        post_id=post_id,
        idle_minutes=minutes,
        seen_at=clock.now(),
        expires_at=stay_until(record.created_at, minutes),
        elevated_until=None,
    )
    record.post_id = post_id
    if first:
        Account.objects.filter(pk=account.pk).update(last_login=clock.now())
    _tell(record, "org.session.opened" if first else "org.post.chosen")
    return "ready"


def _tell(record: SessionRecord, action: str) -> None:
    if record.post_id is not None:
        who = queries.actor_for(record.post_id)
    else:
        who = Actor(kind="post", account_id=record.account_id, label=record.account.name)
    events.announce(AccessRecorded(who, action, f"org.account:{record.account_id}"))
