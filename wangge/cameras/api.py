"""Doors of the catalogue and of screening."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, BinaryIO, Literal, cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from wangge.cameras import queries, rules, services
from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of

console = Router()
BIGGEST = 50 * 1024 * 1024


class VideoPointOut(Schema):
    """A line of the list."""

    id: int
    code: str
    name: str
    source: str
    source_label: str
    klass: str
    class_label: str
    status: str
    status_label: str
    tone: str
    status_since: datetime
    town_id: int | None
    town: str
    village: str
    grid_id: int | None
    address: str
    lon: float | None
    lat: float | None
    bearing: int | None
    agency: str
    tags: list[str]
    protocol: str
    ptz: bool
    selected: bool
    version: int


class VideoPointListOut(Schema):
    """One page of points."""

    items: list[VideoPointOut]
    next_cursor: str | None


class VideoPointPageOut(VideoPointOut):
    """A point's page; the keeper's phone masked, the stream's address nowhere."""

    keeper: str
    keeper_phone: str
    datum: str
    given_lon: float | None
    given_lat: float | None
    gb_device: str
    last_seen_at: datetime | None
    why_selected: str


class BranchOut(Schema):
    """Points of a class in a town: all, online."""

    town_id: int | None
    town: str
    klass: str
    class_label: str
    total: int
    online: int


class VideoPointChange(Schema):
    """What may be corrected by hand; ``version`` is the one that was read."""

    version: int
    name: str | None = None
    klass: str | None = None
    status: str | None = None
    address: str | None = None
    bearing: int | None = None
    keeper: str | None = None
    tags: list[str] | None = None
    ptz: bool | None = None


class ImportRemarkOut(Schema):
    """What an import says about one row."""

    row_no: int
    kind: str
    text: str
    point_id: int | None


class PointImportOut(Schema):
    """The report of a load: ``rows_in == stored + refused``."""

    id: int
    filename: str
    origin: str
    rows_in: int
    stored: int
    added: int
    changed: int
    refused: int
    blank: int
    by_label: str
    at: datetime
    remarks: list[ImportRemarkOut] = []


class ScreeningIn(Schema):
    """A rule to run: ``{"online": true, "clauses": [{name, classes, words, near_kinds, metres, along,
    towns, per_place}]}``."""

    purpose: str
    rule: dict[str, Any]
    earlier_id: int | None = None


class ScreeningOut(Schema):
    """A batch in short; ``share`` of the points that were looked at."""

    id: int
    purpose: str
    status: str
    status_label: str
    tone: str
    total_in: int
    selected: int
    share: str
    digest: str
    earlier_id: int | None
    by_label: str
    at: datetime
    reviewer: str
    adopted_at: datetime | None
    version: int


class ClauseOut(Schema):
    """What one clause took."""

    name: str
    selected: int


class RefusalReasonOut(Schema):
    """A reason and how many points it kept out."""

    reason: str
    points: int


class ScreeningPageOut(ScreeningOut):
    """A batch with its rule and its counts."""

    rule: dict[str, Any]
    clauses: list[ClauseOut]
    by_hand: int
    refused: list[RefusalReasonOut]
    moves: list[str]


class DecisionOut(Schema):
    """One decision; ``was`` only in differences."""

    id: int
    point_id: int
    code: str
    name: str
    klass: str
    class_label: str
    town: str
    status: str
    selected: bool
    clause: int
    reason: str
    by_rule: bool
    by_label: str
    was: bool | None


class DecisionListOut(Schema):
    """One page of decisions."""

    items: list[DecisionOut]
    next_cursor: str | None


class OverrideIn(Schema):
    """A person's decision."""

    selected: bool
    reason: str


class DiscardIn(Schema):
    """Why."""

    reason: str


class VideoWordOut(Schema):
    """A code and its word."""

    code: str
    label: str


class VocabularyOut(Schema):
    """The words filters choose from."""

    classes: list[VideoWordOut]
    sources: list[VideoWordOut]
    statuses: list[VideoWordOut]


class RightIn(Schema):
    """A right for an agency."""

    agency_id: int
    classes: list[str] = []
    town_id: int | None = None
    playback: bool = False
    reason: str
    valid_to: date


class RightOut(Schema):
    """A right as the list shows it."""

    id: int
    agency_id: int
    agency: str
    classes: list[str]
    town: str
    playback: bool
    reason: str
    valid_from: date
    valid_to: date
    given_by: str
    holds: bool


class CameraLookIn(Schema):
    """Points to look at, what for, and what else than looking: ``ptz``, ``clip``, ``talk``, ``playback``."""

    points: list[int]
    purpose: str
    rights: list[str] = []


class LookChannelOut(Schema):
    """A point and the gateway's name of it."""

    point_id: int
    channel: str


class LookOut(Schema):
    """The gateway's address, a token for ten minutes, the channels; ``fresh``: pictures take longer."""

    url: str
    token: str
    expires_at: datetime
    fresh: bool
    channels: list[LookChannelOut]


class CameraViewOut(Schema):
    """One look: who, which channel, from, to, what for."""

    id: int
    channel: str
    viewer: str
    purpose: str
    mode: str
    began_at: datetime
    seen_at: datetime
    ended_at: datetime | None
    why: str


