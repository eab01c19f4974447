"""The monthly score of every unit, from the scheme that held on the month's first day."""

from __future__ import annotations

# ruff: noqa: S608 -- only texts of this package are put together; values travel as parameters
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import connection

from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.org import queries as org
from wangge.reports import permissions as verbs
from wangge.reports.figures import figure_of
from wangge.reports.models import ScoreScheme
from wangge.reports.rules import numbers, score


@dataclass(frozen=True, slots=True)
class UnitScore:
    """One unit's month."""

    agency_id: int
    agency: str
    dispatched: int
    lines: tuple[score.Line, ...]
    total: Decimal
    full: Decimal


def month_of(day: date) -> tuple[date, date]:
    """First and last day of the month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def unit_scores(actor: Actor, month: date) -> list[UnitScore]:
    """Every unit that was given tickets in the month, best first. Deductions are not booked yet."""
    permissions.require(actor, verbs.ROWS)
    first, last = month_of(month)
    scheme = ScoreScheme.objects.filter(valid_from__lte=first).order_by("-valid_from").first()
    if scheme is None:
        raise NotFound("这个月没有考核方案")
    parts = [score.part_from(row) for row in scheme.parts]
    found = []
    rows = _counted([p.code for p in parts], first, last)
    names = org.agencies_by_ids(row[0] for row in rows)
    for agency_id, dispatched, *pairs in rows:
        rates = {
            part.code: numbers.percentage(pairs[2 * i], pairs[2 * i + 1]) for i, part in enumerate(parts)
        }
        earned = score.unit_score(parts, rates)
        full = sum((p.full for p in parts), Decimal(0))
        name = names[agency_id].short_name if agency_id in names else ""
        found.append(UnitScore(agency_id, name, dispatched, earned.lines, earned.total, full))
    return sorted(found, key=lambda unit: (-unit.total, -unit.dispatched, unit.agency_id))


def _counted(codes: Iterable[str], first: date, last: date) -> list[tuple[int, ...]]:
    columns = ["lead_agency_id", "count(*) FILTER (WHERE dispatched)"]
    for figure in map(figure_of, codes):
        columns += [f"count(*) FILTER (WHERE {figure.counted})", f"count(*) FILTER (WHERE {figure.among})"]
    sql = (
        f"SELECT {', '.join(columns)} FROM hotline_ticket_facts "
        "WHERE received_day BETWEEN %(first)s AND %(last)s AND lead_agency_id IS NOT NULL GROUP BY 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"first": first, "last": last, "now": clock.now()})
        return list(cursor.fetchall())
