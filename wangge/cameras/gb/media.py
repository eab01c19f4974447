"""The media of one INVITE: a port or connection of its own, RTP in, access units out."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import cast

from wangge.cameras.gateway.sources import Sink, SourceProblem
from wangge.cameras.media import ps, rtp
from wangge.cameras.media.nal import H264, H265, AccessUnit, ParameterSets, is_key

RAW = {"H264": H264, "H265": H265, "HEVC": H265}
Note = Callable[[str, str], None]


class Ports:
    """A range of ports, given out in turn; even numbers, as RTP wants."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first + first % 2, last
        self.next = self.first
        self.used: set[int] = set()

    def take(self) -> int:
        """A port nobody of ours uses; raises ``SourceProblem`` when all are."""
        for _ in range((self.last - self.first) // 2 + 1):
            port = self.next
            self.next = self.next + 2 if self.next + 2 <= self.last else self.first
            if port not in self.used:
                self.used.add(port)
                return port
        raise SourceProblem("too-many", "媒体端口已用尽")

    def give_back(self, port: int) -> None:
        """Free again."""
        self.used.discard(port)


class Receiver:
    """RTP packets of one stream in, pictures out. Probes what the payload really is: PS, TS or raw."""

    def __init__(self, sink: Sink, sets: ParameterSets, note: Note, kinds: dict[int, str], ssrc: int) -> None:
        self.sink, self.sets, self.note, self.kinds, self.ssrc = sink, sets, note, kinds, ssrc
        self.order = rtp.Order()
        self.reader: ps.PsReader | ps.TsReader | None = None
        self.assembler: rtp.Assembler | None = None
        self.clock = rtp.Unwrapped()
        self.pts_clock = rtp.Unwrapped(33)
        self.use_rtp: bool | None = None
        self.timestamp = 0
        self.wait_for_key = True
        self.packets = self.pictures = 0
        self.heard = 0.0
        self.now = asyncio.get_running_loop().time

    def packet(self, data: bytes) -> None:
        """One RTP packet."""
        found = rtp.parse(data)
        if found is None or found.kind not in range(8, 128) or 72 <= found.kind <= 76:
            return
        if self.packets == 0 and self.ssrc and found.ssrc != self.ssrc:
            self.note("media-ssrc", f"{found.ssrc:010d}")
        self.packets += 1
        self.heard = self.now()
        lost = self.order.lost
        for ready, gap in self.order.feed(found):
            self._ready(ready, gap)
        if self.order.lost != lost:
            self.note("packets-lost", "")

    def _ready(self, packet: rtp.Packet, gap: bool) -> None:
        if self.reader is None and self.assembler is None and packet.payload:
            self._probe(packet)
        if self.assembler is not None:
            self.assembler.feed(packet, gap, self.now())
            return
        reader = self.reader
        if reader is None:
            return
        if gap:
            reader.lost()
            self.wait_for_key = True
        self.timestamp = packet.timestamp
        reader.feed(packet.payload)
        if packet.marker:
            reader.flush()
        if reader.foreign:
            self.note("codec-foreign", reader.foreign)

    def _probe(self, packet: rtp.Packet) -> None:
        payload = packet.payload
        name = self.kinds.get(packet.kind, "").upper().partition("/")[0]
        if payload.startswith(b"\x00\x00\x01"):
            self.reader = ps.PsReader(self._picture)
        elif payload[0] == 0x47 and (len(payload) < 189 or payload[188] == 0x47):
            self.note("ts-instead-of-ps", "")
            self.reader = ps.TsReader(self._picture)
        else:
            codec = RAW.get(name) or (H265 if packet.kind == 99 else H264)
            if name not in RAW:
                if payload[0] & 0x1F not in {1, 5, 7, 8, 24, 28} or payload[0] & 0x80:
                    return  # the middle of something: wait for a beginning
                self.note("raw-instead-of-ps", "")
            self.assembler = rtp.Assembler(codec, lambda unit: self._unit(codec, unit))

    def _unit(self, codec: str, unit: AccessUnit) -> None:
        self.pictures += 1
        self.sink(codec, unit)

    def _picture(self, picture: ps.Picture) -> None:
        key = is_key(picture.codec, picture.nals)
        if self.wait_for_key and not key:
            return
        self.wait_for_key = False
        if self.use_rtp is None:
            self.use_rtp = picture.pts is None
            if self.use_rtp:
                self.note("missing-pts", "")
        if self.use_rtp or picture.pts is None:
            pts = dts = self.clock.feed(self.timestamp)
        else:
            pts = self.pts_clock.feed(picture.pts)
            dts = pts - (
                (picture.pts - (picture.dts if picture.dts is not None else picture.pts)) % (1 << 33)
            )
        self.pictures += 1
        self.sink(picture.codec, AccessUnit(picture.nals, pts, dts, key, self.now()))


class _Udp(asyncio.DatagramProtocol):
    def __init__(self, media: Transport) -> None:
        self.media = media

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self.media.arrived(data, addr[0])


class _Tcp(asyncio.Protocol):
    def __init__(self, media: Transport) -> None:
        self.media = media
        self.framed = rtp.Framed()
        self.host = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.host = transport.get_extra_info("peername")[0]
        self.media.connected(self.host, cast(asyncio.Transport, transport))

    def data_received(self, data: bytes) -> None:
        for packet in self.framed.feed(data):
            self.media.arrived(packet, self.host)

    def connection_lost(self, exc: Exception | None) -> None:
        self.media.hung_up()


class Transport:
    """UDP (``""``), TCP ``passive`` (the device connects to us) or ``active`` (we connect to it)."""

    def __init__(self, mode: str, ports: Ports, hosts: set[str], note: Note) -> None:
        self.mode, self.ports, self.hosts, self.note = mode, ports, hosts, note
        self.port = 0
        self.receiver: Receiver | None = None
        self.early: list[bytes] = []
        self.udp: asyncio.DatagramTransport | None = None
        self.server: asyncio.Server | None = None
        self.stream: asyncio.Transport | None = None
        self.over = asyncio.Event()

    async def open(self, host: str) -> None:
        """Be ready before the invitation leaves."""
        loop = asyncio.get_running_loop()
        for _ in range(20):
            self.port = self.ports.take()
            try:
                if self.mode == "passive":
                    self.server = await loop.create_server(lambda: _Tcp(self), host, self.port)
                elif self.mode == "":
                    self.udp, _ = await loop.create_datagram_endpoint(lambda: _Udp(self), (host, self.port))
                    if (sock := self.udp.get_extra_info("socket")) is not None:
                        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**20)
                return
            except OSError:
                self.ports.give_back(self.port)
        raise SourceProblem("too-many", "媒体端口被占用")

    async def connect(self, host: str, port: int) -> None:
        """The active side goes to where the answer said."""
        try:
            async with asyncio.timeout(5):
                await asyncio.get_running_loop().create_connection(lambda: _Tcp(self), host, port)
        except (OSError, TimeoutError) as error:
            raise SourceProblem("unreachable", "连接不上设备的媒体端口") from error

    def connected(self, host: str, transport: asyncio.Transport) -> None:
        """A TCP connection is there; a second or foreign one is refused."""
        if host not in self.hosts:
            self.note("media-from-elsewhere", host)
            transport.abort()
        elif self.stream is not None:
            transport.abort()
        else:
            self.stream = transport

    def hung_up(self) -> None:
        """The device closed its connection."""
        self.over.set()

    def arrived(self, data: bytes, host: str) -> None:
        """One packet; kept for a moment when it comes before the answer was read."""
        if host not in self.hosts:
            self.note("media-from-elsewhere", host)
        elif self.receiver is None:
            if len(self.early) < 200:
                self.early.append(data)
        else:
            self.receiver.packet(data)

    def receive(self, receiver: Receiver) -> None:
        """The answer is there: what came early first."""
        self.receiver = receiver
        early, self.early = self.early, []
        for data in early:
            receiver.packet(data)

    def send(self, packet: bytes, address: tuple[str, int]) -> None:
        """Our own voice (talk)."""
        if self.stream is not None:
            self.stream.write(len(packet).to_bytes(2, "big") + packet)
        elif self.udp is not None:
            self.udp.sendto(packet, address)

    def close(self) -> None:
        """Give the port back."""
        if self.udp is not None:
            self.udp.close()
        if self.server is not None:
            self.server.close()
        if self.stream is not None:
            self.stream.abort()
        if self.port:
            self.ports.give_back(self.port)
