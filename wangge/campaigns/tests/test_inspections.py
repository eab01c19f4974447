"""Five haves, liaison visits, and problems from the day they are found until they are struck off."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wangge.campaigns import queries, services
from wangge.campaigns.models import Inspection, InspectionItem, LiaisonVisit, Problem, ProblemMove, Suggestion
from wangge.campaigns.queries.problems import liaison_overview
from wangge.campaigns.services import Found, Item
from wangge.campaigns.testing import a_campaign, a_problem, a_visit, an_inspection, five, target_of
from wangge.campaigns.tests.conftest import World
from wangge.casework import queries as casework
from wangge.kit import clock
from wangge.kit.actor import system
from wangge.kit.errors import Conflict, Forbidden, Invalid, NotFound, StaleVersion
from wangge.kit.ids import uuid7
from wangge.org.testing import a_person
from wangge.premises import services as premises

pytestmark = pytest.mark.django_db


def kpi(actor: object, code: str, campaign_id: int | None = None) -> tuple[object, ...]:
    found = next(k for k in queries.kpis(actor, campaign_id) if k.code == code)  # type: ignore[arg-type]
    return found.value, found.numerator, found.denominator


def test_ten_answers_are_kept_and_no_means_not_passed(world: World) -> None:
    zhang, unit = world.who("zhang"), world.ids[0]
    gate = {"health_code": Item("no", note="门岗无人"), "mask": Item("yes")}
    bad = an_inspection(zhang, unit, "门岗无人查码", five=five(isolation="no", support="na"), gate=gate)
    assert not bad.passed
    assert InspectionItem.objects.filter(inspection=bad).count() == 7
    problem = Problem.objects.get(inspection=bad)
    assert (problem.status, problem.source, problem.title) == ("found", "inspection", world.mine[0].name)
    good = an_inspection(zhang, unit, captured_at=clock.now() + timedelta(minutes=1))
    assert good.passed
    assert list(Inspection.objects.filter(latest=True)) == [good]
    late = an_inspection(zhang, unit, captured_at=clock.now() - timedelta(hours=3), five=five(guide="no"))
    assert not late.latest
    assert kpi(world.who("dai"), "inspected") == (25.0, 1, 4)
    assert kpi(world.who("dai"), "five_passed") == (100.0, 1, 1)
    assert kpi(zhang, "inspected") == (33.33, 1, 3)


def test_an_inspection_sent_twice_is_one_and_an_incomplete_one_none(world: World) -> None:
    zhang, client_id = world.who("zhang"), uuid7()
    first = an_inspection(zhang, world.ids[0], "缺口罩", client_id=client_id)
    assert an_inspection(zhang, world.ids[0], "缺口罩", client_id=client_id).pk == first.pk
    with pytest.raises(Conflict):
        an_inspection(zhang, world.ids[1], client_id=client_id)
    with pytest.raises(Invalid) as refusal:
        an_inspection(zhang, world.ids[0], "x", five={"guide": Item("maybe")}, kind="sudden")
    assert set(refusal.value.data["fields"]) == {"five", "answers", "kind", "problems"}
    with pytest.raises(NotFound):
        an_inspection(world.who("xue"), world.ids[0])
    with pytest.raises(Forbidden):
        an_inspection(world.who("mo"), world.ids[0])
    assert (Inspection.objects.count(), Problem.objects.count()) == (1, 1)


def test_a_problem_goes_its_way_with_its_clocks(world: World) -> None:
    zhang, dai, admin = world.who("zhang"), world.who("dai"), world.admin.actor
    row = a_problem(zhang, world.ids[0])
    with pytest.raises(Forbidden):
        services.assign_problem(actor=zhang, problem_id=row.pk)
    given = services.assign_problem(actor=dai, problem_id=row.pk)
    assert (given.status, given.agency_id) == ("assigned", admin.agency_id)
    clocks = {c.kind: c for c in casework.clocks_of("campaigns.problem", [row.pk])}
    assert clocks["sign"].rule_text == "4 个工作小时内接办"
    assert clocks["reply"].rule_text == "3 个工作日内整改"
    services.start_problem(actor=admin, problem_id=row.pk)
    done = services.rectify_problem(
        actor=admin, problem_id=row.pk, result="已安排专人查码", photos=[str(uuid7())]
    )
    assert done.status == "rechecking"
    with pytest.raises(Forbidden, match="不能复查自己"):
        services.recheck_problem(actor=admin, problem_id=row.pk, passed=True)
    with pytest.raises(Invalid, match="不通过的原因"):
        services.recheck_problem(actor=zhang, problem_id=row.pk, passed=False)
    back = services.recheck_problem(actor=zhang, problem_id=row.pk, passed=False, note="夜班仍无人")
    assert (back.status, back.returns) == ("rectifying", 1)
    services.rectify_problem(actor=admin, problem_id=row.pk, result="夜班已补人")
    closed = services.recheck_problem(actor=zhang, problem_id=row.pk, passed=True)
    assert (closed.status, closed.due_at, closed.closed_at) == ("closed", None, clock.now())
    names = list(ProblemMove.objects.filter(row=row).order_by("id").values_list("name", flat=True))
    assert names == ["find", "assign", "start", "rectify", "fail", "rectify", "pass"]
    states = [c.state for c in casework.clocks_of("campaigns.problem", [row.pk])]
    assert states == ["met", "met", "met"]
    assert kpi(dai, "solved") == (100.0, 1, 1)


def test_an_urgent_one_has_a_day_and_what_was_solved_on_the_spot_is_struck_off_at_once(world: World) -> None:
    found = (Found("宿舍无隔离间", severity="serious"), Found("无告知牌", solved="当场张贴"))
    row = an_inspection(world.who("zhang"), world.ids[0], problems=found)
    open_, solved = Problem.objects.filter(inspection=row).order_by("id")
    assert (solved.status, solved.result) == ("closed", "当场张贴")
    given = services.assign_problem(actor=world.who("dai"), problem_id=open_.pk)
    assert given.due_at == clock.now() + timedelta(hours=24)
    assert kpi(world.who("dai"), "solved") == (50.0, 1, 2)
    services.dismiss_problem(actor=world.who("dai"), problem_id=open_.pk, reason="经核实有隔离间")
    assert kpi(world.who("dai"), "solved") == (100.0, 1, 1)


def test_a_stale_phone_gets_the_servers_version_and_a_stranger_nothing(world: World) -> None:
    row = a_problem(world.who("zhang"), world.ids[0])
    services.assign_problem(actor=world.who("dai"), problem_id=row.pk)
    with pytest.raises(StaleVersion) as refusal:
        services.rectify_problem(actor=world.who("zhang"), problem_id=row.pk, result="已整改", version=1)
    assert refusal.value.data["server"]["status"] == "assigned"
    with pytest.raises(NotFound):
        services.rectify_problem(actor=world.who("xue"), problem_id=row.pk, result="已整改")
    with pytest.raises(NotFound):
        queries.problem_page(world.who("ji"), row.pk)
    row.refresh_from_db()
    assert (row.status, row.version) == ("assigned", 2)


def test_two_rounds_of_visits_cover_a_unit_and_raise_what_was_asked(world: World) -> None:
    official = a_person("liaison", None, world.who("zhang").area_id).actor
    premises.pair_liaison(actor=system("test"), post_id=official.post_id or 0, premises_id=world.ids[0])
    campaign = a_campaign(world.who("dai"), kind="liaison", rule="liaison", rounds=2, title="挂钩走访")
    services.add_premises(actor=world.who("dai"), campaign_id=campaign.pk, premises_ids=world.ids[:2])
    services.start_campaign(actor=world.who("dai"), campaign_id=campaign.pk)
    mine = [t.subject_id for t in queries.targets_visible_to(official)]
    assert mine == [world.ids[0]]
    asked = (Found("用工缺口 20 人"),)
    first = a_visit(official, world.ids[0], campaign_id=campaign.pk, questions=asked, manuals=2)
    assert (first.round, first.paired, target_of(campaign, world.ids[0]).status) == (1, True, "open")
    second = a_visit(
        official,
        world.ids[0],
        campaign_id=campaign.pk,
        suggestions=["错峰发车"],
        visited_at=clock.now() + timedelta(1),
    )
    assert (second.round, target_of(campaign, world.ids[0]).status) == (2, "done")
    assert (
        a_visit(official, world.ids[0], campaign_id=campaign.pk, client_id=second.client_id).pk == second.pk
    )
    with pytest.raises(NotFound):
        a_visit(official, world.ids[1], campaign_id=campaign.pk)
    assert (LiaisonVisit.objects.count(), Suggestion.objects.count()) == (2, 1)
    assert kpi(world.who("dai"), "raised", campaign.pk) == (2, 2, None)
    assert kpi(world.who("dai"), "manuals", campaign.pk) == (2, 2, None)
    (line,) = liaison_overview(world.who("dai"), campaign.pk)
    assert (line["visits"], line["units"], line["in_care"], line["open_problems"]) == (2, 1, 1, 1)
    given = services.assign_problem(actor=world.who("dai"), problem_id=Problem.objects.get(source="visit").pk)
    rules = {c.rule_text for c in casework.clocks_of("campaigns.problem", [given.pk])}
    assert rules == {"4 个工作小时内接办", "走访问题 5 个工作日内解决"}
