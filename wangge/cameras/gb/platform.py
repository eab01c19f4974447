"""The platform: registrar, keepalives, catalogues, alarms, positions; and what it asks of devices."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import structlog
from aiosipua.message import SipRequest, SipResponse

from wangge.cameras.gateway.sources import SourceProblem
from wangge.cameras.gateway.spool import Spool
from wangge.cameras.gb import manscdp
from wangge.cameras.gb.devices import Device
from wangge.cameras.gb.media import Ports
from wangge.cameras.gb.sessions import GbSource, Session, Talk
from wangge.cameras.gb.sip import Digest, Endpoint, Peer, Timeout
from wangge.kit import clock

log = structlog.get_logger(__name__)

MANSCDP = "Application/MANSCDP+xml"
CATALOGUE_STALL, CATALOGUE_TRIES = 15.0, 5
SUBSCRIBE_FOR = 3600
KEEP_EVERY = 5.0
SHORTEST, LONGEST = 60, 86_400


@dataclass(slots=True)
class Settings:
    """Who we are."""

    code: str = "32061200002000000001"
    host: str = "127.0.0.1"
    password: str = ""
    interval: float = 60.0
    kept: Path | None = None


@dataclass(slots=True)
class Gathering:
    """An answer that comes in several messages (recordings)."""

    done: asyncio.Future[list[dict[str, str]]]
    items: list[dict[str, str]] = field(default_factory=list)
    total: int = 0


class Platform:
    """One superior platform over one SIP endpoint."""

    def __init__(self, settings: Settings, ports: Ports, spool: Spool) -> None:
        self.settings, self.ports, self.spool = settings, ports, spool
        self.sip = Endpoint(settings.code, settings.host, self.requested)
        self.digest = Digest(self.sip.realm)
        self.devices: dict[str, Device] = {}
        self.known: dict[str, dict[str, Any]] = {}
        self.sessions: dict[str, Session] = {}
        self.expected: dict[tuple[str, str, str], Gathering] = {}
        self.subscriptions: dict[tuple[str, str], float] = {}
        self.number = int(time.time()) % 1_000_000
        self.stream_number = 0
        self.tasks: set[asyncio.Task[Any]] = set()
        self.unknown: dict[str, int] = {}
        self.dirty = False

    async def start(self, bind: str, port: int) -> None:
        """Remember who was registered, listen, begin the rounds."""
        self._recall()
        await self.sip.start(bind, port)
        self._do(self._rounds())

    async def close(self) -> None:
        """Say goodbye to running streams and stop."""
        for session in list(self.sessions.values()):
            session.bye()
        await asyncio.sleep(0)
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self._keep()
        self.sip.close()

    def configure(self, devices: dict[str, Any]) -> None:
        """Passwords and intervals by device code."""
        self.known = devices

    def _do(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    # what comes in

    def requested(self, request: SipRequest, peer: Peer) -> SipResponse | None:
        """Every request of a device."""
        address = request.from_addr
        code = (address.uri.user or "") if address else ""
        if request.method == "REGISTER":
            return self._register(request, peer, code)
        device = self.devices.get(code)
        if request.method == "BYE":
            return self._bye(request, peer)
        if device is None or not self._from_home(device, peer):
            return self._stranger(request, peer, code, device)
        if request.method in {"MESSAGE", "NOTIFY"}:
            self._body(device, request.body)
        elif request.method not in {"OPTIONS", "INFO", "SUBSCRIBE"}:
            return self.sip.response(request, 405, "Method Not Allowed", peer)
        answer = self.sip.response(request, 200, "OK", peer)
        if device.version == "2022":
            answer.set_header("X-GB-Ver", "3.0")
        return answer

    def _from_home(self, device: Device, peer: Peer) -> bool:
        if peer.host != device.peer.host:
            return False
        if (peer.port, peer.wire) != (device.peer.port, device.peer.wire):
            if not peer.tcp and not device.peer.tcp:
                self.note(device, "port-moved", str(peer))
            device.peer = peer
        return True

    def _stranger(self, request: SipRequest, peer: Peer, code: str, device: Device | None) -> SipResponse:
        if device is not None:
            self.note(device, "wrong-address", str(peer))
        else:
            if len(self.unknown) < 1000:
                self.unknown[code] = self.unknown.get(code, 0) + 1
        return self.sip.response(request, 403, "Forbidden", peer)

    def _register(self, request: SipRequest, peer: Peer, code: str) -> SipResponse:
        facts = self.known.get(code, {})
        password = str(facts.get("password") or self.settings.password)
        header = request.get_header("authorization")
        if not password or len(code) != 20 or not code.isdigit():
            return self.sip.response(request, 403, "Forbidden", peer)
        if header is None:
            answer = self.sip.response(request, 401, "Unauthorized", peer)
            answer.set_header("WWW-Authenticate", self.digest.challenge())
            return answer
        if not self.digest.holds(header, "REGISTER", password):
            if (known := self.devices.get(code)) is not None:
                self.note(known, "bad-password", str(peer))
            answer = self.sip.response(request, 401, "Unauthorized", peer)
            answer.set_header("WWW-Authenticate", self.digest.challenge())
            return answer
        return self._registered(request, peer, code, float(facts.get("interval") or self.settings.interval))

    def _registered(self, request: SipRequest, peer: Peer, code: str, interval: float) -> SipResponse:
        text = (request.get_header("expires") or "3600").strip()
        expires = int(text) if text.isdigit() else 3600
        device = self.devices.get(code)
        now = time.time()
        answer = self.sip.response(request, 200, "OK", peer)
        answer.set_header("Date", clock.local().strftime("%Y-%m-%dT%H:%M:%S.000"))
        answer.set_header("Contact", request.get_header("contact") or "")
        self.dirty = True
        if expires == 0:
            answer.set_header("Expires", "0")
            if device is not None:
                device.expires_at = 0.0
                self._offline(device, "unregistered")
            return answer
        expires = min(max(expires, SHORTEST), LONGEST)
        answer.set_header("Expires", str(expires))
        if device is None:
            device = self.devices[code] = Device(code, peer)
        version = (request.get_header("x-gb-ver") or "").strip()
        if version.startswith("3"):
            device.version, device.charset = "2022", "GB18030"
            answer.set_header("X-GB-Ver", "3.0")
        self._perhaps_rebooted(device, request.call_id or "", peer)
        device.peer, device.interval, device.call_id = peer, interval, request.call_id or ""
        device.registered_at = device.alive_at = now
        device.expires_at = now + expires
        if not device.online:
            device.online = True
            self.spool.write("device", device=code, word="online", address=str(peer), version=device.version)
            self._do(self._greet(device))
        return answer

    def _perhaps_rebooted(self, device: Device, call_id: str, peer: Peer) -> None:
        """A new registration while streams run: those that went silent are dead."""
        if not device.call_id or call_id == device.call_id:
            return
        for session in list(self.sessions.values()):
            if session.device is device and session.silent_for() > 2.0:
                self.note(device, "rebooted", str(peer))
                session.end("rebooted")

    async def _greet(self, device: Device) -> None:
        """Ask a new device who it is and what it has."""
        if self.known.get(device.code, {}).get("quiet"):
            return
        await self.ask(device, "DeviceInfo")
        await self.catalogue(device.code)

    def _bye(self, request: SipRequest, peer: Peer) -> SipResponse:
        session = self.sessions.get(request.call_id or "")
        if session is None:
            return self.sip.response(request, 481, "Call/Transaction Does Not Exist", peer)
        if peer.host != session.device.peer.host:
            return self.sip.response(request, 403, "Forbidden", peer)
        session.end("ended" if session.history else "hung-up", bye=False)
        return self.sip.response(request, 200, "OK", peer)

    def _body(self, device: Device, body: bytes) -> None:
        if not body:
            return
        try:
            message = manscdp.parse(body)
        except manscdp.Unreadable as error:
            self.note(device, "xml-unreadable", str(error))
            return
        for code in message.notes:
            self.note(device, code)
        handler = getattr(self, f"_on_{message.command.lower()}", None)
        if handler is not None:
            handler(device, message)

    def _on_keepalive(self, device: Device, message: manscdp.Message) -> None:
        device.alive_at = time.time()
        device.keepalives += 1
        if not device.online and device.expires_at > device.alive_at:
            device.online = True
            self.spool.write("device", device=device.code, word="online", address=str(device.peer))

    def _on_catalog(self, device: Device, message: manscdp.Message) -> None:
        catalogue = device.catalogue
        if message.root == "Query":
            return
        total = message.fields.get("SumNum", "")
        was_done = catalogue.done
        notes = catalogue.take(
            message.number, int(total) if total.isdigit() else None, message.items, time.time()
        )
        for code in notes:
            self.note(device, code)
        self.spool.write(
            "catalogue", device=device.code, number=message.number, total=catalogue.total,
            have=len(catalogue.seen), items=message.items,
        )  # fmt: skip
        if catalogue.done and not was_done:
            self.spool.write(
                "catalogue-done", device=device.code, total=catalogue.total, have=len(catalogue.items)
            )

    def _on_deviceinfo(self, device: Device, message: manscdp.Message) -> None:
        if message.root == "Response":
            device.info = message.fields
            self.spool.write("device-info", device=device.code, info=message.fields)

    def _on_devicestatus(self, device: Device, message: manscdp.Message) -> None:
        if message.root == "Response":
            device.status = message.fields
            self.spool.write("device-status", device=device.code, status=message.fields)

    def _on_alarm(self, device: Device, message: manscdp.Message) -> None:
        if message.root != "Notify":
            return
        self.spool.write("alarm", device=device.code, channel=message.device, facts=message.fields)
        body = manscdp.build("Response", "Alarm", message.number, message.device, device.charset, Result="OK")
        self._do(self._send(device, body))

    def _on_mobileposition(self, device: Device, message: manscdp.Message) -> None:
        if message.root == "Notify":
            for item in message.items or [message.fields]:
                channel = item.get("DeviceID") or message.device
                self.spool.write("position", device=device.code, channel=channel, facts=item)

    def _on_mediastatus(self, device: Device, message: manscdp.Message) -> None:
        """121: the recording is over."""
        for session in list(self.sessions.values()):
            if (
                session.device is device
                and session.history
                and message.device in {session.channel, device.code}
            ):
                session.end("ended")

    def _on_recordinfo(self, device: Device, message: manscdp.Message) -> None:
        gathering = self.expected.get((device.code, "RecordInfo", message.number))
        if gathering is None:
            return
        gathering.items += message.items
        total = message.fields.get("SumNum", "0")
        gathering.total = int(total) if total.isdigit() else 0
        if len(gathering.items) >= gathering.total and not gathering.done.done():
            gathering.done.set_result(gathering.items)

    # what we ask

    def sn(self) -> str:
        """The next sequence number."""
        self.number += 1
        return str(self.number)

    def online(self, code: str) -> Device:
        """The device; raises ``SourceProblem`` when it is not there."""
        device = self.devices.get(code)
        if device is None or not device.online:
            raise SourceProblem("device-offline", "设备未注册或已离线")
        return device

    async def _send(self, device: Device, body: bytes) -> bool:
        request = self.sip.make("MESSAGE", device.code, device.peer, body, MANSCDP)
        try:
            answer = await self.sip.request(request, device.peer)
        except Timeout:
            self.note(device, "no-answer", "MESSAGE")
            return False
        return answer.status_code < 300

    async def ask(self, device: Device, command: str, **fields: object) -> bool:
        """A query (DeviceInfo, DeviceStatus …); the answer comes as a message of its own."""
        return await self._send(
            device, manscdp.build("Query", command, self.sn(), device.code, device.charset, **fields)
        )

    async def catalogue(self, code: str, *, fresh: bool = True) -> bool:
        """Ask for all channels; ``fresh`` false goes on where it stopped."""
        device = self.online(code)
        number = self.sn()
        device.catalogue.ask(number, time.time(), fresh=fresh)
        return await self._send(device, manscdp.build("Query", "Catalog", number, code, device.charset))

    async def recordings(self, code: str, channel: str, begin: float, end: float) -> list[dict[str, str]]:
        """What the recorder holds between two moments; what came within ten seconds."""
        device = self.online(code)
        number = self.sn()
        gathering = Gathering(asyncio.get_running_loop().create_future())
        self.expected[code, "RecordInfo", number] = gathering
        body = manscdp.build(
            "Query", "RecordInfo", number, channel, device.charset,
            StartTime=local_time(begin), EndTime=local_time(end), Secrecy=0, Type="all",
        )  # fmt: skip
        try:
            await self._send(device, body)
            async with asyncio.timeout(10):
                return await gathering.done
        except TimeoutError:
            return gathering.items
        finally:
            del self.expected[code, "RecordInfo", number]

    def control_ptz(self, code: str, channel: str, pan: float, tilt: float, zoom: float) -> bool:
        """Move; false when the device is not there."""
        device = self.devices.get(code)
        if device is None or not device.online:
            return False
        command = manscdp.ptz_command(pan, tilt, zoom)
        body = manscdp.build("Control", "DeviceControl", self.sn(), channel, device.charset, PTZCmd=command)
        self._do(self._send(device, body))
        return True

    async def subscribe(self, code: str, what: str, every: int = 5) -> bool:
        """Positions (``MobilePosition``), alarms (``Alarm``) or catalogue changes; renewed by itself."""
        device = self.online(code)
        fields: dict[str, object] = {"Interval": every} if what == "MobilePosition" else {}
        body = manscdp.build("Query", what, self.sn(), code, device.charset, **fields)
        request = self.sip.make("SUBSCRIBE", code, device.peer, body, MANSCDP)
        request.set_header("Event", "presence" if what != "Catalog" else "Catalog;id=1")
        request.set_header("Expires", str(SUBSCRIBE_FOR))
        try:
            answer = await self.sip.request(request, device.peer)
        except Timeout:
            self.note(device, "no-answer", "SUBSCRIBE")
            return False
        if answer.status_code >= 300:
            return False
        self.subscriptions[code, what] = time.time() + SUBSCRIBE_FOR * 0.8
        return True

    def source(self, device: str, channel: str, *, tcp: str = "") -> GbSource:
        """Live pictures of a channel; ``tcp``: ``""`` (UDP), ``passive`` or ``active``."""
        return GbSource(self, device, channel, tcp)

    def replay(self, device: str, channel: str, begin: float, end: float, *, tcp: str = "") -> GbSource:
        """What the device recorded between two moments (Unix seconds)."""
        return GbSource(self, device, channel, tcp, (int(begin), int(end)))

    def talk(self, device: str, channel: str) -> Talk:
        """A voice towards the device."""
        return Talk(self, device, channel)

    async def command(self, asked: dict[str, Any]) -> Any:
        """What the pages may ask of a device; raises ``ValueError`` for what nobody can.

        ``{"do": "catalogue"|"info"|"status"|"recordings"|"subscribe"|"items", "device": …}``
        """
        word, code = str(asked.get("do", "")), str(asked["device"])
        if word == "items":
            return list(self.devices[code].catalogue.items.values())
        device = self.online(code)
        if word == "catalogue":
            return await self.catalogue(code, fresh=not asked.get("resume"))
        if word in {"info", "status"}:
            return await self.ask(device, "DeviceInfo" if word == "info" else "DeviceStatus")
        if word == "recordings":
            return await self.recordings(
                code, str(asked["channel"]), float(asked["from"]), float(asked["to"])
            )
        if word == "subscribe":
            return await self.subscribe(code, str(asked["what"]), int(asked.get("every") or 5))
        raise ValueError(f"nobody can {word!r}")

    def ssrc(self, history: bool) -> str:
        """Ten digits: live or history, five of our code, a number."""
        self.stream_number = self.stream_number % 9999 + 1
        return f"{int(history)}{self.settings.code[3:8]}{self.stream_number:04d}"

    # the rounds

    async def _rounds(self) -> None:
        kept = time.time()
        while True:
            await asyncio.sleep(0.5)
            now = time.time()
            for device in list(self.devices.values()):
                if device.online and device.overdue(now):
                    self.note(device, "keepalive-missed")
                    self._offline(device, "silent")
                elif device.online:
                    self._perhaps_resume(device, now)
            for (code, what), due in list(self.subscriptions.items()):
                if due <= now:
                    del self.subscriptions[code, what]
                    if code in self.devices and self.devices[code].online:
                        self._do(self.subscribe(code, what))
            if self.dirty and now - kept > KEEP_EVERY:
                kept, self.dirty = now, False
                self._keep()

    def _perhaps_resume(self, device: Device, now: float) -> None:
        catalogue = device.catalogue
        if not catalogue.number or catalogue.done or now - catalogue.last_at < CATALOGUE_STALL:
            return
        if catalogue.tries < CATALOGUE_TRIES:
            self.note(device, "catalogue-stalled", f"{len(catalogue.seen)}/{catalogue.total}")
            self._do(self.catalogue(device.code, fresh=False))
            catalogue.last_at = now

    def _offline(self, device: Device, why: str) -> None:
        if not device.online:
            return
        device.online = False
        self.spool.write("device", device=device.code, word="offline", why=why)
        for session in list(self.sessions.values()):
            if session.device is device and session.silent_for() > 2.0:
                session.end("device-offline")

    def note(self, device: Device, code: str, detail: str = "") -> None:
        """What went wrong, for the device page; the first of a kind is reported."""
        if device.note(code, detail):
            self.spool.write("device-note", device=device.code, code=code, detail=detail[:200])

    def _keep(self) -> None:
        """Write down who is registered: after a restart UDP devices are there at once."""
        path = self.settings.kept
        if path is None:
            return
        rows = [
            [d.code, d.peer.host, d.peer.port, d.registered_at, d.expires_at, d.interval, d.version]
            for d in self.devices.values()
            if d.online and not d.peer.tcp
        ]
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(rows))
        draft.replace(path)

    def _recall(self) -> None:
        path = self.settings.kept
        if path is None or not path.exists():
            return
        now = time.time()
        try:
            for code, host, port, registered, expires, interval, version in json.loads(path.read_text()):
                if expires > now:
                    device = Device(code, Peer(host, port), registered, expires, now, interval, True, version)
                    device.charset = "GB18030" if version == "2022" else "GB2312"
                    self.devices[code] = device
        except (ValueError, TypeError) as error:
            log.warning("kept registrations unreadable", error=str(error))

    def report(self) -> dict[str, Any]:
        """Numbers over all devices."""
        devices = self.devices.values()
        return {
            "known": len(self.devices),
            "online": sum(d.online for d in devices),
            "keepalives": sum(d.keepalives for d in devices),
            "items": sum(len(d.catalogue.items) for d in devices),
            "sessions": len(self.sessions),
            "unknown": len(self.unknown),
            "malformed": self.sip.malformed,
        }

    def device_report(self, code: str) -> dict[str, Any]:
        """One device; raises ``KeyError``."""
        return self.devices[code].report()


def local_time(moment: float) -> str:
    """A moment as devices write it: local time without a zone."""
    from datetime import datetime

    return datetime.fromtimestamp(moment, clock.CHINA).strftime("%Y-%m-%dT%H:%M:%S")
