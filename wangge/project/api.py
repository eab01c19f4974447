"""The four APIs. Each context offers ninja routers in its ``api.py``; here they get their address."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI, Router
from ninja.security import APIKeyCookie, APIKeyHeader

from wangge.kit.actor import Actor
from wangge.kit.http import install_error_handlers
from wangge.project.floors import CONTEXTS

SURFACES = {
    "console": "Console: duty officers, operators, units",
    "field": "Field: grid workers' phones",
    "screen": "Screen: the wall",
    "public": "Public: citizens",
}


class SessionActor(APIKeyCookie):
    """A logged-in person in a post; CSRF is checked for every changing request."""

    param_name = "wangge_session"

    def __init__(self) -> None:
        super().__init__(csrf=True)

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The actor of the session that the middleware found, or ``None``: 401."""
        entry = getattr(request, "entry", None)
        return entry.actor if entry is not None else None


class DeviceActor(APIKeyHeader):
    """A phone that signed this request (``Wangge-Device id=…, at=…, sig=…``); no cookie, so no CSRF."""

    param_name = "Authorization"

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The actor of the device that the middleware checked, or ``None``: the session is asked next."""
        device = getattr(request, "device", None)
        return device.actor if device is not None else None


def _routers(surface: str) -> list[tuple[str, Router]]:
    found = []
    for context in CONTEXTS:
        path = f"wangge.{context}.api"
        if importlib.util.find_spec(path) is not None:
            router = getattr(importlib.import_module(path), surface, None)
            if router is not None:
                found.append((context, router))
    return found


def build(surface: str) -> NinjaAPI:
    """One API with every context's router mounted under its name."""
    doors: list[Any] = [DeviceActor(), SessionActor()] if surface == "field" else [SessionActor()]
    options: dict[str, Any] = {} if surface == "public" else {"auth": doors}
    api = NinjaAPI(
        title=f"Wangge {surface}",
        version="1",
        description=SURFACES[surface],
        urls_namespace=surface,
        docs_url=None,
        openapi_url=None,
        **options,
    )
    install_error_handlers(api)
    for context, router in _routers(surface):
        api.add_router(f"/{context}/", router, tags=[context])
    return api


APIS: dict[str, NinjaAPI] = {surface: build(surface) for surface in SURFACES}
