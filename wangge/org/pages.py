"""The log-in pages: plain forms that work without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from wangge.kit.errors import BusinessError
from wangge.org import queries, services
from wangge.org.cookies import address_of, give_cookie, safe_next, take_cookie
from wangge.org.queries import Entry

PAGES = {
    "second_factor": "/login/code",
    "enrol": "/login/bind",
    "password": "/login/password",
    "post": "/login/post",
}
both = require_http_methods(["GET", "HEAD", "POST"])


def _next(request: HttpRequest) -> str:
    return safe_next(request.POST.get("next") or request.GET.get("next") or "/")


def _onward(stage: str, wanted: str) -> HttpResponseRedirect:
    """To the page of the next step, or in."""
    if stage in PAGES:
        return HttpResponseRedirect(f"{PAGES[stage]}?{urlencode({'next': wanted})}")
    return HttpResponseRedirect(wanted if stage == "ready" else f"/login?{urlencode({'next': wanted})}")


def _page(
    request: HttpRequest, step: str, error: BusinessError | None = None, **context: Any
) -> HttpResponse:
    context |= {"step": step, "next": _next(request), "error": error.message if error else ""}
    response = render(request, "org/login.html", context, status=error.status if error else 200)
    if error is not None and "retry_after" in error.data:
        response["Retry-After"] = str(error.data["retry_after"])
    return response


@never_cache
@both
def login(request: HttpRequest) -> HttpResponse:
    """Name and password."""
    entry = queries.entry_of(request)
    if request.method != "POST":
        if entry is not None:
            return _onward(entry.stage, _next(request))
        return _page(request, "name")
    username = request.POST.get("username", "")
    try:
        begun = services.log_in(
            username=username, password=request.POST.get("password", ""), address=address_of(request)
        )
    except BusinessError as error:
        return _page(request, "name", error, username=username)
    rotate_token(request)
    response = _onward(begun.stage, _next(request))
    give_cookie(response, begun.token)
    return response


def _step(stage: str) -> Callable[[Callable[[HttpRequest, Entry], HttpResponse]], Any]:
    """A page of one stage: whoever is in another one is sent there."""

    def wrap(view: Callable[[HttpRequest, Entry], HttpResponse]) -> Any:
        @never_cache
        @both
        def guarded(request: HttpRequest) -> HttpResponse:
            entry = queries.entry_of(request)
            if entry is None or entry.stage != stage:
                return _onward(entry.stage if entry else "", _next(request))
            return view(request, entry)

        return guarded

    return wrap


@_step("second_factor")
def code(request: HttpRequest, entry: Entry) -> HttpResponse:
    """The second factor."""
    if request.method != "POST":
        return _page(request, "code")
    try:
        stage = services.verify_totp(session_id=entry.session_id, code=request.POST.get("code", ""))
    except BusinessError as error:
        return _page(request, "code", error)
    return _onward(stage, _next(request))


@_step("enrol")
def bind(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Bind a second factor: picture, first code, recovery codes."""
    failed: BusinessError | None = None
    if request.method == "POST":
        try:
            stage, codes = services.confirm_totp(
                session_id=entry.session_id, code=request.POST.get("code", "")
            )
            onward = _onward(stage, _next(request)).url
            return _page(request, "codes", codes=codes, onward=onward)
        except BusinessError as error:
            failed = error
    uri = services.enrol_totp(session_id=entry.session_id)
    picture = segno.make(uri, error="m").svg_data_uri(scale=5, border=2)
    secret = uri.split("secret=", 1)[1].split("&", 1)[0]
    return _page(request, "bind", failed, picture=picture, secret=secret)


@_step("password")
def password(request: HttpRequest, entry: Entry) -> HttpResponse:
    """A password of one's own."""
    if request.method != "POST":
        return _page(request, "password", name=entry.name)
    new = request.POST.get("new", "")
    try:
        if new != request.POST.get("again", ""):
            raise BusinessError("两次输入的新密码不一致", status=422)
        stage = services.change_password(
            session_id=entry.session_id, old=request.POST.get("old", ""), new=new
        )
    except BusinessError as error:
        return _page(request, "password", error, name=entry.name)
    return _onward(stage, _next(request))


@_step("post")
def post(request: HttpRequest, entry: Entry) -> HttpResponse:
    """In which of one's posts to work."""
    posts = queries.posts_of_account(entry.account_id)
    if request.method != "POST":
        return _page(request, "post", posts=posts)
    try:
        chosen = request.POST.get("post", "")
        post_id = int(chosen) if chosen.isdecimal() else 0
        stage = services.choose_post(session_id=entry.session_id, post_id=post_id)
    except BusinessError as error:
        return _page(request, "post", error, posts=posts)
    return _onward(stage, _next(request))


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token: too old, or sent by another site."""
    return _page(request, "name", BusinessError("页面已过期,请重新填写", code="csrf", status=403))


@never_cache
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """End the session and go back to the log-in."""
    entry = queries.entry_of(request)
    if entry is not None:
        services.log_out(session_id=entry.session_id)
    response = HttpResponseRedirect("/login")
    take_cookie(response)
    return response


urlpatterns = [
    path("login", login, name="login"),
    path("login/code", code),
    path("login/bind", bind),
    path("login/password", password),
    path("login/post", post),
    path("logout", logout, name="logout"),
]
