"""Several at once, on connections of their own."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from wangge.casework import events, services, watch
from wangge.casework.models import AssignmentMove, Clock
from wangge.casework.testing import a_clock, a_subject, an_assignment
from wangge.kit import clock
from wangge.kit import events as announcements
from wangge.kit.actor import system
from wangge.kit.errors import Conflict
from wangge.notify.models import Message
from wangge.org.testing import an_agency

pytestmark = pytest.mark.django_db(transaction=True)
ME = system("test")
MONDAY = clock.at(2021, 8, 2, 9)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act returned or raised; all start together, each on its own connection."""
    start = threading.Barrier(len(acts))
    found: list[object] = [None] * len(acts)

    def run(position: int, act: Callable[[], object]) -> None:
        start.wait()
        try:
            found[position] = act()
        except Exception as error:
            found[position] = error
        finally:
            connection.close()

    threads = [
        threading.Thread(target=contextvars.copy_context().run, args=(run, position, act))
        for position, act in enumerate(acts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return found


def test_two_watches_share_the_clocks_and_speak_of_each_once() -> None:
    unit = an_agency().pk
    for _ in range(30):
        a_clock(an_assignment(unit, subject=a_subject()), "sign", MONDAY)
    heard: list[int] = []

    def listen(event: events.ClockMissed) -> None:
        heard.append(event.clock_id)

    announcements.subscribe(events.ClockMissed)(listen)
    try:
        with clock.moved_to(clock.at(2021, 8, 2, 15, 1)):
            looked = at_once(watch.look, watch.look)
    finally:
        announcements._handlers[events.ClockMissed].remove(listen)
    assert sum(n for n in looked if isinstance(n, int)) == 30
    assert sorted(heard) == sorted(Clock.objects.values_list("pk", flat=True))
    assert Message.objects.exists()


def test_numbers_drawn_at_once_are_all_different_even_the_first_of_a_day() -> None:
    def draw() -> list[str]:
        found = []
        for _ in range(20):
            with transaction.atomic():
                found.append(services.next_number("race", "", MONDAY))
        return found

    drawn = [number for one in at_once(*[draw] * 6) if isinstance(one, list) for number in one]
    assert len(drawn) == 120
    assert len(set(drawn)) == 120
    assert all(number > "20210802-000000" for number in drawn)


def test_of_two_who_sign_at_once_one_is_told_that_the_other_was_faster() -> None:
    row = an_assignment(an_agency().pk)
    both = at_once(*[lambda: services.sign(actor=ME, assignment_id=row.pk)] * 2)
    refused = [one for one in both if isinstance(one, Conflict)]
    assert len(refused) == 1
    assert AssignmentMove.objects.filter(row_id=row.pk).count() == 1


def test_of_two_leads_given_at_once_one_is_refused() -> None:
    subject = a_subject()
    one, two = an_agency().pk, an_agency().pk
    both = at_once(lambda: an_assignment(one, subject=subject), lambda: an_assignment(two, subject=subject))
    assert [type(found) is Conflict for found in both].count(True) == 1
