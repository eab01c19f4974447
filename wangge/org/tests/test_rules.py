"""Waiting after failures; the roles as documented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.kit import permissions
from wangge.org import rules

NOW = datetime(2021, 8, 1, 9, 0, tzinfo=UTC)
PAGE = Path(__file__).resolve().parents[3] / "docs/subsystems/access.md"


@pytest.mark.parametrize(
    ("minutes_ago", "wait"),
    [
        ([], 0),
        ([1, 2, 3, 4], 0),
        ([1, 2, 3, 4, 5], 10 * 60 + 1),
        ([1, 2, 3, 4, 5, 14], 10 * 60 + 1),
        ([16, 16, 16, 16, 16], 0),
        ([0, 0, 0, 0, 14], 61),
    ],
)
def test_the_door_opens_when_the_oldest_of_the_last_five_leaves_the_window(
    minutes_ago: list[int], wait: int
) -> None:
    failures = [NOW - timedelta(minutes=m) for m in minutes_ago]
    assert rules.wait_after(failures, 5, NOW) == wait


@given(st.lists(st.integers(0, 3600), max_size=30))
def test_after_the_wait_the_door_is_open(seconds_ago: list[int]) -> None:
    failures = [NOW - timedelta(seconds=s) for s in seconds_ago]
    wait = rules.wait_after(failures, 5, NOW)
    assert 0 <= wait <= 15 * 60 + 1
    assert rules.wait_after(failures, 5, NOW + timedelta(seconds=wait)) == 0


def test_waiting_is_told_in_minutes_rounded_up() -> None:
    assert [rules.waiting_words(s) for s in (1, 59, 60, 61, 901)] == [
        "1 秒",
        "59 秒",
        "1 分钟",
        "2 分钟",
        "16 分钟",
    ]


def test_every_role_is_on_the_page_about_access_with_its_label() -> None:
    page = PAGE.read_text()
    assert [r.code for r in rules.ROLES.values() if f"| {r.code} | {r.label} |" not in page] == []


def test_every_verb_of_the_lower_floors_is_on_its_context_page() -> None:
    root = PAGE.parents[2] / "wangge"
    missing = [
        name
        for name in permissions.table()
        if (context := name.split(".")[0]) in {"org", "audit", "files", "notify"}
        and f"`{name}`" not in (root / context / "README.md").read_text()
    ]
    assert missing == []
