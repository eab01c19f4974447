"""View tokens: who may look at which channels, for what purpose, until when.

Django signs, the gateway checks with the same key and asks no database. A token is
``base64url(JSON) "." base64url(HMAC-SHA-256)``; it lives for minutes, is never put into an address,
and a page renews it over the open connection. Calls of the house itself (channel list, state) carry
a signature over method, path, moment and body instead.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from pathlib import Path

LONGEST_LIFE = 3600
RIGHTS = frozenset({"ptz", "clip", "talk", "playback"})
CALL_WINDOW = 60
MOST_CHANNELS = 2000


class Refused(Exception):
    """The token or signature does not hold; the message is a stable English word."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What one token allows. ``viewer`` is ``post:12``; ``expires`` is in seconds since 1970."""

    viewer: str
    purpose: str
    channels: frozenset[str]
    rights: frozenset[str]
    expires: float

    def covers(self, channel: str, right: str = "") -> bool:
        """Whether it allows to look at (or, with ``right``, act on) the channel."""
        return channel in self.channels and (not right or right in self.rights)


def read_key(path: Path) -> bytes:
    """The signing key; a file of 64 hex digits that the house makes at first start."""
    key = bytes.fromhex(path.read_text().strip())
    if len(key) < 32:
        raise ValueError("the video key needs 32 bytes")
    return key


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as error:
        raise Refused("malformed") from error


def sign(key: bytes, grant: Grant) -> str:
    """The token of a grant; raises ``ValueError`` for what no token may say."""
    if not grant.viewer or not grant.purpose.strip():
        raise ValueError("a view has a viewer and a purpose")
    if not grant.rights <= RIGHTS or len(grant.channels) > MOST_CHANNELS:
        raise ValueError("unknown right or too many channels")
    body = {
        "v": grant.viewer,
        "p": grant.purpose,
        "c": sorted(grant.channels),
        "r": sorted(grant.rights),
        "e": grant.expires,
    }
    text = _encode(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode())
    return f"{text}.{_encode(hmac.new(key, b'view:' + text.encode(), hashlib.sha256).digest())}"


def check(key: bytes, token: str, now: float | None = None) -> Grant:
    """The grant of a token; raises ``Refused``: malformed, forged, expired."""
    text, _, seal = token.partition(".")
    expected = hmac.new(key, b"view:" + text.encode(), hashlib.sha256).digest()
    if not hmac.compare_digest(_decode(seal), expected):
        raise Refused("forged")
    try:
        body = json.loads(_decode(text))
        grant = Grant(
            str(body["v"]),
            str(body["p"]),
            frozenset(map(str, body["c"])),
            frozenset(map(str, body["r"])) & RIGHTS,
            float(body["e"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise Refused("malformed") from error
    moment = time.time() if now is None else now
    if grant.expires <= moment:
        raise Refused("expired")
    if grant.expires > moment + LONGEST_LIFE:
        raise Refused("too-long")
    return grant


def sign_call(key: bytes, method: str, path: str, body: bytes = b"", now: float | None = None) -> str:
    """The ``X-Wangge-Signature`` header of a call of the house to its gateway."""
    moment = int(time.time() if now is None else now)
    return f"{moment}.{_call_seal(key, method, path, body, moment)}"


def check_call(
    key: bytes, header: str, method: str, path: str, body: bytes = b"", now: float | None = None
) -> None:
    """Raises ``Refused`` unless the header was made for this very call within the last minute."""
    moment, _, seal = header.partition(".")
    if not moment.isdigit() or not hmac.compare_digest(
        seal.encode(), _call_seal(key, method, path, body, int(moment)).encode()
    ):
        raise Refused("forged")
    if abs((time.time() if now is None else now) - int(moment)) > CALL_WINDOW:
        raise Refused("expired")


def _call_seal(key: bytes, method: str, path: str, body: bytes, moment: int) -> str:
    text = f"call:{method}:{path}:{moment}:{hashlib.sha256(body).hexdigest()}"
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
