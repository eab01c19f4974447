"""At the desk: establish the case, dispatch it, decide returns, urge, void."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from wangge.casework import queries as casework_queries
from wangge.casework import services as casework
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.org import queries as org
from wangge.patrol import permissions, queries, rules
from wangge.patrol.models import Event, EventUnit
from wangge.patrol.services import story
from wangge.policy import queries as policy
from wangge.policy.queries import DeadlineDecision

BUSINESS = "patrol"
CLOCKS = ("sign", "return", "reply")


def term(event: Event, kind: str) -> DeadlineDecision:
    """How long a clock of this event may run, by the rule in force now."""
    facts = {
        "level": event.level,
        "urgent": event.urgent,
        "class": event.class_code,
        "epidemic": rules.is_epidemic(event.class_code),
        "with_grid": event.with_grid,
    }
    return policy.deadline_for(BUSINESS, kind, facts, clock.now())


@transaction.atomic
def establish_case(
    *,
    actor: Actor,
    event_id: int,
    level: str = "",
    class_code: str = "",
    urgent: bool | None = None,
    text: str = "",
) -> Event:
    """案卷建立: the report is worth a case; the desk may correct class, level and urgency with it.

    A self-handled one that was not put right is taken over the same way.
    """
    event = story.fetch(actor, permissions.ESTABLISH, event_id)
    name = "take_over" if event.status == "self_handled" else "establish"
    story.allow(event, name)
    columns: dict[str, Any] = {}
    if level and level != event.level:
        columns["level"] = story.one_of(level, rules.LEVELS, "level")
    if class_code and class_code != event.class_code:
        klass = queries.event_class(class_code)
        columns |= {"klass_id": klass.pk, "class_code": klass.code}
    if urgent is not None and urgent != event.urgent:
        columns["urgent"] = urgent
    if name == "take_over":
        columns |= {"self_handled": False, "handling": "", "fed_back_at": None, "handler_post_id": None}
    changed = {k: v for k, v in columns.items() if k in ("level", "class_code", "urgent")}
    story.move(actor, event, name, reason=text.strip(), data=changed, **columns)
    return event


@transaction.atomic
def dispatch(
    *, actor: Actor, event_id: int, agency_id: int | None = None, to_grid: bool = False, note: str = ""
) -> Event:
    """任务派遣: to an agency, or with ``to_grid`` to the grid's own workers under their village or town.

    Starts the sign, return and reply clocks of casework. An agency whose return was approved is not
    given the same event again.
    """
    event = story.fetch(actor, permissions.DISPATCH, event_id)
    story.allow(event, "dispatch")
    agency = org.agency_for_area(event.grid_id) if to_grid else None
    if to_grid and agency is None:
        raise Conflict("本网格没有对应的村(社区)或镇(街道)机构", code="no_agency_of_grid")
    chosen = agency.id if agency else agency_id
    if chosen is None:
        raise Invalid.field("agency_id", "请选择承办单位或本网格")
    known = org.agencies_by_ids([chosen]).get(chosen)
    if known is None or not known.active:
        raise Invalid.field("agency_id", "没有这个承办单位")
    if chosen in event.returned_by_ids and not to_grid:
        raise Conflict("该单位的退回已获同意,不能再派给它", code="unit_has_returned")
    event.with_grid = to_grid
    unit, sign_due, reply_due = give(actor, event, chosen)
    story.move(
        actor,
        event,
        "dispatch",
        reason=note.strip(),
        data={"agency_id": chosen, "to_grid": to_grid},
        agency_id=chosen,
        assignment_id=unit.assignment_id,
        with_grid=to_grid,
        dispatched_at=event.dispatched_at or clock.now(),
        sign_due=sign_due,
        reply_due=reply_due,
        signed_at=None,
    )
    story.inform(chosen, event, "新巡查事件待签收", f"事件{event.no}已派至您单位,请及时签收")
    return event


def give(actor: Actor, event: Event, agency_id: int) -> tuple[EventUnit, datetime, datetime]:
    """Assign to an agency and start its clocks; returns the unit and when signing and handling are due."""
    assignment = casework.assign(
        actor=actor, subject_kind=story.KIND, subject_id=event.pk, agency_id=agency_id, duty="lead"
    )
    clocks = casework.start_clocks(
        actor=actor,
        subject_kind=story.KIND,
        subject_id=event.pk,
        decisions={kind: term(event, kind) for kind in CLOCKS},
        assignment_id=assignment.pk,
    )
    sign_due, reply_due = clocks["sign"].due_at, clocks["reply"].due_at
    unit = EventUnit(
        event=event,
        agency_id=agency_id,
        assignment_id=assignment.pk,
        active=True,
        due_at=min(sign_due, reply_due),
    )
    EventUnit.objects.bulk_create(
        [unit],
        update_conflicts=True,
        unique_fields=["event", "agency"],
        update_fields=["assignment_id", "active", "due_at"],
    )
    return unit, sign_due, reply_due


@transaction.atomic
def decide_return(*, actor: Actor, event_id: int, approved: bool, text: str = "") -> Event:
    """Arbitrate a return: back to be dispatched again, or back to the unit with the reason."""
    event = story.fetch(actor, permissions.DECIDE, event_id)
    story.allow(event, "approve_return")
    unit = EventUnit.objects.get(event_id=event.pk, agency_id=event.agency_id or 0)
    if not actor.district_wide and actor.kind != "system" and unit.agency_id in actor.agency_ids:
        raise Conflict("退回申请不能由申请单位自己审批", code="own_request")
    if approved:
        casework.return_assignment(actor=actor, assignment_id=unit.assignment_id, reason=text.strip())
        returned = {event.agency_id} if not event.with_grid else set()
        story.move(
            actor,
            event,
            "approve_return",
            reason=text.strip(),
            data={"agency_id": event.agency_id},
            returned_by_ids=[*event.returned_by_ids, *returned],
            returns=event.returns + 1,
            agency_id=None,
            assignment_id=None,
            with_grid=False,
            sign_due=None,
            reply_due=None,
            signed_at=None,
        )
        story.inform(unit.agency_id, event, "退回申请已同意", f"事件{event.no}的退回申请已同意")
        unit.delete()
        return event
    reason = story.need(text, "text", "驳回须写明理由")
    name = "reject_return_signed" if event.signed_at else "reject_return"
    story.move(actor, event, name, reason=reason, data={"agency_id": event.agency_id})
    story.inform(unit.agency_id, event, "退回申请已驳回", f"事件{event.no}的退回申请已驳回")
    return event


@transaction.atomic
def urge(*, actor: Actor, event_id: int, text: str) -> Event:
    """催办: the state stays, the record and the message remain."""
    event = story.fetch(actor, permissions.URGE, event_id)
    words = story.need(text, "text", "请填写催办内容")
    story.move(actor, event, "urge", reason=words, data={"agency_id": event.agency_id}, urges=event.urges + 1)
    if event.agency_id:
        story.inform(event.agency_id, event, "事件催办", f"事件{event.no}:{words}")
    return event


@transaction.atomic
def void_event(*, actor: Actor, event_id: int, reason_code: str, text: str) -> Event:
    """作废: nothing to do about it, with the reason; what runs is cancelled."""
    event = story.fetch(actor, permissions.VOID, event_id)
    code = story.one_of(reason_code, rules.VOID_REASONS, "reason_code")
    words = story.need(text, "text", "作废须写明依据")
    story.allow(event, "void")
    cancel(actor, event)
    story.move(
        actor, event, "void", reason=words, data={"reason_code": code}, void_code=code, closed_at=clock.now()
    )
    story.inform_reporter(
        event, "您上报的事件已作废", f"事件{event.no}:{rules.VOID_REASONS[code]}。{words}"[:900]
    )
    return event


def cancel(actor: Actor, event: Event) -> None:
    """End what runs of an event."""
    for card in casework_queries.assignments_of(story.KIND, [event.pk]):
        if card.status in ("awaiting_sign", "in_progress", "submitted"):
            casework.cancel(actor=actor, assignment_id=card.id)
    EventUnit.objects.filter(event_id=event.pk, active=True).update(active=False, due_at=None)
