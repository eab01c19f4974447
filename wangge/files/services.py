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
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from PIL import Image, ImageOps, UnidentifiedImageError

from wangge.files import permissions as verbs
from wangge.files import rules
from wangge.files.models import Attachment, FileClaim
from wangge.files.queries import STAGING, owner_of
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Conflict, Invalid, NotFound
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

    Allowed: jpg png webp pdf docx xlsx mp3 m4a amr webm ogg mp4, told by content. Pictures are drawn
    anew, turned upright, without EXIF, at most 4,096 px a side. Unknown types are kept in quarantine:
    nobody can download them. Raises 413 ``too_large``, 400 ``empty_file``, 400 ``broken_picture``.
    """
    permissions.require(actor, verbs.ADD)
    row = _kept(actor, _read(upload), upload.name or "附件", kind)
    row.subject_kind, row.subject_id = subject_kind, subject_id
    row.save(force_insert=True)
    return row


def _kept(actor: Actor, raw: bytes, name: str, kind: str) -> Attachment:
    """The bytes on the disk and a row for them that is not saved yet."""
    code = recognise(raw)
    if not code:
        ending, mime, status = "bin", "application/octet-stream", "quarantined"
    else:
        file_type = rules.TYPES[code]
        if len(raw) > file_type.limit:
            raise too_large(file_type.limit)
        ending, mime, status = code, file_type.mime, "ready"
        raw = redrawn(raw, code) if file_type.picture else raw
    return Attachment(
        kind=kind[:30],
        name=rules.safe_name(name, ending),
        mime=mime,
        size=len(raw),
        sha256=hashlib.sha256(raw).digest(),
        path=_write(raw, ending, status),
        status=status,
        by_post_id=actor.post_id,
        by_label=actor.label[:90],
        at=clock.now(),
    )


def put(*, actor: Actor, client_id: UUID, raw: bytes, kind: str) -> Attachment:
    """Keep a file that a phone took, under the id the phone gave it; the same bytes again change nothing.

    ``kind`` is photo, signature or audio. When a business has named it already, it goes there at once;
    else it waits, seen by this phone alone. Raises 422 for content that does not fit the kind, 409
    ``other_content`` for other bytes under the same id or an id that another phone has.
    """
    permissions.require(actor, verbs.ADD)
    if kind not in rules.FROM_PHONES:
        raise Invalid.field("X-Kind", "应为 photo、signature 或 audio")
    digest = hashlib.sha256(raw).digest()
    if (known := _known(actor, client_id, digest)) is not None:
        return known
    if not raw:
        raise BusinessError("文件是空的", code="empty_file")
    if recognise(raw) not in rules.FROM_PHONES[kind]:
        raise Invalid.field("X-Kind", "文件内容与类别不符")
    row = _kept(actor, raw, rules.NAMES[kind], kind)
    row.client_id, row.sent_sha256 = client_id, digest
    row.by_device_id = int(actor.device_id) if actor.device_id else None
    with transaction.atomic():
        _one_at_a_time(actor)
        if (known := _known(actor, client_id, digest)) is not None:
            return known
        claim = FileClaim.objects.filter(owner=owner_of(actor), client_id=client_id).first()
        row.subject_kind = claim.subject_kind if claim else STAGING
        row.subject_id = claim.subject_id if claim else actor.post_id or 0
        row.save(force_insert=True)
    return row


def _known(actor: Actor, client_id: UUID, digest: bytes) -> Attachment | None:
    row = Attachment.objects.filter(client_id=client_id).first()
    if row is None:
        return None
    mine = (row.by_device_id, row.by_post_id) == (int(actor.device_id or 0) or None, actor.post_id)
    if not mine or bytes(row.sent_sha256 or b"") != digest:
        raise Conflict("这个文件编号已被另一个文件使用", code="other_content")
    return row


def _one_at_a_time(actor: Actor) -> None:
    """Uploads and claims of one phone wait for each other, so that neither overlooks the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"files/{owner_of(actor)}"])


@transaction.atomic
def claim(*, actor: Actor, client_ids: Iterable[UUID], subject_kind: str, subject_id: int) -> None:
    """Say that files of this phone belong to a subject, whether they have arrived or not.

    Joins the caller's transaction. Only the phone's (or post's) own files: a file that somebody else
    took, or that belongs to another subject already, is not found.
    """
    wanted = list(dict.fromkeys(client_ids))
    if not wanted:
        return
    _one_at_a_time(actor)
    owner = owner_of(actor)
    device_id = int(actor.device_id) if actor.device_id else None
    foreign = Attachment.objects.filter(client_id__in=wanted).exclude(
        by_post_id=actor.post_id, by_device_id=device_id
    )
    taken = FileClaim.objects.filter(owner=owner, client_id__in=wanted).exclude(
        subject_kind=subject_kind, subject_id=subject_id
    )
    if foreign.exists() or taken.exists():
        raise NotFound("照片不存在,或不是本机拍摄的")
    FileClaim.objects.bulk_create(
        [
            FileClaim(
                owner=owner, client_id=pk, subject_kind=subject_kind, subject_id=subject_id, at=clock.now()
            )
            for pk in wanted
        ],
        ignore_conflicts=True,
    )
    Attachment.objects.filter(client_id__in=wanted, subject_kind=STAGING).update(
        subject_kind=subject_kind, subject_id=subject_id
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
    """Remove staged uploads older than two days (thirty when a phone sent them: the command that names
    them may still wait there), then files older than a day that no row names.

    Returns (rows, files) removed. A file is written before its row commits, so a rollback leaves it.
    """
    now = clock.now()
    with transaction.atomic():
        staged = Attachment.objects.filter(subject_kind=STAGING)
        old = Q(client_id__isnull=True, at__lt=now - timedelta(days=2))
        rows = staged.filter(old | Q(at__lt=now - timedelta(days=30))).delete()[0]
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
