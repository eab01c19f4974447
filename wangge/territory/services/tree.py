"""Growing the tree: areas, grids with their codes, aliases, the district this house serves."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from pypinyin import Style, lazy_pinyin

from wangge.kit import feeds, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound
from wangge.territory import queries
from wangge.territory.models import Area, AreaAlias, TreeVersion
from wangge.territory.permissions import EDIT, IMPORT
from wangge.territory.rules import CJT349, GRID_KINDS, PARENT_KIND, bare_name, cjt349_code, grid_code

BATCH = 1000
LONG_AGO = date(2000, 1, 1)


@dataclass(frozen=True)
class NewArea:
    """What a new area is made of; ``boundary`` is GeoJSON in WGS-84, ``key`` is ours for ever."""

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
    pinyin: str = ""


def touch() -> None:
    """Mark the tree as changed, so that every process drops what it cached; last act of a service."""
    stamp = uuid.uuid4()
    if not TreeVersion.objects.update(stamp=stamp):
        TreeVersion.objects.create(stamp=stamp)
    queries.forget_cache()
    feeds.changed("territory.grid")


def spelled(name: str) -> tuple[str, str]:
    """Pinyin without tones and the initials: ``石港镇`` → ``shigangzhen``, ``sgz``."""
    letters = "".join(lazy_pinyin(name, errors="ignore"))
    return letters[:120], "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors="ignore"))[:30]


def respelled(name: str, given: str) -> tuple[str, str]:
    """The same, but the pinyin a pack gives for the bare name (``qian deng``) wins over our guess."""
    syllables = re.findall(r"[a-z]+", given.lower())
    bare = bare_name(name)
    if len(syllables) != len(bare):
        return spelled(name)
    letters, initials = spelled(name[len(bare) :])
    return ("".join(syllables) + letters)[:120], ("".join(s[0] for s in syllables) + initials)[:30]


def area_row(new: NewArea, parent: Area | None) -> Area:
    """The unsaved row of a new area under its parent."""
    pinyin, initials = respelled(new.name, new.pinyin)
    return Area(
        key=new.key,
        kind=new.kind,
        name=new.name,
        short_name=bare_name(new.name)[:30],
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
        valid_from=new.valid_from or LONG_AGO,
    )


def add_rows(rows: Sequence[Area]) -> list[Area]:
    """Insert rows of one kind and make each its own ancestor on its own level; one statement a thousand."""
    made = Area.objects.bulk_create(rows, batch_size=BATCH)
    if made and made[0].kind != "grid":
        level = f"{made[0].kind}_id"
        for row in made:
            setattr(row, level, row.pk)
        Area.objects.bulk_update(made, [level], batch_size=BATCH)
    return made


def check_new(new: NewArea, parent: Area | None) -> None:
    """Refuse a node that does not fit under its parent."""
    wanted = PARENT_KIND.get(new.kind)
    if new.kind not in {"district", *PARENT_KIND}:
        raise Invalid.field("kind", "层级应为区、镇、村或网格")
    if not new.name.strip() or len(new.name) > 60:
        raise Invalid.field("name", "名称应为 1 到 60 个字")
    if (parent.kind if parent else None) != wanted:
        raise Invalid.field("parent_id", "上级区划的层级不对:网格属于村(社区),村属于镇,镇属于区")
    if parent is not None and parent.valid_to is not None:
        raise Conflict(f"上级区划“{parent.name}”已停用", code="ended")
    if new.kind == "grid" and new.grid_kind not in GRID_KINDS:
        raise Invalid.field("grid_kind", "网格类型应为 1 综合、2 专属或 3 微网格")


@transaction.atomic
def create_area(*, actor: Actor, new: NewArea) -> queries.AreaCard:
    """Add one area under its parent. The first district becomes the one that is served."""
    permissions.require(actor, EDIT)
    parent = Area.objects.filter(pk=new.parent_id).first() if new.parent_id else None
    check_new(new, parent)
    if Area.objects.filter(key=new.key).exists():
        raise Conflict(f"编码 {new.key} 已存在", code="key_taken")
    if Area.objects.filter(kind=new.kind, parent=parent, name=new.name, valid_to__isnull=True).exists():
        raise Conflict(f"同级已有“{new.name}”", code="name_taken")
    row = area_row(new, parent)
    row.is_served = new.kind == "district" and not Area.objects.filter(is_served=True).exists()
    add_rows([row])
    touch()
    return queries.area(row.pk)


@transaction.atomic
def create_areas(*, actor: Actor, news: Sequence[NewArea], parents: Mapping[str, str]) -> dict[str, int]:
    """Add many areas of one kind at once; ``parents`` maps a new key to its parent's key.

    Returns the ids by key. One statement per thousand rows.
    """
    permissions.require(actor, EDIT)
    if len({new.kind for new in news}) > 1:
        raise Invalid.field("kind", "一次只能批量新增同一层级的区划")
    above = {a.key: a for a in Area.objects.filter(key__in=set(parents.values())).defer("boundary")}
    rows = []
    for new in news:
        parent = above.get(parents.get(new.key, ""))
        check_new(new, parent)
        rows.append(area_row(new, parent))
    made = add_rows(rows)
    touch()
    return {row.key: row.pk for row in made}


@transaction.atomic
def serve_district(*, actor: Actor, area_id: int) -> queries.AreaCard:
    """Choose the district this house serves: lists and maps without a parent are of it."""
    permissions.require(actor, EDIT)
    row = Area.objects.filter(pk=area_id, kind="district", valid_to__isnull=True).first()
    if row is None:
        raise NotFound
    Area.objects.filter(is_served=True).exclude(pk=row.pk).update(is_served=False)
    Area.objects.filter(pk=row.pk).update(is_served=True)
    touch()
    return queries.area(row.pk)


@transaction.atomic
def create_grid(
    *, actor: Actor, village_id: int, grid_kind: str, name: str = "", boundary: dict[str, Any] | None = None
) -> queries.AreaCard:
    """Add a grid with the next free code of its village (spec §4.2); CJ/T 349 code as alias.

    ``boundary`` is GeoJSON in WGS-84. Refused when the village has no 12-digit code or its 999 are used.
    """
    permissions.require(actor, EDIT)
    village = Area.objects.select_for_update().filter(pk=village_id, kind="village").first()
    if village is None:
        raise NotFound
    if grid_kind not in GRID_KINDS:
        raise Invalid.field("grid_kind", "网格类型应为 1 综合、2 专属或 3 微网格")
    code = queries.village_code(village_id)
    if code is None:
        raise Conflict(f"“{village.name}”还没有 12 位区划代码,不能编制网格代码", code="no_village_code")
    stem = f"{code}{grid_kind}"
    last = Area.objects.filter(key__startswith=stem, kind="grid").order_by("-key").first()
    sequence = int(last.key[13:]) + 1 if last else 1
    if sequence > 999:
        raise Conflict("该村(社区)同类网格的编号已用完", code="codes_used_up")
    key = grid_code(code, grid_kind, sequence)
    new = NewArea(
        "grid", name or default_grid_name(village.name, grid_kind, sequence), key, village.pk, grid_kind
    )
    card = create_area(actor=actor, new=new)
    add_cjt349(village_code=code, grid_ids=[card.id])
    if boundary is not None:
        from wangge.territory.services.drawing import set_boundary

        set_boundary(actor=actor, area_id=card.id, geometry=boundary, datum="wgs84")
    return queries.area(card.id)


def default_grid_name(village: str, grid_kind: str, sequence: int) -> str:
    """``永安村第3网格``, ``永安村第1专属网格``, ``永安村第2微网格``."""
    return (
        f"{village}第{sequence}{'' if grid_kind == '1' else GRID_KINDS[grid_kind].removesuffix('网格')}网格"
    )


def add_cjt349(*, village_code: str, grid_ids: Sequence[int]) -> int:
    """Give grids of a village their next 20-digit codes; how many got one (the standard ends at 99)."""
    known = AreaAlias.objects.filter(source=CJT349, code__startswith=f"010100{village_code}")
    first = max((int(code[18:]) for code in known.values_list("code", flat=True)), default=0) + 1
    names = dict(Area.objects.filter(pk__in=grid_ids).values_list("pk", "name"))
    rows = [
        AreaAlias(
            area_id=pk, source=CJT349, edition="2010", code=cjt349_code(village_code, n), name=names[pk]
        )
        for n, pk in enumerate(grid_ids, start=first)
        if n <= 99
    ]
    AreaAlias.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


@transaction.atomic
def add_aliases(*, actor: Actor, source: str, edition: str, codes: Iterable[tuple[int, str, str]]) -> int:
    """Store (area id, code, name) of a coding; returns how many are new."""
    permissions.require(actor, IMPORT)
    rows = [AreaAlias(area_id=a, source=source, edition=edition, code=c, name=n) for a, c, n in codes]
    before = AreaAlias.objects.filter(source=source, edition=edition).count()
    AreaAlias.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    return AreaAlias.objects.filter(source=source, edition=edition).count() - before
