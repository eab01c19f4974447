"""What every API shares: one error shape, the actor of a request, ETags."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import structlog
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, NotFound, StaleVersion, TooMany

log = structlog.get_logger(__name__)


def actor_of(request: HttpRequest) -> Actor:
    """The actor the gate put on the request; raises 401 when nobody is logged in."""
    actor = getattr(request, "actor", None)
    if actor is None:
        raise AuthenticationError
    return actor  # type: ignore[no-any-return]


def problem(status: int, code: str, detail: str, data: dict[str, Any] | None = None) -> HttpResponse:
    """An ``application/problem+json`` answer (RFC 9457) with our ``code`` and ``data``."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        "data": data or {},
    }
    response = JsonResponse(
        body,
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = "no-store"
    return response


_MESSAGES = {
    "missing": "必填",
    "string_too_short": "太短",
    "string_too_long": "太长",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "enum": "不在可选范围内",
    "literal_error": "不在可选范围内",
    "date_from_datetime_parsing": "日期格式应为 2021-08-01",
    "date_parsing": "日期格式应为 2021-08-01",
    "datetime_parsing": "时间格式应为 2021-08-01T09:00:00+08:00",
    "datetime_from_date_parsing": "时间格式应为 2021-08-01T09:00:00+08:00",
    "bool_parsing": "应为是或否",
    "json_invalid": "不是有效的 JSON",
    "extra_forbidden": "不认识的字段",
}


def _invalid(error: ValidationError) -> HttpResponse:
    fields: dict[str, str] = {}
    for item in error.errors:
        name = ".".join(str(part) for part in item["loc"][1:] if part not in {"data", "payload", "draft"})
        fields[name or str(item["loc"][-1])] = _MESSAGES.get(item["type"], "填写不正确")
    detail = ";".join(f"{name}:{message}" for name, message in fields.items())
    return problem(422, "invalid", f"填写有误:{detail}", {"fields": fields})


def install_error_handlers(api: NinjaAPI) -> None:
    """Give an API the one error shape."""

    @api.exception_handler(BusinessError)
    def business(request: HttpRequest, error: BusinessError) -> HttpResponse:
        response = problem(error.status, error.code, error.message, error.data)
        if isinstance(error, TooMany) and "retry_after" in error.data:
            response["Retry-After"] = str(error.data["retry_after"])
        return response

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return _invalid(error)

    @api.exception_handler(AuthenticationError)
    def unauthenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        return problem(401, "login_required", "请先登录")

    @api.exception_handler(Http404)
    def absent(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem(404, NotFound.code, NotFound().message)

    @api.exception_handler(HttpError)
    def http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, "refused", str(error))

    @api.exception_handler(Exception)
    def ours(request: HttpRequest, error: Exception) -> HttpResponse:
        log.exception("unhandled", path=request.path, error=type(error).__name__)
        return problem(500, "server_error", "系统出错,内容未保存,请稍后重试;如仍不行请联系管理员")


def etag(version: int) -> str:
    """The entity tag of a row version."""
    return f'"{version}"'


def require_version(request: HttpRequest, version: int) -> None:
    """Raise 412 when ``If-Match`` was sent and names another version than ``version``."""
    wanted = request.headers.get("If-Match")
    if wanted and wanted != etag(version):
        raise StaleVersion
