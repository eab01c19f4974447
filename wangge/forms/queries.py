"""Reads of forms; questionnaires are no secret inside the house, filled-in sheets are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from wangge.forms.models import AnswerSheet, Form, FormVersion
from wangge.forms.permissions import READ
from wangge.kit import paging, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound


def forms_visible_to(actor: Actor, cursor: str = "", limit: int = 50) -> paging.Page[Form]:
    """Forms that are not retired, newest first."""
    limit = paging.checked_limit(limit)
    rows = Form.objects.filter(retired_at__isnull=True).order_by("-created_at", "-id")
    if cursor:
        at, pk = paging.decode(cursor, 2)
        moment = datetime.fromisoformat(str(at))
        rows = rows.filter(created_at__lte=moment).exclude(created_at=moment, pk__gte=int(pk))
    found = list(rows[: limit + 1])
    more = paging.encode(found[limit - 1].created_at, found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(found[:limit], more)


def form_for(actor: Actor, form_id: int) -> Form:
    """One form; ``NotFound`` when it is retired or absent."""
    row = Form.objects.filter(pk=form_id, retired_at__isnull=True).first()
    if row is None:
        raise NotFound
    return row


def versions_of(actor: Actor, form_id: int) -> list[FormVersion]:
    """Every version of a form, newest first."""
    form_for(actor, form_id)
    return list(FormVersion.objects.filter(form_id=form_id).order_by("-number"))


def version_for(actor: Actor, version_id: int) -> FormVersion:
    """One version with its definition."""
    row = FormVersion.objects.select_related("form").filter(pk=version_id).first()
    if row is None:
        raise NotFound
    return row


def published(actor: Actor) -> list[FormVersion]:
    """What a phone keeps: the published version of every living form."""
    rows = FormVersion.objects.select_related("form").filter(
        status="published", form__retired_at__isnull=True
    )
    return list(rows.order_by("form__code"))


def sheets_of(actor: Actor, version_id: int, cursor: str = "", limit: int = 50) -> paging.Page[AnswerSheet]:
    """Filled-in sheets of a version, newest first."""
    permissions.require(actor, READ)
    limit = paging.checked_limit(limit)
    rows = AnswerSheet.objects.filter(version_id=version_id).order_by("-id")
    if cursor:
        rows = rows.filter(pk__lt=int(paging.decode(cursor, 1)[0]))
    found = list(rows[: limit + 1])
    more = paging.encode(found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(found[:limit], more)


def sheet_by_client_id(client_id: UUID) -> AnswerSheet | None:
    """The stored sheet of a device's id, ``None`` when it has not arrived."""
    return AnswerSheet.objects.filter(client_id=client_id).first()


def sheets_by_client_ids(client_ids: Iterable[UUID]) -> list[AnswerSheet]:
    """The stored sheets among devices' ids."""
    return list(AnswerSheet.objects.filter(client_id__in=list(client_ids)))
