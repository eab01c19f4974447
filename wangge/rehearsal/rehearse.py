"""``wangge rehearse hotline | survey | liaison | video``: a published period, through the real services.

In a database of its own, with the clock moved. The figures are then counted by their definitions and laid
beside the newspaper. Exit status 1 on any difference.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from wangge.kit import clock, jobs
from wangge.rehearsal import demo, district, liaison, scenarios, staff, survey, video
from wangge.rehearsal.play import Play
from wangge.rehearsal.scenarios import FULL, QUICK, Scenario, share
from wangge.rehearsal.staff import DEMO
from wangge.rehearsal.table import Line, print_lines, say
from wangge.reports import queries as reports

DATABASE = "wangge_rehearsal"
USAGE = "用法:wangge rehearse hotline|survey|liaison|video [--quick] [--keep]\n"
OPTIONS = {"--quick", "--keep", "--inside"}
CODES = (
    *reports.CUTS,
    "by_topic",
    "late",
    "on_time_all",
    "on_time_dispatched",
    "on_time_mean",
    "callbacks_effective",
    "satisfaction_overall",
    "satisfaction_rated",
)


def main(arguments: Sequence[str]) -> int:
    """The command."""
    if not arguments or arguments[0] not in PLAYS or set(arguments[1:]) - OPTIONS:
        sys.stderr.write(USAGE)
        return 2
    if "--inside" in arguments:
        return PLAYS[arguments[0]]("--quick" in arguments)
    return in_own_database(list(arguments), keep="--keep" in arguments)


def in_own_database(arguments: list[str], *, keep: bool) -> int:
    """Create the rehearsal's database beside ours, play in it, drop it again."""
    ours = settings.DATABASE_URL == settings.CLUSTER.url()
    started = ours and not settings.CLUSTER.running()
    if started:
        settings.CLUSTER.start()
    parts = conninfo_to_dict(settings.DATABASE_URL)
    admin = make_conninfo("", **(parts | {"dbname": "postgres" if ours else parts.get("dbname")}))
    environment = os.environ | {
        "WANGGE_DATABASE_URL": make_conninfo("", **(parts | {"dbname": DATABASE})),
        "WANGGE_SCOPE": "all",
    }
    try:
        _recreate(admin)
        for command in (["migrate"], ["rehearse", *arguments, "--inside"]):
            done = subprocess.run([sys.executable, "-m", "wangge", *command], env=environment, check=False)
            if done.returncode:
                return done.returncode
        return 0
    finally:
        if not keep:
            _drop(admin)
        if started and not _others_work(admin):
            settings.CLUSTER.stop()


def _others_work(admin: str) -> bool:
    """Whether somebody began to use the cluster while the rehearsal ran."""
    with psycopg.connect(admin) as server:
        row = server.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        ).fetchone()
    return row is not None and row[0] > 0


def _recreate(admin: str) -> None:
    _drop(admin)
    name = sql.Identifier(DATABASE)
    with psycopg.connect(admin, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
        server.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(name))


def _drop(admin: str) -> None:
    with psycopg.connect(admin, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE)))


def play(scenario: Scenario) -> int:
    """Play the scenario in this (fresh) database and print the table."""
    begun = time.perf_counter()
    opening = clock.start_of(scenario.first) - timedelta(days=1)
    with clock.moved_to(opening):
        district.load(DEMO)
        staff.load()
        demo.load_reference()
        prepared = demo.stage("预演")
    say(f"预演 {scenario.name}:{scenario.first} 至 {scenario.last}")
    say(f"  准备 {time.perf_counter() - begun:.1f} 秒")
    begun = time.perf_counter()
    show = Play(prepared, alone=True)
    for at, story in scenarios.calls(scenario, "预演"):
        show.expect_call(story, at)
    ended = _run(show, opening)
    seconds = time.perf_counter() - begun
    last = f"{ended.astimezone(clock.CHINA):%Y-%m-%d %H:%M}"
    say(f"  {sum(show.played.values()):,} 步,{seconds:.0f} 秒,末步 {last}")
    with clock.moved_to(ended + timedelta(minutes=1)):
        lines, invariants = table(scenario)
    print_table(lines, show)
    for words in invariants:
        say(f"  不相等:{words}")
    good = all(line.holds for line in lines) and not invariants and not show.refused
    say("全部相符。" if good else "有差异。")
    return 0 if good else 1


