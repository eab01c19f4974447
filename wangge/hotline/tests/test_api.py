"""HTTP in, rows out: the doors, their refusals, and what they never say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from wangge.hotline import testing
from wangge.hotline.models import ImportBatch, Ticket
from wangge.org.testing import Person, logged_in

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
BASE = "/api/console/hotline/"


def post(client: Client, path: str, body: dict[str, Any] | None = None, **headers: str) -> Any:
    return client.post(BASE + path, json.dumps(body or {}), content_type="application/json", headers=headers)


def test_a_ticket_walks_through_the_doors_of_six_desks(cast: Cast) -> None:
    desks = {name: logged_in(cast[name]) for name in ("mo", "dai", "yin", "bian", "fan", "niu")}
    made = post(
        desks["mo"],
        "tickets",
        {
            "content": "路灯不亮",
            "kind": "help",
            "caller": "陈大有",
            "caller_no": "19900000001",
            "submit": True,
        },
    )
    assert made.status_code == 201, made.content
    ticket = made.json()
    assert set(ticket) == {"id", "no", "status", "status_label", "tone", "version"}
    at = f"tickets/{ticket['id']}"
    unit = cast["yin"].actor.agency_id
    steps: list[tuple[str, str, dict[str, Any], str]] = [
        ("dai", "dispatch", {"agency_id": unit}, "待签收"),
        ("yin", "request-return", {"reason_code": "wrong_area", "text": "不属辖区"}, "退单待审"),
        ("dai", "decide-return", {"approved": False, "text": "请首接负责"}, "待签收"),
        ("yin", "sign", {}, "办理中"),
        ("yin", "request-extension", {"work_days": 2, "reason_code": "weather", "text": "台风"}, "延期待审"),
        ("dai", "decide-extension", {"approved": True}, "办理中"),
        ("yin", "reply", {"internal_note": "已换灯泡", "public_reply": "路灯已修复"}, "待审核"),
        ("bian", "review", {"passed": True}, "待回访"),
        (
            "fan",
            "callback",
            {"satisfaction": "satisfied", "solved": "yes", "unit_satisfaction": "satisfied", "fit": "fits"},
            "待结案",
        ),
        ("fan", "close", {"text": ""}, "已结案"),
    ]
    for who, move, body, label in steps:
        answer = post(desks[who], f"{at}/{move}", body)
        assert answer.status_code == 200, (move, answer.content.decode())
        assert answer.json()["status_label"] == label
    page = desks["fan"].get(BASE + at)
    assert page["ETag"] == f'"{page.json()["version"]}"'
    assert page.json()["caller"]["caller_no"] == "199****0001"
    assert "19900000001" not in page.content.decode()
    timeline = desks["fan"].get(f"{BASE}{at}/timeline").json()
    assert [e["action_label"] for e in timeline][:3] == ["受理", "提交派遣", "派单"]
    clock_id = next(c["id"] for c in page.json()["clocks"] if c["kind"] == "reply")
    story = desks["fan"].get(f"{BASE}{at}/clocks/{clock_id}").json()
    assert set(story["segments"][0]) == {"from", "to", "counted", "minutes", "seconds", "reason", "phase"}
    assert [c["kind"] for c in story["changes"]][:1] == ["extend"]


def test_a_question_is_answered_in_one_request(cast: Cast) -> None:
    answer = post(
        logged_in(cast["mo"]),
        "tickets",
        {"content": "去苏州要核酸吗", "topic": "epidemic_policy", "direct_reply": {"public_reply": "不需要"}},
    )
    assert (answer.status_code, answer.json()["status"]) == (201, "closed")


def test_refusals_have_one_shape_and_change_nothing(cast: Cast) -> None:
    ticket = testing.a_dispatched_ticket(cast)
    stranger = logged_in(cast["ji"])
    answer = post(stranger, f"tickets/{ticket.pk}/sign")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["code"] == "not_found"
    assert (
        stranger.get(f"{BASE}tickets/{ticket.pk}").content == stranger.get(f"{BASE}tickets/99999999").content
    )
    forbidden = post(logged_in(cast["yin"]), f"tickets/{ticket.pk}/dispatch", {"agency_id": 1})
    assert (forbidden.status_code, forbidden.json()["code"]) == (403, "forbidden")
    wrong = post(logged_in(cast["mo"]), "tickets", {"content": "x", "colour": "red"})
    assert (wrong.status_code, wrong.json()["data"]["fields"]) == (422, {"colour": "不认识的字段"})
    assert Client().get(f"{BASE}tickets").status_code == 401
    stale = post(
        logged_in(cast["mo"]),
        f"tickets/{ticket.pk}/amend",
        {"why": "改", "kind": "help"},
        **{"If-Match": '"1"'},
    )
    assert (stale.status_code, stale.json()["code"]) == (412, "stale_version")
    assert testing.reread(ticket).status == "awaiting_sign"
    assert Ticket.objects.count() == 1


def test_numbers_travel_in_bodies_only(cast: Cast) -> None:
    testing.a_ticket(cast["mo"].actor)
    mo = logged_in(cast["mo"])
    refused = mo.get(f"{BASE}tickets", {"q": "19900000001"})
    assert (refused.status_code, refused.json()["code"]) == (400, "personal_data_in_url")
    assert "19900000001" not in refused.content.decode()
    assert len(post(mo, "tickets/search", {"q": "19900000001"}).json()["items"]) == 1
    history = post(mo, "callers/history", {"number": "19900000001"}).json()
    assert [h["title"] for h in history] == ["平潮镇某小区门口下水道堵塞"]
    found = post(mo, "tickets/duplicates", {"content": "下水道堵塞", "number": "19900000001"}).json()
    assert found[0]["same_number"] is True


def test_the_desks_can_be_read(cast: Cast) -> None:
    ticket = testing.a_reviewed_ticket(cast)
    waiting = testing.a_ticket(cast["mo"].actor, submit=True)
    dai = logged_in(cast["dai"])
    board = dai.get(f"{BASE}board").json()
    assert {c["status"]: c["count"] for c in board["columns"] if c["count"]} == {
        "awaiting_callback": 1,
        "awaiting_dispatch": 1,
    }
    assert dai.get(f"{BASE}dispatch-suggestions/{waiting.pk}").json() == []
    queue = logged_in(cast["fan"]).get(f"{BASE}callbacks").json()
    assert [c["ticket"]["id"] for c in queue["items"]] == [ticket.pk]
    assert logged_in(cast["yin"]).get(f"{BASE}inbox").json() == {"items": [], "next_cursor": None}
    options = dai.get(f"{BASE}options").json()
    assert options["status"][0] == {"code": "received", "label": "待受理", "tone": "accent", "open": True}
    assert [t["name"] for t in dai.get(f"{BASE}topics").json()] == [
        "疫情防控", "政策咨询", "求助帮扶", "投诉举报",
    ]  # fmt: skip
    too_many = dai.get(f"{BASE}tickets", {"limit": 500})
    assert (too_many.status_code, too_many.json()["code"]) == (400, "bad_limit")
    assert dai.get(f"{BASE}tickets", {"cursor": "nonsense"}).status_code == 400


def test_a_revealed_caller_is_answered_once_with_a_purpose(cast: Cast) -> None:
    ticket = testing.a_ticket(cast["mo"].actor)
    mo = logged_in(cast["mo"])
    assert post(mo, f"tickets/{ticket.pk}/reveal", {"purpose": ""}).status_code == 422
    answer = post(mo, f"tickets/{ticket.pk}/reveal", {"purpose": "回电补充地址"})
    assert answer.json()["caller_no"] == "19900000001"


def test_a_ledger_is_loaded_and_its_refusals_come_back_as_a_file(cast: Cast) -> None:
    from wangge.org.testing import a_person

    leader = logged_in(a_person("shift_leader", cast["mo"].actor.agency_id))
    mapping = {"source": "old", "columns": {"external_no": "编号", "content": "内容", "kind": "类型"}}
    text = "编号,内容,类型\n1,路灯不亮,求助\n2,,求助\n3,噪音,表扬\n"
    answer = leader.post(
        f"{BASE}imports",
        {"file": SimpleUploadedFile("a.csv", text.encode()), "mapping": json.dumps(mapping)},
    )
    assert answer.status_code == 201, answer.content
    report = answer.json()
    assert (report["rows_in"], report["stored"], report["refused"]) == (3, 1, 2)
    assert [r["row_no"] for r in report["refusals"]] == [3, 4]
    file = leader.get(f"{BASE}imports/{report['id']}/refused.csv")
    assert file["Content-Disposition"] == f'attachment; filename="refused-{report["id"]}.csv"'
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "行号,拒收原因,编号,内容,类型"
    assert lines[1] == "3,诉求内容为空,2,,求助"
    assert logged_in(cast["yin"]).get(f"{BASE}imports/{report['id']}").status_code == 403
    assert ImportBatch.objects.count() == 1
