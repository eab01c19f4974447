"""Percentages and the words they are printed with. Half-up, exact, two places."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

PLACES = Decimal("0.01")


def half_up(exact: Fraction, places: Decimal = PLACES) -> Decimal:
    """An exact value rounded half-up: ``Fraction(1, 8)`` → ``0.13``."""
    scaled = exact / Fraction(places)
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    return (whole * places).quantize(places)


def percentage(numerator: int, denominator: int) -> Decimal | None:
    """``percentage(7481, 7491)`` → ``99.87``; ``None`` when there is nothing to divide by."""
    return half_up(Fraction(100 * numerator, denominator)) if denominator else None


def mean_percentage(pairs: Iterable[tuple[int, int]]) -> tuple[Decimal | None, int]:
    """The mean of (numerator, denominator) rates and how many counted; empty ones are left out."""
    rates = [Fraction(100 * n, d) for n, d in pairs if d]
    if not rates:
        return None, 0
    return half_up(sum(rates, Fraction(0)) / len(rates)), len(rates)


def rounded(value: Decimal, places: Decimal = PLACES) -> Decimal:
    """A decimal rounded half-up."""
    return value.quantize(places, ROUND_HALF_UP)


def grouped(number: int) -> str:
    """``7491`` → ``7,491``."""
    return f"{number:,}"


def rate_text(value: Decimal | None, verb: str, among: str, denominator: int, unit: str = "件") -> str:
    """``99.87 % 按时,分母:全部 7,491 件``; without a denominator a dash and the reason."""
    shown = "–" if value is None else f"{value} %"
    return f"{shown} {verb},分母:{among} {grouped(denominator)} {unit}"


def rate_text_en(
    value: Decimal | None, verb: str, among: str, denominator: int, unit: str = "tickets"
) -> str:
    """``99.87 % on time, of all 7,491 tickets``."""
    shown = "–" if value is None else f"{value} %"
    return f"{shown} {verb}, of {among} {grouped(denominator)} {unit}"


def count_text(number: int, label: str) -> str:
    """``7,491 件 受理``."""
    return f"{grouped(number)} 件 {label}"


def count_text_en(number: int, label: str) -> str:
    """``7,491 tickets taken``."""
    return f"{grouped(number)} tickets {label}"
