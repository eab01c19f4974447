"""Log-in, me, directory, administration."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token, rotate_token
from ninja import Field, Router, Schema, Status

from wangge.kit import clock
from wangge.kit.http import actor_of
from wangge.org import queries, services
from wangge.org.administration import router as administration
from wangge.org.cookies import address_of, give_cookie, take_cookie
from wangge.org.devices import field
from wangge.org.devices import router as devices
from wangge.org.doors import anybody, halfway
from wangge.org.queries import Entry
from wangge.org.rules import ROLES
from wangge.territory import queries as territory

console = Router()


class Credentials(Schema):
    """``totp`` and ``post_id`` may come along when they are known: one call instead of three."""

    username: str = Field(max_length=40)
    password: str = Field(max_length=500)
    totp: str = Field("", max_length=20)
    post_id: int | None = None


class PostOut(Schema):
    id: int
    role: str
    role_label: str
    title: str
    agency_id: int | None
    agency_name: str
    area_id: int | None
    area_name: str


class SessionOut(Schema):
    """``stage``: anonymous, second_factor, enrol, password, post, ready."""

    stage: str
    csrf: str
    posts: list[PostOut] = []


class CodeIn(Schema):
    code: str = Field(max_length=20)


class EnrolOut(Schema):
    uri: str
    qr: str


class EnrolledOut(Schema):
    stage: str
    recovery_codes: list[str]


class PasswordIn(Schema):
    old: str = Field(max_length=500)
    new: str = Field(max_length=500)


class PostChoice(Schema):
    post_id: int


class ElevationIn(Schema):
    purpose: str = Field(max_length=200)
    minutes: int = 15
    proof: str = Field(max_length=500)


class ElevationOut(Schema):
    until: datetime


class NamedOut(Schema):
    id: int
    name: str
    kind: str = ""


class AccountMe(Schema):
    id: int
    username: str
    name: str


class PostMe(Schema):
    id: int
    title: str
    role: str
    role_label: str
    scope: str
    head: bool
    agency: NamedOut | None
    area: NamedOut | None


class MeOut(Schema):
    """Who I am here and what I may do."""

    account: AccountMe
    post: PostMe
    posts: list[PostOut]
    permissions: list[str]
    live_url: str
    district: NamedOut | None
    elevated_until: datetime | None
    now: datetime


class AgencyOut(Schema):
    id: int
    name: str
    short_name: str
    kind: str
    parent_id: int | None
    area_id: int | None
    active: bool


def _entry(request: HttpRequest) -> Entry:
    entry = queries.entry_of(request)
    assert entry is not None  # the door has asked
    return entry


def _session(request: HttpRequest, stage: str, account_id: int | None = None) -> dict[str, Any]:
    posts = queries.posts_of_account(account_id) if stage == "post" and account_id else []
    return {"stage": stage, "csrf": get_token(request), "posts": posts}


@console.get("session", auth=anybody, response=SessionOut, operation_id="org_get_session")
def get_session(request: HttpRequest) -> Any:
    """The stage of this browser's log-in and a CSRF token for the next call."""
    entry = queries.entry_of(request)
    return _session(request, entry.stage if entry else "anonymous", entry.account_id if entry else None)


@console.post("session", auth=anybody, response=SessionOut, operation_id="org_log_in")
def log_in(request: HttpRequest, response: HttpResponse, payload: Credentials) -> Any:
    """Log in; the answer's stage tells what is still missing."""
    begun = services.log_in(username=payload.username, password=payload.password, address=address_of(request))
    stage = begun.stage
    if stage == "second_factor" and payload.totp:
        stage = services.verify_totp(session_id=begun.session_id, code=payload.totp)
    if stage == "post" and payload.post_id is not None:
        stage = services.choose_post(session_id=begun.session_id, post_id=payload.post_id)
    rotate_token(request)
    give_cookie(response, begun.token)
    return _session(request, stage, begun.account_id)


@console.delete("session", auth=halfway, response={204: None}, operation_id="org_log_out")
def log_out(request: HttpRequest, response: HttpResponse) -> Any:
    """End this session."""
    services.log_out(session_id=_entry(request).session_id)
    take_cookie(response)
    return Status(204, None)


@console.post("session/totp", auth=halfway, response=SessionOut, operation_id="org_verify_totp")
def verify_totp(request: HttpRequest, payload: CodeIn) -> Any:
    """The second factor: a one-time code or a recovery code."""
    entry = _entry(request)
    stage = services.verify_totp(session_id=entry.session_id, code=payload.code)
    return _session(request, stage, entry.account_id)


