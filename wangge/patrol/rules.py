"""Pure decisions of patrol: reading a track, judging a check-in and a visit, words and codes.

Nothing here counts events: what is measured is where somebody was, whom somebody met, and whether
somebody else found it true.
"""

from __future__ import annotations

import hashlib
import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

LEVELS = {"general": "一般", "larger": "较大", "major": "重大"}
SOURCES = {"phone": "网格员手机", "desk": "指挥中心", "video": "视频巡查", "public": "群众反映"}
TARGETS = {"household": "住户", "premises": "企业商铺", "place": "场所"}
VISIT_RESULTS = {"met": "见面", "phoned": "电话", "absent": "不在", "refused": "拒绝"}
POINT_KINDS = {
    "estate": "小区楼栋",
    "market": "集市商铺",
    "school": "学校周边",
    "river": "河道桥梁",
    "works": "工地",
    "safety": "消防安全点",
    "other": "其他",
}
FILE_ROLES = {"before": "处置前", "after": "处置后", "voice": "语音", "extra": "其他"}
RETURN_REASONS = {
    "not_mine": "不属本单位职责",
    "wrong_area": "不在本辖区",
    "unclear": "情况不清",
    "other": "其他",
}
VOID_REASONS = {"untrue": "查无此事", "test": "误报", "outside": "不属受理范围", "other": "其他"}
VERIFICATIONS = {
    "": "未核查",
    "other": "他人核查",
    "own": "本人核查",
    "none": "未抽查",
}
SCORES = {1: "差", 2: "较差", 3: "一般", 4: "较好", 5: "好"}
EPIDEMIC = "epidemic"

GAP_SECONDS = 300
"""Longer than this without a point and the stretch is a gap: it counts neither as time nor as way."""
STANDSTILL_METRES = 40.0
STANDSTILL_SECONDS = 900
"""Within 40 m of one spot only the first quarter of an hour counts: a phone on a desk patrols nothing."""
WORST_ACCURACY = 100.0
"""Points worse than 100 m are kept in the track and used for nothing."""
FASTEST = 33.0
"""Metres a second (about 120 km/h): faster between two points is impossible on a patrol."""
LEAST_PACE = 30
"""Seconds between two households met in person by the same post; faster is not believed."""
DRIFT_LIMIT = 120
"""Seconds a device's clock may be wrong before it is shown as a fault."""
_EARTH = 6_371_008.8


