"""The daily brief: it writes itself, is checked, signed, and then stands; over services, API and SQL."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from wangge.audit.models import AuditEntry
from wangge.hotline import services as hotline
from wangge.hotline.services import DirectReply
from wangge.hotline.testing import a_callback, a_dispatched_ticket, a_reviewed_ticket, a_ticket
from wangge.kit import clock, jobs
from wangge.kit.errors import BusinessError, Conflict, Forbidden, NotFound
from wangge.org.testing import Person, logged_in
from wangge.reports import queries, services
from wangge.reports.models import Brief, BriefMove
from wangge.reports.tests.conftest import NOW

DAY = date(2021, 8, 5)
Cast = dict[str, Person]


def a_day(cast: Cast) -> None:
    """Two direct answers and one dispatched matter, all finished."""
    for _ in range(2):
        ticket = a_ticket(
            cast["mo"].actor, kind="inquiry", content="陈大有先生来电咨询,号码19900000001,何时可以接种疫苗"
        )
        reply = DirectReply("已告知陈大有先生接种点和开放时间,另可拨打 19900000077。")
        hotline.answer_directly(actor=cast["mo"].actor, ticket_id=ticket.pk, reply=reply)
    done = a_reviewed_ticket(cast, kind="help")
    hotline.record_callback(actor=cast["fan"].actor, ticket_id=done.pk, callback=a_callback())


def test_a_brief_writes_itself_and_is_signed_with_frozen_numbers(cast: Cast) -> None:
    a_day(cast)
    services.compile_brief(actor=cast["ana"].actor, day=DAY)
    services.check_brief(actor=cast["ana"].actor, day=DAY)
    services.sign_brief(actor=cast["zhou"].actor, day=DAY)
    brief = queries.brief(cast["ana"].actor, DAY)
    assert (brief.status, brief.issue_no, brief.holds) == ("signed", 1, True)
    assert brief.figures["total"]["value"] == 3
    assert brief.figures["direct_rate"]["text"] == "66.67 % 直接答复,分母:全部 3 件"
    assert brief.figures["satisfaction_overall"]["value"] == "100.00"
    assert "FROM hotline_ticket_facts" in brief.figures["on_time_all"]["query"]
    assert [m["name"] for m in brief.moves] == ["compile", "check", "sign"]
    assert brief.signed_by.endswith("周")
    assert AuditEntry.objects.filter(action="reports.brief.signed").count() == 1


def test_examples_are_anonymous_by_rule(cast: Cast) -> None:
    a_day(cast)
    brief = services.compile_brief(actor=cast["ana"].actor, day=DAY)
    inquiry = next(e for e in brief.examples if e["kind"] == "inquiry")
    assert inquiry["called"] == "陈先生"
    assert inquiry["matter"] == "陈先生来电咨询,号码(号码略),何时可以接种疫苗"
    text = json.dumps(brief.examples, ensure_ascii=False)
    assert [s for s in ("大有", "199", "0001", "0077") if s in text] == []


def test_a_day_with_undecided_tickets_cannot_be_checked_nor_signed(cast: Cast) -> None:
    a_day(cast)
    a_ticket(cast["mo"].actor)
    services.compile_brief(actor=cast["ana"].actor, day=DAY)
    with pytest.raises(Conflict, match="未处置件数为 0") as refused:
        services.check_brief(actor=cast["ana"].actor, day=DAY)
    assert refused.value.code == "invariants_fail"
    Brief.objects.update(status="checked", checked_at=NOW)
    with pytest.raises(Conflict, match="勾稽"):
        services.sign_brief(actor=cast["zhou"].actor, day=DAY)
    assert Brief.objects.get().status == "checked"
    assert BriefMove.objects.count() == 1


def test_nobody_signs_what_is_not_checked_and_only_the_head_signs(cast: Cast) -> None:
    a_day(cast)
    services.compile_brief(actor=cast["ana"].actor, day=DAY)
    with pytest.raises(Conflict, match="草稿"):
        services.sign_brief(actor=cast["zhou"].actor, day=DAY)
    services.check_brief(actor=cast["ana"].actor, day=DAY)
    with pytest.raises(Forbidden, match="审签"):
        services.sign_brief(actor=cast["ana"].actor, day=DAY)
    with pytest.raises(BusinessError, match="原因"):
        services.revise_brief(actor=cast["zhou"].actor, day=DAY, reason=" ")
    services.revise_brief(actor=cast["zhou"].actor, day=DAY, reason="事例请换一条")
    assert Brief.objects.get().status == "draft"


def test_a_signed_brief_stands_in_the_database_too(cast: Cast) -> None:
    a_day(cast)
    services.compile_brief(actor=cast["ana"].actor, day=DAY)
    services.check_brief(actor=cast["ana"].actor, day=DAY)
    services.sign_brief(actor=cast["zhou"].actor, day=DAY)
    with pytest.raises(Conflict, match="已审签"):
        services.compile_brief(actor=cast["ana"].actor, day=DAY)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Brief.objects.update(remarks="改动")
    jobs.run("reports.compile_brief", day="2021-08-05")
    assert Brief.objects.get().status == "signed"


def test_a_recount_says_what_changed_and_because_of_which_tickets(cast: Cast) -> None:
    a_day(cast)
    services.compile_brief(actor=cast["ana"].actor, day=DAY)
    services.check_brief(actor=cast["ana"].actor, day=DAY)
    services.sign_brief(actor=cast["zhou"].actor, day=DAY)
    assert queries.recount(cast["ana"].actor, DAY) == []
    later = a_dispatched_ticket(cast)
    found = {d.code: d for d in queries.recount(cast["ana"].actor, DAY)}
    assert (found["total"].change, found["total"].added, found["total"].gone) == (1, (later.pk,), ())
    assert found["total"].frozen == "3 件 受理"
    assert found["total"].now == "4 件 受理"
    assert "direct" not in found
    assert Brief.objects.get().figures[0]["value"] == 3


def test_remarks_lose_numbers_and_examples_are_chosen(cast: Cast) -> None:
    a_day(cast)
    brief = services.compile_brief(actor=cast["ana"].actor, day=DAY)
    keep = brief.examples[0]["ticket_id"]
    edit = services.BriefEdit("请关注接种点排队,联系19900000001", (keep,))
    brief = services.edit_brief(actor=cast["ana"].actor, day=DAY, edit=edit, version=brief.version)
    assert brief.remarks == "请关注接种点排队,联系(号码略)"
    assert [e["ticket_id"] for e in brief.examples if e["chosen"]] == [keep]
    with pytest.raises(Conflict, match="他人修改"):
        services.edit_brief(actor=cast["ana"].actor, day=DAY, edit=edit, version=1)
    with pytest.raises(BusinessError, match="事例应从草稿中选择"):
        services.edit_brief(actor=cast["ana"].actor, day=DAY, edit=services.BriefEdit("", (0,)))


def test_tomorrow_has_no_brief_and_strangers_see_none(cast: Cast) -> None:
    with pytest.raises(BusinessError, match="还没有到"):
        services.compile_brief(actor=cast["ana"].actor, day=DAY + timedelta(days=1))
    with pytest.raises(NotFound):
        queries.brief(cast["ana"].actor, DAY)
    with pytest.raises(Forbidden):
        queries.brief(cast["zhang"].actor, DAY)


def test_the_whole_way_over_http_and_on_paper(cast: Cast) -> None:
    a_day(cast)
    base = "/api/console/reports/brief/2021-08-05"
    ana, zhou = logged_in(cast["ana"]), logged_in(cast["zhou"])
    assert ana.post(f"{base}/compile").json()["status"] == "draft"
    edited = ana.post(f"{base}/edit", {"remarks": "无"}, content_type="application/json")
    assert edited.json()["allowed"] == ["compile", "edit", "check"]
    assert ana.post(f"{base}/check").json()["status"] == "checked"
    assert ana.post(f"{base}/sign").status_code == 403
    assert zhou.post(f"{base}/sign").json()["status_label"] == "已审签"
    assert [b["total"] for b in ana.get("/api/console/reports/briefs").json()] == [3]
    assert ana.get(f"{base}/recount").json() == []
    page = ana.get("/reports/brief/2021-08-05")
    text = page.content.decode()
    assert page.status_code == 200
    assert "3 件 受理" in text
    assert "陈先生反映" in text
    assert "大有" not in text
    assert "100.00 % 满意,分母:接通回访 1 件" in text
    assert logged_in(cast["zhang"]).get("/reports/brief/2021-08-05").status_code == 403
    assert ana.get("/reports/brief/someday").status_code == 404


def test_figures_and_their_rows_over_http(cast: Cast) -> None:
    a_day(cast)
    dai = logged_in(cast["dai"])
    answer = dai.get("/api/console/reports/figures?from=2021-08-05&to=2021-08-05").json()
    assert answer["holds"] is True
    figures = {f["code"]: f for f in answer["figures"]}
    assert figures["total"]["value"] == 3
    assert figures["direct_rate"]["value"] == 66.67
    assert [(g["label"], g["value"]) for g in figures["by_kind"]["groups"]] == [("咨询", 2), ("求助", 1)]
    rows = dai.get("/api/console/reports/figures/direct/rows?from=2021-08-05").json()
    assert len(rows["items"]) == 2
    assert {"caller", "caller_no", "content", "title"} & set(rows["items"][0]) == set()
    first = dai.get("/api/console/reports/figures/total/rows?limit=2").json()
    second = dai.get(f"/api/console/reports/figures/total/rows?cursor={first['next_cursor']}").json()
    assert (len(first["items"]), len(second["items"]), second["next_cursor"]) == (2, 1, None)
    assert dai.get("/api/console/reports/figures/happiness").status_code == 404
    assert dai.get("/api/console/reports/figures?from=2021-08-06&to=2021-08-05").status_code == 422
    assert dai.get("/api/console/reports/figures/total/rows?limit=999").status_code == 400
    definitions = dai.get("/api/console/reports/definitions").json()
    assert len(definitions) == len(queries.FIGURES)
    assert logged_in(cast["zhang"]).get("/api/console/reports/figures").status_code == 403
    assert dai.get("/api/console/reports/scores/2021-08-05").json()[0]["agency"] == "城管局"


def test_the_second_wall_hides_briefs_and_facts_from_units(cast: Cast) -> None:
    a_day(cast)
    services.compile_brief(actor=cast["ana"].actor, day=DAY)
    seen, other = {}, str(cast["ji"].actor.agency_id)
    for scope in ("all", "agency", ""):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE wangge_web")
            cursor.execute("SELECT set_config('wangge.scope', %s, true)", [scope])
            cursor.execute("SELECT set_config('wangge.agencies', %s, true)", [other])
            cursor.execute("SELECT count(*) FROM reports_brief")
            briefs = cursor.fetchone()[0]
            cursor.execute("SELECT count(*) FROM hotline_ticket_facts")
            seen[scope] = (briefs, cursor.fetchone()[0])
            cursor.execute("RESET ROLE")
    assert seen == {"all": (1, 3), "agency": (0, 0), "": (0, 0)}


def test_the_clock_is_ours(cast: Cast) -> None:
    brief = services.compile_brief(actor=cast["ana"].actor, day=clock.today())
    assert (brief.day, brief.compiled_at) == (DAY, NOW)
