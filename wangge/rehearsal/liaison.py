"""``wangge rehearse liaison``: officials at the enterprises in their care, August 2021.

Three things of the page (its district is Haimen; here they are played in the demo district):
198 officials visit the 745 enterprises above scale, hand out 1,500 manuals and bring home 235 questions and
suggestions; the development zone visits 247 and 248 units twice (990 visits) and solves 325 problems;
thirteen teams hand out about 5,000 leaflets.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from wangge.campaigns import queries as campaigns
from wangge.campaigns import services
from wangge.campaigns.queries import TargetFilter
from wangge.campaigns.services import FIVE
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.org import queries as org
from wangge.policy import services as policy
from wangge.premises import queries as premises_queries
from wangge.premises import services as premises
from wangge.rehearsal import district, enterprises, staff
from wangge.rehearsal.phones import Fleet
from wangge.rehearsal.staff import DEMO
from wangge.rehearsal.table import Line, count, print_lines, say, verdict
from wangge.territory import queries as territory

if TYPE_CHECKING:
    from wangge.campaigns.models import Campaign

SEED = "挂钩"
START = clock.at(2021, 8, 3, 8, 30)
QUESTIONS = (
    "外地员工返岗查验",
    "货车司机进厂登记",
    "口罩和消杀物资采购",
    "集体宿舍隔离间设置",
    "原料运输受阻",
    "员工疫苗第二针预约",
)
SUGGESTIONS = (
    "统一发放进厂告知牌",
    "错峰安排核酸检测",
    "开通货运绿色通道",
    "集中采购防护物资",
    "简化复工报备表格",
)
RESULTS = (
    "已联系属地医院上门服务",
    "已协调交通部门发放通行证",
    "已由镇统一采购发放",
    "已整理出独立隔离间并验收",
)


@dataclass(frozen=True, slots=True)
class Page:
    """What the page says, in full or a tenth of it; ``open_problems`` are ours: not everything is solved."""

    name: str
    officials: int
    firms: int
    staff: int
    manuals: int
    raised: int
    zone: tuple[int, int]
    solved: int
    open_problems: int
    teams: int
    leaflets: int
    team_units: int


FULL = Page("全量", 198, 745, 80_312, 1500, 235, (247, 248), 325, 11, 13, 5000, 260)
QUICK = Page("十分之一", 20, 75, 8050, 150, 24, (25, 25), 33, 2, 13, 500, 39)


@dataclass
class Scene:
    """The stage of one rehearsal."""

    page: Page
    rng: random.Random
    leader: Actor
    handler: dict[int, Actor] = field(default_factory=dict)
    officials: list[int] = field(default_factory=list)
    teams: list[int] = field(default_factory=list)
    fleet: Fleet = field(default_factory=Fleet)
    key: list[int] = field(default_factory=list)
    zone: tuple[list[int], list[int]] = field(default_factory=lambda: ([], []))


def play(quick: bool) -> int:
    """Play it in this (fresh) database and print the table."""
    page = QUICK if quick else FULL
    begun = time.perf_counter()
    with clock.moved_to(START - timedelta(hours=20)):
        scene = prepare(page)
    say(f"预演 挂钩联系企业({page.name}):{START:%Y-%m-%d} 起")
    say(
        f"  准备 {time.perf_counter() - begun:.1f} 秒:"
        f"{len(scene.officials)} 名干部,{len(scene.fleet.phones)} 部手机"
    )
    begun = time.perf_counter()
    key = key_enterprises(scene)
    zone = development_zone(scene)
    teams = group_visits(scene)
    say(f"  走访 {time.perf_counter() - begun:.1f} 秒")
    lines = table(scene, key, zone, teams)
    print_lines(lines)
    return verdict(lines, scene.fleet.problems())


def prepare(page: Page) -> Scene:
    """District, officials with phones, enterprises, pairs, handlers of the towns."""
    rng = random.Random(f"{SEED}/{page.name}")
    district.load(DEMO)
    policy.seed(actor=DEMO)
    staff.load_centre()
    leader = org.actor_for(org.posts_in_role("dispatcher")[0].id)
    scene = Scene(page, rng, leader)
    area = territory.district().id
    scene.officials = staff.hire_posts(
        "liaison", "挂钩干部", [(f"gg{n}", None, area) for n in range(1, page.officials + 1)]
    )
    scene.teams = staff.hire_posts(
        "liaison", "走访组组长", [(f"zz{n}", None, area) for n in range(1, page.teams + 1)]
    )
    scene.fleet.enrol(DEMO, [*scene.officials, *scene.teams])
    for agency in org.agencies("town"):
        scene.handler[agency.id] = org.actor_for(org.posts_of_agency(agency.id, "unit_handler")[0].id)
    _ledger(scene)
    return scene


def _ledger(scene: Scene) -> None:
    """The key enterprises are those above scale; the zone's units are the others, in two lists."""
    page = scene.page
    others = sum(page.zone)
    size = enterprises.Size(
        enterprises=page.firms + others,
        sites=0,
        staff=page.staff + others * 40,
        above_scale=page.firms,
        above_scale_staff=page.staff,
        site_staff=0,
    )
    enterprises.load(DEMO, size, SEED)
    scene.key = premises_queries.select(above_scale=True)
    zone = premises_queries.select(above_scale=False)
    scene.zone = (zone[: page.zone[0]], zone[page.zone[0] :])
    pairs = {pk: scene.officials[n % page.officials] for n, pk in enumerate([*scene.key, *zone])}
    premises.pair_many(actor=DEMO, pairs=pairs)


