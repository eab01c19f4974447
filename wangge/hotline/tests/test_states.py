"""The state table: sound, complete, and the same in the picture, the database and the labels."""

from __future__ import annotations

from pathlib import Path

from wangge.hotline import states
from wangge.hotline.states import TICKET
from wangge.kit.states import faults


def test_the_table_is_sound() -> None:
    assert faults(TICKET) == []


def test_what_has_ended_can_only_be_archived_or_chased() -> None:
    assert TICKET.terminal == {"archived", "refused"}
    assert {m for m in TICKET.allowed("closed") if TICKET.move(m).target} == {"archive"}
    assert TICKET.allowed("refused") == ()
    assert TICKET.allowed("archived") == ("reopen",)


def test_every_state_has_a_tone_of_the_house() -> None:
    assert set(TICKET.tones) == set(TICKET.labels)
    assert set(TICKET.tones.values()) <= {"accent", "good", "watch", "late", "off"}


def test_the_main_road_leads_from_the_call_to_the_archive() -> None:
    state = TICKET.initial
    for name in (
        "submit_for_dispatch", "dispatch", "sign", "submit_reply", "pass_review",
        "record_callback_content", "close", "archive",
    ):  # fmt: skip
        move = TICKET.move(name)
        assert state in move.sources, name
        state = move.target
    assert state == "archived"
    assert states.OPEN | states.ENDED == set(TICKET.labels)


def test_the_readme_shows_this_table() -> None:
    page = Path(states.__file__).with_name("README.md").read_text()
    assert TICKET.picture() in page
