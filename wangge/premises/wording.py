"""How a name is found again: characters, pinyin and initials as search lexemes. Pure, no Django.

Lexemes are neighbouring pairs of a name's characters (``恒科``) and of its syllables (``p:hengke``), and
its initials by threes (``i:hkx``). A query asks for all of its own, the last one by its beginning, so
that any part of a name is found while it is typed. What every second name ends with (有限公司) is no
lexeme. Filters are lexemes too (``@town:7``): search and filter are one look-up.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT

from wangge.kit import words

GENERIC = re.compile("有限责任公司|股份有限公司|有限公司|责任公司|个体工商户|分公司|公司|厂$|店$|部$")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_LETTERS = re.compile(r"[a-z]+")
MOST_SYLLABLES = 12
MOST_READINGS = 6


def sort_key(name: str) -> str:
    """What lists are ordered by: the name in pinyin, Latin letters and digits as they are."""
    spelled = "".join(lazy_pinyin(name)).lower()
    return "".join(c for c in spelled if c.isalnum())[:60]


def lexemes(name: str, *more: str, filters: Iterable[str] = ()) -> str:
    """The lexemes of a name and further words, space-joined, as the database function takes them."""
    found: list[str] = []
    for text in (name, *more):
        core = GENERIC.sub(" ", text)
        core = core if core.strip() else text
        found += words.bigrams(core)
        for run in _CHINESE.findall(core):
            syllables = lazy_pinyin(run, errors="ignore")
            found += [f"p:{a}{b}" for a, b in zip(syllables, [*syllables[1:], ""], strict=True)]
            initials = "".join(s[0] for s in syllables)
            found += [f"i:{initials[at : at + 3]}" for at in range(len(initials))]
    return " ".join(dict.fromkeys([*found, *(f"@{f}" for f in filters)]))


def query(text: str, filters: Iterable[str] = ()) -> str:
    """A ``tsquery`` for what somebody typed; ``""`` when there is nothing to look for.

    Chinese characters and digits by pairs, a run of letters as a word, as pinyin or as initials.
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    core = GENERIC.sub(" ", plain)
    asked = _parts(core if core.strip() else plain)
    return " & ".join([*asked, *(_lexeme(f"@{f}") for f in filters)]) if asked else ""


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for run in re.findall(r"[\u3400-\u9fff]+|[a-z0-9]+", text):
        if _CHINESE.fullmatch(run):
            parts += [_lexeme(token, begins=len(run) == 1) for token in words.bigrams(run)]
        elif _LETTERS.fullmatch(run):
            parts.append(f"({' | '.join(dict.fromkeys(_spellings(run)))})")
        else:
            parts.append(_lexeme(run, begins=True))
    return parts


def _spellings(letters: str) -> Iterator[str]:
    yield _lexeme(letters, begins=True)
    for cut in readings(letters):
        pairs = [f"p:{a}{b}" for a, b in itertools.pairwise(cut)]
        pairs = pairs or [f"p:{cut[0]}"]
        yield _all(pairs)
    if 2 <= len(letters) <= MOST_SYLLABLES:
        yield _all([f"i:{letters[at : at + 3]}" for at in range(max(len(letters) - 2, 1))])


def _all(tokens: Sequence[str]) -> str:
    """Every token, the last one by its beginning."""
    *whole, last = tokens
    return "(" + " & ".join([*map(_lexeme, whole), _lexeme(last, begins=True)]) + ")"


def _lexeme(token: str, *, begins: bool = False) -> str:
    return f"'{token}'{':*' if begins else ''}"


@functools.lru_cache(maxsize=1)
def syllables() -> frozenset[str]:
    """Every syllable of Mandarin without its tone."""
    found = set()
    for spelled in PINYIN_DICT.values():
        for one in spelled.replace("ü", "v").split(","):
            bare = unicodedata.normalize("NFD", one)
            found.add("".join(c for c in bare if c.isascii() and c.isalpha()))
    return frozenset(s for s in found if s and set(s) & set("aeiouv"))


@functools.lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset(s[:n] for s in syllables() for n in range(1, len(s) + 1))


def readings(letters: str) -> list[list[str]]:
    """How letters may be cut into syllables, fewest first; the last may be unfinished (``hengk``)."""
    done: list[list[str]] = []
    frontier: list[tuple[list[str], str]] = [([], letters)]
    while frontier and len(done) < MOST_READINGS:
        cut, rest = frontier.pop(0)
        if len(cut) >= MOST_SYLLABLES:
            continue
        if rest in _beginnings():
            done.append([*cut, rest])
        longest = min(len(rest) - 1, 6)
        frontier += [([*cut, rest[:n]], rest[n:]) for n in range(longest, 0, -1) if rest[:n] in syllables()]
        frontier = frontier[:200]
    return done
