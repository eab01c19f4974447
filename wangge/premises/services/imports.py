"""Files: an enterprise ledger, a roster, a table of pairs. Rows in = stored + refused, always.

A ledger's row is known by its credit code, else by name and town, so loading a file twice stores
nothing twice, and a corrected file of refused rows can follow.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from django.db import connection, transaction

from wangge.audit import services as audit
from wangge.kit import clock, crypto, sheets
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Invalid
from wangge.kit.sheets import Row, Table
from wangge.premises import mapping as maps
from wangge.premises import permissions, queries
from wangge.premises.mapping import Foreign, RowFault
from wangge.premises.models import ImportBatch, Premises, RefusedRow
from wangge.premises.services import people, register, writing
from wangge.premises.services.people import StaffDraft
from wangge.premises.services.writing import PremisesDraft
from wangge.territory import queries as territory
from wangge.territory.queries import AreaCard, Lineage

CHUNK = 500
CELLS = "ledger"
MOST_STAFF_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file looks like before it is loaded: its columns, the proposed mapping, some rows."""

    header: tuple[str, ...]
    mapping: dict[str, str]
    rows: list[list[str]]


@dataclass
class Areas:
    """The area tree by name, read once for a file."""

    towns: dict[str, AreaCard] = field(default_factory=dict)
    villages: dict[tuple[int, str], AreaCard] = field(default_factory=dict)
    grids: dict[tuple[int, str], AreaCard] = field(default_factory=dict)

    @classmethod
    def read(cls, with_grids: bool) -> Areas:
        """Towns and villages, grids when the file names them."""
        found = cls()
        for town in territory.towns():
            found.towns |= {town.name: town, town.short_name: town}
        for village in territory.areas("village"):
            if village.town_id is not None:
                for name in (village.name, village.short_name):
                    found.villages[(village.town_id, name)] = village
        for grid in territory.areas("grid") if with_grids else []:
            if grid.village_id is not None:
                found.grids[(grid.village_id, grid.name)] = grid
        return found

    def of(self, row: Foreign) -> AreaCard | None:
        """The deepest area a row names; ``RowFault`` for a name that does not exist."""
        if not row.town:
            return None
        town = self.towns.get(row.town)
        if town is None:
            raise RowFault(f"没有“{row.town[:20]}”这个镇(街道)")
        if not row.village:
            return town
        village = self.villages.get((town.id, row.village))
        if village is None:
            raise RowFault(f"{town.name}没有“{row.village[:20]}”这个村(社区)")
        if not row.grid:
            return village
        grid = self.grids.get((village.id, row.grid))
        if grid is None:
            raise RowFault(f"{village.name}没有“{row.grid[:20]}”这个网格")
        return grid


@dataclass
class _Load:
    """One running load of a ledger."""

    actor: Actor
    mapping: dict[str, str]
    header: tuple[str, ...]
    batch: ImportBatch
    areas: Areas
    update: bool
    seen: dict[object, int] = field(default_factory=dict)


def preview_file(*, actor: Actor, stream: BinaryIO, filename: str) -> Preview:
    """The header of a ledger, the mapping its words propose, and its first five rows. Stores nothing."""
    gate.require(actor, permissions.IMPORT)
    table = sheets.open_table(stream, filename)
    rows = [[sheets.text_of(cell) for cell in row.cells] for row in islice(table.rows(), 5)]
    return Preview(table.header, maps.proposed(table.header), rows)


def opened(
    actor: Actor, kind: str, stream: BinaryIO, filename: str, **more: Any
) -> tuple[Table, ImportBatch]:
    """An open table and the batch that will report on it."""
    digest = hashlib.sha256()
    while chunk := stream.read(1 << 20):
        digest.update(chunk)
    stream.seek(0)
    table = sheets.open_table(stream, filename)
    batch = ImportBatch(
        kind=kind,
        filename=filename[:200],
        sha256=digest.hexdigest(),
        header=list(table.header),
        by=actor.key,
        by_label=actor.label[:80],
        post_id=actor.post_id,
        at=clock.now(),
        **more,
    )
    return table, batch


