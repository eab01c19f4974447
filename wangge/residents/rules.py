"""Pure decisions about people: identity numbers, telephone numbers, names, codes, how long a row lives.

Codes follow GB/T 38962-2020 (health information of persons) where it names them: sex GB/T 2261.1,
nationality GB/T 2659, regions GB/T 2260. The identity number is checked by GB 11643 on both sides,
against ``contracts/vectors/idcard.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache

SEXES = {"1": "男", "2": "女", "0": "未知", "9": "未说明"}
ID_TYPES = {
    "id_card": "居民身份证",
    "passport": "护照",
    "hk_macao_permit": "港澳居民来往内地通行证",
    "taiwan_permit": "台湾居民来往大陆通行证",
    "residence_permit": "港澳台居民居住证",
    "foreigner_permit": "外国人永久居留身份证",
    "other": "其他证件",
}
CITIZEN_TYPES = frozenset({"id_card", "residence_permit"})
RELATIONS = {
    "": "",
    "head": "户主",
    "spouse": "配偶",
    "child": "子女",
    "parent": "父母",
    "grandchild": "孙子女",
    "grandparent": "祖父母",
    "sibling": "兄弟姐妹",
    "other": "其他",
}
RESIDENCES = {"registered": "户籍人口", "resident": "常住人口", "floating": "流动人口"}
PRESENCES = {"here": "在家居住", "away": "外出", "moved_out": "已迁出", "deceased": "已故"}
CONTACTS = {"phone": "电话", "visit": "上门", "relative": "亲属", "wechat": "微信"}
PHONE_KINDS = {"own": "本人", "guardian": "监护人", "relative": "亲属"}
HOUSEHOLD_KINDS = {"family": "家庭户", "collective": "集体户"}
CARE_KINDS = {
    "elder_alone": "独居老人",
    "elder_couple": "空巢老人",
    "disabled": "残疾人",
    "hardship": "困难家庭",
    "left_child": "留守儿童",
    "pregnant": "孕产妇",
    "dialysis": "血透患者",
    "chronic": "慢性病患者",
    "mental": "精神障碍患者",
}

ARRIVALS = {"returnee": "中高风险地区来通返通人员", "homecoming": "返乡人员", "outsider": "外来人员"}
TRANSPORTS = {
    "car": "自驾",
    "train": "火车",
    "coach": "长途汽车",
    "plane": "飞机",
    "ship": "轮船",
    "lorry": "货车",
    "other": "其他",
}
SYMPTOMS = {
    "fever": "发热",
    "cough": "咳嗽",
    "fatigue": "乏力",
    "sore_throat": "咽痛",
    "smell_loss": "嗅味觉减退",
    "diarrhoea": "腹泻",
    "breathless": "气促",
}
DECLARERS = {
    "self": "本人申报",
    "family": "家属代报",
    "worker": "网格员排查",
    "neighbour": "群众反映",
    "checkpoint": "卡口交接",
    "hotel": "宾馆上报",
}
OUTCOMES = {
    "answered": "已接通",
    "relative_answered": "亲属接听",
    "unanswered": "无人接听",
    "wrong_number": "号码错误",
    "refused": "拒绝配合",
    "call_later": "稍后再打",
}

SOURCES = {"phone": "手机采集", "console": "控制台登记", "import": "台账导入", "system": "系统"}
PURPOSES: Mapping[str, tuple[str, int]] = {
    "grid_service": ("网格服务管理", 730),
    "epidemic": ("疫情防控", 90),
}
"""Why a row is held: label and days until it is erased unless somebody confirms it (spec §12.2)."""

ACTS = {
    "registered": "登记",
    "corrected": "更正",
    "moved": "迁移",
    "arrival": "来通返通登记",
    "imported": "台账导入",
    "merged": "合并",
    "unmerged": "撤销合并",
    "called": "电话联系",
}
FIELDS = {
    "name": "姓名",
    "sex": "性别",
    "nationality": "国籍",
    "id_no": "证件号码",
    "birthday": "出生日期",
    "hukou_code": "户籍区划",
    "address": "现住址",
    "place": "所在网格",
    "household": "所属户",
    "relation": "与户主关系",
    "residence": "人口类别",
    "presence": "在住情况",
    "no_smartphone": "无智能手机",
    "preferred_contact": "联系方式偏好",
    "disease_history": "基础病史",
    "phones": "联系电话",
    "care": "关爱标签",
}

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
OLDEST = 130
SHORTEST_ASCII = 2


def label_of(purpose: str) -> str:
    """The Chinese name of a purpose."""
    return PURPOSES[purpose][0]


def expiry(purpose: str, collected_at: datetime) -> datetime:
    """When a row collected for a purpose is erased, unless it is confirmed before."""
    return collected_at + timedelta(days=PURPOSES[purpose][1])


def check_digit(first: str) -> str:
    """The 18th character of a citizen identity number (GB 11643) from its first seventeen digits."""
    return _CHECKS[sum(int(d) * w for d, w in zip(first, _WEIGHTS, strict=True)) % 11]


def normal_id_no(text: str) -> str:
    """Without spaces and full-width forms, letters large."""
    wide = text.translate({0xFF10 + n: str(n) for n in range(10)} | {0xFF38: "X", 0xFF58: "X"})
    return re.sub(r"[\s·\-]", "", wide).upper()


def id_no_fault(id_type: str, text: str, today: date) -> str:
    """What is wrong with an identity number, in Chinese; ``""`` when it may be stored (or is empty).

    Citizen numbers are checked in full; other papers only for their characters and length.
    """
    number = normal_id_no(text)
    if not number:
        return ""
    if id_type not in CITIZEN_TYPES:
        return "" if re.fullmatch(r"[A-Z0-9()]{5,20}", number) else "证件号码应为5至20位字母或数字"
    if len(number) == 15 and number.isdigit():
        return "这是15位旧号码,请填写18位身份证号"
    if not re.fullmatch(r"\d{17}[\dX]", number):
        return (
            f"身份证号应为18位,现在是{len(number)}位" if len(number) != 18 else "身份证号只能有数字,末位可为X"
        )
    born = birthday_of(id_type, number)
    if born is None or born > today or today.year - born.year > OLDEST:
        return "身份证号第7至14位不是合理的出生日期,请核对原件"
    if check_digit(number[:17]) != number[17]:
        return "身份证号第18位校验不符,请核对原件"
    return ""


def birthday_of(id_type: str, number: str) -> date | None:
    """The day of birth in a normalised citizen number; ``None`` for other papers and impossible days."""
    if id_type not in CITIZEN_TYPES or not re.fullmatch(r"\d{17}[\dX]", number):
        return None
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex_of(id_type: str, number: str) -> str:
    """``1`` or ``2`` from a normalised citizen number, ``""`` when it does not say."""
    if id_type not in CITIZEN_TYPES or not re.fullmatch(r"\d{17}[\dX]", number):
        return ""
    return "1" if int(number[16]) % 2 else "2"


def age_on(birthday: date | None, day: date) -> int | None:
    """Full years of age on a day."""
    if birthday is None:
        return None
    return day.year - birthday.year - ((day.month, day.day) < (birthday.month, birthday.day))


def mask_birthday(birthday: date | None) -> str:
    """``1969-**-**``: the mask of the identity number leaves out just the birthday, so that the two
    must never be shown together in full."""
    return f"{birthday.year}-**-**" if birthday else ""


def normal_phone(text: str) -> str:
    """Only the digits of a telephone number, without the country code (the hotline counts the same way,
    so that one number has one blind index everywhere)."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 13 and digits.startswith("86"):
        return digits[2:]
    if len(digits) == 15 and digits.startswith("0086"):
        return digits[4:]
    return digits


