"""Fault drill: the web process is killed again and again while tickets come in.

Clients write down the number of every ticket the server acknowledged (201). After the last kill and
restart each of them must be in the database, whole: with its moves, its timeline line and its search
tokens. Nothing acknowledged may be lost; what was not acknowledged may be there or not.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from dataclasses import dataclass, field

from bench.client import Desk, Lost, Refused, Watch
from bench.house import HOST, House
from bench.tickets import Book

WHOLE = """
SELECT count(*) FROM hotline_ticket t WHERE t.no = ANY(%s)
AND EXISTS (SELECT 1 FROM hotline_ticketmove m WHERE m.row_id = t.id)
AND EXISTS (SELECT 1 FROM casework_timelineentry e
            WHERE e.subject_kind = 'hotline.ticket' AND e.subject_id = t.id)
AND EXISTS (SELECT 1 FROM hotline_tickettext x WHERE x.ticket_id = t.id)
"""


@dataclass
class Ledger:
    """What the clients know: acknowledged numbers, calls whose answer never came."""

    acknowledged: list[str] = field(default_factory=list)
    unanswered: int = 0
    refused: int = 0


async def caller(house: House, book: Book, ledger: Ledger, username: str, stop: asyncio.Event) -> None:
    """One operator who types on, whatever happens to the server."""
    from wangge.rehearsal.staff import PASSWORD

    watch = Watch()
    desk = Desk(HOST, house.port, watch)
    await desk.log_in(username, PASSWORD)
    while not stop.is_set():
        body, _words = book.next()
        try:
            ticket = await desk.call("create", "POST", "/api/console/hotline/tickets", body)
            ledger.acknowledged.append(ticket["no"])
        except Lost:
            ledger.unanswered += 1
            await asyncio.sleep(0.1)
        except Refused as refusal:
            ledger.refused += 1
            print(f"  {refusal}", file=sys.stderr)
    desk.close()


async def drill(house: House, kills: int, every: float) -> Ledger:
    """Type, kill, restart; ``kills`` times."""
    ledger, stop = Ledger(), asyncio.Event()
    book = Book(house, 2000, "kill")
    names = ("mo", "jiang", "shen", "ruan", "tong", "lu")
    callers = [asyncio.create_task(caller(house, book, ledger, name, stop)) for name in names]
    for number in range(kills):
        await asyncio.sleep(every)
        before = len(ledger.acknowledged)
        house.kill("web")
        begun = time.perf_counter()
        await asyncio.to_thread(house.start, "web")
        print(f"  kill {number + 1}: {before} acknowledged, back after {time.perf_counter() - begun:.1f} s")
    await asyncio.sleep(every)
    stop.set()
    for done in await asyncio.gather(*callers, return_exceptions=True):
        if isinstance(done, BaseException):
            raise done
    return ledger


def main(argv: list[str] | None = None) -> int:
    """The command; exit status 0 when no acknowledged ticket is missing."""
    parser = argparse.ArgumentParser(prog="bench.kill_web", description=__doc__)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--every", type=float, default=3.0, help="seconds between two kills")
    arguments = parser.parse_args(argv)
    house = House()
    try:
        house.create()
        house.enter()
        house.start("web")
        ledger = asyncio.run(drill(house, arguments.kills, arguments.every))
        with house.sql() as db:
            row = db.execute(WHOLE, [ledger.acknowledged]).fetchone()
            total = db.execute("SELECT count(*) FROM hotline_ticket").fetchone()
    finally:
        house.stop()
    found, stored = (int(row[0]) if row else 0), (int(total[0]) if total else 0)
    doubled = len(ledger.acknowledged) - len(set(ledger.acknowledged))
    lost = len(ledger.acknowledged) - found
    print(f"acknowledged {len(ledger.acknowledged)}, found whole {found}, lost {lost}, doubled {doubled};")
    print(f"unanswered {ledger.unanswered}, of which stored {stored - len(ledger.acknowledged)}")
    good = lost == 0 and doubled == 0 and ledger.refused == 0 and ledger.unanswered > 0
    line = {
        "name": "kill_web",
        "value": lost,
        "unit": "acknowledged tickets lost",
        "limit": len(ledger.acknowledged),
        "ratio": 0.0 if not lost else round(lost / len(ledger.acknowledged), 4),
        "marks": {"kills": arguments.kills, "unanswered": ledger.unanswered, "refused": ledger.refused},
        "pass": good,
    }
    print(json.dumps(line))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
