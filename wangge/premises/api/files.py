"""Files: preview, load, report, refused rows."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, BinaryIO, cast

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of
from wangge.premises import mapping as maps
from wangge.premises import queries, services
from wangge.premises.models import ImportBatch

router = Router()
BIGGEST = 50 * 1024 * 1024


class PremisesRefusalOut(Schema):
    """A refused row in short."""

    row_no: int
    reason: str


class PremisesLoadOut(Schema):
    """The report of a load: ``rows_in == stored + refused``; of the stored, ``unchanged`` were there and
    ``updated`` were there and changed."""

    id: int
    kind: str
    filename: str
    rows_in: int
    stored: int
    unchanged: int
    updated: int
    refused: int
    blank: int
    by_label: str
    at: datetime
    refusals: list[PremisesRefusalOut] = []


class PremisesTargetOut(Schema):
    """A field that a column may be mapped to."""

    code: str
    label: str


class PremisesPreviewOut(Schema):
    """A file before it is loaded."""

    header: list[str]
    mapping: dict[str, str]
    rows: list[list[str]]
    targets: list[PremisesTargetOut]


def opened(file: UploadedFile) -> BinaryIO:
    """The stream of an upload; ``Invalid`` for an empty or a huge one."""
    if file.file is None or not file.size:
        raise Invalid.field("file", "请选择文件")
    if file.size > BIGGEST:
        raise Invalid.field("file", "文件不超过50MB")
    return cast(BinaryIO, file.file)


def parsed(text: str) -> dict[str, Any]:
    """A mapping from its JSON; empty: the columns are found by their words."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Invalid.field("mapping", "对应关系不是有效的 JSON")
    return found


def report(request: HttpRequest, batch: ImportBatch) -> PremisesLoadOut:
    """The report with its first two hundred refusals."""
    found = queries.refusals(actor_of(request), batch.pk)
    out = PremisesLoadOut.from_orm(batch)
    out.refusals = [PremisesRefusalOut(row_no=no, reason=reason) for no, reason in found]
    return out


@router.post("imports/preview", response=PremisesPreviewOut, operation_id="premises_preview_file")
def preview_file(request: HttpRequest, file: File[UploadedFile]) -> Any:
    """The columns of a ledger, the proposed mapping and its first rows; stores nothing."""
    found = services.preview_file(actor=actor_of(request), stream=opened(file), filename=file.name or "")
    targets = [{"code": code, "label": label} for code, label in maps.LABELS.items()]
    return {
        "header": list(found.header), "mapping": found.mapping, "rows": found.rows, "targets": targets,
    }  # fmt: skip


@router.post("imports", response={201: PremisesLoadOut}, operation_id="premises_import_ledger")
def import_ledger(
    request: HttpRequest, file: File[UploadedFile], mapping: Form[str] = "", update: Form[bool] = False
) -> Any:
    """Load an enterprise ledger (CSV or XLSX, at most 50 MB) by a mapping (JSON, target → column)."""
    batch = services.import_ledger(
        actor=actor_of(request),
        stream=opened(file),
        filename=file.name or "",
        mapping=parsed(mapping),
        update=update,
    )
    return Status(201, report(request, batch))


@router.post(
    "premises/{int:premises_id}/staff/import",
    response={201: PremisesLoadOut},
    operation_id="premises_import_staff",
)
def import_staff(
    request: HttpRequest, premises_id: int, file: File[UploadedFile], mapping: Form[str] = ""
) -> Any:
    """Load the roster of one premises."""
    batch = services.import_staff(
        actor=actor_of(request),
        premises_id=premises_id,
        stream=opened(file),
        filename=file.name or "",
        mapping=parsed(mapping),
    )
    return Status(201, report(request, batch))


@router.get("imports", response=list[PremisesLoadOut], operation_id="premises_list_imports")
def list_imports(request: HttpRequest) -> Any:
    """The newest loads of ledgers."""
    return queries.import_batches(actor_of(request))


@router.get("imports/{int:batch_id}", response=PremisesLoadOut, operation_id="premises_read_import")
def read_import(request: HttpRequest, batch_id: int) -> Any:
    """One load with its refusals."""
    return report(request, queries.import_batch(actor_of(request), batch_id))


@router.get("imports/{int:batch_id}/refused.csv", operation_id="premises_download_refused")
def download_refused(request: HttpRequest, batch_id: int) -> HttpResponse:
    """The refused rows with the reason per row, as a CSV that can be corrected and loaded again."""
    content = services.refused_rows(actor=actor_of(request), batch_id=batch_id)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="refused-{batch_id}.csv"'
    response["Cache-Control"] = "no-store"
    return response
