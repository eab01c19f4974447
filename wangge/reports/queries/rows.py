"""The tickets behind a figure: numbers and facts, never a person's data."""

# ruff: noqa: S608 -- only texts of this package are put together; values travel as parameters

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from wangge.hotline import queries as hotline
from wangge.kit import clock, paging, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError
from wangge.org import queries as org
from wangge.reports import permissions as verbs
from wangge.reports.figures import figure_of
from wangge.reports.figures.definition import LATE
from wangge.reports.queries.panel import open_states
from wangge.reports.queries.values import Period, period
from wangge.territory import queries as territory

FACTS = (
    "id, no, received_at, channel, kind, topic, town_id, lead_agency_id, status, direct, dispatched, "
    "refused, reply_due, replied_at, satisfaction, solved, excluded, closed_at"
)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One ticket of a figure; ``counted`` tells whether it is in the numerator."""

    id: int
    no: str
    received_at: datetime
    channel: str
    channel_label: str
    kind: str
    kind_label: str
    topic: str
    town: str
    agency: str
    status: str
    status_label: str
    direct: bool
    dispatched: bool
    refused: bool
    reply_due: datetime | None
    replied_at: datetime | None
    late: bool
    satisfaction: str
    satisfaction_label: str
    solved: str
    excluded: bool
    closed_at: datetime | None
    counted: bool
    key: str


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows: the period, a town, one group of a split figure, only (not) counted ones."""

    period: Period | None = None
    town_id: int | None = None
    key: str | None = None
    counted: bool | None = None


def rows(
    actor: Actor, code: str, wanted: RowFilter, *, cursor: str | None = None, limit: int = 50
) -> paging.Page[FigureRow]:
    """The tickets of a figure's denominator, newest first, by keyset. Needs ``reports.figure.open``."""
    permissions.require(actor, verbs.VIEW)
    permissions.require(actor, verbs.ROWS)
    limit = paging.checked_limit(limit)
    figure = figure_of(code)
    days = wanted.period or period()
    params: dict[str, Any] = {"now": clock.now(), "limit": limit + 1, "town": wanted.town_id}
    where = (
        ["status = ANY(%(open)s)"]
        if figure.base == "standing"
        else ["received_day BETWEEN %(first)s AND %(last)s"]
    )
    params |= {"first": days.first, "last": days.last, "open": open_states()}
    where += ["(%(town)s::bigint IS NULL OR town_id = %(town)s)"]
    where.append(figure.among if figure.shape in ("rate", "mean") else figure.counted)
    if figure.split and wanted.key is not None:
        where.append(f"({figure.split}) = %(key)s")
        params["key"] = wanted.key
    if wanted.counted is not None:
        where.append(f"({figure.counted}) IS {'' if wanted.counted else 'NOT '}TRUE")
    if cursor:
        where.append("(received_at, id) < (%(at)s, %(id)s)")
        params |= _after(cursor)
    key = figure.split or "''"
    sql = (
        f"SELECT {FACTS}, late_now, counted, key FROM (SELECT *, ({LATE}) AS late_now, "
        f"({figure.counted}) IS TRUE AS counted, {key} AS key FROM hotline_ticket_facts "
        f"WHERE {' AND '.join(f'({w})' for w in where)} ORDER BY received_at DESC, id DESC "
        "LIMIT %(limit)s) x ORDER BY received_at DESC, id DESC"
    )
    with connection.cursor() as db:
        db.execute(sql, params)
        names = [c[0] for c in db.description]
        found = [dict(zip(names, row, strict=True)) for row in db.fetchall()]
    shown = _worded(found[:limit])
    more = len(found) > limit
    return paging.Page(shown, paging.encode(shown[-1].received_at, shown[-1].id) if more else None)


def _after(cursor: str) -> dict[str, Any]:
    at, last = paging.decode(cursor, 2)
    try:
        return {"at": datetime.fromisoformat(at), "id": int(last)}
    except (TypeError, ValueError):
        raise BusinessError("翻页位置无效,请从第一页重新开始", code="bad_cursor") from None


def _worded(found: list[dict[str, Any]]) -> list[FigureRow]:
    options = hotline.options()
    words = {
        t: {o["code"]: o["label"] for o in options[t]} for t in ("channel", "kind", "status", "satisfaction")
    }
    agencies = org.agencies_by_ids({r["lead_agency_id"] for r in found if r["lead_agency_id"]})
    towns = {t.id: t.short_name for t in territory.towns()} if any(r["town_id"] for r in found) else {}
    shown = []
    for row in found:
        agency = agencies.get(row.pop("lead_agency_id"))
        row["town"] = towns.get(row.pop("town_id"), "")
        row["late"] = row.pop("late_now")
        row["agency"] = agency.short_name if agency else ""
        for table in words:
            row[f"{table}_label"] = words[table].get(row[table], row[table])
        shown.append(FigureRow(**row))
    return shown
