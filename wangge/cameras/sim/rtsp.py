"""A small RTSP server for simulated cameras: TCP interleaved, any number of channels from shared loops.

Addresses: ``/cam/<n>`` (scene by number) with optional ``?scene=…&fault=…&codec=hevc&phase=0``.
Faults: ``silent`` (no picture comes), ``frozen`` (always the same two seconds), ``dark``, ``moved``
(another scene after 20 s), ``loss`` (every 50th packet is missing), ``hangup`` (ends after 5 s),
``notfound``, ``udp`` (refuses TCP).
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast
from urllib.parse import parse_qs, urlsplit

from wangge.cameras.gateway.rtsp import authorization
from wangge.cameras.media import rtp
from wangge.cameras.media.nal import H264, ParameterSets
from wangge.cameras.sim.loop import SCENES, Loop

KIND = 96
Loops = Callable[[str, str], Loop]


@dataclass(frozen=True, slots=True)
class Wish:
    """What an address asks for."""

    number: int
    scene: str
    codec: str
    fault: str
    phase: float

    @classmethod
    def read(cls, url: str) -> Wish:
        """From an RTSP address; raises ``ValueError`` when it names no camera."""
        parts = urlsplit(url)
        names = [name for name in parts.path.split("/") if name]
        if len(names) < 2 or names[0] != "cam":
            raise ValueError(url)
        number = int(names[1])
        asked = {name: values[-1] for name, values in parse_qs(parts.query.partition("/")[0]).items()}
        fault = asked.get("fault", "")
        scene = asked.get("scene") or ("dark" if fault == "dark" else SCENES[number % 4])
        phase = float(asked["phase"]) if "phase" in asked else number * 7 % 16 / 16
        return cls(number, scene, "h265" if asked.get("codec") == "hevc" else H264, fault, phase)


class Taker(Protocol):
    """Somebody to whom a player gives pictures."""

    def picture(self, number: int, index: int, parts: list[list[bytes]]) -> None: ...


class Player:
    """Sends the pictures of a loop at their moments to everybody who looks at it."""

    def __init__(self, loop: Loop) -> None:
        self.loop = loop
        self.parts = [rtp.payloads(loop.shot.codec, unit) for unit in loop.units]
        self.phases: dict[float, set[Taker]] = {}
        self.tasks: dict[float, asyncio.Task[None]] = {}

    def join(self, viewer: Taker, phase: float) -> None:
        """From the next picture on."""
        self.phases.setdefault(phase, set()).add(viewer)
        if phase not in self.tasks:
            self.tasks[phase] = asyncio.create_task(self._play(phase))

    def leave(self, viewer: Taker) -> None:
        """No more."""
        for viewers in self.phases.values():
            viewers.discard(viewer)

    async def _play(self, phase: float) -> None:
        fps = self.loop.shot.fps
        number = int((time.time() - phase / fps) * fps) + 1
        while True:
            await asyncio.sleep(max(0.0, number / fps + phase / fps - time.time()))
            late = int((time.time() - phase / fps) * fps)
            for one in range(number, max(number, late) + 1):
                index = one % len(self.parts)
                for viewer in list(self.phases[phase]):
                    viewer.picture(one, index, self.parts)
            number = max(number, late) + 1

    def close(self) -> None:
        """End the clock."""
        for task in self.tasks.values():
            task.cancel()


class Viewer:
    """One PLAY on one connection."""

    def __init__(self, transport: asyncio.Transport, wish: Wish, player: Player, other: Player) -> None:
        self.transport, self.wish, self.player, self.other = transport, wish, player, other
        self.sequence, self.ssrc = secrets.randbelow(1 << 16), secrets.randbits(32)
        self.begun = time.monotonic()
        self.need_key = True
        self.sent = 0

    def picture(self, number: int, index: int, parts: list[list[bytes]]) -> None:
        """Send one picture unless the reader is far behind."""
        fault = self.wish.fault
        if fault == "silent" or self.transport.is_closing():
            return
        loop = self.player.loop
        if fault == "frozen":
            index %= round(loop.shot.fps * loop.shot.gop)
        if fault == "moved" and time.monotonic() - self.begun > 20:
            parts = self.other.parts
        if fault == "hangup" and time.monotonic() - self.begun > 5:
            self.transport.abort()
            return
        if self.transport.get_write_buffer_size() > 2**20:
            self.need_key = True
        if self.need_key:
            if not loop.keys[index]:
                return
            self.need_key = False
        stamp = number * 90_000 // loop.shot.fps & 0xFFFFFFFF
        out: list[bytes] = []
        last = len(parts[index]) - 1
        for place, payload in enumerate(parts[index]):
            self.sequence = (self.sequence + 1) & 0xFFFF
            self.sent += 1
            if fault == "loss" and self.sent % 50 == 0:
                continue
            size = 12 + len(payload)
            out.append(b"$\0" + size.to_bytes(2, "big"))
            kind = KIND | (0x80 if place == last else 0)
            out.append(rtp.HEADER.pack(0x80, kind, self.sequence, stamp, self.ssrc))
            out.append(payload)
        self.transport.write(b"".join(out))


class Connection(asyncio.Protocol):
    """One RTSP connection of a reader."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.buffer = bytearray()
        self.transport: asyncio.Transport | None = None
        self.viewer: Viewer | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop has classes of its own
        self.transport.set_write_buffer_limits(high=4 * 2**20)
        self.server.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self.server.connections.discard(self)
        self._stop()

    def _stop(self) -> None:
        if self.viewer is not None:
            self.viewer.player.leave(self.viewer)
            self.viewer = None

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            lines = bytes(self.buffer[:end]).decode("utf-8", "replace").lstrip("\r\n").split("\r\n")
            del self.buffer[: end + 4]
            headers = {k.strip().lower(): v.strip() for k, _, v in (x.partition(":") for x in lines[1:])}
            parts = lines[0].split()
            if len(parts) == 3:
                self._request(parts[0], parts[1], headers)

    def _request(self, method: str, url: str, headers: dict[str, str]) -> None:
        number = headers.get("cseq", "0")
        if not self.server.lets_in(method, headers.get("authorization", "")):
            challenge = f'Digest realm="camsim", nonce="{self.server.nonce}"'
            self._answer(number, 401, {"WWW-Authenticate": challenge})
            return
        try:
            wish = Wish.read(url)
            if wish.number >= self.server.count or wish.fault == "notfound":
                raise ValueError(url)
        except ValueError:
            self._answer(number, 404, {})
            return
        if method == "OPTIONS":
            self._answer(number, 200, {"Public": "OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN"})
        elif method == "DESCRIBE":
            sdp = self.server.describe(wish)
            self._answer(number, 200, {"Content-Base": url, "Content-Type": "application/sdp"}, sdp)
        elif method == "SETUP":
            if wish.fault == "udp" or "TCP" not in headers.get("transport", ""):
                self._answer(number, 461, {})
                return
            transport = {"Transport": "RTP/AVP/TCP;unicast;interleaved=0-1", "Session": "1;timeout=60"}
            self._answer(number, 200, transport)
        elif method == "PLAY":
            self._answer(number, 200, {"Session": "1"})
            self._play(wish)
        else:
            self._answer(number, 200, {"Session": "1"})
            if method == "TEARDOWN":
                self._stop()

    def _play(self, wish: Wish) -> None:
        assert self.transport is not None
        self._stop()
        player = self.server.player(wish.scene, wish.codec)
        other = self.server.player(SCENES[(SCENES.index(wish.scene) + 1) % 4], wish.codec)
        self.viewer = Viewer(self.transport, wish, player, other)
        player.join(self.viewer, wish.phase)

    def _answer(self, number: str, status: int, headers: dict[str, str], body: str = "") -> None:
        lines = [f"RTSP/1.0 {status} {'OK' if status == 200 else 'No'}", f"CSeq: {number}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        lines.append(f"Content-Length: {len(body)}")
        assert self.transport is not None
        self.transport.write(("\r\n".join(lines) + "\r\n\r\n" + body).encode())


class Server:
    """The server; ``loops`` gives the encoded minute of a scene and codec."""

    def __init__(self, loops: Loops, count: int = 1000, user: str = "", password: str = "") -> None:
        self.loops, self.count, self.user, self.password = loops, count, user, password
        self.players: dict[tuple[str, str], Player] = {}
        self.connections: set[Connection] = set()
        self.nonce = secrets.token_hex(8)
        self.server: asyncio.Server | None = None

    async def start(self, host: str, port: int) -> int:
        """Listen; the port (a free one for 0)."""
        loop = asyncio.get_running_loop()
        self.server = await loop.create_server(lambda: Connection(self), host, port, backlog=1024)
        return int(self.server.sockets[0].getsockname()[1])

    def player(self, scene: str, codec: str) -> Player:
        """The clock of one scene."""
        if (scene, codec) not in self.players:
            self.players[scene, codec] = Player(self.loops(scene, codec))
        return self.players[scene, codec]

    def describe(self, wish: Wish) -> str:
        """The SDP of a camera."""
        loop = self.player(wish.scene, wish.codec).loop
        sets = ParameterSets()
        for nal in loop.units[0]:
            sets.feed(wish.codec, nal)
        texts = [base64.b64encode(nal).decode() for nal in sets.units()]
        if wish.codec == H264:
            fmtp = f"packetization-mode=1;sprop-parameter-sets={','.join(texts)}"
        else:
            fmtp = ";".join(f"sprop-{n}={t}" for n, t in zip(("vps", "sps", "pps"), texts, strict=False))
        name = "H264" if wish.codec == H264 else "H265"
        return "\r\n".join(
            ["v=0", "o=- 0 0 IN IP4 127.0.0.1", "s=camsim", "t=0 0", f"m=video 0 RTP/AVP {KIND}",
             f"a=rtpmap:{KIND} {name}/90000", f"a=fmtp:{KIND} {fmtp}", "a=control:track1", ""]
        )  # fmt: skip

    def lets_in(self, method: str, given: str) -> bool:
        """Whether the digest is right; everybody without a password set."""
        if not self.password:
            return True
        if 'uri="' not in given:
            return False
        uri = given.partition('uri="')[2].partition('"')[0]
        challenge = f'Digest realm="camsim", nonce="{self.nonce}"'
        expected = authorization(challenge, self.user, self.password, method, uri)
        return hashlib.sha256(expected.encode()).digest() == hashlib.sha256(given.encode()).digest()

    async def close(self) -> None:
        """Hang up on everybody."""
        for connection in list(self.connections):
            if connection.transport is not None:
                connection.transport.abort()
        for player in self.players.values():
            player.close()
        if self.server is not None:
            self.server.close()
            await self.server.wait_closed()
