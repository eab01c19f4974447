"""The invented district: towns, villages and grids with drawn polygons, all marked schematic."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from wangge.kit import permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict
from wangge.territory import queries
from wangge.territory.models import Area, AreaAlias
from wangge.territory.permissions import EDIT
from wangge.territory.rules import CJT349, cjt349_code, grid_code
from wangge.territory.services.schematic_shapes import Cells, TownSeat, draw
from wangge.territory.services.tree import BATCH, NewArea, add_rows, area_row, default_grid_name, touch

DEMO_CODING = ("demo", "schematic")
"""Source and edition of the codes invented for villages."""


@dataclass(frozen=True)
class SchematicTown:
    """A town of the plan: its seat, its code (9 digits, base of the invented village codes) and the
    codes that codings give it, as (source, edition) → code."""

    seat: TownSeat
    code: str
    codes: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class SchematicPlan:
    """What to build. ``key`` is the district's key and 6-digit code, ``codes`` what codings call it;
    ``centre`` lon/lat (WGS-84), ``half_size`` km east and north; ``names`` at least ``villages`` long."""

    key: str
    name: str
    codes: Mapping[tuple[str, str], str]
    towns: Sequence[SchematicTown]
    names: Sequence[str]
    centre: tuple[float, float]
    half_size: tuple[float, float]
    villages: int
    grids: int
    seed: int


@transaction.atomic
def build_schematic_district(*, actor: Actor, plan: SchematicPlan) -> queries.AreaCard:
    """Build the plan's district as the one that is served; the same plan gives the same lines.

    Every area is marked ``is_schematic``: nobody may take its border for a real one. 409 when the
    district's key is taken.
    """
    permissions.require(actor, EDIT)
    if Area.objects.filter(key=plan.key).exists():
        raise Conflict(f"“{plan.name}”已存在", code="key_taken")
    counts = (plan.villages, plan.grids)
    cells = draw(
        [t.seat for t in plan.towns],
        centre=plan.centre,
        half_size=plan.half_size,
        counts=counts,
        seed=plan.seed,
    )
    site = _Site(plan, cells)
    district = site.district()
    towns = site.towns(district)
    villages = site.villages(towns)
    site.grids(villages)
    AreaAlias.objects.bulk_create(site.aliases, batch_size=BATCH)
    touch()
    return queries.area(district.pk)


class _Site:
    """The building site of one district: rows are made level by level, codes are collected."""

    def __init__(self, plan: SchematicPlan, cells: Cells) -> None:
        self.plan, self.cells = plan, cells
        self.rng = random.Random(plan.seed)
        self.aliases: list[AreaAlias] = []
        self.grids_in: list[list[int]] = [[] for _ in cells.villages]
        for grid, village in enumerate(cells.village_of):
            self.grids_in[village].append(grid)
        self.households = [self.rng.randint(240, 420) for _ in cells.grids]
        self.persons = [round(h * self.rng.uniform(2.3, 2.9)) for h in self.households]

    def row(self, kind: str, name: str, key: str, parent: Area | None, drawn: BaseGeometry) -> Area:
        centre = drawn.representative_point()
        area = area_row(NewArea(kind, name, key, is_schematic=True, boundary=_plain(drawn)), parent)
        area.lon, area.lat = round(centre.x, 6), round(centre.y, 6)
        return area

    def count(self, area: Area, grids: Sequence[int]) -> Area:
        """Households and persons are the sums of the grids below."""
        area.households = sum(self.households[g] for g in grids)
        area.persons = sum(self.persons[g] for g in grids)
        return area

    def alias(self, area: Area, coding: tuple[str, str], code: str) -> None:
        source, edition = coding
        self.aliases.append(AreaAlias(area=area, source=source, edition=edition, code=code, name=area.name))

    def district(self) -> Area:
        Area.objects.filter(is_served=True).update(is_served=False)
        row = self.row("district", self.plan.name, self.plan.key, None, self.cells.district)
        row.is_served = True
        made = add_rows([self.count(row, range(len(self.cells.grids)))])[0]
        for coding, code in self.plan.codes.items():
            self.alias(made, coding, code)
        return made

    def towns(self, district: Area) -> list[Area]:
        rows = []
        for number, (town, drawn) in enumerate(zip(self.plan.towns, self.cells.towns, strict=True)):
            row = self.row("town", town.seat.name, f"{district.key}/{town.seat.name}", district, drawn)
            below = [g for v, t in enumerate(self.cells.town_of) if t == number for g in self.grids_in[v]]
            rows.append(self.count(row, below))
        made = add_rows(rows)
        for town, area in zip(self.plan.towns, made, strict=True):
            for coding, code in town.codes.items():
                self.alias(area, coding, code)
        return made

    def villages(self, towns: Sequence[Area]) -> list[Area]:
        rows, codes = [], []
        in_town = [0] * len(towns)
        for number, drawn in enumerate(self.cells.villages):
            town = self.cells.town_of[number]
            in_town[town] += 1
            urban = towns[town].name.endswith("街道") or in_town[town] <= 2
            name = self.plan.names[number] + ("社区" if urban else "村")
            # 001–199 are residents' committees, 200–399 villagers' committees (统计用区划代码编制规则)
            code = f"{self.plan.towns[town].code}{in_town[town] + (0 if urban else 200):03d}"
            row = self.row("village", name, code, towns[town], drawn)
            rows.append(self.count(row, self.grids_in[number]))
            codes.append(code)
        made = add_rows(rows)
        for area, code in zip(made, codes, strict=True):
            self.alias(area, DEMO_CODING, code)
        return made

    def grids(self, villages: Sequence[Area]) -> None:
        rows, codes = [], []
        for village, members in zip(villages, self.grids_in, strict=True):
            for sequence, grid in enumerate(self.in_reading_order(members), start=1):
                # now and then the last grid of a village is a market, a park, an office tower
                special = sequence == len(members) > 4 and self.rng.random() < 0.35
                kind, place = ("2", 1) if special else ("1", sequence)
                name = default_grid_name(village.name, kind, place)
                row = self.row(
                    "grid", name, grid_code(village.key, kind, place), village, self.cells.grids[grid]
                )
                row.grid_kind = kind
                rows.append(self.count(row, [grid]))
                codes.append(cjt349_code(village.key, sequence))
        for area, code in zip(add_rows(rows), codes, strict=True):
            self.alias(area, (CJT349, "2010"), code)

    def in_reading_order(self, members: Sequence[int]) -> list[int]:
        """Left to right, top to bottom, as CJ/T 349 numbers them; a row is about a kilometre high."""
        spots = {g: self.cells.grids[g].centroid for g in members}
        return sorted(members, key=lambda g: (-round(spots[g].y * 100), spots[g].x))


def _plain(drawn: BaseGeometry) -> dict[str, Any]:
    plain: dict[str, Any] = mapping(drawn)
    return plain
