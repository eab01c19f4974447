"""Dated rows decide; what was decided stays decided."""

from __future__ import annotations

from datetime import date

import pytest

from wangge.kit import clock
from wangge.kit.actor import Actor, system
from wangge.kit.errors import BusinessError, Conflict, Forbidden, Invalid
from wangge.policy import queries, services
from wangge.policy.services import NewDeadline
from wangge.policy.testing import the_rules

pytestmark = pytest.mark.django_db
ME = system("test")
MONDAY = clock.at(2021, 8, 2, 9)
PLAIN = {"kind": "complaint", "urgency": "normal", "topic": "", "epidemic": False}


@pytest.mark.parametrize(
    ("clock_kind", "facts", "expected"),
    [
        ("sign", {}, (4 * 3600, "work", "4 个工作小时内签收")),
        ("sign", {"epidemic": True}, (2 * 3600, "always", "疫情类 2 小时内签收")),
        ("reply", {}, (5 * 420 * 60, "work", "投诉举报 5 个工作日内办结")),
        ("reply", {"kind": "inquiry"}, (420 * 60, "work", "咨询 1 个工作日内办结")),
        ("reply", {"kind": "suggestion"}, (10 * 420 * 60, "work", "建议 10 个工作日内办结")),
        ("reply", {"kind": "other"}, (5 * 420 * 60, "work", "5 个工作日内办结")),
        ("reply", {"epidemic": True, "urgency": "urgent"}, (7200, "always", "疫情紧急事项 2 小时内办结")),
        ("reply", {"epidemic": True, "kind": "help"}, (72 * 3600, "always", "疫情类求助 72 小时内办结")),
        ("reply", {"urgency": "critical"}, (7200, "always", "特急事项 2 小时内办结")),
    ],
)
def test_the_seeded_table_decides(
    clock_kind: str, facts: dict[str, object], expected: tuple[object, ...]
) -> None:
    the_rules()
    decision = queries.deadline_for("hotline", clock_kind, PLAIN | facts, MONDAY)
    assert (decision.seconds, decision.calendar, decision.rule_text) == expected


def test_in_emergency_mode_the_sign_clock_shortens_from_that_moment_on() -> None:
    the_rules()
    with clock.moved_to(MONDAY):
        services.switch_mode(actor=ME, mode="emergency", reason="全员核酸演练")
    assert queries.mode(clock.at(2021, 8, 2, 8)) == "routine"
    before = queries.deadline_for("hotline", "sign", PLAIN, clock.at(2021, 8, 2, 8))
    after = queries.deadline_for("hotline", "sign", PLAIN, clock.at(2021, 8, 2, 10))
    assert (before.calendar, after.calendar) == ("work", "always")
    with clock.moved_to(clock.at(2021, 8, 2, 11)), pytest.raises(Conflict, match="当前已是战时"):
        services.switch_mode(actor=ME, mode="emergency", reason="再来")


def test_a_new_deadline_row_holds_from_now_on_and_the_old_one_for_the_past() -> None:
    the_rules()
    with clock.moved_to(clock.at(2021, 8, 5)):
        rule = NewDeadline("reply", 42, 3, "work_days", "work", "投诉 3 个工作日", {"kind": ["complaint"]})
        services.set_deadline(actor=ME, business="hotline", rule=rule)
    assert queries.deadline_for("hotline", "reply", PLAIN, MONDAY).amount == 5
    assert queries.deadline_for("hotline", "reply", PLAIN, clock.at(2021, 8, 6)).amount == 3


def test_seeding_twice_keeps_what_people_changed() -> None:
    the_rules()
    services.set_day(
        actor=ME, day=date(2021, 8, 2), kind="holiday", name="演练日", source="通政发〔2021〕1号"
    )
    the_rules()
    day = next(d for d in queries.days_of(2021) if d.day == date(2021, 8, 2))
    assert (day.kind, day.name, day.version) == ("holiday", "演练日", 2)
    assert queries.calendar().kind(date(2021, 8, 2)) == "holiday"


def test_only_who_may_changes_the_calendar_and_only_with_a_source() -> None:
    the_rules()
    operator = Actor(kind="post", role="operator")
    with pytest.raises(Forbidden):
        services.set_day(actor=operator, day=date(2021, 8, 2), kind="holiday", source="x")
    with pytest.raises(Invalid, match="请填写依据"):
        services.set_day(actor=ME, day=date(2021, 8, 2), kind="holiday")
    assert queries.calendar().kind(date(2021, 8, 2)) == "workday"


def test_a_year_without_a_calendar_is_said_in_chinese() -> None:
    the_rules()
    assert queries.calendar_gaps(date(2026, 10, 31)) == []
    assert queries.calendar_gaps(date(2026, 11, 1)) == [2027]
    with pytest.raises(BusinessError, match="2027 年的工作日历尚未维护"):
        queries.due_after(clock.at(2026, 12, 31, 17), 3600, "work")
