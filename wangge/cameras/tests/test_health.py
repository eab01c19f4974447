"""Dark, frozen, moved: judged from stills, on the simulator's own faults."""

from __future__ import annotations

import asyncio
import zlib
from pathlib import Path

import pytest

from wangge.cameras.gateway import health
from wangge.cameras.gateway.channel import PLAYING
from wangge.cameras.media.pictures import Look, look_of, still
from wangge.cameras.sim.loop import Shot, draw
from wangge.cameras.tests.gatehouse import a_gatehouse, in_loop, minute


def seen(scene: str, number: int) -> Look:
    return look_of(draw(Shot(scene), number).resize((320, 180)))


def test_a_living_camera_is_well_for_an_hour() -> None:
    watch = health.Watch()
    verdicts = {watch.look(seen("road", number * 37 % 900), number) for number in range(180)}
    assert verdicts == {health.WELL}


def test_a_black_picture_is_dark_at_once_and_light_makes_it_well() -> None:
    watch = health.Watch()
    watch.look(seen("gate", 0), 1)
    assert watch.look(seen("dark", 0), 2) == health.DARK
    assert watch.look(seen("gate", 1), 3) == health.WELL


def test_the_same_picture_four_times_is_frozen() -> None:
    watch = health.Watch()
    assert [watch.look(seen("gate", 0), 7) for _ in range(4)] == [health.WELL] * 3 + [health.FROZEN]
    assert watch.look(seen("gate", 9), 8) == health.WELL


def test_another_view_three_times_is_moved_until_somebody_accepts_it() -> None:
    watch = health.Watch()
    for number in range(6):
        watch.look(seen("gate", number * 40), number)
    verdicts = [watch.look(seen("hospital", number), 100 + number) for number in range(4)]
    assert verdicts == [health.WELL, health.WELL, health.MOVED, health.MOVED]
    watch.accept()
    assert [watch.look(seen("hospital", number), 200 + number) for number in range(4)] == [health.WELL] * 4


@pytest.mark.parametrize(("scene", "other"), [("gate", "market"), ("market", "road"), ("road", "hospital")])
def test_scenes_differ_enough_to_be_told_apart(scene: str, other: str) -> None:
    usual = [float(value) for value in seen(scene, 0).grid]
    same, foreign = (health.correlation(usual, seen(one, 300).grid) for one in (scene, other))
    assert foreign < health.MOVED_BELOW < same


def test_the_look_of_a_decoded_still_is_that_of_the_drawn_picture() -> None:
    made = still("h264", minute("gate", "h264").units[0])
    drawn = seen("gate", 0)
    assert abs(made.look.mean - drawn.mean) < 3
    assert zlib.crc32(made.jpeg) == zlib.crc32(still("h264", minute("gate", "h264").units[0]).jpeg)


@in_loop
async def test_a_dark_camera_is_reported_once(tmp_path: Path) -> None:
    async with a_gatehouse(tmp_path) as house:
        house.hub.configure({"channels": {"c1": house.camera(1, "fault=dark&phase=0") | {"pinned": True}}})
        channel = house.hub.find("c1")
        while channel.state != PLAYING:
            await asyncio.sleep(0.05)
        assert [await house.hub.look(channel) for _ in range(2)] == [health.DARK, health.DARK]
        (line,) = house.spooled("health")
        assert (line["channel"], line["verdict"], line["before"]) == ("c1", "dark", "well")
        _, state = await house.call("GET", "/control/state")
        assert state["channels"]["c1"]["verdict"] == "dark"
