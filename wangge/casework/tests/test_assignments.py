"""Assignments move by their table, once each, in one statement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from wangge.casework import queries, services
from wangge.casework.models import CHANGE_KINDS, CLOCK_KINDS, DUTIES, Assignment, AssignmentMove, Clock
from wangge.casework.states import ASSIGNMENT, CLOCK
from wangge.casework.testing import SUBJECT, a_clock, a_subject, an_assignment
from wangge.kit import clock, states
from wangge.kit.actor import system
from wangge.kit.errors import Conflict, NotFound
from wangge.org.testing import an_agency, the_cast

ME = system("test")
MONDAY = clock.at(2021, 8, 2, 9)
ACTS = {
    "sign": services.sign,
    "submit": services.submit,
    "accept": services.accept,
    "reopen": services.reopen,
    "return": services.return_assignment,
    "cancel": services.cancel,
}
ENDED = ("accepted", "returned", "cancelled")


def test_both_tables_are_sound() -> None:
    assert states.faults(ASSIGNMENT) == []
    assert states.faults(CLOCK) == []
    assert ASSIGNMENT.terminal == {"returned", "cancelled"}
    assert CLOCK.terminal == {"met", "missed", "cancelled"}


@pytest.mark.parametrize("state", sorted(ASSIGNMENT.states))
@pytest.mark.parametrize("name", sorted(ACTS))
def test_a_move_is_allowed_where_the_table_says_and_changes_nothing_elsewhere(state: str, name: str) -> None:
    row = an_assignment(an_agency().pk)
    Assignment.objects.filter(pk=row.pk).update(status=state)
    before = Assignment.objects.values().get(pk=row.pk)
    move = ASSIGNMENT.move(name)
    if state in move.sources:
        moved = ACTS[name](actor=ME, assignment_id=row.pk)
        written = AssignmentMove.objects.get(row_id=row.pk)
        assert (moved.status, moved.version) == (move.target, 2)
        assert (written.name, written.source, written.target) == (name, state, move.target)
        assert (written.by, written.at) == ("system:test", MONDAY)
        return
    with pytest.raises(Conflict) as refusal, transaction.atomic():
        ACTS[name](actor=ME, assignment_id=row.pk)
    assert refusal.value.code == "wrong_state"
    assert refusal.value.message.startswith(f"当前状态“{ASSIGNMENT.labels[state]}”不能进行")
    assert Assignment.objects.values().get(pk=row.pk) == before
    assert AssignmentMove.objects.count() == 0


def test_the_moments_stand_on_the_assignment_and_who_moved_it_in_the_log() -> None:
    yin = the_cast()["yin"].actor
    assert yin.agency_id is not None
    row = an_assignment(yin.agency_id)
    for hour, name in ((10, "sign"), (15, "submit"), (16, "reopen"), (17, "submit")):
        with clock.moved_to(clock.at(2021, 8, 2, hour)):
            ACTS[name](actor=yin, assignment_id=row.pk)
    row.refresh_from_db()
    assert row.signed_at == clock.at(2021, 8, 2, 10)
    assert row.submitted_at == clock.at(2021, 8, 2, 17)
    assert (row.status, row.ended_at, row.version) == ("submitted", None, 5)
    moves = AssignmentMove.objects.filter(row_id=row.pk).order_by("id")
    assert [(m.source, m.target) for m in moves] == [
        ("awaiting_sign", "in_progress"),
        ("in_progress", "submitted"),
        ("submitted", "in_progress"),
        ("in_progress", "submitted"),
    ]
    assert {(m.by, m.by_label, m.agency_id) for m in moves} == {(yin.key, yin.label, yin.agency_id)}


def test_reopening_clears_the_end() -> None:
    row = an_assignment(an_agency().pk)
    for name in ("sign", "submit", "accept"):
        ACTS[name](actor=ME, assignment_id=row.pk)
    reopened = services.reopen(actor=ME, assignment_id=row.pk, reason="诉求人不满意")
    assert (reopened.submitted_at, reopened.ended_at, reopened.signed_at) == (None, None, MONDAY)
    assert AssignmentMove.objects.get(row_id=row.pk, name="reopen").reason == "诉求人不满意"


def test_an_unknown_assignment_is_not_found() -> None:
    with pytest.raises(NotFound):
        services.accept(actor=ME, assignment_id=987_654)


def test_a_subject_has_one_open_lead_and_an_agency_only_once() -> None:
    first, second = an_agency().pk, an_agency().pk
    an_assignment(first)
    with pytest.raises(Conflict, match="已有主办单位") as refusal:
        an_assignment(second)
    assert refusal.value.code == "already_assigned"
    with pytest.raises(Conflict):
        an_assignment(first, duty="co")
    an_assignment(second, duty="co")
    assert Assignment.objects.count() == 2


def test_a_returned_lead_makes_room_for_the_next_and_cannot_come_back_beside_it() -> None:
    one, two = an_agency().pk, an_agency().pk
    first = an_assignment(one)
    services.return_assignment(actor=ME, assignment_id=first.pk, reason="不属本单位职责")
    an_assignment(two)
    Assignment.objects.filter(pk=first.pk).update(status="accepted")
    with pytest.raises(Conflict, match="已另行派办"), transaction.atomic():
        services.reopen(actor=ME, assignment_id=first.pk)
    first.refresh_from_db()
    assert first.status == "accepted"


@pytest.mark.parametrize("name", ["return", "cancel"])
def test_relieving_an_agency_cancels_its_running_clocks_only(name: str) -> None:
    row = an_assignment(an_agency().pk)
    other = an_assignment(an_agency().pk, duty="co")
    clocks = [a_clock(row, "sign", MONDAY), a_clock(row, "reply", MONDAY), a_clock(other, "reply", MONDAY)]
    ACTS[name](actor=ME, assignment_id=row.pk)
    found = [Clock.objects.get(pk=c.pk) for c in clocks]
    assert [(c.state, c.stopped_at, c.next_look_at is None) for c in found] == [
        ("cancelled", MONDAY, True),
        ("cancelled", MONDAY, True),
        ("running", None, False),
    ]


def test_cards_carry_names_and_labels() -> None:
    agency = an_agency("测试区水利局", short_name="水利局")
    row = an_assignment(agency.pk)
    (card,) = queries.assignments_of(SUBJECT[0], [SUBJECT[1]])
    assert (card.id, card.agency, card.duty, card.status_label, card.tone) == (
        row.pk,
        "水利局",
        "lead",
        "待签收",
        "watch",
    )


def counted(act: object, *args: object, **kwargs: object) -> int:
    with transaction.atomic(), CaptureQueriesContext(connection) as queries_run:
        act(*args, **kwargs)  # type: ignore[operator]
    return len(queries_run)


def test_few_statements_are_asked_of_the_database() -> None:
    from wangge.policy import queries as policy

    agency = an_agency().pk
    kind, pk = subject = a_subject()
    facts = {"kind": "complaint", "urgency": "normal", "epidemic": False}
    decisions = {k: policy.deadline_for("hotline", k, facts, MONDAY) for k in ("sign", "reply")}
    assert counted(an_assignment, agency, subject=subject) == 1
    row = Assignment.objects.get(subject_kind=kind, subject_id=pk)
    of = {"subject_kind": kind, "subject_id": pk}
    assert counted(services.start_clocks, actor=ME, decisions=decisions, assignment_id=row.pk, **of) == 1
    assert counted(services.sign, actor=ME, assignment_id=row.pk) == 2
    assert counted(services.submit, actor=ME, assignment_id=row.pk) == 2
    assert counted(services.accept, actor=ME, assignment_id=row.pk) == 1
    assert counted(services.note, actor=ME, action="said", label="说明", **of) == 1
    assert counted(services.next_number, "test.subject", "", MONDAY) == 1
    assert counted(queries.assignments_of, kind, [pk]) == 1
    assert counted(queries.clocks_of, kind, [pk]) == 1


ROOT = Path(__file__).resolve().parents[3]


def test_the_pictures_in_the_readme_are_the_tables() -> None:
    page = (ROOT / "wangge/casework/README.md").read_text()
    assert ASSIGNMENT.picture() in page
    assert CLOCK.picture() in page


def test_the_browser_gets_the_same_words_and_tones() -> None:
    shared = json.loads((ROOT / "contracts/vectors/casework.json").read_text())
    for machine in (ASSIGNMENT, CLOCK):
        assert shared[machine.noun] == {
            s: {"label": machine.labels[s], "tone": machine.tones[s]} for s in machine.labels
        }
    assert (shared["clock_kind"], shared["duty"], shared["clock_change"]) == (
        CLOCK_KINDS,
        DUTIES,
        CHANGE_KINDS,
    )
