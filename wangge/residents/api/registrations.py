"""Registrations of arrivals on the console; what was erased."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from wangge.kit.http import actor_of
from wangge.residents import queries, services
from wangge.residents.api import shapes

router = Router()


class RegistrationQuery(Schema):
    """What to look for."""

    kind: str = ""
    area_id: int | None = None
    from_code: str = ""
    arrived_from: date | None = None
    arrived_to: date | None = None
    symptoms: bool = False
    person_id: int | None = None
    cursor: str = ""
    limit: int = 50

    def wanted(self) -> queries.RegistrationFilter:
        """As the query takes it."""
        return queries.RegistrationFilter(**self.dict(exclude={"cursor", "limit"}))


class ErasureOut(Schema):
    """Evidence of what was erased."""

    id: int
    dataset: str
    rows: int
    ids_sha256: str
    expired_before: datetime
    method: str
    at: datetime


class ErasurePage(Schema):
    """Evidence, newest first."""

    items: list[ErasureOut]
    next_cursor: str | None


@router.get("registrations", response=shapes.RegistrationPage, operation_id="residents_list_registrations")
def list_registrations(request: HttpRequest, query: Query[RegistrationQuery]) -> Any:
    """Arrivals in scope, newest first."""
    return queries.registrations(actor_of(request), query.wanted(), query.cursor, query.limit)


@router.get(
    "registrations/{int:registration_id}",
    response=shapes.RegistrationOut,
    operation_id="residents_read_registration",
)
def read_registration(request: HttpRequest, registration_id: int) -> Any:
    """One arrival."""
    return queries.registration(actor_of(request), registration_id)


@router.post(
    "registrations", response={201: shapes.RegistrationOut}, operation_id="residents_register_arrival"
)
def register_arrival(request: HttpRequest, payload: shapes.ArrivalIn) -> Any:
    """Register somebody who came from elsewhere."""
    actor = actor_of(request)
    person, journey = payload.drafts()
    done = services.register_arrival(actor=actor, person=person, journey=journey)
    return Status(201, queries.registration_rows(actor, [done])[0])


@router.get("erasures", response=ErasurePage, operation_id="residents_list_erasures")
def list_erasures(request: HttpRequest, cursor: str = "", limit: int = 50) -> Any:
    """What was erased when its time was over."""
    return queries.erasures(actor_of(request), cursor, limit)
