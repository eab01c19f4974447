"""People of a premises: contacts and roster, masked; looks with a purpose."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from wangge.kit.http import actor_of
from wangge.premises import queries, services
from wangge.premises.api.records import PremisesBody
from wangge.premises.services import StaffDraft

router = Router()


class PremisesContactOut(Schema):
    """A contact; the number masked."""

    id: int
    role: str
    role_label: str
    name: str
    phone_masked: str
    valid_from: date


class PremisesContactIn(PremisesBody):
    """Who answers in a role from today on."""

    role: str = "main"
    name: str = Field(max_length=40)
    phone: str = Field("", max_length=40)


class StaffLookIn(PremisesBody):
    """Why a number is looked at."""

    purpose: str = Field(max_length=200)


class ContactLookIn(StaffLookIn):
    """Why, and which contact."""

    role: str = "main"


class ContactLookOut(Schema):
    """A contact in the clear, for one look."""

    name: str
    phone: str


class StaffMemberOut(Schema):
    """Somebody of the roster, masked."""

    id: int
    name_masked: str
    id_no_masked: str
    phone_masked: str
    position: str
    valid_from: date
    valid_to: date | None


class StaffPage(Schema):
    """One page of a roster."""

    items: list[StaffMemberOut]
    next_cursor: str | None


class StaffIn(PremisesBody):
    """Somebody for the roster."""

    name: str = Field(max_length=40)
    id_no: str = Field("", max_length=18)
    phone: str = Field("", max_length=40)
    position: str = Field("", max_length=40)


class StaffListIn(PremisesBody):
    """People for the roster."""

    members: list[StaffIn] = Field(min_length=1, max_length=500)


class RefusedStaffOut(Schema):
    """A line that was not stored."""

    row_no: int
    reason: str


class StaffReportOut(Schema):
    """What became of the lines."""

    added: int
    updated: int
    unchanged: int
    refused: list[RefusedStaffOut]


class StaffEndIn(PremisesBody):
    """From which day on somebody works there no more; empty: today."""

    day: date | None = None


class StaffLookOut(Schema):
    """Somebody in the clear, for one look."""

    name: str
    id_no: str
    phone: str


@router.get(
    "premises/{int:premises_id}/contacts",
    response=list[PremisesContactOut],
    operation_id="premises_list_contacts",
)
def list_contacts(request: HttpRequest, premises_id: int) -> Any:
    """Who answers there."""
    return queries.contacts_of(actor_of(request), premises_id)


@router.put(
    "premises/{int:premises_id}/contacts",
    response=list[PremisesContactOut],
    operation_id="premises_set_contact",
)
def set_contact(request: HttpRequest, premises_id: int, payload: PremisesContactIn) -> Any:
    """Who answers in a role from today on."""
    actor = actor_of(request)
    services.set_contact(actor=actor, premises_id=premises_id, **payload.dict())
    return queries.contacts_of(actor, premises_id)


@router.post(
    "premises/{int:premises_id}/contacts/reveal",
    response=ContactLookOut,
    operation_id="premises_reveal_contact",
)
def reveal_contact(request: HttpRequest, premises_id: int, payload: ContactLookIn) -> Any:
    """A contact's number, with a purpose; logged."""
    return services.reveal_contact(
        actor=actor_of(request), premises_id=premises_id, purpose=payload.purpose, role=payload.role
    )


@router.get("premises/{int:premises_id}/staff", response=StaffPage, operation_id="premises_list_staff")
def list_staff(
    request: HttpRequest, premises_id: int, former: bool = False, cursor: str = "", limit: int = 50
) -> Any:
    """The roster, masked."""
    return queries.staff_of(actor_of(request), premises_id, former=former, cursor=cursor, limit=limit)


@router.post("premises/{int:premises_id}/staff", response=StaffReportOut, operation_id="premises_put_staff")
def put_staff(request: HttpRequest, premises_id: int, payload: StaffListIn) -> Any:
    """Add people to the roster or correct them."""
    report = services.put_staff(
        actor=actor_of(request),
        premises_id=premises_id,
        members=[StaffDraft(**member.dict()) for member in payload.members],
    )
    return {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": [{"row_no": no, "reason": reason} for no, reason in report.refused],
    }


@router.post(
    "premises/{int:premises_id}/staff/{int:staff_id}/end",
    response={204: None},
    operation_id="premises_end_staff",
)
def end_staff(request: HttpRequest, premises_id: int, staff_id: int, payload: StaffEndIn) -> None:
    """Somebody works there no more."""
    services.end_staff(actor=actor_of(request), premises_id=premises_id, staff_id=staff_id, day=payload.day)


@router.post(
    "premises/{int:premises_id}/staff/{int:staff_id}/reveal",
    response=StaffLookOut,
    operation_id="premises_reveal_staff",
)
def reveal_staff(request: HttpRequest, premises_id: int, staff_id: int, payload: StaffLookIn) -> Any:
    """One person of the roster in the clear, with a purpose; logged."""
    return services.reveal_staff(
        actor=actor_of(request), premises_id=premises_id, staff_id=staff_id, purpose=payload.purpose
    )
