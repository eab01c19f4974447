"""HTTP in, rows out; refusals in the one shape; nothing personal in answers."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from wangge.org.testing import Person, logged_in
from wangge.premises import services, testing
from wangge.premises.models import Premises
from wangge.premises.tests.test_imports import HEADER, line

pytestmark = pytest.mark.django_db
Cast = dict[str, Person]
API = "/api/console/premises"


def body(**more: object) -> dict[str, object]:
    return {
        "name": "示例甲家纺有限公司",
        "credit_code": testing.a_code(21),
        "contact_name": "曹示范",
        "contact_phone": "19900001234",
        "staff_total": 12,
    } | more


def test_a_day_of_a_town_administrator(cast: Cast) -> None:
    client = logged_in(cast["xia"])
    made = client.post(f"{API}/premises", body(), "application/json")
    assert made.status_code == 201, made.content
    row = made.json()
    assert (row["town_name"], row["status_label"], row["moves"]) == ("石港镇", "在册", ["close"])
    (listed,) = client.get(f"{API}/premises?q=jiajiafang").json()["items"]
    assert (listed["id"], listed["contact_phone_masked"]) == (row["id"], "199****1234")
    path = f"{API}/premises/{row['id']}"
    read = client.get(path)
    assert read["ETag"] == '"1"'
    changed = client.patch(path, {"version": 1, "staff_total": 15}, "application/json")
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    stale = client.patch(path, {"version": 1, "staff_total": 16}, "application/json")
    assert (stale.status_code, stale.json()["data"]["server"]["staff_total"]) == (412, 15)
    contacts = client.get(f"{path}/contacts")
    assert "19900001234" not in contacts.content.decode()
    seen = client.post(f"{path}/contacts/reveal", {"purpose": "联系排查"}, "application/json")
    assert seen.json() == {"name": "曹示范", "phone": "19900001234"}
    closed = client.post(f"{path}/close", {"reason": "停止经营"}, "application/json")
    assert closed.json()["status"] == "closed"
    assert client.get(f"{API}/premises").json()["items"] == []
    assert [s["label"] for s in client.get(f"{path}/steps").json()] == ["登记关停", "登记"]


def test_refusals_have_the_one_shape_and_change_nothing(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    client = logged_in(cast["mo"])
    assert client.post(f"{API}/premises", body(), "application/json").status_code == 403
    bad = logged_in(cast["xia"]).post(f"{API}/premises", body(credit_code="1"), "application/json")
    assert (bad.status_code, bad.json()["data"]["fields"]) == (
        422,
        {"credit_code": "统一社会信用代码应为18位"},
    )
    assert logged_in(cast["bo"]).get(f"{API}/premises/{row.pk}").status_code == 404
    assert client.get(f"{API}/premises?limit=500").json()["code"] == "bad_limit"
    assert Premises.objects.count() == 1


def test_a_ledger_is_previewed_loaded_reported_and_its_refusals_downloaded(cast: Cast) -> None:
    client = logged_in(cast["leader"])
    text = "\n".join(
        ",".join(r) for r in (HEADER, line("示例甲家纺有限公司", testing.a_code(22)), line("示例乙", "12"))
    )

    def upload() -> SimpleUploadedFile:
        return SimpleUploadedFile("台账.csv", text.encode(), "text/csv")

    preview = client.post(f"{API}/imports/preview", {"file": upload()}).json()
    assert (preview["mapping"]["name"], len(preview["rows"])) == ("企业名称", 2)
    mapping = json.dumps(preview["mapping"])
    made = client.post(f"{API}/imports", {"file": upload(), "mapping": mapping})
    assert made.status_code == 201, made.content
    report = made.json()
    assert (report["rows_in"], report["stored"], report["refused"]) == (2, 1, 1)
    assert report["refusals"] == [{"row_no": 3, "reason": "统一社会信用代码应为18位"}]
    refused = client.get(f"{API}/imports/{report['id']}/refused.csv")
    assert refused.content.decode("utf-8-sig").splitlines()[1].startswith("3,统一社会信用代码应为18位,示例乙")
    assert client.get(f"{API}/imports").json()[0]["id"] == report["id"]


def test_pairs_are_pasted_listed_and_ended(cast: Cast) -> None:
    row = testing.a_premises("示例甲家纺有限公司")
    client = logged_in(cast["leader"])
    report = client.post(
        f"{API}/pairs/table", {"text": f"柏\t{row.name}\n无\t{row.name}"}, "application/json"
    )
    assert (report.status_code, report.json()["stored"], report.json()["refused"]) == (201, 1, 1)
    (liaison,) = client.get(f"{API}/liaisons").json()
    assert (liaison["account_name"], liaison["premises"]) == ("柏", 1)
    (pair,) = client.get(f"{API}/pairs?post={liaison['post_id']}").json()["items"]
    assert pair["premises_name"] == row.name
    assert logged_in(cast["bo"]).get(f"{API}/premises").json()["items"][0]["id"] == row.pk
    assert client.delete(f"{API}/pairs/{pair['id']}").status_code == 204
    assert client.get(f"{API}/pairs").json()["items"] == []


def test_a_roster_over_http_is_masked(cast: Cast) -> None:
    row = testing.a_premises(area_id=cast["zhang"].actor.area_id)
    client = logged_in(cast["xia"])
    path = f"{API}/premises/{row.pk}/staff"
    members = [{"name": "季样本", "phone": "19900007777"}, {"name": "钱样本", "id_no": "1"}]
    answer = client.post(path, {"members": members}, "application/json").json()
    assert answer == {
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "refused": [{"row_no": 2, "reason": "身份证号应为18位"}],
    }
    page = client.get(path)
    assert "19900007777" not in page.content.decode()
    (member,) = page.json()["items"]
    seen = client.post(f"{path}/{member['id']}/reveal", {"purpose": "核对名册"}, "application/json")
    assert seen.json()["phone"] == "19900007777"
    assert client.post(f"{path}/{member['id']}/end", {}, "application/json").status_code == 204
    file = SimpleUploadedFile("名册.csv", "姓名,手机号\n孙样本,19900008888\n".encode(), "text/csv")
    report = client.post(f"{path}/import", {"file": file}).json()
    assert (report["kind"], report["stored"]) == ("staff", 1)
    assert services.erase_former_people() == 0
