"""Take the README's and the guides' pictures from a running demo: ``python tools/screenshots.py URL``.

Real pages of the demo district; run it after ``make demo`` and look at every picture before committing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from tests.journeys.browser import a_chromium, sit_down  # noqa: E402

CALL = "石港镇幸福佳苑北门外下水道堵了两天,污水漫到路面,老人走路打滑,希望尽快疏通。"
SETTLE = 3_000


def shoot(page: Page, name: str) -> None:
    """One picture under docs/images, after the page has settled."""
    page.wait_for_timeout(SETTLE)
    page.screenshot(path=str(ROOT / "docs" / "images" / f"{name}.png"))


def main() -> int:
    """Every picture, by the person who works there."""
    url = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8410"
    with a_chromium() as browser:
        wall = sit_down(browser, url, "daping", width=1920, height=1080).open("/wall")
        wall.page.wait_for_timeout(SETTLE)
        shoot(wall.page, "wall")
        desk = sit_down(browser, url, "mo").open("/desk")
        form = desk.page.locator("form.desk")
        desk.fill(form, "来电号码", "19900001234")
        desk.page.keyboard.press("Enter")
        desk.fill(form, "诉求人", "孟先生")
        desk.fill(form, "诉求内容", CALL)
        shoot(desk.page, "desk")
        shoot(sit_down(browser, url, "dai").open("/dispatch").page, "board")
        inbox = sit_down(browser, url, "yin").open("/inbox")
        shoot(inbox.page, "inbox")
        inbox.page.wait_for_timeout(SETTLE)
        link = inbox.page.request.get(f"{url}/api/console/hotline/inbox?limit=2").json()["items"][1][
            "ticket"
        ]["id"]
        inbox.open(f"/tickets/{link}")
        inbox.page.wait_for_timeout(SETTLE)
        inbox.page.get_by_text("每分钟都有说明").last.click()
        shoot(inbox.page, "ticket")
        shoot(sit_down(browser, url, "fan").open("/callbacks").page, "callback")
        shoot(sit_down(browser, url, "xi").open("/figures").page, "figures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
