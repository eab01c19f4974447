"""What territory announces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AreaReplaced:
    """``old_id`` ended on ``day``; its successors take over."""

    old_id: int
    new_ids: tuple[int, ...]
    day: date
