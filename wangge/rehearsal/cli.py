"""The rehearsal's commands: the demo, its accounts, its live simulation, rehearsals against the newspaper."""

from __future__ import annotations

import sys
from collections.abc import Callable


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def demo(arguments: list[str]) -> int:
    """Load the demo district, its people and some days of tickets (--bare: none); once only."""
    import django

    django.setup()
    from wangge.kit.errors import BusinessError
    from wangge.rehearsal.demo import load

    try:
        load(_say, bare="--bare" in arguments)
    except BusinessError as refusal:
        _say(f"未加载:{refusal.message}")
        return 1
    return 0


def accounts(arguments: list[str]) -> int:
    """Print the demo accounts worth trying first."""
    import django

    django.setup()
    from wangge.rehearsal import staff

    _say(f"\n演示账号(密码均为 {staff.PASSWORD};仅用于演示库):")
    for username, name, title in staff.accounts():
        _say(f"  {username:<14} {name or '-':<5} {title}")
    return 0


def simulate(arguments: list[str]) -> int:
    """Keep the demo district working, quietly; runs until it is told to stop."""
    import django

    django.setup()
    from wangge.rehearsal.simulate import run

    return run()


def rehearse(arguments: list[str]) -> int:
    """Play a published period again and compare: wangge rehearse hotline|survey|liaison."""
    import django

    django.setup()
    from wangge.rehearsal.rehearse import main

    return main(arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "accounts": accounts,
    "simulate": simulate,
    "rehearse": rehearse,
}
