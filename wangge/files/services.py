"""Taking files in: type by content, limits, pictures drawn anew without their EXIF data."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import IO, Protocol

from django.conf import settings
from django.db import transaction
from PIL import Image, ImageOps, UnidentifiedImageError

from wangge.files import permissions as verbs
from wangge.files import rules
from wangge.files.models import Attachment
from wangge.files.queries import STAGING
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, NotFound
from wangge.kit.ids import uuid7

CHUNK = 1024 * 1024


class Upload(Protocol):
    """What a web upload and an open file have in common."""

    name: str | None

    def read(self, size: int = -1, /) -> bytes: ...


def store(
    *, actor: Actor, upload: Upload, subject_kind: str, subject_id: int, kind: str = "attachment"
) -> Attachment:
    """Keep an upload for a subject; the caller has passed the subject's gate.

    Allowed: jpg png webp pdf docx xlsx mp3 m4a amr mp4, told by content. Pictures are drawn anew,
    turned upright, without EXIF, at most 4,096 px a side. Unknown types are kept in quarantine: nobody
    can download them. Raises 413 ``too_large``, 400 ``empty_file``, 400 ``broken_picture``.
    """
    permissions.require(actor, verbs.ADD)
    raw = _read(upload)
    code = recognise(raw)
    name = upload.name or "附件"
    if not code:
        ending, mime, status = "bin", "application/octet-stream", "quarantined"
    else:
        file_type = rules.TYPES[code]
        if len(raw) > file_type.limit:
            raise too_large(file_type.limit)
        ending, mime, status = code, file_type.mime, "ready"
        raw = redrawn(raw, code) if file_type.picture else raw
    path = _write(raw, ending, status)
    return Attachment.objects.create(
        subject_kind=subject_kind,
        subject_id=subject_id,
        kind=kind[:30],
        name=rules.safe_name(name, ending),
        mime=mime,
        size=len(raw),
        sha256=hashlib.sha256(raw).digest(),
        path=path,
        status=status,
        by_post_id=actor.post_id,
        by_label=actor.label[:90],
        at=clock.now(),
    )


def stage(*, actor: Actor, upload: Upload, kind: str = "attachment") -> Attachment:
    """Keep an upload for something that is not written yet; only its uploader sees it."""
    return store(actor=actor, upload=upload, subject_kind=STAGING, subject_id=actor.post_id or 0, kind=kind)


@transaction.atomic
def attach(*, actor: Actor, attachment_ids: Iterable[int], subject_kind: str, subject_id: int) -> int:
    """Hand staged uploads of this post to a subject; raises ``NotFound`` for any that is not its own."""
    ids = set(attachment_ids)
    mine = Attachment.objects.filter(pk__in=ids, subject_kind=STAGING, subject_id=actor.post_id or 0)
    if mine.update(subject_kind=subject_kind, subject_id=subject_id) != len(ids):
        raise NotFound("附件不存在,或不是您上传的")
    return len(ids)


def _read(upload: Upload) -> bytes:
    parts, size = [], 0
    while part := upload.read(CHUNK):
        size += len(part)
        if size > rules.LARGEST:
            raise too_large(rules.LARGEST)
        parts.append(part)
    if not size:
        raise BusinessError("文件是空的", code="empty_file")
    return b"".join(parts)


def too_large(limit: int) -> BusinessError:
    """The 413 for a limit in bytes."""
    text = f"文件超过 {limit // rules.MEGABYTE} MB,请压缩后再上传"
    return BusinessError(text, code="too_large", status=413, data={"limit": limit})


def recognise(raw: bytes) -> str:
    """The type code of a file by its content; ``""`` when it is none we allow."""
    code = rules.by_magic(raw[: rules.HEAD])
    if code != "zip":
        return code
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            return rules.office_type(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ""


def redrawn(raw: bytes, code: str) -> bytes:
    """The same picture, upright, without EXIF, place or comment; raises 400 when it is none."""
    formats = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
    try:
        with Image.open(io.BytesIO(raw), formats=[formats[code]]) as picture:
            if picture.width * picture.height > rules.MOST_PIXELS:
                raise BusinessError("图片尺寸过大,请缩小后再上传", code="too_many_pixels", status=413)
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((rules.LONGEST_SIDE, rules.LONGEST_SIDE))
            mode = "RGBA" if code != "jpg" and "A" in upright.getbands() else "RGB"
            clean = Image.new(mode, upright.size)
            clean.paste(upright.convert(mode))
            out = io.BytesIO()
            clean.save(out, formats[code], quality=88)
            return out.getvalue()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BusinessError("图片已损坏,无法读取", code="broken_picture") from error


def _write(raw: bytes, ending: str, status: str) -> str:
    """Write below the files' root, private to this account, durable before its row; returns the path."""
    folder = "quarantine" if status == "quarantined" else clock.today().strftime("%Y/%m")
    relative = f"{folder}/{uuid7().hex}.{ending}"
    path = Path(settings.FILES_ROOT) / relative
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    return relative


def opened(row: Attachment) -> IO[bytes]:
    """The bytes of a stored file; a quarantined one is a 423, a missing one a 410."""
    if row.status != "ready":
        raise BusinessError("文件类型未识别,已隔离,不能下载", code="quarantined", status=423)
    try:
        return (Path(settings.FILES_ROOT) / row.path).open("rb")
    except FileNotFoundError as error:
        raise BusinessError("文件已按期清除", code="gone", status=410) from error


def sweep() -> tuple[int, int]:
    """Remove staged uploads older than two days, then files older than a day that no row names.

    Returns (rows, files) removed. A file is written before its row commits, so a rollback leaves it.
    """
    now = clock.now()
    with transaction.atomic():
        stale = Attachment.objects.filter(subject_kind=STAGING, at__lt=now - timedelta(days=2))
        rows = stale.delete()[0]
    root = Path(settings.FILES_ROOT)
    before = (now - timedelta(days=1)).timestamp()
    names = [p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()]
    gone = 0
    for start in range(0, len(names), 500):
        part = names[start : start + 500]
        known = set(Attachment.objects.filter(path__in=part).values_list("path", flat=True))
        for name in set(part) - known:
            if (root / name).stat().st_mtime < before:
                (root / name).unlink(missing_ok=True)
                gone += 1
    return rows, gone
