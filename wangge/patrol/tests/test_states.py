"""The state table is sound, its picture stands in the README, and its ends are ends."""

from __future__ import annotations

from pathlib import Path

from wangge.kit.states import faults
from wangge.patrol import states


def test_the_table_is_sound() -> None:
    assert faults(states.EVENT) == []


def test_ends_are_ends() -> None:
    assert states.EVENT.terminal == {"rated", "joined", "voided"}
    assert states.ENDED - states.EVENT.terminal == {"closed"}  # only a rating follows


def test_every_state_stands_in_one_of_the_seven_steps() -> None:
    assert set(states.STEPS) == set(states.LABELS)
    assert sorted({number for number, _name in states.STEPS.values()}) == [1, 2, 3, 4, 5, 6, 7]


def test_the_picture_in_the_readme_is_the_table() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text()
    assert states.EVENT.picture() in readme
