"""Ledgers of people: CSV and XLSX rows become people; what cannot is kept with its reason.

Rows in = stored + refused, checked by the database. A person is known by the identity number; a row
without one by its content: loading a file twice stores nothing twice, and a corrected file of refused
rows can follow. Known people are never overwritten: empty fields are filled, numbers are added.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from django.db import connection, transaction
from django.db.models import F

from wangge.audit import services as audit
from wangge.kit import clock, crypto, feeds, sheets
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.kit.sheets import Row
from wangge.residents import mapping as maps
from wangge.residents import permissions, rules
from wangge.residents.mapping import Mapped, RowFault, Spoken
from wangge.residents.models import Household, ImportBatch, Person, PersonPhone, Provenance, RefusedRow
from wangge.residents.queries.people import care_kinds
from wangge.residents.queries.records import import_batch
from wangge.residents.queries.scope import people_visible_to, places_of
from wangge.residents.services import drafts
from wangge.residents.services.drafts import Origin, PersonDraft, PhoneDraft, Said
from wangge.residents.services.settling import Settler, new_home, settle
from wangge.territory import queries as territory
from wangge.territory.queries import AreaCard

CHUNK = 500
CELLS = "ledger"
ROW = "residents.row"


class Places:
    """Areas by the names people write, as far as the actor's scope goes."""

    def __init__(self, actor: Actor) -> None:
        mine = places_of(actor, None)
        self.allowed = set(mine) if mine is not None else None
        self.default = actor.area_id
        self.towns: dict[str, AreaCard] = {}
        self.below: dict[tuple[int | None, str], AreaCard] = {}
        self.by_name: dict[str, list[AreaCard]] = {}
        for kind in ("town", "village", "grid"):
            for card in territory.areas(kind):
                for name in {card.name, card.short_name, card.key}:
                    if kind == "town":
                        self.towns[name] = card
                    self.below[(card.parent_id, name)] = card
                    self.by_name.setdefault(name, []).append(card)

    def find(self, town: str, village: str, grid: str) -> AreaCard:
        """The finest area the three names give; ``RowFault`` when one is unknown or out of scope."""
        found: AreaCard | None = territory.area(self.default) if self.default else None
        if town:
            found = self.towns.get(town)
            if found is None:
                raise RowFault(f"没有镇(街道)“{town[:20]}”")
        for name, label in ((village, "村(社区)"), (grid, "网格")):
            if name:
                found = self._under(found, name, label)
        if found is None or found.town_id is None:
            raise RowFault("没有写明所在镇(街道)、村(社区)或网格")
        if self.allowed is not None and found.id not in self.allowed:
            raise RowFault("所在区域不在您的辖区内")
        return found

    def _under(self, above: AreaCard | None, name: str, label: str) -> AreaCard:
        card = self.below.get((above.id if above else None, name))
        if card is not None:
            return card
        named = self.by_name.get(name, [])
        if above is not None and above.kind != "district":
            named = [c for c in named if above.id in (c.town_id, c.village_id, c.id)]
        if len(named) != 1:
            raise RowFault(f"{'有多个' if named else '没有'}{label}“{name[:20]}”")
        return named[0]


