"""The real tiles in a headless Chromium: how old is what the eye sees, and how soon after a kill again?"""

from __future__ import annotations

import asyncio
import http.server
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bench.video_house import PAGES, VideoHouse
from wangge.project.env import ROOT

PAGE = ROOT / "var" / "bench" / "video-page"
# software compositing: an emulated GPU would cost more than the decoding
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass
class Glass:
    """``rows``: tiles, least pictures a second, glass-to-glass p50 and p95 in ms."""

    rows: list[tuple[int, float, float, float]] = field(default_factory=list)
    back_s: float = 0.0


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, directory=str(PAGE), **more)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@contextmanager
def pages() -> Iterator[str]:
    """The bench page, built and served."""
    subprocess.run(["node", "bench/video/build.mjs", str(PAGE)], cwd=ROOT / "web", check=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", PAGES), _Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{PAGES}/index.html"
    finally:
        server.shutdown()
        server.server_close()


def watch_in_browser(house: VideoHouse, sizes: list[int], seconds: float) -> Glass:
    """Measure each number of tiles, then kill the gateway under the last; ``FileNotFoundError`` without
    a Chromium."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        raise FileNotFoundError("no Chromium on this machine")
    found = Glass()
    with pages() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for tiles in sizes:
            page = _open(browser, house, address, tiles)
            page.wait_for_timeout(6_000)
            page.evaluate("glass(true)")
            page.wait_for_timeout(seconds * 1000)
            found.rows.append(_row(tiles, page.evaluate("glass(true)"), seconds))
            if tiles == sizes[-1]:
                found.back_s = _kill(house, page, tiles)
            page.close()
        browser.close()
    return found


def _open(browser: Any, house: VideoHouse, address: str, tiles: int) -> Any:
    names = [f"c{number}" for number in range(tiles)]
    asyncio_run(house.configure({name: house.camera(n, "?phase=0") for n, name in enumerate(names)}))
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.add_init_script(f"window.token = {house.token(names)!r}")
    page.goto(f"{address}?channels={','.join(names)}&url={house.socket}")
    return page


def asyncio_run(work: Any) -> Any:
    """Run it in a thread of its own: Playwright's loop stands in this one."""
    result: list[Any] = []
    thread = threading.Thread(target=lambda: result.append(asyncio.run(work)))
    thread.start()
    thread.join()
    return result[0] if result else None


def _row(tiles: int, seen: dict[str, Any], seconds: float) -> tuple[int, float, float, float]:
    delays = sorted(delay for facts in seen.values() for delay in facts["delays"])
    if len(seen) < tiles or not delays:
        return tiles, 0.0, float("inf"), float("inf")
    least = min(facts["frames"] for facts in seen.values()) / seconds
    return tiles, least, delays[len(delays) // 2], delays[int(len(delays) * 0.95)]


def _kill(house: VideoHouse, page: Any, tiles: int) -> float:
    """Seconds from SIGKILL until every tile shows fresh pictures again."""
    house.kill("video")
    begun = time.monotonic()
    page.wait_for_timeout(300)
    page.evaluate("glass(true)")
    while time.monotonic() - begun < 30:
        page.wait_for_timeout(100)
        seen = page.evaluate("glass(false)")
        if len(seen) == tiles and all(facts["frames"] >= 3 for facts in seen.values()):
            break
    return time.monotonic() - begun
