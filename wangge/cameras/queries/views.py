"""Reading who looked at what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wangge.cameras import permissions as verbs
from wangge.cameras.models import CameraView
from wangge.kit import paging, permissions
from wangge.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class ViewCard:
    """One look."""

    id: int
    channel: str
    viewer: str
    purpose: str
    mode: str
    began_at: datetime
    seen_at: datetime
    ended_at: datetime | None
    why: str


def views_visible_to(
    actor: Actor, *, channel: str = "", viewer: str = "", cursor: str = "", limit: int = 50
) -> paging.Page[ViewCard]:
    """The newest looks first, of one channel or one viewer if named; 403 without the verb."""
    permissions.require(actor, verbs.VIEW_LOG)
    size = paging.checked_limit(limit)
    rows = CameraView.objects.order_by("-id")
    if channel:
        rows = rows.filter(channel=channel)
    if viewer:
        rows = rows.filter(viewer=viewer)
    if cursor:
        rows = rows.filter(id__lt=paging.decode(cursor, 1)[0])
    found = list(rows[: size + 1])
    more = paging.encode(found[size - 1].pk) if len(found) > size else None
    names = ("channel", "viewer", "purpose", "mode", "began_at", "seen_at", "ended_at", "why")
    return paging.Page(
        [ViewCard(row.pk, *(getattr(row, name) for name in names)) for row in found[:size]], more
    )
