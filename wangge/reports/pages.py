"""The printed daily brief: a plain page, no script."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path

from wangge.kit.errors import BusinessError
from wangge.kit.http import problem
from wangge.reports import queries

NUMERALS = "一二三四五六七八九"


def brief(request: HttpRequest, day: str) -> HttpResponse:
    """The brief of a day, laid out after the Nantong bulletin (spec §3.9)."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return HttpResponseRedirect(f"/login?next={quote(request.path)}")
    try:
        view = queries.brief(actor, date.fromisoformat(day))
    except ValueError:
        return problem(404, "not_found", "日期格式应为 2021-08-01")
    except BusinessError as error:
        return problem(error.status, error.code, error.message, error.data)
    chosen = [e for e in view.examples if e["chosen"]]
    kinds = list(dict.fromkeys(e["kind_label"] for e in chosen))
    hot = [
        {"no": NUMERALS[i], "kind": kind, "examples": [e for e in chosen if e["kind_label"] == kind]}
        for i, kind in enumerate(kinds)
    ]
    return render(request, "reports/brief.html", {"brief": view, "figures": view.figures, "hot": hot})


urlpatterns = [path("reports/brief/<str:day>", brief, name="reports_brief")]
