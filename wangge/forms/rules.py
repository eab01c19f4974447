"""Judging an answer sheet against a compiled form: the same decisions on server and phone.

The server believes nothing: relevance, calculations, required and constraint are evaluated again on
every submission. ``web/src/forms/judge.ts`` is the same in TypeScript; both pass
``contracts/vectors/forms.json``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wangge.forms.expressions import Scene, evaluate
from wangge.forms.functions import plain, truth, whole
from wangge.forms.typed import empty, tidy, typed

Definition = Mapping[str, Any]
SILENT = {"note", "group", "repeat"}
MAX_REPEATS, MOST_PASSES = 200, 8


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong answer: path like ``staff[2].age``, the label, a Chinese message."""

    path: str
    label: str
    message: str


@dataclass
class Judged:
    """``answers`` as the server keeps them (irrelevant ones dropped, calculated ones computed).

    ``hidden`` are the paths that are not shown, ``held`` those that came from a register.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)


@dataclass
class _State:
    """Answers by path and rows of each repeat by path: what one pass found, what the next may read."""

    flat: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


@dataclass
class _Sight:
    """What a question can see: the nearest answers by name, the series in sight, its row."""

    values: dict[str, Any]
    series: dict[str, list[Any]]
    position: int


def walk(fields: Sequence[Definition]) -> Iterator[Definition]:
    """Every field of a form, depth first."""
    for question in fields:
        yield question
        yield from walk(question.get("fields", ()))


def _section(fields: Sequence[Definition], path: str) -> Iterator[tuple[Definition, str]]:
    """The questions and repeats of one level with their paths; groups are looked through."""
    for question in fields:
        here = f"{path}{question['name']}"
        if question["type"] == "group":
            yield from _section(question["fields"], f"{here}.")
        elif question["type"] != "note":
            yield question, here


def _series(repeat: Definition, path: str, state: _State) -> dict[str, list[Any]]:
    """All answers below a repeat by name, row after row, and the rows themselves under its name."""
    found: dict[str, list[Any]] = {q["name"]: [] for q in walk(repeat["fields"]) if q["type"] != "note"}
    count = state.counts.get(path, 0)
    found[repeat["name"]] = list(range(1, count + 1))
    for index in range(1, count + 1):
        for question, here in _section(repeat["fields"], f"{path}[{index}]."):
            if question["type"] == "repeat":
                for name, values in _series(question, here, state).items():
                    found[name].extend(values)
            else:
                found[question["name"]].append(state.flat.get(here))
    return found


def _look(fields: Sequence[Definition], path: str, state: _State, sight: _Sight) -> None:
    """Let ``sight`` see one level of a state."""
    for question, here in _section(fields, path):
        if question["type"] == "repeat":
            sight.series.update(_series(question, here, state))
        else:
            sight.values[question["name"]] = state.flat.get(here)


def _given(fields: Sequence[Definition], given: Mapping[str, Any], path: str, state: _State) -> None:
    """The sheet as it was sent, in its types: what questions may read before they are judged."""
    for question in fields:
        name, here = question["name"], f"{path}{question['name']}"
        value = given.get(name)
        if question["type"] == "group":
            _given(question["fields"], value if isinstance(value, Mapping) else {}, f"{here}.", state)
        elif question["type"] == "repeat":
            rows = value[:MAX_REPEATS] if isinstance(value, list) else []
            state.counts[here] = len(rows)
            for index, row in enumerate(rows, start=1):
                inner = row if isinstance(row, Mapping) else {}
                _given(question["fields"], inner, f"{here}[{index}].", state)
        elif "calculate" in question:
            state.flat[here] = value if isinstance(value, str | int | float) else None
        elif question["type"] != "note":
            state.flat[here] = None if empty(value) else typed(question, value)[0]


@dataclass
class _Pass:
    """One reading of the sheet from top to bottom; reads ``before`` where the form looks ahead."""

    definition: Definition
    labels: Mapping[str, Mapping[str, str]]
    now: str
    register: Mapping[str, Any]
    before: _State
    after: _State = field(default_factory=_State)
    judged: Judged = field(default_factory=Judged)

    def scene(self, sight: _Sight, own: Any, columns: Mapping[str, str] | None = None) -> Scene:
        return Scene(sight.values, own, sight.series, self.labels, columns or {}, self.now, sight.position)

    def true(self, question: Definition, key: str, sight: _Sight, own: Any = None) -> bool:
        return truth(evaluate(question[key], self.scene(sight, own)))

    def fault(self, path: str, question: Definition, message: str) -> None:
        self.judged.faults.append(Fault(path, shown(question.get("label") or question["name"]), message))

    def level(
        self, fields: Sequence[Definition], given: Mapping[str, Any], sight: _Sight, path: str
    ) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for question in fields:
            name, kind = question["name"], question["type"]
            here = f"{path}{name}"
            if "relevant" in question and not self.true(question, "relevant", sight):
                self.hide(question, here, sight)
                continue
            value: Any = None
            if kind == "group":
                inner = given.get(name)
                value = self.level(
                    question["fields"], inner if isinstance(inner, Mapping) else {}, sight, f"{here}."
                )
            elif kind == "repeat":
                value = self.rows(question, given.get(name), sight, here)
            elif kind != "note":
                value = self.answer(question, given.get(name), sight, here)
                sight.values[name] = self.after.flat[here] = value
            if value not in (None, {}, []):
                kept[name] = value
        return kept

    def hide(self, question: Definition, path: str, sight: _Sight) -> None:
        self.judged.hidden.add(path)
        _look([question], path.removesuffix(question["name"]), _State(), sight)

    def rows(self, question: Definition, given: Any, sight: _Sight, path: str) -> list[dict[str, Any]]:
        rows = given if isinstance(given, list) else []
        if "count" in question:
            wanted = max(0, min(MAX_REPEATS, whole(evaluate(question["count"], self.scene(sight, None)), 0)))
            rows = [*rows, *([{}] * wanted)][:wanted]
        if len(rows) > MAX_REPEATS:
            self.fault(path, question, f"最多 {MAX_REPEATS} 条")
            rows = rows[:MAX_REPEATS]
        self.after.counts[path] = len(rows)
        found = []
        for index, row in enumerate(rows, start=1):
            local = _Sight(dict(sight.values), dict(sight.series), index)
            here = f"{path}[{index}]."
            _look(question["fields"], here, self.before, local)
            found.append(self.level(question["fields"], row if isinstance(row, Mapping) else {}, local, here))
        sight.series.update(_series(question, path, self.after))
        return found

    def answer(self, question: Definition, given: Any, sight: _Sight, path: str) -> Any:
        if not empty(self.register.get(question.get("register", ""))):
            self.judged.held.add(path)
            return self.register[question["register"]]
        if "calculate" in question:
            return calculated(question, evaluate(question["calculate"], self.scene(sight, given)))
        if empty(given):
            if "required" in question and self.true(question, "required", sight):
                self.fault(path, question, question.get("required_message") or "必填")
            return None
        value, message = typed(question, given)
        if message is None and empty(value):
            return None
        if message is None and "list" in question:
            message = self.choice_fault(question, value, sight)
        if (
            message is None
            and "constraint" in question
            and not self.true(question, "constraint", sight, value)
        ):
            message = question.get("constraint_message") or "不符合要求"
        if message is not None:
            self.fault(path, question, message)
        return value

    def choice_fault(self, question: Definition, value: Any, sight: _Sight) -> str | None:
        options = self.definition["choices"].get(question["list"], [])
        for code in value if isinstance(value, list) else [value]:
            if not any(c["code"] == code and self.offered(question, c, value, sight) for c in options):
                return f"“{code}”不在可选范围内"
        return None

    def offered(self, question: Definition, choice: Definition, value: Any, sight: _Sight) -> bool:
        if "choice_filter" not in question:
            return True
        columns = {**choice["columns"], "name": choice["code"], "label": choice["label"]}
        return truth(evaluate(question["choice_filter"], self.scene(sight, value, columns)))


def calculated(question: Definition, value: Any) -> Any:
    """A calculated value as it is stored: in the type of its question, nothing for NaN and infinity."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        if math.isnan(value) or math.isinf(value):
            return None
        value = tidy(value)
    if empty(value):
        return None
    return value if question["type"] in {"calculate", "text"} else typed(question, value)[0]


