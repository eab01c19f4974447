"""Every read of org: directory, actors, sessions."""

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
    Count,
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

from wangge.kit import clock, paging, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.org import permissions as verbs
from wangge.org.models import Account, Agency, Elevation, ElevationLine, Post, RolePolicy, SessionRecord
from wangge.org.prepared import Prepared
from wangge.org.rules import ROLES
from wangge.territory import queries as territory

SCOPE_VARIABLES = ("wangge.scope", "wangge.areas", "wangge.agencies", "wangge.account", "wangge.post")


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """What others may know of an agency."""

    id: int
    name: str
    short_name: str
    kind: str
    parent_id: int | None
    area_id: int | None
    active: bool = True


@dataclass(frozen=True, slots=True)
class PostCard:
    """What others may know of a post: who sits where, in which role."""

    id: int
    role: str
    role_label: str
    title: str
    account_id: int
    account_name: str
    agency_id: int | None
    agency_name: str
    area_id: int | None
    area_name: str
    head: bool


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


@dataclass(frozen=True, slots=True)
class Policy:
    """How a role logs in today."""

    totp_required: bool
    session_minutes: int


_AGENCY = ("id", "name", "short_name", "kind", "parent_id", "area_id", "active")


def agency(agency_id: int) -> AgencyCard:
    """One agency; raises ``NotFound``."""
    row = Agency.objects.filter(pk=agency_id).values_list(*_AGENCY).first()
    if row is None:
        raise NotFound("没有这个机构")
    return AgencyCard(*row)


def agencies(kind: str | None = None, text: str | None = None) -> list[AgencyCard]:
    """Active agencies by kind and name; a few hundred at most, so the text is matched here."""
    rows = Agency.objects.filter(active=True, **({"kind": kind} if kind else {}))
    cards = [AgencyCard(*row) for row in rows.order_by("kind", "short_name", "id").values_list(*_AGENCY)]
    if text:
        cards = [card for card in cards if text in card.name or text in card.short_name]
    return cards


def agencies_visible_to(actor: Actor, kind: str | None = None, text: str | None = None) -> list[AgencyCard]:
    """The directory as the console shows it: every member of staff sees all of it."""
    permissions.require(actor, verbs.READ_DIRECTORY)
    return agencies(kind, text)


def agencies_by_ids(ids: Iterable[int]) -> dict[int, AgencyCard]:
    """Cards by id, for lists; unknown ids are left out, inactive ones are not."""
    rows = Agency.objects.filter(pk__in=set(ids)).values_list(*_AGENCY)
    return {row[0]: AgencyCard(*row) for row in rows}


def agency_for_area(area_id: int) -> AgencyCard | None:
    """The agency responsible for an area: its own, else the one of its village, else of its town."""
    lineage = territory.lineage(area_id)
    places = [area_id, lineage.village_id, lineage.town_id]
    rows = Agency.objects.filter(area_id__in=[p for p in places if p], active=True)
    found = {row[5]: AgencyCard(*row) for row in rows.order_by("-id").values_list(*_AGENCY)}
    return next((found[place] for place in places if place in found), None)


def valid_on(day: date, prefix: str = "") -> Q:
    """The filter for posts that hold on a day."""
    ends = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gt": day})
    return Q(**{f"{prefix}valid_from__lte": day}) & ends


def _post_cards(rows: QuerySet[Post]) -> list[PostCard]:
    found = rows.filter(valid_on(clock.today()), account__is_active=True).order_by("id")
    return [
        PostCard(
            id=row["id"],
            role=row["role"],
            role_label=ROLES[row["role"]].label,
            title=row["title"],
            account_id=row["account_id"],
            account_name=row["account__name"],
            agency_id=row["agency_id"],
            agency_name=row["agency__short_name"] or "",
            area_id=row["area_id"],
            area_name=row["area__name"] or "",
            head=row["head"],
        )
        for row in found.values(
            "id", "role", "title", "account_id", "account__name", "agency_id", "agency__short_name",
            "area_id", "area__name", "head",
        )
    ]  # fmt: skip


