"""Proving who one is: password, one-time code, recovery code; and slowing down who guesses."""

from __future__ import annotations

import functools
import secrets

import pyotp
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from wangge.kit import clock, crypto
from wangge.kit.errors import BusinessError, TooMany
from wangge.org.models import Account, LoginAttempt, RecoveryCode
from wangge.org.rules import ACCOUNT_FAILURES, ADDRESS_FAILURES, FAILURE_WINDOW, wait_after, waiting_words

STEP_SECONDS = 30
WRONG = "用户名或密码不正确"
WRONG_CODE = "动态口令不正确或已使用,请等待下一个口令"


def refuse(message: str = WRONG, code: str = "wrong_credentials", status: int = 401) -> BusinessError:
    """The one refusal for every wrong proof; 401 before the desk, 403 at it."""
    return BusinessError(message, code=code, status=status)


@functools.lru_cache(maxsize=1)
def _nobodys_password() -> str:
    return make_password(secrets.token_urlsafe(16))


def right_password(account: Account | None, password: str) -> bool:
    """Whether it is the account's password; an unknown account costs the same time."""
    encoded = account.password if account is not None and account.is_active else _nobodys_password()
    right = check_password(password, encoded)
    return right and account is not None and account.is_active


def open_attempt(username: str, address: str) -> int:
    """Count a try before it is made, so that many at once cannot slip through.

    Raises ``TooMany`` with ``retry_after`` seconds when the account failed 5 times or the address
    40 times within 15 minutes. The try counts as failed until ``close_attempt``. Passwords, codes and
    later proofs are counted apart: a right password must not forgive the guesses of the code.
    """
    name_hash = crypto.blind_index("username", username)
    attempt = LoginAttempt.objects.create(
        username_hash=name_hash, address=address, at=clock.now(), outcome="failed"
    )
    wait = _wait(name_hash, address, attempt.pk)
    if wait:
        LoginAttempt.objects.filter(pk=attempt.pk).update(outcome="refused")
        raise TooMany(
            f"登录失败次数过多,请 {waiting_words(wait)}后再试",
            code="login_throttled",
            data={"retry_after": wait},
        )
    return attempt.pk


def _wait(name_hash: bytes, address: str, own: int) -> int:
    now = clock.now()
    recent = LoginAttempt.objects.filter(at__gt=now - FAILURE_WINDOW, pk__lt=own)
    by_name = recent.filter(username_hash=name_hash).exclude(outcome="refused").order_by("-pk")
    failures = []
    for at, outcome in by_name.values_list("at", "outcome")[: ACCOUNT_FAILURES + 1]:
        if outcome == "passed":
            break
        failures.append(at)
    by_address = recent.filter(address=address, outcome="failed").order_by("-pk")
    from_address = list(by_address.values_list("at", flat=True)[:ADDRESS_FAILURES])
    return max(wait_after(failures, ACCOUNT_FAILURES, now), wait_after(from_address, ADDRESS_FAILURES, now))


def close_attempt(attempt_id: int) -> None:
    """The try was right."""
    LoginAttempt.objects.filter(pk=attempt_id).update(outcome="passed")


def right_code(account: Account, code: str) -> bool:
    """Whether a one-time code of now ± 30 s is right and was never used; else a recovery code."""
    code = code.strip().replace(" ", "").replace("-", "").lower()
    if len(code) == 6 and code.isdigit():
        return _use_step(account, code)
    hashed = crypto.blind_index("recovery", f"{account.pk}:{code}")
    unused = RecoveryCode.objects.filter(account=account, code_hash=hashed, used_at__isnull=True)
    return unused.update(used_at=clock.now()) == 1


def _use_step(account: Account, code: str) -> bool:
    step = matching_step(crypto.unseal("totp", account.totp_secret), code)
    if step is None:
        return False
    return Account.objects.filter(pk=account.pk, totp_step__lt=step).update(totp_step=step) == 1


def matching_step(secret: str, code: str) -> int | None:
    """The 30-second step whose code this is, among the last, the present and the next one."""
    if not secret:
        return None
    present = int(clock.now().timestamp()) // STEP_SECONDS
    totp = pyotp.TOTP(secret)
    for step in (present, present - 1, present + 1):
        if secrets.compare_digest(totp.generate_otp(step), code):
            return step
    return None


def prove(account: Account, proof: str) -> None:
    """One more proof from somebody logged in: code where there is a second factor, else password.

    Raises 403 or, after too many, 429.
    """
    attempt = open_attempt(f"proof:{account.pk}", f"proof:{account.pk}")
    with transaction.atomic():
        right = right_code(account, proof) if account.totp_secret else right_password(account, proof)
    if not right:
        raise refuse(WRONG_CODE if account.totp_secret else "密码不正确", "wrong_proof", 403)
    close_attempt(attempt)
