"""A survey from Excel to an answer (journey 15): written at 14:00, on a phone at 14:02, filled in offline."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect

from tests.journeys.browser import SLOW, Seat, sit_down
from tests.journeys.phone import Phone, a_phone, enrolment_code
from tests.processes.house import House
from wangge.forms.testing import a_workbook

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADMIN, WORKER = "shigang.gl", "张小满"
NUMBER = "19900007788"
TITLE = "返回人员摸排"
SURVEY = [
    {"题型": "整数", "变量名": "people", "题目": "户内人数", "必填": "是", "限制": ". > 0"},
    {
        "题型": "整数",
        "变量名": "back",
        "题目": "其中返回人数",
        "必填": "是",
        "限制": ". <= ${people}",
        "限制提示": "不能多于户内人数",
    },
    {"题型": "计算", "变量名": "share", "题目": "占比(%)", "计算": "round(${back} div ${people} * 100, 1)"},
    {"题型": "单选", "变量名": "seen", "题目": "是否见面", "必填": "是", "选项列表": "是否"},
    {"题型": "文字", "变量名": "why", "题目": "未见面原因", "必填": "是", "显示条件": "${seen} = 'no'"},
    {"题型": "手机号", "变量名": "tel", "题目": "联系手机"},
]
CHOICES = [
    {"选项列表": "是否", "编码": "yes", "选项": "是"},
    {"选项列表": "是否", "编码": "no", "选项": "否"},
]
SETTINGS = {"表单名称": TITLE, "表单编号": "journey_returnees"}


def upload(seat: Seat, path: Path) -> None:
    seat.page.set_input_files("input[type=file]", str(path))
    seat.page.get_by_role("radio", name="不限").locator("xpath=..").click()
    seat.page.get_by_role("button", name="上传并预览").click()


def answer(phone: Phone, title: str, value: str) -> None:
    phone.page.get_by_role("group", name=title, exact=True).locator("input").fill(value)


def fill_in(phone: Phone) -> None:
    phone.page.get_by_role("button", name="提交", exact=True).click()
    expect(phone.page.get_by_text("还有 3 处需要修改")).to_be_visible()
    answer(phone, "户内人数", "4")
    answer(phone, "其中返回人数", "5")
    phone.page.keyboard.press("Tab")
    expect(phone.page.get_by_text("不能多于户内人数")).to_be_visible()
    answer(phone, "其中返回人数", "1")
    expect(phone.page.get_by_role("group", name="占比(%)", exact=True)).to_contain_text("25")
    expect(phone.page.get_by_role("group", name="未见面原因", exact=True)).to_have_count(0)
    phone.page.get_by_role("group", name="是否见面", exact=True).get_by_role("radio", name="否").click()
    answer(phone, "未见面原因", "外出")
    answer(phone, "联系手机", NUMBER)
    phone.page.get_by_role("button", name="提交", exact=True).click()
    expect(phone.page.get_by_text("等待上报", exact=True)).to_be_visible(timeout=SLOW)


def test_an_excel_survey_becomes_an_answer_from_a_phone_without_network(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.xlsx", tmp_path / "good.xlsx"
    wrong = [dict(row) for row in SURVEY]
    wrong[1]["限制"] = ". <= ${peple}"
    bad.write_bytes(a_workbook(wrong, CHOICES, SETTINGS))
    good.write_bytes(a_workbook(SURVEY, CHOICES, SETTINGS))
    desk = sit_down(browser, house.url, ADMIN).open("/forms")
    desk.page.get_by_role("button", name="上传表单").click()
    upload(desk, bad)
    row = desk.page.get_by_role("dialog").locator("tbody tr")
    expect(row).to_have_text(["题目3限制没有变量“peple”"], timeout=SLOW)
    with desk.page.expect_download() as marked:
        desk.page.get_by_role("button", name="下载带批注的文件").click()
    sheet = load_workbook(io.BytesIO(Path(marked.value.path()).read_bytes()))["题目"]
    assert [c.comment.text for line in sheet.iter_rows() for c in line if c.comment] == ["没有变量“peple”"]
    upload(desk, good)
    frame = desk.page.get_by_label("手机预览")
    expect(frame.get_by_role("group", name="户内人数", exact=True)).to_be_visible(timeout=SLOW)
    frame.get_by_role("button", name="试提交(不保存)").click()
    expect(desk.page.get_by_text("有 3 处不符合要求")).to_be_visible()
    desk.page.get_by_role("button", name="发布", exact=True).click()
    expect(desk.page.get_by_text("使用中").first).to_be_visible(timeout=SLOW)

    code = enrolment_code(sit_down(browser, house.url, ADMIN), WORKER)
    with a_phone(browser, tmp_path / "phone", house.url) as phone:
        phone.enrol(code).open("/forms")
        phone.page.get_by_text(TITLE).first.click()
        expect(phone.page.get_by_role("group", name="户内人数", exact=True)).to_be_visible(timeout=SLOW)
        phone.offline()
        fill_in(phone)
        assert NUMBER not in json.dumps(phone.dump())
        phone.offline(False)
        expect(phone.page.get_by_text("已收到")).to_be_visible(timeout=SLOW)
        assert NUMBER not in json.dumps(phone.dump())
        phone.page.set_viewport_size({"width": 320, "height": 640})
        phone.page.get_by_text(TITLE).first.click()
        assert phone.ask("document.documentElement.scrollWidth") == 320
        assert phone.wrong == []

    assert [w for w in desk.wrong if "media-src" not in w] == []
