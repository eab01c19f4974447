"""``wangge simulate``: the demo district goes on working, quietly, so that the wall moves.

One process; a second one waits. It plays only invented tickets, never what a visitor typed. After a
pause it first catches up, with the clock moved, for two days at most.
"""

from __future__ import annotations

import random
import signal
import threading
import time
from datetime import datetime, timedelta

import structlog
from django.db import InterfaceError, OperationalError, connection
from django.db.models import Max

from wangge.kit import clock
from wangge.rehearsal import demo
from wangge.rehearsal.models import DemoStep, DemoTicket
from wangge.rehearsal.play import Play
from wangge.rehearsal.plots import Odds, Story, draw
from wangge.rehearsal.rhythm import busyness
from wangge.rehearsal.stage import Stage

log = structlog.get_logger("wangge.simulate")
LOCK = 7_240_012
BETWEEN_CALLS = 45.0
"""Seconds between two calls in an average hour, while somebody may be watching."""
QUIETEST, BUSIEST = 0.6, 1.4
HASTE = 0.35
"""Waiting times of some hours are this much shorter than in life, so that there is something to see."""
SILENCE = (8.0, 22.0)
"""After so many seconds without anything the next step is played before its time."""
LONGEST_PAUSE = timedelta(days=2)
CATCH_UP_CALLS_A_DAY = 110
BREATH = 2.0
"""Seconds between two steps that are both due."""
LIVE = Odds(direct=0.5)


class Simulation:
    """The running play: what is open goes on, new calls come in by the day's rhythm."""

    def __init__(self, stage: Stage, rng: random.Random) -> None:
        self.rng = rng
        self.play = Play(stage, demo.Keeper().note, haste=HASTE)
        self.last, self.silence = clock.now(), timedelta(seconds=SILENCE[0])
        self.number = DemoTicket.objects.aggregate(most=Max("number"))["most"] or 0

    def resume(self, now: datetime) -> None:
        """Queue the next turn of every open story."""
        for ticket_id, story in demo.running_stories():
            self.play.expect_turn(story, self.play.stage.look(ticket_id), now)

    def expect_call(self, at: datetime) -> None:
        """Queue the next new call."""
        self.number += 1
        at_night = busyness(at) < QUIETEST
        topics = "epidemic" if self.rng.random() < (0.7 if at_night else 0.3) else "mixed"
        plot = draw(self.rng, LIVE, epidemic=topics == "epidemic")
        self.play.expect_call(Story(self.number, plot, topics), at)

    def pause(self, at: datetime) -> timedelta:
        """Until the next call: shorter when the day is busy."""
        mean = BETWEEN_CALLS / min(max(busyness(at), QUIETEST), BUSIEST)
        return timedelta(seconds=min(self.rng.expovariate(1 / mean), 2 * mean))

    def catch_up(self, now: datetime) -> None:
        """Play what would have happened since the last step, if that is long ago."""
        last = DemoTicket.objects.aggregate(last=Max("played_at"))["last"] or now
        begin = max(last, now - LONGEST_PAUSE)
        self.resume(begin)
        gap = now - begin
        if gap > timedelta(minutes=10):
            for _ in range(int(CATCH_UP_CALLS_A_DAY * gap / timedelta(days=1))):
                self.expect_call(begin + gap * self.rng.random())
            for _reached in self.play.run(now):
                time.sleep(0.05)
            log.info(
                "caught up", hours=round(gap / timedelta(hours=1), 1), played=sum(self.play.played.values())
            )

    def step(self) -> float:
        """Play what is due, or what comes next when it has been still for long; seconds until then."""
        now = clock.now()
        due = self.play.next_at
        if due is None:
            return 1.0
        wake = min(due, self.last + self.silence)
        if wake > now:
            return min(max((wake - now).total_seconds(), 0.05), 5.0)
        was_call = self.play.steps[0].ticket is None
        self.play.play_one()
        if was_call:
            self.expect_call(now + self.pause(now))
        self.last, self.silence = now, timedelta(seconds=self.rng.uniform(*SILENCE))
        return BREATH


def run() -> int:
    """Until SIGTERM. Waits where no demo is loaded or another simulation runs."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    wait = 1.0
    while not stop.is_set():
        try:
            _live(stop)
        except (OperationalError, InterfaceError) as error:
            log.warning("database away", error=type(error).__name__)
            connection.close()
            wait = min(wait * 2, 30.0)
        stop.wait(wait)
    return 0


def _live(stop: threading.Event) -> None:
    if not DemoStep.objects.filter(name="history").exists() or not _alone():
        stop.wait(10)
        return
    now = clock.now()
    simulation = Simulation(demo.stage(), random.Random(f"live/{now.isoformat()}"))
    simulation.catch_up(now)
    simulation.expect_call(clock.now() + simulation.pause(now))
    log.info("simulation runs", open=len(simulation.play.steps))
    while not stop.is_set():
        stop.wait(simulation.step())


def _alone() -> bool:
    """Whether this process holds the simulation's lock (kept as long as its connection)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])
