"""The walls, checked: import contracts made from wangge/project/floors.py and run by import-linter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from wangge.project.floors import CONTEXTS, FLOORS  # noqa: E402

ROOMS = (
    "apps : testing",
    "api : pages : jobs : subscriptions : commands : feeds : cli : middleware : express : checks : subjects",
    "watch",
    "services",
    "queries",
    "models",
    "rules : states : events : permissions",
)
PRIVATE = ("rules", "states", "api", "jobs", "models", "subscriptions", "commands", "feeds", "permissions")


def text() -> str:
    """The whole file."""
    floors = ["project", *(" | ".join(floor) for floor in reversed(FLOORS)), "kit"]
    lines = [
        "[importlinter]",
        "root_package = wangge",
        "exclude_type_checking_imports = True",
        "",
        "[importlinter:contract:floors]",
        "name = Imports go down only; rooms on one floor are strangers",
        "type = layers",
        "containers = wangge",
        "exhaustive = true",
        "exhaustive_ignores = __main__",
        "layers =",
        *(f"    {floor}" for floor in floors),
        "",
        "[importlinter:contract:rooms]",
        "name = Inside a context: doors, services, queries, models, rules",
        "type = layers",
        "containers =",
        *(f"    wangge.{name}" for name in CONTEXTS),
        "layers =",
        *(f"    {' : '.join(f'({room})' for room in floor.split(' : '))}" for floor in ROOMS),
        "",
        "[importlinter:contract:kit]",
        "name = kit knows no business",
        "type = forbidden",
        "source_modules = wangge.kit",
        "forbidden_modules =",
        *(f"    wangge.{name}" for name in (*CONTEXTS, "project")),
    ]
    for name in CONTEXTS:
        rooms = [room for room in PRIVATE if exists(name, room)]
        if not rooms:
            continue
        lines += [
            "",
            f"[importlinter:contract:walls-{name}]",
            f"name = {name}: others come in by services, queries, events",
            "type = protected",
            "protected_modules =",
            *(f"    wangge.{name}.{room}" for room in rooms),
            "allowed_importers =",
            f"    wangge.{name}",
            "    wangge.project",
            "    wangge.*.tests",
        ]
    return "\n".join(lines) + "\n"


def exists(context: str, room: str) -> bool:
    """Whether the context has this room, as a module or a package."""
    place = ROOT / "wangge" / context / room
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def main() -> int:
    """Write the contracts under var/ and run import-linter on them; its exit status is the answer."""
    path = ROOT / "var" / "importlinter.ini"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text())
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(program), "--no-cache", "--config", str(path)], cwd=ROOT, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
