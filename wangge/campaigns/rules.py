"""Pure decisions: which numbers a figure takes from a sheet, ratios, samples, hashes, faults of drafts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
NUMBERS = {"integer", "decimal"}
CHOICES = {"select_one", "select_multiple"}
OWN_CODES = ("total", "covered", "missing", "dropped", "coverage")


@dataclass(frozen=True, slots=True)
class FigureDefinition:
    """A figure that a campaign's answers are summed by.

    ``sum`` adds the answers of ``question``; ``count`` counts the sheets whose answer to ``question`` is
    (or holds) ``value``; ``ratio`` is figure ``question`` ÷ figure ``value`` in percent.
    """

    code: str
    label: str
    kind: str
    question: str
    value: str = ""
    unit: str = ""

    def words(self, labels: Mapping[str, str]) -> str:
        """The written definition, in Chinese."""
        if self.kind == "sum":
            return f"各单位现行填报中“{self.label}”之和"
        if self.kind == "count":
            return f"现行填报中“{labels.get(self.question, self.question)}”为“{self.value}”的单位数"
        numerator, denominator = labels.get(self.question, ""), labels.get(self.value, "")
        return f"“{numerator}”÷“{denominator}”×100%,保留两位小数,四舍五入"


def _questions(fields: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Questions outside repeats: those have one answer a sheet."""
    for field in fields:
        if field["type"] == "group":
            yield from _questions(field["fields"])
        elif field["type"] != "repeat":
            yield field


def default_figures(definition: Mapping[str, Any]) -> list[FigureDefinition]:
    """What can be summed without being told: every number that is asked or prefilled."""
    return [
        FigureDefinition(q["name"], q.get("label") or q["name"], "sum", q["name"])
        for q in _questions(definition["fields"])
        if q["type"] in NUMBERS and "calculate" not in q and CODE.fullmatch(q["name"])
    ]


def figures_of(stored: Iterable[Mapping[str, Any]]) -> list[FigureDefinition]:
    """Definitions as they are kept in a campaign."""
    return [FigureDefinition(**one) for one in stored]


def stored(figures: Iterable[FigureDefinition]) -> list[dict[str, Any]]:
    """Definitions as JSON."""
    return [asdict(figure) for figure in figures]


def figure_faults(figures: Sequence[FigureDefinition], definition: Mapping[str, Any] | None) -> list[str]:
    """What is wrong with a campaign's figures, in Chinese; empty when they can be counted."""
    questions = {q["name"]: q for q in _questions(definition["fields"])} if definition else {}
    codes = [f.code for f in figures]
    found = [
        f"指标编码“{f.code}”不正确" for f in figures if not CODE.fullmatch(f.code) or f.code in OWN_CODES
    ]
    found += [f"指标编码“{c}”重复" for c in sorted({c for c in codes if codes.count(c) > 1})]
    for figure in figures:
        question = questions.get(figure.question)
        if figure.kind == "sum":
            wrong = question is None or question["type"] not in NUMBERS
            found += [f"“{figure.label}”:表单里没有数字题“{figure.question}”"] if wrong else []
        elif figure.kind == "count":
            wrong = question is None or question["type"] not in CHOICES
            found += [f"“{figure.label}”:表单里没有选择题“{figure.question}”"] if wrong else []
        elif figure.kind == "ratio":
            parts = {f.code for f in figures if f.kind != "ratio"} | {"total", "covered"}
            wrong = not {figure.question, figure.value} <= parts
            found += [f"“{figure.label}”:分子或分母不是已有指标"] if wrong else []
        else:
            found.append(f"“{figure.label}”:不认识的算法“{figure.kind}”")
    return found


def flat(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers of the questions outside repeats, groups opened."""
    found: dict[str, Any] = {}
    for name, value in answers.items():
        if isinstance(value, Mapping) and "lon" not in value:
            found |= flat(value)
        elif not (isinstance(value, list) and value and isinstance(value[0], Mapping)):
            found[name] = value
    return found


def numbers_of(figures: Iterable[FigureDefinition], answers: Mapping[str, Any]) -> dict[str, int | float]:
    """The numbers a judged sheet adds to each figure."""
    given = flat(answers)
    found: dict[str, int | float] = {}
    for figure in figures:
        value = given.get(figure.question)
        if figure.kind == "sum" and isinstance(value, int | float) and not isinstance(value, bool):
            found[figure.code] = value
        elif figure.kind == "count":
            held = value if isinstance(value, list) else [value]
            found[figure.code] = int(figure.value in held)
    return found


def percent(numerator: Decimal | int, denominator: Decimal | int) -> Decimal | None:
    """A share in percent with two places, half up; ``None`` of nothing. ``2640, 117146`` → ``2.25``."""
    if not denominator:
        return None
    share = Decimal(numerator) * 100 / Decimal(denominator)
    return share.quantize(Decimal("0.01"), ROUND_HALF_UP)


def drawn(seed: str, ids: Iterable[int], share: Decimal) -> list[int]:
    """The sample of one town: the first ``share`` percent (rounded up) in the order of their hash.

    The same seed and frame draw the same units for ever, on any machine.
    """
    order = sorted(ids, key=lambda pk: (hashlib.sha256(f"{seed}:{pk}".encode()).digest(), pk))
    wanted = int((Decimal(len(order)) * share / 100).to_integral_value(rounding="ROUND_CEILING"))
    return sorted(order[:wanted])


def digest(content: Any) -> str:
    """SHA-256 of JSON content in one canonical spelling."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def five_passed(answers: Mapping[str, str]) -> bool:
    """Five haves: passed when none of the five is answered "no"."""
    return "no" not in answers.values()
