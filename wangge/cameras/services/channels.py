"""The catalogue and the gateway: which channels it is given, what its verdicts mean for the points."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import structlog
from django.db.models import Q

from wangge.cameras import queries
from wangge.cameras.models import VideoPoint
from wangge.cameras.services.catalogue import set_status
from wangge.cameras.services.gateway import GatewayAway, push, state
from wangge.cameras.services.reports import Line, on_report
from wangge.kit import clock, jobs
from wangge.kit.actor import system

GATEWAY = system("cameras.gateway")
ASKED_FOR = timedelta(days=1)
PUSH = "cameras.push_channels"
# What the gateway sees → the point's state; "unknown" and "opening" say nothing about a camera.
MEANS = {
    "online": "online",
    "well": "online",
    "offline": "offline",
    "dark": "faulty",
    "frozen": "faulty",
    "moved": "faulty",
}
log = structlog.get_logger(__name__)


def channel_list() -> dict[str, dict[str, Any]]:
    """Point code → what the gateway opens: points that are selected, or that somebody asked for within
    a day. The only place where streams' addresses are opened; points nobody can reach are left out."""
    since = clock.now() - ASKED_FOR
    rows = VideoPoint.objects.filter(Q(selected=True) | Q(asked_at__gte=since)).exclude(protocol="")
    found: dict[str, dict[str, Any]] = {}
    for point in rows.exclude(status="retired").order_by("code"):
        if point.protocol == "rtsp" and (url := queries.stream_of(point)):
            found[point.code] = {"kind": "rtsp", "url": url}
        elif point.protocol == "gb28181" and point.gb_device:
            found[point.code] = {"kind": "gb", "device": point.gb_device, "channel": point.code, "tcp": ""}
    return found


def push_channels() -> int:
    """Give the gateway the whole list; returns channels. A gateway that is away asks when it starts."""
    try:
        return push(channel_list())
    except GatewayAway:
        log.warning("gateway away, channel list not given")
        return 0


def follow_gateway() -> int:
    """Take over what the gateway sees of the channels it has open; returns points that changed."""
    try:
        channels = state()["channels"]
    except GatewayAway:
        return 0
    return set_status(actor=GATEWAY, statuses=meaning({i: c["verdict"] for i, c in channels.items()}))


def meaning(verdicts: Mapping[str, str]) -> dict[str, str]:
    """Verdicts as states of points; those that say nothing are left out."""
    return {code: MEANS[verdict] for code, verdict in verdicts.items() if verdict in MEANS}


@on_report("health")
def take_health(lines: list[Line]) -> None:
    """A camera became dark, frozen, moved, or is well again; the last word about each counts."""
    set_status(actor=GATEWAY, statuses=meaning({str(x["channel"]): str(x["verdict"]) for x in lines}))


@on_report("gateway")
def greet(lines: list[Line]) -> None:
    """A gateway started: it gets the list."""
    if any(line.get("word") == "started" for line in lines):
        jobs.enqueue(PUSH)
