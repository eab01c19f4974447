"""A campaign from its draft to its end: create, fill the list, start, extend, close, withdraw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from wangge.audit import services as audit
from wangge.campaigns import permissions, queries, rules
from wangge.campaigns.events import CampaignStarted
from wangge.campaigns.models import Campaign, CampaignMove, Target
from wangge.campaigns.models.campaign import KINDS, RULES
from wangge.campaigns.queries import registers
from wangge.campaigns.queries.registers import ListQuery, Unit
from wangge.campaigns.rules import FigureDefinition
from wangge.campaigns.states import CAMPAIGN
from wangge.casework import services as casework
from wangge.forms import queries as forms
from wangge.forms import services as forms_services
from wangge.kit import clock, events, feeds
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.live import services as live
from wangge.premises import queries as premises

MOST_ROUNDS = 12
FORM_STAYS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CampaignDraft:
    """What a person says to begin a campaign; ``figures`` ``None`` = every number of the form is summed."""

    title: str
    kind: str
    from_at: datetime
    due_at: datetime
    purpose: str = ""
    form_version_id: int | None = None
    agency_id: int | None = None
    rule: str = "grid"
    rounds: int = 1
    figures: tuple[FigureDefinition, ...] | None = None


def _faults(draft: CampaignDraft) -> dict[str, str]:
    found = {}
    if not 2 <= len(draft.title.strip()) <= 80:
        found["title"] = "请填写名称,2 到 80 字"
    if draft.kind not in KINDS:
        found["kind"] = "应为专项排查、五有检查或挂钩走访"
    if draft.rule not in RULES:
        found["rule"] = "应为按网格、按挂钩或按镇(街道)"
    if draft.due_at <= draft.from_at:
        found["due_at"] = "截止时间应晚于开始时间"
    if draft.kind == "survey" and draft.form_version_id is None:
        found["form_version_id"] = "请选择已发布的表单"
    if not 1 <= draft.rounds <= MOST_ROUNDS or (draft.kind == "survey" and draft.rounds != 1):
        found["rounds"] = f"走访次数应在 1 到 {MOST_ROUNDS} 之间,填报类只有 1 次"
    if len(draft.purpose) > 500:
        found["purpose"] = "不超过 500 字"
    return found


def _definitions(actor: Actor, draft: CampaignDraft) -> list[FigureDefinition]:
    if draft.form_version_id is None:
        if draft.figures:
            raise Invalid.field("figures", "没有表单,不能设指标")
        return []
    version = forms.version_for(actor, draft.form_version_id)
    if version.status == "draft":
        raise Conflict("表单尚未发布,不能用于排查", code="not_published")
    if draft.figures is None:
        return rules.default_figures(version.definition)
    faults = rules.figure_faults(draft.figures, version.definition)
    if faults:
        raise Invalid.field("figures", ";".join(faults))
    return list(draft.figures)


@transaction.atomic
def create_campaign(*, actor: Actor, draft: CampaignDraft) -> Campaign:
    """A campaign in draft, its form version pinned; nothing reaches the phones before it is started."""
    gate.require(actor, permissions.MANAGE)
    faults = _faults(draft)
    if faults:
        raise Invalid(";".join(faults.values()), data={"fields": faults})
    now = clock.now()
    row = Campaign.objects.create(
        no=casework.next_number("campaigns.campaign", "LP", now),
        title=draft.title.strip(),
        purpose=draft.purpose.strip(),
        kind=draft.kind,
        form_version_id=draft.form_version_id,
        agency_id=draft.agency_id or actor.agency_id,
        rule=draft.rule,
        rounds=draft.rounds,
        figures=rules.stored(_definitions(actor, draft)),
        from_at=draft.from_at,
        due_at=draft.due_at,
        created_at=now,
        created_by=actor.key,
        created_by_label=actor.label[:80],
    )
    CampaignMove.objects.create(
        row=row, name="create", source="", target=row.status, by=actor.key, by_label=actor.label[:80],
        agency_id=actor.agency_id, at=now,
    )  # fmt: skip
    audit.record(actor, "campaigns.campaign.created", subject=f"campaigns.campaign:{row.pk}")
    return row


def open_list(actor: Actor, campaign_id: int) -> Campaign:
    """The campaign if its list may grow now, held until the end of the transaction."""
    gate.require(actor, permissions.MANAGE)
    row = queries.campaign_for(actor, campaign_id, lock=True)
    if row.status not in ("draft", "running"):
        raise Conflict("只有草稿或进行中的排查可以增加对象", code="list_closed", data={"status": row.status})
    return row


@transaction.atomic
def add_by_query(*, actor: Actor, campaign_id: int, query: ListQuery) -> int:
    """Put the units a query finds onto the list; returns how many are new. Again adds nothing."""
    row = open_list(actor, campaign_id)
    before = Target.objects.filter(campaign_id=row.pk).count()
    for part in registers.selected(query):
        enlist(row, part)
    return settled(actor, row, before)


@transaction.atomic
def add_premises(*, actor: Actor, campaign_id: int, premises_ids: Sequence[int]) -> int:
    """Put single enterprises or sites onto the list; returns how many are new."""
    row = open_list(actor, campaign_id)
    before = Target.objects.filter(campaign_id=row.pk).count()
    enlist(row, list(registers.premises_units(premises_ids).values()))
    return settled(actor, row, before)


def enlist(campaign: Campaign, units: Sequence[Unit]) -> None:
    """Write units onto the list; those on it stay as they are."""
    now = clock.now()
    Target.objects.bulk_create(
        [
            Target(
                campaign_id=campaign.pk,
                subject_kind=u.subject_kind,
                subject_id=u.subject_id,
                kind=u.kind[:20],
                title=u.title[:120],
                address=u.address[:200],
                town_id=u.town_id,
                village_id=u.village_id,
                grid_id=u.grid_id,
                lon=u.lon,
                lat=u.lat,
                created_at=now,
            )
            for u in units
        ],
        ignore_conflicts=True,
    )


def settled(actor: Actor, campaign: Campaign, before: int) -> int:
    """After the list grew: assign what came to a running campaign, note it, say how many are new."""
    added = Target.objects.filter(campaign_id=campaign.pk).count() - before
    if added and campaign.status == "running":
        assign_open(campaign)
        feeds.changed("campaigns.target")
    if added:
        CampaignMove.objects.create(
            row=campaign, name="list", source=campaign.status, target=campaign.status, by=actor.key,
            by_label=actor.label[:80], agency_id=actor.agency_id, at=clock.now(), data={"added": added},
        )  # fmt: skip
        audit.record(
            actor,
            "campaigns.list.extended",
            subject=f"campaigns.campaign:{campaign.pk}",
            data={"added": added},
        )
    live.announce(f"campaigns.campaign:{campaign.pk}")
    return added


_BY_AREA = """
UPDATE campaigns_target AS t SET post_id = found.post, agency_id = found.agency
FROM (
    SELECT c.id, {post} AS post, coalesce(aw.id, av.id) AS agency
    FROM campaigns_target c
    LEFT JOIN unnest(%(areas)s::bigint[], %(posts)s::bigint[]) AS g(area, id) ON g.area = c.grid_id
    LEFT JOIN unnest(%(areas)s::bigint[], %(posts)s::bigint[]) AS v(area, id) ON v.area = c.village_id
    LEFT JOIN unnest(%(areas)s::bigint[], %(posts)s::bigint[]) AS w(area, id) ON w.area = c.town_id
    LEFT JOIN unnest(%(homes)s::bigint[], %(agencies)s::bigint[]) AS av(area, id) ON av.area = c.village_id
    LEFT JOIN unnest(%(homes)s::bigint[], %(agencies)s::bigint[]) AS aw(area, id) ON aw.area = c.town_id
    WHERE c.campaign_id = %(campaign)s AND c.status = 'open' AND c.post_id IS NULL AND c.agency_id IS NULL
) AS found
WHERE t.id = found.id
"""
_BY_PAIR = """
UPDATE campaigns_target AS t SET post_id = pair.post
FROM unnest(%s::bigint[], %s::bigint[]) AS pair(premises, post)
WHERE t.campaign_id = %s AND t.status = 'open' AND t.subject_kind = 'premises.premises'
    AND t.subject_id = pair.premises
