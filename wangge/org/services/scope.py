"""The second wall: tells PostgreSQL whose rows this connection may see.

Policies read five variables; unset or empty means "sees nothing". They are set for the whole
connection, outside any transaction, and taken back when the work is done.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from django.conf import settings
from django.db import connection

from wangge.kit.actor import Actor
from wangge.org.queries import SCOPE_VARIABLES
from wangge.org.rules import ROLES

_SET = "SELECT " + ", ".join(f"set_config('{name}', %s, false)" for name in SCOPE_VARIABLES)


def variables_of(actor: Actor) -> tuple[str, str, str, str, str]:
    """Values of scope, areas, agencies, account, post for an actor; the system sees all rows."""
    if actor.kind == "system":
        return ("all", "", "", "", "")
    if not actor.in_post:
        return ("", "", "", str(actor.account_id or ""), "")
    return (
        ROLES[actor.role].scope,
        str(actor.area_id or ""),
        ",".join(str(pk) for pk in sorted(actor.agency_ids)),
        str(actor.account_id or ""),
        str(actor.post_id or ""),
    )


def scope_connection(actor: Actor) -> None:
    """Let the row policies see what this actor may see, until ``unscope_connection``."""
    with connection.cursor() as cursor:
        cursor.execute(_SET, variables_of(actor))


def unscope_connection() -> None:
    """Back to what the process started with: nothing for the pages, all for workers."""
    with connection.cursor() as cursor:
        cursor.execute(_SET, (settings.ENV["SCOPE"], "", "", "", ""))


@contextlib.contextmanager
def scoped(actor: Actor) -> Iterator[None]:
    """``scope_connection`` for a block."""
    scope_connection(actor)
    try:
        yield
    finally:
        if not connection.needs_rollback:
            unscope_connection()
