"""What a figure is: words and conditions. The conditions are SQL over ``hotline_ticket_facts``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["count", "rate", "mean", "split"]
Base = Literal["period", "standing"]

# A ticket is late when its reply came after it was due, or is missing although it was due. The
# moment comes as a parameter: a moved clock (drill, rehearsal) moves the figure with it.
LATE = "(late OR (replied_at IS NULL AND coalesce(reply_due < %(now)s, false) AND NOT refused))"
WAS_DUE = "(replied_at IS NOT NULL OR coalesce(reply_due < %(now)s, false))"
UNDECIDED = "(NOT direct AND NOT dispatched AND NOT refused)"


@dataclass(frozen=True, slots=True)
class Figure:
    """One defined figure.

    ``counted`` is the condition of the numerator, ``among`` of the denominator (rates only). ``base``
    says which rows are looked at: those received in the period, or those open at the moment. A
    ``split`` figure counts per value of the expression ``split``; ``table`` names the code table its
    keys are labelled from. ``mean`` is the mean of the daily rates.
    """

    code: str
    family: str
    shape: Shape
    name: str
    name_en: str
    definition: str
    definition_en: str
    label: str
    label_en: str
    counted: str = "true"
    among: str = "true"
    among_label: str = "全部"
    among_label_en: str = "all"
    variant: str = ""
    variant_label: str = ""
    variant_label_en: str = ""
    base: Base = "period"
    split: str = ""
    table: str = ""
    most: int = 0
    good_is: Literal["high", "low", ""] = ""
    note: str = ""
    note_words: str = ""
    note_words_en: str = ""

    @property
    def unit(self) -> str:
        """What the value is measured in."""
        return "%" if self.shape in ("rate", "mean") else "件"


def statement(figure: Figure) -> str:
    """The query of one figure as it is frozen into a report and shown to whoever asks."""
    where = "open" if figure.base == "standing" else "received_day BETWEEN %(first)s AND %(last)s"
    where += " AND (%(town)s::bigint IS NULL OR town_id = %(town)s)"
    numerator = f"count(*) FILTER (WHERE {figure.counted}) AS numerator"
    denominator = f"count(*) FILTER (WHERE {figure.among}) AS denominator"
    source = f"FROM hotline_ticket_facts WHERE {where}"
    if figure.shape == "count":
        return f"SELECT {numerator} {source}"
    if figure.shape == "rate":
        return f"SELECT {numerator}, {denominator} {source}"
    if figure.shape == "mean":
        return f"SELECT received_day, {numerator}, {denominator} {source} GROUP BY received_day"
    key = f"{figure.split} AS key"
    return f"SELECT {key}, count(*) AS numerator {source} AND {figure.counted} GROUP BY 1 ORDER BY 2 DESC"