class CameraViewListOut(Schema):
    """One page of looks."""

    items: list[CameraViewOut]
    next_cursor: str | None


def _filter(request: HttpRequest) -> queries.PointFilter:
    """The filter in the address; unknown words are a 422 naming the field."""
    given = request.GET
    numbers: dict[str, int | None] = {}
    for name in ("town", "village", "grid"):
        text = given.get(name, "")
        if text and not text.isdecimal():
            raise Invalid.field(name, "应为整数")
        numbers[name] = int(text) if text else None
    selected = given.get("selected", "")
    return queries.PointFilter(
        **numbers,
        klass=given.get("klass", ""),
        source=given.get("source", ""),
        status=given.get("status", ""),
        tag=given.get("tag", "")[:20],
        selected=None if not selected else selected == "true",
        q=given.get("q", "")[:60],
    )


@console.get("words", response=VocabularyOut, operation_id="cameras_read_words")
def read_words(request: HttpRequest) -> Any:
    """Classes, sources and states with their Chinese words."""
    actor_of(request)
    return {
        name: [{"code": c, "label": label} for c, label in table.items()]
        for name, table in (
            ("classes", rules.CLASSES),
            ("sources", rules.SOURCES),
            ("statuses", rules.STATUSES),
        )
    }


@console.get("points", response=VideoPointListOut, operation_id="cameras_list_points")
def list_points(
    request: HttpRequest,
    town: int | None = None,
    village: int | None = None,
    grid: int | None = None,
    klass: str = "",
    source: str = "",
    status: str = "",
    tag: str = "",
    selected: bool | None = None,
    q: str = "",
    cursor: str = "",
    limit: int = 50,
) -> Any:
    """Points in scope, by name."""
    wanted = queries.PointFilter(town, village, grid, klass, source, status, tag, selected, q)
    return queries.points(actor_of(request), wanted, cursor, limit)


@console.get("points/tree", response=list[BranchOut], operation_id="cameras_read_tree")
def read_tree(request: HttpRequest) -> Any:
    """Counts by town and class; takes the filters of the list."""
    return queries.tree(actor_of(request), _filter(request))


@console.get("points/map", operation_id="cameras_read_map")
def read_map(request: HttpRequest) -> HttpResponse:
    """Every located point as parallel columns; takes the filters of the list; 304 when nothing changed."""
    actor = actor_of(request)
    tag = f'"{queries.map_version(actor)}"'
    if request.headers.get("If-None-Match") == tag and not request.GET:
        response = HttpResponse(status=304)
    else:
        response = JsonResponse(queries.on_the_map(actor, _filter(request)))
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    return response


@console.get("points/{int:point_id}", response=VideoPointPageOut, operation_id="cameras_read_point")
def read_point(request: HttpRequest, point_id: int) -> Any:
    """One point."""
    page = queries.point_page(actor_of(request), point_id)
    return {
        **{name: getattr(page.row, name) for name in VideoPointOut.model_fields},
        **{
            name: getattr(page, name)
            for name in VideoPointPageOut.model_fields
            if name not in VideoPointOut.model_fields
        },
    }


@console.patch("points/{int:point_id}", response=VideoPointPageOut, operation_id="cameras_change_point")
def change_point(request: HttpRequest, point_id: int, payload: VideoPointChange) -> Any:
    """Correct a point; 412 when somebody was faster."""
    changes = payload.dict(exclude={"version"}, exclude_unset=True)
    services.change_point(
        actor=actor_of(request), point_id=point_id, version=payload.version, changes=changes
    )
    return read_point(request, point_id)


@console.post("imports", response={201: PointImportOut}, operation_id="cameras_import_points")
def import_points(
    request: HttpRequest,
    file: File[UploadedFile],
    source: Form[str] = "",
    datum: Form[Literal["wgs84", "gcj02"]] = "wgs84",
) -> Any:
    """Load a CSV or XLSX of points; at most 50 MB."""
    if file.size is not None and file.size > BIGGEST:
        raise Invalid.field("file", "文件不超过50MB")
    defaults = {"datum": datum} | ({"source": source} if source else {})
    load = services.import_points(
        actor=actor_of(request), stream=cast("BinaryIO", file), filename=file.name or "", defaults=defaults
    )
    return Status(201, queries.import_report(actor_of(request), load.pk))


@console.get("imports", response=list[PointImportOut], operation_id="cameras_list_imports")
def list_imports(request: HttpRequest) -> Any:
    """The newest loads."""
    return queries.imports(actor_of(request))


@console.get("imports/{int:import_id}", response=PointImportOut, operation_id="cameras_read_import")
def read_import(request: HttpRequest, import_id: int) -> Any:
    """One load with its first five hundred remarks."""
    return queries.import_report(actor_of(request), import_id)


@console.get("imports/{int:import_id}/refused.csv", operation_id="cameras_download_refused")
def download_refused(request: HttpRequest, import_id: int) -> HttpResponse:
    """Refused rows with reasons, to be corrected and loaded again."""
    content = services.refused_rows(actor=actor_of(request), import_id=import_id)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="refused-{import_id}.csv"'
    response["Cache-Control"] = "no-store"
    return response


