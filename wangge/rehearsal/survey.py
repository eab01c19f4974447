"""``wangge rehearse survey``: 2–4 August 2021, enterprises and construction sites, everybody asked.

An office worker writes the survey in Excel, the units come onto the list, hundreds of phones fill it in,
every second one without network for hours; the result is locked and handed over. Then it is counted by the
campaign's own figures and laid beside the newspaper.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from wangge.campaigns import queries as campaigns
from wangge.campaigns import services
from wangge.campaigns.services import FigureDefinition
from wangge.forms import services as forms
from wangge.kit import clock, feeds
from wangge.kit.actor import Actor
from wangge.org import queries as org
from wangge.policy import services as policy
from wangge.premises import services as premises
from wangge.premises.services import PremisesDraft
from wangge.rehearsal import district, enterprises, staff
from wangge.rehearsal.phones import Fleet
from wangge.rehearsal.places import Places
from wangge.rehearsal.staff import DEMO
from wangge.rehearsal.table import Line, count, print_lines, say, verdict
from wangge.territory import queries as territory
from wangge.territory.queries import AreaCard

if TYPE_CHECKING:
    from wangge.campaigns.models import Campaign, Snapshot
    from wangge.forms.models import FormVersion

SEED = "大排查"
START, END = clock.at(2021, 8, 2, 14, 0), clock.at(2021, 8, 4, 18, 0)
TITLE = "企业、施工领域核酸检测大排查"


@dataclass(frozen=True, slots=True)
class Survey:
    """What the page says, in full or a tenth of it."""

    name: str
    towns: int
    enterprises: int
    sites: int
    people: int
    tested: int
    grids: int
    corrections: int

    @property
    def units(self) -> int:
        """Every unit of the list."""
        return self.enterprises + self.sites


FULL = Survey("全量", 14, 3373, 74, 117_146, 2640, 280, 60)
QUICK = Survey("十分之一", 14, 337, 7, 11_715, 264, 56, 9)
QUESTIONS = (
    ("说明", "intro", "员工情况已从企业库带出,核对后填写检测人数", "", "", "", ""),
    ("整数", "staff_total", "在岗员工总数", "是", ". >= 0", "不能为负数", "enterprise.staff_total"),
    ("整数", "tested", "已做核酸检测人数", "是", ". >= 0 and . <= ${staff_total}", "不能多于员工总数", ""),
)
FIGURES = (
    FigureDefinition("staff_total", "员工总数", "sum", "staff_total", unit="人"),
    FigureDefinition("tested", "已检测人数", "sum", "tested", unit="人"),
    FigureDefinition("rate", "检测率", "ratio", "tested", "staff_total", "%"),
)


def workbook() -> bytes:
    """The survey as the office worker writes it."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = "题目"
    sheet.append(["题型", "变量名", "题目", "必填", "限制", "限制提示", "登记字段"])
    for row in QUESTIONS:
        sheet.append(list(row))
    settings = book.create_sheet("设置")
    settings.append(["表单名称", "表单编号", "版本"])
    settings.append([TITLE, "survey_2021_08", "1"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def a_published_survey(actor: Actor) -> FormVersion:
    """Uploaded and published."""
    made = forms.upload_survey(actor=actor, content=workbook(), file_name="大排查.xlsx", about="enterprise")
    if made.version is None:
        raise RuntimeError("; ".join(str(problem) for problem in made.problems))
    return forms.publish_version(actor=actor, version_id=made.version.pk)


@dataclass
class Scene:
    """The stage of one rehearsal."""

    survey: Survey
    rng: random.Random
    leader: Actor
    premises: list[int] = field(default_factory=list)
    people: dict[int, int] = field(default_factory=dict)
    tested: dict[int, int] = field(default_factory=dict)
    fleet: Fleet = field(default_factory=Fleet)
    resent: int = 0


def play(quick: bool) -> int:
    """Play it in this (fresh) database and print the table."""
    survey = QUICK if quick else FULL
    begun = time.perf_counter()
    with clock.moved_to(START - timedelta(hours=6)):
        scene = prepare(survey)
    say(f"预演 大排查({survey.name}):{START:%Y-%m-%d} 至 {END:%Y-%m-%d}")
    say(
        f"  准备 {time.perf_counter() - begun:.1f} 秒:"
        f"{len(scene.premises):,} 家单位,{len(scene.fleet.phones)} 部手机"
    )
    begun = time.perf_counter()
    campaign = run(scene)
    snapshot, late = finish(scene, campaign)
    say(f"  排查 {time.perf_counter() - begun:.1f} 秒")
    lines = table(scene, campaign, snapshot, late)
    print_lines(lines)
    broken = [f"{c['label']}({c['left']} 与 {c['right']})" for c in snapshot.checks if not c["holds"]]
    return verdict(lines, scene.fleet.problems(), broken)


def prepare(survey: Survey) -> Scene:
    """District, people, grid workers with phones, enterprises with their staff."""
    rng = random.Random(f"{SEED}/{survey.name}")
    district.load(DEMO)
    policy.seed(actor=DEMO)
    staff.load_centre()
    leader = org.actor_for(org.posts_in_role("commander")[0].id)
    scene = Scene(survey, rng, leader)
    grids = _grids(rng, survey)
    posts = staff.hire_grid_workers(grids)
    scene.fleet.enrol(DEMO, posts)
    drafts = _ledger(rng, survey, grids)
    scene.premises = premises.register_many(actor=DEMO, drafts=drafts)
    people = [draft.staff_total for draft in drafts]
    scene.people = dict(zip(scene.premises, people, strict=True))
    scene.tested = dict(zip(scene.premises, within(rng, survey.tested, people), strict=True))
    return scene


def _grids(rng: random.Random, survey: Survey) -> list[AreaCard]:
    """As many grids in each of the ledger's fourteen towns: the page does not say which towns."""
    by_town: dict[int, list[AreaCard]] = {}
    for grid in territory.areas("grid"):
        by_town.setdefault(grid.town_id or 0, []).append(grid)
    each = survey.grids // survey.towns
    return [
        g for t in enterprises.chosen_towns(Places(), survey.towns) for g in rng.sample(by_town[t.id], each)
    ]


def _ledger(rng: random.Random, survey: Survey, grids: list[AreaCard]) -> list[PremisesDraft]:
    """The demo's invented ledger, every unit in one of the grids that has a worker with a phone."""
    size = enterprises.Size(
        enterprises=survey.enterprises,
        sites=survey.sites,
        staff=survey.people,
        above_scale=survey.enterprises // 5,
        above_scale_staff=survey.people * 2 // 3,
        site_staff=survey.people // 25,
        towns=survey.towns,
    )
    town_of = {grid.id: grid.town_id for grid in territory.areas("grid")}
    towns_of = {v.id: v.town_id for v in territory.areas("village")} | town_of
    by_town: dict[int | None, list[int]] = {}
    for grid in grids:
        by_town.setdefault(grid.town_id, []).append(grid.id)
    return [
        replace(draft, area_id=rng.choice(by_town[towns_of[draft.area_id or 0]]))
        for draft in enterprises.drafts(Places(), size, SEED)
    ]


def within(rng: random.Random, total: int, most: Sequence[int]) -> list[int]:
    """``total`` spread by chance, nowhere more than ``most`` allows."""
    found = [0] * len(most)
    for place in rng.sample(range(len(most)), len(most)):
        found[place] = min(most[place], int(rng.expovariate(1) * total / len(most)), total - sum(found))
    while (rest := total - sum(found)) > 0:
        place = rng.randrange(len(most))
        found[place] += min(rest, most[place] - found[place], 3)
    return found


def run(scene: Scene) -> Campaign:
    """From the file to the last answer of 4 August."""
    with clock.moved_to(START):
        version = a_published_survey(scene.leader)
        campaign = services.create_campaign(
            actor=scene.leader,
            draft=services.CampaignDraft(
                title=TITLE, kind="survey", from_at=START, due_at=END,
                purpose="摸清企业和工地员工核酸检测底数", form_version_id=version.pk, figures=FIGURES,
            ),
        )  # fmt: skip
        query = campaigns.ListQuery(kinds=("enterprise", "construction"))
        services.add_by_query(actor=scene.leader, campaign_id=campaign.pk, query=query)
        services.start_campaign(actor=scene.leader, campaign_id=campaign.pk)
    for moment, post_id in _fill_in(scene):
        lost = scene.rng.random() < 0.1
        scene.resent += lost
        scene.fleet.at(moment, post_id, answer_is_lost=lost)
    return campaign


def _fill_in(scene: Scene) -> list[tuple[datetime, int]]:
    """Every phone works through its own list; returns when each of them finds network, in order.

    A phone with network sends after every few units; one without keeps them for four to nine hours.
    """
    sending: list[tuple[datetime, int]] = []
    corrected = scene.survey.corrections
    for post_id, phone in scene.fleet.phones.items():
        with clock.moved_to(START):
            records = list(feeds.known()["campaigns.target"].read(org.actor_for(post_id), None))
        at = START + timedelta(minutes=scene.rng.uniform(5, 60))
        since = at
        for record in records:
            at = _next(scene.rng, at)
            body = _answers(scene, record)
            if corrected and scene.rng.random() < 0.05:
                wrong = body | {"answers": body["answers"] | {"tested": 0}}
                phone.capture("campaigns.submit_response", wrong, at)
                body, at, corrected = (
                    body | {"reason": "核对后更正"},
                    at + timedelta(minutes=3),
                    corrected - 1,
                )
            phone.capture("campaigns.submit_response", body, at)
            pause = timedelta(hours=scene.rng.uniform(4, 9)) if phone.offline else timedelta(minutes=20)
            if at - since > pause:
                sending.append((at + timedelta(seconds=30), post_id))
                since = at
        sending.append((min(at + timedelta(minutes=30), END - timedelta(minutes=1)), post_id))
    return sorted(sending)


def _next(rng: random.Random, at: datetime) -> datetime:
    """The next unit, in working light."""
    at += timedelta(minutes=rng.uniform(4, 25))
    local = at.astimezone(clock.CHINA)
    if local.hour >= 19:
        at = clock.at(local.year, local.month, local.day, 8, 0) + timedelta(
            days=1, minutes=rng.uniform(0, 40)
        )
    return min(at, END - timedelta(minutes=2))


def _answers(scene: Scene, record: dict[str, Any]) -> dict[str, Any]:
    staff_total = record["values"]["enterprise.staff_total"]
    answers = {"staff_total": staff_total, "tested": scene.tested[record["subject_id"]]}
    return {"target_id": record["id"], "answers": answers}


def finish(scene: Scene, campaign: Campaign) -> tuple[Snapshot, Snapshot]:
    """Close, check again, lock, hand over; then a late correction makes a second snapshot."""
    leader, checker = scene.leader, org.actor_for(org.posts_in_role("supervisor")[0].id)
    with clock.moved_to(END):
        services.close_campaign(actor=leader, campaign_id=campaign.pk)
        services.draw_sample(actor=leader, campaign_id=campaign.pk, percent=Decimal(1), seed=SEED)
        waiting = campaigns.targets(leader, campaign.pk, campaigns.TargetFilter(status="recheck"), limit=200)
        for row in waiting.items:
            services.recheck_target(actor=checker, target_id=row.id, agrees=True)
        services.lock_campaign(actor=leader, campaign_id=campaign.pk)
        first = services.hand_over(actor=leader, campaign_id=campaign.pk)
    with clock.moved_to(END + timedelta(hours=14)):
        rows = campaigns.targets(
            leader, campaign.pk, campaigns.TargetFilter(status="locked"), limit=200
        ).items
        row = next(r for r in rows if scene.people[r.subject_id] > scene.tested[r.subject_id])
        phone = scene.fleet.phones[row.post_id or 0]
        answers = {"staff_total": scene.people[row.subject_id], "tested": scene.tested[row.subject_id] + 1}
        body = {"target_id": row.id, "answers": answers, "reason": "次日更正"}
        phone.capture("campaigns.submit_response", body, clock.now())
        phone.send()
        second = services.freeze_again(actor=leader, campaign_id=campaign.pk)
    return first, second


def table(scene: Scene, campaign: Campaign, snapshot: Snapshot, late: Snapshot) -> list[Line]:
    """Every line of the comparison, read from the frozen snapshot."""
    survey, page = scene.survey, "报纸" if scene.survey is FULL else "按比例"
    got = {f["code"]: f for f in snapshot.figures}
    kinds = campaigns.rollup(scene.leader, campaign.pk)[1].kinds
    fleet = scene.fleet
    offline = sum(phone.offline for phone in fleet.phones.values())
    changed = campaigns.difference(scene.leader, campaign.pk, snapshot.number, late.number)
    rate = survey.tested * 100 / survey.people
    return [
        count("镇(街道)", survey.towns, len([t for t in got["total"]["towns"] if t["value"]]), page),
        count("企业", survey.enterprises, kinds["enterprise"], page),
        count("施工单位", survey.sites, kinds["construction"], page),
        count("应查单位", survey.units, got["total"]["value"], page),
        count("已查单位", survey.units, got["covered"]["value"], "覆盖所有单位"),
        count("员工总数", survey.people, got["staff_total"]["value"], page),
        count("已检测人数", survey.tested, got["tested"]["value"], page),
        Line("检测率", f"{rate:.2f}%", f"{got['rate']['value']:.2f}%", page),
        Line(
            "检测率(四位小数)", f"{rate:.4f}%",
            f"{got['rate']['numerator'] * 100 / got['rate']['denominator']:.4f}%", "算得",
        ),
        count("勾稽等式成立", len(snapshot.checks), sum(c["holds"] for c in snapshot.checks), "算得"),
        count("离线数小时的手机", len(fleet.phones) // 2, offline, "设定"),
        count(
            "命令入库(含更正)", survey.units + survey.corrections + 1, fleet.total("stored"), "设定"
        ),
        count("快照已报送", 1, int(snapshot.handed_at is not None), "设定"),
        count("锁定后更正的单位", 1, len(changed.units), "设定"),
    ]  # fmt: skip
