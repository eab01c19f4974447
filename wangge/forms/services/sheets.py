"""Store filled-in sheets: judged again, personal answers sealed, each exactly once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from wangge.audit import services as audit
from wangge.files import services as files
from wangge.forms import queries, rules, secrecy
from wangge.forms.models import AnswerSheet, FormVersion
from wangge.forms.permissions import FILL
from wangge.forms.registers import Held
from wangge.forms.typed import FILES
from wangge.kit import clock, feeds, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError, Conflict, Forbidden, Gone, Invalid, NotFound
from wangge.kit.retention import CLASSES
from wangge.territory import queries as territory

FEED = "forms.sheet"
Areas = tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class Sheet:
    """A sheet as the device sends it; ``captured_at`` is the device's time of saving."""

    client_id: UUID
    version_id: int
    answers: Mapping[str, Any]
    captured_at: datetime
    subject_kind: str = ""
    subject_id: int | None = None


@dataclass(frozen=True, slots=True)
class Revealed:
    """One personal answer, shown with a purpose."""

    path: str
    value: Any


@dataclass
class _Batch:
    """What many sheets need, read once."""

    actor: Actor
    versions: dict[int, FormVersion]
    known: dict[UUID, AnswerSheet]
    subjects: dict[str, dict[int, Held] | None] = field(default_factory=dict)
    home: Areas = (None, None, None)
    looked_up: dict[tuple[str, int], bool] = field(default_factory=dict)


def digest_of(sheet: Sheet) -> str:
    """What tells the same sheet from another one under the same id."""
    return secrecy.fingerprint([sheet.version_id, sheet.answers, sheet.subject_kind, sheet.subject_id])


def submit_sheet(*, actor: Actor, sheet: Sheet) -> AnswerSheet:
    """Judge a sheet by its own version and store it once.

    Sending it again answers with what is stored; the same id with other content is a 409. Raises
    ``Invalid`` with the path of every wrong answer; nothing is stored then.
    """
    made = submit_sheets(actor=actor, sheets=[sheet])[0]
    if isinstance(made, BusinessError):
        raise made
    return made


@transaction.atomic
def submit_sheets(*, actor: Actor, sheets: Sequence[Sheet]) -> list[AnswerSheet | BusinessError]:
    """Judge many sheets and store the good ones in one INSERT; answers in order, as ``submit_sheet`` would.

    A refused sheet is a ``BusinessError`` in its place and stores nothing; the others are stored.
    """
    permissions.require(actor, FILL)
    batch = _prepared(actor, sheets)
    made: dict[UUID, AnswerSheet] = {}
    found: list[AnswerSheet | BusinessError] = []
    for sheet in sheets:
        stored = batch.known.get(sheet.client_id) or made.get(sheet.client_id)
        try:
            if stored is None:
                made[sheet.client_id] = stored = _judged(batch, sheet)
            found.append(_same(stored, digest_of(sheet)))
        except BusinessError as refusal:
            found.append(refusal)
    if not made:
        return found
    AnswerSheet.objects.bulk_create(made.values(), ignore_conflicts=True)
    stored_now = {row.client_id: row for row in queries.sheets_by_client_ids(made)}
    _claim_files(actor, batch, stored_now.values())
    if actor.post_id is not None:
        feeds.changed(FEED, *(row.pk for row in stored_now.values()), post_ids=[actor.post_id])
    return [
        _now(row, stored_now) if isinstance(row, AnswerSheet) and row.pk is None else row for row in found
    ]


def _now(unsaved: AnswerSheet, stored: Mapping[UUID, AnswerSheet]) -> AnswerSheet | BusinessError:
    """The row as it is stored: somebody may have been faster with the same id."""
    row = stored.get(unsaved.client_id)
    if row is None:  # the wall hides it: the id is another post's
        return Conflict("同一编号的填报内容不一致,请重新填写一份", code="id_reused")
    try:
        return _same(row, unsaved.digest)
    except Conflict as refusal:
        return refusal


def _same(stored: AnswerSheet, digest: str) -> AnswerSheet:
    if stored.digest != digest:
        raise Conflict("同一编号的填报内容不一致,请重新填写一份", code="id_reused")
    return stored


def _prepared(actor: Actor, sheets: Sequence[Sheet]) -> _Batch:
    known = {row.client_id: row for row in queries.sheets_by_client_ids(s.client_id for s in sheets)}
    batch = _Batch(actor, queries.versions_for(s.version_id for s in sheets), known)
    subjects: dict[str, set[int]] = defaultdict(set)
    for sheet in sheets:
        if sheet.subject_kind and sheet.subject_id is not None and sheet.client_id not in known:
            subjects[sheet.subject_kind].add(sheet.subject_id)
    for kind, ids in subjects.items():
        batch.subjects[kind] = queries.subjects_of(actor, kind, ids)
    if actor.area_id is not None:
        line = territory.lineage(actor.area_id)
        batch.home = (line.town_id, line.village_id, line.grid_id)
    return batch


