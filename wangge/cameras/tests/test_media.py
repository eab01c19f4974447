"""NAL units, RTP, PS and TS, fragmented MP4: what goes in comes out, whatever the pieces and the losses."""

from __future__ import annotations

import io
import itertools
import random
from functools import cache
from pathlib import Path

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wangge.cameras.gateway import wire
from wangge.cameras.media import fmp4, nal, pictures, ps, rtp
from wangge.cameras.sim.loop import Loop, Shot, encode, read_code

SHORT = Shot("gate", seconds=4, bit_rate=200_000)


@cache
def short(codec: str = nal.H264) -> Loop:
    """Four seconds of the simulated camera."""
    return encode(Shot("gate", codec, seconds=4, bit_rate=200_000))


def sets_of(loop: Loop) -> nal.ParameterSets:
    sets = nal.ParameterSets()
    for unit in loop.units[0]:
        sets.feed(loop.shot.codec, unit)
    return sets


@pytest.mark.parametrize(("codec", "string"), [(nal.H264, "avc1.4D40"), (nal.H265, "hvc1.1.6.L")])
def test_parameter_sets_tell_size_and_codec(codec: str, string: str) -> None:
    sets = sets_of(short(codec))
    assert sets.ready
    assert (sets.shape().width, sets.shape().height) == (640, 360)
    assert sets.codec_string().startswith(string)


@given(st.binary(max_size=60))
def test_a_broken_parameter_set_is_malformed_and_nothing_else(data: bytes) -> None:
    for read in (nal.shape_of_h264, nal.shape_of_h265):
        try:
            shape = read(data)
        except nal.Malformed:
            continue
        assert shape.width > 0


@given(
    st.lists(
        st.binary(min_size=1, max_size=40).filter(lambda b: b"\0\0" not in b and b[-1] and b[0]), max_size=8
    )
)
def test_units_survive_start_codes(units: list[bytes]) -> None:
    assert nal.split_annexb(nal.annexb(units)) == units


@pytest.mark.parametrize("codec", [nal.H264, nal.H265])
def test_fragments_are_an_mp4_that_ffmpeg_decodes_picture_by_picture(codec: str) -> None:
    loop = short(codec)
    line = fmp4.Timeline()
    data = fmp4.init_segment(sets_of(loop))
    for number, unit in enumerate(loop.units):
        time = 9_000_000 + number * 6000
        data += line.fragment(codec, nal.AccessUnit(unit, time, time, loop.keys[number], 0.0))
    with av.open(io.BytesIO(data)) as container:
        stamps = [frame.pts for frame in container.decode(video=0)]
    assert stamps == [number * 6000 for number in range(60)]


def test_no_box_tells_a_duration_so_that_browsers_play_live() -> None:
    init = fmp4.init_segment(sets_of(short()))
    mvhd = fmp4.find(init, b"moov", b"mvhd")
    assert mvhd[16:20] == b"\0\0\0\0"
    with pytest.raises(KeyError):
        fmp4.find(init, b"moov", b"mvex", b"mehd")


@given(st.lists(st.integers(-(2**33), 2**33), min_size=1, max_size=50))
def test_decode_times_only_grow_whatever_the_camera_says(times: list[int]) -> None:
    line = fmp4.Timeline()
    got = [line.place(nal.AccessUnit([], time, time, False, 0.0))[0] for time in times]
    assert all(later > earlier for earlier, later in itertools.pairwise(got))


def test_a_camera_that_starts_again_goes_on_where_it_was() -> None:
    line = fmp4.Timeline()
    for number in range(3):
        line.place(nal.AccessUnit([], 5000 + number * 3600, 5000 + number * 3600, False, 0.0))
    line.restart()
    assert line.place(nal.AccessUnit([], 77, 77, True, 0.0))[0] == 3 * 3600


def carried(codec: str, packets: list[rtp.Packet]) -> list[nal.AccessUnit]:
    got: list[nal.AccessUnit] = []
    assembler = rtp.Assembler(codec, got.append)
    order = rtp.Order()
    for packet in packets:
        for ready, gap in order.feed(packet):
            assembler.feed(ready, gap, 0.0)
    return got


def packets_of(loop: Loop, limit: int = 300) -> list[rtp.Packet]:
    found: list[rtp.Packet] = []
    for number, unit in enumerate(loop.units):
        payloads = rtp.payloads(loop.shot.codec, unit, limit)
        for place, payload in enumerate(payloads):
            last = place == len(payloads) - 1
            found.append(rtp.Packet(96, last, (65_500 + len(found)) & 0xFFFF, number * 6000, 7, payload))
    return found


@pytest.mark.parametrize("codec", [nal.H264, nal.H265])
def test_rtp_carries_pictures_whole(codec: str) -> None:
    loop = short(codec)
    packets = [rtp.parse(rtp.build(packet)) for packet in packets_of(loop)]
    got = carried(codec, [packet for packet in packets if packet])
    assert [unit.nals for unit in got] == loop.units
    assert [unit.key for unit in got] == loop.keys


def test_rtp_without_markers_is_cut_by_the_time_stamp() -> None:
    packets = packets_of(short())
    for packet in packets:
        packet.marker = False
    assert [unit.nals for unit in carried(nal.H264, packets)] == short().units[:-1]


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_packets_that_overtake_each_other_are_put_in_order(dice: random.Random) -> None:
    packets = packets_of(short())
    for _ in range(200):
        at = dice.randrange(1, len(packets) - 1)
        packets[at], packets[at + 1] = packets[at + 1], packets[at]
    assert [unit.nals for unit in carried(nal.H264, packets)] == short().units


