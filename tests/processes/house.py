"""A whole house of its own for a test: its own data, its own ports, stopped by its own pid."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def two_free_ports() -> int:
    """A port below the ephemeral range whose next two are free too."""
    for port in range(21000 + os.getpid() % 4000, 32000, 3):
        with contextlib.ExitStack() as stack:
            try:
                for number in (port, port + 1, port + 2):
                    probe = stack.enter_context(socket.socket())
                    probe.bind(("127.0.0.1", number))
            except OSError:
                continue
            return port
    raise RuntimeError("no free port")


@dataclass
class House:
    """A running ``wangge serve``."""

    process: subprocess.Popen[bytes]
    environment: dict[str, str]
    home: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def command(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Another ``wangge`` command against the same data; ``typed`` is what a person would type."""
        command = [sys.executable, "-m", "wangge", *arguments]
        return subprocess.run(
            command,
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            input=typed,
        )

    def child(self, name: str) -> tuple[int, int]:
        """Process id and number of restarts of a child."""
        state = json.loads((self.home / "run/state.json").read_text())
        return next((c["pid"], c["restarts"]) for c in state["children"] if c["name"] == name)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as reply:
                return bool(reply.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def wait_until(self, true: object, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if true():  # type: ignore[operator]
                return
            time.sleep(0.1)
        raise AssertionError(
            f"waited {seconds} s in vain; log: {(self.home / 'serve.log').read_text()[-2000:]}"
        )

    def stop(self) -> int:
        """SIGTERM, then the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)


@contextlib.contextmanager
def a_house(home: Path, *arguments: str, **settings: str) -> Iterator[House]:
    """Start ``wangge serve`` with ``home`` as its data folder; stop it at the end whatever happens."""
    port = two_free_ports()
    kept = {k: v for k, v in os.environ.items() if not k.startswith("WANGGE_")}
    environment = kept | {"WANGGE_HOME": str(home), "WANGGE_PORT": str(port)} | settings
    home.mkdir(parents=True, exist_ok=True)
    with (home / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "wangge", "serve", *arguments],
            env=environment,
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    house = House(process, environment, home, port)
    try:
        house.wait_until(lambda: house.answers() or process.poll() is not None, 180)
        assert process.poll() is None, (home / "serve.log").read_text()[-3000:]
        yield house
    finally:
        if process.poll() is None:
            house.stop()
