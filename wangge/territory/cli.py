"""Commands: load codings, boundaries and places from files. The database must be running."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from wangge.kit.actor import system
from wangge.kit.errors import BusinessError

IMPORTER = system("import-areas")
CODE_COLUMNS = ("code", "id", "区划代码", "代码", "统计用区划代码")
NAME_COLUMNS = ("ext_name", "name", "名称", "区划名称")
SHOWN = 20


def read_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """(line, row) of a CSV file in UTF-8 or GB 18030; the first line names the columns."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    reader = csv.DictReader(text.splitlines())
    return [(reader.line_num, {k: v or "" for k, v in row.items() if k}) for row in reader]


def column(rows: Sequence[tuple[int, dict[str, str]]], names: Sequence[str]) -> str:
    """The first of these columns that the file has; ``BusinessError`` when it has none."""
    have = rows[0][1] if rows else {}
    for name in names:
        if name in have:
            return name
    raise BusinessError(f"文件中没有这些列:{'、'.join(names)}", code="no_column")


def read_codes(path: Path) -> list[Any]:
    """The rows of a pack of division codes, whichever of the known headings it has."""
    from wangge.territory.rules import CodeRow

    rows = read_rows(path)
    code, name = column(rows, CODE_COLUMNS), column(rows, NAME_COLUMNS)
    return [CodeRow(row[code], row[name], line, row.get("pinyin", "")) for line, row in rows]


def read_places(path: Path) -> list[Any]:
    """The rows of a list of places: name, kind, lon, lat and perhaps address."""
    from wangge.territory.services import PlaceRow

    rows = read_rows(path)
    keys = [
        column(rows, pair) for pair in (("name", "名称"), ("kind", "类别"), ("lon", "经度"), ("lat", "纬度"))
    ]
    address = next((a for a in ("address", "地址") if rows and a in rows[0][1]), "")
    return [
        PlaceRow(r[keys[0]], r[keys[1]], _degrees(r[keys[2]]), _degrees(r[keys[3]]), r.get(address, ""), line)
        for line, r in rows
    ]


def _degrees(text: str) -> float:
    """A number, or not-a-number, which lies in no grid and is refused as such."""
    try:
        return float(text)
    except ValueError:
        return float("nan")


def import_areas(arguments: list[str]) -> int:
    """Load a coding: import-areas FILE --source nbs --edition 2021 [--serve 320612]."""
    parser = argparse.ArgumentParser(prog="wangge import-areas")
    parser.add_argument("file", type=Path)
    parser.add_argument("--source", required=True, help="nbs, mca, …")
    parser.add_argument("--edition", required=True, help="2021, 2022-10, …")
    parser.add_argument("--serve", default="", help="6-digit code of the district this house works for")
    parser.add_argument("--refused", type=Path, help="write refused rows with their reasons to this CSV")
    options = parser.parse_args(arguments)
    return _guarded(lambda: _import_areas(options))


def _import_areas(options: argparse.Namespace) -> None:
    from wangge.territory import queries, services

    report = services.import_codes(
        actor=IMPORTER, rows=read_codes(options.file), source=options.source, edition=options.edition
    )
    _tell(f"读入 {report.rows_in} 行,保存 {report.stored} 行(其中已有 {report.already} 行)")
    _tell(f"拒收 {len(report.refused)} 行")
    _list("代码相同而所指不同(分别保存,未合并)", report.swapped)
    _list("代码相同而名称不同,原区划不在本版本中(分别保存,可能更名,请人工核对)", report.doubtful)
    _list("同一区划名称不同", report.renamed)
    _list("其他编码中没有(新建区划)", report.unmatched)
    _refusals(options.refused, report.refused)
    if options.serve:
        found = [a for a in queries.areas("district") if options.serve == a.key]
        if not found:
            raise BusinessError(f"没有代码为 {options.serve} 的县(市、区)", code="no_district")
        _tell(f"服务区划:{services.serve_district(actor=IMPORTER, area_id=found[0].id).name}")


def import_boundaries(arguments: list[str]) -> int:
    """Load boundaries: import-boundaries FILE.geojson --datum gcj02|wgs84."""
    parser = argparse.ArgumentParser(prog="wangge import-boundaries")
    parser.add_argument("file", type=Path)
    parser.add_argument("--datum", required=True, choices=("wgs84", "gcj02"))
    options = parser.parse_args(arguments)
    return _guarded(lambda: _import_boundaries(options))


def _import_boundaries(options: argparse.Namespace) -> None:
    from wangge.territory import services

    collection = json.loads(options.file.read_text(encoding="utf-8-sig"))
    report = services.import_boundaries(actor=IMPORTER, collection=collection, datum=options.datum)
    _tell(f"读入 {report.rows_in} 个边界,保存 {report.stored} 个,拒收 {len(report.refused)} 个")
    _refusals(None, report.refused)


def import_places(arguments: list[str]) -> int:
    """Load places: import-places FILE.csv --datum gcj02|wgs84 (name, kind, lon, lat, address)."""
    parser = argparse.ArgumentParser(prog="wangge import-places")
    parser.add_argument("file", type=Path)
    parser.add_argument("--datum", required=True, choices=("wgs84", "gcj02"))
    parser.add_argument("--refused", type=Path, help="write refused rows with their reasons to this CSV")
    options = parser.parse_args(arguments)
    return _guarded(lambda: _import_places(options))


def _import_places(options: argparse.Namespace) -> None:
    from wangge.territory import services

    rows = read_places(options.file)
    report = services.import_places(actor=IMPORTER, rows=rows, datum=options.datum)
    _tell(f"读入 {report.rows_in} 行,保存 {report.stored} 行(其中已有 {report.already} 行)")
    _tell(f"拒收 {len(report.refused)} 行")
    _refusals(options.refused, report.refused)


def _guarded(work: Callable[[], None]) -> int:
    """Run with Django ready; a refusal or an unreachable database is one line and exit status 1."""
    import django

    django.setup()
    from django.db import OperationalError

    try:
        work()
    except BusinessError as refusal:
        sys.stderr.write(f"{refusal.message}\n")
        return 1
    except (OSError, ValueError) as fault:
        sys.stderr.write(f"文件无法读取:{fault}\n")
        return 1
    except OperationalError:
        sys.stderr.write("数据库没有运行,请先执行 wangge serve 或 wangge migrate\n")
        return 1
    return 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _list(title: str, lines: Sequence[str]) -> None:
    if lines:
        _tell(f"{title}:{len(lines)}")
        for line in lines[:SHOWN]:
            _tell(f"  {line}")
        if len(lines) > SHOWN:
            _tell("  …")


def _refusals(path: Path | None, refused: Sequence[tuple[Any, ...]]) -> None:
    """The refused rows: the first twenty on the screen, all of them in the file that was asked for."""
    for row in refused[:SHOWN]:
        _tell(f"  {' '.join(str(cell) for cell in row)}")
    if len(refused) > SHOWN:
        _tell("  …")
    if path is not None:
        heads = (
            ("line", "code", "name", "reason")
            if refused and len(refused[0]) == 4
            else ("line", "name", "reason")
        )
        with path.open("w", newline="", encoding="utf-8-sig") as out:
            csv.writer(out).writerows([heads, *refused])


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "import-areas": import_areas,
    "import-boundaries": import_boundaries,
    "import-places": import_places,
}
