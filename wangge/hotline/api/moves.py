"""What is done to a ticket: one address per intention, each calls one service."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from wangge.hotline import queries, services
from wangge.hotline.api import papers, shapes
from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of

router = Router()
OUT = shapes.TicketBriefOut


def again(request: HttpRequest, ticket_id: int) -> shapes.TicketBriefOut:
    """The ticket after a service that returned its paper."""
    return shapes.brief(queries.ticket_for(actor_of(request), ticket_id))


@router.post("tickets/{int:ticket_id}/take-in", response=OUT, operation_id="hotline_take_in_ticket")
def take_in(request: HttpRequest, ticket_id: int) -> Any:
    """Accept a matter that came by itself."""
    return shapes.brief(services.take_in(actor=actor_of(request), ticket_id=ticket_id))


@router.post("tickets/{int:ticket_id}/answer", response=OUT, operation_id="hotline_answer_ticket")
def answer(request: HttpRequest, ticket_id: int, payload: papers.DirectReplyIn) -> Any:
    """Answer at once; the ticket is closed."""
    ticket = services.answer_directly(actor=actor_of(request), ticket_id=ticket_id, reply=payload.paper())
    return shapes.brief(ticket)


@router.post("tickets/{int:ticket_id}/ask-detail", response=OUT, operation_id="hotline_ask_detail")
def ask_detail(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Say what is missing."""
    return shapes.brief(services.ask_detail(actor=actor_of(request), ticket_id=ticket_id, text=payload.text))


