"""The console's doors: who may turn which rule, and what the banner says."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.test import Client

from wangge.kit import clock
from wangge.org.testing import Person, logged_in, the_cast
from wangge.policy import queries
from wangge.policy.models import CalendarDay, DeadlineRule, Limit
from wangge.policy.testing import the_rules

pytestmark = pytest.mark.django_db
BASE = "/api/console/policy/"


@pytest.fixture
def cast() -> dict[str, Person]:
    the_rules()
    return the_cast()


def send(browser: Client, method: str, path: str, body: object = None) -> tuple[int, object]:
    answer = browser.generic(method, BASE + path, json.dumps(body), content_type="application/json")
    return answer.status_code, answer.json()


def test_a_year_is_read_with_its_make_up_days(cast: dict[str, Person]) -> None:
    status, found = send(logged_in(cast["mo"]), "GET", "calendar?year=2021")
    assert status == 200
    days = {d["day"]: d for d in found["days"]}  # type: ignore[index]
    assert len(days) == 365
    assert (days["2021-09-26"]["kind"], days["2021-10-01"]["name"]) == ("makeup", "国庆节")
    assert send(logged_in(cast["mo"]), "GET", "calendar?year=1999")[0] == 422


def test_the_commander_corrects_a_day_and_the_operator_may_not(cast: dict[str, Person]) -> None:
    body = {"kind": "holiday", "name": "防汛停工", "source": "通防指〔2021〕3号"}
    status, problem = send(logged_in(cast["mo"]), "PUT", "calendar/2021-08-04", body)
    assert (status, problem["code"]) == (403, "forbidden")  # type: ignore[index]
    assert queries.calendar().kind(date(2021, 8, 4)) == "workday"
    status, day = send(logged_in(cast["zhou"]), "PUT", "calendar/2021-08-04", body)
    assert (status, day["kind"], day["version"]) == (200, "holiday", 2)  # type: ignore[index]
    assert queries.calendar().kind(date(2021, 8, 4)) == "holiday"


def test_a_missing_year_is_on_the_banner_until_its_notice_is_entered(cast: dict[str, Person]) -> None:
    clerk = logged_in(cast["zhou"])
    body = {
        "holidays": {"2027-01-01": "元旦", "2027-10-01": "国庆节"},
        "makeups": ["2027-01-02"],
        "source": "国办通知",
    }
    found = {n.code for n in queries.notices(date(2026, 11, 23))}
    assert found == {"calendar_gap"}
    refused = send(clerk, "POST", "calendar/years/2027", body | {"makeups": ["2027-01-04"]})
    assert refused[0] == 422
    assert refused[1]["data"]["fields"] == {"makeups": "2027-01-04 不能作为调休上班日"}  # type: ignore[index]
    assert send(clerk, "POST", "calendar/years/2028", body)[1]["code"] == "year_before_missing"  # type: ignore[index]
    assert send(clerk, "POST", "calendar/years/1", body)[0] == 422
    assert CalendarDay.objects.filter(day__year__gte=2027).count() == 0
    assert send(clerk, "POST", "calendar/years/2027", body) == (200, {"year": 2027, "days": 365})
    assert send(clerk, "POST", "calendar/years/2027", body)[0] == 409
    assert queries.notices(date(2026, 11, 23)) == []
    assert [queries.calendar().kind(date(2027, 1, day)) for day in (1, 2, 3, 4)] == [
        "holiday",
        "makeup",
        "rest",
        "workday",
    ]


def test_the_banner_says_emergency(cast: dict[str, Person]) -> None:
    assert send(logged_in(cast["dai"]), "POST", "mode", {"mode": "emergency", "reason": "演练"})[0] == 403
    zhou = logged_in(cast["zhou"])
    assert send(zhou, "POST", "mode", {"mode": "emergency", "reason": "全员核酸演练"}) == (
        200,
        {"mode": "emergency", "label": "战时"},
    )
    codes = [n["code"] for n in send(zhou, "GET", "notices")[1]]  # type: ignore[attr-defined, index]
    assert "emergency" in codes
    assert send(zhou, "GET", "mode")[1] == {"mode": "emergency", "label": "战时"}


def test_deadlines_and_limits_are_rows_with_a_document(cast: dict[str, Person]) -> None:
    zhou, mo = logged_in(cast["zhou"]), logged_in(cast["mo"])
    rule = {
        "clock_kind": "reply",
        "priority": 40,
        "amount": 2,
        "unit": "work_days",
        "calendar": "work",
        "text": "咨询 2 个工作日内办结",
        "conditions": {"kind": ["inquiry"]},
        "document": "通州区热线办法",
    }
    before = DeadlineRule.objects.filter(business="hotline").count()
    assert send(mo, "POST", "deadline-rules", rule)[0] == 403
    assert send(zhou, "POST", "deadline-rules", rule | {"document": ""})[0] == 422
    assert send(zhou, "POST", "deadline-rules", rule | {"calendar": "always"})[0] == 422
    assert DeadlineRule.objects.filter(business="hotline").count() == before
    assert send(zhou, "POST", "deadline-rules", rule)[0] == 200
    decided = queries.deadline_for("hotline", "reply", {"kind": "inquiry"}, clock.now())
    assert decided.rule_text == "咨询 2 个工作日内办结"
    listed = send(mo, "GET", "deadline-rules")[1]
    assert len(listed) == before + 1  # type: ignore[arg-type]

    body = {"value": 2, "document": "会议纪要"}
    assert send(mo, "PUT", "limits/hotline.extensions", body)[0] == 403
    assert send(zhou, "PUT", "limits/hotline.nothing", body)[0] == 422
    assert Limit.objects.filter(name="hotline.extensions").count() == 1
    assert send(zhou, "PUT", "limits/hotline.extensions", body)[0] == 200
    assert queries.limit("hotline.extensions") == 2
    names = {row["name"]: row["label"] for row in send(mo, "GET", "limits")[1]}  # type: ignore[attr-defined, index]
    assert names["hotline.extensions"] == "可申请延期次数"
    assert all(label != name for name, label in names.items())


def test_nobody_reads_rules_without_logging_in(cast: dict[str, Person]) -> None:
    for path in ("calendar?year=2021", "deadline-rules", "limits", "notices", "mode"):
        assert Client().get(BASE + path).status_code == 401