def posts_of_agency(agency_id: int, role: str | None = None) -> list[PostCard]:
    """Present posts of an agency, heads included; optionally of one role."""
    rows = Post.objects.filter(agency_id=agency_id)
    return _post_cards(rows.filter(role=role) if role else rows)


def posts_in_role(role: str) -> list[PostCard]:
    """Present posts of a role in the whole district."""
    return _post_cards(Post.objects.filter(role=role))


def posts_by_ids(ids: Iterable[int]) -> dict[int, PostCard]:
    """Present posts by id, for lists; ended ones are left out."""
    return {card.id: card for card in _post_cards(Post.objects.filter(pk__in=set(ids)))}


def posts_of_account(account_id: int) -> list[PostCard]:
    """Present posts of a person, oldest first."""
    return _post_cards(Post.objects.filter(account_id=account_id))


def policy_of(role: str) -> Policy:
    """The row of the log-in policy that holds today; without one: no second factor, four hours."""
    row = (
        RolePolicy.objects.filter(role=role, valid_from__lte=clock.today())
        .order_by("-valid_from")
        .values_list("totp_required", "session_minutes")
        .first()
    )
    return Policy(*row) if row else Policy(False, 240)


def _sub_agencies(agency_path: str, head_path: str) -> ArraySubquery:
    below = Q(parent=OuterRef(agency_path)) | Q(parent__parent=OuterRef(agency_path))
    own = Q(pk=OuterRef(agency_path))
    is_head = ExpressionWrapper(OuterRef(head_path), output_field=BooleanField())
    rows = Agency.objects.filter(own | (below & Q(active=True))).alias(_head=is_head)
    return ArraySubquery(rows.filter(own | Q(_head=True)).values("pk"))


_POST_COLUMNS = ("id", "account_id", "role", "title", "agency_id", "area_id", "area__kind")


def _actor(row: dict[str, Any], name: str, elevated: bool = False, prefix: str = "") -> Actor:
    role = ROLES[row[f"{prefix}role"]]
    title = row[f"{prefix}title"] or role.label
    return Actor(
        kind="post",
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
        elevated=elevated,
    )


def _compose_post() -> tuple[QuerySet[Post, Post], tuple[str, ...]]:
    rows = Post.objects.filter(valid_on(_DAY), pk=_ID, account__is_active=True)
    return rows.annotate(_agencies=_sub_agencies("agency_id", "head")), (
        *_POST_COLUMNS,
        "_agencies",
        "account__name",
    )


def actor_for(post_id: int) -> Actor:
    """The actor of a post as it holds today; raises ``NotFound``."""
    row = _POST.row(post_id, clock.today())
    if row is None:
        raise NotFound("没有这个岗位,或岗位已经结束")
    return _actor(row, row["account__name"])


def key_of(token: str) -> str:
    """What the database keeps of a cookie."""
    return hashlib.sha256(token.encode()).hexdigest()


def _set(name: str, value: Any) -> Func:
    return Func(
        Value(name), Coalesce(value, Value("")), Value(False), function="set_config", output_field=TextField()
    )


def _scoping() -> dict[str, Func]:
    """The row-scope variables as columns: reading the session scopes the connection in one statement."""
    ready = Q(stage="ready")
    scopes = {
        scope: [r.code for r in ROLES.values() if r.scope == scope] for scope in ("all", "area", "agency")
    }
    whens = [When(ready & Q(post__role__in=codes), then=Value(scope)) for scope, codes in scopes.items()]
    agencies_text = Func(F("_agencies"), Value(","), function="array_to_string", output_field=TextField())
    values: tuple[Any, ...] = (
        Case(*whens, default=Value(""), output_field=TextField()),
        _if_ready(Cast("post__area_id", TextField())),
        _if_ready(agencies_text),
        _if_ready(Cast("account_id", TextField())),
        _if_ready(Cast("post_id", TextField())),
    )
    return {f"_set{i}": _set(n, v) for i, (n, v) in enumerate(zip(SCOPE_VARIABLES, values, strict=True))}


def _if_ready(value: Any) -> Case:
    return Case(When(stage="ready", then=value), default=Value(""), output_field=TextField())


