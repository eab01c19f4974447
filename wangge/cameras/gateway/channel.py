"""One channel: opened when somebody looks, closed a while after the last one went.

Keeps everything since the last key picture, so that a newcomer sees something at once; opens again
with growing pauses; takes a source that went silent for dead.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import structlog

from wangge.cameras.gateway import wire
from wangge.cameras.gateway.sources import Source, SourceProblem
from wangge.cameras.media.fmp4 import Timeline, init_segment
from wangge.cameras.media.nal import AccessUnit, Malformed, ParameterSets, Shape

log = structlog.get_logger(__name__)

LARGEST_GOP = 8 * 2**20
OPENING_COSTS = 0.6
IDLE, OPENING, PLAYING, OFFLINE = "idle", "opening", "playing", "offline"


@dataclass(frozen=True, slots=True)
class Piece:
    """One fragment on its way to the browsers."""

    flag: int
    time: int
    at: float
    data: bytes

    @property
    def key(self) -> bool:
        """Whether decoding can begin here."""
        return bool(self.flag & wire.KEY)


class Watcher(Protocol):
    """Somebody who takes pieces of a channel."""

    def opened(self, channel: Channel) -> None: ...
    def piece(self, piece: Piece) -> None: ...
    def state(self, state: str, reason: str) -> None: ...


@dataclass(slots=True)
class Rules:
    """How patient the gateway is; seconds."""

    linger: float = 15.0
    stall: float = 10.0
    first_pause: float = 1.0
    longest_pause: float = 30.0
    openings: int = 16


@dataclass(slots=True)
class Counters:
    """What went through a channel since the process began."""

    pictures: int = 0
    keys: int = 0
    bytes: int = 0
    opens: int = 0
    failures: int = 0
    stalls: int = 0


@dataclass(slots=True)
class LastKey:
    """The last key picture, enough to decode it alone."""

    codec: str
    units: list[bytes]
    at: float
    wall: float


class Channel:
    """The relay of one camera."""

    def __init__(
        self,
        ident: str,
        make: Callable[[], Source],
        gate: asyncio.Semaphore,
        rules: Rules,
        *,
        pinned: bool = False,
        ring: float = 0.0,
    ) -> None:
        self.ident, self.make, self.gate, self.rules = ident, make, gate, rules
        self.pinned, self.ring_seconds = pinned, ring
        self.watchers: set[Watcher] = set()
        self.sets = ParameterSets()
        self.timeline = Timeline()
        self.init = b""
        self.init_for: tuple[bytes, ...] = ()
        self.shape: Shape | None = None
        self.gop: list[Piece] = []
        self.gop_bytes = 0
        self.ring: deque[list[Piece]] = deque()
        self.last_key: LastKey | None = None
        self.state, self.reason, self.since = IDLE, "", time.time()
        self.counters = Counters()
        self.task: asyncio.Task[None] | None = None
        self.source: Source | None = None
        self.closing: asyncio.TimerHandle | None = None
        self.last_picture = 0.0
        self.key_waiters: set[asyncio.Future[None]] = set()

    def join(self, watcher: Watcher) -> None:
        """Begin to hand pieces to somebody: the picture of this moment first."""
        self.watchers.add(watcher)
        if self.closing is not None:
            self.closing.cancel()
            self.closing = None
        if self.init:
            watcher.opened(self)
            for piece in self.gop:
                watcher.piece(piece)
        watcher.state(self.state, self.reason)
        self.want()

    def leave(self, watcher: Watcher) -> None:
        """Somebody has seen enough."""
        self.watchers.discard(watcher)
        self._perhaps_close()

    def want(self) -> None:
        """Open unless it is open already."""
        if self.task is None or self.task.done():
            self.task = asyncio.create_task(self._keep_open(), name=f"channel {self.ident}")

    def wanted(self) -> bool:
        """Whether there is a reason to stay open."""
        return bool(self.watchers or self.pinned or self.key_waiters)

    def _perhaps_close(self) -> None:
        if not self.wanted() and self.closing is None and self.task is not None:
            loop = asyncio.get_running_loop()
            self.closing = loop.call_later(self.rules.linger, self._close_if_unwanted)

    def _close_if_unwanted(self) -> None:
        self.closing = None
        if not self.wanted():
            self.close()

    def close(self) -> None:
        """Stop pulling and forget the pictures."""
        if self.closing is not None:
            self.closing.cancel()
            self.closing = None
        if self.task is not None:
            self.task.cancel()
            self.task = None
        self._forget()
        self._become(IDLE, "")

    def _forget(self) -> None:
        self.gop, self.gop_bytes, self.init, self.init_for = [], 0, b"", ()
        self.ring.clear()

    async def _keep_open(self) -> None:
        pause = self.rules.first_pause
        while self.wanted() or self.closing is not None:
            before = self.counters.pictures
            problem = await self._once()
            if self.counters.pictures - before > 100:
                pause = self.rules.first_pause
            self.counters.failures += 1
            self._become(OFFLINE, problem.code)
            log.info("channel lost", channel=self.ident, code=problem.code, pause=round(pause, 1))
            await asyncio.sleep(pause * random.uniform(0.7, 1.3))
            pause = min(pause * 2, self.rules.longest_pause)

    async def _once(self) -> SourceProblem:
        """One life of the source; returns why it ended."""
        async with self.gate:
            if self.state != OFFLINE:
                self._become(OPENING, "")
            self.counters.opens += 1
            self.timeline.restart()
            self.source = self.make()
            loop = asyncio.get_running_loop()
            self.last_picture = loop.time()
            before = self.counters.pictures
            run = asyncio.create_task(self.source.run(self.take, self.sets))
            try:
                # the place in the queue is kept for the handshake, not until the first key picture
                until = self.last_picture + OPENING_COSTS
                while not run.done() and self.counters.pictures == before and loop.time() < until:
                    await asyncio.wait([run], timeout=0.05)
            except asyncio.CancelledError:
                await _end(run)
                raise
        try:
            while not run.done() and not self._stalled():
                await asyncio.wait([run], timeout=1.0)
        finally:
            stalled = not run.done()
            problem = await _end(run)
            self.source = None
        if stalled:
            self.counters.stalls += 1
            return SourceProblem("silent", "画面中断")
        return problem or SourceProblem("ended", "来源结束")

    def _stalled(self) -> bool:
        return asyncio.get_running_loop().time() - self.last_picture > self.rules.stall

    def take(self, codec: str, unit: AccessUnit) -> None:
        """One picture of the source: make a fragment, keep it, hand it on."""
        sets = self.sets
        if unit.key:
            for nal in unit.nals:
                sets.feed(codec, nal)
            if sets.ready and tuple(sets.units()) != self.init_for:
                self._new_init()
            self.last_key = LastKey(codec, [*sets.units(), *unit.nals], unit.at, time.time())
        if not self.init:
            return
        data = self.timeline.fragment(codec, unit)
        counters = self.counters
        counters.pictures += 1
        counters.bytes += len(data)
        self.last_picture = unit.at
        piece = Piece(wire.KEY if unit.key else 0, int(time.time() * 1000), unit.at, data)
        if unit.key:
            counters.keys += 1
            self._new_gop(unit.at)
        if self.gop or unit.key:
            self.gop.append(piece)
            self.gop_bytes += len(data)
            if self.gop_bytes > LARGEST_GOP:
                self.gop, self.gop_bytes = [], 0
        if self.state != PLAYING:
            self._become(PLAYING, "")
        for watcher in self.watchers:
            watcher.piece(piece)
        if unit.key and self.key_waiters:
            self._tell_key()

    def _new_init(self) -> None:
        try:
            self.init = init_segment(self.sets)
            self.shape = self.sets.shape()
        except (Malformed, IndexError) as error:
            log.warning("parameter sets unreadable", channel=self.ident, error=str(error))
            return
        self.init_for = tuple(self.sets.units())
        self.gop, self.gop_bytes = [], 0
        self.ring.clear()
        for watcher in self.watchers:
            watcher.opened(self)

    def _new_gop(self, at: float) -> None:
        if self.ring_seconds and self.gop:
            self.ring.append(self.gop)
            while len(self.ring) > 1 and self.ring[1][0].at < at - self.ring_seconds:
                self.ring.popleft()
        self.gop, self.gop_bytes = [], 0

    def _tell_key(self) -> None:
        waiters, self.key_waiters = self.key_waiters, set()
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._perhaps_close()

    async def key_picture(self, newest: float, patience: float) -> LastKey:
        """A key picture not older than ``newest`` seconds; opens the channel for it if need be."""
        loop = asyncio.get_running_loop()
        if self.last_key is not None and loop.time() - self.last_key.at <= newest:
            return self.last_key
        waiter: asyncio.Future[None] = loop.create_future()
        self.key_waiters.add(waiter)
        self.want()
        try:
            async with asyncio.timeout(patience):
                await waiter
        except TimeoutError as error:
            raise SourceProblem(self.reason or "silent", "没有取到画面") from error
        finally:
            self.key_waiters.discard(waiter)
            self._perhaps_close()
        assert self.last_key is not None
        return self.last_key

    def ptz(self, pan: float, tilt: float, zoom: float) -> bool:
        """Move the camera; false when it cannot be moved."""
        return self.source is not None and self.source.ptz(pan, tilt, zoom)

    def _become(self, state: str, reason: str) -> None:
        if (state, reason) == (self.state, self.reason):
            return
        self.state, self.reason, self.since = state, reason, time.time()
        for watcher in self.watchers:
            watcher.state(state, reason)

    def report(self) -> dict[str, Any]:
        """What ``/state`` tells about the channel."""
        shape, sets = self.shape, self.sets
        return {
            "state": self.state,
            "reason": self.reason,
            "since": round(self.since, 3),
            "viewers": len(self.watchers),
            "pinned": self.pinned,
            "codec": sets.codec_string() if self.init else "",
            "size": [shape.width, shape.height] if shape else None,
            "pictures": self.counters.pictures,
            "bytes": self.counters.bytes,
            "opens": self.counters.opens,
            "failures": self.counters.failures,
            "stalls": self.counters.stalls,
        }


async def _end(run: asyncio.Task[None]) -> SourceProblem | None:
    """Cancel if need be and wait; the problem the source told, if any."""
    run.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        try:
            await run
        except SourceProblem as problem:
            return problem
        except Exception as error:
            log.warning("source failed", error=f"{type(error).__name__}: {error}")
            return SourceProblem("broken", "来源异常")
    return None


@dataclass(slots=True)
class ChannelSpec:
    """How a channel is had, as Django tells it; ``source`` is ``{"kind": "rtsp", "url": …}`` or
    ``{"kind": "gb", "device": …, "channel": …}``."""

    source: dict[str, Any]
    pinned: bool = False
    ring: float = 0.0
    extra: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, value: dict[str, Any]) -> ChannelSpec:
        """From JSON; raises ``ValueError`` when it is not one."""
        kind = value.get("kind")
        if kind == "rtsp" and not isinstance(value.get("url"), str):
            raise ValueError("an rtsp channel has a url")
        if kind == "gb" and not all(isinstance(value.get(k), str) for k in ("device", "channel")):
            raise ValueError("a gb channel has a device and a channel")
        if kind not in {"rtsp", "gb"}:
            raise ValueError(f"unknown kind {kind!r}")
        names = ("kind", "url", "device", "channel", "tcp", "replay")
        source = {str(name): value[name] for name in names if name in value}
        return cls(source, bool(value.get("pinned")), float(value.get("ring") or 0.0))
