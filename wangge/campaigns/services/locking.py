"""The end of a campaign: re-check sample, lock, frozen snapshot, hand-over to headquarters.

Whoever locks or freezes holds the campaign against every writer of its rows: an answer takes the same
row shared. What a snapshot saw is therefore exactly what was committed before it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Max

from wangge.audit import services as audit
from wangge.campaigns import permissions, queries, rules
from wangge.campaigns.events import CampaignHanded
from wangge.campaigns.models import Campaign, Response, Sample, Snapshot, Target, TargetMove
from wangge.campaigns.queries import figures
from wangge.campaigns.services import moves
from wangge.campaigns.states import CAMPAIGN
from wangge.kit import clock, events, feeds
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.live import services as live
from wangge.notify import services as notify
from wangge.org import queries as org

_LOCK_ROWS = """
WITH locked AS (
    UPDATE campaigns_target SET status = 'locked' WHERE campaign_id = %s AND status = 'done' RETURNING id
)
INSERT INTO campaigns_targetmove
    (row_id, campaign_id, name, source, target, by, by_label, agency_id, at, reason, data)
SELECT id, %s, 'lock', 'done', 'locked', %s, %s, %s::bigint, %s, '', '{}' FROM locked
"""
# one line a unit: id, state, current version, hash of the judged sheet
_HASH_ROWS = """
SELECT t.id, t.status, coalesce(r.number, 0), coalesce(s.digest, '')
FROM campaigns_target t
LEFT JOIN campaigns_response r ON r.target_id = t.id AND r.current
LEFT JOIN forms_answersheet s ON s.id = r.sheet_id
WHERE t.campaign_id = %s ORDER BY t.id
"""


@transaction.atomic
def draw_sample(*, actor: Actor, campaign_id: int, percent: Decimal, seed: str = "") -> Sample:
    """Draw units of every town for a second look; the seed draws the same ones again.

    Each town gives its share, rounded up, so that no town goes unchecked.
    """
    gate.require(actor, permissions.MANAGE)
    campaign = queries.campaign_for(actor, campaign_id, lock=True)
    if not 0 < percent <= 100:
        raise Invalid.field("percent", "抽查比例应大于 0、不超过 100")
    seed = seed.strip()[:40] or f"{campaign.no}-{Sample.objects.filter(campaign_id=campaign.pk).count() + 1}"
    if Sample.objects.filter(campaign_id=campaign.pk, seed=seed).exists():
        raise Conflict("这个种子已经抽过,请换一个", code="seed_used")
    frame: dict[int, list[int]] = defaultdict(list)
    rows = Target.objects.filter(campaign_id=campaign.pk, status="done").order_by("pk")
    for pk, town in rows.values_list("pk", "town_id"):
        frame[town or 0].append(pk)
    chosen = [pk for town in sorted(frame) for pk in rules.drawn(seed, frame[town], percent)]
    CAMPAIGN.apply(campaign, "sample", by=actor, data={"seed": seed, "drawn": len(chosen)})
    sample = Sample.objects.create(
        campaign=campaign,
        seed=seed,
        percent=percent,
        frame=sum(len(ids) for ids in frame.values()),
        drawn=len(chosen),
        last_response_id=_last(Response, campaign.pk),
        at=clock.now(),
        by_label=actor.label[:80],
    )
    _to_recheck(actor, chosen, sample)
    audit.record(
        actor,
        "campaigns.sample.drawn",
        subject=f"campaigns.campaign:{campaign.pk}",
        data={"drawn": len(chosen)},
    )
    return sample


def _to_recheck(actor: Actor, ids: list[int], sample: Sample) -> None:
    now = clock.now()
    targets = list(Target.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    moves.write(actor, [moves.step(t, "sample", now, "", {"sample": sample.pk}) for t in targets])


@transaction.atomic
def release_recheck(*, actor: Actor, campaign_id: int, reason: str) -> int:
    """Give up the re-checks nobody did, with the reason; returns how many."""
    gate.require(actor, permissions.LOCK)
    campaign = queries.campaign_for(actor, campaign_id, lock=True)
    if len(reason.strip()) < 2:
        raise Invalid.field("reason", "请填写撤销复核的原因")
    rows = Target.objects.select_for_update().filter(campaign_id=campaign.pk, status="recheck").order_by("pk")
    targets, now = list(rows), clock.now()
    moves.write(actor, [moves.step(t, "release", now, reason.strip()) for t in targets])
    return len(targets)


@transaction.atomic
def lock_campaign(*, actor: Actor, campaign_id: int) -> Snapshot:
    """Lock every covered unit and freeze the figures; later answers become late versions.

    409 while a re-check is open or an equation does not hold. Who was not reached stays on the list as
    missing: locking does not cover anybody.
    """
    gate.require(actor, permissions.LOCK)
    campaign = queries.campaign_for(actor, campaign_id, lock=True)
    open_checks = Target.objects.filter(campaign_id=campaign.pk, status="recheck").count()
    if open_checks:
        raise Conflict(
            f"还有 {open_checks} 个复核没有完成,请先完成或说明理由撤销",
            code="open_rechecks",
            data={"open": open_checks},
        )
    now = clock.now()
    CAMPAIGN.apply(campaign, "lock", by=actor, locked_at=now, version=F("version") + 1)
    with connection.cursor() as cursor:
        values: list[Any] = [campaign.pk, campaign.pk, actor.key, actor.label[:80], actor.agency_id, now]
        cursor.execute(_LOCK_ROWS, values)
    feeds.changed("campaigns.campaign", campaign.pk)
    feeds.changed(moves.FEED)
    return _frozen(actor, campaign)


@transaction.atomic
def freeze_again(*, actor: Actor, campaign_id: int) -> Snapshot:
    """Another snapshot after late corrections; a 409 when nothing has changed since the last one."""
    gate.require(actor, permissions.LOCK)
    campaign = queries.campaign_for(actor, campaign_id, lock=True)
    last = Snapshot.objects.filter(campaign_id=campaign.pk).order_by("-number").first()
    seen = (last.last_response_id, last.last_move_id) if last else (0, 0)
    if seen == (_last(Response, campaign.pk), _last(TargetMove, campaign.pk)):
        raise Conflict("上次快照之后没有变化", code="unchanged")
    CAMPAIGN.apply(campaign, "freeze", by=actor, version=F("version") + 1)
    return _frozen(actor, campaign)


def _last(model: type[Response] | type[TargetMove], campaign_id: int) -> int:
    found = model.objects.filter(campaign_id=campaign_id).aggregate(last=Max("pk"))["last"]
    return found or 0


def _frozen(actor: Actor, campaign: Campaign) -> Snapshot:
    """Count everything of a held campaign and keep it; broken equations freeze nothing."""
    made = figures.rollup(campaign)
    broken = [check for check in made.checks if not check.holds]
    if broken:
        words = ";".join(f"{c.label}({c.left} 与 {c.right})" for c in broken)
        raise Conflict(f"数据勾稽关系不成立,不能锁定:{words}", code="invariants_fail")
    shown, checks = figures.frozen(made)
    count, rows_hash = _hash_of_rows(campaign.pk)
    number = Snapshot.objects.filter(campaign_id=campaign.pk).count() + 1
    content = {
        "campaign": campaign.no,
        "number": number,
        "form_version": campaign.form_version_id,
        "figures": shown,
        "checks": checks,
        "rows": count,
        "rows_hash": rows_hash,
    }
    snapshot = Snapshot.objects.create(
        campaign=campaign,
        number=number,
        at=clock.now(),
        by=actor.key,
        by_label=actor.label[:80],
        figures=shown,
        checks=checks,
        rows=count,
        last_response_id=_last(Response, campaign.pk),
        last_move_id=_last(TargetMove, campaign.pk),
        rows_hash=rows_hash,
        digest=rules.digest(content),
    )
    audit.record(
        actor,
        "campaigns.snapshot.frozen",
        subject=f"campaigns.campaign:{campaign.pk}",
        data={"number": number, "digest": snapshot.digest},
    )
    live.announce(f"campaigns.campaign:{campaign.pk}")
    return snapshot


def _hash_of_rows(campaign_id: int) -> tuple[int, str]:
    """How many rows there are and one SHA-256 over all of them in order."""
    running, count = hashlib.sha256(), 0
    with connection.cursor() as cursor:
        cursor.execute(_HASH_ROWS, [campaign_id])
        while part := cursor.fetchmany(20_000):
            count += len(part)
            running.update("".join(f"{a}:{b}:{c}:{d}\n" for a, b, c, d in part).encode())
    return count, running.hexdigest()


@transaction.atomic
def hand_over(*, actor: Actor, campaign_id: int) -> Snapshot:
    """Hand the newest snapshot to headquarters: once, with a message to the centre and the commanders."""
    gate.require(actor, permissions.HAND)
    campaign = queries.campaign_for(actor, campaign_id, lock=True)
    snapshot = Snapshot.objects.filter(campaign_id=campaign.pk).order_by("-number").first()
    if snapshot is None:
        raise Conflict("还没有锁定,不能报送", code="not_locked", data={"status": campaign.status})
    if snapshot.handed_at is not None:
        raise Conflict(f"第 {snapshot.number} 次快照已经报送", code="handed_already")
    now = clock.now()
    CAMPAIGN.apply(
        campaign,
        "hand",
        by=actor,
        handed_at=now,
        version=F("version") + 1,
        data={"snapshot": snapshot.number},
    )
    centre = next((agency.id for agency in org.agencies("centre")), None)
    snapshot.handed_at, snapshot.handed_by, snapshot.handed_to_id = now, actor.label[:80], centre
    snapshot.save(update_fields=["handed_at", "handed_by", "handed_to"])
    _tell_headquarters(campaign, snapshot, centre)
    audit.record(
        actor,
        "campaigns.snapshot.handed",
        subject=f"campaigns.campaign:{campaign.pk}",
        data={"number": snapshot.number, "digest": snapshot.digest},
    )
    events.announce(CampaignHanded(campaign.pk, snapshot.pk))
    live.announce(f"campaigns.campaign:{campaign.pk}")
    return snapshot


def _tell_headquarters(campaign: Campaign, snapshot: Snapshot, centre: int | None) -> None:
    shown = "、".join(
        f"{f['label']} {f['value']:,}{f['unit']}"
        for f in snapshot.figures[:1] + snapshot.figures[4:]
        if f["value"] is not None
    )
    title, about = f"{campaign.title}结果已报送(第 {snapshot.number} 次)", f"campaigns.campaign:{campaign.pk}"
    posts = [p.id for p in org.posts_in_role("commander")]
    for post_id in posts:
        notify.send(to_post_id=post_id, kind="campaign", subject=about, title=title, text=shown)
    if centre is not None:
        notify.send(to_agency_id=centre, kind="campaign", subject=about, title=title, text=shown)
