"""Phones: a code once, a key that proves itself, signed requests, revocation at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from wangge.kit import clock
from wangge.kit.errors import Forbidden, NotFound
from wangge.org import queries, services
from wangge.org.models import Device, EnrolmentCode
from wangge.org.testing import SYSTEM, Person, Phone, a_person, logged_in, the_cast
from wangge.territory.testing import a_grid, a_town, a_village

pytestmark = pytest.mark.django_db
DEVICE = "/api/field/org/device"


@pytest.fixture
def cast() -> dict[str, Person]:
    return the_cast()


def code_of(answer) -> tuple[int, str]:  # type: ignore[no-untyped-def]
    return answer.status_code, answer.json()["code"]


def logged(action: str) -> int:
    """How many lines of the permanent log tell of this."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_auditentry WHERE action = %s", [action])
        return int(cursor.fetchone()[0])


def test_a_code_binds_one_phone_once_and_within_a_quarter_of_an_hour(cast: dict[str, Person]) -> None:
    post = cast["zhang"].post
    made = services.make_enrolment_code(actor=SYSTEM, post_id=post.pk)
    assert made.code.encode() not in bytes(EnrolmentCode.objects.get().code_hash)
    answer = Phone().enrol(made.code, "张的手机", "1.2")
    assert answer.status_code == 201
    body = answer.json()
    assert body["post"]["name"] == "张"
    assert body["post"]["area"]["kind"] == "grid"
    assert len(body["seal_key"]) == 122
    assert code_of(Phone().enrol(made.code)) == (410, "code_ended")
    late = services.make_enrolment_code(actor=SYSTEM, post_id=post.pk)
    with clock.moved_to(clock.now() + timedelta(minutes=15)):
        assert code_of(Phone().enrol(late.code)) == (410, "code_ended")
    assert code_of(Phone().enrol("2345-6789-ABCD-EFGH")) == (410, "code_ended")
    assert list(Device.objects.values_list("name", "app", "status")) == [("张的手机", "1.2", "active")]
    assert logged("org.device.enrolled") == 1


def test_a_newer_code_ends_the_older_and_may_be_typed_with_dashes(cast: dict[str, Person]) -> None:
    old = services.make_enrolment_code(actor=SYSTEM, post_id=cast["zhang"].post.pk)
    new = services.make_enrolment_code(actor=SYSTEM, post_id=cast["zhang"].post.pk)
    assert code_of(Phone().enrol(old.code)) == (410, "code_ended")
    typed = "-".join(new.code[i : i + 4] for i in range(0, 16, 4)).lower()
    assert Phone().enrol(typed).status_code == 201


def test_who_cannot_prove_the_key_gets_nothing_and_the_code_stays(cast: dict[str, Person]) -> None:
    made = services.make_enrolment_code(actor=SYSTEM, post_id=cast["zhang"].post.pk)
    honest, thief = Phone(), Phone()
    body = {"code": made.code, "public_key": honest.public_key, "name": "", "app": ""}
    body["proof"] = thief.sign(f"wangge.enrol.v1\n{made.code}\n{honest.public_key}".encode())
    answer = Client().post("/api/field/org/enrolments", body, content_type="application/json")
    assert code_of(answer) == (422, "bad_proof")
    broken = Client().post(
        "/api/field/org/enrolments", body | {"public_key": "AAAA"}, content_type="application/json"
    )
    assert broken.status_code == 422
    assert Device.objects.count() == 0
    assert honest.enrol(made.code).status_code == 201
    again = services.make_enrolment_code(actor=SYSTEM, post_id=cast["xue"].post.pk)
    assert code_of(honest.enrol(again.code)) == (409, "key_taken")


