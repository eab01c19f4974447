"""Credit codes, names, numbers, lexemes: by vectors and by example."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from wangge.kit.states import faults
from wangge.premises import mapping, rules, states, wording
from wangge.premises.states import PREMISES

FILE = Path(__file__).resolve().parents[3] / "contracts" / "vectors" / "creditcode.json"
CASES = json.loads(FILE.read_text())["cases"]


def test_there_are_vectors_of_every_outcome() -> None:
    assert {case["fault"] for case in CASES} == set(rules.CODE_FAULTS)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_code_is_judged_as_the_vectors_say(case: dict[str, str]) -> None:
    assert rules.normal_code(case["text"]) == case["normal"]
    assert rules.code_fault(case["text"]) == case["fault"]


@given(st.text(rules.CODE_ALPHABET, min_size=9, max_size=9), st.integers(0, 99_999_999))
def test_codes_that_begin_with_digits_are_judged_as_the_library_judges(body: str, head: int) -> None:
    code = f"{head:08d}{body}"
    for last in rules.CODE_ALPHABET:
        assert (rules.code_fault(code + last) == "") == uscc.is_valid(code + last)


def test_names_are_compared_without_width_and_blanks() -> None:
    assert rules.normal_name(" 南通\u3000示例(通州) 纺织厂 ") == "南通示例(通州)纺织厂"
    assert rules.normal_name("A B 纺织") == "A B纺织"


def test_what_is_typed_finds_any_part_of_a_name() -> None:
    tokens = set(wording.lexemes("南通恒科新材料有限公司", filters=["town:7"]).split())
    assert {"恒科", "p:hengke", "i:hkx", "@town:7"} <= tokens
    assert not {"有限", "限公", "公司"} & tokens
    assert wording.query("恒科新", ["town:7"]) == "'恒科' & '科新' & '@town:7'"
    assert "('p:nantong' & 'p:tongheng':*)" in wording.query("nantongheng")
    assert "('p:hengk':*)" in wording.query("hengk")
    assert "('i:hkx' & 'i:kxc':*)" in wording.query("hkxc")
    assert wording.query("  ") == ""


def test_letters_are_cut_into_syllables_in_every_way() -> None:
    assert wording.readings("xian")[0] == ["xian"]
    assert ["xi", "an"] in wording.readings("xian")
    assert wording.readings("hengk") == [["heng", "k"]]
    assert wording.readings("q1") == []


@given(st.text(max_size=40))
def test_no_typed_text_breaks_the_query_language(text: str) -> None:
    asked = wording.query(text)
    assert asked.count("'") % 2 == 0
    assert not set(asked) & {"\\", "!", "<"}


def test_lists_are_in_the_order_of_pinyin() -> None:
    names = ["石港甲厂", "北兴乙厂", "A3丙厂", "平潮丁厂"]
    assert sorted(names, key=wording.sort_key) == ["A3丙厂", "北兴乙厂", "平潮丁厂", "石港甲厂"]


def test_the_usual_headings_need_no_mapping() -> None:
    header = ["序号", "企业名称", "统一社会信用代码", "镇(街道)", "联系人", "联系电话", "员工数", "备注"]
    assert mapping.proposed(header) == {
        "name": "企业名称",
        "credit_code": "统一社会信用代码",
        "town": "镇(街道)",
        "contact": "联系人",
        "phone": "联系电话",
        "staff_total": "员工数",
    }


def test_the_state_table_is_sound_and_shown_in_the_readme() -> None:
    assert faults(PREMISES) == []
    assert PREMISES.terminal == {"rejected"}
    assert set(PREMISES.tones) == set(PREMISES.labels)
    page = Path(states.__file__).with_name("README.md").read_text()
    assert PREMISES.picture() in page
