"""A real phone: signed commands of a day without network, feeds that hold the own grid only."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image

from wangge.kit import clock
from wangge.kit.ids import uuid7
from wangge.org.testing import Person
from wangge.patrol import queries, services, testing
from wangge.patrol.models import CheckIn, Event, NoticeKind, NoticeServed, Round, Visit
from wangge.sync.testing import a_phone

pytestmark = pytest.mark.django_db(transaction=False)
Cast = dict[str, Person]


def a_jpeg(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "JPEG")
    return out.getvalue()


def kinds(answer: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {kind: part["records"] for kind, part in answer["kinds"].items()}


def test_a_day_without_network_arrives_once_and_whole(cast: Cast) -> None:
    zhang = cast["zhang"]
    point = testing.a_point(zhang.actor.area_id or 0, 121.0, 32.0)
    notice = NoticeKind.objects.get(code="cardroom_close")
    phone = a_phone(zhang.post.pk)
    now = clock.now()
    morning = now - timedelta(hours=3)
    before, after, signature = uuid7(), uuid7(), uuid7()
    start = phone.command("patrol.start_round", {}, at=morning)
    round_id = start["id"]
    track = [[p.lon, p.lat, p.second, p.accuracy] for p in testing.a_track(minutes=30)]
    visits = [
        phone.command(
            "patrol.record_visit",
            {
                "target_kind": "household",
                "target_id": testing.a_home(zhang.actor.area_id or 0, n + 1),
                "result": "met",
                "round_id": round_id,
            },
            at=morning + timedelta(minutes=2 * n),
        )
        for n in range(3)
    ]
    stop = phone.command(
        "patrol.check_in",
        {
            "point_id": point.pk,
            "lon": 121.0,
            "lat": 32.0,
            "accuracy": 6,
            "dwell_seconds": 70,
            "round_id": round_id,
        },
        at=morning + timedelta(minutes=1),
    )
    finding = phone.command(
        "patrol.report_finding",
        {
            "class_code": "city_rubbish",
            "title": "楼道堆物",
            "self_handled": True,
            "handling": "已清理",
            "round_id": round_id,
            "pictures": [
                {"client_id": str(before), "role": "before"},
                {"client_id": str(after), "role": "after"},
            ],
        },
        at=morning + timedelta(minutes=8),
    )
    served = phone.command(
        "patrol.serve_notice",
        {"kind_id": notice.pk, "place": "人民路棋牌室", "served_to": "顾小满", "signature": str(signature)},
        at=morning + timedelta(minutes=12),
        sealed=True,
    )
    end = phone.command(
        "patrol.end_round",
        {"round_id": round_id, "started_at": morning.isoformat(), "track": track},
        at=morning + timedelta(minutes=30),
    )
    day = [start, *visits, stop, finding, served, end]
    answers = phone.send(*day)
    assert [a["outcome"] for a in answers] == ["stored"] * len(day), answers
    again = phone.send(*day)
    assert [a["result"] for a in again] == [a["result"] for a in answers]
    assert [m.objects.count() for m in (Round, Visit, CheckIn, Event, NoticeServed)] == [1, 3, 1, 1, 1]
    row = Round.objects.get()
    assert (str(row.client_id), row.at, row.offline, row.inside_seconds) == (round_id, morning, True, 1800)
    assert answers[-1]["result"] == {"id": row.pk, "distance": row.distance, "seconds": 1800}
    assert answers[4]["result"]["counts"] is True
    page = queries.round_page(zhang.actor, row.pk)
    assert (len(page.visits), len(page.check_ins), len(page.events)) == (3, 1, 1)


def test_a_photo_belongs_to_its_event_whichever_comes_first(cast: Cast) -> None:
    zhang = cast["zhang"]
    phone = a_phone(zhang.post.pk)
    early, late = uuid7(), uuid7()
    assert phone.put(f"/api/field/files/{early}", a_jpeg(), "image/jpeg").status_code == 200
    finding = phone.command(
        "patrol.report_finding",
        {
            "class_code": "city_pipe",
            "title": "水管漏水",
            "pictures": [
                {"client_id": str(early), "role": "before"},
                {"client_id": str(late), "role": "extra"},
            ],
        },
    )
    pk = phone.send(finding)[0]["result"]["id"]
    dai = cast["dai"].actor
    assert [bool(p.url) for p in queries.event_page(dai, pk).pictures] == [True, False]
    assert phone.put(f"/api/field/files/{late}", a_jpeg("blue"), "image/jpeg").status_code == 200
    assert [bool(p.url) for p in queries.event_page(dai, pk).pictures] == [True, True]


def test_the_server_takes_the_fingerprint_and_finds_one_picture_for_two_events(cast: Cast) -> None:
    phone = a_phone(cast["zhang"].post.pk)
    made = []
    for _ in range(2):
        picture = uuid7()
        report = phone.command(
            "patrol.report_finding",
            {
                "class_code": "city_pipe",
                "title": "水管漏水",
                "pictures": [{"client_id": str(picture), "role": "before"}],
            },
        )
        made.append(phone.send(report)[0]["result"])
        assert phone.put(f"/api/field/files/{picture}", a_jpeg(), "image/jpeg").status_code == 200
    assert services.take_digests() == 2
    assert services.take_digests() == 0
    page = queries.event_page(cast["dai"].actor, made[1]["id"])
    assert page.warnings == (f"有照片与事件 {made[0]['no']} 完全相同",)


def test_what_the_business_refuses_is_told_in_chinese_and_changes_nothing(cast: Cast) -> None:
    phone = a_phone(cast["zhang"].post.pk)
    answer = phone.send(
        phone.command(
            "patrol.report_finding",
            {
                "class_code": "city_pipe",
                "title": "爆燃",
                "level": "major",
                "self_handled": True,
                "handling": "已处理",
            },
        )
    )[0]
    assert answer["outcome"] == "refused"
    assert answer["problem"]["data"]["fields"] == {"self_handled": "较大、重大或紧急事件应上报,不能自行处置"}
    assert Event.objects.count() == 0


def test_the_phone_holds_its_own_grid_and_hears_of_changes(cast: Cast) -> None:
    zhang, xue = cast["zhang"], cast["xue"]
    testing.an_agency_of(zhang.actor.area_id or 0)
    testing.a_point(zhang.actor.area_id or 0)
    testing.a_point(xue.actor.area_id or 0)
    testing.an_event(xue.actor)
    phone = a_phone(zhang.post.pk)
    first = phone.changes("")
    held = kinds(first)
    assert [len(held[k]) for k in ("patrol.checkpoint", "patrol.notice_kind")] == [1, 3]
    assert held["patrol.task"] == []
    assert {r["code"] for r in held["patrol.class"]} >= {"city", "city_pipe"}
    event = testing.an_event(zhang.actor)
    services.establish_case(actor=cast["dai"].actor, event_id=event.pk)
    services.dispatch(actor=cast["dai"].actor, event_id=event.pk, to_grid=True)
    home = testing.a_home(zhang.actor.area_id or 0, 77)
    testing.a_visit(zhang.actor, 77)
    delta = phone.changes(first["cursor"])
    task = kinds(delta)["patrol.task"][0]
    assert (task["id"], task["status"], task["can"], task["todo"]) == (
        event.pk,
        "awaiting_sign",
        ["sign", "feed_back"],
        True,
    )
    met = kinds(delta)["patrol.household"][0]
    assert (met["id"], met["last_result"], met["met_at"] is not None) == (home, "met", True)
    done = phone.send(phone.command("patrol.feed_back", {"event": event.pk, "handling": "已清理"}))[0]
    assert done["result"]["status"] == "fed_back"
    other = a_phone(xue.post.pk).changes("")
    assert event.pk not in {r["id"] for r in kinds(other)["patrol.task"]}


def test_a_handling_may_name_a_report_that_is_still_on_its_way(cast: Cast) -> None:
    phone = a_phone(cast["zhang"].post.pk)
    report = phone.command("patrol.report_finding", {"class_code": "city_stall", "title": "占道经营"})
    handled = phone.command(
        "patrol.handle_self",
        {
            "reported": report["id"],
            "handling": "已劝离",
            "pictures": [{"client_id": str(uuid7()), "role": "after"}],
        },
    )
    answers = phone.send(report, handled)
    assert [a["outcome"] for a in answers] == ["stored", "stored"]
    assert Event.objects.get().status == "self_handled"
