"""Agencies, accounts, posts, the log-in policy."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from wangge.kit import clock, events, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound
from wangge.org import permissions as verbs
from wangge.org.events import AccessRecorded
from wangge.org.models import Account, Agency, Post, RecoveryCode, RolePolicy
from wangge.org.rules import AGENCY_DEPTH, AGENCY_KINDS, ROLES, needs
from wangge.org.services.elevation import require_elevated
from wangge.org.services.sessions import end_sessions

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


@dataclass(frozen=True, slots=True)
class PreparedPassword:
    """A password already hashed, so that a demo of a thousand accounts hashes once."""

    encoded: str


@dataclass(frozen=True, slots=True)
class NewAccount:
    """A fresh account and, when we chose it, its first password: shown once, kept nowhere."""

    account: Account
    password: str


def prepare_password(password: str) -> PreparedPassword:
    """Hash once, use many times (demo and tests)."""
    return PreparedPassword(make_password(password))


def _may(actor: Actor, verb: str) -> None:
    permissions.require(actor, verb)
    require_elevated(actor)


@transaction.atomic
def create_agency(
    *,
    actor: Actor,
    name: str,
    kind: str,
    short_name: str = "",
    parent_id: int | None = None,
    area_id: int | None = None,
) -> Agency:
    """A new agency. ``kind`` is one of centre, department, town, village, unit; three levels at most."""
    _may(actor, verbs.MANAGE_AGENCIES)
    if kind not in AGENCY_KINDS:
        raise Invalid.field("kind", "机构类别不在可选范围内")
    if not name.strip():
        raise Invalid.field("name", "请填写机构名称")
    depth, above = 1, parent_id
    while above is not None:
        depth += 1
        row = Agency.objects.filter(pk=above).values_list("parent_id").first()
        if row is None:
            raise Invalid.field("parent_id", "没有这个上级机构")
        if depth > AGENCY_DEPTH:
            raise Invalid.field("parent_id", f"机构最多 {AGENCY_DEPTH} 级")
        above = row[0]
    try:
        with transaction.atomic():
            agency = Agency.objects.create(
                name=name.strip(),
                short_name=(short_name or name).strip()[:20],
                kind=kind,
                parent_id=parent_id,
                area_id=area_id,
            )
    except IntegrityError as error:
        raise Conflict("已有同名机构", code="name_taken") from error
    _tell(actor, "org.agency.created", f"org.agency:{agency.pk}")
    return agency


@transaction.atomic
def create_account(
    *,
    actor: Actor,
    username: str,
    name: str,
    password: str | PreparedPassword = "",
    must_change_password: bool = True,
) -> NewAccount:
    """A new account; without a password we choose one, returned once. User names are lower-case."""
    _may(actor, verbs.MANAGE_ACCOUNTS)
    username = username.strip().lower()
    if not _USERNAME.fullmatch(username):
        raise Invalid.field("username", "用户名为 2 到 40 位小写字母、数字、点、横线")
    if not name.strip():
        raise Invalid.field("name", "请填写姓名")
    chosen = ""
    if isinstance(password, PreparedPassword):
        encoded = password.encoded
    else:
        chosen = password or secrets.token_urlsafe(9)
        if password:
            check_strength(password, Account(username=username, name=name))
        encoded = make_password(chosen)
    try:
        with transaction.atomic():
            account = Account.objects.create(
                username=username,
                name=name.strip(),
                password=encoded,
                must_change_password=must_change_password,
                created_at=clock.now(),
            )
    except IntegrityError as error:
        raise Conflict("用户名已被使用", code="username_taken") from error
    _tell(actor, "org.account.created", f"org.account:{account.pk}")
    return NewAccount(account, chosen)


_WEAK = {
    "password_too_short": "密码太短,至少 10 位",
    "password_too_common": "密码太常见,容易被猜中",
    "password_too_similar": "密码与用户名或姓名太相近",
}


def check_strength(password: str, account: Account) -> None:
    """Raise 422 with what to do when a password is too weak."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        found = [_WEAK.get(one.code or "", "密码太弱") for one in error.error_list]
        raise Invalid.field("password", ";".join(found)) from error


