"""Writes of policy: seeding, correcting a day, a new deadline row, switching the mode."""

from __future__ import annotations

import functools
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import chinese_calendar
from django.db import connection, transaction
from django.db.models import F

from wangge.audit import services as audit
from wangge.kit import clock, permissions
from wangge.kit.actor import Actor
from wangge.kit.errors import Conflict, Invalid
from wangge.live import services as live
from wangge.policy import queries, rules
from wangge.policy.models import CalendarDay, DeadlineRule, DutyHours, Limit, ModeChange, PolicyVersion
from wangge.policy.permissions import CALENDAR, DEADLINES, MODE
from wangge.policy.rules import DAY_KINDS

BEGINNING = datetime(2018, 1, 1, tzinfo=UTC)
LAST_YEAR = 2100
HOLIDAYS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}
LIMITS: Mapping[str, int] = {
    "hotline.returns_per_unit": 1,
    "hotline.extensions": 1,
    "hotline.extension_work_days": 5,
    "hotline.suspensions": 1,
    "hotline.added_unit_work_days": 5,
    "hotline.pending_alarm_minutes": 120,
    "patrol.returns_per_unit": 1,
    "patrol.duplicate_metres": 50,
    "patrol.duplicate_hours": 48,
    "patrol.check_in_dwell_seconds": 60,
    "patrol.self_handled_days": 7,
    "casework.warn_first_minutes": 240,
    "casework.warn_last_minutes": 60,
    "casework.escalate_head_minutes": 60,
    "casework.escalate_supervisor_minutes": 240,
    "casework.escalate_commander_minutes": 420,
}
LIMIT_LABELS: Mapping[str, str] = {
    "hotline.returns_per_unit": "每个单位可申请退单次数",
    "hotline.extensions": "可申请延期次数",
    "hotline.extension_work_days": "延期最多工作日",
    "hotline.suspensions": "可挂起次数",
    "hotline.added_unit_work_days": "加派单位办理工作日",
    "hotline.pending_alarm_minutes": "待派遣超过多少分钟告警",
    "patrol.returns_per_unit": "每个单位可申请退回巡查事件次数",
    "patrol.duplicate_metres": "同类事件相距多少米内提示重复",
    "patrol.duplicate_hours": "同类事件多少小时内提示重复",
    "patrol.check_in_dwell_seconds": "巡查点打卡至少停留秒数",
    "patrol.self_handled_days": "自行处置事件多少天未抽查自动结案",
    "casework.warn_first_minutes": "到期前第一次提醒(分钟)",
    "casework.warn_last_minutes": "到期前最后一次提醒(分钟)",
    "casework.escalate_head_minutes": "超时多少分钟后提醒单位负责人",
    "casework.escalate_supervisor_minutes": "超时多少分钟后提醒督办员",
    "casework.escalate_commander_minutes": "超时多少分钟后提醒指挥长",
}
EPIDEMIC: dict[str, Sequence[object]] = {"epidemic": [True]}
PRESSING: dict[str, Sequence[object]] = {"urgency": ["urgent", "critical"]}


@dataclass(frozen=True)
class NewDeadline:
    """One deadline row; ``conditions`` maps a fact to its allowed values."""

    clock_kind: str
    priority: int
    amount: int
    unit: str
    calendar: str
    text: str
    conditions: Mapping[str, Sequence[object]] = field(default_factory=dict)
    document: str = "默认时限(可在政策库修改)"
    issued_by: str = "本平台默认"


