"""Some days of patrol in a few demo grids: rounds, visits, events at every station, notices."""

from __future__ import annotations

import io
import math
import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from wangge.files import services as files
from wangge.kit import clock
from wangge.kit.actor import Actor
from wangge.org import queries as org
from wangge.patrol import queries as patrol_queries
from wangge.patrol import services as patrol
from wangge.rehearsal.staff import DEMO
from wangge.residents import queries as residents
from wangge.residents import services as register
from wangge.territory import queries as territory
from wangge.territory.queries import AreaCard

if TYPE_CHECKING:
    from wangge.patrol.models import Event

GRIDS, HOMES, DAYS = 6, 12, 3
KINDS = (("南门岗亭", "estate"), ("文化广场", "market"), ("小学门口", "school"), ("二号桥", "river"))
STREETS = ("幸福路", "建设路", "人民路", "新民路")


@dataclass(frozen=True)
class Finding:
    """One event of the demo and how far it is taken."""

    code: str
    title: str
    words: str
    until: str
    level: str = "general"
    urgent: bool = False


FINDINGS: tuple[Finding, ...] = (
    Finding("city_pipe", "3 幢楼前水管漏水", "地面积水,影响老人通行", "fed_back"),
    Finding("city_rubbish", "楼道堆放杂物", "堵住半边楼梯", "self_handled"),
    Finding("safety_fire_lane", "消防通道停放三轮车", "车主不在现场", "in_progress", "larger"),
    Finding("epidemic_cardroom", "棋牌室仍在营业", "室内有四桌,已劝离", "awaiting_sign", urgent=True),
    Finding("safety_wire", "飞线给电动车充电", "从二楼窗口拉线", "collected"),
    Finding("river_waste", "河道有漂浮物", "二号桥下约二十米", "rated"),
    Finding("building_roof", "屋顶新搭彩钢板", "正在施工", "established", "larger"),
    Finding("city_light", "路灯不亮", "连续三盏", "return_requested"),
    Finding("service_elder", "独居老人需要买药", "已代购送到", "self_handled"),
    Finding("city_stall", "占道经营", "早市结束后仍未撤摊", "verified"),
)


def workers() -> list[tuple[Actor, AreaCard]]:
    """The first grid workers with their grids."""
    found = []
    for post in org.posts_in_role("grid_worker")[:GRIDS]:
        if post.area_id is not None:
            found.append((org.actor_for(post.id), territory.area(post.area_id)))
    return found


def load() -> None:
    """Event tree, notices, check-in points, and what the workers did during the last days."""
    patrol.seed(actor=DEMO)
    now = clock.now()
    notice = next(k for k in patrol_queries.notice_kinds() if k.code == "cardroom_close")
    for number, (worker, grid) in enumerate(workers()):
        rng = random.Random(f"patrol/{number}")
        points = [_point(grid, n) for n in range(len(KINDS))]
        if number == GRIDS - 1:
            continue  # one grid stays white: somebody must be missing
        homes = _homes(grid)
        for day in range(DAYS, 0, -1):
            begin = now - timedelta(days=day, minutes=rng.randint(0, 90))
            _walk(
                worker, grid, begin, rng, points[: 2 + day % 3], homes[(DAYS - day) * 4 :][: 3 + number % 2]
            )
        if number < 2:
            _serve(worker, notice.pk, now - timedelta(days=1, hours=number), refused=number == 1)
    _events(now)


def _near(grid: AreaCard, east: float, north: float) -> tuple[float, float]:
    lon, lat = grid.lon or 121.07, grid.lat or 32.07
    return lon + east / (111_320 * math.cos(math.radians(lat))), lat + north / 110_574


def _point(grid: AreaCard, number: int) -> tuple[int, float, float]:
    name, kind = KINDS[number]
    angle = math.pi / 2 * number
    lon, lat = _near(grid, 70 * math.sin(angle), 70 - 70 * math.cos(angle))
    row = patrol.add_point(actor=DEMO, draft=patrol.PointDraft(grid.id, name, kind, lon, lat, radius=60))
    return row.pk, lon, lat


def _homes(grid: AreaCard) -> list[int]:
    """Households of the grid; a dozen invented ones where nobody is registered yet."""
    known = residents.households_visible_to(DEMO).filter(grid_id=grid.id).order_by("pk")
    ids = list(known.values_list("pk", flat=True)[:HOMES])
    for number in range(len(ids), HOMES):
        address = f"{STREETS[number % 4]}{number * 2 + 1}号"
        draft = register.HouseholdDraft(area_id=grid.id, address=address, number=f"D{grid.id}-{number}")
        ids.append(register.register_household(actor=DEMO, draft=draft).pk)
    return ids


