"""Fates and turns: exact scenarios, a next step for every open state. Pure."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from wangge.hotline.states import LABELS, OPEN
from wangge.rehearsal import scenarios
from wangge.rehearsal.plots import Odds, Plot, Story, draw
from wangge.rehearsal.rhythm import HOURS, at_work, busyness
from wangge.rehearsal.scenarios import FULL, QUICK, Scenario
from wangge.rehearsal.turns import next_turn

NOW = datetime(2021, 8, 4, 2, 0, tzinfo=UTC)


@dataclass
class Facts:
    status: str
    urgency: str = "normal"
    topic: str = ""
    returns: int = 0
    redo_count: int = 0
    sign_due: datetime | None = None
    reply_due: datetime | None = NOW + timedelta(hours=24)


@pytest.mark.parametrize("status", sorted(OPEN))
def test_every_open_state_has_a_next_step_after_now(status: str) -> None:
    turn = next_turn(Story(1, Plot()), Facts(status), NOW)
    assert turn is not None
    assert turn.at > NOW
    assert turn.status == status


def test_ended_stories_rest_and_held_ones_wait() -> None:
    assert {s for s in LABELS if next_turn(Story(1, Plot()), Facts(s), NOW) is None} == set(LABELS) - OPEN
    assert next_turn(Story(1, Plot(archive=True)), Facts("closed"), NOW) is not None
    assert next_turn(Story(1, Plot(hold="in_progress")), Facts("in_progress"), NOW) is None


@pytest.mark.parametrize("number", range(40))
def test_a_reply_is_late_exactly_when_the_plot_says_so(number: int) -> None:
    due = NOW + timedelta(hours=2)
    for topic in ("", "epidemic_help"):
        punctual = next_turn(
            Story(number, Plot(pace=0.9)), Facts("in_progress", topic=topic, reply_due=due), NOW
        )
        late = next_turn(
            Story(number, Plot(late=True)), Facts("in_progress", topic=topic, reply_due=due), NOW
        )
        assert punctual is not None
        assert late is not None
        assert punctual.name == late.name == "submit_reply"
        assert punctual.at < due < late.at


def test_a_turn_is_taken_once() -> None:
    story = Story(7, Plot(co_unit=True, extension_days=2))
    names = []
    while (turn := next_turn(story, Facts("in_progress"), NOW)) and turn.name != "submit_reply":
        names.append(turn.name)
        story.done.append(turn.name)
    assert names == ["add_unit", "co_sign", "co_submit", "request_extension"]


def test_a_stored_plot_comes_back_the_same() -> None:
    plot = draw(random.Random(3), Odds(direct=0), epidemic=False)
    assert Plot.of(plot.stored()) == plot


@pytest.mark.parametrize("scenario", [FULL, QUICK])
def test_a_scenario_draws_exactly_its_numbers(scenario: Scenario) -> None:
    plots = scenarios.plots_of(scenario, random.Random(1))
    sent = [p for p in plots if not p.direct]
    assert len(plots) == scenario.total == sum(scenarios.days_of(scenario))
    assert len(sent) == scenario.dispatched
    assert sum(p.late for p in sent) == scenario.late
    assert not any(p.extension_days or p.suspend for p in sent if p.late)
    assert sum(not p.give_up for p in sent) == scenario.effective
    assert sum(p.opinion == "dissatisfied" for p in sent) == scenario.unhappy + scenario.redone
    unhappy = [p for p in sent if p.opinion == "dissatisfied"]
    stay = [p for p in unhappy if p.after_unhappy == "reason" or p.final_opinion == "dissatisfied"]
    assert len(stay) == scenario.unhappy
    assert not any(p.refuse for p in sent)


def test_the_newspaper_numbers_follow_from_the_scenario() -> None:
    assert (FULL.total, FULL.direct, FULL.dispatched) == (7491, 4961, 2530)
    assert scenarios.share(FULL.total - FULL.late, FULL.total) == Decimal("99.87")
    assert scenarios.share(FULL.effective - FULL.unhappy, FULL.effective) == Decimal("98.69")
    assert round(FULL.total / FULL.days) == 681
    assert scenarios.share(QUICK.total - QUICK.late, QUICK.total) == Decimal("99.87")
    assert scenarios.share(QUICK.effective - QUICK.unhappy, QUICK.effective) == Decimal("98.69")


def test_the_day_has_its_rhythm_and_the_office_its_hours() -> None:
    assert len(HOURS) == 24
    assert (
        busyness(datetime(2021, 8, 4, 1, tzinfo=UTC)) > 2 > 1 > busyness(datetime(2021, 8, 4, 19, tzinfo=UTC))
    )
    saturday = datetime(2021, 8, 7, 2, tzinfo=UTC)
    opened = at_work(saturday, random.Random(1))
    assert opened.weekday() == 0
    assert (opened.hour, opened.minute) >= (8, 30)
    assert at_work(NOW, random.Random(1)) == NOW
