"""Pure geometry and coding rules: datum conversion, division codes, grid codes."""

from __future__ import annotations

import math
from dataclasses import dataclass

KINDS: dict[str, str] = {"district": "县(市、区)", "town": "镇(街道)", "village": "村(社区)", "grid": "网格"}
PARENT_KIND: dict[str, str] = {"town": "district", "village": "town", "grid": "village"}
GRID_KINDS: dict[str, str] = {"1": "综合网格", "2": "专属网格", "3": "微网格"}
_A, _EE = 6378245.0, 0.00669342162296594323


def outside_china(lon: float, lat: float) -> bool:
    """Where GCJ-02 does not apply: the rectangle 72.004–137.8347 E, 0.8293–55.8271 N."""
    return not (72.004 <= lon <= 137.8347 and 0.8293 <= lat <= 55.8271)


def _shift(lon: float, lat: float) -> tuple[float, float]:
    x, y = lon - 105.0, lat - 35.0
    waves = (20 * math.sin(6 * x * math.pi) + 20 * math.sin(2 * x * math.pi)) * 2 / 3
    d_lat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + waves
    d_lat += (20 * math.sin(y * math.pi) + 40 * math.sin(y / 3 * math.pi)) * 2 / 3
    d_lat += (160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y * math.pi / 30)) * 2 / 3
    d_lon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + waves
    d_lon += (20 * math.sin(x * math.pi) + 40 * math.sin(x / 3 * math.pi)) * 2 / 3
    d_lon += (150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi)) * 2 / 3
    radians = lat / 180 * math.pi
    magic = 1 - _EE * math.sin(radians) ** 2
    root = math.sqrt(magic)
    d_lat = d_lat * 180 / ((_A * (1 - _EE)) / (magic * root) * math.pi)
    d_lon = d_lon * 180 / (_A / root * math.cos(radians) * math.pi)
    return d_lon, d_lat


def wgs84_to_gcj02(lon: float, lat: float) -> tuple[float, float]:
    """Degrees in, degrees out; points outside China stay as they are."""
    if outside_china(lon, lat):
        return lon, lat
    d_lon, d_lat = _shift(lon, lat)
    return lon + d_lon, lat + d_lat


def gcj02_to_wgs84(lon: float, lat: float) -> tuple[float, float]:
    """The inverse by fixed-point iteration; the round trip is exact to about a centimetre."""
    if outside_china(lon, lat):
        return lon, lat
    guess_lon, guess_lat = lon, lat
    for _ in range(8):
        back_lon, back_lat = wgs84_to_gcj02(guess_lon, guess_lat)
        guess_lon, guess_lat = guess_lon - (back_lon - lon), guess_lat - (back_lat - lat)
    return guess_lon, guess_lat


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One row of a coding: 6, 9 or 12 digits, the name as written, the line of the file.

    ``pinyin`` is what the pack gives for the bare name, syllables apart (``qian deng``), or empty.
    """

    code: str
    name: str
    line: int
    pinyin: str = ""


def code_fault(code: str, name: str) -> str | None:
    """Why a row cannot be stored, in Chinese; ``None`` when it can (GB/T 2260, 统计用区划代码)."""
    if not code:
        return "区划代码为空"
    if not (code.isascii() and code.isdigit()):
        return f"区划代码“{code}”应为 6、9 或 12 位数字"
    short = trimmed(code)
    if len(short) in {2, 4} or (len(short) == 6 and short.endswith("00")):
        return "省、市级区划不在本系统范围内"
    if len(code) not in {6, 9, 12}:
        return f"区划代码“{code}”应为 6、9 或 12 位数字"
    if not name:
        return "名称为空"
    if len(name) > 60:
        return "名称超过 60 个字"
    return None


def trimmed(code: str) -> str:
    """The shortest form: the zeros of a 12-digit town (``…000``) or county (``…000000``) fall away.

    A 9-digit code stays as it is: ``320508000`` is a row of its own beside the county ``320508``.
    """
    if len(code) == 12 and code.endswith("000000"):
        return code[:6]
    return code[:9] if len(code) == 12 and code.endswith("000") else code


def grid_code(village_code: str, kind: str, sequence: int) -> str:
    """12-digit community + kind digit (1 综合, 2 专属, 3 微) + 3-digit sequence; it never changes."""
    if len(village_code) != 12 or kind not in GRID_KINDS or not 1 <= sequence <= 999:
        raise ValueError(f"no grid code from {village_code!r}, {kind!r}, {sequence}")
    return f"{village_code}{kind}{sequence:03d}"


CJT349 = "cjt349"


def cjt349_code(village_code: str, sequence: int) -> str:
    """The 20-digit code of CJ/T 349-2010: object class 010100, county, town, community, sequence."""
    return f"010100{village_code}{sequence:02d}"


SUFFIXES = ("街道办事处", "街道", "管理区", "农场", "镇", "乡", "开发区")


def bare_name(name: str) -> str:
    """A town's name without its kind, for matching two codings: ``金沙街道`` → ``金沙``."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix):
            return name.removesuffix(suffix)
    return name
