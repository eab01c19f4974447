"""A gateway and simulated cameras of its own for a bench, under var/bench/video; ended by ``with``."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import shutil
import signal
import sys
import threading
import time
from types import TracebackType
from typing import Any

import psutil
from aiohttp import ClientSession

from wangge.cameras.gateway import tokens
from wangge.project.env import ROOT
from wangge.project.supervisor import Child

HOME = ROOT / "var" / "bench" / "video"
GATEWAY, RTSP, SIP, PAGES = 26680, 26654, 26660, 26690
CODE = "32061200002000000001"


class VideoHouse:
    """The gateway under the supervisor's own tending, camsim beside it."""

    def __init__(self, *, height: int = 360, sip: bool = False) -> None:
        shutil.rmtree(HOME, ignore_errors=True)
        HOME.mkdir(parents=True)
        self.key = secrets.token_bytes(32)
        (HOME / "key").write_text(self.key.hex())
        (HOME / "password").write_text(secrets.token_hex(8))
        python = [sys.executable, "-m"]
        video = [*python, "wangge.cameras.gateway", "--port", str(GATEWAY), "--key-file", str(HOME / "key")]
        video += ["--home", str(HOME / "1"), "--origin", f"http://127.0.0.1:{PAGES}", "--linger", "2"]
        if sip:
            video += ["--sip-port", str(SIP), "--sip-password-file", str(HOME / "password")]
        camsim = [*python, "wangge", "camsim", "--rtsp-port", str(RTSP), "--height", str(height)]
        camsim += ["--cache", str(HOME.parent / "camsim"), "--noise", str(40 if height == 360 else 58)]
        self.children: dict[str, Child] = {}
        self._child("video", video)
        if not sip:
            self._child("camsim", camsim)
        self.over = False
        self.tender = threading.Thread(target=self._tend, daemon=True)

    def _child(self, name: str, command: list[str]) -> Child:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("WANGGE_")}
        child = Child(name, command, kept | {"PYTHONUNBUFFERED": "1"}, HOME / f"{name}.log")
        self.children[name] = child
        return child

    def _tend(self) -> None:
        """As ``wangge serve`` does."""
        while not self.over:
            for child in list(self.children.values()):
                child.tend()
            time.sleep(0.25)

    def __enter__(self) -> VideoHouse:
        for child in self.children.values():
            child.start()
        self.tender.start()
        asyncio.run(self._ready())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.over = True
        self.tender.join(2)
        for child in self.children.values():
            child.stop(5)

    async def _ready(self) -> None:
        for _ in range(1200):
            with contextlib.suppress(OSError, KeyError):
                await self.state()
                if "camsim" not in self.children or "rtsp://" in (HOME / "camsim.log").read_text():
                    return
            await asyncio.sleep(0.1)
        raise RuntimeError(f"the gateway does not answer; see {HOME}")

    @property
    def socket(self) -> str:
        """Where browsers connect."""
        return f"ws://127.0.0.1:{GATEWAY}/video"

    def camera(self, number: int, more: str = "") -> dict[str, Any]:
        """A simulated camera as the gateway's list names it."""
        return {"kind": "rtsp", "url": f"rtsp://127.0.0.1:{RTSP}/cam/{number}{more}"}

    def token(self, names: list[str]) -> str:
        """A pass for ten minutes."""
        grant = tokens.Grant("post:1", "测量", frozenset(names), frozenset(), time.time() + 600)
        return tokens.sign(self.key, grant)

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        """A signed call; ``KeyError`` for what is not there."""
        data = b"" if body is None else json.dumps(body).encode()
        headers = {"X-Wangge-Signature": tokens.sign_call(self.key, method, path, data)}
        url = f"http://127.0.0.1:{GATEWAY}{path}"
        async with (
            ClientSession() as session,
            session.request(method, url, data=data, headers=headers) as answer,
        ):
            if answer.status != 200:
                raise KeyError(path)
            return await answer.json()

    async def configure(self, channels: dict[str, Any]) -> None:
        """Give the gateway its list."""
        await self.call("PUT", "/control/channels", {"channels": channels})

    async def state(self) -> dict[str, Any]:
        """What the gateway tells."""
        found: dict[str, Any] = await self.call("GET", "/control/state")
        return found

    async def device(self, code: str) -> dict[str, Any]:
        """One device."""
        found: dict[str, Any] = await self.call("GET", f"/control/device/{code}")
        return found

    async def keepalives(self) -> int:
        """Heart beats since the gateway began."""
        return int((await self.state())["devices"]["keepalives"])

    async def until_playing(self, count: int, seconds: float = 60.0) -> None:
        """Until so many channels play."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            states = [c["state"] for c in (await self.state())["channels"].values()]
            if states.count("playing") >= count:
                return
            await asyncio.sleep(0.2)
        raise RuntimeError("not every channel plays")

    @staticmethod
    def code_of(number: int) -> str:
        """The code camsim gives its n-th device."""
        return f"32061200001118{number:06d}"

    def devices(self, name: str, count: int, channels: int, first: int, interval: float = 60.0) -> None:
        """Start devices in a process of their own."""
        command = [sys.executable, "-m", "wangge", "camsim", "--rtsp-port", "0", "--gb", f"127.0.0.1:{SIP}"]
        command += [
            "--gb-code",
            CODE,
            "--gb-password-file",
            str(HOME / "password"),
            "--gb-devices",
            str(count),
        ]
        command += ["--gb-channels", str(channels), "--gb-first", str(first), "--gb-interval", str(interval)]
        command += ["--cache", str(HOME.parent / "camsim")]
        self._child(name, command).start()

    def _process(self, name: str) -> psutil.Process:
        child = self.children[name].process
        assert child is not None
        return psutil.Process(child.pid)

    def seconds(self, name: str) -> float:
        """Processor seconds of a child."""
        times = self._process(name).cpu_times()
        return float(times.user + times.system)

    def memory(self, name: str) -> float:
        """Resident MB."""
        return float(self._process(name).memory_info().rss / 2**20)

    def kill(self, name: str) -> None:
        """SIGKILL the whole family, without warning."""
        child = self.children[name].process
        assert child is not None
        os.killpg(child.pid, signal.SIGKILL)
