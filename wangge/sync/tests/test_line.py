"""The thin line: enrol, sign, read, send."""

from __future__ import annotations

import pytest

from wangge.notify import services as notify
from wangge.notify.models import MessageRead
from wangge.org.testing import the_cast
from wangge.sync.testing import a_phone

pytestmark = pytest.mark.django_db


def test_a_notice_goes_down_and_its_receipt_comes_up_once() -> None:
    cast = the_cast()
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
