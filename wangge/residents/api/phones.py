"""What a grid worker's phone asks for online: a number to dial, one field in the clear."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from wangge.kit.http import actor_of
from wangge.residents import queries, services
from wangge.residents.api import shapes

router = Router()


@router.get("choices", response=shapes.ResidentChoicesOut, operation_id="residents_field_choices")
def list_choices(request: HttpRequest) -> Any:
    """Codes and their labels."""
    actor_of(request)
    return {"tables": queries.choices(), "care": queries.care_kinds()}


@router.post(
    "people/{int:person_id}/dial", response=shapes.ResidentDialOut, operation_id="residents_field_dial"
)
def dial(request: HttpRequest, response: HttpResponse, person_id: int, payload: shapes.ResidentDialIn) -> Any:
    """A number to dial now; written down with the purpose."""
    response["Cache-Control"] = "no-store"
    return services.phone_of(
        actor=actor_of(request), person_id=person_id, purpose=payload.purpose, phone_id=payload.phone_id
    )


@router.post(
    "people/{int:person_id}/reveal",
    response=shapes.ResidentRevealedOut,
    operation_id="residents_field_reveal",
)
def reveal(
    request: HttpRequest, response: HttpResponse, person_id: int, payload: shapes.ResidentRevealIn
) -> Any:
    """One field of one person in the clear; written down with the purpose."""
    response["Cache-Control"] = "no-store"
    value = services.reveal_field(
        actor=actor_of(request),
        person_id=person_id,
        field=payload.field,
        purpose=payload.purpose,
        phone_id=payload.phone_id,
    )
    return {"value": value}


@router.post(
    "people/{int:person_id}/phones/{int:phone_id}",
    response=shapes.ResidentDialOut,
    operation_id="residents_field_dial_number",
)
def dial_number(
    request: HttpRequest,
    response: HttpResponse,
    person_id: int,
    phone_id: int,
    payload: shapes.ResidentPurposeIn,
) -> Any:
    """This number of a person, to dial now; written down with the purpose."""
    response["Cache-Control"] = "no-store"
    return services.phone_of(
        actor=actor_of(request), person_id=person_id, purpose=payload.purpose, phone_id=phone_id
    )
