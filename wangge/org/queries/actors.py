"""Who acts: from a post or a session to an actor, and its scope on the connection."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Case,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest

from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.org.models import Account, Agency, Post, SessionRecord
from wangge.org.prepared import Prepared
from wangge.org.queries.directory import valid_on
from wangge.org.rules import ROLES

SCOPE_VARIABLES = ("wangge.scope", "wangge.areas", "wangge.agencies", "wangge.account", "wangge.post")


@dataclass(frozen=True, slots=True)
class Entry:
    """A browser's session as it stands: where in the log-in it is, and the actor once it is ready."""

    session_id: int
    stage: str
    account_id: int
    username: str
    name: str
    actor: Actor | None
    seen_at: datetime
    created_at: datetime
    idle_minutes: int
    elevated_until: datetime | None


def sub_agencies(agency_path: str, head_path: str) -> ArraySubquery:
    """The agencies a post may handle: its own and, for a head, those below."""
    below = Q(parent=OuterRef(agency_path)) | Q(parent__parent=OuterRef(agency_path))
    own = Q(pk=OuterRef(agency_path))
    is_head = ExpressionWrapper(OuterRef(head_path), output_field=BooleanField())
    rows = Agency.objects.filter(own | (below & Q(active=True))).alias(_head=is_head)
    return ArraySubquery(rows.filter(own | Q(_head=True)).values("pk"))


POST_COLUMNS = ("id", "account_id", "role", "title", "agency_id", "area_id", "area__kind")


def actor_of_row(
    row: dict[str, Any], name: str, elevated: bool = False, prefix: str = "", device_id: int | None = None
) -> Actor:
    """The actor of a row with the columns of a post; with ``device_id`` its phone acts."""
    role = ROLES[row[f"{prefix}role"]]
    title = row[f"{prefix}title"] or role.label
    return Actor(
        kind="post" if device_id is None else "device",
        post_id=row[f"{prefix}id"],
        account_id=row[f"{prefix}account_id"],
        role=role.code,
        agency_id=row[f"{prefix}agency_id"],
        agency_ids=frozenset(row["_agencies"]),
        area_id=row[f"{prefix}area_id"],
        area_kind=row[f"{prefix}area__kind"] or "district",
        district_wide=role.scope == "all",
        permissions=permissions.of(role.code),
        label=f"{title} {name}",
        device_id="" if device_id is None else str(device_id),
        elevated=elevated,
    )


def _compose_post() -> tuple[QuerySet[Post, Post], tuple[str, ...]]:
    rows = Post.objects.filter(valid_on(ANY_DAY), pk=ANY_ID, account__is_active=True)
    return rows.annotate(_agencies=sub_agencies("agency_id", "head")), (
        *POST_COLUMNS,
        "_agencies",
        "account__name",
    )


def actor_for(post_id: int) -> Actor:
    """The actor of a post as it holds today; raises ``NotFound``."""
    row = _POST.row(post_id, clock.today())
    if row is None:
        raise NotFound("没有这个岗位,或岗位已经结束")
    return actor_of_row(row, row["account__name"])


def key_of(token: str) -> str:
    """What the database keeps of a cookie."""
    return hashlib.sha256(token.encode()).hexdigest()


def _set(name: str, value: Any) -> Func:
    return Func(
        Value(name), Coalesce(value, Value("")), Value(False), function="set_config", output_field=TextField()
    )


def scoping(ready: Q, account: str) -> dict[str, Func]:
    """The row-scope variables as columns: reading who acts scopes the connection in one statement.

    Only rows that are ``ready`` scope it; ``account`` is the path of the account.
    """
    scopes = {
        scope: [r.code for r in ROLES.values() if r.scope == scope] for scope in ("all", "area", "agency")
    }
    whens = [When(ready & Q(post__role__in=codes), then=Value(scope)) for scope, codes in scopes.items()]
    agencies_text = Func(F("_agencies"), Value(","), function="array_to_string", output_field=TextField())
    values: tuple[Any, ...] = (
        Case(*whens, default=Value(""), output_field=TextField()),
        _if(ready, Cast("post__area_id", TextField())),
        _if(ready, agencies_text),
        _if(ready, Cast(account, TextField())),
        _if(ready, Cast("post_id", TextField())),
    )
    return {f"_set{i}": _set(n, v) for i, (n, v) in enumerate(zip(SCOPE_VARIABLES, values, strict=True))}


