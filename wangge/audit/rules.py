"""Merkle trees over log lines (after RFC 6962, §2.1): pure functions on bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

EMPTY = hashlib.sha256(b"").digest()


def leaf(entry: Mapping[str, Any]) -> bytes:
    """The hash of one line: every column that a reader sees, in one fixed spelling."""
    moment: datetime = entry["at"]
    plain = dict(entry) | {"at": moment.astimezone(UTC).isoformat(timespec="microseconds")}
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(b"\x00" + text.encode()).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The Merkle root, 32 bytes; leaves and inner nodes are hashed apart (0x00, 0x01), an odd last
    node rises unpaired."""
    if not leaves:
        return EMPTY
    level = list(leaves)
    while len(level) > 1:
        pairs = zip(level[0::2], level[1::2], strict=False)
        above = [hashlib.sha256(b"\x01" + left + right).digest() for left, right in pairs]
        level = above + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def chained(before: bytes, tree_root: bytes, first: int, last: int, count: int) -> bytes:
    """The seal: binds the root and the range to the seal before it."""
    return hashlib.sha256(b"\x02" + before + tree_root + f"{first}:{last}:{count}".encode()).digest()
