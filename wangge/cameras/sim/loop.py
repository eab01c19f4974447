"""One minute of moving picture with a burnt-in clock, encoded once and shared by every channel.

The picture number *i* of the minute is sent when the wall clock shows *i*/fps seconds, so the second
it shows is the second it is. Along its upper edge a bar code tells the same in milliseconds: 18 cells
of 32 × 32 px: white, black, then 16 bits of milliseconds since the full minute, high bit first, white = 1.
``read_code`` reads it from the brightnesses of the cells' middles (the browser tests do the same), so
the delay from this encoder to somebody's eye can be measured.
"""

from __future__ import annotations

import hashlib
import os
import random
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from wangge.cameras.media.nal import H264, is_key, split_annexb

SECONDS = 60
CELL, CELLS = 32, 18
SCENES = ("gate", "market", "road", "hospital", "dark")
_COLOURS = {
    "gate": ("#47606e", "#2f3a40", "#d8a33a"),
    "market": ("#7b5d4a", "#40332c", "#5fa36a"),
    "road": ("#5c6672", "#333b45", "#c9cdd2"),
    "hospital": ("#5d7a80", "#36494d", "#d9e4e6"),
    "dark": ("#060606", "#040404", "#080808"),
}


@dataclass(frozen=True, slots=True)
class Shot:
    """What to encode."""

    scene: str = "gate"
    codec: str = H264
    width: int = 640
    height: int = 360
    fps: int = 15
    bit_rate: int = 500_000
    seconds: int = SECONDS
    noise: int = 0
    gop: float = 2.0

    @property
    def name(self) -> str:
        """A file name that changes with anything that changes the picture."""
        text = f"6 {self}"
        return f"{self.scene}-{self.height}p-{hashlib.sha256(text.encode()).hexdigest()[:12]}.loop"


@dataclass(frozen=True, slots=True)
class Loop:
    """The encoded minute: access units as NAL units."""

    shot: Shot
    units: list[list[bytes]]
    keys: list[bool]

    def index_at(self, wall: float) -> int:
        """Which picture belongs to this moment (Unix seconds)."""
        return int((wall % self.shot.seconds) * self.shot.fps) % len(self.units)


def code_of(milliseconds: int) -> list[bool]:
    """The cells of the bar code."""
    return [True, False, *(bool(milliseconds >> bit & 1) for bit in range(15, -1, -1))]


def read_code(levels: Sequence[float]) -> int | None:
    """Milliseconds since the full minute from the cells' brightnesses; ``None`` when it is not a code."""
    if len(levels) != CELLS or levels[0] - levels[1] < 60:
        return None
    middle = (levels[0] + levels[1]) / 2
    value = 0
    for level in levels[2:]:
        value = value << 1 | (level > middle)
    return value if value < SECONDS * 1000 else None


def draw(shot: Shot, number: int) -> Image.Image:
    """One picture."""
    sky, ground, thing = _COLOURS[shot.scene]
    image = Image.new("RGB", (shot.width, shot.height), sky)
    pen = ImageDraw.Draw(image)
    width, height = shot.width, shot.height
    pen.rectangle((0, height * 0.62, width, height), fill=ground)
    dice = random.Random(shot.scene)
    for _ in range(9):
        x, w, h = dice.random() * width, 20 + dice.random() * 70, 30 + dice.random() * 90
        pen.rectangle((x, height * 0.62 - h, x + w, height * 0.62), fill=thing, outline=ground)
    cars = (thing, thing) if shot.scene == "dark" else ("#a33b2d", "#e8e8e8")
    for lane in range(3):
        x = (number * (3 + 2 * lane) + lane * 211) % (width + 90) - 90
        y = height * (0.68 + 0.1 * lane)
        pen.rectangle((x, y, x + 60, y + 20), fill=cars[lane % 2])
    if shot.scene == "dark":
        return image
    if shot.noise:
        grain = random.Random(number).randbytes(shot.noise * shot.noise)
        image.paste(Image.frombytes("L", (shot.noise, shot.noise), grain), (0, height - shot.noise))
    milliseconds = round(number * 1000 / shot.fps)
    for cell, lit in enumerate(code_of(milliseconds)):
        pen.rectangle((cell * CELL, 0, (cell + 1) * CELL - 1, CELL - 1), fill="#fff" if lit else "#000")
    font = ImageFont.load_default(size=44)
    text = f"{milliseconds // 1000:02d}.{milliseconds % 1000:03d}"
    pen.rectangle((width - 190, 44, width - 10, 96), fill="#000")
    pen.text((width - 180, 46), text, font=font, fill="#fff")
    return image


def encode(shot: Shot) -> Loop:
    """Draw and encode the minute: about 5 s of processor time for 360p."""
    import av
    import numpy
    from av.video.frame import VideoFrame

    context = av.CodecContext.create("libx264" if shot.codec == H264 else "libx265", "w")
    context.width, context.height, context.pix_fmt = shot.width, shot.height, "yuv420p"
    context.framerate, context.time_base = Fraction(shot.fps), Fraction(1, shot.fps)
    context.bit_rate = shot.bit_rate
    group = round(shot.fps * shot.gop)
    context.gop_size = group
    context.thread_count = 1
    if shot.codec == H264:
        own = f"scenecut=0:keyint={group}:min-keyint={group}"
        context.options = {"preset": "veryfast", "tune": "zerolatency", "profile": "main", "bf": "0"}
        context.options |= {"x264-params": own}
    else:
        own = f"bframes=0:repeat-headers=1:keyint={group}:log-level=none"
        context.options = {"preset": "ultrafast", "tune": "zerolatency", "x265-params": own}
    units: list[list[bytes]] = []
    for number in range(shot.seconds * shot.fps):
        frame = VideoFrame.from_ndarray(numpy.asarray(draw(shot, number)), format="rgb24")
        frame.pts = number
        units += [split_annexb(bytes(packet)) for packet in context.encode(frame)]
    units += [split_annexb(bytes(packet)) for packet in context.encode(None)]
    return Loop(shot, units, [is_key(shot.codec, unit) for unit in units])


def load(shot: Shot, folder: Path, say: Callable[[str], None] = lambda text: None) -> Loop:
    """The minute from the folder, encoded first when it is not there yet."""
    path = folder / shot.name
    if not path.exists():
        say(f"正在编码模拟画面 {shot.scene} {shot.width}×{shot.height} …")
        folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(_dump(encode(shot)))
        draft.replace(path)
    return _read(shot, path.read_bytes())


def _dump(loop: Loop) -> bytes:
    parts: list[bytes] = []
    for unit in loop.units:
        parts.append(struct.pack(">H", len(unit)))
        for nal in unit:
            parts.append(struct.pack(">I", len(nal)))
            parts.append(nal)
    return b"".join(parts)


def _read(shot: Shot, data: bytes) -> Loop:
    units: list[list[bytes]] = []
    at = 0
    while at < len(data):
        (count,) = struct.unpack_from(">H", data, at)
        at += 2
        unit: list[bytes] = []
        for _ in range(count):
            (size,) = struct.unpack_from(">I", data, at)
            unit.append(data[at + 4 : at + 4 + size])
            at += 4 + size
        units.append(unit)
    return Loop(shot, units, [is_key(shot.codec, unit) for unit in units])
