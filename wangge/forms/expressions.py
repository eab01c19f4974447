"""XLSForm expressions: parsed once at compile time, evaluated alike on server and phone.

What Chinese input methods write ((),≥“”) and ``且``, ``或`` are understood as the signs they mean.

``parse`` turns the text a survey author writes (the XPath 1.0 subset of the XLSForm standard,
https://xlsform.org) into a small JSON tree that travels with the form version; ``evaluate`` runs
the tree. The TypeScript evaluator reads the same trees and passes the same vectors
(``contracts/vectors/expressions.json``).

A tree is a list: ``["lit", value]``, ``["ref", name]``, ``["self"]``, ``["op", sign, left, right]``,
``["neg", tree]``, ``["call", name, [trees]]``, and in choice filters ``["col", column]``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wangge.forms.functions import (
    ARITY,
    BLANK,
    FUNCTIONS,
    LAZY,
    OPERATORS,
    SERIES,
    Value,
    least,
    most,
    number,
    plain,
    text,
    total,
    truth,
    whole,
)

Tree = list[Any]

TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
    r"|(?P<string>\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’)|[$¥¥]\{\s*(?P<ref>[^{}\s]+)\s*\}"
    r"|(?P<path>(?:current\(\)/)?(?:\.\./)+[\w.-]*\w(?:/[\w.-]*\w)*|(?:/[\w.-]*\w)+)"
    r"|(?P<name>[^\W\d][\w:-]*\w|[^\W\d])|(?P<sign><=|>=|!=|≤|≥|≠|\.\.|[=<>+*(),.-]|[()<>=,]))"
)
# What Chinese input methods write instead of the ASCII signs, and the two words people use.
WRITTEN = {"≤": "<=", "≥": ">=", "≠": "!=", "(": "(", ")": ")", "<": "<", ">": ">", "=": "=", ",": ","}
WRITTEN |= {"且": "and", "并且": "and", "或": "or", "或者": "or"}
WORD_SIGNS = {"and", "or", "div", "mod"}
DEEPEST, LONGEST = 40, 2000
HOPELESS = {
    "pulldata": "请改用登记字段或选项",
    "random": "服务器会重算,随机数前后不一致",
    "uuid": "填报编号由系统给出",
    "instance": "请把选项写进“选项”工作表",
    "version": "版本由系统给出",
}
# Parts of a pattern that Python and JavaScript read differently, or that may take for ever.
FOREIGN_PATTERN = re.compile(r"\(\?(?![:=!])|\\[AZzpPkKGQE]|\[\[:|[*+?}][+]|\([^()]*[*+][^()]*\)[*+{]")
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
    deep: int = 0

    def peek(self) -> tuple[str, str, int]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "", len(self.text))

    def take(self, value: str) -> None:
        _kind, found, position = self.peek()
        if found != value:
            raise ExpressionProblem(f"第 {position + 1} 个字符处应为“{value}”", position)
        self.at += 1

    def level(self, depth: int) -> Tree:
        if depth == 0:
            self.deep += 1
            if self.deep > DEEPEST:
                raise ExpressionProblem(f"括号或函数套叠超过 {DEEPEST} 层,请拆成几个计算题", self.peek()[2])
        if depth == len(LEVELS):
            return self.unary()
        left = self.level(depth + 1)
        while self.peek()[0] in {"sign", "name"} and self.peek()[1] in LEVELS[depth]:
            sign = self.peek()[1]
            self.at += 1
            left = ["op", sign, left, self.level(depth + 1)]
        if depth == 0:
            self.deep -= 1
        return left

    def unary(self) -> Tree:
        signs = 0
        while self.peek()[:2] == ("sign", "-"):
            self.at += 1
            signs += 1
        found = self.atom()
        for _ in range(signs):
            found = ["neg", found]
        return found

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
        if (kind, value) == ("sign", ".."):
            return ["lit", ""]
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
            why = f":{HOPELESS[name]}" if name in HOPELESS else ""
            raise ExpressionProblem(f"不支持函数 {name}(){why}", position)
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
        if name == "regex":
            _check_pattern(arguments[1], position)
        return ["call", name, arguments]


def _check_pattern(tree: Tree, position: int) -> None:
    if tree[0] != "lit" or not isinstance(tree[1], str):
        raise ExpressionProblem("regex() 的第二个参数应为引号内的固定格式", position)
    try:
        re.compile(tree[1])
    except re.error:
        raise ExpressionProblem(f"regex() 的格式“{tree[1]}”写法有误", position) from None
    if FOREIGN_PATTERN.search(tree[1]):
        raise ExpressionProblem(f"regex() 的格式“{tree[1]}”用了不支持的写法,请写简单些", position)


def parse(text: str, *, columns: bool = False) -> Tree:
    """The tree of an expression; ``ExpressionProblem`` names the character that is wrong.

    ``columns`` allows bare names: the columns of the choices sheet, in a choice filter.
    """
    tokens, position = [], 0
    stripped = text.rstrip()
    if len(stripped) > LONGEST:
        raise ExpressionProblem(f"超过 {LONGEST} 个字符,请拆成几个计算题", LONGEST)
    while position < len(stripped):
        found = TOKEN.match(stripped, position)
        if found is None:
            raise ExpressionProblem(f"第 {position + 1} 个字符处无法理解“{stripped[position]}”", position)
        kind = str(found.lastgroup)
        written = found.group(kind)
        if kind == "path":
            tokens.append(("ref", written.rsplit("/", 1)[1], found.start(kind)))
        else:
            spoken = WRITTEN.get(written, written) if kind in {"sign", "name"} else written
            tokens.append((kind, spoken, found.start(kind)))
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
    ``series`` maps the name of a question inside a repeat, or of the repeat, to all its answers in
    sight; ``labels`` maps a question to its choices' labels by code; ``now`` is ISO local time.
    """

    values: Mapping[str, Any]
    own: Any = None
    series: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    now: str = "1970-01-01T00:00:00"
    position: int = 1


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
    if name in SERIES:
        return _over_series(name, arguments, scene)
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
        for argument in arguments:
            found = evaluate(argument, scene)
            if found != "":
                return found
        return ""
    if name == "today":
        return scene.now[:10]
    if name == "now":
        return scene.now
    if name == "position":
        return float(scene.position)
    if name == "once":
        return plain(scene.own) if plain(scene.own) != "" else evaluate(arguments[0], scene)
    question = (
        text(evaluate(arguments[1], scene)).strip(BLANK).removeprefix("${").removesuffix("}").strip(BLANK)
    )
    return scene.labels.get(question, {}).get(text(evaluate(arguments[0], scene)), "")


def _row(tree: Tree, scene: Scene, alone: bool) -> list[Value]:
    """What an argument stands for: all answers of a repeated question, or its one value.

    Alone (``sum(${age})``) a repeated question means all its rows; among others
    (``max(${a}, ${b})``) the nearest, and all rows only from outside the repeat.
    """
    if tree[0] == "ref" and tree[1] in scene.series and (alone or tree[1] not in scene.values):
        return [plain(a) for a in scene.series[tree[1]]]
    return [evaluate(tree, scene)]


def _over_series(name: str, arguments: list[Tree], scene: Scene) -> Value:
    if name == "join":
        mark = text(evaluate(arguments[0], scene))
        return mark.join(text(v) for v in _row(arguments[1], scene, True) if v != "")
    if name == "indexed-repeat":
        row, index = _row(arguments[0], scene, True), whole(evaluate(arguments[2], scene), 0)
        return row[index - 1] if 1 <= index <= len(row) else ""
    values = [v for a in arguments for v in _row(a, scene, len(arguments) == 1)]
    if name == "count":
        return float(len(values))
    if name == "count-non-empty":
        return float(len([v for v in values if v != ""]))
    return {"sum": total, "min": least, "max": most}[name](values)
