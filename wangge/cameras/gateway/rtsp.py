"""A small RTSP client over TCP (RFC 2326): one connection, RTP interleaved, no thread, no waiting.

ffmpeg would need a thread for each camera and hands a picture out only when the next one begins;
here the marker bit of RTP ends it. What this client does not speak (UDP only, RTMP …) goes to
``FfmpegSource``.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import re
import secrets
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import unquote, urlsplit, urlunsplit

from wangge.cameras.gateway.sources import FfmpegSource, Sink, SourceProblem
from wangge.cameras.media import rtp
from wangge.cameras.media.nal import H264, H265, ParameterSets

ANSWER_WITHIN = 8.0
KEEPALIVE = 20.0
LARGEST_HEAD = 64 * 1024
_PARAMETER = re.compile(r'(\w+)=(?:"([^"]*)"|([^,\s]*))')


@dataclass(slots=True)
class Reply:
    """An RTSP answer."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Track:
    """The video track of a description."""

    codec: str
    control: str
    kind: int
    sets: list[bytes] = field(default_factory=list)


def track_of(sdp: str) -> Track | None:
    """The first H.264 or H.265 track an SDP offers; ``None`` without one."""
    found: Track | None = None
    section, kind = "", -1
    names: dict[int, str] = {}
    session_control = ""
    for line in sdp.replace("\r", "").split("\n"):
        if line.startswith("m="):
            if found is not None and found.control:
                break
            parts = line[2:].split()
            section = parts[0] if parts else ""
            kind = int(parts[3]) if len(parts) > 3 and parts[3].isdigit() else -1
        elif line.startswith("a=control:") and not section:
            session_control = line[10:].strip()
        elif section != "video":
            continue
        elif line.startswith("a=rtpmap:"):
            number, _, name = line[9:].partition(" ")
            names[int(number) if number.isdigit() else -1] = name.split("/")[0].upper()
            codec = {"H264": H264, "H265": H265, "HEVC": H265}.get(names.get(kind, ""))
            if codec and found is None:
                found = Track(codec, "", kind)
        elif line.startswith("a=fmtp:") and found is not None:
            found.sets = _sprops(line)
        elif line.startswith("a=control:"):
            if found is None:
                found = Track("", line[10:].strip(), kind)
            else:
                found.control = line[10:].strip()
    if found is not None and not found.codec:
        codec = {"H264": H264, "H265": H265, "HEVC": H265}.get(names.get(found.kind, ""))
        if codec is None:
            return None
        found.codec = codec
    if found is not None and not found.control:
        found.control = session_control if session_control != "*" else ""
    return found


def _sprops(line: str) -> list[bytes]:
    found: list[bytes] = []
    for part in line.partition(" ")[2].split(";"):
        name, _, value = part.strip().partition("=")
        if name in {"sprop-parameter-sets", "sprop-vps", "sprop-sps", "sprop-pps"}:
            for text in value.split(","):
                try:
                    found.append(base64.b64decode(text + "=" * (-len(text) % 4)))
                except (ValueError, binascii.Error):
                    continue
    return [nal for nal in found if nal]


def authorization(challenge: str, user: str, password: str, method: str, uri: str) -> str:
    """The ``Authorization`` header that answers a Basic or Digest (MD5) challenge."""
    if challenge[:5].lower() == "basic":
        return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    given = {m[1].lower(): m[2] or m[3] or "" for m in _PARAMETER.finditer(challenge)}
    realm, nonce = given.get("realm", ""), given.get("nonce", "")

    def md5(text: str) -> str:
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()

    first, second = md5(f"{user}:{realm}:{password}"), md5(f"{method}:{uri}")
    head = f'Digest username="{user}", realm="{realm}", nonce="{nonce}", uri="{uri}"'
    if "auth" in given.get("qop", ""):
        own = secrets.token_hex(8)
        proof = md5(f"{first}:{nonce}:00000001:{own}:auth:{second}")
        return f'{head}, qop=auth, nc=00000001, cnonce="{own}", response="{proof}"'
    return f'{head}, response="{md5(f"{first}:{nonce}:{second}")}"'


