"""What a file is, told from its first bytes and never from its name; how large it may be."""

from __future__ import annotations

import re
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
HEAD = 64


@dataclass(frozen=True, slots=True)
class FileType:
    """An allowed type: its ending, its limit in bytes, whether the picture is drawn anew."""

    code: str
    mime: str
    limit: int
    picture: bool = False


TYPES: dict[str, FileType] = {
    t.code: t
    for t in (
        FileType("jpg", "image/jpeg", 12 * MEGABYTE, True),
        FileType("png", "image/png", 12 * MEGABYTE, True),
        FileType("webp", "image/webp", 12 * MEGABYTE, True),
        FileType("pdf", "application/pdf", 20 * MEGABYTE),
        FileType(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            20 * MEGABYTE,
        ),
        FileType("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 20 * MEGABYTE),
        FileType("mp3", "audio/mpeg", 50 * MEGABYTE),
        FileType("m4a", "audio/mp4", 50 * MEGABYTE),
        FileType("amr", "audio/amr", 20 * MEGABYTE),
        FileType("weba", "audio/webm", 50 * MEGABYTE),
        FileType("ogg", "audio/ogg", 50 * MEGABYTE),
        FileType("mp4", "video/mp4", 100 * MEGABYTE),
    )
}
# What a phone may send under each kind; browsers record sound into MP4 or WebM boxes.
PICTURES = frozenset(t.code for t in TYPES.values() if t.picture)
FROM_PHONES = {
    "photo": PICTURES,
    "signature": PICTURES,
    "audio": frozenset({"mp3", "m4a", "amr", "weba", "ogg", "mp4"}),
}
NAMES = {"photo": "照片", "signature": "签名", "audio": "录音"}
LARGEST = max(t.limit for t in TYPES.values())
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 4096


def by_magic(head: bytes) -> str:
    """The type code that the first 64 bytes claim; ``zip`` wants a look inside, ``""`` is unknown."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"#!AMR"):
        return "amr"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "weba"
    if head.startswith(b"OggS"):
        return "ogg"
    if head[4:8] == b"ftyp":
        return "m4a" if head[8:11] == b"M4A" else "mp4"
    if head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2):
        return "mp3"
    return ""


def office_type(names: list[str]) -> str:
    """``docx`` or ``xlsx`` by the parts of the package; macros and anything else are unknown."""
    if any("vbaproject" in name.lower() for name in names) or "[Content_Types].xml" not in names:
        return ""
    if "word/document.xml" in names:
        return "docx"
    return "xlsx" if "xl/workbook.xml" in names else ""


def safe_name(name: str, ending: str) -> str:
    """A file name to show and to offer: no path, no control characters, the ending of its content."""
    bare = re.split(r"[\\/]", name)[-1]
    bare = re.sub(r"[\x00-\x1f\x7f<>:\"|?*\u202a-\u202e\u2066-\u2069]", "", bare).strip(". ")
    stem = bare.rsplit(".", 1)[0] if "." in bare else bare
    return f"{stem[:100] or '附件'}.{ending}"
