"""``wangge``: one command for everything; ``wangge help`` lists what there is."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable

Command = Callable[[list[str]], int]


def commands() -> dict[str, Command]:
    """Every command by name: those of the project and of contexts that offer some in ``cli.py``."""
    from wangge.project.floors import CONTEXTS

    found: dict[str, Command] = {}
    for owner in ("project", *CONTEXTS):
        path = f"wangge.{owner}.cli"
        if importlib.util.find_spec(path) is not None:
            found |= importlib.import_module(path).COMMANDS
    return found


def main() -> int:
    """Run the command named by the first argument; the exit status is its answer."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wangge.project.settings")
    arguments = sys.argv[1:] or ["help"]
    table = commands()
    if arguments[0] in {"help", "-h", "--help"} or arguments[0] not in table:
        for name, command in sorted(table.items()):
            print(f"  wangge {name:<12} {(command.__doc__ or '').strip().splitlines()[0]}")
        return 0 if arguments[0] in {"help", "-h", "--help"} else 2
    return table[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main())
