"""Rows whose time is over are erased, with evidence of how many and which."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q

from wangge.audit import services as audit
from wangge.kit import clock, feeds
from wangge.kit import events as announcements
from wangge.kit.actor import system
from wangge.residents import events
from wangge.residents.models import (
    CallLog,
    CareTag,
    Erasure,
    Household,
    Merge,
    Person,
    PersonPhone,
    Provenance,
    RefusedRow,
    Registration,
)

BATCH = 1000
METHOD = "DELETE,主键集合 SHA-256"
ERASER = system("residents.erase_expired")
OWN: tuple[tuple[str, Any], ...] = (
    ("call", CallLog),
    ("registration", Registration),
    ("phone", PersonPhone),
    ("care", CareTag),
    ("refused_row", RefusedRow),
)


def erase_expired() -> dict[str, int]:
    """Erase what has expired, batch by batch, each with its evidence; returns rows by dataset. Idempotent."""
    now = clock.now()
    counts: dict[str, int] = {}
    for dataset, model in OWN:
        while ids := list(
            model.objects.filter(expires_at__lt=now).order_by("pk").values_list("pk", flat=True)[:BATCH]
        ):
            with transaction.atomic():
                if model is PersonPhone:
                    CallLog.objects.filter(phone_id__in=ids).update(phone=None)
                _erase(dataset, model, ids, now, counts)
    while ids := _expired_people(now):
        with transaction.atomic():
            _erase_people(ids, now, counts)
    while ids := _empty_homes(now):
        with transaction.atomic():
            _erase_linked("provenance", Provenance, Q(household_id__in=ids, person__isnull=True), now, counts)
            Provenance.objects.filter(household_id__in=ids).update(household=None)
            _erase("household", Household, ids, now, counts)
    return counts


def _expired_people(now: datetime) -> list[int]:
    """People past their time; a kept person waits for the doubles behind it, a double goes with it."""
    rows = Person.objects.filter(expires_at__lt=now, merged_into__isnull=True)
    ids = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
    doubles = Person.objects.filter(merged_into_id__in=ids).values_list("pk", flat=True)
    return sorted({*ids, *doubles})


def _empty_homes(now: datetime) -> list[int]:
    """Households past their time in which nobody lives."""
    lived_in = Person.objects.filter(household__isnull=False).values("household_id")
    rows = Household.objects.filter(expires_at__lt=now).exclude(pk__in=lived_in)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])


def _erase_people(ids: Sequence[int], now: datetime, counts: dict[str, int]) -> None:
    """People with everything that hangs on them; whoever points at them from above lets go first."""
    grids = set(
        Person.objects.filter(pk__in=ids, grid_id__isnull=False).values_list("grid_id", flat=True).distinct()
    )
    announcements.announce(events.PeopleExpired(tuple(ids)))
    of_them = Q(person_id__in=ids)
    for dataset, model in (("call", CallLog), ("registration", Registration)):
        _erase_linked(dataset, model, of_them, now, counts)
    _erase_linked("phone", PersonPhone, of_them, now, counts)
    _erase_linked("care", CareTag, of_them, now, counts)
    _erase_linked("merge", Merge, Q(kept_id__in=ids) | Q(absorbed_id__in=ids), now, counts)
    _erase_linked("provenance", Provenance, of_them, now, counts)
    Person.objects.filter(pk__in=ids, merged_into__isnull=False).update(
        merged_into=None, version=F("version") + 1
    )
    _erase("person", Person, ids, now, counts)
    if grids:
        feeds.changed("residents.person", *ids, area_ids=[g for g in grids if g is not None])


def _erase_linked(dataset: str, model: Any, wanted: Q, now: datetime, counts: dict[str, int]) -> None:
    ids = list(model.objects.filter(wanted).order_by("pk").values_list("pk", flat=True))
    _erase(dataset, model, ids, now, counts)


def _erase(dataset: str, model: Any, ids: Sequence[int], now: datetime, counts: dict[str, int]) -> None:
    """Delete rows by id and write the evidence; nothing for no ids."""
    if not ids:
        return
    with connection.cursor() as cursor:
        table = model._meta.db_table
        cursor.execute(f"DELETE FROM {table} WHERE id = ANY (%s)", [list(ids)])  # noqa: S608
        done = cursor.rowcount
    digest = hashlib.sha256(",".join(str(pk) for pk in sorted(ids)).encode()).hexdigest()
    Erasure.objects.create(
        dataset=dataset,
        rows=done,
        ids_sha256=digest,
        expired_before=now,
        method=METHOD,
        by=ERASER.key,
        at=clock.now(),
    )
    audit.record(
        ERASER, "residents.rows.erased", data={"dataset": dataset, "rows": done, "ids_sha256": digest}
    )
    counts[dataset] = counts.get(dataset, 0) + done
