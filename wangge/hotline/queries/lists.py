"""The long list: filters, search over everything, keyset paging (received newest first)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet

from wangge.hotline import permissions, rules
from wangge.hotline.models import Ticket, TicketUnit
from wangge.hotline.queries.scope import hides_caller, plain_title, sees_all, tickets_visible_to
from wangge.hotline.states import LABELS, TONES
from wangge.kit import clock, crypto, paging, words
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError

FEW = 2000
GLANCE = 1500
STEPS = (3000, 6000, 12_000, 24_000)
_PAGE_OF_FEW = """
SELECT id, known FROM hotline_words_page(%s::tsquery, %s::int, %s::timestamptz, %s::bigint, %s::int)
"""
_NEWEST = (datetime(9000, 1, 1, tzinfo=UTC), 2**62)
_NUMBER = re.compile(r"20\d{2,6}(-\d*)?")
_WHOLE_NUMBER = re.compile(r"20\d{6}-\d{6}")
_PHONE_LIKE = re.compile(r"\+?[\d -]{7,20}")


@dataclass(frozen=True, slots=True)
class TicketFilter:
    """What the desk asks for; empty means any. ``q`` is a number, a telephone number or words."""

    status: tuple[str, ...] = ()
    channel: str = ""
    kind: str = ""
    topic: str = ""
    urgency: str = ""
    town: int | None = None
    agency: int | None = None
    category: int | None = None
    open: bool | None = None
    mine: bool = False
    late: bool = False
    excluded: bool = False
    since: datetime | None = None
    until: datetime | None = None
    q: str = ""


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One line of a list. ``due_at`` is the next deadline; ``remaining_minutes`` runs negative."""

    id: int
    no: str
    title: str
    status: str
    status_label: str
    tone: str
    channel: str
    kind: str
    urgency: str
    topic: str
    town: str
    town_id: int | None
    agency: str
    agency_id: int | None
    received_at: datetime
    due_at: datetime | None
    remaining_minutes: int | None
    late: bool
    returns: int
    redo_count: int
    follows: int
    urges: int
    supervised: bool
    confidential: bool
    excluded: bool
    caller_masked: str
    version: int


ROW_COLUMNS = (
    "id", "no", "title", "status", "channel", "kind", "urgency", "topic", "town_id", "lead_agency_id",
    "received_at", "sign_due", "reply_due", "replied_at", "late", "returns", "redo_count", "follows",
    "urges", "supervised", "confidential", "excluded", "caller_sealed", "version",
)  # fmt: skip


def due_of(status: str, sign_due: datetime | None, reply_due: datetime | None) -> datetime | None:
    """The deadline that runs in a state: signing first, then the reply."""
    if status in ("awaiting_sign", "return_requested"):
        return sign_due or reply_due
    return reply_due if status in ("in_progress", "extension_requested") else None


