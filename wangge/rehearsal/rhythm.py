"""When people call and when offices work: the shape of a day. Pure, no Django."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from wangge.kit.clock import CHINA, start_of

HOURS = (8, 5, 4, 3, 4, 7, 18, 42, 78, 100, 96, 74, 46, 58, 84, 90, 80, 66, 58, 62, 56, 40, 24, 13)
"""Calls by hour of the day, the busiest hour = 100."""
CHANNELS = {
    "phone": 700,
    "web": 60,
    "wechat": 90,
    "app": 50,
    "weibo": 6,
    "message": 12,
    "province": 30,
    "superior": 10,
    "department": 12,
    "grid": 18,
    "video": 6,
    "visit": 6,
}
SHARES = {"epidemic_policy": 52, "epidemic_help": 27, "epidemic_complaint": 21}
"""The three epidemic classes; their true shares are not known, these are ours."""


def busyness(at: datetime) -> float:
    """How busy a moment is: 1.0 = an average hour of the day."""
    return HOURS[at.astimezone(CHINA).hour] * 24 / sum(HOURS)


def moment_in(rng: random.Random, day: date) -> datetime:
    """A moment of a day in China, by the day's rhythm."""
    hour = rng.choices(range(24), weights=HOURS)[0]
    return start_of(day) + timedelta(hours=hour, seconds=rng.randrange(3600))


def at_work(at: datetime, rng: random.Random) -> datetime:
    """The moment itself inside office hours, else some minutes after the next opening (Monday to
    Friday, 8:30 to 17:30). Only for the look of things; deadlines are policy's business."""
    local = at.astimezone(CHINA)
    opens, closes = local.replace(hour=8, minute=30, second=0), local.replace(hour=17, minute=30, second=0)
    if local.weekday() < 5 and opens <= local <= closes:
        return at
    if local.weekday() >= 5 or local > closes:
        local += timedelta(days=1)
        while local.weekday() >= 5:
            local += timedelta(days=1)
    return local.replace(hour=8, minute=30, second=0) + timedelta(minutes=rng.randint(2, 120))
