"""What every intention of the hotline does the same way: fetch through the gate, move, write, tell.

``fetch`` locks the row, so one ticket's story is told by one person at a time; ``move`` is the one
place where a state changes, a timeline line is written and the desks are told.
"""

from __future__ import annotations

from typing import Any

from wangge.audit import services as audit
from wangge.casework import services as casework
from wangge.hotline import events, queries, rules
from wangge.hotline.models import Ticket, TicketUnit
from wangge.hotline.states import OPEN, TICKET
from wangge.kit import crypto, feeds, permissions
from wangge.kit import events as announcements
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.kit.subjects import subject
from wangge.live import services as live
from wangge.notify import services as notify

KIND = queries.KIND


def fetch(actor: Actor, permission: str, ticket_id: int) -> Ticket:
    """The ticket, locked, if the role may do this and the row is in the actor's scope.

    Raises ``Forbidden`` (role) or ``NotFound`` (absent or out of scope).
    """
    permissions.require(actor, permission)
    return queries.ticket_for(actor, ticket_id, lock=True)


def move(
    actor: Actor,
    ticket: Ticket,
    name: str,
    *,
    reason: str = "",
    public: bool = False,
    data: dict[str, Any] | None = None,
    **columns: Any,
) -> None:
    """Make one move: state, version, move row, timeline line, audit line, announcements."""
    source = ticket.status
    TICKET.apply(ticket, name, by=actor, reason=reason, data=data, version=ticket.version + 1, **columns)
    written(actor, ticket, name, TICKET.move_labels[name], reason, public=public, data=data)
    announcements.announce(
        events.TicketMoved(ticket_id=ticket.pk, move=name, source=source, target=ticket.status)
    )


def written(
    actor: Actor,
    ticket: Ticket,
    action: str,
    label: str,
    text: str = "",
    *,
    public: bool = False,
    data: dict[str, Any] | None = None,
) -> None:
    """A timeline line and an audit line, and "something changed" for the desks that watch."""
    casework.note(
        actor=actor,
        subject_kind=KIND,
        subject_id=ticket.pk,
        action=action,
        label=label,
        text=clean(ticket, text),
        public=public,
        data=data,
    )
    audit.record(actor, f"hotline.ticket.{action}", subject=subject(KIND, ticket.pk))
    tell(ticket)


def clean(ticket: Ticket, text: str) -> str:
    """The text as everybody who sees the ticket may read it."""
    if not text or not ticket.confidential:
        return text
    return rules.redact(text, [crypto.unseal("name", ticket.caller_sealed)])


def tell(ticket: Ticket, *, also_grid: int | None = None) -> None:
    """ "Something changed" on the board, the ticket's page, its unit's inbox, the call-back desk, the
    phones of its grid (and of the one it was taken from)."""
    grids = {ticket.grid_id, also_grid} - {None}
    if grids:
        feeds.changed(KIND, ticket.pk, area_ids=[pk for pk in grids if pk is not None])
    live.announce("hotline.board", ticket=ticket.pk)
    live.announce(f"hotline.ticket:{ticket.pk}", ticket=ticket.pk)
    if ticket.lead_agency_id:
        live.announce(f"hotline.unit:{ticket.lead_agency_id}", ticket=ticket.pk)
    if ticket.status == "awaiting_callback":
        live.announce("hotline.callback", ticket=ticket.pk)


def inform(agency_id: int, ticket: Ticket, kind: str, title: str, text: str, *, urgent: bool = False) -> None:
    """A message to an agency about a ticket; never with the caller's name or number."""
    notify.send(
        to_agency_id=agency_id,
        kind=kind,
        subject=subject(KIND, ticket.pk),
        title=title,
        text=text,
        urgent=urgent or ticket.urgency == "critical",
    )
    live.announce(f"hotline.unit:{agency_id}", ticket=ticket.pk)


def unit_of(actor: Actor, ticket: Ticket) -> TicketUnit:
    """The active unit of the ticket for which the actor works, the lead before the others.

    Raises ``Conflict`` when none of the actor's agencies has an active assignment.
    """
    units = TicketUnit.objects.filter(ticket_id=ticket.pk, active=True)
    if actor.kind != "system":
        units = units.filter(agency_id__in=actor.agency_ids)
    found = sorted(units, key=lambda unit: (unit.assignment_id != ticket.lead_assignment_id, unit.pk))
    if not found:
        raise Conflict("工单不在您单位手中", code="not_your_assignment")
    return found[0]


def is_lead(ticket: Ticket, unit: TicketUnit) -> bool:
    """Whether this unit's assignment is the ticket's lead one."""
    return unit.assignment_id == ticket.lead_assignment_id


def assignment_of(unit: TicketUnit) -> int:
    """The unit's assignment in casework."""
    if unit.assignment_id is None:
        raise Conflict("工单不在您单位手中", code="not_your_assignment")
    return unit.assignment_id


def allow(ticket: Ticket, name: str) -> None:
    """Raise the machine's ``Conflict`` before anything is written, when the state forbids the move."""
    if name not in TICKET.allowed(ticket.status):
        state, verb = TICKET.labels[ticket.status], TICKET.move_labels[name]
        data = {"status": ticket.status, "move": name}
        raise Conflict(f"当前状态“{state}”不能进行“{verb}”", code="wrong_state", data=data)


def must_be_open(ticket: Ticket) -> None:
    """Raise ``Conflict`` when the ticket has ended."""
    if ticket.status not in OPEN:
        state = TICKET.labels[ticket.status]
        raise Conflict(f"工单{state},不能再办理", code="wrong_state", data={"status": ticket.status})


def need(value: str, field: str, message: str) -> str:
    """The text without outer blanks; ``Invalid`` with the message when nothing is left."""
    text = value.strip()
    if not text:
        raise Invalid.field(field, message)
    return text


def one_of(value: str, codes: dict[str, str], field: str) -> str:
    """The code if it is known; ``Invalid`` otherwise."""
    if value not in codes:
        raise Invalid.field(field, "不在可选范围内")
    return value
