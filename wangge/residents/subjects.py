"""How others show people and registrations they only know as text."""

from __future__ import annotations

from wangge.kit.actor import Actor
from wangge.kit.subjects import SubjectCard, resolves, subject
from wangge.residents import queries, rules


@resolves(queries.KIND)
def person_card(actor: Actor, person_id: int) -> SubjectCard:
    """The name of a person in scope and the page; ``NotFound`` otherwise."""
    person = queries.person_for(actor, person_id)
    return SubjectCard(subject(queries.KIND, person.pk), person.name, f"/people/{person.pk}")


@resolves(queries.HOUSEHOLD)
def household_card(actor: Actor, household_id: int) -> SubjectCard:
    """The address of a household in scope."""
    home = queries.household_for(actor, household_id)
    return SubjectCard(
        subject(queries.HOUSEHOLD, home.pk), home.address, f"/households/{home.pk}", home.number
    )


@resolves(queries.REGISTRATION)
def registration_card(actor: Actor, registration_id: int) -> SubjectCard:
    """What kind of arrival a registration in scope is."""
    row = queries.registration_for(actor, registration_id)
    title = f"{rules.ARRIVALS[row.kind]} {row.arrived_on:%m-%d}"
    return SubjectCard(subject(queries.REGISTRATION, row.pk), title, f"/registrations/{row.pk}")
