"""Is the camera well? Judged from stills a while apart: dark, frozen, moved. Pure; no network."""

from __future__ import annotations

from dataclasses import dataclass

from wangge.cameras.media.pictures import Look

WELL, DARK, FROZEN, MOVED = "well", "dark", "frozen", "moved"

DARK_MEAN, DARK_SPREAD = 24.0, 12.0
FROZEN_LOOKS = 3
MOVED_BELOW, MOVED_LOOKS = 0.35, 3
STEADY = 0.02


@dataclass(slots=True)
class Watch:
    """What is remembered of one channel between two looks.

    ``reference`` is how the view usually looks (16 × 9 brightnesses), learned from the first looks
    and followed slowly, so that day and season do not count as moving.
    """

    reference: list[float] | None = None
    last_jpeg: int = 0
    same: int = 0
    elsewhere: int = 0
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
        if self.reference is None:
            self.reference = [float(value) for value in look.grid]
        likeness = correlation(self.reference, look.grid)
        self.elsewhere = self.elsewhere + 1 if likeness < MOVED_BELOW else 0
        if self.elsewhere >= MOVED_LOOKS:
            self.verdict = MOVED
            return MOVED
        if not self.elsewhere:
            self.reference = [
                old + STEADY * (new - old) for old, new in zip(self.reference, look.grid, strict=True)
            ]
        self.verdict = WELL
        return WELL

    def accept(self) -> None:
        """The new view is meant: learn it."""
        self.reference, self.elsewhere, self.verdict = None, 0, WELL


def correlation(reference: list[float], grid: bytes) -> float:
    """Pearson's r between the usual view and this one; 1 for a view without any contrast."""
    count = len(reference)
    mean_a, mean_b = sum(reference) / count, sum(grid) / count
    pairs = [(a - mean_a, b - mean_b) for a, b in zip(reference, grid, strict=True)]
    spread_a, spread_b = sum(a * a for a, _ in pairs), sum(b * b for _, b in pairs)
    if spread_a < count or spread_b < count:
        return 1.0
    return float(sum(a * b for a, b in pairs) / (spread_a * spread_b) ** 0.5)
