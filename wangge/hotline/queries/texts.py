"""Texts and words for those who show tickets without persons: the wall, the brief."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wangge.hotline import rules
from wangge.hotline.models import Ticket, Topic
from wangge.hotline.states import LABELS
from wangge.kit import crypto
from wangge.kit.actor import Actor

READERS = frozenset({"wall", "analyst", "commander", "shift_leader", "supervisor", "dispatcher", "reviewer"})


@dataclass(frozen=True, slots=True)
class PlainText:
    """A ticket's words without persons; ``caller_style`` is the family name only, ``""`` when unknown."""

    title: str
    content: str
    public_reply: str
    caller_style: str


def plain_texts(actor: Actor, ids: Iterable[int]) -> dict[int, PlainText]:
    """Words of tickets without names and numbers; a confidential one gives none. District desks only."""
    if actor.kind != "system" and actor.role not in READERS:
        return {}
    rows = Ticket.objects.filter(pk__in=list(ids)).only(
        "id", "title", "content", "public_reply", "confidential", "caller_sealed"
    )
    return {row.pk: plain(row) for row in rows}


def plain(ticket: Ticket) -> PlainText:
    """One ticket's words."""
    if ticket.confidential:
        return PlainText("", "", "", "")
    name = crypto.unseal("name", ticket.caller_sealed)
    return PlainText(
        title=rules.redact(ticket.title, [name]),
        content=rules.redact(ticket.content, [name]),
        public_reply=rules.redact(ticket.public_reply, [name]),
        caller_style=rules.family_name(name),
    )


def labels() -> dict[str, dict[str, str]]:
    """Chinese labels by code, for figures that are split by them."""
    return {
        "channel": rules.CHANNELS,
        "kind": rules.KINDS,
        "urgency": rules.URGENCIES,
        "status": LABELS,
        "satisfaction": rules.SATISFACTIONS,
        "topic": dict(Topic.objects.values_list("code", "name")),
    }
