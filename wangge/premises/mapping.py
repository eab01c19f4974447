"""How a foreign ledger's row becomes a draft: which column holds what. Pure, no Django.

A mapping is target → column name. Most files need none: ``proposed`` finds the columns by the words
offices use for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wangge.kit import sheets
from wangge.kit.errors import Invalid
from wangge.kit.sheets import Cell
from wangge.premises import rules

WORDS: dict[str, tuple[str, ...]] = {
    "name": ("企业名称", "单位名称", "名称", "公司名称", "项目名称", "工地名称", "企业全称"),
    "credit_code": ("统一社会信用代码", "信用代码", "社会信用代码", "统一信用代码", "组织机构代码"),
    "short_name": ("简称", "企业简称", "单位简称"),
    "kind": ("类别", "单位类别", "类型", "单位类型"),
    "industry": ("行业", "所属行业", "行业类别"),
    "above_scale": ("规上", "是否规上", "规上企业", "规模以上"),
    "town": ("镇街", "所属镇街", "镇(街道)", "所属镇(街道)", "乡镇", "所属乡镇", "街道", "属地"),
    "village": ("村社区", "村(社区)", "所属村", "村居", "社区", "所在村(社区)"),
    "grid": ("网格", "所属网格", "网格名称"),
    "address": ("地址", "企业地址", "单位地址", "经营地址", "详细地址", "住所"),
    "contact": ("联系人", "企业联系人", "负责人", "姓名"),
    "phone": ("联系电话", "电话", "手机", "手机号", "联系方式", "联系人电话"),
    "staff_total": ("职工人数", "员工数", "员工人数", "从业人数", "人数", "职工总数", "在岗人数"),
    "lon": ("经度",),
    "lat": ("纬度",),
}
LABELS = {target: words[0] for target, words in WORDS.items()}
STAFF_WORDS: dict[str, tuple[str, ...]] = {
    "name": ("姓名", "职工姓名", "员工姓名"),
    "id_no": ("身份证号", "身份证号码", "证件号码", "身份证"),
    "phone": ("手机号", "联系电话", "手机号码", "电话", "手机"),
    "position": ("岗位", "工种", "职务", "部门"),
}
YES = {"是", "1", "y", "yes", "true", "规上", "√", "有"}


class RowFault(Exception):
    """A row that cannot be stored, with the reason in Chinese."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A ledger's row in our words, areas still by name; ``None`` numbers were not given."""

    name: str
    credit_code: str
    short_name: str
    kind: str
    industry: str
    above_scale: bool | None
    town: str
    village: str
    grid: str
    address: str
    contact: str
    phone: str
    staff_total: int | None
    lon: float | None
    lat: float | None


def proposed(header: Sequence[str], words: Mapping[str, tuple[str, ...]] = WORDS) -> dict[str, str]:
    """Target → column, as far as the header's words say it; no column twice."""
    found: dict[str, str] = {}
    plain = {rules.normal_name(column).strip("*: "): column for column in reversed(header)}
    for target, names in words.items():
        column = next((plain[w] for w in map(rules.normal_name, names) if w in plain), None)
        if column is not None and column not in found.values():
            found[target] = column
    return found


def checked(
    mapping: Mapping[str, object],
    header: Sequence[str],
    words: Mapping[str, tuple[str, ...]] = WORDS,
    needed: Sequence[str] = ("name",),
) -> dict[str, str]:
    """A mapping that fits the header; ``Invalid`` names what is wrong. An empty one is proposed."""
    given = {t: c for t, c in mapping.items() if c} or proposed(header, words)
    if unknown := sorted(set(given) - set(words)):
        raise Invalid.field("mapping", f"没有这些字段:{'、'.join(unknown)}")
    if missing := sorted({str(c) for c in given.values()} - set(header)):
        raise Invalid(
            f"文件缺少这些列:{'、'.join(missing)}", code="missing_columns", data={"columns": missing}
        )
    for target in needed:
        if target not in given:
            raise Invalid.field("mapping", f"请指定哪一列是{words[target][0]}")
    return {target: str(column) for target, column in given.items()}


def texts(mapping: Mapping[str, str], header: Sequence[str], cells: Sequence[Cell]) -> dict[str, str]:
    """The mapped cells of a row as text; a leading apostrophe (text in Excel) falls away."""
    row = dict(zip(header, cells, strict=False))
    return {t: " ".join(sheets.text_of(row.get(c)).removeprefix("'").split()) for t, c in mapping.items()}


def foreign(mapping: Mapping[str, str], header: Sequence[str], cells: Sequence[Cell]) -> Foreign:
    """Read one row of a ledger; ``RowFault`` with the reason when it cannot be stored."""
    given = texts(mapping, header, cells)
    name = rules.normal_name(given.get("name", ""))
    if not name:
        raise RowFault("名称为空")
    code = rules.normal_code(given.get("credit_code", ""))
    if fault := rules.code_fault(code):
        raise RowFault(rules.CODE_FAULTS[fault])
    flag = given.get("above_scale", "").lower()
    return Foreign(
        name=name,
        credit_code=code,
        short_name=rules.normal_name(given.get("short_name", "")),
        kind=_code(given.get("kind", ""), rules.KINDS, "类别") or "enterprise",
        industry=_code(given.get("industry", ""), rules.INDUSTRIES, "行业"),
        above_scale=None if not flag else flag in YES,
        town=given.get("town", ""),
        village=given.get("village", ""),
        grid=given.get("grid", ""),
        address=given.get("address", ""),
        contact=given.get("contact", ""),
        phone=_phone(given.get("phone", "")),
        staff_total=_whole(given.get("staff_total", "")),
        lon=_number(given.get("lon", "")),
        lat=_number(given.get("lat", "")),
    )


def _code(text: str, codes: Mapping[str, str], what: str) -> str:
    """Our code of a value: the code itself or its Chinese label; empty stays empty."""
    if not text or text in codes:
        return text
    for code, label in codes.items():
        if text == label or (len(text) >= 2 and text in label):
            return code
    raise RowFault(f"{what}“{text[:20]}”不是已知的{what}")


def _phone(text: str) -> str:
    """The first number of a cell that may hold several."""
    first = text.replace("、", "/").replace(";", "/").replace(";", "/").split("/")[0].strip()
    if fault := rules.phone_fault(first):
        raise RowFault(fault)
    return rules.normal_phone(first)


def _whole(text: str) -> int | None:
    bare = text.removesuffix("人").replace(",", "").strip()
    if not bare:
        return None
    if not bare.isascii() or not bare.isdigit() or int(bare) > rules.MOST_STAFF:
        raise RowFault(f"职工人数“{text[:20]}”应为整数")
    return int(bare)


def _number(text: str) -> float | None:
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise RowFault(f"坐标“{text[:20]}”不是数字") from None
