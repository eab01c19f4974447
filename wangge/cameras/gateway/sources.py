"""Where pictures come from: one interface for RTSP, for what only ffmpeg speaks, and for GB/T 28181."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Protocol

from wangge.cameras.media.nal import H264, H265, AccessUnit, ParameterSets, split_annexb

Sink = Callable[[str, AccessUnit], None]


class SourceProblem(Exception):
    """The source cannot be had; ``code`` is a stable English word, the message is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Source(Protocol):
    """Delivers access units to the sink until it ends or is cancelled; raises ``SourceProblem``."""

    async def run(self, sink: Sink, sets: ParameterSets) -> None: ...

    def ptz(self, pan: float, tilt: float, zoom: float) -> bool:
        """Move the camera (each −1…1, 0 stops); false when the source cannot."""
        ...


class FfmpegSource:
    """Anything else libavformat can read (RTMP, HTTP, files, RTSP over UDP), in a thread of its own."""

    OPTIONS = {"rtsp_transport": "tcp", "fflags": "nobuffer", "timeout": "10000000"}

    def __init__(self, url: str) -> None:
        self.url = url
        self.stop = threading.Event()

    def ptz(self, pan: float, tilt: float, zoom: float) -> bool:
        return False

    async def run(self, sink: Sink, sets: ParameterSets) -> None:
        loop = asyncio.get_running_loop()
        done = asyncio.Event()
        failed: list[BaseException] = []

        def work() -> None:
            try:
                self._pull(loop, sink, sets)
            except Exception as error:
                failed.append(error)
            finally:
                with contextlib.suppress(RuntimeError):  # the loop may be gone
                    loop.call_soon_threadsafe(done.set)

        threading.Thread(target=work, daemon=True, name="ffmpeg").start()
        try:
            await done.wait()
        finally:
            self.stop.set()
        if failed:
            raise SourceProblem("unreachable", f"{type(failed[0]).__name__}")

    def _pull(self, loop: asyncio.AbstractEventLoop, sink: Sink, sets: ParameterSets) -> None:
        import av
        from av.bitstream import BitStreamFilterContext

        options = self.OPTIONS if self.url.startswith("rtsp") else {"fflags": "nobuffer"}
        with av.open(self.url, options=options, timeout=(10.0, 10.0)) as container:
            if not container.streams.video:
                raise SourceProblem("no-video", "没有视频轨道")
            stream = container.streams.video[0]
            codec = {"h264": H264, "hevc": H265}.get(stream.codec_context.name)
            if codec is None or stream.time_base is None:
                raise SourceProblem("codec", stream.codec_context.name)
            name = "h264_mp4toannexb" if codec == H264 else "hevc_mp4toannexb"
            annexb = BitStreamFilterContext(name, stream)
            for nal in split_annexb(bytes(stream.codec_context.extradata or b"")):
                sets.feed(codec, nal)
            scale = float(stream.time_base) * 90_000
            for packet in container.demux(stream):
                for made in annexb.filter(packet):
                    if made.pts is None and made.dts is None:
                        continue
                    pts = int((made.pts if made.pts is not None else made.dts or 0) * scale)
                    dts = int(made.dts * scale) if made.dts is not None else pts
                    unit = AccessUnit(split_annexb(bytes(made)), pts, dts, made.is_keyframe, 0.0)
                    loop.call_soon_threadsafe(self._hand_over, loop, sink, codec, unit)
                if self.stop.is_set():
                    return

    def _hand_over(self, loop: asyncio.AbstractEventLoop, sink: Sink, codec: str, unit: AccessUnit) -> None:
        unit.at = loop.time()
        if not self.stop.is_set():
            sink(codec, unit)
