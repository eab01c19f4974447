"""From an Excel file to a stored answer sheet, on a real database."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from wangge.forms import queries, services
from wangge.forms.models import AnswerSheet, Form, FormVersion
from wangge.forms.services import Sheet
from wangge.forms.template import workbook
from wangge.forms.tests.test_rules import a_workbook
from wangge.kit.errors import Conflict, Forbidden, Invalid
from wangge.kit.ids import uuid7
from wangge.org.testing import an_actor, logged_in, the_cast

pytestmark = pytest.mark.django_db
AT = datetime(2021, 8, 3, 2, tzinfo=UTC)
GOOD = {"staff_total": 80, "tested": 3, "dorm": "no", "signed": "0" * 36}


def a_published_form() -> FormVersion:
    writer = an_actor("analyst")
    made = services.upload_survey(actor=writer, content=workbook(), file_name="排查.xlsx", about="enterprise")
    assert made.version is not None, made.problems
    return services.publish_version(actor=writer, version_id=made.version.pk)


def a_sheet(version: FormVersion, client_id: UUID | None = None, **answers: object) -> Sheet:
    return Sheet(client_id or uuid7(), version.pk, GOOD | answers, AT, "premises.enterprise", 7)


def test_the_same_file_twice_is_one_version_and_a_changed_one_the_next() -> None:
    writer = an_actor("analyst")
    first = services.upload_survey(actor=writer, content=workbook(), file_name="a.xlsx").version
    again = services.upload_survey(actor=writer, content=workbook(), file_name="b.xlsx")
    assert first is not None
    assert again.unchanged
    assert again.version is not None
    assert again.version.pk == first.pk
    assert FormVersion.objects.count() == Form.objects.count() == 1


def test_a_survey_that_asks_what_the_register_holds_is_refused_with_the_way_out() -> None:
    content = a_workbook(
        {"题型": "文字", "变量名": "code", "题目": "请填写统一社会信用代码:"},
        {"题型": "文字", "变量名": "boss", "题目": "联系人", "登记字段": "enterprise.contact"},
        {"题型": "文字", "变量名": "x", "题目": "别的", "登记字段": "enterprise.zzz"},
    )
    made = services.upload_survey(
        actor=an_actor("analyst"), content=content, file_name="a.xlsx", about="enterprise"
    )
    assert [p.message for p in made.problems] == [
        "企业库已有“统一社会信用代码”,请删去此题,或在“登记字段”列填写 enterprise.credit_code 自动带出",
        "没有登记字段“enterprise.zzz”",
    ]
    assert FormVersion.objects.count() == 0
    other = services.upload_survey(
        actor=an_actor("analyst"),
        content=a_workbook({"题型": "文字", "变量名": "code", "题目": "统一社会信用代码"}),
        file_name="a.xlsx",
        about="person",
    )
    assert other.problems == []


def test_a_sheet_sent_twice_is_stored_once_and_another_under_its_id_is_refused() -> None:
    version = a_published_form()
    worker = an_actor("grid_worker")
    sheet = a_sheet(version)
    first = services.submit_sheet(actor=worker, sheet=sheet)
    assert first.answers == {"staff_total": 80, "tested": 3, "rate": 3.75, "dorm": "no", "signed": "0" * 36}
    assert services.submit_sheet(actor=worker, sheet=sheet).pk == first.pk
    with pytest.raises(Conflict) as refusal:
        services.submit_sheet(actor=worker, sheet=a_sheet(version, sheet.client_id, tested=4))
    assert refusal.value.code == "id_reused"
    assert AnswerSheet.objects.count() == 1


def test_a_wrong_sheet_names_its_fields_and_stores_nothing() -> None:
    version = a_published_form()
    with pytest.raises(Invalid) as refusal:
        services.submit_sheet(actor=an_actor("grid_worker"), sheet=a_sheet(version, tested=81))
    assert refusal.value.data == {"fields": {"tested": "其中已检测人数:不能多于员工总数"}}
    assert AnswerSheet.objects.count() == 0


def test_a_draft_takes_no_sheet_and_a_replaced_version_still_does() -> None:
    first = a_published_form()
    writer = an_actor("analyst")
    changed = a_workbook({"题型": "整数", "变量名": "staff_total", "题目": "员工总数"})
    other = services.upload_survey(actor=writer, content=changed, file_name="survey.xlsx").version
    assert other is not None
    with pytest.raises(Conflict, match="尚未发布"):
        services.submit_sheet(actor=writer, sheet=a_sheet(other))
    FormVersion.objects.filter(pk=first.pk).update(status="replaced")
    assert services.submit_sheet(actor=writer, sheet=a_sheet(first)).version_id == first.pk


def test_who_may_not_write_publishes_nothing() -> None:
    version = a_published_form()
    with pytest.raises(Forbidden):
        services.upload_survey(actor=an_actor("grid_worker"), content=workbook(), file_name="a.xlsx")
    with pytest.raises(Forbidden):
        services.retire_form(actor=an_actor("grid_worker"), form_id=version.form_id)
    assert [v.pk for v in queries.published(an_actor("grid_worker"))] == [version.pk]


def test_the_doors_from_template_to_sheet() -> None:
    cast = the_cast()
    commander, grid_worker = logged_in(cast["zhou"]), logged_in(cast["zhang"])
    file = commander.get("/api/console/forms/template")
    assert file["Content-Type"].endswith("spreadsheetml.sheet")
    upload = SimpleUploadedFile("排查.xlsx", file.content)
    made = commander.post("/api/console/forms/forms", {"file": upload, "about": "enterprise"}).json()
    assert made["problems"] == []
    version = made["version"]["id"]
    assert grid_worker.post(f"/api/console/forms/versions/{version}/publish").status_code == 403
    assert commander.post(f"/api/console/forms/versions/{version}/publish").json()["status"] == "published"
    held = grid_worker.get("/api/field/forms/published").json()
    assert [v["id"] for v in held] == [version]
    sheet = {
        "client_id": str(uuid7()),
        "version_id": version,
        "answers": GOOD,
        "captured_at": "2021-08-03T10:00:00+08:00",
    }
    stored = grid_worker.post("/api/field/forms/sheets", sheet, "application/json")
    assert stored.json()["answers"]["rate"] == 3.75
    assert grid_worker.get(f"/api/console/forms/versions/{version}/sheets").status_code == 403
    listed = commander.get(f"/api/console/forms/versions/{version}/sheets").json()
    assert [s["client_id"] for s in listed["items"]] == [sheet["client_id"]]
    bad = commander.post("/api/console/forms/forms", {"file": SimpleUploadedFile("x.xlsx", b"no")}).json()
    assert bad["problems"][0]["text"] == "“文件”:不是有效的 Excel 文件(.xlsx)"
