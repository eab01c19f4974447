"""A small HTTP client for load: one keep-alive connection per desk, bytes in, bytes out."""

from __future__ import annotations

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class Refused(Exception):
    """An answer other than 2xx."""


class Lost(Exception):
    """The connection broke before the answer came."""


@dataclass
class Watch:
    """Milliseconds of every call, by its name."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def percentile(self, name: str, share: float) -> float:
        """The time that ``share`` of the calls did not exceed, in milliseconds."""
        rows = sorted(self.times[name])
        return rows[min(int(len(rows) * share), len(rows) - 1)] if rows else 0.0

    def slowest(self, most: int) -> list[str]:
        """The kinds of call with the highest p95."""
        kinds = [name for name in self.times if name.startswith("kind:")]
        return sorted(kinds, key=lambda name: -self.percentile(name, 0.95))[:most]


class Desk:
    """One logged-in browser on one connection."""

    def __init__(self, host: str, port: int, watch: Watch) -> None:
        self.host, self.port, self.watch = host, port, watch
        self.cookies: dict[str, str] = {}
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def log_in(self, username: str, password: str) -> None:
        """Name and password, by the same door as the pages."""
        await self.call("log_in", "GET", "/api/console/org/session")
        begun = await self.call(
            "log_in", "POST", "/api/console/org/session", {"username": username, "password": password}
        )
        if begun["stage"] != "ready":
            raise Refused(f"{username}: {begun['stage']}")

    async def call(
        self, name: str, method: str, path: str, body: Mapping[str, Any] | None = None, *, kind: str = ""
    ) -> Any:
        """One request; the decoded answer. Raises ``Refused`` or ``Lost``. ``kind`` is timed apart too."""
        begun = time.perf_counter()
        try:
            status, text = await self._exchange(method, path, body)
        except (OSError, EOFError, IndexError) as error:
            self.writer = None
            raise Lost(str(error)) from error
        took = (time.perf_counter() - begun) * 1000
        self.watch.times[name].append(took)
        if kind:
            self.watch.times[f"kind:{kind}"].append(took)
        if not 200 <= status < 300:
            raise Refused(f"{method} {path.split('?')[0]}: {status} {text[:300].decode(errors='replace')}")
        return json.loads(text) if text else None

    async def _exchange(self, method: str, path: str, body: Mapping[str, Any] | None) -> tuple[int, bytes]:
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        assert self.reader is not None
        data = b"" if body is None else json.dumps(body).encode()
        cookies = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        head = [f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}", f"Cookie: {cookies}"]
        if body is not None or method != "GET":
            head += ["Content-Type: application/json", f"Content-Length: {len(data)}"]
            head += [f"X-CSRFToken: {self.cookies.get('wangge_csrf', '')}"]
            head += [f"Origin: http://{self.host}:{self.port}"]
        self.writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + data)
        await self.writer.drain()
        raw = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        length = 0
        for line in raw[1:]:
            key, _, value = line.partition(":")
            if key.lower() == "content-length":
                length = int(value)
            elif key.lower() == "set-cookie":
                name, _, rest = value.strip().partition("=")
                self.cookies[name] = rest.split(";", 1)[0]
        return int(raw[0].split(" ")[1]), await self.reader.readexactly(length)

    def close(self) -> None:
        """Hang up."""
        if self.writer is not None:
            self.writer.close()
            self.writer = None
