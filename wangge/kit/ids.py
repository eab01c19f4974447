"""Ids made outside the database."""

from __future__ import annotations

import uuid

import uuid6


def uuid7() -> uuid.UUID:
    """A time-ordered UUID (RFC 9562 version 7)."""
    return uuid.UUID(int=uuid6.uuid7().int)
