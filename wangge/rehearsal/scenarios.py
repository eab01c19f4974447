"""What a rehearsal plays and what must come out: exact numbers, drawn into exact fates. Pure."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from wangge.rehearsal.plots import Plot, Story
from wangge.rehearsal.rhythm import SHARES, moment_in


@dataclass(frozen=True, slots=True)
class Scenario:
    """A published period: how many tickets, how many answered at once, who is late, who is unhappy.

    ``late`` of the dispatched tickets are answered after they were due. ``effective`` call-backs
    bring an opinion, ``unhappy`` of them stay dissatisfied to the end; ``redone`` more were
    dissatisfied first and content after the redo. Nobody else can be reached.
    """

    name: str
    first: date
    days: int
    total: int
    direct: int
    late: int
    effective: int
    unhappy: int
    redone: int

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=self.days - 1)

    @property
    def dispatched(self) -> int:
        """What was not answered at once."""
        return self.total - self.direct


FULL = Scenario(
    name="hotline",
    first=date(2021, 8, 1),
    days=11,
    total=7491,
    direct=4961,
    late=10,
    effective=2140,
    unhappy=28,
    redone=30,
)
QUICK = Scenario(
    name="hotline --quick",
    first=date(2021, 8, 10),
    days=2,
    total=749,
    direct=496,
    late=1,
    effective=229,
    unhappy=3,
    redone=3,
)


def share(part: int, whole: int) -> Decimal:
    """A percentage with two places, rounded half-up, as the newspaper prints it."""
    return (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def days_of(scenario: Scenario) -> list[int]:
    """How many calls come in on each day: growing gently, together exactly the total."""
    weights = [80 + 4 * day for day in range(scenario.days)]
    exact = [scenario.total * w / sum(weights) for w in weights]
    counts = [int(x) for x in exact]
    by_rest = sorted(range(scenario.days), key=lambda d: exact[d] - counts[d], reverse=True)
    for day in by_rest[: scenario.total - sum(counts)]:
        counts[day] += 1
    return counts


def plots_of(scenario: Scenario, rng: random.Random) -> list[Plot]:
    """Exactly as many fates of each sort as the scenario says, in mixed order."""
    sent = [_dispatched(scenario, place, rng) for place in range(scenario.dispatched)]
    found = [Plot(direct=True, three_way=place % 17 == 0) for place in range(scenario.direct)] + sent
    rng.shuffle(found)
    return found


def _dispatched(scenario: Scenario, place: int, rng: random.Random) -> Plot:
    """The fate of dispatched ticket ``place``: ranges of places make the exact numbers."""
    plot = Plot(
        pace=rng.triangular(0.05, 0.85, 0.3),
        opinion="satisfied" if rng.random() < 0.8 else "basic",
        final_opinion="satisfied",
        unreached=1 if rng.random() < 0.12 else 0,
    )
    if place < scenario.unhappy:
        again = place % 3 == 0
        plot = replace(
            plot,
            opinion="dissatisfied",
            final_opinion="dissatisfied",
            after_unhappy="redo" if again else "reason",
        )
    elif place < scenario.unhappy + scenario.redone:
        plot = replace(plot, opinion="dissatisfied", after_unhappy="redo", final_opinion="basic")
    elif place >= scenario.effective:
        plot = replace(plot, unreached=1 + place % 2, give_up=True)
    if place < scenario.late:
        return replace(plot, late=True)
    return _with_detours(plot, place)


def _with_detours(plot: Plot, place: int) -> Plot:
    """Returns, extensions, suspensions, redos, added units: none of them may make a ticket late."""
    return replace(
        plot,
        detail=place % 41 == 0,
        wrong_units=int(place % 14 == 0) + int(place % 140 == 0),
        refused_return=place % 37 == 0,
        extension_days=1 + place % 3 if place % 19 == 0 else 0,
        extension_granted=place % 57 != 0,
        suspend=place % 61 == 0,
        co_unit=place % 23 == 0,
        follow=place % 31 == 0,
        urge=place % 43 == 0,
        supervise=place % 53 == 0,
        review_redo=place % 29 == 0,
    )


def calls(scenario: Scenario, seed: str) -> Iterator[tuple[datetime, Story]]:
    """Every call of the period with its moment and its fate, in time order."""
    rng = random.Random(f"{seed}/{scenario.name}")
    plots = plots_of(scenario, rng)
    moments = sorted(
        moment_in(rng, scenario.first + timedelta(days=day))
        for day, count in enumerate(days_of(scenario))
        for _ in range(count)
    )
    classes, weights = list(SHARES), list(SHARES.values())
    for number, (at, plot) in enumerate(zip(moments, plots, strict=True), start=1):
        yield at, Story(number, plot, rng.choices(classes, weights=weights)[0])
