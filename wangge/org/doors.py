"""Who may call the log-in's own operations: nobody is logged in yet, but CSRF always holds."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.utils import check_csrf

from wangge.org.queries import Entry, entry_of


def _same_site(request: HttpRequest) -> None:
    if check_csrf(request) is not None:
        raise HttpError(403, "页面已过期,请刷新后再试")


def anybody(request: HttpRequest) -> Any:
    """No session needed. Without the CSRF check another site could log a browser in as somebody
    else and read what is typed there, so the check holds here too."""
    _same_site(request)
    return True


def halfway(request: HttpRequest) -> Entry | None:
    """A session in any stage: between password and desk, or at the desk."""
    _same_site(request)
    return entry_of(request)
