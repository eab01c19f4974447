"""Files from phones: the same id and bytes once, before or after the command that names them, own only."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from wangge.files import queries, services
from wangge.files.models import Attachment, FileClaim
from wangge.files.tests.test_attachments import a_photo
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, NotFound
from wangge.kit.ids import uuid7
from wangge.org import queries as org
from wangge.org.testing import Person, Phone, logged_in, the_cast

pytestmark = pytest.mark.django_db
KIND = "test.finding"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path


@pytest.fixture
def cast() -> dict[str, Person]:
    return the_cast()


def actor_of(phone: Phone) -> Actor:
    entry = org.device_entry(phone.device_id)
    assert entry is not None
    assert entry.actor is not None
    return entry.actor


def sent(phone: Phone, client_id: object, raw: bytes, kind: str = "photo") -> tuple[int, dict]:
    answer = phone.put(f"/api/field/files/{client_id}", raw, "image/jpeg", **{"X-Kind": kind})
    return answer.status_code, answer.json()


def test_the_same_bytes_again_are_the_same_file_and_other_bytes_are_refused(
    cast: dict[str, Person], tmp_path: Path
) -> None:
    phone, client_id, raw = Phone.of(cast["zhang"].post.pk), uuid7(), a_photo()
    status, body = sent(phone, client_id, raw)
    assert (status, body["client_id"]) == (200, str(client_id))
    assert sent(phone, client_id, raw) == (200, body)
    status, problem = sent(phone, client_id, a_photo("PNG"))
    assert (status, problem["code"]) == (409, "other_content")
    assert Attachment.objects.count() == 1
    assert len([p for p in tmp_path.rglob("*") if p.is_file()]) == 1


def test_a_file_may_come_before_or_after_the_command_that_names_it(cast: dict[str, Person]) -> None:
    phone, before, after = Phone.of(cast["zhang"].post.pk), uuid7(), uuid7()
    sent(phone, before, a_photo())
    assert queries.by_client_ids([before, after]) == {}
    services.claim(actor=actor_of(phone), client_ids=[before, after], subject_kind=KIND, subject_id=5)
    assert set(queries.by_client_ids([before, after])) == {before}
    assert queries.awaited_of(KIND, [5, 6]) == {5: [after]}
    sent(phone, after, a_photo("PNG"))
    assert set(queries.by_client_ids([before, after])) == {before, after}
    assert queries.awaited_of(KIND, [5]) == {}
    assert [card.client_id for card in queries.attachments_of(KIND, [5])[5]] == [before, after]
    services.claim(actor=actor_of(phone), client_ids=[before], subject_kind=KIND, subject_id=5)
    with pytest.raises(NotFound):
        services.claim(actor=actor_of(phone), client_ids=[before], subject_kind=KIND, subject_id=6)
    assert FileClaim.objects.count() == 2


def test_nobody_claims_overwrites_or_sees_what_another_phone_took(cast: dict[str, Person]) -> None:
    zhang, xue = Phone.of(cast["zhang"].post.pk), Phone.of(cast["xue"].post.pk)
    second = Phone.of(cast["zhang"].post.pk)
    client_id, raw = uuid7(), a_photo()
    _status, body = sent(zhang, client_id, raw)
    for stranger in (xue, second):
        assert sent(stranger, client_id, raw)[0] == 409
        with pytest.raises(NotFound):
            services.claim(actor=actor_of(stranger), client_ids=[client_id], subject_kind=KIND, subject_id=1)
        assert stranger.get(f"/api/field/files/attachments/{body['id']}").status_code == 404
    shown = zhang.get(f"/api/field/files/attachments/{body['id']}")
    assert (shown.status_code, len(b"".join(shown.streaming_content))) == (200, Attachment.objects.get().size)
    assert Attachment.objects.get().subject_kind == queries.STAGING
    assert FileClaim.objects.count() == 0


def test_a_claim_made_before_the_file_is_only_for_the_phone_that_made_it(cast: dict[str, Person]) -> None:
    zhang, xue, client_id = Phone.of(cast["zhang"].post.pk), Phone.of(cast["xue"].post.pk), uuid7()
    services.claim(actor=actor_of(xue), client_ids=[client_id], subject_kind=KIND, subject_id=1)
    sent(zhang, client_id, a_photo())
    assert queries.by_client_ids([client_id]) == {}
    assert sent(xue, client_id, a_photo())[0] == 409


@pytest.mark.parametrize(
    ("kind", "raw", "status"),
    [
        ("photo", b"MZ program", 422),
        ("photo", b"\x1a\x45\xdf\xa3" + bytes(40), 422),
        ("audio", a_photo(), 422),
        ("film", a_photo(), 422),
        ("photo", b"", 400),
        ("photo", b"\xff\xd8\xff\xe0 no picture", 400),
        ("audio", b"\x1a\x45\xdf\xa3" + bytes(40), 200),
    ],
)
def test_a_kind_takes_only_its_content(cast: dict[str, Person], kind: str, raw: bytes, status: int) -> None:
    phone = Phone.of(cast["zhang"].post.pk)
    assert sent(phone, uuid7(), raw, kind)[0] == status
    assert Attachment.objects.count() == (1 if status == 200 else 0)


def test_a_session_may_preview_but_needs_its_csrf_token(cast: dict[str, Person]) -> None:
    client = logged_in(cast["zhang"])
    client.handler.enforce_csrf_checks = True
    answer = client.put(f"/api/field/files/{uuid7()}", a_photo(), content_type="image/jpeg")
    assert answer.status_code == 403
    assert Attachment.objects.count() == 0


def test_a_waiting_file_of_a_phone_stays_a_month(cast: dict[str, Person]) -> None:
    sent(Phone.of(cast["zhang"].post.pk), uuid7(), a_photo())
    with clock.moved_to(clock.now() + timedelta(days=3)):
        assert services.sweep()[0] == 0
    with clock.moved_to(clock.now() + timedelta(days=31)):
        assert services.sweep()[0] == 1


def test_the_desk_cannot_take_a_file_that_waits_for_its_phone(cast: dict[str, Person]) -> None:
    phone = Phone.of(cast["zhang"].post.pk)
    _status, body = sent(phone, uuid7(), a_photo())
    with pytest.raises(BusinessError):
        services.attach(actor=cast["xue"].actor, attachment_ids=[body["id"]], subject_kind=KIND, subject_id=1)
    assert Attachment.objects.get().subject_kind == queries.STAGING
