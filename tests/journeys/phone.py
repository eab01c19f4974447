"""A grid worker's phone: a Chromium of its own with a folder that outlives it, as a real phone has."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.journeys.browser import QUIET, SLOW, Seat, chromium_path
from tests.processes.house import ROOT, House

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
        for _ in range(100):  # asked again here: a wait in the page takes the promise itself for a yes
            if self.ask(KEPT):
                return
            self.page.wait_for_timeout(200)
        raise AssertionError("the program is not whole on this phone")

    def line(self, words: str) -> None:
        """The band says so."""
        expect(self.page.get_by_test_id("band").first).to_contain_text(words, timeout=SLOW)

    def offline(self, off: bool = True) -> None:
        self.context.set_offline(off)

    def press(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def visit(self, address: str, result: str, note: str) -> None:
        """Go to a household and say what came of it."""
        self.open("/patrol/visit")
        self.page.get_by_text(address, exact=True).click()
        self.page.get_by_label("备注").fill(note)
        self.press(result)
        expect(self.page.get_by_label("备注")).to_have_count(0, timeout=SLOW)

    def report(self, field: str, thing: str, words: str) -> None:
        """Report what was found, with a photo of it."""
        self.open("/patrol/finding")
        kinds = self.page.get_by_role("group", name="事件分类")
        for name in (field, thing):
            kinds.get_by_role("button", name=name, exact=True).click()
        self.photo("处置前照片")
        self.page.get_by_label("情况说明").fill(words)
        self.press("上报")
        expect(self.page.get_by_label("情况说明")).to_have_count(0, timeout=SLOW)

    def serve(self, title: str, place: str, name: str) -> None:
        """Hand a notice over against a signature."""
        self.open("/patrol/notice")
        self.page.get_by_text(title, exact=True).click()
        self.page.get_by_label("送达地点").fill(place)
        self.page.get_by_label("签收人", exact=True).fill(name)
        self.sign(self.page.get_by_role("group", name="签收人签名"))
        self.press("登记送达")
        expect(self.page.get_by_label("送达地点")).to_have_count(0, timeout=SLOW)

    def fill_in(self, campaign: int, unit: str, values: dict[str, str]) -> None:
        """Answer for a unit of a campaign; what the register knows is there already."""
        self.open(f"/campaigns/{campaign}")
        self.page.get_by_text(unit, exact=True).click()
        for label, value in values.items():
            self.page.get_by_role("textbox", name=label, exact=True).fill(value)
        self.press("提交")
        expect(self.page.get_by_text(unit, exact=True)).to_have_count(0, timeout=SLOW)

    def photo(self, label: str) -> None:
        """Take a picture."""
        strip = self.page.get_by_role("group", name=label)
        seen = io.BytesIO()
        Image.new("RGB", (640, 480), "teal").save(seen, "JPEG")
        strip.locator("input[type=file]").set_input_files(
            {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": seen.getvalue()}
        )
        expect(strip.locator("img")).to_have_count(1, timeout=SLOW)

    def sign(self, pad: Locator) -> None:
        """Sign with the finger."""
        paper = pad.locator("canvas")
        paper.scroll_into_view_if_needed()
        box = paper.bounding_box()
        assert box is not None
        self.page.mouse.move(box["x"] + 30, box["y"] + 40)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + 200, box["y"] + 90, steps=5)
        self.page.mouse.up()
        pad.get_by_role("button", name="确认签名").click()
        expect(pad.locator("img")).to_have_count(1, timeout=SLOW)

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


def in_house(house: House, code: str) -> str:
    """Run a few lines inside the house, as its owner; what they print."""
    done = subprocess.run(
        [sys.executable, "-m", "wangge", "manage", "shell", "-c", code],
        env=house.environment | {"WANGGE_SCOPE": "all"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def nothing_in_the_clear(dump: dict[str, Any], *secrets: str) -> None:
    """None of the secrets, and in no record anything that looks like an ID number or a telephone."""
    text = json.dumps(dump, ensure_ascii=False)
    assert [secret for secret in secrets if secret in text] == []
    for row in re.findall(r'"data": ?\{.*?\}', text):
        assert re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", row) is None
        assert re.search(r"(?<!\d)\d{17}[\dXx](?!\d)", row) is None


def post(seat: Seat, path: str, **content: Any) -> Any:
    """What the console API answers a person at a desk."""
    reply = seat.page.request.post(f"{seat.url}/api/console/{path}", headers=_headers(seat), **content)
    assert reply.ok, reply.text()
    return reply.json()


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
