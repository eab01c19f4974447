"""Write contracts/vectors for forms from ``cases`` and from random ones; review the difference.

Run by hand: ``python -m pytest wangge/forms/tests/write_vectors.py``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from wangge.forms import expressions, functions, rules
from wangge.forms.compiler import compile_workbook
from wangge.forms.testing import a_workbook
from wangge.forms.tests import cases

FOLDER = Path(__file__).resolve().parents[3] / "contracts" / "vectors"
LETTERS = "abz 019.-:Te/甲乙𠮷\t\n+X"
TEXTS = st.one_of(
    st.text(LETTERS, max_size=8),
    st.sampled_from(["", "x", "x y", "2021-08-10", "2021-02-30", "08:30", "2021-08-10T09:30:00", "true"]),
    st.integers(-3, 40).map(str),
)
NUMBERS = st.one_of(
    st.integers(-5, 130),
    st.integers(-(10**17), 10**17),
    st.floats(-1e20, 1e20, allow_nan=False).filter(lambda f: f == 0 or abs(f) > 1e-12),
    st.sampled_from([0.1, 1.005, 2.5, -2.5, 1e-7, 18850.5]),
)
ANSWERS = st.one_of(TEXTS, NUMBERS, st.booleans(), st.none(), st.lists(st.sampled_from("xyz"), max_size=3))
NAMES = ("a", "b", "c", "age", "who")
PATTERNS = ("^[a-z]+$", "[0-9]{1,3}", r"\d+\.?\d*", r".\s.", "甲.*", "(?:a|b)*", r"^\w-\w$")


def _call(part: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    def of(name: str) -> st.SearchStrategy[Any]:
        low, high = functions.ARITY[name]
        arguments = st.lists(part, min_size=low, max_size=min(high, low + 2))
        if name == "regex":
            arguments = st.tuples(part, st.sampled_from(PATTERNS).map(lambda p: ["lit", p])).map(list)
        return arguments.map(lambda found: ["call", name, found])

    return st.sampled_from(sorted(functions.ARITY)).flatmap(of)


TREES = st.recursive(
    st.one_of(
        TEXTS.map(lambda v: ["lit", v]),
        NUMBERS.map(lambda v: ["lit", float(v)]),
        st.sampled_from(NAMES).map(lambda n: ["ref", n]),
        st.just(["self"]),
    ),
    lambda part: st.one_of(
        st.tuples(st.sampled_from(sorted([*functions.OPERATORS, "and", "or"])), part, part).map(
            lambda t: ["op", *t]
        ),
        part.map(lambda t: ["neg", t]),
        _call(part),
    ),
    max_leaves=8,
)
SCENES = st.fixed_dictionaries(
    {
        "values": st.dictionaries(st.sampled_from(NAMES), ANSWERS, max_size=4),
        "own": ANSWERS,
        "series": st.dictionaries(st.sampled_from(["age", "who"]), st.lists(ANSWERS, max_size=4)),
        "labels": st.just({"b": {"x": "甲"}}),
        "columns": st.just({}),
        "now": st.just(cases.NOW),
        "position": st.integers(1, 3),
    }
)


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """``count`` examples, the same on every run of the same Hypothesis."""
    found: list[Any] = []

    @seed(2021_08_10)
    @settings(max_examples=count, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategy)
    def collect(example: Any) -> None:
        found.append(example)

    collect()
    return found[:count]


def value_of(tree: Any, scene: dict[str, Any]) -> str:
    return functions.text(expressions.evaluate(tree, expressions.Scene(**scene)))


def definitions() -> dict[str, Any]:
    found = {}
    for name, (survey, choices) in cases.SURVEYS.items():
        compiled = compile_workbook(a_workbook(survey, choices, None))
        assert compiled.problems == [], (name, compiled.problems)
        found[name] = compiled.definition
    return found


def judged(definition: Any, answers: Any, register: Any) -> dict[str, Any]:
    made = rules.judge(definition, answers, now=cases.NOW, register=register)
    return {
        "answers": made.answers,
        "faults": [asdict(f) for f in made.faults],
        "hidden": sorted(made.hidden),
        "held": sorted(made.held),
    }


def sheets_of(definition: Any) -> st.SearchStrategy[Any]:
    """Random sheets of a form: mostly sensible answers, some nonsense."""

    def of(question: Any) -> st.SearchStrategy[Any]:
        if question["type"] == "group":
            return level(question["fields"])
        if question["type"] == "repeat":
            return st.lists(level(question["fields"]), max_size=3)
        codes = [c["code"] for c in definition["choices"].get(question.get("list", ""), ())]
        sensible = st.one_of(st.integers(0, 90), st.sampled_from(["2021-08-01", "OK", "1", "空", "甲"]))
        options = [sensible, sensible, ANSWERS]
        if codes:
            options += [st.sampled_from(codes), st.lists(st.sampled_from(codes), max_size=2)]
        return st.one_of(*options)

    def level(fields: Any) -> st.SearchStrategy[Any]:
        asked = {f["name"]: of(f) for f in fields if f["type"] != "note"}
        return st.fixed_dictionaries({}, optional=asked)

    return level(definition["fields"])


def write(name: str, rows: list[Any]) -> None:
    lines = [json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows]
    (FOLDER / name).write_text("[\n" + ",\n".join(lines) + "\n]\n")


def test_write() -> None:
    known = json.loads((FOLDER / "expressions.json").read_text())
    kept = [v for v in known if v["text"] not in cases.EXPRESSIONS]
    for text in cases.EXPRESSIONS:
        tree = expressions.parse(text)
        kept.append({"text": text, "tree": tree, "scene": cases.SCENE, "value": value_of(tree, cases.SCENE)})
    write("expressions.json", kept)
    rows = [
        {"tree": tree, "scene": scene, "value": value_of(tree, scene)}
        for tree, scene in drawn(st.tuples(TREES, SCENES), 6000)
        if tree[0] not in {"lit", "ref", "self"}
    ]
    # Nonsense mostly gives NaN: no value may crowd out the others.
    seen: Counter[str] = Counter()
    varied = [row for row in rows if seen.update([row["value"]]) or seen[row["value"]] <= 40]
    write("expressions_random.json", varied[:900])
    forms: list[Any] = []
    made = definitions()
    for name, definition in made.items():
        sheets: list[Callable[[], Any] | Any] = list(cases.SHEETS[name])
        random = drawn(sheets_of(definition), 60)
        register = cases.REGISTER.get(name, {})
        forms.append(
            {
                "form": name,
                "definition": definition,
                "now": cases.NOW,
                "register": register,
                "fresh": rules.fresh(definition, now=cases.NOW),
                "sheets": [
                    {"given": sheet, "judged": judged(definition, sheet, register)}
                    for sheet in [*sheets, *random]
                ],
            }
        )
    write("forms.json", forms)
