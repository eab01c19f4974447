"""Builders for tests above policy."""

from __future__ import annotations

from wangge.kit.actor import system
from wangge.policy import services


def the_rules() -> None:
    """The seed every installation starts with: calendar 2018–2026, duty hours, default deadlines."""
    services.seed(actor=system("test"))
