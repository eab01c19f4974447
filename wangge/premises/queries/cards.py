"""What higher floors may know of premises: cards by id, targets by query, prefilled values.

These take ids, not an actor: the caller has its own gate for the rows it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from wangge.kit import crypto
from wangge.premises import wording
from wangge.premises.models import Contact, Premises
from wangge.premises.states import LIVING
from wangge.territory import queries as territory


@dataclass(frozen=True, slots=True)
class PremisesCard:
    """A premises in short; the contact's number is masked."""

    id: int
    kind: str
    name: str
    credit_code: str
    town_id: int
    village_id: int | None
    grid_id: int | None
    address: str
    staff_total: int
    contact_name: str
    contact_phone_masked: str


_COLUMNS = (
    "id", "kind", "name", "credit_code", "town_id", "village_id", "grid_id", "address", "staff_total",
)  # fmt: skip


def cards(ids: Iterable[int]) -> dict[int, PremisesCard]:
    """Cards by id, in two statements; unknown ids are left out."""
    wanted = list(set(ids))
    found = list(Premises.objects.filter(pk__in=wanted).values_list(*_COLUMNS)) if wanted else []
    people = main_contacts([row[0] for row in found])
    return {row[0]: PremisesCard(*(*row, *people.get(row[0], ("", "")))) for row in found}


def main_contacts(ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Name and masked number of the 联系人 of each premises that has one."""
    if not ids:
        return {}
    rows = Contact.objects.filter(premises_id__in=list(ids), role="main", valid_to__isnull=True)
    return {
        pk: (name, masked(sealed))
        for pk, name, sealed in rows.values_list("premises_id", "name", "phone_sealed")
    }


def masked(sealed: bytes | memoryview) -> str:
    """A sealed number as it may be shown."""
    return crypto.mask_phone(crypto.unseal("phone", sealed)) if sealed else ""


def select(
    *,
    kinds: Sequence[str] = ("enterprise", "construction"),
    town_ids: Sequence[int] = (),
    industry: str = "",
    above_scale: bool | None = None,
    text: str = "",
) -> list[int]:
    """Ids of the living premises that fit, in the order of towns and names: the targets of a campaign.

    Set-based and of any size. Without ``town_ids`` the whole district, without ``kinds`` every kind.
    """
    rows = Premises.objects.filter(status="active")
    if kinds:
        rows = rows.filter(kind__in=list(kinds))
    if town_ids:
        rows = rows.filter(town_id__in=list(town_ids))
    if industry:
        rows = rows.filter(industry=industry)
    if above_scale is not None:
        rows = rows.filter(above_scale=above_scale)
    if asked := wording.query(text):
        with connection.cursor() as cursor:
            cursor.execute("SELECT premises_find(%s::tsquery, %s)", [asked, 2**31 - 1])
            rows = rows.filter(pk__in=[row[0] for row in cursor.fetchall()])
    return list(rows.order_by("town_id", "sort_key", "id").values_list("pk", flat=True))


def register_values(ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """What a form shows instead of asking: the keys of ``wangge/forms/registers.py`` by premises."""
    found = cards(ids)
    towns = {town.id: town.name for town in territory.towns()}
    return {
        card.id: {
            "enterprise.name": card.name,
            "enterprise.credit_code": card.credit_code,
            "enterprise.address": card.address,
            "enterprise.contact": card.contact_name,
            "enterprise.phone": card.contact_phone_masked,
            "enterprise.town": towns.get(card.town_id, ""),
            "enterprise.staff_total": card.staff_total,
        }
        for card in found.values()
    }


def ids_by_codes(codes: Iterable[str]) -> dict[str, int]:
    """Premises id by credit code, for uploaded lists."""
    wanted = {code for code in codes if code}
    rows = Premises.objects.filter(credit_code__in=wanted).exclude(status="rejected")
    return dict(rows.values_list("credit_code", "pk"))


def ids_by_names(names: Iterable[str], town_ids: Iterable[int] = ()) -> dict[tuple[str, int], int]:
    """Premises id by (name, town id), for uploaded lists; living ones, of several the first."""
    rows = Premises.objects.filter(name__in=set(names), status__in=LIVING)
    if towns := set(town_ids):
        rows = rows.filter(town_id__in=towns)
    else:
        rows = rows.filter(town_id__in=[town.id for town in territory.towns()])
    found = rows.order_by("-pk").values_list("name", "town_id", "pk")
    return {(name, town): pk for name, town, pk in found}


def by_client_id(client_id: UUID) -> int | None:
    """The premises a phone reported under this id, ``None`` when it has not arrived."""
    return Premises.objects.filter(client_id=client_id).values_list("pk", flat=True).first()