@dataclass
class _Load:
    """One running load: what it looks things up in and what it has counted."""

    actor: Actor
    mapped: Mapped
    header: tuple[str, ...]
    batch: ImportBatch
    places: Places
    care: dict[str, str]
    seen: dict[tuple[str, bytes], int] = field(default_factory=dict)
    homes: dict[tuple[int, str], Household] = field(default_factory=dict)
    grids: set[int] = field(default_factory=set)

    def origin(self, row: Row) -> Origin:
        """Where a row comes from."""
        return Origin("import", f"import:{self.batch.pk}:{row.no}", self.batch.at, purpose=self.batch.purpose)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A row that may be stored: its draft and place, its identity and content indexes."""

    row: Row
    draft: PersonDraft
    card: AreaCard
    household_no: str
    id_index: bytes
    row_index: bytes


@transaction.atomic
def import_people(
    *,
    actor: Actor,
    stream: BinaryIO,
    filename: str,
    mapping: Mapping[str, Any],
    purpose: str = "grid_service",
) -> ImportBatch:
    """Load a ledger of people; returns the report. ``Invalid`` when file or mapping cannot be read at all."""
    gate.require(actor, permissions.IMPORT)
    if purpose not in rules.PURPOSES:
        raise Invalid.field("purpose", "请选择采集目的")
    mapped = maps.parse(mapping)
    digest = hashlib.sha256()
    while chunk := stream.read(1 << 20):
        digest.update(chunk)
    stream.seek(0)
    table = sheets.open_table(stream, filename)
    maps.check_header(mapped, table.header)
    batch = ImportBatch.objects.create(
        source=mapped.source,
        filename=filename[:200],
        sha256=digest.hexdigest(),
        mapping=dict(mapping),
        header=list(table.header),
        purpose=purpose,
        post_id=actor.post_id,
        by=actor.key[:60],
        by_label=actor.label[:90],
        at=clock.now(),
    )
    care = {k.code: k.label for k in care_kinds()}
    load = _Load(actor, mapped, table.header, batch, Places(actor), care)
    rows = table.rows()
    while part := list(islice(rows, CHUNK)):
        _store_part(load, part)
    batch.blank = table.blank
    batch.save()
    if load.grids:
        feeds.changed("residents.person", area_ids=sorted(load.grids))
        feeds.changed("residents.household", area_ids=sorted(load.grids))
    audit.record(
        actor,
        "residents.ledger.imported",
        subject=f"residents.import:{batch.pk}",
        data={"stored": batch.stored, "refused": batch.refused},
    )
    return batch


def _store_part(load: _Load, part: Sequence[Row]) -> None:
    """Store one part of the rows in a handful of statements."""
    ready: list[_Ready] = []
    refused: list[tuple[Row, str]] = []
    for row in part:
        try:
            ready.append(_read(load, row))
        except RowFault as fault:
            refused.append((row, str(fault)))
    known = _known([(r.draft.id_type, r.id_index) for r in ready if r.id_index])
    stored_rows = set(
        Person.objects.filter(origin_index__in=[r.row_index for r in ready]).values_list(
            "origin_index", flat=True
        )
    )
    stored_rows = {bytes(index) for index in stored_rows if index is not None}
    fresh: list[_Ready] = []
    for one in ready:
        person_id = known.get((one.draft.id_type, one.id_index))
        if person_id is not None:
            _fill_known(load, one, person_id, refused)
        elif one.row_index in stored_rows:
            load.batch.unchanged += 1
        else:
            fresh.append(one)
    _write(load, fresh)
    _refuse(load, refused)
    load.batch.rows_in += len(part)
    load.batch.refused += len(refused)
    load.batch.stored += len(part) - len(refused)


def _read(load: _Load, row: Row) -> _Ready:
    """A row as a checked draft; ``RowFault`` when it cannot be stored."""
    found = maps.spoken(load.mapped, load.header, row.cells, load.care)
    texts = found.texts
    card = load.places.find(texts.get("town", ""), texts.get("village", ""), texts.get("grid", ""))
    draft = _draft(found)
    if faults := drafts.draft_faults(draft, list(load.care)):
        raise RowFault(";".join(faults.values()))
    id_index = crypto.blind_index("id_no", rules.normal_id_no(draft.id_no))
    content = "\x1f".join([load.mapped.source, *(sheets.text_of(c) for c in row.cells)])
    row_index = crypto.blind_index(ROW, content)
    key = (draft.id_type, id_index) if id_index else ("", row_index)
    if (first := load.seen.get(key)) is not None:
        raise RowFault(f"与第{first}行是同一人" if id_index else f"与第{first}行内容相同")
    load.seen[key] = row.no
    return _Ready(row, draft, card, texts.get("household_no", "")[:40], id_index, row_index)


def _draft(found: Spoken) -> PersonDraft:
    texts = found.texts
    phones = [PhoneDraft(texts["phone"])] if texts.get("phone") else []
    if texts.get("guardian_phone"):
        phones.append(PhoneDraft(texts["guardian_phone"], "guardian", texts.get("guardian", "")))
    return PersonDraft(
        name=texts.get("name", ""),
        id_no=texts.get("id_no", ""),
        id_type=texts.get("id_type") or "id_card",
        sex=texts.get("sex", ""),
        nationality=texts.get("nationality") or "CHN",
        birthday=found.birthday,
        hukou_code=texts.get("hukou_code", ""),
        address=texts.get("address", ""),
        relation=texts.get("relation", ""),
        residence=texts.get("residence") or "resident",
        no_smartphone=found.no_smartphone,
        disease_history=texts.get("disease_history", ""),
        phones=tuple(phones),
        care=found.care,
    )


def _known(keys: Sequence[tuple[str, bytes]]) -> dict[tuple[str, bytes], int]:
    """Person ids by (paper, index), in the whole register and whatever the scope."""
    if not keys:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT w.papers, w.number, k.id FROM unnest(%s::text[], %s::bytea[]) AS w(papers, number)"
            " CROSS JOIN LATERAL residents_known(w.papers, w.number) k",
            [[papers for papers, _ in keys], [index for _, index in keys]],
        )
        return {(papers, bytes(number)): pk for papers, number, pk in cursor.fetchall()}


def _fill_known(load: _Load, one: _Ready, person_id: int, refused: list[tuple[Row, str]]) -> None:
    """Add what a known person lacks; somebody of another area is refused, never touched."""
    person = people_visible_to(load.actor).filter(pk=person_id).first()
    if person is None:
        refused.append((one.row, "此证件号码已登记在辖区外的网格,请核对后办理迁移"))
        return
    wanted = {
        "address": one.draft.address,
        "hukou_code": one.draft.hukou_code,
        "relation": one.draft.relation,
        "no_smartphone": one.draft.no_smartphone,
    }
    columns = {n: v for n, v in wanted.items() if v and not getattr(person, n)}
    origin = load.origin(one.row)
    have = {
        bytes(i) for i in PersonPhone.objects.filter(person=person).values_list("number_index", flat=True)
    }
    phones = [p for p in drafts.new_phones(person, one.draft.phones, origin) if p.number_index not in have]
    if not columns and not phones:
        load.batch.unchanged += 1
        return
    PersonPhone.objects.bulk_create(phones)
    columns |= {"expires_at": max(person.expires_at, rules.expiry(person.purpose, origin.moment))}
    Person.objects.filter(pk=person.pk).update(**columns, version=F("version") + 1, changed_at=clock.now())
    fields = [n for n in columns if n != "expires_at"] + (["phones"] if phones else [])
    drafts.line(load.actor, origin, Said("imported", fields), person_id=person.pk).save()
    load.batch.updated += 1
    if person.grid_id:
        load.grids.add(person.grid_id)


def _write(load: _Load, fresh: Sequence[_Ready]) -> None:
    """New people of one part, with their households."""
    if not fresh:
        return
    _homes(load, fresh)
    settlers = []
    for one in fresh:
        home = load.homes.get((one.card.id, one.household_no)) if one.household_no else None
        draft = one.draft
        if home is not None:
            draft = PersonDraft(**{f: getattr(draft, f) for f in draft.__slots__} | {"household_id": home.pk})
        settlers.append(Settler(draft, one.card, load.origin(one.row), one.row_index))
        if one.card.grid_id:
            load.grids.add(one.card.grid_id)
    settle(load.actor, settlers, "imported")


def _homes(load: _Load, fresh: Sequence[_Ready]) -> None:
    """Find or make the households the rows name."""
    wanted = {(r.card.id, r.household_no): r for r in fresh if r.household_no}
    missing = [key for key in wanted if key not in load.homes]
    numbers = [number for _, number in missing]
    for home in Household.objects.filter(number__in=numbers):
        load.homes.setdefault((home.place_id, home.number), home)
    new = []
    for key in missing:
        if key not in load.homes:
            one = wanted[key]
            new.append(new_home(one.draft.address or one.card.name, one.card, load.origin(one.row), key[1]))
    Household.objects.bulk_create(new)
    load.homes |= {(home.place_id, home.number): home for home in new}
    Provenance.objects.bulk_create(
        drafts.line(
            load.actor,
            Origin("import", f"import:{load.batch.pk}", load.batch.at, purpose=load.batch.purpose),
            Said("imported", ["address"]),
            household_id=home.pk,
        )
        for home in new
    )


def _refuse(load: _Load, refused: Sequence[tuple[Row, str]]) -> None:
    RefusedRow.objects.bulk_create(
        RefusedRow(
            batch=load.batch,
            row_no=row.no,
            reason=reason[:300],
            cells_sealed=crypto.seal(
                CELLS, json.dumps([sheets.text_of(c) for c in row.cells], ensure_ascii=False)
            ),
            expires_at=rules.expiry("epidemic", load.batch.at),
        )
        for row, reason in refused
    )


@transaction.atomic
def refused_rows(*, actor: Actor, batch_id: int) -> bytes:
    """The refused rows as a CSV: row number, reason, then the cells as they came; the download is logged.

    Corrected in place it can be loaded again with the same mapping.
    """
    batch = import_batch(actor, batch_id)
    rows = RefusedRow.objects.filter(batch=batch).order_by("row_no")
    audit.record(actor, "residents.ledger.refusals_read", subject=f"residents.import:{batch.pk}")
    return sheets.write_csv(
        ["行号", "拒收原因", *batch.header],
        ([str(r.row_no), r.reason, *json.loads(crypto.unseal(CELLS, r.cells_sealed))] for r in rows),
    )
