"""From an Excel file to a published version, on a real database."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from wangge.forms import queries, services
from wangge.forms.models import AnswerSheet, Form, FormVersion
from wangge.forms.template import workbook
from wangge.forms.testing import a_workbook
from wangge.forms.tests import cases
from wangge.kit import clock
from wangge.kit.errors import Conflict, Forbidden
from wangge.kit.ids import uuid7
from wangge.org.testing import an_actor, logged_in, the_cast

pytestmark = pytest.mark.django_db
GOOD = {"staff_total": 80, "tested": 3, "dorm": "no", "signed": str(uuid7())}
SETTINGS = {"表单名称": "排查", "表单编号": "survey_example"}
ONE = [{"题型": "整数", "变量名": "n", "题目": "几人"}]


def uploaded(content: bytes = b"", **more: str) -> FormVersion:
    made = services.upload_survey(
        actor=an_actor("analyst"), content=content or workbook(), file_name="排查.xlsx", **more
    )
    assert made.version is not None, made.problems
    return made.version


def test_the_same_file_twice_is_one_version_and_a_changed_one_the_next() -> None:
    writer = an_actor("analyst")
    first = services.upload_survey(actor=writer, content=workbook(), file_name="a.xlsx").version
    again = services.upload_survey(actor=writer, content=workbook(), file_name="b.xlsx")
    assert first is not None
    assert again.unchanged
    assert again.version is not None
    assert again.version.pk == first.pk
    assert FormVersion.objects.count() == Form.objects.count() == 1
    assert uploaded(a_workbook(ONE, None, SETTINGS)).number == 2


def test_a_survey_that_asks_what_the_register_holds_is_refused_with_row_and_way_out() -> None:
    content = a_workbook(
        [
            {"题型": "文字", "变量名": "code", "题目": "请填写统一社会信用代码:"},
            {"题型": "文字", "变量名": "boss", "题目": "联系人", "登记字段": "enterprise.contact"},
            {"题型": "文字", "变量名": "x", "题目": "别的", "登记字段": "enterprise.zzz"},
            {"题型": "文字", "变量名": "y", "题目": "别人", "登记字段": "person.name"},
        ]
    )
    made = services.upload_survey(
        actor=an_actor("analyst"), content=content, file_name="a.xlsx", about="enterprise"
    )
    assert [str(p) for p in made.problems] == [
        "“题目”第 2 行“题目”:企业库已有“统一社会信用代码”,请删去此题,"
        "或在“登记字段”列填写 enterprise.credit_code 自动带出",
        "“题目”第 4 行“登记字段”:没有登记字段“enterprise.zzz”",
        "“题目”第 5 行“登记字段”:“person.name”不是企业库的字段,带不出来",
    ]
    assert FormVersion.objects.count() == 0
    other = a_workbook([{"题型": "文字", "变量名": "code", "题目": "统一社会信用代码"}])
    assert uploaded(other, about="person").number == 1


def test_one_code_cannot_be_about_two_things_nor_come_back_from_retirement() -> None:
    first = uploaded(about="enterprise")
    with pytest.raises(Conflict, match="登记的对象是“企业”"):
        uploaded(a_workbook(ONE, None, SETTINGS), about="person")
    services.retire_form(actor=an_actor("analyst"), form_id=first.form_id)
    with pytest.raises(Conflict, match="已停用"):
        uploaded(a_workbook(ONE, None, SETTINGS), about="enterprise")
    assert FormVersion.objects.count() == 1


def test_publishing_replaces_and_an_earlier_version_can_come_back() -> None:
    boss = an_actor("analyst")
    first, second = uploaded(), uploaded(a_workbook(ONE, None, SETTINGS))
    services.publish_version(actor=boss, version_id=first.pk)
    services.publish_version(actor=boss, version_id=second.pk)
    states = dict(FormVersion.objects.values_list("number", "status"))
    assert states == {1: "replaced", 2: "published"}
    with pytest.raises(Conflict, match="已经发布"):
        services.publish_version(actor=boss, version_id=second.pk)
    services.publish_version(actor=boss, version_id=first.pk)
    assert dict(FormVersion.objects.values_list("number", "status")) == {1: "published", 2: "replaced"}
    card = queries.forms_visible_to(boss).items[0]
    assert (card.published_number, card.draft_number) == (1, None)


def test_phones_keep_what_is_published_and_what_cases_are_pinned_to() -> None:
    boss, worker = an_actor("analyst"), an_actor("grid_worker")
    first, second = uploaded(), uploaded(a_workbook(ONE, None, SETTINGS))
    services.publish_version(actor=boss, version_id=first.pk)
    services.keep_on_phones(version_id=first.pk, until=clock.today() + timedelta(days=3))
    services.keep_on_phones(version_id=first.pk, until=date(2000, 1, 1))
    services.publish_version(actor=boss, version_id=second.pk)
    assert [v.pk for v in queries.on_phones(worker)] == [second.pk, first.pk]
    assert [v.pk for v in queries.on_phones(worker, [first.pk])] == [first.pk]
    with clock.moved_to(clock.now() + timedelta(days=4)):
        assert [v.pk for v in queries.on_phones(worker)] == [second.pk]
    services.retire_form(actor=boss, form_id=first.form_id)
    assert [v.pk for v in queries.on_phones(worker)] == [first.pk]
    assert queries.published(worker) == []


def test_who_may_not_write_publishes_nothing() -> None:
    version = uploaded()
    with pytest.raises(Forbidden):
        services.upload_survey(actor=an_actor("grid_worker"), content=workbook(), file_name="a.xlsx")
    with pytest.raises(Forbidden):
        services.publish_version(actor=an_actor("unit_handler"), version_id=version.pk)
    with pytest.raises(Forbidden):
        services.retire_form(actor=an_actor("grid_worker"), form_id=version.form_id)
    version.refresh_from_db()
    assert version.status == "draft"
    assert FormVersion.objects.count() == 1


def test_forms_are_paged_by_key() -> None:
    boss = an_actor("analyst")
    for number in range(3):
        uploaded(a_workbook(ONE, None, {"表单名称": f"第{number}份", "表单编号": f"f{number}"}))
    first = queries.forms_visible_to(boss, limit=2)
    rest = queries.forms_visible_to(boss, cursor=first.next_cursor or "", limit=2)
    assert [c.code for c in (*first.items, *rest.items)] == ["f2", "f1", "f0"]
    assert rest.next_cursor is None


def test_the_doors_from_template_to_sheet() -> None:
    cast = the_cast()
    commander, grid_worker = logged_in(cast["zhou"]), logged_in(cast["zhang"])
    file = commander.get("/api/console/forms/template")
    assert file["Content-Type"].endswith("spreadsheetml.sheet")
    book = load_workbook(io.BytesIO(file.content))
    assert [s.title for s in book.worksheets] == ["题目", "选项", "设置", "填写说明"]
    rules = {str(v.sqref): v.formula1 for v in book["题目"].data_validations.dataValidation}
    assert rules["A2:A1000"] == "填写说明!$D$2:$D$26"
    upload = SimpleUploadedFile("排查.xlsx", file.content)
    made = commander.post("/api/console/forms/forms", {"file": upload, "about": "enterprise"}).json()
    assert made["problems"] == []
    version = made["version"]["id"]
    assert grid_worker.post(f"/api/console/forms/versions/{version}/publish").status_code == 403
    assert commander.post(f"/api/console/forms/versions/{version}/publish").json()["status"] == "published"
    sheet = {
        "client_id": str(uuid7()),
        "version_id": version,
        "answers": GOOD,
        "captured_at": "2021-08-03T10:00:00+08:00",
    }
    stored = grid_worker.post("/api/console/forms/sheets", sheet, "application/json")
    assert stored.json()["answers"]["rate"] == 3.75
    assert grid_worker.get(f"/api/console/forms/versions/{version}/sheets").status_code == 403
    listed = commander.get(f"/api/console/forms/versions/{version}/sheets").json()
    assert [s["client_id"] for s in listed["items"]] == [sheet["client_id"]]
    assert AnswerSheet.objects.get().answers["staff_total"] == 80


def test_a_file_with_problems_comes_back_with_comments_at_its_cells() -> None:
    commander = logged_in(the_cast()["zhou"])
    content = a_workbook(
        [*ONE, {"题型": "整数", "变量名": "m", "题目": "乙", "限制": ". >"}, *ONE], cases.KINDS
    )
    bad = commander.post(
        "/api/console/forms/forms", {"file": SimpleUploadedFile("a.xlsx", content), "about": "none"}
    ).json()
    assert [p["text"] for p in bad["problems"]] == [
        "“题目”第 3 行“限制”:第 4 个字符处无法理解“(结尾)”",
        "“题目”第 4 行“变量名”:“n”与第 2 行重复",
    ]
    back = commander.post(
        "/api/console/forms/forms/marked", {"file": SimpleUploadedFile("a.xlsx", content), "about": "none"}
    )
    sheet = load_workbook(io.BytesIO(back.content))["题目"]
    comments = {c.coordinate: c.comment.text for row in sheet.iter_rows() for c in row if c.comment}
    assert comments == {"B4": "“n”与第 2 行重复", "D3": "第 4 个字符处无法理解“(结尾)”"}
    nonsense = commander.post(
        "/api/console/forms/forms/marked", {"file": SimpleUploadedFile("x.xlsx", b"no"), "about": "none"}
    )
    assert nonsense.status_code == 422
    assert Form.objects.count() == 0
