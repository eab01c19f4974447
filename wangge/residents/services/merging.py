"""Two rows that are one person: merged with both sources kept, and taken apart again."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from django.db.models import F

from wangge.audit import services as audit
from wangge.kit import clock, crypto
from wangge.kit import events as announcements
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound
from wangge.kit.subjects import subject
from wangge.residents import events, permissions
from wangge.residents.models import CallLog, CareTag, Merge, Person, PersonPhone, Registration
from wangge.residents.queries.records import merge_for
from wangge.residents.queries.scope import KIND, people_visible_to
from wangge.residents.services import drafts
from wangge.residents.services.drafts import Origin, Said
from wangge.residents.services.people import touch

FILL = ("hukou_code", "address", "household_id", "relation", "birthday")
CHILDREN: dict[str, type[PersonPhone] | type[CareTag] | type[Registration] | type[CallLog]] = {
    "phones": PersonPhone,
    "care": CareTag,
    "registrations": Registration,
    "calls": CallLog,
}


def _both(actor: Actor, kept_id: int, absorbed_id: int) -> tuple[Person, Person]:
    if kept_id == absorbed_id:
        raise Invalid.field("absorbed_id", "请选择另一条记录")
    rows = people_visible_to(actor).filter(pk__in=[kept_id, absorbed_id])
    found = {p.pk: p for p in rows.select_for_update().order_by("pk")}
    if len(found) < 2:
        raise NotFound
    return found[kept_id], found[absorbed_id]


@transaction.atomic
def merge_people(*, actor: Actor, kept_id: int, absorbed_id: int, reason: str) -> Merge:
    """Make one person of two rows: the kept one is filled from the other where it is empty and gets its
    numbers, care tags, registrations and calls; the other stays behind it with its own sources.

    ``Conflict`` ``two_people`` when both have identity numbers: those are two people.
    """
    gate.require(actor, permissions.MERGE)
    if not reason.strip():
        raise Invalid.field("reason", "请填写合并理由")
    kept, absorbed = _both(actor, kept_id, absorbed_id)
    if kept.id_no_index and absorbed.id_no_index:
        raise Conflict("两条记录的证件号码不同,不是同一人", code="two_people")
    moved = {name: _move(name, kept, absorbed) for name in CHILDREN}
    filled = _fill(kept, absorbed)
    snapshot = {
        "before": filled,
        "moved": moved,
        "id_no": bool(absorbed.id_no_index and not kept.id_no_index),
    }
    if snapshot["id_no"]:
        _hand_over(absorbed, kept)
    Person.objects.filter(pk=absorbed.pk).update(
        merged_into=kept, version=F("version") + 1, changed_at=clock.now()
    )
    Person.objects.filter(pk=kept.pk).update(
        expires_at=max(kept.expires_at, absorbed.expires_at), version=F("version") + 1, changed_at=clock.now()
    )
    merge = Merge.objects.create(
        kept=kept,
        absorbed=absorbed,
        reason=reason.strip()[:200],
        snapshot_sealed=crypto.seal(drafts.SAID, json.dumps(snapshot, default=str)),
        by=actor.key[:60],
        by_label=actor.label[:90],
        at=clock.now(),
    )
    _tell(actor, "merged", kept, absorbed)
    announcements.announce(events.PeopleMerged(kept_id=kept.pk, absorbed_id=absorbed.pk))
    return merge


def _move(name: str, kept: Person, absorbed: Person) -> list[int]:
    """Hang the children of one kind over; those the kept person has already stay where they are."""
    rows: Any = CHILDREN[name].objects.filter(person=absorbed)
    if name == "phones":
        mine = PersonPhone.objects.filter(person=kept).values("number_index")
        rows = rows.exclude(number_index__in=mine)
    elif name == "care":
        rows = rows.exclude(kind__in=CareTag.objects.filter(person=kept).values("kind"))
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    CHILDREN[name].objects.filter(pk__in=ids).update(person=kept)
    return ids


def _fill(kept: Person, absorbed: Person) -> dict[str, Any]:
    """Fill empty fields; returns what they were filled with, so that undoing empties just those."""
    taken = {n: getattr(absorbed, n) for n in FILL if not getattr(kept, n) and getattr(absorbed, n)}
    if not kept.disease_history_sealed and absorbed.disease_history_sealed:
        Person.objects.filter(pk=kept.pk).update(disease_history_sealed=absorbed.disease_history_sealed)
        taken["disease_history_sealed"] = ""
    plain = {n: v for n, v in taken.items() if n != "disease_history_sealed"}
    if plain:
        Person.objects.filter(pk=kept.pk).update(**plain)
    return taken


def _hand_over(giver: Person, taker: Person) -> None:
    """The identity number changes hands; at no moment have two rows the same one."""
    columns = {"id_type": giver.id_type, "id_no_sealed": giver.id_no_sealed, "id_no_index": giver.id_no_index}
    Person.objects.filter(pk=giver.pk).update(id_no_sealed=b"", id_no_index=None)
    Person.objects.filter(pk=taker.pk).update(**columns)


@transaction.atomic
def undo_merge(*, actor: Actor, merge_id: int, reason: str) -> Merge:
    """They were two people: everything that was hung over goes back, fields that were filled are emptied
    where nobody has changed them since. ``Conflict`` when it was undone already."""
    gate.require(actor, permissions.MERGE)
    if not reason.strip():
        raise Invalid.field("reason", "请填写撤销理由")
    merge = merge_for(actor, merge_id)
    if merge.undone_at is not None:
        raise Conflict("这次合并已经撤销", code="already_undone")
    kept = Person.objects.select_for_update().get(pk=merge.kept_id)
    absorbed = Person.objects.select_for_update().get(pk=merge.absorbed_id)
    snapshot = json.loads(crypto.unseal(drafts.SAID, merge.snapshot_sealed))
    for name, ids in snapshot["moved"].items():
        model: Any = CHILDREN[name]
        model.objects.filter(pk__in=ids, person=kept).update(person=absorbed)
    _empty(kept, snapshot["before"])
    if snapshot["id_no"]:
        _hand_over(kept, absorbed)
    Person.objects.filter(pk__in=[kept.pk, absorbed.pk]).update(
        version=F("version") + 1, changed_at=clock.now()
    )
    Person.objects.filter(pk=absorbed.pk).update(merged_into=None)
    Merge.objects.filter(pk=merge.pk).update(undone_at=clock.now(), undone_by=actor.label[:90])
    merge.refresh_from_db()
    _tell(actor, "unmerged", kept, absorbed)
    announcements.announce(events.MergeUndone(kept_id=kept.pk, absorbed_id=absorbed.pk))
    return merge


def _empty(kept: Person, filled: dict[str, Any]) -> None:
    empty: dict[str, Any] = {"household_id": None, "birthday": None, "disease_history_sealed": b""}
    for name, value in filled.items():
        if name == "disease_history_sealed" or str(getattr(kept, name)) == str(value):
            Person.objects.filter(pk=kept.pk).update(**{name: empty.get(name, "")})


def _tell(actor: Actor, act: str, kept: Person, absorbed: Person) -> None:
    """Provenance on both rows, the log, the phones of both grids."""
    origin = Origin(purpose=kept.purpose)
    for person, other in ((kept, absorbed), (absorbed, kept)):
        drafts.line(actor, origin, Said(act, [], {"with": other.pk}), person_id=person.pk).save()
        audit.record(
            actor, f"residents.person.{act}", subject=subject(KIND, person.pk), data={"with": other.pk}
        )
    touch([kept, absorbed])
