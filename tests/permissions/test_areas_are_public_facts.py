"""Areas over HTTP: whoever is logged in may read them, nobody else; maps are not sent twice."""

from __future__ import annotations

import pytest
from django.test import Client

from wangge.kit.actor import system
from wangge.org.testing import logged_in, the_cast
from wangge.territory import queries, services
from wangge.territory.testing import a_grid, a_town, a_village, square

pytestmark = pytest.mark.django_db
CONSOLE, SCREEN = "/api/console/territory", "/api/screen/territory"


def test_without_log_in_there_is_no_answer() -> None:
    for path in (f"{CONSOLE}/areas", f"{CONSOLE}/map/town", f"{CONSOLE}/places?area_id=1", f"{SCREEN}/towns"):
        assert Client().get(path).status_code == 401, path


def test_a_grid_worker_and_a_stranger_read_the_same_tree() -> None:
    cast = the_cast()
    answers = [logged_in(cast[who]).get(f"{CONSOLE}/areas?kind=town").json() for who in ("zhang", "ji", "mo")]
    assert answers[0] == answers[1] == answers[2]
    assert [a["name"] for a in answers[0]] == [t.name for t in queries.towns()]


def test_the_tree_opens_node_by_node_and_finds_points_and_names() -> None:
    village = a_village(a_town("石港镇"), "示范村")
    grid = a_grid(village, square(121.0, 32.0), name="示范村第1网格")
    client = logged_in(the_cast()["mo"])
    (district,) = client.get(f"{CONSOLE}/areas").json()
    towns = client.get(f"{CONSOLE}/areas?parent_id={district['id']}").json()
    assert "石港镇" in [t["name"] for t in towns]
    assert [g["id"] for g in client.get(f"{CONSOLE}/areas?parent_id={village.id}").json()] == [grid.id]
    assert client.get(f"{CONSOLE}/areas?kind=grid").status_code == 422
    assert client.get(f"{CONSOLE}/areas?kind=planet").status_code == 422
    found = client.get(f"{CONSOLE}/locate?lon=121.005&lat=32.005").json()
    assert (found["id"], found["path_names"]) == (grid.id, ["通州区", "石港镇", "示范村", "示范村第1网格"])
    lon, lat = queries.wgs84_to_gcj02(121.005, 32.005)
    assert client.get(f"{CONSOLE}/locate?lon={lon}&lat={lat}&datum=gcj02").json()["id"] == grid.id
    outside = client.get(f"{CONSOLE}/locate?lon=0&lat=0")
    assert (outside.status_code, outside.json()["detail"]) == (404, "该位置不在任何网格内")
    assert client.get(f"{CONSOLE}/locate?lon=121&lat=32&datum=bd09").status_code == 422
    assert client.get(f"{CONSOLE}/areas/search?q=sgz").json()[0]["name"] == "石港镇"
    made = services.create_place(
        actor=system("test"), name="示范市场", kind="market", lon=121.005, lat=32.005
    )
    assert [p["id"] for p in client.get(f"{CONSOLE}/places?area_id={village.id}").json()] == [made]
    assert [s["id"] for s in client.get(f"{CONSOLE}/areas/{grid.id}/successors").json()] == [grid.id]
    assert client.get(f"{CONSOLE}/areas/{grid.id + 9999}").status_code == 404
    assert client.get(f"{CONSOLE}/areas/{grid.id + 9999}/successors").status_code == 404


def test_a_map_that_did_not_change_is_not_sent_again() -> None:
    a_town("石港镇", boundary=square(121.0, 32.0, 0.1))
    client = logged_in(the_cast()["zhou"])
    for path in (f"{CONSOLE}/map/town", f"{SCREEN}/towns"):
        first = client.get(path)
        assert first.json()["features"][0]["properties"]["name"] == "石港镇"
        again = client.get(path, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    a_town("平潮镇", boundary=square(121.2, 32.0, 0.1))
    later = client.get(f"{SCREEN}/towns", headers={"If-None-Match": first["ETag"]})
    assert (later.status_code, len(later.json()["features"])) == (200, 2)
