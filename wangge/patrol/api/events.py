"""Events: report, list, board, page, timeline, clocks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from wangge.kit.http import actor_of, etag
from wangge.patrol import queries, services
from wangge.patrol.api import shapes

router = Router()


@router.post("events", response={201: shapes.EventBriefOut}, operation_id="patrol_report_event")
def report(request: HttpRequest, payload: shapes.FindingIn) -> Any:
    """Write an event down at a desk."""
    return Status(201, shapes.brief(services.report_finding(actor=actor_of(request), draft=payload.paper())))


@router.get("events", response=shapes.EventListOut, operation_id="patrol_list_events")
def list_events(
    request: HttpRequest,
    status: str = "",
    class_code: str = "",
    level: str = "",
    area: int | None = None,
    agency: int | None = None,
    open: bool | None = None,
    late: bool = False,
    mine: bool = False,
    self_handled: bool | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    no: str = "",
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Events in scope, newest first; ``status`` takes several codes with commas."""
    wanted = queries.EventFilter(
        status=tuple(s for s in status.split(",") if s),
        class_code=class_code,
        level=level,
        area_id=area,
        agency_id=agency,
        open=open,
        late=late,
        mine=mine,
        self_handled=self_handled,
        since=since,
        until=until,
        no=no.strip(),
    )
    return queries.events(actor_of(request), wanted, cursor=cursor, limit=limit)


@router.get("board", response=list[shapes.BoardColumnOut], operation_id="patrol_read_board")
def board(request: HttpRequest) -> Any:
    """Open events by state."""
    return queries.board(actor_of(request))


@router.get("events/{int:event_id}", response=shapes.EventPageOut, operation_id="patrol_read_event")
def read(request: HttpRequest, event_id: int, response: HttpResponse) -> Any:
    """The page of an event."""
    found = queries.event_page(actor_of(request), event_id)
    response["ETag"] = etag(found.event.version)
    return shapes.page(found)


@router.get(
    "events/{int:event_id}/timeline",
    response=list[shapes.EventTimelineOut],
    operation_id="patrol_read_timeline",
)
def timeline(request: HttpRequest, event_id: int) -> Any:
    """The story of an event."""
    return [
        shapes.EventTimelineOut(
            id=e.pk, at=e.at, by_label=e.by_label, action=e.action, action_label=e.label, note=e.text
        )
        for e in queries.timeline(actor_of(request), event_id)
    ]


@router.get(
    "events/{int:event_id}/clocks/{int:clock_id}",
    response=shapes.EventStoryOut,
    operation_id="patrol_explain_clock",
    by_alias=True,
)
def clock_story(request: HttpRequest, event_id: int, clock_id: int) -> Any:
    """Every minute of a clock explained."""
    story = queries.clock_story(actor_of(request), event_id, clock_id)
    return {
        "due_at": story.clock.due_at,
        "allowed_minutes": story.clock.allowed_seconds // 60,
        "rule_text": story.clock.rule_text,
        "segments": [
            {
                "from": s.start,
                "to": s.end,
                "counted": s.counted,
                "minutes": s.minutes,
                "reason": s.reason,
                "phase": s.phase,
            }
            for s in story.segments
        ],
        "changes": [
            {
                "kind": c.kind,
                "label": c.label,
                "at": c.at,
                "minutes": c.seconds // 60,
                "by": c.by_label,
                "text": c.text,
            }
            for c in story.changes
        ],
        "notes": list(story.notes),
    }