class Line(asyncio.Protocol):
    """One RTSP connection: answers go to whoever asked, interleaved RTP to ``on_packet``."""

    def __init__(self) -> None:
        self.buffer = bytearray()
        self.transport: asyncio.Transport | None = None
        self.waiting: dict[int, asyncio.Future[Reply]] = {}
        self.gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.assembler: rtp.Assembler | None = None
        self.order = rtp.Order(depth=0)
        self.channel = 0
        self.clock = asyncio.get_running_loop().time

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop has classes of its own

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.gone.done():
            self.gone.set_result(None)
        for waiter in self.waiting.values():
            if not waiter.done():
                waiter.set_exception(SourceProblem("hung-up", "摄像机断开了连接"))

    def data_received(self, data: bytes) -> None:
        buffer = self.buffer
        buffer += data
        at, end = 0, len(buffer)
        now = self.clock()
        while at + 4 <= end:
            if buffer[at] == 0x24:
                size = buffer[at + 2] << 8 | buffer[at + 3]
                if at + 4 + size > end:
                    break
                if buffer[at + 1] == self.channel and self.assembler is not None:
                    self._packet(bytes(buffer[at + 4 : at + 4 + size]), now)
                at += 4 + size
            else:
                used = self._text(at)
                if used == 0:
                    break
                at += used
        del buffer[:at]

    def _packet(self, data: bytes, now: float) -> None:
        packet = rtp.parse(data)
        if packet is not None and self.assembler is not None:
            for ready, gap in self.order.feed(packet):
                self.assembler.feed(ready, gap, now)

    def _text(self, at: int) -> int:
        """Consume one answer (or a request of the server, which is ignored); 0 when it is not whole."""
        head_end = self.buffer.find(b"\r\n\r\n", at)
        if head_end < 0:
            if len(self.buffer) - at > LARGEST_HEAD and self.transport is not None:
                self.transport.abort()
            return 0
        lines = bytes(self.buffer[at:head_end]).decode("utf-8", "replace").split("\r\n")
        headers = {k.strip().lower(): v.strip() for k, _, v in (x.partition(":") for x in lines[1:])}
        size = int(headers.get("content-length") or 0)
        end = head_end + 4 + size
        if len(self.buffer) < end:
            return 0
        if lines[0].startswith("RTSP/"):
            status = int(lines[0].split()[1])
            number = int(headers.get("cseq") or -1)
            waiter = self.waiting.pop(number, None)
            if waiter is not None and not waiter.done():
                waiter.set_result(Reply(status, headers, bytes(self.buffer[head_end + 4 : end])))
        return end - at


class RtspSource:
    """A camera by its RTSP address; user and password may stand in the address, they are not logged."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.url = url
        self.host, self.port = parts.hostname or "", parts.port or 554
        self.user, self.password = unquote(parts.username or ""), unquote(parts.password or "")
        self.address = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        self.number = 0
        self.session = ""
        self.challenge = ""

    def ptz(self, pan: float, tilt: float, zoom: float) -> bool:
        return False

    async def run(self, sink: Sink, sets: ParameterSets) -> None:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                transport, line = await loop.create_connection(Line, self.host, self.port)
        except (TimeoutError, OSError) as error:
            raise SourceProblem("unreachable", "连接不上摄像机") from error
        try:
            try:
                await self._play(line, sink, sets)
            except Unsupported:
                transport.abort()
                await FfmpegSource(self.url).run(sink, sets)
                return
            while not line.gone.done():
                await asyncio.wait([line.gone], timeout=KEEPALIVE)
                if not line.gone.done():
                    self._send(line, "OPTIONS", self.address, {})
            raise SourceProblem("hung-up", "摄像机断开了连接")
        finally:
            if not transport.is_closing() and self.session:
                self._send(line, "TEARDOWN", self.address, {})
            transport.close()

    async def _play(self, line: Line, sink: Sink, sets: ParameterSets) -> None:
        described = await self._ask(line, "DESCRIBE", self.address, {"Accept": "application/sdp"})
        track = track_of(described.body.decode("utf-8", "replace"))
        if track is None:
            raise SourceProblem("no-video", "没有可用的 H.264/H.265 轨道")
        for nal in track.sets:
            sets.feed(track.codec, nal)
        base = described.headers.get("content-base") or described.headers.get("content-location")
        base = base or self.address
        control = track.control
        if control and not control.lower().startswith("rtsp://"):
            control = f"{base.rstrip('/')}/{control.lstrip('/')}"
        wanted = {"Transport": "RTP/AVP/TCP;unicast;interleaved=0-1"}
        setup = await self._ask(line, "SETUP", control or base, wanted)
        self.session = setup.headers.get("session", "").partition(";")[0]
        if given := re.search(r"interleaved=(\d+)", setup.headers.get("transport", "")):
            line.channel = int(given[1])
        line.assembler = rtp.Assembler(track.codec, lambda unit: sink(track.codec, unit))
        await self._ask(line, "PLAY", base, {"Range": "npt=0.000-"})

    async def _ask(self, line: Line, method: str, uri: str, headers: dict[str, str]) -> Reply:
        for _ in range(2):
            number = self._send(line, method, uri, headers)
            waiter: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
            line.waiting[number] = waiter
            try:
                async with asyncio.timeout(ANSWER_WITHIN):
                    reply = await waiter
            except TimeoutError as error:
                raise SourceProblem("silent", "摄像机没有应答") from error
            if reply.status == 401 and self.user:
                self.challenge = reply.headers.get("www-authenticate", "")
                continue
            break
        if reply.status == 401:
            raise SourceProblem("password", "用户名或密码不对")
        if reply.status == 461:
            raise Unsupported
        if reply.status == 404:
            raise SourceProblem("no-stream", "摄像机上没有这一路")
        if reply.status >= 300:
            raise SourceProblem("refused", f"摄像机拒绝({reply.status})")
        return reply

    def _send(self, line: Line, method: str, uri: str, headers: dict[str, str]) -> int:
        self.number += 1
        lines = [f"{method} {uri} RTSP/1.0", f"CSeq: {self.number}", "User-Agent: Wangge"]
        if self.session:
            lines.append(f"Session: {self.session}")
        if self.challenge:
            made = authorization(self.challenge, self.user, self.password, method, uri)
            lines.append(f"Authorization: {made}")
        lines += [f"{name}: {value}" for name, value in headers.items()]
        assert line.transport is not None
        line.transport.write(("\r\n".join(lines) + "\r\n\r\n").encode())
        return self.number


class Unsupported(Exception):
    """The camera does not do RTP over the RTSP connection."""
