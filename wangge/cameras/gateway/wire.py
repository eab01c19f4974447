"""What goes over the one WebSocket of a browser.

Down, binary: frames one after another, each ``handle u16, flag u8, version u8, time u32, length u32``
(big endian) and ``length`` bytes. ``time`` is the gateway's wall clock in ms modulo 2**32 when the
picture came in. A message may hold several frames. Up and down, text: small JSON objects.

Up:   ``{"do": "hello", "token": …}`` · ``{"do": "subscribe", "channel": …, "as": 7, "mode": "live"|"still",
      "every": 10, "from": …, "to": …}`` · ``{"do": "unsubscribe", "as": 7}`` · ``{"do": "ptz", "as": 7,
      "pan": -1…1, "tilt": …, "zoom": …}`` · ``{"do": "talk"|"hush", "as": 7}`` · ``{"do": "ping", "at": …}``;
      binary: ``handle u16`` and 20 ms of PCMA at 8 kHz while talking
Down: ``{"say": "welcome", "until": …}`` · ``{"say": "opened", "as": 7, "codec": …, "width": …, "height": …}``
      · ``{"say": "state", "as": 7, "state": …, "reason": …}`` · ``{"say": "talking", "as": 7}`` ·
      ``{"say": "refused", "as": 7, "code": …}`` · ``{"say": "ended", "as": 7, "code": …}`` ·
      ``{"say": "pong", "at": …, "now": …}``
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

VERSION = 1
INIT, KEY, GAP, STILL = 1, 2, 4, 8
HEAD = struct.Struct(">HBBII")


class Frame(NamedTuple):
    """One frame as the browser sees it."""

    handle: int
    flag: int
    time: int
    data: bytes


def pack(handle: int, flag: int, time: int, data: bytes) -> bytes:
    """One frame."""
    return HEAD.pack(handle, flag, VERSION, time & 0xFFFFFFFF, len(data)) + data


def unpack(message: bytes) -> Iterator[Frame]:
    """The frames of a message; raises ``ValueError`` on a broken one."""
    at = 0
    while at < len(message):
        if at + HEAD.size > len(message):
            raise ValueError("a frame's head is cut off")
        handle, flag, version, time, size = HEAD.unpack_from(message, at)
        at += HEAD.size
        if version != VERSION or at + size > len(message):
            raise ValueError("a frame is cut off or of another version")
        yield Frame(handle, flag, time, message[at : at + size])
        at += size
