"""The watch over running clocks: warn, tell that one was missed, climb the ladder.

Set-based with SKIP LOCKED, so that several workers never do the same clock twice; running it
again does nothing new. Reminders go out only while somebody is at work; an epidemic clock (calendar
hours) also speaks at night, but only to the centre's own night shift.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wangge.casework import rules, services
from wangge.casework.events import ClockEscalated, ClockMissed, ClockNearDue
from wangge.casework.models import CLOCK_KINDS, Assignment, Clock
from wangge.kit import clock as time
from wangge.kit import events
from wangge.kit.subjects import subject
from wangge.notify import services as notify
from wangge.org import queries as org
from wangge.policy import queries as policy

BATCH = 500
ROLE_OF = {"supervisor": "supervisor", "commander": "commander"}


def look() -> int:
    """Look at every clock whose moment has come; returns how many were looked at."""
    looked = 0
    while True:
        with transaction.atomic():
            now = time.now()
            due = Clock.objects.select_for_update(skip_locked=True).filter(
                state="running", next_look_at__lte=now
            )
            rows = list(due.order_by("next_look_at", "id")[:BATCH])
            for row in rows:
                _one(row, now)
        looked += len(rows)
        if len(rows) < BATCH:
            return looked


def _one(row: Clock, now: datetime) -> None:
    asleep = not policy.in_duty_hours(now)
    if asleep and row.calendar == "work":
        # nobody would hear it: the same rung again when the desks are taken
        row.next_look_at = policy.due_after(now, 1, "work")
        row.save(update_fields=["next_look_at"])
        return
    rung = rules.next_rung(services.ladder_of(row.allowed_seconds, row.started_at), row.level)
    if rung is None:
        row.next_look_at = None
        row.save(update_fields=["next_look_at"])
        return
    row.level = rung.level
    row.next_look_at = services.next_look(row, rung.level)
    row.save(update_fields=["level", "next_look_at"])
    about = (row.pk, row.subject_kind, row.subject_id, row.kind)
    if rung.level <= 2:
        events.announce(ClockNearDue(*about, rung.level))
        _tell(
            row, "即将到期", f"{CLOCK_KINDS[row.kind]}时限将于 {_spoken(row.due_at)} 到期", "agency", asleep
        )
    elif rung.name == "missed":
        events.announce(ClockMissed(*about))
        _tell(row, "已超时", f"{CLOCK_KINDS[row.kind]}时限 {_spoken(row.due_at)} 已过", "agency", asleep)
    else:
        events.announce(ClockEscalated(*about, rung.name))
        _tell(
            row,
            "超时未办,逐级提醒",
            f"{CLOCK_KINDS[row.kind]}时限 {_spoken(row.due_at)} 已过",
            rung.name,
            asleep,
        )


def _spoken(moment: datetime) -> str:
    local = moment.astimezone(time.CHINA)
    return f"{local.month} 月 {local.day} 日 {local:%H:%M}"


def _tell(row: Clock, title: str, text: str, to: str, asleep: bool) -> None:
    """One message to whoever has the next word; at night only the centre's dispatchers hear it."""
    about = subject(row.subject_kind, row.subject_id)
    assignment = Assignment.objects.filter(pk=row.assignment_id).first() if row.assignment_id else None
    if asleep:
        posts = org.posts_in_role("dispatcher") if row.calendar == "always" else []
    elif to == "agency" and assignment is not None:
        notify.send(to_agency_id=assignment.agency_id, kind="clock", subject=about, title=title, text=text)
        return
    elif to == "head" and assignment is not None:
        parent = org.agency(assignment.agency_id).parent_id
        notify.send(
            to_agency_id=parent or assignment.agency_id,
            kind="clock",
            subject=about,
            title=title,
            text=text,
            urgent=True,
        )
        return
    else:
        posts = org.posts_in_role(ROLE_OF.get(to, "supervisor"))
    for post in posts:
        notify.send(to_post_id=post.id, kind="clock", subject=about, title=title, text=text, urgent=True)
