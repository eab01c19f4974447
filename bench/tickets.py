"""bench/tickets: the life of a ticket over real HTTP, in an empty ledger and among a million.

create → assign → resolve → search: 莫 takes the call, a dispatcher sends it out, a unit signs and
answers (two calls), the operator finds it again (by its number, the
telephone or the address). Everybody is logged in, the row scope
and the audit log are on, the database is durable. Method: bench/README.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from bench.client import Desk, Refused, Watch
from bench.fill import Filler
from bench.house import HOST, House
from wangge.project.env import ROOT

PATTERNS = 3000
MARKS = {
    "DIGIT, empty, 16 cores, life-cycles/s": 37.0,
    "DIGIT, 300 k, 16 cores, life-cycles/s": 22.0,
    "DIGIT, 1 M, 16 cores, life-cycles/s": 6.3,
    "DIGIT, p95 at 100 k, ms": 558.0,
}
GOAL_RATE, GOAL_LOSS, GOAL_P95 = 37.0, 20.0, 300.0
STEPS = ("create", "assign", "sign", "resolve", "search")


@dataclass(frozen=True)
class Result:
    """What one size gave."""

    tickets: int
    cycles: float
    create_p95: float
    assign_p95: float
    resolve_p95: float
    search_p95: float
    list_p95: float
    read_search_p95: float
    web_cpu: float
    postgres_cpu: float
    client_cpu: float
    errors: int
    fill_seconds: float


class Crew:
    """The logged-in people, and the units that handle what a template names."""

    def __init__(self, house: House, watch: Watch, chains: int) -> None:
        self.house, self.watch, self.chains = house, watch, chains
        self.operators: list[Desk] = []
        self.dispatchers: list[Desk] = []
        self.units: list[tuple[int, Desk]] = []

    async def log_in(self) -> None:
        """Every chain has an operator, a dispatcher and a unit of its own connection."""
        from wangge.rehearsal.staff import PASSWORD, book

        people = book()
        operators = [p["username"] for p in people["person"] if p["role"] == "operator"]
        dispatchers = [p["username"] for p in people["person"] if p["role"] == "dispatcher"]
        with self.house.sql() as db:
            ids = dict(db.execute("SELECT short_name, id FROM org_agency").fetchall())
        for chain in range(self.chains):
            entry = people["department"][chain % len(people["department"])]
            first = entry.get("first", {"username": f"{entry['user']}1"})
            names = (
                operators[chain % len(operators)],
                dispatchers[chain % len(dispatchers)],
                first["username"],
            )
            desks = []
            for name in names:
                desk = Desk(HOST, self.house.port, self.watch)
                await desk.log_in(name, PASSWORD)
                desks.append(desk)
            self.operators.append(desks[0])
            self.dispatchers.append(desks[1])
            self.units.append((ids[entry["short"]], desks[2]))

    def close(self) -> None:
        """Hang up everywhere."""
        for desk in (*self.operators, *self.dispatchers, *(d for _, d in self.units)):
            desk.close()


class Book:
    """Ready-made calls, so that writing them costs nothing while the clock runs."""

    def __init__(self, house: House, count: int, seed: str) -> None:
        from wangge.kit import clock
        from wangge.rehearsal.stage import TOPICS
        from wangge.rehearsal.texts import Pen, Scene

        with house.sql() as db:
            villages = db.execute(
                "SELECT v.id, v.name, t.name FROM territory_area v JOIN territory_area t ON t.id = v.town_id"
                " WHERE v.kind = 'village'"
            ).fetchall()
            categories = dict(db.execute("SELECT path, id FROM hotline_category").fetchall())
        pen, rng = Pen(f"bench/{seed}"), random.Random(seed)
        self.calls: list[tuple[dict[str, Any], str]] = []
        for number in range(count):
            area_id, village, town = rng.choice(villages)
            call = pen.call(number, Scene(clock.local() + timedelta(0), town, village), TOPICS["mixed"])
            body = {
                "content": call.content,
                "title": call.title,
                "kind": call.kind,
                "channel": "phone",
                "category_id": categories[call.template.category],
                "topic": call.template.topic,
                "urgency": call.urgency,
                "caller_type": call.caller_type,
                "caller": call.caller_name,
                "caller_no": call.caller_phone,
                "address": call.address,
                "area_id": area_id,
                "submit": True,
            }
            self.calls.append((body, call.address.removeprefix(town)))
        self.used = 0

    def next(self) -> tuple[dict[str, Any], str]:
        """A call's body and the words to find it by."""
        self.used += 1
        return self.calls[self.used % len(self.calls)]