"""


def assign_open(campaign: Campaign) -> None:
    """Give every unit that nobody has to a post and an agency, by the campaign's rule.

    By grid: its grid worker, else the administrator of the village, of the town. By pair: the official
    who looks after the enterprise, else as by grid. By agency: the town's office, no single post.
    """
    care = registers.care()
    towns_only = "NULL::bigint" if campaign.rule == "agency" else "coalesce(g.id, v.id, w.id)"
    if campaign.rule == "liaison":
        _assign_pairs(campaign)
    with connection.cursor() as cursor:
        cursor.execute(
            _BY_AREA.format(post=towns_only),
            {
                "areas": list(care.posts),
                "posts": list(care.posts.values()),
                "homes": list(care.agencies),
                "agencies": list(care.agencies.values()),
                "campaign": campaign.pk,
            },
        )


def _assign_pairs(campaign: Campaign) -> None:
    rows = Target.objects.filter(campaign_id=campaign.pk, subject_kind=registers.PREMISES, status="open")
    ids = list(rows.values_list("subject_id", flat=True))
    pairs = registers.liaison_posts(ids)
    with connection.cursor() as cursor:
        cursor.execute(_BY_PAIR, [list(pairs), list(pairs.values()), campaign.pk])


@transaction.atomic
def start_campaign(*, actor: Actor, campaign_id: int) -> Campaign:
    """Send it out: every unit gets its people, the phones get their part. An empty list is a 409."""
    gate.require(actor, permissions.MANAGE)
    row = queries.campaign_for(actor, campaign_id, lock=True)
    if not Target.objects.filter(campaign_id=row.pk).exists():
        raise Conflict("名单是空的,请先选择或上传排查对象", code="empty_list")
    CAMPAIGN.apply(row, "start", by=actor, started_at=clock.now(), version=F("version") + 1)
    assign_open(row)
    _pin_form(row)
    feeds.changed("campaigns.campaign")
    feeds.changed("campaigns.target")
    audit.record(actor, "campaigns.campaign.started", subject=f"campaigns.campaign:{row.pk}")
    events.announce(CampaignStarted(row.pk))
    live.announce(f"campaigns.campaign:{row.pk}")
    row.refresh_from_db()
    return row


@transaction.atomic
def extend_campaign(*, actor: Actor, campaign_id: int, due_at: datetime, reason: str) -> Campaign:
    """Another deadline, with the reason."""
    gate.require(actor, permissions.MANAGE)
    row = queries.campaign_for(actor, campaign_id, lock=True)
    if due_at <= clock.now():
        raise Invalid.field("due_at", "新的截止时间应晚于现在")
    row = _moved(actor, row, "extend", reason=_reason(reason), due_at=due_at)
    _pin_form(row)
    return row


def _pin_form(campaign: Campaign) -> None:
    """Phones keep the form version of a campaign a while beyond its end: late answers need it."""
    if campaign.form_version_id is not None:
        until = campaign.due_at.astimezone(clock.CHINA).date() + FORM_STAYS
        forms_services.keep_on_phones(version_id=campaign.form_version_id, until=until)


@transaction.atomic
def close_campaign(*, actor: Actor, campaign_id: int) -> Campaign:
    """No new answers from now on: what follows is checking. Who was missing stays missing."""
    gate.require(actor, permissions.MANAGE)
    row = queries.campaign_for(actor, campaign_id, lock=True)
    return _moved(actor, row, "close")


@transaction.atomic
def reopen_campaign(*, actor: Actor, campaign_id: int, reason: str) -> Campaign:
    """Take answers again."""
    gate.require(actor, permissions.MANAGE)
    row = queries.campaign_for(actor, campaign_id, lock=True)
    return _moved(actor, row, "reopen", reason=_reason(reason))


@transaction.atomic
def withdraw_campaign(*, actor: Actor, campaign_id: int, reason: str) -> Campaign:
    """Call it off; what was filled in stays stored, the phones forget it."""
    gate.require(actor, permissions.MANAGE)
    row = queries.campaign_for(actor, campaign_id, lock=True)
    return _moved(actor, row, "withdraw", reason=_reason(reason))


def _reason(text: str) -> str:
    if len(text.strip()) < 2:
        raise Invalid.field("reason", "请填写原因")
    return text.strip()


def _moved(actor: Actor, row: Campaign, name: str, *, reason: str = "", **columns: Any) -> Campaign:
    CAMPAIGN.apply(row, name, by=actor, reason=reason, version=F("version") + 1, **columns)
    audit.record(actor, f"campaigns.campaign.{name}", subject=f"campaigns.campaign:{row.pk}")
    feeds.changed("campaigns.campaign", row.pk)
    feeds.changed("campaigns.target")
    live.announce(f"campaigns.campaign:{row.pk}")
    row.refresh_from_db()
    return row


def prefill(premises_ids: Sequence[int]) -> dict[int, dict[str, object]]:
    """What the register already holds of each enterprise, by register field: shown, never asked again."""
    return {pk: dict(values) for pk, values in premises.register_values(premises_ids).items()}
