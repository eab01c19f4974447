"""What the registers already hold: a survey may show it, but never ask for it again.

Spec §0.4, §6.5: repeated collection is the first complaint of the base. A question whose name or
title names a known field is refused, with the word to put into the 登记字段 column instead; such a
question is prefilled and read-only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from wangge.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class RegisterField:
    """One field of a register: ``enterprise.credit_code``, its Chinese name, other words for it.

    ``by_name``: a question whose variable is called like the field asks for it too.
    """

    key: str
    label: str
    words: tuple[str, ...]
    by_name: bool = True

    def asked_by(self, title: str, name: str) -> bool:
        """Whether a question's title, without filler words, or its variable name asks for this field."""
        plain = _bare(title)
        return (self.by_name and name == self.key.split(".", 1)[1]) or (
            plain != "" and plain in {_bare(word) for word in self.words}
        )


@dataclass(frozen=True, slots=True)
class Held:
    """What a register holds of one subject in sight: its title, values by field key, where it is."""

    title: str
    values: dict[str, Any] = field(default_factory=dict)
    areas: tuple[int | None, int | None, int | None] = (None, None, None)


Resolver = Callable[[Actor, Collection[int]], dict[int, Held]]
_resolvers: dict[str, Resolver] = {}


def resolves(subject: str) -> Callable[[Resolver], Resolver]:
    """Decorator: the function answers for a register (``enterprise``), through the owner's gate."""

    def register(function: Resolver) -> Resolver:
        _resolvers[subject] = function
        return function

    return register


def resolver(subject: str) -> Resolver | None:
    """Who answers for a register, ``None`` when nobody does here."""
    return _resolvers.get(subject)


_fields: dict[str, RegisterField] = {}
# Fields of persons that are sealed wherever an answer holds them, and how they are masked.
PERSONAL = {
    "person.id_no": "id_no",
    "person.phone": "phone",
    "enterprise.phone": "phone",
    "household.phone": "phone",
    "person.name": "name",
    "person.address": "text",
}
SUBJECT_OF_KIND = {
    "premises.premises": "enterprise",
    "premises.enterprise": "enterprise",
    "residents.person": "person",
    "residents.household": "household",
    "territory.place": "place",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One record a look-up offers."""

    id: int
    title: str
    detail: str


Finder = Callable[[Actor, str], list[Found]]
_finders: dict[str, Finder] = {}


def finds(subject: str) -> Callable[[Finder], Finder]:
    """Decorator: the function searches a register (``enterprise``) through the owner's gate."""

    def register(function: Finder) -> Finder:
        _finders[subject] = function
        return function

    return register


def finder(subject: str) -> Finder | None:
    """Who searches a register, ``None`` when nobody does here."""
    return _finders.get(subject)


def _bare(text: str) -> str:
    stripped = re.sub(r"[\s::*(()).。、]|请填写|请输入|贵?单位的?|企业的?|您的?|本?人的?", "", text)
    return stripped.lower()


def declare(key: str, label: str, *words: str, by_name: bool = True) -> None:
    """A register says that it holds this field."""
    _fields[key] = RegisterField(key, label, (label, *words), by_name)


def known() -> dict[str, RegisterField]:
    """Every declared field by key."""
    return dict(_fields)


def asked_again(title: str, name: str, subject: str) -> RegisterField | None:
    """The field of the subject's register that a question would collect once more, if there is one.

    ``subject`` is the register the survey is about (``enterprise``, ``person`` …).
    """
    for held in _fields.values():
        if held.key.startswith(f"{subject}.") and held.asked_by(title, name):
            return held
    return None


declare("enterprise.credit_code", "统一社会信用代码", "信用代码", "社会信用代码", "营业执照号")
declare("enterprise.name", "企业名称", "单位名称", "公司名称", "名称")
declare("enterprise.address", "企业地址", "单位地址", "经营地址", "地址")
declare("enterprise.contact", "联系人", "企业联系人", "单位联系人")
declare("enterprise.phone", "联系电话", "企业联系电话", "手机号", "联系方式")
declare("enterprise.town", "所属镇街", "所在镇", "镇(街道)", "所属镇(街道)")
declare("enterprise.staff_total", "登记员工数", "在册员工数", "登记从业人数", by_name=False)
declare("person.name", "姓名")
declare("person.id_no", "身份证号", "身份证号码", "证件号码", "ID number", "National ID", "ID card number")
declare(
    "person.phone", "联系电话", "手机号", "手机号码", "联系方式", "Phone number", "Mobile number", "Phone"
)
declare("person.sex", "性别")
declare("person.birthday", "出生日期", "生日")
declare("person.address", "现住址", "家庭住址", "居住地址")
declare("household.address", "家庭住址", "门牌地址", "住址")
declare("household.head", "户主", "户主姓名")
