"""Five-haves inspections: ten answers, what proves them, and the problems they bring to light."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from wangge.audit import services as audit
from wangge.campaigns import permissions, queries, rules
from wangge.campaigns.models import Inspection, InspectionItem, Target
from wangge.campaigns.models.inspection import ANSWERS, FIVE, GATE, INSPECTION_KINDS
from wangge.campaigns.queries import registers
from wangge.campaigns.services import moves, problems
from wangge.campaigns.services.problems import Found, Where
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound
from wangge.live import services as live
from wangge.org import queries as org
from wangge.premises import queries as premises

MOST_PROBLEMS = 20
WORK = {"inspection": "inspection", "visit": "liaison"}


@dataclass(frozen=True, slots=True)
class Item:
    """One answer: ``yes``, ``no`` or ``na``, with the client id of a photo that proves it and a note."""

    answer: str
    evidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class InspectionDraft:
    """An inspection as it was made. ``five`` answers all five; ``gate`` those that were looked at;
    ``photos`` and ``signature`` are client ids of files."""

    client_id: UUID
    premises_id: int
    kind: str
    captured_at: datetime
    five: Mapping[str, Item]
    gate: Mapping[str, Item] = field(default_factory=dict)
    inspectors: Sequence[str] = ()
    team: str = ""
    vaccinated: int | None = None
    leaflets: int = 0
    note: str = ""
    photos: Sequence[str] = ()
    signature: str = ""
    problems: Sequence[Found] = ()
    campaign_id: int | None = None


def _faults(draft: InspectionDraft) -> dict[str, str]:
    found = problems.faults(draft.problems)
    if draft.kind not in INSPECTION_KINDS:
        found["kind"] = "应为常态化巡查、分组走访或突击检查"
    if set(draft.five) != set(FIVE):
        missing = "、".join(FIVE[c] for c in FIVE if c not in draft.five)
        found["five"] = f"五有应逐项填写,还缺:{missing}"
    if set(draft.gate) - set(GATE):
        found["gate"] = "门岗查验项目不正确"
    if any(i.answer not in ANSWERS for i in (*draft.five.values(), *draft.gate.values())):
        found["answers"] = "每项应为是、否或不适用"
    if draft.vaccinated is not None and not 0 <= draft.vaccinated <= 1_000_000:
        found["vaccinated"] = "接种人数应为 0 到 1000000"
    if not 0 <= draft.leaflets <= 100_000:
        found["leaflets"] = "发放份数不正确"
    if len(draft.problems) > MOST_PROBLEMS:
        found["problems"] = f"一次最多登记 {MOST_PROBLEMS} 个问题"
    if len(draft.note) > 1000:
        found["note"] = "不超过 1000 字"
    return found


@transaction.atomic
def record_inspection(*, actor: Actor, draft: InspectionDraft) -> Inspection:
    """Keep an inspection of a unit in reach; its problems begin their way. Again stores nothing new.

    With a campaign the unit of its list becomes covered.
    """
    gate.require(actor, permissions.INSPECT)
    faults = _faults(draft)
    if faults:
        raise Invalid(";".join(faults.values()), data={"fields": faults})
    known = Inspection.objects.filter(client_id=draft.client_id).first()
    if known is not None:
        if known.premises_id != draft.premises_id:
            raise Conflict("同一编号的检查属于另一家单位", code="id_reused")
        return known
    row = _stored(actor, draft)
    _items(row, draft)
    evidence = [item.evidence for item in (*draft.five.values(), *draft.gate.values())]
    problems.claim(actor, [*draft.photos, draft.signature, *evidence], queries.INSPECTION, row.pk)
    where = Where(
        row.premises_id, row.title, row.town_id, row.village_id, row.grid_id, "inspection",
        row.post_id, inspection_id=row.pk, campaign_id=row.campaign_id,
    )  # fmt: skip
    problems.write_down(actor, where, draft.problems, draft.captured_at)
    if draft.campaign_id is not None:
        cover(actor, draft.campaign_id, draft.premises_id, draft.captured_at, "inspection")
    audit.record(actor, "campaigns.inspection.recorded", subject=f"campaigns.inspection:{row.pk}")
    live.announce("campaigns.board")
    return row


def reachable(actor: Actor, premises_id: int, campaign_id: int | None) -> registers.Unit:
    """The unit if it is in the actor's reach in the register or on a list he works; else ``NotFound``."""
    try:
        premises.premises_for(actor, premises_id)
    except NotFound:
        on_list = queries.targets_in_reach(actor).filter(
            subject_kind=registers.PREMISES, subject_id=premises_id
        )
        if campaign_id is None or not on_list.filter(campaign_id=campaign_id).exists():
            raise
    return registers.premises_units([premises_id])[premises_id]


