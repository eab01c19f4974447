"""Lists of points: CSV/XLSX by Chinese headings, and catalogues of GB/T 28181 devices."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from django.db import transaction

from wangge.audit import services as audit
from wangge.cameras import permissions, rules
from wangge.cameras.models import ImportRemark, PointImport
from wangge.cameras.services.catalogue import PointDraft, draft_fault, put_points
from wangge.kit import clock, crypto, sheets
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound
from wangge.org import queries as org
from wangge.territory import queries as territory

PART = 2000
CELLS = "cameras.import"
NEAR_DEGREES = 0.00015  # about 15 m
HEADINGS: dict[str, tuple[str, ...]] = {
    "code": ("点位编号", "编号", "设备编码", "国标编码", "点位编码", "code"),
    "name": ("点位名称", "名称", "设备名称", "name"),
    "source": ("来源", "数据来源"),
    "klass": ("类别", "点位类别", "点位类型", "类型"),
    "status": ("状态", "在线状态"),
    "town": ("镇街道", "镇(街道)", "所属镇街", "所属镇", "乡镇街道"),
    "address": ("地址", "安装地址", "位置"),
    "lon": ("经度", "longitude", "lon"),
    "lat": ("纬度", "latitude", "lat"),
    "datum": ("坐标系",),
    "bearing": ("朝向", "方位角"),
    "agency": ("责任单位", "管理单位"),
    "keeper": ("责任人", "联系人"),
    "keeper_phone": ("联系电话", "责任人电话", "电话"),
    "tags": ("标签",),
    "protocol": ("接入方式", "协议"),
    "stream": ("流地址", "RTSP地址", "视频地址"),
    "gb_device": ("国标设备", "所属设备", "NVR编码"),
    "ptz": ("云台", "可控"),
}
WORDS: dict[str, Mapping[str, str]] = {
    "source": {label: code for code, label in rules.SOURCES.items()},
    "klass": {label: code for code, label in rules.CLASSES.items()},
    "status": {label: code for code, label in rules.STATUSES.items()} | {"ON": "online", "OFF": "offline"},
    "datum": {"WGS-84": "wgs84", "WGS84": "wgs84", "GCJ-02": "gcj02", "GCJ02": "gcj02", "火星坐标": "gcj02"},
    "protocol": {
        "RTSP": "rtsp",
        "GB28181": "gb28181",
        "GB/T 28181": "gb28181",
        "国标": "gb28181",
        "未接入": "",
    },
}


class RowFault(Exception):
    """Why one row is refused, in Chinese."""


@dataclass(slots=True)
class _Load:
    actor: Actor
    row: PointImport
    places: dict[str, int]
    agencies: dict[str, int]
    seen: dict[str, int] = field(default_factory=dict)
    spots: dict[tuple[str, int, int], str] = field(default_factory=dict)


@transaction.atomic
def import_points(
    *, actor: Actor, stream: BinaryIO, filename: str, defaults: Mapping[str, str] | None = None
) -> PointImport:
    """Load a list; ``rows_in == stored + refused``, and a list loaded again changes nothing.

    Headings are known by their usual names; ``defaults`` give what a list leaves out (source, datum,
    protocol). Refused rows are kept sealed with their reason; likely doubles and odd places are stored
    and named. Raises ``Invalid`` when the file has no column for the code or the name.
    """
    gate.require(actor, permissions.IMPORT)
    table = sheets.open_table(stream, filename)
    try:
        columns = _columns(table.header)
    except Invalid:
        table.close()
        raise
    load = _begun(actor, filename, "list", table.header)
    for part in _parts(table.rows()):
        _take(load, [(row.no, row.cells, _draft(load, row, columns, defaults or {})) for row in part])
    load.row.blank = table.blank
    return _ended(load)


def _columns(header: Sequence[str]) -> dict[str, int]:
    names = {name.strip().lower().replace("(", "(").replace(")", ")"): i for i, name in enumerate(header)}
    found = {
        key: names[word.lower()]
        for key, known in HEADINGS.items()
        for word in reversed(known)
        if word.lower() in names
    }
    missing = [HEADINGS[key][0] for key in ("code", "name") if key not in found]
    if missing:
        raise Invalid.field("file", f"缺少“{missing[0]}”列,请检查表头")
    return found


def _begun(actor: Actor, filename: str, origin: str, header: Sequence[str]) -> _Load:
    row = PointImport.objects.create(
        filename=filename[:200],
        origin=origin,
        header=list(header),
        by=actor.key,
        by_label=actor.label[:80],
        at=clock.now(),
    )
    towns = {name: town.id for town in territory.towns() for name in (town.name, town.short_name)}
    agencies = {name: card.id for card in org.agencies() for name in (card.name, card.short_name)}
    return _Load(actor, row, towns, agencies)


def _ended(load: _Load) -> PointImport:
    load.row.save()
    counts = {c: getattr(load.row, c) for c in ("rows_in", "stored", "added", "changed", "refused")}
    audit.record(load.actor, "cameras.list.imported", subject=f"cameras.import:{load.row.pk}", data=counts)
    return load.row


def _parts(rows: Iterable[sheets.Row]) -> Iterator[list[sheets.Row]]:
    part: list[sheets.Row] = []
    for row in rows:
        part.append(row)
        if len(part) == PART:
            yield part
            part = []
    if part:
        yield part


def _draft(
    load: _Load, row: sheets.Row, columns: Mapping[str, int], defaults: Mapping[str, str]
) -> PointDraft | RowFault:
    texts = {key: sheets.text_of(row.cells[i]) for key, i in columns.items()}
    try:
        return _from_texts(load, {**defaults, **{k: v for k, v in texts.items() if v}})
    except RowFault as fault:
        return fault


def _from_texts(load: _Load, texts: Mapping[str, str]) -> PointDraft:
    coded = {key: _word(key, texts.get(key, "")) for key in WORDS}
    draft = PointDraft(
        code=texts.get("code", "").strip(),
        name=texts.get("name", "").strip(),
        source=coded["source"] or "xueliang",
        klass=coded["klass"],
        status=coded["status"] or "offline",
        town_id=_known(load.places, texts.get("town", ""), "镇(街道)"),
        address=texts.get("address", ""),
        lon=_number(texts.get("lon", ""), "经度"),
        lat=_number(texts.get("lat", ""), "纬度"),
        datum=coded["datum"] or "wgs84",
        bearing=_whole(texts.get("bearing", "")),
        agency_id=_known(load.agencies, texts.get("agency", ""), "责任单位"),
        keeper=texts.get("keeper", ""),
        keeper_phone=texts.get("keeper_phone", ""),
        tags=tuple(t[:20] for t in texts.get("tags", "").replace("、", " ").replace(",", " ").split()),
        protocol=coded["protocol"],
        stream=texts.get("stream", ""),
        gb_device=texts.get("gb_device", ""),
        ptz=texts.get("ptz", "") in {"是", "1", "有", "true"},
    )
    return replace(draft, protocol="rtsp") if draft.stream and not draft.protocol else draft


def _word(key: str, text: str) -> str:
    if not text:
        return ""
    known = WORDS[key]
    if text in known:
        return known[text]
    if text in known.values():
        return text
    raise RowFault(f"“{text[:20]}”不是{HEADINGS[key][0]}的可选值")


def _known(known: Mapping[str, int], text: str, label: str) -> int | None:
    if not text:
        return None
    if text not in known:
        raise RowFault(f"没有{label}“{text[:20]}”")
    return known[text]


def _number(text: str, label: str) -> float | None:
    if not text or text in {"0", "0.0"}:
        return None
    try:
        return float(text)
    except ValueError:
        raise RowFault(f"{label}“{text[:20]}”不是数字") from None


def _whole(text: str) -> int | None:
    number = _number(text, "朝向")
    return None if number is None else int(number) % 360


Taken = tuple[int, Sequence[Any], PointDraft | RowFault]


def _take(load: _Load, rows: Sequence[Taken]) -> None:
    """Judge and store one part; remarks for what is refused or odd."""
    remarks: list[ImportRemark] = []
    good: list[tuple[int, PointDraft]] = []
    for no, cells, draft in rows:
        load.row.rows_in += 1
        fault = (
            str(draft) if isinstance(draft, RowFault) else draft_fault(draft) or _repeated(load, no, draft)
        )
        if fault or isinstance(draft, RowFault):
            remarks.append(_refused(load, no, fault, cells))
            continue
        good.append((no, draft))
    put = put_points(actor=load.actor, drafts=[draft for _, draft in good])
    for no, draft in good:
        if double := _double(load, draft):
            remarks.append(_remark(load, no, "doubled", double, put.ids[draft.code]))
        if note := put.notes.get(draft.code):
            remarks.append(_remark(load, no, "displaced", note, put.ids[draft.code]))
    ImportRemark.objects.bulk_create(remarks)
    load.row.stored += len(good)
    load.row.refused += len(rows) - len(good)
    load.row.added += len(put.added)
    load.row.changed += len(put.changed)


def _repeated(load: _Load, no: int, draft: PointDraft) -> str:
    first = load.seen.setdefault(draft.code, no)
    return "" if first == no else f"编号“{draft.code}”与第 {first} 行重复"


def _double(load: _Load, draft: PointDraft) -> str:
    """Another code with the same name within about fifteen metres: perhaps the same camera twice."""
    if draft.lon is None or draft.lat is None:
        return ""
    spot = (draft.name, round(draft.lon / NEAR_DEGREES), round(draft.lat / NEAR_DEGREES))
    other = load.spots.setdefault(spot, draft.code)
    return "" if other == draft.code else f"与“{other}”同名且位置几乎相同,请核对是否同一摄像机"


def _refused(load: _Load, no: int, reason: str, cells: Sequence[Any]) -> ImportRemark:
    text = json.dumps([sheets.text_of(c) for c in cells], ensure_ascii=False)
    return ImportRemark(
        load=load.row, row_no=no, kind="refused", text=reason[:300], cells_sealed=crypto.seal(CELLS, text)
    )


def _remark(load: _Load, no: int, kind: str, text: str, point_id: int) -> ImportRemark:
    return ImportRemark(load=load.row, row_no=no, kind=kind, text=text[:300], point_id=point_id)


@transaction.atomic
def take_catalogue(
    *, actor: Actor, device: str, items: Sequence[Mapping[str, Any]], datum: str = "wgs84"
) -> PointImport:
    """Store the channels of a GB/T 28181 device: one row per catalogue item (DeviceID, Name, Status,
    Longitude, Latitude, Address, PTZType); organisational nodes (no 20-digit channel) are refused."""
    gate.require(actor, permissions.IMPORT)
    header = ("DeviceID", "Name", "Status", "Longitude", "Latitude", "Address", "PTZType")
    load = _begun(actor, f"GB/T 28181 {device}", "gb28181", header)
    rows = []
    for no, item in enumerate(items, 1):
        cells = [str(item.get(name, "") or "") for name in header]
        rows.append((no, cells, _item(load, item, device, datum)))
    for start in range(0, len(rows), PART):
        _take(load, rows[start : start + PART])
    return _ended(load)


def _item(load: _Load, item: Mapping[str, Any], device: str, datum: str) -> PointDraft | RowFault:
    code = str(item.get("DeviceID", "")).strip()
    if not rules.GB_CODE.fullmatch(code):
        return RowFault(f"“{code[:20]}”不是 20 位通道编码")
    try:
        return _from_texts(
            load,
            {
                "code": code,
                "name": str(item.get("Name", "")).strip() or code,
                "source": "department",
                "status": "online"
                if str(item.get("Status", "")).upper() in {"ON", "OK", "ONLINE"}
                else "offline",
                "address": str(item.get("Address", "") or ""),
                "lon": str(item.get("Longitude", "") or ""),
                "lat": str(item.get("Latitude", "") or ""),
                "datum": datum,
                "protocol": "gb28181",
                "gb_device": device,
                "ptz": "是" if str(item.get("PTZType", "")) in {"1", "4"} else "",
            },
        )
    except RowFault as fault:
        return fault


@transaction.atomic
def refused_rows(*, actor: Actor, import_id: int) -> bytes:
    """The refused rows as a CSV with row number and reason, to be corrected and loaded again."""
    gate.require(actor, permissions.IMPORT)
    load = PointImport.objects.filter(pk=import_id).first()
    if load is None:
        raise NotFound
    rows = ImportRemark.objects.filter(load_id=load.pk, kind="refused").order_by("row_no")
    audit.record(actor, "cameras.list.refusals_read", subject=f"cameras.import:{load.pk}")
    return sheets.write_csv(
        ["行号", "拒收原因", *load.header],
        ([str(r.row_no), r.text, *json.loads(crypto.unseal(CELLS, r.cells_sealed))] for r in rows),
    )
