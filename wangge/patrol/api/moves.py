"""What is done to an event: one address per intention, each calls one service."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from wangge.kit.http import actor_of
from wangge.patrol import services
from wangge.patrol.api import shapes

router = Router()
OUT = shapes.EventBriefOut


@router.post("events/{int:event_id}/establish", response=OUT, operation_id="patrol_establish_case")
def establish(request: HttpRequest, event_id: int, payload: shapes.EstablishIn) -> Any:
    """立案, or take a self-handled one over."""
    actor = actor_of(request)
    return shapes.brief(services.establish_case(actor=actor, event_id=event_id, **payload.dict()))


@router.post("events/{int:event_id}/dispatch", response=OUT, operation_id="patrol_dispatch_event")
def dispatch(request: HttpRequest, event_id: int, payload: shapes.DispatchEventIn) -> Any:
    """派遣."""
    return shapes.brief(services.dispatch(actor=actor_of(request), event_id=event_id, **payload.dict()))


@router.post("events/{int:event_id}/sign", response=OUT, operation_id="patrol_sign_event")
def sign(request: HttpRequest, event_id: int) -> Any:
    """签收."""
    return shapes.brief(services.sign_event(actor=actor_of(request), event_id=event_id))


@router.post("events/{int:event_id}/request-return", response=OUT, operation_id="patrol_request_return")
def request_return(request: HttpRequest, event_id: int, payload: shapes.EventReasonIn) -> Any:
    """申请退回."""
    actor = actor_of(request)
    return shapes.brief(services.request_return(actor=actor, event_id=event_id, **payload.dict()))


@router.post("events/{int:event_id}/decide-return", response=OUT, operation_id="patrol_decide_return")
def decide_return(request: HttpRequest, event_id: int, payload: shapes.EventDecisionIn) -> Any:
    """审批退回."""
    actor = actor_of(request)
    return shapes.brief(services.decide_return(actor=actor, event_id=event_id, **payload.dict()))


@router.post("events/{int:event_id}/feed-back", response=OUT, operation_id="patrol_feed_back")
def feed_back(request: HttpRequest, event_id: int, payload: shapes.HandlingIn) -> Any:
    """处理反馈."""
    event = services.feed_back(
        actor=actor_of(request),
        event_id=event_id,
        handling=payload.handling,
        pictures=[p.paper() for p in payload.pictures],
    )
    return shapes.brief(event)


@router.post("events/{int:event_id}/handle-self", response=OUT, operation_id="patrol_handle_self")
def handle_self(request: HttpRequest, event_id: int, payload: shapes.HandlingIn) -> Any:
    """自行处置."""
    event = services.handle_self(
        actor=actor_of(request),
        event_id=event_id,
        handling=payload.handling,
        pictures=[p.paper() for p in payload.pictures],
    )
    return shapes.brief(event)


@router.post("events/{int:event_id}/verify", response=OUT, operation_id="patrol_verify_event")
def verify(request: HttpRequest, event_id: int, payload: shapes.VerifyIn) -> Any:
    """核查: passed, or redo."""
    return shapes.brief(services.verify_event(actor=actor_of(request), event_id=event_id, **payload.dict()))


@router.post("events/{int:event_id}/close", response=OUT, operation_id="patrol_close_event")
def close(request: HttpRequest, event_id: int, payload: shapes.EventTextIn) -> Any:
    """结案."""
    return shapes.brief(services.close_event(actor=actor_of(request), event_id=event_id, text=payload.text))


@router.post("events/{int:event_id}/rate", response=OUT, operation_id="patrol_rate_event")
def rate(request: HttpRequest, event_id: int, payload: shapes.RateIn) -> Any:
    """评价."""
    return shapes.brief(services.rate_event(actor=actor_of(request), event_id=event_id, **payload.dict()))


@router.post("events/{int:event_id}/join", response=OUT, operation_id="patrol_join_event")
def join(request: HttpRequest, event_id: int, payload: shapes.JoinIn) -> Any:
    """并入; answers with the event that goes on."""
    return shapes.brief(services.join_event(actor=actor_of(request), event_id=event_id, **payload.dict()))


@router.post("events/{int:event_id}/void", response=OUT, operation_id="patrol_void_event")
def void(request: HttpRequest, event_id: int, payload: shapes.EventReasonIn) -> Any:
    """作废."""
    return shapes.brief(services.void_event(actor=actor_of(request), event_id=event_id, **payload.dict()))


@router.post("events/{int:event_id}/urge", response=OUT, operation_id="patrol_urge_event")
def urge(request: HttpRequest, event_id: int, payload: shapes.EventTextIn) -> Any:
    """催办."""
    return shapes.brief(services.urge(actor=actor_of(request), event_id=event_id, text=payload.text))
