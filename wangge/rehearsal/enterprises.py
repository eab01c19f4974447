"""An invented ledger of enterprises and construction sites, always the same for the same seed.

Nothing in it can be a real firm: every name holds the word 示例 and a place in the sixty-year cycle,
every credit code is of county 320699, which does not exist (its check digit is right), every telephone
number begins with 1990000. Sizes follow the newspaper of August 2021: 3,373 enterprises and 74 sites
with 117,146 people; 745 of the enterprises above designated size, with some 80,000 of them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from stdnum.cn import uscc

from wangge.kit.actor import Actor
from wangge.premises import services as premises
from wangge.premises.services import PremisesDraft
from wangge.rehearsal.places import Places
from wangge.rehearsal.texts import world
from wangge.territory.queries import AreaCard

ENTERPRISES, SITES, STAFF = 3_373, 74, 117_146
ABOVE_SCALE, ABOVE_SCALE_STAFF, SITE_STAFF = 745, 80_312, 4_440
TOWNS = 14
SEED = "ledger"
COUNTY = "320699"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
CYCLE = tuple(STEMS[n % 10] + BRANCHES[n % 12] for n in range(60))
HEADS = ("锦梭", "鸿棉", "织云", "江澜", "恒采", "瑞禾", "云经", "启帆", "百织", "澄光", "星纬", "禾丰")
TRADES: tuple[tuple[str, str, float], ...] = (
    ("家纺有限公司", "textile", 26),
    ("纺织有限公司", "textile", 14),
    ("机械有限公司", "machinery", 14),
    ("电子有限公司", "electronics", 7),
    ("新材料有限公司", "chemical", 6),
    ("金属制品有限公司", "metal", 9),
    ("食品有限公司", "food", 6),
    ("物流有限公司", "transport", 7),
    ("商贸有限公司", "retail", 6),
    ("餐饮有限公司", "catering", 3),
    ("生态农业有限公司", "farming", 2),
)
POSITIONS = ("东侧", "西侧", "南侧", "北侧")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a ledger is to be; the parts of ``staff`` are those of the whole where not said."""

    enterprises: int = ENTERPRISES
    sites: int = SITES
    staff: int = STAFF
    above_scale: int = ABOVE_SCALE
    above_scale_staff: int = ABOVE_SCALE_STAFF
    site_staff: int = SITE_STAFF
    towns: int = TOWNS


def code_of(number: int) -> str:
    """The credit code of the n-th of the ledger: right check digit, a county that does not exist."""
    body = f"91{COUNTY}MA{number:07d}"
    return body + uscc.calc_check_digit(body)


def apportioned(total: int, weights: Sequence[float], least: int = 1) -> list[int]:
    """``total`` split into whole numbers by weight, each at least ``least``, the sum exact."""
    spare = total - least * len(weights)
    if spare < 0:
        raise ValueError(f"{total} cannot give {least} to each of {len(weights)}")
    whole = sum(weights)
    shares = [spare * w / whole for w in weights]
    found = [int(share) for share in shares]
    rest = sorted(range(len(shares)), key=lambda i: (found[i] - shares[i], i))
    for i in rest[: spare - sum(found)]:
        found[i] += 1
    return [least + n for n in found]


def chosen_towns(places: Places, count: int = TOWNS) -> list[AreaCard]:
    """The towns of the ledger: the most populous ones, in the order of the tree."""
    weight = dict(zip((t.id for t in places.towns), places.weights, strict=True))
    largest = sorted(places.towns, key=lambda t: (-weight[t.id], t.id))[:count]
    return sorted(largest, key=lambda t: t.id)


def drafts(places: Places, size: Size | None = None, seed: str = SEED) -> list[PremisesDraft]:
    """The ledger: enterprises first, then sites; the staff sums to ``size.staff`` exactly."""
    size = size or Size()
    rng = random.Random(seed)
    towns = chosen_towns(places, size.towns)
    weights = [dict(zip((t.id for t in places.towns), places.weights, strict=True))[t.id] for t in towns]
    staff = _staff(rng, size)
    per_town = apportioned(size.enterprises, weights)
    sites = apportioned(size.sites, weights, least=1 if size.sites >= len(towns) else 0)
    order = list(range(size.enterprises))
    rng.shuffle(order)  # who is large is no matter of the town
    found: list[PremisesDraft] = []
    for town, count in zip(towns, per_town, strict=True):
        for n in range(count):
            large = order[len(found)] < size.above_scale
            found.append(_enterprise(rng, places, town, n, len(found), staff[order[len(found)]], large))
    for town, count in zip(towns, sites, strict=True):
        for n in range(count):
            number = len(found)
            found.append(_site(rng, places, town, n, number, staff[number]))
    return found


def _staff(rng: random.Random, size: Size) -> list[int]:
    """People by rank: above-scale enterprises, the other enterprises, sites; a few employ very many."""
    small = size.enterprises - size.above_scale
    small_staff = size.staff - size.above_scale_staff - size.site_staff
    large = apportioned(
        size.above_scale_staff, [rng.lognormvariate(0, 0.9) for _ in range(size.above_scale)], 25
    )
    others = apportioned(small_staff, [rng.lognormvariate(0, 1.0) for _ in range(small)])
    sites = apportioned(size.site_staff, [rng.lognormvariate(0, 0.7) for _ in range(size.sites)], 5)
    return [*large, *others, *sites]


def _name(town: AreaCard, number: int) -> str:
    """The town's n-th invented name before its trade: town, 示例, head, place in the cycle."""
    head = HEADS[(number // len(CYCLE)) % len(HEADS)]
    return f"{town.short_name}示例{head}{CYCLE[number % len(CYCLE)]}"


def _enterprise(
    rng: random.Random, places: Places, town: AreaCard, n: int, number: int, staff: int, large: bool
) -> PremisesDraft:
    tail, industry, _ = rng.choices(TRADES, weights=[w for _, _, w in TRADES])[0]
    village = rng.choice(places.villages[town.id])
    grids = places.grids.get(village.id)
    name, road = _name(town, n), rng.choice(world.places_of(town.name)["road"])
    return PremisesDraft(
        name=name + tail,
        short_name=name.removeprefix(town.short_name),
        credit_code=code_of(number + 1),
        industry=industry,
        above_scale=large,
        address=f"{town.name}{village.name}{road}{rng.randint(1, 399)}号",
        area_id=rng.choice(grids).id if grids else village.id,
        staff_total=staff,
        contact_name=world.full_name(rng),
        contact_phone=world.phone(rng),
        source="demo",
    )


def _site(
    rng: random.Random, places: Places, town: AreaCard, n: int, number: int, staff: int
) -> PremisesDraft:
    village = rng.choice(places.villages[town.id])
    grids = places.grids.get(village.id)
    estates = world.places_of(town.name)["estate"]
    estate = estates[n % len(estates)]
    return PremisesDraft(
        name=f"{town.short_name}示例{estate}{CYCLE[n % len(CYCLE)]}期工程",
        kind="construction",
        credit_code=code_of(number + 1),
        industry="building",
        address=f"{town.name}{village.name}{estate}{rng.choice(POSITIONS)}",
        area_id=rng.choice(grids).id if grids else village.id,
        staff_total=staff,
        contact_name=world.full_name(rng),
        contact_phone=world.phone(rng),
        source="demo",
    )


def load(actor: Actor, size: Size | None = None, seed: str = SEED) -> list[int]:
    """Put the ledger on the register in a handful of statements; the ids in the ledger's order."""
    return premises.register_many(actor=actor, drafts=drafts(Places(), size, seed))