def _campaign(scene: Scene, title: str, *lists: Sequence[int], rounds: int = 1) -> Campaign:
    """A liaison campaign over lists, given to the officials of its enterprises, started."""
    row = services.create_campaign(
        actor=scene.leader,
        draft=services.CampaignDraft(
            title=title,
            kind="liaison",
            rule="liaison",
            rounds=rounds,
            from_at=START,
            due_at=START + timedelta(days=9),
        ),
    )
    for ids in lists:
        services.add_premises(actor=scene.leader, campaign_id=row.pk, premises_ids=ids)
    return services.start_campaign(actor=scene.leader, campaign_id=row.pk)


def _spread(rng: random.Random, total: int, places: int) -> list[int]:
    """How many each place gets when ``total`` fall on ``places`` by chance."""
    found = [0] * places
    for _ in range(total):
        found[rng.randrange(places)] += 1
    return found


def _visits(
    scene: Scene, campaign: Campaign, bodies: list[tuple[int, dict[str, Any]]], begin: datetime
) -> None:
    """Every official makes his visits in order; who is offline sends them hours later, all at once."""
    rng, last = scene.rng, {post_id: begin for post_id, _ in bodies}
    sending: dict[int, list[datetime]] = {}
    for post_id, body in bodies:
        phone = scene.fleet.phones[post_id]
        at = last[post_id] + timedelta(minutes=rng.uniform(25, 70))
        last[post_id] = at
        phone.capture("campaigns.record_visit", body | {"campaign_id": campaign.pk}, at)
        if not phone.offline:
            sending.setdefault(post_id, []).append(at + timedelta(minutes=1))
    for post_id, at in last.items():
        later = (
            timedelta(hours=rng.uniform(3, 8))
            if scene.fleet.phones[post_id].offline
            else timedelta(minutes=5)
        )
        sending.setdefault(post_id, []).append(at + later)
    for at, post_id in sorted((at, post_id) for post_id, moments in sending.items() for at in moments):
        scene.fleet.at(at, post_id, answer_is_lost=rng.random() < 0.05)


