"""The demo district: Tongzhou's towns by their real names and codes; villages, grids and every line invented.

Names and codes of towns are facts. The statistical editions of 2021 and 2022 list 17 rows under 320612:
4 streets, 12 towns and one farm (环本农场, 401); the civil-affairs edition of 2023 lists 16, without the
farm, and has 320612002 and 320612003 the other way round. The newspaper page of August 2021 speaks of
14 towns and streets and does not name them: a figure "by town" of the page is compared with its own
count, never with the number of rows here.
"""

from __future__ import annotations

import random

from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.territory import queries, services
from wangge.territory.services import SchematicPlan, SchematicTown, TownSeat

KEY = "320612"
NAME = "通州区"
CENTRE = (121.07, 32.07)
HALF_SIZE = (27.5, 17.0)
VILLAGES, GRIDS, SEED = 262, 1408, 20210812
STATISTICAL = (("nbs", "2021"), ("nbs", "2022-10"))
CIVIL = ("mca", "2023")

# name, statistical code, civil-affairs code, then roughly where the seat lies: km east and north of the
# district's, how far its land reaches beyond its share, how thickly people live around it
TOWNS: tuple[tuple[str, str, str, float, float, float, float], ...] = (
    ("金沙街道", "001", "001", 0.0, 0.0, 0.0, 3.0),
    ("兴东街道", "002", "003", -7.0, 0.5, -0.5, 1.5),
    ("先锋街道", "003", "002", -3.5, -7.0, 0.0, 1.2),
    ("金新街道", "004", "004", 4.2, -3.0, -0.5, 1.6),
    ("西亭镇", "101", "101", -6.0, 7.0, 0.0, 0.8),
    ("二甲镇", "102", "102", 16.0, -3.5, 0.0, 0.9),
    ("东社镇", "103", "103", 13.0, 7.0, 0.0, 0.8),
    ("三余镇", "104", "104", 24.0, 6.0, 1.5, 0.8),
    ("十总镇", "107", "107", 6.0, 12.0, 0.0, 0.8),
    ("石港镇", "110", "110", -8.0, 14.0, 0.8, 1.1),
    ("刘桥镇", "112", "112", -17.0, 11.0, 0.0, 0.9),
    ("平潮镇", "114", "114", -23.0, 2.0, 0.5, 1.2),
    ("五接镇", "116", "116", -25.0, -7.5, 0.0, 0.7),
    ("兴仁镇", "117", "117", -14.5, 3.0, 0.0, 1.1),
    ("张芝山镇", "119", "119", 1.5, -13.0, 0.0, 1.0),
    ("川姜镇", "120", "120", 7.5, -10.0, 0.0, 1.5),
    ("环本农场", "401", "", 19.5, 13.5, -2.5, 0.3),
)
_FIRST = (
    "安长承春德丰福富冠光广海和恒宏华惠吉佳建康乐利联林隆茂明宁平"
    "祺庆荣瑞尚盛顺泰同万文祥新兴秀旭雅延阳义益永裕元泽振正志忠祖"
)
_SECOND = "昌成发港合河圩桥园垛荡渔舍湾溪泾洲塘灶堰店庄墩坝场"


def village_names(seed: int) -> tuple[str, ...]:
    """Two-character names, each once, drawn from common lucky and waterland characters: invented."""
    every = [one + two for one in _FIRST for two in _SECOND if one != two]
    random.Random(seed).shuffle(every)
    return tuple(every)


def plan() -> SchematicPlan:
    """What ``territory`` is asked to draw."""
    towns = []
    for name, statistical, civil, east, north, reach, crowd in TOWNS:
        codes = dict.fromkeys(STATISTICAL, KEY + statistical)
        if civil:
            codes[CIVIL] = KEY + civil
        towns.append(SchematicTown(TownSeat(name, east, north, reach, crowd), KEY + statistical, codes))
    return SchematicPlan(
        key=KEY,
        name=NAME,
        codes=dict.fromkeys((*STATISTICAL, CIVIL), KEY),
        towns=towns,
        names=village_names(SEED),
        centre=CENTRE,
        half_size=HALF_SIZE,
        villages=VILLAGES,
        grids=GRIDS,
        seed=SEED,
    )


def load(actor: Actor) -> None:
    """Build the demo district in one transaction, a second or two; where a district is served, nothing."""
    try:
        queries.district()
    except NotFound:
        services.build_schematic_district(actor=actor, plan=plan())
