"""The desks: board, inbox, call-backs, the ringing number, the same matter, who should have it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from wangge.hotline import queries, services
from wangge.hotline.api import papers, shapes
from wangge.kit.http import actor_of

router = Router()


@router.get("board", response=shapes.BoardOut, operation_id="hotline_read_board")
def read_board(request: HttpRequest) -> Any:
    """Open tickets by state."""
    return queries.board(actor_of(request))


@router.get("inbox", response=shapes.InboxOut, operation_id="hotline_list_inbox")
def list_inbox(request: HttpRequest, cursor: str | None = None, limit: int = 50) -> Any:
    """What my agencies have to do, what is late first."""
    return queries.inbox(actor_of(request), cursor=cursor, limit=limit)


@router.get("callbacks", response=shapes.CallbackQueueOut, operation_id="hotline_list_callbacks")
def list_callbacks(request: HttpRequest, cursor: str | None = None, limit: int = 20) -> Any:
    """Who is to be called back, longest waiting first."""
    return queries.callback_queue(actor_of(request), cursor=cursor, limit=limit)


@router.post("callers/history", response=list[shapes.PastTicketOut], operation_id="hotline_look_up_caller")
def look_up_caller(request: HttpRequest, payload: papers.NumberIn) -> Any:
    """Earlier tickets of a number; the number is in the body, never in an address."""
    return services.look_up_caller(actor=actor_of(request), number=payload.number)


@router.post("tickets/duplicates", response=list[shapes.DuplicateOut], operation_id="hotline_find_duplicates")
def find_duplicates(request: HttpRequest, payload: papers.EntryIn) -> Any:
    """Matters of the last days that may be this one, with the reasons."""
    return queries.duplicates(actor_of(request), queries.typed(**payload.dict()))


@router.get(
    "dispatch-suggestions/{int:ticket_id}",
    response=list[shapes.ProposedUnitOut],
    operation_id="hotline_suggest_units",
)
def suggest_units(request: HttpRequest, ticket_id: int) -> Any:
    """Who should have it, with the reasons."""
    return queries.suggestions_for(actor_of(request), ticket_id)
