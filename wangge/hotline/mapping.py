"""How a foreign ledger's row becomes a draft: columns, value maps, dates. Pure, no Django.

A mapping is JSON: target field → a column name, a list of columns (joined), or an object::

    {"column": "Status", "values": {"Closed": "closed"}, "default": "received"}
    {"columns": ["Type", "Descriptor"], "join": ": "}
    {"value": "complaint"}
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wangge.hotline import rules
from wangge.kit import clock, sheets
from wangge.kit.errors import Invalid
from wangge.kit.sheets import Cell

TEXTS = (
    "external_no", "content", "title", "caller", "caller_no", "contact_no", "id_no", "address", "community",
    "poi", "public_reply", "internal_note", "city_no", "prov_no", "category", "area", "unit",
)  # fmt: skip
CODES: dict[str, dict[str, str]] = {
    "kind": rules.KINDS,
    "channel": rules.CHANNELS,
    "urgency": rules.URGENCIES,
    "caller_type": rules.CALLER_TYPES,
    "satisfaction": rules.SATISFACTIONS,
}
MOMENTS = ("received_at", "closed_at", "due_at", "dispatched_at")
NUMBERS = ("lon", "lat")
FLAGS = ("confidential",)
TARGETS = frozenset({*TEXTS, *CODES, *MOMENTS, *NUMBERS, *FLAGS, "status"})
STATES = {"received": "待受理", "awaiting_dispatch": "待派遣", "closed": "已结案"}
FORMATS = (
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d",
    "%Y年%m月%d日 %H:%M:%S", "%Y年%m月%d日 %H:%M", "%Y年%m月%d日", "%Y%m%d%H%M%S", "%Y%m%d",
)  # fmt: skip
YES = {"是", "1", "y", "yes", "true", "保密"}
LATEST_SERIAL = 80_000


class RowFault(Exception):
    """A row that cannot be stored, with the reason in Chinese."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Where one target gets its value."""

    columns: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    join: str = " "


@dataclass(frozen=True)
class LedgerMapping:
    """A checked mapping: picks by target, date formats to try first, the ledger's time zone."""

    source: str
    picks: Mapping[str, Pick]
    formats: tuple[str, ...] = ()
    zone: tzinfo = clock.CHINA


def parse(raw: Mapping[str, Any]) -> LedgerMapping:
    """Check a mapping as it came; ``Invalid`` names what is wrong."""
    source = str(raw.get("source", "")).strip()
    if not source or len(source) > 40:
        raise Invalid.field("source", "请填写来源名称,不超过40字")
    columns = raw.get("columns")
    if not isinstance(columns, dict) or not columns:
        raise Invalid.field("columns", "请填写字段对应关系")
    if unknown := sorted(set(columns) - TARGETS):
        raise Invalid.field("columns", f"没有这些字段:{'、'.join(unknown)}")
    picks = {target: _pick(target, spec) for target, spec in columns.items()}
    if "content" not in picks:
        raise Invalid.field("content", "必须对应诉求内容")
    try:
        zone = ZoneInfo(str(raw.get("timezone") or "Asia/Shanghai"))
    except (ZoneInfoNotFoundError, ValueError):
        raise Invalid.field("timezone", "没有这个时区") from None
    formats = raw.get("date_formats") or []
    if not isinstance(formats, list) or any(not isinstance(f, str) for f in formats):
        raise Invalid.field("date_formats", "应为日期格式的列表")
    return LedgerMapping(source, picks, tuple(formats), zone)


def _pick(target: str, spec: object) -> Pick:
    if isinstance(spec, str):
        return Pick((spec,))
    if isinstance(spec, list) and all(isinstance(c, str) for c in spec):
        return Pick(tuple(spec))
    if isinstance(spec, dict):
        columns = spec.get("columns") or ([spec["column"]] if spec.get("column") else [])
        values = spec.get("values") or {}
        if isinstance(columns, list) and isinstance(values, dict):
            return Pick(
                tuple(str(c) for c in columns),
                {str(k).strip().lower(): str(v) for k, v in values.items()},
                str(spec.get("value", spec.get("default", ""))),
                str(spec.get("join", " ")),
            )
    raise Invalid.field(target, "对应关系写法不正确")


def check_header(mapping: LedgerMapping, header: Sequence[str]) -> None:
    """Raise ``Invalid`` when the file lacks a mapped column."""
    missing = sorted({c for p in mapping.picks.values() for c in p.columns} - set(header))
    if missing:
        raise Invalid(
            f"文件缺少这些列:{'、'.join(missing)}", code="missing_columns", data={"columns": missing}
        )


@dataclass(frozen=True, slots=True)
class Foreign:
    """A row in our words: texts and codes, moments, numbers; ``status`` is where it starts here."""

    texts: Mapping[str, str]
    moments: Mapping[str, datetime]
    numbers: Mapping[str, float]
    confidential: bool
    status: str
    external_no: str


