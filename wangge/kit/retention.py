"""Retention classes: how long a column lives and what becomes of it (spec §12.2).

Every model carries ``retention = {"*": CLASS, "column": CLASS}``; a test walks all models.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """``days`` until ``action`` (``keep``, ``erase`` or ``pseudonymise``); 0 days with ``keep``: for ever."""

    name: str
    days: int
    action: str
    meaning: str


REGISTER = Retention("register", 0, "keep", "公共登记信息,长期保存,不含个人敏感信息")
LOG = Retention("log", 0, "keep", "操作留痕,长期保存")
TICKET = Retention("ticket", 5 * 365, "erase", "工单保存五年")
CALLER = Retention("caller", 365, "pseudonymise", "诉求人信息一年后去标识化")
ACCOUNT = Retention("account", 365, "erase", "账号停用一年后清除个人信息")
SESSION = Retention("session", 180, "erase", "登录记录保存六个月")
WORK = Retention("work", 90, "erase", "过程数据保存九十天")
ATTACHMENT = Retention("attachment", 5 * 365, "erase", "附件随工单保存五年")
PERSON = Retention("person", 730, "erase", "人口信息两年未复核即清除")

CLASSES: dict[str, Retention] = {
    r.name: r for r in (REGISTER, LOG, TICKET, CALLER, ACCOUNT, SESSION, WORK, ATTACHMENT, PERSON)
}
