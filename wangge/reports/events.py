"""What reports announce."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BriefSigned:
    """The brief of a day was signed; its numbers are final."""

    brief_id: int
    day: date
