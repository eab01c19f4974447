"""The play: a queue of steps in time order, played one after the other with the clock moved."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog
from django.db import transaction

from wangge.kit import clock
from wangge.kit.errors import BusinessError
from wangge.rehearsal.plots import Story
from wangge.rehearsal.stage import Stage
from wangge.rehearsal.turns import Turn, next_turn

if TYPE_CHECKING:
    from wangge.hotline.models import Ticket

log = structlog.get_logger("wangge.rehearsal")
HOUR = timedelta(hours=1)
SHORT_WAIT = timedelta(hours=6)


@dataclass(order=True, slots=True)
class Step:
    """Something that will happen: a call comes in (no ticket yet), or a ticket's next turn."""

    at: datetime
    order: int
    story: Story = field(compare=False)
    ticket: Ticket | None = field(compare=False, default=None)
    turn: Turn | None = field(compare=False, default=None)


class Play:
    """The queue. ``after`` is told every ticket that was touched, with its story and next turn.

    ``alone`` says that nobody else works in this database, so a ticket need not be read again before
    its next step. ``haste`` shortens waits of up to six hours to a share of themselves.
    """

    def __init__(
        self,
        stage: Stage,
        after: Callable[[Ticket, Story, Turn | None], None] | None = None,
        *,
        alone: bool = False,
        haste: float = 1.0,
    ) -> None:
        self.stage, self.alone, self.haste = stage, alone, haste
        self.after = after
        self.steps: list[Step] = []
        self.played: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self._order = itertools.count()

    def expect_call(self, story: Story, at: datetime) -> None:
        """A call will come in."""
        heapq.heappush(self.steps, Step(at, next(self._order), story))

    def expect_turn(self, story: Story, ticket: Ticket, now: datetime) -> Turn | None:
        """Queue what comes next for a ticket; ``None`` when nothing does."""
        turn = next_turn(story, ticket, now)
        if turn is None:
            self.stage.forget(story)
        else:
            wait = turn.at - now
            hurried = wait < SHORT_WAIT and not story.plot.late
            at = now + wait * self.haste if hurried else turn.at
            heapq.heappush(self.steps, Step(at, next(self._order), story, ticket, turn))
        return turn

    @property
    def next_at(self) -> datetime | None:
        """When the next step is due."""
        return self.steps[0].at if self.steps else None

    def play_one(self) -> None:
        """Play the earliest step at the present moment of the clock."""
        step = heapq.heappop(self.steps)
        try:
            ticket = self._perform(step)
        except BusinessError as refusal:
            name = step.turn.name if step.turn else "take"
            self.refused[f"{name}:{refusal.code}"] += 1
            log.warning("step refused", step=name, code=refusal.code, ticket=step.ticket and step.ticket.pk)
            return
        turn = self.expect_turn(step.story, ticket, clock.now())
        if self.after is not None:
            self.after(ticket, step.story, turn)

    def _perform(self, step: Step) -> Ticket:
        if step.ticket is None or step.turn is None:
            self.played["take"] += 1
            return self.stage.take(step.story)
        ticket = step.ticket if self.alone else self.stage.look(step.ticket.pk)
        if ticket.status != step.turn.status:
            return ticket
        self.played[step.turn.name] += 1
        return self.stage.play(step.turn.name, step.story, ticket)

    def run(self, until: datetime | None = None) -> Iterator[datetime]:
        """Play everything due before ``until`` (or everything), an hour to a transaction.

        The clock stands at each step's own moment. Yields the end of each hour after its commit.
        """
        while self.steps and (until is None or self.steps[0].at <= until):
            end = self.steps[0].at + HOUR
            if until is not None:
                end = min(end, until)
            with transaction.atomic():
                while self.steps and self.steps[0].at <= end:
                    with clock.moved_to(self.steps[0].at):
                        self.play_one()
            yield end
