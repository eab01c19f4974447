"""The register: new rows, corrections, and the steps from found to closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Forbidden, Invalid, StaleVersion
from wangge.kit.subjects import subject
from wangge.premises import permissions, queries, rules, wording
from wangge.premises.models import Premises
from wangge.premises.queries.phone import server_version
from wangge.premises.services import writing
from wangge.premises.services.writing import PremisesDraft
from wangge.premises.states import PREMISES
from wangge.territory import queries as territory
from wangge.territory.queries import Lineage

PLAIN = (
    "name",
    "short_name",
    "credit_code",
    "kind",
    "industry",
    "above_scale",
    "address",
    "lon",
    "lat",
    "staff_total",
)
BY_LIAISON = frozenset({"short_name", "industry", "address", "lon", "lat", "staff_total"})


@transaction.atomic
def register_premises(*, actor: Actor, draft: PremisesDraft) -> Premises:
    """Put a premises on the register: in force at once, or with ``draft.found`` waiting for verification.

    A client id that has arrived gives the row it made. ``Conflict`` for a code, or in one town a name
    without code, that is there already.
    """
    gate.require(actor, permissions.REGISTER)
    if draft.client_id and (known := queries.by_client_id(draft.client_id)):
        return queries.premises_for(actor, known)
    if actor.role == "grid_worker" and not draft.found:
        raise Forbidden("网格员登记的单位需先由镇村核实", code="must_be_found")
    lineage = writing.area_of(actor, draft.area_id, draft.lon, draft.lat)
    ready = writing.new_row(actor, draft, lineage)
    writing.store(actor, [ready])
    audit.record(actor, "premises.premises.registered", subject=subject(queries.KIND, ready.row.pk))
    return ready.row


@transaction.atomic
def register_many(*, actor: Actor, drafts: Sequence[PremisesDraft]) -> list[int]:
    """Put many premises on the register in a handful of statements; all or none. Ids in the given order.

    For ledgers made by programs (demo, takeover from another system): every draft names its area.
    """
    gate.require(actor, permissions.REGISTER)
    cards = [card for kind in ("town", "village", "grid") for card in territory.areas(kind)]
    lineages = {c.id: Lineage(c.district_id, c.town_id, c.village_id, c.grid_id) for c in cards}
    ready = []
    for draft in drafts:
        lineage = lineages.get(draft.area_id or 0)
        if lineage is None or not writing.within(actor, lineage):
            raise Invalid.field("area_id", "请写明辖区内的所属区域")
        ready.append(writing.new_row(actor, draft, lineage))
    ids = writing.store(actor, ready)
    audit.record(actor, "premises.ledger.taken_over", data={"rows": len(ids)})
    return ids


@transaction.atomic
def correct_premises(*, actor: Actor, premises_id: int, version: int, changes: Mapping[str, Any]) -> Premises:
    """Change columns of a living premises that is still at ``version``; unchanged values are no change.

    ``area_id`` moves it. ``StaleVersion`` carries the server's record in ``data["server"]``. A liaison
    corrects what a visit shows (address, staff, industry), not what the licence says.
    """
    gate.require(actor, permissions.CORRECT)
    row = queries.premises_for(actor, premises_id, lock=True)
    if row.version != version:
        raise StaleVersion(data={"server": server_version(row)})
    if row.status not in {"active", "unverified"}:
        raise Conflict("已关停或不予登记的单位不能更正", code="wrong_state", data={"status": row.status})
    if actor.role == "liaison" and (forbidden := set(changes) - BY_LIAISON):
        raise Forbidden("企业联络员不能更正名称、代码等登记事项", data={"fields": sorted(forbidden)})
    columns = _columns(actor, row, changes)
    fields = [name for name, value in columns.items() if getattr(row, name) != value]
    if not fields:
        return row
    before = [a for a in (row.grid_id, row.dedicated_grid_id) if a]
    for name in fields:
        setattr(row, name, columns[name])
    row.sort_key = wording.sort_key(row.name)
    row.version, row.changed_at = row.version + 1, clock.now()
    with writing.refusing_doubles():
        row.save(update_fields=[*fields, "sort_key", "version", "changed_at"])
    writing.changed(row, fields, before=before)
    audit.record(
        actor, "premises.premises.corrected", subject=subject(queries.KIND, row.pk), data={"fields": fields}
    )
    return row


def _columns(actor: Actor, row: Premises, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Normalised columns of a correction; ``Invalid`` for unknown or wrong ones."""
    if unknown := sorted(set(changes) - {*PLAIN, "area_id", "dedicated_grid_id"}):
        raise Invalid(f"没有这些字段:{'、'.join(unknown)}")
    columns: dict[str, Any] = {name: changes[name] for name in PLAIN if name in changes}
    for name, normal in (
        ("name", rules.normal_name),
        ("short_name", rules.normal_name),
        ("credit_code", rules.normal_code),
        ("address", str.strip),
    ):
        if name in columns:
            columns[name] = normal(str(columns[name] or ""))
    whole = {name: getattr(row, name) for name in PLAIN} | columns
    faults = {name: fault for name, fault in rules.faults(whole).items() if name in columns or name == "lon"}
    if faults:
        raise Invalid(";".join(faults.values()), data={"fields": faults})
    if "dedicated_grid_id" in changes:
        columns["dedicated_grid_id"] = changes["dedicated_grid_id"]
        if columns["dedicated_grid_id"] is not None:
            writing.area_of(actor, columns["dedicated_grid_id"], None, None)
    if changes.get("area_id") is not None:
        lineage = writing.area_of(actor, changes["area_id"], None, None)
        columns |= {
            "town_id": lineage.town_id,
            "village_id": lineage.village_id,
            "grid_id": lineage.grid_id,
        }
    return columns


def _move(actor: Actor, premises_id: int, move: str, reason: str) -> Premises:
    gate.require(actor, permissions.DECIDE)
    row = queries.premises_for(actor, premises_id, lock=True)
    if move in {"reject", "close"} and len(reason.strip()) < 2:
        raise Invalid.field("reason", "请填写原因")
    PREMISES.apply(
        row, move, by=actor, reason=reason.strip(), version=row.version + 1, changed_at=clock.now()
    )
    writing.changed(row, ["status"])
    audit.record(
        actor,
        f"premises.premises.{_PAST[move]}",
        subject=subject(queries.KIND, row.pk),
        data={"status": row.status},
    )
    return row


_PAST = {"verify": "verified", "reject": "rejected", "close": "closed", "reopen": "reopened"}


@transaction.atomic
def verify_premises(*, actor: Actor, premises_id: int) -> Premises:
    """A found one is real: it stands on the register."""
    return _move(actor, premises_id, "verify", "")


@transaction.atomic
def reject_premises(*, actor: Actor, premises_id: int, reason: str) -> Premises:
    """A found one is none, or is there already; its name and code are free again."""
    return _move(actor, premises_id, "reject", reason)


@transaction.atomic
def close_premises(*, actor: Actor, premises_id: int, reason: str) -> Premises:
    """It works no more: it leaves lists, phones and campaigns, its history stays."""
    return _move(actor, premises_id, "close", reason)


@transaction.atomic
def reopen_premises(*, actor: Actor, premises_id: int) -> Premises:
    """It works again."""
    return _move(actor, premises_id, "reopen", "")


__all__ = [
    "PremisesDraft",
    "close_premises",
    "correct_premises",
    "register_many",
    "register_premises",
    "reject_premises",
    "reopen_premises",
    "verify_premises",
]
