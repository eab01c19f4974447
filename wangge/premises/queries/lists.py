"""The long list of premises: filters, search by name, pinyin or code, keyset paging by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q, QuerySet

from wangge.kit import paging, permissions
from wangge.kit.actor import Actor
from wangge.premises import permissions as verbs
from wangge.premises import rules, wording
from wangge.premises.models import Premises
from wangge.premises.queries.cards import main_contacts
from wangge.premises.queries.pairs import pairs_of_post
from wangge.premises.queries.scope import premises_visible_to, sees_all, sees_pairs_only
from wangge.premises.states import LABELS, LIVING, TONES

CANDIDATES = 400
SHOWN = 100
_CODE = re.compile(r"[0-9A-HJ-NP-Y][0-9A-HJ-NP-Z]{5,17}")


@dataclass(frozen=True, slots=True)
class PremisesFilter:
    """What is asked for; empty means any. ``text``: part of a name, of its pinyin, or how a code begins."""

    kind: str = ""
    town: int | None = None
    village: int | None = None
    grid: int | None = None
    industry: str = ""
    above_scale: bool | None = None
    status: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class PremisesRow:
    """One line of a list."""

    id: int
    kind: str
    kind_label: str
    name: str
    credit_code: str
    industry_label: str
    above_scale: bool
    address: str
    town_id: int
    village_id: int | None
    grid_id: int | None
    staff_total: int
    status: str
    status_label: str
    status_tone: str
    contact_name: str
    contact_phone_masked: str
    source: str
    created_by_label: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """A page; ``cut`` says that a search had more hits than are shown and wants more words."""

    items: Sequence[PremisesRow]
    next_cursor: str | None
    cut: bool = False


def premises_list(
    actor: Actor, wanted: PremisesFilter | None = None, cursor: str = "", limit: int = 50
) -> Found:
    """Premises in scope by name; living ones unless a state is asked for.

    With a text the best hits on one page, at most a hundred; without one by keyset.
    """
    permissions.require(actor, verbs.SEE)
    limit = paging.checked_limit(limit)
    wanted = wanted or PremisesFilter()
    rows = _narrowed(premises_visible_to(actor), wanted)
    if wanted.text.strip():
        return _search(actor, rows, wanted)
    if cursor:
        key, pk = paging.decode(cursor, 2)
        rows = rows.filter(sort_key__gte=str(key)).exclude(sort_key=str(key), pk__lte=int(pk))
    found = list(rows.order_by("sort_key", "id")[: limit + 1])
    more = paging.encode(found[limit - 1].sort_key, found[limit - 1].pk) if len(found) > limit else None
    return Found(shown(found[:limit]), more)


def _narrowed(rows: QuerySet[Premises], wanted: PremisesFilter) -> QuerySet[Premises]:
    equal = {
        "kind": wanted.kind,
        "town_id": wanted.town,
        "village_id": wanted.village,
        "grid_id": wanted.grid,
        "industry": wanted.industry,
    }
    rows = rows.filter(**{column: value for column, value in equal.items() if value})
    if wanted.above_scale is not None:
        rows = rows.filter(above_scale=wanted.above_scale)
    return rows.filter(status=wanted.status) if wanted.status else rows.filter(status__in=LIVING)


def _search(actor: Actor, rows: QuerySet[Premises], wanted: PremisesFilter) -> Found:
    text = wanted.text.strip()
    code = rules.normal_code(text)
    if _CODE.fullmatch(code) and any(c.isdigit() for c in code):
        starting = rows.filter(credit_code__gte=code, credit_code__lt=code + "~").order_by("credit_code")
        found = list(starting[: SHOWN + 1])
        if found:
            return Found(shown(found[:SHOWN]), None, len(found) > SHOWN)
    ids = _candidates(actor, text, wanted)
    found = sorted(rows.filter(pk__in=ids), key=lambda row: _rank(row, text))
    return Found(shown(found[:SHOWN]), None, len(ids) >= CANDIDATES or len(found) > SHOWN)


def _candidates(actor: Actor, text: str, wanted: PremisesFilter) -> list[int]:
    """Ids whose lexemes fit, a bounded number of them."""
    asked = wording.query(text, _filters(actor, wanted))
    if not asked:
        return []
    with connection.cursor() as cursor:
        if sees_pairs_only(actor):
            own = pairs_of_post(actor.post_id or 0)
            cursor.execute("SELECT premises_among(%s::tsquery, %s)", [asked, own])
        else:
            cursor.execute("SELECT premises_find(%s::tsquery, %s)", [asked, CANDIDATES])
        return [row[0] for row in cursor.fetchall()]


def _filters(actor: Actor, wanted: PremisesFilter) -> Iterator[str]:
    """Filter lexemes of the question and of the actor's own area."""
    if not sees_all(actor) and not sees_pairs_only(actor) and actor.area_kind in {"town", "village"}:
        yield f"{actor.area_kind}:{actor.area_id}"
    for name in ("town", "village", "grid"):
        if value := getattr(wanted, name):
            yield f"{name}:{value}"
    if wanted.kind in rules.KINDS:
        yield f"kind:{wanted.kind}"
    if wanted.industry in rules.INDUSTRIES:
        yield f"industry:{wanted.industry}"
    if wanted.above_scale:
        yield "above_scale"


def _rank(row: Premises, text: str) -> tuple[int, int, str, int]:
    """Names that begin with the text first, then short names, then by the alphabet."""
    plain = rules.normal_name(text).lower()
    name = row.name.lower()
    near = 0 if plain in {name, row.short_name.lower()} else 1 if name.startswith(plain) else 2
    return near, len(name), row.sort_key, row.pk


def shown(rows: Sequence[Premises]) -> list[PremisesRow]:
    """Rows as a list shows them, contacts masked, in one more statement."""
    people = main_contacts([row.pk for row in rows])
    return [
        PremisesRow(
            id=row.pk,
            kind=row.kind,
            kind_label=rules.KINDS[row.kind],
            name=row.name,
            credit_code=row.credit_code,
            industry_label=rules.INDUSTRIES.get(row.industry, ""),
            above_scale=row.above_scale,
            address=row.address,
            town_id=row.town_id,
            village_id=row.village_id,
            grid_id=row.grid_id,
            staff_total=row.staff_total,
            status=row.status,
            status_label=LABELS[row.status],
            status_tone=TONES[row.status],
            contact_name=people.get(row.pk, ("", ""))[0],
            contact_phone_masked=people.get(row.pk, ("", ""))[1],
            source=row.source,
            created_by_label=row.created_by_label,
            created_at=row.created_at,
        )
        for row in rows
    ]


def waiting_count(actor: Actor, most: int = 100) -> int:
    """How many found ones wait for verification, counted up to ``most``."""
    permissions.require(actor, verbs.SEE)
    waiting = premises_visible_to(actor).filter(Q(status="unverified"))
    return len(waiting.values_list("pk", flat=True)[:most])