def foreign(mapping: LedgerMapping, header: Sequence[str], cells: Sequence[Cell]) -> Foreign:
    """Read one row; ``RowFault`` with the reason when it cannot be stored."""
    row = dict(zip(header, cells, strict=False))
    texts = {t: _text(mapping, row, t) for t in (*TEXTS, *CODES) if t in mapping.picks}
    for target, codes in CODES.items():
        if target in texts:
            texts[target] = _code(target, texts[target], codes)
    if not texts.get("content"):
        raise RowFault("诉求内容为空")
    moments = {t: m for t in MOMENTS if (m := _moment(mapping, row, t)) is not None}
    numbers = {t: n for t in NUMBERS if (n := _number(mapping, row, t)) is not None}
    closed, received = moments.get("closed_at"), moments.get("received_at")
    if closed and received and closed < received:
        raise RowFault("办结时间早于受理时间")
    status = _text(mapping, row, "status") if "status" in mapping.picks else ""
    status = status or ("closed" if closed else "received")
    if status not in STATES:
        raise RowFault(f"状态“{status[:20]}”没有对应关系")
    return Foreign(
        texts=texts,
        moments=moments,
        numbers=numbers,
        confidential="confidential" in mapping.picks and _text(mapping, row, "confidential").lower() in YES,
        status=status,
        external_no=texts.get("external_no") or fingerprint(cells),
    )


def fingerprint(cells: Sequence[Cell]) -> str:
    """A number for a row that has none: the same row always gets the same."""
    joined = "\x1f".join(sheets.text_of(c) for c in cells)
    return "row-" + hashlib.sha256(joined.encode()).hexdigest()[:24]


def _text(mapping: LedgerMapping, row: Mapping[str, Cell], target: str) -> str:
    pick = mapping.picks[target]
    parts = [
        " ".join(p.split()) if target != "content" else p
        for c in pick.columns
        if (p := sheets.text_of(row.get(c)))
    ]
    raw = pick.join.join(parts).removeprefix("'").strip()
    if not raw:
        return pick.default
    if not pick.values:
        return raw
    return pick.values.get(raw.lower(), pick.default or raw)


def _code(target: str, text: str, codes: Mapping[str, str]) -> str:
    """Our code of a value: the code itself or its Chinese label; empty stays empty."""
    if not text or text in codes:
        return text
    for code, label in codes.items():
        if text == label:
            return code
    raise RowFault(f"“{text[:20]}”不是已知的{LABELS[target]},请在对应关系里写明")


LABELS = {
    "kind": "诉求类型",
    "channel": "来源渠道",
    "urgency": "紧急度",
    "caller_type": "来电主体",
    "satisfaction": "满意度",
}
MOMENT_LABELS = {
    "received_at": "受理时间",
    "closed_at": "办结时间",
    "due_at": "办理期限",
    "dispatched_at": "派单时间",
}


def _moment(mapping: LedgerMapping, row: Mapping[str, Cell], target: str) -> datetime | None:
    pick = mapping.picks.get(target)
    if pick is None:
        return None
    cell = next((row.get(c) for c in pick.columns if sheets.text_of(row.get(c))), None)
    if cell is None:
        return None
    found = moment_of(cell, mapping.formats, mapping.zone)
    if found is None:
        raise RowFault(f"{MOMENT_LABELS[target]}“{sheets.text_of(cell)[:30]}”不是日期")
    if not 1990 <= found.year <= 2100:
        raise RowFault(f"{MOMENT_LABELS[target]}的年份{found.year}不合理")
    return found


def moment_of(cell: Cell, formats: Sequence[str], zone: tzinfo) -> datetime | None:
    """A date cell or a text in one of the formats, an ISO text or an Excel serial, as a moment."""
    if isinstance(cell, datetime):
        return cell if cell.tzinfo else cell.replace(tzinfo=zone)
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day, tzinfo=zone)
    text = sheets.text_of(cell)
    for pattern in (*formats, *FORMATS):
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=zone)
        except ValueError:
            continue
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return _serial(text, zone)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _serial(text: str, zone: tzinfo) -> datetime | None:
    try:
        days = float(text)
    except ValueError:
        return None
    if not 30_000 < days < LATEST_SERIAL:
        return None
    return (datetime(1899, 12, 30) + timedelta(days=days)).replace(tzinfo=zone, microsecond=0)  # noqa: DTZ001


def _number(mapping: LedgerMapping, row: Mapping[str, Cell], target: str) -> float | None:
    if target not in mapping.picks:
        return None
    text = _text(mapping, row, target)
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        raise RowFault(f"坐标“{text[:20]}”不是数字") from None
    if abs(found) > (180 if target == "lon" else 90):
        raise RowFault(f"坐标“{text[:20]}”超出范围")
    return found
