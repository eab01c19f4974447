"""Fragmented MP4 with one picture a fragment, as Media Source Extensions take it (ISO/IEC 14496-12).

No box tells a duration, so a browser treats the stream as live and keeps its own delay small.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from wangge.cameras.media.nal import H264, AccessUnit, ParameterSets, sample

TIMESCALE = 90_000
USUAL_STEP = TIMESCALE // 25
LONGEST_STEP = TIMESCALE * 2
_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
# moof{mfhd, traf{tfhd, tfdt, trun}} and the head of mdat: always the same shape, so one call packs it all
_FRAGMENT = struct.Struct(">I4s I4sII I4s I4sII I4sIQ I4sII i IIIi I4s")
_MOOF = 8 + 16 + 8 + 16 + 20 + 36
KEY_FLAGS, DELTA_FLAGS = 0x02000000, 0x01010000


def box(kind: bytes, *parts: bytes) -> bytes:
    """One box around its parts."""
    body = b"".join(parts)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def init_segment(sets: ParameterSets) -> bytes:
    """``ftyp`` and ``moov`` for one video track; raises ``Malformed`` when the sets cannot be read."""
    shape = sets.shape()
    entry, config = (b"avc1", b"avcC") if sets.codec == H264 else (b"hvc1", b"hvcC")
    visual = struct.pack(">6xH16xHHIIIH32xHh", 1, shape.width, shape.height, 0x480000, 0x480000, 0, 1, 24, -1)
    stsd = box(
        b"stsd", b"\0" * 4, struct.pack(">I", 1), box(entry, visual, box(config, sets.configuration()))
    )
    empty = b"".join(box(kind, b"\0" * size) for kind, size in ((b"stts", 8), (b"stsc", 8), (b"stsz", 12)))
    stbl = box(b"stbl", stsd, empty, box(b"stco", b"\0" * 8))
    dinf = box(b"dinf", box(b"dref", struct.pack(">II", 0, 1), box(b"url ", struct.pack(">I", 1))))
    minf = box(b"minf", box(b"vmhd", struct.pack(">I8x", 1)), dinf, stbl)
    mdhd = box(b"mdhd", struct.pack(">IIIIIHH", 0, 0, 0, TIMESCALE, 0, 0x55C4, 0))
    hdlr = box(b"hdlr", struct.pack(">II4s12x", 0, 0, b"vide"), b"camera\0")
    head = struct.pack(">IIIIII8xHHHH", 3, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    tkhd = box(b"tkhd", head, _MATRIX, struct.pack(">II", shape.width << 16, shape.height << 16))
    trak = box(b"trak", tkhd, box(b"mdia", mdhd, hdlr, minf))
    mvhd = box(b"mvhd", struct.pack(">IIIIIIH10x", 0, 0, 0, TIMESCALE, 0, 0x10000, 0x100), _MATRIX,
               b"\0" * 24, struct.pack(">I", 2))  # fmt: skip
    mvex = box(b"mvex", box(b"trex", struct.pack(">IIIIII", 0, 1, 1, 0, 0, 0)))
    ftyp = box(b"ftyp", b"iso5\0\0\2\0iso5iso6mp41")
    return ftyp + box(b"moov", mvhd, trak, mvex)


def fragment(number: int, time: int, step: int, offset: int, key: bool, data: bytes) -> bytes:
    """``moof`` and ``mdat`` of one sample: decode time, duration and composition offset in 1/90000 s."""
    size = len(data)
    head = _FRAGMENT.pack(
        _MOOF, b"moof", 16, b"mfhd", 0, number & 0xFFFFFFFF,
        8 + 16 + 20 + 36, b"traf", 16, b"tfhd", 0x020000, 1, 20, b"tfdt", 0x01000000, time,
        36, b"trun", 0x01000F01, 1, _MOOF + 8, step, size, KEY_FLAGS if key else DELTA_FLAGS, offset,
        size + 8, b"mdat",
    )  # fmt: skip
    return head + data


@dataclass(slots=True)
class Timeline:
    """Turns the camera's times into decode times that only ever grow.

    The duration of a picture is only known when the next one comes; nobody waits for that: the last
    step stands in, and the next fragment carries its own decode time anyway.
    """

    number: int = 0
    last: int = -1
    shift: int | None = None
    step: int = USUAL_STEP

    def place(self, unit: AccessUnit) -> tuple[int, int]:
        """Decode time and composition offset of the next picture."""
        if self.shift is None:
            self.shift = (self.last + self.step if self.last >= 0 else 0) - unit.dts
        time = unit.dts + self.shift
        if self.last >= 0 and not -LONGEST_STEP < time - self.last < LONGEST_STEP * 5:
            self.shift = self.last + self.step - unit.dts  # the camera's clock jumped
            time = self.last + self.step
        offset = unit.pts - unit.dts
        if time <= self.last:
            offset += time - self.last - 1
            time = self.last + 1
        elif self.last >= 0:
            self.step = min(time - self.last, LONGEST_STEP)
        self.last = time
        self.number += 1
        return time, offset

    def restart(self) -> None:
        """The source begins anew: its clock is another one, ours goes on."""
        self.shift = None

    def fragment(self, codec: str, unit: AccessUnit) -> bytes:
        """The picture as a fragment."""
        time, offset = self.place(unit)
        return fragment(self.number, time, self.step, offset, unit.key, sample(codec, unit.nals))


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of one level as (kind, body); raises ``ValueError`` on a broken length."""
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8 or at + size > len(data):
            raise ValueError(f"box {kind!r} claims {size} bytes")
        yield kind, data[at + 8 : at + size]
        at += size


def find(data: bytes, *path: bytes) -> bytes:
    """The body of the first box along a path; raises ``KeyError``."""
    for step in path:
        for kind, body in boxes(data):
            if kind == step:
                data = body
                break
        else:
            raise KeyError(step)
    return data
