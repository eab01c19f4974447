"""The little language of the templates: ``[a|b]`` one of these, ``{slot}`` filled in, ``{n2-9}`` a number.

Brackets nest. A slot keeps its value through one call; a number is drawn anew each time.
"""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Callable

Slot = Callable[[str], str]
Node = str | tuple[str, str] | tuple["Nodes", ...]
Nodes = tuple[Node, ...]

_NUMBER = re.compile(r"n(\d+)-(\d+)$")


class BadTemplate(ValueError):
    """A bracket or brace does not close."""


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> Nodes:
    """The tree of a template: plain text, ``("slot", name)`` or a tuple of alternatives."""
    nodes, end = _sequence(text, 0, top=True)
    if end != len(text):
        raise BadTemplate(text)
    return nodes


def _sequence(text: str, start: int, *, top: bool) -> tuple[Nodes, int]:
    nodes: list[Node] = []
    position, plain = start, start
    while position < len(text) and (top or text[position] not in "|]"):
        character = text[position]
        if character not in "[{":
            position += 1
            continue
        if plain < position:
            nodes.append(text[plain:position])
        if character == "{":
            close = text.find("}", position)
            if close < 0:
                raise BadTemplate(text)
            nodes.append(("slot", text[position + 1 : close]))
            position = close + 1
        else:
            choices, position = _choices(text, position + 1)
            nodes.append(choices)
        plain = position
    if plain < position:
        nodes.append(text[plain:position])
    return tuple(nodes), position


def _choices(text: str, start: int) -> tuple[tuple[Nodes, ...], int]:
    found: list[Nodes] = []
    position = start
    while True:
        nodes, position = _sequence(text, position, top=False)
        found.append(nodes)
        if position >= len(text):
            raise BadTemplate(text)
        if text[position] == "]":
            return tuple(found), position + 1
        position += 1


def slots_of(text: str) -> set[str]:
    """The slot names a template asks for, numbers left out."""
    return {name for name in _names(parse(text)) if not _NUMBER.match(name)}


def _names(nodes: Nodes) -> set[str]:
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, str):
            continue
        if node and node[0] == "slot":
            found.add(str(node[1]))
        else:
            for choice in node:
                found |= _names(choice)  # type: ignore[arg-type]
    return found


def expand(text: str, rng: random.Random, slot: Slot) -> str:
    """One sentence out of a template; ``slot`` gives the value of a name (which may be a template)."""
    return _expand(parse(text), rng, slot)


def _expand(nodes: Nodes, rng: random.Random, slot: Slot) -> str:
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif node and node[0] == "slot":
            name = str(node[1])
            number = _NUMBER.match(name)
            parts.append(
                str(rng.randint(int(number[1]), int(number[2]))) if number else expand(slot(name), rng, slot)
            )
        else:
            parts.append(_expand(rng.choice(node), rng, slot))  # type: ignore[arg-type]
    return "".join(parts)
