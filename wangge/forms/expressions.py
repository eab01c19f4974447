"""XLSForm expressions: parsed once at compile time, evaluated alike on server and phone.

``parse`` turns the text a survey author writes (the XPath 1.0 subset of the XLSForm standard,
https://xlsform.org) into a small JSON tree that travels with the form version; ``evaluate`` runs
the tree. The TypeScript evaluator reads the same trees and passes the same vectors
(``contracts/vectors/expressions.json``).

A tree is a list: ``["lit", value]``, ``["ref", name]``, ``["self"]``, ``["op", sign, left, right]``,
``["neg", tree]``, ``["call", name, [trees]]``, and in choice filters ``["col", column]``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Tree = list[Any]
Value = str | float | bool

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<string>\"[^\"]*\"|'[^']*')|\$\{(?P<ref>[^{}\s]+)\}"
    r"|(?P<name>[^\W\d][\w:-]*\w|[^\W\d])|(?P<sign><=|>=|!=|[=<>+*(),.-]))"
)
WORD_SIGNS = {"and", "or", "div", "mod"}
LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"or"}),
    frozenset({"and"}),
    frozenset({"=", "!="}),
    frozenset({"<", "<=", ">", ">="}),
    frozenset({"+", "-"}),
    frozenset({"*", "div", "mod"}),
)


class ExpressionProblem(ValueError):
    """The text is no expression; ``position`` counts characters from 0, the message is Chinese."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass
class _Parser:
    text: str
    tokens: list[tuple[str, str, int]]
    columns: bool = False
    at: int = 0

    def peek(self) -> tuple[str, str, int]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "", len(self.text))

    def take(self, value: str) -> None:
        _kind, found, position = self.peek()
        if found != value:
            raise ExpressionProblem(f"第 {position + 1} 个字符处应为“{value}”", position)
        self.at += 1

    def level(self, depth: int) -> Tree:
        if depth == len(LEVELS):
            return self.unary()
        left = self.level(depth + 1)
        while self.peek()[0] in {"sign", "name"} and self.peek()[1] in LEVELS[depth]:
            sign = self.peek()[1]
            self.at += 1
            left = ["op", sign, left, self.level(depth + 1)]
        return left

    def unary(self) -> Tree:
        if self.peek()[:2] == ("sign", "-"):
            self.at += 1
            return ["neg", self.unary()]
        return self.atom()

    def atom(self) -> Tree:
        kind, value, position = self.peek()
        self.at += 1
        if kind == "number":
            return ["lit", float(value)]
        if kind == "string":
            return ["lit", value[1:-1]]
        if kind == "ref":
            return ["ref", value]
        if (kind, value) == ("sign", "."):
            return ["self"]
        if (kind, value) == ("sign", "("):
            inner = self.level(0)
            self.take(")")
            return inner
        if kind == "name" and value not in WORD_SIGNS:
            if self.columns and self.peek()[:2] != ("sign", "("):
                return ["col", value]
            return self.call(value, position)
        raise ExpressionProblem(f"第 {position + 1} 个字符处无法理解“{value or '(结尾)'}”", position)

    def call(self, name: str, position: int) -> Tree:
        if name not in FUNCTIONS and name not in LAZY:
            raise ExpressionProblem(f"不支持函数 {name}()", position)
        self.take("(")
        arguments: list[Tree] = []
        if self.peek()[1] != ")" or self.peek()[0] != "sign":
            arguments.append(self.level(0))
            while self.peek()[:2] == ("sign", ","):
                self.at += 1
                arguments.append(self.level(0))
        self.take(")")
        low, high = ARITY[name]
        if not low <= len(arguments) <= high:
            raise ExpressionProblem(f"函数 {name}() 的参数个数不对", position)
        return ["call", name, arguments]


def parse(text: str, *, columns: bool = False) -> Tree:
    """The tree of an expression; ``ExpressionProblem`` names the character that is wrong.

    ``columns`` allows bare names: the columns of the choices sheet, in a choice filter.
    """
    tokens, position = [], 0
    stripped = text.rstrip()
    while position < len(stripped):
        found = TOKEN.match(stripped, position)
        if found is None:
            raise ExpressionProblem(f"第 {position + 1} 个字符处无法理解“{stripped[position]}”", position)
        kind = str(found.lastgroup)
        tokens.append((kind, found.group(kind), found.start(kind)))
        position = found.end()
    parser = _Parser(stripped, tokens, columns)
    tree = parser.level(0)
    if parser.at < len(tokens):
        _kind, value, where = parser.peek()
        raise ExpressionProblem(f"第 {where + 1} 个字符处多出“{value}”", where)
    return tree


