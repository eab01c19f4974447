"""Doors of the wall."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from wangge.bigscreen import queries
from wangge.kit.http import actor_of

screen = Router()


class WallGroupOut(Schema):
    """One part of a split figure."""

    key: str
    label: str
    value: int


class WallPeriodOut(Schema):
    """China dates, both included."""

    first: date
    last: date


class WallFigureOut(Schema):
    """A figure with its variant, definition and printed words."""

    code: str
    name: str
    name_en: str
    unit: str
    value: float | None
    numerator: int
    denominator: int | None
    text: str
    text_en: str
    variant: str
    variant_label: str
    variant_label_en: str
    definition: str
    definition_en: str
    good_is: str
    period: WallPeriodOut | None
    as_of: datetime
    groups: list[WallGroupOut]


class TileOut(Schema):
    """A place in the strip: span, short name, what a bare count includes."""

    code: str
    span: str
    span_en: str
    short: str
    short_en: str
    says: str
    says_en: str


class StripOut(Schema):
    """A figure of the strip in its place."""

    tile: TileOut
    figure: WallFigureOut


class LineOut(Schema):
    """One ticket: number, matter in coded words, where, when, whose."""

    id: int
    no: str
    kind: str
    kind_label: str
    topic_label: str
    urgency: str
    urgency_label: str
    title: str
    detail: str
    town: str
    status_label: str
    received_at: datetime
    agency: str
    reply_due: datetime | None
    minutes_left: int | None
    time_words: str


class TownOut(Schema):
    """One town with its open and late tickets; WGS-84."""

    id: int
    name: str
    lon: float | None
    lat: float | None
    open: int
    late: int


class WallAgencyOut(Schema):
    """One unit with its open and late tickets."""

    id: int
    name: str
    open: int
    late: int


class PointOut(Schema):
    """One point of a trend."""

    key: str
    value: int


class WallOut(Schema):
    """Everything on the wall."""

    mode: str
    mode_label: str
    mode_since: datetime | None
    district: str
    as_of: datetime
    strip: list[StripOut]
    hours_today: list[PointOut]
    hours_yesterday: list[PointOut]
    days: list[PointOut]
    kinds: WallFigureOut
    topics: WallFigureOut
    categories: WallFigureOut
    ages: WallFigureOut
    stages: WallFigureOut
    towns: list[TownOut]
    unplaced: int
    agencies: list[WallAgencyOut]
    came_in: list[LineOut]
    late: list[LineOut]
    soon: list[LineOut]


@screen.get("wall", response=WallOut, operation_id="bigscreen_read_wall")
def read_wall(request: HttpRequest) -> Any:
    """Everything on the wall, at most two seconds old; no data of a person."""
    return queries.wall(actor_of(request))
