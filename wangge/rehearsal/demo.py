"""``wangge demo``: a district that has been at work for some days. Loads once; again changes nothing."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog
from django.db import transaction

from wangge.hotline import queries as hotline_queries
from wangge.hotline import services as hotline
from wangge.kit import clock, jobs
from wangge.kit.errors import Conflict
from wangge.org import queries as org
from wangge.policy import services as policy
from wangge.premises import queries as premises
from wangge.premises import services as premises_services
from wangge.rehearsal import camera_demo, campaign_demo, district, enterprises, patrolling, staff
from wangge.rehearsal.models import DemoStep, DemoTicket
from wangge.rehearsal.places import Places
from wangge.rehearsal.play import Play
from wangge.rehearsal.plots import Odds, Plot, Story, draw
from wangge.rehearsal.rhythm import HOURS
from wangge.rehearsal.staff import DEMO
from wangge.rehearsal.stage import Stage
from wangge.rehearsal.texts import Pen, categories, templates
from wangge.territory import queries as territory

if TYPE_CHECKING:
    from wangge.hotline.models import Ticket
    from wangge.rehearsal.turns import Turn

log = structlog.get_logger("wangge.demo")
SEED = "通州"
DAYS, TICKETS = 5, 560
PAIRED = 25
HISTORY = Odds(direct=0.55, late=0.04, wrong_unit=0.09, extension=0.1, suspend=0.04, archive=0.5)
HELD: tuple[tuple[str, float, str], ...] = (
    ("received", 0.2, "mixed"),
    ("needs_detail", 1.5, "mixed"),
    ("awaiting_dispatch", 0.4, "mixed"),
    ("awaiting_dispatch", 0.7, "epidemic_help"),
    ("awaiting_dispatch", 2.6, "epidemic_complaint"),
    ("awaiting_sign", 1.2, "mixed"),
    ("return_requested", 1.6, "mixed"),
    ("in_progress", 5.0, "mixed"),
    ("in_progress", 30.0, "epidemic_policy"),
    ("in_progress", 52.0, "epidemic_policy"),
    ("in_progress", 90.0, "epidemic_help"),
    ("extension_requested", 3.0, "mixed"),
    ("suspended", 20.0, "mixed"),
    ("awaiting_review", 4.0, "mixed"),
    ("awaiting_callback", 6.0, "mixed"),
    ("awaiting_callback", 7.0, "epidemic_help"),
    ("awaiting_supervision", 8.0, "mixed"),
    ("awaiting_close", 5.0, "mixed"),
)
"""(state, hours ago, topics) of tickets that wait for whoever tries the demo out: every state is there,
three are late. The simulation leaves them alone."""


def refuse_real_data() -> None:
    """Raise ``Conflict`` where real agencies live: demo accounts never go there."""
    if not DemoStep.objects.exists() and (org.agencies() or territory.areas("village")):
        raise Conflict("本库已有正式的机构或区划数据,不能加载演示数据", code="not_a_demo_database")


def load(say: Callable[[str], None], *, bare: bool = False) -> None:
    """Load what is missing, step by step, each in a transaction of its own; ``bare`` without tickets."""
    refuse_real_data()
    for name, label, step in STEPS[:-1] if bare else STEPS:
        if DemoStep.objects.filter(name=name).exists():
            continue
        begun = time.perf_counter()
        with transaction.atomic():
            step()
            DemoStep.objects.create(name=name, done_at=clock.now())
        say(f"  {label} … {time.perf_counter() - begun:.1f} 秒")


def load_district() -> None:
    """Tongzhou's towns, invented villages and grids."""
    district.load(DEMO)


def load_reference() -> None:
    """Calendar and deadlines, the category tree and, for each sort of call, who usually gets it."""
    policy.seed(actor=DEMO)
    hotline.load_categories(actor=DEMO, paths=categories(), source="demo")
    departments = staff.present().departments
    wanted = {(t.category, departments[t.unit]) for t in templates() if t.unit in departments}
    for path, agency_id in sorted(wanted):
        hotline.add_dispatch_rule(
            actor=DEMO,
            agency_id=agency_id,
            category_path=path,
            weight=60,
            reason=f"{path.rsplit('->', 1)[-1]}类诉求的主管部门",
        )


