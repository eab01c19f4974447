"""What a video point is, and how a screening rule decides about it: pure, no Django."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wangge.kit.errors import Invalid

SOURCES = {
    "xueliang": "雪亮工程",
    "own": "指挥中心自建",
    "department": "部门接入",
    "portable": "单兵",
    "drone": "无人机",
    "dome": "布控球",
}
CLASSES = {
    "expressway": "高速通道",
    "checkpoint": "卡口",
    "medical": "医疗机构",
    "market": "菜场商超",
    "estate": "小区出入口",
    "sampling": "核酸采样点",
    "school": "学校周边",
    "station": "车站码头",
    "street": "道路街面",
    "river": "沿江沿河",
    "border": "区界",
    "village": "村居",
    "works": "企业工地",
    "other": "其他",
}
STATUSES = {"online": "在线", "offline": "离线", "faulty": "故障", "retired": "停用"}
DATUMS = {"wgs84": "WGS-84", "gcj02": "GCJ-02"}
PROTOCOLS = {"": "未接入", "rtsp": "RTSP", "gb28181": "GB/T 28181"}
TONES = {"online": "good", "offline": "late", "faulty": "watch", "retired": "off"}
CODE = re.compile(r"[0-9A-Za-z_-]{4,32}")
GB_CODE = re.compile(r"\d{20}")
# Where a district's camera can stand at all; a finer judgement is the point-in-grid search.
PLAUSIBLE = (73.0, 3.0, 136.0, 54.0)


def class_of(name: str) -> str:
    """A guess from the name, for catalogues that give none; ``other`` when nothing fits."""
    for code, words in _CLASS_WORDS:
        if any(word in name for word in words):
            return code
    return "other"


_CLASS_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sampling", ("采样", "核酸")),
    ("expressway", ("高速", "收费站", "匝道", "出口")),
    ("checkpoint", ("卡口", "查验点", "检查站")),
    ("medical", ("医院", "卫生院", "卫生室", "诊所", "门诊")),
    ("market", ("菜场", "农贸", "市场", "超市", "商场")),
    ("school", ("学校", "小学", "中学", "幼儿园")),
    ("station", ("车站", "码头", "渡口", "客运")),
    ("estate", ("小区", "花园", "公寓", "家园", "大门", "东门", "西门", "南门", "北门")),
    ("river", ("江堤", "江边", "河道", "闸", "港")),
    ("works", ("工地", "厂区", "公司", "车间")),
    ("village", ("村", "组", "居委会")),
    ("street", ("路", "街", "路口", "桥")),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One way into the selection.

    ``classes``: any of these; ``words``: any in the name; ``near``: at most ``metres`` from a place of
    one of ``near_kinds``; ``along``: at most ``metres`` from a line (lon, lat); ``towns``: ids;
    ``per_place``: how many points one place may send, nearest first (0: all).
    """

    name: str
    classes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    near_kinds: tuple[str, ...] = ()
    metres: float = 0.0
    along: tuple[tuple[float, float], ...] = ()
    towns: tuple[int, ...] = ()
    per_place: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A whole screening rule: ``online`` wants points that are online; a point enters by the first
    clause that takes it."""

    clauses: tuple[Clause, ...]
    online: bool = True
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a rule looks at; ``near`` = (clause number → nearest place (metres, place id))."""

    id: int
    name: str
    klass: str
    source: str
    status: str
    town_id: int | None
    located: bool
    near: Mapping[int, tuple[float, int]] = field(default_factory=dict)
    along: Mapping[int, float] = field(default_factory=dict)


@dataclass(slots=True)
class Verdict:
    """A decision with its reason; ``clause`` −1: taken by none."""

    point_id: int
    selected: bool
    clause: int
    reason: str
    place_id: int | None = None
    metres: float | None = None


def parse_rule(raw: Any) -> Rule:
    """A rule from JSON; ``Invalid`` in Chinese naming what is wrong."""
    if not isinstance(raw, dict) or not isinstance(raw.get("clauses"), list) or not raw["clauses"]:
        raise Invalid.field("rule", "请至少填写一条入选条件")
    if len(raw["clauses"]) > 20:
        raise Invalid.field("rule", "入选条件最多 20 条")
    clauses = tuple(_clause(number, item) for number, item in enumerate(raw["clauses"], 1))
    sources = _codes(raw.get("sources"), SOURCES, "来源")
    return Rule(clauses, bool(raw.get("online", True)), sources)


