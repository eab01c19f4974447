"""bench/sync: phones come back after an outage, all at once, with a day of work each.

Every phone's records were captured and signed before the clock starts; then all phones send over real
HTTP, in batches of 100, each request signed. A share of the answers is thrown away and the batch sent
again. Afterwards SQL counts: every record once. Then deltas and first visits are read. Method:
bench/README.md.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import importlib.util
import json
import multiprocessing
import random
import statistics
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import sql

from bench.house import HOST, House
from bench.phones import BATCH, Body, Line, Phone, Tally, drain, enrol, furnish, settle, write_day
from wangge.project.env import ROOT

HOME = ROOT / "var" / "bench-sync"
PORT = 8611
MARKS = {
    "ODK Central, submissions/s, same 2 cores": 151.0,
    "CARE, sample creates/s, same 2 cores": 27.0,
    "DIGIT HCM, first sync": "minutes",
}
GOAL_RATE, GOAL_FIRST_MS, GOAL_FIRST_BYTES, GOAL_DELTA_MS = 550.0, 10_000.0, 1_000_000, 2000.0
READERS, PEOPLE, ENTERPRISES, HOMES = 20, 1000, 40, 30


@dataclass(frozen=True)
class Work:
    """A command to send: what a body looks like and where its effect can be counted by client id."""

    name: str
    context: str
    table: str

    def there(self) -> bool:
        """Whether this house offers it."""
        return importlib.util.find_spec(f"wangge.{self.context}.commands") is not None

    def body(self, house: House) -> Body:
        """How a record of this kind is made."""
        return {"patrol": _visit, "forms": _sheets}[self.context](house)


WORK = {
    work.name: work
    for work in (
        Work("patrol.record_visit", "patrol", "patrol_visit"),
        Work("forms.submit_sheet", "forms", "forms_answersheet"),
    )
}


def _visit(house: House) -> Body:
    """A household visit, most of them in person, with what was said."""

    def body(phone: Phone, rng: random.Random, index: int) -> dict[str, Any]:
        return {
            "target_kind": "household",
            "target_id": phone.homes[index % len(phone.homes)],
            "target_label": f"{1 + index % 30} 号楼 {rng.randint(101, 1804)} 室",
            "result": rng.choice(("met", "met", "met", "phoned", "absent")),
            "topic": rng.choice(("疫苗接种", "外来人员", "防汛提醒", "用电安全")),
            "note": rng.choice(("", "家中两位老人,已告知接种点", "有一人八月一日自外地返回,已登记")),
            "lon": round(121.0 + rng.random() / 10, 6),
            "lat": round(32.0 + rng.random() / 10, 6),
            "accuracy": 12.0,
        }

    return body


def _sheets(house: House) -> Body:
    """A small enterprise survey, uploaded and published as an office worker does."""
    import io

    from wangge.forms import services
    from wangge.forms.testing import a_workbook
    from wangge.kit.actor import system

    survey = [
        {"题型": "整数", "名称": "staff", "题目": "在岗人数"},
        {"题型": "整数", "名称": "tested", "题目": "已做核酸人数"},
        {"题型": "文本", "名称": "note", "题目": "存在问题"},
    ]
    book = a_workbook(survey, settings={"表单名称": "企业排查", "表单编码": "bench"})
    made = services.upload_survey(actor=system("bench"), data=io.BytesIO(book), file_name="排查.xlsx")
    services.publish_version(actor=system("bench"), version_id=made.version_id)

    def body(phone: Phone, rng: random.Random, index: int) -> dict[str, Any]:
        staff = rng.randint(3, 240)
        note = rng.choice(("", "测温点缺登记本", "外来车辆未登记"))
        answers = {"staff": staff, "tested": rng.randint(0, staff), "note": note}
        return {"version_id": made.version_id, "answers": answers}

    return body


def prepared(house: House, phones: Sequence[Phone], works: Sequence[Work], records: int, run: int) -> int:
    """Sign everybody's day on all processors; returns the bytes to send."""
    # The signing processes are copies of this one: they know the makers, which cannot be sent to them.
    _MAKERS[:] = [(work.name, work.body(house)) for work in works]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return sum(pool.starmap(_write, [(p, records, run) for p in phones], chunksize=20))


_MAKERS: list[tuple[str, Body]] = []


def _write(phone: Phone, records: int, run: int) -> int:
    return write_day(phone, records, _MAKERS, run)


async def come_back(phones: Sequence[Phone], tally: Tally, lost: float) -> float:
    """All phones at once; seconds until the last one is done."""
    begun = time.perf_counter()
    lines = [Line(HOST, PORT, phone) for phone in phones]
    await asyncio.gather(*(drain(line, tally, lost, random.Random(line.phone.number)) for line in lines))
    return time.perf_counter() - begun


