"""The demo: loads once, through the real services, in every state; the simulation goes on from there."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from django.db import connection

from wangge.hotline import queries as hotline
from wangge.kit import clock
from wangge.kit.errors import Conflict
from wangge.org import queries as org
from wangge.org.testing import an_agency
from wangge.rehearsal import demo, staff
from wangge.rehearsal.models import DemoStep, DemoTicket
from wangge.rehearsal.simulate import Simulation

MONDAY = clock.at(2021, 8, 9, 15, 0)


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


@pytest.mark.django_db
def test_the_demo_loads_every_state_once_and_the_simulation_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "TICKETS", 24)
    said: list[str] = []
    with clock.moved_to(MONDAY):
        demo.load(said.append)
        assert [line.split(" … ")[0].strip() for line in said] == [label for _n, label, _s in demo.STEPS]
        tickets = count("hotline_ticket")
        assert tickets == 24 + len(demo.HELD)
        assert DemoTicket.objects.count() == tickets
        found = {row.status for row in hotline.tickets(demo.DEMO, hotline.TicketFilter(), limit=200).items}
        assert {status for status, _hours, _topics in demo.HELD} <= found
        before = tickets, count("hotline_ticketmove"), count("org_account"), count("org_agency")

        demo.load(said.append)
        assert len(said) == len(demo.STEPS)
        assert before == (tickets, count("hotline_ticketmove"), count("org_account"), count("org_agency"))

        simulation = Simulation(demo.stage(), random.Random(1))
        simulation.catch_up(clock.now())
        simulation.expect_call(clock.now())
        assert simulation.step() > 0
        assert count("hotline_ticket") == tickets + 1
        held = DemoTicket.objects.filter(plot__hold__gt="").values_list("ticket_id", flat=True)
        assert not {step.ticket.pk for step in simulation.play.steps if step.ticket} & set(held)
        assert not simulation.play.refused

    with clock.moved_to(MONDAY + timedelta(hours=3)):
        moves = count("hotline_ticketmove")
        again = Simulation(demo.stage(), random.Random(2))
        again.catch_up(clock.now())
        assert count("hotline_ticketmove") > moves
        assert not again.play.refused


@pytest.mark.django_db
def test_the_demo_refuses_a_database_where_real_agencies_live() -> None:
    an_agency("某区城市管理局")
    with pytest.raises(Conflict) as refused:
        demo.load(lambda text: None)
    assert refused.value.code == "not_a_demo_database"
    assert DemoStep.objects.count() == 0
    assert count("org_account") == 0


@pytest.mark.django_db
def test_bare_loads_people_and_no_ticket_and_every_role_can_be_tried() -> None:
    demo.load(lambda text: None, bare=True)
    assert count("hotline_ticket") == 0
    present = staff.present()
    assert {role: len(actors) > 0 for role, actors in present.desks.items()} == dict.fromkeys(
        staff.DESK_ROLES, True
    )
    assert set(present.departments) == {entry["key"] for entry in staff.book()["department"]}
    assert all(present.units[agency] for agency in (*present.departments.values(), *present.towns.values()))
    for username, _name, _title in staff.accounts():
        assert count(f"org_account WHERE username = '{username}'") == 1, username
    handlers = {p.account_name for p in org.posts_in_role("unit_handler")}
    assert {"嵇松年", "尹向阳"} <= handlers
    assert not org.policy_of("operator").totp_required
