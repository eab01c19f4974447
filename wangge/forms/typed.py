"""An answer in its type: what a phone sent becomes text, number, date, place or list, or a message.

``web/src/forms/typed.ts`` is the same in TypeScript.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from wangge.forms.functions import BLANK, DAY, civil, days_of, number, plain, text, words

FILES = {"photo", "audio", "signature"}
NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?")
MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9])"
    r"(?::[0-5][0-9](?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
FILE_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
MOBILE = re.compile(r"1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(?:-[0-9]{1,5})?")
ID_NO = re.compile(r"[1-9][0-9]{16}[0-9X]")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
WIDE = str.maketrans("0123456789.-", "0123456789.-")
MAX_TEXT, MAX_CHOSEN = 4000, 200
CHINA = 8 * 60

Typed = tuple[Any, str | None]


def tidy(value: float) -> int | float:
    """A whole number as int, so that both sides store the same JSON."""
    return int(value) if value == math.floor(value) and abs(value) < 1e15 else value


def empty(answer: Any) -> bool:
    """Nothing was answered: absent, blank text, no choice."""
    return answer is None or answer == [] or (isinstance(answer, str) and not answer.strip(BLANK))


def typed(question: Mapping[str, Any], given: Any) -> Typed:
    """The answer in its type, or the given one with a Chinese message saying what is wrong."""
    kind = question["type"]
    if kind == "select_multiple":
        return _chosen(given)
    if kind == "location":
        return _location(given)
    if isinstance(given, list | Mapping) or given is None:
        return given, "填写不正确"
    written = text(plain(given)).strip(BLANK)
    if kind in {"integer", "decimal"}:
        return _number(question, given, written)
    if kind in KINDS:
        return KINDS[kind](written)
    if kind in FILES:
        return (written, None) if FILE_ID.fullmatch(written) else (written, "附件编号不正确")
    return (written, "太长") if len(written) > MAX_TEXT else (written, None)


def _number(question: Mapping[str, Any], given: Any, written: str) -> Typed:
    written = written.translate(WIDE)
    if isinstance(given, bool) or not NUMBER.fullmatch(written):
        return given, "应为数字"
    value = tidy(number(written))
    if question["type"] == "integer" and not isinstance(value, int):
        return given, "应为整数"
    low, high = question.get("low"), question.get("high")
    if low is not None and high is not None and not low <= value <= high:
        return value, f"应在 {text(plain(low))} 到 {text(plain(high))} 之间"
    return value, None


def _chosen(given: Any) -> Typed:
    parts = given if isinstance(given, list) else words(plain(given))
    if isinstance(given, Mapping) or any(isinstance(p, list | Mapping) or p is None for p in parts):
        return given, "选项不正确"
    codes = sorted({text(plain(p)) for p in parts} - {""})
    return (codes, None) if len(codes) <= MAX_CHOSEN else (given, f"最多选 {MAX_CHOSEN} 项")


def _date(written: str) -> Typed:
    found = DAY.fullmatch(written)
    if found is None or math.isnan(days_of(int(found[1]), int(found[2]), int(found[3]))):
        return written, "日期格式应为 2021-08-01"
    return written[:10], None


def _time(written: str) -> Typed:
    return (written[:5], None) if TIME.fullmatch(written) else (written, "时间格式应为 09:30")


def _moment(written: str) -> Typed:
    """A moment as wall-clock time in China; a time zone that was sent is taken into account."""
    found = MOMENT.fullmatch(written)
    days = math.nan if found is None else number(found[1])
    if found is None or math.isnan(days):
        return written, "日期时间格式应为 2021-08-01T09:30"
    minutes = int(found[2]) * 60 + int(found[3])
    zone = found[4]
    if zone:
        sign = -1 if zone.startswith("-") else 1
        offset = 0 if zone == "Z" else sign * (int(zone[1:3]) * 60 + int(zone[-2:]))
        minutes += CHINA - offset
    date = civil(days + minutes // 1440)
    if date is None:
        return written, "日期时间格式应为 2021-08-01T09:30"
    minutes %= 1440
    return f"{date[0]:04d}-{date[1]:02d}-{date[2]:02d}T{minutes // 60:02d}:{minutes % 60:02d}", None


def _phone(written: str) -> Typed:
    digits = re.sub(r"[ \t]", "", written.translate(WIDE))
    return (digits, None) if MOBILE.fullmatch(digits) else (digits, "电话号码不正确,请核对")


def _id_no(written: str) -> Typed:
    """An 18-place ID number by GB 11643: shape, date of birth, check digit."""
    code = re.sub("[xXx]", "X", written.translate(WIDE).replace(" ", ""))
    if not ID_NO.fullmatch(code):
        return code, "身份证号应为 18 位"
    if math.isnan(days_of(int(code[6:10]), int(code[10:12]), int(code[12:14]))):
        return code, "身份证号中的出生日期不正确,请核对原件"
    rest = sum(int(c) * w for c, w in zip(code, WEIGHTS, strict=False)) % 11
    if "10X98765432"[rest] != code[17]:
        return code, "身份证号第 18 位校验不符,请核对原件"
    return code, None


def _lookup(written: str) -> Typed:
    return (int(written), None) if re.fullmatch(r"[1-9][0-9]{0,14}", written) else (written, "请从列表中选择")


def _location(given: Any) -> Typed:
    if isinstance(given, Mapping):
        lon, lat, accuracy = given.get("lon"), given.get("lat"), given.get("accuracy")
        if _within(lon, 180) and _within(lat, 90):
            measured = tidy(accuracy) if _within(accuracy, 1e7) else None
            return {"lon": tidy(lon), "lat": tidy(lat), "accuracy": measured}, None
    return given, "位置不正确,请重新定位"


def _within(value: Any, limit: float) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= limit


KINDS: dict[str, Callable[[str], Typed]] = {
    "date": _date,
    "time": _time,
    "datetime": _moment,
    "phone": _phone,
    "id_no": _id_no,
    "lookup": _lookup,
    "acknowledge": lambda written: ("OK", None) if written in {"OK", "true"} else (written, "请勾选确认"),
}
