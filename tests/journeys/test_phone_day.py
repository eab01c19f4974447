"""A grid worker's day without network: everything arrives once and in order, though the server dies on it."""

from __future__ import annotations

import io
import json
import os
import signal
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, Route, expect

from tests.journeys.browser import SLOW, Seat, sit_down
from tests.journeys.phone import Phone, a_phone, enrolment_code, in_house, nothing_in_the_clear, post
from tests.processes.house import House
from wangge.project.postgres import Cluster

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ZHANG, XUE = "张小满", "薛清和"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SURVEY, CAMPAIGN = "企业返岗检测排查", "返岗检测一日排查"
TYPED_ID, TYPED_PHONE, FIRM_PHONE = "32069919510203002X", "13951234567", "19912340000"
NOTICES = ("棋牌室停业告知书", "消防安全隐患整改告知书")
RESULTS = {"见面": "met", "电话": "phoned", "不在": "absent"}
SEED = f"""
import json
from wangge.org.queries import posts_in_role
from wangge.premises.testing import a_code, a_premises
from wangge.residents.testing import a_household, a_person, an_id_no
posts = {{p.account_name: p for p in posts_in_role('grid_worker')}}
mine, other = posts[{ZHANG!r}].area_id, posts[{XUE!r}].area_id
homes, numbers, firms = [], [], []
for n, name in enumerate(('万玉兰', '万玉梅', '万玉竹'), start=1):
    address = f'和平新村 {{n}} 幢 101 室'
    home = a_household(area_id=mine, address=address, number=f'9{{n}}')
    numbers += [an_id_no('19510203'), f'1395551230{{n}}']
    a_person(area_id=mine, household_id=home.pk, name=name, address=address,
             id_no=numbers[-2], phone=numbers[-1])
    homes.append(address)
a_person(area_id=other, name='邵在别处', id_no=an_id_no('19510204'), phone='13955512309')
for n in range(1, 13):
    code = a_code(9700000 + n)
    a_premises(f'示例返岗{{n:02d}}号纺织有限公司', credit_code=code, area_id=mine, staff_total=20 + n,
               contact_phone={FIRM_PHONE!r})
    firms.append([f'示例返岗{{n:02d}}号纺织有限公司', code])
print(json.dumps({{'homes': homes, 'numbers': numbers, 'firms': firms}}))
"""


@dataclass(frozen=True)
class Work:
    """What lies in the grid of 张小满 this morning; ``numbers`` must never lie in her phone."""

    homes: list[str]
    numbers: list[str]
    firms: list[tuple[str, str]]


def in_excel(**sheets: list[list[str]]) -> dict[str, Any]:
    """A workbook as an office worker sends it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return {"name": "排查.xlsx", "mimeType": XLSX, "buffer": out.getvalue()}


def a_campaign(desk: Seat, firms: list[tuple[str, str]]) -> int:
    """An Excel survey and an Excel list become a campaign at work."""
    survey = in_excel(
        题目=[
            ["题型", "变量名", "题目", "必填", "限制", "限制提示", "登记字段"],
            ["整数", "staff_total", "在岗员工总数", "是", ". >= 0", "不能为负数", "enterprise.staff_total"],
            ["整数", "tested", "已做核酸检测人数", "是", ". <= ${staff_total}", "不能多于员工总数", ""],
            ["手机号", "asked", "填报人手机", "是", "", "", ""],
        ],
        设置=[["表单名称", "表单编号", "版本"], [SURVEY, "day_survey", "1"]],
    )
    made = post(desk, "forms/forms", multipart={"file": survey, "about": "enterprise"})
    assert made["problems"] == []
    version: int = made["version"]["id"]
    assert post(desk, f"forms/versions/{version}/publish")["status"] == "published"
    now = datetime.now(UTC)
    body = {
        "title": CAMPAIGN,
        "kind": "survey",
        "from_at": now.isoformat(),
        "due_at": (now + timedelta(days=2)).isoformat(),
        "form_version_id": version,
    }
    campaign: int = post(desk, "campaigns/campaigns", data=body)["id"]
    units = in_excel(名单=[["统一社会信用代码"], *([code] for _, code in firms)])
    report = post(desk, f"campaigns/campaigns/{campaign}/uploads", multipart={"file": units})
    assert (report["rows_in"], report["stored"], report["refused"]) == (12, 12, 0)
    assert post(desk, f"campaigns/campaigns/{campaign}/start")["status"] == "running"
    return campaign


def a_day(phone: Phone, work: Work, campaign: int) -> None:
    """Three visits, an event with a photo, two notices, twelve forms."""
    for address, result in zip(work.homes, RESULTS, strict=True):
        phone.visit(address, result, f"身份证 {TYPED_ID},电话 {TYPED_PHONE}")
    phone.report("城市管理", "垃圾堆积", "楼道口堆放建筑垃圾")
    for title in NOTICES:
        phone.serve(title, "和平新村 12 号", "万玉兰")
    for n, (name, _) in enumerate(work.firms):
        phone.fill_in(campaign, name, {"已做核酸检测人数": str(n), "填报人手机": TYPED_PHONE})


def sent_by(dump: dict[str, Any]) -> list[tuple[int, str, str]]:
    """Number, id and name of everything captured on a phone, in the order of capture."""
    rows = sorted(dump["wangge-field/outbox"], key=lambda row: row["seq"])
    return [(row["seq"], row["id"], row["name"]) for row in rows]


def lose_the_answer(phone: Phone, house: House) -> list[int]:
    """The server stores the first batch and dies before the phone hears of it; how large each batch was."""
    batches: list[int] = []

    def cut(route: Route) -> None:
        batches.append(len(json.loads(route.request.post_data or "{}")["commands"]))
        if len(batches) > 1:
            return route.continue_()
        assert route.fetch().status == 200
        os.kill(house.child("web")[0], signal.SIGKILL)
        return route.abort("connectionreset")

    phone.context.route("**/api/field/sync/commands", cut)
    return batches


def stored(house: House, device: int, campaign: int) -> dict[str, list[Any]]:
    """What the server has of this phone's day, table by table, in the order of arrival."""
    questions = {
        "answers": "SELECT seq, command_id::text, name FROM sync_answer WHERE device_id = %(d)s"
        " ORDER BY received_at, seq",
        "outcomes": "SELECT DISTINCT outcome FROM sync_answer WHERE device_id = %(d)s",
        "visits": "SELECT target_label, result FROM patrol_visit WHERE device_id = %(d)s ORDER BY id",
        "events": "SELECT class_code, description FROM patrol_event WHERE device_id = %(d)s ORDER BY id",
        "pictures": "SELECT f.role, a.mime, a.status FROM patrol_eventfile f"
        " JOIN patrol_event e ON e.id = f.event_id JOIN files_attachment a ON a.client_id = f.client_id"
        " WHERE e.device_id = %(d)s",
        "notices": "SELECT k.title, a.kind FROM patrol_noticeserved s"
        " JOIN patrol_noticekind k ON k.id = s.kind_id JOIN files_attachment a ON a.client_id = s.signature"
        " WHERE s.device_id = %(d)s ORDER BY s.id",
        "forms": "SELECT t.title, r.numbers FROM campaigns_response r"
        " JOIN campaigns_target t ON t.id = r.target_id WHERE r.campaign_id = %(c)s ORDER BY r.id",
        "targets": "SELECT status, count(*) FROM campaigns_target WHERE campaign_id = %(c)s GROUP BY status",
    }
    with psycopg.connect(Cluster(house.home / "pg").url("wangge")) as connection:
        return {
            name: connection.execute(sql, {"d": device, "c": campaign}).fetchall()
            for name, sql in questions.items()
        }


