"""What cameras announces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PointsChanged:
    """Points were added or changed (status, address); ``ids`` empty: many."""

    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreeningAdopted:
    """A selection of points is in force from now on."""

    batch_id: int
    selected: int
