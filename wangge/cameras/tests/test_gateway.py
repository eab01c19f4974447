"""The gateway with real sockets on loopback: what browsers get, what they do not, what is written down."""

from __future__ import annotations

import asyncio
import hashlib
import io
import itertools
import subprocess
import sys
import time
from pathlib import Path

import av
import pytest

from wangge.cameras.gateway import wire
from wangge.cameras.gateway.channel import IDLE
from wangge.cameras.tests.gatehouse import ORIGIN, a_gatehouse, grant, in_loop, minute


@in_loop
async def test_a_viewer_gets_the_picture_and_the_log_a_line_before_it(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1)}})
        browser = await house.browse(grant(["c1"]))
        await browser.do("subscribe", channel="c1", **{"as": 7})
        await browser.until(lambda: len(browser.pictures(7)) > 10)
        opened = next(s for s in browser.said if s["say"] == "opened")
        assert (opened["codec"][:9], opened["width"], opened["height"]) == ("avc1.4D40", 640, 360)
        first = browser.frames[0]
        assert first.flag & wire.INIT
        assert browser.pictures(7)[0].flag & wire.KEY
        data = first.data + b"".join(frame.data for frame in browser.pictures(7))
        with av.open(io.BytesIO(data)) as container:
            assert sum(1 for _ in container.decode(video=0)) == len(browser.pictures(7))
        await browser.do("unsubscribe", **{"as": 7})
        await browser.until(lambda: house.spooled("view-ended"))
        (begun,) = house.spooled("view-begun")
        (ended,) = house.spooled("view-ended")
        assert (begun["viewer"], begun["channel"], begun["purpose"], begun["mode"]) == (
            "post:7",
            "c1",
            "卡口巡查",
            "live",
        )
        assert (ended["view"], ended["why"]) == (begun["view"], "closed")


@in_loop
async def test_a_viewer_without_the_right_gets_nothing_and_the_attempt_is_written_down(
    tmp_path: Path,
) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1), "c2": house.camera(2)}})
        stranger = await house.browse()
        await stranger.do("subscribe", channel="c1", **{"as": 1})
        forger = await house.browse("e30.AAAA")
        await forger.do("subscribe", channel="c1", **{"as": 1})
        neighbour = await house.browse(grant(["c1"]))
        await neighbour.do("subscribe", channel="c2", **{"as": 2})
        await neighbour.do("ptz", **{"as": 2}, pan=1)
        await neighbour.until(lambda: len(neighbour.refusals()) == 2)
        await forger.until(lambda: len(forger.refusals()) == 2)
        assert neighbour.refusals() == [(2, "not-allowed"), (2, "not-allowed")]
        assert forger.refusals() == [(0, "forged"), (1, "not-allowed")]
        await asyncio.sleep(0.3)
        assert [b.frames for b in house.browsers] == [[], [], []]
        assert house.hub.channels == {}
        codes = sorted((row["code"], row["viewer"], row["channel"]) for row in house.spooled("refusal"))
        assert codes == [
            ("forged", "", ""),
            ("not-allowed", "", "c1"),
            ("not-allowed", "", "c1"),
            ("not-allowed", "post:7", "c2"),
            ("ptz-not-allowed", "post:7", ""),
        ]
        assert house.spooled("view-begun") == []


@in_loop
async def test_a_right_that_ends_ends_the_picture_unless_it_is_renewed(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1)}})
        short, renewing = (
            await house.browse(grant(["c1"], seconds=1)),
            await house.browse(grant(["c1"], seconds=1)),
        )
        for browser in (short, renewing):
            await browser.do("subscribe", channel="c1", **{"as": 1})
        await renewing.do("hello", token=grant(["c1"]))
        await short.until(lambda: short.refusals() == [(1, "expired")])
        seen = len(short.pictures(1))
        await renewing.until(lambda: len(renewing.pictures(1)) > 30)
        assert len(short.pictures(1)) == seen
        assert renewing.refusals() == []


@in_loop
async def test_a_newcomer_sees_at_once_and_one_camera_serves_all(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1)}})
        first = await house.browse(grant(["c1"]))
        await first.do("subscribe", channel="c1", **{"as": 1})
        await first.until(lambda: len(first.pictures(1)) > 8)
        late = await house.browse(grant(["c1"]))
        begun = time.monotonic()
        await late.do("subscribe", channel="c1", **{"as": 9})
        await late.until(lambda: late.pictures(9))
        assert time.monotonic() - begun < 0.3
        assert house.hub.channels["c1"].counters.opens == 1


@in_loop
async def test_a_channel_closes_a_while_after_the_last_viewer_and_a_pinned_one_never(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1), "c2": house.camera(2) | {"pinned": True}}})
        browser = await house.browse(grant(["c1", "c2"]))
        for handle, name in ((1, "c1"), (2, "c2")):
            await browser.do("subscribe", channel=name, **{"as": handle})
        await browser.until(lambda: browser.pictures(1) and browser.pictures(2))
        await browser.do("unsubscribe", **{"as": 1})
        await browser.do("unsubscribe", **{"as": 2})
        await browser.until(lambda: house.hub.channels["c1"].state == IDLE)
        assert house.hub.channels["c2"].state == "playing"


