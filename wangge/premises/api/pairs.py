"""Liaison pairs: list, make, end, paste a table."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from wangge.kit.http import actor_of
from wangge.premises import queries, services
from wangge.premises.api.files import PremisesLoadOut, report
from wangge.premises.api.records import PremisesBody

router = Router()


class LiaisonPairOut(Schema):
    """Who looks after what, since when."""

    id: int
    post_id: int
    post_title: str
    account_name: str
    premises_id: int
    premises_name: str
    town_id: int
    valid_from: date
    valid_to: date | None


class LiaisonPairPage(Schema):
    """One page of pairs."""

    items: list[LiaisonPairOut]
    next_cursor: str | None


class LiaisonOut(Schema):
    """A post that may be paired, and how many premises it looks after."""

    post_id: int
    title: str
    account_name: str
    agency_name: str
    area_name: str
    premises: int


class LiaisonPairIn(PremisesBody):
    """A new pair; with ``replace`` another liaison gives way."""

    post_id: int
    premises_id: int
    valid_from: date | None = None
    replace: bool = False


class LiaisonTableIn(PremisesBody):
    """A pasted table: one line per pair."""

    text: str = Field(max_length=500_000)
    replace: bool = False


@router.get("liaisons", response=list[LiaisonOut], operation_id="premises_list_liaisons")
def list_liaisons(request: HttpRequest) -> Any:
    """The liaisons of the house with the number of their premises."""
    posts = queries.liaison_posts(actor_of(request))
    counts = queries.counts_by_post([post.id for post in posts])
    return [
        {
            "post_id": post.id,
            "title": post.title,
            "account_name": post.account_name,
            "agency_name": post.agency_name,
            "area_name": post.area_name,
            "premises": counts.get(post.id, 0),
        }
        for post in posts
    ]


@router.get("pairs", response=LiaisonPairPage, operation_id="premises_list_pairs")
def list_pairs(request: HttpRequest, post: int | None = None, cursor: str = "", limit: int = 50) -> Any:
    """Open pairs, newest first; of one post when asked for."""
    return queries.pairs_visible_to(actor_of(request), post, cursor, limit)


@router.get(
    "premises/{int:premises_id}/pairs",
    response=list[LiaisonPairOut],
    operation_id="premises_list_pairs_of_premises",
)
def list_pairs_of_premises(request: HttpRequest, premises_id: int) -> Any:
    """The pairs of a premises, the present one first."""
    return queries.pairs_of_premises(actor_of(request), premises_id)


@router.post("pairs", response={201: list[LiaisonPairOut]}, operation_id="premises_pair_liaison")
def pair_liaison(request: HttpRequest, payload: LiaisonPairIn) -> Any:
    """Give a premises into the care of a post."""
    actor = actor_of(request)
    services.pair_liaison(actor=actor, **payload.dict())
    return Status(201, queries.pairs_of_premises(actor, payload.premises_id))


@router.delete("pairs/{int:pair_id}", response={204: None}, operation_id="premises_end_pair")
def end_pair(request: HttpRequest, pair_id: int) -> None:
    """The pair ends today."""
    services.end_pair(actor=actor_of(request), pair_id=pair_id)


@router.post("pairs/table", response={201: PremisesLoadOut}, operation_id="premises_paste_pairs")
def paste_pairs(request: HttpRequest, payload: LiaisonTableIn) -> Any:
    """Pair line by line; refused lines are named."""
    batch = services.paste_pairs(actor=actor_of(request), text=payload.text, replace=payload.replace)
    return Status(201, report(request, batch))
