"""Judging an answer sheet against a compiled form: the same decisions on server and phone.

The server believes nothing: relevance, calculations, required and constraint are evaluated again
on every submission (vectors in ``contracts/vectors/forms.json``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wangge.forms.expressions import Scene, evaluate, number, plain, text, truth

Definition = Mapping[str, Any]
SILENT = {"note", "group", "repeat"}
FILES = {"photo", "audio", "signature"}
NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,10})?")
MAX_TEXT, MAX_REPEATS = 4000, 500


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong answer: path like ``staff[2].age``, the label, a Chinese message."""

    path: str
    label: str
    message: str


@dataclass
class Judged:
    """``answers`` as the server keeps them (irrelevant ones dropped, calculated ones computed)."""

    answers: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


@dataclass
class _Judge:
    definition: Definition
    now: str
    series: dict[str, list[Any]]
    faults: list[Fault] = field(default_factory=list)

    def scene(self, values: Mapping[str, Any], own: Any, position: int, columns: Any = None) -> Scene:
        labels = {
            (f["name"], c["code"]): c["label"]
            for f in walk(self.definition["fields"])
            for c in self.definition["choices"].get(f.get("list", ""), ())
        }
        return Scene(values, own, self.series, labels, columns or {}, self.now, position)

    def group(
        self,
        fields: Sequence[Definition],
        given: Mapping[str, Any],
        around: dict[str, Any],
        path: str,
        position: int,
    ) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for question in fields:
            name, kind = question["name"], question["type"]
            here = f"{path}{name}"
            if "relevant" in question and not truth(
                evaluate(question["relevant"], self.scene(around, given.get(name), position))
            ):
                continue
            if kind == "note":
                continue
            if kind == "group":
                inner = given.get(name)
                part = self.group(
                    question["fields"],
                    inner if isinstance(inner, Mapping) else {},
                    around,
                    f"{here}.",
                    position,
                )
                kept[name] = part
            elif kind == "repeat":
                kept[name] = self.repeat(question, given.get(name), around, here)
            else:
                value = self.answer(question, given.get(name), around, here, position)
                around[name] = value
                if value is not None:
                    kept[name] = value
        return kept

    def repeat(
        self, question: Definition, given: Any, around: dict[str, Any], path: str
    ) -> list[dict[str, Any]]:
        rows = given if isinstance(given, list) else []
        if len(rows) > MAX_REPEATS:
            self.faults.append(Fault(path, question["label"], f"最多 {MAX_REPEATS} 条"))
            rows = rows[:MAX_REPEATS]
        found = []
        for index, row in enumerate(rows, start=1):
            local = dict(around)
            inner = row if isinstance(row, Mapping) else {}
            found.append(self.group(question["fields"], inner, local, f"{path}[{index}].", index))
        for inner_field in walk(question["fields"]):
            if inner_field["type"] not in SILENT:
                self.series[inner_field["name"]] = [row.get(inner_field["name"]) for row in found]
        return found

    def answer(
        self, question: Definition, given: Any, around: dict[str, Any], path: str, position: int
    ) -> Any:
        label = question.get("label", question["name"])
        if "calculate" in question:
            value = evaluate(question["calculate"], self.scene(around, given, position))
            return None if value == "" or value != value else value
        if given is None and "default" in question:
            given = question["default"]
        scene = self.scene(around, given, position)
        if given in (None, "", []):
            if "required" in question and truth(evaluate(question["required"], scene)):
                self.faults.append(Fault(path, label, "必填"))
            return None
        value, message = typed(question, given)
        if message is None and "list" in question:
            message = self.choice_fault(question, value, around, position)
        constraint = question.get("constraint") if message is None else None
        if constraint and not truth(evaluate(constraint, self.scene(around, value, position))):
            message = question.get("constraint_message") or "不符合要求"
        if message is not None:
            self.faults.append(Fault(path, label, message))
        return value

    def choice_fault(
        self, question: Definition, value: Any, around: dict[str, Any], position: int
    ) -> str | None:
        options = self.definition["choices"].get(question["list"], [])
        if "choice_filter" in question:
            options = [
                c
                for c in options
                if truth(
                    evaluate(
                        question["choice_filter"],
                        self.scene(around, value, position, {**c["columns"], "name": c["code"]}),
                    )
                )
            ]
        codes = {c["code"] for c in options}
        wrong = [v for v in (value if isinstance(value, list) else [value]) if v not in codes]
        return f"“{wrong[0]}”不在可选范围内" if wrong else None


def walk(fields: Sequence[Definition]) -> Iterator[Definition]:
    """Every field of a form, depth first."""
    for question in fields:
        yield question
        yield from walk(question.get("fields", ()))


def typed(question: Definition, given: Any) -> tuple[Any, str | None]:
    """The answer in its type, or the given one with a Chinese message saying what is wrong."""
    kind = question["type"]
    if kind in {"integer", "decimal"}:
        written = text(plain(given)).strip()
        if not NUMBER.fullmatch(written):
            return given, "应为数字"
        value = number(written)
        if kind == "integer" and value != int(value):
            return given, "应为整数"
        return (int(value) if kind == "integer" else value), None
    if kind == "date":
        try:
            return date.fromisoformat(str(given)[:10]).isoformat(), None
        except ValueError:
            return given, "日期格式应为 2021-08-01"
    if kind == "select_multiple":
        chosen = given if isinstance(given, list) else str(given).split()
        return sorted({str(c) for c in chosen}), None
    if kind == "location":
        return _location(given)
    if not isinstance(given, str):
        return given, "应为文字"
    if kind in FILES and not re.fullmatch(r"[0-9a-f-]{36}", given):
        return given, "附件编号不正确"
    return (given, "太长") if len(given) > MAX_TEXT else (given, None)


def _location(given: Any) -> tuple[Any, str | None]:
    if isinstance(given, Mapping):
        lon, lat = given.get("lon"), given.get("lat")
        if (
            isinstance(lon, int | float)
            and isinstance(lat, int | float)
            and abs(lon) <= 180
            and abs(lat) <= 90
        ):
            return {"lon": float(lon), "lat": float(lat), "accuracy": given.get("accuracy")}, None
    return given, "位置不正确,请重新定位"


def judge(definition: Definition, answers: Mapping[str, Any], *, now: str) -> Judged:
    """Judge a whole answer sheet; ``now`` is ISO local time of the capture.

    Unknown names are dropped. Calculations that read a repeat see its final rows: the sheet is
    judged in the order of the form, as the phone shows it.
    """
    judge_ = _Judge(definition, now, {})
    kept = judge_.group(definition["fields"], answers, {}, "", 1)
    return Judged(kept, judge_.faults)
