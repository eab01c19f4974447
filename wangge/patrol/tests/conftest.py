"""What every test of patrol stands on: the seeded rules and registers, the people of the house."""

from __future__ import annotations

import pytest

from wangge.org.testing import Person, the_cast
from wangge.patrol.testing import the_registers
from wangge.policy.testing import the_rules


@pytest.fixture
def cast(db: None) -> dict[str, Person]:
    """周莫张薛嵇 and the desks, with calendar, deadlines, event tree and notices seeded."""
    the_rules()
    the_registers()
    return the_cast()
