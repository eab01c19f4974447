"""The SDP of GB/T 28181: offers for live, playback and talk, and the answers devices give."""

from __future__ import annotations

from dataclasses import dataclass, field

KINDS = {96: "PS/90000", 98: "H264/90000", 97: "MPEG4/90000", 99: "H265/90000"}


@dataclass(slots=True)
class Media:
    """What matters of a session description."""

    address: str = ""
    port: int = 0
    tcp: bool = False
    setup: str = ""
    ssrc: str = ""
    kinds: dict[int, str] = field(default_factory=dict)
    name: str = ""
    owner: str = ""
    kind: str = "video"
    uri: str = ""
    begin: int = 0
    end: int = 0
    format: str = ""


def offer(media: Media) -> str:
    """An offer of ours. ``media.name`` is Play, Playback or Talk; ``setup`` passive or active for TCP."""
    lines = ["v=0", f"o={media.owner} 0 0 IN IP4 {media.address}", f"s={media.name}"]
    if media.uri:
        lines.append(f"u={media.uri}")
    lines += [f"c=IN IP4 {media.address}", f"t={media.begin} {media.end}"]
    transport = "TCP/RTP/AVP" if media.tcp else "RTP/AVP"
    if media.kind == "audio":
        lines += [f"m=audio {media.port} {transport} 8", "a=sendrecv", "a=rtpmap:8 PCMA/8000"]
    else:
        numbers = " ".join(map(str, sorted(media.kinds or KINDS)))
        lines += [f"m=video {media.port} {transport} {numbers}", "a=recvonly"]
        lines += [f"a=rtpmap:{number} {name}" for number, name in (media.kinds or KINDS).items()]
    if media.tcp:
        lines += [f"a=setup:{media.setup}", "a=connection:new"]
    lines.append(f"y={media.ssrc}")
    if media.format:
        lines.append(f"f={media.format}")
    return "\r\n".join(lines) + "\r\n"


def parse(text: str) -> Media:
    """A description of anybody; raises ``ValueError`` when it offers no media."""
    found = Media(kind="")
    for line in text.replace("\r", "\n").split("\n"):
        name, _, value = line.strip().partition("=")
        value = value.strip()
        if name == "m" and not found.kind:
            _media(found, value)
        elif name == "c":
            found.address = value.split()[-1] if value else ""
        elif name == "o":
            found.owner = value.split()[0] if value else ""
            found.address = found.address or (value.split()[-1] if value else "")
        elif name == "s":
            found.name = value
        elif name == "u":
            found.uri = value
        elif name == "t":
            parts = [int(part) for part in value.split() if part.isdigit()]
            found.begin, found.end = parts if len(parts) == 2 else (0, 0)
        elif name == "y":
            found.ssrc = value.split()[0] if value else ""
        elif name == "f":
            found.format = value
        elif name == "a":
            _attribute(found, value)
    if not found.kind:
        raise ValueError("no media in the description")
    return found


def _media(found: Media, value: str) -> None:
    parts = value.split()
    if len(parts) < 3 or not parts[1].partition("/")[0].isdigit():
        raise ValueError(f"m={value}")
    found.kind, found.port = parts[0], int(parts[1].partition("/")[0])
    found.tcp = parts[2].upper().startswith("TCP")
    found.kinds = {int(part): "" for part in parts[3:] if part.isdigit()}


def _attribute(found: Media, value: str) -> None:
    if value.startswith("setup:"):
        found.setup = value[6:].strip()
    elif value.startswith("rtpmap:"):
        number, _, name = value[7:].strip().partition(" ")
        if number.isdigit():
            found.kinds[int(number)] = name.strip()
