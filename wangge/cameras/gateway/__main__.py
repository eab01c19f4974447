"""``python -m wangge.cameras.gateway``: the supervisor starts it; see ``--help``."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import structlog
import uvloop
from aiohttp import web

from wangge.cameras.gateway import tokens
from wangge.cameras.gateway.app import Doors
from wangge.cameras.gateway.channel import Rules
from wangge.cameras.gateway.hub import Hub
from wangge.cameras.gateway.spool import Spool
from wangge.cameras.gb.media import Ports
from wangge.cameras.gb.platform import Platform, Settings

log = structlog.get_logger(__name__)


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="wangge.cameras.gateway", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--key-file", type=Path, required=True, help="64 hex digits shared with the pages")
    parser.add_argument("--home", type=Path, required=True, help="spool, clips and the kept channel list")
    parser.add_argument("--origin", action="append", default=[], help="address of the pages; may be repeated")
    parser.add_argument("--linger", type=float, default=15.0, help="seconds a channel stays open unseen")
    parser.add_argument("--sip-port", type=int, default=0, help="GB/T 28181 over UDP and TCP; 0: off")
    parser.add_argument("--sip-host", default="", help="address devices reach us at; default: --host")
    parser.add_argument("--sip-code", default="32061200002000000001", help="our own 20-digit code")
    parser.add_argument("--sip-password-file", type=Path, help="password of devices without their own")
    parser.add_argument("--media-ports", default="26100-27099", help="RTP ports, first-last")
    return parser.parse_args(argv)


async def run(options: argparse.Namespace) -> None:
    """Until told to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    home: Path = options.home
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = tokens.read_key(options.key_file)
    hub = Hub(key, Spool(home / "spool"), home / "channels.json", Rules(linger=options.linger))
    doors = Doors(hub, home / "clips", frozenset(options.origin))
    async with contextlib.AsyncExitStack() as stack:
        if options.sip_port:
            hub.gb = await stack.enter_async_context(_platform(options, hub))
        runner = web.AppRunner(
            doors.application(), access_log=None, handle_signals=False, shutdown_timeout=2.0
        )
        await runner.setup()
        await web.TCPSite(runner, options.host, options.port).start()
        hub.start()
        gc.freeze()  # what was loaded stays: no collection walks through it again
        log.info("gateway listens", port=options.port, sip=options.sip_port)
        await stop.wait()
        await hub.close()
        await runner.cleanup()


@contextlib.asynccontextmanager
async def _platform(options: argparse.Namespace, hub: Hub) -> AsyncIterator[Platform]:
    """The GB/T 28181 platform of this process."""
    home: Path = options.home
    password = options.sip_password_file.read_text().strip() if options.sip_password_file else ""
    settings = Settings(
        options.sip_code, options.sip_host or options.host, password, kept=home / "devices.json"
    )
    first, _, last = options.media_ports.partition("-")
    platform = Platform(settings, Ports(int(first), int(last)), hub.spool)
    await platform.start(options.sip_host or options.host, options.sip_port)
    try:
        yield platform
    finally:
        await platform.close()


def main() -> None:
    """Start the loop."""
    uvloop.run(run(arguments()))


if __name__ == "__main__":
    main()