@pytest.mark.parametrize(
    ("more", "reason"),
    [("fault=notfound", "no-stream"), ("fault=silent", "silent"), ("fault=hangup", "hung-up")],
)
@in_loop
async def test_a_camera_that_fails_is_named_and_tried_again(tmp_path: Path, more: str, reason: str) -> None:
    async with a_gatehouse(tmp_path, stall=1.0) as house:
        house.hub.configure({"channels": {"c1": house.camera(1, more)}})
        browser = await house.browse(grant(["c1"]))
        await browser.do("subscribe", channel="c1", **{"as": 1})
        await browser.until(lambda: ("offline", reason) in browser.states(1), 12)
        await browser.until(lambda: house.hub.channels["c1"].counters.opens > 1)


@in_loop
async def test_a_wrong_password_is_told_and_the_right_one_opens(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, password="pw:1@x") as house:
        good, bad = (f"rtsp://admin:{word}@{house.cameras[7:]}/cam/1" for word in ("pw%3A1%40x", "nein"))
        house.hub.configure(
            {"channels": {"good": {"kind": "rtsp", "url": good}, "bad": {"kind": "rtsp", "url": bad}}}
        )
        browser = await house.browse(grant(["good", "bad"]))
        await browser.do("subscribe", channel="good", **{"as": 1})
        await browser.do("subscribe", channel="bad", **{"as": 2})
        await browser.until(lambda: browser.pictures(1) and ("offline", "password") in browser.states(2))


@in_loop
async def test_hevc_is_named_so_that_the_tile_can_say_so(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1, "codec=hevc&phase=0")}})
        browser = await house.browse(grant(["c1"]))
        await browser.do("subscribe", channel="c1", **{"as": 1})
        await browser.until(lambda: len(browser.pictures(1)) > 3)
        assert next(s for s in browser.said if s["say"] == "opened")["codec"].startswith("hvc1.1.6.L")


@in_loop
async def test_lost_packets_never_smear_the_picture(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1, "fault=loss&phase=0")}})
        browser = await house.browse(grant(["c1"]))
        await browser.do("subscribe", channel="c1", **{"as": 1})
        await browser.until(lambda: len(browser.pictures(1)) > 40)
        data = browser.frames[0].data + b"".join(frame.data for frame in browser.pictures(1))
        with av.open(io.BytesIO(data)) as container:
            for frame in container.decode(video=0):
                assert not frame.is_corrupt


@in_loop
async def test_a_browser_that_cannot_follow_loses_pictures_and_nobody_waits_for_it(tmp_path: Path) -> None:
    from wangge.cameras.gateway.channel import Piece
    from wangge.cameras.gateway.client import Client, Subscription

    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1)}})
        slow = Client(house.hub, None)  # type: ignore[arg-type]  never written to
        from wangge.cameras.gateway import tokens

        tile = Subscription(slow, 1, house.hub.find("c1"), tokens.check(b"k" * 32, grant(["c1"])))
        slow.subscriptions[1] = tile
        slow.say("welcome")
        for number in range(105):
            tile.piece(Piece(wire.KEY if number % 10 == 0 else 0, 0, 0.0, b"x" * 30_000))
        assert slow.queued <= 2**20 + 160 * 1024
        assert slow.dropped > 0
        frames = [f for item in slow.queue if isinstance(item, bytes) for f in wire.unpack(item)]
        assert frames[0].flag & wire.KEY
        assert frames[0].flag & wire.GAP
        assert slow.queue[0] == '{"say": "welcome"}'


@in_loop
async def test_stills_come_over_the_same_line_and_over_http(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1), "c2": house.camera(2, "fault=notfound")}})
        browser = await house.browse(grant(["c1", "c2"]))
        await browser.do("subscribe", channel="c1", mode="still", every=2, **{"as": 1})
        await browser.until(lambda: browser.frames)
        assert browser.frames[0].flag == wire.STILL
        assert browser.frames[0].data.startswith(b"\xff\xd8")
        assert len(browser.frames[0].data) < 12_000
        head = {"Authorization": f"Bearer {grant(['c1', 'c2'])}", "Origin": ORIGIN}
        async with house.session.get(f"{house.url}/still/c1", headers=head) as answer:
            assert (answer.status, answer.content_type) == (200, "image/jpeg")
            assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
        async with house.session.get(f"{house.url}/still/c2", headers=head) as answer:
            assert (answer.status, (await answer.json())["code"]) == (503, "no-stream")
        async with house.session.get(f"{house.url}/still/c1") as answer:
            assert answer.status == 401
        async with house.session.get(
            f"{house.url}/still/c1", headers=head | {"Origin": "http://evil.test"}
        ) as answer:
            assert answer.status == 403
        assert {row["mode"] for row in house.spooled("view-begun")} == {"still"}


