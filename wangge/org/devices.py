"""Phones: who has one, a code for a new one, the end of a lost one; and the door of the phone itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import segno
from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from wangge.kit import clock, sealing, signatures
from wangge.kit.errors import Forbidden
from wangge.kit.http import actor_of
from wangge.org import queries, services

router = Router()
field = Router()


class DeviceRow(Schema):
    id: int
    name: str
    app: str
    status: str
    status_label: str
    enrolled_at: datetime
    seen_at: datetime
    revoked_at: datetime | None
    post_id: int
    title: str
    account_name: str
    area_name: str
    agency_name: str


class DevicePage(Schema):
    items: list[DeviceRow]
    next_cursor: str | None


class PhonePostOut(Schema):
    id: int
    role: str
    role_label: str
    title: str
    account_name: str
    area_name: str
    agency_name: str


class EnrolmentCodeIn(Schema):
    post_id: int


class EnrolmentCodeOut(Schema):
    """``code`` is shown this once; ``qr`` is a picture of ``url`` (data URI)."""

    code: str
    url: str
    qr: str
    expires_at: datetime


class EnrolmentIn(Schema):
    """``public_key`` is an SPKI, ``proof`` the signature over ``wangge.enrol.v1``; both base64url."""

    code: str = Field(max_length=40)
    public_key: str = Field(max_length=200)
    name: str = Field("", max_length=60)
    app: str = Field("", max_length=40)
    proof: str = Field(max_length=120)


class DeviceAreaOut(Schema):
    id: int
    name: str
    kind: str


class DevicePostOut(Schema):
    id: int
    role: str
    title: str
    name: str
    area: DeviceAreaOut | None


class PhoneOut(Schema):
    device_id: int
    post: DevicePostOut
    seal_key: str
    live_url: str
    server_time: datetime


@router.get("devices", response=DevicePage, operation_id="org_list_devices")
def list_devices(
    request: HttpRequest, status: Literal["", "active", "revoked"] = "", cursor: str = "", limit: int = 50
) -> Any:
    """Phones of the own area, newest first."""
    return queries.devices_visible_to(actor_of(request), status=status, cursor=cursor, limit=limit)


@router.get("devices/posts", response=list[PhonePostOut], operation_id="org_list_phone_posts")
def list_phone_posts(request: HttpRequest) -> Any:
    """Posts that may get a phone from who asks."""
    return queries.posts_to_enrol(actor_of(request))


@router.post("devices/codes", response={201: EnrolmentCodeOut}, operation_id="org_make_enrolment_code")
def make_enrolment_code(request: HttpRequest, payload: EnrolmentCodeIn) -> Any:
    """A one-time code for a post, with its QR picture; it lives for a quarter of an hour."""
    made = services.make_enrolment_code(actor=actor_of(request), post_id=payload.post_id)
    url = f"{settings.PUBLIC_URL}/field/#enrol={made.code}"
    qr = segno.make(url, error="m").svg_data_uri(scale=6, border=2)
    return Status(201, {"code": made.code, "url": url, "qr": qr, "expires_at": made.expires_at})


@router.post("devices/{device_id}/revoke", response={204: None}, operation_id="org_revoke_device")
def revoke_device(request: HttpRequest, device_id: int) -> Any:
    """End a phone for good; it wipes itself at its next contact."""
    services.revoke_device(actor=actor_of(request), device_id=device_id)
    return Status(204, None)


def _enrolled(device_id: int, post_id: int) -> dict[str, Any]:
    return {
        "device_id": device_id,
        "post": queries.post_of_device(post_id),
        "seal_key": signatures.to_text(sealing.public_spki()),
        "live_url": f"{settings.LIVE_URL}/live",
        "server_time": clock.now(),
    }


@field.post("enrolments", response={201: PhoneOut}, auth=None, operation_id="org_enrol_device")
def enrol_device(request: HttpRequest, payload: EnrolmentIn) -> Any:
    """Bind this phone's key to the post of a one-time code."""
    device = services.enrol_device(**payload.dict())
    return Status(201, _enrolled(device.pk, device.post_id))


@field.get("device", response=PhoneOut, operation_id="org_read_device")
def read_device(request: HttpRequest) -> Any:
    """What the phone that signs is bound to today."""
    entry = getattr(request, "device", None)
    if entry is None:
        raise Forbidden("只有登记过的手机可以查询")
    return _enrolled(entry.device_id, entry.post_id)
