"""At the unit, or in the grid itself: sign, ask to return, feed back what was done."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from wangge.casework import services as casework
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict
from wangge.patrol import permissions, rules
from wangge.patrol.models import Event, EventMove
from wangge.patrol.services import findings, story
from wangge.patrol.services.findings import Picture
from wangge.policy import queries as policy


@transaction.atomic
def sign_event(*, actor: Actor, event_id: int) -> Event:
    """签收: the sign and return clocks stop."""
    event = story.fetch(actor, permissions.SIGN, event_id)
    unit = story.unit_of(actor, event)
    story.allow(event, "sign")
    now = clock.now()
    late = event.sign_due is not None and now > event.sign_due
    casework.sign(actor=actor, assignment_id=unit.assignment_id)
    casework.stop_clock(story.KIND, event.pk, "return", unit.assignment_id)
    unit.due_at = event.reply_due
    unit.save(update_fields=["due_at"])
    story.move(actor, event, "sign", signed_at=now, sign_late=event.sign_late or late)
    return event


@transaction.atomic
def request_return(*, actor: Actor, event_id: int, reason_code: str, text: str) -> Event:
    """Ask to give the event back, with a reason; at most so often per unit as policy says."""
    event = story.fetch(actor, permissions.RETURN, event_id)
    unit = story.unit_of(actor, event)
    code = story.one_of(reason_code, rules.RETURN_REASONS, "reason_code")
    words = story.need(text, "text", "请填写退回理由")
    most = policy.limit("patrol.returns_per_unit", clock.now())
    asked = EventMove.objects.filter(row_id=event.pk, name="request_return", data__agency_id=unit.agency_id)
    if asked.count() >= most:
        raise Conflict(
            f"本单位对此事件的退回申请已达上限({most}次)", code="too_many_returns", data={"limit": most}
        )
    data = {"agency_id": unit.agency_id, "reason_code": code}
    story.move(actor, event, "request_return", reason=words, data=data)
    return event


@transaction.atomic
def feed_back(*, actor: Actor, event_id: int, handling: str, pictures: Sequence[Picture] = ()) -> Event:
    """处理反馈: what was done, with a picture from afterwards; the reply clock stops.

    A dispatched event the grid's own worker has put right may be signed and fed back in one breath:
    a phone that was offline brings both.
    """
    event = story.fetch(actor, permissions.FEED_BACK, event_id)
    if event.status == "awaiting_sign":
        event = sign_event(actor=actor, event_id=event_id)
    unit = story.unit_of(actor, event)
    words = story.need(handling, "handling", "请填写处理情况")
    story.allow(event, "feed_back")
    findings.add_files(actor, event, pictures)
    now = clock.now()
    late = event.late or (event.reply_due is not None and now > event.reply_due)
    casework.submit(actor=actor, assignment_id=unit.assignment_id)
    unit.active, unit.due_at = False, None
    unit.save(update_fields=["active", "due_at"])
    story.move(
        actor,
        event,
        "feed_back",
        reason=words,
        data={"agency_id": unit.agency_id},
        handling=words,
        fed_back_at=now,
        handler_post_id=actor.post_id,
        late=late,
    )
    story.inform_reporter(event, "您上报的事件已处理", f"事件{event.no}已反馈处理结果,待核查")
    return event
