"""What forms may know of a unit whose sheet it judges: through the gate of the list, not of the register.

A unit may have been given to somebody outside its area; the list decides who fills it in.
"""

from __future__ import annotations

from collections.abc import Collection

from wangge.campaigns.queries.registers import PREMISES
from wangge.campaigns.queries.scope import TARGET, targets_in_reach
from wangge.forms.queries import Held, resolves
from wangge.kit.actor import Actor
from wangge.premises import queries as premises


@resolves(TARGET)
def units(actor: Actor, ids: Collection[int]) -> dict[int, Held]:
    """Units in reach with what the register holds of them; contacts masked."""
    rows = list(targets_in_reach(actor).filter(pk__in=list(ids)))
    values = premises.register_values([r.subject_id for r in rows if r.subject_kind == PREMISES])
    return {
        r.pk: Held(
            r.title,
            values.get(r.subject_id, {}) if r.subject_kind == PREMISES else {},
            (r.town_id, r.village_id, r.grid_id),
        )
        for r in rows
    }
