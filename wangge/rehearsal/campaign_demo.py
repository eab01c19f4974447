"""The demo's campaigns: one handed over, one running, inspections, visits, problems in all states."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from wangge.campaigns import queries as campaigns
from wangge.campaigns import services
from wangge.campaigns.services import (
    FIVE,
    GATE,
    CampaignDraft,
    Filled,
    Found,
    InspectionDraft,
    Item,
    VisitDraft,
)
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.kit.ids import uuid7
from wangge.org import queries as org
from wangge.premises import queries as premises
from wangge.rehearsal.staff import DEMO
from wangge.rehearsal.survey import FIGURES, a_published_survey
from wangge.territory import queries as territory

if TYPE_CHECKING:
    from wangge.campaigns.models import Campaign

SEED = "排查演示"
PROBLEMS = (
    "门岗未查行程码",
    "集体宿舍无隔离间",
    "口罩储备不足 3 天用量",
    "外来送货人员未登记",
    "无防疫责任人名单",
)
ASKED = ("外地员工返岗需要核酸证明指引", "货车司机进厂登记流程", "第二针疫苗预约")


def load() -> None:
    """Campaigns of the demo district; people and enterprises must be there."""
    rng = random.Random(SEED)
    leader = org.actor_for(org.posts_in_role("commander")[0].id)
    version_id = a_published_survey(leader).pk
    towns = territory.towns()
    everybody = campaigns.ListQuery(kinds=("enterprise", "construction"))
    some = campaigns.ListQuery(kinds=("construction",), town_ids=tuple(t.id for t in towns[:8]))
    begun = clock.now()
    with clock.moved_to(begun - timedelta(days=2)):
        done = _survey(leader, "建筑工地核酸检测排查", version_id, some)
        _answer(rng, done, 1.0)
    with clock.moved_to(begun - timedelta(days=1)):
        _hand_over(leader, done)
    with clock.moved_to(begun - timedelta(hours=5)):
        running = _survey(leader, "企业核酸检测大排查", version_id, everybody)
    _answer(rng, running, 0.62)
    _inspections(rng, leader)
    _visits(rng, leader)


def _survey(leader: Actor, title: str, version_id: int, query: campaigns.ListQuery) -> Campaign:
    now = clock.now()
    row = services.create_campaign(
        actor=leader,
        draft=CampaignDraft(
            title=title,
            kind="survey",
            from_at=now,
            due_at=now + timedelta(hours=30),
            purpose="摸清员工核酸检测底数,查明谁还没有查到",
            form_version_id=version_id,
            figures=FIGURES,
        ),
    )
    services.add_by_query(actor=leader, campaign_id=row.pk, query=query)
    return services.start_campaign(actor=leader, campaign_id=row.pk)


def _answer(rng: random.Random, campaign: Campaign, share: float) -> None:
    """Whoever has the units fills in his share of them; a few correct themselves."""
    for row in campaigns.coverage(DEMO, campaign.pk, "post"):
        if not row.id:
            continue
        actor, own = org.actor_for(row.id), rng.uniform(share - 0.25, share + 0.25) if share < 1 else 1.0
        units = list(
            campaigns.targets_visible_to(actor).filter(campaign_id=campaign.pk, post_id=row.id)[:400]
        )
        people = {pk: card.staff_total for pk, card in premises.cards(u.subject_id for u in units).items()}
        filled = []
        for unit in units:
            if rng.random() < own:
                answers = {
                    "staff_total": people[unit.subject_id],
                    "tested": int(people[unit.subject_id] * rng.random() * 0.06),
                }
                filled.append(Filled(uuid7(), unit.pk, answers, clock.now()))
                if rng.random() < 0.03:
                    filled.append(
                        Filled(uuid7(), unit.pk, answers | {"tested": 0}, clock.now(), None, "核对后更正")
                    )
        services.submit_responses(actor=actor, filled=filled)


def _hand_over(leader: Actor, campaign: Campaign) -> None:
    services.close_campaign(actor=leader, campaign_id=campaign.pk)
    services.draw_sample(actor=leader, campaign_id=campaign.pk, percent=Decimal(10), seed=SEED)
    services.release_recheck(actor=leader, campaign_id=campaign.pk, reason="工地停工,改日复核")
    services.lock_campaign(actor=leader, campaign_id=campaign.pk)
    services.hand_over(actor=leader, campaign_id=campaign.pk)


def _inspections(rng: random.Random, leader: Actor) -> None:
    """Inspections of the last days; their problems stand in every state."""
    ids = premises.select()
    inspector = org.actor_for(org.posts_in_role("supervisor")[0].id)
    for number, pk in enumerate(rng.sample(ids, min(60, len(ids)))):
        bad = rng.random() < 0.4
        five = {code: Item("no" if bad and code == "isolation" else "yes") for code in FIVE}
        found = (Found(rng.choice(PROBLEMS), "", "serious" if number % 9 == 0 else "normal"),) if bad else ()
        with clock.moved_to(clock.now() - timedelta(hours=rng.uniform(1, 90))):
            services.record_inspection(
                actor=inspector,
                draft=InspectionDraft(
                    client_id=uuid7(),
                    premises_id=pk,
                    kind=("routine", "group", "surprise")[number % 3],
                    captured_at=clock.now(),
                    five=five,
                    gate={code: Item(rng.choice(("yes", "yes", "no"))) for code in GATE},
                    team=f"第 {number % 5 + 1} 组" if number % 3 == 1 else "",
                    vaccinated=rng.randint(5, 60),
                    problems=found,
                ),
            )
    for number, row in enumerate(campaigns.problems(leader, campaigns.ProblemFilter(), limit=200).items):
        if number % 4 == 0:
            continue
        row = services.assign_problem(actor=leader, problem_id=row.pk)
        handler = org.actor_for(org.posts_of_agency(row.agency_id or 0)[0].id)
        if number % 4 >= 2:
            services.rectify_problem(actor=handler, problem_id=row.pk, result="已按要求整改并拍照留存")
        if number % 4 == 3:
            services.recheck_problem(actor=leader, problem_id=row.pk, passed=number % 8 != 7, note="现场复查")


def _visits(rng: random.Random, leader: Actor) -> None:
    """The demo's liaison was at some of the enterprises in his care."""
    official = org.actor_for(org.posts_in_role("liaison")[0].id)
    for pk in premises.pairs_of_post(official.post_id or 0)[:12]:
        with clock.moved_to(clock.now() - timedelta(hours=rng.uniform(2, 60))):
            services.record_visit(
                actor=official,
                draft=VisitDraft(
                    client_id=uuid7(),
                    premises_id=pk,
                    visited_at=clock.now(),
                    summary="查看五有落实,听取企业困难",
                    questions=(Found(rng.choice(ASKED)),) if rng.random() < 0.5 else (),
                    suggestions=("错峰安排核酸检测",) if rng.random() < 0.5 else (),
                    manuals=2,
                ),
            )
