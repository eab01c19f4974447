"""MPEG program and transport streams as cameras send them: taken apart, and made for the simulator.

ISO/IEC 13818-1; the RTP carriage of GB/T 28181 annex C. A picture ends where the RTP marker says so
(``flush``) or where the next one begins. Times are 1/90000 s; ``None`` where the camera gave none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wangge.cameras.media.nal import H264, H265, is_picture, kind_of, split_annexb

STREAM_TYPES = {0x1B: H264, 0x24: H265}
CODES = {H264: 0x1B, H265: 0x24}
LARGEST_PICTURE = 8 * 2**20
PACK = b"\x00\x00\x01\xba"


@dataclass(slots=True)
class Picture:
    """One picture as it came out of the stream."""

    codec: str
    nals: list[bytes]
    pts: int | None
    dts: int | None


Done = Callable[[Picture], None]


def guess_codec(nals: list[bytes]) -> str:
    """H.264 or H.265 by the look of parameter sets, ``""`` without any."""
    for nal in nals:
        if nal[0] & 0x1F in {7, 8} and nal[0] & 0x80 == 0 and nal[0] >> 5 & 3:
            return H264
        if kind_of(H265, nal) in {32, 33, 34} and len(nal) > 2 and nal[1] == 1:
            return H265
    return ""


def read_time(data: bytes, at: int) -> int:
    """A 33-bit PTS or DTS."""
    return (
        (data[at] >> 1 & 7) << 30
        | data[at + 1] << 22
        | data[at + 2] >> 1 << 15
        | data[at + 3] << 7
        | data[at + 4] >> 1
    )


def write_time(value: int, lead: int) -> bytes:
    """The same as bytes; ``lead`` is 2 for a lone PTS, 3 and 1 for PTS and DTS."""
    value &= (1 << 33) - 1
    return bytes(
        [lead << 4 | value >> 29 & 0xE | 1, value >> 22 & 0xFF, value >> 14 & 0xFE | 1,
         value >> 7 & 0xFF, value << 1 & 0xFE | 1]
    )  # fmt: skip


def pes_body(packet: bytes) -> tuple[bytes, int | None, int | None]:
    """Payload, PTS and DTS of a PES packet (start code and length included)."""
    if len(packet) < 9 or packet[6] & 0xC0 != 0x80:
        return packet[6:], None, None
    flags, begin = packet[7], 9 + packet[8]
    pts = read_time(packet, 9) if flags & 0x80 and packet[8] >= 5 and len(packet) >= 14 else None
    dts = read_time(packet, 14) if flags & 0xC0 == 0xC0 and packet[8] >= 10 and len(packet) >= 19 else pts
    return packet[begin:], pts, dts


class Gatherer:
    """Collects the elementary stream of one picture after another."""

    def __init__(self, done: Done) -> None:
        self.done = done
        self.codec = ""
        self.parts: list[bytes] = []
        self.size = 0
        self.pts: int | None = None
        self.dts: int | None = None

    def add(self, data: bytes, pts: int | None, dts: int | None) -> None:
        """More bytes; another time stamp begins another picture."""
        if pts is not None and self.parts and self.pts is not None and pts != self.pts:
            self.flush()
        if pts is not None:
            self.pts, self.dts = pts, dts
        self.parts.append(data)
        self.size += len(data)
        if self.size > LARGEST_PICTURE:
            self.drop()

    def flush(self) -> None:
        """The picture is whole; parameter sets alone wait for theirs."""
        if not self.parts:
            return
        nals = split_annexb(b"".join(self.parts))
        codec = self.codec or guess_codec(nals)
        if codec and nals and not any(is_picture(codec, nal) for nal in nals):
            return
        pts, dts = self.pts, self.dts
        self.drop()
        if codec and nals:
            self.codec = codec
            self.done(Picture(codec, nals, pts, dts))

    def drop(self) -> None:
        """Forget what was begun."""
        self.parts, self.size, self.pts, self.dts = [], 0, None, None


class PsReader:
    """Takes a program stream apart; bytes may come in any pieces."""

    def __init__(self, done: Done) -> None:
        self.gatherer = Gatherer(done)
        self.buffer = bytearray()
        self.foreign = ""

    def feed(self, data: bytes) -> None:
        """More bytes of the stream."""
        buffer = self.buffer
        buffer += data
        at = 0
        while True:
            at = buffer.find(b"\x00\x00\x01", at)
            if at < 0:
                del buffer[: max(0, len(buffer) - 3)]
                return
            used = self._packet(at)
            if used == 0:
                break
            at += used
        del buffer[:at]

    def _packet(self, at: int) -> int:
        """Consume the packet that begins here; 0 when it is not whole."""
        buffer = self.buffer
        left = len(buffer) - at
        if left < 6:
            return 0
        kind = buffer[at + 3]
        if kind == 0xBA:
            return self._pack(at, left)
        if kind == 0xB9:
            return 4
        if kind < 0xBB:
            return 3  # not a stream of this layer: look for the next start code
        size = 6 + (buffer[at + 4] << 8 | buffer[at + 5])
        if left < size:
            return 0
        packet = bytes(buffer[at : at + size])
        if kind == 0xBC:
            self._map(packet)
        elif 0xE0 <= kind <= 0xEF:
            body, pts, dts = pes_body(packet)
            self.gatherer.add(body, pts, dts)
        return size

    def _pack(self, at: int, left: int) -> int:
        buffer = self.buffer
        if buffer[at + 4] >> 6 == 1:
            if left < 14:
                return 0
            size = 14 + (buffer[at + 13] & 7)
        else:
            size = 12
        if left < size:
            return 0
        self.gatherer.flush()
        return size

    def _map(self, packet: bytes) -> None:
        """The program stream map names the codec."""
        if len(packet) < 12:
            return
        at = 10 + int.from_bytes(packet[8:10], "big")
        end = min(len(packet) - 4, at + 2 + int.from_bytes(packet[at : at + 2], "big"))
        at += 2
        while at + 4 <= end:
            kind, stream = packet[at], packet[at + 1]
            if 0xE0 <= stream <= 0xEF:
                self.gatherer.codec = STREAM_TYPES.get(kind, self.gatherer.codec)
                self.foreign = "" if kind in STREAM_TYPES else f"{kind:#x}"
            at += 4 + int.from_bytes(packet[at + 2 : at + 4], "big")

    def flush(self) -> None:
        """The RTP marker: the picture is whole."""
        self.gatherer.flush()

    def lost(self) -> None:
        """Something is missing: begin again at the next pack."""
        self.buffer.clear()
        self.gatherer.drop()


class TsReader:
    """Takes a transport stream apart (one programme, its first video)."""

    def __init__(self, done: Done) -> None:
        self.gatherer = Gatherer(done)
        self.buffer = bytearray()
        self.foreign = ""
        self.map_pid = self.video_pid = -1
        self.pes = bytearray()

    def feed(self, data: bytes) -> None:
        """More bytes; a lost beat is found again at the next 0x47."""
        buffer = self.buffer
        buffer += data
        at = 0
        while at + 188 <= len(buffer):
            if buffer[at] != 0x47:
                at += 1
                continue
            self._packet(bytes(buffer[at : at + 188]))
            at += 188
        del buffer[:at]

    def _packet(self, packet: bytes) -> None:
        pid = (packet[1] & 0x1F) << 8 | packet[2]
        begin = 4 + (1 + packet[4] if packet[3] & 0x20 else 0)
        if not packet[3] & 0x10 or begin >= 188:
            return
        body, starts = packet[begin:], bool(packet[1] & 0x40)
        if pid == 0 and starts:
            section = body[1 + body[0] :]
            if len(section) >= 12:
                self.map_pid = (section[10] & 0x1F) << 8 | section[11]
        elif pid == self.map_pid and starts:
            self._map(body[1 + body[0] :])
        elif pid == self.video_pid:
            if starts:
                self._take_pes()
                self.gatherer.flush()
            self.pes += body

    def _map(self, section: bytes) -> None:
        if len(section) < 16:
            return
        end = 3 + ((section[1] & 0x0F) << 8 | section[2]) - 4
        at = 12 + ((section[10] & 0x0F) << 8 | section[11])
        while at + 5 <= min(end, len(section)):
            kind, pid = section[at], (section[at + 1] & 0x1F) << 8 | section[at + 2]
            if kind in STREAM_TYPES:
                self.video_pid, self.gatherer.codec = pid, STREAM_TYPES[kind]
                return
            at += 5 + ((section[at + 3] & 0x0F) << 8 | section[at + 4])

    def _take_pes(self) -> None:
        if self.pes[:3] == b"\x00\x00\x01":
            body, pts, dts = pes_body(bytes(self.pes))
            self.gatherer.add(body, pts, dts)
        self.pes.clear()

    def flush(self) -> None:
        """The RTP marker: the picture is whole, if the marker can be trusted."""

    def lost(self) -> None:
        """Begin again at the next picture."""
        self.buffer.clear()
        self.pes.clear()
        self.gatherer.drop()


def pes(stream: int, data: bytes, pts: int | None, bounded: bool = True) -> Iterator[bytes]:
    """PES packets around an elementary stream; only the first carries the time."""
    at, first = 0, True
    room = 65_000 if bounded else len(data)
    while at < len(data) or first:
        head = write_time(pts, 2) if first and pts is not None else b""
        part = data[at : at + room]
        size = 3 + len(head) + len(part)
        flags = bytes([0x80, 0x80 if head else 0, len(head)])
        yield (
            b"\x00\x00\x01"
            + bytes([stream])
            + (size if bounded else 0).to_bytes(2, "big")
            + flags
            + head
            + part
        )
        at, first = at + room, False


def program_stream(codec: str, data: bytes, time: int, *, key: bool, with_pts: bool = True) -> bytes:
    """One picture as a camera packs it: pack header, before a key picture system header and map, PES."""
    clock = time & (1 << 33) - 1
    scr = 1 << 46 | (clock >> 30 & 7) << 43 | 1 << 42 | (clock >> 15 & 0x7FFF) << 27 | 1 << 26
    scr |= (clock & 0x7FFF) << 11 | 1 << 10 | 1
    parts = [PACK, scr.to_bytes(6, "big"), (25_000 << 2 | 3).to_bytes(3, "big"), b"\xf8"]
    if key:
        parts.append(b"\x00\x00\x01\xbb\x00\x0c\x80\xc3\x51\x04\xe1\x7f\xe0\xe0\x80\xc0\xc0\x20")
        streams = bytes([CODES[codec], 0xE0, 0, 0, 0x90, 0xC0, 0, 0])
        parts.append(b"\x00\x00\x01\xbc" + (10 + len(streams)).to_bytes(2, "big") + b"\xe0\xff\x00\x00")
        parts.append(len(streams).to_bytes(2, "big") + streams + b"\x00\x00\x00\x00")
    parts += pes(0xE0, data, time if with_pts else None)
    return b"".join(parts)


@dataclass(slots=True)
class TsWriter:
    """A transport stream of one video."""

    codec: str
    counters: dict[int, int] = field(default_factory=dict)

    def picture(self, data: bytes, time: int, *, key: bool) -> bytes:
        """One picture; tables before a key picture."""
        out = b""
        if key:
            pat = b"\x00\xb0\x0d\x00\x01\xc1\x00\x00\x00\x01\xf0\x00"
            out += self._packets(0, b"\x00" + pat + _crc(pat))
            pmt = (
                b"\x02\xb0\x12\x00\x01\xc1\x00\x00\xe1\x00\xf0\x00"
                + bytes([CODES[self.codec]])
                + b"\xe1\x00\xf0\x00"
            )
            out += self._packets(0x1000, b"\x00" + pmt + _crc(pmt))
        return out + self._packets(0x100, b"".join(pes(0xE0, data, time, bounded=False)))

    def _packets(self, pid: int, data: bytes) -> bytes:
        out: list[bytes] = []
        for begin in range(0, len(data), 184):
            part = data[begin : begin + 184]
            count = self.counters[pid] = (self.counters.get(pid, -1) + 1) & 15
            stuffing = 184 - len(part)
            head = bytes(
                [
                    0x47,
                    (0x40 if begin == 0 else 0) | pid >> 8,
                    pid & 0xFF,
                    (0x30 if stuffing else 0x10) | count,
                ]
            )
            if stuffing:
                head += bytes([stuffing - 1]) + (b"\x00" + b"\xff" * (stuffing - 2) if stuffing > 1 else b"")
            out.append(head + part)
        return b"".join(out)


def _crc(data: bytes) -> bytes:
    """CRC-32 of MPEG tables."""
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ (0x04C11DB7 if crc & 0x80000000 else 0)) & 0xFFFFFFFF
    return crc.to_bytes(4, "big")
