"""``wangge manage check --database default`` proves the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import ProgrammingError

from wangge.audit import queries


@checks.register(checks.Tags.database)
def the_log_is_whole(
    app_configs: Any = None, databases: Sequence[str] | None = None, **_: Any
) -> list[checks.CheckMessage]:
    """An error for every seal that does not fit its lines."""
    if not databases:
        return []
    try:
        found = queries.verify()
    except ProgrammingError:  # not migrated yet
        return []
    return [
        checks.Error(f"the log was changed: seal {seal} does not fit its lines", id="audit.E001")
        for seal in found.broken
    ]
