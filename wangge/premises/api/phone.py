"""Doors for phones: what needs the server now and is kept nowhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from wangge.kit.http import actor_of
from wangge.premises import services
from wangge.premises.api.people import ContactLookIn, ContactLookOut

router = Router()


@router.post(
    "premises/{int:premises_id}/contact",
    response=ContactLookOut,
    operation_id="premises_call_contact",
)
def call_contact(request: HttpRequest, premises_id: int, payload: ContactLookIn) -> Any:
    """A contact's number for one call, with a purpose; logged, never kept on the phone."""
    return services.reveal_contact(
        actor=actor_of(request), premises_id=premises_id, purpose=payload.purpose, role=payload.role
    )
