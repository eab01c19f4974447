"""What the registers hold of the subjects of sheets and of what look-ups chose."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from wangge.forms import lookups  # noqa: F401  the registers register themselves
from wangge.forms.models import AnswerSheet
from wangge.forms.permissions import FILL
from wangge.forms.registers import SUBJECT_OF_KIND, Found, Held, finder, resolver, resolves
from wangge.forms.rules import Definition
from wangge.kit import permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound

__all__ = [
    "Held",
    "held_for",
    "lookup_titles",
    "register_values",
    "resolves",
    "search_subjects",
    "subjects_of",
    "titles_in",
]


def subjects_of(actor: Actor, subject_kind: str, ids: Collection[int]) -> dict[int, Held] | None:
    """Subjects in sight by id; ``None`` when no register answers for this kind."""
    found = resolver(SUBJECT_OF_KIND.get(subject_kind, subject_kind))
    return None if found is None else found(actor, list(dict.fromkeys(ids)))


def register_values(actor: Actor, subject_kind: str, ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """What prefills a form about these subjects: values by register field key, numbers masked.

    Subjects out of sight are left out.
    """
    return {pk: held.values for pk, held in (subjects_of(actor, subject_kind, ids) or {}).items()}


def lookup_titles(actor: Actor, kind: str, ids: Collection[int]) -> dict[int, str]:
    """Titles of looked-up records in sight; ``kind`` is ``enterprise``, ``person``, ``household``."""
    return {pk: held.title for pk, held in (subjects_of(actor, kind, ids) or {}).items()}


def search_subjects(actor: Actor, kind: str, words: str) -> list[Found]:
    """What a look-up offers for these words, at most twenty; nothing for a kind nobody keeps here."""
    permissions.require(actor, FILL)
    found = finder(SUBJECT_OF_KIND.get(kind, kind))
    return [] if found is None else found(actor, words[:40])


def held_for(actor: Actor, kind: str, subject_id: int) -> Held:
    """What the registers hold of one subject in sight; ``NotFound`` otherwise."""
    permissions.require(actor, FILL)
    found = subjects_of(actor, kind, [subject_id]) or {}
    if subject_id not in found:
        raise NotFound
    return found[subject_id]


def titles_in(actor: Actor, sheet: AnswerSheet) -> dict[str, dict[int, str]]:
    """Titles of the records a sheet's look-ups chose, by register and id."""
    wanted: dict[str, set[int]] = {}
    for question, value in _answered(sheet.version.definition["fields"], sheet.answers):
        if question["type"] == "lookup":
            wanted.setdefault(question["kind"], set()).add(value)
    return {kind: lookup_titles(actor, kind, ids) for kind, ids in wanted.items()}


def _answered(fields: Sequence[Definition], answers: Mapping[str, Any]) -> Iterator[tuple[Definition, Any]]:
    for question in fields:
        value = answers.get(question["name"])
        if value is None:
            continue
        if question["type"] == "group":
            yield from _answered(question["fields"], value)
        elif question["type"] == "repeat":
            for row in value:
                yield from _answered(question["fields"], row)
        else:
            yield question, value
