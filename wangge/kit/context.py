"""What every context's ``apps.py`` is: an AppConfig that opens the doors its rooms offer."""

from __future__ import annotations

import importlib
import importlib.util

from django.apps import AppConfig

ROOMS_AT_START = (
    "permissions",
    "checks",
    "events",
    "jobs",
    "subscriptions",
    "commands",
    "feeds",
    "subjects",
)


class Context(AppConfig):
    """Subclass it in ``apps.py`` with ``name`` and ``verbose_name``; the label is the last name part."""

    default = False  # Django would otherwise take this class, not the context's own
    default_auto_field = "django.db.models.BigAutoField"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.default = True

    def ready(self) -> None:
        """Import the rooms that register something when they are imported."""
        for room in ROOMS_AT_START:
            path = f"{self.name}.{room}"
            if importlib.util.find_spec(path) is not None:
                importlib.import_module(path)
