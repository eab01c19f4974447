"""Doors of filled-in sheets: fill in at a desk, list, open, reveal, take away."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import FileResponse, HttpRequest
from ninja import File, Form, Router, Schema
from ninja.files import UploadedFile

from wangge.files import queries as files
from wangge.files import services as file_services
from wangge.forms import queries, services
from wangge.forms.api.surveys import XLSX
from wangge.forms.permissions import FILL
from wangge.forms.queries import SheetFilter
from wangge.kit import clock, permissions
from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of

router = Router()
MOST_BYTES = 20 * 2**20


class SheetIn(Schema):
    """A filled-in form."""

    client_id: UUID
    version_id: int
    answers: dict[str, Any]
    captured_at: datetime
    subject_kind: str = ""
    subject_id: int | None = None


class SheetRow(Schema):
    """A stored sheet in a list: who, when, where, the answers with masks."""

    id: int
    client_id: UUID
    version_id: int
    subject_kind: str
    subject_id: int | None
    answers: dict[str, Any]
    captured_at: datetime
    received_at: datetime
    by_label: str
    town: str
    village: str
    grid: str

    @staticmethod
    def resolve_town(row: Any) -> str:
        """Name of the town."""
        return row.town.name if row.town else ""

    @staticmethod
    def resolve_village(row: Any) -> str:
        """Name of the village."""
        return row.village.name if row.village else ""

    @staticmethod
    def resolve_grid(row: Any) -> str:
        """Name of the grid."""
        return row.grid.name if row.grid else ""


class SheetFile(Schema):
    """A photo, recording or signature of a sheet that has arrived."""

    client_id: UUID
    kind: str
    mime: str
    url: str


class SheetOut(Schema):
    """One sheet with its files and the titles of what it names."""

    sheet: SheetRow
    title: str
    number: int
    definition: dict[str, Any]
    subject_title: str
    has_sealed: bool
    files: list[SheetFile]
    titles: dict[str, dict[int, str]]


class SheetPage(Schema):
    """One page of sheets."""

    items: list[SheetRow]
    next_cursor: str | None


class RevealIn(Schema):
    """Which personal answer to show and why."""

    path: str
    purpose: str


class RevealOut(Schema):
    """One personal answer."""

    path: str
    value: Any


class LookupOut(Schema):
    """One record a look-up offers."""

    id: int
    title: str
    detail: str


class LookupIn(Schema):
    """Words to look for; in the body, for they may be a person's name."""

    kind: str
    words: str = ""


class HeldOut(Schema):
    """What the registers hold of a subject: prefilled, read-only."""

    title: str
    values: dict[str, Any]


class SheetFileOut(Schema):
    """A file under the id that names it in the answers."""

    client_id: UUID


def _filter(area: int | None, since: date | None, until: date | None, mine: bool) -> SheetFilter:
    return SheetFilter(area, since, until, mine)


@router.get("versions/{version_id}/sheets", response=SheetPage, operation_id="forms_list_sheets")
def list_sheets(
    request: HttpRequest,
    version_id: int,
    area: int | None = None,
    since: date | None = None,
    until: date | None = None,
    mine: bool = False,
    cursor: str = "",
    limit: int = 50,
) -> Any:
    """What people filled in, newest first; personal answers masked."""
    wanted = _filter(area, since, until, mine)
    return queries.sheets_of(actor_of(request), version_id, wanted, cursor, limit)


@router.get("versions/{version_id}/sheets.xlsx", operation_id="forms_export_sheets")
def export_sheets(
    request: HttpRequest,
    version_id: int,
    area: int | None = None,
    since: date | None = None,
    until: date | None = None,
) -> FileResponse:
    """The same as an Excel file: at most 20,000 rows, masked, recorded."""
    actor = actor_of(request)
    out = services.export_sheets(
        actor=actor, version_id=version_id, wanted=_filter(area, since, until, False)
    )
    name = queries.version_for(actor, version_id).form.title
    response = FileResponse(out, content_type=XLSX)
    stamp = clock.local().strftime("%Y%m%d-%H%M")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{name}-{stamp}.xlsx')}"
    return response


@router.get("sheets/{sheet_id}", response=SheetOut, operation_id="forms_read_sheet")
def read_sheet(request: HttpRequest, sheet_id: int) -> Any:
    """One sheet in scope."""
    actor = actor_of(request)
    row = queries.sheet_for(actor, sheet_id)
    found = files.attachments_of(queries.KIND, [row.pk]).get(row.pk, [])
    about = queries.lookup_titles(actor, row.subject_kind, [row.subject_id]) if row.subject_id else {}
    return {
        "sheet": row,
        "title": row.version.form.title,
        "number": row.version.number,
        "definition": row.version.definition,
        "subject_title": about.get(row.subject_id or 0, ""),
        "has_sealed": bool(row.sealed),
        "files": [f for f in found if f.client_id is not None],
        "titles": queries.titles_in(actor, row),
    }


@router.post("sheets", response=SheetRow, operation_id="forms_submit_sheet")
def submit_sheet(request: HttpRequest, payload: SheetIn) -> Any:
    """Store a sheet once."""
    return services.submit_sheet(actor=actor_of(request), sheet=services.Sheet(**payload.dict()))


@router.post("sheets/{sheet_id}/reveal", response=RevealOut, operation_id="forms_reveal_answer")
def reveal_answer(request: HttpRequest, sheet_id: int, payload: RevealIn) -> Any:
    """Show one personal answer, with a purpose, recorded."""
    return services.reveal_answer(
        actor=actor_of(request), sheet_id=sheet_id, path=payload.path, purpose=payload.purpose
    )


@router.post("files", response=SheetFileOut, operation_id="forms_store_file")
def store_file(
    request: HttpRequest, file: File[UploadedFile], client_id: Form[UUID], kind: Form[str] = "photo"
) -> Any:
    """A photo, recording or signature for a sheet that is being filled in at a desk."""
    actor = actor_of(request)
    permissions.require(actor, FILL)
    if (file.size or 0) > MOST_BYTES:
        raise Invalid.field("file", "超过 20 MB,请压缩后再上传")
    return file_services.put(actor=actor, client_id=client_id, raw=file.read(), kind=kind)


@router.post("lookups", response=list[LookupOut], operation_id="forms_search_subjects")
def search_subjects(request: HttpRequest, payload: LookupIn) -> Any:
    """Records a look-up question, or the choice of a subject, offers."""
    return queries.search_subjects(actor_of(request), payload.kind, payload.words)


@router.get("held/{kind}/{subject_id}", response=HeldOut, operation_id="forms_read_held")
def read_held(request: HttpRequest, kind: str, subject_id: int) -> Any:
    """What the registers hold of a subject in sight; numbers masked."""
    return queries.held_for(actor_of(request), kind, subject_id)
