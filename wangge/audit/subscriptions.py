"""org stands below the log: what it announces about access is written down here."""

from __future__ import annotations

from wangge.audit import services
from wangge.kit import events
from wangge.org.events import AccessRecorded


@events.subscribe(AccessRecorded)
def write_access(event: AccessRecorded) -> None:
    """One line for every change of access."""
    services.record(event.actor, event.action, subject=event.subject, purpose=event.purpose, data=event.data)
