"""The media a simulated device sends after an INVITE: PS over RTP, or what its faults make of it."""

from __future__ import annotations

import asyncio
import secrets
import time
from typing import TYPE_CHECKING, cast

from aiosipua.message import SipRequest, SipResponse

from wangge.cameras.gb import sdp
from wangge.cameras.media import ps, rtp
from wangge.cameras.media.nal import annexb

if TYPE_CHECKING:
    from wangge.cameras.sim.device import Device, Fleet

ROOM = 1400


class _Ear(asyncio.DatagramProtocol):
    """Counts what a voice sends to the device."""

    def __init__(self, device: Device) -> None:
        self.device = device

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        packet = rtp.parse(data)
        if packet is not None and packet.kind == 8:
            self.device.heard += len(packet.payload)


class _Door(asyncio.Protocol):
    """The device's own media port (TCP active: the platform connects)."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.stream.wire = cast(asyncio.Transport, transport)


class Stream:
    """One session of a simulated device."""

    def __init__(self, fleet: Fleet, device: Device, channel: str, offer: sdp.Media) -> None:
        self.fleet, self.device, self.channel, self.offer = fleet, device, channel, offer
        self.request: SipRequest | None = None
        self.response: SipResponse | None = None
        self.wire: asyncio.Transport | None = None
        self.udp: asyncio.DatagramTransport | None = None
        self.server: asyncio.Server | None = None
        self.sequence, self.sent = secrets.randbelow(1 << 16), 0
        wrong = "wrong-ssrc" in device.faults
        self.ssrc = int(offer.ssrc or 0) + (77 if wrong else 0)
        self.ts: ps.TsWriter | None = None
        self.need_key = True
        self.begun = 0.0
        self.over = False
        self.player = fleet.player("road" if offer.name == "Playback" else "gate") if fleet.loops else None

    async def prepare(self) -> str:
        """Open what is needed; the answer's SDP."""
        loop = asyncio.get_running_loop()
        host = self.fleet.sip.host
        answer = sdp.Media(address=host, name=self.offer.name, owner=self.channel, ssrc=f"{self.ssrc:010d}")
        answer.tcp, answer.kind = self.offer.tcp, self.offer.kind
        if self.offer.tcp and self.offer.setup == "active":
            self.server = await loop.create_server(lambda: _Door(self), host, 0)
            answer.port, answer.setup = self.server.sockets[0].getsockname()[1], "passive"
        elif self.offer.tcp:
            answer.port, answer.setup = 9, "active"
        else:
            source = "127.0.0.2" if "elsewhere" in self.device.faults else host
            self.udp, _ = await loop.create_datagram_endpoint(lambda: _Ear(self.device), (source, 0))
            answer.port = self.udp.get_extra_info("sockname")[1]
        text = sdp.offer(answer)
        return text.replace("a=recvonly", "a=sendonly")

    async def begin(self) -> None:
        """The platform acknowledged: send."""
        if self.begun or self.over:
            return
        self.begun = time.monotonic()
        if self.offer.tcp and self.offer.setup == "passive":
            wire, _ = await asyncio.get_running_loop().create_connection(
                asyncio.Protocol, self.offer.address, self.offer.port
            )
            self.wire = wire
        if self.offer.kind == "video" and "silent" not in self.device.faults and self.player is not None:
            self.player.join(self, 0.0)

    def picture(self, number: int, index: int, parts: list[list[bytes]]) -> None:
        """One picture of the shared clock."""
        assert self.player is not None
        loop = self.player.loop
        if self.need_key and not loop.keys[index]:
            return
        self.need_key = False
        if (
            self.offer.name == "Playback"
            and time.monotonic() - self.begun > self.offer.end - self.offer.begin
        ):
            self.close()
            self.fleet.finished(self)
            return
        stamp = number * 90_000 // loop.shot.fps
        payloads = parts[index] if "raw" in self.device.faults else self._packed(index, stamp)
        last = len(payloads) - 1
        kind = 98 if "raw" in self.device.faults else 96
        for place, payload in enumerate(payloads):
            self.sequence = (self.sequence + 1) & 0xFFFF
            self.sent += 1
            if "loss" in self.device.faults and self.sent % 40 == 0:
                continue
            packet = rtp.Packet(kind, place == last, self.sequence, stamp & 0xFFFFFFFF, self.ssrc, payload)
            self._send(rtp.build(packet))

    def _packed(self, index: int, stamp: int) -> list[bytes]:
        assert self.player is not None
        loop = self.player.loop
        data = annexb(loop.units[index])
        if "ts" in self.device.faults:
            self.ts = self.ts or ps.TsWriter(loop.shot.codec)
            whole = self.ts.picture(data, stamp, key=loop.keys[index])
            room = 188 * 7
        else:
            with_pts = "no-pts" not in self.device.faults
            whole = ps.program_stream(loop.shot.codec, data, stamp, key=loop.keys[index], with_pts=with_pts)
            room = ROOM
        return [whole[begin : begin + room] for begin in range(0, len(whole), room)]

    def _send(self, packet: bytes) -> None:
        if self.offer.tcp:
            if self.wire is not None and not self.wire.is_closing():
                self.wire.write(len(packet).to_bytes(2, "big") + packet)
        elif self.udp is not None and not self.udp.is_closing():
            self.udp.sendto(packet, (self.offer.address, self.offer.port))

    def close(self) -> None:
        """No more."""
        self.over = True
        if self.player is not None:
            self.player.leave(self)
        for transport in (self.wire, self.udp):
            if transport is not None:
                transport.close()
        if self.server is not None:
            self.server.close()
