"""Tracebacks without values: an exception's message may quote a row ("Key (phone)=(…)"), so logs
show its type and where it happened, never what it said."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def frames(error: BaseException) -> list[str]:
    """``file:line function`` of every frame, outermost first, then type names along the causes."""
    lines: list[str] = []
    known: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in known:
        known.add(id(link))
        here = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(link.__traceback__)]
        lines = [*here, f"{type(link).__module__}.{type(link).__qualname__}", *lines]
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return lines


def without_values(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """structlog processor: ``exc_info`` becomes ``frames``."""
    given = event.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else given[1] if isinstance(given, tuple) else None
    if given is True:
        error = sys.exc_info()[1]
    if error is not None:
        event["frames"] = frames(error)
    return event


class WithoutValues(logging.Formatter):
    """The standard library's formatter with the same promise."""

    def formatException(self, ei: Any) -> str:
        """Frames and types, no message."""
        return "\n".join(frames(ei[1])) if ei and ei[1] is not None else ""
