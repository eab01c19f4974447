"""Foreign ledgers: CSV and XLSX rows become tickets; what cannot is kept with its reason.

Rows in = stored + refused, checked by the database. A row is known by (source, external number), so
loading a file twice stores nothing twice, and a corrected file of refused rows can follow.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any, BinaryIO

from django.db import connection, transaction

from wangge.audit import services as audit
from wangge.casework import services as casework
from wangge.hotline import mapping as maps
from wangge.hotline import permissions, rules
from wangge.hotline.mapping import Foreign, LedgerMapping, RowFault
from wangge.hotline.models import (
    Category,
    ImportBatch,
    ImportProfile,
    RefusedRow,
    Ticket,
    TicketMove,
)
from wangge.hotline.queries.ledgers import import_batch
from wangge.hotline.services import drafts
from wangge.hotline.services.drafts import TicketDraft
from wangge.kit import clock, crypto, sheets
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.kit.sheets import Row
from wangge.live import services as live
from wangge.territory import queries as territory

CHUNK = 500
CELLS = "ledger"


@dataclass
class _Load:
    """One running load: what it looks things up in and what it has counted."""

    actor: Actor
    mapping: LedgerMapping
    header: tuple[str, ...]
    batch: ImportBatch
    towns: dict[str, int]
    categories: dict[str, int]
    seen: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A row that may be stored."""

    row: Row
    found: Foreign
    ticket: Ticket
    caller: str


@transaction.atomic
def import_ledger(
    *, actor: Actor, stream: BinaryIO, filename: str, mapping: Mapping[str, Any]
) -> ImportBatch:
    """Load a ledger; returns the report. ``Invalid`` when file or mapping cannot be read at all.

    Idempotent per (source, external number): rows known already count as stored and ``unchanged``.
    """
    gate.require(actor, permissions.IMPORT)
    checked = maps.parse(mapping)
    digest = hashlib.sha256()
    while chunk := stream.read(1 << 20):
        digest.update(chunk)
    stream.seek(0)
    table = sheets.open_table(stream, filename)
    maps.check_header(checked, table.header)
    batch = ImportBatch.objects.create(
        source=checked.source,
        filename=filename[:200],
        sha256=digest.hexdigest(),
        mapping=dict(mapping),
        header=list(table.header),
        by=actor.key,
        by_label=actor.label,
        at=clock.now(),
    )
    load = _Load(actor, checked, table.header, batch, _towns(), _categories())
    rows = table.rows()
    while part := list(islice(rows, CHUNK)):
        _store_part(load, part)
    batch.blank = table.blank
    batch.save()
    audit.record(
        actor,
        "hotline.ledger.imported",
        subject=f"hotline.import:{batch.pk}",
        data={"stored": batch.stored, "refused": batch.refused},
    )
    live.announce("hotline.board")
    return batch


def _towns() -> dict[str, int]:
    found: dict[str, int] = {}
    for card in territory.towns():
        found |= {card.name: card.id, card.short_name: card.id}
    found.pop("", None)
    return found


def _categories() -> dict[str, int]:
    rows = list(Category.objects.order_by("-level").values_list("pk", "name", "path"))
    return {name: pk for pk, name, _ in rows} | {path: pk for pk, _, path in rows}


def _store_part(load: _Load, part: Sequence[Row]) -> None:
    """Store one part of the rows in a handful of statements."""
    read: list[tuple[Row, Foreign]] = []
    refused: list[tuple[Row, str]] = []
    for row in part:
        try:
            found = maps.foreign(load.mapping, load.header, row.cells)
            if (first := load.seen.get(found.external_no)) is not None:
                raise RowFault(f"编号与第{first}行重复")
            load.seen[found.external_no] = row.no
            read.append((row, found))
        except RowFault as fault:
            refused.append((row, str(fault)))
    numbers = [found.external_no for _, found in read]
    known = set(
        Ticket.objects.filter(source=load.mapping.source, external_no__in=numbers).values_list(
            "external_no", flat=True
        )
    )
    ready: list[_Ready] = []
    for row, found in read:
        if found.external_no in known:
            continue
        try:
            ready.append(_ticket(load, row, found))
        except RowFault as fault:
            refused.append((row, str(fault)))
    _write(load, ready)
    _refuse(load, refused)
    load.batch.rows_in += len(part)
    load.batch.refused += len(refused)
    load.batch.stored += len(part) - len(refused)
    load.batch.unchanged += len(known)


def _ticket(load: _Load, row: Row, found: Foreign) -> _Ready:
    """An unsaved ticket of a foreign row; ``RowFault`` when a field is not acceptable."""
    texts = found.texts
    area = texts.get("area", "")
    category = texts.get("category", "")
    note = texts.get("internal_note", "")
    if category and category not in load.categories:
        note = f"{note}\n原分类:{category}".strip()
    draft = TicketDraft(
        content=texts["content"],
        kind=texts.get("kind") or "other",
        channel=texts.get("channel") or "department",
        title=texts.get("title", "")[:120],
        urgency=texts.get("urgency") or "normal",
        caller_type=texts.get("caller_type") or "person",
        caller=texts.get("caller", ""),
        caller_no=texts.get("caller_no", ""),
        contact_no=texts.get("contact_no", ""),
        id_no=texts.get("id_no", ""),
        confidential=found.confidential,
        address=texts.get("address", ""),
        community=texts.get("community", ""),
        poi=texts.get("poi", ""),
        category_id=load.categories.get(category),
        area_id=load.towns.get(area),
        lon=found.numbers.get("lon"),
        lat=found.numbers.get("lat"),
        city_no=texts.get("city_no", ""),
        prov_no=texts.get("prov_no", ""),
        source=load.mapping.source,
        external_no=found.external_no,
        internal_note=note,
        received_at=found.moments.get("received_at") or clock.now(),
    )
    if faults := drafts.draft_faults(draft):
        raise RowFault(";".join(faults.values()))
    if len(draft.external_no) > 60:
        raise RowFault("原编号超过60字")
    if (draft.received_at or clock.now()) > clock.now():
        raise RowFault("受理时间在将来")
    number = casework.next_number("hotline.ticket", "", draft.received_at or clock.now())
    ticket = drafts.new_ticket(draft, no=number, post_id=load.actor.post_id)
    _settle(ticket, found)
    return _Ready(row, found, ticket, draft.caller)


