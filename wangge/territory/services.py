"""Every write to the area tree: build, import codings, replace, draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.db import transaction
from django.db.models import F
from pypinyin import Style, lazy_pinyin

from wangge.kit import events, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.territory import queries
from wangge.territory.events import AreaReplaced
from wangge.territory.models import Area, AreaAlias, AreaSuccession, Place, TreeVersion
from wangge.territory.permissions import EDIT, IMPORT
from wangge.territory.rules import (
    GRID_KINDS,
    PARENT_KIND,
    CodeRow,
    bare_name,
    code_fault,
    gcj02_to_wgs84,
    trimmed,
)

BATCH = 1000
Datum = Literal["wgs84", "gcj02"]


@dataclass(frozen=True)
class NewArea:
    """What a new area is made of; ``boundary`` is GeoJSON in WGS-84."""

    kind: str
    name: str
    key: str
    parent_id: int | None = None
    grid_kind: str = ""
    households: int = 0
    persons: int = 0
    boundary: dict[str, Any] | None = None
    lon: float | None = None
    lat: float | None = None
    is_schematic: bool = False
    valid_from: date | None = None


def _touch() -> None:
    if not TreeVersion.objects.update(number=F("number") + 1):
        TreeVersion.objects.create(number=1)
    queries.forget_cache()


def spelled(name: str) -> tuple[str, str]:
    """Pinyin without tones and the initials: ``石港镇`` → ``shigangzhen``, ``sgz``."""
    letters = "".join(lazy_pinyin(name, errors="ignore"))
    return letters[:120], "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore"))[:30]


def _row(new: NewArea, parent: Area | None) -> Area:
    pinyin, initials = spelled(new.name)
    return Area(
        key=new.key,
        kind=new.kind,
        name=new.name,
        short_name=bare_name(new.name),
        pinyin=pinyin,
        initials=initials,
        parent=parent,
        district_id=parent.district_id if parent else None,
        town_id=parent.town_id if parent else None,
        village_id=parent.village_id if parent else None,
        grid_kind=new.grid_kind,
        households=new.households,
        persons=new.persons,
        boundary=new.boundary,
        lon=new.lon,
        lat=new.lat,
        is_schematic=new.is_schematic,
        valid_from=new.valid_from or date(2000, 1, 1),
    )


def _own_level(row: Area) -> None:
    """An area above the grid is its own ancestor on its own level."""
    if row.kind != "grid":
        setattr(row, f"{row.kind}_id", row.pk)


def _checked(new: NewArea, parent: Area | None) -> None:
    wanted = PARENT_KIND.get(new.kind)
    if new.kind not in {"district", *PARENT_KIND}:
        raise Invalid.field("kind", "层级应为区、镇、村或网格")
    if (parent.kind if parent else None) != wanted:
        raise Invalid.field("parent_id", "上级区划的层级不对:网格属于村(社区),村属于镇,镇属于区")
    if new.kind == "grid" and new.grid_kind not in GRID_KINDS:
        raise Invalid.field("grid_kind", "网格类型应为 1 综合、2 专属或 3 微网格")


@transaction.atomic
def create_area(*, actor: Actor, new: NewArea) -> queries.AreaCard:
    """Add one area under its parent."""
    permissions.require(actor, EDIT)
    parent = Area.objects.filter(pk=new.parent_id).first() if new.parent_id else None
    _checked(new, parent)
    if Area.objects.filter(key=new.key).exists():
        raise Conflict(f"编码 {new.key} 已存在", code="key_taken")
    row = _row(new, parent)
    row.save()
    _own_level(row)
    row.save(update_fields=["district_id", "town_id", "village_id"])
    _touch()
    return queries.area(row.pk)


@transaction.atomic
def create_areas(*, actor: Actor, news: Sequence[NewArea], parents: Mapping[str, str]) -> dict[str, int]:
    """Add many areas of one kind at once; ``parents`` maps a new key to its parent's key.

    Returns the ids by key. One statement per thousand rows.
    """
    permissions.require(actor, EDIT)
    wanted = set(parents.values())
    above = {a.key: a for a in Area.objects.filter(key__in=wanted).defer("boundary")}
    rows = []
    for new in news:
        parent = above.get(parents.get(new.key, ""))
        _checked(new, parent)
        rows.append(_row(new, parent))
    made = Area.objects.bulk_create(rows, batch_size=BATCH)
    for row in made:
        _own_level(row)
    if made and made[0].kind != "grid":
        Area.objects.bulk_update(made, [f"{made[0].kind}_id"], batch_size=BATCH)
    _touch()
    return {row.key: row.pk for row in made}


@transaction.atomic
def add_aliases(*, actor: Actor, source: str, edition: str, codes: Iterable[tuple[int, str, str]]) -> int:
    """Store (area id, code, name) of a coding; returns how many are new."""
    permissions.require(actor, IMPORT)
    rows = [AreaAlias(area_id=a, source=source, edition=edition, code=c, name=n) for a, c, n in codes]
    before = AreaAlias.objects.filter(source=source, edition=edition).count()
    AreaAlias.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    return AreaAlias.objects.filter(source=source, edition=edition).count() - before


@dataclass
class CodeReport:
    """What became of a pack: ``rows_in == stored + len(refused)``, always.

    ``swapped`` names codes that mean another town in another coding (they are kept apart),
    ``unmatched`` the rows whose town no other coding knows: they became areas of their own.
    """

    rows_in: int = 0
    stored: int = 0
    already: int = 0
    refused: list[tuple[int, str, str, str]] = field(default_factory=list)
    swapped: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)


@transaction.atomic
def import_codes(*, actor: Actor, rows: Iterable[CodeRow], source: str, edition: str) -> CodeReport:
    """Load the county and town rows of a coding as aliases of our own areas.

    Matched on county code + name, never on the town code: two codings give one code to two towns.
    A town that is new becomes an area. Importing again changes nothing.
    """
    permissions.require(actor, IMPORT)
    report = CodeReport()
    book = _Book(source, edition)
    aliases: list[AreaAlias] = []
    for row in rows:
        report.rows_in += 1
        fault = code_fault(row.code, row.name)
        code = trimmed(row.code) if fault is None else row.code
        if fault is None and code in book.own and book.own[code] != row.name:
            fault = f"同一代码 {code} 在本版本中已是“{book.own[code]}”"
        if fault is not None:
            report.refused.append((row.line, row.code, row.name, fault))
            continue
        report.stored += 1
        if code in book.own:
            report.already += 1
            continue
        area_id = book.area_for(code, row.name, report)
        for other, other_name in book.others.get(code, ()):
            if bare_name(other_name) != bare_name(row.name):
                report.swapped.append(f"{code}:本版本为“{row.name}”,{other} 为“{other_name}”")
        book.own[code] = row.name
        aliases.append(AreaAlias(area_id=area_id, source=source, edition=edition, code=code, name=row.name))
    AreaAlias.objects.bulk_create(aliases, batch_size=BATCH)
    _touch()
    return report


class _Book:
    """What is known while a pack is read: own codes of this edition, codes of others, areas by name."""

    def __init__(self, source: str, edition: str) -> None:
        self.own: dict[str, str] = {}
        self.others: dict[str, list[tuple[str, str]]] = {}
        for row in AreaAlias.objects.all():
            if (row.source, row.edition) == (source, edition):
                self.own[row.code] = row.name
            else:
                self.others.setdefault(row.code, []).append((f"{row.source} {row.edition}", row.name))
        self.known_elsewhere = bool(self.others)
        self.counties: dict[str, Area] = {}
        self.towns: dict[tuple[int, str], int] = {}
        for area in Area.objects.filter(kind__in=["district", "town"], valid_to__isnull=True).defer(
            "boundary"
        ):
            if area.kind == "district":
                self.counties[area.key] = area
            elif area.parent_id:
                self.towns[(area.parent_id, area.name)] = area.pk

    def county(self, code: str, name: str = "") -> Area:
        if code not in self.counties:
            row = _row(NewArea("district", name or code, code), None)
            row.save()
            _own_level(row)
            row.save(update_fields=["district_id"])
            self.counties[code] = row
        county = self.counties[code]
        if name and county.name == county.key:
            county.name, county.short_name = name, bare_name(name)
            county.pinyin, county.initials = spelled(name)
            county.save(update_fields=["name", "short_name", "pinyin", "initials"])
        return county

    def area_for(self, code: str, name: str, report: CodeReport) -> int:
        if len(code) == 6:
            return self.county(code, name).pk
        county = self.county(code[:6])
        if len(code) == 12:
            return self.village_for(code, name, county)
        found = self.towns.get((county.pk, name))
        if found is None:
            if self.known_elsewhere:
                report.unmatched.append(f"{code} {name}")
            found = self.child(NewArea("town", name, f"{county.key}/{name}"), county)
            self.towns[(county.pk, name)] = found
        return found

    def village_for(self, code: str, name: str, county: Area) -> int:
        town_name = self.own.get(code[:9])
        town_id = self.towns.get((county.pk, town_name)) if town_name else None
        if town_id is None:
            raise Invalid(f"村级代码 {code} 的上级镇 {code[:9]} 尚未导入,请先导入镇级数据")
        existing = Area.objects.filter(parent_id=town_id, name=name, valid_to__isnull=True).first()
        town = Area.objects.get(pk=town_id)
        return existing.pk if existing else self.child(NewArea("village", name, f"{town.key}/{name}"), town)

    def child(self, new: NewArea, parent: Area) -> int:
        row = _row(new, parent)
        row.save()
        _own_level(row)
        row.save(update_fields=["town_id", "village_id"])
        return row.pk


@transaction.atomic
def replace_area(
    *, actor: Actor, old_id: int, successors: Sequence[NewArea], day: date, reason: str
) -> list[queries.AreaCard]:
    """Split, merge or rename: ``old`` ends on ``day``, its successors begin; codes stay with the old."""
    permissions.require(actor, EDIT)
    old = Area.objects.select_for_update().filter(pk=old_id, valid_to__isnull=True).first()
    if old is None:
        raise Conflict("该区划已停用,请刷新", code="ended")
    if not reason.strip():
        raise Invalid.field("reason", "请填写调整原因")
    if Area.objects.filter(parent=old, valid_to__isnull=True).exists():
        raise Conflict("请先调整下级区划", code="has_children")
    Area.objects.filter(pk=old.pk).update(valid_to=day)
    cards = []
    for new in successors:
        parent = Area.objects.filter(pk=new.parent_id or old.parent_id or 0).first()
        _checked(new, parent)
        row = _row(new, parent)
        row.valid_from = day
        row.save()
        _own_level(row)
        row.save(update_fields=["town_id", "village_id"])
        AreaSuccession.objects.create(old=old, new=row, day=day, reason=reason)
        cards.append(queries.area(row.pk))
    _touch()
    events.announce(AreaReplaced(old.pk, tuple(c.id for c in cards), day))
    return cards


def to_wgs84(geometry: dict[str, Any], datum: Datum) -> dict[str, Any]:
    """GeoJSON in WGS-84 whatever it came in; broken rings are mended (shapely ``make_valid``)."""
    import shapely
    from shapely.geometry import mapping, shape

    geometry_ = shapely.make_valid(shape(geometry))
    if datum == "gcj02":
        geometry_ = shapely.transform(
            geometry_, lambda points: [gcj02_to_wgs84(float(x), float(y)) for x, y in points]
        )
    plain: dict[str, Any] = mapping(geometry_)
    return plain


@transaction.atomic
def set_boundary(*, actor: Actor, area_id: int, geometry: dict[str, Any], datum: Datum) -> None:
    """Give an area its boundary; the datum is declared, the store is WGS-84."""
    permissions.require(actor, EDIT)
    if geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        raise Invalid.field("geometry", "边界应为面(Polygon 或 MultiPolygon)")
    from shapely.geometry import shape

    stored = to_wgs84(geometry, datum)
    centre = shape(stored).representative_point()
    changed = Area.objects.filter(pk=area_id).update(boundary=stored, lon=centre.x, lat=centre.y)
    if not changed:
        raise Invalid.field("area_id", "没有这个区划")
    _touch()


@transaction.atomic
def create_place(*, actor: Actor, name: str, kind: str, lon: float, lat: float, address: str = "") -> int:
    """A named point; its area is the grid it lies in."""
    permissions.require(actor, EDIT)
    card = queries.locate(lon, lat)
    if card is None:
        raise Invalid.field("lon", "该位置不在任何网格内")
    return Place.objects.create(name=name, kind=kind, address=address, area_id=card.id, lon=lon, lat=lat).pk
