"""How rows come onto the register, one or thousands: row, contact, first step, lexemes, announcement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from wangge.kit import clock, crypto, events, feeds
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.premises import rules, wording
from wangge.premises.events import PremisesChanged, PremisesRegistered
from wangge.premises.models import Contact, LiaisonPair, Premises, PremisesMove
from wangge.territory import queries as territory
from wangge.territory.queries import Lineage

FEED = "premises.enterprise"
MOST_IDS = 200


@dataclass(frozen=True, slots=True)
class PremisesDraft:
    """What is known of a new premises. ``area_id`` is the deepest area known: grid, village or town.

    Without an area the point decides, without a point the actor's own area. ``found`` marks one that
    somebody met on a round and nobody has verified. ``contact_phone`` is in the clear and will be sealed.
    """

    name: str
    kind: str = "enterprise"
    short_name: str = ""
    credit_code: str = ""
    industry: str = ""
    above_scale: bool = False
    address: str = ""
    lon: float | None = None
    lat: float | None = None
    area_id: int | None = None
    dedicated_grid_id: int | None = None
    staff_total: int = 0
    contact_name: str = ""
    contact_phone: str = ""
    source: str = "console"
    client_id: UUID | None = None
    found: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """An unsaved row and its contact."""

    row: Premises
    contact_name: str = ""
    contact_phone: str = ""


def checked(draft: PremisesDraft) -> dict[str, Any]:
    """Normalised columns of a draft; ``Invalid`` names every field that is wrong."""
    values: dict[str, Any] = {
        "name": rules.normal_name(draft.name),
        "kind": draft.kind,
        "short_name": rules.normal_name(draft.short_name),
        "credit_code": rules.normal_code(draft.credit_code),
        "industry": draft.industry,
        "above_scale": draft.above_scale,
        "address": draft.address.strip(),
        "lon": draft.lon,
        "lat": draft.lat,
        "staff_total": draft.staff_total,
    }
    faults = rules.faults(values) | contact_faults(draft.contact_name, draft.contact_phone)
    if faults:
        raise Invalid(";".join(faults.values()), data={"fields": faults})
    return values


def contact_faults(name: str, phone: str) -> dict[str, str]:
    """What is wrong with a contact."""
    found = {}
    if fault := rules.phone_fault(phone):
        found["contact_phone"] = fault
    if phone and not name.strip():
        found["contact_name"] = "请填写联系人姓名"
    if len(name.strip()) > 40:
        found["contact_name"] = "不超过40字"
    return found


def new_row(actor: Actor, draft: PremisesDraft, lineage: Lineage) -> Ready:
    """An unsaved row in its areas; ``Invalid`` for what may not be stored."""
    assert lineage.town_id is not None, "area_of gives no area without a town"
    values = checked(draft)
    now = clock.now()
    row = Premises(
        **values,
        sort_key=wording.sort_key(values["name"]),
        town_id=lineage.town_id,
        village_id=lineage.village_id,
        grid_id=lineage.grid_id,
        dedicated_grid_id=draft.dedicated_grid_id,
        status="unverified" if draft.found else "active",
        source=draft.source,
        client_id=draft.client_id,
        created_at=now,
        created_by=actor.key,
        created_by_label=actor.label[:80],
        changed_at=now,
    )
    return Ready(row, draft.contact_name.strip(), rules.normal_phone(draft.contact_phone))


def within(actor: Actor, lineage: Lineage) -> bool:
    """Whether an area actor may put a row there; the district's desks may everywhere."""
    if actor.kind == "system" or actor.district_wide or actor.area_kind == "district":
        return True
    return actor.area_id in {lineage.town_id, lineage.village_id, lineage.grid_id}


def area_of(actor: Actor, area_id: int | None, lon: float | None, lat: float | None) -> Lineage:
    """Where a draft belongs; ``Invalid`` without a town or outside the actor's area."""
    card = None
    if area_id is not None:
        card = territory.area(area_id)
    elif lon is not None and lat is not None:
        card = territory.locate(lon, lat)
    if card is None and actor.area_id is not None:
        card = territory.area(actor.area_id)
    if card is None or card.town_id is None:
        raise Invalid.field("area_id", "请选择所属镇(街道)")
    lineage = Lineage(card.district_id, card.town_id, card.village_id, card.grid_id)
    if not within(actor, lineage):
        raise Invalid.field("area_id", "所选区域不在您的辖区内")
    return lineage


