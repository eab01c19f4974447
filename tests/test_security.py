"""Security from the first page, across contexts: headers, cookies, errors and logs that tell nothing."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
import structlog
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from wangge.org.testing import a_person, logged_in
from wangge.project.logs import WithoutValues, frames, without_values

SECRET = "19900001234"


def failing(request: HttpRequest) -> HttpResponse:
    raise ValueError(f"Key (phone)=({SECRET}) already exists")


urlpatterns = [path("failing", failing)]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything the standard library logs, in the format of the running system."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(WithoutValues("%(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    yield out
    logging.getLogger().removeHandler(handler)


@override_settings(ROOT_URLCONF="tests.test_security")
def test_a_crash_tells_neither_the_reader_nor_the_log_what_the_row_held(log: io.StringIO) -> None:
    client = Client(raise_request_exception=False)
    answer = client.get("/failing")
    assert answer.status_code == 500
    assert SECRET not in answer.content.decode()
    text = log.getvalue()
    assert SECRET not in text
    assert "builtins.ValueError" in text
    assert "test_security.py" in text


def test_structured_logs_keep_the_frames_and_drop_the_words() -> None:
    with structlog.testing.capture_logs(processors=[without_values]) as lines:
        try:
            raise ValueError(SECRET)
        except ValueError:
            structlog.get_logger("x").exception("unhandled", path="/x")
    assert SECRET not in str(lines)
    assert lines[0]["frames"][-1] == "builtins.ValueError"


def test_causes_are_told_by_type() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        told = frames(error)
    assert [line for line in told if line.startswith("builtins")] == [
        "builtins.KeyError",
        "builtins.ValueError",
    ]
    assert SECRET not in str(told)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/login", "/api/console/org/me", "/healthz", "/"])
def test_every_answer_carries_the_headers(address: str) -> None:
    answer = Client().get(address)
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe-eval" not in answer["Content-Security-Policy"]
    assert "script-src 'self';" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_the_csrf_cookie_is_only_for_this_site(settings) -> None:
    settings.CSRF_COOKIE_SECURE = True
    cookie = Client().get("/login").cookies["wangge_csrf"]
    assert (cookie["samesite"], cookie["secure"]) == ("Lax", True)


@pytest.mark.django_db
def test_answers_of_the_api_are_not_kept_anywhere() -> None:
    answer = logged_in(a_person("operator")).get("/api/console/org/me")
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_foreign_host_name_is_refused() -> None:
    assert Client().get("/login", headers={"Host": "evil.example"}).status_code == 400