def _run(show: Play, opening: datetime) -> datetime:
    """Play to the end; the clock sweep of casework looks once every simulated hour."""
    reached = swept = opening
    shown = ""
    for reached in show.run():
        if reached - swept >= timedelta(hours=1):
            swept = reached
            with clock.moved_to(reached):
                jobs.run("casework.look_at_clocks")
        today = f"{reached.astimezone(clock.CHINA):%m-%d}"
        if today != shown and sys.stderr.isatty():
            sys.stderr.write(f"\r  {today} …")
            shown = today
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return reached


def _rate(value: Decimal | int | None) -> str:
    return "-" if value is None else f"{value:.2f}%"


def table(scenario: Scenario) -> tuple[list[Line], list[str]]:
    """Every line of the comparison, and the equations that do not hold."""
    period = reports.Period(scenario.first, scenario.last)
    got = reports.figures(DEMO, CODES, period)
    whole, sent = scenario.total, scenario.dispatched
    page = "报纸" if scenario is FULL else "按比例"
    happy = _rate(share(scenario.effective - scenario.unhappy, scenario.effective))
    topics = {group.key: group.value for group in got["by_topic"].groups}

    def count(name: str, wanted: int, code: str, source: str) -> Line:
        return Line(name, f"{wanted:,}", f"{got[code].numerator:,}", source)

    def rate(name: str, wanted: str, code: str, source: str) -> Line:
        return Line(f"{name}({got[code].variant_label})", wanted, _rate(got[code].value), source)

    on_time = _rate(share(whole - scenario.late, whole))
    of_sent = _rate(share(sent - scenario.late, sent))
    mean = _rate(got["on_time_mean"].value)
    a_day = str(round(got["total"].numerator / period.days))
    lines = [
        count("受理总量", whole, "total", page),
        Line("疫情专题分类", "3", str(len(topics)), page),
        Line("三类之和", f"{whole:,}", f"{sum(topics.values()):,}", "算得"),
        count("在线直接答复", scenario.direct, "direct", page),
        count("派发工单", sent, "dispatched", "算得"),
        Line("日均受理", str(round(whole / scenario.days)), a_day, "算得"),
        count("逾期工单", scenario.late, "late", "算得"),
        rate("按时办结率", on_time, "on_time_all", page),
        rate("按时办结率", of_sent, "on_time_dispatched", "算得"),
        rate("按时办结率", mean, "on_time_mean", "列示"),
        count("有效回访", scenario.effective, "callbacks_effective", "设定"),
        rate("满意率", happy, "satisfaction_overall", page),
        rate("满意率", happy, "satisfaction_rated", page),
    ]
    return lines, reports.failures(reports.invariants(DEMO, period))


def print_table(lines: Sequence[Line], show: Play) -> None:
    """The comparison, then what was played on the way."""
    print_lines(lines)
    played = "、".join(f"{name} {count:,}" for name, count in sorted(show.played.items()))
    say(f"\n步骤:{played}")
    if show.refused:
        say(f"被拒绝的步骤:{dict(show.refused)}")


def hotline(quick: bool) -> int:
    """1–11 August 2021: 7,491 calls, or a tenth of them."""
    return play(QUICK if quick else FULL)


PLAYS: dict[str, Callable[[bool], int]] = {
    "hotline": hotline,
    "survey": survey.play,
    "liaison": liaison.play,
    "video": video.play,
}
