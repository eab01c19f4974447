"""A household that nobody registered, or of the neighbour's grid, cannot be met."""

from __future__ import annotations

import pytest

from wangge.kit.errors import Invalid
from wangge.org.testing import Person
from wangge.patrol import services, testing
from wangge.patrol.models import Visit

pytestmark = pytest.mark.django_db


def test_only_registered_households_of_the_own_grid_can_be_met(cast: dict[str, Person]) -> None:
    zhang, xue = cast["zhang"].actor, cast["xue"].actor
    theirs = testing.a_home(xue.area_id or 0, 1)
    for target in (theirs, 999_999_999, 0):
        draft = services.VisitDraft(target_kind="household", target_id=target, result="met")
        with pytest.raises(Invalid):
            services.record_visit(actor=zhang, draft=draft)
    assert Visit.objects.count() == 0
