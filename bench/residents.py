"""A register of 1.3 million people: look-ups by number and by name, the first read of a phone.

See bench/README.md for what is real. ``--people 1300000`` is the size; ``--keep`` leaves the house.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from bench.house import HOME, House

PEOPLE, GRIDS = 1_300_000, 1408
ROUNDS, WARM = 1000, 50
BY_ID_MS, BY_NAME_MS = 5.0, 100.0
Row = tuple[Any, ...]
BY_ID = "by ID number, district (health officer)"
BY_NAME = "by full name in a grid"


def main(argv: list[str]) -> int:
    """Fill, measure, print; exit status 1 below a mark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args(argv)
    house = House(HOME.parent / "bench-residents")
    try:
        house.create()
        house.enter()
        began = time.perf_counter()
        count = fill(house, options.people)
        filled = time.perf_counter() - began
        result = measure(house, count, filled, options.rounds)
    finally:
        house.stop()
        if not options.keep:
            import shutil

            shutil.rmtree(house.home, ignore_errors=True)
    print(json.dumps(result, ensure_ascii=False))
    return 0 if result["pass"] else 1


def fill(house: House, people: int) -> int:
    """Every grid of the demo district gets its share: real sealed values, real blind indexes, COPY."""
    from wangge.kit import clock
    from wangge.residents.invented import Town
    from wangge.territory import queries as territory

    grids = territory.areas("grid")
    share = -(-people // len(grids))
    town = Town("bench", clock.today())
    with house.sql() as db:
        db.execute("SET synchronous_commit = off")
        made = 0
        for start in range(0, len(grids), 64):
            part = Part(made)
            for card in grids[start : start + 64]:
                part.add(card, town.homes(min(share, max(people - made - len(part.people), 0))))
            part.copy(db)
            made += len(part.people)
        for table in ("household", "person", "personphone", "caretag"):
            name = f"residents_{table}"
            db.execute(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")
        db.execute("VACUUM (ANALYZE)")
    return made


class Part:
    """The rows of some grids, as COPY takes them."""

    def __init__(self, made: int) -> None:
        from wangge.kit import clock

        self.next = made
        self.homes: list[Row] = []
        self.people: list[Row] = []
        self.phones: list[Row] = []
        self.care: list[Row] = []
        now = clock.now()
        self.held = ("system", now, "grid_service", now + timedelta(days=730))
        self.now = now

    def add(self, card: Any, homes: Iterator[Any]) -> None:
        """Households of one grid."""
        from wangge.kit import crypto
        from wangge.residents import rules

        place = (card.id, card.town_id, card.village_id, card.grid_id)
        village = card.path_names[-2]
        for home in homes:
            address = village + home.address
            home_id = self.next + len(self.people) + 1
            self.homes.append((home_id, "", "family", address, 1, self.now, *place, *self.held))
            for one in home.people:
                pk = self.next + len(self.people) + 1
                pinyin, initials = rules.spell(one.name)
                self.people.append(
                    (
                        pk, one.name, pinyin, initials, one.sex, "CHN", "id_card",
                        crypto.seal("id_no", one.id_no), crypto.blind_index("id_no", one.id_no), one.birthday,
                        "", address, home_id, one.relation, one.residence, one.presence, one.no_smartphone,
                        "phone", b"", 1, self.now, *place, *self.held,
                    )
                )  # fmt: skip
                if one.phone:
                    sealed = crypto.seal("phone", one.phone)
                    index = crypto.blind_index("phone", one.phone)
                    self.phones.append((pk, "own", "", sealed, index, *self.held))
                self.care += [(pk, code, *self.held) for code in one.care]

    def copy(self, db: Any) -> None:
        """Into the tables, all constraints and indexes in place."""
        held = "data_source, collected_at, purpose, expires_at"
        place = "place_id, town_id, village_id, grid_id"
        tables: tuple[tuple[str, str, list[Row]], ...] = (
            ("household", f"id, number, kind, address, version, changed_at, {place}, {held}", self.homes),
            (
                "person",
                "id, name, pinyin, initials, sex, nationality, id_type, id_no_sealed, id_no_index, birthday,"
                " hukou_code, address, household_id, relation, residence, presence, no_smartphone,"
                f" preferred_contact, disease_history_sealed, version, changed_at, {place}, {held}",
                self.people,
            ),
            ("personphone", f"person_id, kind, holder, number_sealed, number_index, {held}", self.phones),
            ("caretag", f"person_id, kind_id, {held}", self.care),
        )
        with db.transaction(), db.cursor() as cursor:
            for table, columns, rows in tables:
                with cursor.copy(f"COPY residents_{table} ({columns}) FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)


def spread(times: list[float]) -> dict[str, float]:
    """Median and 99th percentile, milliseconds."""
    times.sort()
    return {
        "p50": round(statistics.median(times), 3),
        "p99": round(times[min(int(len(times) * 0.99), len(times) - 1)], 3),
    }


def timed(rounds: int, ask: Callable[[int], Any]) -> dict[str, float]:
    """Ask so many times, the first ones unmeasured."""
    times = []
    for number in range(rounds + min(WARM, rounds)):
        start = time.perf_counter()
        ask(number)
        times.append((time.perf_counter() - start) * 1000)
    return spread(times[min(WARM, rounds) :])


Question = tuple[str, Any, Callable[[int], Any], int]


def measure(house: House, count: int, filled: float, rounds: int) -> dict[str, Any]:
    """All questions as the scoped role, with the row policies of who asks; prints the table."""
    from django.db import connection

    from wangge.org import services as org

    worker, admin, officer = actors()
    samples = known(house, worker)
    found: dict[str, dict[str, float]] = {}
    for name, actor, question, times in (
        *numbers(worker, officer, samples, rounds),
        *names(worker, admin, officer, samples, rounds),
        *pages(worker, officer, samples, rounds),
    ):
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE wangge_web")
            org.scope_connection(actor)
        found[name] = timed(times, question)
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
    return report(house, count, filled, found, samples, rounds)


def numbers(worker: Any, officer: Any, samples: dict[str, list[Row]], rounds: int) -> list[Question]:
    """Exact look-ups."""
    from wangge.residents.queries import find_by_id_no, find_by_phone

    anybody, own, phones = (samples[name] for name in ("anybody", "own", "phones"))
    return [
        (BY_ID, officer, lambda n: expect(find_by_id_no(officer, turn(anybody, n)[0])), rounds),
        ("by ID number, own grid (grid worker)", worker,
         lambda n: expect(find_by_id_no(worker, turn(own, n)[0])), rounds),
        ("by ID number, not in the own grid: nothing", worker,
         lambda n: refuse(find_by_id_no(worker, turn(anybody, n)[0])), rounds),
        ("by telephone number, district", officer,
         lambda n: expect(find_by_phone(officer, turn(phones, n)[0])), rounds),
    ]  # fmt: skip


def names(
    worker: Any, admin: Any, officer: Any, samples: dict[str, list[Row]], rounds: int
) -> list[Question]:
    """Searches by name."""
    from wangge.residents.queries import search

    anybody, own, fewer = samples["anybody"], samples["own"], min(rounds, 300)

    def in_grid(n: int, letters: int) -> None:
        _number, name, grid, *_rest = turn(anybody, n)
        expect(search(officer, name[:letters], grid).items)

    return [
        (BY_NAME, officer, lambda n: in_grid(n, 40), rounds),
        ("by surname in a grid, 50 rows", officer, lambda n: in_grid(n, 1), rounds),
        ("by full name, own grid (grid worker)", worker,
         lambda n: expect(search(worker, turn(own, n)[1]).items), rounds),
        ("by pinyin, own town (administrator), 50 rows", admin,
         lambda n: search(admin, turn(anybody, n)[3]).items, rounds),
        ("by full name, district, 50 rows", officer,
         lambda n: expect(search(officer, turn(anybody, n)[1]).items), fewer),
        ("by surname 王, district, 50 rows", officer, lambda _n: expect(search(officer, "王").items), fewer),
        ("inside names (桂英), district, 50 rows", officer,
         lambda _n: expect(search(officer, "桂英").items), min(rounds, 100)),
    ]  # fmt: skip


def pages(worker: Any, officer: Any, samples: dict[str, list[Row]], rounds: int) -> list[Question]:
    """One person's page; what a phone reads first."""
    from wangge.residents.queries import household_records, person_records
    from wangge.residents.services import look_at_person

    return [
        ("one person's page, written down", officer,
         lambda n: look_at_person(actor=officer, person_id=turn(samples["anybody"], n)[4]), min(rounds, 300)),
        ("first read of a phone: people of a grid", worker, lambda _n: person_records(worker, None), 10),
        ("first read of a phone: households of a grid", worker,
         lambda _n: household_records(worker, None), 10),
    ]  # fmt: skip


def turn(rows: list[Row], number: int) -> Row:
    """Everybody in turn."""
    return rows[number % len(rows)]


def expect(found: Any) -> None:
    """A look-up that finds nothing would be fast and worthless."""
    if not found:
        raise AssertionError("nothing was found")


def refuse(found: Any) -> None:
    """A look-up outside the scope must find nothing."""
    if found:
        raise AssertionError("somebody out of scope was found")


def actors() -> tuple[Any, Any, Any]:
    """A grid worker, the administrator of that town, a health officer."""
    from wangge.org.testing import an_actor, an_agency
    from wangge.territory import queries as territory

    grid = territory.areas("grid")[500]
    return (
        an_actor("grid_worker", None, grid.id),
        an_actor("area_admin", None, grid.town_id),
        an_actor("health_officer", an_agency("测速机构")),
    )


def known(house: House, worker: Any) -> dict[str, list[Row]]:
    """Whom to ask for: (identity number, name, grid, pinyin, id), drawn from the whole register."""
    from wangge.kit import crypto

    columns = "id_no_sealed, name, grid_id, pinyin, id"
    with house.sql() as db:
        drawn = {
            "anybody": f"SELECT {columns} FROM residents_person TABLESAMPLE SYSTEM (1)"
            f" WHERE grid_id <> {worker.area_id} ORDER BY md5(id::text) LIMIT 2000",
            "own": f"SELECT {columns} FROM residents_person WHERE grid_id = {worker.area_id}",
            "phones": "SELECT number_sealed FROM residents_personphone TABLESAMPLE SYSTEM (1)"
            " ORDER BY md5(id::text) LIMIT 2000",
        }
        rows = {name: db.execute(text).fetchall() for name, text in drawn.items()}
        sizes = db.execute(
            "SELECT sum(pg_table_size(c.oid)), sum(pg_indexes_size(c.oid)) FROM pg_class c"
            " WHERE relname LIKE 'residents_%' AND relkind = 'r'"
        ).fetchone()
    for name, domain in (("anybody", "id_no"), ("own", "id_no"), ("phones", "phone")):
        rows[name] = [(crypto.unseal(domain, row[0]), *row[1:]) for row in rows[name]]
    return {**rows, "sizes": [sizes or ()]}


def report(
    house: House, count: int, filled: float, found: dict[str, dict[str, float]], samples: Any, rounds: int
) -> dict[str, Any]:
    """The table and the last line."""
    with house.sql() as db:
        times = []
        for number in range(rounds):
            pk = 1 + number * 7919 % count
            start = time.perf_counter()
            db.execute("SELECT * FROM residents_person WHERE id = %s", [pk]).fetchone()
            times.append((time.perf_counter() - start) * 1000)
    limit = spread(times)
    data, indexes = samples["sizes"][0]
    print(f"{'people':<52}{count:>12,}")
    print(f"{'filled in (s)':<52}{filled:>12.0f}")
    print(f"{'tables and indexes (MB)':<52}{int(data) >> 20:>6} +{int(indexes) >> 20:>5}")
    print(f"{'':<52}{'p50 ms':>10}{'p99 ms':>10}")
    for name, values in found.items():
        print(f"{name:<52}{values['p50']:>10.2f}{values['p99']:>10.2f}")
    print(f"{'one row by primary key, plain SQL (limit)':<52}{limit['p50']:>10.2f}{limit['p99']:>10.2f}")
    by_id = found[BY_ID]
    by_name = found[BY_NAME]
    return {
        "name": "residents",
        "value": by_id["p50"],
        "unit": "ms",
        "limit": limit["p50"],
        "ratio": round(by_id["p50"] / limit["p50"], 1),
        "marks": {"people": count, "by_id_ms": BY_ID_MS, "by_name_in_grid_ms": BY_NAME_MS, "measured": found},
        "pass": by_id["p50"] < BY_ID_MS and by_name["p99"] < BY_NAME_MS,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
