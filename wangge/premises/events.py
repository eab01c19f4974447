"""What the register of premises announces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PremisesRegistered:
    """New rows stand on the register; several at once after an import."""

    premises_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PremisesChanged:
    """Rows were corrected or moved; ``fields`` are the columns, ``status`` among them."""

    premises_ids: tuple[int, ...]
    fields: tuple[str, ...]