def metres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Great-circle distance in metres between two WGS-84 points in degrees (haversine)."""
    one, two = math.radians(lat), math.radians(other_lat)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


@dataclass(frozen=True, slots=True)
class TrackPoint:
    """One point: degrees, seconds after the start of the round, accuracy in metres."""

    lon: float
    lat: float
    second: int
    accuracy: float


MOST_POINTS = 4000


def track_fault(points: Sequence[TrackPoint]) -> str:
    """What is wrong with a track, in Chinese; ``""`` when it can be stored."""
    if len(points) > MOST_POINTS:
        return f"轨迹点超过 {MOST_POINTS} 个,请更新手机程序"
    last = -1
    for point in points:
        if not (-180 <= point.lon <= 180 and -90 <= point.lat <= 90):
            return "轨迹点坐标不正确"
        if point.second < last:
            return "轨迹点时间顺序不正确"
        last = point.second
    return ""


@dataclass(frozen=True, slots=True)
class TrackFacts:
    """What a track proves. ``patrol_seconds`` is time on the move or briefly standing, gaps and long
    standstills left out; ``gaps`` are (from, to) in seconds; ``jumps`` counts impossible speeds."""

    distance: int
    patrol_seconds: int
    gaps: tuple[tuple[int, int], ...]
    jumps: int
    fastest: float


def read_track(points: Sequence[TrackPoint]) -> TrackFacts:
    """Distance, time and faults of a track; points of bad accuracy are passed over.

    Between two good points: more than ``GAP_SECONDS`` apart is a gap; faster than ``FASTEST`` even
    after both accuracies are forgiven is a jump, which counts for nothing. Standing within
    ``STANDSTILL_METRES`` of an anchor counts for at most ``STANDSTILL_SECONDS``.
    """
    good = [p for p in points if p.accuracy <= WORST_ACCURACY]
    gaps: list[tuple[int, int]] = []
    distance, seconds, jumps, fastest = 0.0, 0, 0, 0.0
    anchor, stood = (good[0] if good else None), 0
    for before, after in itertools.pairwise(good):
        step = after.second - before.second
        way = metres(before.lon, before.lat, after.lon, after.lat)
        sure = max(way - before.accuracy - after.accuracy, 0.0)
        speed = sure / max(step, 1)
        if speed > FASTEST:
            jumps += 1
            fastest = max(fastest, speed)
            anchor, stood = after, 0
            continue
        fastest = max(fastest, speed)
        if step > GAP_SECONDS:
            gaps.append((before.second, after.second))
            anchor, stood = after, 0
            continue
        distance += way
        assert anchor is not None
        if metres(anchor.lon, anchor.lat, after.lon, after.lat) <= STANDSTILL_METRES:
            seconds += min(step, max(STANDSTILL_SECONDS - stood, 0))
            stood += step
        else:
            seconds += step
            anchor, stood = after, 0
    return TrackFacts(round(distance), seconds, tuple(gaps), jumps, round(fastest, 1))


def track_print(points: Sequence[TrackPoint]) -> bytes:
    """A fingerprint of a track's shape and rhythm, ``b""`` for fewer than five points.

    Two walks of living people never agree to the metre and second; equal prints mean a replayed file.
    """
    if len(points) < 5:
        return b""
    text = ";".join(f"{p.lon:.5f},{p.lat:.5f},{p.second}" for p in points)
    return hashlib.sha256(text.encode()).digest()[:16]


def dwell_near(points: Sequence[TrackPoint], lon: float, lat: float, radius: float) -> int:
    """Seconds the track spent within ``radius`` metres of a point, gaps left out."""
    good = [p for p in points if p.accuracy <= WORST_ACCURACY]
    stayed = 0
    for before, after in itertools.pairwise(good):
        step = after.second - before.second
        if step > GAP_SECONDS:
            continue
        ends = (metres(p.lon, p.lat, lon, lat) <= radius for p in (before, after))
        stayed += step if all(ends) else 0
    return stayed


@dataclass(frozen=True, slots=True)
class CheckInVerdict:
    """Whether a check-in counts, and why not in Chinese."""

    distance: int
    counts: bool
    reason: str


def judge_check_in(
    distance: float, accuracy: float, dwell: int, *, most_metres: int, least_dwell: int
) -> CheckInVerdict:
    """A check-in counts when the person was there (``most_metres``, a fix better than 100 m) and stayed
    (``least_dwell`` seconds). What does not count is kept and says why."""
    reason = ""
    if accuracy > WORST_ACCURACY:
        reason = f"定位误差 {round(accuracy)} 米,过大"
    elif distance > most_metres:
        reason = f"距巡查点 {round(distance)} 米,超过 {most_metres} 米"
    elif dwell < least_dwell:
        reason = f"停留 {dwell} 秒,少于 {least_dwell} 秒"
    return CheckInVerdict(round(distance), not reason, reason)


def believable_pace(before: datetime | None, at: datetime) -> bool:
    """Whether a household can have been met in person so soon after the one before."""
    return before is None or abs((at - before).total_seconds()) >= LEAST_PACE


def quarter_of(day: date) -> tuple[date, date]:
    """First day of the quarter and of the next one."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    if first.month == 10:
        return first, date(day.year + 1, 1, 1)
    return first, date(day.year, first.month + 3, 1)


def share(part: int, whole: int) -> float | None:
    """``part / whole`` in percent with one digit, ``None`` without a whole, never above 100."""
    if whole <= 0:
        return None
    return round(min(part / whole, 1.0) * 100, 1)


def colour(households: float | None, points: float | None, hours: float) -> str:
    """How a grid looks on the coverage page: ``white`` nobody was there, ``thin``, ``fair``, ``good``.

    The weaker of the known shares decides; hours alone never make a grid better than ``thin``.
    """
    known = [s for s in (households, points) if s is not None]
    if not any(known) and hours <= 0:
        return "white"
    weakest = min(known, default=0.0)
    return "good" if weakest >= 80 else "fair" if weakest >= 40 else "thin"


