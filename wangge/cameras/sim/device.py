"""GB/T 28181 devices that are not there: many behind one SIP port, each with its channels and its faults.

Faults: ``ts`` / ``raw`` instead of PS, ``wrong-ssrc``, ``utf8`` (declared GB2312), ``unsolicited``
(catalogues nobody asked for), ``together`` (two messages in one TCP segment), ``no-pts``, ``silent``
(answers but sends nothing), ``stall`` (half of the catalogue, then nothing, the first time), ``loss``
(every 40th packet), ``elsewhere`` (media from another address), ``busy`` (refuses the invitation),
``mute`` (never answers queries), ``bad-xml``.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from aiosipua.auth import SipDigestAuth, answer_challenge
from aiosipua.message import SipRequest, SipResponse

from wangge.cameras.gb import manscdp, sdp
from wangge.cameras.gb.sip import Endpoint, Peer, Timeout
from wangge.cameras.sim.rtsp import Loops, Player
from wangge.cameras.sim.stream import Stream

MANSCDP = "Application/MANSCDP+xml"


@dataclass(slots=True)
class Channel:
    """One channel of a simulated device."""

    code: str
    name: str
    longitude: float = 121.073
    latitude: float = 32.064
    status: str = "ON"
    parent: str = ""


@dataclass
class Device:
    """One device: what it has, how it misbehaves, what was done to it."""

    code: str
    channels: list[Channel]
    faults: frozenset[str] = frozenset()
    interval: float = 60.0
    expires: int = 3600
    version: str = ""
    per_message: int = 8
    charset: str = "GB2312"
    registered: bool = False
    catalogues: int = 0
    refused: int = 0
    moves: list[tuple[int, int, int, int]] = field(default_factory=list)
    heard: int = 0
    call_id: str = field(default_factory=lambda: secrets.token_hex(8))
    number: int = 0
    date: str = ""
    subscribed: dict[str, float] = field(default_factory=dict)


def a_device(code: str, count: int, name: str = "模拟", **more: Any) -> Device:
    """A device with ``count`` channels named after it; codes are the device's with type 131."""
    dice = random.Random(code)
    channels = [
        Channel(
            f"{code[:10]}131{number:07d}"
            if count > 9999
            else f"{code[:8]}{code[-4:-2]}131{code[-2:]}{number:05d}",
            f"{name}{number + 1:05d}号点",
            round(121.0 + dice.random() * 0.4, 6),
            round(31.9 + dice.random() * 0.3, 6),
        )
        for number in range(count)
    ]
    return Device(code, channels, **more)