def load_premises() -> None:
    """An invented ledger of enterprises and sites; the demo's liaison looks after some of the largest."""
    ids = enterprises.load(DEMO)
    (post, *_) = org.posts_in_role("liaison")
    cards = premises.cards(ids)
    largest = sorted(ids, key=lambda pk: (-cards[pk].staff_total, pk))[:PAIRED]
    premises_services.pair_many(actor=DEMO, pairs=dict.fromkeys(largest, post.id))


def category_ids() -> dict[str, int]:
    """The id of every category by its path."""
    return {row.path: row.pk for row in hotline_queries.categories(whole=True)}


def stage(seed: str = SEED) -> Stage:
    """The stage over what is loaded."""
    return Stage(staff.present(), Places(), Pen(seed), category_ids())


def load_history() -> None:
    """Some days of work, up to the present moment, in all states."""
    now = clock.now()
    rng = random.Random(SEED)
    play = Play(stage(), Keeper().note, alone=True)
    number = 0
    for at in sorted(_moments(rng, now)):
        number += 1
        play.expect_call(_story(rng, number), at)
    for hold, hours, topics in HELD:
        number += 1
        play.expect_call(held_story(number, hold, topics), now - timedelta(hours=hours))
    sweep_at = now - timedelta(days=DAYS)
    for reached in play.run(now):
        if reached - sweep_at > timedelta(hours=3):
            sweep_at = reached
            with clock.moved_to(reached):
                jobs.run("casework.look_at_clocks")
    log.info("history played", tickets=play.played["take"], refused=dict(play.refused))


def _moments(rng: random.Random, now: datetime) -> list[datetime]:
    """When the calls of the last days came in, by the day's rhythm."""
    found: list[datetime] = []
    begin = now - timedelta(days=DAYS)
    while len(found) < TICKETS:
        at = begin + timedelta(seconds=rng.uniform(0, DAYS * 86_400))
        if rng.random() * max(HOURS) < HOURS[at.astimezone(clock.CHINA).hour]:
            found.append(at)
    return found


def _story(rng: random.Random, number: int) -> Story:
    topics = "epidemic" if rng.random() < 0.3 else "mixed"
    return Story(number, draw(rng, HISTORY, epidemic=topics == "epidemic"), topics)


def held_story(number: int, hold: str, topics: str) -> Story:
    """A story that hurries to a state and waits there for a person."""
    plot = Plot(
        hold=hold,
        rush=True,
        detail=hold in {"needs_detail", "received"},
        wrong_units=int(hold == "return_requested"),
        extension_days=3 if hold == "extension_requested" else 0,
        suspend=hold == "suspended",
        opinion="dissatisfied" if hold == "awaiting_supervision" else "satisfied",
    )
    return Story(number, plot, topics)


class Keeper:
    """Remembers each story in the database, so that the simulation can go on where it stopped."""

    def note(self, ticket: Ticket, story: Story, turn: Turn | None) -> None:
        """After each step."""
        DemoTicket.objects.update_or_create(
            ticket_id=ticket.pk,
            defaults={
                "number": story.number,
                "topics": story.topics,
                "plot": story.plot.stored(),
                "done": story.done,
                "over": turn is None,
                "played_at": clock.now(),
            },
        )


def running_stories() -> list[tuple[int, Story]]:
    """(ticket id, story) of everything still to be played."""
    rows = DemoTicket.objects.filter(over=False).order_by("id")
    return [(r.ticket_id, Story(r.number, Plot.of(r.plot), r.topics, list(r.done))) for r in rows]


STEPS: tuple[tuple[str, str, Callable[[], None]], ...] = (
    ("district", "区划和网格", load_district),
    ("staff", "机构和人员", staff.load),
    ("premises", "企业工地名录和挂钩", load_premises),
    ("reference", "日历、时限、分类和派单规则", load_reference),
    ("patrol", "巡查、走访和事件", patrolling.load),
    ("campaigns", "联合排查、五有检查和挂钩走访", campaign_demo.load),
    ("cameras", "视频点位和筛查", camera_demo.load),
    ("history", "近几日工单", load_history),
)
