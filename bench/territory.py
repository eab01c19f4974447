"""Point → grid: how many points a second find their grid among 10,000 polygons.

Method: an invented district of 10,000 Voronoi grids is built by the real service in a database of its
own, then ``queries.locate_many`` answers for a million random points in batches of 10,000, the median
of the rounds counts. Limit: the same points and polygons in the same PostgreSQL, one set-based join over
its built-in ``polygon`` type with a GiST index. One-by-one look-ups and the building of the index are
shown beside. Mark: the order asked for at least 50,000 points/s.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
GRIDS, VILLAGES, BATCH, ROUNDS, ONES = 10_000, 1_700, 10_000, 100, 2_000
WANTED = 50_000
CENTRE, HALF = (121.07, 32.07), (27.5, 17.0)


def main(argv: list[str]) -> int:
    """Run; ``--quick`` does a tenth. Exit status 1 below the mark."""
    rounds = ROUNDS // 10 if "--quick" in argv else ROUNDS
    home = ROOT / "var" / "bench" / "territory"
    shutil.rmtree(home, ignore_errors=True)
    os.environ |= {"WANGGE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "wangge.project.settings"}
    os.environ.pop("WANGGE_DATABASE_URL", None)
    import django

    django.setup()
    from django.conf import settings

    from wangge.project.cli import migrate

    try:
        migrate([])
        result = measure(rounds)
    finally:
        settings.CLUSTER.stop()
        shutil.rmtree(home, ignore_errors=True)
    print(json.dumps(result, ensure_ascii=False))
    return 0 if result["pass"] else 1


def measure(rounds: int) -> dict[str, Any]:
    """Build, ask, compare; prints the table."""
    import numpy

    from wangge.territory import queries

    built = build()
    rng = numpy.random.default_rng(1)
    spread = numpy.array([HALF[0] / 94.3, HALF[1] / 111.3])
    points = numpy.array(CENTRE) + rng.uniform(-1, 1, (BATCH, 2)) * spread
    queries.forget_cache()
    start = time.perf_counter()
    queries.locate_many([(0.0, 0.0)])
    index_seconds = time.perf_counter() - start
    asked = [(float(x), float(y)) for x, y in points]
    bulk = []
    for _ in range(rounds):
        start = time.perf_counter()
        answers = queries.locate_many(asked)
        bulk.append(BATCH / (time.perf_counter() - start))
    inside = sum(a is not None for a in answers)
    start = time.perf_counter()
    for point in asked[:ONES]:
        queries.locate_many([point])
    one = (time.perf_counter() - start) / ONES
    limit, agreed = in_postgresql(asked, answers)
    value = statistics.median(bulk)
    print(f"{'polygons':<44}{GRIDS:>14,}")
    print(f"{'build the district (s)':<44}{built:>14.2f}")
    print(f"{'load the index from the database (s)':<44}{index_seconds:>14.2f}")
    print(f"{'points in bulk (points/s, median)':<44}{value:>14,.0f}")
    print(f"{'  of them inside':<44}{inside / BATCH:>14.1%}")
    print(f"{'one point (µs)':<44}{one * 1e6:>14.1f}")
    print(f"{'PostgreSQL polygon + GiST (points/s)':<44}{limit:>14,.0f}")
    print(f"{'same grid as PostgreSQL says':<44}{agreed:>14.3%}")
    return {
        "name": "territory",
        "value": round(value),
        "unit": "points/s",
        "limit": round(limit),
        "ratio": round(value / limit, 2),
        "marks": {"wanted": WANTED, "one_point_us": round(one * 1e6, 1), "agreed": round(agreed, 5)},
        "pass": value >= WANTED and agreed > 0.999,
    }


def build() -> float:
    """The invented district; seconds it took."""
    from wangge.kit.actor import system
    from wangge.territory import services
    from wangge.territory.services import SchematicPlan, SchematicTown, TownSeat

    start = time.perf_counter()
    towns = [
        SchematicTown(TownSeat(f"第{n}镇", east * 5.0, north * 5.0), f"999901{n:03d}", {})
        for n, (east, north) in enumerate((e, n) for e in range(-4, 5, 2) for n in (-2, 0, 2))
    ]
    plan = SchematicPlan(
        key="999901",
        name="测速区",
        codes={},
        towns=towns,
        names=[f"村{n}" for n in range(VILLAGES)],
        centre=CENTRE,
        half_size=HALF,
        villages=VILLAGES,
        grids=GRIDS,
        seed=7,
    )
    services.build_schematic_district(actor=system("bench"), plan=plan)
    return time.perf_counter() - start


def in_postgresql(asked: list[tuple[float, float]], answers: list[int | None]) -> tuple[float, float]:
    """Points a second of one set-based join, and the share of points where both name the same grid.

    In about metres: PostgreSQL's geometric types take differences below a millionth for none.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("""
            CREATE TEMP TABLE drawn AS
            SELECT id, (SELECT '(' || string_agg('(' || (p->>0)::float8 * 1e5 || ',' || (p->>1)::float8 * 1e5
                                                 || ')', ',') || ')'
                          FROM jsonb_array_elements(boundary->'coordinates'->0) p)::polygon AS shape
              FROM territory_area WHERE kind = 'grid'
        """)
        cursor.execute("CREATE INDEX ON drawn USING gist (shape)")
        cursor.execute("CREATE TEMP TABLE asked (n int, at point)")
        rows = [(n, f"({x * 1e5},{y * 1e5})") for n, (x, y) in enumerate(asked)]
        cursor.executemany("INSERT INTO asked VALUES (%s, %s::point)", rows)
        cursor.execute("ANALYZE drawn; ANALYZE asked")
        start = time.perf_counter()
        cursor.execute(
            "SELECT a.n, min(d.id) FROM asked a JOIN drawn d"
            " ON d.shape && polygon(box(a.at, a.at)) AND d.shape @> a.at GROUP BY a.n"
        )
        found = dict(cursor.fetchall())
        seconds = time.perf_counter() - start
    same = sum(found.get(n) == answer for n, answer in enumerate(answers))
    return len(rows) / seconds, same / len(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
