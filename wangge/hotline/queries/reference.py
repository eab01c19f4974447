"""Reference reads: codes with labels and tones, topics, categories, dispatch rules."""

from __future__ import annotations

from typing import Any

from wangge.hotline import permissions, rules
from wangge.hotline.models import Category, DispatchRule, Topic
from wangge.hotline.states import OPEN, TICKET
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor

_TABLES: dict[str, dict[str, str]] = {
    "channel": rules.CHANNELS,
    "kind": rules.KINDS,
    "urgency": rules.URGENCIES,
    "caller_type": rules.CALLER_TYPES,
    "source_level": {k: v for k, v in rules.SOURCE_LEVELS.items() if k},
    "satisfaction": rules.SATISFACTIONS,
    "solved": rules.SOLVED,
    "fit": rules.FITS,
    "duty": rules.DUTIES,
    "return_reason": rules.RETURN_REASONS,
    "extension_reason": rules.EXTENSION_REASONS,
    "suspend_reason": rules.SUSPEND_REASONS,
    "refuse_reason": rules.REFUSE_REASONS,
    "exclusion_reason": rules.EXCLUSION_REASONS,
    "callback_failure": rules.CALLBACK_FAILURES,
    "application_type": {k: v for k, v in rules.APPLICATION_TYPES.items() if k},
    "request_kind": rules.REQUEST_KINDS,
    "request_status": rules.REQUEST_STATES,
}
_TONES = {
    "urgency": {"urgent": "watch", "critical": "late"},
    "satisfaction": {"satisfied": "good", "basic": "good", "dissatisfied": "late"},
    "solved": {"yes": "good", "no": "late"},
    "fit": {"fits": "good", "does_not_fit": "late"},
    "request_status": {"pending": "watch", "approved": "good", "rejected": "late"},
}


def options() -> dict[str, list[dict[str, Any]]]:
    """Every code of the hotline with its Chinese label and its tone, in display order."""
    found: dict[str, list[dict[str, Any]]] = {
        "status": [
            {"code": c, "label": label, "tone": TICKET.tones[c], "open": c in OPEN}
            for c, label in TICKET.labels.items()
        ],
        "move": [
            {"code": c, "label": label, "tone": "", "open": True} for c, label in TICKET.move_labels.items()
        ],
    }
    for name, table in _TABLES.items():
        tones = _TONES.get(name, {})
        found[name] = [
            {"code": c, "label": label, "tone": tones.get(c, ""), "open": True} for c, label in table.items()
        ]
    return found


def topics() -> list[Topic]:
    """Active topics in display order."""
    return list(Topic.objects.filter(active=True))


def categories(parent_id: int | None = None, *, whole: bool = False) -> list[Category]:
    """The children of a category (the roots without a parent), or the ``whole`` tree, by path."""
    rows = Category.objects.filter(active=True)
    return list(rows if whole else rows.filter(parent_id=parent_id))


def dispatch_rules(actor: Actor) -> list[DispatchRule]:
    """The rule table of the dispatch suggestions, heaviest first."""
    gate.require(actor, permissions.DISPATCH)
    return list(DispatchRule.objects.select_related("category", "area", "agency").filter(active=True))
