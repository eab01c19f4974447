"""Every address of the web process."""

from __future__ import annotations

import importlib
import importlib.util

from django.urls import URLPattern, URLResolver, path, re_path

from wangge.project import pages
from wangge.project.api import APIS
from wangge.project.floors import CONTEXTS

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", pages.healthz),
    *(path(f"api/{surface}/", api.urls) for surface, api in APIS.items()),
]
for _context in CONTEXTS:
    if importlib.util.find_spec(f"wangge.{_context}.pages") is not None:
        urlpatterns += importlib.import_module(f"wangge.{_context}.pages").urlpatterns
urlpatterns += [
    re_path(r"^wall(?:/.*)?$", pages.wall, name="wall"),
    re_path(r"^field(?:/(?P<rest>.*))?$", pages.field, name="field"),
    re_path(r"^(?!api/|static/).*$", pages.console, name="console"),
]
