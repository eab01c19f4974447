"""The people of the house, a moment in August 2021, the seeded deadlines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wangge.kit import clock
from wangge.org.testing import Person, a_person, the_cast
from wangge.policy.testing import the_rules

NOW = clock.at(2021, 8, 5, 10)


@pytest.fixture
def cast(db: None) -> Iterator[dict[str, Person]]:
    """周莫张薛嵇 and the desks, with an analyst."""
    with clock.moved_to(NOW):
        the_rules()
        yield the_cast() | {"ana": a_person("analyst", name="安", username="ana")}
