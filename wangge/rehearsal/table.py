"""The table every rehearsal prints: figure · what the page says · what we got."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the figure, what the page says, what we got, where the former comes from."""

    name: str
    page: str
    got: str
    source: str = "报纸"

    @property
    def holds(self) -> bool:
        """Whether both say the same."""
        return self.page == self.got


def say(text: str) -> None:
    """A line for the person at the terminal."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def count(name: str, page: int, got: object, source: str = "报纸") -> Line:
    """A line of whole numbers."""
    return Line(name, f"{page:,}", f"{got:,}" if isinstance(got, int) else str(got), source)


def print_lines(lines: Sequence[Line]) -> None:
    """The comparison."""
    say(f"\n{pad('指标', 46)}{pad('报纸', 12)}{pad('实得', 12)}{pad('', 6)}依据")
    for line in lines:
        mark = "相符" if line.holds else "不符"
        say(f"{pad(line.name, 46)}{pad(line.page, 12)}{pad(line.got, 12)}{pad(mark, 6)}{line.source}")


def verdict(lines: Sequence[Line], refused: dict[str, int], broken: Sequence[str] = ()) -> int:
    """Print what does not hold; exit status 1 on any difference."""
    for words in broken:
        say(f"  不相等:{words}")
    if refused:
        say(f"被拒绝的命令:{refused}")
    good = all(line.holds for line in lines) and not refused and not broken
    say("全部相符。" if good else "有差异。")
    return 0 if good else 1


def pad(text: str, width: int) -> str:
    """Pad to a width in terminal cells; a Chinese character takes two."""
    return text + " " * max(width - sum(2 if ord(c) > 0x2E80 else 1 for c in text), 1)
