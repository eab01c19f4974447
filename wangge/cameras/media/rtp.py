"""RTP for video: packets, lost ones noticed, H.264 and H.265 put together and taken apart.

RFC 3550 (RTP), RFC 6184 (H.264), RFC 7798 (H.265), RFC 4571 (RTP over TCP with two-byte lengths).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from wangge.cameras.media.nal import H264, AccessUnit, is_key, is_picture

HEADER = struct.Struct(">BBHII")
LARGEST_UNIT = 8 * 2**20
WAIT = 18_000


@dataclass(slots=True)
class Packet:
    """One RTP packet."""

    kind: int
    marker: bool
    sequence: int
    timestamp: int
    ssrc: int
    payload: bytes


def parse(data: bytes) -> Packet | None:
    """The packet, ``None`` when the bytes are not RTP version 2."""
    if len(data) < 12 or data[0] >> 6 != 2:
        return None
    first, second, sequence, timestamp, ssrc = HEADER.unpack_from(data)
    begin = 12 + 4 * (first & 0x0F)
    if first & 0x10:
        if len(data) < begin + 4:
            return None
        begin += 4 + 4 * int.from_bytes(data[begin + 2 : begin + 4], "big")
    end = len(data) - (data[-1] if first & 0x20 else 0)
    if begin > end:
        return None
    return Packet(second & 0x7F, bool(second & 0x80), sequence, timestamp, ssrc, data[begin:end])


def build(packet: Packet) -> bytes:
    """The packet as bytes, without extensions."""
    second = packet.kind | (0x80 if packet.marker else 0)
    head = HEADER.pack(0x80, second, packet.sequence & 0xFFFF, packet.timestamp & 0xFFFFFFFF, packet.ssrc)
    return head + packet.payload


@dataclass(slots=True)
class Unwrapped:
    """A 32- or 33-bit clock made to count on for ever."""

    bits: int = 32
    value: int | None = None

    def feed(self, raw: int) -> int:
        """The raw reading as a number near the one before."""
        if self.value is None:
            self.value = raw
        else:
            span = 1 << self.bits
            step = (raw - self.value) % span
            self.value += step if step < span // 2 else step - span
        return self.value


@dataclass(slots=True)
class Order:
    """Puts packets that overtook each other (UDP) in order again and counts what is lost.

    Holds at most ``depth`` packets and a fifth of a second; what has not come by then is lost.
    """

    depth: int = 64
    expected: int | None = None
    lost: int = 0
    since: int = 0
    held: dict[int, Packet] = field(default_factory=dict)

    def feed(self, packet: Packet) -> Iterator[tuple[Packet, bool]]:
        """Packets that may be used now, each with whether something is missing before it."""
        if self.expected is None or packet.sequence == self.expected:
            yield packet, False
            self.expected = (packet.sequence + 1) & 0xFFFF
            if self.held:
                yield from self._following()
            return
        ahead = (packet.sequence - self.expected) & 0xFFFF
        if ahead >= 0x8000:
            if ahead > 0x10000 - 1000:
                return  # too late, or twice
            self.held.clear()
            self.expected = (packet.sequence + 1) & 0xFFFF
            yield packet, True
            return
        if not self.held:
            self.since = packet.timestamp
        self.held[packet.sequence] = packet
        waited = (packet.timestamp - self.since) & 0xFFFFFFFF
        if len(self.held) > self.depth or ahead > 1000 or WAIT < waited < 0x80000000:
            yield from self._give_up()

    def _following(self) -> Iterator[tuple[Packet, bool]]:
        while self.expected is not None and (found := self.held.pop(self.expected, None)):
            yield found, False
            self.expected = (self.expected + 1) & 0xFFFF

    def _give_up(self) -> Iterator[tuple[Packet, bool]]:
        assert self.expected is not None
        base = self.expected
        nearest = min(self.held, key=lambda number: (number - base) & 0xFFFF)
        self.lost += (nearest - base) & 0xFFFF
        packet = self.held.pop(nearest)
        self.expected = (nearest + 1) & 0xFFFF
        yield packet, True
        yield from self._following()


class Assembler:
    """Makes access units of RTP payloads; a broken picture is left out, not shown half.

    After a loss everything up to the next key picture is left out: what refers to a missing
    picture would smear.
    """

    def __init__(self, codec: str, done: Callable[[AccessUnit], None]) -> None:
        self.codec, self.done = codec, done
        self.clock = Unwrapped()
        self.nals: list[bytes] = []
        self.parts: list[bytes] = []
        self.timestamp: int | None = None
        self.broken = False
        self.wait_for_key = True
        self.dropped = 0

    def feed(self, packet: Packet, gap: bool, now: float) -> None:
        """One packet in order; ``gap`` when some before it are missing."""
        if packet.timestamp != self.timestamp:
            if self.timestamp is not None and (self.nals or self.parts):
                self._finish(now)
            self.timestamp = packet.timestamp
        if gap:
            self.broken, self.wait_for_key, self.parts = True, True, []
        if packet.payload:
            if self.codec == H264:
                self._h264(packet.payload)
            else:
                self._h265(packet.payload)
        if packet.marker:
            self._finish(now)

    def _finish(self, now: float) -> None:
        nals, broken = self.nals, self.broken or bool(self.parts)
        self.nals, self.parts, self.broken = [], [], False
        if not nals:
            return
        assert self.timestamp is not None
        if not any(is_picture(self.codec, nal) for nal in nals):
            self.nals = nals  # parameter sets sent ahead with a marker of their own
            return
        key = is_key(self.codec, nals)
        if broken or (self.wait_for_key and not key):
            self.dropped += 1
            self.wait_for_key = True
            return
        self.wait_for_key = False
        time = self.clock.feed(self.timestamp)
        self.done(AccessUnit(nals, time, time, key, now))

    def _unit(self, nal: bytes) -> None:
        """A whole unit; without marker bits a new first slice ends the picture before it."""
        if nal and len(nal) < LARGEST_UNIT:
            self.nals.append(nal)

    def _h264(self, data: bytes) -> None:
        kind = data[0] & 0x1F
        if kind == 28:
            if len(data) < 3:
                return
            head = data[1]
            if head & 0x80:
                self.parts = [bytes([data[0] & 0xE0 | head & 0x1F]), data[2:]]
            elif self.parts:
                self.parts.append(data[2:])
            else:
                self.broken = True
            if head & 0x40 and self.parts:
                self._unit(b"".join(self.parts))
                self.parts = []
        elif kind == 24:
            self._aggregate(data, 1)
        elif 0 < kind < 24:
            self._unit(data)

    def _h265(self, data: bytes) -> None:
        kind = (data[0] >> 1) & 0x3F
        if kind == 49:
            if len(data) < 4:
                return
            head = data[2]
            if head & 0x80:
                self.parts = [bytes([data[0] & 0x81 | (head & 0x3F) << 1, data[1]]), data[3:]]
            elif self.parts:
                self.parts.append(data[3:])
            else:
                self.broken = True
            if head & 0x40 and self.parts:
                self._unit(b"".join(self.parts))
                self.parts = []
        elif kind == 48:
            self._aggregate(data, 2)
        elif kind < 48:
            self._unit(data)

    def _aggregate(self, data: bytes, at: int) -> None:
        while at + 2 <= len(data):
            size = int.from_bytes(data[at : at + 2], "big")
            self._unit(data[at + 2 : at + 2 + size])
            at += 2 + size


def payloads(codec: str, nals: list[bytes], limit: int = 1400) -> list[bytes]:
    """The RTP payloads of one picture: single units, or fragments where one is larger than ``limit``."""
    found: list[bytes] = []
    for nal in nals:
        if len(nal) <= limit:
            found.append(nal)
            continue
        if codec == H264:
            lead, kind, body = bytes([nal[0] & 0xE0 | 28]), nal[0] & 0x1F, nal[1:]
        else:
            lead, kind, body = bytes([nal[0] & 0x81 | 49 << 1, nal[1]]), (nal[0] >> 1) & 0x3F, nal[2:]
        for begin in range(0, len(body), limit):
            first, last = begin == 0, begin + limit >= len(body)
            head = kind | (0x80 if first else 0) | (0x40 if last else 0)
            found.append(lead + bytes([head]) + body[begin : begin + limit])
    return found


class Framed:
    """Cuts a TCP byte stream into packets (RFC 4571). Raises ``ValueError`` when it has lost the thread."""

    def __init__(self) -> None:
        self.buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The whole packets so far."""
        buffer = self.buffer
        buffer += data
        at = 0
        while at + 2 <= len(buffer):
            size = buffer[at] << 8 | buffer[at + 1]
            if at + 2 + size > len(buffer):
                break
            yield bytes(buffer[at + 2 : at + 2 + size])
            at += 2 + size
        del buffer[:at]
