"""Campaigns: create, fill the list, run, check, lock, hand over; figures and snapshots."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, BinaryIO, cast

from django.http import HttpRequest, HttpResponse
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile

from wangge.campaigns import permissions, queries, rules, services
from wangge.campaigns.models import Campaign, TargetUpload
from wangge.campaigns.models.campaign import KINDS, RULES
from wangge.campaigns.queries.registers import ListQuery
from wangge.campaigns.rules import FigureDefinition
from wangge.campaigns.services import CampaignDraft
from wangge.campaigns.states import CAMPAIGN
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.kit.http import actor_of

router = Router()
BIGGEST = 50 * 1024 * 1024
VERBS = {
    "start": permissions.MANAGE,
    "extend": permissions.MANAGE,
    "close": permissions.MANAGE,
    "reopen": permissions.MANAGE,
    "withdraw": permissions.MANAGE,
    "sample": permissions.MANAGE,
    "remind": permissions.REMIND,
    "lock": permissions.LOCK,
    "freeze": permissions.LOCK,
    "hand": permissions.HAND,
}


class FigureDefinitionBody(Schema):
    """How a figure is counted from answers."""

    code: str
    label: str
    kind: str
    question: str
    value: str = ""
    unit: str = ""


class CampaignIn(Schema):
    """A new campaign; without ``figures`` every number of the form is summed."""

    title: str
    kind: str
    from_at: datetime
    due_at: datetime
    purpose: str = ""
    form_version_id: int | None = None
    agency_id: int | None = None
    rule: str = "grid"
    rounds: int = 1
    figures: list[FigureDefinitionBody] | None = None


class CampaignRow(Schema):
    """A campaign in a list."""

    id: int
    no: str
    title: str
    purpose: str
    kind: str
    kind_label: str
    status: str
    status_label: str
    tone: str
    form_version_id: int | None
    form: str
    agency: str
    rule: str
    rule_label: str
    rounds: int
    from_at: datetime
    due_at: datetime
    created_at: datetime
    created_by_label: str
    locked_at: datetime | None
    handed_at: datetime | None
    version: int


class CampaignOut(CampaignRow):
    """One campaign with what may be done to it."""

    figures: list[FigureDefinitionBody]
    allowed: list[str]


class CampaignPage(Schema):
    """One page of campaigns."""

    items: list[CampaignRow]
    next_cursor: str | None


class ListQueryIn(Schema):
    """Which units of a register."""

    subject_kind: str = "premises.premises"
    kinds: list[str] = []
    town_ids: list[int] = []
    industry: str = ""
    above_scale: bool | None = None
    text: str = ""


class CountOut(Schema):
    """How many."""

    count: int


class ReasonBody(Schema):
    """Why."""

    reason: str


class ExtendIn(Schema):
    """Another deadline."""

    due_at: datetime
    reason: str


class SampleIn(Schema):
    """How much to draw; without a seed one is made."""

    percent: Decimal
    seed: str = ""


class CampaignSampleOut(Schema):
    """A drawn sample."""

    id: int
    seed: str
    percent: float
    frame: int
    drawn: int
    at: datetime
    by_label: str


class ReminderOut(Schema):
    """A round of reminders."""

    id: int
    rung: str
    at: datetime
    by_label: str
    readers: int
    units: int


class RemindOut(Schema):
    """What became of a reminder: ``None`` = will be sent when people are at work."""

    sent: ReminderOut | None


class ListRefusalOut(Schema):
    """A refused row in short."""

    row_no: int
    reason: str


class ListUploadOut(Schema):
    """The report of an uploaded list: ``rows_in == stored + refused``; ``known`` stood there already."""

    id: int
    filename: str
    rows_in: int
    stored: int
    known: int
    refused: int
    blank: int
    by_label: str
    at: datetime
    refusals: list[ListRefusalOut] = []


class CampaignMoveOut(Schema):
    """One line of a campaign's story."""

    name: str
    label: str
    by_label: str
    at: datetime
    reason: str
    data: dict[str, Any]


def row_of(row: Campaign) -> dict[str, Any]:
    """A campaign as lists show it."""
    form = row.form_version.form.title if row.form_version else ""
    number = row.form_version.number if row.form_version else 0
    agency = row.agency
    plain = {
        name: getattr(row, name)
        for name in (
            "id", "no", "title", "purpose", "kind", "status", "form_version_id", "rule", "rounds", "from_at",
            "due_at", "created_at", "created_by_label", "locked_at", "handed_at", "version",
        )
    }  # fmt: skip
    return plain | {
        "kind_label": KINDS[row.kind],
        "status_label": CAMPAIGN.labels[row.status],
        "tone": CAMPAIGN.tones[row.status],
        "rule_label": RULES[row.rule],
        "form": f"{form} 第 {number} 版" if form else "",
        "agency": (agency.short_name or agency.name) if agency else "",
    }


