"""Keeps what ``kit.feeds.changed`` says."""

from __future__ import annotations

from wangge.kit import feeds
from wangge.sync import services

feeds.use(services.keep)
