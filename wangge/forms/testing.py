"""Builders: Excel surveys from rows, published forms."""

from __future__ import annotations

import io

from openpyxl import Workbook

from wangge.forms import services
from wangge.forms.models import FormVersion
from wangge.kit.actor import system
from wangge.kit.ids import uuid7

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


def a_published_form(
    survey: Table, choices: Table | None = None, *, about: str = "none", code: str = "", title: str = "测试"
) -> FormVersion:
    """A version out on the phones, written and published by the system."""
    settings = {"表单名称": title, "表单编号": code or f"t{uuid7().hex[:12]}"}
    if not any("题型" in row for row in survey):
        settings = {"form_title": title, "form_id": settings["表单编号"]}
    content = a_workbook(survey, choices, settings)
    made = services.upload_survey(actor=system("test"), content=content, file_name="t.xlsx", about=about)
    assert made.version is not None, made.problems
    return services.publish_version(actor=system("test"), version_id=made.version.pk)
