"""What every test of the hotline stands on: the seeded rules and the people of the house."""

from __future__ import annotations

import pytest

from wangge.org.testing import Person, the_cast
from wangge.policy.testing import the_rules


@pytest.fixture
def cast(db: None) -> dict[str, Person]:
    """周莫张薛嵇 and the desks, with the calendar and deadlines seeded."""
    the_rules()
    return the_cast()
