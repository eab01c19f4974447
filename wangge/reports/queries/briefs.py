"""The daily brief: what it freezes, how it reads, and what a recount says later."""

from __future__ import annotations

# ruff: noqa: S608 -- only texts of this package are put together; values travel as parameters
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from wangge.hotline import queries as hotline
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.reports import permissions as verbs
from wangge.reports.figures import FIGURES, figure_of, statement
from wangge.reports.models import Brief, BriefMove
from wangge.reports.queries.panel import figures
from wangge.reports.queries.values import FigureValue, Period
from wangge.reports.rules import naming
from wangge.reports.rules.invariants import Check
from wangge.reports.states import BRIEF

BRIEF_CODES = (
    "total", "by_channel", "by_kind", "by_topic", "by_town", "top_categories", "refused", "undecided",
    "direct", "direct_rate", "dispatched", "on_time_all", "on_time_dispatched", "late", "sign_rate",
    "return_rate", "redo_rate", "callbacks_effective", "callback_rate", "satisfaction_overall",
    "satisfaction_rated", "solved_rate", "excluded",
)  # fmt: skip
EXAMPLE_KINDS = (("inquiry", "咨询"), ("help", "求助"), ("complaint", "投诉举报"))
PER_KIND = 3


def brief_figures(actor: Actor, day: date) -> dict[str, FigureValue]:
    """The figures a brief of this day freezes."""
    return figures(actor, BRIEF_CODES, Period(day, day))


def frozen(value: FigureValue) -> dict[str, Any]:
    """A figure as it is kept: plain JSON with its definition and the query that counted it."""
    kept = asdict(value)
    kept["value"] = str(value.value) if isinstance(value.value, Decimal) else value.value
    kept["as_of"] = value.as_of.isoformat()
    kept["period"] = [value.period.first.isoformat(), value.period.last.isoformat()] if value.period else None
    kept["groups"] = [asdict(group) for group in value.groups]
    kept["query"] = statement(FIGURES[value.code])
    return kept


def frozen_check(check: Check) -> dict[str, Any]:
    """An equation as it is kept."""
    return asdict(check)


