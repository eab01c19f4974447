"""Looking: the gateway gets the list, points follow what it sees, who may not look leaves a line."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from wangge.audit.models import AuditEntry
from wangge.cameras import services
from wangge.cameras.gateway import tokens
from wangge.cameras.models import VideoPoint
from wangge.cameras.services import channels
from wangge.cameras.services.gateway import GatewayAway
from wangge.cameras.testing import a_point
from wangge.kit import clock
from wangge.org.testing import Person, logged_in

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
CODE = "3206120000131{:07d}"
DOOR = "/api/console/cameras/passes"


def rtsp(number: int, **more: Any) -> VideoPoint:
    return a_point(CODE.format(number), protocol="rtsp", stream=f"rtsp://10.0.0.{number}/1", **more)


def waiting_jobs(name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s", [name])
        return int(cursor.fetchone()[0])


def test_the_list_holds_what_is_selected_or_was_asked_for(cast: Cast) -> None:
    chosen, asked, _idle, gone = rtsp(1), rtsp(2), rtsp(3), rtsp(4)
    device = a_point(CODE.format(5), protocol="gb28181", gb_device="32061200001118000001")
    deviceless = a_point(CODE.format(6), protocol="gb28181")
    picked = [chosen.pk, gone.pk, device.pk, deviceless.pk]
    VideoPoint.objects.filter(pk__in=picked).update(selected=True)
    VideoPoint.objects.filter(pk=gone.pk).update(status="retired")
    services.look(actor=cast["zhou"].actor, points=[asked.pk], purpose="卡口巡查")
    assert services.channel_list() == {
        chosen.code: {"kind": "rtsp", "url": "rtsp://10.0.0.1/1"},
        asked.code: {"kind": "rtsp", "url": "rtsp://10.0.0.2/1"},
        device.code: {"kind": "gb", "device": "32061200001118000001", "channel": device.code, "tcp": ""},
    }
    VideoPoint.objects.filter(pk=asked.pk).update(asked_at=clock.now() - channels.ASKED_FOR * 2)
    assert sorted(services.channel_list()) == [chosen.code, device.code]


def test_points_are_as_the_gateway_sees_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    points = [rtsp(n) for n in range(1, 6)]
    said = ["offline", "frozen", "opening", "unknown", "online"]
    seen = {"channels": {p.code: {"verdict": v} for p, v in zip(points, said, strict=True)}}
    monkeypatch.setattr(channels, "state", lambda: seen)
    assert services.follow_gateway() == 2
    states = list(VideoPoint.objects.order_by("code").values_list("status", flat=True))
    assert states == ["offline", "faulty", "online", "online", "online"]
    spool = tmp_path / "1" / "spool"
    spool.mkdir(parents=True)
    head = {"at": clock.now().isoformat()}
    lines: list[dict[str, Any]] = [
        {"kind": "health", "channel": points[4].code, "verdict": "dark", "before": "well"},
        {"kind": "health", "channel": points[1].code, "verdict": "well", "before": "frozen"},
        {"kind": "gateway", "word": "started"},
    ]
    rows = [json.dumps({"id": str(uuid.uuid4()), **head, **line}) for line in lines]
    (spool / "a.jsonl").write_text("\n".join(rows) + "\n")
    before = waiting_jobs(channels.PUSH)
    assert services.take_in_reports(tmp_path) == 3
    states = list(VideoPoint.objects.order_by("code").values_list("status", flat=True))
    assert states == ["offline", "online", "online", "online", "faulty"]
    assert waiting_jobs(channels.PUSH) == before + 2


def test_a_gateway_that_is_away_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise GatewayAway

    rtsp(1)
    monkeypatch.setattr(channels, "push", away)
    monkeypatch.setattr(channels, "state", away)
    assert (services.push_channels(), services.follow_gateway()) == (0, 0)


def test_a_pass_names_its_purpose_and_opens_these_channels_only(cast: Cast) -> None:
    first, second = rtsp(1), rtsp(2)
    VideoPoint.objects.filter(pk=first.pk).update(selected=True)
    zhou = logged_in(cast["zhou"])
    body = {"points": [first.pk, second.pk], "purpose": "早高峰卡口巡查", "rights": ["ptz"]}
    answer = zhou.post(DOOR, body, "application/json")
    assert answer.status_code == 200, answer.content
    got = answer.json()
    assert got["channels"] == [
        {"point_id": first.pk, "channel": first.code},
        {"point_id": second.pk, "channel": second.code},
    ]
    assert got["fresh"] is True
    grant = tokens.check(tokens.read_key(settings.VIDEO_KEY_FILE), got["token"])
    assert (grant.viewer, grant.purpose) == (cast["zhou"].actor.key, "早高峰卡口巡查")
    assert (grant.channels, grant.rights) == ({first.code, second.code}, {"ptz"})
    line = AuditEntry.objects.get(action="cameras.pass.issued")
    assert (line.purpose, line.data) == ("早高峰卡口巡查", {"channels": 2, "rights": ["ptz"]})
    assert zhou.post(DOOR, body, "application/json").json()["fresh"] is False
    for purpose in ("", " 看 "):
        refused = zhou.post(DOOR, {**body, "purpose": purpose}, "application/json")
        assert (refused.status_code, list(refused.json()["data"]["fields"])) == (422, ["purpose"])
    assert AuditEntry.objects.filter(action="cameras.pass.issued").count() == 2


def test_who_may_not_look_gets_nothing_and_leaves_a_line(cast: Cast) -> None:
    point = rtsp(1)
    body = {"points": [point.pk], "purpose": "看看"}
    tries = [
        ("yin", body, 404),  # a unit that is not in charge of the camera
        ("mo", body, 403),  # an operator has not the verb
        ("yin", {**body, "rights": ["ptz"]}, 404),
        ("zhou", {**body, "points": [point.pk, 999_999]}, 404),
    ]
    for name, asked, status in tries:
        answer = logged_in(cast[name]).post(DOOR, asked, "application/json")
        assert (answer.status_code, b"token" in answer.content) == (status, False)
    lines = AuditEntry.objects.filter(action="cameras.pass.refused").order_by("pk")
    assert [line.data["status"] for line in lines] == [404, 403, 404, 404]
    assert {line.purpose for line in lines} == {"看看"}
    assert lines[0].subject == f"cameras.point:{point.pk}"
    assert not AuditEntry.objects.filter(action="cameras.pass.issued").exists()
    assert VideoPoint.objects.get(pk=point.pk).asked_at is None


def test_a_point_without_a_stream_is_said_so(cast: Cast) -> None:
    answer = logged_in(cast["zhou"]).post(
        DOOR, {"points": [a_point().pk], "purpose": "卡口巡查"}, "application/json"
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "no_stream")


def test_the_view_log_is_for_auditor_and_commander(cast: Cast) -> None:
    door = "/api/console/cameras/views"
    assert logged_in(cast["zhou"]).get(door).json() == {"items": [], "next_cursor": None}
    assert logged_in(cast["mo"]).get(door).status_code == 403
