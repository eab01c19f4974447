"""The end of the loop: verify on the spot, close, rate; what nobody checked says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from django.db import transaction

from wangge.casework import queries as casework_queries
from wangge.casework import services as casework
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.patrol import permissions, rules
from wangge.patrol.models import Event, EventUnit
from wangge.patrol.services import findings, story
from wangge.patrol.services.cases import term
from wangge.patrol.services.findings import Picture
from wangge.policy import queries as policy

REDO_LEAST = 4 * 3600


@transaction.atomic
def verify_event(
    *, actor: Actor, event_id: int, passed: bool, text: str = "", pictures: Sequence[Picture] = ()
) -> Event:
    """核查: somebody looks whether it is put right. Passed: it may be closed; not passed: redo.

    Whoever handled it may look too, but it is written down as his own check; who else looks is what a
    figure counts as verified.
    """
    event = story.fetch(actor, permissions.VERIFY, event_id)
    story.allow(event, "verify")
    findings.add_files(actor, event, pictures)
    words = text.strip()
    if not passed:
        return _redo(actor, event, words)
    own = actor.post_id is not None and actor.post_id in (event.handler_post_id,)
    verification = "own" if own else "other"
    if event.assignment_id is not None and event.status == "fed_back":
        casework.accept(actor=actor, assignment_id=event.assignment_id)
    story.move(
        actor,
        event,
        "verify",
        reason=words,
        data={"verification": verification},
        verification=verification,
        verify_text=words,
        verifier_label=actor.label[:80],
    )
    return event


def _redo(actor: Actor, event: Event, words: str) -> Event:
    """Back to work, in what was left of the term, half a working day at least."""
    reason = story.need(words, "text", "核查不通过须写明原因")
    if event.status == "self_handled":
        raise Conflict("自行处置未到位的,请转立案派遣", code="take_over_instead")
    if event.assignment_id is None:
        raise Conflict("事件没有承办单位", code="no_unit")
    clocks = [
        c
        for c in casework_queries.clocks_of(story.KIND, [event.pk])
        if c.assignment_id == event.assignment_id and c.kind == "reply"
    ]
    left = max((c.remaining_seconds for c in clocks[-1:]), default=0)
    decision = replace(
        term(event, "reply"), seconds=max(left, REDO_LEAST), rule_text="核查不通过,沿用原时限的剩余时间"
    )
    casework.reopen(actor=actor, assignment_id=event.assignment_id, reason=reason)
    due = casework.start_clock(
        actor=actor,
        subject_kind=story.KIND,
        subject_id=event.pk,
        kind="reply",
        decision=decision,
        assignment_id=event.assignment_id,
    ).due_at
    EventUnit.objects.filter(event_id=event.pk, assignment_id=event.assignment_id).update(
        active=True, due_at=due
    )
    story.move(
        actor,
        event,
        "order_redo",
        reason=reason,
        redo_count=event.redo_count + 1,
        reply_due=due,
        fed_back_at=None,
    )
    if event.agency_id:
        story.inform(event.agency_id, event, "核查不通过,请重办", f"事件{event.no}:{reason}"[:900])
    return event


@transaction.atomic
def close_event(*, actor: Actor, event_id: int, text: str = "") -> Event:
    """结案."""
    event = story.fetch(actor, permissions.CLOSE, event_id)
    story.move(actor, event, "close", reason=text.strip(), closed_at=clock.now())
    story.inform_reporter(event, "您上报的事件已结案", f"事件{event.no}已结案")
    return event


@transaction.atomic
def rate_event(*, actor: Actor, event_id: int, score: int, text: str = "") -> Event:
    """综合评价: 1–5 for how it was handled, not by the post that handled it; a low one says why."""
    event = story.fetch(actor, permissions.RATE, event_id)
    if score not in rules.SCORES:
        raise Invalid.field("score", "评分应为 1 到 5")
    words = text.strip()
    if score <= 2:
        words = story.need(text, "text", "评分较低须写明原因")
    if actor.post_id is not None and actor.post_id == event.handler_post_id:
        raise Conflict("不能评价自己办理的事件", code="own_work")
    story.move(actor, event, "rate", reason=words, data={"score": score}, score=score, rating_text=words)
    return event


@transaction.atomic
def close_unchecked(*, actor: Actor, most: int = 500) -> int:
    """Close self-handled events nobody looked at within the days of policy; they stay "未抽查" for ever.

    Returns how many; running it again finds nothing.
    """
    now = clock.now()
    days = policy.limit("patrol.self_handled_days", now)
    rows = Event.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        status="self_handled", fed_back_at__lt=now - timedelta(days=days)
    )
    found = list(rows.order_by("id")[:most])
    for event in found:
        story.move(
            actor,
            event,
            "close_unchecked",
            reason=f"自行处置 {days} 天内未抽查",
            verification="none",
            closed_at=now,
        )
    return len(found)
