"""Answers of units: judged by the form, kept in versions, hundreds in a few statements.

Held in this order: campaigns (shared, so that nobody locks them meanwhile), then units, by id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection, transaction

from wangge.campaigns import permissions, queries, rules
from wangge.campaigns.models import Campaign, Response, Target
from wangge.campaigns.rules import FigureDefinition
from wangge.campaigns.services import moves
from wangge.campaigns.services.moves import Step
from wangge.forms import services as forms
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Conflict, Invalid, NotFound

if TYPE_CHECKING:
    from wangge.forms.models import AnswerSheet

_SHARE = "SELECT id, status FROM campaigns_campaign WHERE id = ANY (%s) ORDER BY id FOR KEY SHARE"


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled-in form for one unit. ``version`` is the number of answers the filler knew of (``None``:
    did not look); ``reason`` says why an earlier answer is corrected."""

    client_id: UUID
    target_id: int
    answers: dict[str, Any]
    captured_at: datetime
    version: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an answer."""

    target_id: int
    number: int
    status: str
    kind: str


@dataclass
class _Run:
    """One run of answers: what is held, what will be written."""

    actor: Actor
    now: datetime
    statuses: dict[int, str]
    targets: dict[int, Target]
    figures: dict[int, list[FigureDefinition]] = field(default_factory=dict)
    known: dict[int, Response] = field(default_factory=dict)
    made: list[Response] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def submit_response(*, actor: Actor, filled: Filled) -> Answered:
    """One answer; raises what ``submit_responses`` would put in its place."""
    found = submit_responses(actor=actor, filled=[filled])[0]
    if isinstance(found, BusinessError):
        raise found
    return found


@transaction.atomic
def submit_responses(*, actor: Actor, filled: Sequence[Filled]) -> list[Answered | BusinessError]:
    """Store many answers: judge each, keep the good ones as the next version of their unit.

    In order; a refused one is a ``BusinessError`` in its place and changes nothing. The first answer of
    an open unit makes it covered; a later one is a correction and the earlier version stays; after the
    lock it is a late correction, or a late first answer. Sending one again answers with what is stored.
    """
    gate.require(actor, permissions.ANSWER)
    run = _held(actor, filled)
    refusals: dict[int, BusinessError] = {}
    for position, one in enumerate(filled):
        try:
            _allowed(run, one)
        except BusinessError as refusal:
            refusals[position] = refusal
    wanted = [i for i in range(len(filled)) if i not in refusals]
    sheets = forms.submit_sheets(actor=actor, sheets=[_sheet(run, filled[i]) for i in wanted])
    stored = {r.sheet_id: r for r in Response.objects.filter(sheet_id__in=_ids(sheets))}
    answers: dict[int, Answered | BusinessError] = dict(refusals)
    for position, sheet in zip(wanted, sheets, strict=True):
        answers[position] = _answered(run, filled[position], sheet, stored)
    _write(run)
    return [answers[position] for position in range(len(filled))]


def _ids(sheets: Sequence[AnswerSheet | BusinessError]) -> list[int]:
    return [s.pk for s in sheets if not isinstance(s, BusinessError)]


def _held(actor: Actor, filled: Sequence[Filled]) -> _Run:
    """The campaigns and units of a run, held; only units in the actor's reach."""
    wanted = sorted({one.target_id for one in filled})
    reached = dict(queries.targets_in_reach(actor).filter(pk__in=wanted).values_list("pk", "campaign_id"))
    with connection.cursor() as cursor:
        cursor.execute(_SHARE, [sorted(set(reached.values()))])
        statuses = dict(cursor.fetchall())
    rows = Target.objects.select_for_update(of=("self",)).filter(pk__in=list(reached)).order_by("pk")
    targets = {row.pk: row for row in rows.select_related("campaign")}
    run = _Run(actor, clock.now(), statuses, targets)
    run.figures = {t.campaign_id: rules.figures_of(t.campaign.figures) for t in targets.values()}
    current = Response.objects.filter(target_id__in=list(targets), current=True)
    run.known = {r.target_id: r for r in current}
    return run


