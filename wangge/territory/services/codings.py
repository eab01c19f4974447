"""Import of foreign codings: their codes become dated aliases of our own areas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from wangge.kit import ids, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Invalid
from wangge.territory.models import Area, AreaAlias
from wangge.territory.permissions import IMPORT
from wangge.territory.rules import CodeRow, bare_name, code_fault, trimmed
from wangge.territory.services.tree import BATCH, NewArea, add_rows, area_row, respelled, touch

KIND_OF_LENGTH = {6: "district", 9: "town", 12: "village"}


@dataclass
class CodeReport:
    """What became of a pack: ``rows_in == stored + len(refused)``, always; refused: (line, code, name, why).

    ``stored`` includes ``already``, the rows an earlier run had stored. ``swapped`` names codes that
    mean another area in another coding or edition, and that area has another code here; ``doubtful``
    the same where that area is missing here: perhaps renamed, a person must say. Both are kept apart,
    never merged. ``renamed`` are areas another coding calls differently under the same code,
    ``unmatched`` rows whose area no other coding knows: they became areas of their own.
    """

    rows_in: int = 0
    stored: int = 0
    already: int = 0
    refused: list[tuple[int, str, str, str]] = field(default_factory=list)
    swapped: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)


@transaction.atomic
def import_codes(*, actor: Actor, rows: Iterable[CodeRow], source: str, edition: str) -> CodeReport:
    """Load the county, town and village rows of one coding as aliases of our own areas.

    An area is found by its parent and its name, never by its code alone: two codings give one code
    to two towns. What is new becomes an area. Importing again changes nothing. Memory: the pack.
    """
    permissions.require(actor, IMPORT)
    for label, text in (("source", source), ("edition", edition)):
        if not 1 <= len(text) <= 20:
            raise Invalid.field(label, "来源和版本应为 1 到 20 个字符")
    report = CodeReport()
    book = _Book(source, edition, report)
    sound = _sound(rows, report)
    for length in sorted(KIND_OF_LENGTH):
        book.read([(code, row) for code, row in sound if len(code) == length], KIND_OF_LENGTH[length])
    book.compare()
    report.refused.sort()
    touch()
    return report


def _sound(rows: Iterable[CodeRow], report: CodeReport) -> list[tuple[str, CodeRow]]:
    """The rows that can be stored, with their shortest code; a code that a pack gives twice is refused."""
    sound: list[tuple[str, CodeRow]] = []
    first: dict[str, str] = {}
    for raw in rows:
        row = CodeRow(raw.code.strip(), raw.name.strip(), raw.line, raw.pinyin)
        report.rows_in += 1
        fault = code_fault(row.code, row.name)
        code = trimmed(row.code)
        if fault is None and code in first:
            fault = f"同一代码 {code} 在本文件中已是“{first[code]}”"
        if fault is None:
            first[code] = row.name
            sound.append((code, row))
        else:
            report.refused.append((raw.line, raw.code, raw.name, fault))
    return sound


class _Book:
    """What is known while a pack is read: the codes of this edition and of others, areas by name."""

    def __init__(self, source: str, edition: str, report: CodeReport) -> None:
        self.source, self.edition, self.report = source, edition, report
        self.own: dict[str, tuple[str, int]] = {}
        self.others: dict[str, list[tuple[str, str, int]]] = {}
        self.fresh: list[tuple[str, str, int]] = []
        for row in AreaAlias.objects.order_by("pk"):
            if (row.source, row.edition) == (source, edition):
                self.own[row.code] = (row.name, row.area_id)
            else:
                label = f"{row.source} {row.edition}"
                self.others.setdefault(row.code, []).append((label, row.name, row.area_id))
        self.areas: dict[int, Area] = {}
        self.named: dict[tuple[int | None, str], Area] = {}
        living = Area.objects.filter(valid_to__isnull=True).exclude(kind="grid")
        for area in living.defer("boundary"):
            self.know(area)

    def know(self, area: Area) -> None:
        """Remember an area by id and by (parent, name); two counties of one name stay apart by code."""
        self.areas[area.pk] = area
        self.named[(area.parent_id, area.key if area.kind == "district" else area.name)] = area

    def read(self, rows: list[tuple[str, CodeRow]], kind: str) -> None:
        """Store the rows of one level; the level above is there already."""
        fresh: list[tuple[str, CodeRow, NewArea, Area | None]] = []
        found: list[tuple[str, CodeRow, Area]] = []
        for code, row in rows:
            if code in self.own:
                self.again(code, row)
                continue
            parent = self.parent(code)
            if kind != "district" and parent is None:
                why = f"上级区划 {code[:-3]} 不在本版本中,请先导入上级数据"
                self.report.refused.append((row.line, row.code, row.name, why))
                continue
            area = self.match(code, row, parent)
            if area is not None:
                found.append((code, row, area))
            else:
                key = code if kind == "district" else str(ids.uuid7())
                fresh.append((code, row, NewArea(kind, row.name, key, pinyin=row.pinyin), parent))
        found += self.grown(fresh)
        self.store(found)

    def again(self, code: str, row: CodeRow) -> None:
        """A code this edition knows: the same name is an old acquaintance, another is a contradiction."""
        name, _area_id = self.own[code]
        if name == row.name:
            self.report.stored += 1
            self.report.already += 1
        else:
            why = f"同一代码 {code} 在本版本中已是“{name}”"
            self.report.refused.append((row.line, row.code, row.name, why))

    def parent(self, code: str) -> Area | None:
        """The area above a code: as this edition names it, or the county of that code."""
        if len(code) == 6:
            return None
        above = code[:-3]
        if above in self.own:
            return self.areas.get(self.own[above][1])
        return self.county(above) if len(above) == 6 else None

    def county(self, code: str) -> Area:
        """The county of a code; a pack of towns alone gets a county that is named by its code for now."""
        known = self.match(code, CodeRow(code, "", 0), None)
        if known is None:
            known = add_rows([area_row(NewArea("district", code, code), None)])[0]
            self.know(known)
        return known

    def match(self, code: str, row: CodeRow, parent: Area | None) -> Area | None:
        """The area a row means. A county is its code (GB/T 2260, one standard for all codings). Below:
        same parent and name, or the same bare name under the same code elsewhere (a town that became
        a street)."""
        known = [self.areas[i] for _l, _n, i in self.others.get(code, ()) if i in self.areas]
        if len(code) == 6 or parent is None:
            return self.named.get((None, code)) or next(iter(known), None)
        exact = self.named.get((parent.pk, row.name))
        if exact is not None:
            return exact
        bare = bare_name(row.name)
        alike = (a for a in known if a.parent_id == parent.pk and bare_name(a.name) == bare)
        return next(alike, None)

    def grown(
        self, fresh: list[tuple[str, CodeRow, NewArea, Area | None]]
    ) -> list[tuple[str, CodeRow, Area]]:
        """Make areas of the new ones; a name that stands twice under one parent is one area."""
        rows: dict[tuple[int | None, str], Area] = {}
        for code, _row, new, parent in fresh:
            place = (parent.pk if parent else None, code if new.kind == "district" else new.name)
            rows.setdefault(place, area_row(new, parent))
        for area in add_rows(list(rows.values())):
            self.know(area)
        if self.others and fresh:
            self.report.unmatched += [f"{code} {row.name}" for code, row, _new, _parent in fresh]
        return [
            (code, row, rows[(p.pk if p else None, code if new.kind == "district" else new.name)])
            for code, row, new, p in fresh
        ]

    def store(self, found: list[tuple[str, CodeRow, Area]]) -> None:
        """Write the aliases of one level."""
        for code, row, area in found:
            self.report.stored += 1
            self.own[code] = (row.name, area.pk)
            self.spell(area, row)
            self.fresh.append((code, row.name, area.pk))
        AreaAlias.objects.bulk_create(
            [
                AreaAlias(area=area, source=self.source, edition=self.edition, code=code, name=row.name)
                for code, row, area in found
            ],
            batch_size=BATCH,
        )

    def compare(self) -> None:
        """Tell what other codings say under the codes that were stored just now."""
        here = {area_id for _name, area_id in self.own.values()}
        for code, name, area_id in self.fresh:
            for label, other_name, other_id in self.others.get(code, ()):
                line = f"{code}:本版本为“{name}”,{label} 为“{other_name}”"
                if other_id != area_id:
                    (self.report.swapped if other_id in here else self.report.doubtful).append(line)
                elif other_name != name:
                    self.report.renamed.append(line)

    def spell(self, area: Area, row: CodeRow) -> None:
        """Give a county its name once it is known, and take the pack's pinyin where ours differs."""
        if area.name == area.key and area.kind == "district" and row.name != area.name:
            area.name, area.short_name = row.name, bare_name(row.name)[:30]
            area.pinyin, area.initials = respelled(row.name, row.pinyin)
        elif row.pinyin and area.name == row.name and respelled(row.name, row.pinyin)[0] != area.pinyin:
            area.pinyin, area.initials = respelled(row.name, row.pinyin)
        else:
            return
        Area.objects.filter(pk=area.pk).update(
            name=area.name, short_name=area.short_name, pinyin=area.pinyin, initials=area.initials
        )
