"""The platform against simulated devices on real sockets: what the standard wants, and every misbehaviour."""

from __future__ import annotations

import asyncio
import itertools
import time
from pathlib import Path
from typing import Any

import pytest

from wangge.cameras.gateway.sources import SourceProblem
from wangge.cameras.gb.platform import Platform
from wangge.cameras.media.nal import AccessUnit, ParameterSets
from wangge.cameras.sim.device import Device, Fleet, a_device
from wangge.cameras.tests.gatehouse import DEVICE, PASSWORD, Gatehouse, a_gatehouse, grant, in_loop


async def until(true: Any, seconds: float = 8.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        await asyncio.sleep(0.02)


def platform_of(house: Gatehouse) -> Platform:
    assert house.platform is not None
    return house.platform


async def pulled(
    house: Gatehouse, device: Device, mode: str = "", count: int = 12, seconds: float = 4.0
) -> list[AccessUnit]:
    """Pictures of the first channel, live."""
    got: list[AccessUnit] = []
    source = platform_of(house).source(device.code, device.channels[0].code, tcp=mode)
    run = asyncio.create_task(source.run(lambda codec, unit: got.append(unit), ParameterSets()))
    end = time.monotonic() + seconds
    while len(got) < count and time.monotonic() < end and not run.done():
        await asyncio.sleep(0.02)
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    return got


def even(units: list[AccessUnit]) -> bool:
    """15 pictures a second by their own times."""
    return {b.pts - a.pts for a, b in itertools.pairwise(units)} == {6000}


@pytest.mark.parametrize("tcp", [False, True])
@in_loop
async def test_a_device_registers_with_digest_and_its_catalogue_comes_whole(
    tmp_path: Path, tcp: bool
) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        _, device = await house.device(channels=140, tcp=tcp)
        known = platform_of(house).devices[DEVICE]
        await until(lambda: known.catalogue.done)
        assert (known.catalogue.report()["total"], len(known.catalogue.items)) == (140, 140)
        assert known.info["DeviceName"] == "模拟设备"
        assert device.date[:10] == time.strftime("%Y-%m-%d", time.gmtime(time.time() + 8 * 3600))
        assert known.notes == {}
        assert [row["word"] for row in house.spooled("device")] == ["online"]
        assert sum(len(row["items"]) for row in house.spooled("catalogue")) == 140
        assert [(r["total"], r["have"]) for r in house.spooled("catalogue-done")] == [(140, 140)]


@in_loop
async def test_a_wrong_password_stays_outside_and_an_own_one_counts(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        fleet = await house.fleet(a_device(DEVICE, 1), register=False)
        device = fleet.devices[DEVICE]
        fleet.password = "wrong"
        assert await fleet.register(device) == 401
        assert platform_of(house).devices == {}
        assert not await fleet.keepalive(device)
        platform_of(house).configure({DEVICE: {"password": "its-own"}})
        fleet.password = PASSWORD
        assert await fleet.register(device) == 401
        fleet.password = "its-own"
        assert await fleet.register(device) == 200


@in_loop
async def test_the_2022_edition_is_answered_in_kind(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        await house.device(version="3.0", charset="GB18030")
        known = platform_of(house).devices[DEVICE]
        assert (known.version, known.charset) == ("2022", "GB18030")


@in_loop
async def test_three_missed_beats_are_offline_and_the_next_one_online_again(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True, interval=0.4) as house:
        fleet, device = await house.device()
        known = platform_of(house).devices[DEVICE]
        for _ in range(6):
            await asyncio.sleep(0.3)
            assert await fleet.keepalive(device)
        assert known.online
        await until(lambda: not known.online)
        with pytest.raises(SourceProblem, match="离线"):
            platform_of(house).online(DEVICE)
        assert await fleet.keepalive(device)
        assert [row["word"] for row in house.spooled("device")] == ["online", "offline", "online"]
        assert "keepalive-missed" in known.notes


@in_loop
async def test_a_device_that_says_goodbye_is_offline(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        fleet, device = await house.device()
        assert await fleet.register(device, expires=0) == 200
        assert not platform_of(house).devices[DEVICE].online


@pytest.mark.parametrize(
    ("tcp", "mode"), [(False, ""), (False, "passive"), (False, "active"), (True, "passive")]
)
@in_loop
async def test_live_pictures_come_and_bye_ends_them(tmp_path: Path, tcp: bool, mode: str) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        fleet, device = await house.device(tcp=tcp)
        units = await pulled(house, device, mode)
        assert len(units) >= 12
        assert units[0].key
        assert even(units)
        await until(lambda: not fleet.streams)
        assert platform_of(house).sessions == {}
        assert platform_of(house).ports.used == set()
        assert house.notes() == set()


@pytest.mark.parametrize(
    ("fault", "notes"),
    [
        ("ts", {"ts-instead-of-ps"}),
        ("raw", set()),
        ("wrong-ssrc", {"wrong-ssrc"}),
        ("no-pts", {"missing-pts"}),
        ("utf8", {"charset-utf8-undeclared"}),
        ("bad-xml", {"xml-mended"}),
    ],
)
@in_loop
async def test_a_misbehaving_device_plays_all_the_same_and_is_noted(
    tmp_path: Path, fault: str, notes: set[str]
) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        _, device = await house.device(fault)
        await until(lambda: platform_of(house).devices[DEVICE].catalogue.done)
        units = await pulled(house, device)
        assert len(units) >= 12
        assert even(units)
        assert house.notes() == notes
        names = {item["Name"] for item in platform_of(house).devices[DEVICE].catalogue.items.values()}
        assert "模拟00001号点" in names
        assert {row["code"] for row in house.spooled("device-note")} == notes
        status, page = await house.call("GET", f"/control/device/{DEVICE}")
        assert (status, {note["code"] for note in page["notes"]}) == (200, notes)
        assert all(note["words"] != note["code"] for note in page["notes"])


@in_loop
async def test_lost_media_packets_are_noted_and_no_broken_picture_comes(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        _, device = await house.device("loss")
        units = await pulled(house, device, count=80, seconds=12)
        assert units[0].key
        from wangge.cameras.media import pictures

        sets = ParameterSets()
        for unit in units:
            if unit.key:
                for part in unit.nals:
                    sets.feed("h264", part)
                pictures.still("h264", [*sets.units(), *unit.nals])
        assert "packets-lost" in house.notes()


@in_loop
async def test_media_from_another_address_is_dropped_and_noted(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        _, device = await house.device("elsewhere")
        units = await pulled(house, device, seconds=1.5)
        assert units == []
        assert house.notes() == {"media-from-elsewhere", "no-media"}


@in_loop
async def test_a_request_from_another_address_is_refused_and_noted(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        await house.device()
        thief = Fleet(("127.0.0.1", house.sip_port, platform_of(house).settings.code), PASSWORD)
        await thief.start("127.0.0.2")
        house.fleets.append(thief)
        twin = a_device(DEVICE, 1)
        thief.add([twin])
        assert not await thief.keepalive(twin)
        assert twin.refused == 1
        assert house.notes() == {"wrong-address"}
        assert not await thief.alarm(twin, DEVICE)
        assert house.spooled("alarm") == []


@in_loop
async def test_a_busy_device_and_a_silent_one_are_told_apart(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        busy, silent = (
            a_device(DEVICE, 1, faults=frozenset({"busy"})),
            a_device(DEVICE[:-1] + "2", 1, faults=frozenset({"silent"})),
        )
        await house.fleet(busy, silent)
        with pytest.raises(SourceProblem) as refusal:
            await (
                platform_of(house)
                .source(busy.code, busy.channels[0].code)
                .run(lambda c, u: None, ParameterSets())
            )
        assert refusal.value.code == "busy"
        assert await pulled(house, silent, seconds=0.6) == []
        assert house.notes(silent.code) == {"no-media"}


@in_loop
async def test_two_messages_in_one_segment_are_both_read(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        await house.device("together", channels=50, tcp=True)
        await until(lambda: platform_of(house).devices[DEVICE].catalogue.done)
        assert len(platform_of(house).devices[DEVICE].catalogue.items) == 50


@in_loop
async def test_an_unsolicited_catalogue_is_taken_and_noted(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        fleet, device = await house.device(channels=3)
        known = platform_of(house).devices[DEVICE]
        await until(lambda: known.catalogue.done)
        device.channels[0].name = "改名的点"
        await fleet.unsolicited(device)
        assert known.catalogue.items[device.channels[0].code]["Name"] == "改名的点"
        assert house.notes() == {"catalogue-unsolicited"}


@in_loop
async def test_a_catalogue_that_stops_halfway_is_shown_partly_and_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wangge.cameras.gb import platform

    monkeypatch.setattr(platform, "CATALOGUE_STALL", 0.8)
    async with a_gatehouse(tmp_path, gb=True) as house:
        _, device = await house.device("stall", channels=40)
        known = platform_of(house).devices[DEVICE]
        await until(lambda: known.catalogue.seen)
        await asyncio.sleep(0.3)
        assert (known.catalogue.done, len(known.catalogue.items)) == (False, 16)
        await until(lambda: known.catalogue.done)
        assert (len(known.catalogue.items), known.catalogue.tries, device.catalogues) == (40, 2, 2)
        assert house.notes() == {"catalogue-stalled"}


@in_loop
async def test_a_device_that_reboots_is_noticed_and_plays_again(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True, stall=9.0) as house:
        fleet, device = await house.device()
        spec = {"kind": "gb", "device": DEVICE, "channel": device.channels[0].code}
        house.hub.configure({"channels": {"c1": spec}})
        browser = await house.browse(grant(["c1"]))
        await browser.do("subscribe", channel="c1", **{"as": 1})
        await browser.until(lambda: len(browser.pictures(1)) > 5)
        for stream in list(fleet.streams.values()):
            stream.close()
        fleet.streams.clear()
        await asyncio.sleep(2.2)
        device.call_id = "after-the-boot"
        assert await fleet.register(device) == 200
        await browser.until(lambda: ("offline", "rebooted") in browser.states(1))
        seen = len(browser.pictures(1))
        await browser.until(lambda: len(browser.pictures(1)) > seen + 5)
        assert "rebooted" in house.notes()


@in_loop
async def test_a_recording_plays_to_its_end(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        _, device = await house.device()
        house.hub.configure(
            {"channels": {"c1": {"kind": "gb", "device": DEVICE, "channel": device.channels[0].code}}}
        )
        browser = await house.browse(grant(["c1"], ["playback"]))
        await browser.do("subscribe", channel="c1", **{"as": 1, "from": 1_627_780_000, "to": 1_627_780_002})
        await browser.until(lambda: ("offline", "ended") in browser.states(1))
        assert 15 <= len(browser.pictures(1)) <= 40
        without = await house.browse(grant(["c1"]))
        await without.do("subscribe", channel="c1", **{"as": 1, "from": 1_627_780_000, "to": 1_627_780_002})
        await without.until(lambda: without.refusals() == [(1, "not-allowed")])
        assert [row["mode"] for row in house.spooled("view-begun")] == ["replay"]
        rows = await platform_of(house).recordings(
            DEVICE, device.channels[0].code, 1_627_780_000, 1_627_790_000
        )
        assert [row["Name"] for row in rows] == [f"录像{hour}" for hour in range(6)]


@in_loop
async def test_ptz_alarm_position_and_voice(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        fleet, device = await house.device()
        house.hub.configure(
            {"channels": {"c1": {"kind": "gb", "device": DEVICE, "channel": device.channels[0].code}}}
        )
        browser = await house.browse(grant(["c1"], ["ptz", "talk"]))
        await browser.do("subscribe", channel="c1", **{"as": 1})
        await browser.until(lambda: browser.pictures(1))
        await browser.do("ptz", **{"as": 1}, pan=-0.5)
        await browser.do("ptz", **{"as": 1}, pan=0)
        await until(lambda: device.moves == [(2, 128, 0, 0), (0, 0, 0, 0)])
        await browser.do("talk", **{"as": 1})
        await browser.until(lambda: any(s["say"] == "talking" for s in browser.said))
        for _ in range(5):
            await browser.socket.send_bytes(b"\x00\x01" + b"\xd5" * 160)
        await until(lambda: device.heard == 800)
        assert await fleet.alarm(device, device.channels[0].code)
        assert await platform_of(house).subscribe(DEVICE, "MobilePosition")
        await until(lambda: house.spooled("position"))
        (alarm,) = house.spooled("alarm")
        assert (alarm["device"], alarm["channel"], alarm["facts"]["AlarmMethod"]) == (
            DEVICE,
            device.channels[0].code,
            "5",
        )
        assert house.spooled("position")[0]["facts"]["Longitude"] == "121.0712"
        assert [row["viewer"] for row in house.spooled("talk")] == ["post:7"]
        assert len(house.spooled("ptz")) == 2


@in_loop
async def test_after_a_restart_registered_devices_are_there_at_once(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path, gb=True) as house:
        await house.device()
    async with a_gatehouse(tmp_path, gb=True) as again:
        assert platform_of(again).online(DEVICE).code == DEVICE