def shown(label: str) -> str:
    """A label without the answers it quotes: refusals travel and are kept, answers must not be in them."""
    return re.sub(r"\$\{[^{}]*\}", "…", label)


def labels_of(definition: Definition) -> dict[str, dict[str, str]]:
    """Choice labels by question and code, for ``jr:choice-name``."""
    return {
        f["name"]: {c["code"]: c["label"] for c in definition["choices"].get(f["list"], ())}
        for f in walk(definition["fields"])
        if "list" in f
    }


def judge(
    definition: Definition,
    answers: Mapping[str, Any],
    *,
    now: str,
    register: Mapping[str, Any] | None = None,
) -> Judged:
    """Judge a whole answer sheet; ``now`` is ISO local time of the capture.

    ``register`` holds what the registers know by field key (``enterprise.name``): such questions
    are answered from it, whatever was sent. Unknown names are dropped. A form may look ahead: the
    sheet is read again until nothing changes any more (eight times at most).
    """
    before = _State()
    _given(definition["fields"], answers, "", before)
    labels = labels_of(definition)
    for _ in range(MOST_PASSES):
        reading = _Pass(definition, labels, now, register or {}, before)
        sight = _Sight({}, {}, 1)
        _look(definition["fields"], "", before, sight)
        reading.judged.answers = reading.level(definition["fields"], answers, sight, "")
        known = {path: value for path, value in before.flat.items() if value is not None}
        if known == {p: v for p, v in reading.after.flat.items() if v is not None} and (
            before.counts == reading.after.counts
        ):
            break
        before = reading.after
    return reading.judged


def fresh(definition: Definition, fields: Sequence[Definition] | None = None, *, now: str) -> dict[str, Any]:
    """What a new sheet, or a new row of a repeat, begins with: the defaults."""
    found: dict[str, Any] = {}
    for question in definition["fields"] if fields is None else fields:
        if question["type"] == "group":
            inner = fresh(definition, question["fields"], now=now)
            if inner:
                found[question["name"]] = inner
        elif question["type"] == "repeat" and "count" not in question:
            found[question["name"]] = [fresh(definition, question["fields"], now=now)]
        elif "default" in question:
            value = calculated(question, evaluate(question["default"], Scene({}, now=now)))
            if plain(value) != "":
                found[question["name"]] = value
    return found
