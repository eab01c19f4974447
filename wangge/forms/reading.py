"""From an Excel file to rows: sheets and headings in Chinese or as XLSForm has them, checked in Chinese.

What pyxform would refuse in English is found here first, with the sheet, row and column to mend.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from wangge.forms.expressions import ExpressionProblem, Tree, parse, references
from wangge.forms.template import (
    AREA_LISTS,
    CHOICE_COLUMNS,
    OURS,
    SETTING_COLUMNS,
    SHEETS,
    SURVEY_COLUMNS,
    TYPES,
)

EXPRESSIONS = {
    "relevant": "显示条件",
    "constraint": "限制",
    "calculation": "计算",
    "required": "必填",
    "choice_filter": "选项筛选",
    "read_only": "只读",
    "repeat_count": "重复次数",
}
HEADINGS = {"survey": SURVEY_COLUMNS, "choices": CHOICE_COLUMNS, "settings": SETTING_COLUMNS}
CHINESE = {english: chinese for table in HEADINGS.values() for chinese, english in table.items()}
# Old and loose spellings that real XLSForm files carry.
ALIASES = {
    "list name": "list_name",
    "relevance": "relevant",
    "calculate": "calculation",
    "readonly": "read_only",
    "read only": "read_only",
    "constraint message": "constraint_message",
    "required message": "required_message",
    "choice filter": "choice_filter",
    "count": "repeat_count",
    "repeat count": "repeat_count",
    "caption": "label",
    "title": "form_title",
    "id_string": "form_id",
}
YES_NO = {"是": "yes", "否": "no", "yes": "yes", "no": "no", "true": "yes", "false": "no"}
YES_NO |= {"true()": "yes", "false()": "no", "1": "yes", "0": "no"}
REFUSED = {
    r"select[_ ](one|multiple|all that apply)[_ ]from[_ ]file": "不支持外部选项文件,请把选项写进“选项”工作表",
    r"select[_ ]one[_ ]external": "不支持外部选项表,请把选项写进“选项”工作表",
    r"rank\b": "不支持排序题(rank),请改用多选或几个整数题",
    r"geo(trace|shape)": "不支持画线、画面,请改用位置",
    r"video\b": "不支持录像,请改用照片",
    r"file\b": "不支持上传任意文件,请改用照片",
    r"(xml|csv)-external": "不支持外部数据,请改用登记字段或选项",
    r"(audit|background-audio|osm)\b": "不支持此题型,请删去此行",
}
LISTED = re.compile(
    r"^(?:select[_ ](?:one|multiple|all that apply)|select1)(?: from)?\s+(\S+)(?:\s+(?:or[_ ]other))?\s*$"
)
NAME = re.compile(r"[^\W\d][\w.-]*")
MAX_ROWS, MAX_BYTES, MAX_UNPACKED = 2000, 4 * 2**20, 60 * 2**20

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in the file: sheet and column by their Chinese names, row as Excel counts."""

    sheet: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        where = f"“{self.sheet}”第 {self.row} 行" if self.row else f"“{self.sheet}”"
        return f"{where}{f'“{self.column}”' if self.column else ''}:{self.message}"


@dataclass
class Reading:
    """What the sheets say, with the Excel row of each record; ``ours`` are marks pyxform does not know."""

    survey: list[tuple[int, Row]] = field(default_factory=list)
    choices: list[tuple[int, Row]] = field(default_factory=list)
    settings: list[tuple[int, Row]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ours: dict[str, dict[str, str]] = field(default_factory=dict)

    def rows(self) -> dict[str, int]:
        """The Excel row of every named question."""
        return {row["name"]: number for number, row in self.survey if row.get("name")}


def read(content: bytes, area_lists: Mapping[str, Sequence[Row]]) -> Reading:
    """The rows of an XLSX file (at most 4 MiB, 2,000 rows a sheet), checked. Never raises for a bad file.

    ``area_lists`` are the choices behind the list names of ``AREA_LISTS``.
    """
    if len(content) > MAX_BYTES:
        return Reading(problems=[Problem("文件", 0, "", "超过 4 MB,请删去无关内容")])
    reading = _sheets(content)
    if not reading.problems and not reading.survey:
        reading.problems.append(Problem("题目", 0, "", "没有题目,请从第 2 行开始填写"))
    if not reading.problems:
        _check(reading, area_lists)
    order = list(SHEETS)  # as people go through the file: sheet by sheet, row by row
    reading.problems.sort(key=lambda p: (order.index(p.sheet) if p.sheet in order else -1, p.row))
    return reading


def _sheets(content: bytes) -> Reading:
    reading = Reading()
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(item.file_size for item in packed.infolist()) > MAX_UNPACKED:
                reading.problems.append(Problem("文件", 0, "", "表格过大,请删去无关内容"))
                return reading
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, OSError, KeyError, ValueError):
        reading.problems.append(Problem("文件", 0, "", "不是有效的 Excel 文件(.xlsx)"))
        return reading
    found = set()
    for sheet in book.worksheets:
        kind = SHEETS.get(sheet.title.strip(), sheet.title.strip().lower())
        if kind in HEADINGS and kind not in found:
            found.add(kind)
            setattr(reading, kind, list(_rows(sheet, kind, reading.problems)))
    if "survey" not in found:
        reading.problems.append(Problem("文件", 0, "", "缺少“题目”工作表,请使用下载的模板"))
    return reading


