"""How lower floors show a ticket they only know as text."""

from __future__ import annotations

from wangge.hotline import queries
from wangge.kit.actor import Actor
from wangge.kit.subjects import SubjectCard, resolves, subject


@resolves(queries.KIND)
def ticket_card(actor: Actor, ticket_id: int) -> SubjectCard:
    """Title, number and address of a ticket in scope; ``NotFound`` otherwise."""
    ticket = queries.ticket_for(actor, ticket_id)
    return SubjectCard(
        subject=subject(queries.KIND, ticket.pk),
        title=queries.plain_title(actor, ticket.title, ticket.confidential, ticket.caller_sealed),
        url=f"/tickets/{ticket.pk}",
        number=ticket.no,
    )