class Fleet:
    """Devices that share one SIP port. ``platform`` is host, port and code of the superior."""

    def __init__(
        self, platform: tuple[str, int, str], password: str, loops: Loops | None = None, *, tcp: bool = False
    ) -> None:
        self.to_host, self.to_port, self.to_code = platform
        self.password, self.loops, self.tcp = password, loops, tcp
        self.sip = Endpoint("0" * 20, "127.0.0.1", self.requested)
        self.sip.on_ack = self._acked
        self.devices: dict[str, Device] = {}
        self.owner: dict[str, Device] = {}
        self.streams: dict[str, Stream] = {}
        self.players: dict[str, Player] = {}
        self.peer = Peer(self.to_host, self.to_port)
        self.tasks: set[asyncio.Task[Any]] = set()
        self.number = 0

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen, and over TCP connect."""
        self.sip.host = host
        await self.sip.start(host, port)
        if self.tcp:
            self.peer = await self.sip.connect(self.to_host, self.to_port)

    def add(self, devices: Iterable[Device]) -> None:
        """Devices and their channels become reachable here."""
        for device in devices:
            self.devices[device.code] = self.owner[device.code] = device
            for channel in device.channels:
                self.owner[channel.code] = device

    async def close(self) -> None:
        """Everything ends without a word, as when the power fails."""
        for stream in list(self.streams.values()):
            stream.close()
        for player in self.players.values():
            player.close()
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.sip.close()

    def _do(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    def _make(self, method: str, device: Device, body: bytes = b"") -> SipRequest:
        request = self.sip.make(method, self.to_code, self.peer, body, MANSCDP if body else "")
        request.set_header("From", f"<sip:{device.code}@{device.code[:10]}>;tag={secrets.token_hex(4)}")
        request.set_header("Contact", f"<sip:{device.code}@{self.sip.host}:{self.sip.port}>")
        return request

    async def register(self, device: Device, expires: int | None = None) -> int:
        """REGISTER with digest; the final status."""
        lasting = device.expires if expires is None else expires
        header: tuple[str, str] | None = None
        for _ in range(2):
            request = self._make("REGISTER", device)
            request.uri = f"sip:{self.to_code}@{self.to_code[:10]}"
            request.set_header("To", f"<sip:{device.code}@{device.code[:10]}>")
            device.number += 1
            request.set_header("Call-ID", device.call_id)
            request.set_header("CSeq", f"{device.number} REGISTER")
            request.set_header("Expires", str(lasting))
            if device.version:
                request.set_header("X-GB-Ver", device.version)
            if header is not None:
                request.set_header(*header)
            answer = await self.sip.request(request, self.peer, patience=20.0)
            if answer.status_code != 401:
                break
            auth = SipDigestAuth(device.code, self.password)
            header = answer_challenge(auth, answer, 401, "REGISTER", request.uri)
            assert header is not None
        device.registered = answer.status_code == 200 and lasting > 0
        device.date = answer.get_header("date") or ""
        return answer.status_code

    async def live(self, device: Device, spread: float = 0.0) -> None:
        """Register and keep alive until cancelled; ``spread`` seconds of delay at first."""
        await asyncio.sleep(spread)
        with contextlib.suppress(Timeout):
            await self.register(device)
        while True:
            await asyncio.sleep(device.interval)
            if not device.registered:
                with contextlib.suppress(Timeout):
                    await self.register(device)
            else:
                await self.keepalive(device)

    def run(self, device: Device, spread: float = 0.0) -> None:
        """``live`` in the background."""
        self._do(self.live(device, spread))

    async def keepalive(self, device: Device) -> bool:
        """One heart beat."""
        self.number += 1
        body = manscdp.build("Notify", "Keepalive", self.number, device.code, device.charset, Status="OK")
        return await self._tell(device, body)

    async def _tell(self, device: Device, body: bytes) -> bool:
        try:
            answer = await self.sip.request(self._make("MESSAGE", device, body), self.peer)
        except Timeout:
            return False
        if answer.status_code == 403:
            device.refused += 1
            device.registered = False
        return answer.status_code == 200

    # what the platform wants

    def requested(self, request: SipRequest, peer: Peer) -> SipResponse | None:
        """Every request of the platform."""
        user = request.uri.partition(":")[2].partition("@")[0]
        device = self.owner.get(user)
        if request.method == "BYE":
            stream = self.streams.pop(request.call_id or "", None)
            if stream is not None:
                stream.close()
            return self.sip.response(request, 200, "OK", peer)
        if device is None or "mute" in device.faults:
            return self.sip.response(request, 404, "Not Found", peer) if device is None else None
        if request.method == "INVITE":
            self._do(self._invited(device, user, request, peer))
            return None
        if request.method in {"MESSAGE", "SUBSCRIBE"}:
            message = manscdp.parse(request.body)
            self._do(self._wanted(device, message))
            answer = self.sip.response(request, 200, "OK", peer)
            if request.method == "SUBSCRIBE":
                device.subscribed[message.command] = float(message.fields.get("Interval") or 5)
                answer.set_header("Expires", request.get_header("expires") or "3600")
            return answer
        return self.sip.response(request, 200, "OK", peer)

    async def _wanted(self, device: Device, message: manscdp.Message) -> None:
        if message.command == "Catalog" and message.root == "Query":
            await self.send_catalogue(device, message.number)
        elif message.command == "DeviceInfo":
            await self._respond(device, message, DeviceName="模拟设备", Manufacturer="Wangge", Model="camsim",
                                Firmware="1", Channel=len(device.channels), Result="OK")  # fmt: skip
        elif message.command == "DeviceStatus":
            await self._respond(device, message, Online="ONLINE", Status="OK", Record="ON", Result="OK")
        elif message.command == "DeviceControl" and "PTZCmd" in message.fields:
            move = manscdp.read_ptz(message.fields["PTZCmd"])
            if move is not None:
                device.moves.append(move)
        elif message.command == "RecordInfo":
            await self._records(device, message)
        elif message.command == "MobilePosition":
            await self.position(device)

    async def _respond(self, device: Device, message: manscdp.Message, **fields: object) -> None:
        await self._tell(device, self._body(device, "Response", message.command, message.number, fields))

    def _body(
        self, device: Device, root: str, command: str, number: str, fields: dict[str, object], inner: str = ""
    ) -> bytes:
        body = manscdp.raw(root, {"CmdType": command, "SN": number, "DeviceID": device.code, **fields},
                           device.charset, inner)  # fmt: skip
        if "utf8" in device.faults:
            body = body.decode("gb18030").encode("utf-8")
        if "bad-xml" in device.faults:
            body = body.replace(b"</DeviceID>", b"</DeviceID><Owner>A&B\x01</Owner>", 1)
        return body

    def catalogue_bodies(self, device: Device, number: str) -> list[bytes]:
        """The messages of a whole catalogue."""
        bodies: list[bytes] = []
        for begin in range(0, max(len(device.channels), 1), device.per_message):
            part = device.channels[begin : begin + device.per_message]
            items = "".join(_item(device, channel) for channel in part)
            inner = f'<DeviceList Num="{len(part)}">{items}</DeviceList>'
            bodies.append(
                self._body(device, "Response", "Catalog", number, {"SumNum": len(device.channels)}, inner)
            )
        return bodies

    async def send_catalogue(self, device: Device, number: str) -> None:
        """Message after message, each when the one before was answered."""
        device.catalogues += 1
        bodies = self.catalogue_bodies(device, number)
        if "stall" in device.faults and device.catalogues == 1:
            bodies = bodies[: len(bodies) // 2]
        if "together" in device.faults and self.tcp:
            for begin in range(0, len(bodies), 2):
                pair = [bytes(self._make("MESSAGE", device, body)) for body in bodies[begin : begin + 2]]
                self.sip.send(b"".join(pair), self.peer)
                await asyncio.sleep(0.01)
            return
        for body in bodies:
            await self._tell(device, body)

    async def unsolicited(self, device: Device) -> None:
        """A catalogue nobody asked for."""
        for body in self.catalogue_bodies(device, "9999999"):
            await self._tell(device, body)

    async def alarm(self, device: Device, channel: str, method: str = "5", **more: object) -> bool:
        """An alarm of a channel (method 5: video analysis)."""
        self.number += 1
        fields = {
            "AlarmPriority": 2,
            "AlarmMethod": method,
            "AlarmTime": _moment(),
            "AlarmDescription": "区域入侵",
            **more,
        }
        body = manscdp.raw("Notify", {"CmdType": "Alarm", "SN": self.number, "DeviceID": channel, **fields})
        return await self._tell(device, body)

    async def position(self, device: Device) -> None:
        """Where a vehicle or a body camera is now."""
        self.number += 1
        body = manscdp.build(
            "Notify", "MobilePosition", self.number, device.code, Time=_moment(), Longitude=121.0712,
            Latitude=32.0621, Speed=12.5, Direction=90, Altitude=4,
        )  # fmt: skip
        request = self._make("NOTIFY", device, body)
        request.set_header("Event", "presence")
        with contextlib.suppress(Timeout):
            await self.sip.request(request, self.peer)

    async def _records(self, device: Device, message: manscdp.Message) -> None:
        items = [
            f"<Item><DeviceID>{message.device}</DeviceID><Name>录像{hour}</Name>"
            f"<StartTime>2021-08-01T{hour:02d}:00:00</StartTime>"
            f"<EndTime>2021-08-01T{hour + 1:02d}:00:00</EndTime>"
            f"<Type>time</Type></Item>"
            for hour in range(6)
        ]
        for begin in (0, 3):
            inner = f'<RecordList Num="3">{"".join(items[begin : begin + 3])}</RecordList>'
            fields = {"CmdType": "RecordInfo", "SN": message.number, "DeviceID": message.device, "SumNum": 6}
            await self._tell(device, manscdp.raw("Response", fields, device.charset, inner))

    # media

    async def _invited(self, device: Device, user: str, request: SipRequest, peer: Peer) -> None:
        self.sip.send(bytes(self.sip.response(request, 100, "Trying", peer)), peer)
        if "busy" in device.faults:
            self.sip.answer(request, self.sip.response(request, 486, "Busy Here", peer), peer)
            return
        offer = sdp.parse(request.body.decode())
        stream = Stream(self, device, user, offer)
        answer = await stream.prepare()
        self.streams[request.call_id or ""] = stream
        response = self.sip.response(request, 200, "OK", peer)
        response.set_header("Content-Type", "APPLICATION/SDP")
        response.set_header("Contact", f"<sip:{user}@{self.sip.host}:{self.sip.port}>")
        response.body = answer.encode()
        self.sip.answer(request, response, peer)
        stream.request, stream.response = request, response

    def _acked(self, request: SipRequest, peer: Peer) -> None:
        stream = self.streams.get(request.call_id or "")
        if stream is not None:
            self._do(stream.begin())

    def player(self, scene: str) -> Player:
        """The clock of a scene, shared by all streams."""
        assert self.loops is not None
        if scene not in self.players:
            self.players[scene] = Player(self.loops(scene, "h264"))
        return self.players[scene]

    def finished(self, stream: Stream) -> None:
        """The end of a recording: MediaStatus 121, as recorders do."""
        self.number += 1
        body = manscdp.build("Notify", "MediaStatus", self.number, stream.channel, NotifyType=121)
        self._do(self._tell(stream.device, body))


def _item(device: Device, channel: Channel) -> str:
    return (
        f"<Item><DeviceID>{channel.code}</DeviceID><Name>{escape(channel.name)}</Name><Manufacturer>Wangge</Manufacturer>"
        f"<Model>camsim</Model><Owner>0</Owner><CivilCode>{device.code[:6]}</CivilCode><Block/><Address>城区</Address>"
        f"<Parental>0</Parental><ParentID>{channel.parent or device.code}</ParentID><SafetyWay>0</SafetyWay>"
        f"<RegisterWay>1</RegisterWay><Secrecy>0</Secrecy><Status>{channel.status}</Status>"
        f"<Longitude>{channel.longitude}</Longitude><Latitude>{channel.latitude}</Latitude>"
        f"<Info><PTZType>1</PTZType><Resolution>640*360</Resolution></Info></Item>"
    )


def _moment() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime())
