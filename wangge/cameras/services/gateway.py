"""Speaking to the media gateway: the pass a browser shows it, the channel list, state and commands."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from wangge.audit import services as audit
from wangge.cameras import permissions as verbs
from wangge.cameras.gateway import tokens
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Invalid

LIFE = timedelta(minutes=10)
SHORTEST_PURPOSE = 2
PATIENCE = 5.0
RIGHT_VERBS = {"ptz": verbs.MOVE, "clip": verbs.CLIP, "talk": verbs.TALK, "playback": verbs.REPLAY}


@dataclass(frozen=True, slots=True)
class ViewPass:
    """What a browser needs: the gateway's address, a token for it, until when."""

    url: str
    token: str
    expires_at: datetime


class GatewayAway(BusinessError):
    """The gateway does not answer."""

    def __init__(self) -> None:
        super().__init__("视频网关没有应答,请稍后再试", code="gateway_away", status=503)


def pass_for(
    *, actor: Actor, channels: Collection[str], purpose: str, rights: Collection[str] = ()
) -> ViewPass:
    """A pass for ten minutes. The caller has passed its own gate for every channel; here the verbs are
    asked (403), the purpose is demanded (422) and one audit line is written."""
    permissions.require(actor, verbs.LOOK)
    for right in rights:
        permissions.require(actor, RIGHT_VERBS[right])
    if len(purpose.strip()) < SHORTEST_PURPOSE:
        raise Invalid.field("purpose", "请填写查看视频的事由")
    if not channels or len(channels) > tokens.MOST_CHANNELS:
        raise Invalid.field("channels", f"一次可查看 1 到 {tokens.MOST_CHANNELS} 路")
    expires = clock.now() + LIFE
    grant = tokens.Grant(
        actor.key, purpose.strip()[:200], frozenset(channels), frozenset(rights), expires.timestamp()
    )
    audit.record(
        actor,
        "cameras.pass.issued",
        subject=next(iter(channels)) if len(channels) == 1 else "",
        purpose=purpose.strip(),
        data={"channels": len(channels), "rights": sorted(rights)},
    )
    return ViewPass(f"{settings.VIDEO_URL}/video", tokens.sign(_key(), grant), expires)


def push(
    channels: Mapping[str, Mapping[str, Any]], devices: Mapping[str, Mapping[str, Any]] | None = None
) -> int:
    """Give the gateway the whole list. Idempotent; it keeps it over restarts; returns how many channels.

    ``channels``: id → ``{"kind": "rtsp", "url": …}`` or ``{"kind": "gb", "device": …, "channel": …,
    "tcp": ""|"passive"|"active"}``, both with ``pinned`` (always open), ``ring`` (seconds kept for clips),
    ``replay`` (a recorder's address with ``{from}`` and ``{to}``). ``devices``: code → ``{"password": …,
    "interval": …}``.
    """
    answer = _call("PUT", "/control/channels", {"channels": dict(channels), "devices": dict(devices or {})})
    return int(answer["channels"])


def state() -> dict[str, Any]:
    """How every opened channel is, and numbers over the devices."""
    return _call("GET", "/control/state")


def command(device: str, word: str, **facts: Any) -> Any:
    """Ask a device: ``catalogue``, ``info``, ``status``, ``recordings``, ``subscribe``, ``items``."""
    return _call("POST", "/control/command", {"do": word, "device": device, **facts})["answer"]


def _key() -> bytes:
    return tokens.read_key(Path(settings.VIDEO_KEY_FILE))


def _host() -> str:
    """Where the gateway listens, as a neighbour reaches it."""
    host = str(settings.ENV["HOST"])
    return "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104  compared, not bound


def _call(method: str, path: str, body: Any = None) -> dict[str, Any]:
    data = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
    signature = tokens.sign_call(_key(), method, path, data)
    request = urllib.request.Request(
        f"http://{_host()}:{settings.VIDEO_PORT}{path}",
        data=data or None,
        method=method,
        headers={"X-Wangge-Signature": signature, "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:  # noqa: S310
            answer: dict[str, Any] = json.loads(reply.read())
            return answer
    except urllib.error.HTTPError as refusal:
        facts = json.loads(refusal.read() or b"{}")
        message = str(facts.get("message") or "视频网关拒绝了请求")
        code = str(facts.get("code") or "refused").replace("-", "_")
        raise BusinessError(
            message, code=f"gateway_{code}", status=409 if refusal.code != 404 else 404
        ) from refusal
    except (urllib.error.URLError, OSError) as error:
        raise GatewayAway() from error