@console.post("session/enrolment", auth=halfway, response=EnrolOut, operation_id="org_enrol_totp")
def enrol_totp(request: HttpRequest) -> Any:
    """Begin to bind a second factor."""
    uri = services.enrol_totp(session_id=_entry(request).session_id)
    return {"uri": uri, "qr": segno.make(uri, error="m").svg_data_uri(scale=4, border=2)}


@console.put("session/enrolment", auth=halfway, response=EnrolledOut, operation_id="org_confirm_totp")
def confirm_totp(request: HttpRequest, payload: CodeIn) -> Any:
    """Bind it by its first code; the recovery codes are shown this once."""
    stage, codes = services.confirm_totp(session_id=_entry(request).session_id, code=payload.code)
    return {"stage": stage, "recovery_codes": codes}


@console.put("session/password", auth=halfway, response=SessionOut, operation_id="org_change_password")
def change_password(request: HttpRequest, payload: PasswordIn) -> Any:
    """Change one's own password; other sessions of the account end."""
    entry = _entry(request)
    stage = services.change_password(session_id=entry.session_id, old=payload.old, new=payload.new)
    return _session(request, stage, entry.account_id)


@console.put("session/post", auth=halfway, response=SessionOut, operation_id="org_choose_post")
def choose_post(request: HttpRequest, payload: PostChoice) -> Any:
    """Work in another of one's posts."""
    entry = _entry(request)
    return _session(request, services.choose_post(session_id=entry.session_id, post_id=payload.post_id))


@console.post("session/elevation", response=ElevationOut, operation_id="org_elevate_session")
def elevate(request: HttpRequest, payload: ElevationIn) -> Any:
    """Begin a timed, recorded administrator session (at most 30 minutes, purpose obligatory)."""
    until = services.elevate(
        actor=actor_of(request),
        session_id=_entry(request).session_id,
        purpose=payload.purpose,
        minutes=payload.minutes,
        proof=payload.proof,
    )
    return {"until": until}


@console.delete("session/elevation", response={204: None}, operation_id="org_lower_session")
def end_elevation(request: HttpRequest) -> Any:
    """Give the administrator's power back."""
    services.end_elevation(actor=actor_of(request), session_id=_entry(request).session_id)
    return Status(204, None)


@console.get("me", response=MeOut, operation_id="org_get_me")
def me(request: HttpRequest) -> Any:
    """The account, the post in use, all posts, the verbs of the role, where the live channel is."""
    actor, entry = actor_of(request), _entry(request)
    posts = queries.posts_of_account(entry.account_id)
    mine = next(post for post in posts if post.id == actor.post_id)
    agency = {"id": mine.agency_id, "name": mine.agency_name} if mine.agency_id else None
    area = {"id": mine.area_id, "name": mine.area_name, "kind": actor.area_kind} if mine.area_id else None
    district = next(iter(territory.areas("district")), None)
    return {
        "account": {"id": entry.account_id, "username": entry.username, "name": entry.name},
        "post": {
            "id": mine.id,
            "title": mine.title,
            "role": mine.role,
            "role_label": mine.role_label,
            "scope": ROLES[mine.role].scope,
            "head": mine.head,
            "agency": agency,
            "area": area,
        },
        "posts": posts,
        "permissions": sorted(actor.permissions),
        "live_url": f"{settings.LIVE_URL}/live",
        "district": {"id": district.id, "name": district.name, "kind": "district"} if district else None,
        "elevated_until": entry.elevated_until,
        "now": clock.now(),
    }


@console.get("agencies", response=list[AgencyOut], operation_id="org_list_agencies")
def list_agencies(request: HttpRequest, kind: str = "", q: str = "") -> Any:
    """Active agencies by kind and a piece of the name."""
    return queries.agencies_visible_to(actor_of(request), kind or None, q or None)


@console.get("agencies/{agency_id}/posts", response=list[PostOut], operation_id="org_list_agency_posts")
def list_agency_posts(request: HttpRequest, agency_id: int) -> Any:
    """Who sits in an agency today."""
    queries.agencies_visible_to(actor_of(request))
    return queries.posts_of_agency(queries.agency(agency_id).id)


console.add_router("", administration)
console.add_router("", devices)
__all__ = ["console", "field"]