@console.get("screenings", response=list[ScreeningOut], operation_id="cameras_list_screenings")
def list_screenings(request: HttpRequest) -> Any:
    """The newest batches."""
    return queries.batches(actor_of(request))


@console.post("screenings", response={201: ScreeningPageOut}, operation_id="cameras_run_screening")
def run_screening(request: HttpRequest, payload: ScreeningIn) -> Any:
    """Run a rule over the whole catalogue; nothing is in force until it is adopted."""
    actor = actor_of(request)
    batch = services.run_screening(
        actor=actor, purpose=payload.purpose, rule=payload.rule, earlier_id=payload.earlier_id
    )
    return Status(201, queries.summary(actor, batch.pk))


@console.get("screenings/{int:batch_id}", response=ScreeningPageOut, operation_id="cameras_read_screening")
def read_screening(request: HttpRequest, batch_id: int) -> Any:
    """A batch with its counts."""
    return queries.summary(actor_of(request), batch_id)


@console.get(
    "screenings/{int:batch_id}/decisions", response=DecisionListOut, operation_id="cameras_list_decisions"
)
def list_decisions(
    request: HttpRequest, batch_id: int, selected: bool | None = None, cursor: str = "", limit: int = 50
) -> Any:
    """Every point's decision with its reason."""
    return queries.decisions(actor_of(request), batch_id, selected=selected, cursor=cursor, limit=limit)


@console.get(
    "screenings/{int:batch_id}/differences", response=DecisionListOut, operation_id="cameras_list_differences"
)
def list_differences(request: HttpRequest, batch_id: int, cursor: str = "", limit: int = 50) -> Any:
    """What is decided otherwise than in the batch before."""
    return queries.differences(actor_of(request), batch_id, cursor, limit)


@console.put(
    "screenings/{int:batch_id}/decisions/{int:point_id}",
    response=ScreeningPageOut,
    operation_id="cameras_override_decision",
)
def override_decision(request: HttpRequest, batch_id: int, point_id: int, payload: OverrideIn) -> Any:
    """Decide otherwise than the rule, with a reason."""
    actor = actor_of(request)
    services.override_decision(
        actor=actor, batch_id=batch_id, point_id=point_id, selected=payload.selected, reason=payload.reason
    )
    return queries.summary(actor, batch_id)


@console.post(
    "screenings/{int:batch_id}/adopt", response=ScreeningPageOut, operation_id="cameras_adopt_screening"
)
def adopt_screening(request: HttpRequest, batch_id: int) -> Any:
    """Put a batch in force."""
    actor = actor_of(request)
    services.adopt_batch(actor=actor, batch_id=batch_id)
    return queries.summary(actor, batch_id)


@console.post(
    "screenings/{int:batch_id}/discard", response=ScreeningPageOut, operation_id="cameras_discard_screening"
)
def discard_screening(request: HttpRequest, batch_id: int, payload: DiscardIn) -> Any:
    """Set a batch aside."""
    actor = actor_of(request)
    services.discard_batch(actor=actor, batch_id=batch_id, reason=payload.reason)
    return queries.summary(actor, batch_id)


@console.get("rights", response=list[RightOut], operation_id="cameras_list_rights")
def list_rights(request: HttpRequest) -> Any:
    """Rights of other agencies."""
    return queries.rights_visible_to(actor_of(request))


@console.post("rights", response={201: list[RightOut]}, operation_id="cameras_give_right")
def give_right(request: HttpRequest, payload: RightIn) -> Any:
    """Let an agency see cameras until a day."""
    actor = actor_of(request)
    services.give_right(actor=actor, **payload.dict())
    return Status(201, queries.rights_visible_to(actor))


@console.delete("rights/{int:right_id}", response=list[RightOut], operation_id="cameras_end_right")
def end_right(request: HttpRequest, right_id: int) -> Any:
    """Take a right back."""
    actor = actor_of(request)
    services.end_right(actor=actor, right_id=right_id)
    return queries.rights_visible_to(actor)


@console.post("passes", response=LookOut, operation_id="cameras_issue_pass")
def issue_pass(request: HttpRequest, payload: CameraLookIn) -> Any:
    """A pass for the video gateway; every point by scope, the purpose goes into the view log."""
    seen = services.look(
        actor=actor_of(request), points=payload.points, purpose=payload.purpose, rights=payload.rights
    )
    return {
        "url": seen.view.url,
        "token": seen.view.token,
        "expires_at": seen.view.expires_at,
        "fresh": seen.fresh,
        "channels": [{"point_id": pk, "channel": code} for pk, code in seen.channels.items()],
    }


@console.get("views", response=CameraViewListOut, operation_id="cameras_list_views")
def list_views(
    request: HttpRequest, channel: str = "", viewer: str = "", cursor: str = "", limit: int = 50
) -> Any:
    """Who looked at what, the newest first."""
    return queries.views_visible_to(
        actor_of(request), channel=channel, viewer=viewer, cursor=cursor, limit=limit
    )
