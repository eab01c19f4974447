"""Every test of casework: the seeded rules, Monday 2 August 2021, nine o'clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wangge.kit import clock
from wangge.policy.testing import the_rules


@pytest.fixture(autouse=True)
def _monday(db: None) -> Iterator[None]:
    the_rules()
    with clock.moved_to(clock.at(2021, 8, 2, 9)):
        yield
