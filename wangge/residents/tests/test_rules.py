"""Identity numbers, arrivals and names: shared vectors and properties."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.residents import rules
from wangge.residents.invented import Town

VECTORS = Path(__file__).resolve().parents[3] / "contracts" / "vectors"
CARDS: dict[str, Any] = json.loads((VECTORS / "idcard.json").read_text())
ARRIVALS: dict[str, Any] = json.loads((VECTORS / "arrival.json").read_text())
TODAY = date.fromisoformat(CARDS["today"])


@pytest.mark.parametrize("case", CARDS["cases"], ids=lambda c: f"{c['type']} {c['text']}")
def test_identity_numbers_by_the_shared_vectors(case: dict[str, str]) -> None:
    number = rules.normal_id_no(case["text"])
    born = rules.birthday_of(case["type"], number)
    assert number == case["normal"]
    assert rules.id_no_fault(case["type"], case["text"], TODAY) == case["fault"]
    assert (born.isoformat() if born else "") == case["birthday"]
    if case["birthday"]:
        assert rules.sex_of(case["type"], number) == case["sex"]


@pytest.mark.parametrize("case", ARRIVALS["cases"], ids=lambda c: json.dumps(c["change"], ensure_ascii=False))
def test_arrivals_by_the_shared_vectors(case: dict[str, Any]) -> None:
    fields = ARRIVALS["base"] | case["change"]
    for name in ("last_left_on", "arrived_on"):
        fields[name] = date.fromisoformat(fields[name]) if fields[name] else None
    assert rules.arrival_faults(fields, date.fromisoformat(ARRIVALS["today"])) == case["faults"]


@given(st.integers(0, 10**17 - 1), st.integers(0, 16), st.integers(1, 9))
def test_a_changed_digit_is_always_noticed(number: int, place: int, step: int) -> None:
    first = f"{number:017d}"
    changed = first[:place] + str((int(first[place]) + step) % 10) + first[place + 1 :]
    assert rules.check_digit(first) != rules.check_digit(changed)


@given(st.integers(0, 10**17 - 1), st.integers(0, 15))
def test_swapped_neighbours_are_always_noticed(number: int, place: int) -> None:
    first = f"{number:017d}"
    if first[place] == first[place + 1]:
        return
    swapped = first[:place] + first[place + 1] + first[place] + first[place + 2 :]
    assert rules.check_digit(first) != rules.check_digit(swapped)


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("沈桂英", "shenguiying", "sgy"),
        ("仇国强", "qiuguoqiang", "qgq"),
        ("单秀兰", "shanxiulan", "sxl"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("吕梁", "lvliang", "ll"),
        ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
        ("Anna Smith", "annasmith", "a"),
    ],
)
def test_names_are_spelled_as_they_are_read(name: str, pinyin: str, initials: str) -> None:
    assert rules.spell(name) == (pinyin, initials)


def test_one_name_has_one_spelling() -> None:
    assert rules.normal_name(" 沈 桂 英 ") == "沈桂英"
    assert rules.normal_name("阿依古丽•买买提") == rules.normal_name("阿依古丽・买买提") == "阿依古丽·买买提"
    assert rules.normal_name("Anna  Smith") == "Anna Smith"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", ""),
        ("19900000001", ""),
        ("+86 199-0000-0001", ""),
        ("0513-86500000", ""),
        ("12345", ""),
        ("1990000001", "手机号应为11位,现在是10位"),
        ("199000000012", "手机号应为11位,现在是12位"),
        ("12", "电话号码应为3至15位数字"),
        ("无", "电话号码应为3至15位数字"),
    ],
)
def test_telephone_numbers_are_checked_with_the_reason(text: str, fault: str) -> None:
    assert rules.phone_fault(text) == fault


def test_ages_count_full_years() -> None:
    assert rules.age_on(date(1950, 8, 12), TODAY) == 71
    assert rules.age_on(date(1950, 8, 13), TODAY) == 70
    assert rules.age_on(None, TODAY) is None


def test_invented_people_are_possible_and_all_different() -> None:
    town = Town("x", TODAY)
    people = [p for _ in range(20) for home in town.homes(500) for p in home.people]
    assert len(people) == 10_000
    assert len({p.id_no for p in people}) == 10_000
    assert [p.id_no for p in people if rules.id_no_fault("id_card", p.id_no, TODAY)] == []
    assert {p.id_no[:5] for p in people} == {"32069"}
    assert all(rules.sex_of("id_card", p.id_no) == p.sex for p in people)
    phones = [p.phone for p in people if p.phone]
    assert len(set(phones)) == len(phones)
    assert {phone[:4] for phone in phones} == {"1990"}