async def life_cycle(crew: Crew, chain: int, book: Book) -> None:
    """One ticket from the call to being found again."""
    operator, dispatcher = crew.operators[chain], crew.dispatchers[chain]
    agency_id, unit = crew.units[chain]
    body, words = book.next()
    ticket = await operator.call("create", "POST", "/api/console/hotline/tickets", body)
    base = f"/api/console/hotline/tickets/{ticket['id']}"
    await dispatcher.call("assign", "POST", f"{base}/dispatch", {"agency_id": agency_id})
    await unit.call("sign", "POST", f"{base}/sign", {})
    paper = {"internal_note": "已现场处理并告知来电人。", "public_reply": "您反映的问题已处理，感谢监督。"}
    await unit.call("resolve", "POST", f"{base}/reply", paper)
    await operator.call(
        "search", "POST", "/api/console/hotline/tickets/search", found_by(book.used, ticket, body, words)
    )


def found_by(turn: int, ticket: dict[str, Any], body: dict[str, Any], words: str) -> dict[str, Any]:
    """How a citizen who calls again is found: by the ticket's number, the telephone, or the address."""
    return {"q": (ticket["no"], body["caller_no"], words)[turn % 3], "limit": 20}


LISTS: tuple[Callable[[Crew, int], tuple[Desk, str]], ...] = (
    lambda crew, n: (crew.dispatchers[n], "tickets?limit=50"),
    lambda crew, n: (crew.dispatchers[n], "tickets?limit=50&status=awaiting_review"),
    lambda crew, n: (crew.dispatchers[n], "tickets?limit=50&kind=complaint&channel=wechat"),
    lambda crew, n: (crew.dispatchers[n], "tickets?limit=50&late=true"),
    lambda crew, n: (crew.operators[n], "tickets?limit=50&mine=true"),
    lambda crew, n: (crew.operators[n], "tickets?limit=50&topic=epidemic_help"),
    lambda crew, n: (crew.units[n][1], "tickets?limit=50"),
    lambda crew, n: (crew.units[n][1], "inbox?limit=50"),
    lambda crew, n: (crew.dispatchers[n], "board"),
)
WORDS = (
    "核酸检测",
    "疫苗",
    "下水道",
    "路灯不亮",
    "噪音",
    "枕河",
    "拖欠工资",
    "行程卡带星",
    "退款",
    "采样点排队",
)


async def read_lists(crew: Crew, chain: int, turn: int) -> None:
    """One list, in turn."""
    desk, path = LISTS[turn % len(LISTS)](crew, chain)
    await desk.call("list", "GET", f"/api/console/hotline/{path}", kind=path)


async def read_search(crew: Crew, chain: int, turn: int) -> None:
    """One search, common and rare words in turn, district-wide and as a unit."""
    desk = crew.units[chain][1] if turn % 4 == 3 else crew.operators[chain]
    words = WORDS[turn % len(WORDS)]
    kind = f"{words}{' as a unit' if turn % 4 == 3 else ''}"
    await desk.call(
        "read_search", "GET", f"/api/console/hotline/tickets?limit=50&q={quote(words)}", kind=kind
    )


async def for_some_time(
    crew: Crew, seconds: float, work: Callable[[int, int], Coroutine[Any, Any, None]], chains: int
) -> tuple[int, int, float]:
    """Let ``chains`` chains work side by side; (done, refused, seconds really taken)."""
    begun = time.perf_counter()
    until = begun + seconds
    counts = [0, 0]
    first: list[str] = []

    async def one(chain: int) -> None:
        turn = chain
        while time.perf_counter() < until:
            turn += 1
            try:
                await work(chain, turn)
                counts[0] += 1
            except Refused as refusal:
                counts[1] += 1
                first.append(str(refusal))

    await asyncio.gather(*(one(chain) for chain in range(chains)))
    if first:
        print(f"  {len(first)} refused, e.g. {first[0]}", file=sys.stderr)
    return counts[0], counts[1], time.perf_counter() - begun


