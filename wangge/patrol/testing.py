"""Builders: check-in points, walks with tracks, visits, events at every station of the closed loop."""

from __future__ import annotations

import itertools
import math
from datetime import datetime, timedelta
from typing import Any

from wangge.kit import clock
from wangge.kit.actor import Actor, system
from wangge.kit.ids import uuid7
from wangge.org.testing import Person, an_agency
from wangge.patrol import services
from wangge.patrol.models import CheckInPoint, Event, Round, Visit
from wangge.patrol.rules import TrackPoint
from wangge.residents import queries as residents
from wangge.residents.testing import a_household

TESTER = system("testing")
_numbers = itertools.count(1)


def the_registers() -> None:
    """The event tree and notice texts every installation starts with."""
    services.seed(actor=TESTER)


def an_agency_of(grid_id: int, *, kind: str = "village", level: str = "village") -> Any:
    """An agency responsible for a grid's village (or town): what ``dispatch(to_grid=True)`` needs."""
    from wangge.territory import queries as territory

    lineage = territory.lineage(grid_id)
    area_id = lineage.village_id if level == "village" else lineage.town_id
    return an_agency(f"测试村委会{next(_numbers)}", kind=kind, area_id=area_id)


def a_point(grid_id: int, lon: float = 121.0, lat: float = 32.0, **more: Any) -> CheckInPoint:
    """A check-in point with a radius of 80 m."""
    values = {"name": f"巡查点{next(_numbers)}", "kind": "estate"} | more
    draft = services.PointDraft(grid_id=grid_id, lon=lon, lat=lat, **values)
    return services.add_point(actor=TESTER, draft=draft)


def a_track(
    lon: float = 121.0, lat: float = 32.0, *, minutes: int = 30, pace: float = 1.2, every: int = 30
) -> list[TrackPoint]:
    """A walk along a circle at ``pace`` m/s, one good point every ``every`` seconds."""
    radius = 300.0
    points = []
    for second in range(0, minutes * 60 + 1, every):
        angle = pace * second / radius
        east, north = radius * math.sin(angle), radius * (1 - math.cos(angle))
        away = math.cos(math.radians(lat))
        points.append(TrackPoint(lon + east / (111_320 * away), lat + north / 110_574, second, 8.0))
    return points


def a_round(actor: Actor, at: datetime | None = None, **end: Any) -> Round:
    """A whole round of half an hour that began at ``at``."""
    begin = at or clock.now() - timedelta(minutes=35)
    track = end.pop("track", None)
    track = a_track(minutes=30) if track is None else track
    start = services.Capture(client_id=uuid7(), at=begin, received_at=begin)
    services.start_round(actor=actor, capture_=start, grid_id=end.get("grid_id"))
    over = begin + timedelta(seconds=(track[-1].second if track else 1800))
    assert start.client_id is not None
    values = services.RoundEnd(round_id=start.client_id, started_at=begin, track=track, **end)
    return services.end_round(
        actor=actor, end=values, capture_=services.Capture(client_id=uuid7(), at=over, received_at=over)
    )


def a_home(grid_id: int, number: int) -> int:
    """The id of the household of this number in a grid; it is registered when nobody did."""
    known = residents.households_visible_to(TESTER).filter(grid_id=grid_id, number=str(number)).first()
    return (known or a_household(area_id=grid_id, number=str(number))).pk


def a_visit(actor: Actor, number: int, result: str = "met", **more: Any) -> Visit:
    """A visit to the household of this number in the actor's grid."""
    at = more.pop("at", None)
    household = a_home(actor.area_id or 0, number)
    draft = services.VisitDraft(target_kind="household", target_id=household, result=result, **more)
    return services.record_visit(
        actor=actor, draft=draft, capture_=services.Capture(client_id=uuid7(), at=at, received_at=at)
    )


def a_picture(role: str = "before", digest: str = "") -> services.Picture:
    """A picture that is still on its way."""
    return services.Picture(uuid7(), role, digest)


def a_finding(**more: Any) -> services.FindingDraft:
    """A general finding of a city class."""
    values: dict[str, Any] = {
        "class_code": "city_pipe",
        "title": "3 幢楼前水管漏水",
        "description": "地面积水,影响通行",
        "pictures": (a_picture(),),
    }
    return services.FindingDraft(**(values | more))


def an_event(actor: Actor, **more: Any) -> Event:
    """A reported event (with ``self_handled``: one that is done and waits for a check)."""
    if more.get("self_handled"):
        more = {"handling": "已自行清理", "pictures": (a_picture(), a_picture("after"))} | more
    return services.report_finding(actor=actor, draft=a_finding(**more))


def a_dispatched_event(cast: dict[str, Person], **more: Any) -> Event:
    """An event reported by 张, established and dispatched by 戴 to the unit of 尹."""
    event = an_event(cast["zhang"].actor, **more)
    services.establish_case(actor=cast["dai"].actor, event_id=event.pk)
    return services.dispatch(
        actor=cast["dai"].actor, event_id=event.pk, agency_id=cast["yin"].actor.agency_id
    )


def a_signed_event(cast: dict[str, Person], **more: Any) -> Event:
    """An event in the hands of 尹."""
    event = a_dispatched_event(cast, **more)
    return services.sign_event(actor=cast["yin"].actor, event_id=event.pk)


def a_fed_back_event(cast: dict[str, Person], **more: Any) -> Event:
    """An event that waits for its check."""
    event = a_signed_event(cast, **more)
    return services.feed_back(
        actor=cast["yin"].actor,
        event_id=event.pk,
        handling="已抢修完毕",
        pictures=[a_picture("after")],
    )


def reread(event: Event) -> Event:
    """The event as the database has it now."""
    return Event.objects.get(pk=event.pk)
