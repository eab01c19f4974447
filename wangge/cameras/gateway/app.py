"""The gateway's doors: the browsers' WebSocket, stills, clips; and, signed by the house, list and state."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from aiohttp import web

from wangge.cameras.gateway import clips, tokens
from wangge.cameras.gateway.client import Client
from wangge.cameras.gateway.hub import Hub
from wangge.cameras.gateway.sources import SourceProblem

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SIGNATURE = "X-Wangge-Signature"


class Doors:
    """Request handlers around one hub. ``origins``: which pages may talk to it."""

    def __init__(self, hub: Hub, clip_folder: Path, origins: frozenset[str]) -> None:
        self.hub, self.clip_folder, self.origins = hub, clip_folder, origins
        self.clients: set[Client] = set()

    def application(self) -> web.Application:
        """The aiohttp application."""
        app = web.Application(middlewares=[self._guard], client_max_size=64 * 2**20)
        app.router.add_get("/healthz", self.healthz)
        app.router.add_get("/video", self.video)
        app.router.add_get("/still/{channel}", self.still)
        app.router.add_post("/clip", self.clip)
        app.router.add_put("/control/channels", self.put_channels)
        app.router.add_get("/control/state", self.state)
        app.router.add_get("/control/device/{code}", self.device)
        app.router.add_post("/control/command", self.command)
        app.router.add_post("/control/accept/{channel}", self.accept)
        app.on_shutdown.append(self._hang_up)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin", "")
        if origin and origin not in self.origins:
            return web.json_response({"code": "origin"}, status=403)
        if request.method == "OPTIONS":
            return web.Response(status=204, headers=self._cors(origin))
        try:
            if request.path.startswith("/control/"):
                body = await request.read()
                tokens.check_call(
                    self.hub.key, request.headers.get(SIGNATURE, ""), request.method, request.path, body
                )
            response = await handler(request)
        except tokens.Refused as refusal:
            response = web.json_response({"code": str(refusal)}, status=401)
        except SourceProblem as problem:
            response = web.json_response({"code": problem.code, "message": str(problem)}, status=503)
        except KeyError:
            response = web.json_response({"code": "no-channel"}, status=404)
        except (ValueError, TypeError) as error:
            response = web.json_response({"code": "malformed", "message": str(error)}, status=422)
        if not response.prepared:
            response.headers.update(self._cors(origin))
        return response

    def _cors(self, origin: str) -> dict[str, str]:
        if not origin:
            return {"Cache-Control": "no-store"}
        return {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Headers": "Authorization, Content-Type",
            "Access-Control-Allow-Methods": "GET, POST",
            "Vary": "Origin",
            "Cache-Control": "no-store",
        }

    def _grant(self, request: web.Request, channel: str, right: str = "") -> tokens.Grant:
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        viewer = ""
        try:
            if kind != "Bearer":
                raise tokens.Refused("malformed")
            grant = tokens.check(self.hub.key, token)
            viewer = grant.viewer
            if not grant.covers(channel, right):
                raise tokens.Refused("not-allowed")
        except tokens.Refused as refusal:
            self.hub.spool.write("refusal", code=str(refusal), viewer=viewer, channel=channel)
            raise
        return grant

    async def healthz(self, request: web.Request) -> web.StreamResponse:
        """Whether it runs."""
        return web.json_response({"ok": True})

    async def video(self, request: web.Request) -> web.StreamResponse:
        """The one WebSocket of a browser."""
        socket = web.WebSocketResponse(heartbeat=20.0, compress=False, max_msg_size=64 * 1024)
        await socket.prepare(request)
        client = Client(self.hub, socket)
        self.clients.add(client)
        try:
            await client.serve()
        finally:
            self.clients.discard(client)
        return socket

    async def still(self, request: web.Request) -> web.StreamResponse:
        """One small JPEG, not older than ten seconds."""
        ident = request.match_info["channel"]
        grant = self._grant(request, ident)
        channel = self.hub.find(ident)
        view = self.hub.begin_view(grant, ident, "still")
        try:
            found = await self.hub.stills.still(channel, newest=10.0)
        finally:
            self.hub.end_view(view, "closed")
        return web.Response(
            body=found.jpeg, content_type="image/jpeg", headers={"X-Taken-At": str(int(found.wall * 1000))}
        )

    async def clip(self, request: web.Request) -> web.StreamResponse:
        """Cut evidence: ``{"channel", "before", "after"}`` or ``{"channel", "from", "to"}`` (recorder)."""
        asked: dict[str, Any] = await request.json()
        ident = str(asked["channel"])
        grant = self._grant(request, ident, "clip")
        if asked.get("from"):
            channel = self.hub.replay(ident, asked["from"], asked["to"])
            before, after = 0.0, float(asked["to"]) - float(asked["from"])
        else:
            channel = self.hub.find(ident)
            before, after = float(asked.get("before") or 0), float(asked.get("after") or 0)
        view = self.hub.begin_view(grant, ident, "clip")
        try:
            made = await clips.cut(self.clip_folder, channel, before, after)
        finally:
            self.hub.end_view(view, "closed")
            if asked.get("from"):
                channel.close()
        self.hub.spool.write(
            "clip", channel=ident, viewer=grant.viewer, purpose=grant.purpose, view=view, **asdict(made)
        )
        return web.json_response(asdict(made), status=201)

    async def put_channels(self, request: web.Request) -> web.StreamResponse:
        """A whole new channel list."""
        return web.json_response({"channels": self.hub.configure(json.loads(await request.read()))})

    async def state(self, request: web.Request) -> web.StreamResponse:
        """How every opened channel is; with ``clients`` and, where the platform runs, ``devices``."""
        found = self.hub.report()
        found["clients"] = [
            {"subscriptions": len(c.subscriptions), "queued": c.queued, "dropped": c.dropped}
            for c in self.clients
        ]
        found["devices"] = self.hub.gb.report() if self.hub.gb is not None else {}
        return web.json_response(found)

    async def device(self, request: web.Request) -> web.StreamResponse:
        """One GB/T 28181 device: address, info, catalogue progress, what went wrong."""
        if self.hub.gb is None:
            raise KeyError("device")
        return web.json_response(self.hub.gb.device_report(request.match_info["code"]))

    async def command(self, request: web.Request) -> web.StreamResponse:
        """Ask something of a device, see ``Platform.command``."""
        if self.hub.gb is None:
            raise SourceProblem("no-platform", "本网关没有启用国标平台")
        return web.json_response({"answer": await self.hub.gb.command(json.loads(await request.read()))})

    async def accept(self, request: web.Request) -> web.StreamResponse:
        """The camera was turned on purpose: its present view is the usual one from now on."""
        ident = request.match_info["channel"]
        self.hub.find(ident)
        if watch := self.hub.watches.get(ident):
            watch.accept()
        return web.json_response({"ok": True})

    async def _hang_up(self, app: web.Application) -> None:
        for client in list(self.clients):
            await client.socket.close(code=1012, message=b"restart")
