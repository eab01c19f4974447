"""Doors for foreign ledgers: load, report, refused rows, saved mappings."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from wangge.hotline import queries, services
from wangge.hotline.api.papers import Strict, opened
from wangge.hotline.models import ImportBatch
from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of

router = Router()
BIGGEST = 50 * 1024 * 1024


class RefusalOut(Schema):
    """A refused row in short."""

    row_no: int
    reason: str


class ImportOut(Schema):
    """The report of a load: ``rows_in == stored + refused``; ``unchanged`` of the stored were there."""

    id: int
    source: str
    filename: str
    rows_in: int
    stored: int
    unchanged: int
    refused: int
    blank: int
    by_label: str
    at: datetime
    refusals: list[RefusalOut] = []


class ProfileOut(Schema):
    """A saved mapping."""

    id: int
    name: str
    source: str
    mapping: dict[str, Any]
    changed_at: datetime


class ProfileIn(Strict):
    """A mapping to keep."""

    name: str
    mapping: dict[str, Any]


def report(request: HttpRequest, batch: ImportBatch) -> ImportOut:
    """The report with its first two hundred refusals."""
    found = queries.refusals(actor_of(request), batch.pk)
    out = ImportOut.from_orm(batch)
    out.refusals = [RefusalOut(row_no=no, reason=reason) for no, reason in found]
    return out


@router.post("imports", response={201: ImportOut}, operation_id="hotline_import_ledger")
def import_ledger(request: HttpRequest, file: File[UploadedFile], mapping: Form[str]) -> Any:
    """Load a CSV or XLSX by a mapping (JSON); at most 50 MB."""
    if file.size is not None and file.size > BIGGEST:
        raise Invalid.field("file", "文件不超过50MB")
    try:
        parsed = json.loads(mapping)
    except ValueError:
        parsed = None
    if not isinstance(parsed, dict):
        raise Invalid.field("mapping", "对应关系不是有效的 JSON")
    batch = services.import_ledger(
        actor=actor_of(request), stream=opened(file), filename=file.name or "", mapping=parsed
    )
    return Status(201, report(request, batch))


@router.get("imports", response=list[ImportOut], operation_id="hotline_list_imports")
def list_imports(request: HttpRequest) -> Any:
    """The newest loads."""
    return queries.import_batches(actor_of(request))


@router.get("imports/{int:batch_id}", response=ImportOut, operation_id="hotline_read_import")
def read_import(request: HttpRequest, batch_id: int) -> Any:
    """One load with its refusals."""
    return report(request, queries.import_batch(actor_of(request), batch_id))


@router.get("imports/{int:batch_id}/refused.csv", operation_id="hotline_download_refused")
def download_refused(request: HttpRequest, batch_id: int) -> HttpResponse:
    """The refused rows with the reason per row, as a CSV that can be corrected and loaded again."""
    content = services.refused_rows(actor=actor_of(request), batch_id=batch_id)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="refused-{batch_id}.csv"'
    response["Cache-Control"] = "no-store"
    return response


@router.get("import-profiles", response=list[ProfileOut], operation_id="hotline_list_import_profiles")
def list_profiles(request: HttpRequest) -> Any:
    """Saved mappings."""
    return queries.profiles(actor_of(request))


@router.post("import-profiles", response=ProfileOut, operation_id="hotline_save_import_profile")
def save_profile(request: HttpRequest, payload: ProfileIn) -> Any:
    """Keep a mapping."""
    return services.save_profile(actor=actor_of(request), name=payload.name, mapping=payload.mapping)
