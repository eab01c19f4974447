"""Callers: masked views, the history of a number, matters that may be the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from wangge.hotline import permissions, rules
from wangge.hotline.models import Follow, Ticket
from wangge.hotline.queries.scope import hides_caller, tickets_visible_to
from wangge.hotline.states import LABELS, TONES
from wangge.kit import clock, crypto
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.territory import queries as territory

MOST_HISTORY = 20
MOST_CANDIDATES = 300


@dataclass(frozen=True, slots=True)
class CallerView:
    """What a page shows of a caller: masked, or nothing when ``hidden``."""

    hidden: bool
    caller_type: str
    name: str
    caller_no: str
    contact_no: str
    has_id_no: bool
    may_reveal: bool


def may_reveal(actor: Actor, ticket: Ticket) -> bool:
    """Whether the actor may ask, with a purpose, for this caller's data (spec §12.1).

    The operator for tickets in her own hands; follow-up, supervision and the commander always; units,
    towns and grid workers only while the ticket is open and not confidential.
    """
    if not actor.may(permissions.REVEAL):
        return False
    if actor.role == "operator":
        return ticket.received_by_id == actor.post_id
    if actor.role in ("callback", "supervisor", "shift_leader", "commander"):
        return True
    if actor.role == "health_officer":
        return rules.is_epidemic(ticket.topic)
    return not ticket.confidential and ticket.open


def caller_of(actor: Actor, ticket: Ticket) -> CallerView:
    """The caller of a ticket as this actor may see it on a page."""
    if hides_caller(actor, ticket.confidential):
        return CallerView(True, ticket.caller_type, "", "", "", False, False)
    return CallerView(
        hidden=False,
        caller_type=ticket.caller_type,
        name=crypto.mask_name(crypto.unseal("name", ticket.caller_sealed)),
        caller_no=crypto.mask_phone(crypto.unseal("phone", ticket.caller_no_sealed)),
        contact_no=crypto.mask_phone(crypto.unseal("phone", ticket.contact_no_sealed)),
        has_id_no=bool(ticket.id_no_sealed),
        may_reveal=may_reveal(actor, ticket),
    )


@dataclass(frozen=True, slots=True)
class PastTicket:
    """An earlier matter of a number."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    open: bool
    kind: str
    received_at: datetime
    public_reply: str
    followed: bool


def past(ticket: Ticket, *, followed: bool = False) -> PastTicket:
    """An earlier matter as the caller card shows it."""
    return PastTicket(
        id=ticket.pk,
        no=ticket.no,
        title=ticket.title,
        status=ticket.status,
        status_label=LABELS[ticket.status],
        tone=TONES[ticket.status],
        open=ticket.open,
        kind=ticket.kind,
        received_at=ticket.received_at,
        public_reply=ticket.public_reply,
        followed=followed,
    )


def history_of(actor: Actor, number: str) -> list[PastTicket]:
    """The newest tickets of a telephone number and those it follows; at most 20.

    Called by the service that writes the look-up down; never by an address with the number in it.
    """
    gate.require(actor, permissions.HISTORY)
    index = crypto.blind_index("phone", rules.normal_phone(number))
    if not index:
        return []
    visible = tickets_visible_to(actor)
    own = visible.filter(Q(caller_no_index=index) | Q(contact_no_index=index)).order_by("-received_at", "-id")
    followed_ids = list(
        Follow.objects.filter(number_index=index).values_list("ticket_id", flat=True)[:MOST_HISTORY]
    )
    found = {t.pk: past(t) for t in own[:MOST_HISTORY]}
    if followed_ids:
        found |= {t.pk: past(t, followed=True) for t in visible.filter(pk__in=followed_ids)}
    return sorted(found.values(), key=lambda p: (p.received_at, p.id), reverse=True)[:MOST_HISTORY]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An earlier matter that may be the same one, with the reasons."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    open: bool
    received_at: datetime
    follows: int
    score: float
    reasons: tuple[str, ...]
    same_number: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What has been typed so far."""

    content: str
    number: str = ""
    area_id: int | None = None
    town_id: int | None = None
    category_id: int | None = None


def typed(
    content: str, number: str = "", area_id: int | None = None, category_id: int | None = None
) -> Typed:
    """What has been typed so far, with the town of its area."""
    town_id = territory.lineage(area_id).town_id if area_id is not None else None
    return Typed(content, number, area_id, town_id, category_id)


def duplicates(actor: Actor, entry: Typed, most: int = 5) -> list[Duplicate]:
    """Matters of the last seven days that look the same: by number, words, place, category.

    Candidates are the newest tickets of the number, of the same town and category, and of the whole
    district that are still open, a bounded few; likeness is decided in ``rules.likeness``.
    """
    gate.require(actor, permissions.HISTORY)
    index = crypto.blind_index("phone", rules.normal_phone(entry.number))
    recent = tickets_visible_to(actor).filter(
        received_at__gte=clock.now() - timedelta(days=rules.DUPLICATE_DAYS)
    )
    near = Q()
    if entry.town_id:
        near = Q(town_id=entry.town_id)
    candidates = list(recent.filter(near).order_by("-received_at", "-id")[:MOST_CANDIDATES])
    if index:
        known = {t.pk for t in candidates}
        same = recent.filter(Q(caller_no_index=index) | Q(contact_no_index=index)).order_by("-received_at")[
            :20
        ]
        candidates += [t for t in same if t.pk not in known]
    return ranked(entry, index, candidates)[:most]


def ranked(entry: Typed, index: bytes, candidates: Sequence[Ticket]) -> list[Duplicate]:
    """Candidates that are alike enough, the likest first."""
    mine = rules.searchable("", entry.content, "").split()
    found = []
    for t in candidates:
        same_number = bool(index) and index in (bytes(t.caller_no_index), bytes(t.contact_no_index))
        like = rules.likeness(
            mine,
            rules.searchable(t.title, t.content, t.address).split(),
            same_number=same_number,
            same_area=bool(entry.area_id) and t.area_id == entry.area_id,
            same_category=bool(entry.category_id) and t.category_id == entry.category_id,
        )
        if like.score >= rules.LIKE_ENOUGH and like.reasons:
            found.append(as_duplicate(t, like, same_number))
    return sorted(found, key=lambda d: (-d.score, -d.id))


def as_duplicate(ticket: Ticket, like: rules.Likeness, same_number: bool) -> Duplicate:
    """One candidate as the desk shows it."""
    return Duplicate(
        id=ticket.pk,
        no=ticket.no,
        title=ticket.title,
        status=ticket.status,
        status_label=LABELS[ticket.status],
        tone=TONES[ticket.status],
        open=ticket.open,
        received_at=ticket.received_at,
        follows=ticket.follows,
        score=like.score,
        reasons=like.reasons,
        same_number=same_number,
    )