async def read(phones: Sequence[Phone], *, first: bool) -> tuple[list[float], list[int], int]:
    """What each phone gets since its cursor, or everything: milliseconds, bytes as sent, records."""
    times, sizes, records = [], [], 0
    for phone in phones:
        line, cursor = Line(HOST, PORT, phone), "" if first else phone.cursor
        begun, size, more = time.perf_counter(), 0, True
        while more:
            target = "/api/field/sync/changes" + (f"?cursor={cursor}" if cursor else "")
            status, body = await line.ask("GET", target)
            if status != 200:
                raise RuntimeError(f"changes: {status} {body[:200]!r}")
            size += len(body)
            page = json.loads(gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body)
            cursor, more = page["cursor"], page["more"]
            records += sum(len(kind["records"]) for kind in page["kinds"].values())
        times.append((time.perf_counter() - begun) * 1000)
        sizes.append(size)
        phone.cursor = cursor
        line.close()
    return times, sizes, records


def counted(house: House, works: Sequence[Work], expected: int) -> dict[str, int]:
    """Lost and doubled, by SQL: kept answers and effects against what was captured."""
    with house.sql() as db:
        answers = db.execute("SELECT count(*) FROM sync_answer WHERE outcome = 'stored'").fetchone()
        effects = distinct = matched = 0
        for work in works:
            table = sql.Identifier(work.table)
            row = db.execute(
                sql.SQL(
                    "SELECT count(*), count(DISTINCT client_id),"
                    " count(DISTINCT a.command_id) FROM {} e LEFT JOIN sync_answer a"
                    " ON a.command_id = e.client_id AND a.outcome = 'stored'"
                ).format(table)
            ).fetchone()
            assert row is not None
            effects, distinct, matched = effects + row[0], distinct + row[1], matched + row[2]
    assert answers is not None
    return {"answers": answers[0], "lost": expected - matched, "doubled": effects - distinct}


def copied(house: House, work: Work) -> list[sql.Composed]:
    """Empty copies of the three tables with the same indexes; the statements that fill them by ids of
    the effect (changes by their own ids: there are as many)."""
    names = (work.table, "sync_change", "sync_answer")
    with house.sql() as db:
        for name in names:
            copy = sql.Identifier(f"bench_{name}")
            db.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(copy))
            db.execute(sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(copy, sql.Identifier(name)))
    plain = "INSERT INTO {} SELECT * FROM {} WHERE id >= %s AND id < %s"
    answers = (
        "INSERT INTO {} SELECT * FROM {} WHERE (device_id, command_id) IN"
        " (SELECT d.id, e.client_id FROM {} e JOIN org_device d ON d.post_id = e.post_id"
        " WHERE e.id >= %s AND e.id < %s)"
    )
    pairs = [(sql.Identifier(f"bench_{name}"), sql.Identifier(name)) for name in names]
    effect = sql.Identifier(work.table)
    return [sql.SQL(plain).format(*pair) for pair in pairs[:2]] + [sql.SQL(answers).format(*pairs[2], effect)]


