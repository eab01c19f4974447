"""All channels of one gateway: the list Django pushed, who looks at what, how the cameras are."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

import structlog

from wangge.cameras.gateway import health
from wangge.cameras.gateway.channel import IDLE, OFFLINE, PLAYING, Channel, ChannelSpec, Rules
from wangge.cameras.gateway.rtsp import RtspSource
from wangge.cameras.gateway.sources import FfmpegSource, Source, SourceProblem
from wangge.cameras.gateway.spool import Spool
from wangge.cameras.gateway.stills import Stills
from wangge.cameras.gateway.tokens import Grant
from wangge.kit import clock

log = structlog.get_logger(__name__)
STILL_SEEN = 60.0
LOOK_EVERY = 20.0


class Voice(Protocol):
    """Somebody's voice towards a device: PCMA at 8 kHz in blocks of 20 ms."""

    async def begin(self) -> None: ...
    def say(self, block: bytes) -> None: ...
    def close(self) -> None: ...


class Devices(Protocol):
    """What the GB/T 28181 platform offers the hub."""

    def source(self, device: str, channel: str, *, tcp: str = "") -> Source: ...
    def replay(self, device: str, channel: str, begin: float, end: float, *, tcp: str = "") -> Source: ...
    def configure(self, devices: dict[str, Any]) -> None: ...
    def report(self) -> dict[str, Any]: ...
    def device_report(self, code: str) -> dict[str, Any]: ...
    def talk(self, device: str, channel: str) -> Voice: ...
    async def command(self, asked: dict[str, Any]) -> Any: ...


@dataclass(slots=True)
class View:
    """One open line of the view log."""

    viewer: str
    channel: str


