"""A survey from the list to the snapshot: who answers what, versions, the lock, late corrections."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from wangge.campaigns import queries, services, testing
from wangge.campaigns.models import Response, Snapshot, Target, TargetMove
from wangge.campaigns.queries import figures
from wangge.campaigns.queries.registers import ListQuery
from wangge.campaigns.services import Answered
from wangge.campaigns.testing import a_campaign, a_running_campaign, filled, target_of
from wangge.campaigns.tests.conftest import World
from wangge.forms.models import AnswerSheet
from wangge.kit import clock
from wangge.kit.errors import BusinessError, Conflict, Forbidden, Invalid, NotFound
from wangge.premises.testing import a_premises

pytestmark = pytest.mark.django_db


def moves(target: Target) -> list[str]:
    return list(TargetMove.objects.filter(row_id=target.pk).order_by("id").values_list("name", flat=True))


def test_a_query_fills_the_list_once_and_the_start_gives_every_unit_its_people(world: World) -> None:
    campaign = a_campaign(world.who("dai"))
    query = ListQuery(kinds=("enterprise", "construction"))
    assert services.add_by_query(actor=world.who("dai"), campaign_id=campaign.pk, query=query) == 4
    assert services.add_by_query(actor=world.who("dai"), campaign_id=campaign.pk, query=query) == 0
    assert not queries.targets_visible_to(world.who("zhang")).exists()
    services.start_campaign(actor=world.who("dai"), campaign_id=campaign.pk)
    mine = queries.targets_visible_to(world.who("zhang"))
    assert {t.subject_id for t in mine} == {p.pk for p in world.mine}
    assert {t.post_id for t in mine} == {world.who("zhang").post_id}
    assert {t.agency_id for t in mine} == {world.admin.actor.agency_id}
    assert {t.title for t in queries.targets_visible_to(world.who("xue"))} == {"示例兴旺建筑工地"}
    assert queries.targets_visible_to(world.admin.actor).count() == 4


def test_an_empty_list_is_not_started_and_a_grid_worker_starts_nothing(world: World) -> None:
    campaign = a_campaign(world.who("dai"))
    with pytest.raises(Conflict) as refusal:
        services.start_campaign(actor=world.who("dai"), campaign_id=campaign.pk)
    assert refusal.value.code == "empty_list"
    services.add_premises(actor=world.who("dai"), campaign_id=campaign.pk, premises_ids=world.ids)
    with pytest.raises(Forbidden):
        services.start_campaign(actor=world.who("zhang"), campaign_id=campaign.pk)
    campaign.refresh_from_db()
    assert campaign.status == "draft"


def test_what_is_wrong_with_a_draft_is_said_by_field(world: World) -> None:
    with pytest.raises(Invalid) as refusal:
        a_campaign(world.who("dai"), title=" ", due_at=clock.now(), rule="x", form_version_id=None)
    assert set(refusal.value.data["fields"]) == {"title", "due_at", "rule", "form_version_id"}
    wrong = (testing.FIGURES[0], testing.RATE)
    with pytest.raises(Invalid, match="分子或分母不是已有指标"):
        a_campaign(world.who("dai"), figures=wrong)


def test_an_answer_covers_its_unit_and_a_correction_keeps_the_earlier_version(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    target, zhang = target_of(campaign, world.ids[0]), world.who("zhang")
    first = services.submit_response(actor=zhang, filled=filled(target, 40, 3))
    assert first == Answered(target.pk, 1, "done", "answer")
    second = services.submit_response(actor=zhang, filled=filled(target, 40, 5, reason="漏报两人"))
    assert second == Answered(target.pk, 2, "done", "correction")
    page = queries.target_page(zhang, target.pk)
    assert [(v.number, v.current, v.answers["tested"]) for v in page.versions] == [
        (2, True, 5),
        (1, False, 3),
    ]
    assert moves(target) == ["answer", "correct"]
    made = figures.rollup(campaign)
    assert (made.value("tested"), made.value("staff_total"), made.value("rate")) == (5, 40, Decimal("12.50"))
    assert (made.value("total"), made.value("covered"), made.value("missing")) == (4, 1, 3)
    assert made.value("coverage") == Decimal("25.00")
    assert all(check.holds for check in made.checks)


def test_many_answers_are_judged_one_by_one_and_sent_again_store_nothing(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    zhang = world.who("zhang")
    units = [target_of(campaign, pk) for pk in world.ids]
    batch = [
        filled(units[0], 10, 1),
        filled(units[1], 10, 11),
        filled(units[3], 10, 1),
        filled(units[0], 12, 1, version=1),
        filled(units[2], 7, 0),
    ]
    for _ in range(2):
        done = services.submit_responses(actor=zhang, filled=batch)
        assert [d.number if isinstance(d, Answered) else d.code for d in done] == [
            1,
            "invalid",
            "not_found",
            2,
            1,
        ]
        assert Response.objects.count() == AnswerSheet.objects.count() == 3
    wrong = done[1]
    assert isinstance(wrong, BusinessError)
    assert wrong.data == {"fields": {"tested": "已做核酸检测人数:不能多于员工总数"}}
    statuses = dict(Target.objects.values_list("subject_id", "status"))
    assert [statuses[pk] for pk in world.ids] == ["done", "open", "done", "open"]
    assert figures.rollup(campaign).value("staff_total") == 19


def test_who_answers_without_having_seen_the_others_answer_gets_both_versions(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    target = target_of(campaign, world.ids[0])
    services.submit_response(actor=world.admin.actor, filled=filled(target, 20, 4))
    with pytest.raises(Conflict) as refusal:
        services.submit_response(actor=world.who("zhang"), filled=filled(target, 21, 4, version=0))
    assert refusal.value.code == "answered_meanwhile"
    assert refusal.value.data["server"]["answers"] == {"staff_total": 20, "tested": 4}
    assert Response.objects.filter(target=target).count() == 1
    services.submit_response(actor=world.who("zhang"), filled=filled(target, 21, 4, version=1))
    assert Response.objects.get(target=target, current=True).numbers == {"staff_total": 21, "tested": 4}


def test_a_stranger_finds_nothing_and_changes_nothing(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    target = target_of(campaign, world.ids[0])
    for who in ("xue", "ji", "yin"):
        with pytest.raises((NotFound, Forbidden)):
            services.submit_response(actor=world.who(who), filled=filled(target))
        with pytest.raises(NotFound):
            queries.target_page(world.who(who), target.pk)
    assert Response.objects.count() == AnswerSheet.objects.count() == 0
    assert moves(target) == []


def test_what_was_captured_before_the_end_still_counts_and_later_it_does_not(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    zhang, before = world.who("zhang"), clock.now()
    a, b = target_of(campaign, world.ids[0]), target_of(campaign, world.ids[1])
    with clock.moved_to(before + timedelta(hours=5)):
        services.close_campaign(actor=world.who("dai"), campaign_id=campaign.pk)
    with clock.moved_to(before + timedelta(hours=6)):
        done = services.submit_response(actor=zhang, filled=filled(a, at=before + timedelta(hours=1)))
        assert (done.status, done.kind) == ("done", "answer")
        with pytest.raises(Conflict, match="已截止"):
            services.submit_response(actor=zhang, filled=filled(b))
    b.refresh_from_db()
    assert b.status == "open"


def test_the_lock_freezes_and_late_corrections_make_another_version_and_another_snapshot(
    world: World,
) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    dai, zhang = world.who("dai"), world.who("zhang")
    units = [target_of(campaign, pk) for pk in world.ids]
    for unit in units[:2]:
        services.submit_response(actor=zhang, filled=filled(unit, 50, 1))
    services.close_campaign(actor=dai, campaign_id=campaign.pk)
    first = services.lock_campaign(actor=dai, campaign_id=campaign.pk)
    kept = {f["code"]: f["value"] for f in first.figures}
    assert (kept["total"], kept["covered"], kept["tested"], kept["rate"]) == (4, 2, 2, 2.0)
    assert all("campaigns_" in f["query"] and f["definition"] for f in first.figures)
    assert {t.status for t in Target.objects.filter(pk__in=[u.pk for u in units[:2]])} == {"locked"}
    handed = services.hand_over(actor=dai, campaign_id=campaign.pk)
    assert handed.handed_at is not None
    with pytest.raises(Conflict) as again:
        services.hand_over(actor=dai, campaign_id=campaign.pk)
    assert again.value.code == "handed_already"
    with pytest.raises(Conflict) as same:
        services.freeze_again(actor=dai, campaign_id=campaign.pk)
    assert same.value.code == "unchanged"
    late = services.submit_response(actor=zhang, filled=filled(units[0], 50, 4, reason="补报三人"))
    missed = services.submit_response(actor=zhang, filled=filled(units[2], 9, 9))
    assert (late.number, late.kind, late.status) == (2, "late", "locked")
    assert (missed.number, missed.kind, missed.status) == (1, "late", "locked")
    second = services.freeze_again(actor=dai, campaign_id=campaign.pk)
    assert {f["code"]: f["value"] for f in Snapshot.objects.get(pk=first.pk).figures} == kept
    changed = queries.difference(dai, campaign.pk, 1, 2)
    shown = {f.code: (f.before, f.after) for f in changed.figures}
    assert shown["tested"] == (2, 14)
    assert shown["covered"] == (2, 3)
    assert [(u.target_id, u.what, u.number, u.reason) for u in changed.units] == [
        (units[0].pk, "late", 2, "补报三人"),
        (units[2].pk, "late", 1, ""),
    ]
    assert second.rows_hash != first.rows_hash
    assert second.digest != first.digest


def test_a_snapshot_cannot_be_changed_by_anybody(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    services.close_campaign(actor=world.who("dai"), campaign_id=campaign.pk)
    made = services.lock_campaign(actor=world.who("dai"), campaign_id=campaign.pk)
    for change in ({"rows": 7}, {"figures": []}, {"at": clock.now() + timedelta(1)}):
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            Snapshot.objects.filter(pk=made.pk).update(**change)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Snapshot.objects.filter(pk=made.pk).delete()
    with pytest.raises(DatabaseError, match="only grow"), transaction.atomic():
        TargetMove.objects.filter(campaign_id=campaign.pk).update(reason="x") or TargetMove.objects.create(
            row=target_of(campaign, world.ids[0]),
            campaign=campaign,
            name="x",
            source="",
            target="",
            by="x",
            at=clock.now(),
        ).delete()


def test_a_sample_is_drawn_again_by_its_seed_and_nobody_checks_his_own(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    dai, zhang = world.who("dai"), world.who("zhang")
    units = [target_of(campaign, pk) for pk in world.ids]
    for unit in units[:3]:
        services.submit_response(actor=zhang, filled=filled(unit, 20, 1))
    services.close_campaign(actor=dai, campaign_id=campaign.pk)
    sample = services.draw_sample(actor=dai, campaign_id=campaign.pk, percent=Decimal(60), seed="八月")
    assert (sample.frame, sample.drawn) == (3, 2)
    from wangge.campaigns import rules

    drawn = set(Target.objects.filter(status="recheck").values_list("pk", flat=True))
    assert drawn == set(rules.drawn("八月", [u.pk for u in units[:3]], Decimal(60)))
    with pytest.raises(Conflict) as used:
        services.draw_sample(actor=dai, campaign_id=campaign.pk, percent=Decimal(5), seed="八月")
    assert used.value.code == "seed_used"
    with pytest.raises(Conflict, match="2 个复核"):
        services.lock_campaign(actor=dai, campaign_id=campaign.pk)
    one, other = sorted(drawn)
    with pytest.raises(Forbidden, match="不能复核自己"):
        services.recheck_target(actor=zhang, target_id=one, agrees=True)
    services.recheck_target(actor=world.admin.actor, target_id=one, agrees=True)
    again = filled(Target.objects.get(pk=other), 25, 3)
    services.recheck_target(
        actor=world.admin.actor, target_id=other, agrees=False, note="少报五人", filled=again
    )
    assert Response.objects.get(target_id=other, current=True).kind == "recheck"
    assert Response.objects.filter(target_id=other).count() == 2
    assert figures.rollup(campaign).value("staff_total") == 65
    services.lock_campaign(actor=dai, campaign_id=campaign.pk)
    assert Target.objects.filter(status="locked").count() == 3
    assert Target.objects.filter(status="open").count() == 1


def test_the_denominator_moves_with_its_reasons(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    gone, begun = target_of(campaign, world.ids[2]), clock.now()
    with clock.moved_to(begun + timedelta(hours=1)):
        with pytest.raises(Invalid, match="核减原因"):
            services.drop_target(actor=world.who("dai"), target_id=gone.pk, reason=" ")
        services.drop_target(actor=world.admin.actor, target_id=gone.pk, reason="已停业")
    made = figures.rollup(campaign)
    assert (made.value("total"), made.value("dropped")) == (3, 1)
    assert all(check.holds for check in made.checks)
    with pytest.raises(Conflict, match="已核减"):
        services.submit_response(actor=world.who("zhang"), filled=filled(gone))
    with clock.moved_to(begun + timedelta(hours=2)):
        services.restore_target(actor=world.admin.actor, target_id=gone.pk, reason="复工")
    from wangge.campaigns.queries.lists import denominator_at

    hours = [denominator_at(campaign.pk, begun + timedelta(hours=h)) for h in (0, 1, 2)]
    assert hours == [4, 3, 4]


def test_given_to_another_post_a_unit_leaves_one_phone_and_reaches_the_other(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    target, xue = target_of(campaign, world.ids[0]), world.who("xue")
    with pytest.raises(Forbidden):
        services.assign_targets(actor=xue, target_ids=[target.pk], post_id=xue.post_id or 0)
    services.assign_targets(actor=world.admin.actor, target_ids=[target.pk], post_id=xue.post_id or 0)
    assert target.pk in set(queries.targets_visible_to(xue).values_list("pk", flat=True))
    assert services.submit_response(actor=xue, filled=filled(target)).status == "done"


def test_coverage_by_town_and_worker_and_who_is_missing(world: World) -> None:
    campaign = a_running_campaign(world.ids, world.who("dai"))
    services.submit_response(actor=world.who("zhang"), filled=filled(target_of(campaign, world.ids[0])))
    (town,) = queries.coverage(world.who("dai"), campaign.pk, "town")
    assert (town.name, town.total, town.covered, town.missing) == ("石港镇", 4, 1, 3)
    by_post = {r.id: (r.total, r.covered) for r in queries.coverage(world.who("dai"), campaign.pk, "post")}
    assert by_post == {world.who("zhang").post_id: (3, 1), world.who("xue").post_id: (1, 0)}
    page = queries.targets(world.who("dai"), campaign.pk, queries.TargetFilter(status="open"), limit=2)
    rest = queries.targets(
        world.who("dai"), campaign.pk, queries.TargetFilter(status="open"), page.next_cursor or "", limit=2
    )
    found = [r.subject_id for r in (*page.items, *rest.items)]
    assert found == world.ids[1:]
    assert rest.next_cursor is None
    own = queries.targets(world.who("zhang"), campaign.pk, queries.TargetFilter(status="open"))
    assert [r.subject_id for r in own.items] == world.ids[1:3]


def test_fifty_answers_cost_hardly_more_statements_than_two(
    world: World,
) -> None:
    grid = world.who("zhang").area_id
    more = [a_premises(f"示例批量第{n}厂", area_id=grid).pk for n in range(50)]
    campaign = a_running_campaign([*world.ids, *more], world.who("dai"))
    zhang = world.who("zhang")
    units = {t.subject_id: t for t in Target.objects.filter(campaign=campaign)}
    with CaptureQueriesContext(connection) as two:
        services.submit_responses(actor=zhang, filled=[filled(units[pk]) for pk in world.ids[:2]])
    with CaptureQueriesContext(connection) as fifty:
        services.submit_responses(actor=zhang, filled=[filled(units[pk]) for pk in more])
    assert len(fifty) <= len(two) + 2
    assert len(two) <= 40
    assert Target.objects.filter(campaign=campaign, status="done").count() == 52
