"""The watch holds a clock, a desk holds its ticket: neither waits for the other for ever."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from wangge.casework import watch
from wangge.hotline import jobs, testing
from wangge.hotline.models import Ticket
from wangge.kit import clock
from wangge.org.testing import the_cast
from wangge.policy.testing import the_rules

MONDAY = clock.at(2021, 8, 2, 9)


def waiting_jobs() -> list[dict[str, object]]:
    rows = ProcrastinateJob.objects.filter(task_name="hotline.mark_late", status="todo")
    return [row.args for row in rows.order_by("id")]


@pytest.mark.django_db(transaction=True)
def test_a_ticket_in_somebodys_hands_is_marked_late_by_a_job() -> None:
    the_rules()
    cast = the_cast()
    with clock.moved_to(MONDAY):
        ticket = testing.a_signed_ticket(cast, kind="inquiry")
    held, done = threading.Event(), threading.Event()

    def a_desk() -> None:
        try:
            with transaction.atomic():
                Ticket.objects.select_for_update().get(pk=ticket.pk)
                held.set()
                done.wait(20)
        finally:
            connection.close()

    desk = threading.Thread(target=a_desk)
    desk.start()
    assert held.wait(10)
    try:
        with clock.moved_to(clock.at(2021, 8, 5, 9)):
            assert watch.look() > 0
        assert not Ticket.objects.get(pk=ticket.pk).late
    finally:
        done.set()
        desk.join(20)
    (about,) = waiting_jobs()
    assert about["ticket_id"] == ticket.pk
    jobs.mark_late(**about)  # type: ignore[arg-type]
    assert Ticket.objects.get(pk=ticket.pk).late
    ProcrastinateJob.objects.all()._raw_delete("default")
