"""View tokens and signed calls: only what was signed, only for as long, only for those channels."""

from __future__ import annotations

import base64
import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.cameras.gateway import tokens

KEY, OTHER = b"k" * 32, b"o" * 32
GRANT = tokens.Grant("post:7", "卡口巡查", frozenset({"c1", "c2"}), frozenset({"ptz"}), 2000.0)


def test_a_token_says_what_was_signed() -> None:
    grant = tokens.check(KEY, tokens.sign(KEY, GRANT), now=1999.0)
    assert grant == GRANT
    assert grant.covers("c1")
    assert grant.covers("c2", "ptz")
    assert not grant.covers("c3")
    assert not grant.covers("c1", "clip")


@pytest.mark.parametrize(
    ("token", "now", "why"),
    [
        (tokens.sign(KEY, GRANT), 2000.0, "expired"),
        (tokens.sign(OTHER, GRANT), 1999.0, "forged"),
        (tokens.sign(KEY, GRANT)[:-4], 1999.0, "forged"),
        ("", 1999.0, "forged"),
        (tokens.sign(KEY, dataclasses.replace(GRANT, expires=9e9)), 1999.0, "too-long"),
    ],
)
def test_what_does_not_hold_is_refused_with_its_reason(token: str, now: float, why: str) -> None:
    with pytest.raises(tokens.Refused, match=why):
        tokens.check(KEY, token, now=now)


def test_more_channels_cannot_be_written_into_a_token() -> None:
    text, _, seal = tokens.sign(KEY, GRANT).partition(".")
    body = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    body["c"].append("c3")
    forged = base64.urlsafe_b64encode(json.dumps(body).encode()).rstrip(b"=").decode()
    with pytest.raises(tokens.Refused, match="forged"):
        tokens.check(KEY, f"{forged}.{seal}", now=1999.0)


@given(st.text(max_size=80))
def test_any_text_is_refused_and_nothing_else(text: str) -> None:
    with pytest.raises(tokens.Refused):
        tokens.check(KEY, text, now=1999.0)


@pytest.mark.parametrize("change", [{"purpose": " "}, {"viewer": ""}, {"rights": frozenset({"everything"})}])
def test_a_token_without_purpose_or_with_an_unknown_right_is_never_signed(change: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        tokens.sign(KEY, dataclasses.replace(GRANT, **change))  # type: ignore[arg-type]


def test_a_signed_call_holds_for_this_method_path_body_and_minute_only() -> None:
    header = tokens.sign_call(KEY, "PUT", "/control/channels", b"{}", now=1000)
    tokens.check_call(KEY, header, "PUT", "/control/channels", b"{}", now=1059)
    for method, path, body, now in (
        ("GET", "/control/channels", b"{}", 1000),
        ("PUT", "/control/state", b"{}", 1000),
        ("PUT", "/control/channels", b"[]", 1000),
        ("PUT", "/control/channels", b"{}", 1061),
    ):
        with pytest.raises(tokens.Refused):
            tokens.check_call(KEY, header, method, path, body, now=now)
