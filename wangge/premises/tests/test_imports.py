"""Ledgers and rosters: rows in = stored + refused, twice is once, refusals say why and can come again."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest

from wangge.audit.models import AuditEntry
from wangge.kit.errors import Forbidden, Invalid, NotFound
from wangge.org.testing import Person, a_person
from wangge.premises import queries, services, testing
from wangge.premises.models import Contact, ImportBatch, Premises, RefusedRow, StaffMember
from wangge.premises.tests.test_register import an_id_no
from wangge.territory.testing import a_town

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
HEADER = [
    "企业名称",
    "统一社会信用代码",
    "镇(街道)",
    "行业",
    "规上",
    "地址",
    "联系人",
    "联系电话",
    "职工人数",
]


def ledger(*rows: list[str], header: list[str] | None = None) -> io.BytesIO:
    text = io.StringIO()
    csv.writer(text).writerows([header or HEADER, *rows])
    return io.BytesIO(text.getvalue().encode("gb18030"))


def line(name: str, code: str = "", town: str = "石港镇", **more: str) -> list[str]:
    given = {"industry": "家纺纺织", "scale": "是", "address": "示范路1号", "contact": "曹示范",
             "phone": "199-0000-1111", "staff": "120人"} | more  # fmt: skip
    return [
        name,
        code,
        town,
        *(given[k] for k in ("industry", "scale", "address", "contact", "phone", "staff")),
    ]


def load(cast: Cast, stream: io.BytesIO, who: str = "leader", **more: Any) -> ImportBatch:
    return services.import_ledger(
        actor=cast[who].actor, stream=stream, filename="台账.csv", **({"mapping": {}} | more)
    )


def counts(batch: ImportBatch) -> tuple[int, int, int, int, int]:
    return batch.rows_in, batch.stored, batch.unchanged, batch.updated, batch.refused


def test_a_ledger_with_the_usual_headings_is_stored_or_refused_row_by_row(cast: Cast) -> None:
    a_town("平潮镇")
    batch = load(
        cast,
        ledger(
            line("示例甲家纺有限公司", testing.a_code(11)),
            line("示例乙家纺有限公司", testing.a_code(12), "平潮镇", scale="", staff=""),
            line("示例丙家纺有限公司", testing.a_code(13)[:-1] + "Z"),
            line("", testing.a_code(14)),
            line("示例丁家纺有限公司", testing.a_code(11)),
            line("示例戊家纺有限公司", town="月亮镇"),
            line("示例己家纺有限公司", industry="炼丹"),
            line("示例庚家纺有限公司", phone="1"),
            line("示例辛家纺有限公司", staff="很多"),
        ),
    )
    assert counts(batch) == (9, 2, 0, 0, 7)
    assert queries.refusals(cast["leader"].actor, batch.pk) == [
        (4, "统一社会信用代码第3至8位应为数字,其余为数字或大写字母(不含 I、O、S、V、Z)"),
        (5, "名称为空"),
        (6, "与第2行重复"),
        (7, "没有“月亮镇”这个镇(街道)"),
        (8, "行业“炼丹”不是已知的行业"),
        (9, "联系电话应为7至15位数字"),
        (10, "职工人数“很多”应为整数"),
    ]
    first, second = Premises.objects.order_by("id")
    assert (first.above_scale, first.staff_total, first.industry) == (True, 120, "textile")
    assert (second.above_scale, second.staff_total, second.source) == (False, 0, f"import:{batch.pk}")
    assert queries.cards([first.pk])[first.pk].contact_phone_masked == "199****1111"


def test_twice_is_once_and_known_rows_stay_unless_told_to_update(cast: Cast) -> None:
    rows = [line("示例甲家纺有限公司", testing.a_code(11)), line("示例乙便利店", "")]
    assert counts(load(cast, ledger(*rows))) == (2, 2, 0, 0, 0)
    assert counts(load(cast, ledger(*rows))) == (2, 2, 2, 0, 0)
    rows[0] = line(
        "示例甲家纺有限公司", testing.a_code(11), staff="130", contact="季样本", phone="19900002222"
    )
    assert counts(load(cast, ledger(*rows))) == (2, 2, 2, 0, 0)
    assert Premises.objects.get(credit_code=testing.a_code(11)).staff_total == 120
    assert counts(load(cast, ledger(*rows), update=True)) == (2, 2, 1, 1, 0)
    row = Premises.objects.get(credit_code=testing.a_code(11))
    assert (row.staff_total, row.version) == (130, 2)
    assert queries.cards([row.pk])[row.pk].contact_name == "季样本"
    assert Contact.objects.filter(premises=row).count() == 2
    assert Premises.objects.count() == 2


def test_a_row_without_code_is_the_one_that_stands_there_under_its_name(cast: Cast) -> None:
    load(cast, ledger(line("示例甲家纺有限公司", testing.a_code(11))))
    assert counts(load(cast, ledger(line("示例甲家纺有限公司", "")))) == (1, 1, 1, 0, 0)
    load(cast, ledger(line("示例乙便利店", "")))
    assert counts(load(cast, ledger(line("示例乙便利店", testing.a_code(12))), update=True)) == (
        1,
        1,
        0,
        1,
        0,
    )
    assert Premises.objects.get(name="示例乙便利店").credit_code == testing.a_code(12)
    assert counts(load(cast, ledger(line("示例乙便利店", testing.a_code(13))))) == (1, 1, 0, 0, 0)
    assert Premises.objects.filter(name="示例乙便利店").count() == 2


def test_refused_rows_come_back_with_reasons_and_can_be_corrected(cast: Cast) -> None:
    batch = load(cast, ledger(line("示例甲家纺有限公司", "123"), line("=示例乙", testing.a_code(12))))
    assert counts(batch) == (2, 1, 0, 0, 1)
    assert b"\xe7\xa4\xba\xe4\xbe\x8b" not in bytes(RefusedRow.objects.get().cells_sealed)
    content = services.refused_rows(actor=cast["leader"].actor, batch_id=batch.pk)
    assert AuditEntry.objects.filter(action="premises.ledger.refusals_read").count() == 1
    text = content.decode("utf-8-sig")
    assert text.splitlines()[1].startswith("2,统一社会信用代码应为18位,示例甲家纺有限公司,123,石港镇")
    corrected = io.BytesIO(text.replace(",123,", f",{testing.a_code(11)},").encode())
    assert counts(load(cast, corrected)) == (1, 1, 0, 0, 0)


def test_excel_with_65000_blank_rows_and_chosen_columns(cast: Cast) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["单位全名", "码", "哪个镇"])
    sheet.append(["示例甲家纺有限公司", testing.a_code(11), "石港"])
    for _ in range(65_000):
        sheet.append(["", None, " "])
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    mapping = {"name": "单位全名", "credit_code": "码", "town": "哪个镇"}
    batch = load(cast, file, mapping=mapping)
    assert (*counts(batch), batch.blank) == (1, 1, 0, 0, 0, 65_000)
    for wrong in ({"name": "没有的列"}, {"planet": "码"}, {"credit_code": "码"}):
        file.seek(0)
        with pytest.raises(Invalid):
            load(cast, file, mapping=wrong)
    assert ImportBatch.objects.count() == 1


def test_a_preview_proposes_and_stores_nothing(cast: Cast) -> None:
    found = services.preview_file(
        actor=cast["leader"].actor, stream=ledger(line("示例甲家纺有限公司")), filename="台账.csv"
    )
    assert found.mapping["staff_total"] == "职工人数"
    assert found.rows[0][0] == "示例甲家纺有限公司"
    assert (Premises.objects.count(), ImportBatch.objects.count()) == (0, 0)


def test_a_town_loads_its_own_rows_and_learns_nothing_of_others(cast: Cast) -> None:
    a_town("平潮镇")
    load(cast, ledger(line("示例甲家纺有限公司", testing.a_code(11), "平潮镇")))
    batch = load(
        cast,
        ledger(
            line("示例乙家纺有限公司", testing.a_code(12), ""),
            line("示例丙家纺有限公司", testing.a_code(13), "平潮镇"),
            line("示例甲家纺有限公司", testing.a_code(11), "石港镇"),
        ),
        who="xia",
    )
    assert counts(batch) == (3, 1, 0, 0, 2)
    assert [reason for _, reason in queries.refusals(cast["xia"].actor, batch.pk)] == [
        "不在您的辖区内",
        "该单位已登记在其他镇(街道)",
    ]
    other = a_person("area_admin", None, a_town("平潮镇").id).actor
    with pytest.raises(NotFound):
        queries.import_batch(other, batch.pk)
    with pytest.raises(Forbidden):
        load(cast, ledger(line("示例丁家纺有限公司")), who="zhang")


def test_a_roster_is_loaded_sealed_and_twice_is_once(cast: Cast) -> None:
    row = testing.a_premises(actor=cast["xia"].actor, area_id=cast["zhang"].actor.area_id)
    header = ["姓名", "身份证号", "手机号", "岗位"]
    rows = [
        ["季样本", an_id_no(), "19900003333", "挡车工"],
        ["季样本", an_id_no(), "19900003333", "挡车工"],
        ["钱样本", "320699199001011230", "", "保安"],
        ["孙样本", "", "19900003334", ""],
    ]

    def put(stream: io.BytesIO) -> ImportBatch:
        return services.import_staff(
            actor=cast["xia"].actor, premises_id=row.pk, stream=stream, filename="名册.csv", mapping={}
        )

    batch = put(ledger(*rows, header=header))
    reasons = [reason for _, reason in queries.refusals(cast["xia"].actor, batch.pk)]
    assert counts(batch) == (4, 2, 0, 0, 2)
    assert reasons == ["与第2行重复", "身份证号第18位校验不符,请核对原件"]
    rows[0][3] = "组长"
    assert counts(put(ledger(*rows, header=header))) == (4, 2, 1, 1, 2)
    page = queries.staff_of(cast["xia"].actor, row.pk)
    assert [(s.name_masked, s.phone_masked, s.position) for s in page.items] == [
        ("季**", "199****3333", "组长"),
        ("孙**", "199****3334", ""),
    ]
    assert StaffMember.objects.count() == 2
