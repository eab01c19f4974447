"""Doors: write, preview, publish (console); fetch and fill (console and phone)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from wangge.forms import queries, services, template
from wangge.forms.compiler import as_rows
from wangge.forms.permissions import WRITE
from wangge.kit import permissions
from wangge.kit.http import actor_of

console = Router()
field = Router()
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FormOut(Schema):
    """A form in a list."""

    id: int
    code: str
    title: str
    about: str
    created_at: datetime


class FormPage(Schema):
    """One page of forms."""

    items: list[FormOut]
    next_cursor: str | None


class VersionRow(Schema):
    """A version without its definition."""

    id: int
    form_id: int
    number: int
    status: str
    file_name: str
    created_at: datetime
    published_at: datetime | None


class VersionOut(VersionRow):
    """A version with what a renderer needs."""

    digest: str
    definition: dict[str, Any]


class ProblemOut(Schema):
    """One thing to mend in the file; ``text`` says it all in one line."""

    sheet: str
    row: int
    column: str
    message: str
    text: str


class UploadOut(Schema):
    """The draft, or what to mend."""

    version: VersionOut | None
    unchanged: bool
    problems: list[ProblemOut]


class SheetIn(Schema):
    """A filled-in form."""

    client_id: UUID
    version_id: int
    answers: dict[str, Any]
    captured_at: datetime
    subject_kind: str = ""
    subject_id: int | None = None


class SheetOut(Schema):
    """A stored sheet."""

    id: int
    client_id: UUID
    version_id: int
    subject_kind: str
    subject_id: int | None
    answers: dict[str, Any]
    captured_at: datetime
    received_at: datetime
    by_label: str


class SheetPage(Schema):
    """One page of sheets."""

    items: list[SheetOut]
    next_cursor: str | None


@console.get("template", operation_id="forms_read_template")
def read_template(request: HttpRequest) -> HttpResponse:
    """The Excel template to fill in."""
    permissions.require(actor_of(request), WRITE)
    response = HttpResponse(template.workbook(), content_type=XLSX)
    response["Content-Disposition"] = "attachment; filename*=UTF-8''%E8%A1%A8%E5%8D%95%E6%A8%A1%E6%9D%BF.xlsx"
    return response


@console.get("forms", response=FormPage, operation_id="forms_list_forms")
def list_forms(request: HttpRequest, cursor: str = "", limit: int = 50) -> Any:
    """Forms, newest first."""
    return queries.forms_visible_to(actor_of(request), cursor, limit)


@console.post("forms", response=UploadOut, operation_id="forms_upload_survey")
def upload_survey(request: HttpRequest, file: File[UploadedFile], about: Form[str] = "none") -> Any:
    """Upload an Excel survey: a draft version to preview, or the problems by sheet, row and column."""
    made = services.upload_survey(
        actor=actor_of(request), content=file.read(), file_name=file.name or "", about=about
    )
    return {"version": made.version, "unchanged": made.unchanged, "problems": as_rows(made.problems)}


@console.get("forms/{form_id}/versions", response=list[VersionRow], operation_id="forms_list_versions")
def list_versions(request: HttpRequest, form_id: int) -> Any:
    """Every version of a form."""
    return queries.versions_of(actor_of(request), form_id)


@console.delete("forms/{form_id}", response={204: None}, operation_id="forms_retire_form")
def retire_form(request: HttpRequest, form_id: int) -> None:
    """Take a form off the phones."""
    services.retire_form(actor=actor_of(request), form_id=form_id)


@console.get("versions/{version_id}", response=VersionOut, operation_id="forms_read_version")
def read_version(request: HttpRequest, version_id: int) -> Any:
    """A version with its definition: the preview."""
    return queries.version_for(actor_of(request), version_id)


@console.post("versions/{version_id}/publish", response=VersionRow, operation_id="forms_publish_version")
def publish_version(request: HttpRequest, version_id: int) -> Any:
    """Give a draft to the phones."""
    return services.publish_version(actor=actor_of(request), version_id=version_id)


@console.get("versions/{version_id}/sheets", response=SheetPage, operation_id="forms_list_sheets")
def list_sheets(request: HttpRequest, version_id: int, cursor: str = "", limit: int = 50) -> Any:
    """What people filled in."""
    return queries.sheets_of(actor_of(request), version_id, cursor, limit)


@console.post("sheets", response=SheetOut, operation_id="forms_submit_sheet")
def submit_sheet(request: HttpRequest, payload: SheetIn) -> Any:
    """Store a sheet once."""
    return services.submit_sheet(actor=actor_of(request), sheet=services.Sheet(**payload.dict()))


@field.get("published", response=list[VersionOut], operation_id="forms_list_published")
def list_published(request: HttpRequest) -> Any:
    """What a phone keeps."""
    return queries.published(actor_of(request))


@field.post("sheets", response=SheetOut, operation_id="forms_send_sheet")
def send_sheet(request: HttpRequest, payload: SheetIn) -> Any:
    """A sheet from a phone."""
    return services.submit_sheet(actor=actor_of(request), sheet=services.Sheet(**payload.dict()))
