"""One key picture decoded: a small JPEG and a few cheap numbers about what can be seen."""

from __future__ import annotations

import io
from dataclasses import dataclass

import av
from av.codec import CodecContext
from av.error import FFmpegError
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from PIL import Image

from wangge.cameras.media.nal import H264, annexb

WIDTH, QUALITY = 320, 60
GRID = (16, 9)


class Unreadable(Exception):
    """The picture could not be decoded."""


@dataclass(frozen=True, slots=True)
class Look:
    """The picture as 16 × 9 mean brightnesses (0–255), its mean and its spread."""

    grid: bytes
    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class Made:
    """A still."""

    jpeg: bytes
    look: Look


def decode(codec: str, units: list[bytes]) -> VideoFrame:
    """The frame of a key picture with its parameter sets; raises ``Unreadable``."""
    context = CodecContext.create("h264" if codec == H264 else "hevc", "r")
    assert isinstance(context, VideoCodecContext)
    context.thread_count = 1
    try:
        frames = context.decode(av.Packet(annexb(units)))
        frames = frames or context.decode(None)
    except FFmpegError as error:
        raise Unreadable(str(error)) from error
    if not frames:
        raise Unreadable("no picture came out")
    return frames[0]


def still(codec: str, units: list[bytes], width: int = WIDTH) -> Made:
    """A JPEG of ``width`` px (about 6 KB at 320) and its look."""
    frame = decode(codec, units)
    height = max(2, round(frame.height * width / frame.width / 2) * 2)
    small = frame.reformat(width, height, "rgb24")
    image = Image.fromarray(small.to_ndarray())
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return Made(out.getvalue(), look_of(image))


def look_of(image: Image.Image) -> Look:
    """The numbers the health checks compare."""
    grey = image.convert("L")
    grid = grey.resize(GRID, Image.Resampling.BOX).tobytes()
    counts = grey.histogram()
    total = sum(counts)
    mean = sum(level * count for level, count in enumerate(counts)) / total
    spread = (sum((level - mean) ** 2 * count for level, count in enumerate(counts)) / total) ** 0.5
    return Look(grid, mean, spread)
