"""What every test of premises stands on: the people of the house and a keeper of the town."""

from __future__ import annotations

import pytest

from wangge.org.testing import Person, a_person, the_cast
from wangge.territory import queries as territory


@pytest.fixture
def cast(db: None) -> dict[str, Person]:
    """周莫张薛嵇 and the desks; 夏 administers the town of 张 and 薛, 柏 is a liaison with their village."""
    people = the_cast()
    grid = territory.area(people["zhang"].actor.area_id or 0)
    people["xia"] = a_person("area_admin", None, grid.town_id, name="夏", username="xia")
    people["bo"] = a_person("liaison", None, grid.village_id, name="柏", username="bo")
    people["leader"] = a_person("shift_leader", people["mo"].actor.agency_id, name="阮", username="ruan")
    return people
