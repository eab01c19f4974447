"""The shells (console, wall, phone) and the health line; everything else on them is the front end."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag


def healthz(request: HttpRequest) -> JsonResponse:
    """``{"ok": true}`` when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


def _built(entry: str, name: str, content_type: str) -> HttpResponse:
    """A file of a built entry, 503 before anything was built."""
    file = Path(settings.STATIC_ROOT) / entry / name
    if not file.exists():
        return HttpResponse(
            "前端尚未构建,请运行 make setup", status=503, content_type="text/plain; charset=utf-8"
        )
    return HttpResponse(file.read_bytes(), content_type=content_type)


def _shell(request: HttpRequest, entry: str) -> HttpResponse:
    if getattr(request, "actor", None) is None:
        return HttpResponseRedirect(f"/login?next={quote(request.get_full_path())}")
    get_token(request)
    response = _built(entry, "index.html", "text/html; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def console(request: HttpRequest) -> HttpResponse:
    """The console's shell; its router knows the rest of the address."""
    return _shell(request, "console")


def wall(request: HttpRequest) -> HttpResponse:
    """The wall's shell."""
    return _shell(request, "screen")


FIELD_FILES = {
    "sw.js": "text/javascript; charset=utf-8",
    "manifest.webmanifest": "application/manifest+json",
}


def field(request: HttpRequest, rest: str = "") -> HttpResponse:
    """The phone's shell, its manifest and its service worker.

    Public and the same for everybody: who a phone is lies in its key, what it knows in its own
    database. The browser asks each time whether there is a newer one.
    """
    if rest in FIELD_FILES:
        response = _built("field", rest, FIELD_FILES[rest])
    else:
        response = _built("field", "index.html", "text/html; charset=utf-8")
    if response.status_code == HTTPStatus.OK:
        response["Cache-Control"] = "public, no-cache"
        response["ETag"] = quote_etag(hashlib.sha256(response.content).hexdigest()[:20])
    return get_conditional_response(request, etag=response.headers.get("ETag"), response=response) or response
