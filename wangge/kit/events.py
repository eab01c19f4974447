"""Announcements from a lower floor to whoever stands above, in the same transaction.

A context declares frozen dataclasses in its ``events.py``; a higher context subscribes in its
``subscriptions.py``, imported from its ``AppConfig.ready``. A handler that fails fails the
transaction. What is slow or may fail is a job the handler enqueues.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import is_dataclass
from typing import Any, TypeVar

T = TypeVar("T")
_handlers: dict[type[Any], list[Callable[[Any], None]]] = defaultdict(list)


def subscribe(event_type: type[T]) -> Callable[[Callable[[T], None]], Callable[[T], None]]:
    """Decorator: call the function whenever an ``event_type`` is announced."""
    if not is_dataclass(event_type):
        raise TypeError(f"{event_type!r} is not a dataclass")

    def register(handler: Callable[[T], None]) -> Callable[[T], None]:
        if handler not in _handlers[event_type]:
            _handlers[event_type].append(handler)
        return handler

    return register


def announce(event: object) -> None:
    """Tell every subscriber, now, inside the caller's transaction."""
    for handler in _handlers[type(event)]:
        handler(event)