def counted_ids(actor: Actor, day: date) -> dict[str, list[int]]:
    """The ids every count and rate of the brief counted, for the recount."""
    permissions.require(actor, verbs.VIEW)
    some = [f for f in map(figure_of, BRIEF_CODES) if f.shape in ("count", "rate")]
    parts = [f"'{f.code}', coalesce(json_agg(id ORDER BY id) FILTER (WHERE {f.counted}), '[]')" for f in some]
    sql = (
        f"SELECT json_build_object({', '.join(parts)}) FROM hotline_ticket_facts WHERE received_day = %(day)s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"day": day, "now": clock.now()})
        found = cursor.fetchone()[0]
    return dict(json.loads(found) if isinstance(found, str) else found)


def examples(actor: Actor, day: date) -> list[dict[str, Any]]:
    """Two or three matters of each class, anonymous by rule: what was asked, what was done.

    Only closed, not confidential tickets; the one with the most follow-up first.
    """
    permissions.require(actor, verbs.VIEW)
    sql = """
        SELECT id, kind_class FROM (
          SELECT id, kind_class, row_number() OVER (
            PARTITION BY kind_class ORDER BY dispatched DESC, urgency DESC, id) AS place
          FROM (SELECT id, dispatched, urgency,
                  CASE WHEN kind IN ('complaint', 'report') THEN 'complaint' ELSE kind END AS kind_class
                FROM hotline_ticket_facts
                WHERE received_day = %s AND closed_at IS NOT NULL AND NOT refused AND NOT confidential) t
          WHERE kind_class IN ('inquiry', 'help', 'complaint')) ranked
        WHERE place <= %s ORDER BY kind_class, place"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [day, PER_KIND])
        picked = cursor.fetchall()
    texts = hotline.plain_texts(actor, [row[0] for row in picked])
    words = dict(EXAMPLE_KINDS)
    return [
        {"ticket_id": pk, "kind": kind, "kind_label": words[kind], "chosen": place < 8} | _example(texts[pk])
        for place, (pk, kind) in enumerate(picked)
        if pk in texts
    ]


def _example(text: Any) -> dict[str, str]:
    called = naming.style(text.caller_style, text.content)
    return {
        "called": called,
        "matter": naming.shortened(naming.anonymous(text.content or text.title, called), 120),
        "answer": naming.shortened(naming.anonymous(text.public_reply, called), 120),
    }


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A brief in the list."""

    day: date
    issue_no: int
    status: str
    status_label: str
    total: int
    signed_at: datetime | None
    signed_by: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """A brief as it is read: frozen figures by code, equations, examples, who did what."""

    id: int
    day: date
    issue_no: int
    status: str
    status_label: str
    tone: str
    version: int
    figures: dict[str, dict[str, Any]]
    checks: list[dict[str, Any]]
    holds: bool
    examples: list[dict[str, Any]]
    remarks: str
    compiled_at: datetime
    checked_at: datetime | None
    checked_by: str
    signed_at: datetime | None
    signed_by: str
    moves: list[dict[str, Any]]
    allowed: list[str]


def briefs(actor: Actor, limit: int = 31) -> list[BriefLine]:
    """The latest briefs, newest first."""
    permissions.require(actor, verbs.BRIEF)
    return [
        BriefLine(b.day, b.issue_no, b.status, BRIEF.labels[b.status], _total(b), b.signed_at, b.signed_by)
        for b in Brief.objects.order_by("-day").defer("counted", "examples")[:limit]
    ]


def _total(brief: Brief) -> int:
    return next((f["value"] for f in brief.figures if f["code"] == "total"), 0)


def brief(actor: Actor, day: date) -> BriefView:
    """The brief of a day; ``NotFound`` when none was written."""
    permissions.require(actor, verbs.BRIEF)
    row = Brief.objects.filter(day=day).defer("counted").first()
    if row is None:
        raise NotFound("这一天还没有日报")
    moves = BriefMove.objects.filter(row=row).order_by("id").values("name", "by_label", "at", "reason")
    verb = {"compile": verbs.EDIT, "edit": verbs.EDIT, "check": verbs.CHECK, "sign": verbs.SIGN}
    return BriefView(
        id=row.pk,
        day=row.day,
        issue_no=row.issue_no,
        status=row.status,
        status_label=BRIEF.labels[row.status],
        tone=BRIEF.tones[row.status],
        version=row.version,
        figures={f["code"]: f for f in row.figures},
        checks=row.checks,
        holds=all(c["holds"] for c in row.checks),
        examples=row.examples,
        remarks=row.remarks,
        compiled_at=row.compiled_at,
        checked_at=row.checked_at,
        checked_by=row.checked_by,
        signed_at=row.signed_at,
        signed_by=row.signed_by,
        moves=[m | {"label": BRIEF.move_labels[m["name"]]} for m in moves],
        allowed=[m for m in BRIEF.allowed(row.status) if actor.may(verb.get(m, verbs.CHECK))],
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that reads otherwise now: what was frozen, what is counted today, which tickets."""

    code: str
    name: str
    frozen: str
    now: str
    change: int
    added: tuple[int, ...]
    gone: tuple[int, ...]


def recount(actor: Actor, day: date) -> list[Difference]:
    """Count a frozen brief again and say what differs and because of which tickets (ids)."""
    permissions.require(actor, verbs.BRIEF)
    row = Brief.objects.filter(day=day).first()
    if row is None:
        raise NotFound("这一天还没有日报")
    current = brief_figures(actor, day)
    ids = counted_ids(actor, day)
    return [
        difference
        for kept in row.figures
        if kept["code"] in current
        and (difference := _difference(kept, current[kept["code"]], row.counted, ids)) is not None
    ]


def _difference(
    kept: Mapping[str, Any], now: FigureValue, before: Mapping[str, list[int]], after: Mapping[str, list[int]]
) -> Difference | None:
    old, new = set(before.get(now.code, ())), set(after.get(now.code, ()))
    groups = {g.key: g.value for g in now.groups}
    same = (kept["numerator"], kept["denominator"]) == (now.numerator, now.denominator)
    if same and old == new and {g["key"]: g["value"] for g in kept["groups"]} == groups:
        return None
    return Difference(
        code=now.code,
        name=now.name,
        frozen=kept["text"],
        now=now.text,
        change=now.numerator - kept["numerator"],
        added=tuple(sorted(new - old)),
        gone=tuple(sorted(old - new)),
    )
