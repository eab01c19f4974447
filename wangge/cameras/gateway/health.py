"""Is the camera well? Judged from stills a while apart: dark, frozen, moved. Pure; no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wangge.cameras.media.pictures import GRID, Look

WELL, DARK, FROZEN, MOVED = "well", "dark", "frozen", "moved"

DARK_MEAN, DARK_SPREAD = 24.0, 12.0
FROZEN_LOOKS = 3
MOVED_BELOW, MOVED_LOOKS = 0.3, 3
LEARNING, STEADY = 5, 0.05
COLUMNS, ROWS = GRID


@dataclass(slots=True)
class Watch:
    """What is remembered of one channel between two looks.

    ``reference`` is how the view usually looks (16 × 9 brightnesses), the mean of the first five looks,
    followed slowly, so that day and season do not count as moving.
    """

    reference: list[float] | None = None
    last_jpeg: int = 0
    same: int = 0
    elsewhere: int = 0
    learned: int = 0
    verdict: str = WELL

    def look(self, look: Look, fingerprint: int) -> str:
        """Judge one more still; ``fingerprint`` is a hash of the JPEG."""
        self.same = self.same + 1 if fingerprint == self.last_jpeg else 0
        self.last_jpeg = fingerprint
        if look.mean < DARK_MEAN and look.spread < DARK_SPREAD:
            self.verdict = DARK
            return DARK
        if self.same >= FROZEN_LOOKS:
            self.verdict = FROZEN
            return FROZEN
        self._judge_view(look.grid)
        return self.verdict

    def _judge_view(self, grid: bytes) -> None:
        if self.reference is None:
            self.reference, self.learned = [0.0] * len(grid), 0
        settled = self.learned >= LEARNING
        likeness = correlation(self.reference, grid) if settled else 1.0
        self.elsewhere = self.elsewhere + 1 if likeness < MOVED_BELOW else 0
        self.verdict = MOVED if self.elsewhere >= MOVED_LOOKS else WELL
        if not self.elsewhere:
            weight = STEADY if settled else 1 / (self.learned + 1)
            self.learned += 1
            self.reference = [
                old + weight * (new - old) for old, new in zip(self.reference, grid, strict=True)
            ]

    def accept(self) -> None:
        """The new view is meant: learn it."""
        self.reference, self.elsewhere, self.verdict = None, 0, WELL


def correlation(usual: list[float], now: bytes) -> float:
    """Pearson's r between the edges of the usual view and of this one; 1 for a view without edges.

    Edges are differences between neighbours of a row: sky above and road below every scene would make
    all scenes alike. The uppermost and lowest rows are left out: there cameras write the time.
    """
    reference, grid = _edges(usual), _edges(now)
    count = len(reference)
    mean_a, mean_b = sum(reference) / count, sum(grid) / count
    pairs = [(a - mean_a, b - mean_b) for a, b in zip(reference, grid, strict=True)]
    spread_a, spread_b = sum(a * a for a, _ in pairs), sum(b * b for _, b in pairs)
    if spread_a < count or spread_b < count:
        return 1.0
    return float(sum(a * b for a, b in pairs) / (spread_a * spread_b) ** 0.5)


def _edges(grid: Sequence[float]) -> list[float]:
    return [
        grid[row * COLUMNS + column + 1] - grid[row * COLUMNS + column]
        for row in range(1, ROWS - 1)
        for column in range(COLUMNS - 1)
    ]
