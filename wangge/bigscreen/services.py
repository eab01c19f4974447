"""Every write of the wall: its mode."""

from __future__ import annotations

from django.db import transaction

from wangge.audit import services as audit
from wangge.bigscreen import permissions as verbs
from wangge.bigscreen import queries
from wangge.bigscreen.models import ModeChange
from wangge.bigscreen.rules import MODES
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.live import services as live


@transaction.atomic
def set_mode(*, actor: Actor, mode: str, reason: str) -> ModeChange:
    """Go over to another mode, with a reason; audited, shown on every wall at once.

    422 for an unknown mode or no reason, 409 when the centre is in this mode already.
    """
    permissions.require(actor, verbs.MODE)
    if mode not in MODES:
        raise Invalid.field("mode", "模式应为平时、战时或演练")
    if len(reason.strip()) < 2:
        raise Invalid.field("reason", "请填写切换原因")
    if queries.mode() == mode:
        raise Conflict(f"当前已是{MODES[mode]}模式", code="same_mode")
    change = ModeChange.objects.create(
        mode=mode, at=clock.now(), reason=reason.strip()[:200], by=actor.key, by_label=actor.label
    )
    audit.record(actor, "bigscreen.mode.changed", subject=f"bigscreen.mode:{change.pk}", data={"mode": mode})
    live.announce("wall")
    return change
