"""What patrol asks of the register of residents: how many households a grid has, which of them exist.

Counts are no personal data: every role that may read coverage gets them, as far as the second wall lets
its connection see.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count

from wangge.kit.actor import Actor, system
from wangge.residents import queries as residents

COUNTER = system("patrol-coverage")


def households_by_grid(grid_ids: Collection[int] | None) -> dict[int, int]:
    """Registered households of each of the grids (``None``: every grid) that has any."""
    rows = residents.households_visible_to(COUNTER)
    if grid_ids is not None:
        rows = rows.filter(grid_id__in=list(grid_ids))
    counted = rows.values("grid_id").order_by().annotate(n=Count("pk"))
    return {row["grid_id"]: row["n"] for row in counted if row["grid_id"] is not None}


def known_households(actor: Actor, ids: Collection[int]) -> set[int]:
    """Those of the ids that are households in the actor's scope."""
    if not ids:
        return set()
    return set(residents.households_visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))