def _allowed(run: _Run, one: Filled) -> None:
    target = run.targets.get(one.target_id)
    if target is None:
        raise NotFound
    campaign: Campaign = target.campaign
    status = run.statuses[campaign.pk]
    if campaign.form_version_id is None:
        raise Conflict("这项排查不用填表,请登记检查或走访", code="no_form")
    if status in ("draft", "withdrawn"):
        raise Conflict("排查尚未启动或已撤销,不能填报", code="not_running", data={"status": status})
    if target.status == "dropped":
        raise Conflict(f"“{target.title}”已核减,不再填报", code="dropped")
    if one.captured_at > run.now and (one.captured_at - run.now).total_seconds() > 300:
        raise Invalid.field("captured_at", "填报时间在将来,请检查手机时间")
    if target.status == "open" and status == "checking" and one.captured_at >= _closed_at(campaign):
        raise Conflict("填报已截止,请联系组织单位重新开放", code="closed")


def _closed_at(campaign: Campaign) -> datetime:
    """When answers ended: what was captured before and arrives now still counts."""
    return queries.moved_at(campaign.pk, "close") or campaign.due_at


def _sheet(run: _Run, one: Filled) -> forms.Sheet:
    target = run.targets[one.target_id]
    return forms.Sheet(
        one.client_id,
        target.campaign.form_version_id or 0,
        one.answers,
        one.captured_at,
        queries.TARGET,
        target.pk,
    )


def _answered(
    run: _Run, one: Filled, sheet: AnswerSheet | BusinessError, stored: dict[int, Response]
) -> Answered | BusinessError:
    if isinstance(sheet, BusinessError):
        return sheet
    target = run.targets[one.target_id]
    before = stored.get(sheet.pk)
    if before is not None:
        if before.target_id != target.pk:
            return Conflict("同一编号的填报属于另一个对象", code="id_reused")
        return Answered(target.pk, before.number, target.status, before.kind)
    known = run.known.get(target.pk)
    if known is not None and _unseen(run.actor, one, known):
        return Conflict(
            "他人已先填报,请核对两份内容",
            code="answered_meanwhile",
            data={"server": {"number": known.number, "by": known.by_label, "answers": known.sheet.answers}},
        )
    response = _next(run, one, sheet, known)
    stored[sheet.pk] = response
    return Answered(target.pk, response.number, target.status, response.kind)


def _unseen(actor: Actor, one: Filled, known: Response) -> bool:
    """Whether somebody else answered after the filler last looked."""
    return one.version is not None and one.version < known.number and known.post_id != actor.post_id


def _next(run: _Run, one: Filled, sheet: AnswerSheet, known: Response | None) -> Response:
    """The next version of a unit and its move, in memory."""
    target = run.targets[one.target_id]
    locked = run.statuses[target.campaign_id] in ("locked", "handed")
    if target.status == "open":
        name, kind = ("answer_late", "late") if locked else ("answer", "answer")
    else:
        name, kind = "correct", "late" if locked else "correction"
    number = known.number + 1 if known else 1
    run.steps.append(moves.step(target, name, run.now, one.reason, {"number": number}))
    target.version, target.answered_at = number, one.captured_at
    target.answered_by_post_id = run.actor.post_id
    response = Response(
        campaign_id=target.campaign_id,
        target=target,
        sheet=sheet,
        number=number,
        kind=kind,
        town_id=target.town_id,
        numbers=rules.numbers_of(run.figures[target.campaign_id], sheet.answers),
        reason=one.reason[:200],
        by=run.actor.key,
        by_label=run.actor.label[:80],
        post_id=run.actor.post_id,
        captured_at=one.captured_at,
        stored_at=run.now,
    )
    for earlier in run.made:
        if earlier.target_id == target.pk:
            earlier.current = False
    run.made.append(response)
    run.known[target.pk] = response
    return response


def _write(run: _Run) -> None:
    if not run.made:
        return
    changed = {r.target_id for r in run.made}
    Response.objects.filter(target_id__in=changed, current=True).update(current=False)
    Response.objects.bulk_create(run.made)
    moves.write(run.actor, run.steps, ("version", "answered_at", "answered_by_post_id"))
