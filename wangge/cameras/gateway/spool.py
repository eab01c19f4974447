"""Reports to Django that survive both processes: JSON lines, written before the picture leaves.

``*.open`` is being written; after some seconds it becomes ``*.jsonl``, which the job
``cameras.take_in_reports`` reads, stores and only then deletes. Every line has an id of its own, so
a line read twice is stored once. A line is in the kernel before ``write`` returns (a killed process
loses none) and on the disk within a second.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from pathlib import Path
from typing import Any
from uuid import uuid4

from wangge.kit import clock

ROTATE = 20.0
LARGEST = 8 * 2**20


class Spool:
    """The writer; one for each process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in folder.glob("*.open"):  # of a process that was killed
            left.rename(left.with_suffix(".jsonl"))
        self.file = -1
        self.path = folder
        self.size = 0
        self.dirty = False
        self.task: asyncio.Task[None] | None = None

    def write(self, kind: str, **facts: Any) -> str:
        """One line; returns its id."""
        ident = str(uuid4())
        line = {"id": ident, "kind": kind, "at": clock.now().isoformat(), **facts}
        data = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        if self.file < 0:
            self.path = self.folder / f"{clock.now():%Y%m%dT%H%M%S%f}-{os.getpid()}.open"
            self.file = os.open(self.path, os.O_CREAT | os.O_WRONLY | os.O_APPEND | os.O_EXCL, 0o600)
            self.size = 0
        os.write(self.file, data)
        self.size += len(data)
        self.dirty = True
        if self.size > LARGEST:
            self.rotate()
        return ident

    def rotate(self) -> None:
        """Close the file and let the job have it."""
        if self.file >= 0:
            os.fsync(self.file)
            os.close(self.file)
            self.file, self.dirty = -1, False
            self.path.rename(self.path.with_suffix(".jsonl"))

    async def keep(self) -> None:
        """Sync every second, rotate every ``ROTATE`` seconds, until cancelled."""
        loop = asyncio.get_running_loop()
        turn = loop.time() + ROTATE
        with contextlib.suppress(asyncio.CancelledError):
            while True:
                await asyncio.sleep(1.0)
                if self.dirty and self.file >= 0:
                    self.dirty = False
                    copy = os.dup(self.file)
                    await loop.run_in_executor(None, _sync, copy)
                if loop.time() >= turn:
                    turn = loop.time() + ROTATE
                    self.rotate()
        self.rotate()


def _sync(file: int) -> None:
    try:
        os.fdatasync(file)
    finally:
        os.close(file)