HOTLINE_DEADLINES: tuple[NewDeadline, ...] = (
    NewDeadline("sign", 10, 2, "hours", "always", "战时 2 小时内签收", {"mode": ["emergency"]}),
    NewDeadline("sign", 15, 2, "hours", "always", "疫情类 2 小时内签收", EPIDEMIC),
    NewDeadline("sign", 20, 4, "hours", "work", "4 个工作小时内签收"),
    NewDeadline("return", 20, 1, "work_days", "work", "1 个工作日内可申请退单"),
    NewDeadline("reply", 10, 2, "hours", "always", "疫情紧急事项 2 小时内办结", EPIDEMIC | PRESSING),
    NewDeadline("reply", 20, 2, "hours", "always", "特急事项 2 小时内办结", {"urgency": ["critical"]}),
    NewDeadline(
        "reply", 30, 24, "hours", "always", "疫情类咨询 24 小时内办结", EPIDEMIC | {"kind": ["inquiry"]}
    ),
    NewDeadline(
        "reply", 31, 72, "hours", "always", "疫情类求助 72 小时内办结", EPIDEMIC | {"kind": ["help"]}
    ),
    NewDeadline("reply", 32, 120, "hours", "always", "疫情类投诉举报及其他 120 小时内办结", EPIDEMIC),
    NewDeadline("reply", 40, 1, "work_days", "work", "咨询 1 个工作日内办结", {"kind": ["inquiry"]}),
    NewDeadline("reply", 41, 3, "work_days", "work", "求助 3 个工作日内办结", {"kind": ["help"]}),
    NewDeadline(
        "reply", 42, 5, "work_days", "work", "投诉举报 5 个工作日内办结", {"kind": ["complaint", "report"]}
    ),
    NewDeadline("reply", 43, 10, "work_days", "work", "建议 10 个工作日内办结", {"kind": ["suggestion"]}),
    NewDeadline("reply", 90, 5, "work_days", "work", "5 个工作日内办结"),
)

GRAVE: dict[str, Sequence[object]] = {"level": ["major"]}
PATROL_DEADLINES: tuple[NewDeadline, ...] = (
    NewDeadline("sign", 5, 30, "minutes", "always", "紧急事件 30 分钟内签收", {"urgent": [True]}),
    NewDeadline("sign", 10, 2, "hours", "always", "战时 2 小时内签收", {"mode": ["emergency"]}),
    NewDeadline("sign", 15, 2, "hours", "always", "疫情类 2 小时内签收", EPIDEMIC),
    NewDeadline("sign", 20, 4, "hours", "work", "4 个工作小时内签收"),
    NewDeadline("return", 20, 1, "work_days", "work", "1 个工作日内可申请退回"),
    NewDeadline("reply", 10, 2, "hours", "always", "紧急事件 2 小时内处理完毕", {"urgent": [True]}),
    NewDeadline("reply", 20, 24, "hours", "always", "重大事件 24 小时内处理完毕", GRAVE),
    NewDeadline("reply", 30, 24, "hours", "always", "疫情类 24 小时内处理完毕", EPIDEMIC),
    NewDeadline("reply", 40, 5, "work_days", "work", "较大事件 5 个工作日内处理完毕", {"level": ["larger"]}),
    NewDeadline("reply", 90, 3, "work_days", "work", "一般事件 3 个工作日内处理完毕"),
)
CAMPAIGN_DEADLINES: tuple[NewDeadline, ...] = (
    NewDeadline("sign", 10, 2, "hours", "always", "战时 2 小时内接办", {"mode": ["emergency"]}),
    NewDeadline("sign", 20, 4, "hours", "work", "4 个工作小时内接办"),
    NewDeadline("reply", 10, 24, "hours", "always", "突出问题 24 小时内整改", {"severity": ["serious"]}),
    NewDeadline("reply", 15, 2, "work_days", "work", "战时 2 个工作日内整改", {"mode": ["emergency"]}),
    NewDeadline("reply", 20, 5, "work_days", "work", "走访问题 5 个工作日内解决", {"source": ["visit"]}),
    NewDeadline("reply", 90, 3, "work_days", "work", "3 个工作日内整改"),
)
DEADLINE_TABLES: Mapping[str, tuple[NewDeadline, ...]] = {
    "hotline": HOTLINE_DEADLINES,
    "patrol": PATROL_DEADLINES,
    "campaigns": CAMPAIGN_DEADLINES,
}