def _compose_session(scope: bool) -> tuple[QuerySet[SessionRecord, SessionRecord], tuple[str, ...]]:
    holds = Q(post__isnull=True) | valid_on(_DAY, "post__")
    rows = SessionRecord.objects.filter(
        holds, key=_KEY, ended_at__isnull=True, expires_at__gt=_NOW, account__is_active=True
    ).annotate(_agencies=_sub_agencies("post__agency_id", "post__head"))
    columns = ["id", "stage", "account_id", "account__username", "account__name", "seen_at", "created_at"]
    columns += ["idle_minutes", "elevated_until", "_agencies", *(f"post__{c}" for c in _POST_COLUMNS)]
    if scope:
        setters = _scoping()
        rows, columns = rows.annotate(**setters), [*columns, *setters]
    return rows, tuple(columns)


_ID, _KEY = -7, "?key"
_NOW, _DAY = datetime(1900, 1, 1, tzinfo=UTC), date(1900, 1, 1)
_POST = Prepared("wangge_post", {_ID: "bigint", _DAY: "date"}, _compose_post)
_SESSION_TYPES = {_KEY: "text", _NOW: "timestamptz", _DAY: "date"}
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
        actor=_actor(row, row["account__name"], elevated, "post__") if ready else None,
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


def accounts_visible_to(
    actor: Actor, beginning: str = "", cursor: str = "", limit: int = 50
) -> paging.Page[dict[str, Any]]:
    """Accounts by user name for who administers or audits them; no secret leaves."""
    permissions.require(actor, verbs.READ_ACCOUNTS)
    limit = paging.checked_limit(limit)
    rows = Account.objects.all()
    if beginning:
        rows = rows.filter(username__gte=beginning, username__lt=beginning + chr(0x10FFFF))
    if cursor:
        rows = rows.filter(username__gt=paging.decode(cursor, 1)[0])
    found = list(rows.order_by("username")[: limit + 1])
    shown = found[:limit]
    posts: dict[int, list[str]] = {}
    held = Post.objects.filter(valid_on(clock.today()), account__in=[a.pk for a in shown]).order_by("id")
    for account_id, title, agency_name in held.values_list("account_id", "title", "agency__short_name"):
        posts.setdefault(account_id, []).append(f"{agency_name} {title}" if agency_name else title)
    items = [
        {
            "id": account.pk,
            "username": account.username,
            "name": account.name,
            "is_active": account.is_active,
            "totp": bool(account.totp_secret),
            "must_change_password": account.must_change_password,
            "last_login": account.last_login,
            "posts": posts.get(account.pk, []),
        }
        for account in shown
    ]
    following = paging.encode(shown[-1].username) if len(found) > limit else None
    return paging.Page(items, following)


def policies_visible_to(actor: Actor) -> list[dict[str, Any]]:
    """Today's log-in policy of every role."""
    permissions.require(actor, verbs.READ_ACCOUNTS)
    rows = RolePolicy.objects.filter(valid_from__lte=clock.today()).order_by("valid_from")
    latest = {row.role: row for row in rows}
    return [
        {
            "role": role.code,
            "role_label": role.label,
            "totp_required": latest[role.code].totp_required if role.code in latest else False,
            "session_minutes": latest[role.code].session_minutes if role.code in latest else 240,
            "valid_from": latest[role.code].valid_from if role.code in latest else None,
        }
        for role in ROLES.values()
    ]


def elevations_visible_to(actor: Actor) -> list[dict[str, Any]]:
    """The last hundred administrator sessions."""
    permissions.require(actor, verbs.READ_ACCOUNTS)
    rows = list(Elevation.objects.select_related("account").order_by("-started_at")[:100])
    counts = dict(
        ElevationLine.objects.filter(elevation__in=rows)
        .values_list("elevation")
        .annotate(lines=Count("id"))
        .order_by()
    )
    return [
        {
            "id": row.pk,
            "account_name": row.account.name,
            "purpose": row.purpose,
            "started_at": row.started_at,
            "until": row.until,
            "ended_at": row.ended_at,
            "requests": counts.get(row.pk, 0),
        }
        for row in rows
    ]
