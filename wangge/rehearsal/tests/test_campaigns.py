"""The survey and the liaison visits in small: they come out exactly, and a wrong page is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wangge.rehearsal import liaison, survey
from wangge.rehearsal.survey import Survey

TINY = Survey("tiny", 14, 42, 14, 1900, 43, 28, 3)
SMALL = liaison.Page("small", 4, 12, 900, 20, 7, (3, 2), 4, 1, 2, 30, 6)


@pytest.mark.django_db
def test_a_small_survey_comes_out_exactly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(survey, "QUICK", TINY)
    assert survey.play(quick=True) == 0
    shown = capsys.readouterr().out
    assert "全部相符。" in shown
    assert "不符" not in shown


@pytest.mark.django_db
def test_a_wrong_page_of_the_liaison_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(liaison, "QUICK", SMALL)
    real = liaison.table

    def wrong(scene: liaison.Scene, *rest: object) -> object:
        scene.page = replace(scene.page, solved=5, raised=8)
        return real(scene, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(liaison, "table", wrong)
    assert liaison.play(quick=True) == 1
    told = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "不符" in line]
    assert told == ["征集问题建议", "解决问题"]
