"""Pure decisions about tickets: codes, personal data in texts, lateness, duplicates, suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from wangge.kit import words

CHANNELS = {
    "phone": "公众来电",
    "web": "网站",
    "wechat": "微信",
    "weibo": "微博",
    "app": "移动APP",
    "province": "省平台交办",
    "superior": "上级交办",
    "department": "部门转办",
    "grid": "网格上报",
    "video": "视频巡查",
    "message": "邮件短信",
    "visit": "来访",
}
KINDS = {
    "inquiry": "咨询",
    "help": "求助",
    "complaint": "投诉",
    "report": "举报",
    "suggestion": "建议",
    "other": "其他",
}
URGENCIES = {"normal": "一般", "urgent": "紧急", "critical": "特急"}
CALLER_TYPES = {"person": "个人", "enterprise": "企业", "other": "其他"}
SOURCE_LEVELS = {"": "", "state": "国务院互联网+督查", "province": "省", "city": "市", "district": "区"}
SATISFACTIONS = {
    "satisfied": "满意",
    "basic": "基本满意",
    "dissatisfied": "不满意",
    "no_opinion": "未表态",
}
SOLVED = {"yes": "已解决", "no": "未解决", "no_opinion": "未表态"}
FITS = {"fits": "契合", "does_not_fit": "不契合", "no_opinion": "未表态"}
REQUEST_KINDS = {"return": "退单", "extension": "延期", "exclusion": "不合理诉求认定"}
REQUEST_STATES = {"pending": "待审", "approved": "同意", "rejected": "驳回"}
PRESSURES = {"urge": "催办", "supervise": "督办"}
DUTIES = {"lead": "主办", "co": "协办", "transfer": "转办"}
RETURN_REASONS = {
    "not_our_duty": "不属于本单位职责",
    "wrong_area": "不属于本辖区",
    "unclear": "诉求内容不清",
    "duplicate": "重复工单",
    "legal_way": "已进入法定途径",
    "other": "其他",
}
EXTENSION_REASONS = {
    "complex": "情况复杂需多方协调",
    "expert": "需检测鉴定或专家论证",
    "weather": "天气等客观条件限制",
    "procedure": "需履行法定程序",
    "other": "其他",
}
SUSPEND_REASONS = {"await_material": "等待诉求人补充材料", "await_caller": "诉求人暂时无法配合"}
REFUSE_REASONS = {
    "litigation": "诉讼、仲裁、纪检监察、行政复议等程序事项",
    "petition": "已进入信访渠道的事项",
    "secret": "涉及国家秘密、商业秘密",
    "privacy": "涉及个人隐私",
    "public_order": "违反社会公序良俗",
    "emergency": "应由110、119、120、122受理的紧急事项",
    "duplicate": "重复工单已并入",
    "withdrawn": "诉求人撤回",
    "invalid": "无实质内容或骚扰来电",
}
EXCLUSION_REASONS = {
    "unlawful": "诉求违反法律法规政策",
    "beyond": "诉求明显超出现有条件",
    "settled": "已依法终结仍重复反映",
    "malicious": "恶意投诉",
    "other": "其他",
}
CALLBACK_FAILURES = {
    "no_answer": "无人接听",
    "powered_off": "关机停机",
    "wrong_number": "号码错误",
    "refused": "拒绝回访",
    "language": "无法沟通",
}
APPLICATION_TYPES = {
    "": "",
    "out_of_area": "超出行政范围类",
    "out_of_duty": "超出职责类",
    "policy_limit": "政策限制类",
    "history": "历史遗留类",
}
EPIDEMIC = "epidemic"
DUPLICATE_DAYS = 7
LIKE_ENOUGH = 0.3
OPEN_TOO_LONG = timedelta(hours=2)

_DAY = r"20[0-4]\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)"
_MOBILE = r"1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
_LANDLINE = r"0\d{2,3}[- ]?\d{7,8}|[2-8]\d{6,7}"
_PHONE = re.compile(rf"(?<!\d)(?!{_DAY})(?:\+?86[- ]?)?(?:{_MOBILE}|{_LANDLINE})(?!\d)")
_ID_NO = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_LONG_DIGITS = re.compile(r"\d[\d -]{5,}\d")


def normal_phone(text: str) -> str:
    """Only the digits of a telephone number, without the country code: ``"+86 199-0000-0001"`` →
    ``"19900000001"``."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 13 and digits.startswith("86"):
        return digits[2:]
    if len(digits) == 15 and digits.startswith("0086"):
        return digits[4:]
    return digits


def is_mobile(number: str) -> bool:
    """Whether a normalised number can receive a text message."""
    return len(number) == 11 and number.startswith("1")