def _clause(number: int, raw: Any) -> Clause:
    if not isinstance(raw, dict):
        raise Invalid.field("rule", f"第 {number} 条不完整")
    name = str(raw.get("name", "")).strip()
    if not 1 <= len(name) <= 40:
        raise Invalid.field("rule", f"第 {number} 条请填写名称(40 字以内)")
    try:
        metres = float(raw.get("metres") or 0)
        per_place = int(raw.get("per_place") or 0)
        towns = tuple(int(t) for t in raw.get("towns") or ())
        along = tuple((float(lon), float(lat)) for lon, lat in raw.get("along") or ())
    except (TypeError, ValueError) as error:
        raise Invalid.field("rule", f"第 {number} 条“{name}”的数字不正确") from error
    kinds = tuple(str(k) for k in raw.get("near_kinds") or ())
    if (kinds or along) and not 1 <= metres <= 5000:
        raise Invalid.field("rule", f"第 {number} 条“{name}”的距离应为 1 到 5000 米")
    if len(along) == 1 or len(along) > 2000:
        raise Invalid.field("rule", f"第 {number} 条“{name}”的线路应有 2 到 2000 个点")
    clause = Clause(
        name=name,
        classes=_codes(raw.get("classes"), CLASSES, f"第 {number} 条类别"),
        words=tuple(w for w in (str(x).strip() for x in raw.get("words") or ()) if w)[:20],
        near_kinds=kinds,
        metres=metres,
        along=along,
        towns=towns,
        per_place=per_place,
    )
    if not (clause.classes or clause.words or kinds or along or towns):
        raise Invalid.field("rule", f"第 {number} 条“{name}”没有任何条件,会选中全部点位")
    return clause


def _codes(raw: Any, known: Mapping[str, str], label: str) -> tuple[str, ...]:
    codes = tuple(str(code) for code in raw or ())
    wrong = [code for code in codes if code not in known]
    if wrong:
        raise Invalid.field("rule", f"{label}“{wrong[0]}”不在可选范围内")
    return codes


def screen(rule: Rule, candidates: Sequence[Candidate], places: Mapping[int, str]) -> list[Verdict]:
    """Decide about every candidate, in their order; the same input gives the same answer.

    ``places`` names the places that ``near`` points to. Where a clause limits the points of one
    place, the nearest stay (then the smaller id), the others are told who took their place.
    """
    verdicts = [_first_clause(rule, c) for c in candidates]
    _thin(rule, verdicts, {c.id: c.name for c in candidates}, places)
    for verdict in verdicts:
        if verdict.selected and verdict.place_id is not None and verdict.metres is not None:
            place = places.get(verdict.place_id, "")
            verdict.reason = f"{verdict.reason}:距“{place}”{verdict.metres:.0f} 米"
    return verdicts


def _first_clause(rule: Rule, candidate: Candidate) -> Verdict:
    if rule.sources and candidate.source not in rule.sources:
        return Verdict(candidate.id, False, -1, f"来源“{SOURCES[candidate.source]}”不在范围内")
    if rule.online and candidate.status != "online":
        return Verdict(candidate.id, False, -1, f"状态为{STATUSES[candidate.status]}")
    nearest = ""
    for number, clause in enumerate(rule.clauses):
        fault = _fault(number, clause, candidate)
        if not fault:
            metres, place = candidate.near.get(number, (None, None))
            return Verdict(candidate.id, True, number, clause.name, place, metres)
        if not nearest.startswith("!"):
            nearest = fault
    return Verdict(candidate.id, False, -1, nearest.lstrip("!"))


def _fault(number: int, clause: Clause, candidate: Candidate) -> str:
    """Why a clause does not take a candidate; with ``!`` when it came close: the reason people want."""
    if clause.classes and candidate.klass not in clause.classes:
        return "类别、名称或位置不符合任何一条入选条件"
    if clause.words and not any(word in candidate.name for word in clause.words):
        return f"!名称不含“{'、'.join(clause.words[:3])}”"
    if clause.towns and candidate.town_id not in clause.towns:
        return "!不在所选镇(街道)"
    if (clause.near_kinds or clause.along) and not candidate.located:
        return "!没有可用坐标,无法判断距离"
    if clause.near_kinds and number not in candidate.near:
        return f"!{clause.metres:.0f} 米内没有{'、'.join(clause.near_kinds)}"
    if clause.along and number not in candidate.along:
        return f"!距线路超过 {clause.metres:.0f} 米"
    return ""


def _thin(
    rule: Rule, verdicts: Sequence[Verdict], names: Mapping[int, str], places: Mapping[int, str]
) -> None:
    groups: dict[tuple[int, int], list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.selected and verdict.place_id is not None and rule.clauses[verdict.clause].per_place:
            groups.setdefault((verdict.clause, verdict.place_id), []).append(verdict)
    for (clause, place_id), members in groups.items():
        members.sort(key=lambda v: (v.metres or 0.0, v.point_id))
        most = rule.clauses[clause].per_place
        for extra in members[most:]:
            kept = names[members[0].point_id]
            extra.selected, extra.clause = False, -1
            extra.reason = f"“{places.get(place_id, '')}”已由更近的点位“{kept}”覆盖"
