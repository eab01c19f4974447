"""``cameras.point:7`` for whoever stands lower."""

from __future__ import annotations

from wangge.cameras import queries
from wangge.kit.actor import Actor
from wangge.kit.subjects import SubjectCard, resolves


@resolves("cameras.point")
def point_card(actor: Actor, point_id: int) -> SubjectCard:
    """A point as this actor may see it."""
    point = queries.point_for(actor, point_id)
    return SubjectCard(f"cameras.point:{point.pk}", point.name, f"/cameras/{point.pk}", point.code)
