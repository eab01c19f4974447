"""What only grows, short numbers, and the second wall in the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from wangge.casework import queries, services
from wangge.casework.models import AssignmentMove, Clock, TimelineEntry
from wangge.casework.testing import a_clock, an_assignment
from wangge.kit import clock
from wangge.kit.actor import system
from wangge.org.testing import an_agency, the_cast

ME = system("test")
MONDAY = clock.at(2021, 8, 2, 9)
FRESH = clock.at(2041, 8, 2, 9)


def a_note(text: str = "甲", public: bool = False) -> None:
    services.note(
        actor=ME, subject_kind="t", subject_id=1, action="said", label="说明", text=text, public=public
    )


def test_a_timeline_is_read_in_order_and_the_public_half_apart() -> None:
    yin = the_cast()["yin"].actor
    a_note("甲", public=True)
    services.note(actor=yin, subject_kind="t", subject_id=1, action="signed", label="签收", data={"n": 1})
    lines = queries.timeline_of("t", 1)
    assert [(e.text, e.label, e.by_label, e.agency_id, e.data) for e in lines] == [
        ("甲", "说明", "系统", None, {}),
        ("", "签收", yin.label, yin.agency_id, {"n": 1}),
    ]
    assert [e.text for e in queries.timeline_of("t", 1, public_only=True)] == ["甲"]
    assert queries.timeline_of("t", 2) == []


@pytest.mark.parametrize(
    "statement",
    ["UPDATE {} SET at = now()", "DELETE FROM {}", "UPDATE {} SET by = 'somebody else'"],
)
@pytest.mark.parametrize(
    "table", ["casework_timelineentry", "casework_assignmentmove", "casework_clockchange"]
)
def test_what_happened_is_neither_changed_nor_deleted_while_it_is_kept(table: str, statement: str) -> None:
    with clock.moved_to(FRESH):
        a_note()
    row = an_assignment(an_agency().pk)
    clock_row = a_clock(row, "reply", MONDAY)
    with clock.moved_to(MONDAY + timedelta(days=1)):
        services.extend_clock(actor=ME, clock_id=clock_row.pk, work_days=1, reason="x")
    with connection.cursor() as cursor, clock.moved_to(FRESH):
        services.sign(actor=ME, assignment_id=row.pk)
        cursor.execute(
            "INSERT INTO casework_clockchange (clock_id, kind, at, seconds, by, by_label, text)"
            " VALUES (%s, 'pause', %s, 0, '', '', '')",
            [clock_row.pk, FRESH],
        )
    with (
        pytest.raises(DatabaseError, match="only grows"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))
    assert (TimelineEntry.objects.count(), AssignmentMove.objects.count()) == (1, 1)


def test_after_five_years_a_line_may_be_erased() -> None:
    with clock.moved_to(clock.at(2015, 8, 2)):
        a_note()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM casework_timelineentry")
    assert TimelineEntry.objects.count() == 0


def test_numbers_are_short_daily_and_never_given_twice() -> None:
    day = clock.at(2021, 8, 1, 0, 30)
    one, two = services.next_number("t", "TZ", day), services.next_number("t", "TZ", day)
    assert (one, two) == ("TZ20210801-000001", "TZ20210801-000002")
    assert services.next_number("t", "TZ", clock.at(2021, 8, 2)) == "TZ20210802-000001"
    back = [services.next_number("t", "TZ", day) for _ in range(3)]
    assert len({one, two, *back}) == 5


@contextmanager
def as_web(scope: str) -> Iterator[None]:
    """The connection as the web process has it: the scoped role, one scope."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('wangge.scope', %s, true)", [scope])
        cursor.execute("SET LOCAL ROLE wangge_web")
        yield
        cursor.execute("RESET ROLE")


def test_without_a_scope_the_database_shows_and_takes_nothing() -> None:
    a_clock(an_assignment(an_agency().pk), "reply", MONDAY)
    a_note()
    with as_web(""):
        assert (Clock.objects.count(), TimelineEntry.objects.count()) == (0, 0)
        assert queries.assignments_of("test.subject", [1]) == []
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            a_note("乙")
    for scope in ("all", "area", "agency"):
        with as_web(scope):
            assert (Clock.objects.count(), TimelineEntry.objects.count()) == (1, 1)


def test_the_web_role_does_everyday_work_and_cannot_touch_what_happened() -> None:
    row = an_assignment(an_agency().pk)
    a_clock(row, "sign", MONDAY)
    with as_web("agency"):
        services.sign(actor=ME, assignment_id=row.pk)
        a_note()
        assert services.next_number("t", "", MONDAY) == "20210802-000001"
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            TimelineEntry.objects.update(text="丙")
    row.refresh_from_db()
    assert row.status == "in_progress"