@in_loop
async def test_a_clip_holds_the_seconds_before_and_after_and_its_hash_is_told(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1) | {"pinned": True, "ring": 10}}})
        head = {"Authorization": f"Bearer {grant(['c1'], ['clip'], purpose='取证')}"}
        await asyncio.sleep(3)
        asked = {"channel": "c1", "before": 2, "after": 1}
        async with house.session.post(f"{house.url}/clip", json=asked, headers=head) as answer:
            assert answer.status == 201
            made = await answer.json()
        data = (tmp_path / "clips" / made["name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == made["sha256"]
        assert (tmp_path / "clips" / made["name"]).stat().st_mode & 0o777 == 0o400
        assert 2.8 < made["ends"] - made["begins"] < 4.5
        with av.open(io.BytesIO(data)) as container:
            stamps = [float(frame.pts * frame.time_base) for frame in container.decode(video=0)]
        assert len(stamps) == made["pictures"]
        assert 0 < max(b - a for a, b in itertools.pairwise(stamps)) < 0.2
        (line,) = house.spooled("clip")
        assert (line["sha256"], line["viewer"], line["purpose"]) == (made["sha256"], "post:7", "取证")
        without = {"Authorization": f"Bearer {grant(['c1'])}"}
        async with house.session.post(f"{house.url}/clip", json=asked, headers=without) as answer:
            assert (answer.status, (await answer.json())["code"]) == (401, "not-allowed")


@in_loop
async def test_the_list_is_taken_signed_only_kept_and_what_did_not_change_plays_on(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        wanted = {"channels": {"c1": house.camera(1), "c2": house.camera(2)}}
        async with house.session.put(f"{house.url}/control/channels", json=wanted) as answer:
            assert answer.status == 401
        assert house.hub.specs == {}
        assert await house.call("PUT", "/control/channels", wanted) == (200, {"channels": 2})
        browser = await house.browse(grant(["c1", "c2"]))
        for handle, name in ((1, "c1"), (2, "c2")):
            await browser.do("subscribe", channel=name, **{"as": handle})
        await browser.until(lambda: browser.pictures(1) and browser.pictures(2))
        changed = {"channels": {"c1": house.camera(1), "c2": house.camera(3)}}
        assert (await house.call("PUT", "/control/channels", changed))[0] == 200
        seen = len(browser.pictures(2))
        await browser.until(lambda: len(browser.pictures(2)) > seen + 5)
        assert house.hub.channels["c1"].counters.opens == 1
        status, answer = await house.call("PUT", "/control/channels", {"channels": {"c1": {"kind": "fax"}}})
        assert (status, answer["code"]) == (422, "malformed")
        assert set(house.hub.specs) == {"c1", "c2"}
        assert (await house.call("PUT", "/control/channels", {"channels": {"c1": house.camera(1)}}))[0] == 200
        await browser.until(lambda: ("offline", "removed") in browser.states(2))
        status, state = await house.call("GET", "/control/state")
        assert (status, state["known"], state["channels"]["c1"]["verdict"]) == (200, 1, "online")
    async with a_gatehouse(tmp_path) as again:
        assert set(again.hub.specs) == {"c1"}


@in_loop
async def test_what_only_ffmpeg_speaks_is_played_too(tmp_path: Path) -> None:
    loop = minute("gate", "h264")
    from wangge.cameras.media import fmp4, nal

    sets = nal.ParameterSets()
    line = fmp4.Timeline()
    for unit in loop.units[0]:
        sets.feed("h264", unit)
    data = fmp4.init_segment(sets) + b"".join(
        line.fragment("h264", nal.AccessUnit(u, n * 6000, n * 6000, loop.keys[n], 0.0))
        for n, u in enumerate(loop.units)
    )
    (tmp_path / "film.mp4").write_bytes(data)
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": {"kind": "rtsp", "url": str(tmp_path / "film.mp4")}}})
        browser = await house.browse(grant(["c1"]))
        await browser.do("subscribe", channel="c1", **{"as": 1})
        await browser.until(lambda: len(browser.pictures(1)) >= 60)


def test_ffmpeg_plays_our_simulated_camera_as_a_second_witness(tmp_path: Path) -> None:
    async def work() -> int:
        async with a_gatehouse(tmp_path) as house:

            def pull() -> int:
                with av.open(f"{house.cameras}/cam/1", options={"rtsp_transport": "tcp"}) as container:
                    frames = container.decode(video=0)
                    return sum(1 for _ in zip(frames, range(10), strict=False))

            return await asyncio.to_thread(pull)

    assert asyncio.run(work()) == 10


def test_the_gateway_the_platform_and_the_simulator_know_no_django() -> None:
    code = (
        "import sys, wangge.cameras.gateway.__main__, wangge.cameras.gb.platform, wangge.cameras.sim.run;"
        "print([m for m in sys.modules if m.partition('.')[0] == 'django'])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
