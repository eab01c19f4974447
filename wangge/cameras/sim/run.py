"""``wangge camsim``: any number of cameras and devices that are not there."""

from __future__ import annotations

import argparse
import asyncio
import functools
import signal
import sys
from pathlib import Path

import uvloop

from wangge.cameras.sim import rtsp
from wangge.cameras.sim.device import Fleet, a_device
from wangge.cameras.sim.loop import Loop, Shot, load


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="wangge camsim", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--rtsp-port", type=int, default=8554, help="0: none")
    parser.add_argument("--channels", type=int, default=1000, help="cameras at rtsp://host:port/cam/<n>")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="", help="digest password of the RTSP cameras")
    parser.add_argument(
        "--cache", type=Path, default=Path("var/camsim"), help="where encoded minutes are kept"
    )
    parser.add_argument("--height", type=int, default=360, choices=(360, 720))
    parser.add_argument("--fps", type=int, default=15)
    parser.add_argument("--noise", type=int, default=0, help="px of moving noise: raises the bit rate")
    parser.add_argument("--gb", default="", help="host:port of a GB/T 28181 platform to register with")
    parser.add_argument("--gb-code", default="32061200002000000001", help="code of that platform")
    parser.add_argument("--gb-password-file", type=Path, help="password of the devices")
    parser.add_argument("--gb-devices", type=int, default=2)
    parser.add_argument(
        "--gb-first", type=int, default=1, help="number of the first device, part of its code"
    )
    parser.add_argument("--gb-channels", type=int, default=16, help="channels of each device")
    parser.add_argument("--gb-interval", type=float, default=60.0, help="seconds between two keepalives")
    parser.add_argument("--gb-tcp", action="store_true", help="SIP over TCP")
    parser.add_argument("--gb-port", type=int, default=0, help="our SIP port; 0: any")
    parser.add_argument("--gb-faults", default="", help="comma separated, see sim/device.py")
    return parser.parse_args(argv)


def say(text: str) -> None:
    """A line for the person at the terminal."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def minutes(options: argparse.Namespace) -> rtsp.Loops:
    """Encoded minutes by scene and codec, each loaded once."""

    @functools.cache
    def of(scene: str, codec: str) -> Loop:
        width = options.height * 16 // 9
        rate = 500_000 if options.height == 360 else 1_000_000
        shot = Shot(scene, codec, width, options.height, options.fps, rate, noise=options.noise)
        return load(shot, options.cache, say)

    return of


async def run(options: argparse.Namespace) -> None:
    """Until told to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    loops = minutes(options)
    for scene in ("gate", "market", "road", "hospital") if options.rtsp_port else ():
        await loop.run_in_executor(None, loops, scene, "h264")
    server = rtsp.Server(loops, options.channels, options.user, options.password)
    if options.rtsp_port:
        port = await server.start(options.host, options.rtsp_port)
        say(f"模拟摄像机 rtsp://{options.host}:{port}/cam/0 … /cam/{options.channels - 1}")
    fleet = await devices(options, loops) if options.gb else None
    await stop.wait()
    if fleet is not None:
        await fleet.close()
    await server.close()


async def devices(options: argparse.Namespace, loops: rtsp.Loops) -> Fleet:
    """GB/T 28181 devices that register and stay."""
    host, _, port = options.gb.partition(":")
    password = options.gb_password_file.read_text().strip()
    fleet = Fleet((host, int(port), options.gb_code), password, loops, tcp=options.gb_tcp)
    for attempt in range(100):
        try:
            await fleet.start(options.host, options.gb_port)
            break
        except OSError:
            if attempt == 99:
                raise
            await asyncio.sleep(0.3)
    faults = frozenset(filter(None, options.gb_faults.split(",")))
    made = [
        a_device(f"320612000011{18:02d}{number:06d}", options.gb_channels, f"国标{number}-", faults=faults,
                 interval=options.gb_interval)
        for number in range(options.gb_first, options.gb_first + options.gb_devices)
    ]  # fmt: skip
    fleet.add(made)
    for number, device in enumerate(made):
        fleet.run(device, spread=number * 0.002)
    say(f"模拟国标设备 {len(made)} 台,每台 {options.gb_channels} 路 → {options.gb}")
    return fleet


def main(argv: list[str] | None = None) -> int:
    """Start the loop; exit status 0 after a clean stop."""
    uvloop.run(run(arguments(argv)))
    return 0
