"""Background work by name. A job row is written in the caller's transaction: it commits or
vanishes with the fact. Jobs take ids, are idempotent and say so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol


class Queue(Protocol):
    """What carries jobs: procrastinate in the running system, a list in unit tests."""

    def defer(self, name: str, arguments: dict[str, Any], at: datetime | None) -> None: ...


_jobs: dict[str, Callable[..., None]] = {}
_periodic: dict[str, str] = {}
_queue: list[Queue] = []


def job(name: str, *, cron: str | None = None) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Decorator: offer the function as job ``context.verb_noun``; ``cron`` repeats it (5 fields, UTC)."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        if name in _jobs and _jobs[name].__qualname__ != function.__qualname__:
            raise ValueError(f"two jobs are called {name}")
        _jobs[name] = function
        if cron:
            _periodic[name] = cron
        return function

    return register


def known() -> dict[str, Callable[..., None]]:
    """Every registered job by name."""
    return dict(_jobs)


def periodic() -> dict[str, str]:
    """Cron expressions of the repeating jobs by name."""
    return dict(_periodic)


def use(queue: Queue) -> None:
    """Choose what carries jobs (called once by the project)."""
    _queue[:] = [queue]


def enqueue(name: str, *, at: datetime | None = None, **arguments: Any) -> None:
    """Put a job on the queue, to run now or at a moment. Unknown names raise ``KeyError`` at once."""
    if name not in _jobs:
        raise KeyError(f"no job is called {name!r}")
    if not _queue:
        raise RuntimeError("no queue was chosen: wangge.project.apps does it at start")
    _queue[0].defer(name, arguments, at)


def run(name: str, **arguments: Any) -> None:
    """Run a job here and now (worker, tests, rehearsals)."""
    _jobs[name](**arguments)
