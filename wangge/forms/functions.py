"""Values and functions of survey expressions; ``web/src/forms/functions.ts`` is the same text in TypeScript.

Everything is total: a function that is asked for nonsense answers NaN or the empty text and never
raises, so that a sheet from a phone cannot break the server. Nothing asks a clock or a time zone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

Value = str | float | bool

NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?.*)?", re.DOTALL)
HOUR = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")
BLANK = " \t\r\n"
WEEKDAYS = "一二三四五六日"
LONGEST_MATCHED = 1000


def plain(answer: Any) -> Value:
    """An answer as an XPath value: chosen codes joined by spaces, ``None`` as the empty text."""
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return answer
    if isinstance(answer, int | float):
        return float(answer)
    if isinstance(answer, list | tuple):
        return " ".join(text(plain(item)) for item in answer)
    return answer if isinstance(answer, str) else ""


def words(value: Value) -> list[str]:
    """The space-separated codes of a choice."""
    return [w for w in re.split(r"[ \t\r\n]+", text(value)) if w]


def days_of(year: int, month: int, day: int) -> float:
    """Days since 1970-01-01 of a date of the Gregorian calendar, NaN when there is no such day."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        return math.nan
    shifted = year - (1 if month <= 2 else 0)
    era, of_era = shifted // 400, shifted % 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return float(era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468)


def civil(days: float) -> tuple[int, int, int] | None:
    """The date of a day number, ``None`` outside the years 1 to 9999."""
    if math.isnan(days) or not -719162 <= days <= 2932896:
        return None
    z = math.floor(days) + 719468
    era, of_era = z // 146097, z % 146097
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    year = year_of_era + era * 400 + (1 if month <= 2 else 0)
    return year, month, of_year - (153 * shifted + 2) // 5 + 1


def _share(hour: str | None, minute: str | None, second: str | None) -> float:
    clock = int(hour or 0) * 3600 + int(minute or 0) * 60 + int(second or 0)
    return clock / 86400


def number(value: Value) -> float:
    """XPath number(); dates count as days since 1970-01-01 (with the time as a fraction), times as
    fractions of a day, as the XLSForm engines do."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    stripped = value.strip(BLANK)
    if found := DAY.fullmatch(stripped):
        year, month, day, hour, minute, second = found.groups()
        return days_of(int(year), int(month), int(day)) + _share(hour, minute, second)
    if found := HOUR.fullmatch(stripped):
        return _share(*found.groups())
    return float(stripped) if NUMBER.fullmatch(stripped) else math.nan


def text(value: Value) -> str:
    """XPath string(): no exponent, whole numbers without a fraction."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value):
        return str(int(value)) if abs(value) < 1e15 else format(Decimal(repr(value)), "f").removesuffix(".0")
    return format(Decimal(repr(value)), "f")


def truth(value: Value) -> bool:
    """XPath boolean(): empty text, zero and NaN are false."""
    if isinstance(value, bool):
        return value
    return bool(value) and not (isinstance(value, float) and math.isnan(value))


def whole(value: Value, otherwise: int) -> int:
    """A number as a position, cut at ten million; ``otherwise`` for NaN."""
    found = number(value)
    return otherwise if math.isnan(found) else math.trunc(max(-1e7, min(1e7, found)))


def same(left: Value, right: Value) -> bool:
    """XPath ``=``: truth, then number, then text decides."""
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, float) or isinstance(right, float):
        return number(left) == number(right)
    return left == right


def _ten(places: int) -> float:
    scale = 1.0
    for _ in range(abs(places)):
        scale *= 10.0
    return scale


def _rounded(value: Value, places: Value = 0.0) -> float:
    """Half up, as XPath: ``round(-2.5) = -2``."""
    found, digits = number(value), max(-15, min(15, whole(places, 0)))
    if math.isnan(found) or abs(found) >= 1e15:
        return found
    scale = _ten(digits)
    if digits < 0:
        return math.floor(found / scale + 0.5) * scale
    return math.floor(found * scale + 0.5) / scale


def _cut(value: Value) -> float:
    found = number(value)
    return found if math.isnan(found) or math.isinf(found) else float(math.trunc(found))


