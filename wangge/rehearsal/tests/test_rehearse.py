"""The rehearsal: a small period comes out exactly, and a wrong expectation is told and fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from wangge.rehearsal import rehearse
from wangge.rehearsal.scenarios import Scenario

TINY = Scenario(
    name="tiny",
    first=date(2021, 8, 10),
    days=1,
    total=46,
    direct=26,
    late=2,
    effective=17,
    unhappy=2,
    redone=1,
)


@pytest.mark.django_db
def test_a_small_period_comes_out_exactly_and_a_wrong_page_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert rehearse.play(TINY) == 0
    shown = capsys.readouterr().out
    assert "全部相符。" in shown
    assert "不符" not in shown

    lines, broken = rehearse.table(replace(TINY, late=1, direct=27))
    assert broken == []
    wrong = {line.name.split("(")[0] for line in lines if not line.holds}
    assert wrong == {"在线直接答复", "派发工单", "逾期工单", "按时办结率"}
    assert next(line for line in lines if line.name == "逾期工单").got == "2"


def test_an_unknown_rehearsal_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse.main(["carnival"]) == 2
    assert rehearse.main(["hotline", "--slowly"]) == 2
    assert "用法" in capsys.readouterr().err
