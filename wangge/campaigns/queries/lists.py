"""Lists of campaigns and what belongs to one: moves, reminders, samples, uploads."""

from __future__ import annotations

from datetime import datetime

from wangge.campaigns import permissions
from wangge.campaigns.models import (
    Campaign,
    CampaignMove,
    Reminder,
    Sample,
    Target,
    TargetRefusal,
    TargetUpload,
)
from wangge.campaigns.queries import figures
from wangge.campaigns.queries.scope import campaign_for, campaigns_visible_to, sees_all, targets_visible_to
from wangge.campaigns.states import ON_PHONES
from wangge.kit import paging
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Forbidden, NotFound


def campaigns(
    actor: Actor, status: str = "", kind: str = "", cursor: str = "", limit: int = 50
) -> paging.Page[Campaign]:
    """Campaigns, newest first."""
    gate.require(actor, permissions.SEE)
    limit = paging.checked_limit(limit)
    rows = campaigns_visible_to(actor).select_related("form_version__form", "agency")
    if status:
        rows = rows.filter(status=status)
    if kind:
        rows = rows.filter(kind=kind)
    if cursor:
        at, pk = paging.decode(cursor, 2)
        moment = datetime.fromisoformat(str(at))
        rows = rows.filter(created_at__lte=moment).exclude(created_at=moment, pk__gte=int(pk))
    found = list(rows.order_by("-created_at", "-id")[: limit + 1])
    more = paging.encode(found[limit - 1].created_at, found[limit - 1].pk) if len(found) > limit else None
    return paging.Page(found[:limit], more)


def campaigns_of_phone(actor: Actor) -> list[Campaign]:
    """What a phone shows above its list: campaigns at work that have a unit of this post."""
    ids = targets_visible_to(actor).order_by().values("campaign_id").distinct()
    return list(Campaign.objects.filter(pk__in=ids, status__in=ON_PHONES).order_by("due_at", "id"))


def campaign_status(campaign_id: int) -> str:
    """The state of a campaign, for its own writers; held shared until the end of the transaction."""
    rows = Campaign.objects.raw(
        "SELECT id, status FROM campaigns_campaign WHERE id = %s FOR KEY SHARE", [campaign_id]
    )
    return rows[0].status


def moved_at(campaign_id: int, name: str) -> datetime | None:
    """When a campaign last made a move."""
    rows = CampaignMove.objects.filter(row_id=campaign_id, name=name).order_by("-id")
    return rows.values_list("at", flat=True).first()


def moves_of(actor: Actor, campaign_id: int) -> list[CampaignMove]:
    """The story of a campaign, newest first."""
    campaign_for(actor, campaign_id)
    return list(CampaignMove.objects.filter(row_id=campaign_id).order_by("-id")[:200])


def rollup(actor: Actor, campaign_id: int) -> tuple[Campaign, figures.Rollup]:
    """The figures as they stand; only who sees the whole district may ask for its sums."""
    campaign = campaign_for(actor, campaign_id)
    if not sees_all(actor):
        raise Forbidden("全区汇总数据请向组织单位查询")
    return campaign, figures.rollup(campaign)


def reminders(actor: Actor, campaign_id: int) -> list[Reminder]:
    """Rounds of reminders, newest first."""
    campaign_for(actor, campaign_id)
    return list(Reminder.objects.filter(campaign_id=campaign_id).order_by("-id")[:50])


def samples(actor: Actor, campaign_id: int) -> list[Sample]:
    """Drawn samples, newest first."""
    campaign_for(actor, campaign_id)
    return list(Sample.objects.filter(campaign_id=campaign_id).order_by("-id")[:50])


def uploads(actor: Actor, campaign_id: int) -> list[TargetUpload]:
    """Uploaded lists, newest first."""
    gate.require(actor, permissions.MANAGE)
    campaign_for(actor, campaign_id)
    return list(TargetUpload.objects.filter(campaign_id=campaign_id).order_by("-id")[:50])


def upload_for(actor: Actor, upload_id: int) -> TargetUpload:
    """One uploaded list of a campaign the actor organises."""
    gate.require(actor, permissions.MANAGE)
    row = TargetUpload.objects.filter(pk=upload_id).first()
    if row is None:
        raise NotFound
    campaign_for(actor, row.campaign_id)
    return row


def refusals(actor: Actor, upload_id: int) -> list[tuple[int, str]]:
    """The first two hundred refused rows: number and reason."""
    upload_for(actor, upload_id)
    rows = TargetRefusal.objects.filter(upload_id=upload_id).order_by("row_no")
    return list(rows.values_list("row_no", "reason")[:200])


def denominator_at(campaign_id: int, moment: datetime) -> int:
    """How many units had to be visited at a moment: what was listed by then, less what was dropped."""
    listed = Target.objects.filter(campaign_id=campaign_id, created_at__lte=moment).count()
    from wangge.campaigns.models import TargetMove

    moved = TargetMove.objects.filter(campaign_id=campaign_id, at__lte=moment)
    return listed - moved.filter(name="drop").count() + moved.filter(name="restore").count()
