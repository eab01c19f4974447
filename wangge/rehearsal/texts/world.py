"""Invented places, firms and people. Names are drawn so that a town keeps its own estates and roads."""

from __future__ import annotations

import functools
import random
from datetime import datetime, timedelta

from wangge.rehearsal.texts.library import phrases

WEEKDAYS = "一二三四五六日"
PHONE_RANGE = "1990000"
"""Every invented caller has a number in this range: nobody's, and seen to be nobody's at once."""


@functools.lru_cache(maxsize=64)
def places_of(town: str) -> dict[str, tuple[str, ...]]:
    """The invented estates, roads, markets, schools and rivers of one town; always the same."""
    rng, words = random.Random(f"places/{town}"), phrases()["world"]

    def some(kind: str, count: int, *, tail: str = "") -> tuple[str, ...]:
        heads = rng.sample(words[f"{kind}_heads"], min(count, len(words[f"{kind}_heads"])))
        return tuple(head + (tail or rng.choice(words[f"{kind}_tails"])) for head in heads)

    return {
        "estate": some("estate", 12),
        "road": some("road", 8),
        "market": some("market", 2, tail="农贸市场"),
        "school": some("school", 3),
        "river": some("river", 3),
    }


def surname(rng: random.Random) -> str:
    """A family name."""
    return rng.choice(phrases()["world"]["surnames"])


def full_name(rng: random.Random) -> str:
    """An invented family and given name."""
    return surname(rng) + rng.choice(phrases()["world"]["given"])


def addressed(rng: random.Random) -> str:
    """How a caller is written down: 陈先生, 陆女士."""
    return surname(rng) + rng.choice(("先生", "女士"))


def phone(rng: random.Random) -> str:
    """A number that is seen to be invented."""
    return f"{PHONE_RANGE}{rng.randrange(10_000):04d}"


def firm(rng: random.Random) -> str:
    """An invented enterprise."""
    words = phrases()["world"]
    return rng.choice(words["firm_heads"]) + rng.choice(words["firm_tails"])


def weather(rng: random.Random, at: datetime) -> str:
    """What the weather is like, by season."""
    season = "summer" if at.month in {6, 7, 8, 9} else "winter" if at.month in {12, 1, 2} else "mild"
    return rng.choice(phrases()["world"][f"weather_{season}"])


def _date(day: datetime) -> str:
    return f"{day.month}月{day.day}日"


def ago(rng: random.Random, at: datetime) -> str:
    """A day that lies a little back: 昨天, 上周三, 8月3日."""
    back = rng.choice((1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 10))
    day = at - timedelta(days=back)
    if back == 1:
        return rng.choice(("昨天", "昨天下午", "昨晚", "昨天一早"))
    if back == 2:
        return rng.choice(("前天", "前天晚上", _date(day)))
    return rng.choice((_date(day), _date(day), f"{back}天前"))


def soon(rng: random.Random, at: datetime) -> str:
    """A day that comes soon: 明天, 下周一, 8月15日."""
    ahead = rng.choice((1, 1, 2, 3, 4, 5, 6, 8))
    day = at + timedelta(days=ahead)
    if ahead == 1:
        return rng.choice(("明天", "明天上午", "明早"))
    if ahead == 2:
        return rng.choice(("后天", _date(day)))
    weekday = WEEKDAYS[day.weekday()]
    this_week = day.isocalendar()[1] == at.isocalendar()[1]
    return rng.choice((_date(day), f"{'本周' if this_week else '下周'}{weekday}"))


def since(rng: random.Random, at: datetime) -> str:
    """Since when it goes on: 从昨天开始, 这半个月."""
    spans = ("从昨天开始", "近一周", "这几天", "最近", "这半个月", "连续三天", "一个多月来", "从上周起")
    return rng.choice((*spans, f"从{_date(at - timedelta(days=rng.randint(2, 12)))}起"))


def hour(rng: random.Random) -> str:
    """A time of day in words: 上午9点左右."""
    value = rng.choice((6, 7, 8, 9, 9, 10, 10, 11, 14, 14, 15, 15, 16, 17, 18, 19, 20))
    part = "早上" if value < 9 else "上午" if value < 12 else "下午" if value < 18 else "晚上"
    return f"{part}{value if value <= 12 else value - 12}点{rng.choice(('左右', '多', '半', '许', ''))}"
