"""The district's video points for demo and rehearsal: 27,502 invented views around invented places.

Places come first (95 sampling sites and the gates, hospitals, markets and estates that the page speaks
of); around each stand several cameras, as in life: the one at the gate, the one over the road, one that
is offline. The rule then has to find the right one; nothing here says which.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from wangge.cameras import services
from wangge.cameras.services import PointDraft
from wangge.kit.actor import Actor
from wangge.rehearsal.places import Places, Spot
from wangge.territory import queries as territory
from wangge.territory import services as territory_services
from wangge.territory.services import PlaceRow

TOTAL, SEED = 27_502, 159
SAMPLING, EXPRESSWAY, MEDICAL, MARKET, ESTATE = "核酸采样点", "高速通道", "医疗机构", "菜场商超", "小区卡口"
WANTED = {SAMPLING: 95, EXPRESSWAY: 9, MEDICAL: 21, MARKET: 18, ESTATE: 16}
CLASS_OF = {
    SAMPLING: "sampling",
    EXPRESSWAY: "expressway",
    MEDICAL: "medical",
    MARKET: "market",
    ESTATE: "estate",
}
WORD = {SAMPLING: "采样点", EXPRESSWAY: "高速出口", MEDICAL: "卫生院", MARKET: "农贸市场", ESTATE: "小区大门"}
REACH = {SAMPLING: 120.0, EXPRESSWAY: 300.0, MEDICAL: 150.0, MARKET: 150.0, ESTATE: 80.0}
SIDES = ("东侧", "西侧", "南门", "北门", "路口", "停车场", "通道", "广场")
STREET = ("路口", "桥头", "公交站", "村部", "河边", "巷口", "厂区外", "学校路")
RULE = {
    "online": True,
    "clauses": [
        {
            "name": kind,
            "classes": [CLASS_OF[kind]],
            "near_kinds": [kind],
            "metres": REACH[kind],
            "per_place": 1,
        }
        for kind in WANTED
    ],
}


@dataclass(frozen=True, slots=True)
class _Anchor:
    name: str
    kind: str
    lon: float
    lat: float
    town_id: int


def load_places(actor: Actor) -> list[_Anchor]:
    """Store the places of the plan, each in a grid of its own, sampling sites spread over every town."""
    rng = random.Random(SEED)
    towns = Places()
    anchors: list[_Anchor] = []
    used: set[int] = set()
    for kind, count in WANTED.items():
        made = 0
        while made < count:
            spot = _spot(towns, rng, made)
            grid = spot.grid
            if grid is None or grid.id in used or grid.lon is None or grid.lat is None:
                continue
            if territory.locate_many([(grid.lon, grid.lat)]) != [grid.id]:
                continue
            used.add(grid.id)
            made += 1
            name = f"{spot.village.short_name}{WORD[kind]}"
            anchors.append(_Anchor(name, kind, grid.lon, grid.lat, spot.town.id))
    rows = [PlaceRow(name=a.name, kind=a.kind, lon=a.lon, lat=a.lat) for a in anchors]
    report = territory_services.import_places(actor=actor, rows=rows)
    if report.refused:
        raise ValueError(report.refused[:3])
    return anchors


def _spot(towns: Places, rng: random.Random, made: int) -> Spot:
    """The first sites go round the towns so that none is left out, the rest follow the people."""
    if made >= len(towns.towns):
        return towns.spot(rng)
    town = towns.towns[made]
    village = rng.choice(towns.villages[town.id])
    grids = towns.grids.get(village.id)
    return Spot(town, village, rng.choice(grids) if grids else None)


def points(anchors: list[_Anchor], total: int = TOTAL) -> Iterator[PointDraft]:
    """The whole catalogue, deterministic: 4–6 cameras at every anchor, the rest in streets and villages."""
    rng = random.Random(SEED * 7)
    number = 0
    for anchor in anchors:
        for draft in _around(anchor, rng, number):
            number += 1
            yield draft
    places = Places()
    # A street camera must not stand inside the reach of an anchor under the anchor's class: streets
    # have classes of their own, so the rule cannot take them, however near.
    while number < total:
        spot = places.spot(rng)
        here = spot.grid or spot.village
        if here.lon is None or here.lat is None:
            continue
        lon, lat = _moved(here.lon, here.lat, rng.uniform(0, 900), rng.uniform(0, 360))
        klass = rng.choices(
            ("street", "village", "works", "school", "river", "other"), (50, 25, 10, 6, 6, 3)
        )[0]
        name = f"{spot.village.short_name}{rng.choice(STREET)}{rng.randint(1, 40)}号"
        yield _draft(number, name, klass, (lon, lat), rng, online=rng.random() < 0.93)
        number += 1


def _around(anchor: _Anchor, rng: random.Random, number: int) -> Iterator[PointDraft]:
    """Cameras at a place: one or two online within reach, one near that is offline, some beyond reach."""
    klass, reach = CLASS_OF[anchor.kind], REACH[anchor.kind]
    distances = [
        (rng.uniform(3, reach * 0.4), True),
        (rng.uniform(reach * 0.5, reach * 0.9), True),
        (rng.uniform(1, 3), False),
        (rng.uniform(reach * 1.3, reach * 2), True),
    ]
    for offset, (metres, online) in enumerate(distances):
        place = _moved(anchor.lon, anchor.lat, metres, rng.uniform(0, 360))
        name = f"{anchor.name}{SIDES[offset % len(SIDES)]}{offset + 1}号"
        yield _draft(number + offset, name, klass, place, rng, online=online)


def _draft(
    number: int, name: str, klass: str, place: tuple[float, float], rng: random.Random, *, online: bool
) -> PointDraft:
    source = rng.choices(("xueliang", "own", "department"), (80, 5, 15))[0]
    datum = "gcj02" if source == "department" else "wgs84"
    lon, lat = territory.wgs84_to_gcj02(*place) if datum == "gcj02" else place
    return PointDraft(
        code=f"3206120000131{number:07d}",
        name=name,
        source=source,
        klass=klass,
        status="online" if online else "offline",
        lon=lon,
        lat=lat,
        datum=datum,
        bearing=rng.randrange(0, 360, 15),
        protocol="gb28181",
        ptz=rng.random() < 0.2,
    )


def _moved(lon: float, lat: float, metres: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    east, north = metres * math.sin(angle), metres * math.cos(angle)
    return lon + east / (111_320 * math.cos(math.radians(lat))), lat + north / 111_320


def load(actor: Actor, total: int = TOTAL) -> int:
    """Places and points, set-based; a house that has points keeps them. Returns how many there are."""
    from wangge.cameras import queries

    there = sum(int(branch["total"]) for branch in queries.tree(actor))
    if there:
        return there
    anchors = load_places(actor)
    part: list[PointDraft] = []
    for draft in points(anchors, total):
        part.append(draft)
        if len(part) == 4000:
            services.put_points(actor=actor, drafts=part)
            part = []
    if part:
        services.put_points(actor=actor, drafts=part)
    return total
