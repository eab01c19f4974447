"""A form from Excel to a judged answer sheet, without a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wangge.forms import expressions, rules
from wangge.forms.compiler import compile_workbook
from wangge.forms.functions import text
from wangge.forms.template import workbook
from wangge.forms.testing import a_workbook
from wangge.forms.tests import cases
from wangge.forms.tests.write_vectors import SCENES, TREES, definitions, judged, sheets_of, value_of

VECTORS = Path(__file__).resolve().parents[3] / "contracts" / "vectors"
NOW = cases.NOW


def vectors(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((VECTORS / f"{name}.json").read_text())
    return found


@pytest.mark.parametrize("vector", vectors("expressions"), ids=lambda v: v["text"])
def test_an_expression_gives_what_the_shared_vector_says(vector: dict[str, Any]) -> None:
    tree = expressions.parse(str(vector["text"]))
    assert tree == vector["tree"]
    value = expressions.evaluate(tree, expressions.Scene(**vector["scene"]))
    assert text(value) == vector["value"]


def test_random_expressions_give_what_both_sides_agreed_on() -> None:
    corpus = vectors("expressions_random")
    assert len(corpus) > 500
    assert len({v["value"] for v in corpus}) > 100
    wrong = [v for v in corpus if value_of(v["tree"], v["scene"]) != v["value"]]
    assert wrong == []


@pytest.mark.parametrize("vector", vectors("forms"), ids=lambda v: v["form"])
def test_sheets_are_judged_as_the_shared_vectors_say(vector: dict[str, Any]) -> None:
    assert rules.fresh(vector["definition"], now=vector["now"]) == vector["fresh"]
    for sheet in vector["sheets"]:
        assert judged(vector["definition"], sheet["given"], vector["register"]) == sheet["judged"], sheet


def test_the_vectors_hold_the_surveys_as_they_are_compiled_today() -> None:
    assert {v["form"]: v["definition"] for v in vectors("forms")} == definitions()


@settings(max_examples=150, deadline=None)
@given(tree=TREES, scene=SCENES)
def test_no_expression_raises_whatever_the_answers(tree: Any, scene: dict[str, Any]) -> None:
    assert isinstance(value_of(tree, scene), str)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_judged_sheet_is_judged_to_itself(data: st.DataObject) -> None:
    found = definitions()
    definition = found[data.draw(st.sampled_from(sorted(found)))]
    sheet = data.draw(sheets_of(definition))
    first = rules.judge(definition, sheet, now=NOW)
    again = rules.judge(definition, first.answers, now=NOW)
    assert (again.answers, again.faults) == (first.answers, first.faults)


def test_the_template_compiles_as_it_is_downloaded_and_judges_a_sheet() -> None:
    compiled = compile_workbook(workbook({"enterprise.name": "企业名称"}))
    assert compiled.problems == []
    assert compiled.definition is not None
    found = rules.judge(
        compiled.definition,
        {"staff_total": 80, "tested": "3", "dorm": "no", "dorm_people": 9, "signed": cases.FILE, "junk": 1},
        now=NOW,
    )
    assert found.faults == []
    assert found.answers == {"staff_total": 80, "tested": 3, "rate": 3.75, "dorm": "no", "signed": cases.FILE}


def test_wrong_answers_are_named_and_nothing_typed_is_lost() -> None:
    compiled = compile_workbook(workbook())
    assert compiled.definition is not None
    found = rules.judge(compiled.definition, {"staff_total": 5, "tested": 9, "dorm": "maybe"}, now=NOW)
    assert [(f.path, f.message) for f in found.faults] == [
        ("tested", "不能多于员工总数"),
        ("dorm", "“maybe”不在可选范围内"),
        ("signed", "必填"),
    ]
    assert found.answers["tested"] == 9


def test_a_form_may_look_ahead_and_a_hidden_answer_is_dropped() -> None:
    definition = definitions()["ahead"]
    found = rules.judge(definition, {"q1": 5, "q2": 90, "why": "低"}, now=NOW)
    assert found.answers == {"q1": 5, "score": 5, "why": "低"}
    assert found.hidden == {"q2"}
    assert rules.judge(definition, {"q1": 30, "q2": 40, "why": "删"}, now=NOW).answers == {
        "q1": 30,
        "q2": 40,
        "score": 70,
    }


def test_repeats_in_repeats_count_their_own_rows_and_the_whole() -> None:
    sheet = {
        "home": [
            {"door": "1", "about": {"member": [{"age": 7, "school": "通州小学"}, {"age": 40}]}},
            {"door": "2", "about": {"member": [{"age": 70}]}},
        ]
    }
    found = rules.judge(definitions()["households"], sheet, now=NOW)
    assert found.faults == []
    assert found.answers["heads"] == 3
    assert found.answers["ages"] == 117
    assert [h["at_home"] for h in found.answers["home"]] == [2, 1]
    assert [h["about"]["youngest"] for h in found.answers["home"]] == [7, 70]
    assert [m["nth"] for m in found.answers["home"][0]["about"]["member"]] == [1, 2]


def test_what_a_register_holds_is_not_believed_from_the_phone() -> None:
    definition = definitions()["enterprise"]
    sheet = {"staff": 1, "tested": 0, "name": "假名"}
    held = rules.judge(definition, sheet, now=NOW, register={"enterprise.name": "甲厂"})
    assert held.answers["name"] == "甲厂"
    assert held.held == {"name"}
    assert rules.judge(definition, sheet, now=NOW, register={"enterprise.name": ""}).answers["name"] == "假名"


def test_a_fault_quotes_no_answer_of_another_question() -> None:
    definition = definitions()["english"]
    found = rules.judge(definition, {"resp": "周某", "dob": "2030-01-01"}, now=NOW)
    assert [(f.path, f.label, f.message) for f in found.faults] == [("dob", "…的出生年月日", "应早于今天")]


def test_an_endless_pattern_and_a_stolen_clock_are_refused() -> None:
    for written, why in (
        ("regex(., '(a+)+b')", "用了不支持的写法"),
        ("regex(., ${a})", "应为引号内的固定格式"),
        ("random() > 0", "不支持函数 random()"),
        ("pulldata('x', 'y', 'z', ${a})", "请改用登记字段或选项"),
        ("(" * 60 + "1" + ")" * 60, "套叠超过 40 层"),
        ("1 +" * 900 + "1", "超过 2000 个字符"),
    ):
        with pytest.raises(expressions.ExpressionProblem, match=why.replace("(", "\\(").replace(")", "\\)")):
            expressions.parse(written)


def test_builders_make_a_file_people_could_have_made() -> None:
    assert compile_workbook(a_workbook(cases.CASCADE, cases.PLACES)).problems == []