@transaction.atomic
def import_ledger(
    *,
    actor: Actor,
    stream: BinaryIO,
    filename: str,
    mapping: Mapping[str, Any],
    update: bool = False,
) -> ImportBatch:
    """Load an enterprise ledger; returns the report. ``Invalid`` when the file cannot be read at all.

    Rows that are known count as stored: ``unchanged`` as they are, or with ``update`` ``updated`` where
    the file's filled cells differ. A row outside the actor's area is refused.
    """
    gate.require(actor, permissions.IMPORT)
    table, batch = opened(actor, "ledger", stream, filename)
    checked = maps.checked(mapping, table.header)
    batch.mapping = checked
    batch.save()
    areas = Areas.read("grid" in checked)
    load = _Load(actor, checked, table.header, batch, areas, update)
    rows = table.rows()
    while part := list(islice(rows, CHUNK)):
        _store_part(load, part)
    batch.blank = table.blank
    batch.save()
    audit.record(
        actor,
        "premises.ledger.imported",
        subject=f"premises.import:{batch.pk}",
        data={"stored": batch.stored, "refused": batch.refused},
    )
    return batch


def _store_part(load: _Load, part: Sequence[Row]) -> None:
    """Store one part of the rows in a handful of statements."""
    refused: list[tuple[Row, str]] = []
    read: list[tuple[Row, Foreign, Lineage]] = []
    for row in part:
        try:
            found = maps.foreign(load.mapping, load.header, row.cells)
            lineage = _lineage(load, found)
            for key in (found.credit_code, (lineage.town_id, found.name) if not found.credit_code else ""):
                if key and (first := load.seen.setdefault(key, row.no)) != row.no:
                    raise RowFault(f"与第{first}行重复")
            read.append((row, found, lineage))
        except RowFault as fault:
            refused.append((row, str(fault)))
    by_code, by_name = _known([(found, lineage) for _, found, lineage in read])
    there = queries.premises_visible_to(load.actor).in_bulk({*by_code.values(), *by_name.values()})
    ready: list[writing.Ready] = []
    for row, found, lineage in read:
        pk = by_code.get(found.credit_code) if found.credit_code else None
        pk = pk or by_name.get((lineage.town_id, found.name, found.credit_code))
        try:
            if pk is None:
                ready.append(writing.new_row(load.actor, _draft(load, found), lineage))
            elif _met(load, there.get(pk), found):
                load.batch.updated += 1
            else:
                load.batch.unchanged += 1
        except (RowFault, BusinessError) as fault:
            refused.append((row, str(fault)))
    writing.store(load.actor, ready)
    refuse(load.batch, refused)
    load.batch.rows_in += len(part)
    load.batch.refused += len(refused)
    load.batch.stored += len(part) - len(refused)


def _lineage(load: _Load, found: Foreign) -> Lineage:
    card = load.areas.of(found)
    try:
        if card is not None:
            lineage = Lineage(card.district_id, card.town_id, card.village_id, card.grid_id)
            if not writing.within(load.actor, lineage):
                raise RowFault("不在您的辖区内")
            return lineage
        return writing.area_of(load.actor, None, found.lon, found.lat)
    except Invalid as fault:
        raise RowFault("没有写明所属镇(街道)" if "选择" in fault.message else fault.message) from None


def _known(
    rows: Sequence[tuple[Foreign, Lineage]],
) -> tuple[dict[str, int], dict[tuple[int | None, str, str], int]]:
    """Who is on the register already, in any area: by code, and by (town, name, code of the asker).

    Of one name in one town a row without code is the same as any; two different codes are two firms.
    """
    codes = [found.credit_code for found, _ in rows if found.credit_code]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, credit_code, town_id, name FROM premises_known(%s::text[], %s::bigint[], %s::text[])",
            [codes, [lineage.town_id for _, lineage in rows], [found.name for found, _ in rows]],
        )
        there = cursor.fetchall()
    by_code = {code: pk for pk, code, _, _ in there if code}
    by_name: dict[tuple[int | None, str, str], int] = {}
    named: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for pk, code, town, name in there:
        named.setdefault((town, name), []).append((pk, code))
    for found, lineage in rows:
        for pk, code in named.get((lineage.town_id or 0, found.name), []):
            if not code or not found.credit_code:
                by_name[(lineage.town_id, found.name, found.credit_code)] = pk
    return by_code, by_name


