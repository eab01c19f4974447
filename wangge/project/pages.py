"""The two shells (console, wall) and the health line; everything else on them is the front end."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token


def healthz(request: HttpRequest) -> JsonResponse:
    """``{"ok": true}`` when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


def _shell(request: HttpRequest, entry: str) -> HttpResponse:
    if getattr(request, "actor", None) is None:
        return HttpResponseRedirect(f"/login?next={quote(request.get_full_path())}")
    index = Path(settings.STATIC_ROOT) / entry / "index.html"
    if not index.exists():
        return HttpResponse(
            "前端尚未构建,请运行 make setup", status=503, content_type="text/plain; charset=utf-8"
        )
    get_token(request)
    response = HttpResponse(index.read_bytes(), content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def console(request: HttpRequest) -> HttpResponse:
    """The console's shell; its router knows the rest of the address."""
    return _shell(request, "console")


def wall(request: HttpRequest) -> HttpResponse:
    """The wall's shell."""
    return _shell(request, "screen")
