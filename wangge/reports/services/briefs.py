"""The daily brief: it writes itself, somebody checks it, the head signs it; then nothing moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from wangge.audit import services as audit
from wangge.kit import clock, events, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid, NotFound
from wangge.reports import permissions as verbs
from wangge.reports import queries
from wangge.reports.events import BriefSigned
from wangge.reports.models import Brief, BriefMove
from wangge.reports.rules import naming
from wangge.reports.states import BRIEF

LONGEST_REMARKS = 4000
MOST_EXAMPLES = 12


@dataclass(frozen=True, slots=True)
class BriefEdit:
    """What a person adds to a brief: remarks, and which examples stay (ids in order; ``None``: as is)."""

    remarks: str
    example_ids: tuple[int, ...] | None = None


@transaction.atomic
def compile_brief(*, actor: Actor, day: date) -> Brief:
    """Write the draft of a day, or count it again; remarks stay. A checked or signed brief is a 409."""
    permissions.require(actor, verbs.EDIT)
    if day > clock.today():
        raise Invalid.field("day", "日期还没有到")
    content = _content(actor, day)
    brief = Brief.objects.select_for_update().filter(day=day).first()
    if brief is None:
        issue = (Brief.objects.filter(day__year=day.year).aggregate(last=Max("issue_no"))["last"] or 0) + 1
        brief = Brief.objects.create(day=day, issue_no=issue, compiled_at=clock.now(), **content)
        _note(brief, actor, "compile")
    else:
        BRIEF.apply(brief, "compile", by=actor, compiled_at=clock.now(), version=F("version") + 1, **content)
        brief.refresh_from_db()
    return brief


def _note(brief: Brief, actor: Actor, name: str) -> None:
    BriefMove.objects.create(
        row=brief,
        name=name,
        source=brief.status,
        target=brief.status,
        by=actor.key,
        by_label=actor.label,
        agency_id=actor.agency_id,
        at=clock.now(),
    )


def _content(actor: Actor, day: date) -> dict[str, Any]:
    found = queries.brief_figures(actor, day)
    return {
        "figures": [queries.frozen(value) for value in found.values()],
        "checks": [queries.frozen_check(c) for c in queries.checks(queries.cuts(found))],
        "counted": queries.counted_ids(actor, day),
        "examples": queries.examples(actor, day),
    }


def _locked(day: date) -> Brief:
    brief = Brief.objects.select_for_update().filter(day=day).first()
    if brief is None:
        raise NotFound("这一天还没有日报")
    return brief


@transaction.atomic
def edit_brief(*, actor: Actor, day: date, edit: BriefEdit, version: int | None = None) -> Brief:
    """Change the remarks and the choice of examples of a draft. Numbers cannot be edited at all."""
    permissions.require(actor, verbs.EDIT)
    brief = _locked(day)
    _same_version(brief, version)
    if len(edit.remarks) > LONGEST_REMARKS:
        raise Invalid.field("remarks", f"情况说明最多 {LONGEST_REMARKS} 字")
    by_id = {example["ticket_id"]: example for example in brief.examples}
    wanted = edit.example_ids
    if wanted is None:
        wanted = tuple(i for i, example in by_id.items() if example["chosen"])
    unknown = [i for i in wanted if i not in by_id]
    if unknown or len(wanted) > MOST_EXAMPLES:
        raise Invalid.field("example_ids", f"事例应从草稿中选择,最多 {MOST_EXAMPLES} 条")
    chosen = [by_id[i] | {"chosen": True} for i in wanted]
    rest = [e | {"chosen": False} for i, e in by_id.items() if i not in wanted]
    BRIEF.apply(
        brief,
        "edit",
        by=actor,
        remarks=naming.anonymous(edit.remarks, "某市民"),
        examples=chosen + rest,
        version=F("version") + 1,
    )
    brief.refresh_from_db()
    return brief


def _same_version(brief: Brief, version: int | None) -> None:
    if version is not None and brief.version != version:
        raise Conflict("日报刚刚被他人修改,请刷新后再试", code="stale_version", status=412)


def _must_hold(brief: Brief) -> None:
    broken = [c for c in brief.checks if not c["holds"]]
    if broken:
        words = ";".join(f"{c['label']}({c['left']:,} 与 {c['right']:,})" for c in broken)
        raise Conflict(
            f"数据勾稽关系不成立,不能继续:{words}", code="invariants_fail", data={"checks": broken}
        )


@transaction.atomic
def check_brief(*, actor: Actor, day: date) -> Brief:
    """Freeze the numbers once more and pass the brief on to be signed; 409 when an equation fails."""
    permissions.require(actor, verbs.CHECK)
    brief = _locked(day)
    if brief.status == "draft":
        content = _content(actor, day)
        content.pop("examples")
        # Counted again at the moment of the check; the choice of examples stays as it was edited.
        for column, value in content.items():
            setattr(brief, column, value)
        _must_hold(brief)
    else:
        content = {}
    now = clock.now()
    BRIEF.apply(
        brief,
        "check",
        by=actor,
        checked_at=now,
        checked_by=actor.label,
        compiled_at=now,
        version=F("version") + 1,
        **content,
    )
    brief.refresh_from_db()
    return brief


@transaction.atomic
def revise_brief(*, actor: Actor, day: date, reason: str) -> Brief:
    """Send a checked brief back to the draft, with a reason."""
    permissions.require(actor, verbs.CHECK if not actor.may(verbs.SIGN) else verbs.SIGN)
    brief = _locked(day)
    if len(reason.strip()) < 2:
        raise Invalid.field("reason", "请填写退回修改的原因")
    BRIEF.apply(brief, "revise", by=actor, reason=reason.strip(), version=F("version") + 1)
    brief.refresh_from_db()
    return brief


@transaction.atomic
def sign_brief(*, actor: Actor, day: date) -> Brief:
    """Sign the frozen numbers. Impossible while an equation of the frozen numbers does not hold."""
    permissions.require(actor, verbs.SIGN)
    brief = _locked(day)
    _must_hold(brief)
    BRIEF.apply(
        brief, "sign", by=actor, signed_at=clock.now(), signed_by=actor.label, version=F("version") + 1
    )
    brief.refresh_from_db()
    audit.record(
        actor,
        "reports.brief.signed",
        subject=f"reports.brief:{brief.pk}",
        data={"day": day.isoformat(), "issue_no": brief.issue_no},
    )
    events.announce(BriefSigned(brief_id=brief.pk, day=day))
    return brief
