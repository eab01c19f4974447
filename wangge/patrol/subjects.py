"""How lower floors show what they only know as text."""

from __future__ import annotations

from wangge.kit.actor import Actor
from wangge.kit.subjects import SubjectCard, resolves, subject
from wangge.patrol import queries

NOTICE = "patrol.notice"
VISIT = "patrol.visit"


@resolves(queries.KIND)
def event_card(actor: Actor, event_id: int) -> SubjectCard:
    """Title, number and address of an event in scope; ``NotFound`` otherwise."""
    event = queries.event_for(actor, event_id)
    return SubjectCard(subject(queries.KIND, event.pk), event.title, f"/patrol/events/{event.pk}", event.no)


@resolves(NOTICE)
def notice_card(actor: Actor, notice_id: int) -> SubjectCard:
    """A served notice in scope: signature and photo come through this gate."""
    row = queries.notice_for(actor, notice_id)
    return SubjectCard(subject(NOTICE, row.pk), row.place, "/patrol/notices", row.no)


@resolves(VISIT)
def visit_card(actor: Actor, visit_id: int) -> SubjectCard:
    """A visit in scope: the photo of a refusal comes through this gate."""
    row = queries.visit_for(actor, visit_id)
    return SubjectCard(subject(VISIT, row.pk), row.target_label or "走访", "/patrol/rounds")
