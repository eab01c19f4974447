"""The log-in by page and by API: each step, every refusal, and what a browser is given."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pyotp
import pytest
from django.test import Client

from wangge.kit import clock
from wangge.org import queries, services
from wangge.org.models import Account, LoginAttempt, SessionRecord
from wangge.org.testing import PASSWORD, SYSTEM, Person, a_person, a_post, logged_in

pytestmark = pytest.mark.django_db
SESSION = "/api/console/org/session"


@pytest.fixture
def dai() -> Person:
    return a_person("dispatcher", name="戴", username="dai")


def send(
    client: Client, path: str, body: dict[str, object] | None = None, method: str = "post", **headers: str
):
    return getattr(client, method)(
        path, json.dumps(body or {}), content_type="application/json", headers=headers
    )


def code_of(account: Account, later: int = 0) -> str:
    from wangge.kit import crypto

    secret = crypto.unseal("totp", Account.objects.get(pk=account.pk).totp_secret)
    return pyotp.TOTP(secret).at(clock.now() + timedelta(seconds=later))


def bind(account: Account) -> list[str]:
    """Bind a second factor through the services."""
    begun = services.log_in(username=account.username, password=PASSWORD, address="127.0.0.1")
    uri = services.enrol_totp(session_id=begun.session_id)
    _, codes = services.confirm_totp(session_id=begun.session_id, code=pyotp.parse_uri(uri).at(clock.now()))
    services.log_out(session_id=begun.session_id)
    return codes


def test_the_page_logs_in_and_leads_where_one_wanted_to_go(dai: Person, client: Client) -> None:
    page = client.get("/login?next=/tickets%3Flate%3D1")
    assert page.status_code == 200
    assert 'value="/tickets?late=1"' in page.content.decode()
    answer = client.post("/login", {"username": "Dai ", "password": PASSWORD, "next": "/tickets?late=1"})
    assert (answer.status_code, answer["Location"]) == (302, "/tickets?late=1")
    assert client.get("/api/console/org/me").json()["account"]["name"] == "戴"


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/login", ""],
)
def test_nobody_is_led_outside(dai: Person, client: Client, wanted: str) -> None:
    answer = client.post("/login", {"username": "dai", "password": PASSWORD, "next": wanted})
    assert answer["Location"] == "/"


def test_the_cookie_is_closed_to_scripts_and_other_sites(dai: Person, client: Client, settings) -> None:
    settings.SESSION_COOKIE_SECURE = True
    answer = client.post("/login", {"username": "dai", "password": PASSWORD})
    cookie = answer.cookies["wangge_session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"], cookie["path"]) == (
        True,
        "Lax",
        True,
        "/",
    )
    assert len(cookie.value) == 43
    assert SessionRecord.objects.get().key == queries.key_of(cookie.value)


def test_the_page_carries_a_policy_without_any_outside_host(client: Client) -> None:
    page = client.get("/login")
    policy = page["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"https?://(?!127\.0\.0\.1|localhost)", policy + page.content.decode())
    assert "<script" not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize("username", ["dai", "nobody"])
def test_a_wrong_password_and_an_unknown_name_read_the_same(
    dai: Person, client: Client, username: str
) -> None:
    answer = client.post("/login", {"username": username, "password": "wrong"})
    assert answer.status_code == 401
    assert "用户名或密码不正确" in answer.content.decode()
    assert "wangge_session" not in answer.cookies
    assert SessionRecord.objects.count() == 0


def test_an_unknown_name_costs_a_hash_too(dai: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from wangge.kit.errors import BusinessError
    from wangge.org.services import proof

    hashed: list[str] = []
    real = proof.check_password
    monkeypatch.setattr(proof, "check_password", lambda p, e: hashed.append(e[:12]) or real(p, e))
    for name in ("dai", "nobody"):
        with pytest.raises(BusinessError):
            services.log_in(username=name, password="wrong", address="127.0.0.1")
    assert hashed == ["argon2$argon", "argon2$argon"]


def test_the_sixth_try_must_wait_even_with_the_right_password(dai: Person, client: Client) -> None:
    for _ in range(5):
        assert send(client, SESSION, {"username": "dai", "password": "wrong"}).status_code == 401
    refused = send(client, SESSION, {"username": "dai", "password": PASSWORD})
    assert refused.status_code == 429
    body = refused.json()
    assert body["code"] == "login_throttled"
    assert body["detail"] == "登录失败次数过多,请 15 分钟后再试"
    assert 890 <= int(refused["Retry-After"]) <= 901
    assert SessionRecord.objects.count() == 0
    assert list(LoginAttempt.objects.order_by("id").values_list("outcome", flat=True)) == ["failed"] * 5 + [
        "refused"
    ]
    with clock.moved_to(clock.now() + timedelta(minutes=16)):
        assert send(client, SESSION, {"username": "dai", "password": PASSWORD}).status_code == 200


def test_the_page_tells_how_long_to_wait(dai: Person, client: Client) -> None:
    for _ in range(5):
        client.post("/login", {"username": "dai", "password": "wrong"})
    page = client.post("/login", {"username": "dai", "password": PASSWORD})
    assert page.status_code == 429
    assert "登录失败次数过多,请 15 分钟后再试" in page.content.decode()


def test_another_persons_failures_do_not_close_my_door(dai: Person, client: Client) -> None:
    a_person("operator", username="mo")
    for _ in range(6):
        send(client, SESSION, {"username": "dai", "password": "wrong"})
    assert send(client, SESSION, {"username": "mo", "password": PASSWORD}).status_code == 200


def test_an_address_that_tries_many_names_must_wait(dai: Person, client: Client, monkeypatch) -> None:
    from wangge.org.services import proof

    monkeypatch.setattr(proof, "check_password", lambda p, e: False)
    for number in range(40):
        assert send(client, SESSION, {"username": f"n{number}", "password": "x"}).status_code == 401
    assert send(client, SESSION, {"username": "another", "password": "x"}).status_code == 429


def test_csrf_is_asked_of_the_log_in_itself(dai: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    body = {"username": "dai", "password": PASSWORD}
    assert send(client, SESSION, body).status_code == 403
    assert client.post("/login", body).status_code == 403
    assert SessionRecord.objects.count() == 0
    token = client.get(SESSION).json()["csrf"]
    assert send(client, SESSION, body, **{"X-CSRFToken": token}).status_code == 200


def test_csrf_is_asked_of_every_change(dai: Person) -> None:
    client = logged_in(dai, Client(enforce_csrf_checks=True))
    answer = send(client, f"{SESSION}/post", {"post_id": dai.post.pk}, method="put")
    assert answer.status_code == 403
    assert client.delete(SESSION).status_code == 403
    assert client.get("/api/console/org/me").status_code == 200


def test_without_a_session_the_api_says_log_in(client: Client) -> None:
    answer = client.get("/api/console/org/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "login_required")
    assert client.get("/")["Location"] == "/login?next=/"


def test_a_role_that_requires_it_binds_a_second_factor_at_the_first_log_in(client: Client) -> None:
    admin = a_person("sysadmin", username="xi")
    answer = client.post("/login", {"username": "xi", "password": PASSWORD, "next": "/a"})
    assert answer["Location"] == "/login/bind?next=%2Fa"
    assert client.get("/api/console/org/me").status_code == 401
    page = client.get("/login/bind?next=/a").content.decode()
    assert 'src="data:image/svg+xml' in page
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    assert client.post("/login/bind", {"code": "000000"}).status_code == 422
    done = client.post("/login/bind", {"code": pyotp.TOTP(secret).at(clock.now()), "next": "/a"})
    assert len(re.findall(r"<li><code>(\w{10})</code>", done.content.decode())) == 8
    assert 'href="/a"' in done.content.decode()
    assert client.get("/api/console/org/me").json()["post"]["role"] == "sysadmin"
    assert secret.encode() not in bytes(Account.objects.get(pk=admin.post.account_id).totp_secret)


def test_a_code_works_once_and_a_recovery_code_works_once(client: Client) -> None:
    admin = a_person("sysadmin", username="xi")
    with clock.moved_to(clock.now() - timedelta(minutes=5)):
        codes = bind(admin.post.account)
    body = {"username": "xi", "password": PASSWORD}
    code = code_of(admin.post.account)
    assert send(client, SESSION, body | {"totp": code}).json()["stage"] == "ready"
    again = send(Client(), SESSION, body | {"totp": code})
    assert (again.status_code, again.json()["code"]) == (401, "wrong_code")
    assert send(Client(), SESSION, body | {"totp": codes[0]}).json()["stage"] == "ready"
    assert send(Client(), SESSION, body | {"totp": codes[0]}).status_code == 401


def test_a_known_password_does_not_open_endless_guesses_at_the_code() -> None:
    admin = a_person("sysadmin", username="xi")
    bind(admin.post.account)
    body = {"username": "xi", "password": PASSWORD, "totp": "000000"}
    found = [send(Client(), SESSION, body).status_code for _ in range(7)]
    assert found == [401, 401, 401, 401, 401, 429, 429]
    assert queries.living_sessions(SessionRecord.objects.values_list("pk", flat=True)) == {}


def test_an_expired_form_is_told_in_plain_words(dai: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.post("/login", {"username": "dai", "password": PASSWORD})
    assert page.status_code == 403
    assert "页面已过期,请重新填写" in page.content.decode()


def test_without_the_code_one_is_not_inside(client: Client) -> None:
    admin = a_person("sysadmin", username="xi")
    bind(admin.post.account)
    answer = client.post("/login", {"username": "xi", "password": PASSWORD})
    assert answer["Location"].startswith("/login/code")
    assert client.get("/api/console/org/me").status_code == 401
    assert client.get("/login/post")["Location"].startswith("/login/code")
    assert send(client, f"{SESSION}/post", {"post_id": admin.post.pk}, method="put").status_code == 409
    assert client.get("/api/console/org/me").status_code == 401


def test_a_first_password_must_be_changed_and_other_sessions_end(client: Client) -> None:
    made = services.create_account(actor=SYSTEM, username="new", name="新人")
    services.give_post(actor=SYSTEM, account_id=made.account.pk, role="operator")
    answer = client.post("/login", {"username": "new", "password": made.password})
    assert answer["Location"].startswith("/login/password")
    weak = client.post("/login/password", {"old": made.password, "new": "1234567890", "again": "1234567890"})
    assert weak.status_code == 422
    assert client.get("/api/console/org/me").status_code == 401
    good = "yi-er-san-si-wu"
    answer = client.post("/login/password", {"old": made.password, "new": good, "again": good})
    assert answer["Location"] == "/"
    other = Client()
    assert send(other, SESSION, {"username": "new", "password": good}).json()["stage"] == "ready"
    better = "liu-qi-ba-jiu-shi"
    assert send(client, f"{SESSION}/password", {"old": good, "new": better}, method="put").status_code == 200
    assert client.get("/api/console/org/me").status_code == 200
    assert other.get("/api/console/org/me").status_code == 401


def test_who_has_two_posts_chooses_one_of_his_own(dai: Person, client: Client) -> None:
    account_id = dai.post.account_id
    second = services.give_post(actor=SYSTEM, account_id=account_id, role="reviewer", title="审核组长")
    strange = a_post("commander")
    answer = client.post("/login", {"username": "dai", "password": PASSWORD})
    assert answer["Location"].startswith("/login/post")
    assert "审核组长" in client.get("/login/post").content.decode()
    assert client.post("/login/post", {"post": str(strange.pk)}).status_code == 404
    assert client.get("/api/console/org/me").status_code == 401
    client.post("/login/post", {"post": str(second.pk)})
    assert client.get("/api/console/org/me").json()["post"]["role"] == "reviewer"
    send(client, f"{SESSION}/post", {"post_id": dai.post.pk}, method="put")
    assert client.get("/api/console/org/me").json()["post"]["role"] == "dispatcher"


def test_logging_out_ends_the_session_on_the_server(dai: Person) -> None:
    client = logged_in(dai)
    token = client.cookies["wangge_session"].value
    assert client.post("/logout")["Location"] == "/login"
    thief = Client()
    thief.cookies["wangge_session"] = token
    assert thief.get("/api/console/org/me").status_code == 401


def test_an_idle_session_ends_and_a_used_one_lives_on_but_not_for_ever(dai: Person) -> None:
    client = logged_in(dai)
    start = clock.now()
    for hours in (3, 6, 9, 12, 15):
        with clock.moved_to(start + timedelta(hours=hours)):
            assert client.get("/api/console/org/me").status_code == 200, hours
    with clock.moved_to(start + timedelta(hours=16, minutes=1)):
        assert client.get("/api/console/org/me").status_code == 401
    idle = logged_in(dai)
    with clock.moved_to(start + timedelta(hours=4, minutes=1)):
        assert idle.get("/api/console/org/me").status_code == 401


def test_a_disabled_account_and_an_ended_post_are_out_at_once(dai: Person) -> None:
    client, xue = logged_in(dai), a_person("reviewer", username="bian")
    other = logged_in(xue)
    services.disable_account(actor=SYSTEM, account_id=dai.post.account_id)
    services.end_post(actor=SYSTEM, post_id=xue.post.pk)
    assert client.get("/api/console/org/me").status_code == 401
    assert other.get("/api/console/org/me").status_code == 401
    assert send(Client(), SESSION, {"username": "dai", "password": PASSWORD}).status_code == 401
    refused = send(Client(), SESSION, {"username": "bian", "password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (403, "no_post")


def test_me_tells_post_permissions_and_where_the_live_channel_is(dai: Person, settings) -> None:
    me = logged_in(dai).get("/api/console/org/me").json()
    assert me["post"]["role_label"] == "派单员"
    assert me["live_url"] == f"{settings.LIVE_URL}/live"
    assert "org.directory.read" in me["permissions"]
    assert "org.account.manage" not in me["permissions"]
    assert me["elevated_until"] is None