def test_after_a_loss_nothing_is_shown_until_the_next_key_picture() -> None:
    packets = packets_of(short())
    lost = next(n for n, packet in enumerate(packets) if packet.timestamp == 5 * 6000)
    del packets[lost]
    got = carried(nal.H264, packets)
    assert [unit.pts // 6000 for unit in got] == [0, 1, 2, 3, 4, *range(30, 60)]


@given(st.binary(max_size=80))
def test_rubbish_is_no_packet_or_a_packet(data: bytes) -> None:
    packet = rtp.parse(data)
    assert packet is None or len(packet.payload) <= len(data)


@given(st.lists(st.binary(max_size=300), max_size=10), st.integers(1, 50))
def test_framed_packets_come_out_of_any_pieces(packets: list[bytes], piece: int) -> None:
    stream = b"".join(len(p).to_bytes(2, "big") + p for p in packets)
    framed = rtp.Framed()
    got: list[bytes] = []
    for begin in range(0, len(stream), piece):
        got += framed.feed(stream[begin : begin + piece])
    assert got == packets


def program(loop: Loop, *, with_pts: bool = True) -> bytes:
    return b"".join(
        ps.program_stream(
            loop.shot.codec, nal.annexb(unit), 8_589_930_000 + n * 6000, key=loop.keys[n], with_pts=with_pts
        )
        for n, unit in enumerate(loop.units)
    )


@pytest.mark.parametrize("codec", [nal.H264, nal.H265])
@pytest.mark.parametrize("piece", [1400, 77])
def test_a_program_stream_gives_its_pictures_in_any_pieces(codec: str, piece: int) -> None:
    loop = short(codec)
    got: list[ps.Picture] = []
    reader = ps.PsReader(got.append)
    data = program(loop)
    for begin in range(0, len(data), piece):
        reader.feed(data[begin : begin + piece])
    reader.flush()
    assert [picture.nals for picture in got] == loop.units
    assert {picture.codec for picture in got} == {codec}
    assert [picture.pts for picture in got][:2] == [8_589_930_000, (8_589_930_000 + 6000) % 2**33]


def test_ffmpeg_reads_the_streams_we_write() -> None:
    loop = short()
    writer = ps.TsWriter(nal.H264)
    transport = b"".join(
        writer.picture(nal.annexb(u), n * 6000, key=loop.keys[n]) for n, u in enumerate(loop.units)
    )
    for form, data in (("mpeg", program(loop)), ("mpegts", transport)):
        with av.open(io.BytesIO(data), format=form) as container:
            assert sum(1 for _ in container.decode(video=0)) == 60


def test_a_transport_stream_that_begins_in_the_middle_finds_its_beat() -> None:
    loop = short()
    writer = ps.TsWriter(nal.H264)
    data = b"".join(
        writer.picture(nal.annexb(u), n * 6000, key=loop.keys[n]) for n, u in enumerate(loop.units)
    )
    got: list[ps.Picture] = []
    reader = ps.TsReader(got.append)
    reader.feed(b"\x11\x22\x33" + data)
    assert [picture.nals for picture in got] == loop.units[:-1]


@given(st.binary(max_size=400))
def test_rubbish_breaks_no_reader(data: bytes) -> None:
    for reader in (ps.PsReader(lambda picture: None), ps.TsReader(lambda picture: None)):
        reader.feed(data)
        reader.flush()


@given(st.integers(0, 2**33 - 1))
def test_times_of_33_bits_survive(value: int) -> None:
    assert ps.read_time(ps.write_time(value, 2), 0) == value


def test_a_still_is_small_and_shows_the_clock() -> None:
    loop = short()
    made = pictures.still(nal.H264, loop.units[30])
    assert made.jpeg.startswith(b"\xff\xd8")
    assert 2_000 < len(made.jpeg) < 12_000
    grey = pictures.decode(nal.H264, loop.units[30]).to_ndarray(format="gray")
    assert read_code([float(grey[16, cell * 32 + 16]) for cell in range(18)]) == 2000


def test_a_picture_that_cannot_be_decoded_says_so() -> None:
    with pytest.raises(pictures.Unreadable):
        pictures.still(nal.H264, [b"\x65rubbish"])


@given(
    st.lists(
        st.tuples(
            st.integers(0, 65535), st.integers(0, 15), st.integers(0, 2**32 - 1), st.binary(max_size=50)
        )
    )
)
def test_frames_of_the_wire_survive(frames: list[tuple[int, int, int, bytes]]) -> None:
    assert list(wire.unpack(b"".join(wire.pack(*frame) for frame in frames))) == frames


def test_a_cut_off_frame_is_an_error() -> None:
    with pytest.raises(ValueError, match="cut off"):
        list(wire.unpack(wire.pack(1, 0, 0, b"abc")[:-1]))


def test_the_encoded_minute_is_kept_in_a_file(tmp_path: Path) -> None:
    from wangge.cameras.sim import loop as minutes

    said: list[str] = []
    first = minutes.load(SHORT, tmp_path, said.append)
    again = minutes.load(SHORT, tmp_path, said.append)
    assert again == first
    assert len(said) == 1
