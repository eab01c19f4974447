"""Datum conversion and codes: pure decisions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.territory import rules


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    across = (one[0] - other[0]) * 111_320 * math.cos(math.radians(one[1]))
    return math.hypot(across, (one[1] - other[1]) * 110_540)


@given(st.floats(73, 135), st.floats(4, 53))
def test_the_datum_conversion_comes_back_within_a_metre_both_ways(lon: float, lat: float) -> None:
    there = rules.gcj02_to_wgs84(*rules.wgs84_to_gcj02(lon, lat))
    back = rules.wgs84_to_gcj02(*rules.gcj02_to_wgs84(lon, lat))
    assert metres((lon, lat), there) < 1
    assert metres((lon, lat), back) < 1


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_outside_china_nothing_is_moved(lon: float, lat: float) -> None:
    if rules.outside_china(lon, lat):
        assert rules.wgs84_to_gcj02(lon, lat) == (lon, lat)
        assert rules.gcj02_to_wgs84(lon, lat) == (lon, lat)


def test_the_shift_in_tongzhou_is_a_few_hundred_metres_and_none_abroad() -> None:
    assert 200 < metres((121.07, 32.07), rules.wgs84_to_gcj02(121.07, 32.07)) < 800
    assert rules.wgs84_to_gcj02(-73.9, 40.7) == (-73.9, 40.7)


def test_grid_codes_have_their_lengths_and_refuse_nonsense() -> None:
    assert rules.grid_code("320612110201", "1", 7) == "3206121102011007"
    assert rules.cjt349_code("320612110201", 7) == "01010032061211020107"
    for village, kind, number in (
        ("320612", "1", 7),
        ("320612110201", "4", 7),
        ("320612110201", "1", 1000),
        ("320612110201", "1", 0),
    ):
        with pytest.raises(ValueError, match="no grid code"):
            rules.grid_code(village, kind, number)


@pytest.mark.parametrize(
    ("code", "shortest"),
    [
        ("320612000000", "320612"),
        ("320612001000", "320612001"),
        ("320612001001", "320612001001"),
        ("320508000", "320508000"),
        ("320612", "320612"),
        ("320000", "320000"),
    ],
)
def test_a_code_has_one_shortest_form(code: str, shortest: str) -> None:
    assert rules.trimmed(code) == shortest


@pytest.mark.parametrize(
    ("code", "name", "fault"),
    [
        ("320612001", "金沙街道", None),
        ("", "金沙街道", "区划代码为空"),
        ("32061a", "金沙街道", "区划代码“32061a”应为 6、9 或 12 位数字"),
        ("32061", "短码", "区划代码“32061”应为 6、9 或 12 位数字"),
        ("３２０６１２", "全角", "区划代码“３２０６１２”应为 6、9 或 12 位数字"),
        ("32", "江苏省", "省、市级区划不在本系统范围内"),
        ("320600000000", "南通市", "省、市级区划不在本系统范围内"),
        ("320612001", "", "名称为空"),
        ("320612001", "长" * 61, "名称超过 60 个字"),
    ],
)
def test_a_row_that_cannot_be_stored_says_why(code: str, name: str, fault: str | None) -> None:
    assert rules.code_fault(code, name) == fault


def test_a_bare_name_drops_its_kind_and_never_becomes_empty() -> None:
    assert [rules.bare_name(n) for n in ("金沙街道", "石港镇", "环本农场", "镇")] == [
        "金沙",
        "石港",
        "环本",
        "镇",
    ]
