"""Every figure, defined once: words, variant, query. The wall, the brief and the API read these."""

from __future__ import annotations

from wangge.kit.errors import NotFound
from wangge.reports.figures import handling, intake, opinion, standing
from wangge.reports.figures.definition import Figure, statement

__all__ = ["ALIASES", "FIGURES", "Figure", "figure_of", "statement"]

FIGURES: dict[str, Figure] = {
    figure.code: figure
    for figure in (*intake.FIGURES, *handling.FIGURES, *opinion.FIGURES, *standing.FIGURES)
}
ALIASES = {"on_time": "on_time_all", "satisfaction": "satisfaction_overall"}


def figure_of(code: str) -> Figure:
    """The figure of a code; an alias names the default variant; ``NotFound`` for anything else."""
    figure = FIGURES.get(ALIASES.get(code, code))
    if figure is None:
        raise NotFound("没有这个指标")
    return figure
