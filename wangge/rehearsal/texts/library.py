"""The templates and phrases on disk, read once."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
EPIDEMIC = ("epidemic_policy", "epidemic_help", "epidemic_complaint")
ORDINARY = ("ordinary_city", "ordinary_people")


@dataclass(frozen=True, slots=True)
class Template:
    """One sort of call. ``weight`` is how often it comes beside its siblings; ``unit`` who handles it.

    ``kinds`` and ``urgency`` map a code to its share. ``confidential`` is the share of callers who
    ask for secrecy. The remaining fields are templates of the grammar.
    """

    id: str
    topic: str
    category: str
    kinds: dict[str, int]
    weight: int
    unit: str
    caller: str
    urgency: dict[str, int]
    confidential: float
    subject: str
    title: tuple[str, ...]
    says: tuple[str, ...]
    more: tuple[str, ...]
    asks: tuple[str, ...]
    answers: tuple[str, ...]
    found: tuple[str, ...]


def _read(name: str) -> dict[str, Any]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@functools.lru_cache(maxsize=1)
def categories() -> tuple[str, ...]:
    """Every third-level category as ``first->second->third``, in file order."""
    tree = _read("categories")
    return tuple(
        f"{first}->{second}->{third}"
        for first, seconds in tree.items()
        for second, thirds in seconds.items()
        for third in thirds
    )


@functools.lru_cache(maxsize=1)
def _full_paths() -> dict[str, str]:
    return {path.split("->", 1)[1]: path for path in categories()}


def _template(raw: dict[str, Any], topic: str) -> Template:
    return Template(
        id=raw["id"],
        topic=topic,
        category=_full_paths()[raw["category"]],
        kinds=raw["kinds"],
        weight=raw["weight"],
        unit=raw["unit"],
        caller=raw.get("caller", "person"),
        urgency=raw.get("urgency", {"normal": 1}),
        confidential=raw.get("confidential", 0.02),
        subject=raw["subject"],
        **{name: tuple(raw[name]) for name in ("title", "says", "more", "asks", "answers", "found")},
    )


@functools.lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Every template: the three epidemic topics, then ordinary ones with topic ``""``."""
    found = [_template(raw, name) for name in EPIDEMIC for raw in _read(name)["call"]]
    found += [_template(raw, "") for name in ORDINARY for raw in _read(name)["call"]]
    return tuple(found)


@functools.lru_cache(maxsize=8)
def of_topic(topic: str) -> tuple[Template, ...]:
    """The templates of one topic; ``""`` are the ordinary ones."""
    return tuple(t for t in templates() if t.topic == topic)


@functools.lru_cache(maxsize=1)
def phrases() -> dict[str, dict[str, Sequence[str]]]:
    """What all calls share: openings, closings, remarks, invented names."""
    return _read("phrases")
