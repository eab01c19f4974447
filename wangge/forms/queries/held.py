"""What the registers hold of the subjects of sheets and of what look-ups chose."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wangge.forms import lookups  # noqa: F401  the registers register themselves
from wangge.forms.registers import SUBJECT_OF_KIND, Held, resolver, resolves
from wangge.kit.actor import Actor

__all__ = ["Held", "lookup_titles", "register_values", "resolves", "subjects_of"]


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