def references(tree: Tree) -> set[str]:
    """Names of the questions a tree reads."""
    if tree[0] == "ref":
        return {str(tree[1])}
    found: set[str] = set()
    for part in tree[1:]:
        if isinstance(part, list):
            for piece in [part] if part and isinstance(part[0], str) else part:
                found |= references(piece) if isinstance(piece, list) and piece else set()
    return found


@dataclass(frozen=True)
class Scene:
    """What an expression may look at: answers by name (in repeats the nearest), the own value, today.

    ``values`` maps a name to its answer (text, number, bool, list of chosen codes or ``None``);
    ``series`` maps the name of a question inside a repeat to all its answers; ``labels`` maps
    ``(question, code)`` to the label of a choice; ``now`` is ISO local time.
    """

    values: Mapping[str, Any]
    own: Any = None
    series: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    now: str = "1970-01-01T00:00:00"
    position: int = 1


def plain(answer: Any) -> Value:
    """An answer as an XPath value: chosen codes joined by spaces, ``None`` as the empty text."""
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return answer
    if isinstance(answer, int | float):
        return float(answer)
    if isinstance(answer, list | tuple):
        return " ".join(str(item) for item in answer)
    return str(answer)


def number(value: Value) -> float:
    """XPath number(); ISO dates count as days since 1970-01-01 as the XLSForm engines do."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    text = value.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}(T.*)?", text):
        try:
            return float((date.fromisoformat(text[:10]) - date(1970, 1, 1)).days)
        except ValueError:
            return math.nan
    return float(text) if re.fullmatch(r"-?(\d+(\.\d*)?|\.\d+)", text) else math.nan


def text(value: Value) -> str:
    """XPath string(): whole numbers without a fraction."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return "NaN"
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return value


def truth(value: Value) -> bool:
    """XPath boolean(): empty text, zero and NaN are false."""
    if isinstance(value, bool):
        return value
    return bool(value) and not (isinstance(value, float) and math.isnan(value))


def _same(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, float) or isinstance(right, float):
        return number(left) == number(right)
    return left == right


def _round(value: float, places: float) -> float:
    scale = 10.0 ** int(places)
    shifted = value * scale
    return math.nan if math.isnan(shifted) else math.floor(shifted + 0.5) / scale


def _divide(left: float, right: float) -> float:
    if right == 0:
        return math.nan if left == 0 or math.isnan(left) else math.copysign(math.inf, left)
    return left / right


def _mod(left: float, right: float) -> float:
    return math.nan if right == 0 or math.isnan(left) or math.isnan(right) else math.fmod(left, right)


OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "=": _same,
    "!=": lambda a, b: not _same(a, b),
    "<": lambda a, b: number(a) < number(b),
    "<=": lambda a, b: number(a) <= number(b),
    ">": lambda a, b: number(a) > number(b),
    ">=": lambda a, b: number(a) >= number(b),
    "+": lambda a, b: number(a) + number(b),
    "-": lambda a, b: number(a) - number(b),
    "*": lambda a, b: number(a) * number(b),
    "div": lambda a, b: _divide(number(a), number(b)),
    "mod": lambda a, b: _mod(number(a), number(b)),
}
FUNCTIONS: dict[str, Callable[..., Value]] = {
    "selected": lambda chosen, code: text(code) in text(chosen).split(),
    "count-selected": lambda chosen: float(len(text(chosen).split())),
    "selected-at": lambda chosen, at: dict(enumerate(text(chosen).split())).get(int(number(at)), ""),
    "not": lambda value: not truth(value),
    "true": lambda: True,
    "false": lambda: False,
    "boolean": truth,
    "number": number,
    "int": lambda value: math.nan if math.isnan(number(value)) else float(math.trunc(number(value))),
    "round": lambda value, places=0.0: _round(number(value), number(places)),
    "abs": lambda value: abs(number(value)),
    "min": lambda *values: min((number(v) for v in values), default=math.nan),
    "max": lambda *values: max((number(v) for v in values), default=math.nan),
    "string": text,
    "string-length": lambda value: float(len(text(value))),
    "concat": lambda *values: "".join(text(v) for v in values),
    "contains": lambda whole, part: text(part) in text(whole),
    "starts-with": lambda whole, part: text(whole).startswith(text(part)),
    "ends-with": lambda whole, part: text(whole).endswith(text(part)),
    "substr": lambda whole, start, end=math.inf: text(whole)[int(number(start)) : _end(number(end))],
    "normalize-space": lambda value: " ".join(text(value).split()),
    "regex": lambda value, pattern: re.search(text(pattern), text(value), re.ASCII) is not None,
    "date": lambda value: _as_date(value),
}
LAZY = {"if", "coalesce", "today", "now", "position", "once", "sum", "count", "jr:choice-name"}
ARITY: dict[str, tuple[int, int]] = {
    "selected": (2, 2),
    "selected-at": (2, 2),
    "true": (0, 0),
    "false": (0, 0),
    "today": (0, 0),
    "now": (0, 0),
    "round": (1, 2),
    "min": (1, 50),
    "max": (1, 50),
    "concat": (1, 50),
    "contains": (2, 2),
    "starts-with": (2, 2),
    "ends-with": (2, 2),
    "substr": (2, 3),
    "regex": (2, 2),
    "if": (3, 3),
    "coalesce": (2, 2),
    "position": (0, 1),
    "jr:choice-name": (2, 2),
} | dict.fromkeys(("count-selected", "not", "boolean", "number", "int", "abs", "string", "date"), (1, 1))
ARITY |= dict.fromkeys(("string-length", "normalize-space", "once", "sum", "count"), (1, 1))


def _end(value: float) -> int | None:
    return None if math.isinf(value) else int(value)


def _as_date(value: Value) -> str:
    if isinstance(value, float):
        return date.fromordinal(date(1970, 1, 1).toordinal() + int(value)).isoformat()
    return text(value)[:10]


def evaluate(tree: Tree, scene: Scene) -> Value:
    """The value of a tree in a scene: text, number (float) or truth."""
    kind = tree[0]
    if kind == "lit":
        return plain(tree[1])
    if kind == "ref":
        return plain(scene.values.get(tree[1]))
    if kind == "self":
        return plain(scene.own)
    if kind == "col":
        return plain(scene.columns.get(tree[1]))
    if kind == "neg":
        return -number(evaluate(tree[1], scene))
    if kind == "op":
        return _operate(tree, scene)
    name, arguments = tree[1], tree[2]
    if name in LAZY:
        return _lazy(name, arguments, scene)
    return FUNCTIONS[name](*(evaluate(a, scene) for a in arguments))


def _operate(tree: Tree, scene: Scene) -> Value:
    sign, left = tree[1], evaluate(tree[2], scene)
    if sign == "and":
        return truth(left) and truth(evaluate(tree[3], scene))
    if sign == "or":
        return truth(left) or truth(evaluate(tree[3], scene))
    return OPERATORS[sign](left, evaluate(tree[3], scene))


def _lazy(name: str, arguments: list[Tree], scene: Scene) -> Value:
    if name == "if":
        return evaluate(arguments[1 if truth(evaluate(arguments[0], scene)) else 2], scene)
    if name == "coalesce":
        first = evaluate(arguments[0], scene)
        return first if first != "" else evaluate(arguments[1], scene)
    if name == "today":
        return scene.now[:10]
    if name == "now":
        return scene.now
    if name == "position":
        return float(scene.position)
    if name == "once":
        return plain(scene.own) if plain(scene.own) != "" else evaluate(arguments[0], scene)
    if name == "jr:choice-name":
        question = text(evaluate(arguments[1], scene)).removeprefix("${").removesuffix("}")
        return scene.labels.get((question, text(evaluate(arguments[0], scene))), "")
    answers = [plain(a) for a in scene.series.get(arguments[0][1], ())] if arguments[0][0] == "ref" else []
    if name == "count":
        return float(len(answers))
    known = [number(a) for a in answers if a != ""]
    return float(sum(known))
