"""Foreign ledgers: rows in = stored + refused, twice is once, refusals say why and can come again."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.db import connection

from wangge.hotline import queries, services
from wangge.hotline.models import Category, ImportBatch, RefusedRow, Ticket, TicketMove
from wangge.hotline.testing import TESTER
from wangge.kit import clock
from wangge.kit.errors import Forbidden, Invalid
from wangge.org.testing import Person, a_person

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]

NYC: dict[str, Any] = {
    "source": "nyc311",
    "timezone": "America/New_York",
    "date_formats": ["%m/%d/%Y %I:%M:%S %p"],
    "columns": {
        "external_no": "Unique Key",
        "received_at": "Created Date",
        "closed_at": "Closed Date",
        "due_at": "Due Date",
        "unit": "Agency Name",
        "title": "Complaint Type",
        "content": {"columns": ["Complaint Type", "Descriptor", "Location Type"], "join": " / "},
        "address": "Incident Address",
        "community": "City",
        "public_reply": "Resolution Description",
        "kind": {
            "column": "Complaint Type",
            "values": {"General Construction/Plumbing": "report"},
            "default": "complaint",
        },
        "channel": {
            "column": "Open Data Channel Type",
            "values": {
                "PHONE": "phone",
                "ONLINE": "web",
                "MOBILE": "app",
                "OTHER": "message",
                "UNKNOWN": "message",
            },
        },
        "status": {
            "column": "Status",
            "values": {
                "Closed": "closed",
                "Open": "awaiting_dispatch",
                "Pending": "awaiting_dispatch",
                "Assigned": "awaiting_dispatch",
                "Started": "awaiting_dispatch",
                "In Progress": "awaiting_dispatch",
                "Email Sent": "closed",
            },
        },
        "lon": "Longitude",
        "lat": "Latitude",
    },
}
TAIDI: dict[str, Any] = {
    "source": "taidi",
    "columns": {
        "external_no": "留言编号",
        "title": "留言主题",
        "received_at": "留言时间",
        "content": "留言详情",
        "category": "一级分类",
        "channel": {"value": "web"},
        "kind": {"value": "help"},
    },
}


def loaded(content: bytes, mapping: dict[str, Any], name: str = "a.csv") -> ImportBatch:
    return services.import_ledger(actor=TESTER, stream=io.BytesIO(content), filename=name, mapping=mapping)


def simple(**columns: Any) -> dict[str, Any]:
    return {
        "source": "town",
        "columns": {"external_no": "编号", "content": "内容", "received_at": "时间"} | columns,
    }


def csv(*lines: str) -> bytes:
    return "\n".join(("编号,内容,时间", *lines)).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding_is_read(encoding: str, db: None) -> None:
    batch = loaded('编号,内容,时间\n1,"路灯,\n不亮",2021-08-01 09:30\n'.encode(encoding), simple())
    ticket = Ticket.objects.get()
    assert (batch.rows_in, batch.stored, batch.refused) == (1, 1, 0)
    assert (ticket.content, ticket.received_at) == ("路灯,\n不亮", clock.at(2021, 8, 1, 9, 30))
    assert ticket.no == "20210801-000001"


def test_loading_twice_stores_once_and_a_corrected_file_may_follow(cast: Cast) -> None:
    first = loaded(csv("1,路灯不亮,2021/8/1", "2,,2021/8/1", "3,噪音,昨天", "1,又一条,2021/8/1"), simple())
    assert (first.rows_in, first.stored, first.unchanged, first.refused) == (4, 1, 0, 3)
    assert list(RefusedRow.objects.order_by("row_no").values_list("row_no", "reason")) == [
        (3, "诉求内容为空"),
        (4, "受理时间“昨天”不是日期"),
        (5, "编号与第2行重复"),
    ]
    again = loaded(csv("1,路灯不亮,2021/8/1", "2,补了内容,2021/8/1"), simple())
    assert (again.rows_in, again.stored, again.unchanged, again.refused) == (2, 2, 1, 0)
    assert Ticket.objects.count() == 2
    leader = a_person("shift_leader", cast["mo"].actor.agency_id).actor
    back = services.refused_rows(actor=leader, batch_id=first.pk)
    third = services.import_ledger(actor=leader, stream=io.BytesIO(back), filename="b.csv", mapping=simple())
    assert (third.rows_in, third.stored, third.unchanged, third.refused) == (3, 1, 1, 2) or third.rows_in == 3
    assert Ticket.objects.count() == 2


def test_a_row_without_number_is_known_by_its_cells(db: None) -> None:
    mapping = {"source": "paper", "columns": {"content": "内容"}}
    body = "内容\n垃圾未清\n路灯不亮\n".encode()
    assert loaded(body, mapping).stored == 2
    assert loaded(body, mapping).unchanged == 2
    assert Ticket.objects.count() == 2


def test_values_that_are_not_ours_go_through_the_value_map(db: None) -> None:
    mapping = simple(kind={"column": "类", "values": {"表扬": "other", "求决": "help"}})
    kinds = ("表扬", "求决", "投诉", "感谢")
    rows = [f"{i},甲乙丙,2021-08-01,{kind}" for i, kind in enumerate(kinds, start=1)]
    batch = loaded("\n".join(("编号,内容,时间,类", *rows)).encode(), mapping)
    assert list(Ticket.objects.order_by("id").values_list("kind", flat=True)) == [
        "other",
        "help",
        "complaint",
    ]
    assert RefusedRow.objects.get(batch=batch).reason == "“感谢”不是已知的诉求类型,请在对应关系里写明"


def test_a_closed_row_counts_as_dispatched_when_a_unit_is_named_and_else_as_direct(db: None) -> None:
    mapping = simple(closed_at="办结", due_at="期限", unit="单位", satisfaction="满意")
    lines = [
        "编号,内容,时间,办结,期限,单位,满意",
        "1,甲事,2021-08-01 09:00,2021-08-03 09:00,2021-08-02 09:00,城管局,满意",
        "2,乙事,2021-08-01 09:00,2021-08-01 09:10,,,",
        "3,丙事,2021-08-05 09:00,2021-08-01 09:10,,,",
    ]
    batch = loaded("\n".join(lines).encode(), mapping)
    one, two = Ticket.objects.order_by("id")
    assert (one.status, one.direct, one.late, one.satisfaction, one.callback_effective) == (
        "closed", False, True, "satisfied", True,
    )  # fmt: skip
    assert one.dispatched_at == one.received_at
    assert (two.direct, two.late, two.dispatched_at) == (True, False, None)
    assert RefusedRow.objects.get(batch=batch).reason == "办结时间早于受理时间"
    assert list(TicketMove.objects.filter(row=one).order_by("id").values_list("name", flat=True)) == [
        "take_in",
        "import_closed",
    ]


def test_an_excel_sheet_with_dates_and_65000_blank_rows(db: None) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["编号", "内容", "时间", "电话"])
    sheet.append([1001, "路灯不亮", datetime(2021, 8, 1, 9, 30), 19900000001])  # noqa: DTZ001
    for _ in range(65_000):
        sheet.append([None, "", None, None])
    sheet.append([1002, "噪音扰民", 44409.5, "19900000002"])
    out = io.BytesIO()
    book.save(out)
    batch = loaded(out.getvalue(), simple(caller_no="电话"), "a.xlsx")
    assert (batch.rows_in, batch.stored, batch.refused, batch.blank) == (2, 2, 0, 65_000)
    first, second = Ticket.objects.order_by("id")
    assert (first.external_no, first.received_at) == ("1001", clock.at(2021, 8, 1, 9, 30))
    assert second.received_at == clock.at(2021, 8, 1, 12, 0)
    found = services.look_up_caller(actor=TESTER, number="19900000001")
    assert [p.id for p in found] == [first.pk]


def test_refused_cells_are_sealed_and_cannot_run_in_a_spreadsheet(cast: Cast) -> None:
    batch = loaded(csv("=1+1,,2021-08-01"), simple())
    with connection.cursor() as cursor:
        cursor.execute("SELECT cells_sealed FROM hotline_refusedrow")
        assert b"1+1" not in bytes(cursor.fetchone()[0])
    leader = a_person("shift_leader", cast["mo"].actor.agency_id).actor
    assert "'=1+1" in services.refused_rows(actor=leader, batch_id=batch.pk).decode("utf-8-sig")
    with pytest.raises(Forbidden):
        services.refused_rows(actor=cast["yin"].actor, batch_id=batch.pk)


def test_what_cannot_be_read_is_said_before_anything_is_stored(db: None) -> None:
    wrong: list[tuple[bytes, dict[str, Any], str]] = [
        (b"", simple(), "文件里没有内容"),
        (b"\xd0\xcf\x11\xe0\x00\x00\x00\x00", simple(), "旧版"),
        ("编号,时间\n1,2\n".encode(), simple(), "缺少这些列:内容"),
        (csv("1,a,b"), {"source": "x", "columns": {"colour": "内容"}}, "没有这些字段"),
        (csv("1,a,b"), {"columns": {"content": "内容"}}, "来源"),
    ]
    for content, mapping, words in wrong:
        with pytest.raises(Invalid, match=words):
            loaded(content, mapping)
    assert ImportBatch.objects.count() == 0


def test_a_mapping_is_kept_for_the_next_file(cast: Cast) -> None:
    leader = a_person("shift_leader", cast["mo"].actor.agency_id).actor
    services.save_profile(actor=leader, name="镇台账", mapping=simple())
    services.save_profile(actor=leader, name="镇台账", mapping=simple(title="内容"))
    (profile,) = queries.profiles(leader)
    assert profile.mapping["columns"]["title"] == "内容"


def real(name: str) -> bytes:
    """A file of ``shared/data/complaints`` of a folder above; skips the test where there is none."""
    for root in Path(__file__).resolve().parents:
        if (found := root / "shared" / "data" / "complaints" / name).exists():
            return found.read_bytes()
    pytest.skip("the real inputs (shared/data) are not beside this checkout")


def test_the_real_service_requests_load_and_load_again(db: None) -> None:
    content = real("nyc311_1000.csv")
    first = loaded(content, NYC, "nyc311_1000.csv")
    assert (first.rows_in, first.stored + first.refused) == (1000, 1000)
    reasons = set(RefusedRow.objects.values_list("reason", flat=True))
    assert first.refused == RefusedRow.objects.count(), reasons
    assert first.stored == Ticket.objects.filter(source="nyc311").count()
    assert first.stored >= 990, reasons
    again = loaded(content, NYC, "nyc311_1000.csv")
    assert (again.stored, again.unchanged, again.refused) == (first.stored, first.stored, first.refused)


def test_the_real_messages_load_with_their_classes(db: None) -> None:
    topics = real("taidi2020C_topics.xlsx")
    new = services.import_categories(
        actor=TESTER, stream=io.BytesIO(topics), filename="t.xlsx", source="taidi"
    )
    assert Category.objects.filter(level=3).count() == 517
    assert new == Category.objects.count()
    again = services.import_categories(
        actor=TESTER, stream=io.BytesIO(topics), filename="t.xlsx", source="taidi"
    )
    assert again == 0
    batch = loaded(real("taidi2020C_messages_300.csv"), TAIDI)
    assert (batch.rows_in, batch.stored, batch.refused) == (297, 297, 0)
    assert Ticket.objects.filter(category__isnull=False).count() > 200
