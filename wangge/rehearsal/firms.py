"""Invented enterprises and construction sites, spread over grids; sums come out exactly."""

from __future__ import annotations

import random
from collections.abc import Sequence

from stdnum.cn import uscc

from wangge.kit.actor import Actor
from wangge.premises import services as premises
from wangge.premises.services import PremisesDraft
from wangge.territory.queries import AreaCard

_FIRST = "安长承德丰福冠广海恒宏华惠吉佳建康乐联隆茂明宁平荣瑞盛顺泰同万祥新兴旭益永裕元正志忠"
_SECOND = "昌成达发港合辉佳凯利隆美能鹏庆盛腾通旺祥信洋业源云泽展"
_TRADES = (
    ("纺织", "textile"),
    ("家纺", "textile"),
    ("机械", "machinery"),
    ("电子", "electronics"),
    ("金属制品", "metal"),
    ("食品", "food"),
    ("物流", "transport"),
    ("包装", "other"),
)


def shares(rng: random.Random, total: int, parts: int, most: Sequence[int] | None = None) -> list[int]:
    """``total`` in ``parts`` whole numbers of uneven size; none above ``most`` where that is given."""
    weights = [rng.lognormvariate(0, 0.9) for _ in range(parts)]
    whole = sum(weights)
    found = [int(total * w / whole) for w in weights]
    if most is not None:
        found = [min(n, top) for n, top in zip(found, most, strict=True)]
    rest = total - sum(found)
    while rest:
        place = rng.randrange(parts)
        if most is None or found[place] < most[place]:
            found[place] += 1
            rest -= 1
    return found


def code(number: int) -> str:
    """A credit code with a right check digit in a county that does not exist."""
    body = f"91320699MA{number:07d}"
    return body + uscc.calc_check_digit(body)


def register(
    actor: Actor,
    grids: Sequence[AreaCard],
    staff: Sequence[int],
    *,
    seed: str,
    sites: int = 0,
    first: int = 1,
    above_scale: bool = False,
) -> list[int]:
    """Put enterprises (the last ``sites`` of them construction sites) on the register, grid after grid."""
    rng = random.Random(f"{seed}/firms")
    drafts = []
    for position, people in enumerate(staff):
        site = position >= len(staff) - sites
        trade, industry = ("建设项目", "building") if site else rng.choice(_TRADES)
        name = f"示例{rng.choice(_FIRST)}{rng.choice(_SECOND)}{trade}{first + position}{'工地' if site else '有限公司'}"
        drafts.append(
            PremisesDraft(
                name=name,
                kind="construction" if site else "enterprise",
                credit_code="" if site else code(first + position),
                industry=industry,
                above_scale=above_scale,
                address=f"示范路 {first + position} 号",
                area_id=grids[position % len(grids)].id,
                staff_total=people,
                source="demo",
            )
        )
    return premises.register_many(actor=actor, drafts=drafts)
