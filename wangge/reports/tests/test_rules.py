"""Numbers, invariants, names and scores: pure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.kit import states as machines
from wangge.reports.rules import naming, numbers, score
from wangge.reports.rules.invariants import Cuts, checks, failures
from wangge.reports.states import BRIEF


def test_the_published_on_time_rate_needs_all_tickets_as_its_denominator() -> None:
    assert numbers.percentage(7491 - 10, 7491) == Decimal("99.87")
    assert numbers.percentage(2530 - 10, 2530) == Decimal("99.60")
    assert numbers.percentage(2527, 2530) == Decimal("99.88")
    assert numbers.percentage(2526, 2530) == Decimal("99.84")
    assert numbers.percentage(151, 153) == Decimal("98.69")


def test_rounding_is_half_up_and_exact() -> None:
    assert numbers.half_up(Fraction(1, 8)) == Decimal("0.13")
    assert numbers.half_up(Fraction(5, 1000)) == Decimal("0.01")
    assert numbers.half_up(Fraction(0)) == Decimal("0.00")
    assert numbers.percentage(1, 3) == Decimal("33.33")
    assert numbers.percentage(2, 3) == Decimal("66.67")
    assert numbers.percentage(0, 0) is None


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_rounded_rate_is_never_further_than_half_a_step(n: int, d: int) -> None:
    value = numbers.percentage(n, d)
    assert value is not None
    assert abs(Fraction(value) - Fraction(100 * n, d)) <= Fraction(1, 200)


def test_the_mean_of_days_leaves_empty_days_out() -> None:
    assert numbers.mean_percentage([(9, 10), (0, 0), (100, 100)]) == (Decimal("95.00"), 2)
    assert numbers.mean_percentage([(0, 0)]) == (None, 0)


def test_a_rate_is_printed_with_its_denominator() -> None:
    assert numbers.rate_text(Decimal("99.87"), "按时", "全部", 7491) == "99.87 % 按时,分母:全部 7,491 件"
    assert numbers.rate_text(None, "按时", "全部", 0) == "– 按时,分母:全部 0 件"


def cuts(**more: object) -> Cuts:
    plain: dict[str, object] = {
        "total": 13204,
        "channels": {"phone": 13000, "web": 204},
        "kinds": {"inquiry": 13000, "help": 204},
        "direct": 10000,
        "dispatched": 3204,
        "undecided": 0,
        "refused": 0,
    }
    return Cuts(**(plain | more))  # type: ignore[arg-type]


def test_cuts_that_agree_pass() -> None:
    assert failures(checks(cuts())) == []


def test_the_slip_of_the_published_bulletin_is_found() -> None:
    slip = cuts(total=13205, channels={"all": 13203}, kinds={"all": 13205}, direct=10000, dispatched=3205)
    assert failures(checks(slip)) == ["受理总量 = 各渠道之和:13,205 ≠ 13,203"]


def test_undecided_tickets_keep_the_sum_but_not_the_signature() -> None:
    found = {c.code: c.holds for c in checks(cuts(dispatched=3200, undecided=4))}
    assert found == {"channels": True, "kinds": True, "handling": True, "decided": False}


@pytest.mark.parametrize(
    ("name", "text", "called"),
    [
        ("陈建国", "陈先生来电反映", "陈先生"),
        ("欧阳静", "[诉求人]女士反映", "欧阳女士"),
        ("陈建国", "反映门口积水", "陈某"),
        ("", "反映门口积水", "某市民"),
        ("Smith", "反映门口积水", "某市民"),
    ],
)
def test_citizens_are_called_by_family_name_and_style(name: str, text: str, called: str) -> None:
    assert naming.style(naming.surname(name), text) == called


def test_numbers_leave_the_text() -> None:
    text = naming.anonymous("[诉求人]先生来电,电话[号码],另有 199 0000 0001 可联系,3号楼12户停水", "陈先生")
    assert text == "陈先生来电,电话(号码略),另有 (号码略) 可联系,3号楼12户停水"
    assert naming.shortened("很长的一句话,后面还有许多字", 9) == "很长的一句话…"


@pytest.mark.parametrize(
    ("part", "rate", "expected"),
    [
        (score.ON_TIME, "89.82", "14.82"),
        (score.ON_TIME, "70", "0.00"),
        (score.ON_TIME, "100", "25.00"),
        (score.SATISFACTION_98, "87.5", "19.75"),
        (score.SATISFACTION_98, "75", "13.50"),
        (score.SATISFACTION_98, "83.33", "17.67"),
        (score.SATISFACTION_98, "71.43", "12.50"),
        (score.SATISFACTION_98, "50", "12.50"),
        (score.SATISFACTION_98, "99", "25.00"),
        (score.SATISFACTION_95, "70.59", "12.80"),
        (score.SIGNING, "80", "0.00"),
    ],
)
def test_published_unit_scores_come_out(part: score.Part, rate: str, expected: str) -> None:
    assert part.score(Decimal(rate)) == Decimal(expected)


def test_a_month_is_the_sum_of_its_parts_less_deductions() -> None:
    rates = {"on_time": Decimal("89.82"), "satisfaction": Decimal("87.5"), "sign": None}
    scheme = (score.ON_TIME, score.SATISFACTION_98, score.SIGNING)
    month = score.unit_score(scheme, rates, [("答复不规范", Decimal("0.5"))])
    assert [str(line.score) for line in month.lines] == ["14.82", "19.75", "20.00"]
    assert month.total == Decimal("54.07")


def test_the_published_data_quality_score_comes_out() -> None:
    marks = {
        "completeness": (Decimal("9.48"), Decimal(10)),
        "content": (Decimal("9.99"), Decimal(10)),
        "timeliness": (Decimal("4.98"), Decimal(5)),
        "stability": (Decimal("5.00"), Decimal(5)),
    }
    assert score.quality_score(marks) == Decimal("29.45")


def test_the_brief_machine_is_sound() -> None:
    assert machines.faults(BRIEF) == []
    assert BRIEF.terminal == {"signed"}
    allowed = {s: set(BRIEF.allowed(s)) for s in BRIEF.states}
    assert allowed == {"draft": {"compile", "edit", "check"}, "checked": {"revise", "sign"}, "signed": set()}
