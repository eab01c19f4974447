"""One browser: its grants, what it watches, and a queue that is never waited for."""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from wangge.cameras.gateway import tokens, wire
from wangge.cameras.gateway.channel import Channel, Piece
from wangge.cameras.gateway.sources import SourceProblem

if TYPE_CHECKING:
    from wangge.cameras.gateway.hub import Hub, Voice

ONE_MESSAGE = 256 * 1024
ROOM_EACH, ROOM_ALWAYS = 160 * 1024, 2**20
MOST_SUBSCRIPTIONS = 400
STILL_FASTEST, STILL_USUAL = 2.0, 10.0


class Subscription:
    """One tile: a channel under the number the browser gave it."""

    def __init__(self, client: Client, handle: int, channel: Channel, grant: tokens.Grant) -> None:
        self.client, self.handle, self.channel, self.grant = client, handle, channel, grant
        self.need_key = True
        self.gap = False
        self.view = ""
        self.voice: Voice | None = None
        self.talking: asyncio.Task[None] | None = None
        self.still: asyncio.Task[None] | None = None
        self.private = False

    def opened(self, channel: Channel) -> None:
        """The stream begins, or begins anew with another shape."""
        shape = channel.shape
        self.need_key = True
        self.client.say(
            "opened",
            **{"as": self.handle},
            codec=channel.sets.codec_string(),
            width=shape.width if shape else 0,
            height=shape.height if shape else 0,
        )
        self.client.put(wire.pack(self.handle, wire.INIT, int(time.time() * 1000), channel.init))

    def piece(self, piece: Piece) -> None:
        """One fragment; skipped while a key picture is awaited."""
        flag = piece.flag
        if self.need_key:
            if not piece.key:
                return
            self.need_key = False
            if self.gap:
                flag |= wire.GAP
                self.gap = False
        self.client.put(wire.pack(self.handle, flag, piece.time, piece.data))

    def state(self, state: str, reason: str) -> None:
        """Tell the tile what became of its channel."""
        self.client.say("state", **{"as": self.handle}, state=state, reason=reason)


