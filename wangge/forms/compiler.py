"""From an Excel file to a form: our template with Chinese headings and any XLSForm. pyxform
(the reference compiler) judges the structure; every expression is parsed to a tree here, so that
server and phone evaluate the same thing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from wangge.forms import registers
from wangge.forms.expressions import ExpressionProblem, Tree, parse, references
from wangge.forms.reading import YES_NO, Problem, Reading, Row, read
from wangge.forms.rules import walk

FIELD_TYPES = {
    "select one": "select_one",
    "select all that apply": "select_multiple",
    "image": "photo",
    "geopoint": "location",
    "trigger": "acknowledge",
    "dateTime": "datetime",
    "int": "integer",
    "string": "text",
    "gps": "location",
    "location": "location",
}
KNOWN_TYPES = {
    *("text", "integer", "decimal", "date", "time", "datetime", "select_one", "select_multiple"),
    *("acknowledge", "photo", "audio", "location", "signature", "barcode", "calculate", "note"),
    *("group", "repeat", "phone", "id_no", "lookup"),
}
# What the phone knows by itself: the moment becomes a calculation, the rest is in the command's envelope.
MOMENTS = {"start": "now()", "end": "now()", "today": "today()"}
PRELOADED = {
    *("deviceid", "device_id", "subscriberid", "simserial", "phonenumber", "username", "email"),
    *("start-geopoint", "sim_serial", "subscriber_id"),
}
ROW = re.compile(r"^\[row : (\d+)\]\s*(.*)", re.DOTALL)
HAN = re.compile(r"[\u3400-\u9fff]")
ASKS_PERSON = ("person.id_no", "person.phone", "enterprise.phone")


@dataclass
class Compiled:
    """A form definition (``None`` when there are problems), its content hash, what was found.

    ``rows`` is the Excel row of each question, for problems that are found later.
    """

    definition: dict[str, Any] | None = None
    digest: str = ""
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)


def compile_workbook(
    content: bytes,
    *,
    fallback_title: str = "未命名表单",
    area_lists: Mapping[str, Sequence[Row]] | None = None,
) -> Compiled:
    """Compile an XLSX file (at most 4 MiB, 2,000 rows a sheet). Never raises for a bad file."""
    reading = read(content, area_lists or {})
    if reading.problems:
        return Compiled(problems=reading.problems)
    return _compile(reading, fallback_title)


def _compile(reading: Reading, fallback_title: str) -> Compiled:
    settings = dict(reading.settings[0][1]) if reading.settings else {}
    settings.setdefault("form_title", fallback_title)
    settings.setdefault("form_id", "f" + hashlib.sha256(settings["form_title"].encode()).hexdigest()[:10])
    warnings: list[str] = []
    given = {
        "survey": [dict(row) for _n, row in reading.survey],
        "choices": [dict(row) for _n, row in reading.choices],
        "settings": [settings | {"allow_choice_duplicates": "yes"}],
    }
    try:
        result = convert(given, warnings=warnings, form_name="data")
    except PyXFormError as error:
        return Compiled(problems=[_foreign(str(error), reading)])
    tree: dict[str, Any] = result._pyxform
    maker = _Maker(reading, str(tree.get("default_language", "default")))
    try:
        fields = maker.fields(tree["children"])
    except ExpressionProblem as problem:
        return Compiled(problems=[Problem("题目", 0, "", str(problem))])
    definition = {
        "schema": 1,
        "title": settings["form_title"],
        "form_id": settings["form_id"],
        "fields": fields,
        "choices": {
            name: [maker.choice(c) for c in options] for name, options in (tree.get("choices") or {}).items()
        },
    }
    problems = maker.problems + _circles(definition, reading.rows())
    if problems:
        return Compiled(problems=problems)
    _spread_secrecy(definition)
    canonical = json.dumps(definition, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    return Compiled(definition, digest, warnings=warnings, rows=reading.rows())


class _Maker:
    """Makes fields of ours from pyxform's tree."""

    def __init__(self, reading: Reading, language: str) -> None:
        self.reading, self.language = reading, language
        self.rows = reading.rows()
        self.problems: list[Problem] = []
        texts = " ".join(value for _n, row in reading.survey for value in row.values())
        self.chinese = HAN.search(texts) is not None

    def words(self, node: Any) -> str:
        """A text in the language people here read: Chinese where there is one."""
        if not isinstance(node, dict):
            return str(node or "")
        spoken = {k: str(v) for k, v in node.items() if v}
        chinese = next((v for k, v in spoken.items() if re.search(r"中文|汉语|zh|chinese", k.lower())), None)
        return chinese or spoken.get(self.language) or next(iter(spoken.values()), "")

    def choice(self, node: dict[str, Any]) -> dict[str, Any]:
        columns = {str(k): str(v) for k, v in node.items() if k not in {"name", "label", "media"}}
        label = self.words(node.get("label", ""))
        if label == "Other" and node["name"] == "other" and self.chinese:
            label = "其他"
        return {"code": str(node["name"]), "label": label, "columns": columns}

    def fields(self, nodes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        return [made for node in nodes if node["name"] != "meta" and (made := self.field(node)) is not None]

    def field(self, node: dict[str, Any]) -> dict[str, Any] | None:
        name, kind, bind = node["name"], node["type"], node.get("bind", {})
        ours = self.reading.ours.get(name, {})
        if kind in PRELOADED:
            return None
        if kind in MOMENTS:
            return {"name": name, "type": "calculate", "label": "", "calculate": parse(MOMENTS[kind])}
        control = node.get("control") or {}
        appearance = str(control.get("appearance", ""))
        made: dict[str, Any] = {
            "name": name,
            "type": "signature" if "signature" in appearance else FIELD_TYPES.get(kind, kind),
            "label": self.words(node.get("label", "")),
        }
        if made["label"] == "Specify other." and self.chinese:
            made["label"] = "请说明“其他”"
        if kind == "hidden":
            made["type"] = "calculate"
        if kind == "range":
            made |= _range(node.get("parameters") or {})
        made |= ours
        self.expressions(made, node, bind, control)
        self.texts(made, node, bind, appearance)
        if made["type"] not in KNOWN_TYPES:
            self.problems.append(Problem("题目", self.rows.get(name, 0), "题型", f"不支持题型“{kind}”"))
        self.secrecy(made)
        if "children" in node:
            made["fields"] = self.fields(node["children"])
        return made

    def expressions(
        self, made: dict[str, Any], node: dict[str, Any], bind: dict[str, Any], control: dict[str, Any]
    ) -> None:
        for key, ours in (("required", "required"), ("relevant", "relevant"), ("constraint", "constraint")):
            written = str(bind.get(key, ""))
            if written and YES_NO.get(written.lower()) != "no":
                made[ours] = parse("true()" if YES_NO.get(written.lower()) == "yes" else written)
        if bind.get("calculate"):
            made["calculate"] = parse(str(bind["calculate"]))
        default = node.get("default")
        if default not in (None, ""):
            tree: Tree = parse(str(default)) if node.get("_dynamic_default") else ["lit", str(default)]
            fixed = YES_NO.get(str(bind.get("readonly", "")).lower()) == "yes" or node["type"] == "hidden"
            made["calculate" if fixed and "calculate" not in made else "default"] = tree
        elif YES_NO.get(str(bind.get("readonly", "")).lower()) == "yes" and "calculate" not in made:
            made["calculate"] = ["lit", ""]
        if made["type"] == "calculate":
            made.setdefault("calculate", ["lit", ""])
        if control.get("jr:count"):
            made["count"] = parse(str(control["jr:count"]))
        if node.get("choice_filter"):
            made["choice_filter"] = _renamed(parse(str(node["choice_filter"]), columns=True))

    def texts(
        self, made: dict[str, Any], node: dict[str, Any], bind: dict[str, Any], appearance: str
    ) -> None:
        extras = {
            "constraint_message": self.words(bind.get("jr:constraintMsg")),
            "required_message": self.words(bind.get("jr:requiredMsg")),
            "hint": self.words(node.get("hint")),
            "appearance": appearance,
            "list": node.get("list_name"),
        }
        made |= {k: v for k, v in extras.items() if v}

    def secrecy(self, made: dict[str, Any]) -> None:
        """Who asks for an ID number or a telephone gets a sealed answer, whatever the type says."""
        if made["type"] not in {"text", "barcode", "integer", "calculate"} or "personal" in made:
            return
        if made.get("register") in registers.PERSONAL:
            made["personal"] = registers.PERSONAL[made["register"]]
            return
        for key in ASKS_PERSON:
            held = registers.known().get(key)
            if held is not None and held.asked_by(made["label"], made["name"]):
                made["personal"] = key.split(".", 1)[1]
                return


def _range(parameters: Mapping[str, Any]) -> dict[str, Any]:
    numbers = {k: float(parameters.get(k) or d) for k, d in (("start", 1), ("end", 10), ("step", 1))}
    whole = all(v == int(v) for v in numbers.values())
    tidy = {k: int(v) if whole else v for k, v in numbers.items()}
    return {
        "type": "integer" if whole else "decimal",
        "low": min(tidy["start"], tidy["end"]),
        "high": max(tidy["start"], tidy["end"]),
    }


def _renamed(tree: Tree) -> Tree:
    """The Chinese name of a template column is the column."""
    if tree[0] == "col":
        return ["col", "parent" if tree[1] == "上级" else tree[1]]
    if tree[0] == "call":
        return ["call", tree[1], [_renamed(t) for t in tree[2]]]
    return [_renamed(part) if isinstance(part, list) else part for part in tree]


def _circles(definition: Mapping[str, Any], rows: Mapping[str, int]) -> list[Problem]:
    """Calculations that wait for each other would never come to rest."""
    reads = {q["name"]: references(q["calculate"]) for q in walk(definition["fields"]) if "calculate" in q}
    found = []
    for name in reads:
        reached, frontier = set[str](), {name}
        while frontier:
            frontier = {n for f in frontier for n in reads.get(f, ())} - reached
            reached |= frontier
        if name in reached:
            found.append(Problem("题目", rows.get(name, 0), "计算", f"“{name}”的计算绕回了自己"))
    return found


def _spread_secrecy(definition: dict[str, Any]) -> None:
    """What is calculated from a personal answer is personal."""
    every: Iterable[Any] = walk(definition["fields"])
    fields = [q for q in every if q["type"] not in {"group", "repeat", "note"}]
    secret = {q["name"] for q in fields if "personal" in q}
    grown = bool(secret)
    while grown:
        grown = False
        for question in fields:
            reads = references(question["calculate"]) if "calculate" in question else set()
            if "personal" not in question and reads & secret:
                question["personal"] = "text"
                secret.add(question["name"])
                grown = True


FOREIGN = (
    (r"no choices|choice list|list name", "选项列表不对,请核对“选项”工作表"),
    (r"[Uu]nmatched (begin|end)", "分组或重复的开始与结束没有成对"),
    (r"no type|type.*(invalid|unknown|not)", "题型不对,请从下拉列表中选择"),
    (r"label", "缺少题目文字"),
    (r"name", "变量名不对,或有重复"),
)


def _foreign(message: str, reading: Reading) -> Problem:
    """pyxform's English sentence as a problem with a row; the sentence itself is kept for the expert."""
    found = ROW.match(message)
    sentence = (found.group(2) if found else message).strip().splitlines()[0]
    chinese = next((word for shape, word in FOREIGN if re.search(shape, sentence)), "结构有误")
    row = 0
    if found is not None:
        position = int(found.group(1)) - 2
        row = reading.survey[position][0] if 0 <= position < len(reading.survey) else int(found.group(1))
    return Problem("题目", row, "", f"{chinese}({sentence})")


def as_rows(problems: list[Problem]) -> list[dict[str, Any]]:
    """Problems as plain dictionaries, for the API."""
    return [asdict(problem) | {"text": str(problem)} for problem in problems]
