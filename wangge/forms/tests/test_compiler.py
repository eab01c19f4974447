"""Excel files of office workers and of the XLSForm world: what compiles, what is refused and where."""

from __future__ import annotations

from typing import Any

import pytest

from wangge.forms.compiler import compile_workbook
from wangge.forms.rules import walk
from wangge.forms.testing import Table, a_workbook
from wangge.forms.tests import cases


def problems(survey: Table, choices: Table | None = None) -> list[str]:
    compiled = compile_workbook(a_workbook(survey, choices or []))
    assert (compiled.definition is None) == bool(compiled.problems)
    return [str(p) for p in compiled.problems]


def fields(survey: Table, choices: Table | None = None) -> dict[str, dict[str, Any]]:
    compiled = compile_workbook(a_workbook(survey, choices or []))
    assert compiled.problems == []
    assert compiled.definition is not None
    return {f["name"]: dict(f) for f in walk(compiled.definition["fields"])}


def test_problems_name_sheet_row_and_column_in_chinese() -> None:
    found = problems(
        [
            {"题型": "整数", "变量名": "a", "题目": "甲", "限制": ". >"},
            {"题型": "单选", "变量名": "b", "题目": "乙", "选项列表": "没有的"},
            {"题型": "魔法", "变量名": "c", "题目": "丙"},
            {"题型": "文字", "变量名": "a", "题目": "丁", "显示条件": "${zz} = 1"},
            {"题型": "文字", "题目": "戊"},
            {"题型": "计算", "变量名": "f", "计算": "${f} + 1"},
            {"题型": "分组开始", "变量名": "g", "题目": "组"},
            {"题型": "重复结束"},
        ]
    )
    assert found == [
        "“题目”第 2 行“限制”:第 4 个字符处无法理解“(结尾)”",
        "“题目”第 3 行“选项列表”:“没有的”在“选项”工作表中没有",
        "“题目”第 4 行“题型”:不认识“魔法”,请从下拉列表中选择",
        "“题目”第 5 行“变量名”:“a”与第 2 行重复",
        "“题目”第 5 行“显示条件”:没有变量“zz”",
        "“题目”第 6 行“变量名”:不能为空,例如 staff_total",
        "“题目”第 7 行“计算”:不能引用本题自己",
        "“题目”第 9 行“题型”:“重复结束”前面没有对应的“重复开始”",
    ]


def test_choices_are_checked_too() -> None:
    survey = [{"题型": "单选", "变量名": "a", "题目": "甲", "选项列表": "乙", "选项筛选": "街 = ${a}"}]
    choices = [
        {"选项列表": "乙", "编码": "x y", "选项": "一"},
        {"选项列表": "乙", "编码": "", "选项": "二"},
    ]
    assert problems(survey, choices) == [
        "“题目”第 2 行“选项筛选”:“选项”工作表中没有“街”一列",
        "“选项”第 2 行“编码”:“x y”中不能有空格",
        "“选项”第 3 行“编码”:不能为空",
    ]
    doubled = [{"选项列表": "乙", "编码": "x", "选项": "一"}, {"选项列表": "乙", "编码": "x", "选项": "二"}]
    assert problems([{**survey[0], "选项筛选": ""}], doubled) == ["“选项”第 3 行“编码”:“x”与第 2 行重复"]


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("select_one_from_file towns.csv", "不支持外部选项文件,请把选项写进“选项”工作表"),
        ("select_multiple_from_file towns.csv", "不支持外部选项文件,请把选项写进“选项”工作表"),
        ("select_one_external town", "不支持外部选项表,请把选项写进“选项”工作表"),
        ("rank yn", "不支持排序题(rank),请改用多选或几个整数题"),
        ("geotrace", "不支持画线、画面,请改用位置"),
        ("video", "不支持录像,请改用照片"),
        ("file", "不支持上传任意文件,请改用照片"),
        ("csv-external", "不支持外部数据,请改用登记字段或选项"),
    ],
)
def test_what_a_phone_cannot_do_is_refused_with_the_way_out(kind: str, word: str) -> None:
    row = {"type": kind, "name": "a", "label": "A", "choice_filter": ""}
    assert problems([row], cases.YES_NO)[0] == f"“题目”第 2 行“题型”:{word}"


def test_a_circle_of_calculations_is_refused() -> None:
    found = problems(
        [
            {"题型": "计算", "变量名": "a", "计算": "${b} + 1"},
            {"题型": "计算", "变量名": "b", "计算": "${a} + 1"},
        ]
    )
    assert found == ["“题目”第 2 行“计算”:“a”的计算绕回了自己", "“题目”第 3 行“计算”:“b”的计算绕回了自己"]


