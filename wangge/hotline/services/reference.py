"""Reference rows: topics, the category tree, the rules of the dispatch suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from django.db import IntegrityError, connection, transaction

from wangge.audit import services as audit
from wangge.hotline import permissions
from wangge.hotline.models import Category, DispatchRule, Topic
from wangge.kit import permissions as gate
from wangge.kit import sheets
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid, NotFound

ARROW = "->"


@transaction.atomic
def add_dispatch_rule(
    *,
    actor: Actor,
    agency_id: int,
    category_path: str = "",
    category_id: int | None = None,
    words: str = "",
    area_id: int | None = None,
    weight: int = 50,
    reason: str = "",
) -> DispatchRule:
    """A new rule: all given conditions must fit. ``Invalid`` when it says nothing or names what is not
    there."""
    gate.require(actor, permissions.RULES)
    if category_path:
        category_id = Category.objects.filter(path=category_path).values_list("pk", flat=True).first()
        if category_id is None:
            raise Invalid.field("category_path", "没有这个问题分类")
    if category_id is None and area_id is None and not words.strip():
        raise Invalid("请至少填写分类、关键词、区域中的一项")
    if not 1 <= weight <= 100:
        raise Invalid.field("weight", "应在1到100之间")
    row = DispatchRule.objects.create(
        agency_id=agency_id,
        category_id=category_id,
        words=" ".join(words.split()),
        area_id=area_id,
        weight=weight,
        reason=reason.strip(),
    )
    try:
        with transaction.atomic():
            check_references()
    except IntegrityError:
        raise Invalid("分类、区域或单位不存在") from None
    audit.record(actor, "hotline.rule.added", subject=f"hotline.rule:{row.pk}")
    return DispatchRule.objects.select_related("category", "area", "agency").get(pk=row.pk)


def check_references() -> None:
    """Check the deferred foreign keys now, so that a wrong id is an answer and not a crash."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@transaction.atomic
def retire_dispatch_rule(*, actor: Actor, rule_id: int) -> None:
    """Take a rule out of use; it stays for the record."""
    gate.require(actor, permissions.RULES)
    if not DispatchRule.objects.filter(pk=rule_id, active=True).update(active=False):
        raise NotFound
    audit.record(actor, "hotline.rule.retired", subject=f"hotline.rule:{rule_id}")


@transaction.atomic
def save_topic(*, actor: Actor, code: str, name: str, parent_code: str = "", position: int = 0) -> Topic:
    """A topic or one of its classes, new or renamed; the names of the three classes are data (spec §3.3)."""
    gate.require(actor, permissions.RULES)
    topic, _new = Topic.objects.update_or_create(
        code=code, defaults={"name": name, "parent_code": parent_code, "position": position, "active": True}
    )
    return topic


@transaction.atomic
def load_categories(
    *, actor: Actor, paths: Iterable[str | Sequence[object]], source: str
) -> Mapping[str, int]:
    """Grow the tree by paths (``"医疗卫生->疫情防控->核酸检测"`` or its three names); every path's id.

    Idempotent: nodes that are there stay. A blank level ends a path.
    """
    gate.require(actor, permissions.RULES)
    known = {c.path: c.pk for c in Category.objects.only("id", "path")}
    before = len(known)
    for given in paths:
        names = given.split(ARROW) if isinstance(given, str) else given
        parent_id, path = None, ""
        for level, raw in enumerate(names, start=1):
            name = str(raw or "").strip()
            if not name:
                break
            path = f"{path}{ARROW}{name}" if path else name
            if path not in known:
                node = Category.objects.create(
                    name=name[:60], path=path[:200], parent_id=parent_id, level=level, source=source
                )
                known[path] = node.pk
            parent_id = known[path]
    if len(known) > before:
        audit.record(actor, "hotline.categories.loaded", data={"new": len(known) - before, "source": source})
    return known


@transaction.atomic
def import_categories(*, actor: Actor, stream: BinaryIO, filename: str, source: str) -> int:
    """Grow the tree from a table whose columns are the levels; returns how many nodes are new."""
    gate.require(actor, permissions.RULES)
    before = Category.objects.count()
    table = sheets.open_table(stream, filename)
    rows = ([sheets.text_of(c) for c in row.cells] for row in table.rows())
    return len(load_categories(actor=actor, paths=rows, source=source)) - before
