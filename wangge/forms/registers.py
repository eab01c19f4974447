"""What the registers already hold: a survey may show it, but never ask for it again.

Spec §0.4, §6.5: repeated collection is the first complaint of the base. A question whose name or
title names a known field is refused, with the word to put into the 登记字段 column instead; such a
question is prefilled and read-only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegisterField:
    """One field of a register: ``enterprise.credit_code``, its Chinese name, other words for it."""

    key: str
    label: str
    words: tuple[str, ...]


_fields: dict[str, RegisterField] = {}


def declare(key: str, label: str, *words: str) -> None:
    """A register says that it holds this field (its owner calls this at start)."""
    _fields[key] = RegisterField(key, label, (label, *words))


def known() -> dict[str, RegisterField]:
    """Every declared field by key."""
    return dict(_fields)


def asked_again(title: str, name: str, subject: str) -> RegisterField | None:
    """The field of the subject's register that a question would collect once more, if there is one.

    ``subject`` is the register the survey is about (``enterprise``, ``person`` …). A title asks for
    a field when, without filler words, it is one of the field's words.
    """
    plain = re.sub(r"[\s::*(()).。、]|请填写|请输入|贵?单位的?|企业的?|您的?|本?人的?", "", title)
    for field in _fields.values():
        if not field.key.startswith(f"{subject}."):
            continue
        if name == field.key.split(".", 1)[1]:
            return field
        for word in field.words:
            bare = re.sub(r"贵?单位的?|企业的?|本?人的?", "", word)
            if plain and plain in {word, bare}:
                return field
    return None


declare("enterprise.credit_code", "统一社会信用代码", "信用代码", "社会信用代码", "营业执照号")
declare("enterprise.name", "企业名称", "单位名称", "公司名称", "名称")
declare("enterprise.address", "企业地址", "单位地址", "经营地址", "地址")
declare("enterprise.contact", "联系人", "企业联系人", "单位联系人")
declare("enterprise.phone", "联系电话", "企业联系电话", "手机号", "联系方式")
declare("enterprise.town", "所属镇街", "所在镇", "镇(街道)", "所属镇(街道)")
declare("person.name", "姓名")
declare("person.id_no", "身份证号", "身份证号码", "证件号码")
declare("person.phone", "联系电话", "手机号", "手机号码", "联系方式")
declare("person.sex", "性别")
declare("person.birthday", "出生日期", "生日")
declare("person.address", "现住址", "家庭住址", "居住地址")
