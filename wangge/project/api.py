"""The four APIs. Each context offers ninja routers in its ``api.py``; here they get their address."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI, Router
from ninja.security import APIKeyCookie

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
        """The actor that the middleware resolved, or ``None``: 401."""
        return getattr(request, "actor", None)


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
    options: dict[str, Any] = {} if surface == "public" else {"auth": SessionActor()}
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
