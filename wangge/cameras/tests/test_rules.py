"""A rule decides about every candidate, says why, and never otherwise for the same input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.cameras import rules
from wangge.cameras.rules import Candidate
from wangge.cameras.states import SCREENING
from wangge.kit import states
from wangge.kit.errors import Invalid

RULE = rules.parse_rule(
    {
        "online": True,
        "clauses": [
            {
                "name": "采样点",
                "classes": ["sampling"],
                "near_kinds": ["核酸采样点"],
                "metres": 100,
                "per_place": 1,
            },
            {"name": "高速", "words": ["高速"], "towns": [7]},
        ],
    }
)
PLACES = {1: "建坝村采样点", 2: "合圩村采样点"}


def point(pk: int, **more: object) -> Candidate:
    facts: dict[str, object] = {
        "id": pk,
        "name": f"点位{pk}",
        "klass": "sampling",
        "source": "xueliang",
        "status": "online",
        "town_id": 7,
        "located": True,
    }
    return Candidate(**(facts | more))  # type: ignore[arg-type]


def test_the_nearest_point_of_a_place_is_taken_and_the_others_are_told_by_whom() -> None:
    far, near, offline = (
        point(1, near={0: (80.0, 1)}),
        point(2, near={0: (12.4, 1)}),
        point(3, near={0: (2.0, 1)}, status="offline"),
    )
    first, second, third = rules.screen(RULE, [far, near, offline], PLACES)
    assert (first.selected, first.reason) == (False, "“建坝村采样点”已由更近的点位“点位2”覆盖")
    assert (second.selected, second.reason, second.clause) == (True, "采样点:距“建坝村采样点”12 米", 0)
    assert (third.selected, third.reason) == (False, "状态为离线")


def test_every_refusal_says_what_was_missing() -> None:
    said = rules.screen(
        RULE,
        [
            point(1),
            point(2, located=False),
            point(3, klass="street", name="高速出口", town_id=8),
            point(4, klass="street", name="高速出口"),
            point(5, klass="street"),
        ],
        PLACES,
    )
    assert [(v.selected, v.reason) for v in said] == [
        (False, "100 米内没有核酸采样点"),
        (False, "没有可用坐标,无法判断距离"),
        (False, "不在所选镇(街道)"),
        (True, "高速"),
        (False, "名称不含“高速”"),
    ]


@given(st.lists(st.tuples(st.sampled_from(["online", "offline"]), st.integers(1, 2), st.floats(0, 100))))
def test_one_place_sends_one_point_and_the_order_of_the_list_does_not_matter(
    facts: list[tuple[str, int, float]],
) -> None:
    candidates = [
        point(i, status=status, near={0: (metres, place)})
        for i, (status, place, metres) in enumerate(facts, 1)
    ]
    said = rules.screen(RULE, candidates, PLACES)
    assert [v.point_id for v in said] == [c.id for c in candidates]
    places = [v.place_id for v in said if v.selected]
    assert sorted(places) == sorted({p for s, p, _ in facts if s == "online"})
    backwards = {v.point_id: (v.selected, v.reason) for v in rules.screen(RULE, candidates[::-1], PLACES)}
    assert backwards == {v.point_id: (v.selected, v.reason) for v in said}


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({}, "请至少填写一条入选条件"),
        ({"clauses": [{"name": ""}]}, "第 1 条请填写名称"),
        ({"clauses": [{"name": "全部"}]}, "会选中全部点位"),
        ({"clauses": [{"name": "错", "classes": ["moon"]}]}, "第 1 条类别“moon”不在可选范围内"),
        ({"clauses": [{"name": "错", "near_kinds": ["医院"], "metres": 0}]}, "距离应为 1 到 5000 米"),
        ({"clauses": [{"name": "错", "metres": "远"}]}, "数字不正确"),
        ({"clauses": [{"name": "错", "along": [[1, 2]], "metres": 5}]}, "线路应有 2 到 2000 个点"),
    ],
)
def test_a_bad_rule_is_refused_with_the_number_of_the_clause(raw: object, message: str) -> None:
    with pytest.raises(Invalid) as refusal:
        rules.parse_rule(raw)
    assert message in refusal.value.data["fields"]["rule"]


def test_a_class_is_guessed_from_the_name() -> None:
    names = ["沈海高速平潮出口", "二甲镇卫生院东门", "石港农贸市场", "碧华园小区南门", "建坝村3组", "无名"]
    assert [rules.class_of(n) for n in names] == [
        "expressway",
        "medical",
        "market",
        "estate",
        "village",
        "other",
    ]


def test_the_states_are_sound() -> None:
    assert states.faults(SCREENING) == []
    assert SCREENING.terminal == {"discarded", "replaced"}