@dataclass(frozen=True, slots=True)
class ClassNode:
    """A class of the event tree: path ``a->b`` of names, code, what the phone shows."""

    code: str
    name: str
    parent: str


SEED_CLASSES: tuple[ClassNode, ...] = tuple(
    ClassNode(code, name, parent)
    for parent, rows in {
        "": (
            ("dispute", "矛盾纠纷"),
            ("order", "治安"),
            ("safety", "安全生产与消防"),
            ("city", "城市管理"),
            ("river", "生态环境与河道"),
            ("building", "违法建设"),
            ("service", "民生服务"),
            (EPIDEMIC, "疫情防控"),
            ("enterprise", "涉企服务"),
            ("other", "其他"),
        ),
        "dispute": (
            ("dispute_family", "婚姻家庭"),
            ("dispute_neighbour", "邻里纠纷"),
            ("dispute_wage", "劳资纠纷"),
        ),
        "order": (
            ("order_theft", "盗窃线索"),
            ("order_gambling", "聚众赌博"),
            ("order_stranger", "可疑人员"),
        ),
        "safety": (
            ("safety_fire_lane", "占用消防通道"),
            ("safety_ebike", "电动车违规充电"),
            ("safety_wire", "私拉电线"),
            ("safety_gas", "燃气隐患"),
        ),
        "city": (
            ("city_manhole", "井盖缺损"),
            ("city_rubbish", "垃圾堆积"),
            ("city_stall", "占道经营"),
            ("city_light", "路灯损坏"),
            ("city_pipe", "管道破损漏水"),
        ),
        "river": (("river_waste", "河道漂浮物"), ("river_drain", "污水直排"), ("river_burn", "露天焚烧")),
        "building": (("building_new", "新增违建"), ("building_roof", "屋顶搭建")),
        "service": (
            ("service_help", "困难群众"),
            ("service_water", "供水供电"),
            ("service_elder", "独居老人"),
        ),
        EPIDEMIC: (
            ("epidemic_return", "外来返乡人员"),
            ("epidemic_gather", "人员聚集"),
            ("epidemic_cardroom", "棋牌室营业"),
            ("epidemic_mask", "未戴口罩未查码"),
        ),
        "enterprise": (("enterprise_labour", "用工"), ("enterprise_supply", "物流原料")),
    }.items()
    for code, name in rows
)

SEED_NOTICES: tuple[tuple[str, str, str], ...] = (
    (
        "cardroom_close",
        "棋牌室停业告知书",
        "根据疫情防控工作要求,自本告知书送达之时起,棋牌室(麻将馆)一律暂停营业,恢复时间另行通知。"
        "拒不停业的,将由公安、市场监管等部门依法处理。\n特此告知。",
    ),
    (
        "safety_fix",
        "消防安全隐患整改告知书",
        "经巡查,您处存在消防安全隐患。请立即停止违规用火用电,清理疏散通道和安全出口,并于三日内完成整改。"
        "网格员将上门复查。\n特此告知。",
    ),
    (
        "return_report",
        "外来返乡人员报备告知书",
        "从中高风险地区来(返)人员,请于抵达后立即向村(社区)报备,配合核酸检测和健康管理。"
        "隐瞒行程的,依法承担责任。\n特此告知。",
    ),
)


def is_epidemic(class_code: str) -> bool:
    """Whether an event class belongs to 疫情防控: its clocks run through nights and holidays."""
    return class_code == EPIDEMIC or class_code.startswith(EPIDEMIC + "_")


def drift_words(seconds: int) -> str:
    """How wrong a device's clock is, in Chinese; ``""`` within the limit."""
    if abs(seconds) <= DRIFT_LIMIT:
        return ""
    return f"手机时间{'快' if seconds > 0 else '慢'} {abs(seconds) // 60} 分 {abs(seconds) % 60} 秒"


def same_prints(prints: Iterable[tuple[int, bytes]]) -> dict[bytes, list[int]]:
    """Owners by picture hash, of hashes that more than one owner uses."""
    owners: dict[bytes, list[int]] = {}
    for owner, print_ in prints:
        if owner not in owners.setdefault(print_, []):
            owners[print_].append(owner)
    return {print_: sorted(found) for print_, found in owners.items() if len(found) > 1}
