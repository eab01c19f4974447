"""Ledgers of people: every row is stored or refused, twice is once, nothing known is overwritten."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest
from django.db import connection

from wangge.kit import crypto
from wangge.kit.errors import Forbidden, Invalid, NotFound
from wangge.org.testing import Person as Seat
from wangge.org.testing import logged_in
from wangge.residents import queries, services
from wangge.residents.models import (
    CareTag,
    Household,
    ImportBatch,
    Person,
    PersonPhone,
    Provenance,
    RefusedRow,
)
from wangge.residents.testing import a_person, an_id_no
from wangge.territory import queries as territory

pytestmark = pytest.mark.django_db
Cast = dict[str, Seat]
HEADER = ["姓名", "身份证", "电话", "网格", "住址", "户号", "关系", "标签", "亲属", "亲属电话"]
MAPPING = {
    "source": "村人口台账",
    "columns": {
        "name": "姓名", "id_no": "身份证", "phone": "电话", "grid": "网格", "address": "住址",
        "household_no": "户号", "relation": "关系", "care": "标签", "guardian": "亲属",
        "guardian_phone": "亲属电话",
    },
}  # fmt: skip


def sheet(rows: list[list[Any]], header: list[str] | None = None) -> io.BytesIO:
    book = openpyxl.Workbook()
    table = book.active
    assert table is not None
    table.append(header or HEADER)
    for row in rows:
        table.append(row)
    stream = io.BytesIO()
    book.save(stream)
    stream.seek(0)
    return stream


def load(cast: Cast, rows: list[list[Any]], who: str = "xing", **more: Any) -> ImportBatch:
    return services.import_people(
        actor=cast[who].actor, stream=sheet(rows), filename="人口.xlsx", mapping=MAPPING, **more
    )


def name_of(cast: Cast, who: str) -> str:
    return territory.area(cast[who].actor.area_id or 0).name


def test_rows_become_people_in_households(cast: Cast) -> None:
    grid = name_of(cast, "zhang")
    head, wife = an_id_no("19500101", "1"), an_id_no("19520202", "2")
    batch = load(
        cast,
        [
            ["陈一", head, 19900000101, grid, "1组1号", "H1", "户主", "独居老人、慢性病患者", "", ""],
            ["陈二", wife, "", grid, "1组1号", "H1", "妻子", "", "陈小", "19900000102"],
        ],
    )
    assert (batch.rows_in, batch.stored, batch.refused, batch.unchanged, batch.updated) == (2, 2, 0, 0, 0)
    one, two = Person.objects.order_by("pk")
    home = Household.objects.get()
    assert (one.household_id, two.household_id, home.address, home.number) == (
        home.pk,
        home.pk,
        "1组1号",
        "H1",
    )
    assert (one.relation, two.relation, one.grid_id) == ("head", "spouse", cast["zhang"].actor.area_id)
    assert (one.data_source, one.sex, str(two.birthday)) == ("import", "1", "1952-02-02")
    assert sorted(CareTag.objects.values_list("kind", flat=True)) == ["chronic", "elder_alone"]
    phone = PersonPhone.objects.get(person=two)
    assert (phone.kind, phone.holder, crypto.unseal("phone", phone.number_sealed)) == (
        "guardian", "陈小", "19900000102",
    )  # fmt: skip
    assert Provenance.objects.get(person=one).ref == f"import:{batch.pk}:2"


def test_what_cannot_be_stored_is_kept_with_its_reason_and_can_follow(cast: Cast) -> None:
    grid, good = name_of(cast, "zhang"), an_id_no()
    wrong = good[:17] + ("0" if good[17] != "0" else "1")
    rows = [
        ["陈一", good, "", grid, "1号", "", "", "", "", ""],
        ["", an_id_no(), "", grid, "1号", "", "", "", "", ""],
        ["陈三", wrong, "", grid, "1号", "", "", "", "", ""],
        ["陈四", an_id_no(), "199", grid, "1号", "", "", "", "", ""],
        ["陈五", an_id_no(), "199000", grid, "1号", "", "", "", "", ""],
        ["陈六", an_id_no(), "", "没有的网格", "1号", "", "", "", "", ""],
        ["陈七", an_id_no(), "", grid, "1号", "", "表兄", "", "", ""],
        ["陈八", an_id_no(), "", grid, "1号", "", "", "好人", "", ""],
        ["陈一", good, "", grid, "1号", "", "", "", "", ""],
        ["", "", "", "", "", "", "", "", "", ""],
    ]
    batch = load(cast, rows)
    assert (batch.rows_in, batch.stored, batch.refused) == (9, 2, 7)
    assert queries.refusals(cast["xing"].actor, batch.pk) == [
        (3, "请填写姓名"),
        (4, "身份证号第18位校验不符,请核对原件"),
        (6, "手机号应为11位,现在是6位"),
        (7, "没有网格“没有的网格”"),
        (8, "“表兄”不是已知的与户主关系"),
        (9, "“好人”不是已知的关爱标签"),
        (10, "与第2行是同一人"),
    ]
    taken = services.refused_rows(actor=cast["xing"].actor, batch_id=batch.pk).decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(taken)))
    assert (back[0][:3], back[2][2:4]) == (["行号", "拒收原因", "姓名"], ["陈三", wrong])
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(row_to_json(r)::text, '') FROM residents_refusedrow r")
        assert wrong not in cursor.fetchone()[0]
    back[2][3] = good[:14] + an_id_no()[14:17]
    fixed = an_id_no("19610505")
    corrected = [*back[2][2:3], fixed, *back[2][4:]]
    again = load(cast, [corrected])
    assert (again.rows_in, again.stored, again.refused) == (1, 1, 0)
    assert Person.objects.count() == 3


def test_a_file_loaded_twice_stores_nothing_twice(cast: Cast) -> None:
    grid = name_of(cast, "zhang")
    rows = [
        ["陈一", an_id_no(), "19900000111", grid, "1号", "H1", "", "", "", ""],
        ["陈幼", "", "", grid, "1号", "H1", "子女", "", "", ""],
    ]
    load(cast, rows)
    again = load(cast, rows)
    assert (again.rows_in, again.stored, again.unchanged, again.updated) == (2, 2, 2, 0)
    assert (Person.objects.count(), Household.objects.count(), PersonPhone.objects.count()) == (2, 1, 1)
    assert {p.version for p in Person.objects.all()} == {1}


def test_known_people_are_filled_but_never_overwritten(cast: Cast) -> None:
    number = an_id_no()
    known = a_person(area_id=cast["zhang"].actor.area_id, name="陈一", id_no=number, phone="", address="旧址")
    load(cast, [["陈壹", number, "19900000121", name_of(cast, "zhang"), "新址", "", "户主", "", "", ""]])
    batch = ImportBatch.objects.get()
    assert (batch.stored, batch.updated, batch.unchanged) == (1, 1, 0)
    known.refresh_from_db()
    assert (known.name, known.address, known.relation, known.version) == ("陈一", "旧址", "head", 2)
    assert PersonPhone.objects.filter(person=known).count() == 1
    assert queries.provenance(cast["xing"].actor, known.pk)[0].fields == ["与户主关系", "联系电话"]


def test_an_administrator_loads_into_the_own_area_only(cast: Cast) -> None:
    number = an_id_no()
    a_person(area_id=cast["zhang"].actor.area_id, id_no=number)
    own = territory.area(cast["liu"].actor.area_id or 0)
    rows = [
        ["陈一", an_id_no(), "", name_of(cast, "zhang"), "1号", "", "", "", "", ""],
        ["陈二", number, "", "", "1号", "", "", "", "", ""],
        ["陈三", an_id_no(), "", "", "1号", "", "", "", "", ""],
    ]
    batch = load(cast, rows, "liu")
    assert queries.refusals(cast["liu"].actor, batch.pk) == [
        (2, f"没有网格“{name_of(cast, 'zhang')}”"),
        (3, "此证件号码已登记在辖区外的网格,请核对后办理迁移"),
    ]
    assert Person.objects.get(name="陈三").place_id == own.id
    with pytest.raises(NotFound):
        queries.import_batch(cast["xing"].actor, batch.pk)
    for who in ("zhang", "dai", "mo"):
        with pytest.raises(Forbidden):
            load(cast, rows, who)


def test_a_mapping_must_fit_the_file(cast: Cast) -> None:
    for mapping in (
        {},
        {"source": "x"},
        {"source": "x", "columns": {"id_no": "身份证"}},
        {"source": "x", "columns": {"name": "没有"}},
        {"source": "x", "columns": {"name": "姓名", "shoe": "鞋"}},
    ):
        with pytest.raises(Invalid):
            services.import_people(
                actor=cast["xing"].actor, stream=sheet([]), filename="x.xlsx", mapping=mapping
            )
    assert ImportBatch.objects.count() == 0


def test_blank_rows_do_no_harm(cast: Cast) -> None:
    lines = [",".join(HEADER), f"陈一,{an_id_no()},,{name_of(cast, 'zhang')},1号,,,,,", *["," * 9] * 65_000]
    stream = io.BytesIO("\n".join(lines).encode("gb18030"))
    batch = services.import_people(
        actor=cast["xing"].actor, stream=stream, filename="x.csv", mapping=MAPPING, purpose="epidemic"
    )
    assert (batch.rows_in, batch.stored, batch.blank) == (1, 1, 65_000)
    assert Person.objects.get().purpose == "epidemic"


def test_the_report_over_http(cast: Cast) -> None:
    import json

    client = logged_in(cast["xing"])
    file = sheet([["陈一", "1", "", name_of(cast, "zhang"), "1号", "", "", "", "", ""]])
    file.name = "x.xlsx"
    answer = client.post("/api/console/residents/imports", {"file": file, "mapping": json.dumps(MAPPING)})
    assert answer.status_code == 201, answer.content
    report = answer.json()
    assert (report["rows_in"], report["refused"], report["refusals"]) == (
        1, 1, [{"row_no": 2, "reason": "身份证号应为18位,现在是1位"}],
    )  # fmt: skip
    taken = client.get(f"/api/console/residents/imports/{report['id']}/refused.csv")
    assert taken.headers["Cache-Control"] == "no-store"
    assert "身份证号应为18位" in taken.content.decode("utf-8-sig")
    assert logged_in(cast["liu"]).get(f"/api/console/residents/imports/{report['id']}").status_code == 404
    assert RefusedRow.objects.count() == 1
