"""HTTP in, rows out: the console's doors of patrol, and the refusals in their one shape."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from wangge.org.testing import Person, a_person, logged_in
from wangge.patrol import testing
from wangge.patrol.models import CheckInPoint, Event, NoticeKind

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
BASE = "/api/console/patrol"


def post(client: Client, path: str, body: dict[str, Any] | None = None) -> Any:
    return client.post(f"{BASE}/{path}", body or {}, content_type="application/json")


def test_a_desk_takes_an_event_through_the_loop(cast: Cast) -> None:
    event = testing.an_event(cast["zhang"].actor, lon=121.0, lat=32.0)
    dai, yin, niu = (logged_in(cast[n]) for n in ("dai", "yin", "niu"))
    board = dai.get(f"{BASE}/board").json()
    assert {c["status"]: c["count"] for c in board}["collected"] == 1
    page = dai.get(f"{BASE}/events/{event.pk}")
    assert page.headers["ETag"] == '"1"'
    assert [m["name"] for m in page.json()["moves"]] == ["establish", "join", "void", "urge"]
    assert post(dai, f"events/{event.pk}/establish", {"level": "larger"}).json()["status"] == "established"
    unit = cast["yin"].actor.agency_id
    assert post(dai, f"events/{event.pk}/dispatch", {"agency_id": unit}).json()["status"] == "awaiting_sign"
    assert post(yin, f"events/{event.pk}/sign").json()["status"] == "in_progress"
    fed = post(yin, f"events/{event.pk}/feed-back", {"handling": "已抢修"})
    assert fed.json()["status"] == "fed_back"
    assert post(niu, f"events/{event.pk}/verify", {"passed": True}).json()["status"] == "verified"
    assert post(dai, f"events/{event.pk}/close").json()["status"] == "closed"
    assert post(niu, f"events/{event.pk}/rate", {"score": 5}).json()["status_label"] == "已评价"
    told = dai.get(f"{BASE}/events/{event.pk}/timeline").json()
    assert [line["action_label"] for line in told] == [
        "上报", "立案", "派遣", "签收", "处理反馈", "核查通过", "结案", "综合评价",
    ]  # fmt: skip
    clocks = dai.get(f"{BASE}/events/{event.pk}").json()["clocks"]
    story = dai.get(f"{BASE}/events/{event.pk}/clocks/{clocks[0]['id']}").json()
    assert story["rule_text"] == "4 个工作小时内签收"
    assert {"from", "to", "counted", "minutes"} <= set(story["segments"][0])


def test_refusals_have_one_shape_and_change_nothing(cast: Cast) -> None:
    event = testing.a_dispatched_event(cast)
    xue, ji, yin = (logged_in(cast[n]) for n in ("xue", "ji", "yin"))
    assert xue.get(f"{BASE}/events/{event.pk}").status_code == 404
    assert post(ji, f"events/{event.pk}/sign").status_code == 404
    forbidden = post(yin, f"events/{event.pk}/close")
    assert (forbidden.status_code, forbidden.json()["code"]) == (403, "forbidden")
    wrong = post(yin, f"events/{event.pk}/feed-back", {"handling": " "})
    assert (wrong.status_code, wrong.json()["data"]["fields"]) == (422, {"handling": "请填写处理情况"})
    assert Event.objects.get(pk=event.pk).status == "awaiting_sign"


def test_pages_of_a_list_hold_together(cast: Cast) -> None:
    made = [testing.an_event(cast["zhang"].actor, level=level).pk for level in ("general", "major") * 3]
    dai = logged_in(cast["dai"])
    first = dai.get(f"{BASE}/events?limit=4").json()
    second = dai.get(f"{BASE}/events?limit=4&cursor={first['next_cursor']}").json()
    assert [r["id"] for r in first["items"] + second["items"]] == made[::-1]
    assert second["next_cursor"] is None
    major = dai.get(f"{BASE}/events?level=major").json()
    assert [r["id"] for r in major["items"]] == made[5::-2]
    by_no = dai.get(f"{BASE}/events?no={first['items'][0]['no']}").json()
    assert [r["id"] for r in by_no["items"]] == [made[-1]]
    assert dai.get(f"{BASE}/events?limit=201").status_code == 400
    assert dai.get(f"{BASE}/events?cursor=x").status_code == 400


def test_points_are_edited_with_their_version(cast: Cast) -> None:
    dai = logged_in(cast["dai"])
    grid = cast["zhang"].actor.area_id
    body = {"grid_id": grid, "name": "南门", "kind": "estate", "lon": 121.0, "lat": 32.0}
    made = post(dai, "points", body)
    assert made.status_code == 201
    url = f"{BASE}/points/{made.json()['id']}"
    ok = dai.put(url, body | {"name": "南门岗亭", "version": 1}, content_type="application/json")
    assert ok.json()["version"] == 2
    stale = dai.put(url, body | {"name": "北门", "version": 1}, content_type="application/json")
    assert (stale.status_code, CheckInPoint.objects.get().name) == (412, "南门岗亭")
    assert dai.get(f"{BASE}/points?area={grid}").json()[0]["kind_label"] == "小区楼栋"
    assert dai.delete(url).status_code == 204
    assert dai.get(f"{BASE}/points?area={grid}").json() == []


def test_registers_rounds_and_coverage_answer(cast: Cast) -> None:
    zhang = cast["zhang"].actor
    row = testing.a_round(zhang)
    testing.a_visit(zhang, 3)
    dai = logged_in(cast["dai"])
    assert dai.get(f"{BASE}/rounds").json()["items"][0]["id"] == row.pk
    page = dai.get(f"{BASE}/rounds/{row.pk}").json()
    assert len(page["track"]) == row.points
    assert dai.get(f"{BASE}/visits").json()["items"][0]["result_label"] == "见面"
    found = dai.get(f"{BASE}/coverage").json()
    assert {d["code"] for d in found["definitions"]} == {
        "households",
        "points",
        "hours",
        "verified",
        "doubts",
    }
    assert found["whole"]["met"] == 1
    kind = NoticeKind.objects.get(code="cardroom_close")
    new = post(dai, "notice-kinds", {"code": kind.code, "title": kind.title, "text": "新正文"}).json()
    assert new["version"] == 2
    assert [
        k["version"] for k in dai.get(f"{BASE}/notice-kinds?history=true").json() if k["code"] == kind.code
    ] == [2, 1]
    town = logged_in(a_person("grid_worker", None, zhang.area_id))
    assert town.get(f"{BASE}/coverage").status_code == 403
