"""What every test of campaigns stands on: rules, the cast, a town with two grids and their enterprises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from wangge.campaigns import testing
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.org.testing import Person, a_person, an_agency, the_cast
from wangge.policy.testing import the_rules
from wangge.premises.models import Premises
from wangge.premises.testing import a_premises
from wangge.territory import queries as territory

MONDAY = clock.at(2021, 8, 2, 9, 0)


@dataclass
class World:
    """The cast, three enterprises in 张's grid and one in 薛's, the town's office and administrator."""

    cast: dict[str, Person]
    mine: list[Premises]
    hers: Premises
    admin: Person

    def who(self, name: str) -> Actor:
        return self.cast[name].actor

    @property
    def ids(self) -> list[int]:
        return [p.pk for p in (*self.mine, self.hers)]


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with clock.moved_to(MONDAY):
        the_rules()
        cast = the_cast()
        grid_a, grid_b = cast["zhang"].actor.area_id, cast["xue"].actor.area_id
        mine = [a_premises(f"示例第{n}纺织有限公司", area_id=grid_a) for n in (1, 2, 3)]
        hers = a_premises("示例兴旺建筑工地", area_id=grid_b, kind="construction", credit_code="")
        town = territory.lineage(grid_a or 0).town_id
        office = an_agency("测试镇人民政府", kind="town", area_id=town)
        yield World(cast, mine, hers, a_person("area_admin", office, town))


__all__ = ["World", "testing", "world"]
