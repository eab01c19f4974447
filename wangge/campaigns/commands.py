"""Commands of phones: parse, call the same service as every other door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from wangge.campaigns import services
from wangge.campaigns.models import Problem
from wangge.campaigns.services import Answered, Filled, Found, InspectionDraft, Item, VisitDraft
from wangge.kit.actor import Actor
from wangge.kit.commands import Answer, Envelope, command
from wangge.kit.errors import BusinessError


class SubmitResponse(msgspec.Struct, forbid_unknown_fields=True):
    """A filled-in form of one unit; ``version`` is the number of answers the phone knew of."""

    target_id: int
    answers: dict[str, Any]
    version: int | None = None
    reason: str = ""


def _filled(envelope: Envelope, body: SubmitResponse) -> Filled:
    return Filled(envelope.id, body.target_id, body.answers, envelope.at, body.version, body.reason)


def _answer(done: Answered) -> Answer:
    return {"target_id": done.target_id, "number": done.number, "status": done.status, "kind": done.kind}


def submit_many(
    actor: Actor, commands: Sequence[tuple[Envelope, SubmitResponse]]
) -> list[Answer | Exception]:
    """A run of answers in a few statements."""
    done = services.submit_responses(actor=actor, filled=[_filled(e, b) for e, b in commands])
    return [one if isinstance(one, BusinessError) else _answer(one) for one in done]


@command("campaigns.submit_response", SubmitResponse, many=submit_many)
def submit_response(actor: Actor, envelope: Envelope, body: SubmitResponse) -> Answer:
    """One answer."""
    return _answer(services.submit_response(actor=actor, filled=_filled(envelope, body)))


class RecheckTarget(msgspec.Struct, forbid_unknown_fields=True):
    """The verdict of a re-check: agrees, or what was really found."""

    target_id: int
    agrees: bool
    note: str = ""
    answers: dict[str, Any] | None = None


@command("campaigns.recheck_target", RecheckTarget)
def recheck_target(actor: Actor, envelope: Envelope, body: RecheckTarget) -> Answer:
    """Somebody else's answer, looked at again."""
    filled = None
    if body.answers is not None:
        filled = Filled(envelope.id, body.target_id, body.answers, envelope.at)
    row = services.recheck_target(
        actor=actor, target_id=body.target_id, agrees=body.agrees, note=body.note, filled=filled
    )
    return {"target_id": row.pk, "status": row.status, "number": row.version}


class ItemBody(msgspec.Struct, forbid_unknown_fields=True):
    """One of the ten questions."""

    answer: str
    evidence: str = ""
    note: str = ""


class FoundBody(msgspec.Struct, forbid_unknown_fields=True):
    """A problem as it was written down."""

    text: str
    item: str = ""
    severity: str = "normal"
    solved: str = ""


class RecordInspection(msgspec.Struct, forbid_unknown_fields=True):
    """A five-haves inspection."""

    premises_id: int
    kind: str
    five: dict[str, ItemBody]
    gate: dict[str, ItemBody] = {}
    inspectors: list[str] = []
    team: str = ""
    vaccinated: int | None = None
    leaflets: int = 0
    note: str = ""
    photos: list[str] = []
    signature: str = ""
    problems: list[FoundBody] = []
    campaign_id: int | None = None


def _items(items: Mapping[str, ItemBody]) -> dict[str, Item]:
    return {code: Item(i.answer, i.evidence, i.note) for code, i in items.items()}


def _found(problems: Sequence[FoundBody]) -> tuple[Found, ...]:
    return tuple(Found(p.text, p.item, p.severity, p.solved) for p in problems)


@command("campaigns.record_inspection", RecordInspection)
def record_inspection(actor: Actor, envelope: Envelope, body: RecordInspection) -> Answer:
    """Ten answers and what they brought to light."""
    row = services.record_inspection(
        actor=actor,
        draft=InspectionDraft(
            client_id=envelope.id,
            premises_id=body.premises_id,
            kind=body.kind,
            captured_at=envelope.at,
            five=_items(body.five),
            gate=_items(body.gate),
            inspectors=body.inspectors,
            team=body.team,
            vaccinated=body.vaccinated,
            leaflets=body.leaflets,
            note=body.note,
            photos=body.photos,
            signature=body.signature,
            problems=_found(body.problems),
            campaign_id=body.campaign_id,
        ),
    )
    return {"inspection_id": row.pk, "passed": row.passed}


class RecordVisit(msgspec.Struct, forbid_unknown_fields=True):
    """A liaison visit."""

    premises_id: int
    summary: str = ""
    questions: list[FoundBody] = []
    suggestions: list[str] = []
    manuals: int = 0
    leaflets: int = 0
    photos: list[str] = []
    campaign_id: int | None = None


@command("campaigns.record_visit", RecordVisit)
def record_visit(actor: Actor, envelope: Envelope, body: RecordVisit) -> Answer:
    """An official was there."""
    row = services.record_visit(
        actor=actor,
        draft=VisitDraft(
            client_id=envelope.id,
            premises_id=body.premises_id,
            visited_at=envelope.at,
            summary=body.summary,
            questions=_found(body.questions),
            suggestions=body.suggestions,
            manuals=body.manuals,
            leaflets=body.leaflets,
            photos=body.photos,
            campaign_id=body.campaign_id,
        ),
    )
    return {"visit_id": row.pk, "round": row.round}


class RectifyProblem(msgspec.Struct, forbid_unknown_fields=True):
    """What was done about a problem."""

    problem_id: int
    result: str
    photos: list[str] = []
    version: int | None = None


def _problem(row: Problem) -> Answer:
    return {"problem_id": row.pk, "status": row.status, "version": row.version}


@command("campaigns.rectify_problem", RectifyProblem)
def rectify_problem(actor: Actor, envelope: Envelope, body: RectifyProblem) -> Answer:
    """It was put right."""
    return _problem(
        services.rectify_problem(
            actor=actor,
            problem_id=body.problem_id,
            result=body.result,
            photos=body.photos,
            version=body.version,
        )
    )


class RecheckProblem(msgspec.Struct, forbid_unknown_fields=True):
    """The second look at a problem."""

    problem_id: int
    passed: bool
    note: str = ""
    photos: list[str] = []
    version: int | None = None


@command("campaigns.recheck_problem", RecheckProblem)
def recheck_problem(actor: Actor, envelope: Envelope, body: RecheckProblem) -> Answer:
    """Struck off, or back to work."""
    return _problem(
        services.recheck_problem(
            actor=actor,
            problem_id=body.problem_id,
            passed=body.passed,
            note=body.note,
            photos=body.photos,
            version=body.version,
        )
    )
