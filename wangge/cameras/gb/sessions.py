"""INVITE to BYE: live, playback and talk as sources of the gateway."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING

from aiosipua.message import SipRequest, SipResponse

from wangge.cameras.gateway.sources import Sink, SourceProblem
from wangge.cameras.gb import sdp
from wangge.cameras.gb.devices import Device
from wangge.cameras.gb.media import Receiver, Transport
from wangge.cameras.gb.sip import Timeout
from wangge.cameras.media import rtp
from wangge.cameras.media.nal import ParameterSets

if TYPE_CHECKING:
    from wangge.cameras.gb.platform import Platform

REFUSALS = {404: "no-stream", 486: "busy", 600: "busy", 603: "refused", 403: "refused", 488: "refused"}


class Session:
    """One dialog and its media."""

    def __init__(self, platform: Platform, device: Device, channel: str, mode: str, *, history: bool) -> None:
        self.platform, self.device, self.channel, self.history = platform, device, channel, history
        self.ssrc = platform.ssrc(history)
        hosts = {device.peer.host}
        self.media = Transport(mode, platform.ports, hosts, self.note)
        self.why = ""
        self.invite: SipRequest | None = None
        self.answer: SipResponse | None = None
        self.begun = asyncio.get_running_loop().time()

    def note(self, code: str, detail: str = "") -> None:
        """Something went wrong, for the device page."""
        self.platform.note(self.device, code, f"{self.channel} {detail}".strip())

    def silent_for(self) -> float:
        """Seconds since the last packet."""
        receiver = self.media.receiver
        heard = receiver.heard if receiver is not None and receiver.packets else self.begun
        return asyncio.get_running_loop().time() - heard

    async def begin(self, offer: sdp.Media) -> sdp.Media:
        """Invite, read the answer, acknowledge; raises ``SourceProblem``."""
        sip, device = self.platform.sip, self.device
        await self.media.open(sip.host)
        offer.address, offer.port, offer.ssrc = sip.host, self.media.port, self.ssrc
        offer.tcp, offer.setup = bool(self.media.mode), self.media.mode
        request = sip.make("INVITE", self.channel, device.peer, sdp.offer(offer).encode(), "APPLICATION/SDP")
        request.set_header("Subject", f"{self.channel}:{self.ssrc},{self.platform.settings.code}:0")
        self.invite = request
        self.platform.sessions[request.call_id or ""] = self
        try:
            answer = await sip.request(request, device.peer, patience=12.0)
        except Timeout as error:
            self.note("no-answer", "INVITE")
            raise SourceProblem("silent", "设备没有应答") from error
        self._in_dialog("ACK", answer, answer.status_code < 300)
        if answer.status_code >= 300:
            code = REFUSALS.get(answer.status_code, "refused")
            raise SourceProblem(code, f"设备拒绝({answer.status_code})")
        self.answer = answer
        try:
            found = sdp.parse(answer.body.decode("gb18030", "replace"))
        except ValueError:
            self.note("sdp-unreadable")
            found = sdp.Media(address=device.peer.host)
        if found.ssrc and found.ssrc != self.ssrc:
            self.note("wrong-ssrc", found.ssrc)
        return found

    def _in_dialog(self, method: str, answer: SipResponse, ok: bool) -> SipRequest:
        """ACK, BYE, INFO: the same call, one number further."""
        assert self.invite is not None
        invite, sip = self.invite, self.platform.sip
        request = sip.make(method, self.channel, self.device.peer)
        request.set_header("Call-ID", invite.call_id or "")
        request.set_header("From", invite.get_header("from") or "")
        request.set_header("To", answer.get_header("to") or invite.get_header("to") or "")
        number = invite.cseq.seq if invite.cseq else 1
        if method == "ACK":
            if not ok:
                request.set_header("Via", invite.get_header("via") or "")
            request.set_header("CSeq", f"{number} ACK")
            sip.send(bytes(request), self.device.peer)
        else:
            request.set_header("CSeq", f"{number + 1} {method}")
        return request

    def end(self, why: str, *, bye: bool = True) -> None:
        """The stream is over; whoever waits is told."""
        self.why = self.why or why
        if bye:
            self.bye()
        self.answer = None
        self.media.over.set()

    def bye(self) -> None:
        """Tell the device, once."""
        if self.answer is None:
            return
        request = self._in_dialog("BYE", self.answer, True)
        self.answer = None
        self.platform._do(self._say(request))

    async def _say(self, request: SipRequest) -> None:
        try:
            await self.platform.sip.request(request, self.device.peer)
        except Timeout:
            self.note("no-answer", request.method)

    def close(self) -> None:
        """BYE if need be, give everything back."""
        self.bye()
        if self.invite is not None:
            self.platform.sessions.pop(self.invite.call_id or "", None)
        self.media.close()


class GbSource:
    """A channel of a device, live or recorded, as the gateway pulls it."""

    def __init__(
        self, platform: Platform, device: str, channel: str, mode: str, period: tuple[int, int] | None = None
    ) -> None:
        self.platform, self.device, self.channel, self.mode, self.period = (
            platform,
            device,
            channel,
            mode,
            period,
        )

    def ptz(self, pan: float, tilt: float, zoom: float) -> bool:
        return self.platform.control_ptz(self.device, self.channel, pan, tilt, zoom)

    async def run(self, sink: Sink, sets: ParameterSets) -> None:
        device = self.platform.online(self.device)
        history = self.period is not None
        session = Session(self.platform, device, self.channel, self.mode, history=history)
        receiver: Receiver | None = None
        try:
            offer = sdp.Media(name="Playback" if history else "Play", owner=self.channel)
            if self.period is not None:
                offer.uri, (offer.begin, offer.end) = f"{self.channel}:0", self.period
            answer = await session.begin(offer)
            session.media.hosts.add(answer.address)
            number = int(answer.ssrc) if answer.ssrc.isdigit() else int(session.ssrc)
            receiver = Receiver(sink, sets, session.note, answer.kinds or dict(sdp.KINDS), number)
            session.media.receive(receiver)
            if self.mode == "active":
                await session.media.connect(answer.address or device.peer.host, answer.port)
            await session.media.over.wait()
            raise SourceProblem(session.why or ("ended" if history else "hung-up"), "设备结束了会话")
        finally:
            if receiver is not None and receiver.packets == 0:
                session.note("no-media")
            session.close()


class Talk:
    """A voice to a device: 20-ms blocks of PCMA at 8 kHz go up as they come."""

    def __init__(self, platform: Platform, device: str, channel: str) -> None:
        self.platform, self.device, self.channel = platform, device, channel
        self.session: Session | None = None
        self.address = ("", 0)
        self.sequence = secrets.randbelow(1 << 16)
        self.timestamp = secrets.randbits(31)

    async def begin(self) -> None:
        """Invite with s=Talk; raises ``SourceProblem``."""
        device = self.platform.online(self.device)
        session = Session(self.platform, device, self.channel, "", history=False)
        try:
            offer = sdp.Media(name="Talk", owner=self.channel, kind="audio", format="v/////a/1/8/1")
            answer = await session.begin(offer)
        except BaseException:
            session.close()
            raise
        self.session = session
        self.address = (answer.address or device.peer.host, answer.port)

    def say(self, block: bytes) -> None:
        """One block of PCMA."""
        if self.session is None or self.session.answer is None:
            return
        self.sequence = (self.sequence + 1) & 0xFFFF
        self.timestamp += len(block)
        packet = rtp.Packet(8, False, self.sequence, self.timestamp, int(self.session.ssrc), block)
        self.session.media.send(rtp.build(packet), self.address)

    def close(self) -> None:
        """BYE."""
        if self.session is not None:
            self.session.close()
            self.session = None
