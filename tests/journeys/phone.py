"""A grid worker's phone: a Chromium of its own with a folder that outlives it, as a real phone has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.browser import QUIET, SLOW, Seat, chromium_path

# Everything the phone keeps: each table of the database, each cached answer, each kept taste.
DUMP = """async () => {
  const found = {}
  const text = async (value) => {
    if (value instanceof Blob) return await value.text()
    if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
    return value
  }
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, fail) => {
      const asked = indexedDB.open(name)
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(asked.error)
    })
    for (const table of db.objectStoreNames) {
      const rows = await new Promise((done, fail) => {
        const asked = db.transaction(table).objectStore(table).getAll()
        asked.onsuccess = () => done(asked.result)
        asked.onerror = () => fail(asked.error)
      })
      found[name + '/' + table] = await Promise.all(rows.map(async (row) => {
        const plain = {}
        for (const [key, value] of Object.entries(row)) plain[key] = await text(value)
        return plain
      }))
    }
    db.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const kept = await cache.match(request)
      const own = /\\.(js|css|svg|png)$/.test(new URL(request.url).pathname)
      found['cache ' + new URL(request.url).pathname] = own ? '' : await kept.text()
    }
  }
  found.localStorage = { ...localStorage }
  found.sessionStorage = { ...sessionStorage }
  return JSON.stringify(found)
}"""

# Every piece that the worker lists lies in its cache.
KEPT = """async () => {
  const script = await (await fetch('/field/sw.js')).text()
  const listed = script.match(/\\/static\\/field\\/assets\\/[^"]+/g)
  const names = await caches.keys()
  const kept = (await Promise.all(names.map(async (n) => await (await caches.open(n)).keys()))).flat()
  const have = new Set(kept.map((r) => new URL(r.url).pathname))
  return listed.length > 20 && listed.every((name) => have.has(name))
}"""


@dataclass
class Phone:
    """One phone; ``wrong`` collects what must never happen on a page."""

    context: BrowserContext
    page: Page
    url: str
    wrong: list[str]

    def open(self, path: str = "/") -> Self:
        self.page.goto(f"{self.url}/field{path}")
        return self

    def enrol(self, code: str) -> Self:
        """Open the address of the picture and confirm."""
        self.page.goto(f"{self.url}/field/#enrol={code}")
        self.page.get_by_role("button", name="登记", exact=True).click()
        expect(self.page.get_by_test_id("count")).to_be_visible(timeout=SLOW)
        return self

    def wait_for_worker(self) -> None:
        """The program is kept and steers this page."""
        self.page.wait_for_function(
            "navigator.serviceWorker?.controller?.state === 'activated'", timeout=SLOW
        )
        self.page.wait_for_function(KEPT, timeout=SLOW)

    def line(self, words: str) -> None:
        """The band says so."""
        expect(self.page.get_by_test_id("band").first).to_contain_text(words, timeout=SLOW)

    def offline(self, off: bool = True) -> None:
        self.context.set_offline(off)

    def dump(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.page.evaluate(DUMP))
        return found

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)


@contextmanager
def a_phone(
    browser: Browser, folder: Path, url: str, *, width: int = 390, height: int = 844, **options: Any
) -> Iterator[Phone]:
    """The phone whose data lies in ``folder``; opening it again is opening the same phone."""
    context = browser.browser_type.launch_persistent_context(
        str(folder),
        executable_path=chromium_path(),
        args=[*QUIET, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
        viewport={"width": width, "height": height},
        has_touch=True,
        is_mobile=True,
        locale="zh-CN",
        permissions=["geolocation", "microphone"],
        **options,
    )
    context.set_default_timeout(SLOW)
    page = context.pages[0]
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if "Content Security" in m.text else None)
    house = (url.rsplit(":", 1)[0], "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(house) else wrong.append(r.url))
    try:
        yield Phone(context, page, url, wrong)
    finally:
        context.close()


def _headers(seat: Seat) -> dict[str, str]:
    cookies = {c["name"]: c["value"] for c in seat.page.context.cookies()}
    return {"X-CSRFToken": cookies["wangge_csrf"], "Referer": seat.url}


def enrolment_code(admin: Seat, person: str) -> str:
    """A one-time code for the post of this person, as the administrator's page makes it."""
    posts = admin.page.request.get(f"{admin.url}/api/console/org/devices/posts").json()
    post = next(p for p in posts if re.match(person, p["account_name"] or p["title"]))
    made = admin.page.request.post(
        f"{admin.url}/api/console/org/devices/codes", data={"post_id": post["id"]}, headers=_headers(admin)
    )
    assert made.status == 201, made.text()
    code: str = made.json()["code"]
    return code


def revoke_newest(admin: Seat) -> None:
    """End the phone that was enrolled last."""
    rows = admin.page.request.get(f"{admin.url}/api/console/org/devices?status=active").json()["items"]
    newest = max(rows, key=lambda row: row["id"])
    ended = admin.page.request.post(
        f"{admin.url}/api/console/org/devices/{newest['id']}/revoke", headers=_headers(admin)
    )
    assert ended.status == 204, ended.text()