def _draft(load: _Load, found: Foreign) -> PremisesDraft:
    return PremisesDraft(
        name=found.name,
        kind=found.kind,
        short_name=found.short_name,
        credit_code=found.credit_code,
        industry=found.industry,
        above_scale=bool(found.above_scale),
        address=found.address[:200],
        lon=found.lon,
        lat=found.lat,
        staff_total=found.staff_total or 0,
        contact_name=found.contact or ("联系人" if found.phone else ""),
        contact_phone=found.phone,
        source=f"import:{load.batch.pk}",
    )


def _met(load: _Load, row: Premises | None, found: Foreign) -> bool:
    """A row that is there already: with ``update`` its filled cells are taken over. Whether any differed."""
    if row is None:
        raise RowFault("该单位已登记在其他镇(街道)")
    if not load.update or row.status not in {"active", "unverified"}:
        return False
    given = {
        name: value
        for name in ("name", "credit_code", "short_name", "industry", "above_scale", "address", "staff_total")
        if (value := getattr(found, name)) not in ("", None) and value != getattr(row, name)
    }
    before = (row.version, queries.cards([row.pk])[row.pk].contact_name)
    changed: Premises = register.correct_premises(
        actor=load.actor, premises_id=row.pk, version=row.version, changes=given
    )
    new_contact = None
    if found.contact and found.phone:
        new_contact = people.set_contact(
            actor=load.actor, premises_id=row.pk, name=found.contact, phone=found.phone
        ).name
    return (changed.version, new_contact or before[1]) != before


def refuse(batch: ImportBatch, refused: Sequence[tuple[Row, str]]) -> None:
    """Keep rows that could not be stored, sealed, with the reason."""
    RefusedRow.objects.bulk_create(
        RefusedRow(
            batch=batch,
            row_no=row.no,
            reason=reason[:300],
            cells_sealed=crypto.seal(
                CELLS, json.dumps([sheets.text_of(c) for c in row.cells], ensure_ascii=False)
            ),
        )
        for row, reason in refused
    )


@transaction.atomic
def import_staff(
    *, actor: Actor, premises_id: int, stream: BinaryIO, filename: str, mapping: Mapping[str, Any]
) -> ImportBatch:
    """Load the roster of one premises; known people stay, nobody is taken off."""
    gate.require(actor, permissions.PUT_STAFF)
    row = queries.premises_for(actor, premises_id)
    table, batch = opened(actor, "staff", stream, filename, premises=row)
    batch.mapping = maps.checked(mapping, table.header, maps.STAFF_WORDS)
    lines = list(islice(table.rows(), MOST_STAFF_ROWS + 1))
    if len(lines) > MOST_STAFF_ROWS:
        raise Invalid(f"名册不超过{MOST_STAFF_ROWS}行", code="too_many_rows")
    batch.save()
    drafts = [_member(line, maps.texts(batch.mapping, table.header, line.cells)) for line in lines]
    report = people.put_staff(actor=actor, premises_id=row.pk, members=drafts, source=f"import:{batch.pk}")
    reasons = dict(report.refused)
    refuse(batch, [(line, reasons[line.no]) for line in lines if line.no in reasons])
    batch.rows_in, batch.refused, batch.blank = len(lines), len(reasons), table.blank
    batch.stored = batch.rows_in - batch.refused
    batch.updated, batch.unchanged = report.updated, report.unchanged
    batch.save()
    return batch


def _member(line: Row, given: Mapping[str, str]) -> StaffDraft:
    return StaffDraft(
        name=given.get("name", ""),
        id_no=given.get("id_no", ""),
        phone=given.get("phone", ""),
        position=given.get("position", ""),
        row_no=line.no,
    )


@transaction.atomic
def refused_rows(*, actor: Actor, batch_id: int) -> bytes:
    """The refused rows as a CSV: row number, reason, then the cells as they came; the download is logged.

    Corrected in place it can be loaded again.
    """
    batch = queries.import_batch(actor, batch_id)
    rows = RefusedRow.objects.filter(batch_id=batch.pk).order_by("row_no")
    audit.record(actor, "premises.ledger.refusals_read", subject=f"premises.import:{batch.pk}")
    return sheets.write_csv(
        ["行号", "拒收原因", *batch.header],
        ([str(r.row_no), r.reason, *json.loads(crypto.unseal(CELLS, r.cells_sealed))] for r in rows),
    )
