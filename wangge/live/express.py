"""The live channel as an ASGI application: ``GET /live?topics=hotline.board,notify.post:7``.

Server-sent events without content: ``data: {"topic": "hotline.board", "ids": [{"ticket": 7}]}``;
an empty list means "read it all again". It listens on a port of its own, so the pages' origin is
allowed by CORS; the session cookie is the pages' own (cookies do not know ports). A phone signs the
request (``topics=device``) and hears ``device.changes`` and ``device.revoked`` only.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeVar
from urllib.parse import parse_qs

import structlog
from django.conf import settings
from django.db import close_old_connections, connection
from psycopg.conninfo import make_conninfo

from wangge.kit import clock
from wangge.live import queries, rules
from wangge.live.hub import Client, Hub, PhoneClient

log = structlog.get_logger(__name__)
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
T = TypeVar("T")

HEARTBEAT = 15.0
MOST_LINES = 6000
MOST_LINES_EACH = 12


def conninfo() -> str:
    """How to reach the database, as Django does."""
    known = settings.DATABASES["default"]
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    given = {key: str(known[name]) for key, name in names.items() if known.get(name)}
    return make_conninfo(**given, application_name="wangge-live")


class Live:
    """The application; its hub is made when the server starts and ends with it."""

    def __init__(self) -> None:
        self.hub: Hub | None = None
        self.threads = ThreadPoolExecutor(4, thread_name_prefix="live-db")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._hub()
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                if self.hub is not None:
                    await self.hub.close()
                await send({"type": "lifespan.shutdown.complete"})
                return

    def _hub(self) -> Hub:
        if self.hub is None:
            self.hub = Hub(conninfo(), self._living)
            self.hub.open()
            self._end_on_signal(self.hub)
        return self.hub

    @staticmethod
    def _end_on_signal(hub: Hub) -> None:
        """End the lines when the process is told to stop.

        The server announces its shutdown only after the last line has ended, and a line never ends
        by itself. The server's own handling hangs on the loop's wake-up file and goes on as before.
        """
        loop = asyncio.get_running_loop()
        with contextlib.suppress(ValueError):  # not in the main thread: the server has its own way
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(hub.end_lines))

    async def _living(
        self, session_ids: list[int], device_ids: list[int]
    ) -> tuple[dict[int, int], dict[int, int]]:
        return await self._in_thread(queries.still_listening, session_ids, device_ids)

    async def _in_thread(self, function: Callable[..., T], *arguments: Any) -> T:
        """Database work off the event loop."""

        def work() -> T:
            close_old_connections()
            try:
                return function(*arguments)
            except Exception:
                connection.close()
                raise

        return await asyncio.get_running_loop().run_in_executor(self.threads, work)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
        }
        if scope["path"] == "/healthz":
            ready = self._hub().listening.is_set()
            await answer(send, 200 if ready else 503, b'{"ok": true}' if ready else b'{"ok": false}')
        elif scope["path"] != "/live" or scope["method"] not in {"GET", "OPTIONS"}:
            await answer(send, 404)
        elif headers.get("origin", settings.PUBLIC_URL) != settings.PUBLIC_URL:
            await answer(send, 403)
        elif scope["method"] == "OPTIONS":
            await answer(send, 204, readable=True, more=PREFLIGHT)
        else:
            await self._line(scope, headers, receive, send)

    async def _line(self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send) -> None:
        hub = self._hub()
        if hub.closing or len(hub.clients) >= MOST_LINES:
            await answer(send, 503, readable=True)
            return
        listener = await self._listener(scope, headers)
        if isinstance(listener, queries.Refusal):
            await answer(send, 401, refusal(listener.code), readable=True)
        elif listener is None:
            await answer(send, 401, readable=True)
        elif not listener.topics:
            await answer(send, 403, readable=True)
        elif hub.by_account[listener.account_id] >= MOST_LINES_EACH:
            await answer(send, 429, readable=True)
        else:
            client = PhoneClient(listener) if listener.device_id else Client(listener)
            await self._serve(hub, client, receive, send)

    async def _listener(
        self, scope: Scope, headers: dict[str, str]
    ) -> queries.Listener | queries.Refusal | None:
        query_string = scope["query_string"].decode("latin-1")
        topics = rules.wanted(",".join(parse_qs(query_string).get("topics", [])))
        signed = headers.get("authorization", "")
        if topics == [rules.DEVICE] and signed:
            return await self._in_thread(queries.phone_of, signed, f"{scope['path']}?{query_string}")
        token = cookie_of(headers.get("cookie", ""))
        return await self._in_thread(queries.listener_of, token, topics) if token else None

    async def _serve(self, hub: Hub, client: Client, receive: Receive, send: Send) -> None:
        hub.join(client)
        gone = asyncio.create_task(_until_gone(client, receive))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": STREAM_HEADERS + cors()})
            await send(_part(f"retry: 3000\n: {client.hello}\n\n".encode()))
            while not client.over:
                try:
                    await asyncio.wait_for(client.wake.wait(), HEARTBEAT)
                except TimeoutError:
                    await send(_part(b": beat\n\n"))
                    continue
                if client.pending and not client.over:
                    last = client.last
                    await send(_part(client.take()))
                    if last:
                        break
                    await client.rest()
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            gone.cancel()
            hub.leave(client)


STREAM_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


def cors() -> list[tuple[bytes, bytes]]:
    """The pages' origin may read the answer with its cookie; nobody else."""
    return [
        (b"access-control-allow-origin", settings.PUBLIC_URL.encode()),
        (b"access-control-allow-credentials", b"true"),
        (b"vary", b"Origin"),
    ]


def cookie_of(header: str) -> str:
    """The session token in a Cookie header, ``""`` without one."""
    try:
        morsel = SimpleCookie(header).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _part(body: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": True}


PREFLIGHT = (
    (b"access-control-allow-methods", b"GET"),
    (b"access-control-allow-headers", b"authorization"),
    (b"access-control-max-age", b"600"),
)


def refusal(code: str) -> bytes:
    """Why a phone was not let in, and the server's time."""
    data = {"server_time": clock.now().isoformat()}
    return json.dumps({"status": 401, "code": code, "data": data}).encode()


async def answer(
    send: Send,
    status: int,
    body: bytes = b"",
    *,
    readable: bool = False,
    more: Iterable[tuple[bytes, bytes]] = (),
) -> None:
    """A short answer; ``readable`` by the pages' scripts."""
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store"), *more]
    headers += cors() if readable else []
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _until_gone(client: Client, receive: Receive) -> None:
    """Wakes the line when the browser hangs up."""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            client.end()
            return


application = Live()
