"""Upward references as text: ``hotline.ticket:123``, resolved by a registry its owner fills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wangge.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class SubjectCard:
    """What a lower floor may show of a subject: a title, an address in the console, its number."""

    subject: str
    title: str
    url: str
    number: str = ""


Resolver = Callable[[Actor, int], SubjectCard]
_resolvers: dict[str, Resolver] = {}


def subject(kind: str, pk: int) -> str:
    """``subject("hotline.ticket", 7) == "hotline.ticket:7"``."""
    return f"{kind}:{pk}"


def parse(text: str) -> tuple[str, int]:
    """The kind and id of a subject text; ``ValueError`` when it is none."""
    kind, _, pk = text.rpartition(":")
    return kind, int(pk)


def resolves(
    kind: str,
) -> Callable[[Callable[[Actor, int], SubjectCard]], Callable[[Actor, int], SubjectCard]]:
    """Decorator for the owner's resolver; it must go through the scoped query and raise ``NotFound``."""

    def register(function: Resolver) -> Resolver:
        _resolvers[kind] = function
        return function

    return register


def card(actor: Actor, text: str) -> SubjectCard:
    """The card of a subject as this actor may see it."""
    kind, pk = parse(text)
    return _resolvers[kind](actor, pk)
