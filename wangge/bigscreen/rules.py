"""Pure decisions of the wall: modes, and a last sieve that lets no person's name or number through.

The hotline already takes the caller's own name and every number out of a text. The sieve here is for
names of *other* people in it: better a place name too many replaced than one neighbour on the wall.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

MODES = {"routine": "平时", "emergency": "战时", "drill": "演练"}

SOMEBODY = "市民"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余于杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范廖石金韦贾夏付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "嵇卞樊钮葛季尤缪瞿浦严管成施俞鲍凌霍裴柳祝左柯倪丛桑"
)
_DOUBLE = "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯"
_TITLES = "先生|女士|小姐|同志|老师|师傅|阿姨|大爷|大妈|叔叔|爷爷|奶奶|同学|医生"
_STYLED = re.compile(rf"(?:{_DOUBLE}|[{_SURNAMES}])[\u4e00-\u9fff]{{0,2}}?(?={_TITLES})(?:{_TITLES})")
_INTRODUCED = re.compile(
    r"(我叫|本人叫|名叫|姓名|联系人|诉求人|来电人|反映人|经办人|业主|户主|家属)([::是为]?\s*)([\u4e00-\u9fff]{2,3})"
    r"(?=[,。;、,;\s(()::]|$|反映|来电|投诉|咨询|求助|称|家)"
)
_DIGITS = re.compile(r"[\d][\d\s-]{5,}[\dXx]")
_PLACEHOLDERS = re.compile(r"\[(?:诉求人|号码|证件号)\]")
_PLACE_AFTER = re.compile(
    r"^(?:路|街|巷|弄|村|镇|乡|桥|河|港|圩|园|苑|府|庭|城|湾|庄|里|组|小区|新村|花园|广场|学校|小学|中学|医院|市场|公司|社区)"
)


@functools.lru_cache(maxsize=1)
def _tagger() -> Any:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    return jieba.posseg.dt


@functools.lru_cache(maxsize=4096)
def without_persons(text: str, keep: frozenset[str] = frozenset()) -> str:
    """The text without names and long numbers; words in ``keep`` (area names) stay whole."""
    clean = _PLACEHOLDERS.sub(SOMEBODY, text)
    clean = _DIGITS.sub("…", clean)
    clean = _STYLED.sub(SOMEBODY, clean)
    clean = _INTRODUCED.sub(rf"\1\2{SOMEBODY}", clean)
    clean = _without_tagged(clean, keep)
    return re.sub(rf"(?:{SOMEBODY}){{2,}}", SOMEBODY, clean)


def _without_tagged(text: str, keep: Iterable[str]) -> str:
    """Replace what the part-of-speech tagger takes for a person and a surname list confirms."""
    kept = frozenset(keep)
    pieces = [(pair.word, pair.flag) for pair in _tagger().cut(text)]
    shown = []
    for place, (word, flag) in enumerate(pieces):
        rest = "".join(w for w, _ in pieces[place + 1 : place + 3])
        person = (
            flag.startswith("nr")
            and 2 <= len(word) <= 4
            and (word[0] in _SURNAMES or re.match(_DOUBLE, word) is not None)
            and not any(word in name or name in word for name in kept)
            and not _PLACE_AFTER.match(rest)
        )
        shown.append(SOMEBODY if person else word)
    return "".join(shown)


def late_words(minutes: int) -> str:
    """``75`` → ``1 小时 15 分``, ``3000`` → ``2 天 2 小时``."""
    days, rest = divmod(max(minutes, 0), 1440)
    hours, left = divmod(rest, 60)
    if days:
        return f"{days} 天 {hours} 小时" if hours else f"{days} 天"
    if hours:
        return f"{hours} 小时 {left} 分" if left else f"{hours} 小时"
    return f"{left} 分"
