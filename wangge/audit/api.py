"""The auditor's reading room."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from wangge.audit import permissions as verbs
from wangge.audit import queries
from wangge.kit import permissions
from wangge.kit.http import actor_of

console = Router()


class EntryOut(Schema):
    id: int
    at: datetime
    actor_key: str
    actor_label: str
    action: str
    subject: str
    purpose: str


class EntryPage(Schema):
    items: list[EntryOut]
    next_cursor: str | None


class EntryQuery(Schema):
    subject: str = ""
    actor: str = ""
    action: str = ""
    day_from: date | None = None
    day_to: date | None = None
    cursor: str = ""
    limit: int = 50


class VerificationOut(Schema):
    seals: int
    entries: int
    unsealed: int
    broken: list[int]
    whole: bool


@console.get("entries", response=EntryPage, operation_id="audit_list_entries")
def list_entries(request: HttpRequest, query: Query[EntryQuery]) -> Any:
    """Who did what to which subject, when and why; newest first."""
    wanted = queries.EntryFilter(query.subject, query.actor, query.action, query.day_from, query.day_to)
    return queries.entries_visible_to(actor_of(request), wanted, query.cursor, query.limit)


@console.get("verification", response=VerificationOut, operation_id="audit_verify_log")
def verify_log(request: HttpRequest, day: date | None = None) -> Any:
    """Prove the log of a day, or all of it: every seal against its lines and the seal before."""
    permissions.require(actor_of(request), verbs.VERIFY)
    return queries.verify(day)