def floor(house: House, works: Sequence[Work], connections: int = 4, seconds: float = 6.0) -> float:
    """Records a second that PostgreSQL alone stores: the same answers, changes and effects copied into
    tables with the same indexes, in durable transactions of a batch, side by side."""
    statements = copied(house, works[0])
    with house.sql() as db:
        bounds = sql.SQL("SELECT min(id), max(id) FROM {}").format(sql.Identifier(works[0].table))
        low, high = db.execute(bounds).fetchone() or (0, 0)
    starts, guard, stored = iter(range(low, high + 1, BATCH)), threading.Lock(), [0]
    begun = time.perf_counter()

    def copy_on() -> None:
        with house.sql() as db:
            while time.perf_counter() < begun + seconds:
                with guard:
                    start = next(starts, None)
                if start is None:
                    return
                with db.transaction():
                    for statement in statements:
                        db.execute(statement, [start, start + BATCH])
                with guard:
                    stored[0] += BATCH

    threads = [threading.Thread(target=copy_on) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return stored[0] / (time.perf_counter() - begun)


@dataclass(frozen=True)
class Result:
    """What the run gave."""

    commands: int
    seconds: float
    batch_p95: float
    resent: int
    stumbles: int
    waited_in_vain: int
    lost: int
    doubled: int
    web_cpu: float
    postgres_cpu: float
    delta_ms: float
    delta_kb: float
    first_ms: float
    first_kb: float
    first_records: float

    @property
    def rate(self) -> float:
        """Commands a second."""
        return self.commands / self.seconds


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of them do not exceed."""
    rows = sorted(values)
    return rows[min(int(len(rows) * share), len(rows) - 1)] if rows else 0.0


def run(house: House, arguments: argparse.Namespace, works: Sequence[Work]) -> Result:
    """Enrol, capture, wait for the clock, drain, count, read."""
    with house.sql() as db:
        phones = enrol(db, arguments.devices, house.home / "outbox")
        settle(db, phones, HOMES)
    some = phones[:: max(len(phones) // READERS, 1)][:READERS]
    furnish(house, [phone.grid_id for phone in some], PEOPLE, ENTERPRISES)
    with house.sql() as db:
        db.execute("VACUUM (ANALYZE)")
    begun = time.perf_counter()
    size = prepared(house, phones, works, arguments.records, arguments.run)
    total = len(phones) * arguments.records
    print(
        f"{total:,} records of {len(phones):,} phones signed in {time.perf_counter() - begun:.0f} s", end=""
    )
    print(f", {size / 1e6:.0f} MB to send", flush=True)
    house.start("web", "jobs")
    asyncio.run(read(some, first=True))
    tally = Tally()
    before = house.cpu_seconds()
    seconds = asyncio.run(come_back(phones, tally, arguments.lost))
    web, postgres = (b - a for a, b in zip(before, house.cpu_seconds(), strict=True))
    print(f"outcomes {tally.outcomes}; {tally.first_problem}", flush=True)
    counts = counted(house, works, total)
    delta = asyncio.run(read(some, first=False))
    first = asyncio.run(read(some, first=True))
    return Result(
        commands=total,
        seconds=round(seconds, 1),
        batch_p95=round(percentile(tally.times, 0.95)),
        resent=sum(p.resent for p in phones),
        stumbles=tally.stumbles,
        waited_in_vain=tally.waited_in_vain,
        lost=counts["lost"],
        doubled=counts["doubled"] + abs(counts["answers"] - total),
        web_cpu=round(1000 * web / total, 3),
        postgres_cpu=round(1000 * postgres / total, 3),
        delta_ms=round(percentile(delta[0], 0.95)),
        delta_kb=round(statistics.mean(delta[1]) / 1000, 1),
        first_ms=round(percentile(first[0], 0.95)),
        first_kb=round(statistics.mean(first[1]) / 1000, 1),
        first_records=round(first[2] / len(some)),
    )


def report(result: Result, limit: float) -> dict[str, Any]:
    """The table and the last line."""
    print(f"{'records':>28} {result.commands:,} in {result.seconds:,.1f} s = {result.rate:,.0f}/s")
    print(f"{'PostgreSQL alone':>28} {limit:,.0f}/s, ratio {result.rate / limit:.3f}")
    print(f"{'lost / doubled':>28} {result.lost} / {result.doubled}")
    print(
        f"{'answers lost and resent':>28} {result.resent} batches, {result.stumbles} stumbles"
        f" ({result.waited_in_vain} waited 45 s in vain)"
    )
    print(f"{'batch p95':>28} {result.batch_p95:,.0f} ms with everybody at once")
    print(f"{'processor per record':>28} web {result.web_cpu} ms, PostgreSQL {result.postgres_cpu} ms")
    print(f"{'delta p95':>28} {result.delta_ms} ms, {result.delta_kb} kB")
    print(
        f"{'first visit p95':>28} {result.first_ms} ms, {result.first_kb} kB, {result.first_records} records"
    )
    good = (
        result.lost == 0
        and result.doubled == 0
        and result.rate > GOAL_RATE
        and result.first_ms < GOAL_FIRST_MS
        and result.first_kb * 1000 < GOAL_FIRST_BYTES
        and result.delta_ms < GOAL_DELTA_MS
    )
    marks = MARKS | {
        "lost": result.lost,
        "doubled": result.doubled,
        "seconds": result.seconds,
        "first visit ms": result.first_ms,
        "first visit kB": result.first_kb,
        "delta ms": result.delta_ms,
    }
    return {
        "name": "sync",
        "value": round(result.rate),
        "unit": "records/s drained",
        "limit": round(limit),
        "ratio": round(result.rate / limit, 4),
        "marks": marks,
        "pass": good,
    }


def main(argv: list[str] | None = None) -> int:
    """The command; exit status 0 when nothing was lost or doubled and the goals are met."""
    parser = argparse.ArgumentParser(prog="bench.sync", description=__doc__)
    parser.add_argument("--devices", type=int, default=1100)
    parser.add_argument("--records", type=int, default=300, help="captured by each phone in the outage")
    parser.add_argument("--commands", default="", help="comma list; empty: the first that this house offers")
    parser.add_argument(
        "--run", type=int, default=10, help="records of one kind in a row when several are sent"
    )
    parser.add_argument("--lost", type=float, default=0.03, help="share of answers that never arrive")
    parser.add_argument("--workers", type=int, default=0, help="web processes (0: as served)")
    parser.add_argument("--threads", type=int, default=0, help="requests at once in each")
    arguments = parser.parse_args(argv)
    wanted = [name for name in arguments.commands.split(",") if name]
    works = [WORK[name] for name in wanted] or [work for work in WORK.values() if work.there()][:1]
    if not works:
        parser.error(f"this house offers none of {', '.join(WORK)}")
    house = House(HOME, PORT, workers=arguments.workers, threads=arguments.threads)
    try:
        house.create()
        house.enter()
        result = run(house, arguments, works)
        limit = floor(house, works)
    finally:
        house.stop()
    line = report(result, limit)
    print(json.dumps(line, ensure_ascii=False))
    return 0 if line["pass"] else 1


if __name__ == "__main__":
    sys.exit(main())