def _step(value: Value, way: Callable[[float], int]) -> float:
    found = number(value)
    return found if math.isnan(found) or math.isinf(found) else float(way(found))


def divide(left: float, right: float) -> float:
    """XPath ``div``: by zero it is infinite, never an error."""
    if right == 0:
        return math.nan if left == 0 or math.isnan(left) else math.copysign(math.inf, left)
    return left / right


def mod(left: float, right: float) -> float:
    """XPath ``mod``: the sign of the dividend."""
    if right == 0 or math.isnan(left) or math.isnan(right) or math.isinf(left):
        return math.nan
    return math.fmod(left, right)


def _power(value: Value, exponent: Value) -> float:
    base, times = number(value), number(exponent)
    if math.isnan(base) or times != times or times != math.floor(times) or not 0 <= times <= 64:
        return math.nan
    found = 1.0
    for _ in range(int(times)):
        found *= base
    return found


def _root(value: Value) -> float:
    found = number(value)
    return math.sqrt(found) if found >= 0 else math.nan


def total(values: Sequence[Value]) -> float:
    """Sum from left to right, empty answers left out."""
    found = 0.0
    for value in values:
        if value != "":
            found += number(value)
    return found


def least(values: Sequence[Value]) -> float:
    """The smallest number, empty answers left out; NaN when one is no number or none is left."""
    found = [number(v) for v in values if v != ""]
    return math.nan if not found or any(math.isnan(v) for v in found) else min(found)


def most(values: Sequence[Value]) -> float:
    """The largest number, empty answers left out; NaN when one is no number or none is left."""
    found = [number(v) for v in values if v != ""]
    return math.nan if not found or any(math.isnan(v) for v in found) else max(found)


def date_text(value: Value) -> str:
    """``date()``: a day number or a text as ISO date; the empty text when it is none."""
    days = number(value) if isinstance(value, float) or DAY.fullmatch(text(value).strip(BLANK)) else math.nan
    found = civil(days)
    return "" if found is None else f"{found[0]:04d}-{found[1]:02d}-{found[2]:02d}"


def _clock(value: Value) -> tuple[str, str, str]:
    share = number(value)
    if math.isnan(share) or math.isinf(share):
        share = 0.0
    seconds = math.floor((share - math.floor(share)) * 86400 + 0.5) % 86400
    return f"{seconds // 3600:02d}", f"{seconds // 60 % 60:02d}", f"{seconds % 60:02d}"


def _date_time(value: Value) -> str:
    day = date_text(value)
    return f"{day}T{':'.join(_clock(value))}" if day else ""


def _formatted(value: Value, pattern: Value) -> str:
    day = date_text(value)
    if not day:
        return ""
    hour, minute, second = _clock(value)
    weekday = WEEKDAYS[int((math.floor(number(value)) + 3) % 7)]
    parts = {
        "Y": day[:4],
        "y": day[2:4],
        "m": day[5:7],
        "n": str(int(day[5:7])),
        "b": f"{int(day[5:7])}月",
        "d": day[8:],
        "e": str(int(day[8:])),
        "a": f"周{weekday}",
        "H": hour,
        "h": str(int(hour)),
        "M": minute,
        "S": second,
        "3": "000",
        "%": "%",
    }
    return re.sub(r"%([A-Za-z0-9%])", lambda m: parts.get(m.group(1), m.group(0)), text(pattern))


def _matches(value: Value, pattern: Value) -> bool:
    """The whole text must match (ODK documentation); a long text never does."""
    written = text(value)
    if len(written) > LONGEST_MATCHED:
        return False
    try:
        return re.fullmatch(text(pattern), written, re.ASCII) is not None
    except re.error:
        return False


def _part(value: Value, start: Value, end: Value = math.inf) -> str:
    written = text(value)
    first, last = whole(start, 0), whole(end, 0)
    return written[max(first, 0) : last] if last >= 0 else ""


def _between(value: Value, mark: Value, after: bool) -> str:
    before, found, behind = text(value).partition(text(mark)) if text(mark) else ("", "x", text(value))
    return "" if not found else behind if after else before


