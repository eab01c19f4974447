"""Upload a survey, publish a version, retire a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from wangge.audit import services as audit
from wangge.forms import queries, registers, rules
from wangge.forms.compiler import compile_workbook
from wangge.forms.models import SUBJECTS, Form, FormVersion
from wangge.forms.permissions import PUBLISH, WRITE
from wangge.forms.reading import Problem
from wangge.kit import clock, feeds, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid

FEED = "forms.version"


@dataclass
class Uploaded:
    """What became of a file: a draft version, or problems to mend in Excel."""

    version: FormVersion | None = None
    problems: list[Problem] = field(default_factory=list)
    unchanged: bool = False


def repeated(
    definition: Mapping[str, Any], about: str, rows: Mapping[str, int] | None = None
) -> list[Problem]:
    """Questions that ask for what a register already holds; ``rows`` gives the Excel row of each."""
    rows, found = rows or {}, []
    for question in rules.walk(definition["fields"]):
        if question.get("register") or question["type"] in {"note", "group", "repeat", "calculate"}:
            continue
        held = registers.asked_again(question.get("label", ""), question["name"], about)
        if held is not None:
            message = (
                f"{SUBJECTS[about]}库已有“{held.label}”,请删去此题,或在“登记字段”列填写 {held.key} 自动带出"
            )
            found.append(Problem("题目", rows.get(question["name"], 0), "题目", message))
    known = registers.known()
    for question in rules.walk(definition["fields"]):
        key = question.get("register")
        row = rows.get(question["name"], 0)
        if key and key not in known:
            found.append(Problem("题目", row, "登记字段", f"没有登记字段“{key}”"))
        elif key and about != "none" and not key.startswith(f"{about}."):
            message = f"“{key}”不是{SUBJECTS[about]}库的字段,带不出来"
            found.append(Problem("题目", row, "登记字段", message))
    return found


def check_survey(*, actor: Actor, content: bytes, file_name: str, about: str = "none") -> Any:
    """Compile a file and look for questions that a register answers; nothing is stored."""
    permissions.require(actor, WRITE)
    if about not in SUBJECTS:
        raise Invalid.field("about", "应为企业、人员、家庭、场所或无")
    title = file_name.rsplit(".", 1)[0][:80] or "未命名表单"
    compiled = compile_workbook(content, fallback_title=title, area_lists=queries.area_lists())
    if compiled.definition is not None:
        compiled.problems = repeated(compiled.definition, about, compiled.rows)
    return compiled


def upload_survey(*, actor: Actor, content: bytes, file_name: str, about: str = "none") -> Uploaded:
    """Compile an Excel survey into a draft version of its form; the form is made when its code is new.

    The same content again is the same version. A file with problems changes nothing.
    """
    compiled = check_survey(actor=actor, content=content, file_name=file_name, about=about)
    if compiled.definition is None or compiled.problems:
        return Uploaded(problems=compiled.problems)
    with transaction.atomic():
        return _stored(actor, compiled.definition, compiled.digest, file_name, about)


def _stored(actor: Actor, definition: dict[str, Any], digest: str, file_name: str, about: str) -> Uploaded:
    now = clock.now()
    form, made = Form.objects.get_or_create(
        code=definition["form_id"][:40],
        defaults={
            "title": definition["title"][:80],
            "about": about,
            "agency_id": actor.agency_id,
            "created_at": now,
        },
    )
    form = Form.objects.select_for_update().get(pk=form.pk)
    if form.retired_at is not None:
        raise Conflict(f"编号为“{form.code}”的表单已停用,请换一个表单编号", code="form_retired")
    if not made and form.about != about:
        raise Conflict(
            f"编号为“{form.code}”的表单登记的对象是“{SUBJECTS[form.about]}”,请核对或换一个表单编号",
            code="other_subject",
        )
    same = FormVersion.objects.filter(form=form, digest=digest).first()
    if same is not None:
        return Uploaded(version=same, unchanged=True)
    last = FormVersion.objects.filter(form=form).aggregate(last=Max("number"))["last"] or 0
    version = FormVersion.objects.create(
        form=form,
        number=last + 1,
        definition=definition,
        digest=digest,
        file_name=file_name[:120],
        created_at=now,
        created_by=actor.key,
    )
    audit.record(actor, "forms.version.uploaded", subject=f"forms.version:{version.pk}")
    return Uploaded(version=version)


@transaction.atomic
def publish_version(*, actor: Actor, version_id: int) -> FormVersion:
    """Give a draft, or once more an earlier version, to the phones; the one before it is replaced.

    Sheets of replaced versions stay valid, and sheets that phones still hold are accepted.
    """
    permissions.require(actor, PUBLISH)
    version = queries.version_for(actor, version_id)
    queries.form_for(actor, version.form_id)
    Form.objects.select_for_update().get(pk=version.form_id)
    if version.status == "published":
        raise Conflict("这一版已经发布", code="not_draft", data={"status": version.status})
    before = FormVersion.objects.filter(form_id=version.form_id, status="published")
    replaced = list(before.values_list("pk", flat=True))
    before.update(status="replaced")
    changed = FormVersion.objects.filter(pk=version.pk, status=version.status).update(
        status="published", published_at=clock.now()
    )
    if changed != 1:
        raise Conflict("刚刚被他人处理过,请刷新后再试", code="race")
    Form.objects.filter(pk=version.form_id).update(title=version.definition["title"][:80])
    audit.record(actor, "forms.version.published", subject=f"forms.version:{version.pk}")
    feeds.changed(FEED, version.pk, *replaced)
    version.refresh_from_db()
    return version


@transaction.atomic
def retire_form(*, actor: Actor, form_id: int) -> None:
    """Take a form off the phones; what was filled in stays, what phones still hold is accepted."""
    permissions.require(actor, PUBLISH)
    form = queries.form_for(actor, form_id)
    Form.objects.filter(pk=form.pk).update(retired_at=clock.now())
    out = list(FormVersion.objects.filter(form=form).values_list("pk", flat=True))
    audit.record(actor, "forms.form.retired", subject=f"forms.form:{form.pk}")
    feeds.changed(FEED, *out)


@transaction.atomic
def keep_on_phones(*, version_id: int, until: date) -> None:
    """A business pins cases to a version: phones keep it until that day, replaced or not.

    Called by contexts above when a case with a deadline names a version; a later day wins.
    """
    row = FormVersion.objects.select_for_update().filter(pk=version_id).first()
    if row is None or (row.needed_until is not None and row.needed_until >= until):
        return
    FormVersion.objects.filter(pk=version_id).update(needed_until=until)
    feeds.changed(FEED, version_id)