def _stored(actor: Actor, draft: InspectionDraft) -> Inspection:
    unit = reachable(actor, draft.premises_id, draft.campaign_id)
    place = unit.town_id or unit.village_id
    agency = org.agency_for_area(place) if place else None
    with connection.cursor() as cursor:  # one that was made earlier and arrives later is not the latest
        cursor.execute("SELECT campaigns_outdate_inspection(%s, %s)", [unit.subject_id, draft.captured_at])
        latest = bool(cursor.fetchone()[0])
    return Inspection.objects.create(
        client_id=draft.client_id,
        premises_id=unit.subject_id,
        campaign_id=draft.campaign_id,
        kind=draft.kind,
        team=draft.team.strip()[:40],
        inspectors=[name.strip()[:40] for name in draft.inspectors if name.strip()][:10],
        vaccinated=draft.vaccinated,
        leaflets=draft.leaflets,
        note=draft.note.strip(),
        passed=rules.five_passed({code: item.answer for code, item in draft.five.items()}),
        latest=latest,
        photos=list(draft.photos)[:20],
        signature=draft.signature[:36],
        title=unit.title[:120],
        town_id=unit.town_id,
        village_id=unit.village_id,
        grid_id=unit.grid_id,
        post_id=actor.post_id,
        agency_id=agency.id if agency else None,
        by_label=actor.label[:80],
        captured_at=draft.captured_at,
        stored_at=clock.now(),
    )


def _items(row: Inspection, draft: InspectionDraft) -> None:
    parts = (("five", draft.five), ("gate", draft.gate))
    InspectionItem.objects.bulk_create(
        InspectionItem(
            inspection=row,
            part=part,
            code=code,
            answer=item.answer,
            evidence=item.evidence[:36],
            note=item.note.strip()[:200],
        )
        for part, items in parts
        for code, item in items.items()
    )


def cover(actor: Actor, campaign_id: int, premises_id: int, at: datetime, what: str, round_: int = 1) -> None:
    """The unit of a campaign's list was seen once more: covered when it was seen often enough.

    A unit that is not on the list, or covered already, stays as it is.
    """
    rows = queries.targets_in_reach(actor).filter(
        campaign_id=campaign_id, subject_kind=registers.PREMISES, subject_id=premises_id
    )
    target: Target | None = rows.select_for_update(of=("self",)).select_related("campaign").first()
    if target is None:
        raise NotFound("这家单位不在本次名单内")
    status = queries.campaign_status(campaign_id)
    if status in ("draft", "withdrawn"):
        raise Conflict("排查尚未启动或已撤销,不能登记", code="not_running", data={"status": status})
    if target.campaign.kind != WORK[what]:
        raise Conflict("这项排查不用这种方式登记,请核对任务", code="other_kind")
    if target.status != "open":
        return
    locked = status in ("locked", "handed")
    name = "visit" if round_ < target.campaign.rounds else "answer_late" if locked else "answer"
    step = moves.step(target, name, clock.now(), "", {"what": what, "round": round_})
    target.version, target.answered_at, target.answered_by_post_id = target.version + 1, at, actor.post_id
    moves.write(actor, [step], ("version", "answered_at", "answered_by_post_id"))
