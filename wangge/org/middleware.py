"""Puts the actor on the request and the scope on the connection; takes the scope back afterwards."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse

from wangge.kit import clock
from wangge.kit.http import problem
from wangge.org import queries, services
from wangge.org.rules import SCHEME

log = structlog.get_logger(__name__)
FIELD = "/api/field/"


class ActorMiddleware:
    """Two statements a request: one reads who acts and scopes the connection, one takes it back.

    ``request.entry`` is the session in whatever stage, ``request.device`` the phone that signed (field
    API only), ``request.actor`` who acts: a finished log-in or an active phone's post.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.entry = request.device = request.actor = None  # type: ignore[attr-defined]
        header = request.headers.get("Authorization", "")
        if header.startswith(SCHEME) and request.path.startswith(FIELD):
            return self._by_device(request, header)
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

    def _by_device(self, request: HttpRequest, header: str) -> HttpResponse:
        """A request that a phone signed."""
        try:
            body = request.body
        except RequestDataTooBig:
            return problem(413, "too_large", "一次发送的内容太大")
        try:
            entry = queries.device_of(header, request.method or "", request.get_full_path(), body, scope=True)
            if isinstance(entry, str):
                return refused(entry)
            request.device = entry  # type: ignore[attr-defined]
            request.actor = entry.actor  # type: ignore[attr-defined]
            services.touch_device(entry, request.headers.get("X-App", ""))
            return self.get_response(request)
        finally:
            forget()


REFUSALS = {
    "bad_signature": "设备签名不正确",
    "clock_skew": "手机时间与服务器相差太多,正在校正",
    "device_revoked": "这台手机已被停用",
    "post_closed": "岗位已结束或账号已停用,请联系管理员",
}


def refused(code: str) -> HttpResponse:
    """A 401 that tells the phone the server's time too."""
    return problem(401, code, REFUSALS[code], {"server_time": clock.now().isoformat()})


def forget() -> None:
    """Take the scope back; a connection that cannot be cleaned is thrown away."""
    if connection.needs_rollback:
        return
    try:
        services.unscope_connection()
    except Error:
        log.warning("scope.connection_dropped")
        connection.close()
