"""The directory: agencies, posts, how a role logs in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.org import permissions as verbs
from wangge.org.models import Agency, Post, RolePolicy
from wangge.org.rules import ROLES
from wangge.territory import queries as territory


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


def post_cards(rows: QuerySet[Post]) -> list[PostCard]:
    """Cards of the posts that hold today, oldest first."""
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
    return post_cards(rows.filter(role=role) if role else rows)


def posts_in_role(role: str) -> list[PostCard]:
    """Present posts of a role in the whole district."""
    return post_cards(Post.objects.filter(role=role))


def posts_by_ids(ids: Iterable[int]) -> dict[int, PostCard]:
    """Present posts by id, for lists; ended ones are left out."""
    return {card.id: card for card in post_cards(Post.objects.filter(pk__in=set(ids)))}


def posts_of_account(account_id: int) -> list[PostCard]:
    """Present posts of a person, oldest first."""
    return post_cards(Post.objects.filter(account_id=account_id))


def policy_of(role: str) -> Policy:
    """The row of the log-in policy that holds today; without one: no second factor, four hours."""
    row = (
        RolePolicy.objects.filter(role=role, valid_from__lte=clock.today())
        .order_by("-valid_from")
        .values_list("totp_required", "session_minutes")
        .first()
    )
    return Policy(*row) if row else Policy(False, 240)
