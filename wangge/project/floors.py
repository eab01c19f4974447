"""The floors of the house, lowest first. The import contracts and the app list are made from it."""

from __future__ import annotations

FLOORS: tuple[tuple[str, ...], ...] = (
    ("territory",),
    ("org",),
    ("audit", "files", "live"),
    ("notify", "sync"),
    ("policy", "residents"),
    ("cameras", "premises"),
    ("casework", "forms"),
    ("campaigns", "hotline", "patrol"),
    ("flows",),
    ("reports",),
    ("bigscreen",),
    ("rehearsal",),
)

CONTEXTS: tuple[str, ...] = tuple(name for floor in FLOORS for name in floor)