def heading(kind: str, written: str) -> str:
    """The XLSForm name of a column heading: ours in Chinese, or an alias; unknown ones stay."""
    if written in HEADINGS[kind]:
        return HEADINGS[kind][written]
    plain, colon, language = written.partition(":")
    lowered = plain.strip().lower()
    known = ALIASES.get(lowered, lowered)
    return f"{known}{colon}{language}" if known in CHINESE or lowered in ALIASES else written


def _rows(sheet: Any, kind: str, problems: list[Problem]) -> Iterator[tuple[int, Row]]:
    headings: list[str] = []
    count = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = ["" if c is None else _cell(c) for c in cells]
        if not any(texts):
            continue
        if not headings:
            headings = [heading(kind, t) for t in texts]
            continue
        count += 1
        if count > MAX_ROWS:
            problems.append(Problem(sheet.title, number, "", f"超过 {MAX_ROWS} 行"))
            return
        row = {h: t for h, t in zip(headings, texts, strict=False) if h and t}
        if row:
            yield number, row


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip()


def _check(reading: Reading, area_lists: Mapping[str, Sequence[Row]]) -> None:
    """Turn our template's words into XLSForm's and name what pyxform would say in English."""
    _check_choices(reading)
    used = {row.get("list_name", "") for _n, row in reading.survey}
    for name in AREA_LISTS.keys() & used:
        rows = [{"list_name": name, **row} for row in area_lists.get(name, ())]
        reading.choices += [(0, row) for row in rows]
        if not rows:
            reading.problems.append(Problem("题目", 0, "选项列表", f"“{name}”还没有区划数据"))
    lists: dict[str, set[str]] = {name: set() for name in AREA_LISTS.keys() & used}
    for _n, row in reading.choices:
        lists.setdefault(row.get("list_name", ""), set()).update(row)
    filters: dict[int, str] = {}
    for number, row in reading.survey:
        filters[number] = _type(number, row, lists, reading)
    _check_names(reading)
    known = {row.get("name", "") for _n, row in reading.survey}
    for number, row in reading.survey:
        columns = lists.get(filters[number], set())
        for column, chinese in EXPRESSIONS.items():
            _check_expression(number, column, chinese, row, known, columns, reading.problems)


def _check_choices(reading: Reading) -> None:
    seen: dict[tuple[str, str], int] = {}
    filtered = any(row.get("choice_filter") for _n, row in reading.survey)
    for number, row in reading.choices:
        if "value" in row and "name" not in row:
            row["name"] = row.pop("value")
        name, code = row.get("list_name", ""), row.get("name", "")
        for column, value in (("选项列表", name), ("编码", code)):
            if not value:
                reading.problems.append(Problem("选项", number, column, "不能为空"))
        if re.search(r"\s", code):
            reading.problems.append(Problem("选项", number, "编码", f"“{code}”中不能有空格"))
        if (name, code) in seen and not filtered and code:
            reading.problems.append(
                Problem("选项", number, "编码", f"“{code}”与第 {seen[name, code]} 行重复")
            )
        seen.setdefault((name, code), number)


