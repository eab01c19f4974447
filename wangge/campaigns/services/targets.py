"""What leaders do with single units: give them to somebody, drop them from the list, check them again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from wangge.audit import services as audit
from wangge.campaigns import permissions, queries, rules
from wangge.campaigns.models import Response, Target
from wangge.campaigns.services import moves
from wangge.campaigns.services.responses import Filled
from wangge.forms import services as forms
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Forbidden, Invalid, NotFound
from wangge.org import queries as org


def _held(actor: Actor, target_ids: Sequence[int]) -> list[Target]:
    """Units in reach, held in order; any other is a 404."""
    wanted = sorted(set(target_ids))
    if not 1 <= len(wanted) <= 1000:
        raise Invalid.field("target_ids", "一次 1 到 1000 个")
    rows = queries.targets_visible_to(actor).filter(pk__in=wanted)
    found = list(rows.select_for_update(of=("self",)).select_related("campaign").order_by("pk"))
    if len(found) != len(wanted):
        raise NotFound
    return found


@transaction.atomic
def assign_targets(*, actor: Actor, target_ids: Sequence[int], post_id: int, reason: str = "") -> int:
    """Give units to a post; its phone gets them, the former one loses them."""
    gate.require(actor, permissions.ASSIGN)
    post = org.posts_by_ids([post_id]).get(post_id)
    if post is None:
        raise Invalid.field("post_id", "没有这个岗位,或岗位已经结束")
    now = clock.now()
    rows = _held(actor, target_ids)
    former = {row.post_id for row in rows if row.post_id}
    steps = []
    for row in rows:
        steps.append(moves.step(row, "assign", now, reason, {"from": row.post_id, "to": post_id}))
        row.post_id, row.agency_id = post_id, post.agency_id or row.agency_id
    moves.write(actor, steps, ("post", "agency"))
    moves.tell(rows, former)
    return len(rows)


@transaction.atomic
def drop_target(*, actor: Actor, target_id: int, reason: str) -> Target:
    """Take a unit out of the denominator: closed for good, moved away, on the list twice. Says why."""
    gate.require(actor, permissions.ASSIGN)
    if len(reason.strip()) < 2:
        raise Invalid.field("reason", "请填写核减原因,例如已停业、已搬离")
    row = _open_campaign(_held(actor, [target_id])[0])
    moves.write(actor, [moves.step(row, "drop", clock.now(), reason.strip())])
    audit.record(actor, "campaigns.target.dropped", subject=f"campaigns.target:{row.pk}")
    return row


@transaction.atomic
def restore_target(*, actor: Actor, target_id: int, reason: str = "") -> Target:
    """Put a dropped unit back onto the list."""
    gate.require(actor, permissions.ASSIGN)
    row = _open_campaign(_held(actor, [target_id])[0])
    moves.write(actor, [moves.step(row, "restore", clock.now(), reason.strip())])
    audit.record(actor, "campaigns.target.restored", subject=f"campaigns.target:{row.pk}")
    return row


def _open_campaign(row: Target) -> Target:
    status = queries.campaign_status(row.campaign_id)
    if status not in ("draft", "running", "checking"):
        raise Conflict("结果已锁定,名单不能再变", code="locked", data={"status": status})
    return row


@transaction.atomic
def recheck_target(
    *, actor: Actor, target_id: int, agrees: bool, note: str = "", filled: Filled | None = None
) -> Target:
    """The verdict of a re-check: the same, or different with what was really found (a new version).

    Nobody checks an answer of his own.
    """
    gate.require(actor, permissions.RECHECK)
    row = _held(actor, [target_id])[0]
    if row.answered_by_post_id is not None and row.answered_by_post_id == actor.post_id:
        raise Forbidden("不能复核自己填报的对象", code="own_answer")
    if agrees == (filled is not None):
        raise Invalid.field("answers", "一致时不用重填;不一致时请填写实际情况")
    now = clock.now()
    data: dict[str, Any] = {"agrees": agrees}
    steps = [moves.step(row, "confirm", now, note, data)]
    if filled is not None:
        number = _checked_version(actor, row, filled, note)
        data["number"] = row.version = number
    moves.write(actor, steps, ("version",))
    audit.record(
        actor, "campaigns.target.rechecked", subject=f"campaigns.target:{row.pk}", data={"agrees": agrees}
    )
    return row


def _checked_version(actor: Actor, row: Target, filled: Filled, note: str) -> int:
    sheet = forms.submit_sheet(
        actor=actor,
        sheet=forms.Sheet(
            filled.client_id,
            row.campaign.form_version_id or 0,
            filled.answers,
            filled.captured_at,
            queries.TARGET,
            row.pk,
        ),
    )
    Response.objects.filter(target_id=row.pk, current=True).update(current=False)
    response = Response.objects.create(
        campaign_id=row.campaign_id,
        target=row,
        sheet=sheet,
        number=row.version + 1,
        kind="recheck",
        town_id=row.town_id,
        numbers=rules.numbers_of(rules.figures_of(row.campaign.figures), sheet.answers),
        reason=note[:200],
        by=actor.key,
        by_label=actor.label[:80],
        post_id=actor.post_id,
        captured_at=filled.captured_at,
        stored_at=clock.now(),
    )
    return response.number