def _out(actor: Actor, campaign_id: int) -> dict[str, Any]:
    row = queries.campaign_for(actor, campaign_id)
    allowed = [m for m in CAMPAIGN.allowed(row.status) if actor.may(VERBS[m])]
    return row_of(row) | {"figures": row.figures, "allowed": allowed}


@router.get("campaigns", response=CampaignPage, operation_id="campaigns_list_campaigns")
def list_campaigns(
    request: HttpRequest, status: str = "", kind: str = "", cursor: str = "", limit: int = 50
) -> Any:
    """Campaigns, newest first."""
    page = queries.campaigns(actor_of(request), status, kind, cursor, limit)
    return {"items": [row_of(r) for r in page.items], "next_cursor": page.next_cursor}


@router.post("campaigns", response={201: CampaignOut}, operation_id="campaigns_create_campaign")
def create_campaign(request: HttpRequest, payload: CampaignIn) -> Any:
    """A draft; its list is filled next."""
    actor = actor_of(request)
    body = payload.dict()
    chosen = body.pop("figures")
    definitions = None if chosen is None else tuple(FigureDefinition(**f) for f in chosen)
    row = services.create_campaign(actor=actor, draft=CampaignDraft(**body, figures=definitions))
    return Status(201, _out(actor, row.pk))


@router.get("campaigns/{int:campaign_id}", response=CampaignOut, operation_id="campaigns_read_campaign")
def read_campaign(request: HttpRequest, campaign_id: int) -> Any:
    """One campaign."""
    return _out(actor_of(request), campaign_id)


@router.get(
    "campaigns/{int:campaign_id}/moves", response=list[CampaignMoveOut], operation_id="campaigns_list_moves"
)
def list_moves(request: HttpRequest, campaign_id: int) -> Any:
    """The story of a campaign, newest first."""
    labels = CAMPAIGN.move_labels | {"create": "新建", "list": "增加对象"}
    return [
        {
            "name": m.name, "label": labels.get(m.name, m.name), "by_label": m.by_label, "at": m.at,
            "reason": m.reason, "data": m.data,
        }
        for m in queries.moves_of(actor_of(request), campaign_id)
    ]  # fmt: skip


@router.get("figures/default", response=list[FigureDefinitionBody], operation_id="campaigns_suggest_figures")
def suggest_figures(request: HttpRequest, form_version_id: int) -> Any:
    """What can be summed of a form without being told."""
    from wangge.forms import queries as forms

    gate.require(actor_of(request), permissions.MANAGE)
    return rules.stored(
        rules.default_figures(forms.version_for(actor_of(request), form_version_id).definition)
    )


@router.post("list/preview", response=CountOut, operation_id="campaigns_preview_list")
def preview_list(request: HttpRequest, payload: ListQueryIn) -> Any:
    """How many units a query finds."""
    gate.require(actor_of(request), permissions.MANAGE)
    return {"count": len(queries.selected_ids(_query(payload)))}


def _query(payload: ListQueryIn) -> ListQuery:
    body = payload.dict()
    return ListQuery(**body | {"kinds": tuple(body["kinds"]), "town_ids": tuple(body["town_ids"])})


@router.post("campaigns/{int:campaign_id}/list", response=CountOut, operation_id="campaigns_add_to_list")
def add_to_list(request: HttpRequest, campaign_id: int, payload: ListQueryIn) -> Any:
    """Put what a query finds onto the list; ``count`` are the new ones."""
    added = services.add_by_query(actor=actor_of(request), campaign_id=campaign_id, query=_query(payload))
    return {"count": added}


def _report(actor: Actor, upload: TargetUpload) -> ListUploadOut:
    out = ListUploadOut.from_orm(upload)
    out.refusals = [ListRefusalOut(row_no=no, reason=why) for no, why in queries.refusals(actor, upload.pk)]
    return out


@router.post(
    "campaigns/{int:campaign_id}/uploads", response={201: ListUploadOut}, operation_id="campaigns_upload_list"
)
def upload_list(request: HttpRequest, campaign_id: int, file: File[UploadedFile]) -> Any:
    """Load a list from Excel or CSV; every row is accounted for."""
    if file.size is not None and file.size > BIGGEST:
        raise Invalid.field("file", "文件不超过50MB")
    actor = actor_of(request)
    if file.file is None:
        raise Invalid.field("file", "请选择文件")
    stream = cast(BinaryIO, file.file)
    upload = services.upload_targets(
        actor=actor, campaign_id=campaign_id, stream=stream, filename=file.name or ""
    )
    return Status(201, _report(actor, upload))


