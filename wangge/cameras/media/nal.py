"""H.264 and H.265 as NAL units: splitting, parameter sets, codec strings, MP4 configuration boxes.

Sources: ITU-T H.264 §7.3, H.265 §7.3, ISO/IEC 14496-15 (avcC, hvcC), RFC 6381 (codec strings).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

H264, H265 = "h264", "h265"
_START = re.compile(b"\x00\x00\x01")


@dataclass(slots=True)
class AccessUnit:
    """One picture: NAL units without start codes; times in 1/90000 s, ``at`` on the monotonic clock."""

    nals: list[bytes]
    pts: int
    dts: int
    key: bool
    at: float


class Malformed(ValueError):
    """The bytes are not what they claim to be."""


def split_annexb(data: bytes) -> list[bytes]:
    """The NAL units of a byte stream with start codes; what stands before the first is not one."""
    found: list[bytes] = []
    begin = -1
    for match in _START.finditer(data):
        if begin >= 0:
            found.append(data[begin : match.start()].rstrip(b"\x00"))
        begin = match.end()
    if begin >= 0:
        found.append(data[begin:].rstrip(b"\x00"))
    return [nal for nal in found if nal]


def annexb(nals: list[bytes]) -> bytes:
    """The same units with start codes."""
    return b"".join(b"\x00\x00\x00\x01" + nal for nal in nals)


def kind_of(codec: str, nal: bytes) -> int:
    """``nal_unit_type``."""
    return nal[0] & 0x1F if codec == H264 else (nal[0] >> 1) & 0x3F


def is_key(codec: str, nals: list[bytes]) -> bool:
    """Whether decoding can begin here (IDR; H.265 also BLA and CRA)."""
    if codec == H264:
        return any(nal[0] & 0x1F == 5 for nal in nals)
    return any(16 <= (nal[0] >> 1) & 0x3F <= 21 for nal in nals)


def is_picture(codec: str, nal: bytes) -> bool:
    """Whether the unit holds (a part of) a picture."""
    kind = kind_of(codec, nal)
    return 1 <= kind <= 5 if codec == H264 else kind <= 31


def starts_picture(codec: str, nal: bytes) -> bool:
    """Whether a slice is the first of its picture (first_mb_in_slice = 0, first_slice flag)."""
    at = 1 if codec == H264 else 2
    return len(nal) > at and bool(nal[at] & 0x80)


class Bits:
    """A reader of bits and Exp-Golomb numbers over an RBSP (emulation bytes removed)."""

    def __init__(self, nal: bytes) -> None:
        self.data = nal.replace(b"\x00\x00\x03", b"\x00\x00")
        self.at = 0

    def take(self, count: int) -> int:
        """``count`` bits as a number."""
        end = self.at + count
        if end > len(self.data) * 8:
            raise Malformed("a parameter set ends too early")
        value = int.from_bytes(self.data[self.at // 8 : (end + 7) // 8], "big")
        value >>= -end % 8
        self.at = end
        return value & ((1 << count) - 1)

    def ue(self) -> int:
        """Unsigned Exp-Golomb."""
        zeros = 0
        while not self.take(1):
            zeros += 1
            if zeros > 32:
                raise Malformed("an Exp-Golomb number is too long")
        return (1 << zeros) - 1 + (self.take(zeros) if zeros else 0)

    def se(self) -> int:
        """Signed Exp-Golomb."""
        value = self.ue()
        return (value + 1) // 2 if value % 2 else -(value // 2)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a sequence parameter set tells."""

    codec: str
    width: int
    height: int
    chroma: int = 1
    luma_depth: int = 0
    chroma_depth: int = 0


_HIGH = {100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135}


def shape_of_h264(sps: bytes) -> Shape:
    """Size and chroma of an H.264 SPS; raises ``Malformed``."""
    bits = Bits(sps)
    bits.take(8)
    profile = bits.take(8)
    bits.take(16)
    bits.ue()
    chroma, luma, chroma_depth = 1, 0, 0
    if profile in _HIGH:
        chroma = bits.ue()
        if chroma == 3:
            bits.take(1)
        luma, chroma_depth = bits.ue(), bits.ue()
        bits.take(1)
        if bits.take(1):
            for number in range(8 if chroma != 3 else 12):
                if bits.take(1):
                    _skip_scaling(bits, 16 if number < 6 else 64)
    bits.ue()
    order = bits.ue()
    if order == 0:
        bits.ue()
    elif order == 1:
        bits.take(1)
        bits.se()
        bits.se()
        for _ in range(min(bits.ue(), 256)):
            bits.se()
    bits.ue()
    bits.take(1)
    width, height = (bits.ue() + 1) * 16, (bits.ue() + 1) * 16
    frames_only = bits.take(1)
    height *= 2 - frames_only
    if not frames_only:
        bits.take(1)
    bits.take(1)
    if bits.take(1):
        left, right, top, bottom = bits.ue(), bits.ue(), bits.ue(), bits.ue()
        unit_x = 1 if chroma in {0, 3} else 2
        unit_y = (2 if chroma == 1 else 1) * (2 - frames_only)
        width -= (left + right) * unit_x
        height -= (top + bottom) * unit_y
    return _sane(Shape(H264, width, height, chroma, luma, chroma_depth))


def _skip_scaling(bits: Bits, size: int) -> None:
    last = following = 8
    for _ in range(size):
        if following:
            following = (last + bits.se() + 256) % 256
        last = following or last


