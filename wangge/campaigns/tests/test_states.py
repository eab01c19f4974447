"""The state tables: sound, and the same in the README."""

from __future__ import annotations

from pathlib import Path

from wangge.campaigns import states
from wangge.campaigns.states import CAMPAIGN, PROBLEM, TARGET
from wangge.kit.states import faults


def test_the_tables_are_sound() -> None:
    assert [faults(m) for m in (CAMPAIGN, TARGET, PROBLEM)] == [[], [], []]
    assert CAMPAIGN.terminal == {"handed", "withdrawn"}
    assert TARGET.terminal == {"locked"}
    assert PROBLEM.terminal == {"closed", "dismissed"}
    tones = {tone for m in (CAMPAIGN, TARGET, PROBLEM) for tone in m.tones.values()}
    assert tones <= {"accent", "good", "watch", "late", "off"}


def test_the_roads_of_the_specification() -> None:
    roads = (
        (CAMPAIGN, ["start", "close", "sample", "lock", "hand"], "handed"),
        (TARGET, ["answer", "sample", "confirm", "lock"], "locked"),
        (PROBLEM, ["assign", "start", "rectify", "fail", "rectify", "pass"], "closed"),
    )
    for machine, names, end in roads:
        state = machine.initial
        for name in names:
            move = machine.move(name)
            assert state in move.sources, (machine.noun, name, state)
            state = move.target or state
        assert state == end


def test_the_readme_shows_these_tables() -> None:
    page = Path(states.__file__).with_name("README.md").read_text()
    for machine in (CAMPAIGN, TARGET, PROBLEM):
        assert machine.picture() in page