@router.get(
    "campaigns/{int:campaign_id}/uploads", response=list[ListUploadOut], operation_id="campaigns_list_uploads"
)
def list_uploads(request: HttpRequest, campaign_id: int) -> Any:
    """Uploaded lists, newest first."""
    actor = actor_of(request)
    return [_report(actor, upload) for upload in queries.uploads(actor, campaign_id)]


@router.get("uploads/{int:upload_id}/refused.csv", operation_id="campaigns_download_refused")
def download_refused(request: HttpRequest, upload_id: int) -> HttpResponse:
    """The refused rows with the reason, to be mended and loaded again."""
    content = services.refused_targets(actor=actor_of(request), upload_id=upload_id)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="refused-{upload_id}.csv"'
    response["Cache-Control"] = "no-store"
    return response


@router.post(
    "campaigns/{int:campaign_id}/start", response=CampaignOut, operation_id="campaigns_start_campaign"
)
def start(request: HttpRequest, campaign_id: int) -> Any:
    """Send it out to the phones."""
    services.start_campaign(actor=actor_of(request), campaign_id=campaign_id)
    return _out(actor_of(request), campaign_id)


@router.post(
    "campaigns/{int:campaign_id}/extend", response=CampaignOut, operation_id="campaigns_extend_campaign"
)
def extend(request: HttpRequest, campaign_id: int, payload: ExtendIn) -> Any:
    """Another deadline, with the reason."""
    services.extend_campaign(
        actor=actor_of(request), campaign_id=campaign_id, due_at=payload.due_at, reason=payload.reason
    )
    return _out(actor_of(request), campaign_id)


@router.post(
    "campaigns/{int:campaign_id}/close", response=CampaignOut, operation_id="campaigns_close_campaign"
)
def close(request: HttpRequest, campaign_id: int) -> Any:
    """No new answers from now on."""
    services.close_campaign(actor=actor_of(request), campaign_id=campaign_id)
    return _out(actor_of(request), campaign_id)


@router.post(
    "campaigns/{int:campaign_id}/reopen", response=CampaignOut, operation_id="campaigns_reopen_campaign"
)
def reopen(request: HttpRequest, campaign_id: int, payload: ReasonBody) -> Any:
    """Take answers again."""
    services.reopen_campaign(actor=actor_of(request), campaign_id=campaign_id, reason=payload.reason)
    return _out(actor_of(request), campaign_id)


@router.post(
    "campaigns/{int:campaign_id}/withdraw", response=CampaignOut, operation_id="campaigns_withdraw_campaign"
)
def withdraw(request: HttpRequest, campaign_id: int, payload: ReasonBody) -> Any:
    """Call it off."""
    services.withdraw_campaign(actor=actor_of(request), campaign_id=campaign_id, reason=payload.reason)
    return _out(actor_of(request), campaign_id)


@router.post(
    "campaigns/{int:campaign_id}/remind", response=RemindOut, operation_id="campaigns_remind_campaign"
)
def remind(request: HttpRequest, campaign_id: int) -> Any:
    """Remind who still has units."""
    return {"sent": services.remind(actor=actor_of(request), campaign_id=campaign_id)}


@router.get(
    "campaigns/{int:campaign_id}/reminders",
    response=list[ReminderOut],
    operation_id="campaigns_list_reminders",
)
def list_reminders(request: HttpRequest, campaign_id: int) -> Any:
    """Rounds of reminders, newest first."""
    return queries.reminders(actor_of(request), campaign_id)


@router.post(
    "campaigns/{int:campaign_id}/samples",
    response={201: CampaignSampleOut},
    operation_id="campaigns_draw_sample",
)
def draw_sample(request: HttpRequest, campaign_id: int, payload: SampleIn) -> Any:
    """Draw units of every town for a second look."""
    sample = services.draw_sample(
        actor=actor_of(request), campaign_id=campaign_id, percent=payload.percent, seed=payload.seed
    )
    return Status(201, sample)


@router.get(
    "campaigns/{int:campaign_id}/samples",
    response=list[CampaignSampleOut],
    operation_id="campaigns_list_samples",
)
def list_samples(request: HttpRequest, campaign_id: int) -> Any:
    """Drawn samples, newest first."""
    return queries.samples(actor_of(request), campaign_id)


@router.post(
    "campaigns/{int:campaign_id}/release", response=CountOut, operation_id="campaigns_release_rechecks"
)
def release(request: HttpRequest, campaign_id: int, payload: ReasonBody) -> Any:
    """Give up re-checks nobody did, with the reason."""
    done = services.release_recheck(actor=actor_of(request), campaign_id=campaign_id, reason=payload.reason)
    return {"count": done}
