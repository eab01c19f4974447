"""Reads of the liaison pairs 挂钩."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wangge.kit import paging, permissions
from wangge.kit.actor import Actor
from wangge.org import queries as org
from wangge.premises import permissions as verbs
from wangge.premises.models import LiaisonPair
from wangge.premises.queries.scope import premises_for, premises_visible_to


@dataclass(frozen=True, slots=True)
class PairRow:
    """One pair: who looks after what, since when, until when."""

    id: int
    post_id: int
    post_title: str
    account_name: str
    premises_id: int
    premises_name: str
    town_id: int
    valid_from: date
    valid_to: date | None


def pairs_of_post(post_id: int) -> list[int]:
    """Ids of the premises a post looks after now, in the order of names."""
    rows = LiaisonPair.objects.filter(post_id=post_id, valid_to__isnull=True)
    return list(rows.order_by("premises__sort_key", "premises_id").values_list("premises_id", flat=True))


def liaison_of(premises_ids: Iterable[int]) -> dict[int, int]:
    """Post by premises, of those that are looked after now."""
    rows = LiaisonPair.objects.filter(premises_id__in=list(premises_ids), valid_to__isnull=True)
    return dict(rows.values_list("premises_id", "post_id"))


def counts_by_post(post_ids: Iterable[int]) -> dict[int, int]:
    """How many premises each of the posts looks after now; posts without any are left out."""
    found: dict[int, int] = {}
    rows = LiaisonPair.objects.filter(post_id__in=list(post_ids), valid_to__isnull=True)
    for post_id in rows.values_list("post_id", flat=True):
        found[post_id] = found.get(post_id, 0) + 1
    return found


def liaison_posts(actor: Actor) -> list[org.PostCard]:
    """Posts that may be paired: the present liaisons of the house."""
    permissions.require(actor, verbs.SEE_PAIRS)
    return org.posts_in_role("liaison")


def _rows(found: list[LiaisonPair]) -> list[PairRow]:
    return [
        PairRow(
            id=pair.pk,
            post_id=pair.post_id,
            post_title=pair.post.title,
            account_name=pair.post.account.name,
            premises_id=pair.premises_id,
            premises_name=pair.premises.name,
            town_id=pair.premises.town_id,
            valid_from=pair.valid_from,
            valid_to=pair.valid_to,
        )
        for pair in found
    ]


def pairs_of_premises(actor: Actor, premises_id: int) -> list[PairRow]:
    """The pairs of a premises, the present one first, ended ones after it."""
    permissions.require(actor, verbs.SEE_PAIRS)
    row = premises_for(actor, premises_id)
    rows = LiaisonPair.objects.select_related("post__account", "premises").filter(premises_id=row.pk)
    return _rows(list(rows.order_by("-id")[:50]))


def pairs_visible_to(
    actor: Actor, post_id: int | None = None, cursor: str = "", limit: int = 50
) -> paging.Page[PairRow]:
    """Open pairs of premises in scope, newest first; of one post when asked for."""
    permissions.require(actor, verbs.SEE_PAIRS)
    limit = paging.checked_limit(limit)
    rows = LiaisonPair.objects.select_related("post__account", "premises").filter(valid_to__isnull=True)
    if post_id is not None:
        rows = rows.filter(post_id=post_id)
    if not actor.district_wide and actor.kind != "system":
        rows = rows.filter(premises__in=premises_visible_to(actor))
    if cursor:
        rows = rows.filter(pk__lt=int(paging.decode(cursor, 1)[0]))
    found = list(rows.order_by("-id")[: limit + 1])
    more = paging.encode(found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(_rows(found[:limit]), more)
