"""Take filled-in sheets away as an Excel file: masked, limited, recorded."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from wangge.audit import services as audit
from wangge.forms import queries
from wangge.forms.models import AnswerSheet, FormVersion
from wangge.forms.permissions import EXPORT
from wangge.forms.queries import SheetFilter
from wangge.forms.queries.sheets import narrowed
from wangge.forms.rules import Definition
from wangge.forms.typed import FILES
from wangge.forms.xlsx import Column, write_workbook
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import BusinessError

MOST_ROWS = 20_000
CHUNK = 500
FIXED = ("编号", "填报人", "填报时间", "接收时间", "镇(街道)", "村(社区)", "网格", "对象")


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One column: the question and the names that lead to it."""

    question: Definition
    way: tuple[str, ...]
    heading: str


def export_sheets(*, actor: Actor, version_id: int, wanted: SheetFilter | None = None) -> IO[bytes]:
    """An XLSX of the sheets of a version in scope, at most 20,000, personal answers masked.

    Each repeat has a sheet of its own whose rows name the number of their answer sheet. The file is a
    temporary one that vanishes when it is closed. Raises 413 ``too_many_rows`` over the limit.
    """
    permissions.require(actor, EXPORT)
    version = queries.version_for(actor, version_id)
    rows = narrowed(queries.sheets_visible_to(actor).filter(version=version), wanted or SheetFilter(), actor)
    ids = list(rows.order_by("-received_at", "-id").values_list("pk", flat=True)[: MOST_ROWS + 1])
    if len(ids) > MOST_ROWS:
        raise BusinessError(
            f"超过 {MOST_ROWS:,} 份,请按日期分几次导出",
            code="too_many_rows",
            status=413,
            data={"limit": MOST_ROWS},
        )
    out: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  the caller closes it
    write_workbook(out, _tables(actor, version, ids))
    audit.record(
        actor, "forms.sheet.exported", subject=f"forms.version:{version.pk}", data={"count": len(ids)}
    )
    out.seek(0)
    return out


def _read(ids: list[int]) -> Iterator[list[AnswerSheet]]:
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        rows = AnswerSheet.objects.filter(pk__in=part).select_related("town", "village", "grid")
        found = {row.pk: row for row in rows.defer("sealed")}
        yield [found[pk] for pk in part if pk in found]


def _tables(
    actor: Actor, version: FormVersion, ids: list[int]
) -> Iterator[tuple[str, list[str], Iterable[list[Column]]]]:
    definition = version.definition
    leaves = list(_leaves(definition["fields"]))
    yield (
        "填报",
        [*FIXED, *(leaf.heading for leaf in leaves)],
        (line for part in _read(ids) for line in _lines(actor, definition, leaves, part)),
    )
    for repeat in [leaf for leaf in leaves if leaf.question["type"] == "repeat"]:
        inner = list(_leaves(repeat.question["fields"]))
        yield (
            repeat.heading,
            ["填报编号", "序号", *(leaf.heading for leaf in inner)],
            (line for part in _read(ids) for line in _inner(actor, definition, repeat, inner, part)),
        )


def _leaves(fields: Iterable[Definition], way: tuple[str, ...] = (), above: str = "") -> Iterator[_Leaf]:
    for question in fields:
        label = question.get("label") or question["name"]
        if question["type"] == "group":
            yield from _leaves(question["fields"], (*way, question["name"]), f"{label} / ")
        elif question["type"] != "note":
            yield _Leaf(question, (*way, question["name"]), above + label)


def _at(answers: Mapping[str, Any], way: tuple[str, ...]) -> Any:
    found: Any = answers
    for name in way:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _titles(actor: Actor, leaves: list[_Leaf], rows: list[Mapping[str, Any]]) -> dict[str, dict[int, str]]:
    wanted: dict[str, set[int]] = {}
    for leaf in leaves:
        if leaf.question["type"] == "lookup":
            ids = {int(v) for row in rows if (v := _at(row, leaf.way)) is not None}
            wanted.setdefault(leaf.question["kind"], set()).update(ids)
    return {kind: queries.lookup_titles(actor, kind, ids) for kind, ids in wanted.items()}


def _lines(
    actor: Actor, definition: Definition, leaves: list[_Leaf], part: list[AnswerSheet]
) -> Iterator[list[Column]]:
    titles = _titles(actor, leaves, [row.answers for row in part])
    about: dict[str, dict[int, str]] = {}
    for kind in {row.subject_kind for row in part} - {""}:
        ids = [row.subject_id for row in part if row.subject_kind == kind and row.subject_id]
        about[kind] = queries.lookup_titles(actor, kind, ids)
    for row in part:
        yield [
            row.pk,
            row.by_label,
            _local(row.captured_at),
            _local(row.received_at),
            row.town.name if row.town else "",
            row.village.name if row.village else "",
            row.grid.name if row.grid else "",
            about.get(row.subject_kind, {}).get(row.subject_id or 0, ""),
            *(_shown(definition, leaf.question, _at(row.answers, leaf.way), titles) for leaf in leaves),
        ]


def _inner(
    actor: Actor, definition: Definition, repeat: _Leaf, leaves: list[_Leaf], part: list[AnswerSheet]
) -> Iterator[list[Column]]:
    rows = [(s.pk, n, r) for s in part for n, r in enumerate(_at(s.answers, repeat.way) or [], start=1)]
    titles = _titles(actor, leaves, [row for _pk, _n, row in rows])
    for pk, number, row in rows:
        yield [
            pk,
            number,
            *(_shown(definition, leaf.question, _at(row, leaf.way), titles) for leaf in leaves),
        ]


def _local(moment: Any) -> str:
    return moment.astimezone(clock.CHINA).strftime("%Y-%m-%d %H:%M:%S")  # type: ignore[no-any-return]


def _shown(
    definition: Definition, question: Definition, value: Any, titles: dict[str, dict[int, str]]
) -> Column:
    """An answer as a cell: labels instead of codes, counts instead of files and rows."""
    if value is None:
        return ""
    if question["type"] == "repeat":
        return len(value)
    if question["type"] == "lookup":
        return titles.get(question["kind"], {}).get(value, f"({value})")
    if question["type"] == "location":
        return f"{value['lon']},{value['lat']}"
    if question["type"] in FILES:
        return "有"
    if "list" in question:
        labels = {c["code"]: c["label"] for c in definition["choices"].get(question["list"], ())}
        codes = value if isinstance(value, list) else [value]
        return "、".join(str(labels.get(code, code)) for code in codes)
    if isinstance(value, bool):
        return "是" if value else "否"
    return value if isinstance(value, int | float) else str(value)
