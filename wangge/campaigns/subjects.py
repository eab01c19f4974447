"""How lower floors show what they only know as text; each goes through its own gate."""

from __future__ import annotations

from wangge.campaigns import queries
from wangge.kit.actor import Actor
from wangge.kit.subjects import SubjectCard, resolves, subject


@resolves(queries.CAMPAIGN)
def campaign_card(actor: Actor, campaign_id: int) -> SubjectCard:
    """A campaign in scope."""
    row = queries.campaign_for(actor, campaign_id)
    return SubjectCard(subject(queries.CAMPAIGN, row.pk), row.title, f"/campaigns/{row.pk}", row.no)


@resolves(queries.PROBLEM)
def problem_card(actor: Actor, problem_id: int) -> SubjectCard:
    """A problem in scope."""
    row = queries.problem_for(actor, problem_id)
    return SubjectCard(subject(queries.PROBLEM, row.pk), row.title, f"/problems/{row.pk}", row.no)


@resolves(queries.INSPECTION)
def inspection_card(actor: Actor, inspection_id: int) -> SubjectCard:
    """An inspection in scope."""
    row = queries.inspection_page(actor, inspection_id).row
    return SubjectCard(subject(queries.INSPECTION, row.pk), row.title, f"/inspections/{row.pk}")


@resolves(queries.VISIT)
def visit_card(actor: Actor, visit_id: int) -> SubjectCard:
    """A liaison visit in scope."""
    row = queries.visit_page(actor, visit_id).row
    return SubjectCard(subject(queries.VISIT, row.pk), row.title, "/liaison")


@resolves(queries.TARGET)
def target_card(actor: Actor, target_id: int) -> SubjectCard:
    """One unit of a list in scope."""
    row = queries.target_for(actor, target_id)
    return SubjectCard(subject(queries.TARGET, row.pk), row.title, f"/campaigns/{row.campaign_id}")
