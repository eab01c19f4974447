"""Calls to people: what became of them, one by one or a phone's whole day at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Invalid, NotFound
from wangge.kit.subjects import subject
from wangge.residents import permissions, rules
from wangge.residents.models import CallLog, Person, PersonPhone
from wangge.residents.queries.scope import KIND, people_visible_to
from wangge.residents.services import drafts
from wangge.residents.services.drafts import Origin
from wangge.residents.services.people import touch


@dataclass(frozen=True, slots=True)
class CallDraft:
    """A call: whom, which number, when, how it ended."""

    person_id: int
    outcome: str
    called_at: datetime
    phone_id: int | None = None
    seconds: int = 0
    note: str = ""


@transaction.atomic
def log_call(*, actor: Actor, call: CallDraft, origin: Origin | None = None) -> CallLog:
    """Keep a call; a wrong number is marked, a good one unmarked. Twice with one client id: once."""
    answer = log_calls(actor=actor, calls=[(call, origin or Origin())])[0]
    if isinstance(answer, BusinessError):
        raise answer
    return answer


@transaction.atomic
def log_calls(*, actor: Actor, calls: Sequence[tuple[CallDraft, Origin]]) -> list[CallLog | BusinessError]:
    """Many calls in a handful of statements, answers in the same order; a wrong one refuses itself only."""
    gate.require(actor, permissions.CALL)
    ids = [o.client_id for _c, o in calls if o.client_id]
    done = {c.client_id: c for c in CallLog.objects.filter(client_id__in=ids)}
    people = {p.pk: p for p in people_visible_to(actor).filter(pk__in={c.person_id for c, _o in calls})}
    wanted = {c.phone_id for c, _o in calls if c.phone_id}
    phones = {p.pk: p for p in PersonPhone.objects.filter(pk__in=wanted)}
    answers: list[CallLog | BusinessError] = []
    fresh: list[CallLog] = []
    for call, origin in calls:
        known = done.get(origin.client_id) if origin.client_id else None
        answer = known or _checked(actor, call, origin, people, phones)
        answers.append(answer)
        if isinstance(answer, CallLog) and known is None:
            fresh.append(answer)
    CallLog.objects.bulk_create(fresh)
    for one in fresh:
        audit.record(
            actor,
            "residents.call.logged",
            subject=subject(KIND, one.person_id),
            data={"outcome": one.outcome, "phone": one.phone_id},
        )
    _mark(fresh, phones)
    touch(list({c.person_id: people[c.person_id] for c in fresh if c.phone_id}.values()))
    return answers


def _checked(
    actor: Actor,
    call: CallDraft,
    origin: Origin,
    people: dict[int, Person],
    phones: dict[int, PersonPhone],
) -> CallLog | BusinessError:
    person = people.get(call.person_id)
    if person is None:
        return NotFound()
    if call.outcome not in rules.OUTCOMES:
        return Invalid.field("outcome", "请选择通话结果")
    if call.seconds < 0 or len(call.note) > 200:
        return Invalid.field("note", "备注不超过200字")
    phone = phones.get(call.phone_id) if call.phone_id else None
    if call.phone_id and (phone is None or phone.person_id != person.pk):
        phone = None  # the number was taken away meanwhile; the call was made all the same
    return CallLog(
        client_id=origin.client_id,
        person=person,
        phone=phone,
        outcome=call.outcome,
        called_at=call.called_at,
        seconds=call.seconds,
        note=call.note.strip(),
        by=actor.key[:60],
        by_label=actor.label[:90],
        **drafts.held(Origin(origin.source, at=origin.at, purpose="epidemic")),
    )


def _mark(calls: Sequence[CallLog], phones: dict[int, PersonPhone]) -> None:
    """The newest call says whether a number is right."""
    for call in sorted(calls, key=lambda c: c.called_at):
        phone = phones.get(call.phone_id or 0)
        if phone is None:
            continue
        wrong = call.called_at if call.outcome == "wrong_number" else None
        if call.outcome in ("wrong_number", "answered", "relative_answered") and phone.wrong_since != wrong:
            PersonPhone.objects.filter(pk=phone.pk).update(wrong_since=wrong)
            phone.wrong_since = wrong