def _translated(value: Value, old: Value, new: Value) -> str:
    table: dict[str, str] = {}
    for index, letter in enumerate(text(old)):
        table.setdefault(letter, text(new)[index : index + 1])
    return "".join(table.get(letter, letter) for letter in text(value))


def _checked(values: Sequence[Value]) -> bool:
    low, high, *rest = values
    ticked = sum(1 for v in rest if truth(v) and text(v) not in {"no", "false", "0"})
    least_, most_ = number(low), number(high)
    return (least_ < 0 or ticked >= least_) and (most_ < 0 or ticked <= most_)


OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "=": same,
    "!=": lambda a, b: not same(a, b),
    "<": lambda a, b: number(a) < number(b),
    "<=": lambda a, b: number(a) <= number(b),
    ">": lambda a, b: number(a) > number(b),
    ">=": lambda a, b: number(a) >= number(b),
    "+": lambda a, b: number(a) + number(b),
    "-": lambda a, b: number(a) - number(b),
    "*": lambda a, b: number(a) * number(b),
    "div": lambda a, b: divide(number(a), number(b)),
    "mod": lambda a, b: mod(number(a), number(b)),
}
FUNCTIONS: dict[str, Callable[..., Value]] = {
    "selected": lambda chosen, code: text(code) in words(chosen),
    "count-selected": lambda chosen: float(len(words(chosen))),
    "selected-at": lambda chosen, at: dict(enumerate(words(chosen))).get(whole(at, -1), ""),
    "checklist": lambda *values: _checked(values),
    "not": lambda value: not truth(value),
    "true": lambda: True,
    "false": lambda: False,
    "boolean": truth,
    "boolean-from-string": lambda value: text(value) in {"1", "true"},
    "number": number,
    "int": _cut,
    "round": _rounded,
    "floor": lambda value: _step(value, math.floor),
    "ceiling": lambda value: _step(value, math.ceil),
    "abs": lambda value: abs(number(value)),
    "pow": _power,
    "sqrt": _root,
    "string": text,
    "string-length": lambda value: float(len(text(value))),
    "concat": lambda *values: "".join(text(v) for v in values),
    "contains": lambda whole_, part: text(part) in text(whole_),
    "starts-with": lambda whole_, part: text(whole_).startswith(text(part)),
    "ends-with": lambda whole_, part: text(whole_).endswith(text(part)),
    "substr": _part,
    "substring-before": lambda value, mark: _between(value, mark, False),
    "substring-after": lambda value, mark: _between(value, mark, True),
    "translate": _translated,
    "normalize-space": lambda value: " ".join(words(value)),
    "regex": _matches,
    "date": date_text,
    "date-time": _date_time,
    "decimal-date-time": number,
    "decimal-time": lambda value: number(value) - _step(value, math.floor),
    "format-date": _formatted,
    "format-date-time": _formatted,
}
SERIES = {"sum", "count", "count-non-empty", "min", "max", "join", "indexed-repeat"}
LAZY = {"if", "coalesce", "today", "now", "position", "once", "jr:choice-name"} | SERIES
MANY = 50
ARITY: dict[str, tuple[int, int]] = {
    **dict.fromkeys(FUNCTIONS, (1, 1)),
    **dict.fromkeys(("true", "false", "today", "now"), (0, 0)),
    **dict.fromkeys(("selected", "selected-at", "contains", "starts-with", "ends-with", "regex"), (2, 2)),
    **dict.fromkeys(
        ("substring-before", "substring-after", "pow", "format-date", "format-date-time"), (2, 2)
    ),
    **dict.fromkeys(("concat", "coalesce", "min", "max"), (1, MANY)),
    **dict.fromkeys(("sum", "count", "count-non-empty", "once"), (1, 1)),
    "round": (1, 2),
    "substr": (2, 3),
    "translate": (3, 3),
    "checklist": (3, MANY),
    "if": (3, 3),
    "position": (0, 1),
    "jr:choice-name": (2, 2),
    "join": (2, 2),
    "indexed-repeat": (3, 3),
}
