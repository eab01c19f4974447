from __future__ import annotations

from collections.abc import Iterator

import pytest

from wangge.org.testing import Person, the_cast
from wangge.territory import queries as territory
from wangge.territory.queries import AreaCard
from wangge.territory.testing import a_grid, a_village, square


@pytest.fixture
def cast(db: None) -> dict[str, Person]:
    return the_cast()


@pytest.fixture
def here(db: None) -> Iterator[AreaCard]:
    """One drawn grid between 121.00 and 121.01 east, 32.00 and 32.01 north."""
    territory.forget_cache()
    yield a_grid(a_village(), square(121.0, 32.0))
    territory.forget_cache()