def _judged(batch: _Batch, sheet: Sheet) -> AnswerSheet:
    """An unsaved sheet; ``Invalid`` names every wrong answer."""
    version = batch.versions.get(sheet.version_id)
    if version is None:
        raise NotFound
    if version.status == "draft":
        raise Conflict("表单尚未发布,不能填报", code="not_published")
    held = _subject(batch, sheet)
    judged = rules.judge(
        version.definition,
        sheet.answers,
        now=sheet.captured_at.astimezone(clock.CHINA).isoformat()[:19],
        register=held.values if held else {},
    )
    faults = {f.path: f"{f.label}:{f.message}" for f in judged.faults}
    faults |= _out_of_sight(batch, version.definition["fields"], judged.answers)
    if faults:
        raise Invalid("填写有误:" + ";".join(faults.values()), data={"fields": faults})
    shown, secret = secrecy.taken_out(version.definition["fields"], judged.answers, judged.held)
    town, village, grid = held.areas if held and held.areas[0] else batch.home
    return AnswerSheet(
        client_id=sheet.client_id,
        version=version,
        subject_kind=sheet.subject_kind,
        subject_id=sheet.subject_id,
        answers=shown,
        sealed=secrecy.sealed(secret),
        digest=digest_of(sheet),
        captured_at=sheet.captured_at,
        received_at=clock.now(),
        by=batch.actor.key,
        by_label=batch.actor.label[:80],
        post_id=batch.actor.post_id,
        agency_id=batch.actor.agency_id,
        town_id=town,
        village_id=village,
        grid_id=grid,
    )


def _subject(batch: _Batch, sheet: Sheet) -> Held | None:
    """What the register holds of the sheet's subject; out of sight is not found."""
    if not sheet.subject_kind or sheet.subject_id is None:
        return None
    found = batch.subjects.get(sheet.subject_kind)
    if found is None:
        return None
    if sheet.subject_id not in found:
        raise NotFound("填报对象没有找到,或不在您的权限范围内")
    return found[sheet.subject_id]


def _values(
    fields: Sequence[rules.Definition], answers: Mapping[str, Any], kinds: set[str], path: str = ""
) -> Iterable[tuple[str, rules.Definition, Any]]:
    """Every answer to a question of these types with its path."""
    for question in fields:
        value = answers.get(question["name"])
        here = f"{path}{question['name']}"
        if value is None:
            continue
        if question["type"] == "group":
            yield from _values(question["fields"], value, kinds, f"{here}.")
        elif question["type"] == "repeat":
            for index, row in enumerate(value, start=1):
                yield from _values(question["fields"], row, kinds, f"{here}[{index}].")
        elif question["type"] in kinds:
            yield here, question, value


def _out_of_sight(
    batch: _Batch, fields: Sequence[rules.Definition], answers: Mapping[str, Any]
) -> dict[str, str]:
    """Look-ups must choose what this actor may see."""
    chosen = list(_values(fields, answers, {"lookup"}))
    new: dict[str, set[int]] = defaultdict(set)
    for _path, question, value in chosen:
        if (question["kind"], value) not in batch.looked_up and isinstance(value, int):
            new[question["kind"]].add(value)
    for kind, ids in new.items():
        seen = queries.lookup_titles(batch.actor, kind, ids)
        batch.looked_up.update({(kind, pk): pk in seen for pk in ids})
    return {
        path: f"{rules.shown(question['label'])}:没有找到,或不在您的权限范围内,请重新选择"
        for path, question, value in chosen
        if not batch.looked_up.get((question["kind"], value), False)
    }


def _claim_files(actor: Actor, batch: _Batch, rows: Iterable[AnswerSheet]) -> None:
    """Photos, recordings and signatures belong to the sheet, whether they have arrived or not."""
    for row in rows:
        fields = batch.versions[row.version_id].definition["fields"]
        ids = [UUID(str(value)) for _p, _q, value in _values(fields, row.answers, FILES)]
        if ids:
            files.claim(actor=actor, client_ids=ids, subject_kind=queries.KIND, subject_id=row.pk)


@transaction.atomic
def reveal_answer(*, actor: Actor, sheet_id: int, path: str, purpose: str) -> Revealed:
    """Show one personal answer in full: purpose and audit line first, then the value."""
    row = queries.sheet_for(actor, sheet_id)
    if not actor.may("forms.sheet.read") and row.post_id != actor.post_id:
        raise Forbidden
    audit.reveal(actor, subject=f"{queries.KIND}:{row.pk}", field=path[:80], purpose=purpose)
    secret = secrecy.opened(row.sealed)
    if path not in secret:
        raise Gone("此项没有敏感内容,或已按期清除")
    return Revealed(path, secret[path])


def erase_personal() -> int:
    """Forget personal answers whose time is over; the masks stay. Idempotent; returns sheets changed."""
    before = clock.now() - timedelta(days=CLASSES[AnswerSheet.retention["*"]].days)
    due = AnswerSheet.objects.filter(received_at__lt=before).exclude(sealed=b"")
    return due.update(sealed=b"")
