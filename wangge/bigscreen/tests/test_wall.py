"""The wall over HTTP: every number right, nobody's name or number in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wangge.bigscreen import queries
from wangge.hotline import services as hotline
from wangge.hotline.services import DirectReply
from wangge.hotline.testing import a_dispatched_ticket, a_signed_ticket, a_ticket
from wangge.kit import clock
from wangge.org.testing import Person, a_person, logged_in, the_cast
from wangge.policy import services as policy
from wangge.policy.testing import the_rules
from wangge.territory.testing import a_town

pytestmark = pytest.mark.django_db
NOW = clock.at(2021, 8, 5, 10)
SECRETS = ("陈大有", "李翠花", "19900000001", "1990000", "32061219900101001X", "19900000077", "王铁柱")


@pytest.fixture
def cast() -> Iterator[dict[str, Person]]:
    queries.forget_cache()
    with clock.moved_to(NOW):
        the_rules()
        yield the_cast()
    queries.forget_cache()


def read(person: Person) -> dict[str, Any]:
    queries.forget_cache()
    answer = logged_in(person).get("/api/screen/bigscreen/wall")
    assert answer.status_code == 200, answer.content.decode()
    return dict(answer.json())


def test_the_wall_counts_what_came_in_and_what_is_late(cast: dict[str, Person]) -> None:
    town = a_town("石港镇")
    a_ticket(cast["mo"].actor, area_id=town.id)
    late = a_signed_ticket(cast)
    with clock.moved_to(NOW + timedelta(days=20)):
        shown = read(a_person("wall"))
    assert [(x["figure"]["code"], x["tile"]["span"]) for x in shown["strip"]][:2] == [
        ("total", "今日"),
        ("direct_rate", "今日"),
    ]
    strip = {x["figure"]["code"]: x["figure"] for x in shown["strip"]}
    assert (strip["total"]["value"], strip["open"]["value"], strip["late_now"]["value"]) == (0, 2, 1)
    assert strip["on_time_all"]["text"] == "50.00 % 按时,分母:全部 2 件"
    assert strip["on_time_all"]["variant_label"] == "全部工单口径(南通简报口径)"
    assert all(f["definition"] for f in strip.values())
    assert [line["no"] for line in shown["late"]] == [late.no]
    assert shown["late"][0]["agency"] == "城管局"
    assert [(a["name"], a["open"], a["late"]) for a in shown["agencies"]] == [("城管局", 1, 1)]
    assert [(x["name"], x["open"], x["late"]) for x in shown["towns"] if x["open"]] == [("石港", 1, 0)]
    assert shown["unplaced"] == 1
    assert {g["label"]: g["value"] for g in shown["stages"]["groups"] if g["value"]} == {
        "待派遣": 1,
        "办理中": 1,
    }
    assert (shown["mode"], shown["mode_label"]) == ("routine", "平时")


def test_no_name_and_no_number_of_a_person_comes_out(cast: dict[str, Person]) -> None:
    planted: tuple[dict[str, Any], ...] = (
        {"title": "陈大有来电 19900000001 反映积水", "content": "本人陈大有,电话19900000001,积水"},
        {"title": "邻居李翠花占用楼道", "content": "邻居李翠花电话 199 0000 0077"},
        {"title": "身份证32061219900101001X丢失求助", "content": "王铁柱先生的证件丢失"},
        {"title": "王铁柱先生反映停水", "content": "停水"},
        {"title": "陈大有的秘密", "content": "陈大有要求保密", "confidential": True},
    )
    for draft in planted:
        a_dispatched_ticket(cast, **draft)
    with clock.moved_to(NOW + timedelta(days=20)):
        shown = read(a_person("wall"))
    text = json.dumps(shown, ensure_ascii=False)
    assert len(shown["came_in"]) == len(shown["late"]) == 5
    assert [secret for secret in SECRETS if secret in text] == []
    assert {line["title"] for line in shown["came_in"]} == {"投诉事项"}


def test_a_move_moves_the_figures(cast: dict[str, Person]) -> None:
    wall = a_person("wall")
    before = read(wall)
    ticket = a_ticket(cast["mo"].actor)
    taken = read(wall)
    hotline.answer_directly(
        actor=cast["mo"].actor, ticket_id=ticket.pk, reply=DirectReply("已经告知办理地点。")
    )
    answered = read(wall)

    def values(shown: dict[str, Any]) -> list[Any]:
        strip = {x["figure"]["code"]: x["figure"]["value"] for x in shown["strip"]}
        return [strip["total"], strip["direct_rate"], strip["open"], len(shown["came_in"])]

    assert values(before) == [0, None, 0, 0]
    assert values(taken) == [1, 0.0, 1, 1]
    assert values(answered) == [1, 100.0, 0, 1]


def test_one_answer_serves_every_wall_for_two_seconds(cast: dict[str, Person]) -> None:
    wall = a_person("wall").actor
    queries.wall(wall)
    with CaptureQueriesContext(connection) as seen:
        queries.wall(wall)
    assert len(seen) == 0
    queries.forget_cache()
    with CaptureQueriesContext(connection) as seen:
        queries.wall(wall)
    assert len(seen) <= 14


def test_only_district_roles_stand_before_the_wall(cast: dict[str, Person]) -> None:
    assert Client().get("/api/screen/bigscreen/wall").status_code == 401
    for name in ("zhang", "yin"):
        assert logged_in(cast[name]).get("/api/screen/bigscreen/wall").status_code == 403
    assert logged_in(cast["zhou"]).get("/api/screen/bigscreen/wall").status_code == 200


def test_the_mode_of_the_district_is_shown(cast: dict[str, Person]) -> None:
    policy.switch_mode(actor=cast["zhou"].actor, mode="drill", reason="八月演练")
    shown = read(a_person("wall"))
    assert (shown["mode"], shown["mode_label"]) == ("drill", "演练")
