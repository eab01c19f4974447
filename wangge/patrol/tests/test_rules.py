"""Tracks, check-ins, pace, shares: what cannot be gamed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.kit import clock
from wangge.patrol import rules
from wangge.patrol.rules import TrackPoint
from wangge.patrol.testing import a_track


def at(metres_east: float, second: int, accuracy: float = 5.0) -> TrackPoint:
    return TrackPoint(121.0 + metres_east / (111_320 * 0.848048), 32.0, second, accuracy)


def test_a_walk_has_its_way_and_its_time() -> None:
    facts = rules.read_track(a_track(minutes=30, pace=1.2))
    assert facts.patrol_seconds == 1800
    assert facts.distance == pytest.approx(2160, rel=0.02)
    assert (facts.gaps, facts.jumps) == ((), 0)


def test_a_phone_on_a_desk_patrols_a_quarter_of_an_hour_and_no_more() -> None:
    track = [at(0, second) for second in range(0, 7201, 60)]
    assert rules.read_track(track).patrol_seconds == 900


def test_a_switched_off_phone_earns_nothing_between() -> None:
    track = [at(0, 0), at(60, 60), at(4000, 3660), at(4060, 3720)]
    facts = rules.read_track(track)
    assert facts.gaps == ((60, 3660),)
    assert facts.patrol_seconds == 120
    assert facts.distance == pytest.approx(120, abs=2)


def test_a_jump_is_counted_as_a_fault_and_not_as_a_way() -> None:
    facts = rules.read_track([at(0, 0), at(50, 60), at(20_050, 120), at(20_100, 180)])
    assert facts.jumps == 1
    assert facts.fastest == pytest.approx(333.2, abs=1)
    assert facts.distance == pytest.approx(100, abs=2)
    assert facts.patrol_seconds == 120


def test_a_bad_fix_is_passed_over() -> None:
    honest = rules.read_track([at(0, 0), at(60, 60), at(120, 120)])
    with_noise = rules.read_track([at(0, 0), at(9000, 30, accuracy=900), at(60, 60), at(120, 120)])
    assert with_noise == honest


def test_inaccuracy_is_forgiven_before_speed_is_judged() -> None:
    assert rules.read_track([at(0, 0, 90), at(2000, 60, 90)]).jumps == 0
    assert rules.read_track([at(0, 0, 5), at(2100, 60, 5)]).jumps == 1


@given(st.lists(st.tuples(st.floats(-5000, 5000), st.integers(1, 900), st.floats(1, 300)), max_size=40))
def test_a_track_never_proves_more_time_than_passed(steps: list[tuple[float, int, float]]) -> None:
    second, track = 0, []
    for east, step, accuracy in steps:
        second += step
        track.append(at(east, second, accuracy))
    facts = rules.read_track(track)
    assert 0 <= facts.patrol_seconds <= max(second, 0)
    assert facts.distance <= rules.FASTEST * 900 * len(steps) + 600 * len(steps)


def test_faults_of_a_track() -> None:
    assert rules.track_fault([at(0, 0), at(0, 5)]) == ""
    assert rules.track_fault([at(0, 5), at(0, 0)]) == "轨迹点时间顺序不正确"
    assert rules.track_fault([TrackPoint(200, 32, 0, 5)]) == "轨迹点坐标不正确"
    assert rules.track_fault([at(0, i) for i in range(4001)]) == "轨迹点超过 4000 个,请更新手机程序"


def test_the_same_file_twice_has_one_print_and_two_walks_have_two() -> None:
    assert rules.track_print(a_track()) == rules.track_print(a_track())
    assert rules.track_print(a_track()) != rules.track_print(a_track(pace=1.21))
    assert rules.track_print(a_track()[:4]) == b""


def test_dwell_counts_what_the_track_spent_near() -> None:
    track = [at(0, 0), at(10, 60), at(15, 120), at(500, 180), at(10, 240), at(12, 900)]
    assert rules.dwell_near(track, 121.0, 32.0, 100) == 120


@pytest.mark.parametrize(
    ("distance", "accuracy", "dwell", "counts", "reason"),
    [
        (30, 12, 90, True, ""),
        (80, 12, 60, True, ""),
        (81, 12, 90, False, "距巡查点 81 米,超过 80 米"),
        (30, 101, 90, False, "定位误差 101 米,过大"),
        (30, 12, 59, False, "停留 59 秒,少于 60 秒"),
    ],
)
def test_a_check_in_counts_by_distance_fix_and_stay(
    distance: float, accuracy: float, dwell: int, counts: bool, reason: str
) -> None:
    verdict = rules.judge_check_in(distance, accuracy, dwell, most_metres=80, least_dwell=60)
    assert (verdict.counts, verdict.reason) == (counts, reason)


def test_nobody_meets_two_households_in_half_a_minute() -> None:
    noon = clock.at(2021, 8, 2, 12)
    assert rules.believable_pace(None, noon)
    assert rules.believable_pace(noon, noon + timedelta(seconds=30))
    assert not rules.believable_pace(noon, noon + timedelta(seconds=29))


def test_quarters() -> None:
    assert rules.quarter_of(date(2021, 8, 11)) == (date(2021, 7, 1), date(2021, 10, 1))
    assert rules.quarter_of(date(2021, 12, 31)) == (date(2021, 10, 1), date(2022, 1, 1))


@pytest.mark.parametrize(
    ("households", "points", "hours", "expected"),
    [
        (None, None, 0.0, "white"),
        (0.0, 0.0, 0.0, "white"),
        (0.0, 0.0, 9.0, "thin"),
        (95.0, 10.0, 9.0, "thin"),
        (95.0, 45.0, 0.0, "fair"),
        (95.0, 80.0, 0.0, "good"),
        (None, 100.0, 0.0, "good"),
    ],
)
def test_the_weaker_share_colours_a_grid(
    households: float | None, points: float | None, hours: float, expected: str
) -> None:
    assert rules.colour(households, points, hours) == expected


def test_shares_have_a_denominator_and_never_exceed_it() -> None:
    assert rules.share(1, 0) is None
    assert rules.share(1, 3) == 33.3
    assert rules.share(5, 3) == 100.0


def test_one_picture_sold_twice_is_found() -> None:
    assert rules.same_prints([(1, b"a"), (1, b"a"), (2, b"b"), (3, b"b"), (2, b"b")]) == {b"b": [2, 3]}


def test_drift_is_told_in_words() -> None:
    assert rules.drift_words(-120) == ""
    assert rules.drift_words(-3725) == "手机时间慢 62 分 5 秒"


def test_every_seeded_class_hangs_on_one_that_is_there() -> None:
    codes = {c.code for c in rules.SEED_CLASSES}
    assert len(codes) == len(rules.SEED_CLASSES)
    assert {c.parent for c in rules.SEED_CLASSES if c.parent} <= codes
    assert [c.name for c in rules.SEED_CLASSES if not c.parent] == [
        "矛盾纠纷",
        "治安",
        "安全生产与消防",
        "城市管理",
        "生态环境与河道",
        "违法建设",
        "民生服务",
        "疫情防控",
        "涉企服务",
        "其他",
    ]
