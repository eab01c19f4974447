"""What is going to happen to a ticket: decided when it is born, played step by step. Pure, no Django."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

OPINIONS = {"satisfied": 78, "basic": 14, "dissatisfied": 3, "no_opinion": 5}
HAPPY = {"satisfied": 80, "basic": 20}


@dataclass(frozen=True, slots=True)
class Plot:
    """One ticket's fate. ``pace`` is the share of its term that the unit uses; ``late`` overrides it.

    ``opinion`` is what the first call-back hears, ``final_opinion`` the one after a redo.
    ``after_unhappy`` is ``redo`` or ``reason``; ``unreached`` counts call-backs nobody answered.
    ``hold`` is a state in which the story stops until a person goes on; ``rush`` plays it within minutes.
    """

    direct: bool = False
    three_way: bool = False
    detail: bool = False
    refuse: str = ""
    wrong_units: int = 0
    refused_return: bool = False
    co_unit: bool = False
    suspend: bool = False
    extension_days: int = 0
    extension_granted: bool = True
    urge: bool = False
    supervise: bool = False
    follow: bool = False
    review_redo: bool = False
    late: bool = False
    pace: float = 0.4
    unreached: int = 0
    give_up: bool = False
    opinion: str = "satisfied"
    after_unhappy: str = "redo"
    final_opinion: str = "satisfied"
    archive: bool = False
    hold: str = ""
    rush: bool = False

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Plot:
        """From its stored form."""
        return cls(**data)

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


@dataclass
class Story:
    """A ticket on its way: its number in the book, its fate, and which turns it has already taken."""

    number: int
    plot: Plot
    topics: str = ""
    done: list[str] = field(default_factory=list)

    def pending(self, turn: str, wanted: bool | int | str) -> bool:
        """Whether a turn is wanted and still to come."""
        return bool(wanted) and turn not in self.done

    def rng(self, what: str) -> random.Random:
        """Randomness of this story's next step; the same at every replay."""
        return random.Random(f"{self.number}/{len(self.done)}/{what}")


@dataclass(frozen=True, slots=True)
class Odds:
    """How often each turn comes, as shares of 1 (of the dispatched ones, ``direct`` of all)."""

    direct: float = 0.66
    refuse: float = 0.01
    detail: float = 0.03
    wrong_unit: float = 0.07
    refused_return: float = 0.02
    co_unit: float = 0.05
    suspend: float = 0.02
    extension: float = 0.06
    urge: float = 0.03
    supervise: float = 0.02
    follow: float = 0.03
    review_redo: float = 0.05
    late: float = 0.02
    unreached: float = 0.15
    give_up: float = 0.04
    archive: float = 0.3


def draw(rng: random.Random, odds: Odds, *, epidemic: bool) -> Plot:
    """A fate by chance, for the demo and the live simulation."""

    def chance(share: float) -> bool:
        return rng.random() < share

    if chance(odds.direct):
        return Plot(direct=True, three_way=chance(0.06), archive=chance(odds.archive))
    opinion = rng.choices(list(OPINIONS), weights=list(OPINIONS.values()))[0]
    return Plot(
        refuse=rng.choice(("litigation", "petition", "invalid")) if chance(odds.refuse) else "",
        detail=chance(odds.detail),
        wrong_units=int(chance(odds.wrong_unit)),
        refused_return=chance(odds.refused_return),
        co_unit=chance(odds.co_unit),
        suspend=chance(odds.suspend),
        extension_days=0 if epidemic or not chance(odds.extension) else rng.randint(1, 5),
        extension_granted=chance(0.85),
        urge=chance(odds.urge),
        supervise=chance(odds.supervise),
        follow=chance(odds.follow),
        review_redo=chance(odds.review_redo),
        late=chance(odds.late),
        pace=rng.triangular(0.05, 0.9, 0.35),
        unreached=rng.choice((1, 1, 2)) if chance(odds.unreached) else 0,
        give_up=chance(odds.give_up),
        opinion=opinion,
        after_unhappy=rng.choice(("redo", "redo", "reason")),
        final_opinion=rng.choices(list(HAPPY), weights=list(HAPPY.values()))[0],
        archive=chance(odds.archive),
    )