def _settle(ticket: Ticket, found: Foreign) -> None:
    """Where a foreign ticket stands: open here, or closed with the times of the ledger.

    A closed one counts as dispatched when the ledger names a unit or a dispatch, else as answered
    directly, so that total = direct + dispatched holds for ledgers too.
    """
    ticket.status = found.status
    ticket.version = 2 if found.status != "received" else 1
    ticket.public_reply = found.texts.get("public_reply", "")
    if found.status != "closed":
        return
    closed = found.moments.get("closed_at") or ticket.received_at
    ticket.closed_at = ticket.replied_at = closed
    dispatched = found.moments.get("dispatched_at")
    if dispatched or found.texts.get("unit"):
        ticket.dispatched_at = dispatched or ticket.received_at
        ticket.reply_due = found.moments.get("due_at")
        ticket.late = rules.is_late(closed, ticket.reply_due, closed)
    else:
        ticket.direct = True
    if satisfaction := found.texts.get("satisfaction"):
        ticket.satisfaction = satisfaction
        ticket.callback_effective = satisfaction != "no_opinion"


def _write(load: _Load, ready: Sequence[_Ready]) -> None:
    """Tickets, tokens, moves, timeline of one part."""
    if not ready:
        return
    Ticket.objects.bulk_create([r.ticket for r in ready])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT hotline_index_words(i, a, w) FROM unnest(%s::bigint[], %s::timestamptz[], %s::text[])"
            " AS t(i, a, w)",
            [
                [r.ticket.pk for r in ready],
                [r.ticket.received_at for r in ready],
                [
                    rules.searchable(r.ticket.title, r.ticket.content, r.ticket.address, [r.caller])
                    for r in ready
                ],
            ],
        )
    TicketMove.objects.bulk_create(list(_moves(load, ready)))
    for r in ready:
        casework.note(
            actor=load.actor,
            subject_kind="hotline.ticket",
            subject_id=r.ticket.pk,
            action="imported",
            label="台账导入",
            text=f"来源{load.mapping.source},原编号{r.found.external_no}",
        )


def _moves(load: _Load, ready: Sequence[_Ready]) -> Iterator[TicketMove]:
    for r in ready:
        data = {"batch": load.batch.pk, "row": r.row.no}
        yield _move(load, r, ("take_in", "", "received"), r.ticket.received_at, data)
        if r.ticket.status == "awaiting_dispatch":
            yield _move(
                load, r, ("submit_for_dispatch", "received", "awaiting_dispatch"), r.ticket.received_at, data
            )
        elif r.ticket.status == "closed":
            more = data | {"direct": r.ticket.direct, "late": r.ticket.late}
            at = r.ticket.closed_at or r.ticket.received_at
            yield _move(load, r, ("import_closed", "received", "closed"), at, more)


def _move(
    load: _Load, ready: _Ready, step: tuple[str, str, str], at: datetime, data: dict[str, Any]
) -> TicketMove:
    name, source, target = step
    return TicketMove(
        row=ready.ticket,
        name=name,
        source=source,
        target=target,
        by=load.actor.key,
        by_label=load.actor.label,
        agency_id=load.actor.agency_id,
        at=at,
        data=data,
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
        )
        for row, reason in refused
    )


@transaction.atomic
def refused_rows(*, actor: Actor, batch_id: int) -> bytes:
    """The refused rows as a CSV: row number, reason, then the cells as they came; the download is logged.

    Corrected in place it can be loaded again with the same mapping.
    """
    batch = import_batch(actor, batch_id)
    rows = RefusedRow.objects.filter(batch_id=batch.pk).order_by("row_no")
    audit.record(actor, "hotline.ledger.refusals_read", subject=f"hotline.import:{batch.pk}")
    return sheets.write_csv(
        ["行号", "拒收原因", *batch.header],
        ([str(r.row_no), r.reason, *json.loads(crypto.unseal(CELLS, r.cells_sealed))] for r in rows),
    )


@transaction.atomic
def save_profile(*, actor: Actor, name: str, mapping: Mapping[str, Any]) -> ImportProfile:
    """Keep a mapping under a name for the next file of the same source."""
    gate.require(actor, permissions.IMPORT)
    checked = maps.parse(mapping)
    if not name.strip():
        raise Invalid.field("name", "请填写名称")
    profile, _new = ImportProfile.objects.update_or_create(
        name=name.strip()[:60],
        defaults={"source": checked.source, "mapping": dict(mapping), "changed_at": clock.now()},
    )
    audit.record(actor, "hotline.profile.saved", subject=f"hotline.profile:{profile.pk}")
    return profile