def shape_of_h265(sps: bytes) -> Shape:
    """Size and chroma of an H.265 SPS; raises ``Malformed``."""
    bits = Bits(sps)
    bits.take(20)
    layers = bits.take(3)
    bits.take(1)
    bits.take(88)
    bits.take(8)
    present = [(bits.take(1), bits.take(1)) for _ in range(layers)]
    if layers:
        bits.take(2 * (8 - layers))
    for profile, level in present:
        bits.take(88 * profile)
        bits.take(8 * level)
    bits.ue()
    chroma = bits.ue()
    if chroma == 3:
        bits.take(1)
    width, height = bits.ue(), bits.ue()
    if bits.take(1):
        left, right, top, bottom = bits.ue(), bits.ue(), bits.ue(), bits.ue()
        width -= (left + right) * (2 if chroma in {1, 2} else 1)
        height -= (top + bottom) * (2 if chroma == 1 else 1)
    return _sane(Shape(H265, width, height, chroma, bits.ue(), bits.ue()))


def _sane(shape: Shape) -> Shape:
    if not (0 < shape.width <= 16384 and 0 < shape.height <= 16384):
        raise Malformed(f"a picture of {shape.width} × {shape.height}")
    return shape


@dataclass(slots=True)
class ParameterSets:
    """The sets in force; ``feed`` them every unit, ``ready`` tells when a decoder could start."""

    codec: str = ""
    vps: bytes = b""
    sps: bytes = b""
    pps: list[bytes] = field(default_factory=list)

    def feed(self, codec: str, nal: bytes) -> bool:
        """Remember a parameter set; true when the unit was one."""
        if codec != self.codec:
            self.codec, self.vps, self.sps, self.pps = codec, b"", b"", []
        kind = kind_of(codec, nal)
        sps, pps = (7, 8) if codec == H264 else (33, 34)
        if kind == sps:
            if nal != self.sps:
                self.sps, self.pps = nal, []
        elif kind == pps:
            if nal not in self.pps:
                self.pps = [*self.pps, nal][-4:]
        elif codec == H265 and kind == 32:
            self.vps = nal
        else:
            return False
        return True

    @property
    def ready(self) -> bool:
        """Whether everything a decoder needs is known."""
        return bool(self.sps and self.pps and (self.vps or self.codec == H264))

    def units(self) -> list[bytes]:
        """The sets in the order a decoder wants them."""
        return [*([self.vps] if self.vps else []), self.sps, *self.pps]

    def shape(self) -> Shape:
        """Size and chroma; raises ``Malformed``."""
        return shape_of_h264(self.sps) if self.codec == H264 else shape_of_h265(self.sps)

    def codec_string(self) -> str:
        """What a browser is asked about: ``avc1.42E01E``, ``hvc1.1.6.L93.B0``."""
        if self.codec == H264:
            return f"avc1.{self.sps[1:4].hex().upper()}"
        head = Bits(self.sps).data[3:15]
        space = ("", "A", "B", "C")[head[0] >> 6]
        tier = "H" if head[0] & 0x20 else "L"
        compatible = int(f"{int.from_bytes(head[1:5], 'big'):032b}"[::-1], 2)
        limits = ".".join(f"{byte:X}" for byte in head[5:11].rstrip(b"\x00"))
        text = f"hvc1.{space}{head[0] & 0x1F}.{compatible:X}.{tier}{head[11]}"
        return f"{text}.{limits}" if limits else text

    def configuration(self) -> bytes:
        """The body of the ``avcC`` or ``hvcC`` box."""
        if self.codec == H264:
            return _avcc(self.sps, self.pps, self.shape())
        shape = self.shape()
        head = Bits(self.sps).data[3:15]
        body = b"\x01" + head + b"\xf0\x00\xfc"
        body += bytes([0xFC | shape.chroma, 0xF8 | shape.luma_depth, 0xF8 | shape.chroma_depth])
        body += b"\x00\x00\x0f\x03"
        for kind, units in ((32, [self.vps]), (33, [self.sps]), (34, self.pps)):
            body += bytes([0x80 | kind]) + len(units).to_bytes(2, "big")
            body += b"".join(len(unit).to_bytes(2, "big") + unit for unit in units)
        return body


def _avcc(sps: bytes, pps: list[bytes], shape: Shape) -> bytes:
    body = b"\x01" + sps[1:4] + b"\xff\xe1" + len(sps).to_bytes(2, "big") + sps
    body += bytes([len(pps)]) + b"".join(len(unit).to_bytes(2, "big") + unit for unit in pps)
    if sps[1] in {100, 110, 122, 144}:
        body += bytes([0xFC | shape.chroma, 0xF8 | shape.luma_depth, 0xF8 | shape.chroma_depth, 0])
    return body


_LEFT_OUT = {H264: frozenset({6, 7, 8, 9, 10, 11, 12}), H265: frozenset({32, 33, 34, 35, 36, 37, 38, 39, 40})}


def sample(codec: str, nals: list[bytes]) -> bytes:
    """The picture as an MP4 sample: four-byte lengths; parameter sets, delimiters and SEI left out."""
    out = _LEFT_OUT[codec]
    parts: list[bytes] = []
    for nal in nals:
        kind = nal[0] & 0x1F if codec == H264 else (nal[0] >> 1) & 0x3F
        if kind not in out:
            parts.append(len(nal).to_bytes(4, "big"))
            parts.append(nal)
    return b"".join(parts)
