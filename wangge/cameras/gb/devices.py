"""What is known of a device: where it is, whether it lives, its catalogue, what it did wrong."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from wangge.cameras.gb.sip import Peer

MISSED = 3
MOST_NOTES = 40

# what devices do wrong, in words for the device page
NOTES = {
    "charset-utf8-undeclared": "声明为 GB2312,实际发来 UTF-8",
    "charset-not-utf8": "声明为 UTF-8,实际不是",
    "xml-mended": "XML 不合规,已修正后读取",
    "xml-unreadable": "XML 无法读取",
    "wrong-address": "请求来自未注册的地址,已拒绝",
    "port-moved": "同一地址换了端口(可能经过 NAT)",
    "catalogue-unsolicited": "未查询而主动发来目录",
    "catalogue-sum-changed": "同一次目录的总数前后不一致",
    "catalogue-no-code": "目录条目没有编码",
    "catalogue-duplicate": "目录中有重复编码",
    "catalogue-stalled": "目录中途停止,已重新查询",
    "wrong-ssrc": "应答的 y= 与请求不同",
    "media-ssrc": "媒体流的 SSRC 与约定不同",
    "ts-instead-of-ps": "应发 PS,实际发来 TS",
    "raw-instead-of-ps": "应发 PS,实际发来裸流",
    "missing-pts": "PS 中没有时间戳,改用 RTP 时间戳",
    "codec-foreign": "视频编码不是 H.264/H.265",
    "media-from-elsewhere": "媒体流来自其他地址,已丢弃",
    "no-media": "应答了邀请却没有发来媒体",
    "packets-lost": "媒体包丢失",
    "no-answer": "请求没有应答",
    "rebooted": "设备重新启动,原会话失效",
    "keepalive-missed": "连续三次没有心跳,判为离线",
    "bad-password": "注册口令不对",
    "sdp-unreadable": "应答的 SDP 无法读取",
}


@dataclass(slots=True)
class Note:
    """One kind of misbehaviour and how often it was seen."""

    code: str
    count: int
    first: float
    last: float
    detail: str


@dataclass(slots=True)
class Catalogue:
    """The channels of a device, gathered from many messages; partial until ``done``."""

    total: int | None = None
    number: str = ""
    items: dict[str, dict[str, str]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    asked_at: float = 0.0
    last_at: float = 0.0
    tries: int = 0
    done: bool = False
    duplicates: int = 0
    nameless: int = 0

    def ask(self, number: str, now: float, *, fresh: bool) -> None:
        """A query leaves: what is known stays until the answers replace it."""
        self.number, self.asked_at, self.last_at = number, now, now
        self.tries = 1 if fresh else self.tries + 1
        if fresh:
            self.total, self.seen, self.done = None, set(), False
            self.duplicates = self.nameless = 0

    def take(self, number: str, total: int | None, items: list[dict[str, str]], now: float) -> list[str]:
        """One message; returns what was wrong with it."""
        notes: list[str] = []
        if number != self.number:
            notes.append("catalogue-unsolicited")
        elif total is not None:
            if self.total is not None and total != self.total:
                notes.append("catalogue-sum-changed")
            self.total = max(total, self.total or 0)
        for item in items:
            code = item.get("DeviceID", "")
            if not code:
                self.nameless += 1
                notes.append("catalogue-no-code")
                continue
            if number == self.number:
                if code in self.seen and self.tries <= 1:
                    self.duplicates += 1
                    notes.append("catalogue-duplicate")
                self.seen.add(code)
            self.items[code] = item
        self.last_at = now
        # a doubled or nameless item counts towards the sum the device promised
        have = len(self.seen) + self.duplicates + self.nameless
        if number == self.number and self.total is not None and have >= self.total and not self.done:
            self.done = True
            for code in set(self.items) - self.seen:
                del self.items[code]
        return notes

    def report(self) -> dict[str, Any]:
        """Progress in numbers."""
        return {"total": self.total, "have": len(self.seen), "known": len(self.items), "done": self.done,
                "tries": self.tries, "asked_at": self.asked_at, "last_at": self.last_at}  # fmt: skip


@dataclass(slots=True)
class Device:
    """A registered device or lower platform."""

    code: str
    peer: Peer
    registered_at: float = 0.0
    expires_at: float = 0.0
    alive_at: float = 0.0
    interval: float = 60.0
    online: bool = False
    version: str = "2016"
    charset: str = "GB2312"
    call_id: str = ""
    info: dict[str, str] = field(default_factory=dict)
    status: dict[str, str] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    catalogue: Catalogue = field(default_factory=Catalogue)
    keepalives: int = 0

    def note(self, code: str, detail: str = "") -> bool:
        """Remember a misbehaviour; true when it is the first of its kind."""
        now = time.time()
        known = self.notes.get(code)
        if known is not None:
            known.count += 1
            known.last = now
            known.detail = detail or known.detail
            return False
        if len(self.notes) < MOST_NOTES:
            self.notes[code] = Note(code, 1, now, now, detail[:200])
        return True

    def overdue(self, now: float) -> bool:
        """Three keepalives missed, or the registration ran out."""
        return now - self.alive_at > MISSED * self.interval or now > self.expires_at

    def report(self) -> dict[str, Any]:
        """What the device page shows."""
        return {
            "code": self.code,
            "online": self.online,
            "address": str(self.peer),
            "version": self.version,
            "registered_at": self.registered_at,
            "alive_at": self.alive_at,
            "expires_at": self.expires_at,
            "info": self.info,
            "status": self.status,
            "catalogue": self.catalogue.report(),
            "notes": [
                {"code": n.code, "words": NOTES.get(n.code, n.code), "count": n.count, "first": n.first,
                 "last": n.last, "detail": n.detail}
                for n in self.notes.values()
            ],
        }  # fmt: skip
