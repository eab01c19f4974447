"""People at real pages: a Chromium, a log-in, the verbs of a ticket."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

PASSWORD = "Tongzhou-2021"
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]
SLOW = 20_000


def chromium_path() -> str | None:
    """A Chromium or Chrome of this machine, ``None`` where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return found
    return None


@contextmanager
def a_chromium() -> Iterator[Browser]:
    """A headless browser without network habits of its own."""
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium on this machine: the browser journeys did not run")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@dataclass
class Seat:
    """One person at one browser; ``wrong`` collects what must never happen on a page."""

    page: Page
    url: str
    wrong: list[str]

    def open(self, path: str) -> Seat:
        self.page.goto(self.url + path)
        return self

    def verb(self, label: str) -> Locator:
        """The button of a move on the ticket page."""
        return self.page.get_by_role("button", name=label, exact=True).first

    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog").filter(visible=True).last

    def confirm(self, label: str) -> None:
        """Press the verb at the foot of the dialog and wait until it is gone."""
        dialog = self.dialog()
        dialog.get_by_role("button", name=label, exact=True).click()
        expect(dialog).to_be_hidden(timeout=SLOW)

    def choose(self, scope: Locator, field: str, option: str) -> None:
        """Pick an option of a select by its field's label."""
        item = scope.locator(".el-form-item").filter(has_text=field).first
        item.locator(".el-select").click()
        popper = self.page.locator(".el-select-dropdown__item").filter(visible=True)
        popper.filter(has_text=re.compile(f"^{re.escape(option)}")).first.click()

    def fill(self, scope: Locator, field: str, text: str) -> None:
        """Type into a field by its label."""
        item = scope.locator(".el-form-item").filter(has_text=field).first
        item.locator("input, textarea").first.fill(text)

    def status(self, label: str) -> None:
        """The ticket page says it is in this state."""
        expect(self.page.locator("header.head").get_by_text(label, exact=True).first).to_be_visible(
            timeout=SLOW
        )


def sit_down(browser: Browser, url: str, username: str, *, width: int = 1366, height: int = 768) -> Seat:
    """Log in by the page, as a person does."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"{username}: {error}"))
    page.on(
        "console", lambda m: wrong.append(f"{username}: {m.text}") if "Content Security" in m.text else None
    )
    page.on(
        "request",
        lambda r: (
            None if r.url.startswith((url.rsplit(":", 1)[0], "data:", "blob:")) else wrong.append(r.url)
        ),
    )
    page.goto(url + "/login")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/login" not in address, timeout=SLOW)
    return Seat(page, url, wrong)
