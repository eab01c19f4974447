"""Builders: Excel surveys from rows, published forms."""

from __future__ import annotations

import io

from openpyxl import Workbook

Table = list[dict[str, str]]


def a_workbook(survey: Table, choices: Table | None = None, settings: dict[str, str] | None = None) -> bytes:
    """An XLSX survey; headings decide whether it is our template (题型) or an XLSForm (type)."""
    chinese = any("题型" in row for row in survey)
    book = Workbook()
    book.remove(book.worksheets[0])
    names = ("题目", "选项", "设置") if chinese else ("survey", "choices", "settings")
    tables = (survey, choices or [], [settings] if settings else [])
    for name, rows in zip(names, tables, strict=True):
        if not rows:
            continue
        sheet = book.create_sheet(name)
        headings = list(dict.fromkeys(k for row in rows for k in row))
        sheet.append(headings)
        for row in rows:
            sheet.append([row.get(h, "") for h in headings])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
