"""What a figure's answer looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from wangge.kit import clock
from wangge.kit.errors import Invalid
from wangge.reports.figures import Figure
from wangge.reports.rules import numbers

LONGEST_PERIOD = 366


@dataclass(frozen=True, slots=True)
class Period:
    """China dates, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def period(first: date | None = None, last: date | None = None) -> Period:
    """A period; without dates today. Turned round or longer than 366 days is a 422."""
    last = last or first or clock.today()
    first = first or last
    if first > last:
        raise Invalid.field("from", "开始日期不能晚于结束日期")
    if (last - first).days >= LONGEST_PERIOD:
        raise Invalid.field("from", f"统计期最长 {LONGEST_PERIOD} 天")
    return Period(first, last)


def days_back(days: int, last: date | None = None) -> Period:
    """The last ``days`` days up to ``last`` (today)."""
    end = last or clock.today()
    return Period(end - timedelta(days=days - 1), end)


@dataclass(frozen=True, slots=True)
class Group:
    """One part of a split figure."""

    key: str
    label: str
    value: int


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure as of a moment: the number, what it is made of, and the words printed beside it.

    ``value`` is a count, or a percentage with two places rounded half-up; ``None`` when the
    denominator is empty. ``denominator`` of a mean is the number of days.
    """

    code: str
    name: str
    name_en: str
    family: str
    unit: str
    value: Decimal | int | None
    numerator: int
    denominator: int | None
    text: str
    text_en: str
    variant: str
    variant_label: str
    variant_label_en: str
    definition: str
    definition_en: str
    good_is: str
    period: Period | None
    town_id: int | None
    as_of: datetime
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """What the database counted for one figure."""

    numerator: int = 0
    denominator: int = 0
    note: int = 0
    daily: tuple[tuple[int, int], ...] = ()
    groups: tuple[tuple[str, int], ...] = ()


def spoken(figure: Figure, raw: Raw) -> dict[str, Any]:
    """Value, numerator, denominator and both printed texts of a counted figure."""
    if figure.shape in ("count", "split"):
        number = raw.numerator if figure.shape == "count" else sum(n for _, n in raw.groups)
        return {
            "value": number,
            "numerator": number,
            "denominator": None,
            "text": numbers.count_text(number, figure.label),
            "text_en": numbers.count_text_en(number, figure.label_en),
        }
    if figure.shape == "mean":
        value, denominator = numbers.mean_percentage(raw.daily)
        units = ("天", "days")
    else:
        value, denominator = numbers.percentage(raw.numerator, raw.denominator), raw.denominator
        units = ("件", "tickets")
    text = numbers.rate_text(value, figure.label, figure.among_label, denominator, units[0])
    text_en = numbers.rate_text_en(value, figure.label_en, figure.among_label_en, denominator, units[1])
    if figure.note and raw.note:
        text += f"(其中 {numbers.grouped(raw.note)} {figure.note_words})"
        text_en += f" ({numbers.grouped(raw.note)} {figure.note_words_en})"
    return {
        "value": value,
        "numerator": raw.numerator,
        "denominator": denominator,
        "text": text,
        "text_en": text_en,
    }


def labelled(figure: Figure, raw: Raw, labels: Mapping[str, str]) -> tuple[Group, ...]:
    """The groups with their words; days and hours in order, ages and stages whole, others largest first."""
    if figure.shape != "split":
        return ()
    pairs = list(raw.groups)
    if figure.table in ("age", "stage"):
        counted = dict(pairs)
        pairs = [(key, counted.get(key, 0)) for key in labels]
    elif not figure.table and not figure.most:
        pairs.sort(key=lambda pair: (len(pair[0]), pair[0]))
    else:
        pairs.sort(key=lambda pair: (-pair[1], pair[0]))
    unknown = labels.get("", "未归类")
    return tuple(Group(k, labels.get(k, k if not figure.table else unknown), n) for k, n in pairs)
