"""Uploading and downloading; the owner's gate decides."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import FileResponse, HttpRequest
from ninja import File, Form, Header, Router, Schema, Status
from ninja.files import UploadedFile

from wangge.files import queries, services
from wangge.kit import subjects
from wangge.kit.errors import Invalid, NotFound
from wangge.kit.http import actor_of

console = Router()
field = Router()
SHOWN_INLINE = {"image/jpeg", "image/png", "image/webp", "video/mp4"}
SHOWN_INLINE |= {"audio/mpeg", "audio/mp4", "audio/webm", "audio/ogg"}


class AttachmentOut(Schema):
    """``status`` quarantined: kept, but nobody can download it."""

    id: int
    kind: str
    name: str
    mime: str
    size: int
    status: str
    by_label: str
    at: datetime
    url: str


class StoredFileOut(Schema):
    id: int
    client_id: UUID


@console.post("attachments", response={201: AttachmentOut}, operation_id="files_upload_attachment")
def upload(
    request: HttpRequest,
    file: File[UploadedFile],
    subject: Form[str] = "",
    kind: Form[Literal["attachment", "photo", "audio", "reply", "evidence"]] = "attachment",
) -> Any:
    """Keep a file for ``subject`` (``hotline.ticket:7``), or staged for this post when it is empty."""
    actor = actor_of(request)
    if not subject:
        return Status(201, queries.card(services.stage(actor=actor, upload=file, kind=kind)))
    try:
        subject_kind, subject_id = subjects.parse(subject)
    except ValueError as error:
        raise Invalid.field("subject", "附件所属对象写法不正确") from error
    if subject_kind == queries.STAGING:
        raise NotFound
    queries.check_gate(actor, subject_kind, subject_id)
    row = services.store(
        actor=actor, upload=file, subject_kind=subject_kind, subject_id=subject_id, kind=kind
    )
    return Status(201, queries.card(row))


@console.get("attachments/{attachment_id}", operation_id="files_download_attachment")
def download(request: HttpRequest, attachment_id: int, inline: bool = False) -> FileResponse:
    """The file itself; ``inline`` shows pictures and plays sound, everything else is always saved."""
    row = queries.attachment_for(actor_of(request), attachment_id)
    shown = inline and row.mime in SHOWN_INLINE
    response = FileResponse(
        services.opened(row), as_attachment=not shown, filename=row.name, content_type=row.mime
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


BYTES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@field.put("{uuid:client_id}", response=StoredFileOut, operation_id="files_put_file", openapi_extra=BYTES)
def put_file(request: HttpRequest, client_id: UUID, x_kind: Header[str] = "photo") -> Any:
    """Keep the bytes of a photo, signature or recording under the phone's own id; again is harmless."""
    row = services.put(actor=actor_of(request), client_id=client_id, raw=request.body, kind=x_kind)
    return {"id": row.pk, "client_id": client_id}


@field.get("attachments/{attachment_id}", operation_id="files_show_attachment")
def show(request: HttpRequest, attachment_id: int) -> FileResponse:
    """A picture or recording to look at on the phone, through its owner's gate."""
    return download(request, attachment_id, inline=True)
