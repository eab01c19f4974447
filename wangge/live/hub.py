"""One LISTEN connection, many listeners: takes notifications in, hands them out, forgets them."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import psycopg
import structlog

from wangge.live import rules
from wangge.live.queries import Listener
from wangge.live.services import CHANNEL

log = structlog.get_logger(__name__)
MOST_IDS = 50
Living = Callable[[list[int], list[int]], Awaitable[tuple[dict[int, int], dict[int, int]]]]


class Event:
    """``{"topic": …, "ids": […]}``, encoded once however many hear it."""

    __slots__ = ("chunk", "ids", "topic")

    def __init__(self, topic: str, ids: list[Any]) -> None:
        self.topic, self.ids = topic, ids
        text = json.dumps({"topic": topic, "ids": ids}, separators=(",", ":"))
        self.chunk = f"data: {text}\n\n".encode()

    def joined(self, later: Event) -> Event:
        """Both in one; an empty or overlong list means "read it all again"."""
        if not self.ids or not later.ids or self is later:
            return self if not self.ids or self is later else later
        ids = self.ids + [one for one in later.ids if one not in self.ids]
        return Event(self.topic, ids if len(ids) <= MOST_IDS else [])


class Client:
    """One open line: what it hears, what it has not been told yet."""

    __slots__ = ("hurry", "listener", "over", "pending", "wake")
    gap = 0.1

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self.pending: dict[str, Event] = {}
        self.wake = asyncio.Event()
        self.hurry = asyncio.Event()
        self.over = False

    @property
    def hello(self) -> str:
        """What the first line says is heard."""
        return ",".join(self.listener.topics)

    @property
    def last(self) -> bool:
        """Whether nothing may follow what is pending."""
        return False

    async def rest(self) -> None:
        """The pause between two tellings, cut short when the line is to end."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.hurry.wait(), self.gap)

    def tell(self, event: Event) -> None:
        """Remember an event and wake the line; several of a topic become one."""
        known = self.pending.get(event.topic)
        self.pending[event.topic] = known.joined(event) if known else event
        self.wake.set()

    def take(self) -> bytes:
        """Everything not told yet."""
        self.wake.clear()
        events, self.pending = self.pending, {}
        return b"".join(event.chunk for event in events.values())

    def end(self) -> None:
        """Let the line finish."""
        self.over = True
        self.wake.set()
        self.hurry.set()


class PhoneClient(Client):
    """A phone's line: whatever changed is one hint, at most one every two seconds; a revoked one ends."""

    __slots__ = ()
    gap = 2.0

    @property
    def hello(self) -> str:
        return rules.DEVICE

    @property
    def last(self) -> bool:
        return rules.REVOKED in self.pending

    def tell(self, event: Event) -> None:
        if event.topic == f"device:{self.listener.device_id}":
            self.pending = {rules.REVOKED: Event(rules.REVOKED, [])}
            self.hurry.set()
        elif rules.REVOKED not in self.pending:
            self.pending.setdefault(rules.CHANGED, _CHANGED)
        self.wake.set()


_CHANGED = Event(rules.CHANGED, [])


class Hub:
    """Everybody who listens, by topic."""

    def __init__(self, conninfo: str, living: Living, *, check_every: float = 30.0) -> None:
        self.conninfo, self.living, self.check_every = conninfo, living, check_every
        self.clients: set[Client] = set()
        self.by_topic: dict[str, set[Client]] = defaultdict(set)
        self.by_account: Counter[int] = Counter()
        self.closing = False
        self.listening = asyncio.Event()
        self.tasks: list[asyncio.Task[None]] = []

    def open(self) -> None:
        """Begin to listen and to look after sessions."""
        self.tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._look_after())]

    def end_lines(self) -> None:
        """Tell every line to finish; nobody joins any more."""
        self.closing = True
        for client in list(self.clients):
            client.end()

    async def close(self) -> None:
        """End every line, then the listening; returns within three seconds."""
        self.end_lines()
        for _ in range(60):
            if not self.clients:
                break
            await asyncio.sleep(0.05)
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    def join(self, client: Client) -> None:
        """A new line."""
        self.clients.add(client)
        self.by_account[client.listener.account_id] += 1
        for topic in client.listener.topics:
            self.by_topic[topic].add(client)

    def leave(self, client: Client) -> None:
        """A line is gone."""
        self.clients.discard(client)
        self.by_account[client.listener.account_id] -= 1
        if self.by_account[client.listener.account_id] <= 0:
            del self.by_account[client.listener.account_id]
        for topic in client.listener.topics:
            self.by_topic[topic].discard(client)
            if not self.by_topic[topic]:
                del self.by_topic[topic]

    def hand_out(self, payload: str) -> None:
        """A notification came in; what cannot be read is dropped."""
        try:
            topics = json.loads(payload)
            events = [Event(topic, list(ids)) for topic, ids in topics.items() if topic in self.by_topic]
        except (ValueError, AttributeError, TypeError):
            log.warning("live.unreadable", size=len(payload))
            return
        for event in events:
            for client in self.by_topic[event.topic]:
                client.tell(event)
        if rules.ANY_AREA in self.by_topic and any(topic.startswith(rules.AREA) for topic in topics):
            for client in self.by_topic[rules.ANY_AREA]:
                client.tell(_CHANGED)

    def tell_everybody(self, clients: Iterable[Client]) -> None:
        """The line to the database was down: whatever they hear may have changed."""
        for client in clients:
            if client.listener.device_id:
                client.tell(_CHANGED)
                continue
            for topic in client.listener.topics:
                client.tell(Event(topic, []))

    async def _listen(self) -> None:
        pause, first = 0.5, True
        while not self.closing:
            try:
                connection = await psycopg.AsyncConnection.connect(self.conninfo, autocommit=True)
                async with connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    if not first:
                        self.tell_everybody(list(self.clients))
                    pause, first = 0.5, False
                    self.listening.set()
                    async for note in connection.notifies():
                        self.hand_out(note.payload)
            except psycopg.Error as error:
                log.warning("live.database_lost", error=type(error).__name__)
            self.listening.clear()
            await asyncio.sleep(pause)
            pause = min(pause * 2, 10.0)

    async def _look_after(self) -> None:
        """End the lines of sessions that ended or moved to another post, and of phones that may no more."""
        while not self.closing:
            await asyncio.sleep(self.check_every)
            sessions = {client.listener.session_id for client in self.clients} - {0}
            devices = {client.listener.device_id for client in self.clients} - {0}
            if not sessions and not devices:
                continue
            with contextlib.suppress(Exception):
                at_desks, on_phones = await self.living(sorted(sessions), sorted(devices))
                for client in list(self.clients):
                    who = client.listener
                    post = on_phones.get(who.device_id) if who.device_id else at_desks.get(who.session_id)
                    if post != who.post_id:
                        client.end()
