"""Forms and their versions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from wangge.forms.models import Form, FormVersion
from wangge.forms.template import AREA_LISTS
from wangge.kit import clock, paging
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class FormCard:
    """A form in a list: which version is out, which waits as a draft."""

    id: int
    code: str
    title: str
    about: str
    created_at: datetime
    published_id: int | None
    published_number: int | None
    published_at: datetime | None
    draft_id: int | None
    draft_number: int | None


def forms_visible_to(actor: Actor, cursor: str = "", limit: int = 50) -> paging.Page[FormCard]:
    """Forms that are not retired, newest first."""
    limit = paging.checked_limit(limit)
    rows = Form.objects.filter(retired_at__isnull=True).order_by("-created_at", "-id")
    if cursor:
        at, pk = paging.decode(cursor, 2)
        moment = datetime.fromisoformat(str(at))
        rows = rows.filter(created_at__lte=moment).exclude(created_at=moment, pk__gte=int(pk))
    found = list(rows[: limit + 1])
    more = paging.encode(found[limit - 1].created_at, found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(_cards(found[:limit]), more)


def _cards(forms: list[Form]) -> list[FormCard]:
    out: dict[int, tuple[int, int, datetime | None]] = {}
    drafts: dict[int, tuple[int, int]] = {}
    rows = FormVersion.objects.filter(form_id__in=[f.pk for f in forms]).exclude(status="replaced")
    for pk, form_id, number, status, at in rows.order_by("number").values_list(
        "pk", "form_id", "number", "status", "published_at"
    ):
        if status == "published":
            out[form_id] = (pk, number, at)
        else:
            drafts[form_id] = (pk, number)
    return [
        FormCard(
            f.pk,
            f.code,
            f.title,
            f.about,
            f.created_at,
            *out.get(f.pk, (None, None, None)),
            *drafts.get(f.pk, (None, None)),
        )
        for f in forms
    ]


def form_for(actor: Actor, form_id: int) -> Form:
    """One form; ``NotFound`` when it is retired or absent."""
    row = Form.objects.filter(pk=form_id, retired_at__isnull=True).first()
    if row is None:
        raise NotFound
    return row


def versions_of(actor: Actor, form_id: int) -> list[FormVersion]:
    """Every version of a form without its definition, newest first."""
    form_for(actor, form_id)
    return list(FormVersion.objects.filter(form_id=form_id).defer("definition").order_by("-number"))


def version_for(actor: Actor, version_id: int) -> FormVersion:
    """One version with its definition."""
    row = FormVersion.objects.select_related("form").filter(pk=version_id).first()
    if row is None:
        raise NotFound
    return row


def versions_for(ids: Iterable[int]) -> dict[int, FormVersion]:
    """Versions by id, absent ones left out."""
    rows = FormVersion.objects.select_related("form").filter(pk__in=set(ids))
    return {row.pk: row for row in rows}


def published(actor: Actor) -> list[FormVersion]:
    """The published version of every living form."""
    rows = FormVersion.objects.select_related("form").filter(
        status="published", form__retired_at__isnull=True
    )
    return list(rows.order_by("form__code"))


def on_phones(actor: Actor, ids: Collection[int] | None = None) -> QuerySet[FormVersion]:
    """What phones keep: published versions of living forms, and replaced ones that cases are pinned to."""
    rows = FormVersion.objects.select_related("form").filter(
        Q(status="published", form__retired_at__isnull=True)
        | Q(status__in=["published", "replaced"], needed_until__gte=clock.today())
    )
    return (rows if ids is None else rows.filter(pk__in=list(ids))).order_by("-id")


def area_lists(names: Iterable[str] = AREA_LISTS) -> dict[str, list[dict[str, str]]]:
    """The choices behind 区划镇街, 区划村社区, 区划网格: areas of the served district with their parents."""
    return {
        name: [
            {"name": str(a.id), "label": a.name, "parent": str(a.parent_id or "")}
            for a in territory.areas(AREA_LISTS[name])
        ]
        for name in names
    }