def test_what_is_no_workbook_is_said_in_chinese() -> None:
    assert [str(p) for p in compile_workbook(b"PK nonsense").problems] == [
        "“文件”:不是有效的 Excel 文件(.xlsx)"
    ]
    assert [str(p) for p in compile_workbook(b"x" * (4 * 2**20 + 1)).problems] == [
        "“文件”:超过 4 MB,请删去无关内容"
    ]


def test_a_standard_form_in_two_languages_speaks_chinese_here() -> None:
    found = fields(cases.ENGLISH, cases.YES_NO)
    assert [found[n]["label"] for n in ("resp", "dob", "vaccinated_other")] == [
        "受访者",
        "${resp}的出生年月日",
        "请说明“其他”",
    ]
    assert found["resp"]["required_message"] == "请询问"
    assert found["dob"]["constraint_message"] == "应早于今天"
    assert (found["pain"]["type"], found["pain"]["low"], found["pain"]["high"]) == ("integer", 0, 10)
    assert "deviceid" not in found
    assert found["start"]["calculate"] == ["call", "now", []]
    assert found["fixed"]["calculate"] == ["lit", "x"]
    assert found["round"] == {"name": "round", "type": "calculate", "label": "", "calculate": ["lit", "3"]}


def test_loose_spellings_of_real_files_are_understood() -> None:
    found = fields(
        [
            {"type": "begin group", "name": "g", "caption": "Group", "relevance": ""},
            {"type": "int", "name": "n", "caption": "How many", "constraint": ".>0", "read only": "no"},
            {"type": "select one yn", "name": "s", "caption": "Pick", "relevance": "${n} > 1"},
            {"type": "select all that apply yn", "name": "m", "caption": "All", "required": "TRUE"},
            {"type": "gps", "name": "where", "caption": "Where"},
            {"type": "calculate", "name": "c", "calculate": "${n} * 2"},
            {"type": "end group"},
        ],
        [{"list_name": "yn", "value": "1", "label": "Yes"}, {"list_name": "yn", "value": "0", "label": "No"}],
    )
    assert {n: f["type"] for n, f in found.items()} == {
        "g": "group",
        "n": "integer",
        "s": "select_one",
        "m": "select_multiple",
        "where": "location",
        "c": "calculate",
    }
    assert found["s"]["relevant"] == ["op", ">", ["ref", "n"], ["lit", 1.0]]
    assert found["m"]["required"] == ["call", "true", []]


def test_who_asks_for_a_number_of_a_person_gets_a_sealed_answer() -> None:
    found = fields(
        [
            {"题型": "手机号", "变量名": "a", "题目": "甲"},
            {"题型": "身份证号", "变量名": "b", "题目": "乙"},
            {"题型": "文字", "变量名": "c", "题目": "本人的手机号码:"},
            {"题型": "文字", "变量名": "d", "题目": "家里的情况", "敏感": "是"},
            {"题型": "文字", "变量名": "e", "题目": "备注"},
            {"题型": "计算", "变量名": "f", "题目": "", "计算": "concat(${e}, ${g})"},
            {"题型": "计算", "变量名": "g", "题目": "", "计算": "substr(${b}, 6, 10)"},
            {"题型": "文字", "变量名": "h", "题目": "电话", "登记字段": "person.phone"},
        ]
    )
    assert {n: f.get("personal") for n, f in found.items()} == {
        "a": "phone",
        "b": "id_no",
        "c": "phone",
        "d": "text",
        "e": None,
        "f": "text",
        "g": "text",
        "h": "phone",
    }


def test_area_lists_are_filled_from_the_tree() -> None:
    survey: Table = [
        {"题型": "单选", "变量名": "town", "题目": "镇街", "选项列表": "区划镇街"},
        {"题型": "单选", "变量名": "v", "题目": "村", "选项列表": "区划村社区", "选项筛选": "上级=${town}"},
    ]
    lists = {
        "区划镇街": [{"name": "3", "label": "石港镇", "parent": "1"}],
        "区划村社区": [{"name": "9", "label": "渔湾村", "parent": "3"}],
    }
    compiled = compile_workbook(a_workbook(survey), area_lists=lists)
    assert compiled.problems == []
    assert compiled.definition is not None
    assert compiled.definition["choices"]["区划村社区"] == [
        {"code": "9", "label": "渔湾村", "columns": {"parent": "3"}}
    ]
    assert compiled.definition["fields"][1]["choice_filter"] == [
        "op",
        "=",
        ["col", "parent"],
        ["ref", "town"],
    ]
    unfilled = {p.message for p in compile_workbook(a_workbook(survey)).problems}
    assert unfilled == {"“区划镇街”还没有区划数据", "“区划村社区”还没有区划数据"}
