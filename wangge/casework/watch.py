"""The watch over running clocks: warn, tell that one was missed, climb the ladder.

Set-based with SKIP LOCKED, so that several workers never do the same clock twice; running it
again does nothing new. What passes is recorded and announced at its minute; people hear of it only
while somebody is at work. An epidemic clock (calendar hours) also speaks at night, but only to the
centre's own shift (dispatchers, and commanders once it is late); its unit hears in the morning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection, transaction

from wangge.casework import rules, services
from wangge.casework.events import ClockEscalated, ClockMissed, ClockNearDue
from wangge.casework.models import CLOCK_KINDS, Clock
from wangge.kit import clock as time
from wangge.kit import events, subjects
from wangge.kit.actor import system
from wangge.kit.errors import BusinessError, NotFound
from wangge.notify import services as notify
from wangge.org import queries as org
from wangge.policy import queries as policy

BATCH = 500
EACH = 3  # more of one kind for one reader come as one message
WITHOUT_CALENDAR = timedelta(hours=1)
_KEEP = """
UPDATE casework_clock SET level = seen.level, told_level = seen.told, next_look_at = seen.next
FROM unnest(%s::bigint[], %s::int[], %s::int[], %s::timestamptz[]) AS seen (id, level, told, next)
WHERE casework_clock.id = seen.id
"""
WATCHMAN = system("clock-watch")
TITLES = {
    "warn_first": "时限提醒",
    "warn_last": "即将到期",
    "missed": "已超过时限",
    "head": "超时未办,请督促",
    "supervisor": "超时未办,请督办",
    "commander": "超时未办,请协调",
}


@dataclass
class _Round:
    """One look: the moment, whether the day shift is there, who is who (asked once), what to say."""

    now: datetime
    awake: bool
    opening: datetime
    posts: dict[str, list[int]] = field(default_factory=dict)
    heads: dict[int, list[int]] = field(default_factory=dict)
    spoken: dict[tuple[str, int, str], list[Clock]] = field(default_factory=lambda: defaultdict(list))

    def in_role(self, role: str) -> list[int]:
        """Posts of a role."""
        if role not in self.posts:
            self.posts[role] = [post.id for post in org.posts_in_role(role)]
        return self.posts[role]

    def heads_of(self, agency_id: int) -> list[int]:
        """Heads of an agency, else of the one above it."""
        if agency_id not in self.heads:
            found = [post.id for post in org.posts_of_agency(agency_id) if post.head]
            above = org.agency(agency_id).parent_id if not found else None
            if above is not None:
                found = [post.id for post in org.posts_of_agency(above) if post.head]
            self.heads[agency_id] = found
        return self.heads[agency_id]


def look() -> int:
    """Look at every clock whose moment has come; returns how many were looked at."""
    looked = 0
    while True:
        with transaction.atomic():
            round_ = _round(time.now())
            due = Clock.objects.select_for_update(skip_locked=True, of=("self",)).filter(
                state="running", next_look_at__lte=round_.now
            )
            rows = list(due.select_related("assignment").order_by("next_look_at", "id")[:BATCH])
            for row in rows:
                _one(row, round_)
            if rows:
                _keep(rows)
                _send(round_)
        looked += len(rows)
        if len(rows) < BATCH:
            return looked


def _keep(rows: Sequence[Clock]) -> None:
    columns = ([getattr(row, name) for row in rows] for name in ("pk", "level", "told_level", "next_look_at"))
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, list(columns))


def _round(now: datetime) -> _Round:
    """The round of a moment. In a year without a calendar nobody knows the duty hours: nobody is rung."""
    try:
        opening = policy.due_after(now, 1, "work") - timedelta(seconds=1)
        return _Round(now, policy.in_duty_hours(now), opening)
    except BusinessError:
        return _Round(now, False, now + WITHOUT_CALENDAR)


def _one(row: Clock, round_: _Round) -> None:
    ladder = services.ladder_of(row.allowed_seconds, row.started_at)
    passed = [r for r in ladder if r.level > row.level and services.moment_of(row, r) <= round_.now]
    for rung in rules.worth_saying(passed):
        _announce(row, rung)
    if passed:
        row.level = passed[-1].level
    if round_.awake:
        waiting = [r for r in ladder if row.told_level < r.level <= row.level]
        for rung in rules.worth_saying(waiting):
            for reader in _day_readers(row, rung, round_):
                round_.spoken[*reader, rung.name].append(row)
        row.told_level = row.level
    elif row.calendar == "always" and passed:
        for reader in _night_readers(passed[-1], round_):
            round_.spoken[*reader, passed[-1].name].append(row)
    following = services.next_look(row, row.level)
    if row.told_level < row.level:
        following = min(following, round_.opening) if following else round_.opening
    row.next_look_at = following


def _announce(row: Clock, rung: rules.Rung) -> None:
    about = (row.pk, row.subject_kind, row.subject_id, row.kind)
    if rung.level < rules.MISSED:
        events.announce(ClockNearDue(*about, rung.level))
    elif rung.level == rules.MISSED:
        events.announce(ClockMissed(*about))
    else:
        events.announce(ClockEscalated(*about, rung.name))


def _day_readers(row: Clock, rung: rules.Rung, round_: _Round) -> list[tuple[str, int]]:
    """Who hears a rung by day, as ``("agency" | "post", id)``: the unit itself up to the due moment,
    then its head, the supervisors, the commanders. What has no unit goes to the dispatchers."""
    agency_id = row.assignment.agency_id if row.assignment else None
    if rung.name in ("supervisor", "commander"):
        return [("post", pk) for pk in round_.in_role(rung.name) or round_.in_role("commander")]
    if agency_id is None:
        return [("post", pk) for pk in round_.in_role("dispatcher")]
    if rung.name == "head" and (heads := round_.heads_of(agency_id)):
        return [("post", pk) for pk in heads]
    return [("agency", agency_id)]


def _night_readers(rung: rules.Rung, round_: _Round) -> list[tuple[str, int]]:
    """Who is awake: until rosters exist, the dispatchers, and the commanders once it is late."""
    posts = round_.in_role("dispatcher")
    if rung.level >= rules.MISSED or not posts:
        posts = [*posts, *round_.in_role("commander")]
    return [("post", pk) for pk in posts]


def _send(round_: _Round) -> None:
    for (kind, reader, rung), rows in round_.spoken.items():
        to_agency, to_post = (reader, None) if kind == "agency" else (None, reader)
        for title, text, about in _words(rung, rows):
            notify.send(
                to_agency_id=to_agency,
                to_post_id=to_post,
                kind="clock",
                subject=about,
                title=title,
                text=text,
                urgent=rung != "warn_first",
            )


def _words(rung: str, rows: Sequence[Clock]) -> list[tuple[str, str, str]]:
    """Title, text and subject of each message; more than a few become one."""
    title = TITLES[rung]
    if len(rows) > EACH:
        first, last = min(r.due_at for r in rows), max(r.due_at for r in rows)
        text = f"共 {len(rows)} 项,时限 {_spoken(first)} 至 {_spoken(last)},请在待办中查看"
        return [(f"{len(rows)} 项{title}", text, "")]
    return [(title, f"{_number(r)}{CLOCK_KINDS[r.kind]}时限 {_spoken(r.due_at)}", _about(r)) for r in rows]


def _about(row: Clock) -> str:
    return subjects.subject(row.subject_kind, row.subject_id)


def _number(row: Clock) -> str:
    """The subject's own short number, when its owner tells it."""
    try:
        number = subjects.card(WATCHMAN, _about(row)).number
    except (KeyError, NotFound):
        return ""
    return f"{number} " if number else ""


def _spoken(moment: datetime) -> str:
    local = moment.astimezone(time.CHINA)
    return f"{local.month} 月 {local.day} 日 {local:%H:%M}"