def _if(ready: Q, value: Any) -> Case:
    return Case(When(ready, then=value), default=Value(""), output_field=TextField())


def _compose_session(scope: bool) -> tuple[QuerySet[SessionRecord, SessionRecord], tuple[str, ...]]:
    holds = Q(post__isnull=True) | valid_on(ANY_DAY, "post__")
    rows = SessionRecord.objects.filter(
        holds, key=_KEY, ended_at__isnull=True, expires_at__gt=_NOW, account__is_active=True
    ).annotate(_agencies=sub_agencies("post__agency_id", "post__head"))
    columns = ["id", "stage", "account_id", "account__username", "account__name", "seen_at", "created_at"]
    columns += ["idle_minutes", "elevated_until", "_agencies", *(f"post__{c}" for c in POST_COLUMNS)]
    if scope:
        setters = scoping(Q(stage="ready"), "account_id")
        rows, columns = rows.annotate(**setters), [*columns, *setters]
    return rows, tuple(columns)


ANY_ID, _KEY = -7, "?key"
_NOW, ANY_DAY = datetime(1900, 1, 1, tzinfo=UTC), date(1900, 1, 1)
_POST = Prepared("wangge_post", {ANY_ID: "bigint", ANY_DAY: "date"}, _compose_post)
_SESSION_TYPES = {_KEY: "text", _NOW: "timestamptz", ANY_DAY: "date"}
_SESSION = {
    False: Prepared("wangge_session", _SESSION_TYPES, lambda: _compose_session(False)),
    True: Prepared("wangge_session_scope", _SESSION_TYPES, lambda: _compose_session(True)),
}


def enter(token: str, *, scope: bool = False) -> Entry | None:
    """The live session of a cookie, ``None`` when there is none, in one statement.

    With ``scope`` the same statement sets the row-scope variables of the connection to those of the
    actor (spec §12.1); whoever asks for it must call ``services.unscope_connection`` afterwards.
    """
    now = clock.now()
    row = _SESSION[scope].row(key_of(token), now, clock.today())
    if row is None:
        return None
    elevated = row["elevated_until"] is not None and row["elevated_until"] > now
    ready = row["stage"] == "ready"
    return Entry(
        session_id=row["id"],
        stage=row["stage"],
        account_id=row["account_id"],
        username=row["account__username"],
        name=row["account__name"],
        actor=actor_of_row(row, row["account__name"], elevated, "post__") if ready else None,
        seen_at=row["seen_at"],
        created_at=row["created_at"],
        idle_minutes=row["idle_minutes"],
        elevated_until=row["elevated_until"] if elevated else None,
    )


def living_sessions(session_ids: Iterable[int]) -> dict[int, int]:
    """Post by session, of those that still hold, in one statement (the live channel asks now and then)."""
    holds = valid_on(clock.today(), "post__")
    rows = SessionRecord.objects.filter(
        holds, pk__in=list(session_ids), ended_at__isnull=True, account__is_active=True, stage="ready"
    )
    found = rows.filter(expires_at__gt=clock.now()).values_list("pk", "post_id")
    return {pk: post_id for pk, post_id in found if post_id is not None}


def entry_of(request: HttpRequest) -> Entry | None:
    """The session the middleware found."""
    return getattr(request, "entry", None)


def actor_of_request(request: HttpRequest) -> Actor | None:
    """The actor the middleware found, ``None`` when nobody is logged in."""
    return getattr(request, "actor", None)


def account_named(username: str) -> Account | None:
    """The account of a user name, active or not."""
    return Account.objects.filter(username=username).first()
