"""The words of the wall: pure."""

from __future__ import annotations

import pytest

from wangge.bigscreen.rules import late_words, matter


def test_a_matter_is_said_in_coded_words() -> None:
    assert matter("市政公用->排水->道路积水", "求助帮扶", "求助") == ("道路积水", "排水")
    assert matter("其他", "", "咨询") == ("其他", "")
    assert matter("", "政策咨询", "咨询") == ("政策咨询", "")
    assert matter("", "", "投诉") == ("投诉事项", "")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 分"), (59, "59 分"), (60, "1 小时"), (75, "1 小时 15 分"), (1440, "1 天"), (3000, "2 天 2 小时")],
)
def test_time_is_said_in_the_two_largest_units(minutes: int, words: str) -> None:
    assert late_words(minutes) == words
