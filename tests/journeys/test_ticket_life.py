"""The way through the whole house: one call, six people, and the wall moves each time."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browser import SLOW, Seat, sit_down
from tests.processes.house import House
from wangge.project.postgres import Cluster

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CONTENT = "石港镇幸福佳苑北门外下水道堵了两天,污水漫到路面,老人走路打滑,希望尽快疏通。"


def wall(seat: Seat) -> dict[str, Any]:
    """What the wall shows now: the value of each figure of its strip."""
    seat.page.wait_for_timeout(2_200)  # the wall's own cache is two seconds
    answer = seat.page.request.get(f"{seat.url}/api/screen/bigscreen/wall")
    assert answer.ok, answer.text()
    told = answer.json()
    strip = {cell["figure"]["code"]: cell["figure"]["value"] for cell in told["strip"]}
    units = {agency["name"]: agency["open"] for agency in told["agencies"]}
    return strip | units | {"states": [line["status_label"] for line in told["came_in"]]}


def test_one_call_through_six_hands_and_the_wall_moves(house: House, browser: Browser) -> None:
    seats = {name: sit_down(browser, house.url, name) for name in ("mo", "dai", "yin", "ji", "bian", "fan")}
    screen = sit_down(browser, house.url, "daping", width=1920, height=1080)
    before = wall(screen)

    number, ticket = take_the_call(seats["mo"])
    after_call = wall(screen)
    assert after_call["total"] == before["total"] + 1

    dispatch(seats["dai"], ticket, "通州区城市管理局")
    after_dispatch = wall(screen)
    assert after_dispatch != after_call

    sign(seats["yin"], ticket)
    seats["yin"].verb("申请退单").click()
    dialog = seats["yin"].dialog()
    seats["yin"].choose(dialog, "原因", "不属于本单位职责")
    dialog.locator("textarea").first.fill("该段管网由住建部门养护,附移交清单。")
    seats["yin"].confirm("申请退单")
    seats["yin"].status("退单待审")

    dai = seats["dai"].open(f"/tickets/{ticket}")
    dai.verb("同意退单").click()
    dai.confirm("同意退单")
    dai.status("待派遣")
    dispatch(dai, ticket, "通州区住房和城乡建设局")

    sign(seats["ji"], ticket)
    extend(seats["ji"], dai, ticket)
    answer(seats["ji"])

    bian = seats["bian"].open(f"/tickets/{ticket}")
    bian.verb("审核通过").click()
    bian.confirm("审核通过")
    bian.status("待回访")

    call_back(seats["fan"], ticket)
    seats["fan"].verb("结案").click()
    seats["fan"].confirm("结案")
    seats["fan"].status("已结案")
    at_the_end = wall(screen)
    assert at_the_end != after_dispatch

    nobody_else_sees_it(house, browser, ticket, number)
    everything_is_on_the_timeline(seats["dai"], ticket)
    assert [w for seat in (*seats.values(), screen) for w in seat.wrong] == []


def take_the_call(mo: Seat) -> tuple[str, int]:
    """莫 takes the call by keyboard: number, Enter, content, Ctrl+Enter."""
    mo.open("/desk")
    desk = mo.page.locator("form.desk")
    mo.fill(desk, "来电号码", "19900001234")
    mo.page.keyboard.press("Enter")
    mo.fill(desk, "诉求人", "孟先生")
    desk.get_by_text("求助", exact=True).click()
    mo.fill(desk, "诉求内容", CONTENT)
    with mo.page.expect_response(lambda r: r.url.endswith("/api/console/hotline/tickets")) as sent:
        desk.locator("textarea").first.press("Control+Enter")
    made = sent.value.json()
    ticket = made.get("ticket", made)
    return str(ticket["no"]), int(ticket["id"])


def dispatch(dai: Seat, ticket: int, agency: str) -> None:
    dai.open(f"/tickets/{ticket}")
    dai.verb("派单").click()
    dialog = dai.dialog()
    item = dialog.locator(".el-form-item").first
    item.locator(".el-select").click()
    item.locator("input").first.fill(agency[3:])
    dai.page.locator(".el-select-dropdown__item").filter(visible=True, has_text=agency[3:]).first.click()
    dai.confirm("派单")
    dai.status("待签收")


def sign(unit: Seat, ticket: int) -> None:
    unit.open("/inbox")
    expect(unit.page.get_by_text("下水道").first).to_be_visible(timeout=SLOW)
    unit.open(f"/tickets/{ticket}")
    unit.verb("签收").click()
    unit.status("办理中")


def extend(ji: Seat, dai: Seat, ticket: int) -> None:
    ji.verb("申请延期").click()
    dialog = ji.dialog()
    ji.choose(dialog, "原因", "情况复杂需多方协调")
    dialog.locator("textarea").first.fill("需协调管网养护单位一同开挖。")
    ji.confirm("申请延期")
    ji.status("延期待审")
    dai.open(f"/tickets/{ticket}")
    dai.verb("同意延期").click()
    dai.confirm("同意延期")
    dai.status("办理中")
    ji.open(f"/tickets/{ticket}")
    ji.status("办理中")


def answer(ji: Seat) -> None:
    """嵇 writes the internal note and the public reply as two things."""
    ji.verb("提交答复").click()
    form = ji.page.locator("form.reply")
    ji.fill(form, "内部", "养护队 10 时到场,疏通主管 40 米,更换井盖一处。")
    ji.fill(form, "公开", "您反映的下水道堵塞已疏通,路面已冲洗,感谢监督。")
    form.get_by_text("未联系", exact=True).click()
    form.get_by_role("button", name="提交答复").click()
    ji.status("待审核")


def call_back(fan: Seat, ticket: int) -> None:
    """樊 asks three satisfactions, whether it is solved, whether the answer fits."""
    fan.open(f"/tickets/{ticket}")
    fan.verb("回访登记").click()
    form = fan.page.locator("section.form form")
    for field, choice in (
        ("问题是否解决", "已解决"),
        ("处理结果", "满意"),
        ("承办单位", "基本满意"),
        ("话务员", "满意"),
        ("答复与实际", "契合"),
    ):
        item = form.locator(".el-form-item").filter(has_text=field).first
        item.get_by_text(choice, exact=True).click()
    form.get_by_role("button", name="回访登记").click()
    fan.status("待结案")


def nobody_else_sees_it(house: House, browser: Browser, ticket: int, number: str) -> None:
    """A grid worker of another town: 404 by page, API and SQL role, as if it were not there."""
    stranger = sit_down(browser, house.url, "pingchao.w11")
    for path in (f"/api/console/hotline/tickets/{ticket}", "/api/console/hotline/tickets/999999999"):
        answer = stranger.page.request.get(house.url + path)
        assert answer.status == 404
        assert answer.json()["detail"] == "没有找到,或不在您的权限范围内"
    stranger.open(f"/tickets/{ticket}")
    expect(stranger.page.get_by_text("没有找到").first).to_be_visible(timeout=SLOW)
    expect(stranger.page.get_by_text(number)).to_have_count(0)
    with psycopg.connect(Cluster(house.home / "pg").url("wangge", "wangge_web")) as connection:
        count = "SELECT count(*) FROM hotline_ticket WHERE id = %s"
        assert connection.execute(count, [ticket]).fetchone() == (0,)
        connection.execute(
            "SELECT set_config('wangge.scope', 'area', false), set_config('wangge.areas', '1', false)"
        )
        assert connection.execute(count, [ticket]).fetchone() == (0,)
        connection.execute("SELECT set_config('wangge.scope', 'all', false)")
        assert connection.execute(count, [ticket]).fetchone() == (1,)


def everything_is_on_the_timeline(dai: Seat, ticket: int) -> None:
    lines = dai.page.request.get(f"{dai.url}/api/console/hotline/tickets/{ticket}/timeline").json()
    told = [line["action_label"] for line in (lines["items"] if isinstance(lines, dict) else lines)]
    wanted = [
        "派单",
        "签收",
        "申请退单",
        "同意退单",
        "派单",
        "签收",
        "申请延期",
        "同意延期",
        "提交答复",
        "审核通过",
    ]
    at = 0
    for label in told:
        if at < len(wanted) and label == wanted[at]:
            at += 1
    assert at == len(wanted), told
