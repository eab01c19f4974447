"""Lists from Excel: every row becomes a unit of the list or is kept with the reason.

Rows in = stored + refused, checked by the database. Units are found in the register by credit code, else
by name and town; loading a file twice stores nothing twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from django.db import transaction

from wangge.audit import services as audit
from wangge.campaigns import queries
from wangge.campaigns.models import Campaign, Target, TargetRefusal, TargetUpload
from wangge.campaigns.queries import registers
from wangge.campaigns.services.campaigns import enlist, open_list, settled
from wangge.kit import clock, crypto, sheets
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.kit.sheets import Row
from wangge.territory import queries as territory

CHUNK = 1000
CELLS = "campaign-list"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码"),
    "name": ("企业名称", "单位名称", "名称", "工地名称", "项目名称", "公司名称"),
    "town": ("镇街", "镇(街道)", "镇(街道)", "所属镇街", "所在镇", "镇", "街道", "乡镇"),
}


@dataclass
class _Load:
    """One running upload."""

    actor: Actor
    campaign: Campaign
    upload: TargetUpload
    places: dict[str, int]
    towns: dict[str, int]
    codes: dict[str, int] = field(default_factory=dict)
    seen: dict[int, int] = field(default_factory=dict)


@transaction.atomic
def upload_targets(*, actor: Actor, campaign_id: int, stream: BinaryIO, filename: str) -> TargetUpload:
    """Load a list (xlsx or csv with 统一社会信用代码 or 企业名称 and 镇街); returns the report.

    ``Invalid`` when the file cannot be read or names none of these columns. ``known`` units stood on the
    list already.
    """
    campaign = open_list(actor, campaign_id)
    digest = hashlib.sha256()
    while chunk := stream.read(1 << 20):
        digest.update(chunk)
    stream.seek(0)
    table = sheets.open_table(stream, filename)
    places = _places(table.header)
    upload = TargetUpload.objects.create(
        campaign=campaign,
        filename=filename[:200],
        sha256=digest.hexdigest(),
        header=list(table.header),
        by=actor.key,
        by_label=actor.label[:80],
        at=clock.now(),
    )
    load = _Load(actor, campaign, upload, places, _towns())
    before = Target.objects.filter(campaign_id=campaign.pk).count()
    rows = table.rows()
    while part := list(islice(rows, CHUNK)):
        _part(load, part)
    upload.blank = table.blank
    upload.save()
    settled(actor, campaign, before)
    audit.record(
        actor,
        "campaigns.list.uploaded",
        subject=f"campaigns.campaign:{campaign.pk}",
        data={"upload": upload.pk, "stored": upload.stored, "refused": upload.refused},
    )
    return upload


def _places(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, words in COLUMNS.items():
        position = next((i for i, cell in enumerate(header) if cell.replace(" ", "") in words), None)
        if position is not None:
            found[name] = position
    if "code" not in found and "name" not in found:
        raise Invalid(
            "表头里没有“统一社会信用代码”或“企业名称”列",
            code="no_columns",
            data={"header": list(header)[:30]},
        )
    return found


def _towns() -> dict[str, int]:
    found: dict[str, int] = {}
    for card in territory.towns():
        found |= {card.name: card.id, card.short_name: card.id}
    return found


def _cell(load: _Load, row: Row, name: str) -> str:
    position = load.places.get(name)
    return sheets.text_of(row.cells[position]) if position is not None else ""


def _part(load: _Load, part: Sequence[Row]) -> None:
    """One part of the file in a handful of statements."""
    codes = {registers.plain_code(_cell(load, row, "code")) for row in part} - {""}
    names = {_cell(load, row, "name") for row in part} - {""}
    by_code = registers.ids_by_codes(codes)
    by_name = registers.ids_by_names(names)
    found: list[int] = []
    refused: list[tuple[Row, str]] = []
    for row in part:
        unit, reason = _unit(load, row, by_code, by_name)
        if unit is None:
            refused.append((row, reason))
        elif unit in load.seen:
            refused.append((row, f"与第 {load.seen[unit]} 行是同一单位"))
        else:
            load.seen[unit] = row.no
            found.append(unit)
    known = set(
        Target.objects.filter(
            campaign_id=load.campaign.pk, subject_kind=registers.PREMISES, subject_id__in=found
        ).values_list("subject_id", flat=True)
    )
    enlist(load.campaign, list(registers.premises_units([u for u in found if u not in known]).values()))
    _refuse(load, refused)
    load.upload.rows_in += len(part)
    load.upload.stored += len(found)
    load.upload.known += len(known)
    load.upload.refused += len(refused)


def _unit(
    load: _Load, row: Row, by_code: Mapping[str, int], by_name: Mapping[str, Mapping[int, int]]
) -> tuple[int | None, str]:
    """The unit of a row, or why there is none."""
    code = registers.plain_code(_cell(load, row, "code"))
    name, town = _cell(load, row, "name"), _cell(load, row, "town")
    if code:
        unit = by_code.get(code)
        return (unit, "") if unit else (None, "企业库没有这个信用代码,请先登记该企业")
    if not name:
        return None, "信用代码和名称都是空的"
    town_id = load.towns.get(town)
    if town and town_id is None:
        return None, f"没有“{town[:20]}”这个镇(街道)"
    places = by_name.get(name, {})
    if town_id is not None:
        places = {t: pk for t, pk in places.items() if t == town_id}
    if not places:
        return None, "企业库没有这个名称的单位,请核对名称或先登记"
    if len(places) > 1:
        return None, "有多家同名单位,请补充信用代码或镇街"
    return next(iter(places.values())), ""


def _refuse(load: _Load, refused: Sequence[tuple[Row, str]]) -> None:
    TargetRefusal.objects.bulk_create(
        TargetRefusal(
            upload=load.upload,
            row_no=row.no,
            reason=reason[:200],
            cells_sealed=crypto.seal(
                CELLS, json.dumps([sheets.text_of(c) for c in row.cells], ensure_ascii=False)
            ),
        )
        for row, reason in refused
    )


@transaction.atomic
def refused_targets(*, actor: Actor, upload_id: int) -> bytes:
    """The refused rows as a CSV with row number and reason; mended in place it can be loaded again."""
    upload = queries.upload_for(actor, upload_id)
    rows = TargetRefusal.objects.filter(upload_id=upload.pk).order_by("row_no")
    audit.record(actor, "campaigns.refusals.read", subject=f"campaigns.campaign:{upload.campaign_id}")
    return sheets.write_csv(
        ["行号", "拒收原因", *upload.header],
        ([str(r.row_no), r.reason, *json.loads(crypto.unseal(CELLS, r.cells_sealed))] for r in rows),
    )
