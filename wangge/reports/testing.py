"""Builders: facts as the hotline's view would give them, for exact figures without a whole ticket's life."""

from __future__ import annotations

# ruff: noqa: S608 -- only texts of this package are put together; values travel as parameters
import itertools
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from wangge.kit import clock

_numbers = itertools.count(1)
COLUMNS: dict[str, str] = {
    "id": "bigint",
    "no": "text",
    "title": "text DEFAULT '路面积水'",
    "received_at": "timestamptz",
    "received_day": "date",
    "channel": "text DEFAULT 'phone'",
    "kind": "text DEFAULT 'help'",
    "topic": "text DEFAULT ''",
    "urgency": "text DEFAULT 'normal'",
    "category": "text DEFAULT ''",
    "confidential": "boolean DEFAULT false",
    "town_id": "bigint",
    "direct": "boolean DEFAULT false",
    "dispatched": "boolean DEFAULT false",
    "refused": "boolean DEFAULT false",
    "dispatched_at": "timestamptz",
    "sign_due": "timestamptz",
    "signed_at": "timestamptz",
    "sign_late": "boolean DEFAULT false",
    "reply_due": "timestamptz",
    "replied_at": "timestamptz",
    "late": "boolean DEFAULT false",
    "returns": "integer DEFAULT 0",
    "redo_count": "integer DEFAULT 0",
    "callback_effective": "boolean DEFAULT false",
    "satisfaction": "text DEFAULT ''",
    "unit_satisfaction": "text DEFAULT ''",
    "operator_satisfaction": "text DEFAULT ''",
    "solved": "text DEFAULT ''",
    "excluded": "boolean DEFAULT false",
    "closed_at": "timestamptz",
    "status": "text DEFAULT 'in_progress'",
    "open": "boolean DEFAULT true",
    "lead_agency_id": "bigint",
}


def facts_of_our_own() -> None:
    """Put an empty table of the view's name before it, for this transaction's connection."""
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE hotline_ticket_facts ({columns}) ON COMMIT DROP")


def some_facts(count: int = 1, *, at: datetime | None = None, **columns: Any) -> list[int]:
    """``count`` facts received at a moment (now); returns their ids."""
    at = at or clock.now()
    day = columns.pop("received_day", at.astimezone(clock.CHINA).date())
    made = []
    for _ in range(count):
        number = next(_numbers)
        row = {"id": number, "no": f"T{number:06}", "received_at": at, "received_day": day} | columns
        names, marks = ", ".join(row), ", ".join(["%s"] * len(row))
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO hotline_ticket_facts ({names}) VALUES ({marks})", list(row.values()))
        made.append(number)
    return made


def answered(count: int, **columns: Any) -> list[int]:
    """Facts of tickets answered directly."""
    plain: dict[str, Any] = {"direct": True, "open": False, "status": "closed", "kind": "inquiry"}
    return some_facts(count, **(plain | {"closed_at": columns.get("at") or clock.now()} | columns))


def handled(count: int, *, late: bool = False, **columns: Any) -> list[int]:
    """Facts of tickets dispatched, signed, replied (in time or ``late``) and closed."""
    at = columns.get("at") or clock.now()
    plain: dict[str, Any] = {
        "dispatched": True,
        "dispatched_at": at + timedelta(minutes=5),
        "sign_due": at + timedelta(hours=2),
        "signed_at": at + timedelta(hours=1),
        "reply_due": at + timedelta(days=1),
        "replied_at": at + (timedelta(days=2) if late else timedelta(hours=8)),
        "closed_at": at + timedelta(days=2),
        "late": late,
        "open": False,
        "status": "closed",
    }
    return some_facts(count, **(plain | columns))


def waiting(count: int, *, due: datetime, **columns: Any) -> list[int]:
    """Facts of tickets in a unit's hands, not answered yet."""
    at = columns.get("at") or clock.now()
    plain: dict[str, Any] = {"dispatched": True, "dispatched_at": at, "reply_due": due}
    return some_facts(count, **(plain | columns))


def the_page_days(first: date = date(2021, 8, 1)) -> None:
    """The page's eleven days in facts: 7,491 tickets, 4,961 direct, 10 late, 151 of 153 satisfied."""
    for offset in range(11):
        at = clock.start_of(first + timedelta(days=offset)) + timedelta(hours=9)
        answered(451, at=at)
        handled(230, at=at, late=False)
    at = clock.start_of(first) + timedelta(hours=10)
    # 11 x 681 = 7,491 exactly; ten of them late, 153 asked after
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE hotline_ticket_facts SET late = true WHERE id IN "
            "(SELECT id FROM hotline_ticket_facts WHERE dispatched ORDER BY id LIMIT 10)"
        )
        cursor.execute(
            "UPDATE hotline_ticket_facts f SET callback_effective = true, solved = 'yes', "
            "satisfaction = CASE WHEN n <= 2 THEN 'dissatisfied' WHEN n <= 50 THEN 'basic' "
            "ELSE 'satisfied' END "
            "FROM (SELECT id, row_number() OVER (ORDER BY id) n FROM hotline_ticket_facts "
            "WHERE dispatched) x WHERE x.id = f.id AND n <= 153"
        )
