"""What phones keep of patrol."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from wangge.kit.actor import Actor
from wangge.kit.feeds import feed
from wangge.patrol import queries

FIELD = ("grid_worker", "area_admin")


@feed("patrol.task", most=300, roles=FIELD)
def tasks(actor: Actor, ids: Collection[int] | None) -> list[dict[str, Any]]:
    """Open events of the grid and what this post reported."""
    return queries.task_records(actor, ids)


@feed("patrol.checkpoint", most=1000, roles=FIELD)
def points(actor: Actor, ids: Collection[int] | None) -> list[dict[str, Any]]:
    """Check-in points of the grid."""
    return queries.point_records(actor, ids)


@feed("patrol.class", most=500, roles=FIELD)
def classes(actor: Actor, ids: Collection[int] | None) -> list[dict[str, Any]]:
    """The event tree."""
    return queries.class_records(actor, ids)


@feed("patrol.notice_kind", most=100, roles=FIELD)
def notice_kinds(actor: Actor, ids: Collection[int] | None) -> list[dict[str, Any]]:
    """Notice texts in force."""
    return queries.notice_kind_records(actor, ids)


@feed("patrol.household", most=2000, roles=("grid_worker",))
def households(actor: Actor, ids: Collection[int] | None) -> list[dict[str, Any]]:
    """Which households were met or tried this quarter."""
    return queries.household_records(actor, ids)