def row_of(actor: Actor, raw: dict[str, Any], now: datetime) -> TicketRow:
    """A list line, masked as this actor may see it."""
    hidden = hides_caller(actor, raw["confidential"])
    caller = "" if hidden else crypto.unseal("name", raw["caller_sealed"])
    due = due_of(raw["status"], raw["sign_due"], raw["reply_due"])
    return TicketRow(
        id=raw["id"],
        no=raw["no"],
        title=plain_title(actor, raw["title"], raw["confidential"], raw["caller_sealed"]),
        status=raw["status"],
        status_label=LABELS[raw["status"]],
        tone=TONES[raw["status"]],
        channel=raw["channel"],
        kind=raw["kind"],
        urgency=raw["urgency"],
        topic=raw["topic"],
        town=raw["_town"] or "",
        town_id=raw["town_id"],
        agency=raw["_agency"] or "",
        agency_id=raw["lead_agency_id"],
        received_at=raw["received_at"],
        due_at=due,
        remaining_minutes=int((due - now).total_seconds() // 60) if due else None,
        late=raw["late"] or (due is not None and due < now),
        returns=raw["returns"],
        redo_count=raw["redo_count"],
        follows=raw["follows"],
        urges=raw["urges"],
        supervised=raw["supervised"],
        confidential=raw["confidential"],
        excluded=raw["excluded"],
        caller_masked="保密" if hidden else crypto.mask_name(caller),
        version=raw["version"],
    )


def rows_of(actor: Actor, tickets: QuerySet[Ticket]) -> list[TicketRow]:
    """Lines of a query, in its order, in one statement."""
    now = clock.now()
    named = tickets.annotate(_town=F("town__short_name"), _agency=F("lead_agency__short_name"))
    return [row_of(actor, raw, now) for raw in named.values(*ROW_COLUMNS, "_town", "_agency")]


def conditions(actor: Actor, wanted: TicketFilter, prefix: str = "") -> Q:
    """The filter as a condition on tickets, or, with a prefix, on rows that point to them."""
    condition = plain_conditions(actor, wanted)
    return prefixed(condition, prefix) if prefix else condition


def prefixed(condition: Q, prefix: str) -> Q:
    """The same condition, asked through a relation."""
    turned = Q(_connector=condition.connector, _negated=condition.negated)
    for child in condition.children:
        if isinstance(child, Q):
            turned.children.append(prefixed(child, prefix))
        elif isinstance(child, tuple):
            turned.children.append((f"{prefix}{child[0]}", child[1]))
    return turned


def plain_conditions(actor: Actor, wanted: TicketFilter) -> Q:
    """The filter as a condition; every equality has its index."""
    condition = Q()
    if len(wanted.status) == 1:
        condition &= Q(status=wanted.status[0])
    elif wanted.status:
        condition &= Q(status__in=wanted.status)
    for column in ("channel", "kind", "topic", "urgency"):
        if value := getattr(wanted, column):
            condition &= Q(**{column: value})
    for name, column in (("town", "town_id"), ("agency", "lead_agency_id"), ("category", "category_id")):
        if (value := getattr(wanted, name)) is not None:
            condition &= Q(**{column: value})
    if wanted.open is not None:
        condition &= Q(open=wanted.open)
    if wanted.mine:
        condition &= Q(received_by_id=actor.post_id or 0)
    if wanted.late:
        condition &= Q(late=True)
    if wanted.excluded:
        condition &= Q(excluded=True)
    if wanted.since:
        condition &= Q(received_at__gte=wanted.since)
    if wanted.until:
        condition &= Q(received_at__lt=wanted.until)
    return condition


def position(cursor: str) -> tuple[datetime, int]:
    """Moment and id of the last row of the page before; a cursor that is not ours is a 400."""
    moment, last = paging.decode(cursor, 2)
    try:
        return datetime.fromisoformat(moment), int(last)
    except (TypeError, ValueError):
        raise BusinessError("翻页位置无效,请从第一页重新开始", code="bad_cursor") from None


def after(cursor: str | None, key: str = "id") -> Q:
    """Rows that come after the cursor in "newest first"."""
    if not cursor:
        return Q()
    return _older(position(cursor), key)


def _older(place: tuple[datetime, int], key: str = "id") -> Q:
    at, last = place
    return Q(received_at__lte=at) & (Q(received_at__lt=at) | Q(**{"received_at": at, f"{key}__lt": last}))


def paged(rows: Sequence[TicketRow], limit: int) -> paging.Page[TicketRow]:
    """The page of at most ``limit`` of the rows (one more was fetched to know whether there are more)."""
    shown = list(rows[:limit])
    more = len(rows) > limit
    return paging.Page(shown, paging.encode(shown[-1].received_at, shown[-1].id) if more else None)


def tickets(
    actor: Actor, wanted: TicketFilter, *, cursor: str | None = None, limit: int = 50, private: bool = False
) -> paging.Page[TicketRow]:
    """One page of the tickets in scope that fit, newest first.

    ``private`` says that ``q`` did not come by a URL, so it may be a telephone number; otherwise such
    a ``q`` is refused (400 ``personal_data_in_url``).
    """
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    q = wanted.q.strip()
    scoped = tickets_visible_to(actor).filter(conditions(actor, wanted))
    if not q:
        return plain(actor, scoped, wanted, cursor, limit)
    if _WHOLE_NUMBER.fullmatch(q):
        return page_of(actor, scoped.filter(no=q), cursor, limit)
    if _NUMBER.fullmatch(q):
        return page_of(actor, scoped.filter(number_range(q)), cursor, limit)
    if _PHONE_LIKE.fullmatch(q):
        return by_phone(actor, scoped, q, cursor, limit, private)
    if re.fullmatch(r"[A-Za-z0-9-]{4,40}", q):
        exact = page_of(actor, scoped.filter(Q(city_no=q) | Q(prov_no=q) | Q(external_no=q)), cursor, limit)
        if exact.items:
            return exact
    return by_words(actor, scoped, wanted, cursor, limit)


def number_range(q: str) -> Q:
    """Tickets whose number begins so. A number begins with its day, so the days narrow the walk."""
    digits, dash, _rest = q.partition("-")
    begins = Q(no__gte=q, no__lt=q + "~")
    try:
        year = int(digits[:4])
        month = int(digits[4:6]) if len(digits) >= 6 else 0
        day = int(digits[6:8]) if len(digits) == 8 else 0
        first = date(year, month or 1, day or 1)
    except ValueError:
        return begins
    if day:
        after_last = first + timedelta(days=1)
    elif month:
        after_last = (first + timedelta(days=32)).replace(day=1)
    else:
        after_last = date(year + 1, 1, 1)
    period = Q(received_at__gte=clock.start_of(first), received_at__lt=clock.start_of(after_last))
    whole = len(digits) in (4, 6, 8) and not dash
    return period if whole else period & begins


def page_of(actor: Actor, rows: QuerySet[Ticket], cursor: str | None, limit: int) -> paging.Page[TicketRow]:
    """A keyset page of a query."""
    ordered = rows.filter(after(cursor)).order_by("-received_at", "-id")[: limit + 1]
    return paged(rows_of(actor, ordered), limit)


def newest_ids(
    actor: Actor, wanted: TicketFilter, place: tuple[datetime, int] | None, most: int
) -> list[tuple[datetime, int]]:
    """Moments and ids of the newest tickets in scope that fit (without ``q``), after a place.

    A unit's tickets are read from its own index: the planner would walk the whole district for them.
    """
    if actor.role == "unit_handler" and actor.in_post:
        units = TicketUnit.objects.filter(
            conditions(actor, wanted, "ticket__"), agency_id__in=actor.agency_ids
        )
        units = units.filter(_older(place, "ticket_id")) if place else units
        found = units.order_by("-received_at", "-ticket_id").values_list("received_at", "ticket_id")[:most]
        return list(dict.fromkeys(found))
    rows = tickets_visible_to(actor).filter(conditions(actor, wanted))
    rows = rows.filter(_older(place)) if place else rows
    return list(rows.order_by("-received_at", "-id").values_list("received_at", "id")[:most])


def plain(
    actor: Actor, scoped: QuerySet[Ticket], wanted: TicketFilter, cursor: str | None, limit: int
) -> paging.Page[TicketRow]:
    """A list without search."""
    if actor.role != "unit_handler":
        return page_of(actor, scoped, cursor, limit)
    found = newest_ids(actor, wanted, position(cursor) if cursor else None, limit + 1)
    ids = [pk for _, pk in found[:limit]]
    rows = rows_of(actor, scoped.filter(pk__in=ids).order_by("-received_at", "-id"))
    return paging.Page(rows, paging.encode(*found[limit - 1]) if len(found) > limit else None)


def by_phone(
    actor: Actor, scoped: QuerySet[Ticket], q: str, cursor: str | None, limit: int, private: bool
) -> paging.Page[TicketRow]:
    """Tickets of exactly this number, for desks that work with callers."""
    if not private:
        raise BusinessError("号码不能出现在网址中,请在查询框内查询", code="personal_data_in_url")
    gate.require(actor, permissions.HISTORY)
    index = crypto.blind_index("phone", rules.normal_phone(q))
    return page_of(actor, scoped.filter(Q(caller_no_index=index) | Q(contact_no_index=index)), cursor, limit)


def by_words(
    actor: Actor, scoped: QuerySet[Ticket], wanted: TicketFilter, cursor: str | None, limit: int
) -> paging.Page[TicketRow]:
    """Tickets that hold all the words, newest first; every way is bounded.

    First a look at the newest texts: common words fill a page there. Then the token index: up to
    2,000 matches are all known and sorted. More are walked back in time, step by step; the walk may
    give a short page with a cursor to go on from.
    """
    query = tsquery(wanted.q)
    if not query:
        return paging.Page([], None)
    walk = Walk(actor, query, replace(wanted, q=""), position(cursor) if cursor else None)
    if not walk.glance(limit + 1):
        chosen = walk.few(limit + 1)
        if chosen is not None:
            rows = rows_of(actor, scoped.filter(pk__in=chosen).order_by("-received_at", "-id"))
            return paged(rows, limit)
        ids = _column("SELECT hotline_words_few(%s::tsquery, %s::int)", [query, FEW + 1])
        if len(ids) <= FEW:
            # The newest are chosen by id alone: joins and wide columns only for the page itself.
            fitting = scoped.filter(after(cursor), pk__in=ids).order_by("-received_at", "-id")
            return page_of(actor, scoped.filter(pk__in=fitting.values("pk")[: limit + 1]), None, limit)
        for step in STEPS:
            if walk.on(step, limit + 1):
                break
    chosen = walk.found[: limit + 1]
    rows = rows_of(actor, scoped.filter(pk__in=chosen).order_by("-received_at", "-id"))
    if len(rows) > limit or walk.ended:
        return paged(rows, limit)
    return paging.Page(rows, paging.encode(*(walk.at or _NEWEST)))


class Walk:
    """A walk back in time over texts: all of them, or those of a filtered or scoped list.

    ``found`` are ids, newest first; ``at`` is how far it came; ``ended`` that there is nothing older.
    """

    def __init__(
        self, actor: Actor, query: str, wanted: TicketFilter, place: tuple[datetime, int] | None
    ) -> None:
        self.actor, self.query, self.wanted, self.at = actor, query, wanted, place
        self.everywhere = wanted == TicketFilter() and sees_all(actor)
        self.found: list[int] = []
        self.ended = False

    def glance(self, wanted: int) -> bool:
        """Whether the newest few hundred texts hold enough; if not, nothing was found yet."""
        if not self.everywhere:
            return self.on(GLANCE, wanted)
        hits = self._recent(GLANCE, wanted)
        self.found = hits if len(hits) == wanted else []
        return len(hits) == wanted

    def few(self, wanted: int) -> list[int] | None:
        """The newest matches when there are few and all of them are in sight, without reading a ticket;
        ``None`` when that is not so."""
        if not self.everywhere:
            return None
        before = self.at or _NEWEST
        with connection.cursor() as cursor:
            cursor.execute(_PAGE_OF_FEW, [self.query, FEW, *before, wanted])
            found = cursor.fetchall()
        return [pk for pk, _ in found] if found and found[0][1] <= FEW else None

    def on(self, step: int, wanted: int) -> bool:
        """Look at the next ``step`` texts; whether the walk may stop: enough was found, or all was seen."""
        if self.everywhere:
            self.found += self._recent(step, wanted - len(self.found))
            if len(self.found) < wanted:
                self._move_on(step)
        else:
            seen = newest_ids(self.actor, self.wanted, self.at, step)
            ids = [pk for _, pk in seen]
            statement = "SELECT hotline_words_among(%s::tsquery, %s::bigint[])"
            hits = set(_column(statement, [self.query, ids])) if ids else set()
            self.found += [pk for pk in ids if pk in hits]
            self.at = seen[-1] if seen else self.at
            self.ended = len(seen) < step
        return self.ended or len(self.found) >= wanted

    def _recent(self, step: int, more: int) -> list[int]:
        statement = "SELECT hotline_words_recent(%s::tsquery, %s::timestamptz, %s::bigint, %s::int, %s::int)"
        return _column(statement, [self.query, *(self.at or _NEWEST), step, more])

    def _move_on(self, step: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT at, id FROM hotline_words_edge(%s::timestamptz, %s::bigint, %s::int)",
                [*(self.at or _NEWEST), step],
            )
            edge = cursor.fetchone()
        self.at, self.ended = edge or self.at, edge is None


def tsquery(q: str) -> str:
    """The words as a literal ``tsquery``, without any text parser between."""
    return " & ".join(f"'{token}'" for token in dict.fromkeys(words.bigrams(q)))


def _column(statement: str, values: Iterable[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return [row[0] for row in cursor.fetchall()]
