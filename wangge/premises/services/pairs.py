"""Liaison pairs 挂钩: which cadre looks after which premises, one by one or by a pasted table."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from wangge.audit import services as audit
from wangge.kit import clock, events, feeds
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound
from wangge.kit.subjects import subject
from wangge.org import queries as org
from wangge.premises import permissions, queries
from wangge.premises.events import PremisesChanged
from wangge.premises.models import LiaisonPair
from wangge.premises.queries.scope import premises_visible_to
from wangge.premises.services.writing import FEED


@transaction.atomic
def pair_liaison(
    *, actor: Actor, post_id: int, premises_id: int, valid_from: date | None = None, replace: bool = False
) -> LiaisonPair:
    """Give a premises into the care of a post; the same pair again is no change.

    ``Conflict`` (``already_paired``) when another post has it, unless ``replace`` ends that pair.
    """
    gate.require(actor, permissions.PAIR)
    row = queries.premises_for(actor, premises_id, lock=True)
    if row.status != "active":
        raise Conflict("只有在册的单位可以挂钩", code="wrong_state", data={"status": row.status})
    org.actor_for(post_id)
    day = valid_from or clock.today()
    if day > clock.today():
        raise Invalid.field("valid_from", "挂钩起始日期不能晚于今天")
    present = LiaisonPair.objects.filter(premises=row, valid_to__isnull=True).first()
    if present and present.post_id == post_id:
        return present
    if present and not replace:
        raise Conflict("该单位已有挂钩联络员,请先解除", code="already_paired")
    if present:
        _end(actor, present)
    try:
        with transaction.atomic():
            pair = LiaisonPair.objects.create(
                post_id=post_id, premises=row, valid_from=day, by=actor.key, by_label=actor.label[:80]
            )
    except IntegrityError:
        raise Conflict("该单位刚刚被他人安排了挂钩", code="already_paired") from None
    feeds.changed(FEED, row.pk, post_ids=[post_id])
    events.announce(PremisesChanged((row.pk,), ("liaison",)))
    audit.record(actor, "premises.pair.made", subject=subject(queries.KIND, row.pk), data={"post": post_id})
    return pair


def _end(actor: Actor, pair: LiaisonPair) -> None:
    day = max(clock.today(), pair.valid_from)
    LiaisonPair.objects.filter(pk=pair.pk, valid_to__isnull=True).update(valid_to=day)
    feeds.changed(FEED, pair.premises_id, post_ids=[pair.post_id])
    events.announce(PremisesChanged((pair.premises_id,), ("liaison",)))
    audit.record(
        actor,
        "premises.pair.ended",
        subject=subject(queries.KIND, pair.premises_id),
        data={"post": pair.post_id},
    )


@transaction.atomic
def end_pair(*, actor: Actor, pair_id: int) -> None:
    """The pair ends today; ``NotFound`` when it is none of the actor's scope or has ended."""
    gate.require(actor, permissions.PAIR)
    pair = (
        LiaisonPair.objects.select_for_update(of=("self",))
        .filter(pk=pair_id, valid_to__isnull=True, premises__in=premises_visible_to(actor))
        .first()
    )
    if pair is None:
        raise NotFound
    _end(actor, pair)


@transaction.atomic
def pair_many(*, actor: Actor, pairs: dict[int, int], valid_from: date | None = None) -> int:
    """Premises → post for many at once (a rehearsal, a taken-over list); returns how many are new.

    Those that have a liaison keep it.
    """
    gate.require(actor, permissions.PAIR)
    visible = set(
        premises_visible_to(actor).filter(pk__in=list(pairs), status="active").values_list("pk", flat=True)
    )
    taken = set(queries.liaison_of(visible))
    day = valid_from or clock.today()
    rows = [
        LiaisonPair(
            post_id=pairs[pk], premises_id=pk, valid_from=day, by=actor.key, by_label=actor.label[:80]
        )
        for pk in sorted(visible - taken)
    ]
    LiaisonPair.objects.bulk_create(rows, batch_size=2000)
    if rows:
        feeds.changed(FEED, post_ids=sorted({r.post_id for r in rows}))
        events.announce(PremisesChanged(tuple(r.premises_id for r in rows), ("liaison",)))
        audit.record(actor, "premises.pair.many_made", data={"pairs": len(rows)})
    return len(rows)
