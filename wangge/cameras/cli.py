"""The cameras' own commands."""

from __future__ import annotations

from collections.abc import Callable


def camsim(arguments: list[str]) -> int:
    """Simulated cameras: RTSP channels and GB/T 28181 devices with a burnt-in clock; --help."""
    from wangge.cameras.sim.run import main

    return main(arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {"camsim": camsim}