async def measure(house: House, arguments: argparse.Namespace, label: int, filled: float) -> Result:
    """One size: warm up, life-cycles, then lists and searches alone."""
    watch = Watch()
    crew = Crew(house, watch, arguments.chains)
    await crew.log_in()
    book = Book(house, 4000, str(label))
    await for_some_time(crew, 3, lambda c, t: life_cycle(crew, c, book), arguments.chains)
    watch.times.clear()
    before, own = house.cpu_seconds(), time.process_time()
    done, refused, took = await for_some_time(
        crew, arguments.seconds, lambda c, t: life_cycle(crew, c, book), arguments.chains
    )
    web, postgres = (1000 * (b - a) / max(done, 1) for a, b in zip(before, house.cpu_seconds(), strict=True))
    own = 1000 * (time.process_time() - own) / max(done, 1)
    reading = max(arguments.seconds / 3, 4)
    readers = min(4, arguments.chains)
    _, bad, _ = await for_some_time(crew, reading, lambda c, t: read_lists(crew, c, t), readers)
    _, worse, _ = await for_some_time(crew, reading, lambda c, t: read_search(crew, c, t), readers)
    crew.close()
    for kind in watch.slowest(4):
        ms = watch.percentile(kind, 0.95)
        print(f"  slow at {label:,}: {kind} p95 {ms:.0f} ms", file=sys.stderr)
    p95 = {name: round(watch.percentile(name, 0.95), 1) for name in (*STEPS, "list", "read_search")}
    return Result(
        tickets=label,
        cycles=round(done / took, 1),
        create_p95=p95["create"],
        assign_p95=p95["assign"],
        resolve_p95=p95["resolve"],
        search_p95=p95["search"],
        list_p95=p95["list"],
        read_search_p95=p95["read_search"],
        web_cpu=round(web, 1),
        postgres_cpu=round(postgres, 1),
        client_cpu=round(own, 1),
        errors=refused + bad + worse,
        fill_seconds=round(filled, 1),
    )


def seed(house: House) -> None:
    """Play the patterns that the filler copies."""
    command = [sys.executable, "-m", "bench.seed", str(PATTERNS)]
    subprocess.run(
        command, check=True, cwd=ROOT, env=house.environment(owner=True), stdout=subprocess.DEVNULL
    )


def run(house: House, arguments: argparse.Namespace, sizes: list[int]) -> list[Result]:
    """Every size in turn, in one growing database."""
    results = []
    filler: Filler | None = None
    for size in sizes:
        begun = time.perf_counter()
        if size:
            if filler is None:
                seed(house)
                filler = Filler(house.sql())
                filler.keep_patterns()
            filler.fill(size)
        filled = time.perf_counter() - begun
        results.append(asyncio.run(measure(house, arguments, size, filled)))
        print_row(results[-1])
    return results


COLUMNS = (
    ("tickets", "tickets"),
    ("cycles", "cycles/s"),
    ("create_p95", "create"),
    ("assign_p95", "assign"),
    ("resolve_p95", "resolve"),
    ("search_p95", "search"),
    ("list_p95", "lists"),
    ("read_search_p95", "searches"),
    ("web_cpu", "web ms"),
    ("postgres_cpu", "pg ms"),
    ("client_cpu", "client ms"),
    ("errors", "errors"),
    ("fill_seconds", "fill s"),
)


def print_row(result: Result | None) -> None:
    """The heading, or one line: p95 in milliseconds, processor milliseconds per life-cycle."""
    values = [head for _, head in COLUMNS] if result is None else [str(asdict(result)[n]) for n, _ in COLUMNS]
    print("".join(f"{value:>11}" for value in values), flush=True)


def verdict(results: list[Result], limit: float) -> dict[str, Any]:
    """The last line: value at the largest size, the limit beside it, the marks, pass or not."""
    last, first = results[-1], results[0]
    loss = round(100 * (1 - last.cycles / first.cycles), 1) if len(results) > 1 else 0.0
    slowest = max(last.list_p95, last.read_search_p95)
    good = last.cycles > GOAL_RATE and loss <= GOAL_LOSS and slowest < GOAL_P95 and not last.errors
    return {
        "name": "tickets",
        "value": last.cycles,
        "unit": f"life-cycles/s at {last.tickets:,} tickets",
        "limit": round(limit),
        "ratio": round(last.cycles / limit, 4),
        "marks": MARKS
        | {"loss %": loss, "list p95 ms": last.list_p95, "search p95 ms": last.read_search_p95},
        "pass": bool(good),
    }


def main(argv: list[str] | None = None) -> int:
    """The command; exit status 0 when the goals are met."""
    parser = argparse.ArgumentParser(prog="bench.tickets", description=__doc__)
    parser.add_argument("--sizes", default="0,100000,1000000")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--chains", type=int, default=8, help="life-cycles side by side")
    parser.add_argument("--workers", type=int, default=0, help="web processes (0: as served)")
    parser.add_argument("--threads", type=int, default=0, help="requests at once in each")
    arguments = parser.parse_args(argv)
    sizes = sorted({int(text) for text in arguments.sizes.split(",")})
    house = House(workers=arguments.workers, threads=arguments.threads)
    try:
        house.create()
        house.enter()
        limit = house.commit_limit(8, 8)
        print(f"PostgreSQL commits, 8 connections: {limit:,.0f}/s. p95 in milliseconds.")
        house.start("web", "jobs")
        print_row(None)
        results = run(house, arguments, sizes)
    finally:
        house.stop()
    line = verdict(results, limit)
    print(json.dumps(line, ensure_ascii=False))
    return 0 if line["pass"] else 1


if __name__ == "__main__":
    sys.exit(main())
