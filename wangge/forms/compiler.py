"""An Excel survey becomes a versioned JSON form, or a list of problems with sheet, row and column.

Two kinds of files are accepted: our template with Chinese headings and any XLSForm. pyxform
(the reference compiler) judges the structure; every expression is parsed to a tree here, so that
server and phone evaluate the same thing.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from wangge.forms.expressions import ExpressionProblem, parse, references
from wangge.forms.template import CHOICE_COLUMNS, SETTING_COLUMNS, SHEETS, SURVEY_COLUMNS, TYPES

EXPRESSIONS = {
    "relevant": "显示条件",
    "constraint": "限制",
    "calculation": "计算",
    "required": "必填",
    "choice_filter": "选项筛选",
}
HEADINGS = {"survey": SURVEY_COLUMNS, "choices": CHOICE_COLUMNS, "settings": SETTING_COLUMNS}
CHINESE = {english: chinese for table in HEADINGS.values() for chinese, english in table.items()}
SHEET_NAMES = {english: chinese for chinese, english in SHEETS.items()}
FIELD_TYPES = {
    "select one": "select_one",
    "select all that apply": "select_multiple",
    "image": "photo",
    "photo": "photo",
    "audio": "audio",
    "geopoint": "location",
    "barcode": "barcode",
}
MAX_ROWS, MAX_BYTES = 2000, 4 * 2**20
ROW = re.compile(r"^\[row : (\d+)\]\s*(.*)", re.DOTALL)

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
class Compiled:
    """A form definition (``None`` when there are problems), its content hash, what was found."""

    definition: dict[str, Any] | None = None
    digest: str = ""
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass
class _Reading:
    """What the sheets say, with the Excel row of each record."""

    survey: list[tuple[int, Row]] = field(default_factory=list)
    choices: list[tuple[int, Row]] = field(default_factory=list)
    settings: list[tuple[int, Row]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def compile_workbook(content: bytes, *, fallback_title: str = "未命名表单") -> Compiled:
    """Compile an XLSX file (at most 4 MiB, 2,000 rows a sheet). Never raises for a bad file."""
    if len(content) > MAX_BYTES:
        return Compiled(problems=[Problem("文件", 0, "", "超过 4 MB,请删去无关内容")])
    reading = _read(content)
    if not reading.problems and not reading.survey:
        reading.problems.append(Problem("题目", 0, "", "没有题目,请从第 2 行开始填写"))
    _check_rows(reading)
    if reading.problems:
        return Compiled(problems=reading.problems)
    return _compile(reading, fallback_title)


def _read(content: bytes) -> _Reading:
    reading = _Reading()
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, OSError, KeyError, ValueError):
        reading.problems.append(Problem("文件", 0, "", "不是有效的 Excel 文件(.xlsx)"))
        return reading
    for sheet in book.worksheets:
        kind = SHEETS.get(sheet.title.strip(), sheet.title.strip().lower())
        if kind in HEADINGS:
            setattr(reading, kind, _rows(sheet, kind, reading.problems))
    if not any(s.title.strip() == "题目" or s.title.strip().lower() == "survey" for s in book.worksheets):
        reading.problems.append(Problem("文件", 0, "", "缺少“题目”工作表,请使用下载的模板"))
    return reading


def _rows(sheet: Any, kind: str, problems: list[Problem]) -> list[tuple[int, Row]]:
    found: list[tuple[int, Row]] = []
    headings: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = ["" if c is None else _cell(c) for c in cells]
        if not headings:
            headings = [HEADINGS[kind].get(t, t) for t in texts]
            continue
        row = {h: t for h, t in zip(headings, texts, strict=False) if h and t}
        if row:
            found.append((number, row))
        if len(found) > MAX_ROWS:
            problems.append(Problem(sheet.title, number, "", f"超过 {MAX_ROWS} 行"))
            break
    return found


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip()


def _check_rows(reading: _Reading) -> None:
    """Turn our template's words into XLSForm's and name what pyxform would say in English."""
    lists = {row.get("list_name", "") for _n, row in reading.choices}
    seen: dict[str, int] = {}
    for number, row in reading.survey:
        _translate_type(number, row, lists, reading.problems)
        name = row.get("name", "")
        if not name and not row.get("type", "").startswith("end"):
            reading.problems.append(Problem("题目", number, "变量名", "不能为空,例如 staff_total"))
        if name and not row.get("type", "").startswith("end"):
            if not re.fullmatch(r"[^\W\d][\w.-]*", name):
                reading.problems.append(
                    Problem("题目", number, "变量名", f"“{name}”只能用字母、汉字、数字和下划线")
                )
            elif name in seen:
                reading.problems.append(
                    Problem("题目", number, "变量名", f"“{name}”与第 {seen[name]} 行重复")
                )
            seen.setdefault(name, number)
    known = {row.get("name", "") for _n, row in reading.survey}
    for number, row in reading.survey:
        for column, chinese in EXPRESSIONS.items():
            _check_expression(number, column, chinese, row, known, reading.problems)


def _translate_type(number: int, row: Row, lists: set[str], problems: list[Problem]) -> None:
    written = row.get("type", "")
    kind = TYPES.get(written, written)
    if kind == "signature":
        row["appearance"], kind = "signature", "image"
    if kind in {"select_one", "select_multiple"}:
        chosen = row.pop("list_name", "")
        if chosen not in lists:
            problems.append(Problem("题目", number, "选项列表", f"“{chosen or '(空)'}”在“选项”工作表中没有"))
        kind = f"{kind} {chosen}"
    row.pop("list_name", None)
    if not kind:
        problems.append(Problem("题目", number, "题型", "不能为空"))
    elif not re.match(r"[a-z]", kind):
        problems.append(Problem("题目", number, "题型", f"不认识“{written}”,请从下拉列表中选择"))
    row["type"] = kind
    if row.get("required") in {"是", "否"}:
        row["required"] = "yes" if row["required"] == "是" else "no"


def _check_expression(
    number: int, column: str, chinese: str, row: Row, known: set[str], problems: list[Problem]
) -> None:
    written = row.get(column, "")
    if not written or (column == "required" and written.lower() in {"yes", "no", "true", "false"}):
        return
    try:
        tree = parse(written, columns=column == "choice_filter")
    except ExpressionProblem as problem:
        problems.append(Problem("题目", number, chinese, str(problem)))
        return
    for name in sorted(references(tree) - known):
        problems.append(Problem("题目", number, chinese, f"没有变量“{name}”"))


def _compile(reading: _Reading, fallback_title: str) -> Compiled:
    settings = dict(reading.settings[0][1]) if reading.settings else {}
    settings.setdefault("form_title", fallback_title)
    settings.setdefault("form_id", "f" + hashlib.sha256(settings["form_title"].encode()).hexdigest()[:10])
    private = {"register"}
    survey = [{k: v for k, v in row.items() if k not in private} for _n, row in reading.survey]
    warnings: list[str] = []
    try:
        result = convert(
            {"survey": survey, "choices": [dict(r) for _n, r in reading.choices], "settings": [settings]},
            warnings=warnings,
            form_name="data",
        )
    except PyXFormError as error:
        return Compiled(problems=[_foreign(str(error), reading)])
    registers = {row["name"]: row["register"] for _n, row in reading.survey if row.get("register")}
    tree: dict[str, Any] = result._pyxform
    definition = {
        "schema": 1,
        "title": settings["form_title"],
        "form_id": settings["form_id"],
        "fields": [_field(child, registers) for child in tree["children"] if child["name"] != "meta"],
        "choices": {
            name: [{"code": str(c["name"]), "label": _label(c), "columns": _columns(c)} for c in options]
            for name, options in (tree.get("choices") or {}).items()
        },
    }
    canonical = json.dumps(definition, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Compiled(definition, hashlib.sha256(canonical.encode()).hexdigest(), warnings=warnings)


def _columns(choice: dict[str, Any]) -> dict[str, str]:
    return {str(k): str(v) for k, v in choice.items() if k not in {"name", "label", "media"}}


def _label(node: dict[str, Any]) -> str:
    label = node.get("label", "")
    if isinstance(label, dict):
        chosen = next((v for k, v in label.items() if "中文" in k or "zh" in k.lower()), None)
        return str(chosen or next(iter(label.values()), ""))
    return str(label)


def _field(node: dict[str, Any], registers: dict[str, str]) -> dict[str, Any]:
    bind, kind = node.get("bind", {}), node["type"]
    appearance = str((node.get("control") or {}).get("appearance", ""))
    if appearance == "signature":
        kind = "signature"
    made: dict[str, Any] = {"name": node["name"], "type": FIELD_TYPES.get(kind, kind), "label": _label(node)}
    required = str(bind.get("required", "")).lower()
    if required and required not in {"no", "false", "false()"}:
        made["required"] = parse("true()" if required in {"yes", "true", "true()"} else bind["required"])
    for key, ours in (("relevant", "relevant"), ("constraint", "constraint"), ("calculate", "calculate")):
        if bind.get(key):
            made[ours] = parse(str(bind[key]))
    extras = {
        "constraint_message": bind.get("jr:constraintMsg"),
        "hint": node.get("hint"),
        "default": node.get("default"),
        "appearance": appearance or None,
        "register": registers.get(node["name"]),
        "list": node.get("list_name"),
    }
    made |= {k: v for k, v in extras.items() if v}
    if node.get("choice_filter"):
        made["choice_filter"] = parse(str(node["choice_filter"]), columns=True)
    if "children" in node:
        made["fields"] = [_field(child, registers) for child in node["children"]]
    return made


def _foreign(message: str, reading: _Reading) -> Problem:
    """pyxform's English sentence as a problem with a row; the sentence itself is kept for the expert."""
    found = ROW.match(message)
    if found is None:
        return Problem("题目", 0, "", f"结构有误({message.splitlines()[0]})")
    position = int(found.group(1)) - 2
    row = reading.survey[position][0] if 0 <= position < len(reading.survey) else int(found.group(1))
    return Problem("题目", row, "", f"结构有误({found.group(2).splitlines()[0]})")


def as_rows(problems: list[Problem]) -> list[dict[str, Any]]:
    """Problems as plain dictionaries, for the API."""
    return [asdict(problem) | {"text": str(problem)} for problem in problems]