def test_a_signed_request_acts_for_the_post_in_one_statement(
    cast: dict[str, Person], django_assert_num_queries: object
) -> None:
    zhang = cast["zhang"]
    phone = Phone.of(zhang.post.pk)
    queries.device_entry(phone.device_id, scope=True)
    with django_assert_num_queries(1):  # type: ignore[operator]
        entry = queries.device_entry(phone.device_id, scope=True)
    assert entry is not None
    assert entry.actor is not None
    actor, person = entry.actor, zhang.actor
    assert (actor.kind, actor.device_id) == ("device", str(phone.device_id))
    assert (actor.key, actor.label, actor.permissions) == (person.key, person.label, person.permissions)
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"current_setting('{n}')" for n in queries.SCOPE_VARIABLES))
        assert cursor.fetchone() == services.scope.variables_of(person)
    assert phone.get(DEVICE).json()["device_id"] == phone.device_id
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('wangge.post')")
        assert cursor.fetchone() == ("",)


def test_a_wrong_clock_a_foreign_key_and_a_changed_request_are_told_apart(cast: dict[str, Person]) -> None:
    phone, stranger = Phone.of(cast["zhang"].post.pk), Phone()
    stranger.device_id = phone.device_id
    late = phone.header("GET", DEVICE, at=clock.now() - timedelta(minutes=5, seconds=1))
    answer = Client().get(DEVICE, headers={"Authorization": late})
    assert code_of(answer) == (401, "clock_skew")
    assert "server_time" in answer.json()["data"]
    near = phone.header("GET", DEVICE, at=clock.now() + timedelta(minutes=4, seconds=50))
    assert Client().get(DEVICE, headers={"Authorization": near}).status_code == 200
    assert code_of(stranger.get(DEVICE)) == (401, "bad_signature")
    for header in (
        phone.header("POST", DEVICE),
        phone.header("GET", f"{DEVICE}?a=1"),
        phone.header("GET", DEVICE, b"body"),
        "Wangge-Device id=1, at=x, sig=y",
        f"Wangge-Device id=999999999, at={clock.now().timestamp() * 1000:.0f}, sig=AAAA",
    ):
        assert code_of(Client().get(DEVICE, headers={"Authorization": header})) == (401, "bad_signature")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('wangge.post')")
        assert cursor.fetchone() == ("",)


def test_a_revoked_phone_is_refused_from_the_next_request_on(cast: dict[str, Person]) -> None:
    phone = Phone.of(cast["zhang"].post.pk)
    second = Phone.of(cast["zhang"].post.pk)
    services.revoke_device(actor=SYSTEM, device_id=phone.device_id)
    services.revoke_device(actor=SYSTEM, device_id=phone.device_id)
    assert code_of(phone.get(DEVICE)) == (401, "device_revoked")
    assert second.get(DEVICE).status_code == 200
    assert logged("org.device.revoked") == 1


def test_a_closed_account_or_ended_post_stops_the_phone_without_wiping_it(cast: dict[str, Person]) -> None:
    zhang, xue = Phone.of(cast["zhang"].post.pk), Phone.of(cast["xue"].post.pk)
    services.disable_account(actor=SYSTEM, account_id=cast["zhang"].post.account_id)
    assert code_of(zhang.get(DEVICE)) == (401, "post_closed")
    services.enable_account(actor=SYSTEM, account_id=cast["zhang"].post.account_id)
    assert zhang.get(DEVICE).status_code == 200
    services.end_post(actor=SYSTEM, post_id=cast["xue"].post.pk)
    assert code_of(xue.get(DEVICE)) == (401, "post_closed")


def test_a_signature_opens_the_field_api_only_and_a_cookie_still_needs_csrf(cast: dict[str, Person]) -> None:
    phone = Phone.of(cast["zhang"].post.pk)
    assert phone.get("/api/console/org/agencies").status_code == 401
    browser = logged_in(cast["zhang"], Client(enforce_csrf_checks=True))
    answer = browser.post("/api/field/sync/commands", b"{}", content_type="application/json")
    assert answer.status_code == 403
    assert code_of(logged_in(cast["zhang"]).get(DEVICE)) == (403, "forbidden")


