"""Split, merge, rename: an area ends on a day and its successors begin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from wangge.kit import clock, events, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.territory import queries
from wangge.territory.events import AreaReplaced
from wangge.territory.models import Area, AreaSuccession
from wangge.territory.permissions import EDIT
from wangge.territory.services.tree import NewArea, add_rows, area_row, check_new, touch

LEVELS = ("district_id", "town_id", "village_id")


@transaction.atomic
def replace_area(
    *, actor: Actor, old_id: int, successors: Sequence[NewArea], day: date, reason: str
) -> list[queries.AreaCard]:
    """Split or rename one area; see ``replace_areas``."""
    return replace_areas(actor=actor, old_ids=[old_id], successors=successors, day=day, reason=reason)


@transaction.atomic
def replace_areas(
    *, actor: Actor, old_ids: Sequence[int], successors: Sequence[NewArea], day: date, reason: str
) -> list[queries.AreaCard]:
    """The old areas end on ``day``, the successors begin: rename 1→1, split 1→n, merge n→1.

    Codes and keys stay with the old ones; a successor without a parent hangs where the first old one
    hung. Children move under a single successor; with several the caller must have moved them first.
    Refused (409) for an ended area, (422) for a day in the future or before the old area began.
    """
    permissions.require(actor, EDIT)
    olds = list(Area.objects.select_for_update().filter(pk__in=old_ids, valid_to__isnull=True).order_by("pk"))
    _check(olds, old_ids, successors, day, reason)
    children = Area.objects.filter(parent__in=olds, valid_to__isnull=True)
    if len(successors) != 1 and children.exists():
        raise Conflict("请先调整下级区划", code="has_children")
    Area.objects.filter(pk__in=[old.pk for old in olds]).update(valid_to=day)
    made = [_successor(olds, new, day) for new in successors]
    AreaSuccession.objects.bulk_create(
        [AreaSuccession(old=old, new=new, day=day, reason=reason) for old in olds for new in made]
    )
    if len(made) == 1:
        _move_children(olds, made[0])
    touch()
    for old in olds:
        events.announce(AreaReplaced(old.pk, tuple(new.pk for new in made), day))
    return [queries.area(new.pk) for new in made]


def _check(
    olds: Sequence[Area], old_ids: Sequence[int], successors: Sequence[NewArea], day: date, reason: str
) -> None:
    if not olds or len(olds) != len(set(old_ids)):
        raise Conflict("该区划已停用,请刷新", code="ended")
    if not successors or (len(olds) > 1 and len(successors) > 1):
        raise Invalid.field("successors", "只能一分多(拆分)、多合一(合并)或一换一(更名)")
    if any(new.kind != old.kind for new in successors for old in olds):
        raise Invalid.field("successors", "调整前后应为同一层级")
    if not reason.strip():
        raise Invalid.field("reason", "请填写调整原因")
    if day > clock.today():
        raise Invalid.field("day", "生效日期不能晚于今天")
    if any(day < old.valid_from for old in olds):
        raise Invalid.field("day", "生效日期不能早于原区划的启用日期")


def _successor(olds: Sequence[Area], new: NewArea, day: date) -> Area:
    parent = Area.objects.filter(pk=new.parent_id or olds[0].parent_id or 0).first()
    check_new(new, parent)
    if Area.objects.filter(key=new.key).exists():
        raise Conflict(f"编码 {new.key} 已存在", code="key_taken")
    row = area_row(new, parent)
    row.valid_from = day
    if any(old.is_served for old in olds):
        Area.objects.filter(pk__in=[old.pk for old in olds]).update(is_served=False)
        row.is_served = True
    return add_rows([row])[0]


def _move_children(olds: Sequence[Area], new: Area) -> None:
    """Hang the living children under the one successor; everything below learns its new ancestor."""
    if new.kind == "grid":
        return
    Area.objects.filter(parent__in=olds, valid_to__isnull=True).update(parent=new)
    levels = LEVELS[: LEVELS.index(f"{new.kind}_id") + 1]
    below = Area.objects.filter(valid_to__isnull=True, **{f"{levels[-1]}__in": [old.pk for old in olds]})
    below.update(**{level: getattr(new, level) for level in levels})
