"""A form from Excel to a judged answer sheet, without a database."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from wangge.forms import expressions, rules
from wangge.forms.compiler import compile_workbook
from wangge.forms.template import workbook

VECTORS = Path(__file__).resolve().parents[3] / "contracts" / "vectors" / "expressions.json"
NOW = "2021-08-10T09:30:00"


def a_workbook(*rows: dict[str, str], choices: tuple[dict[str, str], ...] = ()) -> bytes:
    book = Workbook()
    survey = book.active
    assert survey is not None
    survey.title = "题目"
    headings = list(dict.fromkeys(k for row in rows for k in row))
    survey.append(headings)
    for row in rows:
        survey.append([row.get(h, "") for h in headings])
    if choices:
        sheet = book.create_sheet("选项")
        columns = list(dict.fromkeys(k for row in choices for k in row))
        sheet.append(columns)
        for row in choices:
            sheet.append([row.get(c, "") for c in columns])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("vector", json.loads(VECTORS.read_text()), ids=lambda v: v["text"])
def test_an_expression_gives_what_the_shared_vector_says(vector: dict[str, object]) -> None:
    tree = expressions.parse(str(vector["text"]))
    assert tree == vector["tree"]
    scene = expressions.Scene(**vector["scene"])  # type: ignore[arg-type]
    value = expressions.evaluate(tree, scene)
    assert expressions.text(value) == vector["value"]


def test_the_template_compiles_as_it_is_downloaded_and_judges_a_sheet() -> None:
    compiled = compile_workbook(workbook())
    assert compiled.problems == []
    assert compiled.definition is not None
    judged = rules.judge(
        compiled.definition,
        {"staff_total": 80, "tested": "3", "dorm": "no", "dorm_people": 9, "signed": "0" * 36, "junk": 1},
        now=NOW,
    )
    assert judged.faults == []
    assert judged.answers == {"staff_total": 80, "tested": 3, "rate": 3.75, "dorm": "no", "signed": "0" * 36}


def test_wrong_answers_are_named_and_nothing_typed_is_lost() -> None:
    compiled = compile_workbook(workbook())
    assert compiled.definition is not None
    judged = rules.judge(compiled.definition, {"staff_total": 5, "tested": 9, "dorm": "maybe"}, now=NOW)
    assert [(f.path, f.message) for f in judged.faults] == [
        ("tested", "不能多于员工总数"),
        ("dorm", "“maybe”不在可选范围内"),
        ("signed", "必填"),
    ]
    assert judged.answers["tested"] == 9


def test_problems_name_sheet_row_and_column_in_chinese() -> None:
    content = a_workbook(
        {"题型": "整数", "变量名": "a", "题目": "甲", "限制": ". >"},
        {"题型": "单选", "变量名": "b", "题目": "乙", "选项列表": "没有的"},
        {"题型": "魔法", "变量名": "c", "题目": "丙"},
        {"题型": "文字", "变量名": "a", "题目": "丁", "显示条件": "${zz} = 1"},
        {"题型": "文字", "题目": "戊"},
    )
    compiled = compile_workbook(content)
    assert compiled.definition is None
    assert [str(p) for p in compiled.problems] == [
        "“题目”第 3 行“选项列表”:“没有的”在“选项”工作表中没有",
        "“题目”第 4 行“题型”:不认识“魔法”,请从下拉列表中选择",
        "“题目”第 5 行“变量名”:“a”与第 2 行重复",
        "“题目”第 6 行“变量名”:不能为空,例如 staff_total",
        "“题目”第 2 行“限制”:第 4 个字符处无法理解“(结尾)”",
        "“题目”第 5 行“显示条件”:没有变量“zz”",
    ]


def test_what_is_no_workbook_is_said_in_chinese() -> None:
    assert [str(p) for p in compile_workbook(b"PK nonsense").problems] == [
        "“文件”:不是有效的 Excel 文件(.xlsx)"
    ]


def test_repeats_sum_and_cascades_filter() -> None:
    content = a_workbook(
        {"题型": "单选", "变量名": "town", "题目": "镇", "选项列表": "镇"},
        {"题型": "单选", "变量名": "village", "题目": "村", "选项列表": "村", "选项筛选": "上级码 = ${town}"},
        {"题型": "重复开始", "变量名": "people", "题目": "人员"},
        {"题型": "整数", "变量名": "age", "题目": "年龄", "必填": "是"},
        {"题型": "重复结束"},
        {"题型": "计算", "变量名": "total", "题目": "", "计算": "sum(${age})"},
        choices=(
            {"选项列表": "镇", "编码": "shigang", "选项": "石港镇"},
            {"选项列表": "镇", "编码": "liuqiao", "选项": "刘桥镇"},
            {"选项列表": "村", "编码": "v1", "选项": "甲村", "上级码": "shigang"},
            {"选项列表": "村", "编码": "v2", "选项": "乙村", "上级码": "liuqiao"},
        ),
    )
    compiled = compile_workbook(content)
    assert compiled.problems == []
    assert compiled.definition is not None
    good = rules.judge(
        compiled.definition, {"town": "shigang", "village": "v1", "people": [{"age": 3}, {"age": 4}]}, now=NOW
    )
    assert good.faults == []
    assert good.answers["total"] == 7.0
    bad = rules.judge(compiled.definition, {"town": "shigang", "village": "v2", "people": [{}]}, now=NOW)
    assert [(f.path, f.message) for f in bad.faults] == [
        ("village", "“v2”不在可选范围内"),
        ("people[1].age", "必填"),
    ]
