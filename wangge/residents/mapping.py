"""How a row of somebody else's ledger becomes a draft: columns, words for codes, dates. Pure, no Django."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from wangge.kit import sheets
from wangge.kit.errors import Invalid
from wangge.kit.sheets import Cell
from wangge.residents import rules

TARGETS: Mapping[str, str] = {
    "name": "姓名",
    "id_no": "证件号码",
    "id_type": "证件类型",
    "sex": "性别",
    "birthday": "出生日期",
    "nationality": "国籍",
    "phone": "联系电话",
    "guardian": "监护人(亲属)姓名",
    "guardian_phone": "监护人(亲属)电话",
    "town": "镇(街道)",
    "village": "村(社区)",
    "grid": "网格",
    "address": "现住址",
    "hukou_code": "户籍区划代码",
    "household_no": "户号",
    "relation": "与户主关系",
    "residence": "人口类别",
    "care": "关爱标签",
    "no_smartphone": "无智能手机",
    "disease_history": "基础病史",
}
YES = {"是", "1", "y", "yes", "true", "无智能手机", "√"}
WORDS: Mapping[str, Mapping[str, str]] = {
    "sex": {"男性": "1", "女性": "2", "m": "1", "f": "2"},
    "id_type": {"身份证": "id_card", "居民户口簿": "id_card", "户口簿": "id_card", "护照": "passport"},
    "relation": {
        "本人": "head", "户主": "head", "妻": "spouse", "妻子": "spouse", "夫": "spouse", "丈夫": "spouse",
        "子": "child", "女": "child", "儿子": "child", "女儿": "child", "父亲": "parent", "母亲": "parent",
        "孙子": "grandchild", "孙女": "grandchild", "外孙": "grandchild", "非亲属": "other",
    },
    "residence": {"户籍": "registered", "常住": "resident", "流动": "floating", "暂住": "floating"},
}  # fmt: skip
CODES: Mapping[str, Mapping[str, str]] = {
    "sex": rules.SEXES,
    "id_type": rules.ID_TYPES,
    "relation": rules.RELATIONS,
    "residence": rules.RESIDENCES,
}
DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d", "%Y.%m.%d", "%Y-%m-%d %H:%M:%S")


class RowFault(Exception):
    """A row that cannot be stored, with the reason in Chinese."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A checked mapping: the ledger's name and, by target, its column."""

    source: str
    columns: Mapping[str, str]


def parse(raw: Mapping[str, Any]) -> Mapped:
    """Check a mapping, ``{"source": …, "columns": {"name": "姓名", …}}``; ``Invalid`` says what is wrong."""
    source = str(raw.get("source", "")).strip()
    if not source or len(source) > 40:
        raise Invalid.field("source", "请填写台账名称,不超过40字")
    columns = raw.get("columns")
    if not isinstance(columns, dict) or any(not isinstance(c, str) for c in columns.values()):
        raise Invalid.field("columns", "请填写字段对应关系")
    if unknown := sorted(set(columns) - set(TARGETS)):
        raise Invalid.field("columns", f"没有这些字段:{'、'.join(unknown)}")
    picked = {target: column.strip() for target, column in columns.items() if column.strip()}
    if "name" not in picked:
        raise Invalid.field("name", "必须对应姓名")
    return Mapped(source, picked)


def check_header(mapped: Mapped, header: Sequence[str]) -> None:
    """Raise ``Invalid`` when the file lacks a mapped column."""
    if missing := sorted(set(mapped.columns.values()) - set(header)):
        raise Invalid(
            f"文件缺少这些列:{'、'.join(missing)}", code="missing_columns", data={"columns": missing}
        )


@dataclass(frozen=True, slots=True)
class Spoken:
    """A row in our words: texts by target, codes already ours, the day of birth."""

    texts: Mapping[str, str]
    birthday: date | None
    care: tuple[str, ...]
    no_smartphone: bool


def spoken(mapped: Mapped, header: Sequence[str], cells: Sequence[Cell], care: Mapping[str, str]) -> Spoken:
    """Read one row; ``RowFault`` with the reason. ``care`` are the labels of care kinds by code."""
    row = dict(zip(header, cells, strict=False))
    texts = {t: sheets.text_of(row.get(c)).removeprefix("'").strip() for t, c in mapped.columns.items()}
    for target, codes in CODES.items():
        if texts.get(target):
            texts[target] = _code(target, texts[target], codes)
    return Spoken(
        texts=texts,
        birthday=_birthday(row.get(mapped.columns.get("birthday", ""))),
        care=_care(texts.get("care", ""), care),
        no_smartphone=texts.get("no_smartphone", "").lower() in YES,
    )


def _code(target: str, text: str, codes: Mapping[str, str]) -> str:
    if text in codes:
        return text
    word = WORDS.get(target, {}).get(text.lower())
    found = word or next((code for code, label in codes.items() if label == text), None)
    if found is None:
        raise RowFault(f"“{text[:20]}”不是已知的{TARGETS[target]}")
    return found


def _birthday(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = sheets.text_of(cell)
    if not text:
        return None
    for pattern in DATES:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise RowFault(f"出生日期“{text[:20]}”不是日期")


def _care(text: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    codes = {label: code for code, label in labels.items()}
    found = []
    for word in re.split(r"[、,,;;\s]+", text):
        if not word or word in {"无", "否"}:
            continue
        code = codes.get(word) or (word if word in labels else None)
        if code is None:
            raise RowFault(f"“{word[:20]}”不是已知的关爱标签")
        found.append(code)
    return tuple(found)