def test_a_day_without_network_arrives_once_and_in_order(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    work = Work(**json.loads(in_house(house, SEED).splitlines()[-1]))
    secrets = (*work.numbers, TYPED_ID, TYPED_PHONE, FIRM_PHONE, "13955512309", "邵在别处")
    code = enrolment_code(sit_down(browser, house.url, "shigang.gl"), ZHANG)
    campaign = a_campaign(sit_down(browser, house.url, "zhou"), work.firms)
    here = {"longitude": 121.073, "latitude": 32.065}
    with a_phone(browser, tmp_path / "phone", house.url, geolocation=here) as phone:
        phone.enrol(code)
        phone.line("已全部上报")
        phone.page.reload()
        phone.wait_for_worker()
        phone.offline()
        a_day(phone, work, campaign)
        phone.open("/outbox")
        phone.line("离线:已保存在本机 18 条,等待上报")
        captured = phone.dump()
        assert phone.wrong == []
    nothing_in_the_clear(captured, *secrets)
    assert work.homes[0] in json.dumps(captured, ensure_ascii=False)
    device = next(r["value"]["id"] for r in captured["wangge-field/meta"] if r["name"] == "device")
    assert stored(house, device, campaign)["answers"] == []

    with a_phone(browser, tmp_path / "phone", house.url, offline=True, geolocation=here) as phone:
        phone.open("/outbox")
        expect(phone.page.locator("article[data-state=waiting]")).to_have_count(18, timeout=SLOW)
        _, restarts = house.child("web")
        batches = lose_the_answer(phone, house)
        phone.offline(False)

        def it_was_raised() -> bool:
            phone.page.wait_for_timeout(100)  # the page's own requests are heard only while it is asked
            return house.child("web")[1] > restarts

        house.wait_until(it_was_raised)
        assert len(stored(house, device, campaign)["answers"]) == 18
        house.wait_until(house.answers)
        phone.page.get_by_test_id("sync").click()
        expect(phone.page.locator("article[data-state=sent]")).to_have_count(18, timeout=2 * SLOW)
        phone.line("已全部上报")
        after = phone.dump()
        assert phone.wrong == []
    nothing_in_the_clear(after, *secrets)
    assert sent_by(after) == sent_by(captured)
    assert batches[:2] == [18, 18]

    found = stored(house, device, campaign)
    assert found["answers"] == sent_by(captured)
    assert [seq for seq, _, _ in found["answers"]] == list(range(1, 19))
    assert found["outcomes"] == [("stored",)]
    assert found["visits"] == list(zip(work.homes, RESULTS.values(), strict=True))
    assert found["events"] == [("city_rubbish", "楼道口堆放建筑垃圾")]
    assert found["pictures"] == [("before", "image/jpeg", "ready")]
    assert found["notices"] == [(title, "signature") for title in NOTICES]
    assert [title for title, _ in found["forms"]] == [name for name, _ in work.firms]
    assert [(n["staff_total"], n["tested"]) for _, n in found["forms"]] == [(21 + n, n) for n in range(12)]
    assert found["targets"] == [("done", 12)]
