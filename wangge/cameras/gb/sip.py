"""SIP over UDP and TCP in one endpoint: framing, transactions, digest. Parsing is aiosipua's.

Several messages in one TCP segment, one message in many, keep-alive blanks between them: all the same.
A UDP request is sent again until an answer comes; a request that comes again is answered from memory.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import structlog
from aiosipua.headers import parse_auth
from aiosipua.message import SipMessage, SipRequest, SipResponse

log = structlog.get_logger(__name__)

LARGEST = 4 * 2**20
PAUSES = (0.5, 1.0, 2.0, 4.0)
REMEMBERED = 20_000
NONCE_LIFE = 300
_LENGTH = re.compile(rb"^(?:content-length|l)[ \t]*:[ \t]*(\d+)", re.I | re.M)
AGENT = "Wangge"


@dataclass(eq=False, slots=True)
class Peer:
    """Who is at the other end: address and how to reach it."""

    host: str
    port: int
    wire: asyncio.Transport | None = None

    @property
    def tcp(self) -> bool:
        """Over a connection."""
        return self.wire is not None

    def __str__(self) -> str:
        return f"{self.host}:{self.port}/{'tcp' if self.tcp else 'udp'}"


class Timeout(Exception):
    """No answer."""


Handler = Callable[[SipRequest, Peer], SipResponse | None]


def cut(buffer: bytearray) -> bytes | None:
    """The first whole message of a TCP stream, removed from the buffer; ``None`` when there is none yet."""
    skip = 0
    while skip < len(buffer) and buffer[skip] in b"\r\n\x00":
        skip += 1
    if skip:
        del buffer[:skip]
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        if len(buffer) > LARGEST:
            raise ValueError("a head without an end")
        return None
    found = _LENGTH.search(buffer, 0, end)
    size = end + 4 + (int(found[1]) if found else 0)
    if size > LARGEST:
        raise ValueError("a message too large")
    if len(buffer) < size:
        return None
    message = bytes(buffer[:size])
    del buffer[:size]
    return message


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if len(data) > 8:  # shorter ones keep NAT open
            self.endpoint.received(data, Peer(addr[0], addr[1]))


class _Stream(asyncio.Protocol):
    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self.buffer = bytearray()
        self.peer = Peer("", 0)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        host, port = transport.get_extra_info("peername")[:2]
        self.peer = Peer(host, port, cast(asyncio.Transport, transport))
        self.endpoint.streams.add(self.peer)

    def connection_lost(self, exc: Exception | None) -> None:
        self.endpoint.streams.discard(self.peer)

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        try:
            while (message := cut(self.buffer)) is not None:
                self.endpoint.received(message, self.peer)
        except ValueError as error:
            log.warning("sip stream lost", peer=str(self.peer), error=str(error))
            if self.peer.wire is not None:
                self.peer.wire.abort()


class Endpoint:
    """Our side: ``handler`` answers requests; ``request`` asks."""

    def __init__(self, code: str, host: str, handler: Handler) -> None:
        self.code, self.host, self.handler = code, host, handler
        self.port = 0
        self.realm = code[:10]
        self.udp: asyncio.DatagramTransport | None = None
        self.server: asyncio.Server | None = None
        self.streams: set[Peer] = set()
        self.waiting: dict[str, asyncio.Queue[SipResponse]] = {}
        self.answers: OrderedDict[tuple[str, str, str], bytes] = OrderedDict()
        self.number = 0
        self.malformed = 0
        self.on_ack: Callable[[SipRequest, Peer], None] = lambda request, peer: None

    async def start(self, host: str, port: int) -> None:
        """Listen on both transports of the port (a free one for 0)."""
        loop = asyncio.get_running_loop()
        self.server = await loop.create_server(lambda: _Stream(self), host, port, backlog=1024)
        self.port = port or int(self.server.sockets[0].getsockname()[1])
        udp, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(self), (host, self.port))
        self.udp = udp
        sock = udp.get_extra_info("socket")
        if sock is not None:
            import socket

            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 * 2**20)

    async def connect(self, host: str, port: int) -> Peer:
        """A TCP connection of ours."""
        _, stream = await asyncio.get_running_loop().create_connection(lambda: _Stream(self), host, port)
        return stream.peer

    def close(self) -> None:
        """Stop listening and hang up."""
        if self.udp is not None:
            self.udp.close()
        if self.server is not None:
            self.server.close()
        for peer in list(self.streams):
            if peer.wire is not None:
                peer.wire.abort()

    def send(self, data: bytes, peer: Peer) -> None:
        """Put a message on its way; a closed connection swallows it."""
        if peer.wire is not None:
            if not peer.wire.is_closing():
                peer.wire.write(data)
        elif self.udp is not None and not self.udp.is_closing():
            self.udp.sendto(data, (peer.host, peer.port))

    def received(self, data: bytes, peer: Peer) -> None:
        """One whole message came in."""
        try:
            message = SipMessage.parse(data)
        except (ValueError, IndexError):
            self.malformed += 1
            return
        if isinstance(message, SipResponse):
            queue = self.waiting.get(_branch(message))
            if queue is not None:
                queue.put_nowait(message)
            return
        self._requested(message, peer)

    def _requested(self, request: SipRequest, peer: Peer) -> None:
        if request.method == "ACK":
            self.on_ack(request, peer)
            return
        via = request.get_header("via")
        if not via or not _numbered(request) or not request.call_id:
            self.malformed += 1
            return
        key = (peer.host, request.call_id, f"{request.get_header('cseq')} {via}")
        if (known := self.answers.get(key)) is not None:
            self.send(known, peer)
            return
        answer = self.handler(request, peer)
        if answer is not None:
            self.answer(request, answer, peer)

    def answer(self, request: SipRequest, answer: SipResponse, peer: Peer) -> None:
        """Send it and remember it for a request that comes again."""
        data = bytes(answer)
        if not peer.tcp:
            key = (
                peer.host,
                request.call_id or "",
                f"{request.get_header('cseq')} {request.get_header('via')}",
            )
            self.answers[key] = data
            if len(self.answers) > REMEMBERED:
                for _ in range(REMEMBERED // 10):
                    self.answers.popitem(last=False)
        self.send(data, peer)

    def response(
        self, request: SipRequest, status: int, reason: str, peer: Peer, to_tag: str = ""
    ) -> SipResponse:
        """An answer with everything that must be copied."""
        made = SipResponse(status_code=status, reason_phrase=reason)
        for number, via in enumerate(request.headers.get("via")):
            if number == 0 and "rport" in via:
                via = re.sub(r";rport(=\d*)?", f";rport={peer.port};received={peer.host}", via, count=1)
            made.add_header("Via", via)
        made.set_header("From", request.get_header("from") or "")
        to = request.get_header("to") or ""
        if ";tag=" not in to:
            to += f";tag={to_tag or secrets.token_hex(5)}"
        made.set_header("To", to)
        made.set_header("Call-ID", request.call_id or "")
        made.set_header("CSeq", request.get_header("cseq") or "")
        made.set_header("User-Agent", AGENT)
        return made

    def make(self, method: str, user: str, peer: Peer, body: bytes = b"", kind: str = "") -> SipRequest:
        """A request outside of a dialog."""
        self.number += 1
        request = SipRequest(method=method, uri=f"sip:{user}@{peer.host}:{peer.port}", body=body)
        transport = "TCP" if peer.tcp else "UDP"
        branch = f"z9hG4bK{secrets.token_hex(8)}"
        request.set_header("Via", f"SIP/2.0/{transport} {self.host}:{self.port};rport;branch={branch}")
        request.set_header("From", f"<sip:{self.code}@{self.realm}>;tag={secrets.token_hex(5)}")
        request.set_header("To", f"<sip:{user}@{peer.host}:{peer.port}>")
        request.set_header("Call-ID", secrets.token_hex(12))
        request.set_header("CSeq", f"{self.number} {method}")
        request.set_header("Contact", f"<sip:{self.code}@{self.host}:{self.port}>")
        request.set_header("Max-Forwards", "70")
        request.set_header("User-Agent", AGENT)
        if kind:
            request.set_header("Content-Type", kind)
        return request

    async def request(self, request: SipRequest, peer: Peer, patience: float = 8.0) -> SipResponse:
        """Send and wait for the final answer; raises ``Timeout``."""
        branch = request.via[0].branch or ""
        queue: asyncio.Queue[SipResponse] = asyncio.Queue()
        self.waiting[branch] = queue
        data = bytes(request)
        try:
            async with asyncio.timeout(patience):
                return await self._until_final(data, peer, queue)
        except TimeoutError as error:
            raise Timeout(request.method) from error
        finally:
            del self.waiting[branch]

    async def _until_final(self, data: bytes, peer: Peer, queue: asyncio.Queue[SipResponse]) -> SipResponse:
        heard = False
        pauses = iter(PAUSES)
        self.send(data, peer)
        while True:
            pause = None if heard or peer.tcp else next(pauses, None)
            try:
                async with asyncio.timeout(pause):
                    answer = await queue.get()
            except TimeoutError:
                self.send(data, peer)
                continue
            if answer.status_code >= 200:
                return answer
            heard = True


def _branch(answer: SipResponse) -> str:
    try:
        via = answer.via
    except ValueError:
        return ""
    return (via[0].branch or "") if via else ""


def _numbered(request: SipRequest) -> bool:
    try:
        return request.cseq is not None and request.from_addr is not None
    except ValueError:
        return False


class Digest:
    """Asks for and checks digest credentials; nonces carry their own proof, nothing is remembered."""

    def __init__(self, realm: str) -> None:
        self.realm = realm
        self.key = secrets.token_bytes(32)

    def nonce(self) -> str:
        """A fresh one."""
        moment = f"{int(time.time()):x}"
        return f"{moment}.{self._seal(moment)}"

    def _seal(self, moment: str) -> str:
        return hmac.new(self.key, moment.encode(), hashlib.sha256).hexdigest()[:24]

    def challenge(self) -> str:
        """The ``WWW-Authenticate`` header."""
        return f'Digest realm="{self.realm}", nonce="{self.nonce()}", algorithm=MD5'

    def holds(self, header: str, method: str, password: str) -> bool:
        """Whether the ``Authorization`` header proves the password with a nonce of ours."""
        try:
            given = parse_auth(header).params
        except ValueError:
            return False
        moment, _, seal = given.get("nonce", "").partition(".")
        if not hmac.compare_digest(seal.encode(), self._seal(moment).encode()):
            return False
        if time.time() - int(moment, 16) > NONCE_LIFE:
            return False
        first = _md5(f"{given.get('username', '')}:{given.get('realm', '')}:{password}")
        second = _md5(f"{method}:{given.get('uri', '')}")
        middle = given["nonce"]
        if given.get("qop"):
            middle += f":{given.get('nc', '')}:{given.get('cnonce', '')}:{given['qop']}"
        expected = _md5(f"{first}:{middle}:{second}")
        return hmac.compare_digest(given.get("response", "").lower().encode(), expected.encode())


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
