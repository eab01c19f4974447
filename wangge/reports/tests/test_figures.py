"""Golden values: small facts in, exact figures and words out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wangge.kit import clock, permissions
from wangge.kit.actor import Actor, system
from wangge.kit.errors import BusinessError, Forbidden, NotFound
from wangge.reports import queries
from wangge.reports.figures import FIGURES, statement
from wangge.reports.queries import Ask, Period, RowFilter
from wangge.reports.testing import answered, facts_of_our_own, handled, some_facts, the_page_days, waiting

pytestmark = pytest.mark.django_db
NOW = clock.at(2021, 8, 5, 12)
DAY = date(2021, 8, 5)
ANALYST = Actor(
    kind="post", post_id=1, role="analyst", district_wide=True, permissions=permissions.of("analyst")
)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    facts_of_our_own()
    with clock.moved_to(NOW):
        yield


def value(code: str, first: date = DAY, last: date = DAY, town: int | None = None) -> queries.FigureValue:
    return queries.figure(ANALYST, code, Period(first, last), town)


def test_the_page_reads_as_the_page_says() -> None:
    the_page_days()
    days = (date(2021, 8, 1), date(2021, 8, 11))
    assert value("total", *days).value == 7491
    assert value("direct", *days).value == 4961
    assert value("dispatched", *days).value == 2530
    assert value("direct_rate", *days).value == Decimal("66.23")
    on_time = value("on_time", *days)
    assert on_time.text == "99.87 % 按时,分母:全部 7,491 件"
    assert on_time.variant_label == "全部工单口径(南通简报口径)"
    assert value("on_time_dispatched", *days).text == "99.60 % 按时,分母:已答复或到期的派发工单 2,530 件"
    assert value("on_time_mean", *days).text == "99.87 % 按时,分母:逐日平均 11 天"
    assert value("satisfaction", *days).text == "98.69 % 满意,分母:接通回访 153 件"
    assert value("late", *days).value == 10


def test_the_three_on_time_variants_differ_when_days_differ() -> None:
    answered(8)
    handled(2, late=True)
    answered(90, at=NOW - timedelta(days=1))
    days = (DAY - timedelta(days=1), DAY)
    assert str(value("on_time_all", *days).value) == "98.00"
    assert str(value("on_time_dispatched", *days).value) == "0.00"
    assert str(value("on_time_mean", *days).value) == "90.00"


def test_unanswered_work_is_late_once_it_was_due_by_our_clock() -> None:
    waiting(3, due=NOW + timedelta(hours=1))
    waiting(1, due=NOW - timedelta(minutes=1))
    assert value("on_time_all").text == "75.00 % 按时,分母:全部 4 件(其中 3 件未到时限)"
    assert value("on_time_dispatched").text == "0.00 % 按时,分母:已答复或到期的派发工单 1 件"
    assert value("late_now").value == 1
    with clock.moved_to(NOW + timedelta(hours=2)):
        assert value("late_now").value == 4
        assert value("on_time_all").text == "0.00 % 按时,分母:全部 4 件"


def test_no_opinion_is_never_satisfied_and_excluded_tickets_are_shown_apart() -> None:
    handled(6, satisfaction="satisfied", callback_effective=True, solved="yes")
    handled(1, satisfaction="basic", callback_effective=True, solved="no")
    handled(1, satisfaction="dissatisfied", callback_effective=True, solved="no")
    handled(2, satisfaction="no_opinion", solved="no_opinion")
    handled(1, satisfaction="dissatisfied", callback_effective=True, excluded=True)
    assert value("satisfaction_overall").text == "70.00 % 满意,分母:接通回访 10 件"
    assert value("satisfaction_rated").text == "87.50 % 满意,分母:参评 8 件"
    assert value("solved_rate").text == "75.00 % 解决,分母:明确作答 8 件"
    assert value("excluded").value == 1
    assert value("callbacks_effective").value == 9
    assert value("callback_rate").text == "81.82 % 有效回访,分母:派发 11 件"


def test_signing_returning_and_redoing_are_rates_of_dispatched_tickets() -> None:
    handled(3)
    handled(1, sign_late=True, signed_at=NOW + timedelta(hours=3), returns=1, redo_count=2)
    waiting(1, due=NOW + timedelta(days=1), sign_due=NOW + timedelta(minutes=1))
    answered(5)
    assert value("sign_rate").text == "75.00 % 及时签收,分母:应签收 4 件"
    assert value("return_rate").text == "20.00 % 退单,分母:派发 5 件"
    assert value("redo_rate").text == "20.00 % 重办,分母:派发 5 件"


def test_the_cuts_of_the_total_agree_and_the_open_work_is_aged() -> None:
    answered(2, channel="web", category="医疗卫生->疫情防控->核酸检测", topic="epidemic_policy")
    handled(3, kind="complaint", category="市容环卫->垃圾清运")
    some_facts(1, at=NOW - timedelta(hours=3))
    some_facts(1, refused=True, open=False, status="refused")
    some_facts(1, at=NOW - timedelta(days=9))
    found = queries.figures(ANALYST, None, Period(DAY, DAY))
    assert [(g.label, g.value) for g in found["by_age" if "by_age" in found else "open_by_age"].groups] == [
        ("2 小时内", 0),
        ("24 小时内", 1),
        ("3 日内", 0),
        ("7 日内", 0),
        ("7 日以上", 1),
    ]
    assert [(g.key, g.value) for g in found["by_kind"].groups] == [
        ("complaint", 3),
        ("help", 2),
        ("inquiry", 2),
    ]
    assert [(g.label, g.value) for g in found["top_categories"].groups] == [
        ("市容环卫›垃圾清运", 3),
        ("医疗卫生›疫情防控", 2),
    ]
    assert found["by_topic"].value == 2
    checks = queries.checks(queries.cuts(found))
    assert [(c.code, c.left, c.right, c.holds) for c in checks] == [
        ("channels", 7, 7, True),
        ("kinds", 7, 7, True),
        ("handling", 7, 7, True),
        ("decided", 1, 0, False),
    ]


def test_a_code_the_hotline_does_not_know_breaks_the_invariant() -> None:
    answered(2)
    answered(1, channel="telegram")
    assert queries.failures(queries.invariants(ANALYST, Period(DAY, DAY))) == ["受理总量 = 各渠道之和:3 ≠ 2"]


def test_an_empty_day_has_no_rates_and_says_so() -> None:
    found = value("on_time_all")
    assert (found.value, found.text) == (None, "– 按时,分母:全部 0 件")
    assert value("on_time_mean").value is None


def test_a_town_sees_its_own_share() -> None:
    answered(2, town_id=7)
    answered(3, town_id=8)
    assert value("total", town=7).value == 2
    assert value("total").value == 5


def test_every_figure_over_two_periods_takes_one_statement() -> None:
    answered(1)
    codes = tuple(code for code, f in FIGURES.items() if f.table in ("", "channel", "kind", "age"))
    with CaptureQueriesContext(
        connection,
    ) as seen:
        today, week = queries.panels(
            ANALYST, [Ask(codes, Period(DAY, DAY)), Ask(codes, Period(DAY - timedelta(days=6), DAY))]
        )
    assert len(seen) == 1
    assert len(today) == len(week) == len(codes)


def test_every_frozen_query_can_be_run_again() -> None:
    answered(2)
    for figure in FIGURES.values():
        with connection.cursor() as cursor:
            cursor.execute(statement(figure), {"first": DAY, "last": DAY, "town": None, "now": NOW})
            cursor.fetchall()


def test_codes_are_words_and_definitions_are_written_in_both_languages() -> None:
    for figure in FIGURES.values():
        assert re.fullmatch(r"[a-z_]+", figure.code)
        assert len(figure.definition) > 10
        assert len(figure.definition_en) > 15
        assert not re.search("[\u4e00-\u9fff]", figure.definition_en + figure.name_en + figure.label_en)
        assert bool(figure.variant) == bool(figure.variant_label) == bool(figure.variant_label_en)


def test_rows_behind_a_rate_are_its_denominator_and_mark_the_numerator() -> None:
    late = handled(2, late=True)
    good = handled(3)
    answered(4)
    page = queries.rows(ANALYST, "on_time_dispatched", RowFilter(Period(DAY, DAY)), limit=3)
    rest = queries.rows(ANALYST, "on_time_dispatched", RowFilter(Period(DAY, DAY)), cursor=page.next_cursor)
    rows = [*page.items, *rest.items]
    assert {r.id: r.counted for r in rows} == dict.fromkeys(late, False) | dict.fromkeys(good, True)
    assert rest.next_cursor is None
    missed = queries.rows(ANALYST, "on_time_dispatched", RowFilter(Period(DAY, DAY), counted=False))
    assert {r.id for r in missed.items} == set(late)
    assert all(r.late for r in missed.items)


def test_rows_of_one_group() -> None:
    answered(2, channel="web")
    answered(1)
    page = queries.rows(ANALYST, "by_channel", RowFilter(Period(DAY, DAY), key="web"))
    assert [(r.channel, r.key) for r in page.items] == [("web", "web")] * 2


def test_only_district_roles_see_figures_and_unknown_codes_are_absent() -> None:
    worker = Actor(kind="post", post_id=2, role="grid_worker", permissions=permissions.of("grid_worker"))
    with pytest.raises(Forbidden):
        queries.figure(worker, "total")
    wall = Actor(kind="post", post_id=3, role="wall", permissions=permissions.of("wall"))
    assert queries.figure(wall, "total").value == 0
    with pytest.raises(Forbidden):
        queries.rows(wall, "total", RowFilter())
    with pytest.raises(NotFound):
        queries.figure(ANALYST, "happiness")
    with pytest.raises(BusinessError, match="不能晚于"):
        queries.period(DAY, DAY - timedelta(days=1))
    with pytest.raises(BusinessError, match="最长 366 天"):
        queries.period(DAY - timedelta(days=400), DAY)


def test_the_clock_of_the_figure_is_its_as_of() -> None:
    assert queries.figure(system("test"), "open").as_of == NOW
    assert isinstance(queries.figure(system("test"), "open").as_of, datetime)


def test_unit_scores_of_a_month_follow_the_scheme() -> None:
    from wangge.org.testing import an_agency

    good, slow = an_agency(), an_agency()
    handled(10, lead_agency_id=good.pk, satisfaction="satisfied")
    handled(9, lead_agency_id=slow.pk)
    handled(1, lead_agency_id=slow.pk, late=True, satisfaction="dissatisfied")
    found = queries.unit_scores(ANALYST, DAY)
    assert [(u.agency_id, u.dispatched, str(u.total), str(u.full)) for u in found] == [
        (good.pk, 10, "70.00", "70"),
        (slow.pk, 10, "47.50", "70"),
    ]
