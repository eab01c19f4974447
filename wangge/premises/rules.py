"""What a premises is made of: kinds, industries, the credit code, draft faults. Pure, no Django."""

from __future__ import annotations

import re
import unicodedata

from stdnum.cn import uscc

KINDS = {
    "enterprise": "企业",
    "construction": "建筑工地",
    "market": "市场商超",
    "hospital": "医疗机构",
    "school": "学校托幼",
    "other": "其他场所",
}
"""What people work in: 企业 and 建筑工地 are surveyed, the rest are visited on rounds."""

INDUSTRIES = {
    "textile": "家纺纺织",
    "machinery": "机械装备",
    "electronics": "电子信息",
    "chemical": "化工材料",
    "metal": "金属制品",
    "food": "食品加工",
    "building": "建筑施工",
    "transport": "交通物流",
    "retail": "批发零售",
    "catering": "住宿餐饮",
    "service": "居民服务",
    "health": "医疗卫生",
    "education": "教育培训",
    "farming": "农林牧渔",
    "other": "其他行业",
}
CONTACT_ROLES = {"main": "联系人", "head": "负责人", "epidemic": "防疫专员", "safety": "安全员"}

CODE_LENGTH = 18
CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_SHAPE = re.compile(f"[{CODE_ALPHABET}]{{2}}[0-9]{{6}}[{CODE_ALPHABET}]{{10}}")
CODE_FAULTS = {
    "": "",
    "length": "统一社会信用代码应为18位",
    "shape": "统一社会信用代码第3至8位应为数字,其余为数字或大写字母(不含 I、O、S、V、Z)",
    "check": "统一社会信用代码末位校验不符,请对照营业执照",
}
LONGEST = {"name": 120, "short_name": 40, "address": 200}
MOST_STAFF = 1_000_000
_NOISE = re.compile(r"[\s\-‐–—·..]")


def normal_code(text: str) -> str:
    """A credit code as it is stored: half-width, capital letters, without spaces and hyphens."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).upper()


def code_fault(text: str) -> str:
    """``""`` when a credit code may be stored, else ``length``, ``shape`` or ``check`` (GB 32100-2015).

    An empty code is no fault: many shops and sites have none. ``contracts/vectors/creditcode.json``.
    """
    code = normal_code(text)
    if not code:
        return ""
    if len(code) != CODE_LENGTH:
        return "length"
    if not CODE_SHAPE.fullmatch(code):
        return "shape"
    return "" if uscc.calc_check_digit(code[:-1]) == code[-1] else "check"


def normal_name(text: str) -> str:
    """A name as it is compared and stored: half-width brackets and letters, no spaces between characters."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", plain)


def normal_phone(text: str) -> str:
    """Digits of a telephone number, without +86 and separators."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits


def phone_fault(text: str) -> str:
    """What is wrong with a telephone number, in Chinese; ``""`` when it may be stored."""
    if text and not 7 <= len(normal_phone(text)) <= 15:
        return "联系电话应为7至15位数字"
    return ""


def point_fault(lon: float | None, lat: float | None) -> str:
    """A point is two numbers inside China's rectangle, or none at all."""
    if lon is None and lat is None:
        return ""
    if lon is None or lat is None:
        return "经度和纬度应同时填写"
    return "" if 72 <= lon <= 138 and 0.5 <= lat <= 56 else "坐标不在国内范围"


def faults(values: dict[str, object]) -> dict[str, str]:
    """Field → Chinese message for what may not be stored; only the given fields are looked at."""
    found: dict[str, str] = {}
    if "name" in values and not values["name"]:
        found["name"] = "请填写名称"
    for field, most in LONGEST.items():
        if len(str(values.get(field) or "")) > most:
            found[field] = f"不超过{most}字"
    if "kind" in values and values["kind"] not in KINDS:
        found["kind"] = "类别不在可选范围内"
    if values.get("industry") and values["industry"] not in INDUSTRIES:
        found["industry"] = "行业不在可选范围内"
    if fault := code_fault(str(values.get("credit_code") or "")):
        found["credit_code"] = CODE_FAULTS[fault]
    staff = values.get("staff_total")
    if staff is not None and (not isinstance(staff, int) or not 0 <= staff <= MOST_STAFF):
        found["staff_total"] = "职工人数应为0至1000000的整数"
    lon, lat = values.get("lon"), values.get("lat")
    if isinstance(lon, float | int | None) and isinstance(lat, float | int | None):  # noqa: SIM102
        if fault := point_fault(lon, lat):
            found["lon"] = fault
    return found


_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_no_fault(text: str) -> str:
    """What is wrong with a citizen identity number (GB 11643), in Chinese; ``""`` when it may be stored."""
    if not text:
        return ""
    if not re.fullmatch(r"\d{17}[\dX]", text):
        return "身份证号应为18位"
    check = "10X98765432"[sum(int(d) * w for d, w in zip(text[:17], _ID_WEIGHTS, strict=True)) % 11]
    return "" if text[17] == check else "身份证号第18位校验不符,请核对原件"


def person_key(name: str, id_no: str, phone: str) -> str:
    """What makes somebody the same person on one roster: the ID number, else name and phone."""
    return f"id:{id_no}" if id_no else f"{name}/{phone}"
