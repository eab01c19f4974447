"""The uploaded file back, with every problem as a comment at its cell."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from wangge.forms.reading import HEADINGS, Problem, heading
from wangge.forms.template import SHEETS

MARK = PatternFill("solid", fgColor="FBD5D0")


def marked(content: bytes, problems: Iterable[Problem]) -> bytes:
    """The workbook with red cells and comments; problems without a cell stand at the first one."""
    book = load_workbook(io.BytesIO(content))
    found: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for problem in problems:
        sheet, column = _place([s for s in book.worksheets if isinstance(s, Worksheet)], problem)
        found[sheet.title, max(problem.row, 1), column].append(problem.message)
    for (title, row, column), messages in found.items():
        cell = book[title].cell(row, column)
        cell.fill = MARK
        cell.comment = Comment("\n".join(dict.fromkeys(messages)), "网格", width=320, height=120)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _place(sheets: Sequence[Worksheet], problem: Problem) -> tuple[Worksheet, int]:
    for sheet in sheets:
        kind = SHEETS.get(sheet.title.strip(), sheet.title.strip().lower())
        if kind == SHEETS.get(problem.sheet, problem.sheet):
            wanted = HEADINGS.get(kind, {}).get(problem.column, problem.column)
            for cell in sheet[1]:
                written = str(cell.value or "").strip()
                if wanted and heading(kind, written).partition(":")[0] == wanted:
                    return sheet, cell.column or 1
            return sheet, 1
    return sheets[0], 1
