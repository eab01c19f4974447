"""A grid worker's phone on its own: installed, unplugged, closed, opened again, plugged in, revoked."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browser import SLOW, sit_down
from tests.journeys.phone import a_phone, enrolment_code, revoke_newest
from tests.processes.house import ROOT, House
from wangge.project.postgres import Cluster

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ZHANG = "张小满"
ADMIN = "shigang.gl"
NUMBER = "13951234567"
ID_NO = "32061219490307124X"


def in_house(house: House, code: str) -> None:
    """Run a few lines inside the house, as its owner."""
    done = subprocess.run(
        [sys.executable, "-m", "wangge", "manage", "shell", "-c", code],
        env=house.environment | {"WANGGE_SCOPE": "all"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def tell_zhang(house: House, *titles: str) -> None:
    in_house(
        house,
        "from wangge.notify.services import send\n"
        "from wangge.org.queries import posts_in_role\n"
        f"post = next(p for p in posts_in_role('grid_worker') if p.account_name == {ZHANG!r})\n"
        f"for title in {titles!r}:\n"
        "    send(to_post_id=post.id, kind='notice', subject='', title=title, text='请今日完成摸排。')",
    )


def receipts(house: House) -> list[str]:
    """Titles of the notices that were read, one for every receipt, in the order of reading."""
    with psycopg.connect(Cluster(house.home / "pg").url("wangge")) as connection:
        rows = connection.execute(
            "SELECT m.title FROM notify_messageread r JOIN notify_message m ON m.id = r.message_id"
            " ORDER BY r.id"
        ).fetchall()
    return [title for (title,) in rows]


def test_it_can_be_installed_and_opens_without_network(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    code = enrolment_code(sit_down(browser, house.url, ADMIN), ZHANG)
    with a_phone(browser, tmp_path / "phone", house.url) as phone:
        phone.open("/")
        expect(phone.page.get_by_label("登记码")).to_be_visible(timeout=SLOW)
        phone.page.get_by_label("登记码").fill(f"{code[:4]}-{code[4:]}".lower())
        phone.page.get_by_role("button", name="登记", exact=True).click()
        expect(phone.page.get_by_test_id("count")).to_be_visible(timeout=SLOW)
        phone.line("已全部上报")

        manifest = phone.page.request.get(
            f"{house.url}{phone.page.locator('link[rel=manifest]').get_attribute('href')}"
        ).json()
        assert (manifest["start_url"], manifest["display"]) == ("/field/", "standalone")
        for icon in manifest["icons"]:
            assert phone.page.request.get(house.url + icon["src"]).headers["content-type"] == "image/png"
        assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
        phone.page.reload()
        phone.wait_for_worker()
        assert phone.ask("crypto.subtle !== undefined") is True

        phone.offline()
        for path in ("/", "/grid", "/grid/map", "/find", "/outbox", "/settings", "/notices"):
            phone.open(path)
            phone.line("离线")
        expect(phone.page.get_by_text("没有通知")).to_be_visible(timeout=SLOW)
        assert phone.wrong == []


def test_what_was_read_in_the_lift_arrives_once_after_the_browser_was_closed(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    code = enrolment_code(sit_down(browser, house.url, ADMIN), ZHANG)
    before = receipts(house)
    with a_phone(browser, tmp_path / "phone", house.url) as phone:
        phone.enrol(code)
        phone.line("已全部上报")
        tell_zhang(house, "关于排查返乡人员的通知", "台风蓝色预警")
        expect(phone.page.get_by_text("关于排查返乡人员的通知")).to_be_visible(timeout=SLOW)
        phone.page.reload()
        phone.wait_for_worker()

        phone.offline()
        for title in ("关于排查返乡人员的通知", "台风蓝色预警"):
            phone.open("/notices")
            phone.page.get_by_text(title).click()
            expect(phone.page.locator("[data-state=waiting]")).to_be_visible(timeout=SLOW)
        phone.open("/")
        phone.line("离线:已保存在本机 2 条,等待上报")
        expect(phone.page.get_by_test_id("count")).to_be_visible()
        expect(phone.page.get_by_text("台风蓝色预警")).to_have_count(0)
    assert receipts(house) == before

    with a_phone(browser, tmp_path / "phone", house.url, offline=True) as phone:
        phone.open("/outbox")
        expect(phone.page.locator("article[data-state=waiting]")).to_have_count(2, timeout=SLOW)
        phone.line("等待上报")
        phone.offline(False)
        expect(phone.page.locator("article[data-state=sent]")).to_have_count(2, timeout=SLOW)
        phone.line("已全部上报")
        phone.page.get_by_test_id("sync").click()
        phone.line("已全部上报")
        assert phone.wrong == []
    assert receipts(house)[len(before) :] == ["关于排查返乡人员的通知", "台风蓝色预警"]


def test_a_revoked_phone_wipes_itself_at_once_and_at_its_next_contact(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    admin = sit_down(browser, house.url, ADMIN)
    with a_phone(browser, tmp_path / "online", house.url) as phone:
        phone.enrol(enrolment_code(admin, ZHANG))
        phone.line("已全部上报")
        phone.page.wait_for_timeout(1_500)  # the live line is taken up
        started = time.monotonic()
        revoke_newest(admin)
        expect(phone.page.get_by_text("机内资料已全部清除")).to_be_visible(timeout=10_000)
        assert time.monotonic() - started < 5
        nothing_is_left(phone.dump())

    with a_phone(browser, tmp_path / "away", house.url) as phone:
        phone.enrol(enrolment_code(admin, ZHANG))
        phone.line("已全部上报")
        phone.wait_for_worker()
        phone.offline()
        revoke_newest(admin)
        phone.open("/grid")
        phone.line("离线")
        phone.offline(False)
        expect(phone.page.get_by_text("机内资料已全部清除")).to_be_visible(timeout=SLOW)
        nothing_is_left(phone.dump())


def nothing_is_left(dump: dict[str, object]) -> None:
    kept = {name: rows for name, rows in dump.items() if rows and not name.startswith("cache ")}
    assert kept == {}
    assert [name for name in dump if name.startswith("cache /api")] == []


def test_nothing_personal_lies_on_the_phone_in_the_clear(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    admin = sit_down(browser, house.url, ADMIN)
    in_house(
        house,
        "from wangge.hotline.testing import a_ticket\n"
        "from wangge.org.queries import posts_in_role\n"
        f"post = next(p for p in posts_in_role('grid_worker') if p.account_name == {ZHANG!r})\n"
        f"a_ticket(caller_no={NUMBER!r}, caller='万玉兰', area_id=post.area_id,\n"
        f"         content='独居老人万玉兰,电话{NUMBER},身份证{ID_NO},请上门看望。', title='请上门看望老人')",
    )
    with a_phone(browser, tmp_path / "phone", house.url) as phone:
        phone.enrol(enrolment_code(admin, ZHANG))
        expect(phone.page.get_by_text("请上门看望老人").first).to_be_visible(timeout=SLOW)
        phone.page.get_by_text("请上门看望老人").first.click()
        expect(phone.page.get_by_text("139****4567").first).to_be_visible(timeout=SLOW)
        phone.page.reload()
        phone.wait_for_worker()
        phone.page.wait_for_timeout(2_500)
        dump = json.dumps(phone.dump(), ensure_ascii=False)
    assert "请上门看望老人" in dump
    for secret in (NUMBER, ID_NO, ID_NO[:-1]):
        assert secret not in dump
    for row in re.findall(r'"data": ?\{.*?\}', dump):
        assert re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", row) is None
        assert re.search(r"(?<!\d)\d{17}[\dXx](?!\d)", row) is None