def store(actor: Actor, ready: Sequence[Ready]) -> list[int]:
    """Write unsaved rows with everything that belongs to them, in a handful of statements."""
    if not ready:
        return []
    now, today = clock.now(), clock.today()
    with refusing_doubles():
        Premises.objects.bulk_create([r.row for r in ready], batch_size=2000)
    Contact.objects.bulk_create(
        [
            Contact(
                premises=r.row,
                role="main",
                name=r.contact_name,
                phone_sealed=crypto.seal("phone", r.contact_phone),
                phone_index=crypto.blind_index("phone", r.contact_phone),
                valid_from=today,
            )
            for r in ready
            if r.contact_name
        ],
        batch_size=2000,
    )
    PremisesMove.objects.bulk_create(
        [
            PremisesMove(
                row=r.row,
                name="register",
                target=r.row.status,
                by=actor.key,
                by_label=actor.label[:80],
                agency_id=actor.agency_id,
                at=now,
                data={"source": r.row.source},
            )
            for r in ready
        ],
        batch_size=2000,
    )
    index([r.row for r in ready])
    ids = [r.row.pk for r in ready]
    told([r.row for r in ready])
    events.announce(PremisesRegistered(tuple(ids)))
    return ids


class refusing_doubles(transaction.Atomic):
    """A savepoint that turns a broken unique constraint into a ``Conflict``."""

    def __init__(self) -> None:
        super().__init__(using=None, savepoint=True, durable=False)

    def __exit__(self, exc_type: Any, exc_value: Any, traceback: Any) -> None:
        super().__exit__(exc_type, exc_value, traceback)
        if isinstance(exc_value, IntegrityError):
            if "premises_code_once" in str(exc_value):
                raise Conflict("该统一社会信用代码已经登记", code="code_taken") from None
            if "premises_name_once" in str(exc_value):
                raise Conflict("本镇(街道)已有同名的登记,请核对或填写信用代码", code="name_taken") from None
            if "client_id" in str(exc_value):
                raise Conflict("这条登记已经收到", code="already_reported") from None


def index(rows: Sequence[Premises]) -> None:
    """Write the search lexemes of rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT premises_index(%s::bigint[], %s::text[])",
            [
                [row.pk for row in rows],
                [wording.lexemes(row.name, row.short_name, filters=filters(row)) for row in rows],
            ],
        )


def filters(row: Premises) -> list[str]:
    """The filter lexemes of a row."""
    found = [f"kind:{row.kind}", f"town:{row.town_id}"]
    found += [f"village:{row.village_id}"] if row.village_id else []
    found += [f"grid:{row.grid_id}"] if row.grid_id else []
    found += [f"industry:{row.industry}"] if row.industry else []
    return [*found, "above_scale"] if row.above_scale else found


def told(rows: Sequence[Premises], *, before: Mapping[int, Sequence[int]] | None = None) -> None:
    """Tell the phones: those of the rows' grids, of the grids they left, and of their liaisons."""
    ids = [row.pk for row in rows]
    areas = {a for row in rows for a in (row.grid_id, row.dedicated_grid_id) if a}
    areas |= {a for left in (before or {}).values() for a in left}
    posts = set(
        LiaisonPair.objects.filter(premises_id__in=ids, valid_to__isnull=True).values_list(
            "post_id", flat=True
        )
    )
    if areas or posts:
        named = ids if len(ids) <= MOST_IDS else []
        feeds.changed(FEED, *named, area_ids=sorted(areas), post_ids=sorted(posts))


def changed(row: Premises, fields: Sequence[str], *, before: Sequence[int] = ()) -> None:
    """What follows a change of one row: lexemes, phones, announcement."""
    index([row])
    told([row], before={row.pk: before})
    events.announce(PremisesChanged((row.pk,), tuple(fields)))
