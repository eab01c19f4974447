"""The phone's line: commands up, changes down."""

from __future__ import annotations

import gzip
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from ninja import Router

from wangge.kit import clock
from wangge.kit.errors import Forbidden
from wangge.kit.http import actor_of
from wangge.sync import queries, services

field = Router()
SMALL = 600
COMMANDS: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["commands"],
                    "properties": {"commands": {"type": "array", "items": {"type": "object"}}},
                }
            }
        },
    }
}


def answer(request: HttpRequest, body: dict[str, Any]) -> HttpResponse:
    """JSON, compressed where the client takes it."""
    raw = msgspec.json.encode(body)
    response = HttpResponse(content_type="application/json")
    if len(raw) > SMALL and "gzip" in request.headers.get("Accept-Encoding", ""):
        raw = gzip.compress(raw, 5)
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = "no-store"
    response.content = raw
    return response


@field.post("commands", response=None, operation_id="sync_send_commands", openapi_extra=COMMANDS)
def send_commands(request: HttpRequest) -> HttpResponse:
    """Commands of this phone, oldest first, at most 100 and 1 MB; each is answered on its own."""
    actor_of(request)
    device = getattr(request, "device", None)
    if device is None:
        raise Forbidden("只有登记过的手机可以提交")
    answers = services.take(device=device, raw=request.body)
    return answer(request, {"answers": answers, "server_time": clock.now()})


@field.get("changes", response=None, operation_id="sync_read_changes")
def read_changes(request: HttpRequest, cursor: str = "") -> HttpResponse:
    """What changed since the cursor, or, without a valid one, everything this post's phone keeps."""
    return answer(request, queries.changes(actor_of(request), cursor))