@transaction.atomic
def give_post(
    *,
    actor: Actor,
    account_id: int,
    role: str,
    agency_id: int | None = None,
    area_id: int | None = None,
    title: str = "",
    head: bool = False,
    valid_from: date | None = None,
) -> Post:
    """Put a person in a role. Roles that work by agency or area must name one."""
    _may(actor, verbs.GIVE_POSTS)
    if role not in ROLES:
        raise Invalid.field("role", "没有这个岗位类别")
    agency_needed, area_needed = needs(role)
    if agency_needed and agency_id is None:
        raise Invalid.field("agency_id", f"{ROLES[role].label}必须属于一个机构")
    if area_needed and area_id is None:
        raise Invalid.field("area_id", f"{ROLES[role].label}必须对应一个区域")
    if not Account.objects.filter(pk=account_id, is_active=True).exists():
        raise NotFound("没有这个账号")
    try:
        with transaction.atomic():
            post = Post.objects.create(
                account_id=account_id,
                role=role,
                agency_id=agency_id,
                area_id=area_id,
                title=title or ROLES[role].label,
                head=head,
                valid_from=valid_from or clock.today(),
            )
    except IntegrityError as error:
        raise Conflict("已有相同的岗位", code="post_exists") from error
    _tell(actor, "org.post.given", f"org.post:{post.pk}", role=role, account_id=account_id)
    return post


@transaction.atomic
def end_post(*, actor: Actor, post_id: int) -> None:
    """End a post from today on; whoever works in it is logged out."""
    _may(actor, verbs.GIVE_POSTS)
    changed = Post.objects.filter(pk=post_id, valid_to__isnull=True).update(valid_to=clock.today())
    if not changed:
        raise NotFound("没有这个岗位,或岗位已经结束")
    end_sessions("post_ended", post_id=post_id)
    _tell(actor, "org.post.ended", f"org.post:{post_id}")


@transaction.atomic
def disable_account(*, actor: Actor, account_id: int) -> None:
    """Close an account and end its sessions; nobody disables his own."""
    _may(actor, verbs.MANAGE_ACCOUNTS)
    if actor.account_id == account_id:
        raise Conflict("不能停用自己的账号", code="own_account")
    if not Account.objects.filter(pk=account_id, is_active=True).update(is_active=False):
        raise NotFound("没有这个账号,或账号已停用")
    end_sessions("account_disabled", account_id=account_id)
    _tell(actor, "org.account.disabled", f"org.account:{account_id}")


@transaction.atomic
def enable_account(*, actor: Actor, account_id: int) -> None:
    """Open a disabled account again."""
    _may(actor, verbs.MANAGE_ACCOUNTS)
    if not Account.objects.filter(pk=account_id, is_active=False).update(is_active=True):
        raise NotFound("没有这个账号,或账号没有停用")
    _tell(actor, "org.account.enabled", f"org.account:{account_id}")


@transaction.atomic
def reset_password(*, actor: Actor, account_id: int) -> str:
    """A new first password, returned once; the old sessions end."""
    _may(actor, verbs.MANAGE_ACCOUNTS)
    chosen = secrets.token_urlsafe(9)
    rows = Account.objects.filter(pk=account_id, is_active=True)
    if not rows.update(password=make_password(chosen), must_change_password=True):
        raise NotFound("没有这个账号")
    end_sessions("password_reset", account_id=account_id)
    _tell(actor, "org.password.reset", f"org.account:{account_id}")
    return chosen


@transaction.atomic
def reset_totp(*, actor: Actor, account_id: int) -> None:
    """Take a lost second factor away; where the role requires one it is enrolled at the next log-in."""
    _may(actor, verbs.MANAGE_ACCOUNTS)
    if not Account.objects.filter(pk=account_id).update(totp_secret=b"", totp_step=0):
        raise NotFound("没有这个账号")
    RecoveryCode.objects.filter(account_id=account_id).delete()
    end_sessions("totp_reset", account_id=account_id)
    _tell(actor, "org.totp.reset", f"org.account:{account_id}")


@transaction.atomic
def set_role_policy(*, actor: Actor, role: str, totp_required: bool, session_minutes: int) -> None:
    """How a role logs in from today on; earlier rows stay as they were."""
    _may(actor, verbs.SET_POLICY)
    if role not in ROLES:
        raise Invalid.field("role", "没有这个岗位类别")
    if not 5 <= session_minutes <= 43_200:
        raise Invalid.field("session_minutes", "应在 5 分钟到 30 天之间")
    RolePolicy.objects.update_or_create(
        role=role,
        valid_from=clock.today(),
        defaults={"totp_required": totp_required, "session_minutes": session_minutes},
    )
    _tell(actor, "org.policy.set", "", role=role, totp_required=totp_required, minutes=session_minutes)


def _tell(actor: Actor, action: str, subject: str, **data: object) -> None:
    events.announce(AccessRecorded(actor, action, subject, data=data))
