"""Problems from the day they are found until they are struck off, their clocks in casework."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from wangge.audit import services as audit
from wangge.campaigns import permissions, queries
from wangge.campaigns.events import ProblemClosed, ProblemFound
from wangge.campaigns.models import Problem, ProblemMove
from wangge.campaigns.models.problem import SEVERITIES
from wangge.campaigns.states import PROBLEM
from wangge.casework import services as casework
from wangge.files import services as files
from wangge.kit import clock, events, feeds
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Forbidden, Invalid, StaleVersion
from wangge.live import services as live
from wangge.notify import services as notify
from wangge.org import queries as org
from wangge.policy import queries as policy

FEED, KIND = "campaigns.problem", "campaigns.problem"


@dataclass(frozen=True, slots=True)
class Found:
    """A problem as it is written down; ``solved`` says how it was put right on the spot."""

    text: str
    item: str = ""
    severity: str = "normal"
    solved: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """What a problem belongs to: the unit, its area, and the look or visit it came from."""

    premises_id: int
    title: str
    town_id: int | None
    village_id: int | None
    grid_id: int | None
    source: str
    post_id: int | None = None
    inspection_id: int | None = None
    visit_id: int | None = None
    campaign_id: int | None = None


def faults(found: Sequence[Found]) -> dict[str, str]:
    """What is wrong with problems as they were typed."""
    wrong = {}
    if any(not 2 <= len(f.text.strip()) <= 500 for f in found):
        wrong["problems"] = "每个问题请写 2 到 500 字"
    if any(f.severity not in SEVERITIES for f in found):
        wrong["severity"] = "应为一般或突出"
    return wrong


def write_down(actor: Actor, where: Where, found: Sequence[Found], at: datetime) -> list[Problem]:
    """Keep what was found, inside the caller's transaction; what was solved on the spot is struck off."""
    made = []
    for one in found:
        row = Problem.objects.create(
            no=casework.next_number(KIND, "WT", at),
            premises_id=where.premises_id,
            source=where.source,
            inspection_id=where.inspection_id,
            visit_id=where.visit_id,
            campaign_id=where.campaign_id,
            item=one.item,
            severity=one.severity,
            text=one.text.strip(),
            title=where.title[:120],
            town_id=where.town_id,
            village_id=where.village_id,
            grid_id=where.grid_id,
            post_id=where.post_id,
            found_at=at,
            found_by=actor.label[:80],
        )
        ProblemMove.objects.create(
            row=row, name="find", source="", target="found", by=actor.key, by_label=actor.label[:80],
            agency_id=actor.agency_id, at=at,
        )  # fmt: skip
        _note(actor, row, "found", "发现", row.text)
        events.announce(ProblemFound(row.pk, row.premises_id, row.source))
        if one.solved.strip():
            PROBLEM.apply(
                row, "solve", by=actor, reason=one.solved.strip(), closed_at=at, result=one.solved.strip()
            )
            _note(actor, row, "solved", "当场解决", one.solved.strip())
            events.announce(ProblemClosed(row.pk, row.premises_id))
        _tell(row)
        made.append(row)
    return made


def _note(actor: Actor, row: Problem, action: str, label: str, text: str = "") -> None:
    casework.note(actor=actor, subject_kind=KIND, subject_id=row.pk, action=action, label=label, text=text)


def _tell(row: Problem, also_posts: Sequence[int] = ()) -> None:
    areas = {row.grid_id} if row.grid_id else set()
    posts = {row.post_id} if row.post_id else set()
    if areas or posts or also_posts:
        feeds.changed(FEED, row.pk, area_ids=areas, post_ids=posts | set(also_posts))
    live.announce("campaigns.board")
    live.announce(f"campaigns.problem:{row.pk}")


def _held(actor: Actor, problem_id: int, version: int | None) -> Problem:
    row = queries.problem_for(actor, problem_id, lock=True)
    if version is not None and version != row.version:
        raise StaleVersion(
            data={"server": {"status": row.status, "version": row.version, "result": row.result}}
        )
    return row


def _clocks(actor: Actor, row: Problem, kinds: Sequence[str], at: datetime) -> datetime:
    """Start clocks by the dated rules of the business; returns when the last one is due."""
    facts = {"severity": row.severity, "source": row.source}
    decisions = {kind: policy.deadline_for("campaigns", kind, facts, at) for kind in kinds}
    clocks = casework.start_clocks(
        actor=actor,
        subject_kind=KIND,
        subject_id=row.pk,
        decisions=decisions,
        assignment_id=row.assignment_id,
        at=at,
    )
    return max(c.due_at for c in clocks.values())


@transaction.atomic
def assign_problem(
    *,
    actor: Actor,
    problem_id: int,
    agency_id: int | None = None,
    post_id: int | None = None,
    version: int | None = None,
) -> Problem:
    """Give it to the unit that sees to it (by default the office of the town) and start its clocks."""
    gate.require(actor, permissions.GIVE)
    row = _held(actor, problem_id, version)
    if agency_id is None:
        place = row.town_id or row.village_id
        found = org.agency_for_area(place) if place else None
        if found is None:
            raise Invalid.field("agency_id", "请选择交办单位")
        agency_id = found.id
    now = clock.now()
    assignment = casework.assign(
        actor=actor, subject_kind=KIND, subject_id=row.pk, agency_id=agency_id, duty="lead"
    )
    row.assignment_id = assignment.pk
    due = _clocks(actor, row, ("sign", "reply"), now)
    PROBLEM.apply(
        row,
        "assign",
        by=actor,
        agency_id=agency_id,
        post_id=post_id or row.post_id,
        assignment_id=assignment.pk,
        due_at=due,
        version=row.version + 1,
        data={"agency_id": agency_id},
    )
    _note(actor, row, "assigned", "交办")
    notify.send(
        to_agency_id=agency_id,
        kind="problem",
        subject=f"{KIND}:{row.pk}",
        title="新交办问题",
        text=f"{row.no} {row.title}",
    )
    _tell(row)
    return row


