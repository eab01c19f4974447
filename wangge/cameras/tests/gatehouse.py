"""A gateway, cameras and devices in one loop on loopback, for tests."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from wangge.cameras.gateway import tokens, wire
from wangge.cameras.gateway.app import Doors
from wangge.cameras.gateway.channel import Rules
from wangge.cameras.gateway.hub import Hub
from wangge.cameras.gateway.spool import Spool
from wangge.cameras.gb.media import Ports
from wangge.cameras.gb.platform import Platform, Settings
from wangge.cameras.sim import rtsp
from wangge.cameras.sim.device import Device, Fleet, a_device
from wangge.cameras.sim.loop import Loop, Shot, encode

KEY = b"k" * 32
PASSWORD = "sb-12345678"
CODE = "32061200002000000001"
DEVICE = "32061200001180000001"
ORIGIN = "http://pages.test"


@cache
def minute(scene: str, codec: str) -> Loop:
    """A short loop with many key pictures."""
    return encode(Shot(scene, codec, seconds=4, bit_rate=150_000, gop=0.4))


def free_port() -> int:
    """A port nobody uses, TCP and UDP alike."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def grant(
    channels: Iterable[str], rights: Iterable[str] = (), seconds: float = 60.0, purpose: str = "卡口巡查"
) -> str:
    return tokens.sign(
        KEY, tokens.Grant("post:7", purpose, frozenset(channels), frozenset(rights), time.time() + seconds)
    )


@dataclass
class Browser:
    """One WebSocket and what came over it."""

    socket: aiohttp.ClientWebSocketResponse
    frames: list[wire.Frame] = field(default_factory=list)
    said: list[dict[str, Any]] = field(default_factory=list)
    task: asyncio.Task[None] | None = None

    async def listen(self) -> None:
        async for message in self.socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self.frames += wire.unpack(message.data)
            elif message.type is aiohttp.WSMsgType.TEXT:
                self.said.append(json.loads(message.data))

    async def do(self, word: str, **facts: Any) -> None:
        await self.socket.send_json({"do": word, **facts})

    def pictures(self, handle: int) -> list[wire.Frame]:
        return [f for f in self.frames if f.handle == handle and not f.flag & (wire.INIT | wire.STILL)]

    def states(self, handle: int) -> list[tuple[str, str]]:
        return [(s["state"], s["reason"]) for s in self.said if s["say"] == "state" and s["as"] == handle]

    def refusals(self) -> list[tuple[int, str]]:
        return [(s["as"], s["code"]) for s in self.said if s["say"] in {"refused", "ended"}]

    async def until(self, true: Callable[[], Any], seconds: float = 8.0) -> None:
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain; said {self.said[-5:]}, {len(self.frames)} frames")
            await asyncio.sleep(0.02)


@dataclass
class Gatehouse:
    """The gateway and its neighbours."""

    hub: Hub
    url: str
    cameras: str
    session: aiohttp.ClientSession
    home: Path
    platform: Platform | None = None
    sip_port: int = 0
    fleets: list[Fleet] = field(default_factory=list)
    browsers: list[Browser] = field(default_factory=list)

    def camera(self, number: int, more: str = "phase=0") -> dict[str, Any]:
        return {"kind": "rtsp", "url": f"{self.cameras}/cam/{number}?{more}"}

    async def browse(self, token: str = "") -> Browser:
        made = Browser(await self.session.ws_connect(f"{self.url}/video", max_msg_size=0))
        made.task = asyncio.create_task(made.listen())
        self.browsers.append(made)
        if token:
            await made.do("hello", token=token)
        return made

    async def call(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        data = b"" if body is None else json.dumps(body).encode()
        headers = {"X-Wangge-Signature": tokens.sign_call(KEY, method, path, data)}
        async with self.session.request(method, self.url + path, data=data, headers=headers) as answer:
            return answer.status, await answer.json()

    def spooled(self, *kinds: str) -> list[dict[str, Any]]:
        """The lines written so far."""
        rows = [
            json.loads(row)
            for path in sorted((self.home / "spool").iterdir())
            for row in path.read_text().splitlines()
        ]
        return [row for row in rows if row["kind"] in kinds]

    async def fleet(self, *devices: Device, tcp: bool = False, register: bool = True) -> Fleet:
        made = Fleet(("127.0.0.1", self.sip_port, CODE), PASSWORD, minute, tcp=tcp)
        await made.start()
        self.fleets.append(made)
        made.add(devices)
        if register:
            for device in devices:
                assert await made.register(device) == 200
        return made

    async def device(
        self, *faults: str, channels: int = 3, tcp: bool = False, **more: Any
    ) -> tuple[Fleet, Device]:
        """A registered device with faults, its catalogue known."""
        device = a_device(DEVICE, channels, faults=frozenset(faults), **more)
        return await self.fleet(device, tcp=tcp), device

    def notes(self, code: str = DEVICE) -> set[str]:
        assert self.platform is not None
        return set(self.platform.devices[code].notes)


@contextlib.asynccontextmanager
async def a_gatehouse(
    home: Path, *, gb: bool = False, interval: float = 60.0, password: str = "", **rules: float
) -> AsyncIterator[Gatehouse]:
    """Everything started; everything ended."""
    patience = {"linger": 0.3, "stall": 1.5, "first_pause": 0.2} | rules
    hub = Hub(KEY, Spool(home / "spool"), home / "channels.json", Rules(**patience))  # type: ignore[arg-type]
    server = rtsp.Server(minute, 100, "admin" if password else "", password)
    port = await server.start("127.0.0.1", 0)
    sip_port = 0
    platform = None
    if gb:
        sip_port = free_port()
        platform = Platform(
            Settings(CODE, "127.0.0.1", PASSWORD, interval, home / "devices.json"),
            Ports(27300, 27600),
            hub.spool,
        )
        await platform.start("127.0.0.1", sip_port)
        hub.gb = platform
    runner = web.AppRunner(
        Doors(hub, home / "clips", frozenset({ORIGIN})).application(), access_log=None, shutdown_timeout=0.5
    )
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hub.start()
    number = runner.addresses[0][1]
    async with aiohttp.ClientSession() as session:
        house = Gatehouse(
            hub, f"http://127.0.0.1:{number}", f"rtsp://127.0.0.1:{port}", session, home, platform, sip_port
        )
        try:
            yield house
        finally:
            for browser in house.browsers:
                await browser.socket.close()
                if browser.task is not None:
                    browser.task.cancel()
            await hub.close()
            if platform is not None:
                await platform.close()
            for fleet in house.fleets:
                await fleet.close()
            await server.close()
            await runner.cleanup()
            await asyncio.sleep(0.05)


def in_loop(work: Callable[..., Any]) -> Callable[..., None]:
    """Decorator: run an async test to its end, at most a minute."""
    import functools
    import inspect

    @functools.wraps(work)
    def run(**given: Any) -> None:
        async def limited() -> None:
            async with asyncio.timeout(60):
                await work(**given)

        asyncio.run(limited())

    run.__signature__ = inspect.signature(work)  # type: ignore[attr-defined]
    return run
