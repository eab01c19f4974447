"""Campaigns at a million units: coverage, who is missing, figures, the snapshot.

Method: the demo district with its staff in a database of its own; one running campaign whose list holds a
million units spread over all grids, half of them answered (sheets, versions, moves as the services write
them, set-based). Every read is the service's or query's own call as the centre sees it, the median of the
rounds counts. Limit: ``count(*)`` grouped by town over the same rows, the least that any coverage costs.
Mark: coverage and figures within a second, a page of who is missing within 50 ms.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
UNITS, ROUNDS = 1_000_000, 5
GOALS = {
    "coverage by town": 1000,
    "figures": 2000,
    "who is missing, page": 50,
    "who is missing in a town": 50,
}
_TARGETS = """
INSERT INTO campaigns_target (campaign_id, subject_kind, subject_id, kind, title, address, town_id,
    village_id, grid_id, post_id, status, version, created_at)
SELECT %s, 'premises.premises', n, CASE WHEN n %% 46 = 0 THEN 'construction' ELSE 'enterprise' END,
    '示例单位' || n, '', g.town, g.village, g.id, g.post,
    CASE WHEN n %% 2 = 0 THEN 'done' ELSE 'open' END, (n %% 2 = 0)::int, now()
FROM generate_series(1, %s) n
JOIN unnest(%s::int[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[])
    AS g(no, id, village, town, post) ON g.no = n %% %s
"""
_SHEETS = """
INSERT INTO forms_answersheet (client_id, version_id, subject_kind, subject_id, answers, sealed, digest,
    captured_at, received_at, by, by_label)
SELECT gen_random_uuid(), %s, 'campaigns.target', id, '{"staff_total": 34, "tested": 1}', '', md5(id::text),
    now(), now(), 'bench', '' FROM campaigns_target WHERE campaign_id = %s AND status = 'done'
"""
_RESPONSES = """
INSERT INTO campaigns_response (campaign_id, target_id, sheet_id, number, kind, current, town_id, numbers,
    reason, by, by_label, captured_at, stored_at)
SELECT t.campaign_id, t.id, s.id, 1, 'answer', true, t.town_id, s.answers, '', 'bench', '', now(), now()
FROM campaigns_target t
JOIN forms_answersheet s ON s.subject_kind = 'campaigns.target' AND s.subject_id = t.id
WHERE t.campaign_id = %s
"""


def main(argv: list[str]) -> int:
    """Run; ``--quick`` takes a tenth. Exit status 1 above a mark."""
    units = UNITS // 10 if "--quick" in argv else UNITS
    home = ROOT / "var" / "bench" / "campaigns"
    shutil.rmtree(home, ignore_errors=True)
    os.environ |= {
        "WANGGE_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "wangge.project.settings",
        "WANGGE_SCOPE": "all",
    }
    os.environ.pop("WANGGE_DATABASE_URL", None)
    import django

    django.setup()
    from django.conf import settings

    from wangge.project.cli import migrate

    try:
        migrate([])
        result = measure(units)
    finally:
        settings.CLUSTER.stop()
        shutil.rmtree(home, ignore_errors=True)
    print(json.dumps(result, ensure_ascii=False))
    return 0 if result["pass"] else 1


def timed(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The median of some rounds, milliseconds."""
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found)


def measure(units: int) -> dict[str, Any]:
    """Fill, ask, freeze; prints the table."""
    from django.db import connection

    from wangge.campaigns import queries, services
    from wangge.org import queries as org
    from wangge.territory import queries as territory

    leader, campaign_id = filled(units)
    town = territory.towns()[0].id
    post = org.posts_in_role("grid_worker")[0].id
    worker = org.actor_for(post)

    def least() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT town_id, count(*) FROM campaigns_target WHERE campaign_id = %s GROUP BY 1",
                [campaign_id],
            )
            cursor.fetchall()

    missing, there = queries.TargetFilter(status="open"), queries.TargetFilter(status="open", town_id=town)
    reads: dict[str, Callable[[], Any]] = {
        "count by town in the same rows (limit)": least,
        "coverage by town": lambda: queries.coverage(leader, campaign_id, "town"),
        "coverage by worker": lambda: queries.coverage(leader, campaign_id, "post"),
        "figures": lambda: queries.rollup(leader, campaign_id),
        "who is missing, page": lambda: queries.targets(leader, campaign_id, missing),
        "who is missing in a town": lambda: queries.targets(leader, campaign_id, there),
        "who is missing, a grid worker": lambda: queries.targets(worker, campaign_id, missing),
    }
    times = {name: timed(work) for name, work in reads.items()}
    services.close_campaign(actor=leader, campaign_id=campaign_id)
    times["lock and freeze"] = timed(lambda: services.lock_campaign(actor=leader, campaign_id=campaign_id), 1)
    print(f"{units:,} units")
    for name, value in times.items():
        print(f"  {name:<42}{value:>12,.1f} ms")
    limit, value = times["count by town in the same rows (limit)"], times["coverage by town"]
    return {
        "name": "campaigns",
        "value": round(value, 1),
        "unit": "ms",
        "limit": round(limit, 1),
        "ratio": round(value / limit, 2),
        "marks": {name: round(ms, 1) for name, ms in times.items()},
        "pass": all(times[name] <= goal for name, goal in GOALS.items()),
    }


def filled(units: int) -> tuple[Any, int]:
    """The district, its staff, one running campaign with its list; who leads it."""
    from datetime import timedelta

    from django.db import connection

    from wangge.campaigns import services
    from wangge.campaigns.models import Campaign
    from wangge.kit import clock
    from wangge.org import queries as org
    from wangge.policy import services as policy
    from wangge.rehearsal import district, staff, survey
    from wangge.rehearsal.staff import DEMO
    from wangge.territory import queries as territory

    district.load(DEMO)
    policy.seed(actor=DEMO)
    staff.load()
    leader = org.actor_for(org.posts_in_role("commander")[0].id)
    version = survey.a_published_survey(leader)
    now = clock.now()
    draft = services.CampaignDraft(
        title="百万单位", kind="survey", from_at=now, due_at=now + timedelta(days=2),
        form_version_id=version.pk, figures=survey.FIGURES,
    )  # fmt: skip
    row = services.create_campaign(actor=leader, draft=draft)
    grids = territory.areas("grid")
    posts = {p.area_id: p.id for p in org.posts_in_role("grid_worker")}
    columns = [
        list(range(len(grids))),
        [g.id for g in grids],
        [g.village_id for g in grids],
        [g.town_id for g in grids],
        [posts.get(g.id) for g in grids],
    ]
    with connection.cursor() as cursor:
        cursor.execute(_TARGETS, [row.pk, units, *columns, len(grids)])
        cursor.execute(_SHEETS, [version.pk, row.pk])
        cursor.execute(_RESPONSES, [row.pk])
        Campaign.objects.filter(pk=row.pk).update(status="running", started_at=now)
        cursor.execute("VACUUM (ANALYZE) campaigns_target, campaigns_response, forms_answersheet")
    return leader, row.pk


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
