"""The live process: server-sent events and, later, the express doors. Pages are WSGI's."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wangge.project.settings")
django.setup()

from wangge.live.express import application  # noqa: E402

__all__ = ["application"]
