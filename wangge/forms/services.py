"""Writes: upload a survey, publish it, retire it, store a filled-in sheet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from wangge.audit import services as audit
from wangge.forms import queries, registers, rules
from wangge.forms.compiler import Problem, compile_workbook
from wangge.forms.models import SUBJECTS, AnswerSheet, Form, FormVersion
from wangge.forms.permissions import FILL, PUBLISH, WRITE
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Conflict, Invalid


@dataclass
class Uploaded:
    """What became of a file: a draft version, or problems to mend in Excel."""

    version: FormVersion | None = None
    problems: list[Problem] = field(default_factory=list)
    unchanged: bool = False


def repeated(definition: Mapping[str, Any], about: str) -> list[Problem]:
    """Questions that ask for what a register already holds."""
    found = []
    for question in rules.walk(definition["fields"]):
        if question.get("register") or question["type"] in {"note", "group", "repeat", "calculate"}:
            continue
        held = registers.asked_again(question.get("label", ""), question["name"], about)
        if held is not None:
            found.append(
                Problem(
                    "题目",
                    0,
                    question.get("label") or question["name"],
                    f"{SUBJECTS[about]}库已有“{held.label}”,请删去此题,"
                    f"或在“登记字段”列填写 {held.key} 自动带出",
                )
            )
    unknown = {
        q["register"] for q in rules.walk(definition["fields"]) if q.get("register")
    } - registers.known().keys()
    found += [Problem("题目", 0, "登记字段", f"没有登记字段“{name}”") for name in sorted(unknown)]
    return found


def upload_survey(*, actor: Actor, content: bytes, file_name: str, about: str = "none") -> Uploaded:
    """Compile an Excel survey into a draft version of its form; the form is made when its code is new.

    The same content again is the same version. A file with problems changes nothing.
    """
    permissions.require(actor, WRITE)
    if about not in SUBJECTS:
        raise Invalid.field("about", "应为企业、人员、家庭、场所或无")
    compiled = compile_workbook(content, fallback_title=file_name.rsplit(".", 1)[0][:80] or "未命名表单")
    if compiled.definition is None:
        return Uploaded(problems=compiled.problems)
    problems = repeated(compiled.definition, about)
    if problems:
        return Uploaded(problems=problems)
    with transaction.atomic():
        return _stored(actor, compiled.definition, compiled.digest, file_name, about)


def _stored(actor: Actor, definition: dict[str, Any], digest: str, file_name: str, about: str) -> Uploaded:
    now = clock.now()
    form, _made = Form.objects.get_or_create(
        code=definition["form_id"][:40],
        defaults={
            "title": definition["title"][:80],
            "about": about,
            "agency_id": actor.agency_id,
            "created_at": now,
        },
    )
    Form.objects.select_for_update().get(pk=form.pk)
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
    """Give a draft to the phones; the version before it is replaced, sheets of it stay valid."""
    permissions.require(actor, PUBLISH)
    version = queries.version_for(actor, version_id)
    if version.status != "draft":
        raise Conflict("只有草稿可以发布", code="not_draft", data={"status": version.status})
    FormVersion.objects.filter(form_id=version.form_id, status="published").update(status="replaced")
    changed = FormVersion.objects.filter(pk=version.pk, status="draft").update(
        status="published", published_at=clock.now()
    )
    if changed != 1:
        raise Conflict("刚刚被他人处理过,请刷新后再试", code="race")
    Form.objects.filter(pk=version.form_id).update(title=version.definition["title"][:80])
    audit.record(actor, "forms.version.published", subject=f"forms.version:{version.pk}")
    version.refresh_from_db()
    return version


@dataclass(frozen=True)
class Sheet:
    """A sheet as the device sends it; ``captured_at`` is the device's time of saving."""

    client_id: UUID
    version_id: int
    answers: Mapping[str, Any]
    captured_at: datetime
    subject_kind: str = ""
    subject_id: int | None = None


