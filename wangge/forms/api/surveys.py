"""Doors of questionnaires: template, upload, versions, preview, publish."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from wangge.forms import marking, queries, registers, services, template
from wangge.forms.compiler import as_rows
from wangge.forms.permissions import WRITE
from wangge.kit import permissions
from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of

router = Router()
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES = 4 * 2**20


class FormOut(Schema):
    """A form in a list: which version is out, which waits as a draft."""

    id: int
    code: str
    title: str
    about: str
    created_at: datetime
    published_id: int | None
    published_number: int | None
    published_at: datetime | None
    draft_id: int | None
    draft_number: int | None


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

    about: str
    digest: str
    definition: dict[str, Any]

    @staticmethod
    def resolve_about(row: Any) -> str:
        """What the form is about."""
        return str(row.form.about)


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


class RegisterFieldOut(Schema):
    """A field that a register holds: the word for the 登记字段 column."""

    key: str
    label: str


def xlsx(content: bytes, name: str) -> HttpResponse:
    """An Excel file to download."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


def _read(file: UploadedFile) -> bytes:
    if (file.size or 0) > MOST_BYTES:
        raise Invalid.field("file", "超过 4 MB,请删去无关内容")
    return bytes(file.read())


@router.get("template", operation_id="forms_read_template")
def read_template(request: HttpRequest) -> HttpResponse:
    """The Excel template to fill in."""
    permissions.require(actor_of(request), WRITE)
    held = {key: found.label for key, found in registers.known().items()}
    return xlsx(template.workbook(held), "表单模板.xlsx")


@router.get("register-fields", response=list[RegisterFieldOut], operation_id="forms_list_register_fields")
def list_register_fields(request: HttpRequest) -> Any:
    """What the registers hold and a survey must not ask for."""
    permissions.require(actor_of(request), WRITE)
    return list(registers.known().values())


@router.get("forms", response=FormPage, operation_id="forms_list_forms")
def list_forms(request: HttpRequest, cursor: str = "", limit: int = 50) -> Any:
    """Forms, newest first."""
    return queries.forms_visible_to(actor_of(request), cursor, limit)


@router.post("forms", response=UploadOut, operation_id="forms_upload_survey")
def upload_survey(request: HttpRequest, file: File[UploadedFile], about: Form[str] = "none") -> Any:
    """Upload an Excel survey: a draft version to preview, or the problems by sheet, row and column."""
    made = services.upload_survey(
        actor=actor_of(request), content=_read(file), file_name=file.name or "", about=about
    )
    return {"version": made.version, "unchanged": made.unchanged, "problems": as_rows(made.problems)}


@router.post("forms/marked", operation_id="forms_mark_survey")
def mark_survey(request: HttpRequest, file: File[UploadedFile], about: Form[str] = "none") -> HttpResponse:
    """The same file back with every problem as a comment at its cell; nothing is stored."""
    content, name = _read(file), file.name or "表单.xlsx"
    found = services.check_survey(actor=actor_of(request), content=content, file_name=name, about=about)
    if any(problem.sheet == "文件" for problem in found.problems):
        raise Invalid.field("file", found.problems[0].message)
    return xlsx(marking.marked(content, found.problems), f"批注-{name}")


@router.get("forms/{form_id}/versions", response=list[VersionRow], operation_id="forms_list_versions")
def list_versions(request: HttpRequest, form_id: int) -> Any:
    """Every version of a form, newest first."""
    return queries.versions_of(actor_of(request), form_id)


@router.delete("forms/{form_id}", response={204: None}, operation_id="forms_retire_form")
def retire_form(request: HttpRequest, form_id: int) -> None:
    """Take a form off the phones."""
    services.retire_form(actor=actor_of(request), form_id=form_id)


@router.get("versions/{version_id}", response=VersionOut, operation_id="forms_read_version")
def read_version(request: HttpRequest, version_id: int) -> Any:
    """A version with its definition: the preview."""
    return queries.version_for(actor_of(request), version_id)


@router.post("versions/{version_id}/publish", response=VersionRow, operation_id="forms_publish_version")
def publish_version(request: HttpRequest, version_id: int) -> Any:
    """Give a draft, or an earlier version once more, to the phones."""
    return services.publish_version(actor=actor_of(request), version_id=version_id)
