"""What holds for every answer: security headers, one log line without personal data."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

log = structlog.get_logger("wangge.request")
Next = Callable[[HttpRequest], HttpResponse]


def _http(url: str) -> str:
    """The same address for plain requests (stills)."""
    return url.replace("ws", "http", 1)


class SecurityHeaders:
    """A policy without any outside host: nothing is fetched from anywhere else, ever."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.policy = "; ".join(
            (
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "media-src 'self' blob:",
                "font-src 'self'",
                "manifest-src 'self'",
                "worker-src 'self' blob:",
                f"connect-src 'self' {settings.LIVE_URL} {settings.VIDEO_URL} {_http(settings.VIDEO_URL)}",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            )
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self)"
        )
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class RequestLog:
    """One line a request: method, path (never the query), status, milliseconds, request id."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        request_id = uuid.uuid4().hex[:12]
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = self.get_response(request)
            elapsed = (time.perf_counter() - started) * 1000
            if response.status_code >= 500 or elapsed > 1000:
                log.warning(
                    "request",
                    method=request.method,
                    path=request.path,
                    status=response.status_code,
                    ms=round(elapsed, 1),
                )
        response.headers["X-Request-Id"] = request_id
        return response