def _walk(
    worker: Actor,
    grid: AreaCard,
    begin: datetime,
    rng: random.Random,
    points: Sequence[tuple[int, float, float]],
    homes: Sequence[int],
) -> None:
    """One round: a circle past its points, check-ins, visits, the end."""
    round_id, pace = _id(rng), rng.uniform(0.9, 1.3)
    track = []
    for second in range(0, 40 * 60 + 1, 30):
        angle = pace * second / 70
        lon, lat = _near(grid, 70 * math.sin(angle), 70 - 70 * math.cos(angle))
        track.append(patrol.TrackPoint(lon, lat, second, float(rng.randint(4, 12))))
    arrived = begin + timedelta(minutes=41 + rng.choice((0, 0, 95)))

    def caught(minute: float) -> patrol.Capture:
        at = begin + timedelta(minutes=minute)
        return patrol.Capture(client_id=_id(rng), at=at, device_time=at, received_at=arrived)

    start = patrol.Capture(client_id=round_id, at=begin, device_time=begin, received_at=arrived)
    patrol.start_round(actor=worker, capture_=start)
    for number, (pk, lon, lat) in enumerate(points):
        draft = patrol.CheckInDraft(pk, lon, lat, 8.0, 90, round_id)
        patrol.check_in(actor=worker, draft=draft, capture_=caught(4 + 6 * number))
    for number, home in enumerate(homes):
        result = rng.choice(("met", "met", "met", "phoned", "absent"))
        visit = patrol.VisitDraft("household", home, result, round_id=round_id)
        patrol.record_visit(actor=worker, draft=visit, capture_=caught(8 + 7 * number))
    end = patrol.RoundEnd(round_id=round_id, started_at=begin, track=track)
    patrol.end_round(actor=worker, end=end, capture_=caught(40))


def _id(rng: random.Random) -> uuid.UUID:
    return uuid.UUID(int=rng.getrandbits(128), version=4)


def _picture(worker: Actor, rng: random.Random, word: str) -> uuid.UUID:
    """A drawn picture, stored as a phone would."""
    image = Image.new("RGB", (640, 420), tuple(rng.randint(150, 225) for _ in range(3)))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 280, 640, 420), fill=(120, 120, 110))
    pen.polygon([(80, 280), (80, 120), (320, 60), (560, 120), (560, 280)], fill=(200, 190, 175))
    for n in range(4):
        pen.rectangle((120 + n * 105, 160, 180 + n * 105, 230), fill=(90, 120, 150))
    if word == "before":
        pen.ellipse((220, 300, 470, 380), fill=(70, 60, 50))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=70)
    client_id = _id(rng)
    files.put(actor=worker, client_id=client_id, raw=out.getvalue(), kind="photo")
    return client_id


def _serve(worker: Actor, kind_id: int, at: datetime, *, refused: bool) -> None:
    rng = random.Random(f"notice/{worker.key}")
    draft = patrol.NoticeDraft(
        kind_id=kind_id,
        place="人民路 12 号棋牌室",
        served_to="顾小满",
        refused=refused,
        signature=None if refused else _picture(worker, rng, "sign"),
        photo=_picture(worker, rng, "before") if refused else None,
    )
    capture = patrol.Capture(client_id=_id(rng), at=at, device_time=at, received_at=at)
    patrol.serve_notice(actor=worker, draft=draft, capture_=capture)


def _events(now: datetime) -> None:
    people = workers()
    for number, finding in enumerate(FINDINGS):
        worker, grid = people[number % max(len(people) - 1, 1)]
        rng = random.Random(f"finding/{number}")
        at = now - timedelta(hours=26 - 2 * number, minutes=rng.randint(0, 40))
        with clock.moved_to(at):
            event = _report(worker, grid, finding, rng)
        _take_further(event, finding.until, at)


def _report(worker: Actor, grid: AreaCard, finding: Finding, rng: random.Random) -> Event:
    lon, lat = _near(grid, rng.uniform(-60, 60), rng.uniform(10, 130))
    own = finding.until == "self_handled"
    pictures = [patrol.Picture(_picture(worker, rng, "before"), "before")]
    if own:
        pictures.append(patrol.Picture(_picture(worker, rng, "after"), "after"))
    draft = patrol.FindingDraft(
        class_code=finding.code,
        title=finding.title,
        description=finding.words,
        level=finding.level,
        urgent=finding.urgent,
        address=f"{STREETS[rng.randint(0, 3)]}{rng.randint(1, 60)}号附近",
        lon=lon,
        lat=lat,
        accuracy=8.0,
        self_handled=own,
        handling="已现场清理" if own else "",
        pictures=pictures,
    )
    return patrol.report_finding(actor=worker, draft=draft)


def _take_further(event: Event, until: str, at: datetime) -> None:
    """Along the closed loop up to a state, as the system on behalf of the desks."""
    road: tuple[tuple[str, Callable[[], object]], ...] = (
        ("established", lambda: patrol.establish_case(actor=DEMO, event_id=event.pk)),
        ("awaiting_sign", lambda: patrol.dispatch(actor=DEMO, event_id=event.pk, agency_id=_agency(event))),
        ("in_progress", lambda: patrol.sign_event(actor=DEMO, event_id=event.pk)),
        ("fed_back", lambda: patrol.feed_back(actor=DEMO, event_id=event.pk, handling="已派人处理完毕")),
        (
            "verified",
            lambda: patrol.verify_event(actor=DEMO, event_id=event.pk, passed=True, text="现场已恢复"),
        ),
        ("closed", lambda: patrol.close_event(actor=DEMO, event_id=event.pk)),
        ("rated", lambda: patrol.rate_event(actor=DEMO, event_id=event.pk, score=5)),
    )
    if until in ("collected", "self_handled"):
        return
    stop = "awaiting_sign" if until == "return_requested" else until
    for minutes, (state, step) in enumerate(road, start=1):
        with clock.moved_to(at + timedelta(minutes=4 * minutes)):
            step()
        if state == stop:
            break
    if until == "return_requested":
        with clock.moved_to(at + timedelta(minutes=30)):
            patrol.request_return(
                actor=DEMO, event_id=event.pk, reason_code="not_mine", text="路灯由供电部门管养"
            )


def _agency(event: Event) -> int:
    found = org.agency_for_area(event.grid_id)
    assert found is not None, "every demo grid has its village or town"
    return found.id
