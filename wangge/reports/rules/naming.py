"""How a citizen is called in a report: ``陈先生``, ``某市民``; never a name or number (spec §3.9)."""

from __future__ import annotations

import re

DOUBLE_SURNAMES = frozenset(
    ("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容")
    + ("司徒", "令狐", "夏侯", "端木", "轩辕", "南宫", "呼延", "宇文", "长孙")
)
STYLES = ("先生", "女士", "老师", "同学", "阿姨", "大爷", "大妈", "师傅")
PLACEHOLDER = "[诉求人]"
_NUMBERS = re.compile(r"(?<!\d)[\d][\d\s-]{5,}[\dXx](?!\d)")
_CODES = {"[号码]": "(号码略)", "[证件号]": "(证件号略)"}


def surname(name: str) -> str:
    """The family name of a Chinese name; ``""`` when the text does not start with a Chinese character."""
    name = name.strip()
    if name[:2] in DOUBLE_SURNAMES and len(name) > 2:
        return name[:2]
    return name[:1] if name and "\u3400" <= name[0] <= "\u9fff" else ""


def style(family: str, text: str) -> str:
    """``陈`` and a text that says 女士 → ``陈女士``; without a hint ``陈某``; without a name ``某市民``."""
    if not family:
        return "某市民"
    found = next((word for word in STYLES if f"{family}{word}" in text or f"{PLACEHOLDER}{word}" in text), "")
    return f"{family}{found}" if found else f"{family}某"


def anonymous(text: str, called: str) -> str:
    """A redacted text with the caller's placeholder replaced and every long digit run taken out."""
    for word in STYLES:
        text = text.replace(f"{PLACEHOLDER}{word}", called)
    text = text.replace(PLACEHOLDER, called)
    for code, words in _CODES.items():
        text = text.replace(code, words)
    return _NUMBERS.sub("(号码略)", text)


def shortened(text: str, most: int) -> str:
    """At most ``most`` characters, cut at a clause where one ends late enough."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    stop = max(cut.rfind(mark) for mark in ",。;!?,;")
    return (cut[:stop] if stop >= most // 2 else cut) + "…"
