"""Filled-in sheets, through the gate; personal answers are masks here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from wangge.forms.models import AnswerSheet
from wangge.forms.permissions import FILL, READ
from wangge.kit import clock, paging, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.territory import queries as territory

KIND = "forms.sheet"
LEVELS = {"town": "town_id", "village": "village_id", "grid": "grid_id"}
KEPT_ON_PHONE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SheetFilter:
    """Which sheets of a version: of an area, received on these days (both inclusive), of this post."""

    area: int | None = None
    since: date | None = None
    until: date | None = None
    mine: bool = False


def sheets_visible_to(actor: Actor) -> QuerySet[AnswerSheet]:
    """Sheets in the actor's scope.

    District desks: all. Town and village administrators: their area's. Units: those of their own forms
    and of their own people. Whoever only fills in: the own ones.
    """
    rows = AnswerSheet.objects.all()
    if actor.kind == "system":
        return rows
    if not actor.in_post or not (actor.may(READ) or actor.may(FILL)):
        return rows.none()
    own = Q(post_id=actor.post_id or 0)
    if not actor.may(READ):
        return rows.filter(own)
    if actor.district_wide:
        return rows
    if actor.role == "area_admin":
        if actor.area_kind == "district" and actor.area_id is not None:
            return rows
        column = LEVELS.get(actor.area_kind)
        return (
            rows.filter(own | Q(**{column: actor.area_id})) if column and actor.area_id else rows.filter(own)
        )
    agencies = list(actor.agency_ids)
    return rows.filter(own | Q(agency_id__in=agencies) | Q(version__form__agency_id__in=agencies))


def sheet_for(actor: Actor, sheet_id: int) -> AnswerSheet:
    """One sheet in scope with its version and form."""
    permissions.require(actor, FILL)
    rows = sheets_visible_to(actor).select_related("version__form", "town", "village", "grid")
    row = rows.filter(pk=sheet_id).first()
    if row is None:
        raise NotFound
    return row


def narrowed(rows: QuerySet[AnswerSheet], wanted: SheetFilter, actor: Actor) -> QuerySet[AnswerSheet]:
    """The rows that fit a filter."""
    if wanted.area is not None and (column := LEVELS.get(territory.area(wanted.area).kind)):
        rows = rows.filter(**{column: wanted.area})
    if wanted.since is not None:
        rows = rows.filter(received_at__gte=clock.start_of(wanted.since))
    if wanted.until is not None:
        rows = rows.filter(received_at__lt=clock.start_of(wanted.until + timedelta(days=1)))
    return rows.filter(post_id=actor.post_id) if wanted.mine else rows


def sheets_of(
    actor: Actor, version_id: int, wanted: SheetFilter | None = None, cursor: str = "", limit: int = 50
) -> paging.Page[AnswerSheet]:
    """Filled-in sheets of a version in scope, newest first."""
    permissions.require(actor, READ)
    limit = paging.checked_limit(limit)
    rows = sheets_visible_to(actor).filter(version_id=version_id)
    rows = narrowed(rows, wanted or SheetFilter(), actor).select_related("town", "village", "grid")
    return _page(rows.defer("sealed"), cursor, limit)


def _page(rows: QuerySet[AnswerSheet], cursor: str, limit: int) -> paging.Page[AnswerSheet]:
    rows = rows.order_by("-received_at", "-id")
    if cursor:
        at, pk = paging.decode(cursor, 2)
        moment = datetime.fromisoformat(str(at))
        rows = rows.filter(received_at__lte=moment).exclude(received_at=moment, pk__gte=int(pk))
    found = list(rows[: limit + 1])
    more = paging.encode(found[limit - 1].received_at, found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(found[:limit], more)


def mine(actor: Actor, ids: Iterable[int] | None = None) -> QuerySet[AnswerSheet]:
    """What a post sent in the last thirty days, newest first."""
    rows = AnswerSheet.objects.filter(
        post_id=actor.post_id or 0, received_at__gte=clock.now() - KEPT_ON_PHONE
    ).select_related("version__form")
    rows = rows if ids is None else rows.filter(pk__in=list(ids))
    return rows.defer("sealed", "answers", "version__definition").order_by("-received_at", "-id")


def sheet_by_client_id(client_id: UUID) -> AnswerSheet | None:
    """The stored sheet of a device's id, ``None`` when it has not arrived."""
    return AnswerSheet.objects.filter(client_id=client_id).first()


def sheets_by_client_ids(client_ids: Iterable[UUID]) -> list[AnswerSheet]:
    """The stored sheets among devices' ids."""
    return list(AnswerSheet.objects.filter(client_id__in=list(client_ids)))
