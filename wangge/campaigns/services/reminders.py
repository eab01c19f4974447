"""Reminders: who still has units to visit hears of it, in duty hours, once a round."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from wangge.audit import services as audit
from wangge.campaigns import permissions, queries
from wangge.campaigns.models import Campaign, Reminder
from wangge.campaigns.states import CAMPAIGN
from wangge.kit import clock, jobs
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor, system
from wangge.kit.errors import BusinessError, Conflict
from wangge.notify import services as notify
from wangge.policy import queries as policy

AGAIN_AFTER = timedelta(minutes=30)
RUNGS = (("day", timedelta(hours=24)), ("hours", timedelta(hours=4)), ("due", timedelta(0)))
WATCHMAN = system("campaign-watch")


@transaction.atomic
def remind(*, actor: Actor, campaign_id: int) -> Reminder | None:
    """Remind everybody who still has units: now in duty hours, else at the next opening (``None``).

    Not oftener than every half hour.
    """
    gate.require(actor, permissions.REMIND)
    campaign = queries.campaign_for(actor, campaign_id, lock=True)
    last = Reminder.objects.filter(campaign_id=campaign.pk, rung="").order_by("-id").first()
    if last is not None and clock.now() - last.at < AGAIN_AFTER:
        raise Conflict("半小时内已经催过,请稍后再催", code="reminded_just_now")
    CAMPAIGN.apply(campaign, "remind", by=actor)
    if not _awake(clock.now()):
        jobs.enqueue("campaigns.remind_at_opening", at=_opening(clock.now()), campaign_id=campaign.pk)
        return None
    reminder = _send(campaign, actor.label, "")
    audit.record(
        actor,
        "campaigns.reminder.sent",
        subject=f"campaigns.campaign:{campaign.pk}",
        data={"readers": reminder.readers, "units": reminder.units},
    )
    return reminder


@transaction.atomic
def remind_at_opening(*, campaign_id: int) -> Reminder | None:
    """What was asked for at night, sent in the morning when the campaign still runs. Idempotent: within
    half an hour of another round nothing is sent."""
    campaign = Campaign.objects.select_for_update().filter(pk=campaign_id, status="running").first()
    if campaign is None or not _awake(clock.now()):
        return None
    last = Reminder.objects.filter(campaign_id=campaign.pk).order_by("-id").first()
    if last is not None and clock.now() - last.at < AGAIN_AFTER:
        return None
    return _send(campaign, WATCHMAN.label, "")


def remind_by_clock() -> int:
    """A day before, four hours before and at the deadline, each once, in duty hours; returns rounds sent."""
    now = clock.now()
    if not _awake(now):
        return 0
    sent = 0
    soon = Campaign.objects.filter(status="running", due_at__lte=now + RUNGS[0][1]).order_by("due_at")
    for campaign in soon:
        passed = [name for name, lead in RUNGS if campaign.due_at - lead <= now]
        sent += _once(campaign, passed[-1])
    return sent


def _once(campaign: Campaign, rung: str) -> int:
    if Reminder.objects.filter(campaign_id=campaign.pk, rung=rung, due_at=campaign.due_at).exists():
        return 0
    try:
        with transaction.atomic():
            _send(campaign, WATCHMAN.label, rung)
    except IntegrityError:  # another worker was faster
        return 0
    return 1


def _awake(now: datetime) -> bool:
    """Whether people are at work; in a year without a calendar nobody is rung."""
    try:
        return policy.in_duty_hours(now)
    except BusinessError:
        return False


def _opening(now: datetime) -> datetime:
    try:
        return policy.due_after(now, 1, "work")
    except BusinessError:
        return now + timedelta(hours=8)


def _send(campaign: Campaign, by_label: str, rung: str) -> Reminder:
    posts, agencies = queries.missing_by_reader(campaign.pk)
    reminder = Reminder.objects.create(
        campaign=campaign,
        rung=rung,
        at=clock.now(),
        by_label=by_label[:80],
        readers=len(posts) + len(agencies),
        units=sum(posts.values()) + sum(agencies.values()),
        due_at=campaign.due_at,
    )
    about = f"campaigns.campaign:{campaign.pk}"
    due = campaign.due_at.astimezone(clock.CHINA)
    late = campaign.due_at <= clock.now()
    for post_id, count in posts.items():
        title, text = _words(campaign, count, due, late)
        notify.send(to_post_id=post_id, kind="campaign", subject=about, title=title, text=text, urgent=late)
    for agency_id, count in agencies.items():
        title, text = _words(campaign, count, due, late)
        notify.send(
            to_agency_id=agency_id, kind="campaign", subject=about, title=title, text=text, urgent=late
        )
    return reminder


def _words(campaign: Campaign, count: int, due: datetime, late: bool) -> tuple[str, str]:
    moment = f"{due.month} 月 {due.day} 日 {due:%H:%M}"
    end = f"已于 {moment} 截止,请立即补报" if late else f"{moment} 截止"
    return f"{campaign.title}:还有 {count} 家未查", f"您负责的单位还有 {count} 家未查,{end}"