@router.post("tickets/{int:ticket_id}/give-detail", response=OUT, operation_id="hotline_give_detail")
def give_detail(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Add what was missing."""
    return shapes.brief(services.give_detail(actor=actor_of(request), ticket_id=ticket_id, text=payload.text))


@router.post("tickets/{int:ticket_id}/submit", response=OUT, operation_id="hotline_submit_ticket")
def submit(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Hand to the dispatchers."""
    ticket = services.submit_for_dispatch(actor=actor_of(request), ticket_id=ticket_id, note=payload.text)
    return shapes.brief(ticket)


@router.post("tickets/{int:ticket_id}/amend", response=OUT, operation_id="hotline_amend_ticket")
def amend(request: HttpRequest, ticket_id: int, payload: papers.AmendIn) -> Any:
    """Correct a ticket; ``If-Match`` guards against overwriting (412)."""
    version = expected_version(request)
    ticket = services.amend_ticket(
        actor=actor_of(request), ticket_id=ticket_id, amendment=payload.paper(), version=version
    )
    return shapes.brief(ticket)


def expected_version(request: HttpRequest) -> int | None:
    """The version of ``If-Match``; ``None`` without the header."""
    wanted = request.headers.get("If-Match", "").strip('" ')
    if not wanted:
        return None
    if not wanted.isdigit():
        raise Invalid("If-Match 不是版本号")
    return int(wanted)


@router.post("tickets/{int:ticket_id}/follow", response=OUT, operation_id="hotline_follow_ticket")
def follow(request: HttpRequest, ticket_id: int, payload: papers.FollowIn) -> Any:
    """Join a further caller to an open ticket."""
    services.follow_ticket(actor=actor_of(request), ticket_id=ticket_id, draft=payload.paper())
    return again(request, ticket_id)


@router.post("tickets/{int:ticket_id}/refuse", response=OUT, operation_id="hotline_refuse_ticket")
def refuse(request: HttpRequest, ticket_id: int, payload: papers.RefuseIn) -> Any:
    """Not accept, with reason and basis."""
    ticket = services.refuse_ticket(actor=actor_of(request), ticket_id=ticket_id, **payload.dict())
    return shapes.brief(ticket)


@router.post("tickets/{int:ticket_id}/reopen", response={201: OUT}, operation_id="hotline_reopen_ticket")
def reopen(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Chase a closed matter: a new, linked ticket."""
    ticket = services.reopen_ticket(actor=actor_of(request), ticket_id=ticket_id, text=payload.text)
    return Status(201, shapes.brief(ticket))


@router.post("tickets/{int:ticket_id}/dispatch", response=OUT, operation_id="hotline_dispatch_ticket")
def dispatch(request: HttpRequest, ticket_id: int, payload: papers.DispatchIn) -> Any:
    """Send to the lead unit and co units."""
    ticket = services.dispatch_ticket(actor=actor_of(request), ticket_id=ticket_id, **payload.dict())
    return shapes.brief(ticket)


@router.post("tickets/{int:ticket_id}/add-unit", response=OUT, operation_id="hotline_add_unit")
def add_unit(request: HttpRequest, ticket_id: int, payload: papers.AddUnitIn) -> Any:
    """Give a further unit its own assignment."""
    services.add_unit(actor=actor_of(request), ticket_id=ticket_id, **payload.dict())
    return again(request, ticket_id)


@router.post("tickets/{int:ticket_id}/sign", response=OUT, operation_id="hotline_sign_ticket")
def sign(request: HttpRequest, ticket_id: int) -> Any:
    """Sign for it."""
    return shapes.brief(services.sign_ticket(actor=actor_of(request), ticket_id=ticket_id))


@router.post("tickets/{int:ticket_id}/request-return", response=OUT, operation_id="hotline_request_return")
def request_return(request: HttpRequest, ticket_id: int, payload: papers.ReasonIn) -> Any:
    """Ask to give it back."""
    services.request_return(actor=actor_of(request), ticket_id=ticket_id, **payload.dict())
    return again(request, ticket_id)


@router.post("tickets/{int:ticket_id}/decide-return", response=OUT, operation_id="hotline_decide_return")
def decide_return(request: HttpRequest, ticket_id: int, payload: papers.DecisionIn) -> Any:
    """Arbitrate a return."""
    ticket = services.decide_return(
        actor=actor_of(request), ticket_id=ticket_id, **payload.dict(exclude={"work_days"})
    )
    return shapes.brief(ticket)


@router.post(
    "tickets/{int:ticket_id}/request-extension", response=OUT, operation_id="hotline_request_extension"
)
def request_extension(request: HttpRequest, ticket_id: int, payload: papers.ExtensionIn) -> Any:
    """Ask for more time."""
    services.request_extension(actor=actor_of(request), ticket_id=ticket_id, **payload.dict())
    return again(request, ticket_id)


@router.post(
    "tickets/{int:ticket_id}/decide-extension", response=OUT, operation_id="hotline_decide_extension"
)
def decide_extension(request: HttpRequest, ticket_id: int, payload: papers.DecisionIn) -> Any:
    """Grant or refuse more time."""
    ticket = services.decide_extension(
        actor=actor_of(request), ticket_id=ticket_id, **payload.dict(exclude={"request_id"})
    )
    return shapes.brief(ticket)


@router.post("tickets/{int:ticket_id}/suspend", response=OUT, operation_id="hotline_suspend_ticket")
def suspend(request: HttpRequest, ticket_id: int, payload: papers.ReasonIn) -> Any:
    """Wait for the citizen's material; the clock stands still."""
    return shapes.brief(services.suspend(actor=actor_of(request), ticket_id=ticket_id, **payload.dict()))


@router.post("tickets/{int:ticket_id}/resume", response=OUT, operation_id="hotline_resume_ticket")
def resume(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Go on."""
    return shapes.brief(services.resume(actor=actor_of(request), ticket_id=ticket_id, text=payload.text))


@router.post("tickets/{int:ticket_id}/reply", response=OUT, operation_id="hotline_submit_reply")
def reply(request: HttpRequest, ticket_id: int, payload: papers.DisposalIn) -> Any:
    """Hand in what was done."""
    services.submit_reply(actor=actor_of(request), ticket_id=ticket_id, disposal=payload.paper())
    return again(request, ticket_id)


@router.post("tickets/{int:ticket_id}/review", response=OUT, operation_id="hotline_review_ticket")
def review(request: HttpRequest, ticket_id: int, payload: papers.ReviewIn) -> Any:
    """Judge a reply."""
    ticket = services.review_ticket(actor=actor_of(request), ticket_id=ticket_id, **payload.dict())
    return shapes.brief(ticket)


@router.post("tickets/{int:ticket_id}/callback", response=OUT, operation_id="hotline_record_callback")
def callback(request: HttpRequest, ticket_id: int, payload: papers.CallbackIn) -> Any:
    """Write a call-back down."""
    services.record_callback(actor=actor_of(request), ticket_id=ticket_id, callback=payload.paper())
    return again(request, ticket_id)


@router.post("tickets/{int:ticket_id}/order-redo", response=OUT, operation_id="hotline_order_redo")
def order_redo(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Send an unhappy ticket back to the unit, with the citizen's words."""
    return shapes.brief(services.order_redo(actor=actor_of(request), ticket_id=ticket_id, text=payload.text))


@router.post(
    "tickets/{int:ticket_id}/close-with-reason", response=OUT, operation_id="hotline_close_with_reason"
)
def close_with_reason(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Close an unhappy ticket with a judged reason."""
    ticket = services.close_with_reason(actor=actor_of(request), ticket_id=ticket_id, text=payload.text)
    return shapes.brief(ticket)


@router.post("tickets/{int:ticket_id}/close", response=OUT, operation_id="hotline_close_ticket")
def close(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Close."""
    return shapes.brief(
        services.close_ticket(actor=actor_of(request), ticket_id=ticket_id, text=payload.text)
    )


@router.post("tickets/{int:ticket_id}/archive", response=OUT, operation_id="hotline_archive_ticket")
def archive(request: HttpRequest, ticket_id: int) -> Any:
    """Put away."""
    return shapes.brief(services.archive(actor=actor_of(request), ticket_id=ticket_id))


@router.post("tickets/{int:ticket_id}/urge", response=OUT, operation_id="hotline_urge_ticket")
def urge(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Urge the unit."""
    return shapes.brief(services.urge(actor=actor_of(request), ticket_id=ticket_id, text=payload.text))


@router.post("tickets/{int:ticket_id}/supervise", response=OUT, operation_id="hotline_supervise_ticket")
def supervise(request: HttpRequest, ticket_id: int, payload: papers.TextIn) -> Any:
    """Supervise the unit."""
    return shapes.brief(services.supervise(actor=actor_of(request), ticket_id=ticket_id, text=payload.text))


@router.post(
    "tickets/{int:ticket_id}/request-exclusion", response=OUT, operation_id="hotline_request_exclusion"
)
def request_exclusion(request: HttpRequest, ticket_id: int, payload: papers.ReasonIn) -> Any:
    """Ask that a demand be judged unreasonable."""
    services.request_exclusion(actor=actor_of(request), ticket_id=ticket_id, **payload.dict())
    return again(request, ticket_id)


@router.post(
    "tickets/{int:ticket_id}/decide-exclusion", response=OUT, operation_id="hotline_decide_exclusion"
)
def decide_exclusion(request: HttpRequest, ticket_id: int, payload: papers.DecisionIn) -> Any:
    """The panel's decision."""
    ticket = services.decide_exclusion(
        actor=actor_of(request), ticket_id=ticket_id, approved=payload.approved, text=payload.text
    )
    return shapes.brief(ticket)


@router.post(
    "tickets/{int:ticket_id}/reveal", response=shapes.RevealedOut, operation_id="hotline_reveal_caller"
)
def reveal(request: HttpRequest, ticket_id: int, payload: papers.PurposeIn) -> Any:
    """The caller in the clear, with a purpose, logged."""
    return services.reveal_caller(actor=actor_of(request), ticket_id=ticket_id, purpose=payload.purpose)
