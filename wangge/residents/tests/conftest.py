"""What every test of the register stands on: two grids of one village, people of the house, a wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import connection, transaction

from wangge.kit.actor import Actor
from wangge.org import services as org
from wangge.org.testing import Person, a_person, the_cast


@pytest.fixture
def cast(db: None) -> dict[str, Person]:
    """The house's people, and beside them 邢 (administrator of the village of 张 and 薛), 柳 (of another
    town) and 蔺 (health officer)."""
    from wangge.territory import queries as territory
    from wangge.territory.testing import a_town, a_village

    found = the_cast()
    village = territory.area(found["zhang"].actor.area_id or 0).village_id
    found["xing"] = a_person("area_admin", None, village, username="xing", name="邢")
    found["liu"] = a_person("area_admin", None, a_village(a_town("三余镇")).id, username="liu", name="柳")
    found["lin"] = a_person("health_officer", found["mo"].actor.agency_id, username="lin", name="蔺")
    return found


@pytest.fixture
def as_web(db: None) -> Callable[[Actor], AbstractContextManager[None]]:
    """The scoped database role with the variables the gate sets for an actor."""

    @contextmanager
    def scoped(actor: Actor) -> Iterator[None]:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE wangge_web")
            org.scope_connection(actor)
            yield
            cursor.execute("RESET ROLE")
            org.unscope_connection()

    return scoped
