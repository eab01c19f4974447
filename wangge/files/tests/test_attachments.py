"""Uploads: told by content, without EXIF, behind their owner's gate."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from wangge.files import queries, rules, services
from wangge.files.models import Attachment
from wangge.kit import clock, subjects
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, NotFound
from wangge.org.testing import Person, logged_in, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path


@pytest.fixture
def cast() -> Iterator[dict[str, Person]]:
    """Subject ``test.case:1`` is 尹's alone."""
    people = the_cast()

    @subjects.resolves("test.case")
    def card(actor: Actor, pk: int) -> subjects.SubjectCard:
        if pk != 1 or actor.post_id != people["yin"].actor.post_id:
            raise NotFound
        return subjects.SubjectCard("test.case:1", "一", "/x")

    yield people
    subjects._resolvers.pop("test.case")


def a_photo(kind: str = "JPEG") -> bytes:
    picture = Image.new("RGB", (60, 40), "white")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def a_package(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return out.getvalue()


DOCX = ("[Content_Types].xml", "word/document.xml")


def upload(name: str, raw: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw)


def kept(actor: Actor, name: str, raw: bytes) -> Attachment:
    return services.store(actor=actor, upload=upload(name, raw), subject_kind="test.case", subject_id=1)


def test_a_photo_is_turned_upright_and_loses_camera_and_place(
    cast: dict[str, Person], tmp_path: Path
) -> None:
    row = kept(cast["yin"].actor, "现场.jpg", a_photo())
    raw = (tmp_path / row.path).read_bytes()
    assert b"SecretCamera" not in raw
    with Image.open(io.BytesIO(raw)) as picture:
        assert picture.size == (40, 60)
        assert not picture.getexif()
    assert (row.mime, row.size, row.name) == ("image/jpeg", len(raw), "现场.jpg")
    assert (tmp_path / row.path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (a_photo("PNG"), "png"),
        (a_photo("WEBP"), "webp"),
        (b"%PDF-1.7 ...", "pdf"),
        (a_package(*DOCX), "docx"),
        (a_package("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (a_package(*DOCX, "word/vbaProject.bin"), ""),
        (a_package("a.txt"), ""),
        (b"PK\x03\x04 broken", ""),
        (b"ID3\x04" + bytes(20), "mp3"),
        (b"\xff\xfb\x90\x00" + bytes(20), "mp3"),
        (b"\x00\x00\x00\x20ftypM4A " + bytes(20), "m4a"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(20), "mp4"),
        (b"#!AMR\n" + bytes(20), "amr"),
        (b"\x1a\x45\xdf\xa3" + bytes(20), "weba"),
        (b"OggS" + bytes(20), "ogg"),
        (b"MZ\x90\x00" + bytes(60), ""),
        (b"<html><script>alert(1)</script>", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        (b"GIF89a", ""),
    ],
)
def test_the_type_is_told_by_content(raw: bytes, code: str) -> None:
    assert services.recognise(raw) == code


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\temp\\报告.exe", "报告.pdf"),
        ("发票\u202egpj.pdf", "发票gpj.pdf"),
        ("", "附件.pdf"),
        ("a" * 300, "a" * 100 + ".pdf"),
    ],
)
def test_names_are_harmless(name: str, safe: str) -> None:
    assert rules.safe_name(name, "pdf") == safe


def test_an_unknown_type_is_kept_apart_and_nobody_downloads_it(cast: dict[str, Person]) -> None:
    row = kept(cast["yin"].actor, "photo.jpg", b"MZ\x90\x00 program")
    assert (row.status, row.mime, row.name) == ("quarantined", "application/octet-stream", "photo.bin")
    assert row.path.startswith("quarantine/")
    answer = logged_in(cast["yin"]).get(f"/api/console/files/attachments/{row.pk}")
    assert (answer.status_code, answer.json()["code"]) == (423, "quarantined")


@pytest.mark.parametrize(
    ("raw", "status", "code"),
    [
        (b"", 400, "empty_file"),
        (b"\xff\xd8\xff\xe0 no picture", 400, "broken_picture"),
        (b"%PDF-" + bytes(20 * rules.MEGABYTE), 413, "too_large"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(
    cast: dict[str, Person], tmp_path: Path, raw: bytes, status: int, code: str
) -> None:
    with pytest.raises(BusinessError) as caught:
        kept(cast["yin"].actor, "a.jpg", raw)
    assert (caught.value.status, caught.value.code) == (status, code)
    assert Attachment.objects.count() == 0
    assert list(tmp_path.rglob("*.*")) == []


def test_the_owners_gate_decides_about_upload_and_download(cast: dict[str, Person]) -> None:
    address = "/api/console/files/attachments"
    yin, ji = logged_in(cast["yin"]), logged_in(cast["ji"])
    made = yin.post(
        address, {"file": upload("现场.jpg", a_photo()), "subject": "test.case:1", "kind": "photo"}
    )
    assert made.status_code == 201, made.content
    body = made.json()
    answer = yin.get(body["url"])
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert Image.open(io.BytesIO(b"".join(answer.streaming_content))).size == (40, 60)
    inline = yin.get(f"{body['url']}?inline=1")
    assert inline["Content-Disposition"].startswith("inline")
    assert len(b"".join(inline.streaming_content)) == body["size"]
    assert ji.get(body["url"]).status_code == 404
    assert ji.get(f"{address}/{body['id'] + 1000}").json() == ji.get(body["url"]).json()
    refused = ji.post(address, {"file": upload("x.jpg", a_photo()), "subject": "test.case:1"})
    assert refused.status_code == 404
    assert yin.post(address, {"file": upload("x.jpg", a_photo()), "subject": "nonsense"}).status_code == 422
    assert Attachment.objects.count() == 1


def test_a_staged_upload_is_its_uploaders_until_it_is_attached(cast: dict[str, Person]) -> None:
    yin, ji = cast["yin"].actor, cast["ji"].actor
    row = services.stage(actor=yin, upload=upload("a.pdf", b"%PDF-1.4"))
    with pytest.raises(NotFound):
        queries.attachment_for(ji, row.pk)
    with pytest.raises(NotFound):
        services.attach(actor=ji, attachment_ids=[row.pk], subject_kind="test.case", subject_id=1)
    assert services.attach(actor=yin, attachment_ids=[row.pk], subject_kind="test.case", subject_id=1) == 1
    (card,) = queries.attachments_of("test.case", [1])[1]
    assert card.name == "a.pdf"


def test_the_sweep_takes_what_nobody_names(cast: dict[str, Person], tmp_path: Path) -> None:
    row = kept(cast["yin"].actor, "a.pdf", b"%PDF-1.4")
    stale = services.stage(actor=cast["yin"].actor, upload=upload("b.pdf", b"%PDF-1.4"))
    orphan = tmp_path / "2021/08/orphan.pdf"
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"x")
    for path in (orphan, tmp_path / row.path, tmp_path / stale.path):
        os.utime(path, (0, time.time() - 90_000))
    with clock.moved_to(clock.now() + timedelta(days=3)):
        assert services.sweep() == (1, 2)
    assert (tmp_path / row.path).exists()
    assert not orphan.exists()


def test_too_many_pixels_are_refused_before_they_are_drawn(
    cast: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "MOST_PIXELS", 1000)
    with pytest.raises(BusinessError, match="图片尺寸过大"):
        kept(cast["yin"].actor, "a.jpg", a_photo())
