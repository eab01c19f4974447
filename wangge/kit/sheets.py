"""Tables people keep in files: CSV and XLSX read row by row, CSV written back.

Encodings UTF-8 (with or without mark), UTF-16 with mark, GB18030; quoted line breaks; comma, tab or
semicolon; Excel dates; tens of thousands of blank rows at the end cost time but no memory.
"""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import BinaryIO

from wangge.kit.errors import Invalid

Cell = str | datetime | date | None
BIGGEST_UNPACKED = 600 * 1024 * 1024
BIGGEST_CELL = 1024 * 1024
_DANGEROUS = ("=", "@", "\t", "\r")
_SIGNS = ("+", "-")


@dataclass(frozen=True, slots=True)
class Row:
    """One filled row: its number in the file (the header is 1) and its cells."""

    no: int
    cells: tuple[Cell, ...]


class Table:
    """An open table: ``header`` (trimmed names) and, once, ``rows()``; ``blank`` counts skipped rows."""

    def __init__(self, lines: Iterator[Sequence[Cell]]) -> None:
        self._lines = lines
        self._no = 0
        self.blank = 0
        self.header: tuple[str, ...] = ()
        for line in lines:
            self._no += 1
            if any(not _is_blank(c) for c in line):
                self.header = tuple(text_of(c) for c in line)
                break
        if not self.header:
            raise Invalid("文件里没有内容", code="empty_file")
        while self.header and not self.header[-1]:
            self.header = self.header[:-1]

    def rows(self) -> Iterator[Row]:
        """Every row that holds something, as wide as the header; blank rows are counted, not given."""
        width = len(self.header)
        for line in self._lines:
            self._no += 1
            cells = tuple(line[:width])
            if all(_is_blank(c) for c in cells):
                self.blank += 1
                continue
            yield Row(self._no, cells + (None,) * (width - len(cells)))

    def close(self) -> None:
        """Let go of the file before the last row."""
        if isinstance(self._lines, Generator):
            self._lines.close()


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """A cell as trimmed text; dates as ``2021-08-01 09:30:00``."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, date):
        return cell.isoformat()
    return cell.strip().removeprefix("\ufeff")


def open_table(stream: BinaryIO, filename: str) -> Table:
    """A CSV or XLSX file as a table, by its content; ``Invalid`` in Chinese for anything else."""
    start = stream.read(8)
    stream.seek(0)
    if start.startswith(b"PK\x03\x04"):
        return Table(_xlsx(stream))
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Invalid("这是旧版 Excel(xls)文件,请另存为 xlsx 或 CSV 后再导入", code="old_excel")
    if b"\x00" in start and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Invalid(f"认不出文件“{filename[:80]}”的格式,请用 xlsx 或 CSV", code="unknown_format")
    return Table(_csv(stream))


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of a text file, found by reading all of it once; ``Invalid`` when none fits."""
    start = stream.read(4)
    stream.seek(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for name in ("utf-8-sig", "gb18030"):
        decoder = codecs.getincrementaldecoder(name)()
        try:
            while chunk := stream.read(1 << 20):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        else:
            return name
        finally:
            stream.seek(0)
    raise Invalid("文件编码无法识别,请另存为 UTF-8 或 GB18030", code="unknown_encoding")


def _csv(stream: BinaryIO) -> Iterator[Sequence[Cell]]:
    csv.field_size_limit(BIGGEST_CELL)
    text = io.TextIOWrapper(stream, encoding=encoding_of(stream), newline="")
    first = text.readline()
    text.seek(0)
    delimiter = max(",\t;", key=first.count)
    try:
        yield from csv.reader((line.replace("\0", "") for line in text), delimiter=delimiter)
    except csv.Error as error:
        raise Invalid("CSV 文件的引号或单元格有误,无法读取", code="broken_csv") from error
    finally:
        text.detach()


def _xlsx(stream: BinaryIO) -> Iterator[Sequence[Cell]]:
    import openpyxl

    try:
        with zipfile.ZipFile(stream) as packed:
            if sum(item.file_size for item in packed.infolist()) > BIGGEST_UNPACKED:
                raise Invalid("表格过大,请分成几个文件", code="too_large")
        stream.seek(0)
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Invalid("Excel 文件已损坏,无法读取", code="broken_excel") from error
    try:
        sheet = book.worksheets[0]
        for line in sheet.iter_rows(values_only=True):
            yield [_cell(value) for value in line]
    finally:
        book.close()


def _cell(value: object) -> Cell:
    """What Excel stores, as people read it: ``13800000000.0`` is a number written without a point."""
    if value is None or isinstance(value, str | datetime):
        return value
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, time):
        return value.isoformat()
    return str(value)


def harmless(text: str) -> str:
    """A cell that a spreadsheet program will not run as a formula."""
    risky = text.startswith(_DANGEROUS) or (text.startswith(_SIGNS) and not _number(text))
    return f"'{text}" if risky else text


def _number(text: str) -> bool:
    return text[1:].replace(".", "", 1).replace(" ", "").isdigit()


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV that Excel opens in Chinese (UTF-8 with mark), its cells harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([harmless(h) for h in header])
    writer.writerows([harmless(c) for c in row] for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()
