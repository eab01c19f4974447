"""Reading the log: who, what, when, which subject; never content. Proving that it is whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Q

from wangge.audit import permissions as verbs
from wangge.audit import rules
from wangge.audit.models import AuditEntry, AuditSeal
from wangge.audit.sealing import leaves_between
from wangge.kit import clock, paging, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One line of the log."""

    id: int
    at: datetime
    actor_key: str
    actor_label: str
    action: str
    subject: str
    purpose: str


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """What to look for; empty means any. ``day_to`` is included. One of subject, actor and action is
    looked up in an index, the rest narrows it."""

    subject: str = ""
    actor_key: str = ""
    action: str = ""
    day_from: date | None = None
    day_to: date | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of the proof: ``broken`` names the seals that do not fit the lines any more."""

    seals: int
    entries: int
    unsealed: int
    broken: list[int] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether every seal fits."""
        return not self.broken


def entries_visible_to(
    actor: Actor, wanted: EntryFilter | None = None, cursor: str = "", limit: int = 50
) -> paging.Page[EntryCard]:
    """Newest first, by keyset on the id. The auditor sees who did what when, not what was written."""
    permissions.require(actor, verbs.READ)
    wanted = wanted or EntryFilter()
    limit = paging.checked_limit(limit)
    condition = Q()
    if wanted.subject:
        condition &= Q(subject=wanted.subject)
    if wanted.actor_key:
        condition &= Q(actor_key=wanted.actor_key)
    if wanted.action:
        condition &= Q(action=wanted.action)
    if wanted.day_from and wanted.day_to and wanted.day_from > wanted.day_to:
        raise Invalid.field("day_to", "结束日期不能早于开始日期")
    if wanted.day_from:
        condition &= Q(at__gte=clock.start_of(wanted.day_from))
    if wanted.day_to:
        condition &= Q(at__lt=clock.start_of(wanted.day_to + timedelta(days=1)))
    if cursor:
        condition &= Q(pk__lt=int(paging.decode(cursor, 1)[0]))
    columns = ("id", "at", "actor_key", "actor_label", "action", "subject", "purpose")
    found = list(AuditEntry.objects.filter(condition).order_by("-id").values_list(*columns)[: limit + 1])
    following = paging.encode(found[limit - 1][0]) if len(found) > limit else None
    return paging.Page([EntryCard(*row) for row in found[:limit]], following)


def entries_about(subject: str, cursor: str = "", limit: int = 50) -> paging.Page[EntryCard]:
    """The lines about one subject, newest first, for the context that owns it: the caller has asked its
    own gate whether this actor may know who looked."""
    limit = paging.checked_limit(limit)
    condition = Q(subject=subject)
    if cursor:
        condition &= Q(pk__lt=int(paging.decode(cursor, 1)[0]))
    columns = ("id", "at", "actor_key", "actor_label", "action", "subject", "purpose")
    found = list(AuditEntry.objects.filter(condition).order_by("-id").values_list(*columns)[: limit + 1])
    following = paging.encode(found[limit - 1][0]) if len(found) > limit else None
    return paging.Page([EntryCard(*row) for row in found[:limit]], following)


def verify(day: date | None = None) -> Verification:
    """Count the seals of a day (by the day of sealing, China) against the lines again; ``None`` = all.

    Every seal is checked twice: its root against the lines of its range, and its chain against the
    seal before it, so that neither a line nor a seal can be changed, added or taken away unseen.
    """
    seals = AuditSeal.objects.order_by("id")
    if day is not None:
        begin = clock.start_of(day)
        seals = seals.filter(sealed_at__gte=begin, sealed_at__lt=begin + timedelta(days=1))
    broken: list[int] = []
    entries = count = 0
    before: AuditSeal | None = None
    for seal in seals:
        if before is None:
            before = AuditSeal.objects.filter(pk__lt=seal.pk).order_by("-id").first()
        if not _fits(seal, before):
            broken.append(seal.pk)
        entries += seal.count
        count += 1
        before = seal
    last = AuditSeal.objects.order_by("-id").first()
    unsealed = AuditEntry.objects.filter(written_in__gte=last.to_txid if last else 0).count()
    return Verification(count, entries, unsealed, broken)


def _fits(seal: AuditSeal, before: AuditSeal | None) -> bool:
    if seal.from_txid != (before.to_txid if before else 0):
        return False
    found = list(leaves_between(seal.from_txid, seal.to_txid))
    tree_root = rules.root([hashed for _, hashed in found])
    chain = bytes(before.chain) if before else rules.EMPTY
    return (
        len(found) == seal.count
        and tree_root == bytes(seal.root)
        and rules.chained(chain, tree_root, seal.first_id, seal.last_id, seal.count) == bytes(seal.chain)
    )
