"""The only source of time. Drills, rehearsals and tests move it; nothing else asks the machine."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")

_frozen: ContextVar[datetime | None] = ContextVar("wangge_clock", default=None)


def now() -> datetime:
    """The present moment, timezone-aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)


def local() -> datetime:
    """The present moment on a wall clock in China."""
    return now().astimezone(CHINA)


def today() -> date:
    """Today's date in China."""
    return local().date()


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    """A moment given by a wall clock in China."""
    return datetime(year, month, day, hour, minute, second, tzinfo=CHINA)


def start_of(day: date) -> datetime:
    """Midnight at the start of a day in China."""
    return datetime(day.year, day.month, day.day, tzinfo=CHINA)


def set_to(moment: datetime) -> None:
    """Move the clock of this context for good (rehearsals); ``moment`` must be timezone-aware."""
    if moment.tzinfo is None:
        raise ValueError("the clock needs a timezone")
    _frozen.set(moment.astimezone(UTC))


@contextlib.contextmanager
def moved_to(moment: datetime) -> Iterator[None]:
    """Move the clock inside a block."""
    if moment.tzinfo is None:
        raise ValueError("the clock needs a timezone")
    token = _frozen.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)


def forward(step: timedelta) -> None:
    """Let a moved clock run on by ``step``."""
    set_to(now() + step)
