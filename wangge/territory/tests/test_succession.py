"""Split, merge, rename: what ends, what begins, what moves along."""

from __future__ import annotations

from datetime import date

import pytest

from wangge.kit import clock, events
from wangge.kit.actor import system
from wangge.kit.errors import Conflict, Invalid
from wangge.territory import queries, services
from wangge.territory.events import AreaReplaced
from wangge.territory.services import NewArea
from wangge.territory.testing import a_grid, a_town, a_village, square

pytestmark = pytest.mark.django_db
ME = system("test")
DAY = date(2021, 8, 1)


def test_a_split_grid_ends_and_its_successors_begin() -> None:
    grid = a_grid(a_village())
    halves = [NewArea("grid", f"{grid.name}{s}", f"{grid.key}-{s}", grid_kind="1") for s in "东西"]
    made = services.replace_area(actor=ME, old_id=grid.id, successors=halves, day=DAY, reason="人口增加")
    assert [c.name for c in queries.areas("grid", grid.parent_id)] == [m.name for m in made]
    assert queries.area(grid.id).name == grid.name
    assert [c.id for c in queries.successors(grid.id)] == [m.id for m in made]
    with pytest.raises(Conflict, match="已停用"):
        services.replace_area(actor=ME, old_id=grid.id, successors=halves, day=DAY, reason="再来")


def test_merged_grids_become_one_and_both_histories_lead_to_it() -> None:
    village = a_village()
    west, east = a_grid(village, square(121.0, 32.0)), a_grid(village, square(121.01, 32.0))
    whole = NewArea("grid", "合并网格", "merged", grid_kind="1", boundary=square(121.0, 32.0, 0.02))
    told: list[AreaReplaced] = []
    events.subscribe(AreaReplaced)(told.append)
    (made,) = services.replace_areas(
        actor=ME, old_ids=[west.id, east.id], successors=[whole], day=DAY, reason="拆迁"
    )
    assert told == [AreaReplaced(west.id, (made.id,), DAY), AreaReplaced(east.id, (made.id,), DAY)]
    assert [queries.successors(old.id)[0].id for old in (west, east)] == [made.id, made.id]
    found = queries.locate(121.015, 32.005)
    assert found is not None
    assert found.id == made.id


def test_a_renamed_town_takes_its_villages_and_grids_along() -> None:
    town = a_town("川姜镇")
    village = a_village(town)
    grid = a_grid(village)
    new = NewArea("town", "川姜街道", "chuanjiang-2")
    (made,) = services.replace_area(actor=ME, old_id=town.id, successors=[new], day=DAY, reason="撤镇设街道")
    assert queries.area(village.id).parent_id == made.id
    assert queries.area(grid.id).path_names == ("通州区", "川姜街道", village.name, grid.name)
    assert queries.lineage(grid.id).town_id == made.id
    assert queries.lineage(town.id).town_id == town.id


def test_a_renamed_village_in_another_town_moves_its_grids_there() -> None:
    village = a_village(a_town("川姜镇"))
    grid = a_grid(village)
    other = a_town("张芝山镇")
    new = NewArea("village", "新村", "moved", other.id)
    (made,) = services.replace_area(actor=ME, old_id=village.id, successors=[new], day=DAY, reason="调整")
    lineage = queries.lineage(grid.id)
    assert (lineage.town_id, lineage.village_id) == (other.id, made.id)


def test_a_chain_of_changes_is_followed_to_its_living_end() -> None:
    first = a_grid(a_village())
    (second,) = services.replace_area(
        actor=ME,
        old_id=first.id,
        successors=[NewArea("grid", "乙", "b", grid_kind="1")],
        day=DAY,
        reason="更名",
    )
    (third,) = services.replace_area(
        actor=ME,
        old_id=second.id,
        successors=[NewArea("grid", "丙", "c", grid_kind="1")],
        day=DAY,
        reason="更名",
    )
    assert [c.id for c in queries.successors(first.id)] == [third.id]
    assert [c.id for c in queries.successors(third.id)] == [third.id]


def test_a_wrong_change_is_refused_and_nothing_ends() -> None:
    village = a_village()
    grid, town_id = a_grid(village), village.parent_id or 0
    one = [NewArea("grid", "新", "new", grid_kind="1")]

    def refused(match: str, kind: type[Exception] = Invalid, **change: object) -> None:
        order: dict[str, object] = {"old_ids": [grid.id], "successors": one, "day": DAY, "reason": "调整"}
        with pytest.raises(kind, match=match):
            services.replace_areas(actor=ME, **{**order, **change})  # type: ignore[arg-type]

    with clock.moved_to(clock.at(2021, 8, 12)):
        refused("不能晚于今天", day=date(2021, 8, 13))
        refused("不能早于", day=date(1999, 1, 1))
        refused("请填写调整原因", reason=" ")
        refused("同一层级", successors=[NewArea("village", "新", "new", town_id)])
        refused("一分多", successors=[])
        twins = [NewArea("village", n, n, town_id) for n in "甲乙"]
        refused("下级区划", Conflict, old_ids=[village.id], successors=twins)
        refused("已停用", Conflict, old_ids=[grid.id, grid.id + 999])
    assert [g.id for g in queries.areas("grid")] == [grid.id]
    assert [v.id for v in queries.areas("village")] == [village.id]
