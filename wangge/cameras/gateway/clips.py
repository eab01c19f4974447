"""Evidence: what was seen, cut to a file, hashed, never written over."""

from __future__ import annotations

import asyncio
import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from wangge.cameras.gateway.channel import Channel, Piece
from wangge.cameras.gateway.sources import SourceProblem

LONGEST = 3600.0
LARGEST = 4 * 2**30
FIRST_PICTURE = 15.0


@dataclass(frozen=True, slots=True)
class Clip:
    """A finished file: name, SHA-256, bytes, first and last picture (Unix seconds)."""

    name: str
    sha256: str
    size: int
    begins: float
    ends: float
    pictures: int


class Recorder:
    """Writes a channel to a file as pieces come; begins with what the ring still holds."""

    def __init__(self, folder: Path, channel: Channel) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.channel = channel
        self.name = f"{uuid4()}.mp4"
        self.path = folder / self.name
        self.draft = self.path.with_suffix(".part")
        self.file = os.open(self.draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        self.hash = hashlib.sha256()
        self.size = self.pictures = 0
        self.begins = self.ends = 0.0
        self.lost = ""

    def _write(self, data: bytes) -> None:
        os.write(self.file, data)
        self.hash.update(data)
        self.size += len(data)

    def opened(self, channel: Channel) -> None:
        """The first shape begins the file; another one would end it."""
        if self.size == 0:
            self._write(channel.init)
        else:
            self.lost = "shape"

    def piece(self, piece: Piece) -> None:
        """One fragment; the first is a key picture."""
        if self.lost or (self.pictures == 0 and not piece.key) or self.size > LARGEST:
            return
        self._write(piece.data)
        self.pictures += 1
        moment = piece.time / 1000
        self.begins = self.begins or moment
        self.ends = moment

    def state(self, state: str, reason: str) -> None:
        """A lost camera ends the clip with what there is."""
        if state == "offline" and self.pictures:
            self.lost = reason or "offline"

    def finish(self) -> Clip:
        """Close, sync, make read-only; raises ``SourceProblem`` when there was no picture."""
        os.fsync(self.file)
        os.close(self.file)
        if not self.pictures:
            self.draft.unlink()
            raise SourceProblem("no-picture", "这段时间没有画面")
        self.draft.chmod(0o400)
        self.draft.rename(self.path)
        return Clip(self.name, self.hash.hexdigest(), self.size, self.begins, self.ends, self.pictures)


async def cut(folder: Path, channel: Channel, before: float, after: float) -> Clip:
    """``before`` seconds the ring still holds and ``after`` seconds from now."""
    if not (0 <= before <= LONGEST and 0 <= after <= LONGEST and before + after > 0):
        raise ValueError("a clip has a length")
    recorder = Recorder(folder, channel)
    past = time.time() - before
    if channel.init and before:
        recorder.opened(channel)
        groups = [*channel.ring, channel.gop]
        first = max(
            (n for n, group in enumerate(groups) if group and group[0].time / 1000 <= past), default=0
        )
        for group in groups[first:]:
            for piece in group:
                recorder.piece(piece)
    if after or not recorder.pictures:
        await _follow(recorder, channel, after)
    return recorder.finish()


class _Following:
    """Hands on only what comes after joining: the past is in the file already."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder, self.live = recorder, recorder.pictures == 0

    def opened(self, channel: Channel) -> None:
        if self.live:
            self.recorder.opened(channel)

    def piece(self, piece: Piece) -> None:
        if self.live:
            self.recorder.piece(piece)

    def state(self, state: str, reason: str) -> None:
        if self.live:
            self.recorder.state(state, reason)


async def _follow(recorder: Recorder, channel: Channel, seconds: float) -> None:
    follower = _Following(recorder)
    loop = asyncio.get_running_loop()
    asked = time.time()
    channel.join(follower)
    follower.live = True
    patience = loop.time() + FIRST_PICTURE
    try:
        while not recorder.lost:
            # a camera that had to be opened first does not shorten the clip
            begun = max(asked, recorder.begins) if recorder.pictures else None
            if begun is not None and time.time() >= begun + seconds:
                break
            if begun is None and loop.time() > patience:
                break
            await asyncio.sleep(0.1)
    finally:
        channel.leave(follower)
