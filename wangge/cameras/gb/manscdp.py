"""MANSCDP: the XML inside SIP messages, read as devices really write it, written as they expect it.

Rules of decoding: the declaration names the charset; GB2312, GBK or none means GB18030. Devices that
declare GB2312 and send UTF-8 (or the other way round) are understood and noted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*?\?>", re.I)
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']?([\w.-]+)", re.I)
_STRAY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LARGEST = 4 * 2**20


class Unreadable(ValueError):
    """The body is not XML that anybody could read."""


@dataclass(slots=True)
class Message:
    """One MANSCDP message. ``fields`` are the leaves below the root, ``items`` those of its list."""

    root: str
    command: str
    number: str
    device: str
    fields: dict[str, str] = field(default_factory=dict)
    items: list[dict[str, str]] = field(default_factory=list)
    declared: int | None = None
    notes: list[str] = field(default_factory=list)


def decode(body: bytes) -> tuple[str, list[str]]:
    """The text without its declaration, and what was wrong with its charset."""
    body = body.removeprefix(b"\xef\xbb\xbf").strip(b"\x00 \r\n\t")
    head = _DECLARATION.match(body)
    named = _ENCODING.search(head[0]) if head else None
    charset = named[1].decode().lower() if named else ""
    rest = body[head.end() :] if head else body
    if charset in {"utf-8", "utf8"}:
        try:
            return rest.decode("utf-8"), []
        except UnicodeDecodeError:
            return rest.decode("gb18030", "replace"), ["charset-not-utf8"]
    if rest.isascii():
        return rest.decode("ascii"), []
    try:
        text = rest.decode("utf-8")
    except UnicodeDecodeError:
        return rest.decode("gb18030", "replace"), []
    # 头 in GB2312 is valid UTF-8 too (a Greek letter); Chinese in three bytes each is no chance
    if all(sign < "\x80" or sign >= "\u2000" for sign in text):
        return text, ["charset-utf8-undeclared"]
    return rest.decode("gb18030", "replace"), []


def parse(body: bytes) -> Message:
    """The message; raises ``Unreadable``. Broken entities and control characters are mended and noted."""
    if len(body) > LARGEST:
        raise Unreadable("too large")
    text, notes = decode(body)
    if "<!" in text and re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.I):
        raise Unreadable("a document type is not allowed")
    try:
        root = ET.fromstring(text)  # noqa: S314  no entities: refused above
    except ET.ParseError:
        mended = _STRAY.sub("&amp;", _CONTROL.sub("", text))
        try:
            root = ET.fromstring(mended)  # noqa: S314
        except ET.ParseError as error:
            raise Unreadable(str(error)) from error
        notes.append("xml-mended")
    return _message(root, notes)


def _message(root: ET.Element, notes: list[str]) -> Message:
    fields: dict[str, str] = {}
    items: list[dict[str, str]] = []
    declared: int | None = None
    for child in root:
        name = child.tag
        if name in {"DeviceList", "RecordList", "AlarmStatus"} or (
            len(child) and child.find("Item") is not None
        ):
            items = [_leaves(item) for item in child.findall("Item")]
            number = child.get("Num", "")
            declared = int(number) if number.isdigit() else None
        elif len(child):
            fields |= _leaves(child, f"{name}.")
        else:
            fields[name] = (child.text or "").strip()
    return Message(
        root.tag, fields.pop("CmdType", ""), fields.pop("SN", ""), fields.pop("DeviceID", ""),
        fields, items, declared, notes,
    )  # fmt: skip


def _leaves(element: ET.Element, prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for child in element:
        if len(child):
            found |= _leaves(child, f"{prefix}{child.tag}.")
        else:
            found[f"{prefix}{child.tag}"] = (child.text or "").strip()
    return found


def build(
    root: str, command: str, number: int | str, device: str, charset: str = "GB2312", **fields: object
) -> bytes:
    """A message as bytes in the device's charset."""
    return raw(root, {"CmdType": command, "SN": number, "DeviceID": device, **fields}, charset)


def raw(root: str, fields: Mapping[str, object], charset: str = "GB2312", inner: str = "") -> bytes:
    """Any message: ``fields`` in order (a mapping becomes an element with children), then ``inner`` XML."""
    lines = [f'<?xml version="1.0" encoding="{charset}"?>', f"<{root}>"]
    lines += [_element(name, value) for name, value in fields.items()]
    if inner:
        lines.append(inner)
    lines.append(f"</{root}>")
    return ("\r\n".join(lines) + "\r\n").encode(
        "utf-8" if charset.lower() == "utf-8" else "gb18030", "replace"
    )


def _element(name: str, value: object) -> str:
    if isinstance(value, Mapping):
        return f"<{name}>" + "".join(_element(n, v) for n, v in value.items()) + f"</{name}>"
    return f"<{name}>{escape(str(value))}</{name}>"


def ptz_command(pan: float, tilt: float, zoom: float) -> str:
    """The 8 bytes of PTZCmd in hex: A5 0F 01, what moves, three speeds, sum. Right, up, closer: > 0."""
    code = 0
    code |= 0x01 if pan > 0 else 0x02 if pan < 0 else 0
    code |= 0x08 if tilt > 0 else 0x04 if tilt < 0 else 0
    code |= 0x10 if zoom > 0 else 0x20 if zoom < 0 else 0
    speeds = [
        min(255, round(abs(pan) * 255)),
        min(255, round(abs(tilt) * 255)),
        min(15, round(abs(zoom) * 15)) << 4,
    ]
    data = [0xA5, 0x0F, 0x01, code, *speeds]
    return bytes([*data, sum(data) % 256]).hex().upper()


def read_ptz(text: str) -> tuple[int, int, int, int] | None:
    """What moves and the speeds (0–255, 0–255, 0–15); ``None`` when the sum is wrong."""
    try:
        data = bytes.fromhex(text)
    except ValueError:
        return None
    if len(data) != 8 or data[0] != 0xA5 or sum(data[:7]) % 256 != data[7]:
        return None
    return data[3], data[4], data[5], data[6] >> 4
