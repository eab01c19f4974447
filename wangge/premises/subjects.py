"""How lower floors show a premises they only know as text."""

from __future__ import annotations

from wangge.kit.actor import Actor
from wangge.kit.subjects import SubjectCard, resolves, subject
from wangge.premises import queries


@resolves(queries.KIND)
def premises_card(actor: Actor, premises_id: int) -> SubjectCard:
    """Name, code and address of a premises in scope; ``NotFound`` otherwise."""
    row = queries.premises_for(actor, premises_id)
    return SubjectCard(
        subject=subject(queries.KIND, row.pk),
        title=row.name,
        url=f"/premises/{row.pk}",
        number=row.credit_code,
    )