def _touch() -> None:
    # a token, not a counter: a number of a rolled-back change must never come again
    token = secrets.randbits(62)
    if not PolicyVersion.objects.update(number=token):
        PolicyVersion.objects.create(number=token)
    queries.forget_cache()


@transaction.atomic
def seed(*, actor: Actor, last_year: int = LAST_YEAR) -> None:
    """Load what a new installation needs: calendar, duty hours, default deadlines and limits.

    Idempotent: rows that are there stay as people have changed them. Source of the days:
    chinesecalendar (State Council notices, with make-up days).
    """
    permissions.require(actor, CALENDAR)
    _seed_days(last_year)
    DutyHours.objects.get_or_create(
        valid_from=date(2018, 1, 1),
        defaults={"windows": [[510, 720], [840, 1050]], "source": "默认作息 8:30–12:00、14:00–17:30"},
    )
    limits = [Limit(name=name, valid_from=BEGINNING, value=value) for name, value in LIMITS.items()]
    Limit.objects.bulk_create(limits, ignore_conflicts=True)
    for business, table in DEADLINE_TABLES.items():
        if not DeadlineRule.objects.filter(business=business).exists():
            DeadlineRule.objects.bulk_create([_deadline(business, rule, BEGINNING) for rule in table])
    _touch()


_NEW_DAYS = """
INSERT INTO policy_calendarday (day, kind, name, source, version)
SELECT *, %s, 1 FROM unnest(%s::date[], %s::text[], %s::text[])
ON CONFLICT (day) DO NOTHING
"""
SOURCE = "国务院办公厅节假日安排(chinesecalendar)"


def _seed_days(last_year: int) -> None:
    _add_days([d for d in _announced() if d[0].year <= last_year], SOURCE)


