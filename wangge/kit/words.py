"""Chinese full-text search without an extension: bigrams and words as a ``simple`` tsvector.

PostgreSQL here has no pg_trgm; a stored token column with a GIN index answers substring
questions of two characters and more. ``LIKE '%x%'`` is not used anywhere.
"""

from __future__ import annotations

import functools
import logging
import re
from typing import Any

_RUNS = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")


@functools.lru_cache(maxsize=1)
def _segmenter() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return jieba


def bigrams(text: str) -> list[str]:
    """Tokens that substring search needs: every pair of neighbouring Chinese characters, every
    Latin word or number whole. ``"二甲镇A3"`` → ``["二甲", "甲镇", "a3"]``."""
    tokens: list[str] = []
    for run in _RUNS.findall(text.lower()):
        if run[0] < "\u3400" or len(run) == 1:
            tokens.append(run)
        else:
            tokens += [run[i : i + 2] for i in range(len(run) - 1)]
    return tokens


def document(*texts: str) -> str:
    """The token text to store, for ``to_tsvector('simple', …)``: the distinct bigrams, space-joined."""
    return " ".join(dict.fromkeys(token for text in texts for token in bigrams(text)))


def query(text: str) -> str:
    """A ``to_tsquery('simple', …)`` text that asks for all tokens; ``""`` when nothing is searchable."""
    return " & ".join(dict.fromkeys(bigrams(text)))


def words(text: str) -> list[str]:
    """Dictionary words of a text, for classification and duplicate finding (jieba)."""
    return [w for w in _segmenter().lcut(text) if len(w) > 1]
