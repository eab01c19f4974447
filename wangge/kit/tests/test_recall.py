"""A composed query asks what Django would have asked, for every value and every number of values."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from wangge.kit.recall import Recalled


def some(shape: str, pk: int, others: tuple[int, ...]) -> QuerySet[ContentType]:
    rows = ContentType.objects.exclude(pk__in=others).filter(pk__lte=pk)
    return rows.none() if shape == "nothing" else rows.order_by("-pk" if shape == "down" else "pk")


@pytest.mark.django_db
def test_it_gives_the_rows_of_the_query_it_was_composed_from() -> None:
    recalled = Recalled(some)
    ids = list(ContentType.objects.order_by("pk").values_list("pk", flat=True))[:5]
    for shape in ("up", "down", "up"):
        for others in ((), (ids[1],), (ids[0], ids[3])):
            expected = list(some(shape, ids[4], others))
            assert list(recalled.rows(shape, ids[4], others)) == expected
            assert len(expected) == 5 - len(others)


@pytest.mark.django_db
def test_a_shape_that_sees_nothing_asks_nothing() -> None:
    with CaptureQueriesContext(connection) as log:
        assert list(Recalled(some).rows("nothing", 1, ())) == []
    assert len(log) == 0
