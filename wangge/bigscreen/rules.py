"""Pure decisions of the wall: its words for a matter, its words for time.

The wall speaks in coded words only: kind, category, topic, town, unit. What somebody typed never
comes near it, so no sieve has to recognise a person's name (decision 0009).
"""

from __future__ import annotations


def matter(category: str, topic: str, kind: str) -> tuple[str, str]:
    """The words for a ticket's matter and, quieter, where they belong.

    ``市政公用->排水->道路积水`` → ``("道路积水", "排水")``; without a category the topic, else the kind.
    """
    parts = [part for part in category.split("->") if part]
    if len(parts) > 1:
        return parts[-1], parts[-2]
    if parts:
        return parts[0], ""
    return (topic, "") if topic else (f"{kind}事项", "")


def late_words(minutes: int) -> str:
    """``75`` → ``1 小时 15 分``, ``3000`` → ``2 天 2 小时``."""
    days, rest = divmod(max(minutes, 0), 1440)
    hours, left = divmod(rest, 60)
    if days:
        return f"{days} 天 {hours} 小时" if hours else f"{days} 天"
    if hours:
        return f"{hours} 小时 {left} 分" if left else f"{hours} 小时"
    return f"{left} 分"
