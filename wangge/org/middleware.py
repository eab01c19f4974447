"""Puts the actor on the request and the scope on the connection; takes the scope back afterwards."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse

from wangge.org import queries, services

log = structlog.get_logger(__name__)


class ActorMiddleware:
    """Two statements a request: one reads the session and scopes the connection, one takes it back.

    ``request.entry`` is the session in whatever stage, ``request.actor`` only a finished log-in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        entry = queries.enter(token, scope=True) if token else None
        request.entry = entry  # type: ignore[attr-defined]
        request.actor = entry.actor if entry else None  # type: ignore[attr-defined]
        if entry is None or entry.actor is None:
            return self.get_response(request)
        try:
            services.touch(entry)
            response = self.get_response(request)
            if entry.actor.elevated:
                services.note_elevated(
                    session_id=entry.session_id,
                    method=request.method or "",
                    path=request.path,
                    status=response.status_code,
                )
            return response
        finally:
            forget()


def forget() -> None:
    """Take the scope back; a connection that cannot be cleaned is thrown away."""
    if connection.needs_rollback:
        return
    try:
        services.unscope_connection()
    except Error:
        log.warning("scope.connection_dropped")
        connection.close()
