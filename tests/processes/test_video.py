"""The media gateway under the real supervisor: it is there, it comes back, its lines reach the log."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.processes.house import House, a_house
from wangge.cameras.gateway import tokens, wire
from wangge.cameras.sim.loop import Shot, load
from wangge.cameras.sim.rtsp import Server

pytestmark = pytest.mark.slow


def gateway_answers(house: House) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{house.port + 2}/healthz", timeout=1) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False


async def pictures(house: House, key: bytes, count: int, *, kill: bool = False) -> float:
    """Watch one channel as a browser does; with ``kill`` the seconds from the kill to fresh pictures."""
    begun = time.monotonic()
    if kill:
        os.killpg(house.child("video")[0], signal.SIGKILL)
    grant = tokens.Grant("post:7", "进程测试", frozenset({"c1"}), frozenset(), time.time() + 60)
    got = 0
    async with aiohttp.ClientSession() as session:
        while time.monotonic() - begun < 30:
            try:
                async with session.ws_connect(f"http://127.0.0.1:{house.port + 2}/video") as socket:
                    await socket.send_json({"do": "hello", "token": tokens.sign(key, grant)})
                    await socket.send_json({"do": "subscribe", "channel": "c1", "as": 1})
                    async for message in socket:
                        if message.type is aiohttp.WSMsgType.BINARY:
                            got += sum(not frame.flag & wire.INIT for frame in wire.unpack(message.data))
                        if got >= count:
                            return time.monotonic() - begun
            except aiohttp.ClientError:
                await asyncio.sleep(0.2)
    raise AssertionError("no pictures")


async def watched(house: House, home: Path, loops: Path) -> float:
    key = tokens.read_key(home / "secrets" / "video-key")
    server = Server(lambda scene, codec: load(Shot(scene, codec, seconds=4, gop=0.4), loops))
    port = await server.start("127.0.0.1", 0)
    channels = {"channels": {"c1": {"kind": "rtsp", "url": f"rtsp://127.0.0.1:{port}/cam/1"}}}
    body = json.dumps(channels).encode()
    head = {"X-Wangge-Signature": tokens.sign_call(key, "PUT", "/control/channels", body)}
    async with aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{house.port + 2}/control/channels"
        async with session.put(url, data=body, headers=head) as answer:
            assert answer.status == 200
    await pictures(house, key, 10)
    back = await pictures(house, key, 10, kill=True)
    await server.close()
    return back


def test_a_killed_gateway_plays_again_within_five_seconds_and_no_view_is_lost(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with a_house(home) as house:
        house.wait_until(lambda: gateway_answers(house))
        assert (home / "secrets" / "video-key").stat().st_mode & 0o777 == 0o600
        # In a thread of its own: the browser journeys leave a loop running in this one.
        with ThreadPoolExecutor(1) as alone:
            back = alone.submit(asyncio.run, watched(house, home, tmp_path / "loops")).result(120)
        assert back < 5.0
        assert house.child("video")[1] == 1
    read = "from wangge.cameras import services, models; services.take_in_reports(); "
    told = (
        "print(sorted((v.purpose, v.channel, v.ended_at is None) for v in models.CameraView.objects.all()))"
    )
    assert _shell(home, read + told).strip() == str([("进程测试", "c1", False)] * 2)


def _shell(home: Path, code: str) -> str:
    """Run a line of code in the house's Django; its database is started for it."""
    import subprocess
    import sys

    from wangge.project.postgres import Cluster

    cluster = Cluster(home / "pg")
    cluster.start()
    kept: dict[str, Any] = {k: v for k, v in os.environ.items() if not k.startswith("WANGGE_")}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "wangge", "manage", "shell", "-v", "0", "-c", code],
            env=kept | {"WANGGE_HOME": str(home), "WANGGE_SCOPE": "all"},
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).resolve().parents[2],
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout
    finally:
        cluster.stop()
