"""procrastinate carries the jobs: Django's own connection, so a job row commits with the fact."""

from __future__ import annotations

import contextlib
from datetime import datetime
from typing import Any

import procrastinate
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from wangge.kit import jobs

RETRY = procrastinate.RetryStrategy(max_attempts=5, exponential_wait=3)


class ProcrastinateQueue:
    """Writes one job row per ``defer`` in the caller's transaction."""

    def defer(self, name: str, arguments: dict[str, Any], at: datetime | None) -> None:
        """See ``kit.jobs.enqueue``."""
        if name not in jobs.periodic():
            app.configure_task(name, schedule_at=at, allow_unknown=True).defer(**arguments)
            return
        # One of a repeating kind waits at a time; asked for again, the one that waits will do.
        with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task(name, schedule_at=at, allow_unknown=True).defer(timestamp=0, **arguments)


def on_app_ready(ready: procrastinate.App) -> None:
    """Offer every registered job to the worker; repeating ones get their cron line."""
    cron = jobs.periodic()
    for name, function in jobs.known().items():
        if name in cron:
            task = ready.task(name=name, retry=RETRY, queueing_lock=name)(_without_time(function))
            ready.periodic(cron=cron[name])(task)
        else:
            ready.task(name=name, retry=RETRY)(function)


def _without_time(function: Any) -> Any:
    def run(timestamp: int) -> None:
        del timestamp
        function()

    run.__name__ = function.__name__
    return run