def phone_fault(text: str) -> str:
    """What is wrong with a telephone number, in Chinese; ``""`` when it may be stored (or is empty)."""
    if not text.strip():
        return ""
    digits = normal_phone(text)
    if re.search(r"[^\d+()\- 转]", text) or not 3 <= len(digits) <= 15:
        return "电话号码应为3至15位数字"
    if digits.startswith("1") and len(digits) > 5 and len(digits) != 11:
        return f"手机号应为11位,现在是{len(digits)}位"
    return ""


def name_fault(text: str) -> str:
    """What is wrong with a name."""
    name = normal_name(text)
    if not name:
        return "请填写姓名"
    if len(name) > 40 or re.search(r"[\d<>{}=@#%*]", name):
        return "姓名不能有数字和符号,不超过40字"
    return ""


def normal_name(text: str) -> str:
    """One spelling of a name: no spaces inside Chinese names, the middle dot as ``·``."""
    name = re.sub(r"[••・.．](?=[\u3400-\u9fff])", "·", " ".join(text.split()))
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", name)


_SURNAMES = {
    "仇": "qiu", "单": "shan", "解": "xie", "查": "zha", "曾": "zeng", "区": "ou", "任": "ren", "葛": "ge",
    "朴": "piao", "盖": "ge", "冼": "xian", "缪": "miao", "翟": "zhai", "乐": "yue", "覃": "qin", "华": "hua",
    "宁": "ning", "尉迟": "yu chi", "令狐": "ling hu", "万俟": "mo qi", "盛": "sheng", "燕": "yan",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def spell(name: str) -> tuple[str, str]:
    """(pinyin without spaces, initials) of a name, lower case; surnames as surnames are read."""
    from pypinyin import Style, lazy_pinyin

    head = next((s for s in _SURNAMES if len(s) == 2 and name.startswith(s)), name[:1])
    if head in _SURNAMES:
        first = _SURNAMES[head].split()
        rest = lazy_pinyin(name[len(head) :], style=Style.NORMAL, errors="default")
        syllables = [*first, *rest]
    else:
        syllables = lazy_pinyin(name, style=Style.NORMAL, errors="default")
    clean = [re.sub(r"[^a-z]", "", s.lower().replace("ü", "v")) for s in syllables]
    clean = [s for s in clean if s]
    return "".join(clean)[:80], "".join(s[0] for s in clean)[:20]


def end_of(prefix: str) -> str:
    """The smallest text after every text that starts with ``prefix``, in byte order."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def pairs(text: str) -> list[str]:
    """Neighbouring characters, as ``residents_pairs`` in the database counts them."""
    return [text[i : i + 2] for i in range(len(text) - 1)]


def arrival_faults(fields: Mapping[str, object], today: date) -> dict[str, str]:
    """What is missing or impossible in a registration of an arrival, by field; the phone asks the same.

    ``fields`` has ``kind``, ``from_place``, ``last_left_on``, ``arrived_on``, ``address``, ``phones``
    (how many numbers), ``no_smartphone``, ``temperature``, ``symptoms``, ``transport``, ``declared_by``.
    """
    faults: dict[str, str] = {}
    for name, known, label in (
        ("kind", ARRIVALS, "人员类别"),
        ("transport", TRANSPORTS, "交通方式"),
        ("declared_by", DECLARERS, "申报人"),
    ):
        if fields[name] not in known:
            faults[name] = f"请选择{label}"
    if not str(fields["from_place"]).strip():
        faults["from_place"] = "请填写从哪里来"
    if not str(fields["address"]).strip():
        faults["address"] = "请填写在通住址"
    faults |= _dates(fields["last_left_on"], fields["arrived_on"], fields["kind"] == "returnee", today)
    if not fields["phones"] and not fields["no_smartphone"]:
        faults["phone"] = "请填写联系电话;没有手机的请勾选“无智能手机”并填写亲属电话或上门联系"
    warm = fields["temperature"]
    if isinstance(warm, int | float) and not 34 <= warm <= 43:
        faults["temperature"] = "体温应在34至43度之间"
    symptoms = fields["symptoms"]
    if isinstance(symptoms, Iterable) and any(one not in SYMPTOMS for one in symptoms):
        faults["symptoms"] = "有不认识的症状"
    return faults


def _dates(left: object, arrived: object, must_say: bool, today: date) -> dict[str, str]:
    if not isinstance(arrived, date):
        return {"arrived_on": "请选择抵达日期"}
    if arrived > today:
        return {"arrived_on": "抵达日期不能晚于今天"}
    if (today - arrived).days > 60:
        return {"arrived_on": "抵达已超过60天,请核对日期"}
    if left is None:
        return {"last_left_on": "请选择离开当地的日期"} if must_say else {}
    if not isinstance(left, date) or left > arrived:
        return {"last_left_on": "离开日期不能晚于抵达日期"}
    return {}
