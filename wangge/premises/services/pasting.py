"""A pasted table of pairs: one line per pair, cadre and enterprise; refused lines are named."""

from __future__ import annotations

import hashlib
import re

from django.db import transaction

from wangge.audit import services as audit
from wangge.kit import clock
from wangge.kit import permissions as gate
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Invalid
from wangge.kit.sheets import Row
from wangge.org import queries as org
from wangge.org.queries import PostCard
from wangge.premises import permissions, queries, rules
from wangge.premises.mapping import RowFault
from wangge.premises.models import ImportBatch, Premises
from wangge.premises.queries.scope import premises_visible_to
from wangge.premises.services import pairs
from wangge.premises.services.imports import refuse

HEADER = ["联络员", "企业"]
MOST_LINES = 5000


@transaction.atomic
def paste_pairs(*, actor: Actor, text: str, replace: bool = False) -> ImportBatch:
    """Pair line by line: the liaison's name (or ``名字/单位``) and an enterprise's name or credit code,
    apart by tab, comma or blanks; returns the report, whose refused lines can be downloaded.

    A pair that is there already is ``unchanged``; with ``replace`` another liaison gives way.
    """
    gate.require(actor, permissions.PAIR)
    lines = _lines(text)
    if not lines:
        raise Invalid.field("text", "请粘贴表格:每行一位联络员和一家企业")
    if len(lines) > MOST_LINES:
        raise Invalid.field("text", f"一次不超过{MOST_LINES}行")
    batch = ImportBatch.objects.create(
        kind="pairs",
        filename="粘贴的挂钩表",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        header=HEADER,
        rows_in=0,
        by=actor.key,
        by_label=actor.label[:80],
        post_id=actor.post_id,
        at=clock.now(),
    )
    liaisons, rows = _liaisons(), _premises(actor, [cells[1] for _, cells in lines])
    had = queries.liaison_of([row.pk for found in rows.values() for row in found])
    refused: list[tuple[Row, str]] = []
    for no, cells in lines:
        try:
            post, row = _post(liaisons, cells[0]), _row(rows, cells[1])
            pairs.pair_liaison(actor=actor, post_id=post.id, premises_id=row.pk, replace=replace)
            batch.unchanged += had.get(row.pk) == post.id
            batch.updated += row.pk in had and had[row.pk] != post.id
            had[row.pk] = post.id
        except (RowFault, BusinessError) as fault:
            refused.append((Row(no, cells), str(fault)))
    refuse(batch, refused)
    batch.rows_in, batch.refused = len(lines), len(refused)
    batch.stored = batch.rows_in - batch.refused
    batch.save()
    audit.record(
        actor,
        "premises.pair.table_pasted",
        subject=f"premises.import:{batch.pk}",
        data={"stored": batch.stored, "refused": batch.refused},
    )
    return batch


def _lines(text: str) -> list[tuple[int, tuple[str, str]]]:
    """Filled lines with their numbers; a first line of headings is none."""
    found = []
    for no, line in enumerate(text.splitlines(), 1):
        cells = [c.strip() for c in re.split(r"[\t,,;;]|\s{2,}", line.strip()) if c.strip()]
        if len(cells) == 1:
            cells = line.split(maxsplit=1)
        if not cells or (no == 1 and any(c in {"企业", "企业名称", "联络员", "挂钩干部"} for c in cells)):
            continue
        found.append((no, (cells[0], cells[1] if len(cells) > 1 else "")))
    return found


def _liaisons() -> dict[str, list[PostCard]]:
    found: dict[str, list[PostCard]] = {}
    for post in org.posts_in_role("liaison"):
        for name in {post.account_name, f"{post.account_name}/{post.agency_name or post.area_name}"}:
            found.setdefault(name, []).append(post)
    return found


def _post(liaisons: dict[str, list[PostCard]], name: str) -> PostCard:
    found = liaisons.get(name, [])
    if not found:
        raise RowFault(f"没有叫“{name[:20]}”的企业联络员")
    if len(found) > 1:
        raise RowFault(f"有{len(found)}位叫“{name[:20]}”的联络员,请写成“姓名/单位”")
    return found[0]


def _premises(actor: Actor, texts: list[str]) -> dict[str, list[Premises]]:
    """Visible living premises by each text that is a code or a name."""
    codes = {rules.normal_code(t): t for t in texts}
    names = {rules.normal_name(t): t for t in texts}
    found: dict[str, list[Premises]] = {}
    visible = premises_visible_to(actor).filter(status="active")
    for row in visible.filter(credit_code__in=[c for c in codes if c]):
        found.setdefault(codes[row.credit_code], []).append(row)
    for row in visible.filter(name__in=list(names)):
        if all(known.pk != row.pk for known in found.get(names[row.name], [])):
            found.setdefault(names[row.name], []).append(row)
    return found


def _row(rows: dict[str, list[Premises]], text: str) -> Premises:
    if not text:
        raise RowFault("缺少企业名称或信用代码")
    found = rows.get(text, [])
    if not found:
        raise RowFault(f"没有在册单位“{text[:40]}”")
    if len(found) > 1:
        raise RowFault(f"有{len(found)}家单位叫“{text[:40]}”,请改用信用代码")
    return found[0]
