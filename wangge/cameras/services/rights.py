"""Rights of other agencies to see cameras: by class and town, with a reason and an end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from wangge.audit import services as audit
from wangge.cameras import permissions, rules
from wangge.cameras.models import CameraRight
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound
from wangge.kit.subjects import subject
from wangge.org import queries as org

LONGEST = timedelta(days=366)


@transaction.atomic
def give_right(
    *,
    actor: Actor,
    agency_id: int,
    classes: Sequence[str],
    valid_to: date,
    reason: str,
    town_id: int | None = None,
    playback: bool = False,
) -> CameraRight:
    """Let an agency see cameras of these classes (none: all) in a town (none: the district) until a day
    at most a year from now; the log keeps who gave it and why."""
    gate.require(actor, permissions.GRANT)
    org.agency(agency_id)
    today = clock.today()
    if len(reason.strip()) < 4:
        raise Invalid.field("reason", "请写明事由(不少于 4 个字)")
    if not today <= valid_to <= today + LONGEST:
        raise Invalid.field("valid_to", "截止日期应在今天起一年以内")
    wrong = [code for code in classes if code not in rules.CLASSES]
    if wrong:
        raise Invalid.field("classes", f"类别“{wrong[0]}”不在可选范围内")
    right = CameraRight.objects.create(
        agency_id=agency_id,
        classes=sorted(set(classes)),
        town_id=town_id,
        playback=playback,
        reason=reason.strip()[:200],
        valid_from=today,
        valid_to=valid_to,
        given_by=actor.label[:90],
    )
    audit.record(
        actor, "cameras.right.given", subject=subject("org.agency", agency_id), purpose=reason.strip()
    )
    return right


@transaction.atomic
def end_right(*, actor: Actor, right_id: int) -> CameraRight:
    """Take a right back before its day."""
    gate.require(actor, permissions.GRANT)
    right = CameraRight.objects.select_for_update().filter(pk=right_id).first()
    if right is None:
        raise NotFound
    if right.ended_at is not None:
        raise Conflict("该授权已经收回", code="ended")
    right.ended_at = clock.now()
    right.save(update_fields=["ended_at"])
    audit.record(actor, "cameras.right.ended", subject=subject("org.agency", right.agency_id))
    return right