def phone_fault(text: str) -> str:
    """What is wrong with a telephone number, in Chinese; ``""`` when it may be stored."""
    if not text:
        return ""
    digits = normal_phone(text)
    if not 3 <= len(digits) <= 15 or re.search(r"[^\d+()\- 转]", text):
        return "号码应为3至15位数字"
    return ""


def redact(text: str, names: Iterable[str] = ()) -> str:
    """The text without telephone and identity numbers and without the given names.

    What stands in their place is as long as it must be to read on: ``[号码]``, ``[证件号]``,
    ``[诉求人]``. Used wherever a confidential ticket is shown or searched (GB/T 33358).
    """
    clean = _ID_NO.sub("[证件号]", text)
    clean = _PHONE.sub("[号码]", clean)
    for name in names:
        if len(name) > 1:
            clean = clean.replace(name, "[诉求人]")
    return clean


_DOUBLE = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "长孙",
        "宇文",
        "司徒",
        "夏侯",
        "轩辕",
        "端木",
        "百里",
        "南宫",
        "独孤",
        "西门",
    ]
)


def family_name(name: str) -> str:
    """The family name of a Chinese name; ``""`` for an empty one or one that is not Chinese."""
    if not name or not "\u4e00" <= name[0] <= "\u9fff":
        return ""
    return name[:2] if name[:2] in _DOUBLE else name[0]


def searchable(title: str, content: str, address: str, names: Iterable[str] = ()) -> str:
    """The token text of a ticket: bigrams of title, content and address without personal data.

    Long digit runs go too, so that a number cannot be found by trying.
    """
    cleaned = [
        _LONG_DIGITS.sub(" ", redact(t, names).replace("[", " ").replace("]", " "))
        for t in (title, content, address)
    ]
    return words.document(*cleaned)


def title_from(content: str) -> str:
    """A title when the operator typed none: the first clause, at most 40 characters."""
    first = re.split(r"[。;;!!??\n,,]", redact(content).strip(), maxsplit=1)[0].strip()
    return (first or "未填写标题")[:40]


def is_epidemic(topic: str) -> bool:
    """Whether the ticket runs on calendar hours (spec §3.5)."""
    return topic.startswith(EPIDEMIC)


def is_late(replied_at: datetime | None, due_at: datetime | None, now: datetime) -> bool:
    """Whether the reply came, or is still missing, after it was due."""
    return due_at is not None and (replied_at or now) > due_at


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two tickets may be one: ``score`` 0–1 and the reasons in Chinese."""

    score: float
    reasons: tuple[str, ...]


def likeness(
    tokens: Iterable[str], other: Iterable[str], *, same_number: bool, same_area: bool, same_category: bool
) -> Likeness:
    """How alike two tickets are: the same number weighs most, then words, then place and category."""
    mine, theirs = set(tokens), set(other)
    shared = mine & theirs
    overlap = len(shared) / max(min(len(mine), len(theirs)), 1)
    reasons: list[str] = []
    score = 0.6 * overlap
    if same_number:
        score += 0.35
        reasons.append("同一号码")
    if same_area:
        score += 0.15
        reasons.append("同一地点区域")
    if same_category:
        score += 0.1
        reasons.append("同一问题分类")
    if overlap >= 0.3:
        reasons.append(f"内容相近({round(overlap * 100)}%)")
    return Likeness(round(min(score, 1.0), 2), tuple(reasons))


@dataclass(frozen=True, slots=True)
class Hint:
    """One reason to send a ticket to an agency: weight 0–100 and the reason in Chinese."""

    agency_id: int
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed unit with every reason that speaks for it, best first."""

    agency_id: int
    score: float
    reasons: tuple[str, ...]


def suggestions(hints: Sequence[Hint], most: int = 3) -> list[Suggestion]:
    """Add the hints up per agency; at most ``most`` proposals, the heaviest first."""
    scores: dict[int, float] = {}
    reasons: dict[int, list[tuple[float, str]]] = {}
    for hint in hints:
        scores[hint.agency_id] = scores.get(hint.agency_id, 0.0) + hint.weight
        reasons.setdefault(hint.agency_id, []).append((hint.weight, hint.reason))
    ranked = sorted(scores, key=lambda agency: (-scores[agency], agency))[:most]
    return [
        Suggestion(a, round(scores[a], 1), tuple(r for _, r in sorted(reasons[a], key=lambda p: -p[0])))
        for a in ranked
    ]


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_no_fault(text: str) -> str:
    """What is wrong with a citizen identity number (GB 11643), in Chinese; ``""`` when it may be stored."""
    if not text:
        return ""
    if not re.fullmatch(r"\d{17}[\dXx]", text):
        return "身份证号应为18位"
    check = "10X98765432"[sum(int(d) * w for d, w in zip(text[:17], _WEIGHTS, strict=True)) % 11]
    return "" if text[17].upper() == check else "身份证号校验位不符,请核对"
