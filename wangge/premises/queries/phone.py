"""What phones keep of premises: masked, JSON values only."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wangge.kit.actor import Actor
from wangge.premises import rules
from wangge.premises.models import Premises
from wangge.premises.queries.cards import main_contacts
from wangge.premises.queries.scope import premises_visible_to
from wangge.premises.states import LABELS, LIVING
from wangge.territory import queries as territory

MOST = 2000


def phone_records(actor: Actor, ids: Collection[int] | None = None) -> list[dict[str, Any]]:
    """Living premises of the actor's grid, or those a liaison looks after; newest first when cut."""
    rows = premises_visible_to(actor).filter(status__in=LIVING)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    found = list(rows.order_by("-id")[:MOST])
    people = main_contacts([row.pk for row in found])
    towns = {town.id: town.short_name for town in territory.towns()}
    return [phone_record(row, people.get(row.pk, ("", "")), towns.get(row.town_id, "")) for row in found]


def phone_record(row: Premises, contact: tuple[str, str], town: str) -> dict[str, Any]:
    """One premises as a phone keeps it; ``version`` goes back with a correction."""
    return {
        "id": row.pk,
        "kind": row.kind,
        "kind_label": rules.KINDS[row.kind],
        "name": row.name,
        "credit_code": row.credit_code,
        "industry": row.industry,
        "industry_label": rules.INDUSTRIES.get(row.industry, ""),
        "above_scale": row.above_scale,
        "address": row.address,
        "lon": row.lon,
        "lat": row.lat,
        "town": town,
        "grid_id": row.grid_id,
        "staff_total": row.staff_total,
        "status": row.status,
        "status_label": LABELS[row.status],
        "version": row.version,
        "sort_key": row.sort_key,
        "contact_name": contact[0],
        "contact_phone_masked": contact[1],
    }


def server_version(row: Premises) -> dict[str, Any]:
    """The same for one row: what a conflict shows beside the phone's version."""
    town = territory.area(row.town_id).short_name
    return phone_record(row, main_contacts([row.pk]).get(row.pk, ("", "")), town)
