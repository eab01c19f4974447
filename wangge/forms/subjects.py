"""How lower floors show a sheet they only know as text: photos and signatures hang on it."""

from __future__ import annotations

from wangge.forms import queries
from wangge.kit.actor import Actor
from wangge.kit.subjects import SubjectCard, resolves, subject


@resolves(queries.KIND)
def sheet_card(actor: Actor, sheet_id: int) -> SubjectCard:
    """The form's title for a sheet in scope; ``NotFound`` otherwise."""
    row = queries.sheet_for(actor, sheet_id)
    return SubjectCard(
        subject=subject(queries.KIND, row.pk), title=row.version.form.title, url=f"/sheets/{row.pk}"
    )