@dataclass(slots=True)
class Hub:
    """The registry. ``state_file`` keeps the pushed list, so a restart needs nobody."""

    key: bytes
    spool: Spool
    state_file: Path
    rules: Rules = field(default_factory=Rules)
    gb: Devices | None = None
    specs: dict[str, ChannelSpec] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    stills: Stills = field(default_factory=Stills)
    watches: dict[str, health.Watch] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    gate: asyncio.Semaphore = field(init=False)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gate = asyncio.Semaphore(self.rules.openings)

    def start(self) -> None:
        """Read the kept list and begin the rounds; inside a running loop."""
        self.spool.write("gateway", word="started")
        if self.state_file.exists():
            try:
                self.configure(json.loads(self.state_file.read_text()), keep=False)
            except ValueError as error:
                log.error("kept channel list unreadable", error=str(error))
        rounds: tuple[Callable[[], Any], ...] = (self._still_seen, self._look_round, self.spool.keep)
        self.tasks = [asyncio.create_task(work()) for work in rounds]

    async def close(self) -> None:
        """End everything in order; open views get their end."""
        for ident in list(self.views):
            self.end_view(ident, "gateway")
        for channel in self.channels.values():
            channel.close()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.stills.close()

    def configure(self, wanted: dict[str, Any], *, keep: bool = True) -> int:
        """Take a whole new list ``{"channels": {id: spec}, "devices": {code: {"password": …}}}``.

        What did not change goes on undisturbed. Raises ``ValueError`` and changes nothing when a
        channel cannot be read.
        """
        specs = {str(ident): ChannelSpec.read(value) for ident, value in wanted["channels"].items()}
        if keep:
            draft = self.state_file.with_suffix(".new")
            draft.touch(mode=0o600)
            draft.write_text(json.dumps(wanted))
            draft.replace(self.state_file)
        if self.gb is not None:
            self.gb.configure(wanted.get("devices", {}))
        before, self.specs = self.specs, specs
        for ident, channel in list(self.channels.items()):
            spec = specs.get(ident)
            if spec is None or spec.source != before[ident].source:
                self._replace(ident, channel, spec)
            else:
                channel.pinned, channel.ring_seconds = spec.pinned, spec.ring
        for ident, spec in specs.items():
            if spec.pinned:
                self.find(ident).want()
        return len(specs)

    def _replace(self, ident: str, channel: Channel, spec: ChannelSpec | None) -> None:
        watchers = set(channel.watchers)
        channel.watchers.clear()
        channel.pinned = False
        channel.close()
        del self.channels[ident]
        self.stills.forget(ident)
        self.watches.pop(ident, None)
        if spec is None:
            for watcher in watchers:
                watcher.state(OFFLINE, "removed")
            return
        fresh = self.find(ident)
        for watcher in watchers:
            watcher.channel = fresh  # type: ignore[attr-defined]
            fresh.join(watcher)

    def find(self, ident: str) -> Channel:
        """The channel; raises ``KeyError`` for an unknown one."""
        channel = self.channels.get(ident)
        if channel is None:
            spec = self.specs[ident]
            channel = Channel(
                ident, lambda: self._source(spec), self.gate, self.rules, pinned=spec.pinned, ring=spec.ring
            )
            self.channels[ident] = channel
        return channel

    def _source(self, spec: ChannelSpec) -> Source:
        source = spec.source
        if source["kind"] == "gb":
            if self.gb is None:
                return Missing()
            return self.gb.source(source["device"], source["channel"], tcp=source.get("tcp", ""))
        url: str = source["url"]
        return RtspSource(url) if url.startswith("rtsp://") else FfmpegSource(url)

    def replay(self, ident: str, begin: float, end: float) -> Channel:
        """A channel of its own that plays what the device recorded between two moments (Unix seconds)."""
        spec = self.specs[ident]
        source = spec.source
        begin, end = float(begin), float(end)
        if not 0 < begin < end:
            raise ValueError("a replay has a beginning before its end")

        def make() -> Source:
            if source["kind"] == "gb":
                if self.gb is None:
                    return Missing()
                return self.gb.replay(
                    source["device"], source["channel"], begin, end, tcp=source.get("tcp", "")
                )
            return RtspSource(replay_address(str(source.get("replay", "")), begin, end))

        if source["kind"] == "rtsp" and not source.get("replay"):
            raise ValueError("the camera's recorder has no address")
        return Channel(ident, make, self.gate, self.rules)

    def voice(self, ident: str) -> Voice | None:
        """A way to talk to the place of a channel; ``None`` when there is none."""
        source = self.specs[ident].source
        if self.gb is None or source["kind"] != "gb":
            return None
        return self.gb.talk(source["device"], source["channel"])

    # who looks at what

    def begin_view(self, grant: Grant, channel: str, mode: str) -> str:
        """Write the line; the view's id."""
        ident = str(uuid4())
        self.views[ident] = View(grant.viewer, channel)
        self.spool.write(
            "view-begun", view=ident, viewer=grant.viewer, channel=channel, purpose=grant.purpose, mode=mode
        )
        return ident

    def end_view(self, ident: str, why: str) -> None:
        """Write the end of it."""
        if self.views.pop(ident, None) is not None:
            self.spool.write("view-ended", view=ident, why=why)

    async def _still_seen(self) -> None:
        """Every minute the open views are written again: a killed gateway leaves lines with an end."""
        while True:
            await asyncio.sleep(STILL_SEEN)
            if self.views:
                self.spool.write("views-open", views=list(self.views))

    # how the cameras are

    async def _look_round(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            for channel in list(self.channels.values()):
                if channel.state == PLAYING:
                    with contextlib.suppress(SourceProblem):
                        await self.look(channel)
                    await asyncio.sleep(LOOK_EVERY / 2 / max(len(self.channels), 1))

    async def look(self, channel: Channel) -> str:
        """Judge one playing channel by its last key picture; a change of verdict is reported."""
        still = await self.stills.still(channel, newest=LOOK_EVERY)
        watch = self.watches.setdefault(channel.ident, health.Watch())
        before = watch.verdict
        verdict = watch.look(still.look, zlib.crc32(still.jpeg))
        if verdict != before:
            self.spool.write("health", channel=channel.ident, verdict=verdict, before=before)
        return verdict

    def report(self) -> dict[str, Any]:
        """What ``/state`` answers."""
        found = {}
        for ident, channel in self.channels.items():
            facts = channel.report()
            watch = self.watches.get(ident)
            facts["verdict"] = self.verdict(channel, watch)
            found[ident] = facts
        return {
            "at": clock.now().isoformat(),
            "now": time.time(),
            "known": len(self.specs),
            "channels": found,
        }

    def verdict(self, channel: Channel, watch: health.Watch | None) -> str:
        """One word for the list: online, offline, frozen, dark, moved, unknown."""
        if channel.state == OFFLINE:
            return "offline"
        if channel.state == PLAYING:
            return watch.verdict if watch is not None and watch.verdict != health.WELL else "online"
        return "unknown" if channel.state == IDLE else "opening"


def replay_address(template: str, begin: float, end: float) -> str:
    """Put both moments into a recorder's address: ``{from}`` and ``{to}`` become 20210801T093000Z."""
    form = "%Y%m%dT%H%M%SZ"
    first, last = time.strftime(form, time.gmtime(begin)), time.strftime(form, time.gmtime(end))
    return template.replace("{from}", first).replace("{to}", last)


class Missing:
    """A GB/T 28181 channel on a gateway without the platform."""

    def ptz(self, pan: float, tilt: float, zoom: float) -> bool:
        return False

    async def run(self, sink: object, sets: object) -> None:
        raise SourceProblem("no-platform", "本网关没有启用国标平台")
