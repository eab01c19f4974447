"""Points: stored once, placed, found, seen by whom they concern; lists lose no row."""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl
import pytest
from django.db import connection
from django.test import Client

from wangge.cameras import queries, services
from wangge.cameras.models import ImportRemark, VideoPoint
from wangge.cameras.queries import PointFilter
from wangge.cameras.services import PointDraft
from wangge.cameras.testing import TESTER, a_point
from wangge.kit import clock
from wangge.kit.errors import Forbidden, Invalid, NotFound, StaleVersion
from wangge.org import queries as org
from wangge.org import services as scope
from wangge.org.testing import Person, a_person, logged_in
from wangge.territory import queries as territory
from wangge.territory.queries import AreaCard

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
HEADER = ["点位编号", "点位名称", "类别", "镇(街道)", "经度", "纬度", "坐标系", "RTSP地址", "状态", "朝向"]
CODE = "3206120000131{:07d}"
STREAM = "rtsp://u:geheim@10.1.1.1/1"


def sheet(*rows: list[object], blank: int = 0) -> io.BytesIO:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ([*HEADER], *rows, *([[None]] * blank)):
        page.append(row)
    if blank:
        page.cell(row=len(rows) + 1 + blank, column=1).value = " "
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return out


def test_a_list_is_stored_or_refused_row_by_row_and_may_come_twice(here: AreaCard) -> None:
    lon, lat = territory.wgs84_to_gcj02(121.005, 32.005)
    rows: list[list[object]] = [
        [CODE.format(1), "建坝村采样点东侧", "核酸采样点", "", lon, lat, "GCJ-02", STREAM, "在线", 90],
        [CODE.format(2), "建坝村路口", "", "石港镇", 121.005, 32.005, "", "", "离线", ""],
        [CODE.format(1), "又一个", "", "", 121.0, 32.0, "", "", "", ""],
        ["??", "坏编号", "", "", "", "", "", "", "", ""],
        [CODE.format(3), "月亮", "月球", "", "", "", "", "", "", ""],
        [CODE.format(4), "写反了", "", "", 32.005, 121.005, "", "", "", ""],
        [CODE.format(5), "远方", "", "", 120.0, 30.0, "", "", "", ""],
        [CODE.format(6), "建坝村路口", "", "", 121.00501, 32.00501, "", "", "", ""],
        [CODE.format(7), "不是数字", "", "", "东", "", "", "", "", ""],
    ]  # fmt: skip
    first = services.import_points(actor=TESTER, stream=sheet(*rows, blank=300), filename="清单.xlsx")
    assert (first.rows_in, first.stored, first.added, first.refused) == (9, 5, 5, 4)
    said = list(
        ImportRemark.objects.filter(load=first)
        .order_by("row_no", "kind")
        .values_list("row_no", "kind", "text")
    )
    assert said == [
        (4, "refused", f"编号“{CODE.format(1)}”与第 2 行重复"),
        (5, "refused", "点位编号应为 4 到 32 位字母、数字、横线"),
        (6, "refused", "“月球”不是类别的可选值"),
        (7, "displaced", "经度和纬度疑似写反,坐标未采用"),
        (8, "displaced", "坐标不在本区任何网格内"),
        (9, "doubled", f"与“{CODE.format(2)}”同名且位置几乎相同,请核对是否同一摄像机"),
        (10, "refused", "经度“东”不是数字"),
    ]
    point = VideoPoint.objects.get(code=CODE.format(1))
    assert (point.grid_id, point.klass, point.status, point.bearing) == (here.id, "sampling", "online", 90)
    assert (round(point.lon or 0, 6), round(point.lat or 0, 6)) == (121.005, 32.005)
    assert b"geheim" not in bytes(point.stream_sealed)
    assert queries.stream_of(point) == STREAM
    again = services.import_points(actor=TESTER, stream=sheet(*rows), filename="清单.xlsx")
    assert (again.stored, again.added, again.changed, again.refused) == (5, 0, 0, 4)
    assert VideoPoint.objects.count() == 5
    csv = services.refused_rows(actor=TESTER, import_id=first.pk).decode("utf-8-sig").splitlines()
    assert len(csv) == 5
    assert csv[1].startswith(f"4,编号“{CODE.format(1)}”与第 2 行重复,{CODE.format(1)},又一个")


