"""The house's own lint: sizes, names, clocks, doors. Small AST checks that no general linter has."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE, FUNCTION, COMPONENT, ARGUMENTS = 600, 50, 250, 7
BANNED_PACKAGES = {"utils", "common", "base", "core", "extras", "misc", "helpers"}
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("timezone", "now"),
}
BANNED_LOOKUPS = ("__icontains", "__iregex", "__regex", "__istartswith")
MACHINE = re.compile(
    re.escape(str(ROOT))
    + r"|(?:(?<!\w)/root/|(?<!\w)/home/[a-z]+/|(?<!\w)/Users/[a-z]+/|https?://(?:[a-z.]*pypi|registry\.npm|deb\.debian))"
)
TEXT = {".py", ".ts", ".vue", ".md", ".toml", ".yml", ".json", ".css", ".html", ".sh", ""}


def tracked() -> list[Path]:
    """Every file git knows or would add, generated and locked ones left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [
        ROOT / n
        for n in names
        if (ROOT / n).is_file() and "generated" not in n and not n.endswith("lock.json")
    ]


def python_faults(path: Path, text: str) -> Iterator[str]:
    """What is wrong in one Python file."""
    name = path.relative_to(ROOT).as_posix()
    if "/migrations/" in name:
        return
    tree = ast.parse(text)
    in_tests = "/tests/" in name or name.startswith(("tests/", "conftest")) or name.endswith("testing.py")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from function_faults(name, node, in_tests)
        elif isinstance(node, ast.Call):
            yield from call_faults(name, node, in_tests)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django.db.models.signals"):
            yield f"{name}:{node.lineno}: no Django signals; announce an event"


def function_faults(name: str, node: ast.FunctionDef | ast.AsyncFunctionDef, in_tests: bool) -> Iterator[str]:
    """Length, number of arguments, save() overrides."""
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    if length > FUNCTION and not in_tests:
        yield f"{name}:{node.lineno}: {node.name} has {length} lines (limit {FUNCTION})"
    arguments = [
        a.arg for a in (*node.args.args, *node.args.kwonlyargs) if a.arg not in {"self", "cls", "request"}
    ]
    count = len(arguments)
    if count > ARGUMENTS + 1 and not in_tests and "/services" in name:
        yield f"{name}:{node.lineno}: {node.name} takes {count} arguments (limit {ARGUMENTS} and the actor)"
    if node.name == "save" and name.endswith("models.py"):
        yield f"{name}:{node.lineno}: no save() magic; write a service"


def call_faults(name: str, node: ast.Call, in_tests: bool) -> Iterator[str]:
    """Clocks that are not ours, scanning look-ups."""
    called = node.func
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        pair = (called.value.id, called.attr)
        if pair in CLOCKS and name.startswith("wangge/") and name != "wangge/kit/clock.py" and not in_tests:
            yield f"{name}:{node.lineno}: {'.'.join(pair)}: time only through kit.clock"
    for keyword in node.keywords:
        if keyword.arg and keyword.arg.endswith(BANNED_LOOKUPS):
            yield f"{name}:{node.lineno}: {keyword.arg} scans the table; use a token column"


def faults() -> Iterator[str]:
    """Every fault of the tree."""
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix not in TEXT:
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        lines = text.count("\n")
        parts = set(path.relative_to(ROOT).parts[:-1])
        if name.startswith("wangge/") and parts & BANNED_PACKAGES:
            yield f"{name}: a package called {', '.join(parts & BANNED_PACKAGES)} says nothing"
        if path.suffix in {".py", ".ts"} and lines > FILE and "/migrations/" not in name:
            yield f"{name}: {lines} lines (limit {FILE}): split by intention"
        if path.suffix == ".vue" and lines > COMPONENT:
            yield f"{name}: {lines} lines (limit {COMPONENT})"
        if name != "tools/house_lint.py" and name != "LICENSE" and (found := MACHINE.search(text)):
            yield f"{name}: names a machine or a host: {found.group(0)}"
        if path.suffix == ".py":
            yield from python_faults(path, text)


def main() -> int:
    """Print the faults; exit status 1 when there is one."""
    found = list(faults())
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