def _add_days(days: Sequence[tuple[date, str, str]], source: str) -> None:
    columns = [list(column) for column in zip(*days, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(_NEW_DAYS, [source, *columns])


@functools.cache
def _announced() -> list[tuple[date, str, str]]:
    """Day, kind and name of every day the library knows since 2018; later years it refuses, and so do we."""
    found: list[tuple[date, str, str]] = []
    day = BEGINNING.date()
    while True:
        try:
            working = chinese_calendar.is_workday(day)
        except NotImplementedError:
            return found
        _off, name = chinese_calendar.get_holiday_detail(day)
        spoken = HOLIDAYS.get(str(name), "") if name else ""
        weekend = day.weekday() >= 5
        if working:
            kind = "makeup" if weekend else "workday"
        else:
            kind = "holiday" if spoken else "rest"
        found.append((day, kind, spoken))
        day += timedelta(days=1)


@transaction.atomic
def set_day(*, actor: Actor, day: date, kind: str, name: str = "", source: str = "") -> CalendarDay:
    """Say what kind of day it is, with the document it comes from; running clocks keep their due moment."""
    permissions.require(actor, CALENDAR)
    if kind not in DAY_KINDS:
        raise Invalid.field("kind", "应为工作日、周末、调休上班或节假日")
    if not source.strip():
        raise Invalid.field("source", "请填写依据,例如通知文号")
    row, _made = CalendarDay.objects.update_or_create(
        day=day, defaults={"kind": kind, "name": name, "source": source}
    )
    CalendarDay.objects.filter(pk=row.pk).update(version=F("version") + 1)
    audit.record(
        actor, "policy.calendar.set", subject=f"policy.day:{row.pk}", data={"day": str(day), "kind": kind}
    )
    _touch()
    row.refresh_from_db()
    return row


@transaction.atomic
def announce_year(
    *, actor: Actor, year: int, holidays: Mapping[date, str], makeups: Sequence[date], source: str
) -> int:
    """Enter a whole year from the State Council's notice: holidays (day → name) and make-up days.

    Returns how many days were written. A year that is there is corrected day by day (``Conflict``);
    ``source`` names the notice, e.g. 国办发明电〔2020〕27号.
    """
    permissions.require(actor, CALENDAR)
    if not BEGINNING.year <= year <= LAST_YEAR:
        raise Invalid.field("year", f"年份应在 {BEGINNING.year} 到 {LAST_YEAR} 之间")
    if not source.strip():
        raise Invalid.field("source", "请填写依据,例如通知文号")
    if CalendarDay.objects.filter(day__year=year).exists():
        raise Conflict(f"{year} 年的工作日历已有,请逐日修改", code="year_exists")
    if not CalendarDay.objects.filter(day=date(year - 1, 12, 31)).exists():
        raise Conflict(f"请先维护 {year - 1} 年的工作日历", code="year_before_missing")
    try:
        days = rules.year_of_days(year, holidays, makeups)
    except ValueError as wrong:
        raise Invalid.field("makeups", str(wrong)) from wrong
    _add_days(days, source.strip())
    audit.record(actor, "policy.calendar.announced", subject=f"policy.year:{year}", data={"days": len(days)})
    _touch()
    return len(days)


def _deadline(business: str, rule: NewDeadline, at: datetime) -> DeadlineRule:
    return DeadlineRule(
        business=business,
        clock_kind=rule.clock_kind,
        priority=rule.priority,
        conditions=dict(rule.conditions),
        amount=rule.amount,
        unit=rule.unit,
        calendar=rule.calendar,
        text=rule.text,
        document=rule.document,
        issued_by=rule.issued_by,
        valid_from=at,
    )


@transaction.atomic
def set_deadline(*, actor: Actor, business: str, rule: NewDeadline) -> DeadlineRule:
    """A new row from now on; the row of the same clock and priority ends. Running clocks keep theirs."""
    permissions.require(actor, DEADLINES)
    if rule.amount <= 0:
        raise Invalid.field("amount", "时限应大于 0")
    if rule.unit == "work_days" and rule.calendar == "always":
        raise Invalid.field("calendar", "工作日时限应按工作时间计算")
    now = clock.now()
    DeadlineRule.objects.filter(
        business=business, clock_kind=rule.clock_kind, priority=rule.priority, valid_to__isnull=True
    ).update(valid_to=now)
    row = _deadline(business, rule, now)
    row.save(force_insert=True)
    audit.record(actor, "policy.deadline.set", subject=f"policy.deadline:{row.pk}", data={"text": rule.text})
    _touch()
    return row


@transaction.atomic
def set_limit(*, actor: Actor, name: str, value: int, document: str = "") -> None:
    """A new value of a limit from now on."""
    permissions.require(actor, DEADLINES)
    if name not in LIMITS:
        raise Invalid.field("name", "没有这个参数")
    if value < 0:
        raise Invalid.field("value", "不能为负数")
    Limit.objects.create(name=name, value=value, valid_from=clock.now(), document=document)
    audit.record(actor, "policy.limit.set", subject=f"policy.limit:{name}", data={"value": value})
    _touch()


@transaction.atomic
def switch_mode(*, actor: Actor, mode: str, reason: str) -> None:
    """平时, 战时 or 演练 from now on, with the reason; deadlines and night duty follow, walls show it."""
    permissions.require(actor, MODE)
    if mode not in queries.MODES:
        raise Invalid.field("mode", "应为平时、战时或演练")
    if not reason.strip():
        raise Invalid.field("reason", "请填写切换原因")
    if queries.mode() == mode:
        raise Conflict(f"当前已是{queries.MODES[mode]}", code="same_mode")
    ModeChange.objects.create(mode=mode, at=clock.now(), by=actor.key, reason=reason)
    audit.record(actor, "policy.mode.switched", subject="policy.mode:1", data={"mode": mode})
    live.announce("wall")
    _touch()
