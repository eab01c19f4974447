"""Places: points people name. Their grid is found when they come in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from wangge.kit import permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.territory import queries
from wangge.territory.models import Place
from wangge.territory.permissions import EDIT
from wangge.territory.rules import gcj02_to_wgs84
from wangge.territory.services.tree import BATCH


@dataclass(frozen=True)
class PlaceRow:
    """One row of a list of places; degrees in the list's datum, ``line`` for the report."""

    name: str
    kind: str
    lon: float
    lat: float
    address: str = ""
    line: int = 0


@dataclass
class PlaceReport:
    """``rows_in == stored + len(refused)``; refused: (line, name, why). ``already`` were there before."""

    rows_in: int = 0
    stored: int = 0
    already: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)


@transaction.atomic
def create_place(
    *,
    actor: Actor,
    name: str,
    kind: str,
    lon: float,
    lat: float,
    address: str = "",
    is_schematic: bool = False,
) -> int:
    """A named point in WGS-84; its area is the grid it lies in. Returns its id."""
    permissions.require(actor, EDIT)
    card = queries.locate(lon, lat)
    if card is None:
        raise Invalid.field("lon", "该位置不在任何网格内")
    place = Place(
        name=name, kind=kind, address=address, area_id=card.id, lon=lon, lat=lat, is_schematic=is_schematic
    )
    place.save()
    return place.pk


@transaction.atomic
def import_places(*, actor: Actor, rows: Iterable[PlaceRow], datum: str = "wgs84") -> PlaceReport:
    """Store a list of places; each lands in its grid or is refused with a reason. Repeatable."""
    permissions.require(actor, EDIT)
    if datum not in {"wgs84", "gcj02"}:
        raise Invalid.field("datum", "坐标系应为 wgs84 或 gcj02")
    kept = list(rows)
    points = [gcj02_to_wgs84(r.lon, r.lat) if datum == "gcj02" else (r.lon, r.lat) for r in kept]
    report = PlaceReport(rows_in=len(kept))
    known = set(Place.objects.values_list("name", "kind", "area_id"))
    fresh: list[Place] = []
    for row, (lon, lat), area_id in zip(kept, points, queries.locate_many(points), strict=True):
        name, kind = row.name.strip(), row.kind.strip()
        fault = _fault(name, kind, row.address, area_id)
        if fault is not None or area_id is None:
            report.refused.append((row.line, row.name, fault or ""))
            continue
        report.stored += 1
        if (name, kind, area_id) in known:
            report.already += 1
            continue
        known.add((name, kind, area_id))
        fresh.append(Place(name=name, kind=kind, address=row.address, area_id=area_id, lon=lon, lat=lat))
    Place.objects.bulk_create(fresh, batch_size=BATCH)
    return report


def _fault(name: str, kind: str, address: str, area_id: int | None) -> str | None:
    """Why a row cannot become a place."""
    if not 1 <= len(name) <= 80:
        return "名称应为 1 到 80 个字"
    if not 1 <= len(kind) <= 20:
        return "类别应为 1 到 20 个字"
    if len(address) > 200:
        return "地址超过 200 个字"
    return "该位置不在任何网格内" if area_id is None else None
