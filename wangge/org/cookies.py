"""The session cookie, the client's address, and where one may be sent after the log-in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

LOOPBACK = {"127.0.0.1", "::1", ""}


def give_cookie(response: HttpResponse, token: str) -> None:
    """The session token, for this browser only: not readable by scripts, not sent by other sites."""
    response.set_cookie(
        settings.SESSION_COOKIE_NAME,
        token,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
        path="/",
    )


def take_cookie(response: HttpResponse) -> None:
    """Forget the session in this browser."""
    response.delete_cookie(settings.SESSION_COOKIE_NAME, path="/", samesite="Lax")


def address_of(request: HttpRequest) -> str:
    """Where the request comes from; a proxy on the same machine is believed, nobody else."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = str(request.headers.get("X-Forwarded-For", "")).split(",")[-1].strip()
    return (forwarded if address in LOOPBACK and forwarded else address)[:45]


def safe_next(wanted: str) -> str:
    """An address inside this site; anything else becomes the start page."""
    inside = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if inside and not wanted.startswith(("/login", "/logout", "/api/")) else "/"
