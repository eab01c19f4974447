"""Filled-in sheets: once each, judged, sealed, seen by those whose they are, taken away with a record."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from wangge.audit.models import AuditEntry
from wangge.files.models import FileClaim
from wangge.forms import queries, services
from wangge.forms.models import AnswerSheet, FormVersion
from wangge.forms.queries import SheetFilter
from wangge.forms.services import Sheet
from wangge.forms.template import EXAMPLE
from wangge.forms.testing import a_published_form
from wangge.forms.tests import cases
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Conflict, Forbidden, Gone, Invalid, NotFound
from wangge.kit.ids import uuid7
from wangge.org.services import scoped
from wangge.org.testing import an_actor, an_agency, logged_in, the_cast
from wangge.premises.testing import a_premises
from wangge.residents.testing import a_person
from wangge.sync.testing import a_phone
from wangge.territory.testing import a_grid, a_town, a_village

pytestmark = pytest.mark.django_db
AT = datetime(2021, 8, 3, 2, tzinfo=UTC)
GOOD = {"staff_total": 80, "tested": 3, "dorm": "no"}
CHOICES = [
    {"选项列表": "有无", "编码": "yes", "选项": "有"},
    {"选项列表": "有无", "编码": "no", "选项": "无"},
]
NUMBER = "11010519491231002X"
PERSONAL = [
    {"题型": "文字", "变量名": "who", "题目": "称呼"},
    {"题型": "重复开始", "变量名": "people", "题目": "同住人"},
    {"题型": "身份证号", "变量名": "id", "题目": "证件"},
    {"题型": "手机号", "变量名": "tel", "题目": "手机"},
    {"题型": "重复结束"},
    {"题型": "计算", "变量名": "first", "题目": "首位", "计算": "indexed-repeat(${id}, ${people}, 1)"},
]


def the_form(**more: str) -> FormVersion:
    return a_published_form(list(EXAMPLE), CHOICES, **more)


def a_sheet(version: FormVersion, client_id: UUID | None = None, **answers: object) -> Sheet:
    return Sheet(client_id or uuid7(), version.pk, {**GOOD, "signed": str(uuid7()), **answers}, AT)


def sent(actor: Actor, version: FormVersion, answers: dict[str, Any]) -> AnswerSheet:
    return services.submit_sheet(actor=actor, sheet=Sheet(uuid7(), version.pk, answers, AT))


def test_a_sheet_sent_twice_is_stored_once_and_another_under_its_id_is_refused() -> None:
    version, worker = the_form(), an_actor("grid_worker")
    photo = str(uuid7())
    sheet = a_sheet(version, signed=photo)
    first = services.submit_sheet(actor=worker, sheet=sheet)
    assert first.answers == {"staff_total": 80, "tested": 3, "rate": 3.75, "dorm": "no", "signed": photo}
    assert services.submit_sheet(actor=worker, sheet=sheet).pk == first.pk
    with pytest.raises(Conflict) as refusal:
        services.submit_sheet(actor=worker, sheet=a_sheet(version, sheet.client_id, signed=photo, tested=4))
    assert refusal.value.code == "id_reused"
    assert AnswerSheet.objects.count() == 1


def test_a_wrong_sheet_names_its_fields_and_stores_nothing() -> None:
    version = the_form()
    with pytest.raises(Invalid) as refusal:
        services.submit_sheet(actor=an_actor("grid_worker"), sheet=a_sheet(version, tested=81))
    assert refusal.value.data == {"fields": {"tested": "其中已检测人数:不能多于员工总数"}}
    assert AnswerSheet.objects.count() == 0


def test_a_draft_takes_no_sheet_and_a_replaced_version_still_does() -> None:
    version = the_form()
    FormVersion.objects.filter(pk=version.pk).update(status="draft")
    with pytest.raises(Conflict, match="尚未发布"):
        services.submit_sheet(actor=an_actor("grid_worker"), sheet=a_sheet(version))
    FormVersion.objects.filter(pk=version.pk).update(status="replaced")
    row = services.submit_sheet(actor=an_actor("grid_worker"), sheet=a_sheet(version))
    assert row.version_id == version.pk


def test_many_sheets_are_one_insert_and_the_wrong_ones_are_named_in_their_place() -> None:
    version, worker = the_form(), an_actor("grid_worker", area=a_grid(a_village()).id)
    sheets = [a_sheet(version, tested=n) for n in range(40)]
    sheets[7] = a_sheet(version, tested=99)
    sheets[9] = Sheet(uuid7(), 999_999, {}, AT)
    sheets[11] = sheets[10]
    with CaptureQueriesContext(
        connection,
    ) as spoken:
        made = services.submit_sheets(actor=worker, sheets=sheets)
    inserts = [q for q in spoken if 'INSERT INTO "forms_answersheet"' in q["sql"]]
    assert len(inserts) == 1
    assert [type(m).__name__ for m in made].count("AnswerSheet") == 38
    assert isinstance(made[7], Invalid)
    assert isinstance(made[9], NotFound)
    assert made[10].pk == made[11].pk is not None  # type: ignore[union-attr]
    assert AnswerSheet.objects.count() == 37
    again = services.submit_sheets(actor=worker, sheets=sheets)
    assert [getattr(m, "pk", None) for m in again] == [getattr(m, "pk", None) for m in made]
    assert AnswerSheet.objects.count() == 37
    assert FileClaim.objects.count() == 37


def test_personal_answers_lie_sealed_and_show_masks() -> None:
    version, worker = a_published_form(PERSONAL), an_actor("grid_worker")
    people = [{"id": NUMBER, "tel": "13800000001"}, {"tel": "13900000002"}]
    row = sent(worker, version, {"who": "户主", "people": people})
    assert row.answers == {
        "who": "户主",
        "people": [{"id": "110105********002X", "tel": "138****0001"}, {"tel": "139****0002"}],
        "first": "******",
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT s::text FROM forms_answersheet s")
        text = cursor.fetchone()[0]
    for secret in (NUMBER, "13800000001", NUMBER.encode().hex(), b"13800000001".hex()):
        assert secret not in text
    with pytest.raises(Invalid) as refusal:
        sent(worker, version, {"people": [{"id": "110105194912310021"}]})
    assert "110105194912310021" not in json.dumps(refusal.value.data, ensure_ascii=False)


def test_a_look_at_a_personal_answer_needs_a_purpose_and_leaves_a_line() -> None:
    version, worker = a_published_form(PERSONAL), an_actor("grid_worker")
    row = sent(worker, version, {"people": [{"id": NUMBER}]})
    desk = an_actor("commander")
    with pytest.raises(Invalid):
        services.reveal_answer(actor=desk, sheet_id=row.pk, path="people[1].id", purpose=" ")
    with pytest.raises(Forbidden):
        services.reveal_answer(
            actor=an_actor("analyst"), sheet_id=row.pk, path="people[1].id", purpose="核对"
        )
    assert AuditEntry.objects.filter(action="audit.field.revealed").count() == 0
    seen = services.reveal_answer(actor=desk, sheet_id=row.pk, path="people[1].id", purpose="核对身份")
    assert seen.value == NUMBER
    line = AuditEntry.objects.get(action="audit.field.revealed")
    assert (line.subject, line.purpose, line.data) == (
        f"forms.sheet:{row.pk}",
        "核对身份",
        {"field": "people[1].id"},
    )
    with pytest.raises(NotFound):
        services.reveal_answer(
            actor=an_actor("grid_worker"), sheet_id=row.pk, path="people[1].id", purpose="看看"
        )


def test_personal_answers_are_forgotten_in_time_and_their_masks_stay() -> None:
    version = a_published_form(PERSONAL)
    row = sent(an_actor("grid_worker"), version, {"people": [{"id": NUMBER}]})
    assert services.erase_personal() == 0
    with clock.moved_to(clock.now() + timedelta(days=91)):
        assert services.erase_personal() == 1
        assert services.erase_personal() == 0
        with pytest.raises(Gone):
            services.reveal_answer(
                actor=an_actor("commander"), sheet_id=row.pk, path="people[1].id", purpose="核对"
            )
    row.refresh_from_db()
    assert (bytes(row.sealed), row.answers["people"]) == (b"", [{"id": "110105********002X"}])


def test_the_register_answers_for_its_fields_whatever_the_phone_says() -> None:
    version = a_published_form(cases.ENTERPRISE, cases.KINDS, about="enterprise")
    firm = a_premises("通州甲纺织有限公司")
    desk = an_actor("analyst")
    sheet = Sheet(
        uuid7(), version.pk, {"name": "假名", "staff": 9, "tested": 1}, AT, "premises.premises", firm.pk
    )
    row = services.submit_sheet(actor=desk, sheet=sheet)
    assert row.answers["name"] == "通州甲纺织有限公司"
    assert (row.town_id, row.village_id) == (firm.town_id, firm.village_id)
    stranger = an_actor("grid_worker", area=a_grid(a_village()).id)
    with pytest.raises(NotFound):
        services.submit_sheet(
            actor=stranger, sheet=Sheet(uuid7(), version.pk, {}, AT, "premises.premises", firm.pk)
        )
    assert AnswerSheet.objects.count() == 1
    values = queries.register_values(desk, "premises.premises", [firm.pk])
    assert values[firm.pk]["enterprise.name"] == "通州甲纺织有限公司"
    assert queries.register_values(stranger, "enterprise", [firm.pk]) == {}


def test_a_lookup_chooses_only_what_one_may_see() -> None:
    version = a_published_form([{"题型": "查找企业", "变量名": "firm", "题目": "所在企业"}])
    firm = a_premises("通州乙电子厂")
    assert sent(an_actor("analyst"), version, {"firm": firm.pk}).answers == {"firm": firm.pk}
    with pytest.raises(Invalid) as refusal:
        sent(an_actor("grid_worker", area=a_grid(a_village()).id), version, {"firm": firm.pk})
    assert refusal.value.data == {"fields": {"firm": "所在企业:没有找到,或不在您的权限范围内,请重新选择"}}
    assert AnswerSheet.objects.count() == 1


def test_a_form_about_a_person_shows_the_register_masked_and_keeps_nothing_of_it() -> None:
    asked = [
        {"题型": "文字", "变量名": "who", "题目": "谁", "登记字段": "person.name"},
        {"题型": "文字", "变量名": "card", "题目": "证件", "登记字段": "person.id_no"},
        {"题型": "小数", "变量名": "temp", "题目": "体温"},
    ]
    version = a_published_form(asked, about="person")
    grid = a_grid(a_village())
    worker = an_actor("grid_worker", area=grid.id)
    person = a_person(area_id=grid.id)
    held = queries.register_values(worker, "residents.person", [person.pk])[person.pk]
    sheet = Sheet(uuid7(), version.pk, {"card": NUMBER, "temp": 36.5}, AT, "residents.person", person.pk)
    row = services.submit_sheet(actor=worker, sheet=sheet)
    assert row.answers["temp"] == 36.5
    assert row.answers["card"] == held["person.id_no"] != NUMBER
    assert row.answers["who"] == held["person.name"][:1] + "*" * (len(held["person.name"]) - 1)
    assert bytes(row.sealed) == b""
    assert queries.search_subjects(worker, "person", held["person.name"])[0].id == person.pk
    stranger = an_actor("grid_worker", area=a_grid(a_village(a_town("刘桥镇"))).id)
    assert queries.search_subjects(stranger, "person", held["person.name"]) == []
    with pytest.raises(NotFound):
        services.submit_sheet(
            actor=stranger, sheet=Sheet(uuid7(), version.pk, {}, AT, "residents.person", person.pk)
        )


def two_towns() -> tuple[Actor, Actor, Actor, Actor]:
    """A grid worker, the administrators of her town and of another, and a unit."""
    town, other = a_town("石港镇"), a_town("刘桥镇")
    grid = a_grid(a_village(town))
    agency = an_agency().pk
    return (
        an_actor("grid_worker", area=grid.id, agency=agency),
        an_actor("area_admin", area=town.id),
        an_actor("area_admin", area=other.id),
        an_actor("unit_handler", agency=agency),
    )


def test_owner_colleague_and_stranger_see_their_own() -> None:
    version = the_form()
    worker, admin, stranger, unit = two_towns()
    row = services.submit_sheet(actor=worker, sheet=a_sheet(version))
    colleague = an_actor("grid_worker", area=worker.area_id)
    sees = {
        name: [s.pk for s in queries.sheets_visible_to(actor)]
        for name, actor in {
            "worker": worker,
            "colleague": colleague,
            "admin": admin,
            "stranger": stranger,
            "unit": unit,
            "commander": an_actor("commander"),
            "sysadmin": an_actor("sysadmin"),
            "auditor": an_actor("auditor"),
        }.items()
    }
    assert {name for name, rows in sees.items() if rows == [row.pk]} == {
        "worker",
        "admin",
        "unit",
        "commander",
    }
    assert [s.pk for s in queries.mine(worker)] == [row.pk]
    with pytest.raises(NotFound):
        queries.sheet_for(stranger, row.pk)


def test_the_second_wall_hides_what_the_first_forgot() -> None:
    version = the_form()
    worker, admin, stranger, unit = two_towns()
    row = services.submit_sheet(actor=worker, sheet=a_sheet(version))
    for actor, expected in ((worker, 1), (admin, 1), (unit, 1), (stranger, 0), (an_actor("auditor"), 0)):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE wangge_web")
            with scoped(actor):
                cursor.execute("SELECT count(*) FROM forms_answersheet WHERE id = %s", [row.pk])
                found = cursor.fetchone()[0]
            cursor.execute("RESET ROLE")
        assert (actor.role, found) == (actor.role, expected)


def test_lists_are_paged_by_key_and_narrowed() -> None:
    version, desk = the_form(), an_actor("analyst")
    worker, *_ = two_towns()
    rows = [services.submit_sheet(actor=worker, sheet=a_sheet(version)).pk for _ in range(3)]
    first = queries.sheets_of(desk, version.pk, limit=2)
    rest = queries.sheets_of(desk, version.pk, cursor=first.next_cursor or "", limit=2)
    assert [s.pk for s in (*first.items, *rest.items)] == rows[::-1]
    assert rest.next_cursor is None
    assert queries.sheets_of(desk, version.pk, SheetFilter(area=a_town("刘桥镇").id)).items == []
    grid = SheetFilter(area=worker.area_id)
    assert len(queries.sheets_of(desk, version.pk, grid).items) == 3
    tomorrow = clock.today() + timedelta(days=1)
    assert queries.sheets_of(desk, version.pk, SheetFilter(since=tomorrow)).items == []
    assert len(queries.sheets_of(desk, version.pk, SheetFilter(until=clock.today())).items) == 3
    with pytest.raises(Forbidden):
        queries.sheets_of(worker, version.pk)


def test_the_excel_has_labels_masks_and_a_sheet_per_repeat_and_leaves_a_line() -> None:
    version = a_published_form([*PERSONAL, *cases.CASCADE], cases.PLACES, title="同住人")
    worker = an_actor("grid_worker")
    sheet = {"who": "=1+1", "people": [{"id": NUMBER}, {"tel": "13800000001"}], "town": "shigang"}
    row = sent(worker, version, sheet | {"village": "v1"})
    with services.export_sheets(actor=an_actor("analyst"), version_id=version.pk) as out:
        book = load_workbook(io.BytesIO(out.read()))
    assert book.sheetnames == ["填报", "同住人"]
    main = [[c.value for c in line] for line in book["填报"].iter_rows()]
    assert main[0][8:] == ["称呼", "同住人", "首位", "镇", "村"]
    assert main[1][0] == row.pk
    assert main[1][8:] == ["=1+1", 2, "******", "石港镇", "甲村"]
    assert book["填报"]["I2"].data_type == "s"
    assert [[c.value for c in line] for line in book["同住人"].iter_rows()] == [
        ["填报编号", "序号", "证件", "手机"],
        [row.pk, 1, "110105********002X", ""],
        [row.pk, 2, "", "138****0001"],
    ]
    line = AuditEntry.objects.get(action="forms.sheet.exported")
    assert (line.subject, line.data) == (f"forms.version:{version.pk}", {"count": 1})
    with pytest.raises(Forbidden):
        services.export_sheets(actor=worker, version_id=version.pk)


def test_too_many_rows_are_refused_before_anything_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    version = the_form()
    worker = an_actor("grid_worker")
    for _ in range(3):
        services.submit_sheet(actor=worker, sheet=a_sheet(version))
    monkeypatch.setattr("wangge.forms.services.exports.MOST_ROWS", 2)
    with pytest.raises(BusinessError, match="请按日期分几次导出") as refusal:
        services.export_sheets(actor=an_actor("analyst"), version_id=version.pk)
    assert refusal.value.status == 413
    assert AuditEntry.objects.filter(action="forms.sheet.exported").count() == 0


def test_a_phone_gets_forms_sends_sheets_and_sees_them_listed() -> None:
    version = the_form(title="企业排查")
    person = the_cast()["zhang"]
    phone = a_phone(person.post.pk)
    held = phone.changes()["kinds"]
    assert [r["title"] for r in held["forms.version"]["records"]] == ["企业排查"]
    answers = GOOD | {"signed": str(uuid7())}
    body = {"version_id": version.pk, "answers": answers}
    good = phone.command("forms.submit_sheet", body)
    wrong = phone.command("forms.submit_sheet", {**body, "answers": {**answers, "tested": 81}}, sealed=True)
    told = phone.send(good, wrong)
    row = AnswerSheet.objects.get()
    assert [(a["outcome"], a["result"]) for a in told] == [("stored", {"id": row.pk}), ("refused", None)]
    assert told[1]["problem"]["data"]["fields"] == {"tested": "其中已检测人数:不能多于员工总数"}
    assert str(row.client_id) == good["id"]
    assert phone.send(good)[0]["result"] == {"id": row.pk}
    assert AnswerSheet.objects.count() == 1
    after = phone.changes()["kinds"]
    assert [r["client_id"] for r in after["forms.sheet"]["records"]] == [good["id"]]


def test_a_sheet_page_names_everything_and_reveals_by_the_door() -> None:
    version = a_published_form(PERSONAL, title="同住人")
    cast = the_cast()
    row = sent(cast["zhang"].actor, version, {"who": "户主", "people": [{"id": NUMBER}]})
    desk = logged_in(cast["zhou"])
    page = desk.get(f"/api/console/forms/sheets/{row.pk}").json()
    assert (page["title"], page["has_sealed"], page["sheet"]["answers"]["who"]) == ("同住人", True, "户主")
    assert page["sheet"]["answers"]["people"] == [{"id": "110105********002X"}]
    ask = {"path": "people[1].id", "purpose": "核对身份"}
    shown = desk.post(f"/api/console/forms/sheets/{row.pk}/reveal", ask, "application/json")
    assert shown.json() == {"path": "people[1].id", "value": NUMBER}
    stranger = logged_in(cast["xue"])
    assert stranger.get(f"/api/console/forms/sheets/{row.pk}").status_code == 404
