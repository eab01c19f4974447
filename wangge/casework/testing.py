"""Builders for tests above casework."""

from __future__ import annotations

import itertools
from datetime import datetime

from wangge.casework import services
from wangge.casework.models import Assignment, Clock
from wangge.kit.actor import Actor, system
from wangge.policy import queries as policy

SUBJECT = ("test.subject", 1)
_numbers = itertools.count(2)


def a_subject() -> tuple[str, int]:
    """A subject nobody has used yet."""
    return SUBJECT[0], next(_numbers)


def an_assignment(
    agency_id: int,
    actor: Actor | None = None,
    duty: str = "lead",
    subject: tuple[str, int] = SUBJECT,
) -> Assignment:
    """A subject (``test.subject:1`` by default) given to an agency."""
    return services.assign(
        actor=actor or system("test"),
        subject_kind=subject[0],
        subject_id=subject[1],
        agency_id=agency_id,
        duty=duty,
    )


def a_clock(assignment: Assignment, clock_kind: str, at: datetime, **facts: object) -> Clock:
    """A clock of the assignment by the seeded hotline rules, started at a moment."""
    known = {"kind": "complaint", "urgency": "normal", "topic": "", "epidemic": False} | facts
    return services.start_clock(
        actor=system("test"),
        subject_kind=assignment.subject_kind,
        subject_id=assignment.subject_id,
        kind=clock_kind,
        decision=policy.deadline_for("hotline", clock_kind, known, at),
        assignment_id=assignment.pk,
        at=at,
    )
