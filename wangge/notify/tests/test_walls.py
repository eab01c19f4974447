"""The second wall around messages, as the web's own database role; and the gateway for texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from wangge.kit import clock, crypto
from wangge.kit.actor import system
from wangge.notify import queries, services
from wangge.notify.models import Message, OutgoingText
from wangge.notify.testing import a_gateway
from wangge.org import services as org
from wangge.org.testing import Person, logged_in, the_cast

pytestmark = pytest.mark.django_db
NUMBER = "19900001234"


@pytest.fixture
def cast() -> dict[str, Person]:
    found = the_cast()
    services.send(to_agency_id=found["yin"].actor.agency_id, kind="k", subject="", title="给城管局", text="")
    services.send(to_post_id=found["dai"].actor.post_id, kind="k", subject="", title="给戴", text="")
    return found


@pytest.fixture
def as_web() -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE wangge_web")
        yield
        cursor.execute("RESET ROLE")


def titles() -> list[str]:
    return list(Message.objects.order_by("id").values_list("title", flat=True))


def test_a_connection_without_scope_sees_nothing(cast: dict[str, Person], as_web: None) -> None:
    org.unscope_connection()
    assert titles() == []


@pytest.mark.parametrize(
    ("who", "sees"),
    [("dai", ["给戴"]), ("yin", ["给城管局"]), ("ji", []), ("zhou", []), ("zhang", [])],
)
def test_a_post_sees_its_own_and_its_agencys_messages(
    cast: dict[str, Person], as_web: None, who: str, sees: list[str]
) -> None:
    with org.scoped(cast[who].actor):
        assert titles() == sees
    assert titles() == []


def test_the_worker_sees_all(cast: dict[str, Person], as_web: None) -> None:
    with org.scoped(system("job")):
        assert titles() == ["给城管局", "给戴"]


def test_anybody_may_send_to_anybody_but_not_read_it_back(cast: dict[str, Person], as_web: None) -> None:
    with org.scoped(cast["ji"].actor):
        services.send(to_post_id=cast["mo"].actor.post_id, kind="k", subject="", title="给莫", text="")
        services.text_to(number=NUMBER, text="您的诉求已受理")
        assert titles() == []
        assert OutgoingText.objects.count() == 0
        with pytest.raises(ProgrammingError), transaction.atomic():
            Message.objects.create(
                to_post_id=cast["mo"].actor.post_id, kind="k", title="x", created_at=clock.now()
            )


def test_the_bell_over_http(cast: dict[str, Person]) -> None:
    client = logged_in(cast["dai"])
    assert client.get("/api/console/notify/unread").json() == {"count": 1, "urgent": 0}
    page = client.get("/api/console/notify/messages").json()
    assert [item["title"] for item in page["items"]] == ["给戴"]
    stranger = logged_in(cast["ji"])
    body = {"ids": [page["items"][0]["id"]]}
    wrong = stranger.post("/api/console/notify/messages/read", body, content_type="application/json")
    assert wrong.status_code == 404
    assert queries.unread_for(cast["dai"].actor).count == 1
    done = client.post("/api/console/notify/messages/read", {}, content_type="application/json")
    assert done.json() == {"marked": 1, "unread": {"count": 0, "urgent": 0}}


def test_texts_wait_without_a_gateway_and_their_number_is_sealed() -> None:
    services.text_to(number=NUMBER, text="您的诉求已受理")
    assert services.send_texts() == 0
    row = OutgoingText.objects.get()
    assert (row.status, row.number_masked) == ("waiting", "199****1234")
    assert NUMBER.encode() not in bytes(row.number_sealed)
    assert crypto.unseal("phone", row.number_sealed) == NUMBER


def test_a_refused_text_waits_and_fails_after_three_tries() -> None:
    services.text_to(number=NUMBER, text="一")
    services.text_to(number="19900005678", text="二")
    with a_gateway(frozenset({NUMBER})) as gateway:
        assert services.send_texts() == 1
        assert services.send_texts() == 0
        assert gateway.sent == [("19900005678", "二")]
        for minutes in (6, 17):
            with clock.moved_to(clock.now() + timedelta(minutes=minutes)):
                services.send_texts()
    row = OutgoingText.objects.get(text="一")
    assert (row.status, row.attempts, row.problem) == ("failed", 3, "refused")


def test_old_messages_are_erased(cast: dict[str, Person]) -> None:
    services.mark_all_read(actor=cast["dai"].actor)
    with clock.moved_to(clock.now() + timedelta(days=91)):
        assert services.erase_old() == 3
    assert titles() == []