def test_an_administrator_of_an_area_has_the_phones_of_that_area(cast: dict[str, Person]) -> None:
    town, other = a_town("二甲镇"), a_town("平潮镇")
    inside, outside = a_grid(a_village(town)), a_grid(a_village(other))
    admin = a_person("area_admin", area=town.id)
    mine, foreign = a_person("grid_worker", area=inside.id), a_person("grid_worker", area=outside.id)
    code = services.make_enrolment_code(actor=admin.actor, post_id=mine.post.pk)
    assert Phone().enrol(code.code).status_code == 201
    strange = Phone.of(foreign.post.pk)
    with pytest.raises(NotFound):
        services.make_enrolment_code(actor=admin.actor, post_id=foreign.post.pk)
    with pytest.raises(NotFound):
        services.revoke_device(actor=admin.actor, device_id=strange.device_id)
    with pytest.raises(Forbidden):
        services.make_enrolment_code(actor=mine.actor, post_id=mine.post.pk)
    assert [d["post_id"] for d in queries.devices_visible_to(admin.actor).items] == [mine.post.pk]
    assert {p.id for p in queries.posts_to_enrol(admin.actor)} == {admin.post.pk, mine.post.pk}
    assert Device.objects.filter(status="active").count() == 2


def test_the_administrator_of_the_system_must_be_elevated(cast: dict[str, Person]) -> None:
    root = a_person("sysadmin")
    phone = Phone.of(cast["zhang"].post.pk)
    for work in (
        lambda: services.make_enrolment_code(actor=root.actor, post_id=cast["zhang"].post.pk),
        lambda: services.revoke_device(actor=root.actor, device_id=phone.device_id),
    ):
        with pytest.raises(Forbidden) as refusal:
            work()
        assert refusal.value.code == "elevation_required"
    with pytest.raises(NotFound):
        services.make_enrolment_code(actor=SYSTEM, post_id=root.post.pk)
    assert len(queries.devices_visible_to(root.actor).items) == 1


def test_the_console_shows_a_code_with_its_picture_and_pages_phones(cast: dict[str, Person]) -> None:
    town = a_town("石港镇")
    admin = a_person("area_admin", area=town.id)
    workers = [a_person("grid_worker", area=a_grid(a_village(town)).id) for _ in range(3)]
    browser = logged_in(admin)
    answer = browser.post(
        "/api/console/org/devices/codes", {"post_id": workers[0].post.pk}, content_type="application/json"
    )
    body = answer.json()
    assert answer.status_code == 201
    assert body["url"].endswith(f"/field/#enrol={body['code']}")
    assert body["qr"].startswith("data:image/svg+xml")
    for worker in workers:
        Phone.of(worker.post.pk)
    first = browser.get("/api/console/org/devices?limit=2").json()
    rest = browser.get(f"/api/console/org/devices?limit=2&cursor={first['next_cursor']}").json()
    assert [d["post_id"] for d in first["items"] + rest["items"]] == [w.post.pk for w in reversed(workers)]
    assert rest["next_cursor"] is None
    gone = browser.post(f"/api/console/org/devices/{first['items'][0]['id']}/revoke")
    assert gone.status_code == 204
    assert len(browser.get("/api/console/org/devices?status=active").json()["items"]) == 2


def test_a_phone_is_seen_once_a_minute_with_its_program(cast: dict[str, Person]) -> None:
    phone = Phone.of(cast["zhang"].post.pk)
    first = Device.objects.get().seen_at
    phone.get(DEVICE)
    assert Device.objects.get().seen_at == first
    phone.get(DEVICE, **{"X-App": "1.3"})
    assert Device.objects.get().app == "1.3"
    with clock.moved_to(clock.now() + timedelta(minutes=2)):
        phone.get(DEVICE)
    assert Device.objects.get().seen_at > first + timedelta(minutes=1)
