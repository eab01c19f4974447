"""Bear a new context: ``python tools/new_context.py screening 排查外呼 --floor "hotline"``.

Writes the rooms that every context has, puts the name on its floor in ``floors.py`` and leaves
the rest to you. The walls then hold for it without another line.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = {
    "__init__.py": "",
    "apps.py": '''"""The {name} context."""

from wangge.kit.context import Context


class {klass}Config(Context):
    name = "wangge.{name}"
    verbose_name = "{chinese}"
''',
    "README.md": """# {name} {chinese}

Purpose: (one sentence: whose task becomes whose figure)

## Nouns

## States

## Who may do what

## Announces, listens to
""",
    "permissions.py": '''"""Who may do what in {chinese}."""
''',
    "migrations/__init__.py": "",
    "tests/__init__.py": "",
    "tests/test_birth.py": """from django.apps import apps


def test_{name}_is_installed_under_its_own_name() -> None:
    assert apps.get_app_config("{name}").verbose_name == "{chinese}"
""",
}


def place_on_floor(text: str, name: str, beside: str) -> str:
    """``floors.py`` with ``name`` on the floor of ``beside``; the order on a floor is alphabetical."""
    found = re.search(rf'^    \((?=[^)]*"{beside}")[^)]*\),$', text, re.MULTILINE)
    if found is None:
        raise SystemExit(f"no floor holds {beside}")
    names = sorted({*re.findall(r'"(\w+)"', found.group(0)), name})
    floor = "    (" + ", ".join(f'"{n}"' for n in names) + ("," if len(names) == 1 else "") + "),"
    return text[: found.start()] + floor + text[found.end() :]


def main(arguments: list[str] | None = None) -> int:
    """Write the files; refuses to overwrite anything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("chinese")
    parser.add_argument("--floor", required=True, help="a context that stands on the same floor")
    parser.add_argument("--root", type=Path, default=ROOT)
    chosen = parser.parse_args(arguments)
    if not re.fullmatch(r"[a-z]+", chosen.name):
        parser.error("a context has one lower-case English word for a name")
    home = chosen.root / "wangge" / chosen.name
    if home.exists():
        parser.error(f"{home} is there already")
    floors = chosen.root / "wangge" / "project" / "floors.py"
    floors.write_text(place_on_floor(floors.read_text(), chosen.name, chosen.floor))
    for path, text in FILES.items():
        target = home / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            text.format(name=chosen.name, klass=chosen.name.capitalize(), chinese=chosen.chinese)
        )
    print(
        f"born: {home.relative_to(chosen.root)}; next: models.py, states.py, and a word in docs/glossary.md"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
