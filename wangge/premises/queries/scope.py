"""The gate: which premises an actor may see (spec §12.1)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound
from wangge.premises import permissions
from wangge.premises.models import LiaisonPair, Premises

KIND = "premises.premises"
LEVELS = {"town": ("town_id",), "village": ("village_id",), "grid": ("grid_id", "dedicated_grid_id")}


def area_filter(actor: Actor) -> Q:
    """The rows inside the actor's area; nothing for an area of no level."""
    if actor.area_id is None:
        return Q(pk__in=[])
    if actor.area_kind == "district":
        return Q()
    found = Q()
    for column in LEVELS.get(actor.area_kind, ()):
        found |= Q(**{column: actor.area_id})
    return found or Q(pk__in=[])


def paired_with(post_id: int | None) -> Exists:
    """The rows that a post looks after now."""
    return Exists(
        LiaisonPair.objects.filter(premises_id=OuterRef("pk"), post_id=post_id or 0, valid_to__isnull=True)
    )


def sees_all(actor: Actor) -> bool:
    """Whether the scope is the whole district."""
    return actor.kind == "system" or actor.district_wide


def sees_pairs_only(actor: Actor) -> bool:
    """Liaisons and units see what they look after, whatever their area."""
    return not sees_all(actor) and actor.role not in {"area_admin", "grid_worker"}


def premises_visible_to(actor: Actor) -> QuerySet[Premises]:
    """Premises in the actor's scope.

    District desks: all. Town and village administrators and grid workers: the own area. Liaisons and
    units: what their post is paired with. Everybody else, the auditor first: none.
    """
    rows = Premises.objects.all()
    if actor.kind == "system":
        return rows
    if not actor.in_post or not actor.may(permissions.SEE):
        return rows.none()
    if actor.district_wide:
        return rows
    if sees_pairs_only(actor):
        return rows.filter(paired_with(actor.post_id))
    return rows.filter(area_filter(actor))


def premises_for(actor: Actor, premises_id: int, *, lock: bool = False) -> Premises:
    """The premises if it is in scope, locked when it will be changed; ``NotFound`` otherwise."""
    rows = premises_visible_to(actor).filter(pk=premises_id)
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise NotFound
    return row