def digest_of(sheet: Sheet) -> str:
    """What tells the same sheet from another one under the same id."""
    plain = [sheet.version_id, sheet.answers, sheet.subject_kind, sheet.subject_id]
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def submit_sheet(*, actor: Actor, sheet: Sheet) -> AnswerSheet:
    """Judge a sheet by its own version and store it once.

    Sending it again answers with what is stored; the same id with other content is a 409. Raises
    ``Invalid`` with the path of every wrong answer; nothing is stored then.
    """
    permissions.require(actor, FILL)
    version = queries.version_for(actor, sheet.version_id)
    if version.status == "draft":
        raise Conflict("表单尚未发布,不能填报", code="not_published")
    digest = digest_of(sheet)
    stored = queries.sheet_by_client_id(sheet.client_id)
    if stored is not None:
        return _same(stored, digest)
    judged = rules.judge(
        version.definition, sheet.answers, now=sheet.captured_at.astimezone(clock.CHINA).isoformat()[:19]
    )
    if judged.faults:
        fields = {fault.path: f"{fault.label}:{fault.message}" for fault in judged.faults}
        raise Invalid("填写有误:" + ";".join(fields.values()), data={"fields": fields})
    try:
        with transaction.atomic():
            return AnswerSheet.objects.create(
                client_id=sheet.client_id,
                version=version,
                subject_kind=sheet.subject_kind,
                subject_id=sheet.subject_id,
                answers=judged.answers,
                digest=digest,
                captured_at=sheet.captured_at,
                received_at=clock.now(),
                by=actor.key,
                by_label=actor.label,
            )
    except IntegrityError:
        again = queries.sheet_by_client_id(sheet.client_id)
        if again is None:
            raise
        return _same(again, digest)


def _same(stored: AnswerSheet, digest: str) -> AnswerSheet:
    if stored.digest != digest:
        raise Conflict("同一编号的填报内容不一致,请重新填写一份", code="id_reused")
    return stored


@transaction.atomic
def submit_sheets(*, actor: Actor, sheets: Sequence[Sheet]) -> list[AnswerSheet | BusinessError]:
    """Judge many sheets and store the good ones in one INSERT; answers in order, as ``submit_sheet`` would.

    A refused sheet is a ``BusinessError`` in its place and stores nothing; the others are stored.
    """
    permissions.require(actor, FILL)
    versions: dict[int, FormVersion | BusinessError] = {}
    for version_id in {sheet.version_id for sheet in sheets}:
        try:
            versions[version_id] = queries.version_for(actor, version_id)
        except BusinessError as absent:
            versions[version_id] = absent
    known = {row.client_id: row for row in queries.sheets_by_client_ids(s.client_id for s in sheets)}
    made: dict[UUID, AnswerSheet] = {}
    found: list[AnswerSheet | BusinessError] = []
    for sheet in sheets:
        try:
            stored = known.get(sheet.client_id) or made.get(sheet.client_id)
            if stored is not None:
                found.append(_same(stored, digest_of(sheet)))
                continue
            version = versions[sheet.version_id]
            if isinstance(version, BusinessError):
                raise version
            made[sheet.client_id] = _judged(actor, sheet, version)
            found.append(made[sheet.client_id])
        except BusinessError as refusal:
            found.append(refusal)
    AnswerSheet.objects.bulk_create(made.values())
    return found


def _judged(actor: Actor, sheet: Sheet, version: FormVersion) -> AnswerSheet:
    """An unsaved sheet; ``Invalid`` names every wrong answer."""
    if version.status == "draft":
        raise Conflict("表单尚未发布,不能填报", code="not_published")
    now = sheet.captured_at.astimezone(clock.CHINA).isoformat()[:19]
    judged = rules.judge(version.definition, sheet.answers, now=now)
    if judged.faults:
        fields = {fault.path: f"{fault.label}:{fault.message}" for fault in judged.faults}
        raise Invalid("填写有误:" + ";".join(fields.values()), data={"fields": fields})
    return AnswerSheet(
        client_id=sheet.client_id,
        version=version,
        subject_kind=sheet.subject_kind,
        subject_id=sheet.subject_id,
        answers=judged.answers,
        digest=digest_of(sheet),
        captured_at=sheet.captured_at,
        received_at=clock.now(),
        by=actor.key,
        by_label=actor.label,
    )


@transaction.atomic
def retire_form(*, actor: Actor, form_id: int) -> None:
    """Take a form off the phones; what was filled in stays."""
    permissions.require(actor, PUBLISH)
    form = queries.form_for(actor, form_id)
    Form.objects.filter(pk=form.pk).update(retired_at=clock.now())
    audit.record(actor, "forms.form.retired", subject=f"forms.form:{form.pk}")
