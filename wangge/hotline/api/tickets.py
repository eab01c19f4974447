"""Tickets: take, list, search, read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from wangge.hotline import queries, services
from wangge.hotline.api import shapes
from wangge.hotline.api.papers import SearchIn, TicketIn
from wangge.kit.errors import BusinessError
from wangge.kit.http import actor_of, etag

router = Router()


@router.post("tickets", response={201: shapes.TicketBriefOut}, operation_id="hotline_take_ticket")
def take_ticket(request: HttpRequest, payload: TicketIn) -> Any:
    """Take a call; answer it at once, hand it to the dispatchers, or keep it at the desk."""
    actor = actor_of(request)
    if payload.direct_reply is not None:
        if payload.submit:
            raise BusinessError("直接答复的工单不再提交派遣", code="answer_or_submit")
        ticket = services.take_and_answer(
            actor=actor, draft=payload.paper(), reply=payload.direct_reply.paper()
        )
    else:
        ticket = services.take_call(actor=actor, draft=payload.paper(), submit=payload.submit)
    return Status(201, shapes.brief(ticket))


@router.get("tickets", response=shapes.TicketListOut, operation_id="hotline_list_tickets")
def list_tickets(
    request: HttpRequest,
    status: str = "",
    channel: str = "",
    kind: str = "",
    topic: str = "",
    urgency: str = "",
    town: int | None = None,
    agency: int | None = None,
    category: int | None = None,
    open: bool | None = None,
    mine: bool = False,
    late: bool = False,
    since: datetime | None = None,
    until: datetime | None = None,
    q: str = "",
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Tickets in scope, newest first; ``status`` takes several codes with commas. A telephone number
    in ``q`` is refused here: use the search."""
    wanted = queries.TicketFilter(
        status=tuple(s for s in status.split(",") if s),
        channel=channel,
        kind=kind,
        topic=topic,
        urgency=urgency,
        town=town,
        agency=agency,
        category=category,
        open=open,
        mine=mine,
        late=late,
        since=since,
        until=until,
        q=q,
    )
    return queries.tickets(actor_of(request), wanted, cursor=cursor, limit=limit)


@router.post("tickets/search", response=shapes.TicketListOut, operation_id="hotline_search_tickets")
def search_tickets(request: HttpRequest, payload: SearchIn) -> Any:
    """Search over everything: a ticket number, a telephone number, or words."""
    fields = payload.dict(exclude={"cursor", "limit"}) | {"status": tuple(payload.status)}
    wanted = queries.TicketFilter(**fields)
    return queries.tickets(
        actor_of(request), wanted, cursor=payload.cursor, limit=payload.limit, private=True
    )


@router.get("tickets/{int:ticket_id}", response=shapes.TicketPageOut, operation_id="hotline_read_ticket")
def read_ticket(request: HttpRequest, response: HttpResponse, ticket_id: int) -> Any:
    """The ticket page; the caller masked, or hidden when confidential."""
    page = queries.ticket_page(actor_of(request), ticket_id)
    response["ETag"] = etag(page.ticket.version)
    return shapes.page_out(page)


@router.get(
    "tickets/{int:ticket_id}/timeline",
    response=list[shapes.TimelineOut],
    operation_id="hotline_read_timeline",
)
def read_timeline(request: HttpRequest, ticket_id: int) -> Any:
    """Every step of a ticket, oldest first."""
    return [
        {
            "id": e.pk,
            "at": e.at,
            "by_label": e.by_label,
            "agency_id": e.agency_id,
            "action": e.action,
            "action_label": e.label,
            "note": e.text,
            "public": e.public,
        }
        for e in queries.timeline(actor_of(request), ticket_id)
    ]


@router.get(
    "tickets/{int:ticket_id}/clocks/{int:clock_id}",
    response=shapes.ClockStoryOut,
    by_alias=True,
    operation_id="hotline_explain_clock",
)
def explain_clock(request: HttpRequest, ticket_id: int, clock_id: int) -> Any:
    """Every minute of a clock, counted or not, with the reason."""
    return shapes.story_out(queries.clock_story(actor_of(request), ticket_id, clock_id))
