"""The grid worker's phone: the open tickets of the own grid, no number in any text, gone when closed."""

from __future__ import annotations

import pytest

from wangge.hotline import services, testing
from wangge.notify import services as notify
from wangge.notify.models import MessageRead
from wangge.org.testing import Person
from wangge.sync.testing import SyncPhone, a_phone

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
KIND = "hotline.ticket"


def tickets(phone: SyncPhone, cursor: str) -> tuple[dict, str]:
    page = phone.changes(cursor)
    return page["kinds"].get(KIND, {}), page["cursor"]


def test_a_ticket_comes_to_its_grid_moves_to_another_and_goes_when_it_ends(cast: Cast) -> None:
    zhang, xue = a_phone(cast["zhang"].post.pk), a_phone(cast["xue"].post.pk)
    here, there = zhang.changes()["cursor"], xue.changes()["cursor"]
    ticket = testing.a_ticket(
        cast["mo"].actor,
        submit=True,
        area_id=cast["zhang"].actor.area_id,
        content="陈大有反映门口污水外溢,电话19900000001,身份证320612198001011234",
    )
    found, here = tickets(zhang, here)
    (record,) = found["records"]
    assert (record["id"], record["status"], record["caller"]) == (ticket.pk, "awaiting_dispatch", "陈**")
    assert record["caller_no"] == "199****0001"
    assert record["content"] == "[诉求人]反映门口污水外溢,电话[号码],身份证[证件号]"
    assert tickets(xue, there)[0] == {}
    services.amend_ticket(
        actor=cast["dai"].actor,
        ticket_id=ticket.pk,
        amendment=services.Amendment(why="地址更正", area_id=cast["xue"].actor.area_id),
    )
    found, here = tickets(zhang, here)
    assert (found["records"], found["gone"]) == ([], [ticket.pk])
    found, there = tickets(xue, there)
    assert [r["id"] for r in found["records"]] == [ticket.pk]
    services.refuse_ticket(
        actor=cast["dai"].actor, ticket_id=ticket.pk, reason_code="withdrawn", basis="诉求人撤回"
    )
    found, _ = tickets(xue, there)
    assert (found["records"], found["gone"]) == ([], [ticket.pk])


def test_a_confidential_caller_is_not_on_the_phone(cast: Cast) -> None:
    testing.a_ticket(cast["mo"].actor, area_id=cast["zhang"].actor.area_id, confidential=True)
    (record,) = a_phone(cast["zhang"].post.pk).changes()["kinds"][KIND]["records"]
    assert (record["caller"], record["caller_no"]) == ("", "")


def test_a_unit_has_no_tickets_on_its_phone(cast: Cast) -> None:
    testing.a_dispatched_ticket(cast)
    assert KIND not in a_phone(cast["yin"].post.pk).changes()["kinds"]


def test_a_notice_goes_down_and_its_receipt_comes_up_once(cast: Cast) -> None:
    zhang = cast["zhang"].post
    phone = a_phone(zhang.pk)
    first = phone.changes()
    assert first["full"]
    assert first["kinds"]["notify.notice"]["records"] == []
    notify.send(to_post_id=zhang.pk, kind="notice", subject="", title="防汛通知", text="今晚值守")
    later = phone.changes(first["cursor"])
    assert not later["full"]
    (record,) = later["kinds"]["notify.notice"]["records"]
    assert (record["title"], record["read"]) == ("防汛通知", False)
    command = phone.command("notify.read_notice", {"id": record["id"]})
    one = phone.send(command)
    assert one == [{"id": command["id"], "outcome": "stored", "result": {"marked": 1}, "problem": None}]
    assert phone.send(command) == one
    assert MessageRead.objects.filter(post=zhang).count() == 1
    assert phone.changes(later["cursor"])["kinds"]["notify.notice"]["records"][0]["read"] is True