def key_enterprises(scene: Scene) -> Campaign:
    """198 officials at the enterprises above scale: manuals out, questions and suggestions in."""
    page, rng = scene.page, scene.rng
    with clock.moved_to(START):
        campaign = _campaign(scene, "挂钩联系重点企业", scene.key)
    asked = page.raised * 3 // 5
    questions = _spread(rng, asked, page.firms)
    suggestions = _spread(rng, page.raised - asked, page.firms)
    manuals = [page.manuals // page.firms] * page.firms
    manuals[0] += page.manuals - sum(manuals)
    care = premises_queries.liaison_of(scene.key)
    bodies = [
        (
            care[pk],
            {
                "premises_id": pk,
                "summary": "宣讲防疫指南,查看五有落实",
                "manuals": manuals[n],
                "questions": [{"text": rng.choice(QUESTIONS)} for _ in range(questions[n])],
                "suggestions": [rng.choice(SUGGESTIONS) for _ in range(suggestions[n])],
            },
        )
        for n, pk in enumerate(scene.key)
    ]
    _visits(scene, campaign, bodies, START)
    return campaign


def development_zone(scene: Scene) -> Campaign:
    """Two lists, every unit visited twice; what was asked is given, put right and looked at again."""
    page, rng, begin = scene.page, scene.rng, START + timedelta(days=1)
    with clock.moved_to(begin):
        campaign = _campaign(scene, "开发区走访服务", *scene.zone, rounds=2)
    units = [*scene.zone[0], *scene.zone[1]]
    asked = _spread(rng, page.solved + page.open_problems, len(units))
    care = premises_queries.liaison_of(units)
    first = [
        (
            care[pk],
            {
                "premises_id": pk,
                "summary": "第一次走访",
                "questions": [{"text": rng.choice(QUESTIONS)} for _ in range(asked[n])],
            },
        )
        for n, pk in enumerate(units)
    ]
    _visits(scene, campaign, first, begin)
    _solve(scene, campaign, begin + timedelta(days=2))
    second = [(care[pk], {"premises_id": pk, "summary": "第二次走访,回看问题解决情况"}) for pk in units]
    _visits(scene, campaign, second, begin + timedelta(days=4))
    return campaign


def _solve(scene: Scene, campaign: Campaign, begin: datetime) -> None:
    """The centre gives the problems to the towns, the towns mend most of them, the officials look again."""
    wanted = campaigns.ProblemFilter(campaign_id=campaign.pk)
    found: list[Any] = []
    cursor = ""
    with clock.moved_to(begin):
        while True:
            page = campaigns.problems(scene.leader, wanted, cursor, 200)
            found += page.items
            if page.next_cursor is None:
                break
            cursor = page.next_cursor
        given = [
            services.assign_problem(actor=scene.leader, problem_id=p.pk)
            for p in sorted(found, key=lambda p: p.pk)
        ]
    with clock.moved_to(begin + timedelta(hours=3)):
        for row in given[: scene.page.solved]:
            handler = scene.handler[row.agency_id or 0]
            services.rectify_problem(actor=handler, problem_id=row.pk, result=scene.rng.choice(RESULTS))
    posts = set()
    for row in given[: scene.page.solved]:
        phone = scene.fleet.phones[row.post_id or 0]
        at = begin + timedelta(hours=5)
        phone.capture(
            "campaigns.recheck_problem", {"problem_id": row.pk, "passed": True, "note": "企业确认"}, at
        )
        posts.add(row.post_id or 0)
    for post_id in sorted(posts):
        later = timedelta(hours=9) if scene.fleet.phones[post_id].offline else timedelta(hours=5, minutes=2)
        scene.fleet.at(begin + later, post_id)


def group_visits(scene: Scene) -> Campaign:
    """Thirteen teams go from unit to unit: five haves, leaflets."""
    page, rng, begin = scene.page, scene.rng, START + timedelta(days=7)
    chosen = rng.sample(scene.key, page.team_units)
    with clock.moved_to(begin):
        row = services.create_campaign(
            actor=scene.leader,
            draft=services.CampaignDraft(
                title="分组走访宣传",
                kind="inspection",
                rule="agency",
                from_at=begin,
                due_at=begin + timedelta(days=3),
            ),
        )
        services.add_premises(actor=scene.leader, campaign_id=row.pk, premises_ids=chosen)
        campaign = services.start_campaign(actor=scene.leader, campaign_id=row.pk)
        team_of = _to_teams(scene, campaign)
    leaflets = enterprises.apportioned(page.leaflets, [rng.uniform(1, 3) for _ in chosen])
    for number, pk in enumerate(chosen):
        team = team_of[pk]
        body = {
            "premises_id": pk,
            "kind": "group",
            "team": f"第 {team + 1} 组",
            "five": {code: {"answer": "no" if rng.random() < 0.04 else "yes"} for code in FIVE},
            "leaflets": leaflets[number],
            "campaign_id": campaign.pk,
        }
        phone = scene.fleet.phones[scene.teams[team]]
        phone.capture(
            "campaigns.record_inspection", body, begin + timedelta(minutes=20 * (number // page.teams + 1))
        )
    for post_id in scene.teams:
        later = timedelta(hours=10) if scene.fleet.phones[post_id].offline else timedelta(hours=8)
        scene.fleet.at(begin + later, post_id)
    return campaign


def _to_teams(scene: Scene, campaign: Campaign) -> dict[int, int]:
    """Each team gets its own units: whose phone may write is decided by who has the unit. Team by unit."""
    rows: list[Any] = []
    cursor = ""
    while True:
        page = campaigns.targets(scene.leader, campaign.pk, TargetFilter(), cursor, 200)
        rows += page.items
        if page.next_cursor is None:
            break
        cursor = page.next_cursor
    for team, post_id in enumerate(scene.teams):
        ids = [row.id for n, row in enumerate(rows) if n % scene.page.teams == team]
        services.assign_targets(actor=scene.leader, target_ids=ids, post_id=post_id)
    return {row.subject_id: n % scene.page.teams for n, row in enumerate(rows)}


def table(scene: Scene, key: Campaign, zone: Campaign, teams: Campaign) -> list[Line]:
    """Every line of the comparison, by the written definitions of campaigns."""
    page, source = scene.page, "报纸" if scene.page is FULL else "按比例"
    first = {k.code: k for k in campaigns.kpis(scene.leader, key.pk)}
    second = {k.code: k for k in campaigns.kpis(scene.leader, zone.pk)}
    third = {k.code: k for k in campaigns.kpis(scene.leader, teams.pk)}
    covered = campaigns.rollup(scene.leader, zone.pk)[1].value("covered")
    lists = [m.data["added"] for m in reversed(campaigns.moves_of(scene.leader, zone.pk)) if m.name == "list"]
    people = sum(card.staff_total for card in premises_queries.cards(scene.key).values())
    offline = sum(phone.offline for phone in scene.fleet.phones.values())
    return [
        count("挂钩干部", page.officials, first["visitors"].value, source),
        count("重点企业(规上)", page.firms, first["visited"].value, source),
        count("重点企业职工", page.staff, people, "报纸 8 万多"),
        count("发放手册", page.manuals, first["manuals"].value, source),
        count("征集问题建议", page.raised, first["raised"].value, source),
        count("开发区第一批单位", page.zone[0], lists[0], source),
        count("开发区第二批单位", page.zone[1], lists[1], source),
        count("走访满两次的单位", sum(page.zone), covered, "算得"),
        count("开发区走访次数", 2 * sum(page.zone), second["visits"].value, source),
        count("解决问题", page.solved, second["problems_closed"].value, source),
        count(
            "未销号问题",
            page.open_problems,
            (second["problems"].numerator - second["problems_closed"].numerator),
            "设定",
        ),
        count("走访小组", page.teams, third["teams"].value, source),
        count("发放宣传单", page.leaflets, third["handed_out"].value, source),
        count("离线数小时的手机", len(scene.fleet.phones) // 2, offline, "设定"),
    ]
