"""Keyset paging: a cursor says where the last page ended; no offsets, no totals."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from wangge.kit.errors import BusinessError

T = TypeVar("T")
MAX_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page: ``items`` and the cursor of the next page, ``None`` at the end."""

    items: Sequence[T]
    next_cursor: str | None


def checked_limit(limit: int) -> int:
    """The limit if it is between 1 and 200, otherwise a 400."""
    if not 1 <= limit <= MAX_LIMIT:
        raise BusinessError(f"每页条数应在 1 到 {MAX_LIMIT} 之间", code="bad_limit", data={"max": MAX_LIMIT})
    return limit


def encode(*keys: Any) -> str:
    """An opaque cursor from the sort keys of the last row (str, int, datetime)."""
    plain = [k.isoformat() if isinstance(k, datetime) else k for k in keys]
    return base64.urlsafe_b64encode(json.dumps(plain, separators=(",", ":")).encode()).decode().rstrip("=")


def decode(cursor: str, size: int) -> list[Any]:
    """The sort keys of a cursor; a cursor that is not ours is a 400."""
    try:
        keys = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError):
        keys = None
    if not isinstance(keys, list) or len(keys) != size:
        raise BusinessError("翻页位置无效,请从第一页重新开始", code="bad_cursor")
    return keys
