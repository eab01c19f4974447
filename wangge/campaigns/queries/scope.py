"""The gate: which campaigns, units, inspections, visits and problems an actor may see."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from wangge.campaigns import permissions
from wangge.campaigns.models import Campaign, Inspection, LiaisonVisit, Problem, Target
from wangge.campaigns.states import ON_PHONES, STARTED
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import NotFound

CAMPAIGN, TARGET, PROBLEM = "campaigns.campaign", "campaigns.target", "campaigns.problem"
INSPECTION, VISIT = "campaigns.inspection", "campaigns.visit"
_LEVELS = {"town": "town_id", "village": "village_id", "grid": "grid_id"}
M = TypeVar("M", bound=Model)


def sees_all(actor: Actor) -> bool:
    """Whether the scope is the whole district."""
    return actor.kind == "system" or (actor.district_wide and actor.may(permissions.SEE))


def reach(actor: Actor) -> Q | None:
    """The rows in an actor's reach, for everything that carries town, village, grid, post and agency.

    Grid worker: own grid and what the post was given. Liaison official: what the post was given. Town
    and village administrators: own area. Units: what their agencies were given. ``None``: nothing.
    """
    if not actor.in_post or not actor.may(permissions.SEE):
        return None
    if actor.role == "grid_worker":
        grid = Q(grid_id=actor.area_id) if actor.area_kind == "grid" else Q(pk__in=[])
        return grid | Q(post_id=actor.post_id)
    if actor.role == "liaison":
        return Q(post_id=actor.post_id)
    if actor.role == "area_admin":
        column = _LEVELS.get(actor.area_kind)
        return Q(**{column: actor.area_id}) if column else None
    return Q(agency_id__in=actor.agency_ids) if actor.agency_ids else None


def _within(actor: Actor, rows: QuerySet[M]) -> QuerySet[M]:
    if sees_all(actor):
        return rows
    near = reach(actor)
    return rows.none() if near is None else rows.filter(near)


def targets_in_reach(actor: Actor) -> QuerySet[Target]:
    """Units of lists in reach, whatever became of their campaign: an answer may arrive after the lock."""
    return _within(actor, Target.objects.all())


def targets_visible_to(actor: Actor) -> QuerySet[Target]:
    """Units of lists; who does not lead sees those of started campaigns, a phone those still at work."""
    rows = targets_in_reach(actor)
    if sees_all(actor):
        return rows
    shown = ON_PHONES if actor.role in ("grid_worker", "liaison") else STARTED
    return rows.filter(campaign__status__in=shown)


def target_for(actor: Actor, target_id: int) -> Target:
    """One unit with its campaign; out of scope is not found."""
    gate.require(actor, permissions.SEE)
    row = targets_visible_to(actor).select_related("campaign").filter(pk=target_id).first()
    if row is None:
        raise NotFound
    return row


def campaigns_visible_to(actor: Actor) -> QuerySet[Campaign]:
    """Campaigns; who does not lead sees the started ones that have a unit in reach."""
    rows = Campaign.objects.all()
    if sees_all(actor):
        return rows
    near = reach(actor)
    if near is None:
        return rows.none()
    mine = Target.objects.filter(near, campaign_id=OuterRef("pk"))
    return rows.filter(Exists(mine), status__in=STARTED)


def campaign_for(actor: Actor, campaign_id: int, *, lock: bool = False) -> Campaign:
    """One campaign, held against every writer of its rows when it will be moved."""
    gate.require(actor, permissions.SEE)
    rows = campaigns_visible_to(actor).filter(pk=campaign_id)
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.select_related("form_version", "agency").first() if not lock else rows.first()
    if row is None:
        raise NotFound
    return row


def problems_visible_to(actor: Actor) -> QuerySet[Problem]:
    """Problems in reach."""
    return _within(actor, Problem.objects.all())


def problem_for(actor: Actor, problem_id: int, *, lock: bool = False) -> Problem:
    """One problem; out of scope is not found."""
    gate.require(actor, permissions.SEE)
    rows = problems_visible_to(actor).filter(pk=problem_id)
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise NotFound
    return row


def inspections_visible_to(actor: Actor) -> QuerySet[Inspection]:
    """Inspections in reach."""
    return _within(actor, Inspection.objects.all())


def visits_visible_to(actor: Actor) -> QuerySet[LiaisonVisit]:
    """Liaison visits in reach."""
    return _within(actor, LiaisonVisit.objects.all())
