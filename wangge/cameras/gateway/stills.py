"""Stills: only the last key picture is decoded, in one thread beside the loop, once for everybody."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from wangge.cameras.gateway.channel import Channel
from wangge.cameras.gateway.sources import SourceProblem
from wangge.cameras.media import pictures

PATIENCE = 10.0
AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Still:
    """A small JPEG, when its picture came in, and what can be told from it."""

    jpeg: bytes
    at: float
    wall: float
    look: pictures.Look


class Stills:
    """Makes stills and remembers the last of each channel."""

    def __init__(self) -> None:
        self.known: dict[str, Still] = {}
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="stills")
        self.gate = asyncio.Semaphore(AT_ONCE)
        self.locks: dict[str, asyncio.Lock] = {}

    async def still(self, channel: Channel, newest: float, patience: float = PATIENCE) -> Still:
        """A still not older than ``newest`` seconds; raises ``SourceProblem``."""
        loop = asyncio.get_running_loop()
        lock = self.locks.setdefault(channel.ident, asyncio.Lock())
        async with lock:
            known = self.known.get(channel.ident)
            if known is not None and loop.time() - known.at <= newest:
                return known
            async with self.gate:
                key = await channel.key_picture(newest, patience)
            if known is not None and known.at == key.at:
                return known
            try:
                made = await loop.run_in_executor(self.thread, pictures.still, key.codec, key.units)
            except pictures.Unreadable as error:
                raise SourceProblem("unreadable", "画面无法解码") from error
            found = Still(made.jpeg, key.at, key.wall, made.look)
            self.known[channel.ident] = found
            return found

    def forget(self, ident: str) -> None:
        """The channel is no more."""
        self.known.pop(ident, None)
        self.locks.pop(ident, None)

    def close(self) -> None:
        """End the thread."""
        self.thread.shutdown(wait=False, cancel_futures=True)