def test_a_list_without_its_columns_is_refused_whole(here: AreaCard) -> None:
    with pytest.raises(Invalid) as refusal:
        services.import_points(actor=TESTER, stream=io.BytesIO("经度,纬度\n1,2\n".encode()), filename="x.csv")
    assert refusal.value.data["fields"] == {"file": "缺少“点位编号”列,请检查表头"}
    assert VideoPoint.objects.count() == 0


def test_a_catalogue_of_a_device_becomes_points(here: AreaCard) -> None:
    items = [
        {"DeviceID": "32061200001310000001", "Name": "东门", "Status": "ON", "Longitude": "121.005",
         "Latitude": "32.005", "PTZType": "1"},
        {"DeviceID": "320612", "Name": "通州区"},
        {"DeviceID": "32061200001310000002", "Name": "", "Status": "OFF", "Longitude": "0", "Latitude": "0"},
    ]  # fmt: skip
    load = services.take_catalogue(actor=TESTER, device="32061200001180000001", items=items)
    assert (load.rows_in, load.stored, load.refused) == (3, 2, 1)
    east = VideoPoint.objects.get(code="32061200001310000001")
    assert (east.status, east.protocol, east.gb_device, east.ptz, east.grid_id) == (
        "online", "gb28181", "32061200001180000001", True, here.id,
    )  # fmt: skip
    nameless = VideoPoint.objects.get(code="32061200001310000002")
    assert (nameless.name, nameless.lon, nameless.status) == (nameless.code, None, "offline")


def test_pages_follow_each_other_and_words_find_points(here: AreaCard) -> None:
    for number in range(5):
        a_point(CODE.format(number), name=f"建坝村路口{number}号", klass="village")
    a_point(CODE.format(9), name="农贸市场", klass="market", tags=("夜市",))
    zhou = org.actor_for(a_person("commander").post.pk)
    seen: list[str] = []
    cursor = ""
    for _ in range(3):
        page = queries.points(zhou, PointFilter(), cursor, 2)
        seen += [row.code for row in page.items]
        cursor = page.next_cursor or ""
    assert cursor == ""
    assert sorted(seen) == [CODE.format(n) for n in (0, 1, 2, 3, 4, 9)]
    assert len(set(seen)) == 6

    def found(**wanted: object) -> list[str]:
        return [row.name for row in queries.points(zhou, PointFilter(**wanted)).items]  # type: ignore[arg-type]

    assert found(q="贸市") == ["农贸市场"]
    assert found(q=CODE.format(3)) == ["建坝村路口3号"]
    assert found(klass="market") == found(tag="夜市") == ["农贸市场"]
    assert found(selected=True) == []


def test_the_tree_and_the_map_count_every_point_once(here: AreaCard) -> None:
    a_point(CODE.format(1), lon=121.005, lat=32.005)
    a_point(CODE.format(2), lon=121.006, lat=32.005, status="offline", klass="market")
    a_point(CODE.format(3))
    zhou = org.actor_for(a_person("commander").post.pk)
    branches = queries.tree(zhou)
    assert sum(b["total"] for b in branches) == 3
    assert [(b["town"], b["class_label"], b["total"], b["online"]) for b in branches] == [
        ("石港", "菜场商超", 1, 0),
        ("石港", "道路街面", 1, 1),
        ("未定位", "道路街面", 1, 1),
    ]
    shown = queries.on_the_map(zhou, PointFilter())
    assert shown["lon"] == [121.005, 121.006]
    assert [shown["statuses"][i]["code"] for i in shown["status"]] == ["online", "offline"]
    before = queries.map_version(zhou)
    services.set_status(actor=TESTER, statuses={CODE.format(1): "faulty", CODE.format(3): "online"})
    assert queries.map_version(zhou) != before
    assert VideoPoint.objects.get(code=CODE.format(1)).status == "faulty"