class Client:
    """The connection of one browser."""

    def __init__(self, hub: Hub, socket: web.WebSocketResponse) -> None:
        self.hub, self.socket = hub, socket
        self.grants: list[tokens.Grant] = []
        self.subscriptions: dict[int, Subscription] = {}
        self.queue: deque[bytes | str] = deque()
        self.queued = 0
        self.wake = asyncio.Event()
        self.dropped = 0

    def say(self, word: str, **facts: Any) -> None:
        """A small message; never dropped."""
        self.queue.append(json.dumps({"say": word, **facts}, ensure_ascii=False))
        self.wake.set()

    def put(self, frame: bytes) -> None:
        """A frame; when the browser cannot follow, all that waits is dropped to the next key picture."""
        self.queue.append(frame)
        self.queued += len(frame)
        if self.queued > ROOM_ALWAYS + ROOM_EACH * len(self.subscriptions):
            self._overflow()
        self.wake.set()

    def _overflow(self) -> None:
        kept = [item for item in self.queue if isinstance(item, str)]
        inits = {
            frame[:2]: frame for frame in self.queue if isinstance(frame, bytes) and frame[2] & wire.INIT
        }
        self.dropped += len(self.queue) - len(kept) - len(inits)
        self.queue = deque([*kept, *inits.values()])
        self.queued = sum(map(len, inits.values()))
        for subscription in self.subscriptions.values():
            subscription.need_key = subscription.gap = True

    async def write(self) -> None:
        """Send what waits; whatever gathered while the socket was busy goes out as one message."""
        queue = self.queue
        while True:
            await self.wake.wait()
            self.wake.clear()
            queue = self.queue
            while queue:
                first = queue.popleft()
                if isinstance(first, str):
                    await self.socket.send_str(first)
                else:
                    parts, size = [first], len(first)
                    while queue and size < ONE_MESSAGE and isinstance(queue[0], bytes):
                        part = queue.popleft()
                        assert isinstance(part, bytes)
                        parts.append(part)
                        size += len(part)
                    self.queued -= size
                    await self.socket.send_bytes(b"".join(parts) if len(parts) > 1 else first)
                queue = self.queue  # an overflow puts another one in its place

    async def serve(self) -> None:
        """Until the browser hangs up."""
        writer = asyncio.create_task(self.write())
        watch = asyncio.create_task(self._watch_grants())
        try:
            async for message in self.socket:
                if message.type is WSMsgType.TEXT:
                    self._hear(message.data)
                elif message.type is WSMsgType.BINARY:
                    self._voice(message.data)
                else:
                    break
                if writer.done():
                    break
        finally:
            writer.cancel()
            watch.cancel()
            for handle in list(self.subscriptions):
                self.unsubscribe(handle, "gone")
            await asyncio.gather(writer, watch, return_exceptions=True)

    async def _watch_grants(self) -> None:
        """End what nobody renewed the right for."""
        while True:
            await asyncio.sleep(1.0)
            now = time.time()
            for handle, subscription in list(self.subscriptions.items()):
                if subscription.grant.expires <= now:
                    renewed = self._grant_for(subscription.channel.ident)
                    if renewed is None:
                        self.unsubscribe(handle, "expired")
                        self.say("ended", **{"as": handle}, code="expired")
                    else:
                        subscription.grant = renewed

    def _grant_for(self, channel: str, right: str = "", purpose: str = "") -> tokens.Grant | None:
        now = time.time()
        self.grants = [grant for grant in self.grants if grant.expires > now]
        for grant in reversed(self.grants):
            if grant.covers(channel, right) and (not purpose or grant.purpose == purpose):
                return grant
        return None

    def _hear(self, text: str) -> None:
        try:
            message = json.loads(text)
            word = message["do"]
            handle = int(message.get("as", 0))
            if not 0 <= handle <= 0xFFFF:
                raise ValueError(handle)
        except (ValueError, KeyError, TypeError):
            self.say("refused", **{"as": 0}, code="malformed")
            return
        if word == "hello":
            self._hello(str(message.get("token", "")))
        elif word == "subscribe":
            self._subscribe(handle, message)
        elif word == "unsubscribe":
            self.unsubscribe(handle, "closed")
        elif word == "ptz":
            self._ptz(handle, message)
        elif word == "talk":
            self._talk(handle)
        elif word == "hush":
            self._hush(handle)
        elif word == "ping":
            self.say("pong", at=message.get("at"), now=int(time.time() * 1000))
        else:
            self.say("refused", **{"as": handle}, code="unknown")

    def _hello(self, token: str) -> None:
        try:
            grant = tokens.check(self.hub.key, token)
        except tokens.Refused as refusal:
            self.hub.spool.write("refusal", code=str(refusal), viewer="", channel="")
            self.say("refused", **{"as": 0}, code=str(refusal))
            return
        self.grants.append(grant)
        self.say("welcome", until=grant.expires)

    def _subscribe(self, handle: int, message: dict[str, Any]) -> None:
        ident = str(message.get("channel", ""))
        live = not message.get("from")
        grant = self._grant_for(ident, "" if live else "playback", str(message.get("purpose", "")))
        if grant is None:
            viewer = self.grants[-1].viewer if self.grants else ""
            self.hub.spool.write("refusal", code="not-allowed", viewer=viewer, channel=ident)
            self.say("refused", **{"as": handle}, code="not-allowed")
            return
        if handle in self.subscriptions:
            self.unsubscribe(handle, "closed")
        if len(self.subscriptions) >= MOST_SUBSCRIPTIONS:
            self.say("refused", **{"as": handle}, code="too-many")
            return
        try:
            channel = self.hub.find(ident) if live else self.hub.replay(ident, message["from"], message["to"])
        except (KeyError, ValueError, TypeError):
            self.say("refused", **{"as": handle}, code="no-channel")
            return
        subscription = Subscription(self, handle, channel, grant)
        subscription.private = not live
        still = message.get("mode") == "still"
        # the line of the log stands before the first picture leaves
        subscription.view = self.hub.begin_view(
            grant, ident, "still" if still else "live" if live else "replay"
        )
        self.subscriptions[handle] = subscription
        if still:
            every = max(STILL_FASTEST, float(message.get("every") or STILL_USUAL))
            subscription.still = asyncio.create_task(self._stills(subscription, every))
        else:
            channel.join(subscription)

    def unsubscribe(self, handle: int, why: str) -> None:
        """Stop one tile and close its line in the log."""
        subscription = self.subscriptions.pop(handle, None)
        if subscription is None:
            return
        if subscription.still is not None:
            subscription.still.cancel()
        if subscription.voice is not None:
            subscription.voice.close()
        subscription.channel.leave(subscription)
        if subscription.private:
            subscription.channel.close()
        self.hub.end_view(subscription.view, why)

    def _ptz(self, handle: int, message: dict[str, Any]) -> None:
        subscription = self.subscriptions.get(handle)
        ident = subscription.channel.ident if subscription else ""
        grant = self._grant_for(ident, "ptz")
        if subscription is None or grant is None:
            viewer = self.grants[-1].viewer if self.grants else ""
            self.hub.spool.write("refusal", code="ptz-not-allowed", viewer=viewer, channel=ident)
            self.say("refused", **{"as": handle}, code="not-allowed")
            return
        try:
            pan, tilt, zoom = (
                max(-1.0, min(1.0, float(message.get(axis) or 0))) for axis in ("pan", "tilt", "zoom")
            )
        except (TypeError, ValueError):
            self.say("refused", **{"as": handle}, code="malformed")
            return
        self.hub.spool.write("ptz", viewer=grant.viewer, channel=ident, pan=pan, tilt=tilt, zoom=zoom)
        if not subscription.channel.ptz(pan, tilt, zoom):
            self.say("refused", **{"as": handle}, code="cannot-move")

    def _talk(self, handle: int) -> None:
        """Open a way for the viewer's voice; needs the right, is written down."""
        subscription = self.subscriptions.get(handle)
        ident = subscription.channel.ident if subscription else ""
        grant = self._grant_for(ident, "talk")
        voice = self.hub.voice(ident) if subscription is not None and grant is not None else None
        if subscription is None or grant is None or voice is None:
            viewer = self.grants[-1].viewer if self.grants else ""
            self.hub.spool.write("refusal", code="talk-not-allowed", viewer=viewer, channel=ident)
            self.say("refused", **{"as": handle}, code="not-allowed" if grant is None else "cannot-talk")
            return
        self.hub.spool.write("talk", viewer=grant.viewer, channel=ident, purpose=grant.purpose)
        subscription.talking = asyncio.create_task(self._begin_talk(subscription, voice))

    async def _begin_talk(self, subscription: Subscription, voice: Voice) -> None:
        try:
            await voice.begin()
        except SourceProblem as problem:
            self.say("refused", **{"as": subscription.handle}, code=problem.code)
            return
        if self.subscriptions.get(subscription.handle) is not subscription:
            voice.close()
            return
        subscription.voice = voice
        self.say("talking", **{"as": subscription.handle})

    def _hush(self, handle: int) -> None:
        subscription = self.subscriptions.get(handle)
        if subscription is not None and subscription.voice is not None:
            subscription.voice.close()
            subscription.voice = None

    def _voice(self, data: bytes) -> None:
        """A block of PCMA after the two bytes of the handle."""
        subscription = self.subscriptions.get(int.from_bytes(data[:2], "big"))
        if subscription is not None and subscription.voice is not None and 2 < len(data) <= 2002:
            subscription.voice.say(data[2:])

    async def _stills(self, subscription: Subscription, every: float) -> None:
        """A still now and then, as long as the tile is there."""
        told = ""
        while True:
            try:
                picture = await self.hub.stills.still(subscription.channel, newest=every)
                self.put(wire.pack(subscription.handle, wire.STILL, int(picture.wall * 1000), picture.jpeg))
                state = "playing"
            except SourceProblem as problem:
                state = problem.code
            if state != told:
                told = state
                subscription.state(
                    "still" if state == "playing" else "offline", "" if state == "playing" else state
                )
            await asyncio.sleep(every)
