"""Write an Excel workbook row by row: constant memory, no styles beyond a bold, frozen first row."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from typing import IO
from xml.sax.saxutils import escape

Column = str | int | float
ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
LONGEST_CELL = 32_000
STYLES = (
    f'{HEAD}<styleSheet {NS}><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font>'
    '</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_workbook(out: IO[bytes], tables: Iterable[tuple[str, list[str], Iterable[list[Column]]]]) -> None:
    """Write sheets of (name, headings, rows); names are cut to what Excel allows and made distinct."""
    names: list[str] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, headings, rows in tables:
            names.append(_name(name, names))
            with package.open(f"xl/worksheets/sheet{len(names)}.xml", "w") as sheet:
                _sheet(sheet, headings, rows)
        count = range(1, len(names) + 1)
        package.writestr("xl/styles.xml", STYLES)
        package.writestr(
            "xl/workbook.xml",
            f'{HEAD}<workbook {NS} xmlns:r="{OFFICE}"><sheets>'
            + "".join(f'<sheet name="{_text(names[i - 1])}" sheetId="{i}" r:id="rId{i}"/>' for i in count)
            + "</sheets></workbook>",
        )
        package.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(
                f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                for i in count
            )
            + f'<Relationship Id="rId0" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        )
        package.writestr(
            "_rels/.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        package.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{SHEET}.styles+xml"/>'
            + "".join(
                f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{SHEET}.worksheet+xml"/>'
                for i in count
            )
            + "</Types>",
        )


def _sheet(sheet: IO[bytes], headings: list[str], rows: Iterable[list[Column]]) -> None:
    sheet.write(
        f'{HEAD}<worksheet {NS}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'.encode()
    )
    sheet.write(f"<row>{''.join(_cell(h, bold=True) for h in headings)}</row>".encode())
    for row in rows:
        sheet.write(f"<row>{''.join(_cell(value) for value in row)}</row>".encode())
    sheet.write(b"</sheetData></worksheet>")


def _cell(value: Column, bold: bool = False) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"<c><v>{value!r}</v></c>"
    style = ' s="1"' if bold else ""
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{_text(str(value))}</t></is></c>'


def _text(value: str) -> str:
    return escape(ILLEGAL.sub("", value[:LONGEST_CELL]), {'"': "&quot;"})


def _name(wanted: str, taken: list[str]) -> str:
    plain = re.sub(r"[\[\]:*?/\\']", " ", wanted).strip()[:28] or "表"
    return plain if plain not in taken else f"{plain[:25]}{len(taken) + 1}"
