"""Where calls come from: towns by population, then a village, then a grid."""

from __future__ import annotations

import random
from dataclasses import dataclass

from wangge.territory import queries as territory
from wangge.territory.queries import AreaCard


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: its town, its village, its grid (``None`` where the village has none)."""

    town: AreaCard
    village: AreaCard
    grid: AreaCard | None


class Places:
    """The areas of the district, read once."""

    def __init__(self) -> None:
        self.grids: dict[int, list[AreaCard]] = {}
        for grid in territory.areas("grid"):
            self.grids.setdefault(grid.village_id or 0, []).append(grid)
        self.villages: dict[int, list[AreaCard]] = {}
        for village in territory.areas("village"):
            self.villages.setdefault(village.town_id or 0, []).append(village)
        self.towns = [town for town in territory.towns() if self.villages.get(town.id)]
        self.weights = [self._people(town) for town in self.towns]

    def _people(self, town: AreaCard) -> int:
        return max(town.persons, sum(v.persons for v in self.villages[town.id]), 1)

    def spot(self, rng: random.Random) -> Spot:
        """A place by chance: crowded towns more often."""
        town = rng.choices(self.towns, weights=self.weights)[0]
        village = rng.choice(self.villages[town.id])
        grids = self.grids.get(village.id)
        return Spot(town, village, rng.choice(grids) if grids else None)