@transaction.atomic
def start_problem(*, actor: Actor, problem_id: int, version: int | None = None) -> Problem:
    """The unit takes it up; its sign clock stops."""
    gate.require(actor, permissions.RECTIFY)
    row = _held(actor, problem_id, version)
    PROBLEM.apply(row, "start", by=actor, version=row.version + 1)
    casework.sign(actor=actor, assignment_id=row.assignment_id or 0)
    _note(actor, row, "started", "开始整改")
    _tell(row)
    return row


@transaction.atomic
def rectify_problem(
    *, actor: Actor, problem_id: int, result: str, photos: Sequence[str] = (), version: int | None = None
) -> Problem:
    """It was put right: what was done, with photos; the clock stops. Somebody else looks at it next."""
    gate.require(actor, permissions.RECTIFY)
    if not 2 <= len(result.strip()) <= 1000:
        raise Invalid.field("result", "请写明整改结果,2 到 1000 字")
    row = _held(actor, problem_id, version)
    before = row.status
    PROBLEM.apply(
        row,
        "rectify",
        by=actor,
        result=result.strip(),
        version=row.version + 1,
        data={"photos": list(photos)},
    )
    if before == "assigned":
        casework.sign(actor=actor, assignment_id=row.assignment_id or 0)
    casework.submit(actor=actor, assignment_id=row.assignment_id or 0)
    claim(actor, photos, KIND, row.pk)
    _note(actor, row, "rectified", "报整改结果", result.strip())
    _tell(row)
    return row


@transaction.atomic
def recheck_problem(
    *,
    actor: Actor,
    problem_id: int,
    passed: bool,
    note: str = "",
    photos: Sequence[str] = (),
    version: int | None = None,
) -> Problem:
    """The second look: passed strikes it off, not passed sends it back with a new clock.

    Nobody rechecks what he reported himself.
    """
    gate.require(actor, permissions.STRIKE)
    row = _held(actor, problem_id, version)
    last = ProblemMove.objects.filter(row_id=row.pk, name="rectify").order_by("-id").first()
    if last is not None and last.by == actor.key:
        raise Forbidden("不能复查自己上报的整改", code="own_work")
    if not passed and len(note.strip()) < 2:
        raise Invalid.field("note", "请写明不通过的原因")
    if passed:
        _strike(actor, row, note.strip(), photos)
    else:
        _send_back(actor, row, note.strip(), photos)
    claim(actor, photos, KIND, row.pk)
    _note(actor, row, "rechecked", "复查通过,销号" if passed else "复查不通过", note.strip())
    _tell(row)
    row.refresh_from_db()
    return row


def _strike(actor: Actor, row: Problem, note: str, photos: Sequence[str]) -> None:
    PROBLEM.apply(
        row,
        "pass",
        by=actor,
        reason=note,
        closed_at=clock.now(),
        due_at=None,
        version=row.version + 1,
        data={"photos": list(photos)},
    )
    casework.accept(actor=actor, assignment_id=row.assignment_id or 0)
    events.announce(ProblemClosed(row.pk, row.premises_id))


def _send_back(actor: Actor, row: Problem, note: str, photos: Sequence[str]) -> None:
    casework.reopen(actor=actor, assignment_id=row.assignment_id or 0, reason=note)
    PROBLEM.apply(
        row,
        "fail",
        by=actor,
        reason=note,
        due_at=_clocks(actor, row, ("reply",), clock.now()),
        returns=F("returns") + 1,
        version=row.version + 1,
        data={"photos": list(photos)},
    )


@transaction.atomic
def dismiss_problem(*, actor: Actor, problem_id: int, reason: str) -> Problem:
    """It is none: says why; kept and counted apart."""
    gate.require(actor, permissions.GIVE)
    if len(reason.strip()) < 2:
        raise Invalid.field("reason", "请写明不成立的理由")
    row = _held(actor, problem_id, None)
    if row.assignment_id:
        casework.cancel(actor=actor, assignment_id=row.assignment_id, reason=reason.strip())
    PROBLEM.apply(row, "dismiss", by=actor, reason=reason.strip(), due_at=None, version=row.version + 1)
    audit.record(actor, "campaigns.problem.dismissed", subject=f"{KIND}:{row.pk}")
    _note(actor, row, "dismissed", "认定不成立", reason.strip())
    _tell(row)
    return row


def claim(actor: Actor, texts: Sequence[str], subject_kind: str, subject_id: int) -> None:
    """Files a phone names by client id belong to this subject, whether they have arrived or not."""
    try:
        wanted = [UUID(text) for text in texts if text]
    except ValueError as wrong:
        raise Invalid.field("photos", "照片编号不正确") from wrong
    files.claim(actor=actor, client_ids=wanted, subject_kind=subject_kind, subject_id=subject_id)