def _type(number: int, row: Row, lists: Mapping[str, set[str]], reading: Reading) -> str:
    """Translate the type of a row; answers the name of its choice list."""
    written = row.get("type", "")
    kind = TYPES.get(written, written)
    listed = LISTED.match(kind)
    chosen = listed[1] if listed else row.pop("list_name", "")
    row.pop("list_name", None)
    problem = ""
    if refused := next((word for shape, word in REFUSED.items() if re.match(shape, kind)), ""):
        problem = refused
    elif not kind:
        problem = "不能为空"
    elif not re.match(r"[a-z]", kind):
        problem = f"不认识“{written}”,请从下拉列表中选择"
    if kind == "signature":
        row["appearance"], kind = "signature", "image"
    if kind in OURS:
        reading.ours[row.get("name", "")] = dict(OURS[kind][1])
        kind = OURS[kind][0]
    if listed or kind in {"select_one", "select_multiple"}:
        if chosen not in lists:
            reading.problems.append(
                Problem("题目", number, "选项列表", f"“{chosen or '(空)'}”在“选项”工作表中没有")
            )
        kind = kind if listed else f"{kind} {chosen}"
    if problem:
        reading.problems.append(Problem("题目", number, "题型", problem))
    row["type"] = kind
    _marks(row, reading)
    return chosen


def _marks(row: Row, reading: Reading) -> None:
    """Yes and no as XLSForm says them; our own columns are put aside."""
    for column in ("required", "read_only"):
        if column in row:
            row[column] = YES_NO.get(row[column].lower(), row[column])
    ours = reading.ours.setdefault(row.get("name", ""), {})
    if register := row.pop("register", ""):
        ours["register"] = register
    personal = row.pop("personal", "")
    if YES_NO.get(personal.lower()) == "yes":
        ours.setdefault("personal", "text")
    elif personal in {"id_no", "phone", "name"}:
        ours["personal"] = personal


def _check_names(reading: Reading) -> None:
    seen: dict[str, int] = {}
    open_: list[tuple[str, int]] = []
    for number, row in reading.survey:
        kind, name = row.get("type", "").replace("_", " "), row.get("name", "")
        if kind.startswith("end "):
            if not open_ or open_.pop()[0] != kind[4:]:
                word = "分组" if kind.endswith("group") else "重复"
                reading.problems.append(
                    Problem("题目", number, "题型", f"“{word}结束”前面没有对应的“{word}开始”")
                )
                open_ = []
            continue
        if kind.startswith("begin "):
            open_.append((kind[6:], number))
        if not name:
            reading.problems.append(Problem("题目", number, "变量名", "不能为空,例如 staff_total"))
        elif not NAME.fullmatch(name):
            reading.problems.append(
                Problem("题目", number, "变量名", f"“{name}”只能用字母、汉字、数字和下划线")
            )
        elif name in seen:
            reading.problems.append(Problem("题目", number, "变量名", f"“{name}”与第 {seen[name]} 行重复"))
        seen.setdefault(name, number)
    for kind, number in open_:
        word = "分组" if kind == "group" else "重复"
        reading.problems.append(Problem("题目", number, "题型", f"缺少对应的“{word}结束”"))


def _check_expression(
    number: int,
    column: str,
    chinese: str,
    row: Row,
    known: set[str],
    columns: set[str],
    problems: list[Problem],
) -> None:
    written = row.get(column, "")
    if not written or written in {"yes", "no"}:
        return
    try:
        tree = parse(written, columns=column == "choice_filter")
    except ExpressionProblem as problem:
        problems.append(Problem("题目", number, chinese, str(problem)))
        return
    for name in sorted(references(tree) - known):
        problems.append(Problem("题目", number, chinese, f"没有变量“{name}”"))
    if row.get("name") in references(tree) and column == "calculation":
        problems.append(Problem("题目", number, chinese, "不能引用本题自己"))
    for name in sorted(columns_of(tree) - columns - {"name", "label", "上级"}):
        problems.append(Problem("题目", number, chinese, f"“选项”工作表中没有“{name}”一列"))


def columns_of(tree: Tree) -> set[str]:
    """The columns of the choices sheet that a filter reads."""
    if tree[0] == "col":
        return {str(tree[1])}
    parts = tree[2] if tree[0] == "call" else tree[1:]
    return {c for part in parts if isinstance(part, list) and part for c in columns_of(part)}
