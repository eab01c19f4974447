"""Doors: uploads, reminders, phones, the console's API, and the second wall."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from openpyxl import Workbook

from wangge.campaigns import queries, services
from wangge.campaigns.models import Inspection, Problem, Reminder, Response, Target
from wangge.campaigns.services import Found
from wangge.campaigns.testing import (
    a_campaign,
    a_problem,
    a_running_campaign,
    a_visit,
    an_inspection,
    filled,
    five,
    target_of,
)
from wangge.campaigns.tests.conftest import World
from wangge.kit import clock, commands, feeds, jobs
from wangge.kit.actor import Actor, system
from wangge.kit.errors import Conflict, Invalid
from wangge.kit.ids import uuid7
from wangge.notify.models import Message
from wangge.org import services as org
from wangge.org.testing import a_person, logged_in
from wangge.premises import services as premises
from wangge.sync.testing import a_phone

pytestmark = pytest.mark.django_db
BASE = "/api/console/campaigns"


def a_list(*rows: tuple[str, ...], blank: int = 0) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["序号", "企业名称", "统一社会信用代码", "所属镇街"])
    for row in rows:
        sheet.append(list(row))
    for _ in range(blank):
        sheet.append([None, "", None, None])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_every_row_of_an_upload_is_stored_or_refused_with_its_reason(world: World) -> None:
    campaign, dai = a_campaign(world.who("dai")), world.who("dai")
    one, two = world.mine[:2]
    content = a_list(
        ("1", one.name, one.credit_code.lower(), ""),
        ("2", two.name, "", "石港镇"),
        ("3", "没有的厂", "", "石港镇"),
        ("4", "x", "91320699MA9999999X", ""),
        ("5", one.name, "", "石港镇"),
        ("6", two.name, "", "火星镇"),
        ("7", "", "", ""),
        ("8", world.hers.name, "", ""),
        blank=3000,
    )
    done = services.upload_targets(
        actor=dai, campaign_id=campaign.pk, stream=BytesIO(content), filename="名单.xlsx"
    )
    assert (done.rows_in, done.stored, done.refused, done.known) == (8, 3, 5, 0)
    assert [why for _, why in queries.refusals(dai, done.pk)] == [
        "企业库没有这个名称的单位,请核对名称或先登记",
        "企业库没有这个信用代码,请先登记该企业",
        "与第 2 行是同一单位",
        "没有“火星镇”这个镇(街道)",
        "信用代码和名称都是空的",
    ]
    assert Target.objects.filter(campaign=campaign).count() == 3
    again = services.upload_targets(
        actor=dai, campaign_id=campaign.pk, stream=BytesIO(content), filename="名单.xlsx"
    )
    assert (again.stored, again.known, again.refused) == (3, 3, 5)
    assert Target.objects.filter(campaign=campaign).count() == 3
    csv = services.refused_targets(actor=dai, upload_id=done.pk).decode("utf-8-sig").splitlines()
    assert csv[0] == "行号,拒收原因,序号,企业名称,统一社会信用代码,所属镇街"
    assert csv[1].startswith('4,"企业库没有这个名称的单位')
    with pytest.raises(Invalid, match="表头里没有"):
        services.upload_targets(
            actor=dai, campaign_id=campaign.pk, stream=BytesIO("甲,乙\n1,2\n".encode()), filename="x.csv"
        )


def test_reminders_go_out_in_duty_hours_once(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    services.submit_response(actor=world.who("zhang"), filled=filled(target_of(campaign, world.ids[0])))
    sent = services.remind(actor=world.who("dai"), campaign_id=campaign.pk)
    assert sent is not None
    assert (sent.readers, sent.units) == (2, 3)
    texts = dict(Message.objects.filter(kind="campaign").values_list("to_post_id", "title"))
    assert texts[world.who("zhang").post_id] == "企业核酸检测大排查:还有 2 家未查"
    with pytest.raises(Conflict, match="半小时内"):
        services.remind(actor=world.who("dai"), campaign_id=campaign.pk)
    with clock.moved_to(clock.at(2021, 8, 2, 22)):
        assert services.remind(actor=world.who("dai"), campaign_id=campaign.pk) is None
        jobs.run("campaigns.remind_by_clock")
        assert Reminder.objects.count() == 1
    with clock.moved_to(clock.at(2021, 8, 3, 8, 31)):
        jobs.run("campaigns.remind_at_opening", campaign_id=campaign.pk)
        jobs.run("campaigns.remind_at_opening", campaign_id=campaign.pk)
        assert Reminder.objects.count() == 2
    with clock.moved_to(campaign.due_at - timedelta(minutes=20)):
        jobs.run("campaigns.remind_by_clock")
        jobs.run("campaigns.remind_by_clock")
    assert list(Reminder.objects.exclude(rung="").values_list("rung", flat=True)) == ["hours"]


def records(actor: Any, kind: str) -> list[dict[str, Any]]:
    return list(feeds.known()[kind].read(actor, None))


def test_a_phone_keeps_its_part_with_what_the_register_knows(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    mine = records(world.who("zhang"), "campaigns.target")
    assert {r["title"] for r in mine} == {p.name for p in world.mine}
    assert mine[0]["form_version_id"] == campaign.form_version_id
    assert mine[0]["values"]["enterprise.staff_total"] == 30
    assert [r["title"] for r in records(world.who("zhang"), "campaigns.campaign")] == ["企业核酸检测大排查"]
    assert len(records(world.who("xue"), "campaigns.target")) == 1
    a_problem(world.who("zhang"), world.ids[0])
    assert [r["text"] for r in records(world.who("zhang"), "campaigns.problem")] == ["门岗未查健康码"]
    assert records(world.who("xue"), "campaigns.problem") == []
    services.close_campaign(actor=world.who("dai"), campaign_id=campaign.pk)
    services.lock_campaign(actor=world.who("dai"), campaign_id=campaign.pk)
    assert records(world.who("zhang"), "campaigns.target") == []


def test_commands_of_a_real_phone_arrive_once(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    phone = a_phone(world.who("zhang").post_id)
    a, b, foreign = (target_of(campaign, pk) for pk in (world.ids[0], world.ids[1], world.ids[3]))
    batch = [
        phone.command(
            "campaigns.submit_response", {"target_id": a.pk, "answers": {"staff_total": 9, "tested": 1}}
        ),
        phone.command(
            "campaigns.submit_response", {"target_id": b.pk, "answers": {"staff_total": 9, "tested": 10}}
        ),
        phone.command(
            "campaigns.submit_response", {"target_id": foreign.pk, "answers": {"staff_total": 1, "tested": 0}}
        ),
        phone.command(
            "campaigns.record_inspection",
            {"premises_id": world.ids[0], "kind": "surprise", "five": {c: {"answer": "yes"} for c in five()}},
        ),
    ]
    first = phone.send(*batch)
    outcomes = [(x["outcome"], (x.get("problem") or {}).get("code")) for x in first]
    assert outcomes == [("stored", None), ("refused", "invalid"), ("refused", "not_found"), ("stored", None)]
    assert first[0]["result"]["status"] == "done"
    assert phone.send(*batch) == first
    assert Response.objects.count() == 1


def test_every_command_has_a_handler_and_a_shape() -> None:
    names = {n for n in commands.known() if n.startswith("campaigns.")}
    assert names == {
        "campaigns.submit_response", "campaigns.recheck_target", "campaigns.record_inspection",
        "campaigns.record_visit", "campaigns.rectify_problem", "campaigns.recheck_problem",
    }  # fmt: skip


@contextmanager
def as_the_pages(actor: Actor) -> Iterator[None]:
    """Everything inside runs as the scoped role, bound by row-level security."""
    with transaction.atomic(), connection.cursor() as cursor, org.scoped(actor):
        cursor.execute("SET LOCAL ROLE wangge_web")
        yield
        cursor.execute("RESET ROLE")


def test_the_work_of_phones_passes_the_second_wall(world: World) -> None:
    official = a_person("liaison", None, world.who("zhang").area_id).actor
    unit = world.ids[0]
    premises.pair_liaison(actor=system("test"), post_id=official.post_id or 0, premises_id=unit)
    survey = a_running_campaign(world.ids, world.who("dai"))
    visits = a_campaign(world.who("dai"), kind="liaison", rule="liaison", title="挂钩走访")
    services.add_premises(actor=world.who("dai"), campaign_id=visits.pk, premises_ids=[unit])
    services.start_campaign(actor=world.who("dai"), campaign_id=visits.pk)
    zhang = world.who("zhang")
    with as_the_pages(zhang):
        assert services.submit_response(actor=zhang, filled=filled(target_of(survey, unit))).status == "done"
        assert services.submit_response(actor=zhang, filled=filled(target_of(survey, unit), 31)).number == 2
        an_inspection(zhang, unit, "缺口罩")
    with as_the_pages(official):
        later = an_inspection(official, unit, captured_at=clock.now() + timedelta(minutes=5))
        first = a_visit(
            official, unit, campaign_id=visits.pk, questions=(Found("用工缺口"),), suggestions=["错峰"]
        )
    assert later.latest
    assert Inspection.objects.filter(premises_id=unit, latest=True).count() == 1
    assert first.round == 1
    row = Problem.objects.get(source="inspection")
    with as_the_pages(world.admin.actor):
        services.assign_problem(actor=world.admin.actor, problem_id=row.pk)
        services.rectify_problem(actor=world.admin.actor, problem_id=row.pk, result="已补足")
    with as_the_pages(zhang):
        assert services.recheck_problem(actor=zhang, problem_id=row.pk, passed=True).status == "closed"
    with as_the_pages(world.who("dai")):
        services.close_campaign(actor=world.who("dai"), campaign_id=survey.pk)
        services.draw_sample(actor=world.who("dai"), campaign_id=survey.pk, percent=Decimal(100))
    with as_the_pages(world.admin.actor):
        services.recheck_target(actor=world.admin.actor, target_id=target_of(survey, unit).pk, agrees=True)
    with as_the_pages(world.who("dai")):
        services.lock_campaign(actor=world.who("dai"), campaign_id=survey.pk)
        assert services.hand_over(actor=world.who("dai"), campaign_id=survey.pk).number == 1


def test_the_database_itself_hides_other_grids(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    services.submit_response(actor=world.who("zhang"), filled=filled(target_of(campaign, world.ids[0])))
    a_problem(world.who("zhang"), world.ids[0])

    def seen(who: str) -> tuple[int, int, int]:
        with transaction.atomic(), connection.cursor() as cursor:
            actor = world.admin.actor if who == "admin" else world.who(who)
            with org.scoped(actor):
                cursor.execute("SET LOCAL ROLE wangge_web")
                found = (Target.objects.count(), Response.objects.count(), Problem.objects.count())
                cursor.execute("RESET ROLE")
                return found

    assert {w: seen(w) for w in ("zhang", "xue", "ji", "dai", "admin")} == {
        "zhang": (3, 1, 1),
        "xue": (1, 0, 0),
        "ji": (0, 0, 0),
        "dai": (4, 1, 1),
        "admin": (4, 1, 1),
    }


def test_from_a_draft_to_the_hand_over_through_the_console(world: World) -> None:
    dai, admin = logged_in(world.cast["dai"]), logged_in(world.admin)
    form = a_campaign(world.who("dai")).form_version_id
    body = {
        "title": "企业复工核查", "kind": "survey", "form_version_id": form,
        "from_at": clock.now().isoformat(), "due_at": (clock.now() + timedelta(days=2)).isoformat(),
    }  # fmt: skip

    def post(client: Any, path: str, data: object = None) -> Any:
        answer = client.post(f"{BASE}{path}", data=data or {}, content_type="application/json")
        assert answer.status_code in (200, 201), (path, answer.content.decode())
        return answer.json()

    made = post(dai, "/campaigns", body)
    assert [f["code"] for f in made["figures"]] == ["staff_total", "tested"]
    at = f"/campaigns/{made['id']}"
    assert post(dai, "/list/preview", {"kinds": ["enterprise"]}) == {"count": 3}
    assert post(dai, f"{at}/list", {"kinds": ["enterprise"]}) == {"count": 3}
    upload = SimpleUploadedFile(
        "名单.xlsx", a_list(("1", world.hers.name, "", "石港镇"), ("2", "无此厂", "", ""))
    )
    report = dai.post(f"{BASE}{at}/uploads", {"file": upload}).json()
    assert (report["rows_in"], report["stored"], report["refused"]) == (2, 1, 1)
    assert dai.get(f"{BASE}/uploads/{report['id']}/refused.csv").status_code == 200
    assert post(dai, f"{at}/start")["status"] == "running"
    target = admin.get(f"{BASE}{at}/targets?status=open").json()["items"][0]
    answer = {"client_id": str(uuid7()), "answers": {"staff_total": 8, "tested": 8}}
    assert post(admin, f"/targets/{target['id']}/responses", answer)["status"] == "done"
    assert admin.get(f"{BASE}{at}/rollup").status_code == 403
    rollup = dai.get(f"{BASE}{at}/rollup").json()
    assert {f["code"]: f["value"] for f in rollup["figures"]}["covered"] == 1
    assert all(c["holds"] for c in rollup["checks"])
    post(dai, f"{at}/close")
    post(dai, f"{at}/samples", {"percent": 100})
    post(dai, f"{at}/release", {"reason": "人手不足,改日复核"})
    assert post(dai, f"{at}/lock")["number"] == 1
    assert post(dai, f"{at}/hand")["handed_at"]
    snapshot = dai.get(f"{BASE}{at}/snapshots/1").json()
    assert snapshot["campaign"]["status_label"] == "已报送"
    assert snapshot["figures"][0]["towns"] == [
        {"town_id": target_town(world), "town": "石港镇", "value": 4.0}
    ]
    assert admin.get(f"{BASE}/campaigns").json()["items"][0]["id"] == made["id"]
    assert logged_in(world.cast["ji"]).get(f"{BASE}{at}").status_code == 404


def target_town(world: World) -> int:
    return world.hers.town_id