def test_who_sees_which_points_by_query_and_by_the_database(cast: Cast, here: AreaCard) -> None:
    unit = cast["yin"].actor.agency_id
    river = a_point(CODE.format(1), name="江堤1号", klass="river", lon=121.005, lat=32.005)
    own = a_point(CODE.format(2), name="城管自建", agency_id=unit)
    other = a_point(CODE.format(3), name="别处")
    grid = a_person("grid_worker", area=here.id)

    def seen(person: Person) -> list[int]:
        by_query = sorted(queries.points_visible_to(person.actor).values_list("pk", flat=True))
        with scope.scoped(person.actor), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE wangge_web")
            cursor.execute("SELECT id FROM cameras_videopoint ORDER BY id")
            by_wall = [row[0] for row in cursor.fetchall()]
            cursor.execute("RESET ROLE")
        assert by_wall == by_query
        return by_query

    assert seen(cast["zhou"]) == [river.pk, own.pk, other.pk]
    assert seen(grid) == [river.pk]
    assert seen(cast["zhang"]) == seen(cast["ji"]) == []
    assert seen(cast["yin"]) == [own.pk]
    right = services.give_right(
        actor=cast["zhou"].actor,
        agency_id=unit or 0,
        classes=["river"],
        valid_to=clock.today() + timedelta(days=30),
        reason="沿江联合执法",
    )
    assert seen(cast["yin"]) == [river.pk, own.pk]
    services.end_right(actor=cast["zhou"].actor, right_id=right.pk)
    assert seen(cast["yin"]) == [own.pk]
    with pytest.raises(NotFound):
        queries.point_for(cast["yin"].actor, other.pk)
    with pytest.raises(Forbidden):
        services.give_right(
            actor=cast["yin"].actor,
            agency_id=unit or 0,
            classes=[],
            valid_to=clock.today(),
            reason="自己授权",
        )


def test_a_correction_needs_the_version_that_was_read(cast: Cast) -> None:
    point = a_point()
    zhou = cast["zhou"].actor
    changed = services.change_point(
        actor=zhou, point_id=point.pk, version=1, changes={"name": "新名字", "status": "retired"}
    )
    assert (changed.name, changed.status, changed.version) == ("新名字", "retired", 2)
    with pytest.raises(StaleVersion):
        services.change_point(actor=zhou, point_id=point.pk, version=1, changes={"name": "晚了"})
    with pytest.raises(Invalid, match="朝向"):
        services.change_point(actor=zhou, point_id=point.pk, version=2, changes={"bearing": 400})
    assert VideoPoint.objects.get(pk=point.pk).name == "新名字"
    assert services.set_status(actor=TESTER, statuses={point.code: "online"}) == 0


def test_the_doors_show_no_stream_and_no_plain_phone(cast: Cast) -> None:
    point = a_point(keeper="周", keeper_phone="19900000001", stream="rtsp://a:b@10.0.0.1/", protocol="rtsp")
    browser: Client = logged_in(cast["zhou"])
    page = browser.get(f"/api/console/cameras/points/{point.pk}")
    assert page.status_code == 200
    assert page.json()["keeper_phone"] == "199****0001"
    listed = browser.get("/api/console/cameras/points?q=测试路口")
    assert [row["id"] for row in listed.json()["items"]] == [point.pk]
    for answer in (page, listed, browser.get("/api/console/cameras/points/map")):
        assert b"10.0.0.1" not in answer.content
        assert b"19900000001" not in answer.content
    assert logged_in(cast["ji"]).get(f"/api/console/cameras/points/{point.pk}").status_code == 404


def test_drafts_that_say_too_little_are_named() -> None:
    assert services.put_points(actor=TESTER, drafts=[]).ids == {}
    from wangge.cameras.services.catalogue import draft_fault

    assert draft_fault(PointDraft(code="a b", name="x")) == "点位编号应为 4 到 32 位字母、数字、横线"
    assert draft_fault(PointDraft(code="abcd", name="x", protocol="rtsp", stream="http://x")) == (
        "RTSP 地址应以 rtsp:// 开头"
    )
