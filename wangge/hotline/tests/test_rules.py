"""Pure decisions: personal data in texts, numbers, likeness, suggestions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.hotline import rules
from wangge.hotline.rules import Hint


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("请回电19900000001", "请回电[号码]"),
        ("请回电199-0000-0001或0513-86510000", "请回电[号码]或[号码]"),
        ("身份证32069919900101123X", "身份证[证件号]"),
        ("2021年8月1日12345热线第20210801号", "2021年8月1日12345热线第20210801号"),
        ("欠款13800元", "欠款13800元"),
    ],
)
def test_numbers_of_persons_are_taken_out_and_others_stay(text: str, clean: str) -> None:
    assert rules.redact(text) == clean


@given(st.text(alphabet="电话请回复,。 号-", max_size=12), st.integers(13_000_000_000, 19_999_999_999))
def test_no_mobile_number_survives(before: str, number: int) -> None:
    clean = rules.redact(f"{before}电{number}复")
    assert str(number) not in clean
    assert str(number) not in rules.searchable("", f"{before}电{number}复", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+86 199-0000-0001", "19900000001"),
        ("0086 19900000001", "19900000001"),
        ("0513-86510000", "051386510000"),
    ],
)
def test_a_number_has_one_form(text: str, number: str) -> None:
    assert rules.normal_phone(text) == number
    assert rules.phone_fault(text) == ""


@pytest.mark.parametrize("text", ["ab", "12", "1990000000119900", "199;0000"])
def test_what_is_no_number_is_said(text: str) -> None:
    assert rules.phone_fault(text) == "号码应为3至15位数字"


def test_an_identity_number_is_checked_by_its_last_digit() -> None:
    assert rules.id_no_fault("11010519491231002X") == ""
    assert rules.id_no_fault("110105194912310021") == "身份证号校验位不符,请核对"
    assert rules.id_no_fault("1101051949") == "身份证号应为18位"


def test_family_names_of_two_characters_stay_whole() -> None:
    assert [rules.family_name(n) for n in ("陈大有", "欧阳小明", "", "Smith")] == ["陈", "欧阳", "", ""]


def test_a_title_is_the_first_clause_without_numbers() -> None:
    assert rules.title_from("电话19900000001,路灯不亮") == "电话[号码]"
    assert rules.title_from("路灯不亮。请修") == "路灯不亮"
    assert rules.title_from("  ") == "未填写标题"


def test_the_same_words_at_the_same_place_are_likelier_than_the_same_number_alone() -> None:
    same = rules.likeness(
        ["下水", "水道"], ["下水", "水道"], same_number=False, same_area=True, same_category=False
    )
    number = rules.likeness(["下水"], ["社保"], same_number=True, same_area=False, same_category=False)
    assert same.score == 0.75
    assert same.reasons == ("同一地点区域", "内容相近(100%)")
    assert (number.score, number.reasons) == (0.35, ("同一号码",))


def test_hints_add_up_and_every_reason_is_kept() -> None:
    found = rules.suggestions(
        [Hint(1, 20, "属地"), Hint(2, 50, "规则"), Hint(1, 40, "历史"), Hint(3, 1, "x")], most=2
    )
    assert [(s.agency_id, s.score, s.reasons) for s in found] == [
        (1, 60, ("历史", "属地")),
        (2, 50, ("规则",)),
    ]
