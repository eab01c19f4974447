"""Doors for ledgers of people: load, report, refused rows."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, BinaryIO, cast

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of
from wangge.residents import queries, services
from wangge.residents.models import ImportBatch

router = Router()
BIGGEST = 50 * 1024 * 1024


class PeopleRefusalOut(Schema):
    """A refused row in short."""

    row_no: int
    reason: str


class PeopleImportOut(Schema):
    """The report of a load: ``rows_in == stored + refused``; ``unchanged`` and ``updated`` are stored ones
    that were known before."""

    id: int
    source: str
    filename: str
    purpose: str
    rows_in: int
    stored: int
    unchanged: int
    updated: int
    refused: int
    blank: int
    by_label: str
    at: datetime
    refusals: list[PeopleRefusalOut] = []


class TargetOut(Schema):
    """A field a column may be mapped to."""

    code: str
    label: str


def report(request: HttpRequest, batch: ImportBatch) -> PeopleImportOut:
    """The report with its first two hundred refusals."""
    out = PeopleImportOut.from_orm(batch)
    found = queries.refusals(actor_of(request), batch.pk)
    out.refusals = [PeopleRefusalOut(row_no=no, reason=reason) for no, reason in found]
    return out


@router.post("imports", response={201: PeopleImportOut}, operation_id="residents_import_people")
def import_people(
    request: HttpRequest, file: File[UploadedFile], mapping: Form[str], purpose: Form[str] = "grid_service"
) -> Any:
    """Load a CSV or XLSX by a mapping (JSON); at most 50 MB."""
    if file.file is None or not file.size:
        raise Invalid.field("file", "请选择文件")
    if file.size > BIGGEST:
        raise Invalid.field("file", "文件不超过50MB")
    try:
        parsed = json.loads(mapping)
    except ValueError:
        parsed = None
    if not isinstance(parsed, dict):
        raise Invalid.field("mapping", "对应关系不是有效的 JSON")
    batch = services.import_people(
        actor=actor_of(request),
        stream=cast(BinaryIO, file.file),
        filename=file.name or "",
        mapping=parsed,
        purpose=purpose,
    )
    return Status(201, report(request, batch))


@router.get("imports", response=list[PeopleImportOut], operation_id="residents_list_imports")
def list_imports(request: HttpRequest) -> Any:
    """The newest loads."""
    return queries.import_batches(actor_of(request))


@router.get("imports/{int:batch_id}", response=PeopleImportOut, operation_id="residents_read_import")
def read_import(request: HttpRequest, batch_id: int) -> Any:
    """One load with its refusals."""
    return report(request, queries.import_batch(actor_of(request), batch_id))


@router.get("imports/{int:batch_id}/refused.csv", operation_id="residents_download_refused")
def download_refused(request: HttpRequest, batch_id: int) -> HttpResponse:
    """The refused rows with the reason per row, as a CSV that can be corrected and loaded again."""
    content = services.refused_rows(actor=actor_of(request), batch_id=batch_id)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="refused-{batch_id}.csv"'
    response["Cache-Control"] = "no-store"
    return response
