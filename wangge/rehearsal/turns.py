"""What comes next for a ticket, and when: from its state, its fate and what was already done. Pure."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from wangge.kit.clock import CHINA
from wangge.rehearsal.plots import Story
from wangge.rehearsal.rhythm import at_work

SAFETY = timedelta(minutes=4)


class TicketFacts(Protocol):
    """What a ticket tells the play."""

    status: str
    urgency: str
    topic: str
    returns: int
    redo_count: int
    sign_due: datetime | None
    reply_due: datetime | None


@dataclass(frozen=True, slots=True)
class Turn:
    """One step to be played: ``name`` is a method of the stage, ``at`` when, ``status`` where it starts."""

    name: str
    at: datetime
    status: str


def next_turn(story: Story, ticket: TicketFacts, now: datetime) -> Turn | None:
    """The next step of a ticket after ``now``; ``None`` when its story is over."""
    decide = _DECISIONS.get(ticket.status) if ticket.status != story.plot.hold else None
    found = decide(story, ticket, now, story.rng(ticket.status)) if decide else None
    if found is None:
        return None
    name, at = found
    if story.plot.rush:
        at = _soon(story.rng("rush"), now, 1, 6)
    return Turn(name, at, ticket.status)


_Step = tuple[str, datetime] | None


def _soon(rng: random.Random, now: datetime, low: float, high: float) -> datetime:
    return now + timedelta(minutes=rng.uniform(low, high))


def _hurried(ticket: TicketFacts) -> bool:
    """Whether nobody waits for office hours."""
    return ticket.urgency != "normal" or ticket.topic.startswith("epidemic")


def _office(ticket: TicketFacts, at: datetime, rng: random.Random) -> datetime:
    return at if _hurried(ticket) else at_work(at, rng)


def _before(at: datetime, due: datetime | None, now: datetime) -> datetime:
    """``at``, or somewhat before ``due`` where that comes earlier."""
    if due is None or at <= due - SAFETY:
        return at
    return max(now + (due - now) * 0.85, now + timedelta(seconds=30))


def _received(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    if story.plot.direct:
        return "answer", _soon(rng, now, 1, 8)
    if story.pending("ask_detail", story.plot.detail):
        return "ask_detail", _soon(rng, now, 5, 30)
    return "submit", _soon(rng, now, 1, 9)


def _needs_detail(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    return "give_detail", _soon(rng, now, 15, 150)


def _awaiting_dispatch(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    if story.plot.refuse:
        return "refuse", _soon(rng, now, 5, 40)
    return "dispatch", _soon(rng, now, 1, 6) if _hurried(ticket) else _soon(rng, now, 3, 28)


def _awaiting_sign(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    at = _soon(rng, now, 3, 25) if _hurried(ticket) else _soon(rng, now, 6, 70)
    at = _before(_office(ticket, at, rng), ticket.sign_due, now)
    if ticket.returns < story.plot.wrong_units:
        return "request_return", at
    if story.pending("request_return", story.plot.refused_return):
        return "request_return", at
    return "sign", at


def _return_requested(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    return "decide_return", _soon(rng, now, 4, 35)


def _in_progress(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    plot = story.plot
    span = (ticket.reply_due - now) if ticket.reply_due else timedelta(hours=4)
    early = now + max(span * rng.uniform(0.08, 0.2), timedelta(minutes=2))
    early = _before(_office(ticket, early, rng), ticket.reply_due, now)
    if not ticket.redo_count:
        for turn, wanted in (
            ("add_unit", plot.co_unit),
            ("co_sign", plot.co_unit),
            ("co_submit", plot.co_unit),
            ("suspend", plot.suspend),
            ("request_extension", plot.extension_days),
            ("follow", plot.follow),
            ("urge", plot.urge),
            ("supervise", plot.supervise),
        ):
            if story.pending(turn, wanted):
                return turn, early
    if plot.late and not ticket.redo_count and ticket.reply_due:
        return "submit_reply", _soon(rng, max(ticket.reply_due, now), 12, 420)
    pace = plot.pace if not ticket.redo_count else rng.uniform(0.1, 0.5)
    at = _office(ticket, now + max(span * pace, timedelta(minutes=3)), rng)
    return "submit_reply", _before(at, ticket.reply_due, now)


def _extension_requested(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    return "decide_extension", _before(_soon(rng, now, 5, 60), ticket.reply_due, now)


def _suspended(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    return "resume", _office(ticket, _soon(rng, now, 200, 1300), rng)


def _awaiting_review(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    return "review", _soon(rng, now, 8, 90)


def _awaiting_callback(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    at = _soon(rng, now, 25, 320)
    return "call_back", at if 8 <= at.astimezone(CHINA).hour < 21 else at_work(at, rng)


def _awaiting_supervision(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    if story.pending("supervise_unhappy", True):
        return "supervise_unhappy", _soon(rng, now, 10, 60)
    again = story.plot.after_unhappy == "redo" and "order_redo" not in story.done
    return ("order_redo" if again else "close_with_reason"), _soon(rng, now, 20, 240)


def _awaiting_close(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    return "close", _soon(rng, now, 3, 60)


def _closed(story: Story, ticket: TicketFacts, now: datetime, rng: random.Random) -> _Step:
    return ("archive", _soon(rng, now, 1440, 4000)) if story.plot.archive else None


_DECISIONS: dict[str, Callable[[Story, TicketFacts, datetime, random.Random], _Step]] = {
    "received": _received,
    "needs_detail": _needs_detail,
    "awaiting_dispatch": _awaiting_dispatch,
    "awaiting_sign": _awaiting_sign,
    "return_requested": _return_requested,
    "in_progress": _in_progress,
    "extension_requested": _extension_requested,
    "suspended": _suspended,
    "awaiting_review": _awaiting_review,
    "awaiting_callback": _awaiting_callback,
    "awaiting_supervision": _awaiting_supervision,
    "awaiting_close": _awaiting_close,
    "closed": _closed,
}
