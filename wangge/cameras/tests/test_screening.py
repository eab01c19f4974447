"""Screening: every point decided, a person may decide otherwise, the next run shows what changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from wangge.cameras import queries, services
from wangge.cameras.models import ScreeningBatch, ScreeningDecision, ScreeningMove, VideoPoint
from wangge.cameras.states import SCREENING
from wangge.cameras.testing import TESTER, a_point
from wangge.kit.errors import Conflict, Forbidden, Invalid
from wangge.org.testing import Person, logged_in
from wangge.territory import services as territory_services
from wangge.territory.queries import AreaCard

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
CODE = "3206120000131{:07d}"
RULE: dict[str, Any] = {
    "online": True,
    "clauses": [
        {
            "name": "采样点",
            "classes": ["sampling"],
            "near_kinds": ["核酸采样点"],
            "metres": 120,
            "per_place": 1,
        }
    ],
}


@pytest.fixture
def stage(cast: Cast, here: AreaCard) -> list[VideoPoint]:
    """A sampling site, the camera 11 m away, one 55 m away, one in the street."""
    territory_services.create_place(
        actor=TESTER, name="建坝采样点", kind="核酸采样点", lon=121.005, lat=32.005
    )
    return [
        a_point(CODE.format(1), name="采样点东", klass="sampling", lon=121.005, lat=32.0051),
        a_point(CODE.format(2), name="采样点西", klass="sampling", lon=121.005, lat=32.0055),
        a_point(CODE.format(3), name="路口", klass="street", lon=121.005, lat=32.005),
    ]


def test_every_point_is_decided_with_a_reason_and_again_alike(cast: Cast, stage: list[VideoPoint]) -> None:
    zhou = cast["zhou"].actor
    first = services.run_screening(actor=zhou, purpose="核酸检测视频保障", rule=RULE)
    again = services.run_screening(actor=zhou, purpose="再来一次", rule=RULE)
    assert (first.total_in, first.selected, first.digest) == (3, 1, again.digest)
    rows = queries.decisions(zhou, first.pk).items
    assert [(r.name, r.selected, r.reason) for r in rows] == [
        ("采样点东", True, "采样点:距“建坝采样点”11 米"),
        ("采样点西", False, "“建坝采样点”已由更近的点位“采样点东”覆盖"),
        ("路口", False, "类别、名称或位置不符合任何一条入选条件"),
    ]
    page = queries.summary(zhou, first.pk)
    assert page["clauses"] == [{"name": "采样点", "selected": 1}]
    assert sum(r["points"] for r in page["refused"]) + page["selected"] == page["total_in"]
    assert not VideoPoint.objects.filter(selected=True).exists()


def test_an_override_is_kept_over_the_next_run_and_the_difference_is_shown(
    cast: Cast, stage: list[VideoPoint]
) -> None:
    zhou = cast["zhou"].actor
    first = services.run_screening(actor=zhou, purpose="一", rule=RULE)
    services.override_decision(
        actor=zhou, batch_id=first.pk, point_id=stage[2].pk, selected=True, reason="看得到排队"
    )
    adopted = services.adopt_batch(actor=zhou, batch_id=first.pk)
    assert (adopted.selected, adopted.status) == (2, "adopted")
    assert set(VideoPoint.objects.filter(selected=True)) == {stage[0], stage[2]}
    services.set_status(actor=TESTER, statuses={stage[0].code: "offline"})
    second = services.run_screening(actor=zhou, purpose="二", rule=RULE, earlier_id=first.pk)
    changed = queries.differences(zhou, second.pk).items
    assert [(r.name, r.was, r.selected, r.reason) for r in changed] == [
        ("采样点东", True, False, "状态为离线"),
        ("采样点西", False, True, "采样点:距“建坝采样点”56 米"),
    ]
    kept = ScreeningDecision.objects.get(batch=second, point=stage[2])
    assert (kept.selected, kept.by_rule, kept.reason) == (True, False, "人工入选:看得到排队")
    services.adopt_batch(actor=zhou, batch_id=second.pk)
    assert ScreeningBatch.objects.get(pk=first.pk).status == "replaced"
    assert set(VideoPoint.objects.filter(selected=True)) == {stage[1], stage[2]}
    assert queries.point_page(zhou, stage[1].pk).why_selected == "采样点:距“建坝采样点”56 米"
    moves = ScreeningMove.objects.filter(row=first).order_by("id").values_list("name", "source", "target")
    assert list(moves) == [
        ("run", "", "review"),
        ("override", "review", "review"),
        ("adopt", "review", "adopted"),
        ("replace", "adopted", "replaced"),
    ]


def test_what_may_not_be_is_refused_and_changes_nothing(cast: Cast, stage: list[VideoPoint]) -> None:
    zhou, dai = cast["zhou"].actor, cast["dai"].actor
    batch = services.run_screening(actor=dai, purpose="一", rule=RULE)
    with pytest.raises(Forbidden):
        services.adopt_batch(actor=dai, batch_id=batch.pk)
    with pytest.raises(Forbidden):
        services.run_screening(actor=cast["yin"].actor, purpose="一", rule=RULE)
    with pytest.raises(Invalid):
        services.override_decision(
            actor=zhou, batch_id=batch.pk, point_id=stage[1].pk, selected=True, reason=" "
        )
    with pytest.raises(Conflict, match="已是剔除"):
        services.override_decision(
            actor=zhou, batch_id=batch.pk, point_id=stage[1].pk, selected=False, reason="不要"
        )
    services.discard_batch(actor=zhou, batch_id=batch.pk, reason="重来")
    for move in (
        lambda: services.adopt_batch(actor=zhou, batch_id=batch.pk),
        lambda: services.discard_batch(actor=zhou, batch_id=batch.pk, reason="x"),
        lambda: services.override_decision(
            actor=zhou, batch_id=batch.pk, point_id=stage[1].pk, selected=True, reason="晚了"
        ),
    ):
        with pytest.raises(Conflict):
            move()
    assert ScreeningBatch.objects.get(pk=batch.pk).status == "discarded"
    assert not VideoPoint.objects.filter(selected=True).exists()
    assert set(SCREENING.labels) == {"review", "adopted", "discarded", "replaced"}


def test_two_selections_cannot_be_in_force(cast: Cast, stage: list[VideoPoint]) -> None:
    zhou = cast["zhou"].actor
    first = services.run_screening(actor=zhou, purpose="一", rule=RULE)
    second = services.run_screening(actor=zhou, purpose="二", rule=RULE)
    services.adopt_batch(actor=zhou, batch_id=first.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        ScreeningBatch.objects.filter(pk=second.pk).update(status="adopted")


def test_points_along_a_road_are_taken(cast: Cast, stage: list[VideoPoint]) -> None:
    road = [[121.0, 32.0052], [121.01, 32.0052]]
    rule = {"clauses": [{"name": "沿线", "along": road, "metres": 25}]}
    batch = services.run_screening(actor=cast["zhou"].actor, purpose="沿线", rule=rule)
    said = {r.name: (r.selected, r.reason) for r in queries.decisions(cast["zhou"].actor, batch.pk).items}
    assert said == {
        "采样点东": (True, "沿线"),
        "采样点西": (False, "距线路超过 25 米"),
        "路口": (True, "沿线"),
    }


def test_the_doors_run_override_and_adopt(cast: Cast, stage: list[VideoPoint]) -> None:
    browser = logged_in(cast["zhou"])
    base = "/api/console/cameras/screenings"
    made = browser.post(base, {"purpose": "门", "rule": RULE}, "application/json")
    assert made.status_code == 201, made.content
    batch = made.json()
    assert (batch["selected"], batch["share"], batch["moves"]) == (
        1,
        "33.333%",
        ["override", "adopt", "discard"],
    )
    changed = browser.put(
        f"{base}/{batch['id']}/decisions/{stage[1].pk}",
        {"selected": True, "reason": "也要"},
        "application/json",
    )
    assert changed.json()["selected"] == 2
    assert browser.post(f"{base}/{batch['id']}/adopt").json()["status"] == "adopted"
    taken = browser.get(f"{base}/{batch['id']}/decisions?selected=true").json()
    assert [row["name"] for row in taken["items"]] == ["采样点东", "采样点西"]
    assert browser.post(base, {"purpose": "空", "rule": {}}, "application/json").status_code == 422
