"""Role × verb: each context says in its ``permissions.py`` which roles may do what it offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wangge.kit.actor import Actor
from wangge.kit.errors import Forbidden


@dataclass(frozen=True, slots=True)
class Permission:
    """One verb, ``context.noun.verb``, its Chinese label and the roles that hold it."""

    name: str
    label: str
    roles: frozenset[str]


_table: dict[str, Permission] = {}


def grant(name: str, label: str, roles: Iterable[str]) -> str:
    """Declare a verb and who holds it; returns the name so that it can be kept in a constant."""
    if name.count(".") != 2:
        raise ValueError(f"{name!r} is not context.noun.verb")
    _table[name] = Permission(name, label, frozenset(roles))
    return name


def of(role: str) -> frozenset[str]:
    """Every verb a role holds."""
    return frozenset(p.name for p in _table.values() if role in p.roles)


def table() -> dict[str, Permission]:
    """The whole table, for checks and documentation."""
    return dict(_table)


def require(actor: Actor, name: str) -> None:
    """Raise ``Forbidden`` unless the actor's role holds the verb; an undeclared verb is our bug."""
    permission = _table[name]
    if not actor.may(name):
        raise Forbidden(f"您的岗位不能{permission.label}", data={"permission": name})
