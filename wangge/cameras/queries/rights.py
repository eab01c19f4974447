"""Who outside the command may see which cameras, until when."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from wangge.cameras import permissions, rules
from wangge.cameras.models import CameraRight
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor


def rights_visible_to(actor: Actor) -> list[dict[str, Any]]:
    """The newest two hundred rights, ended ones included."""
    gate.require(actor, permissions.GRANT)
    rows = CameraRight.objects.annotate(agency_name=F("agency__short_name"), town_name=F("town__short_name"))
    today = clock.today()
    return [
        {
            "id": row.pk,
            "agency_id": row.agency_id,
            "agency": row.agency_name,
            "classes": [rules.CLASSES[c] for c in row.classes],
            "town": row.town_name or "",
            "playback": row.playback,
            "reason": row.reason,
            "valid_from": row.valid_from,
            "valid_to": row.valid_to,
            "given_by": row.given_by,
            "holds": row.ended_at is None and row.valid_from <= today <= row.valid_to,
        }
        for row in rows.order_by("-id")[:200]
    ]
