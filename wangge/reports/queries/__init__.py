"""Every read of reports; the first argument is who asks. Figures are district-wide aggregates."""

from wangge.reports.figures import FIGURES, Figure, figure_of, statement
from wangge.reports.queries.briefs import (
    BriefLine,
    BriefView,
    Difference,
    brief,
    brief_figures,
    briefs,
    counted_ids,
    examples,
    frozen,
    frozen_check,
    recount,
)
from wangge.reports.queries.panel import CUTS, Ask, cuts, definitions, figure, figures, invariants, panels
from wangge.reports.queries.rows import FigureRow, RowFilter, rows
from wangge.reports.queries.scores import UnitScore, unit_scores
from wangge.reports.queries.values import FigureValue, Group, Period, days_back, period
from wangge.reports.rules.invariants import Check, checks, failures

__all__ = [
    "CUTS",
    "FIGURES",
    "Ask",
    "BriefLine",
    "BriefView",
    "Check",
    "Difference",
    "Figure",
    "FigureRow",
    "FigureValue",
    "Group",
    "Period",
    "RowFilter",
    "UnitScore",
    "brief",
    "brief_figures",
    "briefs",
    "checks",
    "counted_ids",
    "cuts",
    "days_back",
    "definitions",
    "examples",
    "failures",
    "figure",
    "figure_of",
    "figures",
    "frozen",
    "frozen_check",
    "invariants",
    "panels",
    "period",
    "recount",
    "rows",
    "statement",
    "unit_scores",
]
