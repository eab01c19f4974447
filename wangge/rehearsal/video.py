"""``wangge rehearse video``: 27,502 channels, 159 chosen by rule (the page, 12 August 2021).

The catalogue comes in as a list would (with refused, doubled and displaced rows), the rule looks at every
channel, and the selection is put in force. Then it is run again on the same and on a changed catalogue.
"""

from __future__ import annotations

import time
from decimal import ROUND_HALF_UP, Decimal

from wangge.cameras import queries, services
from wangge.cameras.queries import PointFilter
from wangge.kit import clock
from wangge.rehearsal import cameras, district
from wangge.rehearsal.staff import DEMO
from wangge.rehearsal.table import Line, print_lines, say, verdict

OPENING = clock.at(2021, 8, 9, 9, 0)


def play(quick: bool) -> int:
    """Load, screen, adopt, repeat; print the table. The whole takes less than a minute, quick or not."""
    del quick
    begun = time.perf_counter()
    with clock.moved_to(OPENING):
        district.load(DEMO)
        total = cameras.load(DEMO)
        say(f"预演 视频点位筛查:{total:,} 路,准备 {time.perf_counter() - begun:.1f} 秒")
        lines = table()
    print_lines(lines)
    return verdict(lines, {})


def table() -> list[Line]:
    """Every line of the comparison."""
    begun = time.perf_counter()
    batch = services.run_screening(actor=DEMO, purpose="疫情防控重点点位", rule=cameras.RULE)
    took = time.perf_counter() - begun
    services.adopt_batch(actor=DEMO, batch_id=batch.pk)
    page = queries.summary(DEMO, batch.pk)
    again = services.run_screening(actor=DEMO, purpose="复跑", rule=cameras.RULE, earlier_id=batch.pk)
    same = queries.differences(DEMO, again.pk, "", 200)
    share = (Decimal(100) * batch.selected / batch.total_in).quantize(Decimal("0.001"), ROUND_HALF_UP)
    taken = {clause["name"]: clause["selected"] for clause in page["clauses"]}
    decided = batch.selected + sum(reason["points"] for reason in page["refused"])
    lost, found = _one_goes_dark(batch.pk)
    say(f"  筛查 {batch.total_in:,} 路用时 {took:.1f} 秒,依据摘要 {batch.digest[:12]}")
    return [
        Line("视频点位总数", "27,502", f"{batch.total_in:,}"),
        Line("入选点位", "159", str(batch.selected)),
        Line("入选占比", "0.578%", f"{share}%", "算得"),
        Line("采样点全部覆盖", "95", str(taken[cameras.SAMPLING])),
        Line("高速、医疗、商超、小区均有入选", "4", str(sum(1 for k in cameras.WANTED if taken[k]) - 1)),
        Line("每一路都有结论", "27,502", f"{decided:,}", "算得"),
        Line("同样条件复跑:摘要一致", batch.digest[:12], again.digest[:12], "算得"),
        Line("同样条件复跑:变化", "0", str(len(same.items)), "算得"),
        Line("一路离线后复跑:退出", "1", str(lost), "算得"),
        Line("一路离线后复跑:由次近点位接替", "1", str(found), "算得"),
    ]


def _one_goes_dark(batch_id: int) -> tuple[int, int]:
    """Switch one selected point off, run again: how many left, how many came for it."""
    chosen = queries.points(DEMO, PointFilter(selected=True, klass="sampling")).items[0]
    services.set_status(actor=DEMO, statuses={chosen.code: "offline"})
    batch = services.run_screening(actor=DEMO, purpose="次日复跑", rule=cameras.RULE, earlier_id=batch_id)
    changed = queries.differences(DEMO, batch.pk, "", 200).items
    return sum(1 for row in changed if row.was), sum(1 for row in changed if not row.was)
