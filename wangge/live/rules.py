"""Which topics there are and who may hear them. A topic carries no content, yet even "this ticket
changed" is for those who may see the ticket."""

from __future__ import annotations

from wangge.kit.actor import Actor

DESKS = frozenset(
    {"commander", "dispatcher", "shift_leader", "operator", "reviewer", "callback", "supervisor", "analyst"}
)
BY_ROLE: dict[str, frozenset[str]] = {
    "hotline.board": DESKS,
    "hotline.callback": DESKS,
    "patrol.board": DESKS | {"area_admin"},
    "wall": DESKS | {"wall", "health_officer"},
}
# What phones hear: whatever changed for them is one hint, and that they were revoked.
DEVICE, ANY_AREA, AREA = "device", "device.area:*", "device.area:"
CHANGED, REVOKED = "device.changes", "device.revoked"
MOST_TOPICS = 50
LONGEST_TOPIC = 60


def wanted(text: str) -> list[str]:
    """The topics of a ``topics=a,b`` parameter: trimmed, once each, at most fifty."""
    names = [name.strip() for name in text.split(",")]
    return list(dict.fromkeys(n for n in names if n and len(n) <= LONGEST_TOPIC))[:MOST_TOPICS]


def may_hear(actor: Actor, topic: str) -> bool | None:
    """Yes, no, or ``None``: ask the owner of the subject whether this actor may see it."""
    if topic in BY_ROLE:
        return actor.role in BY_ROLE[topic]
    kind, _, number = topic.rpartition(":")
    if not number.isdecimal() or len(number) > 18:
        return False
    if kind == "notify.post":
        return int(number) == actor.post_id
    if kind == "notify.agency":
        return int(number) == actor.agency_id
    if kind in ("hotline.unit", "patrol.unit"):
        return int(number) in actor.agency_ids or actor.role in DESKS
    return None
